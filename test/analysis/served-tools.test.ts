import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AgentModel } from "../../src/analysis/model.js";
import { staticString } from "../../src/analysis/syntax/expression.js";
import { probe, project } from "../support/probe.js";

const imports = `import { Server } from "@modelcontextprotocol/sdk/server/index.js"; import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js"; import { z } from "zod"; const server = new Server({ name: "desk", version: "1" }, { capabilities: { tools: {} } });`;
const text = (...keys: string[]): string => `{ type: "object", properties: { ${keys.map((key) => `${key}: { type: "string" }`).join(", ")} } }`;
const list = (tools: string): string => `server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: ${tools} }));`;
const two = list(`[{ name: "find", inputSchema: ${text("query")} }, { name: "send", inputSchema: ${text("to", "body")} }]`);
const answer = (body: string, parameters = "request"): string => `server.setRequestHandler(CallToolRequestSchema, async (${parameters}) => { ${body} });`;
const called = (body: string): string => answer(`const { name, arguments: args } = request.params; ${body}`);

/** `name(field, …) → hits` for each tool, and for what its handlers run whatever the tool is; a hit is the literal in `hit("…")`. */
function servedIn(code: string, path?: string): string[] {
  return probe(`${imports} ${code}`, served, { settings: { "agent-guardrails": { externalCalls: ["hit"] } }, ...(path === undefined ? {} : { path }) });
}

function served(model: AgentModel): string[] {
  const fields = model.tools.map((tool) => `${tool.name ?? "?"}(${tool.schema?.fields.map(({ path }) => path.join(".")).join(", ") ?? "?"})${tool.handler ? "" : " no handler"}`);
  const code = model.agentCode.map((each) => `${each.name ?? "any"}: ${model.reachedFrom(each).flatMap(({ call }) => (call.callee.type === "Identifier" && call.callee.name === "hit" ? [staticString(call.arguments[0]) ?? "?"] : [])).join(", ")}`);
  return [...fields, ...code];
}

type Row = readonly [title: string, code: string, ...served: string[]];

const LISTED = ["find(query)", "send(to, body)"] as const;

