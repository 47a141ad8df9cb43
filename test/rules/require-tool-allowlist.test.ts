import { fileURLToPath } from "node:url";
import rule from "../../rules/require-tool-allowlist.js";
import { ruleTester } from "../support/rule-tester.js";

ruleTester.run("require-tool-allowlist: lists", rule, {
  valid: [
    {
      name: "accepts a list that is written down",
      code: `
import { createAgent, tool } from "langchain";
import { z } from "zod";

const search = tool(async () => "found", { name: "search", description: "Searches.", schema: z.object({}) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [search] });
      `,
    },
    {
      name: "accepts tools of a server that are picked by name",
      code: `
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { createAgent } from "langchain";

const client = new MultiServerMCPClient({ docs: { url: "https://mcp.acme.com" } });
const ALLOWED = ["search_docs"];
const tools = (await client.getTools()).filter(({ name }) => ALLOWED.includes(name));
export const agent = createAgent({ model: "openai:gpt-5", tools });
      `,
    },
    {
      name: "accepts the tools of a server whose schemas are given",
      code: `
import { createMCPClient } from "@ai-sdk/mcp";
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";
import { z } from "zod";

const client = await createMCPClient({ transport: { type: "http", url: "https://mcp.acme.com" } });
const tools = await client.tools({ schemas: { search_docs: { inputSchema: z.object({ query: z.string() }) } } });
export const ask = (prompt: string) => generateText({ model: openai("gpt-5"), tools, prompt });
      `,
    },
    {
      name: "accepts the values of a record in the same file",
      code: `
import { createAgent, tool } from "langchain";
import { z } from "zod";

const tools = {
  search: tool(async () => "found", { name: "search", description: "Searches.", schema: z.object({}) }),
};
export const agent = createAgent({ model: "openai:gpt-5", tools: Object.values(tools) });
      `,
    },
    {
      name: "accepts the spread of a list in the same file",
      code: `
import { createAgent, tool } from "langchain";
import { z } from "zod";

const reading = [tool(async () => "found", { name: "search", description: "Searches.", schema: z.object({}) })];
export const agent = createAgent({ model: "openai:gpt-5", tools: [...reading] });
      `,
    },
    {
      name: "accepts the spread of a list that another file writes down",
      code: `
import { createAgent } from "langchain";
import { readingTools } from "./test/fixtures/require-tool-allowlist/reading-tools.js";

export const agent = createAgent({ model: "openai:gpt-5", tools: [...readingTools] });
      `,
    },
    {
      name: "is silent about a list that comes in as a parameter",
      code: `
import { createAgent } from "langchain";
import type { StructuredTool } from "@langchain/core/tools";

export const make = (tools: StructuredTool[]) => createAgent({ model: "openai:gpt-5", tools: [...tools] });
      `,
    },
    {
      name: "is silent about options out of sight",
      code: `
import { createAgent } from "langchain";
import { options } from "@acme/agents";

export const agent = createAgent({ ...options });
      `,
    },
    {
      name: "accepts a server of the OpenAI SDK that is filtered",
      code: `
import { Agent, MCPServerStdio } from "@openai/agents";

const files = new MCPServerStdio({ name: "files", fullCommand: "npx files-server", toolFilter: { allowedToolNames: ["read_file"] } });
export const agent = new Agent({ name: "reader", instructions: "Read.", mcpServers: [files] });
      `,
    },
    {
      name: "accepts a hosted server whose tools are named",
      code: `
import { Agent, hostedMCPTool } from "@openai/agents";

export const agent = new Agent({ name: "reader", instructions: "Read.", tools: [hostedMCPTool({ serverLabel: "docs", serverUrl: "https://mcp.acme.com", allowedTools: ["search_docs"] })] });
      `,
    },
    {
      name: "is silent about a method called getTools of another library",
      code: `
import { createAgent } from "langchain";
import { toolbox } from "@acme/toolbox";

export const agent = createAgent({ model: "openai:gpt-5", tools: toolbox.getTools() });
      `,
    },
    {
      name: "is silent about an agent function of another library",
      code: `
import { createAgent } from "@acme/agents";
import { tool } from "langchain";
import * as tools from "./tools.js";

export const agent = createAgent({ tools: Object.values(tools) });
export { tool };
      `,
    },
    {
      name: "is silent about a function of that name that shadows the import",
      code: `
import { createAgent } from "langchain";
import * as tools from "./tools.js";

export const make = (createAgent: (options: { tools: unknown[] }) => object) => createAgent({ tools: Object.values(tools) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
      `,
    },
    {
      name: "is silent in a test",
      code: `
import { createAgent } from "langchain";
import * as tools from "./tools.js";

export const agent = createAgent({ model: "openai:gpt-5", tools: Object.values(tools) });
      `,
      filename: fileURLToPath(new URL("../../agents.test.ts", import.meta.url)),
    },
  ],
  invalid: [
    {
      name: "reports everything that a module exports",
      code: `
import { createAgent } from "langchain";
import * as tools from "./tools.js";

export const agent = createAgent({ model: "openai:gpt-5", tools: Object.values(tools) });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "Object.values(tools)", where: " in that object" },
          line: 5,
          column: 66,
          endLine: 5,
          endColumn: 86,
        },
      ],
    },
    {
      name: "reports every export of a file that can be read",
      code: `
import { createAgent } from "langchain";
import * as tools from "./test/fixtures/require-tool-allowlist/reading-tools.js";

export const agent = createAgent({ model: "openai:gpt-5", tools: Object.values(tools) });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "Object.values(tools)", where: " in that module" },
          line: 5,
          column: 66,
          endLine: 5,
          endColumn: 86,
        },
      ],
    },
    {
      name: "reports a record that another file keeps",
      code: `
import { createAgent } from "langchain";
import { registry } from "./test/fixtures/require-tool-allowlist/reading-tools.js";

export const agent = createAgent({ model: "openai:gpt-5", tools: Object.values(registry) });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "Object.values(registry)", where: " in that object" },
          line: 5,
          column: 66,
          endLine: 5,
          endColumn: 89,
        },
      ],
    },
    {
      name: "reports whatever a server of tools has",
      code: `
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { createAgent } from "langchain";

const client = new MultiServerMCPClient({ docs: { url: "https://mcp.acme.com" } });
export const agent = createAgent({ model: "openai:gpt-5", tools: await client.getTools() });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "await client.getTools()", where: " on that server" },
          line: 6,
          column: 66,
          endLine: 6,
          endColumn: 89,
        },
      ],
    },
    {
      name: "reports a constant that holds the tools of a server",
      code: `
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { createReactAgent } from "@langchain/langgraph/prebuilt";

const client = new MultiServerMCPClient({ docs: { url: "https://mcp.acme.com" } });
const tools = await client.getTools();
export const agent = createReactAgent({ llm: "openai:gpt-5", tools });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "tools", where: " on that server" },
          line: 7,
          column: 62,
          endLine: 7,
          endColumn: 67,
        },
      ],
    },
    {
      name: "reports the tools of a server that are only wrapped one by one",
      code: `
import { loadMcpTools } from "@langchain/mcp-adapters";
import { createAgent } from "langchain";
import { client, traced } from "./tools.js";

export const agent = createAgent({ model: "openai:gpt-5", tools: (await loadMcpTools("docs", client)).map(traced) });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "(await loadMcpTools(\"docs\", client)).map(traced)", where: " on that server" },
          line: 6,
          column: 66,
          endLine: 6,
          endColumn: 114,
        },
      ],
    },
    {
      name: "reports the tools of a server among others",
      code: `
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { createAgent, tool } from "langchain";
import { z } from "zod";

const client = new MultiServerMCPClient({ docs: { url: "https://mcp.acme.com" } });
const search = tool(async () => "found", { name: "search", description: "Searches.", schema: z.object({}) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [search, ...(await client.getTools())] });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "await client.getTools()", where: " on that server" },
          line: 8,
          column: 79,
          endLine: 8,
          endColumn: 102,
        },
      ],
    },
    {
      name: "reports the spread of a registry from elsewhere",
      code: `
import { streamText } from "ai";
import { openai } from "@ai-sdk/openai";
import { allTools } from "@acme/tools";

export const ask = (prompt: string) => streamText({ model: openai("gpt-5"), tools: { ...allTools }, prompt });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "allTools", where: " in that module" },
          line: 6,
          column: 89,
          endLine: 6,
          endColumn: 97,
        },
      ],
    },
    {
      name: "reports the tools of a client of the AI SDK",
      code: `
import { experimental_createMCPClient as createClient, generateText } from "ai";
import { openai } from "@ai-sdk/openai";

const client = await createClient({ transport: { type: "sse", url: "https://mcp.acme.com" } });
export const ask = async (prompt: string) => generateText({ model: openai("gpt-5"), tools: await client.tools(), prompt });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "await client.tools()", where: " on that server" },
          line: 6,
          column: 92,
          endLine: 6,
          endColumn: 112,
        },
      ],
    },
    {
      name: "reports the tools of a Mastra client",
      code: `
import { Agent } from "@mastra/core/agent";
import { MCPClient } from "@mastra/mcp";

const mcp = new MCPClient({ servers: { docs: { url: new URL("https://mcp.acme.com") } } });
export const agent = new Agent({ name: "reader", instructions: "Read.", model: "openai/gpt-5", tools: await mcp.getTools() });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "await mcp.getTools()", where: " on that server" },
          line: 6,
          column: 103,
          endLine: 6,
          endColumn: 123,
        },
      ],
    },
    {
      name: "reports a list that a tool node is handed",
      code: `
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { ToolNode } from "@langchain/langgraph/prebuilt";

const client = new MultiServerMCPClient({ docs: { url: "https://mcp.acme.com" } });
export const tools = new ToolNode(await client.getTools());
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "await client.getTools()", where: " on that server" },
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 58,
        },
      ],
    },
    {
      name: "reports a list that is bound to a model",
      code: `
import { MultiServerMCPClient } from "@langchain/mcp-adapters";
import { ChatOpenAI } from "@langchain/openai";

const client = new MultiServerMCPClient({ docs: { url: "https://mcp.acme.com" } });
export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools(await client.getTools());
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "await client.getTools()", where: " on that server" },
          line: 6,
          column: 67,
          endLine: 6,
          endColumn: 90,
        },
      ],
    },
    {
      name: "reports a server of the OpenAI SDK without a filter",
      code: `
import { Agent, MCPServerStdio } from "@openai/agents";

const files = new MCPServerStdio({ name: "files", fullCommand: "npx files-server" });
export const agent = new Agent({ name: "reader", instructions: "Read.", mcpServers: [files] });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "files", where: " on that server" },
          line: 5,
          column: 86,
          endLine: 5,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports a hosted server without names of tools",
      code: `
import { Agent, hostedMCPTool } from "@openai/agents";

export const agent = new Agent({ name: "reader", instructions: "Read.", tools: [hostedMCPTool({ serverLabel: "docs", serverUrl: "https://mcp.acme.com" })] });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "hostedMCPTool({ serverLabel: \"docs\", serverUrl: \"https://mcp.acme.com\" })", where: " on that server" },
          line: 4,
          column: 81,
          endLine: 4,
          endColumn: 154,
        },
      ],
    },
    {
      name: "reports an aliased import behind type assertions",
      code: `
import { createAgent as build } from "langchain";
import type { StructuredTool } from "@langchain/core/tools";
import * as tools from "./tools.js";

export const agent = build({ model: "openai:gpt-5", tools: Object.values(tools) as StructuredTool[] } satisfies object);
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "Object.values(tools) as StructuredTool[]", where: " in that object" },
          line: 6,
          column: 60,
          endLine: 6,
          endColumn: 100,
        },
      ],
    },
    {
      name: "reports a namespace import",
      code: `
import * as langchain from "langchain";
import { registry } from "@acme/tools";

export const agent = langchain.createAgent({ model: "openai:gpt-5", tools: [...registry] });
      `,
      errors: [
        {
          messageId: "openToolList",
          data: { list: "registry", where: " in that module" },
          line: 5,
          column: 80,
          endLine: 5,
          endColumn: 88,
        },
      ],
    },
    {
      name: "reports a package that is required",
      code: `
const { createAgent } = require("langchain");
const registry = require("@acme/tools");

module.exports.agent = createAgent({ model: "openai:gpt-5", tools: Object.values(registry) });
      `,
      languageOptions: { sourceType: "commonjs" },
      errors: [
        {
          messageId: "openToolList",
          data: { list: "Object.values(registry)", where: " in that object" },
          line: 5,
          column: 68,
          endLine: 5,
          endColumn: 91,
        },
      ],
    },
  ],
});
