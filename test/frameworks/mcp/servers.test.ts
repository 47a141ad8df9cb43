import executionRule from "../../../rules/no-executed-model-output.js";
import fallbackRule from "../../../rules/no-identity-fallback.js";
import identityRule from "../../../rules/no-llm-identity-args.js";
import openRule from "../../../rules/no-open-tool-schema.js";
import logRule from "../../../rules/no-pii-in-logs.js";
import sharedRule from "../../../rules/no-shared-mcp-server.js";
import silenceRule from "../../../rules/no-silent-tool-error.js";
import authedRule from "../../../rules/prefer-authed-tool.js";
import approvalRule from "../../../rules/require-approval-for-external.js";
import deadlineRule from "../../../rules/require-fetch-timeout.js";
import errorRule from "../../../rules/require-tool-error-result.js";
import quotaRule from "../../../rules/require-tool-quota.js";
import { mcpRequests } from "../dialects.js";
import { testRule } from "../framework-tester.js";

const { head } = mcpRequests;
const list = (tools: string): string => `server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [${tools}] }));\n`;
const calls = (body: string): string => `server.setRequestHandler(CallToolRequestSchema, async (request, extra) => {\nconst { name, arguments: args } = request.params;\n${body}\n});`;
const tool = (name: string, keys: string, more = ""): string => `{ name: "${name}", description: "A tool", inputSchema: { type: "object", properties: { ${keys} }${more} } }`;
const find = tool("find", 'query: { type: "string" }');
const fast = 'import { FastMCP } from "fastmcp";\nimport { z } from "zod";\nconst server = new FastMCP({ name: "desk", version: "1.0.0", authenticate });\n';
const SDK = 'import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";\nimport { z } from "zod";\n';

const identity = (name: string, path: string) => ({ messageId: "identityArgument", data: { tool: `Tool "${name}"`, path, named: "the caller" } });

const agent = (schema: string, handler: string): string => `${SDK}import { McpAgent } from "agents/mcp";
export class Desk extends McpAgent<Env, object, { userId: string }> {
server = new McpServer({ name: "desk", version: "1.0.0" });
async init() {
this.server.registerTool("orders", { inputSchema: { ${schema} } }, ${handler});
}
}`;