describe("the tools of a server that answers requests itself are told apart by", () => {
  it.each<Row>([
    ["a switch", `${two} ${answer('hit("before"); switch (request.params.name) { case "find": return hit("f"); case "send": { return hit("s"); } default: hit("none"); }')}`, ...LISTED, "find: f", "send: s", "any: before, none"],
    ["a switch, where the list comes from out of sight and their type tells the tools", `import type { Tool } from "@modelcontextprotocol/sdk/types.js"; const FIND: Tool = { name: "find", inputSchema: ${text("query")} }; const SEND: Tool = { name: "send", inputSchema: ${text("to", "body")} }; ${list("listed()")} ${answer('switch (request.params.name) { case "find": return hit("f"); case "send": return hit("s"); }')}`, ...LISTED, "find: f", "send: s", "any: "],
    ["a switch over a name that is taken apart", `${two} ${called('switch (name) { case "find": return hit("f"); case "send": return hit("s"); }')}`, ...LISTED, "find: f", "send: s", "any: "],
    ["a switch over a parameter that is taken apart", `${two} ${answer('switch (name) { case "find": return hit("f"); case "send": return hit("s"); }', "{ params: { name, arguments: args } }")}`, ...LISTED, "find: f", "send: s", "any: "],
    ["a switch in a try", `${two} ${answer('try { switch (request.params.name) { case "find": return hit("f"); case "send": return hit("s"); } } catch (error) { return hit("e"); }')}`, ...LISTED, "find: f", "send: s", "any: e"],
    ["a switch in a callback", `${two} ${answer('return withTrace(async () => { switch (request.params.name) { case "find": return hit("f"); case "send": return hit("s"); } });')}`, ...LISTED, "find: f", "send: s", "any: "],
    ["a chain of comparisons", `${two} ${called('if (name === "find") { return hit("f"); } else if ("send" === name) { return hit("s"); } else { return hit("none"); }')}`, ...LISTED, "find: f", "send: s", "any: none"],
    ["comparisons one after the other", `${two} ${answer('if (request.params.name === "find") return hit("f"); if (request.params.name === "send") return hit("s"); throw new Error("none");')}`, ...LISTED, "find: f", "send: s", "any: "],
    ["a conditional expression", `${two} ${called('return name === "find" ? hit("f") : hit("rest");')}`, "find(query)", "send(to, body) no handler", "find: f", "any: rest"],
    ["a comparison with a further condition", `${two} ${called('if (name === "find" && args) return hit("f"); return hit("rest");')}`, "find(query)", "send(to, body) no handler", "find: f", "any: rest"],
    ["a name in a constant", `const SEND = "send"; ${two} ${called('switch (name) { case SEND: return hit("s"); }')}`, "find(query) no handler", "send(to, body)", "send: s", "any: "],
    ["the name of a tool in a constant", `const FIND = { name: "find", inputSchema: ${text("query")} }; ${list("[FIND]")} ${called('switch (name) { case FIND.name: return hit("f"); }')}`, "find(query)", "find: f", "any: "],
    ["the member of an enum", `enum Tools { Find = "find", Send = "send" } ${list(`[{ name: Tools.Find, inputSchema: ${text("query")} }]`)} ${called('switch (name) { case Tools.Find: return hit("f"); case Tools.Send: return hit("s"); }')}`, "send(?)", "find(query)", "find: f", "send: s", "any: "],
    ["a function that is given the request", `${two} server.setRequestHandler(CallToolRequestSchema, (request) => answer(request)); async function answer(request) { hit("before"); switch (request.params.name) { case "find": return hit("f"); case "send": return hit("s"); } }`, ...LISTED, "find: f", "send: s", "any: ", "any: before"],
    ["a function that is given name and arguments", `${two} ${answer("return answer(request.params.name, request.params.arguments ?? {});")} async function answer(name, args) { switch (name) { case "find": return hit("f"); case "send": return hit("s"); } }`, ...LISTED, "find: f", "send: s", "any: ", "any: "],
    ["a method that is given name and arguments", `class Desk { constructor() { const server = new Server({}, {}); ${two} ${answer("return this.answer(request.params.name, request.params.arguments);")} } async answer(name, args) { switch (name) { case "find": return this.find(args); case "send": return hit("s"); } } async find({ query }) { return hit("f"); } }`, ...LISTED, "find: f", "send: s", "any: ", "any: "],
    ["a bound method", `class Desk { server = new Server({}, {}); constructor() { this.server.setRequestHandler(CallToolRequestSchema, this.answer.bind(this)); } async answer(request) { switch (request.params.name) { case "find": return hit("f"); } } } ${two}`, "find(query)", "send(to, body) no handler", "find: f", "any: "],
    ["a wrapper that only watches", `import { traceable } from "langsmith/traceable"; ${two} server.setRequestHandler(CallToolRequestSchema, traceable(async (request) => { switch (request.params.name) { case "find": return hit("f"); } }));`, "find(query)", "send(to, body) no handler", "find: f", "any: "],
    ["version 2 of the SDK", `import { Server as Server2 } from "@modelcontextprotocol/server"; const second = new Server2({ name: "desk", version: "1" }, {}); second.setRequestHandler("tools/list", async () => ({ tools: [{ name: "find", inputSchema: ${text("query")} }] })); second.setRequestHandler("tools/call", async (request, ctx) => { switch (request.params.name) { case "find": return hit("f"); } });`, "find(query)", "find: f", "any: "],
    ["a table of functions", `${two} const handlers = { find: async ({ query }) => hit("f"), send: async ({ to }) => hit("s") }; ${called("return handlers[name](args);")}`, ...LISTED, "find: f", "send: s", "any: "],
    ["a table that is looked up first", `${two} const handlers = { find: async ({ query }) => hit("f"), send: async ({ to }) => hit("s") }; ${called('const handler = handlers[name]; if (!handler) throw new Error("none"); return handler(args);')}`, ...LISTED, "find: f", "send: s", "any: "],
    ["a table of functions that are given the request", `${two} const handlers = { find: async (request) => hit("f"), send: async (request) => hit("s") }; ${called("return handlers[name](request);")}`, ...LISTED, "find: f", "send: s", "any: "],
    ["a list with functions", `const tools = [{ name: "find", inputSchema: ${text("query")}, run: async ({ query }) => hit("f") }, { name: "send", inputSchema: ${text("to")}, run: async ({ to }) => hit("s") }]; ${list("tools.map(({ name, inputSchema }) => ({ name, inputSchema }))")} ${called("const tool = tools.find((each) => each.name === name); return tool.run(args);")}`, "find(query)", "send(to)", "find: f", "send: s", "any: "],
  ])("%s", (_title, code, ...expected) => {
    expect(servedIn(code).toSorted()).toEqual([...expected].toSorted());
  });
});

