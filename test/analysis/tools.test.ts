import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AgentModel } from "../../src/analysis/model.js";
import type { Tool } from "../../src/analysis/facts/tools.js";
import { probe, project } from "../support/probe.js";

/** `framework form name(field, …) handler@contextParameter` for each tool of a snippet. */
function toolsIn(code: string, path?: string): string[] {
  return probe(code, (model) => model.tools.map((tool) => describeTool(model, tool)), path === undefined ? {} : { path });
}

function describeTool(_model: AgentModel, tool: Tool): string {
  const schema = tool.schema ? `(${tool.schema.fields.map((field) => field.path.join(".")).join(", ")}${tool.schema.complete ? "" : tool.schema.fields.length > 0 ? ", …" : "…"})` : "";
  const handler = tool.handler ? ` ${tool.handler.type.replace("Expression", "").replace("Function", "Function")}@${tool.contextParameter}` : " no handler";
  return `${tool.framework.id} ${tool.form} ${tool.name ?? "?"}${schema}${handler}`;
}

type Row = readonly [title: string, code: string, ...tools: string[]];

const core = `import { z } from "zod"; import { tool, DynamicStructuredTool, DynamicTool, StructuredTool, Tool } from "@langchain/core/tools";`;

describe("LangChain.js", () => {
  it.each<Row>([
    ["a tool of an arrow", `${core} const send = tool(async ({ to }, config) => "ok", { name: "send_mail", schema: z.object({ to: z.string() }) });`, "langchain factory send_mail(to) ArrowFunction@1"],
    ["a tool of a function expression", `${core} const send = tool(async function send({ to }) {}, { name: "send_mail", schema: z.object({ to: z.string() }) });`, "langchain factory send_mail(to) Function@1"],
    ["a tool of a named handler", `${core} async function send({ to }) {} export const sendMail = tool(send, { name: "send_mail", schema: z.object({ to: z.string() }) });`, "langchain factory send_mail(to) FunctionDeclaration@1"],
    ["a tool of a const handler", `${core} const send = async ({ to }) => {}; tool(send, { name: "send_mail", schema: z.object({ to: z.string() }) });`, "langchain factory send_mail(to) ArrowFunction@1"],
    ["a tool of a handler that nobody sees", `${core} import { send } from "./gone"; tool(send, { name: "send_mail", schema: z.object({ to: z.string() }) });`, "langchain factory send_mail(to) no handler"],
    ["a tool of a bound method", `${core} class S { send({ to }) {} t = tool(this.send.bind(this), { name: "send_mail", schema: z.object({}) }); }`, "langchain factory send_mail() Function@1"],
    ["a tool of a method of this", `${core} class S { send = async ({ to }) => {}; t = tool(this.send, { name: "send_mail", schema: z.object({}) }); }`, "langchain factory send_mail() ArrowFunction@1"],
    ["a tool with options in a const", `${core} const options = { name: "send_mail", schema: z.object({ to: z.string() }) } as const; tool(() => "", options);`, "langchain factory send_mail(to) ArrowFunction@1"],
    ["a tool with a name in a const", `${core} const NAME = "send_mail"; tool(() => "", { name: NAME, schema: z.object({}) });`, "langchain factory send_mail() ArrowFunction@1"],
    ["a tool with a name in a record", `${core} const NAMES = { send: "send_mail" } as const; tool(() => "", { name: NAMES.send, schema: z.object({}) });`, "langchain factory send_mail() ArrowFunction@1"],
    ["a tool with a computed name", `${core} const send = tool(() => "", { name: prefix + "send", schema: z.object({}) });`, "langchain factory send() ArrowFunction@1"],
    ["a tool with a schema in a const", `${core} const Mail = z.object({ to: z.string() }); tool(() => "", { name: "a", schema: Mail });`, "langchain factory a(to) ArrowFunction@1"],
    ["a tool with a JSON schema", `${core} tool(() => "", { name: "a", schema: { type: "object", properties: { to: { type: "string" } } } });`, "langchain factory a(to) ArrowFunction@1"],
    ["a tool with a schema that nobody sees", `${core} import { Mail } from "./gone"; tool(() => "", { name: "a", schema: Mail });`, "langchain factory a(…) ArrowFunction@1"],
    ["a tool without a schema", `${core} tool(() => "", { name: "a", description: "b" });`, "langchain factory a ArrowFunction@1"],
    ["a tool that parses first", `${core} const Mail = z.object({ to: z.string() }); tool(async (input: any) => { const { to } = Mail.parse(input); }, { name: "a" });`, "langchain factory a(to) ArrowFunction@1"],
    ["a tool of a handler in a wrapper that only calls it", `${core} const safely = (run: Run): Run => async (...args) => { try { return await run(...args); } catch (error) { return "ERROR: " + error; } }; tool(safely(async ({ to }) => ""), { name: "a", schema: z.object({ to: z.string() }) });`, "langchain factory a(to) ArrowFunction@1"],
    ["a tool of a handler that LangSmith traces", `${core} import { traceable } from "langsmith/traceable"; tool(traceable(async ({ to }) => "", { name: "send" }), { name: "a", schema: z.object({ to: z.string() }) });`, "langchain factory a(to) ArrowFunction@1"],
    ["a tool of a handler in a wrapper that gives up in time", `${core} const soon = (run: Run): Run => (...args) => Promise.race([run(...args), timeout(5_000)]); tool(soon(async ({ to }) => ""), { name: "a", schema: z.object({ to: z.string() }) });`, "langchain factory a(to) no handler"],
    ["a tool of a handler in a wrapper that asks", `${core} const asked = (run: Run): Run => async (input) => (interrupt(input) ? run(input) : "refused"); tool(asked(async ({ to }) => ""), { name: "a", schema: z.object({ to: z.string() }) });`, "langchain factory a(to) no handler"],
    ["a tool of a handler in a wrapper that nobody sees", `${core} import { safely } from "./gone"; tool(safely(async ({ to }) => ""), { name: "a", schema: z.object({ to: z.string() }) });`, "langchain factory a(to) no handler"],
    ["a tool of a handler that is one of two functions", `${core} const either = (a: Run, b: Run): Run => (input) => (input ? a(input) : b(input)); tool(either(async () => "", async () => ""), { name: "a", schema: z.object({}) });`, "langchain factory a() no handler"],
    ["a headless tool", `import { tool } from "langchain"; import { z } from "zod"; export const locate = tool({ name: "locate", description: "d", schema: z.object({ area: z.string() }) });`, "langchain factory locate(area) no handler"],
    ["a tool by an alias", `import { tool as make } from "langchain"; make(() => "", { name: "a" });`, "langchain factory a ArrowFunction@1"],
    ["a tool by a namespace", `import * as lc from "langchain"; lc.tool(() => "", { name: "a" });`, "langchain factory a ArrowFunction@1"],
    ["a tool by require", `const { tool } = require("@langchain/core/tools"); tool(() => "", { name: "a" });`, "langchain factory a ArrowFunction@1"],
    ["a tool by Deno's npm:", `import { tool } from "npm:@langchain/core@0.3/tools"; tool(() => "", { name: "a" });`, "langchain factory a ArrowFunction@1"],
    ["a tool by esm.sh", `import { tool } from "https://esm.sh/@langchain/core@0.3/tools"; tool(() => "", { name: "a" });`, "langchain factory a ArrowFunction@1"],
    ["a tool in as", `import { tool } from "langchain"; export const a = (tool as any)(() => "", { name: "a" }) as Tool;`, "langchain factory a ArrowFunction@1"],
    ["a tool in satisfies", `import { tool } from "langchain"; export const a = tool((() => "") satisfies Fn, { name: "a" } satisfies Options);`, "langchain factory a ArrowFunction@1"],
    ["a DynamicStructuredTool", `${core} new DynamicStructuredTool({ name: "a", description: "", schema: z.object({ to: z.string() }), func: async ({ to }) => "" });`, "langchain instance a(to) ArrowFunction@2"],
    ["a DynamicStructuredTool with a method", `${core} new DynamicStructuredTool({ name: "a", schema: z.object({}), async func({ to }) { return ""; } });`, "langchain instance a() Function@2"],
    ["a DynamicTool", `${core} new DynamicTool({ name: "a", description: "", func: async (input) => "" });`, "langchain instance a ArrowFunction@2"],
    ["a tool of langchain/tools", `import { DynamicTool } from "langchain/tools"; new DynamicTool({ name: "a", func: async (input) => "" });`, "langchain instance a ArrowFunction@2"],
    ["options from elsewhere", `${core} import { options } from "./gone"; new DynamicStructuredTool(options);`],
    ["a tool of somebody else", `import { tool } from "carpentry"; tool(() => "", { name: "a" });`],
    ["a tool that is shadowed", `import { tool } from "langchain"; function f(tool) { tool(() => "", { name: "a" }); }`],
    ["a tool that is a global", `tool(() => "", { name: "a" });`],
    ["a call without arguments", `import { tool } from "langchain"; tool();`],
    ["pseudo-tools of bindTools", `${core} model.bindTools([{ name: "a", description: "b", schema: z.object({ userId: z.string() }) }]);`, "langchain declaration a(userId) no handler"],
  ])("%s", (_title, code, ...tools) => {
    expect(toolsIn(code)).toEqual(tools);
  });
});

