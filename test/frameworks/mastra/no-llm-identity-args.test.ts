import rule from "../../../rules/no-llm-identity-args.js";
import { identityArguments } from "../cases/no-llm-identity-args.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, identityArguments(mastra), {
  reported: [
    {
      name: "offers nothing where the handler is written for the version before 1, whose input lies under `context`",
      code: `${mastra.head}createTool({ id: "orders", description: "Lists orders", inputSchema: z.object({ ⟦userId⟧: z.string() }), execute: async ({ context, runtimeContext }) => load(context.userId, runtimeContext) });`,
      messageId: "identityArgument",
      data: { tool: 'Tool "orders"', path: "userId", named: "the caller" },
    },
    {
      name: "reports an instance of the class that `createTool` makes",
      code: `import { Tool } from "@mastra/core/tools";\nimport { z } from "zod";\nexport const orders = new Tool({ id: "orders", description: "Lists orders", inputSchema: z.object({ ⟦userId⟧: z.string() }), outputSchema: z.object({ tenantId: z.string() }), execute: async ({ context: { userId } }) => load(userId) });`,
      messageId: "identityArgument",
      data: { tool: 'Tool "orders"', path: "userId", named: "the caller" },
    },
  ],
  silent: [
    {
      name: "is silent about a class of the same name from another package",
      code: `import { createTool } from "@mastra/core/tools";\nimport { Tool } from "@acme/tools";\nimport { z } from "zod";\nexport { createTool };\nexport const orders = new Tool({ id: "orders", description: "Lists orders", inputSchema: z.object({ userId: z.string() }), execute: async ({ userId }) => load(userId) });`,
    },
  ],
});