describe("a server that answers requests itself", () => {
  it.each<Row>([
    ["has one code for two tools that are answered in one place", `${two} ${called('switch (name) { case "find": case "send": return hit("both"); }')}`, ...LISTED, "any: both", "any: "],
    ["has one handler for its only tool", `${list(`[{ name: "find", inputSchema: ${text("query")} }]`)} ${answer('return hit("f");')}`, "find(query)", "find: f"],
    ["has nameless code where tools cannot be told apart", `${two} ${answer('return hit("any");')}`, "find(query) no handler", "send(to, body) no handler", "any: any"],
    ["has nameless code where its list cannot be seen", `import { tools } from "./gone"; ${list("tools")} ${answer('return hit("any");')}`, "any: any"],
    ["has tools that only its handler names", called('switch (name) { case "find": { const { query } = z.object({ query: z.string() }).parse(args); return hit("f"); } case "help": return hit("h"); }'), "find(query)", "help(?)", "find: f", "help: h", "any: "],
    ["has the schema of zod-to-json-schema", `import { zodToJsonSchema } from "zod-to-json-schema"; const Find = z.object({ query: z.string() }); ${list('[{ name: "find", inputSchema: zodToJsonSchema(Find) }, { name: "help", inputSchema: { type: "object" } }]')} ${called('switch (name) { case "find": return hit("f"); }')}`, "find(query)", "help() no handler", "find: f", "any: "],
    ["lists tools by a function", `const tools = () => [{ name: "find", inputSchema: ${text("query")} }]; ${list("tools()")} ${called('if (name === "find") return hit("f");')}`, "find(query)", "find: f", "any: "],
    ["lists tools of a record", `const tools = { a: { name: "find", inputSchema: ${text("query")} } }; ${list("Object.values(tools)")} ${called('if (name === "find") return hit("f");')}`, "find(query)", "find: f", "any: "],
    ["lists some tools", `const tools = [{ name: "find", inputSchema: ${text("query")} }]; ${list("(readOnly ? tools : [...tools]).filter(isAllowed)")} ${called('if (name === "find") return hit("f");')}`, "find(query)", "find: f", "any: "],
    ["keeps what a tool's own helper in the handler does to the tool", `${two} ${called('async function deliver() { return hit("s"); } switch (name) { case "send": return deliver(); }')}`, "find(query) no handler", "send(to, body)", "send: s", "any: "],
    ["does not take another text for a name", `${two} ${called('switch (args.kind) { case "find": return hit("f"); }')}`, "find(query) no handler", "send(to, body) no handler", "any: f"],
    ["does not take a shadowed name", `${two} ${called('for (const name of names) { if (name === "find") hit("f"); }')}`, "find(query) no handler", "send(to, body) no handler", "any: f"],
    ["does not take a negation", `${two} ${called('if (name !== "find") return hit("none"); return hit("rest");')}`, "find(query) no handler", "send(to, body) no handler", "any: none, rest"],
    ["is none with a schema of somebody else", `import { CallToolRequestSchema as Other } from "./own"; server.setRequestHandler(Other, async (request) => { switch (request.params.name) { case "find": return hit("f"); } });`],
    ["is none in version 2 where the object is somebody else's", `bus.setRequestHandler("tools/call", async (request) => { switch (request.params.name) { case "find": return hit("f"); } });`],
    ["is none where requests are for something else", `import { ReadResourceRequestSchema } from "@modelcontextprotocol/sdk/types.js"; server.setRequestHandler(ReadResourceRequestSchema, async (request) => { switch (request.params.name) { case "find": return hit("f"); } });`],
  ])("%s", (_title, code, ...expected) => {
    expect(servedIn(code).toSorted()).toEqual([...expected].toSorted());
  });

  it("has the tools that another file defines where it asks for their names", () => {
    const root = project({ "tools.ts": `import type { Tool } from "@modelcontextprotocol/sdk/types.js"; export const FIND: Tool = { name: "find", inputSchema: ${text("query")} };` });

    expect(servedIn(`import { FIND } from "./tools.js"; ${list("[FIND]")} ${called("switch (name) { case FIND.name: return hit('f'); }")}`, join(root, "server.ts"))).toEqual(["find(query)", "find: f", "any: "]);
  });

  it("answers by a function of another file", () => {
    const root = project({ "answer.ts": 'export async function answer(request) { switch (request.params.name) { case "find": return hit("f"); case "send": return hit("s"); } }' });

    expect(servedIn(`import { answer } from "./answer.js"; ${two} server.setRequestHandler(CallToolRequestSchema, answer);`, join(root, "server.ts"))).toEqual([...LISTED, "find: f", "send: s", "any: "]);
  });
});
