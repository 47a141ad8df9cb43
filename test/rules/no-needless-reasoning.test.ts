import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-needless-reasoning.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-needless-reasoning", rule, {
  valid: [
    {
      name: "is silent about a model that does not think",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5-mini" });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
    {
      name: "is silent about little effort",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5-mini", reasoning: { effort: "low" } });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
    {
      name: "is silent about an effort that the environment sets",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5-mini", reasoning: { effort: process.env.EFFORT } });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
    {
      name: "is silent about thinking that is switched off",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { z } from "zod";
        const model = new ChatAnthropic({ model: "claude-haiku-4-5", thinking: { type: "disabled" } });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
    {
      name: "is silent about thinking with a budget where there is something to think about",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { z } from "zod";
        const model = new ChatAnthropic({ model: "claude-sonnet-4-5", thinking: { type: "enabled", budget_tokens: 4_000 } });
        export const plan = (text) => model.invoke(text);
        export { z };
      `,
    },
    {
      name: "is silent about a reasoning model that plans",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "o3" });
        export const plan = (text) => model.withStructuredOutput(z.object({ steps: z.array(z.string()) })).invoke(text);
      `,
    },
    {
      name: "is silent about adaptive thinking, which finds its own length",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { z } from "zod";
        const model = new ChatAnthropic({ model: "claude-opus-5", thinking: { type: "adaptive" }, outputConfig: { effort: "high" } });
        export const plan = (text) => model.invoke(text);
        export { z };
      `,
    },
    {
      name: "is silent about a budget of zero",
      code: `
        import { ChatGoogleGenerativeAI } from "@langchain/google-genai";
        import { z } from "zod";
        const model = new ChatGoogleGenerativeAI({ model: "gemini-2.5-flash", thinkingConfig: { thinkingBudget: 0 } });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
    {
      name: "is silent where the effort is lowered for the router",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5", reasoning: { effort: "high" } });
        const router = model.withConfig({ reasoning: { effort: "low" } }).withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) }));
        export const route = (text) => router.invoke(text);
      `,
    },
    {
      name: "is silent about options that cannot be seen",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        import { options } from "@acme/models";
        const model = new ChatOpenAI(options);
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
    {
      name: "is silent about a budget that a spread may bring",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { z } from "zod";
        import { thinking } from "@acme/models";
        export const model = new ChatAnthropic({ model: "claude-sonnet-4-5", thinking: { type: "enabled", ...thinking } });
        export { z };
      `,
    },
    {
      name: "is silent about an option of that name of another class",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatAnthropic } from "./models";
        export const model = new ChatAnthropic({ model: "claude-sonnet-4-5", thinking: { type: "enabled" } });
        export { tool };
      `,
    },
    {
      name: "is silent about a shadowed class",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        export { ChatAnthropic };
        export const make = (ChatAnthropic) => new ChatAnthropic({ model: "claude-sonnet-4-5", thinking: { type: "enabled" } });
      `,
    },
    {
      name: "is silent in a test",
      filename: at("test/model.test.ts"),
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { z } from "zod";
        export const model = new ChatAnthropic({ model: "claude-sonnet-4-5", thinking: { type: "enabled" } });
        export { z };
      `,
    },
  ],
  invalid: [
    {
      name: "reports a reasoning model that routes",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "o3" });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      errors: [
        {
          messageId: "reasoningRouter",
          data: { model: "o3", does: "only picks `next` from a list", by: "it is a reasoning model" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a small reasoning model that routes",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI("o4-mini");
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      errors: [
        {
          messageId: "reasoningRouter",
          data: { model: "o4-mini", does: "only picks `next` from a list", by: "it is a reasoning model" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports much effort for a choice",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5-mini", reasoning: { effort: "high" } });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      errors: [
        {
          messageId: "reasoningRouter",
          data: { model: "gpt-5-mini", does: "only picks `next` from a list", by: "`reasoning.effort: \"high\"`" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports an effort that stands in a constant",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const reasoning = { effort: "xhigh", summary: "auto" };
        const model = new ChatOpenAI({ model: "gpt-5-mini", reasoning });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      errors: [
        {
          messageId: "reasoningRouter",
          data: { model: "gpt-5-mini", does: "only picks `next` from a list", by: "`reasoning.effort: \"xhigh\"`" },
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports thinking before a choice",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { z } from "zod";
        const model = new ChatAnthropic({ model: "claude-haiku-4-5", thinking: { type: "enabled", budget_tokens: 2_000 } });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      errors: [
        {
          messageId: "reasoningRouter",
          data: { model: "claude-haiku-4-5", does: "only picks `next` from a list", by: "`thinking`" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports adaptive thinking before a choice",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { z } from "zod";
        const model = new ChatAnthropic({ model: "claude-opus-5", thinking: { type: "adaptive" } });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      errors: [
        {
          messageId: "reasoningRouter",
          data: { model: "claude-opus-5", does: "only picks `next` from a list", by: "`thinking`" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports an effort of Anthropic's",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { z } from "zod";
        const model = new ChatAnthropic({ model: "claude-opus-5", outputConfig: { effort: "max" } });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      errors: [
        {
          messageId: "reasoningRouter",
          data: { model: "claude-opus-5", does: "only picks `next` from a list", by: "`outputConfig.effort: \"max\"`" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a thinking level of Google's",
      code: `
        import { ChatGoogleGenerativeAI } from "@langchain/google-genai";
        import { z } from "zod";
        const model = new ChatGoogleGenerativeAI({ model: "gemini-3-flash", thinkingConfig: { thinkingLevel: "HIGH" } });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      errors: [
        {
          messageId: "reasoningRouter",
          data: { model: "gemini-3-flash", does: "only picks `next` from a list", by: "`thinkingConfig.thinkingLevel: \"HIGH\"`" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports an effort that is configured for the router",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5-mini" });
        const router = model.withConfig({ reasoning: { effort: "high" } }).withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) }));
        export const route = (text) => router.invoke(text);
      `,
      errors: [
        {
          messageId: "reasoningRouter",
          data: { model: "gpt-5-mini", does: "only picks `next` from a list", by: "`reasoning.effort: \"high\"`" },
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 29,
        },
      ],
    },
    {
      name: "reports a supervisor that thinks",
      code: `
        import { createSupervisor } from "@langchain/langgraph-supervisor";
        import { initChatModel } from "langchain";
        import { hr, it } from "./agents";
        const llm = await initChatModel("openai:gpt-5-mini", { reasoning: { effort: "high" } });
        export const team = createSupervisor({ llm, agents: [hr, it] }).compile();
      `,
      errors: [
        {
          messageId: "reasoningRouter",
          data: { model: "openai:gpt-5-mini", does: "only hands over to one of its agents", by: "`reasoning.effort: \"high\"`" },
          line: 6,
          column: 48,
          endLine: 6,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports thinking on Bedrock before a choice",
      code: `
        import { ChatBedrockConverse } from "@langchain/aws";
        import { z } from "zod";
        const model = new ChatBedrockConverse({ model: "eu.anthropic.claude-haiku-4-5-20251001-v1:0", additionalModelRequestFields: { thinking: { type: "enabled", budget_tokens: 1024 } } });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      errors: [
        {
          messageId: "reasoningRouter",
          data: { model: "eu.anthropic.claude-haiku-4-5-20251001-v1:0", does: "only picks `next` from a list", by: "`additionalModelRequestFields.thinking`" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports thinking without a budget",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { z } from "zod";
        export const model = new ChatAnthropic({ model: "claude-sonnet-4-5", thinking: { type: "enabled" } });
        export { z };
      `,
      errors: [
        {
          messageId: "openThinking",
          data: { option: "thinking: { type: \"enabled\" }", model: "claude-sonnet-4-5" },
          line: 4,
          column: 78,
          endLine: 4,
          endColumn: 107,
        },
      ],
    },
    {
      name: "reports a budget that is left to the model",
      code: `
        import { ChatGoogleGenerativeAI } from "@langchain/google-genai";
        export const model = new ChatGoogleGenerativeAI({ model: "gemini-2.5-pro", thinkingConfig: { thinkingBudget: -1 } });
      `,
      errors: [
        {
          messageId: "openThinking",
          data: { option: "thinkingBudget: -1", model: "gemini-2.5-pro" },
          line: 3,
          column: 102,
          endLine: 3,
          endColumn: 120,
        },
      ],
    },
    {
      name: "reports a budget that initChatModel leaves to the model",
      code: `
        import { initChatModel } from "langchain";
        export const model = await initChatModel("google-vertexai:gemini-2.5-pro", { thinkingBudget: -1 });
      `,
      errors: [
        {
          messageId: "openThinking",
          data: { option: "thinkingBudget: -1", model: "google-vertexai:gemini-2.5-pro" },
          line: 3,
          column: 86,
          endLine: 3,
          endColumn: 104,
        },
      ],
    },
  ],
});
