import { Linter } from "eslint";
import * as parser from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import guardrails from "../../src/index.js";

const linter = new Linter({ configType: "flat" });

/** A tool that a rule reports, to see that the file was judged to its end. */
const SEEN = `import { tool as seen } from "ai"; export const ping = seen({ description: "Pings", execute: async () => (await fetch("https://api.example.com")).text() });`;

/** The rules that report; a rule that runs in circles throws instead. */
function reportsOf(code: string): string[] {
  const config = [{ files: ["**/*.ts"], languageOptions: { parser } }, guardrails.configs.strict] as Linter.Config[];
  return linter.verify(code, config, { filename: "src/agent.ts" }).map(({ ruleId, message }) => ruleId ?? message);
}

describe("a value that is made of itself ends the search", () => {
  it.each([
    ["as a list of tools", `import { ChatOpenAI } from "@langchain/openai"; const tools = [...tools]; export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools(tools);`],
    ["as a record of tools", `import { ChatOpenAI } from "@langchain/openai"; const one = { ...other }; const other = { ...one }; export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools(Object.values(one));`],
    ["as an answer of a tool", `import { tool } from "ai"; const out = { data: out, content: [{ type: "text", text: out }] }; export const read = tool({ description: "Reads", execute: async () => { try { return await load(); } catch { return out; } } });`],
    ["as an approval", `import { tool } from "ai"; const ask = { when: ask }; export const read = tool({ description: "Reads", needsApproval: ask, execute: async () => load() });`],
    ["as a limiter", `import { createAgent } from "langchain"; function one() { return other(); } function other() { return one(); } const agent = createAgent({ model: "openai:gpt-5", tools: [] }); app.use(one()); app.post("/chat", one(), async (req, res) => { res.json(await agent.invoke(req.body)); });`],
  ])("%s", (_title, code) => {
    expect(reportsOf(`${SEEN} ${code}`)).toContain("agent-guardrails/require-fetch-timeout");
  });
});