testRule(identityRule, {
  reported: [
    { name: "reports a tool that a server lists", code: `${head}${list(tool("orders", '⟦userId⟧: { type: "string" }'))}${calls("return load(args.userId);")}`, ...identity("orders", "userId"), suggestions: [] },
    { name: "reports the schema of a tool in a constant", code: `${head}const ORDERS = ${tool("orders", '⟦user_id⟧: { type: "string" }')};\n${list(`ORDERS, ${find}`)}${calls('switch (name) {\ncase ORDERS.name:\nreturn load(args.user_id);\ncase "find":\nreturn search(args.query);\n}')}`, ...identity("orders", "user_id"), suggestions: [] },
    { name: "reports what only the handler asks for", code: `${head}${calls('if (name === "orders") {\nconst { userId } = z.object({ ⟦userId⟧: z.string() }).parse(args);\nreturn load(userId);\n}')}`, ...identity("orders", "userId"), suggestions: [] },
    { name: "reports a tool of FastMCP, and reads the caller from the session", code: `${fast}server.addTool({ name: "orders", parameters: z.object({ ⟦userId⟧: z.string(), page: z.number() }), execute: async ({ userId, page }, context) => load(userId, page) });`, ...identity("orders", "userId"), suggestions: [{ messageId: "readFromContext", data: { path: "userId", expression: "(context.session as Record<string, unknown> | undefined)?.userId as string" }, output: `${fast}server.addTool({ name: "orders", parameters: z.object({ page: z.number() }), execute: async ({ page }, context) => load((context.session as Record<string, unknown> | undefined)?.userId as string, page) });` }] },
    { name: "reports a tool of FastMCP whose session is taken apart", code: `${fast}server.addTool({ name: "orders", parameters: z.object({ ⟦userId⟧: z.string() }), execute: async ({ userId }, { session }) => load(userId, session) });`, ...identity("orders", "userId"), suggestions: [] },
    { name: "reports a tool of mcp-handler", code: 'import { createMcpHandler } from "mcp-handler";\nimport { z } from "zod";\nexport const POST = createMcpHandler((server) => {\nserver.tool("orders", "Orders", { ⟦userId⟧: z.string() }, async (input) => load(input));\n}, {}, { basePath: "/api" });', ...identity("orders", "userId"), suggestions: [] },
    { name: "reports a tool of the class that Cloudflare has for a server, and reads the caller from its props", code: agent("⟦userId⟧: z.string(), page: z.number()", "async ({ userId, page }) => load(userId, page)"), ...identity("orders", "userId"), suggestions: [{ messageId: "readFromContext", data: { path: "userId", expression: "(this.props as Record<string, unknown> | undefined)?.userId as string" }, output: agent("page: z.number()", "async ({ page }) => load((this.props as Record<string, unknown> | undefined)?.userId as string, page)") }] },
    { name: "reports a tool of that class whose handler has a `this` of its own", code: agent("⟦userId⟧: z.string()", "async function ({ userId }) { return load(userId); }"), ...identity("orders", "userId"), suggestions: [] },
    { name: "reports a tool that a server of the project adds to itself", code: `${SDK}export class Desk extends McpServer {\nconstructor() {\nsuper({ name: "desk", version: "1.0.0" });\nthis.registerTool("orders", { inputSchema: { ⟦userId⟧: z.string() } }, async (input) => load(input));\n}\n}`, ...identity("orders", "userId"), suggestions: [] },
  ],
  silent: [
    { name: "is silent about tools without an identity", code: `${head}${list(find)}${calls("return search(args.query);")}` },
    { name: "is silent about the schema of a function of the project with that name", code: 'import { createMcpHandler } from "./own";\nimport { FastMCP } from "fastmcp";\nimport { z } from "zod";\ncreateMcpHandler((server) => {\nserver.tool("orders", "Orders", { userId: z.string() }, async (input) => load(input));\n});' },
    { name: "is silent about a second parameter of what mcp-handler calls", code: 'import { createMcpHandler } from "mcp-handler";\nimport { z } from "zod";\ncreateMcpHandler((server, other) => {\nother.tool("orders", "Orders", { userId: z.string() }, async (input) => load(input));\n});' },
    { name: "is silent about addTool of another class", code: 'import { FastMCP } from "./fast";\nimport "fastmcp";\nimport { z } from "zod";\nnew FastMCP().addTool({ name: "orders", parameters: z.object({ userId: z.string() }), execute: async (input) => load(input) });' },
    { name: "is silent about a class that registers tools in its own way", code: `${SDK}export class Desk extends McpServer {\nregisterTool(...parts) {\nthis.parts.push(parts);\n}\nsetUp() {\nthis.registerTool("orders", { inputSchema: { userId: z.string() } }, async (input) => load(input));\n}\n}` },
    { name: "is silent about the identity of the session", code: `${fast}server.addTool({ name: "orders", parameters: z.object({ page: z.number() }), execute: async ({ page }, { session }) => load(session.userId, page) });` },
  ],
});

testRule(fallbackRule, {
  reported: [
    { name: "reports somebody who stands in for the caller that Cloudflare has verified", code: agent("page: z.number()", 'async ({ page }) => load(⟦this.props?.userId ?? "guest"⟧, page)'), messageId: "identityFallback", data: { key: "userId", fallback: '"guest"' } },
  ],
  silent: [
    { name: "is silent about the props of another class", code: `${SDK}class Panel {\nuserId() {\nreturn this.props?.userId ?? "guest";\n}\n}` },
    { name: "is silent about another field of that class", code: agent("page: z.number()", 'async ({ page }) => load(this.state?.userId ?? "guest", page)') },
    { name: "is silent where a missing caller is refused", code: agent("page: z.number()", "async ({ page }) => load(this.props?.userId ?? refuse(), page)") },
  ],
});

