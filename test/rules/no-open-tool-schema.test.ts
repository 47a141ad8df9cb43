import { fileURLToPath } from "node:url";
import rule from "../../rules/no-open-tool-schema.js";
import { ruleTester } from "../support/rule-tester.js";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

ruleTester.run("no-open-tool-schema: zod", rule, {
  valid: [
    {
      name: "accepts z.object, which drops what it does not name",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.object({ topic: z.string() }) });
      `,
    },
    {
      name: "accepts a closed schema of another file",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { closedArguments } from "./test/fixtures/no-open-tool-schema/schemas.js";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: closedArguments });
      `,
    },
    {
      name: "is silent about a tool that is only declared to a model, so that no handler gets the keys",
      code: `
import { ChatOpenAI } from "@langchain/openai";

export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([{ type: "function", function: { name: "extract", parameters: { type: "object", properties: { topic: { type: "string" } } } } }]);
      `,
    },
    {
      name: "is silent in a test",
      filename: at("src/search.test.ts"),
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.looseObject({ topic: z.string() }) });
      `,
    },
    {
      name: "accepts strict",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.object({ topic: z.string() }).strict() });
      `,
    },
    {
      name: "accepts z.strictObject",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.strictObject({ topic: z.string() }) });
      `,
    },
    {
      name: "accepts an open base that is closed again",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const Base = z.object({ topic: z.string() }).passthrough();

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: Base.strict() });
      `,
    },
    {
      name: "accepts an open base whose further keys are dropped",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.looseObject({ topic: z.string() }).strip() });
      `,
    },
    {
      name: "accepts a catchall of nothing",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.object({ topic: z.string() }).catchall(z.never()) });
      `,
    },
    {
      name: "accepts an open base that is merged into a closed schema's keys",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const Base = z.object({ page: z.number() }).passthrough();

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: Base.merge(z.strictObject({ topic: z.string() })) });
      `,
    },
    {
      name: "accepts the closed part of an open schema",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const Base = z.looseObject({ customer: z.object({ name: z.string() }) });

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: Base.shape.customer });
      `,
    },
    {
      name: "accepts an open part that is left out",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const Base = z.object({ topic: z.string(), extra: z.looseObject({}) });

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: Base.omit({ extra: true }) });
      `,
    },
    {
      name: "is silent about a record, whose keys are data",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.object({ labels: z.record(z.string(), z.string()) }) });
      `,
    },
    {
      name: "is silent about a schema from out of sight",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { schema } from "./schema.js";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: schema });
      `,
    },
    {
      name: "is silent about an open schema of no tool",
      code: `
import { ChatOpenAI } from "@langchain/openai";
import { z } from "zod";

export const model = new ChatOpenAI({ model: "gpt-5" }).withStructuredOutput(z.looseObject({ topic: z.string() }));
      `,
    },
    {
      name: "is silent about an open output schema",
      code: `
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "search", version: "1.0.0" });
server.registerTool("search", { description: "Searches.", inputSchema: { topic: z.string() }, outputSchema: { page: z.looseObject({}) } }, async ({ topic }) => ({ content: [{ type: "text", text: topic }] }));
      `,
    },
    {
      name: "is silent about a tool of another library",
      code: `
import { createAgent } from "langchain";
import { tool } from "./commands.js";
import { z } from "zod";

export const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.looseObject({ topic: z.string() }) });
      `,
    },
    {
      name: "is silent about another library's looseObject",
      code: `
import { tool } from "@langchain/core/tools";
import * as z from "./schemas.js";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.looseObject({ topic: z.string() }) });
      `,
    },
    {
      name: "is silent about a shadowed z",
      code: `
import { tool } from "@langchain/core/tools";
import { z as zod } from "zod";

function make() {
  const z = { looseObject: (shape: object) => shape };
  return z.looseObject({ topic: zod.string() });
}

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: make() });
      `,
    },
  ],
  invalid: [
    {
      name: "reports z.looseObject",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.looseObject({ topic: z.string() }) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 120,
          endLine: 5,
          endColumn: 133,
        },
      ],
    },
    {
      name: "reports passthrough",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.object({ topic: z.string() }).passthrough() });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 152,
          endLine: 5,
          endColumn: 163,
        },
      ],
    },
    {
      name: "reports loose",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.object({ topic: z.string() }).loose() });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 152,
          endLine: 5,
          endColumn: 157,
        },
      ],
    },
    {
      name: "reports catchall",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.object({ topic: z.string() }).catchall(z.string()) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 152,
          endLine: 5,
          endColumn: 160,
        },
      ],
    },
    {
      name: "reports a chain behind the opening",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.object({ topic: z.string() }).passthrough().partial().describe("What to look for").optional() });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 152,
          endLine: 5,
          endColumn: 163,
        },
      ],
    },
    {
      name: "reports an open base that is extended",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const Base = z.object({ page: z.number() }).passthrough();

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: Base.extend({ topic: z.string() }) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 45,
          endLine: 5,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports a schema that is opened again",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.object({ topic: z.string() }).strict().passthrough() });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 161,
          endLine: 5,
          endColumn: 172,
        },
      ],
    },
    {
      name: "reports a closed schema into which an open one is merged",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const Base = z.object({ page: z.number() }).passthrough();

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.strictObject({ topic: z.string() }).merge(Base) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 45,
          endLine: 5,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports an open object inside of a closed one",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.strictObject({ customer: z.looseObject({ name: z.string() }) }) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 147,
          endLine: 5,
          endColumn: 160,
        },
      ],
    },
    {
      name: "reports an open object in a list",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.object({ filters: z.array(z.object({ field: z.string() }).passthrough()) }) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 180,
          endLine: 5,
          endColumn: 191,
        },
      ],
    },
    {
      name: "reports one member of a union",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.discriminatedUnion("kind", [z.object({ kind: z.literal("a") }), z.object({ kind: z.literal("b") }).loose()]) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 221,
          endLine: 5,
          endColumn: 226,
        },
      ],
    },
    {
      name: "reports zod under an alias",
      code: `
