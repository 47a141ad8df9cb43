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
  ],
  silent: [],
});