testRule(executionRule, {
  reported: [
    { name: "reports SQL of a request's arguments", code: `${head}import pg from "pg";\nconst pool = new pg.Pool();\n${calls('if (request.params.name === "query") {\nconst sql = request.params.arguments?.sql as string;\nconst client = await pool.connect();\nreturn ⟦client.query(sql)⟧;\n}')}`, messageId: "executed", data: { source: "request.params.arguments?.sql", what: "run as SQL" } },
    { name: "reports a command of arguments that are cast", code: `${head}import { execSync } from "node:child_process";\n${calls('switch (name) {\ncase "run": {\nconst { command } = args as { command: string };\nreturn ⟦execSync(command)⟧;\n}\n}')}`, messageId: "executed", data: { source: "command", what: "run by a shell" } },
    { name: "reports a number that nothing checks", code: `${head}import { execSync } from "node:child_process";\n${list(tool("stop", 'pid: { type: "number" }'))}${calls("return ⟦execSync(`kill ${args.pid}`)⟧;")}`, messageId: "executed", data: { source: "args.pid", what: "run by a shell" } },
    { name: "reports what a schema leaves open", code: `${head}import { execSync } from "node:child_process";\n${calls('if (name === "run") {\nconst parsed = z.object({ command: z.string() }).safeParse(args);\nreturn ⟦execSync(parsed.data.command)⟧;\n}')}`, messageId: "executed", data: { source: "parsed.data.command", what: "run by a shell" } },
    { name: "reports a function that the handler gives the arguments to", code: `${head}import { execSync } from "node:child_process";\n${calls('switch (name) {\ncase "run":\nreturn run(args);\n}')}\nasync function run(input) {\nreturn ⟦execSync(input.command)⟧;\n}`, messageId: "executed", data: { source: "input.command", what: "run by a shell" } },
  ],
  silent: [
    { name: "is silent about a number that a schema checks", code: `${head}import { execSync } from "node:child_process";\n${calls('if (name === "stop") {\nconst { pid } = z.object({ pid: z.number() }).parse(args);\nreturn execSync(`kill ${pid}`);\n}')}` },
    { name: "is silent about the name of the tool in its case", code: `${head}import { execSync } from "node:child_process";\n${calls('switch (name) {\ncase "uptime":\nreturn execSync(name);\n}')}` },
    { name: "is silent about the verified identity of a session", code: `${fast}import { execSync } from "node:child_process";\nserver.addTool({ name: "run", execute: async (input, { session }) => execSync(session.command) });` },
  ],
});

testRule(openRule, {
  reported: [
    { name: "reports an open schema whose arguments are passed on whole", code: `${head}${list(`{ name: "find", inputSchema: { ⟦type: "object"⟧, properties: { query: { type: "string" } } } }`)}${calls('if (name === "find") return database.search(args);')}`, messageId: "openSchema", data: { tool: 'Tool "find"' } },
    { name: "reports arguments that are spread", code: `${head}${list(`{ name: "find", inputSchema: { ⟦type: "object"⟧, properties: { query: { type: "string" } } } }`)}${calls('if (name === "find") return database.search({ limit: 5, ...args });')}`, messageId: "openSchema", data: { tool: 'Tool "find"' } },
    { name: "reports a schema in the handler that lets keys through", code: `${head}${list(tool("find", 'query: { type: "string" }', ", additionalProperties: false"))}${calls('if (name === "find") return database.search(z.object({ query: z.string() }).⟦passthrough⟧().parse(args));')}`, messageId: "openSchema", data: { tool: 'Tool "find"' } },
  ],
  silent: [
    { name: "is silent about a handler that reads keys by their names", code: `${head}${list(find)}${calls('if (name === "find") return database.search(args.query);')}` },
    { name: "is silent about a handler that takes the arguments apart", code: `${head}${list(find)}${calls('if (name === "find") {\nconst { query } = args;\nreturn database.search(query);\n}')}` },
    { name: "is silent about a function that takes the arguments apart", code: `${head}${list(find)}${calls('if (name === "find") return search(args);')}\nasync function search({ query }) {\nreturn database.search(query);\n}` },
    { name: "is silent about a function that reads the request by keys", code: `${head}${list(find)}${calls('if (name === "find") return search(request);')}\nasync function search(request) {\nreturn database.search(request.params.arguments?.query);\n}` },
    { name: "is silent about a schema in the handler that drops further keys", code: `${head}${list(find)}${calls('if (name === "find") return database.search(z.object({ query: z.string() }).parse(args));')}` },
    { name: "is silent about arguments that are logged", code: `${head}${list(find)}${calls('console.error(args);\nif (name === "find") return database.search(args.query);')}` },
  ],
});

testRule(silenceRule, {
  reported: [
    { name: "reports the catch around all tools once", code: `${head}${list(`${find}, ${tool("send", 'to: { type: "string" }')}`)}${calls('try {\nswitch (name) {\ncase "find":\nreturn await search(args);\ncase "send":\nreturn await send(args);\n}\n} catch (error) {\n⟦return { content: [] };⟧\n}')}`, messageId: "looksEmpty", data: { tool: "This tool", result: "`{ content: [] }`" } },
    { name: "reports the catch of one tool under its name", code: `${head}${calls('switch (name) {\ncase "find":\nreturn await search(args);\ncase "send":\ntry {\nreturn await send(args);\n} catch (error) {\n⟦return { content: [{ type: "text", text: "Sent." }] };⟧\n}\n}')}`, messageId: "looksSuccessful", data: { tool: 'Tool "send"', result: '`{ content: [{ type: "text", text: "Sent." }] }`' } },
    { name: "reports a catch in the function that the request is handed on to", code: `${head}server.setRequestHandler(CallToolRequestSchema, (request) => answer(request.params.name, request.params.arguments));\nasync function answer(name, args) {\ntry {\nif (name === "find") return await search(args);\n} catch (error) {\n⟦return { content: [] };⟧\n}\n}`, messageId: "looksEmpty", data: { tool: "This tool", result: "`{ content: [] }`" } },
  ],
  silent: [
    { name: "is silent about a catch that tells", code: `${head}${calls('try {\nif (name === "find") return await search(args);\n} catch (error) {\nreturn { isError: true, content: [{ type: "text", text: String(error) }] };\n}')}` },
    { name: "is silent about a catch in another handler", code: `${head}${list(find)}import { ListPromptsRequestSchema } from "@modelcontextprotocol/sdk/types.js";\nserver.setRequestHandler(ListPromptsRequestSchema, async () => {\ntry {\nreturn await prompts();\n} catch {\nreturn { prompts: [] };\n}\n});` },
  ],
});

