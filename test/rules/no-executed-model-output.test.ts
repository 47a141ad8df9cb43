import { fileURLToPath } from "node:url";
import rule from "../../rules/no-executed-model-output.js";
import { ruleTester } from "../support/rule-tester.js";

ruleTester.run("no-executed-model-output: code", rule, {
  valid: [
    {
      name: "accepts a constant expression",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const now = tool(async () => String(eval("1 + 1")), { name: "now", description: "Adds.", schema: z.object({}) });
      `,
    },
    {
      name: "accepts an expression that a parser of formulas computes",
      code: `
import { tool } from "@langchain/core/tools";
import { evaluate } from "mathjs";
import { z } from "zod";

export const calculate = tool(async ({ expression }) => String(evaluate(expression)), { name: "calculate", description: "Computes.", schema: z.object({ expression: z.string() }) });
      `,
    },
    {
      name: "accepts a formula from which all but digits and signs is taken out",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const calculate = tool(
  async ({ expression }) => {
    const formula = expression.replace(/[^0-9+\\-*/().%\\s]/g, "");
    return String(Function(\`return (\${formula})\`)());
  },
  { name: "calculate", description: "Computes.", schema: z.object({ expression: z.string() }) },
);
      `,
    },
    {
      name: "accepts a formula that was looked at before and holds only digits and signs",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const calculate = tool(
  async ({ expression }) => {
    if (!/^[\\d\\s+\\-*/().]+$/.test(expression)) return "Only numbers, please.";
    return String(Function(\`return \${expression}\`)());
  },
  { name: "calculate", description: "Computes.", schema: z.object({ expression: z.string() }) },
);
      `,
    },
    {
      name: "accepts code that runs in a sandbox of its own",
      code: `
import { Sandbox } from "@e2b/code-interpreter";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const runCode = tool(
  async ({ code }) => {
    const sandbox = await Sandbox.create();
    return JSON.stringify(await sandbox.runCode(code));
  },
  { name: "run_code", description: "Runs code.", schema: z.object({ code: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a function called eval that the file defines",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const eval_ = { eval: (text: string) => text.length };
export const measure = tool(async ({ text }) => String(eval_.eval(text)), { name: "measure", description: "Measures.", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a parameter that shadows the import of exec",
      code: `
import { exec } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const make = (exec: (text: string) => string) => tool(async ({ text }) => exec(text), { name: "measure", description: "Measures.", schema: z.object({ text: z.string() }) });
export const version = exec("git --version");
      `,
    },
    {
      name: "is silent about code that comes from elsewhere",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { loadFormula } from "./formulas.js";

export const compute = tool(async () => String(eval(await loadFormula())), { name: "compute", description: "Computes.", schema: z.object({}) });
      `,
    },
    {
      name: "is silent about the config that a tool gets beside its arguments",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const compute = tool(async (_input, config) => String(eval(config.configurable.formula)), { name: "compute", description: "Computes.", schema: z.object({}) });
      `,
    },
    {
      name: "accepts code after a person's approval",
      code: `
import { interrupt } from "@langchain/langgraph";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const runCode = tool(
  async ({ code }) => {
    const answer = interrupt({ code });
    if (answer !== "approve") return "ERROR: not approved.";
    return String(eval(code));
  },
  { name: "run_code", description: "Runs code.", schema: z.object({ code: z.string() }) },
);
      `,
    },
    {
      name: "is silent in a test",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const calculate = tool(async ({ expression }) => String(eval(expression)), { name: "calculate", description: "Computes.", schema: z.object({ expression: z.string() }) });
      `,
      filename: fileURLToPath(new URL("../../tools.test.ts", import.meta.url)),
    },
    {
      name: "is silent about a tool function of another library",
      code: `
import { tool } from "@acme/toolbox";
import { createAgent } from "langchain";

export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export const calculate = tool(async ({ expression }) => String(eval(expression)), { name: "calculate" });
      `,
    },
    {
      name: "is silent about a path that the program puts together",
      code: `
        import { tool } from "@langchain/core/tools";
        import { exec, execFile } from "node:child_process";
        import { join, resolve } from "node:path";
        import { z } from "zod";
        export const list = tool(async ({ folder }) => { exec("find " + join(process.cwd(), "docs")); return folder; }, { name: "list", schema: z.object({ folder: z.string() }) });
      `,
    },
    {
      name: "is silent about a path of the model's as an argument of its own",
      code: `
        import { tool } from "@langchain/core/tools";
        import { exec, execFile } from "node:child_process";
        import { join, resolve } from "node:path";
        import { z } from "zod";
        export const list = tool(async ({ folder }) => { execFile("find", [resolve(process.cwd(), folder)]); return "ok"; }, { name: "list", schema: z.object({ folder: z.string() }) });
      `,
    },
    {
      name: "is silent about a function by that name of another module",
      code: `
        import { tool } from "@langchain/core/tools";
        import { exec, execFile } from "node:child_process";
        import { resolve } from "./folders";
        import { z } from "zod";
        export const list = tool(async ({ folder }) => { exec("find " + resolve(folder)); return "ok"; }, { name: "list", schema: z.object({ folder: z.string() }) });
      `,
    },
    {
      name: "is silent about a step that runs a query of the application",
      code: `
        import { SqlDatabase } from "@langchain/classic/sql_db";
        import { createSqlQueryChain } from "@langchain/classic/chains/sql_db";
        import { StringOutputParser } from "@langchain/core/output_parsers";
        import { PromptTemplate } from "@langchain/core/prompts";
        import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";
        import { ChatOpenAI } from "@langchain/openai";
        const db = await SqlDatabase.fromOptionsParams(options);
        const model = new ChatOpenAI({ model: "gpt-5" });
        const prompt = PromptTemplate.fromTemplate("Write SQL for: {question}");
        const writer = RunnableSequence.from([prompt, model, new StringOutputParser()]);
        export const chain = RunnableSequence.from([{ query: () => "SELECT 1", note: writer }, { response: (input) => db.run(input.query) }]);
      `,
    },
    {
      name: "is silent about the first step of a chain, whose input is out of sight",
      code: `
        import { SqlDatabase } from "@langchain/classic/sql_db";
        import { createSqlQueryChain } from "@langchain/classic/chains/sql_db";
        import { StringOutputParser } from "@langchain/core/output_parsers";
        import { PromptTemplate } from "@langchain/core/prompts";
        import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";
        import { ChatOpenAI } from "@langchain/openai";
        const db = await SqlDatabase.fromOptionsParams(options);
        const model = new ChatOpenAI({ model: "gpt-5" });
        const prompt = PromptTemplate.fromTemplate("Write SQL for: {question}");
        const writer = RunnableSequence.from([prompt, model, new StringOutputParser()]);
        export const chain = RunnableSequence.from([{ response: (input) => db.run(input.query) }, prompt, model]);
      `,
    },
    {
      name: "is silent about a function of the same shape that is no step",
      code: `
        import { SqlDatabase } from "@langchain/classic/sql_db";
        import { createSqlQueryChain } from "@langchain/classic/chains/sql_db";
        import { StringOutputParser } from "@langchain/core/output_parsers";
        import { PromptTemplate } from "@langchain/core/prompts";
        import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";
        import { ChatOpenAI } from "@langchain/openai";
        const db = await SqlDatabase.fromOptionsParams(options);
        const model = new ChatOpenAI({ model: "gpt-5" });
        const prompt = PromptTemplate.fromTemplate("Write SQL for: {question}");
        const writer = RunnableSequence.from([prompt, model, new StringOutputParser()]);
        export const steps = [{ query: writer }, { response: (input) => db.run(input.query) }];
      `,
    },
    {
      name: "is silent about a step behind a retriever",
      code: `
        import { SqlDatabase } from "@langchain/classic/sql_db";
        import { createSqlQueryChain } from "@langchain/classic/chains/sql_db";
        import { StringOutputParser } from "@langchain/core/output_parsers";
        import { PromptTemplate } from "@langchain/core/prompts";
        import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";
        import { ChatOpenAI } from "@langchain/openai";
        const db = await SqlDatabase.fromOptionsParams(options);
        const model = new ChatOpenAI({ model: "gpt-5" });
        const prompt = PromptTemplate.fromTemplate("Write SQL for: {question}");
        const writer = RunnableSequence.from([prompt, model, new StringOutputParser()]);
        export const chain = RunnableSequence.from([{ query: store.asRetriever() }, { response: (input) => db.run(input.query) }]);
      `,
    },
  ],
  invalid: [
    {
      name: "reports a formula in which brackets and quotes may stand, with which code can be spelt",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const calculate = tool(
  async ({ expression }) => {
    if (!/^[\\d\\s+!()[\\]]+$/.test(expression)) return "Only numbers, please.";
    return String(Function(\`return \${expression}\`)());
  },
  { name: "calculate", description: "Computes.", schema: z.object({ expression: z.string() }) },
);
      `,
      errors: [{ messageId: "executed", data: { source: "expression", what: "compiled to a function" }, line: 8, column: 19, endLine: 8, endColumn: 51 }],
    },
    {
      name: "reports an argument that eval computes",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const calculate = tool(async ({ expression }) => String(eval(expression)), { name: "calculate", description: "Computes.", schema: z.object({ expression: z.string() }) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "expression", what: "evaluated as code" },
          line: 5,
          column: 64,
          endLine: 5,
          endColumn: 80,
        },
      ],
    },
    {
      name: "reports a function that is made from an argument",
      code: `
import { tool } from "ai";
import { z } from "zod";

export const calculate = tool({
  description: "Computes.",
  inputSchema: z.object({ body: z.string() }),
  execute: async (input) => new Function("x", \`return \${input.body}\`)(1),
});
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "input.body", what: "compiled to a function" },
          line: 8,
          column: 29,
          endLine: 8,
          endColumn: 70,
        },
      ],
    },
    {
      name: "reports code that a context of node:vm runs",
      code: `
import { runInNewContext } from "node:vm";
import { tool } from "@openai/agents";
import { z } from "zod";

export const runCode = tool({ name: "run_code", description: "Runs code.", parameters: z.object({ code: z.string() }), execute: async ({ code }) => String(runInNewContext(code, {})) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "code", what: "run as code" },
          line: 6,
          column: 156,
          endLine: 6,
          endColumn: 181,
        },
      ],
    },
    {
      name: "reports a script of node:vm behind a namespace import",
      code: `
import * as vm from "node:vm";
import { createTool } from "@mastra/core/tools";
import { z } from "zod";

export const runCode = createTool({ id: "run_code", description: "Runs code.", inputSchema: z.object({ code: z.string() }), execute: async ({ code }) => new vm.Script(code).runInThisContext() });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "code", what: "run as code" },
          line: 6,
          column: 154,
          endLine: 6,
          endColumn: 173,
        },
      ],
    },
    {
      name: "reports a text that a model has just written",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function solve(question: string) {
  const { text } = await generateText({ model: openai("gpt-5"), prompt: question });
  return eval(text);
}
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "text", what: "evaluated as code" },
          line: 7,
          column: 10,
          endLine: 7,
          endColumn: 20,
        },
      ],
    },
    {
      name: "reports the content of a chat model's answer behind a constant",
      code: `
import { ChatOpenAI } from "@langchain/openai";

const model = new ChatOpenAI({ model: "gpt-5" });
export async function solve(question: string) {
  const reply = await model.invoke(question);
  const code = (reply.content as string).trim();
  return eval(code);
}
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "reply.content", what: "evaluated as code" },
          line: 8,
          column: 10,
          endLine: 8,
          endColumn: 20,
        },
      ],
    },
    {
      name: "reports the answer of an agent",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export async function solve(question: string) {
  const result = await agent.invoke({ messages: [{ role: "user", content: question }] });
  return eval(result.messages.at(-1).content);
}
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "result.messages.at(-1).content", what: "evaluated as code" },
          line: 7,
          column: 10,
          endLine: 7,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports the answer of a chain",
      code: `
import { PromptTemplate } from "@langchain/core/prompts";
import { StringOutputParser } from "@langchain/core/output_parsers";
import { ChatOpenAI } from "@langchain/openai";

const chain = PromptTemplate.fromTemplate("Write a formula for: {task}").pipe(new ChatOpenAI({ model: "gpt-5" })).pipe(new StringOutputParser());
export async function solve(task: string) {
  return eval(await chain.invoke({ task }));
}
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "chain.invoke({ task })", what: "evaluated as code" },
          line: 8,
          column: 10,
          endLine: 8,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports an aliased import of the tool function",
      code: `
import { tool as makeTool } from "langchain";
import { z } from "zod";

export const calculate = makeTool(async (input: { expression: string }) => String(globalThis.eval(input.expression!)), { name: "calculate", description: "Computes.", schema: z.object({ expression: z.string() }) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "input.expression", what: "evaluated as code" },
          line: 5,
          column: 83,
          endLine: 5,
          endColumn: 117,
        },
      ],
    },
    {
      name: "reports an interrupt whose answer nobody reads",
      code: `
import { interrupt } from "@langchain/langgraph";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const runCode = tool(
  async ({ code }) => {
    interrupt({ code });
    return String(eval(code));
  },
  { name: "run_code", description: "Runs code.", schema: z.object({ code: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "code", what: "evaluated as code" },
          line: 9,
          column: 19,
          endLine: 9,
          endColumn: 29,
        },
      ],
    },
  ],
});

ruleTester.run("no-executed-model-output: commands", rule, {
  valid: [
    {
      name: "accepts an argument of a program that no shell reads",
      code: `
import { execFile } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const list = tool(async ({ folder }) => execFile("ls", ["--", folder]).pid, { name: "list", description: "Lists.", schema: z.object({ folder: z.string() }) });
      `,
    },
    {
      name: "accepts a command of a closed list",
      code: `
import { exec } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const check = tool(async ({ script }) => exec(\`npm run \${script}\`).pid, { name: "check", description: "Checks.", schema: z.object({ script: z.enum(["lint", "test"]) }) });
      `,
    },
    {
      name: "accepts a command that a constant list includes",
      code: `
import { exec } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const ALLOWED = ["git status", "git diff"];
export const git = tool(
  async ({ command }) => {
    if (!ALLOWED.includes(command)) return "ERROR: not allowed.";
    return exec(command).pid;
  },
  { name: "git", description: "Asks git.", schema: z.object({ command: z.string() }) },
);
      `,
    },
    {
      name: "accepts a number in a command",
      code: `
import { execSync } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const log = tool(async ({ count }) => execSync(\`git log -n \${count}\`).toString(), { name: "log", description: "Shows.", schema: z.object({ count: z.number().int() }) });
      `,
    },
    {
      name: "accepts a value whose other letters are taken out",
      code: `
import { execSync } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const log = tool(async ({ branch }) => execSync(\`git log \${branch.replace(/[^a-z0-9-]/gu, "")}\`).toString(), { name: "log", description: "Shows.", schema: z.object({ branch: z.string() }) });
      `,
    },
    {
      name: "accepts a value that a package quotes",
      code: `
import { execSync } from "node:child_process";
import { quote } from "shell-quote";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const log = tool(async ({ branch }) => execSync(\`git log \${quote([branch])}\`).toString(), { name: "log", description: "Shows.", schema: z.object({ branch: z.string() }) });
      `,
    },
    {
      name: "accepts a shell tool that asks for approval",
      code: `
import { exec } from "node:child_process";
import { tool } from "@openai/agents";
import { z } from "zod";

export const shell = tool({ name: "shell", description: "Runs a command.", parameters: z.object({ command: z.string() }), needsApproval: true, execute: async ({ command }) => String(exec(command).pid) });
      `,
    },
    {
      name: "is silent about exec of a regular expression",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const find = tool(async ({ text }) => String(/\\d+/u.exec(text)), { name: "find", description: "Finds.", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about exec of another package",
      code: `
import { exec } from "@acme/jobs";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const start = tool(async ({ job }) => String(exec(job)), { name: "start", description: "Starts.", schema: z.object({ job: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a command that a shell runs",
      code: `
import { exec } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const shell = tool(async ({ command }) => String(exec(command).pid), { name: "shell", description: "Runs a command.", schema: z.object({ command: z.string() }) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "command", what: "run by a shell" },
          line: 6,
          column: 57,
          endLine: 6,
          endColumn: 70,
        },
      ],
    },
    {
      name: "reports an argument inside of a command",
      code: `
import { execSync } from "child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const log = tool(async ({ branch }) => execSync("git log " + branch).toString(), { name: "log", description: "Shows.", schema: z.object({ branch: z.string() }) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "branch", what: "run by a shell" },
          line: 6,
          column: 47,
          endLine: 6,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports exec in its promised form",
      code: `
import { exec } from "node:child_process";
import { promisify } from "node:util";
import { tool } from "ai";
import { z } from "zod";

const run = promisify(exec);
export const shell = tool({ description: "Runs a command.", inputSchema: z.object({ command: z.string() }), execute: async ({ command }) => (await run(command)).stdout });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "command", what: "run by a shell" },
          line: 8,
          column: 148,
          endLine: 8,
          endColumn: 160,
        },
      ],
    },
    {
      name: "reports a package that is required",
      code: `
const childProcess = require("node:child_process");
const { tool } = require("@langchain/core/tools");
const { z } = require("zod");

module.exports.shell = tool(async ({ command }) => String(childProcess.exec(command).pid), { name: "shell", description: "Runs a command.", schema: z.object({ command: z.string() }) });
      `,
      languageOptions: { sourceType: "commonjs" },
      errors: [
        {
          messageId: "executed",
          data: { source: "command", what: "run by a shell" },
          line: 6,
          column: 59,
          endLine: 6,
          endColumn: 85,
        },
      ],
    },
    {
      name: "reports a shell that is handed the command",
      code: `
import { execFile } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const shell = tool(async ({ command }) => execFile("/bin/bash", ["-c", command]).pid, { name: "shell", description: "Runs a command.", schema: z.object({ command: z.string() }) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "command", what: "run by a shell" },
          line: 6,
          column: 50,
          endLine: 6,
          endColumn: 88,
        },
      ],
    },
    {
      name: "reports a program that the model names",
      code: `
import { spawn } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const start = tool(async ({ program, args }) => spawn(program, args).pid, { name: "start", description: "Starts.", schema: z.object({ program: z.string(), args: z.array(z.string()) }) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "program", what: "run as a program" },
          line: 6,
          column: 56,
          endLine: 6,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports an interpreter that is handed the code",
      code: `
import { spawnSync } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const python = tool(async ({ code }) => spawnSync("python3", ["-c", code]).stdout.toString(), { name: "python", description: "Runs Python.", schema: z.object({ code: z.string() }) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "code", what: "run as code" },
          line: 6,
          column: 48,
          endLine: 6,
          endColumn: 82,
        },
      ],
    },
    {
      name: "reports a handler of its own that an MCP server calls",
      code: `
import { exec } from "node:child_process";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "shell", version: "1.0.0" });
server.registerTool("shell", { description: "Runs a command.", inputSchema: { command: z.string() } }, async ({ command }) => {
  exec(command);
  return { content: [{ type: "text", text: "done" }] };
});
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "command", what: "run by a shell" },
          line: 8,
          column: 3,
          endLine: 8,
          endColumn: 16,
        },
      ],
    },
    {
      name: "reports a method of a tool class",
      code: `
import { execSync } from "node:child_process";
import { StructuredTool } from "@langchain/core/tools";
import { z } from "zod";

export class Shell extends StructuredTool {
  name = "shell";
  description = "Runs a command.";
  schema = z.object({ command: z.string() });
  async _call({ command }: { command: string }) {
    return execSync(command).toString();
  }
}
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "command", what: "run by a shell" },
          line: 11,
          column: 12,
          endLine: 11,
          endColumn: 29,
        },
      ],
    },
  ],
});

ruleTester.run("no-executed-model-output: statements", rule, {
  valid: [
    {
      name: "accepts placeholders",
      code: `
import { Pool } from "pg";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const pool = new Pool();
export const find = tool(async ({ name }) => JSON.stringify(await pool.query("SELECT * FROM customers WHERE name = $1", [name])), { name: "find", description: "Finds.", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "accepts a tagged template",
      code: `
import postgres from "postgres";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const sql = postgres();
export const find = tool(async ({ name }) => JSON.stringify(await sql\`SELECT * FROM customers WHERE name = \${name}\`), { name: "find", description: "Finds.", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "accepts placeholders in an object",
      code: `
import { Pool } from "pg";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const pool = new Pool();
export const find = tool(async ({ name }) => JSON.stringify(await pool.query({ text: "SELECT * FROM customers WHERE name = $1", values: [name] })), { name: "find", description: "Finds.", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "accepts a column of a closed list",
      code: `
import { Pool } from "pg";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const pool = new Pool();
export const list = tool(async ({ column, limit }) => JSON.stringify(await pool.query(\`SELECT * FROM customers ORDER BY \${column} LIMIT \${limit}\`)), { name: "list", description: "Lists.", schema: z.object({ column: z.enum(["name", "city"]), limit: z.number() }) });
      `,
    },
    {
      name: "is silent about a sentence that begins like a statement",
      code: `
import { runner } from "@acme/jobs";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const research = tool(async ({ topic }) => runner.run("Select the best source on " + topic), { name: "research", description: "Researches.", schema: z.object({ topic: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a value inside of a statement",
      code: `
import { Pool } from "pg";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const pool = new Pool();
export const find = tool(async ({ name }) => JSON.stringify(await pool.query(\`SELECT * FROM customers WHERE name = '\${name}'\`)), { name: "find", description: "Finds.", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "name", what: "run as SQL" },
          line: 7,
          column: 67,
          endLine: 7,
          endColumn: 127,
        },
      ],
    },
    {
      name: "reports a whole statement",
      code: `
import Database from "better-sqlite3";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const db = new Database("app.db");
export const query = tool(async (input) => JSON.stringify(db.prepare(input.sql).all()), { name: "query", description: "Queries.", schema: z.object({ sql: z.string() }) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "input.sql", what: "run as SQL" },
          line: 7,
          column: 59,
          endLine: 7,
          endColumn: 80,
        },
      ],
    },
    {
      name: "reports a value that is added to a statement of a client out of sight",
      code: `
import { db } from "@acme/db";
import { tool } from "ai";
import { z } from "zod";

export const find = tool({ description: "Finds.", inputSchema: z.object({ name: z.string() }), execute: async ({ name }) => db.query("SELECT * FROM customers WHERE name = '" + name + "'") });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "name", what: "run as SQL" },
          line: 6,
          column: 125,
          endLine: 6,
          endColumn: 188,
        },
      ],
    },
    {
      name: "reports the unsafe door of Prisma",
      code: `
import { PrismaClient } from "@prisma/client";
import { tool } from "ai";
import { z } from "zod";

const prisma = new PrismaClient();
export const query = tool({ description: "Queries.", inputSchema: z.object({ sql: z.string() }), execute: async ({ sql }) => prisma.$queryRawUnsafe(sql) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "sql", what: "run as SQL" },
          line: 7,
          column: 126,
          endLine: 7,
          endColumn: 153,
        },
      ],
    },
    {
      name: "reports the raw door of Drizzle",
      code: `
import { sql } from "drizzle-orm";
import { db } from "@acme/db";
import { tool } from "ai";
import { z } from "zod";

export const query = tool({ description: "Queries.", inputSchema: z.object({ where: z.string() }), execute: async ({ where }) => db.execute(sql\`SELECT * FROM orders WHERE \${sql.raw(where)}\`) });
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "where", what: "run as SQL" },
          line: 7,
          column: 174,
          endLine: 7,
          endColumn: 188,
        },
      ],
    },
  ],
});

ruleTester.run("no-executed-model-output: pages", rule, {
  valid: [
    {
      name: "accepts text that stays text",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function show(element: HTMLElement, prompt: string) {
  const { text } = await generateText({ model: openai("gpt-5"), prompt });
  element.textContent = text;
}
      `,
    },
    {
      name: "accepts HTML that a package cleans",
      code: `
import DOMPurify from "dompurify";
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function show(element: HTMLElement, prompt: string) {
  const { text } = await generateText({ model: openai("gpt-5"), prompt });
  element.innerHTML = DOMPurify.sanitize(text);
}
      `,
    },
    {
      name: "accepts text whose angle brackets are replaced",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function show(element: HTMLElement, prompt: string) {
  const { text } = await generateText({ model: openai("gpt-5"), prompt });
  element.innerHTML = text.replace(/</gu, "&lt;");
}
      `,
    },
    {
      name: "accepts text whose angle brackets are replaced by a method for all",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function show(element: HTMLElement, prompt: string) {
  const { text } = await generateText({ model: openai("gpt-5"), prompt });
  element.innerHTML = text.replaceAll("<", "&lt;");
}
      `,
    },
    {
      name: "accepts text in a statement in which all quotation marks are doubled",
      code: `
import { tool } from "@langchain/core/tools";
import { Pool } from "pg";
import { z } from "zod";

const pool = new Pool();
export const find = tool(async ({ name }) => JSON.stringify(await pool.query(\`SELECT * FROM customers WHERE name = '\${name.replace(/'/g, "''")}'\`)), { name: "find", description: "Finds.", schema: z.object({ name: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports text of which only the first angle bracket is replaced",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function show(element: HTMLElement, prompt: string) {
  const { text } = await generateText({ model: openai("gpt-5"), prompt });
  element.innerHTML = text.replace(/</u, "&lt;");
}
      `,
      errors: [{ messageId: "executed", data: { source: "text", what: "shown as raw HTML" }, line: 7, column: 3, endLine: 7, endColumn: 49 }],
    },
    {
      name: "reports code that is taken out of its fence",
      code: `
import { generateText } from "ai";

export async function transform(rows: unknown[], wish: string) {
  const { text } = await generateText({ model: "openai/gpt-5", prompt: wish });
  const body = text.replace(/\`\`\`(?:js)?/g, "").trim();
  return new Function("rows", body)(rows);
}
      `,
      errors: [{ messageId: "executed", data: { source: "text", what: "compiled to a function" }, line: 7, column: 10, endLine: 7, endColumn: 36 }],
    },
    {
      name: "reports a statement from which the quotation marks around it are taken off",
      code: `
import { generateText } from "ai";
import { Pool } from "pg";

const pool = new Pool();
export async function ask(question: string) {
  const { text } = await generateText({ model: "openai/gpt-5", prompt: question });
  return pool.query(text.replace(/^["']|["']$/g, ""));
}
      `,
      errors: [{ messageId: "executed", data: { source: "text", what: "run as SQL" }, line: 8, column: 10, endLine: 8, endColumn: 54 }],
    },
    {
      name: "reports text that becomes the inside of an element",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function show(element: HTMLElement, prompt: string) {
  const { text } = await generateText({ model: openai("gpt-5"), prompt });
  element.innerHTML = \`<p>\${text}</p>\`;
}
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "text", what: "shown as raw HTML" },
          line: 7,
          column: 3,
          endLine: 7,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports Markdown that keeps the HTML in it",
      code: `
import { marked } from "marked";
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function page(prompt: string) {
  const { text } = await generateText({ model: openai("gpt-5"), prompt });
  return { dangerouslySetInnerHTML: { __html: marked.parse(text) } };
}
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "text", what: "shown as raw HTML" },
          line: 8,
          column: 39,
          endLine: 8,
          endColumn: 65,
        },
      ],
    },
    {
      name: "reports HTML that is inserted beside an element",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function show(element: HTMLElement, prompt: string) {
  const result = await generateText({ model: openai("gpt-5"), prompt });
  element.insertAdjacentHTML("beforeend", result.text);
}
      `,
      errors: [
        {
          messageId: "executed",
          data: { source: "result.text", what: "shown as raw HTML" },
          line: 7,
          column: 3,
          endLine: 7,
          endColumn: 55,
        },
      ],
    },
  ],
});

ruleTester.run("no-executed-model-output: helpers, databases and pages", rule, {
  valid: [
    {
      name: "is silent about a helper that is given a command of a closed list",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { execSync } from "node:child_process";
        const run = (command: string) => execSync(command).toString();
        export const check = tool(async ({ script }) => run(\`npm run \${script}\`), { name: "check", description: "Checks", schema: z.object({ script: z.enum(["lint", "test"]) }) });
      `,
    },
    {
      name: "is silent about a helper that looks at what it is given",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { execSync } from "node:child_process";
        const ALLOWED = ["uptime", "df"];
        function run(command: string) {
          if (!ALLOWED.includes(command)) throw new Error("not allowed");
          return execSync(command).toString();
        }
        export const shell = tool(async ({ command }) => run(command), { name: "shell", description: "Runs", schema: z.object({ command: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper that is given what a caller has looked at",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { execSync } from "node:child_process";
        const ALLOWED = new Set(["uptime", "df"]);
        const run = (command: string) => execSync(command).toString();
        export const shell = tool(async ({ command }) => (ALLOWED.has(command) ? run(command) : "not allowed"), { name: "shell", description: "Runs", schema: z.object({ command: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper that quotes what it is given",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { execSync } from "node:child_process";
        import { quote } from "shell-quote";
        const run = (...words: string[]) => execSync(quote(words)).toString();
        export const shell = tool(async ({ command }) => run("echo", command), { name: "shell", description: "Runs", schema: z.object({ command: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper that runs what the program gives it",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { execSync } from "node:child_process";
        const run = (command: string) => execSync(command).toString();
        export const uptime = run("uptime");
        export const shell = tool(async ({ command }) => command.toUpperCase(), { name: "shell", description: "Runs", schema: z.object({ command: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper that a tool runs after a person approved",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { interrupt } from "@langchain/langgraph";
        import { execSync } from "node:child_process";
        const run = (command: string) => execSync(command).toString();
        export const shell = tool(async ({ command }) => {
          if (interrupt({ command }) !== "approve") return "declined";
          return run(command);
        }, { name: "shell", description: "Runs", schema: z.object({ command: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper that calls itself with a constant",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { execSync } from "node:child_process";
        function run(command: string, again = true): string {
          return again ? run("uptime", false) : execSync(command).toString();
        }
        export const uptime = run("date");
        export { tool, z };
      `,
    },
    {
      name: "is silent about a name of a host that a pattern allows whole",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { execSync } from "node:child_process";
        export const dig = tool(async ({ host }) => execSync(\`dig +short \${host}\`).toString(), { name: "dig", description: "Looks up", schema: z.object({ host: z.string().regex(/^[a-z0-9.-]+$/i) }) });
      `,
    },
    {
      name: "is silent about what the user types into a hook's field",
      code: `
        import { useChat } from "@ai-sdk/react";
        export function Draft() {
          const { input } = useChat();
          return { dangerouslySetInnerHTML: { __html: input } };
        }
      `,
    },
    {
      name: "is silent about a chat's text that a package cleans",
      code: `
        import { useChat } from "@ai-sdk/react";
        import DOMPurify from "dompurify";
        import { marked } from "marked";
        export function Answer() {
          const { messages } = useChat();
          return { dangerouslySetInnerHTML: { __html: DOMPurify.sanitize(marked.parse(messages.at(-1).parts[0].text)) } };
        }
      `,
    },
    {
      name: "is silent about a hook of the same name of the project",
      code: `
        import { generateText } from "ai";
        import { useChat } from "./hooks";
        export function Answer() {
          const { messages } = useChat();
          return { dangerouslySetInnerHTML: { __html: messages.at(-1).html }, generateText };
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports a helper that gives the model's command to a shell",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { execSync } from "node:child_process";
        function run(command: string) {
          return execSync(command).toString();
        }
        export const shell = tool(async ({ command }) => run(command), { name: "shell", description: "Runs", schema: z.object({ command: z.string() }) });
      `,
      errors: [{ messageId: "executed", data: { source: "command", what: "run by a shell" }, line: 6, column: 18, endLine: 6, endColumn: 35 }],
    },
    {
      name: "reports a command of a helper inside of a promise",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { spawn } from "node:child_process";
        const bash = (line: string) => new Promise((resolve) => { spawn("bash", ["-c", line]).on("close", resolve); });
        export const shell = tool(async (input) => String(await bash(input.command)), { name: "shell", description: "Runs", schema: z.object({ command: z.string() }) });
      `,
      errors: [{ messageId: "executed", data: { source: "input.command", what: "run by a shell" }, line: 5, column: 67, endLine: 5, endColumn: 94 }],
    },
    {
      name: "reports a helper of a helper",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const compute = (formula: string) => eval(formula);
        const answer = ({ formula }: { formula: string }) => \`It is \${compute(formula)}\`;
        export const calculate = tool(async ({ expression }) => answer({ formula: expression }), { name: "calculate", description: "Computes", schema: z.object({ expression: z.string() }) });
      `,
      errors: [{ messageId: "executed", data: { source: "expression", what: "evaluated as code" }, line: 4, column: 46, endLine: 4, endColumn: 59 }],
    },
    {
      name: "reports a helper that one of its callers gives the model's text",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { Pool } from "pg";
        const pool = new Pool();
        async function rows(statement: string) {
          return (await pool.query(statement)).rows;
        }
        export const tables = () => rows("SELECT table_name FROM information_schema.tables");
        export const query = tool(async ({ sql }) => JSON.stringify(await rows(sql)), { name: "query", description: "Queries", schema: z.object({ sql: z.string() }) });
      `,
      errors: [{ messageId: "executed", data: { source: "sql", what: "run as SQL" }, line: 7, column: 25, endLine: 7, endColumn: 46 }],
    },
    {
      name: "reports a helper that a function gives a model's answer",
      code: `
        import { generateText } from "ai";
        const compile = (body: string) => new Function("rows", body);
        export async function transform(wish: string) {
          const { text } = await generateText({ model: "openai/gpt-5", prompt: wish });
          return compile(text);
        }
      `,
      errors: [{ messageId: "executed", data: { source: "text", what: "compiled to a function" }, line: 3, column: 43, endLine: 3, endColumn: 69 }],
    },
    {
      name: "reports a statement for Sequelize",
      code: `
        import { Agent } from "@mastra/core/agent";
        import { Sequelize } from "sequelize";
        const sequelize = new Sequelize("sqlite::memory:");
        const analyst = new Agent({ id: "analyst", name: "Analyst", instructions: "Write SQL.", model: "openai/gpt-5" });
        export async function ask(question: string) {
          const { text } = await analyst.generate(question);
          return sequelize.query(text);
        }
      `,
      errors: [{ messageId: "executed", data: { source: "text", what: "run as SQL" }, line: 8, column: 18, endLine: 8, endColumn: 39 }],
    },
    {
      name: "reports a statement for BigQuery",
      code: `
        import { BigQuery } from "@google-cloud/bigquery";
        import { generateText } from "ai";
        const bigquery = new BigQuery();
        export async function ask(question: string) {
          const { text } = await generateText({ model: "openai/gpt-5", prompt: question });
          return bigquery.query({ query: text, location: "EU" });
        }
      `,
      errors: [{ messageId: "executed", data: { source: "text", what: "run as SQL" }, line: 7, column: 18, endLine: 7, endColumn: 65 }],
    },
    {
      name: "reports a chat's Markdown that is shown with the HTML in it",
      code: `
        import { useChat } from "@ai-sdk/react";
        import { marked } from "marked";
        export function Chat() {
          const { messages } = useChat();
          return messages.map((message) => ({ dangerouslySetInnerHTML: { __html: marked(message.parts.map((part) => (part.type === "text" ? part.text : "")).join("")) } }));
        }
      `,
      errors: [{ messageId: "executed", data: { source: "part.text", what: "shown as raw HTML" }, line: 6, column: 74, endLine: 6, endColumn: 167 }],
    },
    {
      name: "reports a completion that is written into the page",
      code: `
        import { useCompletion } from "@ai-sdk/react";
        export function Preview({ frame }: { frame: HTMLIFrameElement }) {
          const { completion } = useCompletion();
          frame.srcdoc = completion;
        }
      `,
      errors: [{ messageId: "executed", data: { source: "completion", what: "shown as raw HTML" }, line: 5, column: 11, endLine: 5, endColumn: 36 }],
    },
    {
      name: "reports a message of a graph's stream that becomes HTML",
      code: `
        import { useStream } from "@langchain/langgraph-sdk/react";
        export function Answer() {
          const thread = useStream({ assistantId: "agent" });
          return { dangerouslySetInnerHTML: { __html: String(thread.messages.at(-1).content) } };
        }
      `,
      errors: [{ messageId: "executed", data: { source: "thread.messages.at(-1).content", what: "shown as raw HTML" }, line: 5, column: 47, endLine: 5, endColumn: 93 }],
    },
    {
      name: "reports a path that the model has a part in",
      code: `
        import { tool } from "@langchain/core/tools";
        import { exec, execFile } from "node:child_process";
        import { join, resolve } from "node:path";
        import { z } from "zod";
        export const list = tool(async ({ folder }) => { exec(\`find "\${resolve(process.cwd(), folder)}"\`); return "ok"; }, { name: "list", schema: z.object({ folder: z.string() }) });
      `,
      errors: [{ messageId: "executed", data: { source: "folder", what: "run by a shell" }, line: 6, column: 58, endLine: 6, endColumn: 106 }],
    },
    {
      name: "reports a query that a chain of the framework wrote",
      code: `
        import { SqlDatabase } from "@langchain/classic/sql_db";
        import { createSqlQueryChain } from "@langchain/classic/chains/sql_db";
        import { StringOutputParser } from "@langchain/core/output_parsers";
        import { PromptTemplate } from "@langchain/core/prompts";
        import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";
        import { ChatOpenAI } from "@langchain/openai";
        const db = await SqlDatabase.fromOptionsParams(options);
        const model = new ChatOpenAI({ model: "gpt-5" });
        const prompt = PromptTemplate.fromTemplate("Write SQL for: {question}");
        const writer = RunnableSequence.from([prompt, model, new StringOutputParser()]);
        const ask = await createSqlQueryChain({ llm: model, db, dialect: "sqlite" });
        const query = await ask.invoke({ question });
        await db.run(query);
      `,
      errors: [{ messageId: "executed", data: { source: "ask.invoke({ question })", what: "run as SQL" }, line: 14, column: 15, endLine: 14, endColumn: 28 }],
    },
    {
      name: "reports a query of a chain that a longer one ends in",
      code: `
        import { SqlDatabase } from "@langchain/classic/sql_db";
        import { createSqlQueryChain } from "@langchain/classic/chains/sql_db";
        import { StringOutputParser } from "@langchain/core/output_parsers";
        import { PromptTemplate } from "@langchain/core/prompts";
        import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";
        import { ChatOpenAI } from "@langchain/openai";
        const db = await SqlDatabase.fromOptionsParams(options);
        const model = new ChatOpenAI({ model: "gpt-5" });
        const prompt = PromptTemplate.fromTemplate("Write SQL for: {question}");
        const writer = RunnableSequence.from([prompt, model, new StringOutputParser()]);
        const chain = RunnablePassthrough.assign({ tables: () => "orders" }).pipe(writer);
        await db.run(await chain.invoke({ question }));
      `,
      errors: [{ messageId: "executed", data: { source: "chain.invoke({ question })", what: "run as SQL" }, line: 13, column: 15, endLine: 13, endColumn: 55 }],
    },
    {
      name: "reports a step that runs what a model before it wrote",
      code: `
        import { SqlDatabase } from "@langchain/classic/sql_db";
        import { createSqlQueryChain } from "@langchain/classic/chains/sql_db";
        import { StringOutputParser } from "@langchain/core/output_parsers";
        import { PromptTemplate } from "@langchain/core/prompts";
        import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";
        import { ChatOpenAI } from "@langchain/openai";
        const db = await SqlDatabase.fromOptionsParams(options);
        const model = new ChatOpenAI({ model: "gpt-5" });
        const prompt = PromptTemplate.fromTemplate("Write SQL for: {question}");
        const writer = RunnableSequence.from([prompt, model, new StringOutputParser()]);
        export const chain = RunnableSequence.from([{ query: writer, question: (input) => input.question }, { response: (input) => db.run(input.query) }, prompt, model]);
      `,
      errors: [{ messageId: "executed", data: { source: "input.query", what: "run as SQL" }, line: 12, column: 132, endLine: 12, endColumn: 151 }],
    },
    {
      name: "reports a step behind one that only adds to the values",
      code: `
        import { SqlDatabase } from "@langchain/classic/sql_db";
        import { createSqlQueryChain } from "@langchain/classic/chains/sql_db";
        import { StringOutputParser } from "@langchain/core/output_parsers";
        import { PromptTemplate } from "@langchain/core/prompts";
        import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";
        import { ChatOpenAI } from "@langchain/openai";
        const db = await SqlDatabase.fromOptionsParams(options);
        const model = new ChatOpenAI({ model: "gpt-5" });
        const prompt = PromptTemplate.fromTemplate("Write SQL for: {question}");
        const writer = RunnableSequence.from([prompt, model, new StringOutputParser()]);
        export const chain = RunnableSequence.from([RunnablePassthrough.assign({ query: writer }), { query: (input) => input.query }, { response: async ({ query }) => db.run(query) }]);
      `,
      errors: [{ messageId: "executed", data: { source: "query", what: "run as SQL" }, line: 12, column: 168, endLine: 12, endColumn: 181 }],
    },
    {
      name: "reports a step that gets the answer of the model itself",
      code: `
        import { SqlDatabase } from "@langchain/classic/sql_db";
        import { createSqlQueryChain } from "@langchain/classic/chains/sql_db";
        import { StringOutputParser } from "@langchain/core/output_parsers";
        import { PromptTemplate } from "@langchain/core/prompts";
        import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";
        import { ChatOpenAI } from "@langchain/openai";
        const db = await SqlDatabase.fromOptionsParams(options);
        const model = new ChatOpenAI({ model: "gpt-5" });
        const prompt = PromptTemplate.fromTemplate("Write SQL for: {question}");
        const writer = RunnableSequence.from([prompt, model, new StringOutputParser()]);
        export const chain = RunnableSequence.from([writer, async (sql) => db.run(sql)]);
      `,
      errors: [{ messageId: "executed", data: { source: "sql", what: "run as SQL" }, line: 12, column: 76, endLine: 12, endColumn: 87 }],
    },
  ],
});

ruleTester.run("no-executed-model-output: what one node writes and another runs", rule, {
  valid: [
    {
      name: "is silent about a field of the state that a node takes from a list of its own",
      code: `
import { exec } from "node:child_process";
import { Annotation, StateGraph } from "@langchain/langgraph";
import { ChatOpenAI } from "@langchain/openai";
const model = new ChatOpenAI({ model: "gpt-5" });
const CHECKS = { lint: "npm run lint", test: "npm test" };
const State = Annotation.Root({ task: Annotation<string>, reason: Annotation<any>, check: Annotation<string> });
const choose = async (state) => ({ reason: await model.invoke(state.task), check: state.task.includes("test") ? CHECKS.test : CHECKS.lint });
const run = async (state) => { exec(state.check); return {}; };
export const graph = new StateGraph(State).addNode("choose", choose).addNode("run", run).compile();
      `,
    },
    {
      name: "is silent about a query of the state that is only shown",
      code: `
import { Annotation, StateGraph } from "@langchain/langgraph";
import { ChatOpenAI } from "@langchain/openai";
import pg from "pg";
const model = new ChatOpenAI({ model: "gpt-5" });
const pool = new pg.Pool();
const State = Annotation.Root({ question: Annotation<string>, query: Annotation<string>, rows: Annotation<any> });
const write = async (state) => ({ query: (await model.invoke(state.question)).text });
const run = async (state) => ({ rows: await pool.query("SELECT id FROM orders WHERE title = $1", [state.query]) });
export const graph = new StateGraph(State).addNode("write", write).addNode("run", run).compile();
      `,
    },
  ],
  invalid: [
    {
      name: "reports SQL that one node's model writes and another node runs",
      code: `
import { Annotation, StateGraph } from "@langchain/langgraph";
import { ChatOpenAI } from "@langchain/openai";
import pg from "pg";
const model = new ChatOpenAI({ model: "gpt-5" });
const pool = new pg.Pool();
const State = Annotation.Root({ question: Annotation<string>, query: Annotation<string>, rows: Annotation<any> });
const write = async (state) => ({ query: (await model.invoke(state.question)).text });
const run = async (state) => ({ rows: await pool.query(state.query) });
export const graph = new StateGraph(State).addNode("write", write).addNode("run", run).compile();
      `,
      errors: [{ messageId: "executed", data: { source: "state.query", what: "run as SQL" }, line: 9, column: 45, endLine: 9, endColumn: 68 }],
    },
    {
      name: "reports a command that is put together by many steps",
      code: `
import { exec } from "node:child_process";
import { promisify } from "node:util";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
const run = promisify(exec);
export const search = tool(
  async ({ pattern, files, recursive, lines }) => {
    let command = "grep";
    if (lines) command += " -n";
    if (recursive) command += " -r";
    else command += " -l";
    if (!lines) command += " -H";
    command += " -e " + pattern;
    if (files) command += " " + files.join(" ");
    else command += " *";
    return (await run(command)).stdout;
  },
  { name: "search", description: "Searches files.", schema: z.object({ pattern: z.string(), files: z.array(z.string()).optional(), recursive: z.boolean(), lines: z.boolean() }) },
);
      `,
      errors: [{ messageId: "executed", data: { source: "pattern", what: "run by a shell" }, line: 17, column: 19, endLine: 17, endColumn: 31 }],
    },
  ],
});

ruleTester.run("no-executed-model-output: Drizzle", rule, {
  valid: [
    {
      name: "is silent about a template that Drizzle fills with parameters",
      code: `
import { tool } from "ai";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { z } from "zod";
import { rows } from "./schema.js";
const db = drizzle(process.env.DATABASE_URL!);
export const find = tool({ description: "Finds", inputSchema: z.object({ id: z.string() }), execute: async ({ id }) => db.execute(sql\`select * from rows where id = \${id}\`) });
      `,
    },
    {
      name: "is silent about a query that Drizzle builds",
      code: `
import { tool } from "ai";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { z } from "zod";
import { rows } from "./schema.js";
const db = drizzle(process.env.DATABASE_URL!);
export const find = tool({ description: "Finds", inputSchema: z.object({ id: z.string() }), execute: async ({ id }) => db.select().from(rows).where(eq(rows.id, id)).execute() });
      `,
    },
    {
      name: "is silent about the name of a statement that Drizzle prepares",
      code: `
import { tool } from "ai";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { z } from "zod";
import { rows } from "./schema.js";
const db = drizzle(process.env.DATABASE_URL!);
export const find = tool({ description: "Finds", inputSchema: z.object({ id: z.string() }), execute: async ({ id }) => db.select().from(rows).prepare(id) });
      `,
    },
    {
      name: "is silent about a function of the project with the same name",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { drizzle } from "./drizzle.js";
const db = drizzle();
export const ask = tool({ description: "Asks", inputSchema: z.object({ query: z.string() }), execute: async ({ query }) => db.execute(query) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a statement of the model that Drizzle executes as it is",
      code: `
import { tool } from "ai";
import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { z } from "zod";
import { rows } from "./schema.js";
const db = drizzle(process.env.DATABASE_URL!);
export const ask = tool({ description: "Asks the database", inputSchema: z.object({ query: z.string() }), execute: async ({ query }) => db.execute(query) });
      `,
      errors: [{ messageId: "executed", data: { source: "query", what: "run as SQL" }, line: 8, column: 137, endLine: 8, endColumn: 154 }],
    },
  ],
});
