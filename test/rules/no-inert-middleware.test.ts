import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-inert-middleware.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-inert-middleware", rule, {
  valid: [
    {
      name: "is silent about a table that is filled after it was made",
      code: `
        import { humanInTheLoopMiddleware } from "langchain";
        import { risky } from "./tools.js";

        const interruptOn = {};
        for (const tool of risky) interruptOn[tool.name] = true;
        export const review = humanInTheLoopMiddleware({ interruptOn });
      `,
    },
    {
      name: "is silent about a summary with a trigger",
      code: `
        import { createAgent, summarizationMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [summarizationMiddleware({ model: "openai:gpt-5-mini", trigger: { messages: 50 } })] });
      `,
    },
    {
      name: "is silent about a summary with the older option",
      code: `
        import { createAgent, summarizationMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [summarizationMiddleware({ model: "openai:gpt-5-mini", maxTokensBeforeSummary: 4000 })] });
      `,
    },
    {
      name: "is silent about options that cannot be seen",
      code: `
        import { options } from "./options";
        import { createAgent, summarizationMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [summarizationMiddleware(options)] });
      `,
    },
    {
      name: "is silent where a spread may bring the trigger",
      code: `
        import { options } from "./options";
        import { createAgent, summarizationMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [summarizationMiddleware({ ...options })] });
      `,
    },
    {
      name: "is silent where the trigger is imported",
      code: `
        import { trigger } from "./options";
        import { createAgent, summarizationMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [summarizationMiddleware({ model: "m", trigger })] });
      `,
    },
    {
      name: "is silent about a call limit",
      code: `
        import { createAgent, modelCallLimitMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelCallLimitMiddleware({ runLimit: 10 })] });
      `,
    },
    {
      name: "is silent about a limit for the thread",
      code: `
        import { createAgent, modelCallLimitMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelCallLimitMiddleware({ threadLimit: 100 })] });
      `,
    },
    {
      name: "is silent about a fallback with a model",
      code: `
        import { createAgent, modelFallbackMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelFallbackMiddleware("anthropic:claude-haiku-4-5")] });
      `,
    },
    {
      name: "is silent about fallbacks that are spread",
      code: `
        import { models } from "./models";
        import { createAgent, modelFallbackMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelFallbackMiddleware(...models)] });
      `,
    },
    {
      name: "is silent about caching with its defaults",
      code: `
        import { createAgent, anthropicPromptCachingMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [anthropicPromptCachingMiddleware()] });
      `,
    },
    {
      name: "is silent about PII with its defaults, which redact the input",
      code: `
        import { createAgent, piiMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [piiMiddleware("email")] });
      `,
    },
    {
      name: "is silent about PII that redacts tool results only",
      code: `
        import { createAgent, piiMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [piiMiddleware("email", { applyToInput: false, applyToToolResults: true })] });
      `,
    },
    {
      name: "is silent about edits with one edit",
      code: `
        import { ClearToolUsesEdit } from "langchain";
        import { createAgent, contextEditingMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [contextEditingMiddleware({ edits: [new ClearToolUsesEdit()] })] });
      `,
    },
    {
      name: "is silent about middleware of the same name of another package",
      code: `
        import { createAgent } from "langchain";
        import { modelFallbackMiddleware } from "@acme/middleware";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelFallbackMiddleware()] });
      `,
    },
    {
      name: "is silent about a shadowed name",
      code: `
        import { createAgent, modelFallbackMiddleware } from "langchain";
        export { modelFallbackMiddleware, createAgent };
        export const make = (modelFallbackMiddleware) => modelFallbackMiddleware();
      `,
    },
    {
      name: "is silent in a test",
      code: `
        import { createAgent, modelFallbackMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelFallbackMiddleware()] });
      `,
      filename: at("src/agent.test.ts"),
    },
  ],
  invalid: [
    {
      name: "reports a summary without a trigger",
      code: `
        import { createAgent, summarizationMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [summarizationMiddleware({ model: "openai:gpt-5-mini" })] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "summarizationMiddleware", because: "it has no `trigger`", remedy: "Say when it summarises, for example `trigger: { messages: 50 }`" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 146,
        },
      ],
    },
    {
      name: "reports a summary whose trigger is undefined",
      code: `
        import { createAgent, summarizationMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [summarizationMiddleware({ model: "openai:gpt-5-mini", trigger: undefined })] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "summarizationMiddleware", because: "it has no `trigger`", remedy: "Say when it summarises, for example `trigger: { messages: 50 }`" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 166,
        },
      ],
    },
    {
      name: "reports a summary whose trigger is empty",
      code: `
        import { createAgent, summarizationMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [summarizationMiddleware({ model: "openai:gpt-5-mini", trigger: {} })] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "summarizationMiddleware", because: "it has no `trigger`", remedy: "Say when it summarises, for example `trigger: { messages: 50 }`" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 159,
        },
      ],
    },
    {
      name: "reports a call limit without arguments",
      code: `
        import { createAgent, modelCallLimitMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelCallLimitMiddleware()] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "modelCallLimitMiddleware", because: "it has no limit", remedy: "Set `runLimit` or `threadLimit`" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 117,
        },
      ],
    },
    {
      name: "reports a call limit that only says what happens at the limit",
      code: `
        import { createAgent, modelCallLimitMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelCallLimitMiddleware({ exitBehavior: "end" })] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "modelCallLimitMiddleware", because: "it has no limit", remedy: "Set `runLimit` or `threadLimit`" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 140,
        },
      ],
    },
    {
      name: "reports a fallback without models",
      code: `
        import { createAgent, modelFallbackMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelFallbackMiddleware()] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "modelFallbackMiddleware", because: "it has no model to fall back to", remedy: "Pass the models, in order" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 116,
        },
      ],
    },
    {
      name: "reports caching that is switched off",
      code: `
        import { createAgent, anthropicPromptCachingMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [anthropicPromptCachingMiddleware({ enableCaching: false })] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "anthropicPromptCachingMiddleware", because: "`enableCaching` is false", remedy: "Remove the option, or the middleware" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 149,
        },
      ],
    },
    {
      name: "reports PII that is switched off for the input, the rest being off by default",
      code: `
        import { createAgent, piiMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [piiMiddleware("email", { applyToInput: false })] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "piiMiddleware", because: "input, output and tool results are all switched off", remedy: "Switch on what it is to redact" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 138,
        },
      ],
    },
    {
      name: "reports PII that is switched off everywhere",
      code: `
        import { createAgent, piiMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [piiMiddleware("email", { applyToInput: false, applyToOutput: false, applyToToolResults: false })] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "piiMiddleware", because: "input, output and tool results are all switched off", remedy: "Switch on what it is to redact" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 187,
        },
      ],
    },
    {
      name: "reports edits without an edit",
      code: `
        import { createAgent, contextEditingMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [contextEditingMiddleware({ edits: [] })] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "contextEditingMiddleware", because: "its list of edits is empty", remedy: "Give it an edit, or remove it" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 130,
        },
      ],
    },
    {
      name: "reports an approval that names no tool",
      code: `
        import { createAgent, humanInTheLoopMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [humanInTheLoopMiddleware({ interruptOn: {} })] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "humanInTheLoopMiddleware", because: "it names no tool", remedy: "List the tools that need a person in `interruptOn`" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 136,
        },
      ],
    },
    {
      name: "reports an aliased import",
      code: `
        import { createAgent, modelFallbackMiddleware as fallback } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [fallback()] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "modelFallbackMiddleware", because: "it has no model to fall back to", remedy: "Pass the models, in order" },
          line: 3,
          column: 91,
          endLine: 3,
          endColumn: 101,
        },
      ],
    },
    {
      name: "reports a namespace import",
      code: `
        import * as lc from "langchain";
        export const agent = lc.createAgent({ tools: [], middleware: [lc.modelFallbackMiddleware()] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "modelFallbackMiddleware", because: "it has no model to fall back to", remedy: "Pass the models, in order" },
          line: 3,
          column: 71,
          endLine: 3,
          endColumn: 99,
        },
      ],
    },
    {
      name: "reports a required function",
      code: `
        const { modelFallbackMiddleware } = require("langchain");
        exports.fallback = modelFallbackMiddleware();
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "modelFallbackMiddleware", because: "it has no model to fall back to", remedy: "Pass the models, in order" },
          line: 3,
          column: 28,
          endLine: 3,
          endColumn: 53,
        },
      ],
    },
    {
      name: "reports options held in a constant, behind satisfies",
      code: `
        import { createAgent, modelCallLimitMiddleware } from "langchain";
        const limits = { exitBehavior: "end" } satisfies object;
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelCallLimitMiddleware(limits)] });
      `,
      errors: [
        {
          messageId: "inert",
          data: { middleware: "modelCallLimitMiddleware", because: "it has no limit", remedy: "Set `runLimit` or `threadLimit`" },
          line: 4,
          column: 91,
          endLine: 4,
          endColumn: 123,
        },
      ],
    },
  ],
});
