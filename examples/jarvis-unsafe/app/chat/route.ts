import { HumanMessage } from "@langchain/core/messages";
import { jarvis } from "../../agent/jarvis.js";

interface ChatRequest {
  threadId: string;
  userId: string;
  text: string;
}

export async function POST(req: Request): Promise<Response> {
  const body = (await req.json()) as ChatRequest;
  const result = await jarvis.invoke(
    { messages: [new HumanMessage(body.text)] },
    {
      recursionLimit: Infinity,
      configurable: { thread_id: body.threadId, user_id: body.userId, org_id: req.headers.get("x-org") },
    },
  );
  console.log("answered", JSON.stringify(result.messages));
  return Response.json({ answer: result.messages.at(-1)?.text });
}
