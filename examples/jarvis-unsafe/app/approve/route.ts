import { Command } from "@langchain/langgraph";
import { jarvis } from "../../agent/jarvis.js";

interface Approval {
  answer: "yes" | "no";
  config: Record<string, string>;
}

export async function POST(req: Request): Promise<Response> {
  const { answer, config } = (await req.json()) as Approval;
  const result = await jarvis.invoke(new Command({ resume: answer }), { configurable: config });
  return Response.json({ answer: result.messages.at(-1)?.text });
}
