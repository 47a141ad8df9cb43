import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-prompt-caching.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);
/** Some 1,100 tokens. */
const RULES = "Be exact, be brief, and be polite. ".repeat(130);
/** Some 4,500 tokens. */
const HANDBOOK = RULES.repeat(4);

ruleTester.run("require-prompt-caching", rule, {
  valid: [
    {
      name: "is silent about a short prompt",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "You are a helpful assistant." });
      `,
    },
    {
      name: "is silent about OpenAI, which keeps long prompts by itself",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], systemPrompt: "${RULES}" });
      `,
    },
    {
      name: "is silent about Google, which keeps long prompts by itself",
      code: `
        import { ChatGoogleGenerativeAI } from "@langchain/google-genai";
        const model = new ChatGoogleGenerativeAI({ model: "gemini-2.5-pro" });
        export const answer = (text) => model.invoke([["system", "${RULES}"], ["human", text]]);
      `,
    },
    {
      name: "is silent about an agent with the caching middleware",
      code: `
        import { anthropicPromptCachingMiddleware, createAgent } from "langchain";
        export const agent = createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "${RULES}", middleware: [anthropicPromptCachingMiddleware({ ttl: "1h" })] });
      `,
    },
    {
      name: "is silent about middleware that cannot be seen",
      code: `
        import { createAgent } from "langchain";
        import { middleware } from "@acme/middleware";
        export const agent = createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "${RULES}", middleware });
      `,
    },
    {
      name: "is silent about a middleware of the project's own",
      code: `
        import { createAgent, createMiddleware } from "langchain";
        const caching = createMiddleware({ name: "caching", wrapModelCall: (request, handler) => handler(request) });
        export const agent = createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "${RULES}", middleware: [caching] });
      `,
    },
    {
      name: "is silent about options that a spread may complete",
      code: `
        import { createAgent } from "langchain";
        import { shared } from "@acme/agents";
        export const agent = createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "${RULES}", ...shared });
      `,
    },
    {
      name: "is silent about a marked block in the system message",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { SystemMessage } from "@langchain/core/messages";
        const model = new ChatAnthropic({ model: "claude-sonnet-4-5" });
        const system = new SystemMessage({ content: [{ type: "text", text: "${RULES}", cache_control: { type: "ephemeral" } }] });
        export const answer = (text) => model.invoke([system, ["human", text]]);
      `,
    },
    {
      name: "is silent about a mark in the options of the call",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        const model = new ChatAnthropic({ model: "claude-sonnet-4-5" });
        export const answer = (text) => model.invoke([["system", "${RULES}"], ["human", text]], { cache_control: { type: "ephemeral" } });
      `,
    },
    {
      name: "is silent about a mark that is configured once",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        const model = new ChatAnthropic({ model: "claude-sonnet-4-5" }).withConfig({ cache_control: { type: "ephemeral" } });
        export const answer = (text) => model.invoke([["system", "${RULES}"], ["human", text]]);
      `,
    },
    {
      name: "is silent about a cache point of Bedrock",
      code: `
        import { ChatBedrockConverse } from "@langchain/aws";
        import { SystemMessage } from "@langchain/core/messages";
        const model = new ChatBedrockConverse({ model: "eu.anthropic.claude-sonnet-4-5-20250929-v1:0", region: "eu-central-1" });
        export const answer = (text) => model.invoke([new SystemMessage([{ type: "text", text: "${RULES}" }, { cachePoint: { type: "default" } }]), ["human", text]]);
      `,
    },
    {
      name: "is silent about a model of Bedrock that keeps nothing",
      code: `
        import { ChatBedrockConverse } from "@langchain/aws";
        const model = new ChatBedrockConverse({ model: "meta.llama3-70b-instruct-v1:0", region: "eu-central-1" });
        export const answer = (text) => model.invoke([["system", "${RULES}"], ["human", text]]);
      `,
    },
    {
      name: "is silent about a prompt that differs from its first words on",
      code: `
        import { createAgent } from "langchain";
        export const build = (name) => createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: \`You are \${name}. ${RULES}\` });
      `,
    },
    {
      name: "is silent about a template whose variable comes first",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { ChatPromptTemplate } from "@langchain/core/prompts";
        const prompt = ChatPromptTemplate.fromMessages([["system", "Today is {date}. ${RULES}"], ["human", "{question}"]]);
        export const chain = prompt.pipe(new ChatAnthropic({ model: "claude-sonnet-4-5" }));
      `,
    },
    {
      name: "is silent below the length that the model keeps",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "anthropic:claude-haiku-4-5", tools: [], systemPrompt: "${RULES}" });
      `,
    },
    {
      name: "is silent about white space, which is no text",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "Be polite." + "                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                                        " });
      `,
    },
    {
      name: "is silent about a model that cannot be seen",
      code: `
        import { createAgent } from "langchain";
        export const build = (model) => createAgent({ model, tools: [], systemPrompt: "${RULES}" });
      `,
    },
    {
      name: "is silent about a deep agent, which brings the middleware",
      code: `
        import { createDeepAgent } from "deepagents";
        export const agent = createDeepAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "${RULES}" });
      `,
    },
    {
      name: "is silent about a function of the same name from elsewhere",
      code: `
        import { tool } from "@langchain/core/tools";
        import { createAgent } from "./agents";
        export { tool };
        export const agent = createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "${RULES}" });
      `,
    },
    {
      name: "is silent about a shadowed class",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        export { ChatAnthropic };
        export const answer = (ChatAnthropic, text) => new ChatAnthropic({ model: "claude-sonnet-4-5" }).invoke([["system", "${RULES}"], ["human", text]]);
      `,
    },
    {
      name: "is silent in a test",
      filename: at("test/agent.test.ts"),
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "${RULES}" });
      `,
    },
    {
      name: "is silent in a script",
      filename: at("scripts/once.ts"),
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "${RULES}" });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a long prompt of an agent",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "${RULES}" });
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1137", model: "anthropic:claude-sonnet-4-5", remedy: "`anthropicPromptCachingMiddleware()`" },
          line: 3,
          column: 93,
          endLine: 3,
          endColumn: 105,
          suggestions: [
            {
              messageId: "addMiddleware",
              data: { middleware: "anthropicPromptCachingMiddleware" },
              output: `
        import { createAgent, anthropicPromptCachingMiddleware } from "langchain";
        export const agent = createAgent({ model: "anthropic:claude-sonnet-4-5", tools: [], systemPrompt: "${RULES}", middleware: [anthropicPromptCachingMiddleware()] });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an agent whose caching is switched off",
      code: `
        import { anthropicPromptCachingMiddleware, createAgent } from "langchain";
        export const agent = createAgent({
          model: "anthropic:claude-sonnet-4-5",
          tools: [],
          systemPrompt: "${RULES}",
          middleware: [anthropicPromptCachingMiddleware({ enableCaching: false })],
        });
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1137", model: "anthropic:claude-sonnet-4-5", remedy: "`anthropicPromptCachingMiddleware()`" },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 23,
        },
      ],
    },
    {
      name: "reports a prompt held in a constant, and adds to the middleware that is there",
      code: `
        import { createAgent, modelCallLimitMiddleware } from "langchain";
        const rules = \`${RULES}\`;
        export const agent = createAgent({
          model: "claude-opus-4-1",
          tools: [],
          systemPrompt: rules.trim(),
          middleware: [modelCallLimitMiddleware({ runLimit: 20 })],
        });
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1137", model: "claude-opus-4-1", remedy: "`anthropicPromptCachingMiddleware()`" },
          line: 7,
          column: 11,
          endLine: 7,
          endColumn: 23,
          suggestions: [
            {
              messageId: "addMiddleware",
              data: { middleware: "anthropicPromptCachingMiddleware" },
              output: `
        import { createAgent, modelCallLimitMiddleware, anthropicPromptCachingMiddleware } from "langchain";
        const rules = \`${RULES}\`;
        export const agent = createAgent({
          model: "claude-opus-4-1",
          tools: [],
          systemPrompt: rules.trim(),
          middleware: [modelCallLimitMiddleware({ runLimit: 20 }), anthropicPromptCachingMiddleware()],
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a prompt whose variable part comes last",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { createAgent } from "langchain";
        const model = new ChatAnthropic({ model: "claude-sonnet-4-5" });
        export const build = (name) => createAgent({ model, tools: [], systemPrompt: \`${RULES} You talk to \${name}.\` });
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1140", model: "claude-sonnet-4-5", remedy: "`anthropicPromptCachingMiddleware()`" },
          line: 5,
          column: 72,
          endLine: 5,
          endColumn: 84,
          suggestions: [
            {
              messageId: "addMiddleware",
              data: { middleware: "anthropicPromptCachingMiddleware" },
              output: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { createAgent, anthropicPromptCachingMiddleware } from "langchain";
        const model = new ChatAnthropic({ model: "claude-sonnet-4-5" });
        export const build = (name) => createAgent({ model, tools: [], systemPrompt: \`${RULES} You talk to \${name}.\`, middleware: [anthropicPromptCachingMiddleware()] });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a prompt that is joined from lines",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: new ChatAnthropic("claude-sonnet-5"), tools: [], systemPrompt: ["You answer questions.", "${RULES}"].join("\\n") });
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1142", model: "claude-sonnet-5", remedy: "`anthropicPromptCachingMiddleware()`" },
          line: 4,
          column: 100,
          endLine: 4,
          endColumn: 112,
          suggestions: [
            {
              messageId: "addMiddleware",
              data: { middleware: "anthropicPromptCachingMiddleware" },
              output: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { createAgent, anthropicPromptCachingMiddleware } from "langchain";
        export const agent = createAgent({ model: new ChatAnthropic("claude-sonnet-5"), tools: [], systemPrompt: ["You answer questions.", "${RULES}"].join("\\n"), middleware: [anthropicPromptCachingMiddleware()] });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports the prompt of a prebuilt agent of LangGraph",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { createReactAgent } from "@langchain/langgraph/prebuilt";
        const llm = new ChatAnthropic({ model: "claude-3-7-sonnet-latest" });
        export const agent = createReactAgent({ llm, tools: [], prompt: "${RULES}" });
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1137", model: "claude-3-7-sonnet-latest", remedy: "a system message with `cache_control: { type: \"ephemeral\" }`" },
          line: 5,
          column: 65,
          endLine: 5,
          endColumn: 71,
        },
      ],
    },
    {
      name: "reports a system message of a call",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { HumanMessage, SystemMessage } from "@langchain/core/messages";
        const model = new ChatAnthropic({ model: "claude-sonnet-4-5" });
        export const answer = (text) => model.invoke([new SystemMessage("${RULES}"), new HumanMessage(text)]);
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1137", model: "claude-sonnet-4-5", remedy: "`cache_control: { type: \"ephemeral\" }`" },
          line: 5,
          column: 59,
          endLine: 5,
          endColumn: 72,
        },
      ],
    },
    {
      name: "reports a message by its role",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        const model = new ChatAnthropic({ model: "claude-sonnet-4-5" });
        export const answer = (text) => model.stream([{ role: "system", content: "${RULES}" }, { role: "user", content: text }]);
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1137", model: "claude-sonnet-4-5", remedy: "`cache_control: { type: \"ephemeral\" }`" },
          line: 4,
          column: 57,
          endLine: 4,
          endColumn: 71,
        },
      ],
    },
    {
      name: "reports a message as a tuple, behind tools and with a namespace import",
      code: `
        import * as anthropic from "@langchain/anthropic";
        import { lookUp } from "./tools";
        const model = new anthropic.ChatAnthropic({ model: "claude-sonnet-4-5" }).bindTools([lookUp]);
        export const answer = (text) => model.invoke([["system", "${RULES}"], ["human", text]], { timeout: 30_000 });
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1137", model: "claude-sonnet-4-5", remedy: "`cache_control: { type: \"ephemeral\" }`" },
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 64,
        },
      ],
    },
    {
      name: "reports a prompt template that is piped into the model",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { ChatPromptTemplate } from "@langchain/core/prompts";
        const prompt = ChatPromptTemplate.fromMessages([["system", "${RULES} Today is {date}."], ["human", "{question}"]]);
        export const chain = prompt.pipe(new ChatAnthropic({ model: "claude-sonnet-4-5" }));
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1139", model: "claude-sonnet-4-5", remedy: "`cache_control: { type: \"ephemeral\" }`" },
          line: 4,
          column: 58,
          endLine: 4,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports Claude on Bedrock",
      code: `
        import { ChatBedrockConverse } from "@langchain/aws";
        import { createAgent } from "langchain";
        const model = new ChatBedrockConverse({ model: "eu.anthropic.claude-sonnet-4-5-20250929-v1:0", region: "eu-central-1" });
        export const agent = createAgent({ model, tools: [], systemPrompt: "${RULES}" });
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1137", model: "eu.anthropic.claude-sonnet-4-5-20250929-v1:0", remedy: "`bedrockPromptCachingMiddleware()`" },
          line: 5,
          column: 62,
          endLine: 5,
          endColumn: 74,
          suggestions: [
            {
              messageId: "addMiddleware",
              data: { middleware: "bedrockPromptCachingMiddleware" },
              output: `
        import { ChatBedrockConverse } from "@langchain/aws";
        import { createAgent, bedrockPromptCachingMiddleware } from "langchain";
        const model = new ChatBedrockConverse({ model: "eu.anthropic.claude-sonnet-4-5-20250929-v1:0", region: "eu-central-1" });
        export const agent = createAgent({ model, tools: [], systemPrompt: "${RULES}", middleware: [bedrockPromptCachingMiddleware()] });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an unmarked block of content",
      code: `
        import { ChatBedrockConverse } from "@langchain/aws";
        import { SystemMessage } from "@langchain/core/messages";
        const model = new ChatBedrockConverse({ model: "amazon.nova-pro-v1:0", region: "eu-central-1" });
        export const answer = (text) => model.invoke([new SystemMessage({ content: [{ type: "text", text: "${RULES}" }] }), ["human", text]]);
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1137", model: "amazon.nova-pro-v1:0", remedy: "`cachePoint: { type: \"default\" }`" },
          line: 5,
          column: 59,
          endLine: 5,
          endColumn: 72,
        },
      ],
    },
    {
      name: "reports a call of Anthropic's own client",
      code: `
        import Anthropic from "@anthropic-ai/sdk";
        import { tool } from "@langchain/core/tools";
        const client = new Anthropic();
        export const ask = tool(async ({ text }) => {
          const message = await client.messages.create({ model: "claude-sonnet-4-5", max_tokens: 1024, system: "${RULES}", messages: [{ role: "user", content: text }] });
          return message.content[0].text;
        }, { name: "ask" });
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1137", model: "claude-sonnet-4-5", remedy: "`cache_control: { type: \"ephemeral\" }`" },
          line: 6,
          column: 104,
          endLine: 6,
          endColumn: 110,
        },
      ],
    },
    {
      name: "reports a prompt that is long enough for a model that keeps only long ones",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "anthropic:claude-haiku-4-5", tools: [], systemPrompt: "${HANDBOOK}" });
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "4550", model: "anthropic:claude-haiku-4-5", remedy: "`anthropicPromptCachingMiddleware()`" },
          line: 3,
          column: 92,
          endLine: 3,
          endColumn: 104,
          suggestions: [
            {
              messageId: "addMiddleware",
              data: { middleware: "anthropicPromptCachingMiddleware" },
              output: `
        import { createAgent, anthropicPromptCachingMiddleware } from "langchain";
        export const agent = createAgent({ model: "anthropic:claude-haiku-4-5", tools: [], systemPrompt: "${HANDBOOK}", middleware: [anthropicPromptCachingMiddleware()] });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a model that a function of the file makes",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        function makeModel() {
          return new ChatAnthropic({ model: "claude-sonnet-4-5", temperature: 0 });
        }
        export const answer = (text) => makeModel().invoke([["system", "${RULES}"], ["human", text]]);
      `,
      errors: [
        {
          messageId: "uncachedPrompt",
          data: { tokens: "1137", model: "claude-sonnet-4-5", remedy: "`cache_control: { type: \"ephemeral\" }`" },
          line: 6,
          column: 62,
          endLine: 6,
          endColumn: 70,
        },
      ],
    },
  ],
});
