import { HumanMessage } from "@langchain/core/messages";
import { LangChainTracer } from "@langchain/core/tracers/tracer_langchain";
import { createAgent } from "langchain";
import { getBonus, getSalary } from "../tools/salary.js";
import { small } from "./models.js";

const tracer = new LangChainTracer({ projectName: "payroll" });

const payroll = createAgent({
  model: small,
  tools: [getSalary, getBonus],
  systemPrompt: "You answer questions about salaries and bonuses.",
});

export async function askPayroll(text: string): Promise<string> {
  const result = await payroll.invoke({ messages: [new HumanMessage(text)] }, { callbacks: [tracer] });
  return result.messages.at(-1)?.text ?? "";
}