const literal = [{ policy: "literal" }];

testRule(errorRule, {
  reported: [{ name: "reports a handler once, whatever its tools", options: literal, code: `${head}${calls('switch (name) {\ncase "find":\nreturn ⟦await search(args)⟧;\ncase "send":\nreturn await send(args);\n}')}`, messageId: "escapingFailure", data: { call: "await search(args)", tool: 'tool "find"' } }],
  silent: [
    { name: "is silent where the handler catches what a function of its own throws", options: literal, code: `${head}server.setRequestHandler(CallToolRequestSchema, async (request) => {\ntry {\nreturn await answer(request.params.name, request.params.arguments);\n} catch (error) {\nreturn { isError: true, content: [{ type: "text", text: String(error) }] };\n}\n});\nasync function answer(name, args) {\nif (name === "find") return await search(args);\n}` },
  ],
});

testRule(deadlineRule, {
  reported: [
    { name: "reports a request that cannot be told from those of other tools", code: `${head}${list(`${find}, ${tool("send", 'to: { type: "string" }')}`)}${calls("return ⟦fetch(`https://desk.example.com/${name}`)⟧;")}`, messageId: "noDeadline", data: { call: "fetch", owner: "the tool" }, suggestions: 1 },
    { name: "reports a request of a server that people start as a program", code: `#!/usr/bin/env node\n${head}${calls('if (name === "find") return ⟦fetch(`https://desk.example.com/${args.query}`)⟧;')}`, messageId: "noDeadline", data: { call: "fetch", owner: 'tool "find"' }, suggestions: 1 },
    { name: "reports a tool of FastMCP", code: `${fast}server.addTool({ name: "find", execute: async (input, context) => (await ⟦fetch("https://desk.example.com")⟧).text() });`, messageId: "noDeadline", data: { call: "fetch", owner: 'tool "find"' }, suggestions: [{ messageId: "addDeadline", data: { option: "signal: AbortSignal.timeout(10_000)" }, output: `${fast}server.addTool({ name: "find", execute: async (input, context) => (await fetch("https://desk.example.com", { signal: AbortSignal.timeout(10_000) })).text() });` }] },
    { name: "reports a tool of mcp-handler", code: 'import { createMcpHandler } from "mcp-handler";\nexport const POST = createMcpHandler((server) => {\nserver.registerTool("find", {}, async () => ⟦fetch("https://desk.example.com")⟧);\n});', messageId: "noDeadline", data: { call: "fetch", owner: 'tool "find"' }, suggestions: 1 },
  ],
  silent: [
    { name: "is silent about a tool of FastMCP that ends by itself", code: `${fast}server.addTool({ name: "find", timeoutMs: 5_000, execute: async () => (await fetch("https://desk.example.com")).text() });` },
    { name: "is silent about a request that ends with the run", code: `${head}${calls('if (name === "find") return fetch("https://desk.example.com", { signal: extra.signal });')}` },
  ],
});

testRule(approvalRule, {
  reported: [],
  silent: [{ name: "is silent about a tool that acts, because approval is the client's affair", code: `${head}import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n${calls('if (name === "send") return transport.sendMail(args);\nreturn transport.sendMail({ to: "desk@example.com" });')}` }],
});

testRule(quotaRule, {
  reported: [{ name: "reports an effect where its tool is asked for, if nothing lists it", code: `${head}import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n${calls('switch (name) {\ncase ⟦"send"⟧:\nreturn transport.sendMail(args);\n}')}`, messageId: "unbounded", data: { tool: 'Tool "send"', does: "sends mail", call: "transport.sendMail" } }],
  silent: [{ name: "is silent where a limiter is asked before the tools part", code: `${head}import nodemailer from "nodemailer";\nimport { RateLimiterMemory } from "rate-limiter-flexible";\nconst limiter = new RateLimiterMemory({ points: 5, duration: 60 });\nconst transport = nodemailer.createTransport({});\n${calls('await limiter.consume(extra.sessionId);\nif (name === "send") return transport.sendMail(args);')}` }],
});

testRule(logRule, {
  reported: [{ name: "reports a request that is logged whole", code: `${head}${list(find)}${calls('console.error("called", ⟦request⟧);\nreturn search(args.query);')}`, messageId: "content", data: { log: "console.error", what: "everything that the model passed", value: "request" } }],
  silent: [{ name: "is silent about the name of the tool", code: `${head}${list(find)}${calls('console.error("called", name);\nreturn search(args.query);')}` }],
});

testRule(authedRule, {
  reported: [],
  silent: [{ name: "is silent about the session that FastMCP has authenticated", code: `${fast}server.addTool({ name: "orders", parameters: z.object({ page: z.number() }), execute: async ({ page }, context) => load(context.session.userId, page) });` }],
});

const cloudflare = `${SDK}import { createMcpHandler } from "agents/mcp";\n`;
const shared = (object: string) => ({ messageId: "sharedServer", data: { object, call: "createMcpHandler" } });

testRule(sharedRule, {
  reported: [
    { name: "reports a server of the module that Cloudflare connects at each request", code: `${cloudflare}const server = new McpServer({ name: "desk", version: "1.0.0" });\nexport default { fetch: createMcpHandler(⟦server⟧) };`, ...shared("server") },
    { name: "reports it where the handler is made for each request", code: `${cloudflare}const server = new McpServer({ name: "desk", version: "1.0.0" });\nexport default { fetch: (request, env, ctx) => createMcpHandler(⟦server⟧, { route: "/desk" })(request, env, ctx) };`, ...shared("server") },
    { name: "reports a server that is made where the module's handler is", code: `${cloudflare}export default { fetch: createMcpHandler(⟦new McpServer({ name: "desk", version: "1.0.0" })⟧) };`, ...shared('new McpServer({ name: "desk", version: "1.0.0" })') },
    { name: "reports a function that gives the module's server back", code: 'import { McpServer } from "@modelcontextprotocol/server";\nimport { createMcpHandler } from "agents/mcp/server";\nconst server = new McpServer({ name: "desk", version: "1.0.0" });\nexport default { fetch: createMcpHandler(() => ⟦server⟧) };', messageId: "returnedServer", data: { object: "server", call: "createMcpHandler" } },
  ],
  silent: [
    { name: "is silent about a server for each request", code: `${cloudflare}const createServer = () => new McpServer({ name: "desk", version: "1.0.0" });\nexport default { fetch: (request, env, ctx) => createMcpHandler(createServer())(request, env, ctx) };` },
    { name: "is silent about a server beside the handler of a request", code: `${cloudflare}export default { fetch(request, env, ctx) {\nconst server = new McpServer({ name: "desk", version: "1.0.0" });\nreturn createMcpHandler(server)(request, env, ctx);\n} };` },
    { name: "is silent about a transport that is kept with the server", code: `${cloudflare}import { WorkerTransport } from "agents/mcp";\nconst server = new McpServer({ name: "desk", version: "1.0.0" });\nconst transport = new WorkerTransport({});\nexport default { fetch: createMcpHandler(server, { transport }) };` },
    { name: "is silent about options that cannot be seen", code: `${cloudflare}import { options } from "./options";\nconst server = new McpServer({ name: "desk", version: "1.0.0" });\nexport default { fetch: createMcpHandler(server, options) };` },
    { name: "is silent about the server of an instance", code: `${cloudflare}import { Agent } from "agents";\nexport class Desk extends Agent {\nserver = new McpServer({ name: "desk", version: "1.0.0" });\nonMcpRequest(request) {\nreturn createMcpHandler(this.server)(request, this.env, {});\n}\n}` },
    { name: "is silent about the class that has a server for each session", code: agent("page: z.number()", "async ({ page }) => load(page)") },
    { name: "is silent about a factory of servers", code: 'import { McpServer } from "@modelcontextprotocol/server";\nimport { createMcpHandler } from "agents/mcp/server";\nfunction createServer() {\nreturn new McpServer({ name: "desk", version: "1.0.0" });\n}\nexport default { fetch: createMcpHandler(createServer) };' },
    { name: "is silent about a function of the project with that name", code: `${SDK}import { createMcpHandler } from "./own";\nconst server = new McpServer({ name: "desk", version: "1.0.0" });\nexport default { fetch: createMcpHandler(server) };` },
  ],
});