describe("a class that is a tool", () => {
  it.each<Row>([
    ["of a StructuredTool", `${core} class Send extends StructuredTool { name = "send"; schema = z.object({ to: z.string() }); async _call({ to }, run, config) {} }`, "langchain class send(to) Function@2"],
    ["of a Tool", `${core} class Send extends Tool { name = "send"; async _call(input) {} }`, "langchain class send Function@2"],
    ["with static name and schema in the constructor", `${core} class Send extends StructuredTool { constructor() { super(); this.name = "send"; this.schema = z.object({ to: z.string() }); } async _call() {} }`, "langchain class send(to) Function@2"],
    ["with getters", `${core} class Send extends StructuredTool { get name() { return "send"; } schema = z.object({}); async _call() {} }`, "langchain class Send() Function@2"],
    ["with an arrow for _call", `${core} class Send extends StructuredTool { name = "send"; schema = z.object({}); _call = async ({ to }) => ""; }`, "langchain class send() ArrowFunction@2"],
    ["of a DynamicStructuredTool by super", `${core} class Send extends DynamicStructuredTool { constructor() { super({ name: "send", schema: z.object({ to: z.string() }), func: async ({ to }) => "" }); } }`, "langchain class send(to) ArrowFunction@2"],
    ["of a DynamicStructuredTool by super with a method", `${core} class Send extends DynamicStructuredTool { constructor() { super({ name: "send", schema: z.object({}), func: async (input) => this.run(input) }); } async run(input) {} }`, "langchain class send() ArrowFunction@2"],
    ["of a const of options by super", `${core} const options = { name: "send", schema: z.object({ to: z.string() }), func: async () => "" }; class Send extends DynamicStructuredTool { constructor() { super(options); } }`, "langchain class send(to) ArrowFunction@2"],
    ["of a project's base class", `${core} abstract class Base extends StructuredTool { async _call(input) { return this.run(input); } } class Send extends Base { name = "send"; schema = z.object({ to: z.string() }); }`, "langchain class Base Function@2", "langchain class send(to) Function@2"],
    ["of a namespace", `import * as t from "@langchain/core/tools"; class Send extends t.Tool { name = "send"; async _call() {} }`, "langchain class send Function@2"],
    ["as an expression", `${core} const Send = class extends Tool { name = "send"; async _call() {} };`, "langchain class send Function@2"],
    ["without a handler in sight", `${core} class Send extends StructuredTool { name = "send"; }`, "langchain class send no handler"],
    ["of generics", `${core} class Send<T> extends StructuredTool<T> { name = "send"; async _call() {} }`, "langchain class send Function@2"],
    ["with a private field beside", `${core} class Send extends Tool { #key = 1; name = "send"; async _call() {} }`, "langchain class send Function@2"],
    ["of somebody else", `import { Tool } from "carpentry"; class Send extends Tool { name = "send"; async _call() {} }`],
    ["of itself", `${core} class Send extends Send { async _call() {} }`],
    ["of a circle", `class A extends B {} class B extends A {}`],
    ["of a call", `${core} class Send extends mixin(Tool) { name = "send"; async _call() {} }`],
    ["of null", `class Send extends null {}`],
  ])("%s", (_title, code, ...tools) => {
    expect(toolsIn(code)).toEqual(tools);
  });

  it("of a base class one file away", () => {
    const folder = project({ "base.ts": `import { StructuredTool } from "@langchain/core/tools"; export abstract class Base extends StructuredTool { async _call(input) { return this.run(input); } }` });
    expect(toolsIn(`import { z } from "zod"; import { Base } from "./base"; class Send extends Base { name = "send"; schema = z.object({ to: z.string() }); async run() {} }`, join(folder, "agent.ts"))).toEqual(["langchain class send(to) Function@2"]);
  });

  it("of a base class one file away, by default, behind a barrel", () => {
    const folder = project({ "base.ts": `import { StructuredTool } from "@langchain/core/tools"; export default class extends StructuredTool {}`, "index.ts": `export { default as Base } from "./base"` });
    expect(toolsIn(`import { Base } from "."; class Send extends Base { name = "send"; async _call() {} }`, join(folder, "agent.ts"))).toEqual(["langchain class send Function@2"]);
  });

  it("of a base class of a namespace one file away", () => {
    const folder = project({ "base.ts": `import { StructuredTool } from "@langchain/core/tools"; export class Base extends StructuredTool {}` });
    expect(toolsIn(`import * as base from "./base"; class Send extends base.Base { name = "send"; async _call() {} }`, join(folder, "agent.ts"))).toEqual(["langchain class send Function@2"]);
  });
});