import { tool } from "@langchain/core/tools";
import { z as zod } from "zod/v4";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: zod.looseObject({ topic: zod.string() }) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 120,
          endLine: 5,
          endColumn: 135,
        },
      ],
    },
    {
      name: "reports a namespace import",
      code: `
import * as tools from "@langchain/core/tools";
import * as z from "zod";

export const search = tools.tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.looseObject({ topic: z.string() }) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 126,
          endLine: 5,
          endColumn: 139,
        },
      ],
    },
    {
      name: "reports modules that are loaded with require",
      code: `
const { tool } = require("@langchain/core/tools");
const { z } = require("zod");

exports.search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: z.object({ topic: z.string() }).passthrough() });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 147,
          endLine: 5,
          endColumn: 158,
        },
      ],
    },
    {
      name: "looks through casts and satisfies",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: (z.object({ topic: z.string() }).passthrough() as z.ZodType) satisfies z.ZodType });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 153,
          endLine: 5,
          endColumn: 164,
        },
      ],
    },
    {
      name: "reports a schema of two tools once",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const schema = z.object({ topic: z.string() }).passthrough();
export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema });
export const find = tool(async (input) => JSON.stringify(input), { name: "find", description: "Finds.", schema });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 48,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports a schema of another file where the tool takes it",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { openArguments } from "./test/fixtures/no-open-tool-schema/schemas.js";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: openArguments });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 6,
          column: 120,
          endLine: 6,
          endColumn: 133,
        },
      ],
    },
    {
      name: "reports the field of a class",
      code: `
import { StructuredTool } from "@langchain/core/tools";
import { z } from "zod";

export class Search extends StructuredTool {
  name = "search";
  description = "Searches.";
  schema = z.object({ topic: z.string() }).passthrough();
  async _call(input: unknown) {
    return JSON.stringify(input);
  }
}
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 8,
          column: 44,
          endLine: 8,
          endColumn: 55,
        },
      ],
    },
  ],
});

ruleTester.run("no-open-tool-schema: JSON Schema", rule, {
  valid: [
    {
      name: "accepts additionalProperties: false",
      code: `
import { tool } from "@langchain/core/tools";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { type: "object", properties: { topic: { type: "string" } }, additionalProperties: false } });
      `,
    },
    {
      name: "accepts unevaluatedProperties: false",
      code: `
import { tool } from "@langchain/core/tools";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { type: "object", properties: { topic: { type: "string" } }, unevaluatedProperties: false } });
      `,
    },
    {
      name: "accepts parts of a whole that is closed around them",
      code: `
import { tool } from "@langchain/core/tools";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { type: "object", allOf: [{ properties: { a: { type: "string" } } }, { properties: { b: { type: "string" } } }], unevaluatedProperties: false } });
      `,
    },
    {
      name: "accepts what a spread brings along",
      code: `
import { tool } from "@langchain/core/tools";

const closed = { type: "object", additionalProperties: false } as const;

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { ...closed, properties: { topic: { type: "string" } } } });
      `,
    },
    {
      name: "is silent about a spread from out of sight",
      code: `
import { tool } from "@langchain/core/tools";
import { closed } from "./closed.js";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { ...closed, type: "object", properties: { topic: { type: "string" } } } });
      `,
    },
    {
      name: "is silent about a map inside of a closed object",
      code: `
import { tool } from "@langchain/core/tools";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { type: "object", properties: { labels: { type: "object", additionalProperties: { type: "string" } } }, additionalProperties: false } });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a schema that does not say that it is closed",
      code: `
import { tool } from "@langchain/core/tools";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { type: "object", properties: { topic: { type: "string" } } } });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 4,
          column: 122,
          endLine: 4,
          endColumn: 136,
        },
      ],
    },
    {
      name: "reports a schema that says that it is open",
      code: `
