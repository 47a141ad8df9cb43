import { HumanMessage } from "@langchain/core/messages";
import { jarvis } from "../../agent/jarvis.js";

export async function GET(): Promise<Response> {
  const result = await jarvis.invoke(
    { messages: [new HumanMessage("What is new in the handbook?")] },
    { configurable: { thread_id: "daily-digest" } },
  );
  return Response.json({ digest: result.messages.at(-1)?.text });
}