describe("the Vercel AI SDK", () => {
  const imports = `import { tool, dynamicTool } from "ai"; import { z } from "zod";`;
  it.each<Row>([
    ["a tool", `${imports} const send = tool({ description: "", inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => "" });`, "vercel-ai factory send(to) ArrowFunction@1"],
    ["a tool with a method", `${imports} const send = tool({ inputSchema: z.object({ to: z.string() }), async execute({ to }, options) { return ""; } });`, "vercel-ai factory send(to) Function@1"],
    ["a tool of version 4", `${imports} const send = tool({ parameters: z.object({ to: z.string() }), execute: async ({ to }) => "" });`, "vercel-ai factory send(to) ArrowFunction@1"],
    ["a tool in a record", `${imports} const tools = { sendMail: tool({ inputSchema: z.object({}), execute: async () => "" }) };`, "vercel-ai factory sendMail() ArrowFunction@1"],
    ["a tool without execution", `${imports} const ask = tool({ description: "", inputSchema: z.object({ q: z.string() }) });`, "vercel-ai factory ask(q) no handler"],
    ["a tool with a JSON schema", `import { tool, jsonSchema } from "ai"; const send = tool({ inputSchema: jsonSchema({ type: "object", properties: { to: { type: "string" } } }), execute: async () => "" });`, "vercel-ai factory send(to) ArrowFunction@1"],
    ["a dynamic tool", `${imports} const send = dynamicTool({ inputSchema: z.object({}), execute: async () => "" });`, "vercel-ai factory send() ArrowFunction@1"],
    ["a tool that a factory returns", `${imports} export const makeSend = (userId: string) => tool({ inputSchema: z.object({ to: z.string() }), execute: async () => userId });`, "vercel-ai factory ?(to) ArrowFunction@1"],
    ["a tool with an execution from elsewhere", `${imports} import { send } from "./gone"; export const a = tool({ inputSchema: z.object({}), execute: send });`, "vercel-ai factory a() no handler"],
    ["a tool with an execution by shorthand", `${imports} const execute = async () => ""; export const a = tool({ inputSchema: z.object({}), execute });`, "vercel-ai factory a() ArrowFunction@1"],
    ["a tool with a spread", `${imports} const base = { inputSchema: z.object({ to: z.string() }) }; export const a = tool({ ...base, execute: async () => "" });`, "vercel-ai factory a(to) ArrowFunction@1"],
    ["a tool of a function of options", `${imports} export const a = tool(options());`, "vercel-ai factory a no handler"],
  ])("%s", (_title, code, ...tools) => {
    expect(toolsIn(code)).toEqual(tools);
  });
});

