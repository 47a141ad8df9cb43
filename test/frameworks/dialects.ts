/** The parts of a tool, as the code writes them. */
interface ToolParts {
  /** The fields of its input: `city: z.string()`. */
  readonly fields?: string;
  /** The parameter for the input. */
  readonly input?: string;
  /** The statements of its handler. */
  readonly body: string;
  /** Further options of the tool. */
  readonly options?: string;
  readonly description?: string;
  /** The whole schema, where it is no `z.object` of the fields. */
  readonly schema?: string;
}

/** How a framework spells what the cases have in common. */
export interface Dialect {
  readonly id: string;
  /** The imports that every case begins with. */
  readonly head: string;
  /** A statement that makes a tool. */
  tool(name: string, parts: ToolParts): string;
  /** The expression by which a handler reads a value of the run. */
  read(key: string): string;
  /** The parameter of the run, as `read` uses it. */
  readonly parameter: string;
  /** The expression for the run's cancel signal. */
  readonly signal: string;
}

/** A dialect of a framework in which agents are made and run. */
export interface AgentDialect extends Dialect {
  /** A statement that makes an agent, or the call that makes and runs it. */
  agent(tools: string, options?: string): string;
  /** What `agent` begins with, marked as the place of a report about the agent. */
  markedAgent(tools: string, options?: string): string;
  /** The option by which a tool asks a person. */
  readonly approvalKey: string;
  /** The option by which an agent asks a person before it calls a tool, where that is preferred. */
  readonly agentApprovalKey?: string;
  /** A statement that runs the agent with one value for its tools; the marks enclose the place of a report about it. */
  stamp(key: string, value: string, marked?: boolean): string;
  /** The key under which `stamp` puts its value. */
  readonly holder: string;
  /** A statement that runs the agent with a whole object for its tools. */
  stampWhole(value: string): string;
  /** A statement that gives the model a text that it obeys. */
  instruct(text: string): string;
  readonly instructionsKey: string;
  /** A statement that asks the model. */
  ask(text: string): string;
  /** How messages call the place of the text that `ask` gives. */
  readonly askLabel: string;
  /** An expression that asks the model and comes to what it wrote. */
  answer(text: string): string;
  /** The callee of `answer`. */
  readonly answerCallee: string;
  /** A statement that runs the agent with that option for the number of its steps. */
  limited(option: string): string;
  readonly limitKey: string;
}

const Z = `import { z } from "zod";\n`;
const schemaOf = ({ fields = "query: z.string()", schema }: ToolParts): string => schema ?? `z.object({ ${fields} })`;
const more = (options: string | undefined): string => (options === undefined || options === "" ? "" : ` ${options},`);

export const vercelAi: AgentDialect = {
  id: "vercel-ai",
  head: `import { generateText, tool } from "ai";\n${Z}`,
  tool: (name, parts) =>
    `const ${name} = tool({ description: ${parts.description ?? '"A tool"'}, inputSchema: ${schemaOf(parts)},${more(parts.options)} execute: async (${parts.input ?? "{ query }"}, options) => {\n${parts.body}\n} });`,
  parameter: "options",
  read: (key) => `options.context.${key}`,
  signal: "options.abortSignal",
  agent: (tools, options) => `await generateText({ model, prompt: "Help.", tools: { ${tools} },${more(options)} });`,
  markedAgent: (tools, options) => vercelAi.agent(tools, options).replace("generateText", "⟦generateText⟧"),
  approvalKey: "needsApproval",
  agentApprovalKey: "toolApproval",
  stamp: (key, value, marked = false) => `await generateText({ model, prompt: "Help.", runtimeContext: { ${marked ? `⟦${key}: ${value}⟧` : `${key}: ${value}`} } });`,
  holder: "runtimeContext",
  stampWhole: (value) => `await generateText({ model, prompt: "Help.", runtimeContext: ${value} });`,
  instruct: (text) => `await generateText({ model, prompt: "Help.", instructions: ${text} });`,
  instructionsKey: "instructions",
  ask: (text) => `await generateText({ model, prompt: ${text} });`,
  askLabel: "`prompt`",
  answer: (text) => `(await generateText({ model, prompt: ${text} })).text`,
  answerCallee: "generateText",
  limited: (option) => `await generateText({ model, prompt: "Help.", ${option} });`,
  limitKey: "maxSteps",
};

export const openaiAgents: AgentDialect = {
  id: "openai-agents",
  head: `import { Agent, run, tool } from "@openai/agents";\n${Z}`,
  tool: (name, parts) =>
    `const ${name} = tool({ name: "${name}", description: ${parts.description ?? '"A tool"'}, parameters: ${schemaOf(parts)},${more(parts.options)} execute: async (${parts.input ?? "{ query }"}, runContext, details) => {\n${parts.body}\n} });`,
  parameter: "runContext",
  read: (key) => `runContext.context.${key}`,
  signal: "details.signal",
  agent: (tools, options) => `export const agent = new Agent({ name: "Desk", tools: [${tools}],${more(options)} });`,
  markedAgent: (tools, options) => openaiAgents.agent(tools, options).replace("new Agent", "new ⟦Agent⟧"),
  approvalKey: "needsApproval",
  stamp: (key, value, marked = false) => `await run(desk, "Help.", { context: { ${marked ? `⟦${key}: ${value}⟧` : `${key}: ${value}`} } });`,
  holder: "context",
  stampWhole: (value) => `await run(desk, "Help.", { context: ${value} });`,
  instruct: (text) => `const told = new Agent({ name: "Desk", instructions: ${text} });`,
  instructionsKey: "instructions",
  ask: (text) => `await run(desk, ${text});`,
  askLabel: "the prompt",
  answer: (text) => `(await run(desk, ${text})).finalOutput`,
  answerCallee: "run",
  limited: (option) => `await run(desk, "Help.", { ${option} });`,
  limitKey: "maxTurns",
};

