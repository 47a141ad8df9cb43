import identityRule from "../../../rules/no-llm-identity-args.js";
import deadlineRule from "../../../rules/require-fetch-timeout.js";
import { identityArguments } from "../cases/no-llm-identity-args.js";
import { deadlines } from "../cases/require-fetch-timeout.js";
import { mcp2 } from "../dialects.js";
import { testRule } from "../framework-tester.js";

const SERVER = 'import { McpServer } from "@modelcontextprotocol/server";\nimport { z } from "zod";\nconst server = new McpServer({ name: "desk", version: "1.0.0" });\n';
const orders = (fields: string, handler: string): string => `${SERVER}server.registerTool("orders", { inputSchema: z.object({ ${fields} }) }, ${handler});`;
const weather = (parameters: string, options: string): string => `${SERVER}server.registerTool("weather", { inputSchema: z.object({ city: z.string() }) }, async (${parameters}) => (await ${options}).text());`;

testRule(identityRule, identityArguments(mcp2), {
  reported: [
    {
      name: "reads the caller from the request of version 2",
      code: orders("⟦userId⟧: z.string(), page: z.number()", "async ({ userId, page }) => load(userId, page)"),
      messageId: "identityArgument",
      data: { tool: 'Tool "orders"', path: "userId", named: "the caller" },
      suggestions: [
        {
          messageId: "readFromContext",
          data: { path: "userId", expression: "ctx.http?.authInfo?.extra?.userId as string" },
          output: orders("page: z.number()", "async ({ page }, ctx) => load(ctx.http?.authInfo?.extra?.userId as string, page)"),
        },
      ],
    },
  ],
  silent: [],
});

testRule(deadlineRule, deadlines(mcp2), {
  reported: [
    {
      name: "joins the deadline with the cancel signal of version 2",
      code: weather("{ city }, ctx", "⟦fetch(`https://api.example.com/${city}`)⟧"),
      messageId: "noDeadline",
      data: { call: "fetch", owner: 'tool "weather"' },
      suggestions: [
        {
          messageId: "addDeadline",
          data: { option: "signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(ctx?.mcpReq.signal ? [ctx.mcpReq.signal] : [])])" },
          output: weather("{ city }, ctx", "fetch(`https://api.example.com/${city}`, { signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(ctx?.mcpReq.signal ? [ctx.mcpReq.signal] : [])]) })"),
        },
      ],
    },
  ],
  silent: [],
});