describe("the other frameworks", () => {
  it.each<Row>([
    ["OpenAI Agents", `import { tool } from "@openai/agents"; import { z } from "zod"; tool({ name: "send", description: "", parameters: z.object({ to: z.string() }), async execute({ to }, runContext) {} });`, "openai-agents factory send(to) Function@1"],
    ["OpenAI Agents' realtime", `import { tool } from "@openai/agents/realtime"; import { z } from "zod"; const send = tool({ parameters: z.object({}), execute: async () => "" });`, "openai-agents factory send() ArrowFunction@1"],
    ["Mastra", `import { createTool } from "@mastra/core/tools"; import { z } from "zod"; createTool({ id: "send", inputSchema: z.object({ to: z.string() }), outputSchema: z.object({ userId: z.string() }), execute: async ({ context }) => {} });`, "mastra factory send(to) ArrowFunction@1"],
    ["Mastra's root", `import { createTool } from "@mastra/core"; createTool({ id: "send", execute: async () => {} });`, "mastra factory send ArrowFunction@1"],
    ["MCP's registerTool", `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; import { z } from "zod"; const server = new McpServer({}); server.registerTool("send", { inputSchema: { to: z.string() } }, async ({ to }, extra) => {});`, "mcp factory send(to) ArrowFunction@1"],
    ["MCP's registerTool without input", `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; const server = new McpServer({}); server.registerTool("send", { description: "" }, async (extra) => {});`, "mcp factory send ArrowFunction@0"],
    ["MCP's registerTool with options that nobody sees", `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; import { options } from "./gone"; const server = new McpServer({}); server.registerTool("send", options, async ({ to }, extra) => {});`, "mcp factory send ArrowFunction@1"],
    ["MCP's tool with two arguments", `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; new McpServer({}).tool("ping", async (extra) => {});`, "mcp factory ping ArrowFunction@0"],
    ["MCP's tool with a description", `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; const server = new McpServer({}); server.tool("ping", "Answers.", async (extra) => {});`, "mcp factory ping ArrowFunction@0"],
    ["MCP's tool with a schema", `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; import { z } from "zod"; const server = new McpServer({}); server.tool("send", { to: z.string() }, async ({ to }) => {});`, "mcp factory send(to) ArrowFunction@1"],
    ["MCP's tool with both", `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; import { z } from "zod"; const server = new McpServer({}); server.tool("send", "Sends.", { to: z.string() }, async ({ to }) => {});`, "mcp factory send(to) ArrowFunction@1"],
    ["MCP's tool with everything", `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; import { z } from "zod"; const server = new McpServer({}); server.tool("send", "Sends.", { to: z.string() }, { title: "Send" }, async ({ to }) => {});`, "mcp factory send(to) ArrowFunction@1"],
    ["MCP's server as a parameter", `import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; import { z } from "zod"; export function register(server: McpServer) { server.registerTool("send", { inputSchema: { to: z.string() } }, async ({ to }) => {}); }`, "mcp factory send(to) ArrowFunction@1"],
    ["MCP's server as a field", `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; class S { private server: McpServer; constructor() { this.server = new McpServer({}); } m() { this.server.registerTool("send", {}, async () => {}); } }`, "mcp factory send ArrowFunction@0"],
    ["two frameworks in one file", `import { tool } from "ai"; import { tool as lc } from "langchain"; const a = tool({ execute: async () => "" }); lc(() => "", { name: "b" });`, "vercel-ai factory a ArrowFunction@1", "langchain factory b ArrowFunction@1"],
  ])("%s", (_title, code, ...tools) => {
    expect(toolsIn(code)).toEqual(tools);
  });
});

