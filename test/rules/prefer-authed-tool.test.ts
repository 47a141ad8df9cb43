import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/prefer-authed-tool.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("prefer-authed-tool", rule, {
  valid: [
    {
      name: "is silent about a key for somebody else's service that the run brings along",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        export const weather = tool({
          inputSchema: z.object({ city: z.string() }),
          contextSchema: z.object({ apiKey: z.string() }),
          execute: async ({ city }, { context: { apiKey } }) => forecast(city, apiKey),
        });
      `,
    },
    {
      name: "is silent about a handler that takes no identity",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }) => list(status), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
    },
    {
      name: "is silent about a part of the config that names nobody",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, config) => list(status, config.configurable?.language), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
    },
    {
      name: "is silent about the thread of the run",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, config) => list(status, config.configurable?.thread_id), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
    },
    {
      name: "is silent about the signal of the run",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, config) => list(status, config.signal), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
    },
    {
      name: "is silent about a tool of the guard",
      code: `
        import { authedTool } from "agent-guardrails/tools";
        import { z } from "zod";
        export const orders = authedTool(async ({ status }, cfg) => list(cfg.identity.userId, status), { name: "orders", description: "d", effect: "read", auth, schema: z.object({ status: z.string() }) });
      `,
    },
    {
      name: "is silent where the config goes through the guard's check",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { auth } from "./auth";
        export const orders = tool(async ({ status }, config) => {
          const { identity } = auth.require(config);
          return list(identity.userId, status);
        }, { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
    },
    {
      name: "is silent about identity that a function outside of tools reads",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const userOf = (config) => config.configurable?.user_id;
        export const orders = tool(async ({ status }) => list(status), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
    },
    {
      name: "is silent about a tool function of another library",
      code: `
        import { tool } from "@acme/tools";
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI();
        export const orders = tool(async ({ status }, config) => list(config.configurable?.user_id), { name: "orders" });
      `,
    },
    {
      name: "is silent about a shadowed tool",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export { tool };
        export function make(tool) {
          return tool(async ({ status }, config) => list(config.configurable?.user_id), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
        }
      `,
    },
    {
      name: "is silent about an argument that is called config",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ config }) => list(config.user_id), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
    },
    {
      name: "is silent about a key that the policy takes out",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, config) => list(config.configurable?.team_id), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      settings: { "agent-guardrails": { notIdentityKeys: ["team_id"] } },
    },
    {
      name: "is silent in a test",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, config) => list(config.configurable?.user_id), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      filename: at("src/orders.test.ts"),
    },
  ],
  invalid: [
    {
      name: "reports a user id read from configurable",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, config) => list(config.configurable?.user_id, status), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.user_id" },
          line: 4,
          column: 71,
          endLine: 4,
          endColumn: 99,
        },
      ],
    },
    {
      name: "reports a tenant id read from the typed context",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, runtime) => list(runtime.context.tenantId, status), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "context.tenantId" },
          line: 4,
          column: 72,
          endLine: 4,
          endColumn: 96,
        },
      ],
    },
    {
      name: "reports an id behind a non-null assertion and a cast",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, config) => list(config.configurable!.userId as string, status), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.userId" },
          line: 4,
          column: 71,
          endLine: 4,
          endColumn: 108,
        },
      ],
    },
    {
      name: "reports an id taken out of a constant",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, config) => {
          const configurable = config.configurable;
          return list(configurable.org_id, status);
        }, { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.org_id" },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 42,
        },
      ],
    },
    {
      name: "reports an id taken apart in a constant",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, config) => {
          const { user_id } = config.configurable;
          return list(user_id, status);
        }, { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.user_id" },
          line: 5,
          column: 17,
          endLine: 5,
          endColumn: 28,
        },
      ],
    },
    {
      name: "reports an id taken apart in the parameter",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, { configurable: { user_id } }) => list(user_id, status), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.user_id" },
          line: 4,
          column: 55,
          endLine: 4,
          endColumn: 84,
        },
      ],
    },
    {
      name: "reports an aliased import",
      code: `
        import { tool as makeTool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = makeTool(async ({ status }, config) => list(config.configurable?.user_id), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.user_id" },
          line: 4,
          column: 75,
          endLine: 4,
          endColumn: 103,
        },
      ],
    },
    {
      name: "reports a namespace import",
      code: `
        import * as tools from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tools.tool(async ({ status }, config) => list(config.configurable?.user_id), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.user_id" },
          line: 4,
          column: 77,
          endLine: 4,
          endColumn: 105,
        },
      ],
    },
    {
      name: "reports required modules",
      code: `
        const { tool } = require("@langchain/core/tools");
        const { z } = require("zod");
        exports.orders = tool(async ({ status }, config) => list(config.configurable?.user_id), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.user_id" },
          line: 4,
          column: 66,
          endLine: 4,
          endColumn: 94,
        },
      ],
    },
    {
      name: "reports a named handler",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function orders({ status }, config) {
          return list(config.configurable?.user_id, status);
        }
        export const ordersTool = tool(orders, { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.user_id" },
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports a class tool, whose config is the third parameter",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { z } from "zod";
        export class Orders extends StructuredTool {
          name = "orders";
          description = "Lists orders";
          schema = z.object({ status: z.string() });
          async _call({ status }, runManager, config) {
            return list(config.configurable?.user_id, status);
          }
        }
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.user_id" },
          line: 9,
          column: 25,
          endLine: 9,
          endColumn: 53,
        },
      ],
    },
    {
      name: "reports each of two reads",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, config) => list(config.configurable?.org_id, config.configurable?.user_id, status), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.org_id" },
          line: 4,
          column: 71,
          endLine: 4,
          endColumn: 98,
        },
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.user_id" },
          line: 4,
          column: 100,
          endLine: 4,
          endColumn: 128,
        },
      ],
    },
    {
      name: "reports a key that the policy adds",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const orders = tool(async ({ status }, config) => list(config.configurable?.staff_no, status), { name: "orders", description: "Lists orders", schema: z.object({ status: z.string() }) });
      `,
      settings: { "agent-guardrails": { identityKeys: ["staff_no"] } },
      errors: [
        {
          messageId: "uncheckedIdentity",
          data: { tool: "Tool \"orders\"", path: "configurable.staff_no" },
          line: 4,
          column: 71,
          endLine: 4,
          endColumn: 100,
        },
      ],
    },
  ],
});
