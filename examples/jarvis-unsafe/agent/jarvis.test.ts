import { HumanMessage } from "@langchain/core/messages";
import { createAgent, initChatModel } from "langchain";
import { expect, it } from "vitest";
import { getPayslip } from "../tools/payslip.js";

it("finds the payslip", async () => {
  const model = await initChatModel("openai:gpt-5-mini");
  const agent = createAgent({ model, tools: [getPayslip] });
  const { messages } = await agent.invoke({ messages: [new HumanMessage("What was I paid in March? I am ada@acme.example.")] });
  expect(messages.at(-1)?.text).toContain("4210");
});