describe("a tool that is made in a loop", () => {
  const mcp = `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; import { z } from "zod"; const server = new McpServer({});`;
  const langchain = `import { tool } from "@langchain/core/tools"; import { z } from "zod";`;
  const ai = `import { tool } from "ai"; import { z } from "zod";`;
  const list = `const list = [{ name: "find", schema: { query: z.string() }, run: async ({ query }) => query }, { name: "send", schema: { to: z.string() }, run: async ({ to }) => to }];`;
  const BOTH = ["mcp factory find(query) ArrowFunction@1", "mcp factory send(to) ArrowFunction@1"] as const;
  const specs = `const specs = [{ name: "find", schema: z.object({ query: z.string() }), run: async ({ query }) => query }];`;
  it.each<Row>([
    ["over a list", `${mcp} ${list} for (const each of list) server.registerTool(each.name, { inputSchema: each.schema }, each.run);`, ...BOTH],
    ["over a list whose objects are taken apart", `${mcp} ${list} for (const { name, schema: inputSchema, run } of list) { server.registerTool(name, { inputSchema }, run); }`, ...BOTH],
    ["under a condition", `${mcp} ${list} for (const each of list) { if (allowed(each.name)) { server.registerTool(each.name, { inputSchema: each.schema }, each.run); } }`, ...BOTH],
    ["by forEach", `${mcp} ${list} list.forEach((each) => server.registerTool(each.name, { inputSchema: each.schema }, each.run));`, ...BOTH],
    ["over a part of a list", `${mcp} ${list} for (const each of list.filter(({ name }) => allowed(name))) server.registerTool(each.name, { inputSchema: each.schema }, each.run);`, ...BOTH],
    ["over named objects", `${mcp} const find = { name: "find", schema: { query: z.string() }, run: async ({ query }) => query }; for (const each of [find]) server.registerTool(each.name, { inputSchema: each.schema }, each.run);`, BOTH[0]],
    ["over the values of a record", `${mcp} const record = { find: { schema: { query: z.string() }, run: async ({ query }) => query } }; for (const each of Object.values(record)) server.registerTool(each.title, { inputSchema: each.schema }, each.run);`, BOTH[0]],
    ["over the entries of a record", `${mcp} const record = { find: { schema: { query: z.string() }, run: async ({ query }) => query } }; for (const [name, each] of Object.entries(record)) server.registerTool(name, { inputSchema: each.schema }, each.run);`, BOTH[0]],
    ["with options of its own", `${mcp} const list = [{ name: "find", options: { inputSchema: { query: z.string() } }, run: async ({ query }) => query }]; for (const each of list) server.registerTool(each.name, each.options, each.run);`, BOTH[0]],
    ["by map", `${langchain} ${specs} export const tools = specs.map((spec) => tool(spec.run, { name: spec.name, schema: spec.schema }));`, "langchain factory find(query) ArrowFunction@1"],
    ["with a handler for all of them", `${langchain} ${specs} export const tools = specs.map((spec) => tool(async (input) => call(spec, input), { name: spec.name, schema: spec.schema }));`, "langchain factory find(query) ArrowFunction@1"],
    ["of the whole object", `${ai} const specs = { find: { inputSchema: z.object({ query: z.string() }), execute: async ({ query }) => query } }; export const tools = Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, tool(spec)]));`, "vercel-ai factory find(query) ArrowFunction@1"],
    ["from parts of something else", `${langchain} ${specs} const other = { run: async () => "" }; export const tools = specs.map((spec) => tool(other.run, { name: "other", schema: z.object({}) }));`, "langchain factory other() ArrowFunction@1"],
    ["over a list that nobody sees", `${mcp} import { list } from "./gone"; for (const each of list) server.registerTool(each.name, { inputSchema: each.schema }, each.run);`, "mcp factory ?(…) no handler"],
    ["over a list of which one object cannot be seen", `${mcp} import { other } from "./gone"; const find = { name: "find", schema: {}, run: async () => "" }; for (const each of [find, other]) server.registerTool(each.name, { inputSchema: each.schema }, each.run);`, "mcp factory ?(…) no handler"],
    ["over objects that lack the part", `${mcp} const list = [{ name: "find" }]; for (const each of list) server.registerTool(each.name, { inputSchema: each.schema }, each.run);`, "mcp factory find(…) no handler"],
    ["from a wrapped part", `${mcp} ${list} for (const each of list) server.registerTool(each.name, { inputSchema: { query: z.string() } }, guarded(each.run));`, "mcp factory find(query) no handler", "mcp factory send(query) no handler"],
    ["in a function that each round calls", `${mcp} ${list} const add = (each) => server.registerTool(each.name, { inputSchema: each.schema }, each.run); list.forEach(add);`, "mcp factory ?(…) no handler"],
    ["over a list that is made of itself", `${mcp} const list = [...list]; for (const each of list) server.registerTool(each.name, { inputSchema: each.schema }, each.run);`, "mcp factory ?(…) no handler"],
  ])("%s", (_title, code, ...tools) => {
    expect(toolsIn(code)).toEqual(tools);
  });
});