export const mastra: AgentDialect = {
  id: "mastra",
  head: `import { Agent } from "@mastra/core/agent";\nimport { RequestContext } from "@mastra/core/request-context";\nimport { createTool } from "@mastra/core/tools";\n${Z}`,
  tool: (name, parts) =>
    `const ${name} = createTool({ id: "${name}", description: ${parts.description ?? '"A tool"'}, inputSchema: ${schemaOf(parts)},${more(parts.options)} execute: async (${parts.input ?? "{ query }"}, context) => {\n${parts.body}\n} });`,
  parameter: "context",
  read: (key) => `context.requestContext.get("${key}")`,
  signal: "context.abortSignal",
  agent: (tools, options) => `export const agent = new Agent({ id: "desk", name: "Desk", model, tools: { ${tools} },${more(options)} });`,
  markedAgent: (tools, options) => mastra.agent(tools, options).replace("new Agent", "new ⟦Agent⟧"),
  approvalKey: "requireApproval",
  stamp: (key, value, marked = false) => `const requestContext = new RequestContext();\nrequestContext.set("${key}", ${marked ? `⟦${value}⟧` : value});\nawait desk.generate("Help.", { requestContext });`,
  holder: "requestContext",
  stampWhole: (value) => `const own = new Agent({ id: "desk", name: "Desk", model });\nawait own.generate("Help.", { requestContext: ${value} });`,
  instruct: (text) => `const told = new Agent({ id: "desk", name: "Desk", model, instructions: ${text} });`,
  instructionsKey: "instructions",
  ask: (text) => `const own = new Agent({ id: "desk", name: "Desk", model });\nawait own.generate(${text});`,
  askLabel: "the prompt",
  answer: (text) => `(await new Agent({ id: "desk", name: "Desk", model }).generate(${text})).text`,
  answerCallee: 'new Agent({ id: "desk", name: "Desk", model }).generate',
  limited: (option) => `const own = new Agent({ id: "desk", name: "Desk", model });\nawait own.generate("Help.", { ${option} });`,
  limitKey: "maxSteps",
};

export const mcp: Dialect = {
  id: "mcp",
  head: `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";\n${Z}const server = new McpServer({ name: "desk", version: "1.0.0" });\n`,
  tool: (name, parts) =>
    `server.registerTool("${name}", { description: ${parts.description ?? '"A tool"'}, inputSchema: ${parts.schema ?? `{ ${parts.fields ?? "query: z.string()"} }`},${more(parts.options)} }, async (${parts.input ?? "{ query }"}, extra) => {\n${parts.body}\n});`,
  parameter: "extra",
  read: (key) => `extra.authInfo?.extra?.${key}`,
  signal: "extra.signal",
};

/** The server of the MCP SDK that answers each kind of request by a function of its own. */
export const mcpRequests: Dialect = {
  ...mcp,
  head: `import { Server } from "@modelcontextprotocol/sdk/server/index.js";\nimport { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";\n${Z}const server = new Server({ name: "desk", version: "1.0.0" }, { capabilities: { tools: {} } });\n`,
  tool: (name, parts) =>
    `server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [{ name: "help", inputSchema: { type: "object" } }, { name: "${name}", description: ${parts.description ?? '"A tool"'}, inputSchema: z.toJSONSchema(${schemaOf(parts)}) }] }));
server.setRequestHandler(CallToolRequestSchema, async (request, extra) => {
const { name, arguments: args } = request.params;
switch (name) {
case "help":
return { content: [] };
case "${name}": {
const ${parts.input ?? "{ query }"} = ${schemaOf(parts)}.parse(args);
${parts.body}
}
default:
throw new Error(\`There is no tool "\${name}".\`);
}
});`,
};

/** Version 2 of the MCP SDK, whose server is a package of its own. */
export const mcp2: Dialect = {
  ...mcp,
  head: `import { McpServer } from "@modelcontextprotocol/server";\n${Z}const server = new McpServer({ name: "desk", version: "1.0.0" });\n`,
  tool: (name, parts) =>
    `server.registerTool("${name}", { description: ${parts.description ?? '"A tool"'}, inputSchema: ${schemaOf(parts)},${more(parts.options)} }, async (${parts.input ?? "{ query }"}, ctx) => {\n${parts.body}\n});`,
  parameter: "ctx",
  read: (key) => `ctx.http?.authInfo?.extra?.${key}`,
  signal: "ctx.mcpReq.signal",
};