import { tool } from "@langchain/core/tools";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { type: "object", properties: { topic: { type: "string" } }, additionalProperties: true } });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 4,
          column: 181,
          endLine: 4,
          endColumn: 207,
        },
      ],
    },
    {
      name: "reports a schema for further keys",
      code: `
import { tool } from "@langchain/core/tools";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { type: "object", properties: { topic: { type: "string" } }, additionalProperties: { type: "string" } } });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 4,
          column: 181,
          endLine: 4,
          endColumn: 221,
        },
      ],
    },
    {
      name: "reports an object of any keys",
      code: `
import { tool } from "@langchain/core/tools";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { type: "object" } });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 4,
          column: 122,
          endLine: 4,
          endColumn: 136,
        },
      ],
    },
    {
      name: "reports an open object that a closed JSON Schema holds",
      code: `
import { tool } from "@langchain/core/tools";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { type: "object", properties: { customer: { type: "object", properties: { name: { type: "string" } } } }, additionalProperties: false } });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 4,
          column: 164,
          endLine: 4,
          endColumn: 178,
        },
      ],
    },
    {
      name: "reports a definition that is referred to",
      code: `
import { tool } from "@langchain/core/tools";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { type: "object", properties: { customer: { $ref: "#/$defs/customer" } }, additionalProperties: false, $defs: { customer: { type: "object", properties: { name: { type: "string" } } } } } });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 4,
          column: 244,
          endLine: 4,
          endColumn: 258,
        },
      ],
    },
    {
      name: "reports one choice of several",
      code: `
import { tool } from "@langchain/core/tools";

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: { anyOf: [{ type: "object", properties: { a: { type: "string" } }, additionalProperties: false }, { type: "object", properties: { b: { type: "string" } } }] } });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 4,
          column: 220,
          endLine: 4,
          endColumn: 234,
        },
      ],
    },
    {
      name: "reports a constant that says what it is",
      code: `
import { tool } from "@langchain/core/tools";

const schema = { type: "object", properties: { topic: { type: "string" } } } as const satisfies object;

export const search = tool(async (input) => JSON.stringify(input), { name: "search", description: "Searches.", schema: schema });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 4,
          column: 18,
          endLine: 4,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports the AI SDK's wrapper",
      code: `
import { jsonSchema, tool } from "ai";

export const search = tool({ description: "Searches.", inputSchema: jsonSchema({ type: "object", properties: { topic: { type: "string" } } }), execute: async (input) => JSON.stringify(input) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 4,
          column: 82,
          endLine: 4,
          endColumn: 96,
        },
      ],
    },
  ],
});

ruleTester.run("no-open-tool-schema: other frameworks", rule, {
  valid: [
    {
      name: "accepts the raw shape of an MCP server's tool",
      code: `
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "search", version: "1.0.0" });
server.registerTool("search", { description: "Searches.", inputSchema: { topic: z.string() } }, async ({ topic }) => ({ content: [{ type: "text", text: topic }] }));
      `,
    },
    {
      name: "accepts a tool of Mastra with a closed schema",
      code: `
import { createTool } from "@mastra/core/tools";
import { z } from "zod";

export const search = createTool({ id: "search", description: "Searches.", inputSchema: z.object({ topic: z.string() }), execute: async (input) => ({ input }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a tool of the AI SDK",
      code: `
import { tool } from "ai";
import { z } from "zod";

export const search = tool({ description: "Searches.", inputSchema: z.object({ topic: z.string() }).passthrough(), execute: async (input) => JSON.stringify(input) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 5,
          column: 101,
          endLine: 5,
          endColumn: 112,
        },
      ],
    },
    {
      name: "reports a tool of the OpenAI Agents SDK",
      code: `
import { tool } from "@openai/agents";

export const search = tool({ name: "search", description: "Searches.", strict: false, parameters: { type: "object", properties: { topic: { type: "string" } }, required: [], additionalProperties: true }, execute: async (input) => JSON.stringify(input) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 4,
          column: 174,
          endLine: 4,
          endColumn: 200,
        },
      ],
    },
    {
      name: "reports a tool of Mastra",
      code: `
import { createTool } from "@mastra/core/tools";
import { z } from "zod";

export const search = createTool({ id: "find-pages", description: "Searches.", inputSchema: z.looseObject({ topic: z.string() }), execute: async (input) => ({ input }) });
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"find-pages\"" },
          line: 5,
          column: 93,
          endLine: 5,
          endColumn: 106,
        },
      ],
    },
    {
      name: "reports a tool of an MCP server",
      code: `
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const server = new McpServer({ name: "search", version: "1.0.0" });
server.registerTool("search", { description: "Searches.", inputSchema: z.object({ topic: z.string() }).passthrough() }, async (input) => ({ content: [{ type: "text", text: JSON.stringify(input) }] }));
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "Tool \"search\"" },
          line: 6,
          column: 104,
          endLine: 6,
          endColumn: 115,
        },
      ],
    },
    {
      name: "reports a tool without a name of its own",
      code: `
import { tool } from "ai";
import { z } from "zod";

export const tools = () => [tool({ description: "Searches.", inputSchema: z.looseObject({ topic: z.string() }), execute: async (input) => JSON.stringify(input) })];
      `,
      errors: [
        {
          messageId: "openSchema",
          data: { tool: "This tool" },
          line: 5,
          column: 75,
          endLine: 5,
          endColumn: 88,
        },
      ],
    },
  ],
});