describe("an object that its type says to be a tool", () => {
  const mcp = `import type { Tool } from "@modelcontextprotocol/sdk/types.js";`;
  const ai = `import { z } from "zod"; import type { Tool, ToolSet } from "ai";`;
  const find = `{ name: "find", description: "", inputSchema: { type: "object", properties: { query: { type: "string" } } } }`;
  const payslip = `{ description: "", inputSchema: z.object({ month: z.string() }), execute: async ({ month }) => month }`;
  it.each<Row>([
    ["the type of a const", `${mcp} export const a: Tool = ${find};`, "mcp declaration find(query) no handler"],
    ["the type of a list", `${mcp} export const a: Tool[] = [${find}];`, "mcp declaration find(query) no handler"],
    ["the type of a list that nobody may change", `${mcp} export const a: readonly Tool[] = [${find}]; export const b: ReadonlyArray<Tool> = [];`, "mcp declaration find(query) no handler"],
    ["the type of a record's values", `${mcp} export const a: Record<string, Tool> = { find: ${find} };`, "mcp declaration find(query) no handler"],
    ["the type of a field", `${mcp} class Desk { static readonly find: Tool = ${find}; }`, "mcp declaration find(query) no handler"],
    ["the type of what a function returns", `${mcp} export function toolsOf(): Tool[] { return [${find}]; }`, "mcp declaration find(query) no handler"],
    ["the type of what a function promises", `${mcp} export const toolsOf = async (): Promise<Array<Tool>> => [${find}];`, "mcp declaration find(query) no handler"],
    ["satisfies", `${mcp} export const a = ${find} as const satisfies Tool; export const b = ${find} satisfies Tool;`, "mcp declaration find(query) no handler", "mcp declaration find(query) no handler"],
    ["as", `${mcp} export const a = [${find}] as Tool[];`, "mcp declaration find(query) no handler"],
    ["the type by another name", `import { type Tool as Listed } from "@modelcontextprotocol/sdk/types.js"; export const a: Listed = ${find};`, "mcp declaration find(query) no handler"],
    ["version 2 of the SDK", `import type { Tool } from "@modelcontextprotocol/server"; export const a: Tool = ${find};`, "mcp declaration find(query) no handler"],
    ["the AI SDK", `${ai} export const payslip: Tool = ${payslip};`, "vercel-ai declaration payslip(month) ArrowFunction@1"],
    ["the AI SDK's record", `${ai} export const tools: ToolSet = { payslip: ${payslip} };`, "vercel-ai declaration payslip(month) ArrowFunction@1"],
    ["the AI SDK's record from a function", `${ai} export const toolsFor = (user: User): ToolSet => ({ payslip: ${payslip} });`, "vercel-ai declaration payslip(month) ArrowFunction@1"],
    ["a const that holds another tool", `${ai} import { tool } from "ai"; export const payslip: Tool = tool(${payslip});`, "vercel-ai factory payslip(month) ArrowFunction@1"],
    ["one that an agent holds as well", `${ai} import { generateText } from "ai"; const tools: ToolSet = { payslip: ${payslip} }; generateText({ model, tools });`, "vercel-ai declaration payslip(month) ArrowFunction@1"],
    ["a type of one's own", `import "ai"; interface Tool { name: string } export const a: Tool = ${find};`],
    ["a type of a file of one's own", `import "ai"; import type { Tool } from "./gone"; export const a: Tool = ${find};`],
    ["a type of somebody else", `import "ai"; import type { Tool } from "carpentry"; export const a: Tool = ${find};`],
    ["a type that is shadowed", `${mcp} namespace shop { interface Tool { name: string } export const a: Tool = ${find}; }`],
    ["a type of which the tool is only a part", `${mcp} export const a: Map<string, Tool> = new Map([["find", ${find}]]); export const b: { tool: Tool } = { tool: ${find} };`],
    ["the keys of a record", `${ai} export const a: Record<Tool, string> = { find: "" };`],
    ["an argument", `${mcp} export const nameOf = (tool: Tool) => tool.name; nameOf(${find});`],
    ["a const without a value", `${mcp} export let a: Tool; export declare const b: Tool;`],
    ["what a server answered", `${mcp} export const tools: Tool[] = (await client.listTools()).tools;`],
  ])("%s", (_title, code, ...tools) => {
    expect(toolsIn(code)).toEqual(tools);
  });

  it("is seen through a file that hands the type on", () => {
    const folder = project({ "types.ts": `export type { Tool } from "@modelcontextprotocol/sdk/types.js";` });
    expect(toolsIn(`import "@modelcontextprotocol/sdk/types.js"; import type { Tool } from "./types"; export const a: Tool = ${find};`, join(folder, "find.ts"))).toEqual(["mcp declaration find(query) no handler"]);
  });
});

describe("a tool handed on by the project", () => {
  it("is told by the file that the import leads to", () => {
    const folder = project({ "kit.ts": `export { tool } from "@langchain/core/tools"`, "schemas.ts": `import { z } from "zod"; export const Mail = z.object({ to: z.string() })`, "send.ts": `export async function send({ to }) {}` });
    const code = `import { tool } from "./kit"; import { Mail } from "./schemas"; import { send } from "./send"; export const a = tool(send, { name: "a", schema: Mail });`;
    expect(toolsIn(code, join(folder, "agent.ts"))).toEqual(["langchain factory a(to) FunctionDeclaration@1"]);
  });
});
