import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-model-fallback.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-model-fallback", rule, {
  valid: [
    {
      name: "is silent about a fallback middleware",
      code: `
        import { createAgent, modelFallbackMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelFallbackMiddleware("anthropic:claude-sonnet-4-5")] });
      `,
    },
    {
      name: "is silent about a model with fallbacks",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        const model = new ChatOpenAI({ model: "gpt-5" }).withFallbacks([new ChatAnthropic({ model: "claude-sonnet-4-5" })]);
        export const agent = createAgent({ model, tools: [] });
      `,
    },
    {
      name: "is silent about middleware that cannot be seen",
      code: `
        import { createAgent } from "langchain";
        import { middleware } from "@acme/middleware";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware });
      `,
    },
    {
      name: "is silent about a middleware of the project's own",
      code: `
        import { createAgent, createMiddleware } from "langchain";
        const standIn = createMiddleware({ name: "standIn", wrapModelCall: (request, handler) => handler(request) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [standIn] });
      `,
    },
    {
      name: "is silent about a model that is a parameter",
      code: `
        import { createAgent } from "langchain";
        export const build = (model) => createAgent({ model, tools: [] });
      `,
    },
    {
      name: "is silent about a model that is chosen at run time",
      code: `
        import { createReactAgent } from "@langchain/langgraph/prebuilt";
        export const agent = createReactAgent({ llm: (state) => state.model, tools: [] });
      `,
    },
    {
      name: "is silent about a name that the environment gives",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: process.env.MODEL, tools: [] });
      `,
    },
    {
      name: "is silent about a gateway",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        const model = new ChatOpenAI({ model: "gpt-5", configuration: { baseURL: "https://llm.acme.example/v1" } });
        export const agent = createAgent({ model, tools: [] });
      `,
    },
    {
      name: "is silent about a router of models",
      code: `
        import { ChatOpenRouter } from "@langchain/openrouter";
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: new ChatOpenRouter({ model: "openai/gpt-5" }), tools: [] });
      `,
    },
    {
      name: "is silent about a model of the team's own",
      code: `
        import { ChatOllama } from "@langchain/ollama";
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: new ChatOllama({ model: "llama3.1:8b" }), tools: [] });
      `,
    },
    {
      name: "is silent about an agent that nobody else gets",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        console.log(await agent.invoke({ messages: [{ role: "user", content: "hi" }] }));
      `,
    },
    {
      name: "is silent about options that cannot be seen",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        import { settings } from "@acme/models";
        export const agent = createAgent({ model: new ChatOpenAI({ model: "gpt-5", ...settings }), tools: [] });
      `,
    },
    {
      name: "is silent about a node that catches a failure",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { tools } from "./tools";
        const model = new ChatOpenAI({ model: "gpt-5" }).bindTools(tools);
        async function answer({ messages }) {
          try {
            return { messages: await model.invoke(messages) };
          } catch {
            return { messages: ["I cannot say."] };
          }
        }
        export const graph = new StateGraph(MessagesAnnotation).addNode("answer", answer).addEdge(START, "answer").compile();
      `,
    },
    {
      name: "is silent about a tool that the model has to call, which is structured output",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { tools } from "./tools";
        const model = new ChatOpenAI({ model: "gpt-5" }).bindTools(tools, { tool_choice: "save_title" });
        const title = async ({ messages }) => ({ title: await model.invoke(messages) });
        export const graph = new StateGraph(MessagesAnnotation).addNode("title", title).addEdge(START, "title").compile();
      `,
    },
    {
      name: "is silent about a configuration that a spread may complete",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        export const build = (more) => createAgent({ model: new ChatOpenAI({ model: "gpt-5", configuration: { timeout: 10_000, ...more } }), tools: [] });
      `,
    },
    {
      name: "is silent about options that get a gateway later",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        export function build(baseURL) {
          const options = { model: "gpt-5" };
          options.configuration = { baseURL };
          return createAgent({ model: new ChatOpenAI(options), tools: [] });
        }
      `,
    },
    {
      name: "is silent about a step that is no agent",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { tools } from "./tools";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const title = async ({ messages }) => ({ title: await model.invoke(messages) });
        export const graph = new StateGraph(MessagesAnnotation).addNode("title", title).addEdge(START, "title").compile();
        export { tools };
      `,
    },
    {
      name: "is silent about an agent of another library",
      code: `
        import { tool } from "@langchain/core/tools";
        import { createAgent } from "./agents";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export { tool };
      `,
    },
    {
      name: "is silent in a test",
      filename: at("test/agent.test.ts"),
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
      `,
    },
    {
      name: "is silent in a script",
      filename: at("scripts/try.ts"),
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
      `,
    },
    {
      name: "is silent where the policy says what stands in",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
      `,
      settings: { "agent-guardrails": { satisfied: { reliability: "the gateway routes around outages" } } },
    },
  ],
  invalid: [
    {
      name: "reports an agent that is exported",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "openai:gpt-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 65,
        },
      ],
    },
    {
      name: "reports a fallback without a model",
      code: `
        import { createAgent, modelFallbackMiddleware } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [modelFallbackMiddleware()] });
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "openai:gpt-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 65,
        },
      ],
    },
    {
      name: "reports a model that stands in a constant",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { createAgent, modelRetryMiddleware } from "langchain";
        const model = new ChatAnthropic({ model: "claude-sonnet-4-5", maxRetries: 3 });
        export default createAgent({ model, tools: [], middleware: [modelRetryMiddleware({ maxRetries: 2 })] });
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "claude-sonnet-4-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" },
          line: 5,
          column: 38,
          endLine: 5,
          endColumn: 43,
        },
      ],
    },
    {
      name: "reports an agent that a handler runs",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { text } = await req.json();
          return Response.json(await agent.invoke({ messages: [{ role: "user", content: text }] }));
        }
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "openai:gpt-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" },
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 58,
        },
      ],
    },
    {
      name: "reports an agent that an exported function makes",
      code: `
        import { createAgent, initChatModel } from "langchain";
        export async function build(tools) {
          const model = await initChatModel("claude-sonnet-4-5", { modelProvider: "anthropic" });
          return createAgent({ model, tools });
        }
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "claude-sonnet-4-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 37,
        },
      ],
    },
    {
      name: "reports an agent that an exported function runs",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function answer(text) {
          const { messages } = await agent.invoke({ messages: [{ role: "user", content: text }] });
          return messages.at(-1).text;
        }
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "openai:gpt-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" },
          line: 3,
          column: 44,
          endLine: 3,
          endColumn: 58,
        },
      ],
    },
    {
      name: "reports a prebuilt agent of LangGraph",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createReactAgent } from "@langchain/langgraph/prebuilt";
        const llm = new ChatOpenAI({ model: "gpt-5" });
        export const agent = createReactAgent({ llm, tools: [] });
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "gpt-5", agent: "prebuilt agent", remedy: "Give it a gateway that routes around an outage, or make it with `createAgent` and `modelFallbackMiddleware`" },
          line: 5,
          column: 49,
          endLine: 5,
          endColumn: 52,
        },
      ],
    },
    {
      name: "reports a deep agent",
      code: `
        import { createDeepAgent } from "deepagents";
        export const agent = createDeepAgent({ model: "anthropic:claude-sonnet-4-5", tools: [] });
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "anthropic:claude-sonnet-4-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" },
          line: 3,
          column: 55,
          endLine: 3,
          endColumn: 84,
        },
      ],
    },
    {
      name: "reports a model that two agents share only once",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const hr = createAgent({ model, tools: [] });
        export const it = createAgent({ model, tools: [] });
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "gpt-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" },
          line: 5,
          column: 41,
          endLine: 5,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports a model behind a retry, which stands in for nothing",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: new ChatOpenAI({ model: "gpt-5" }).withRetry({ stopAfterAttempt: 3 }), tools: [] });
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "gpt-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" },
          line: 4,
          column: 51,
          endLine: 4,
          endColumn: 120,
        },
      ],
    },
    {
      name: "reports an agent that is written by hand as a node",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { tools } from "./tools";
        const model = new ChatOpenAI({ model: "gpt-5" }).bindTools(tools);
        const answer = async ({ messages }) => ({ messages: await model.invoke(messages) });
        export const graph = new StateGraph(MessagesAnnotation).addNode("answer", answer).addEdge(START, "answer").compile();
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "gpt-5", agent: "node", remedy: "Give it `withFallbacks`, behind `bindTools`, with a model of another provider" },
          line: 6,
          column: 67,
          endLine: 6,
          endColumn: 72,
        },
      ],
    },
    {
      name: "reports a graph that is exported at the end",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { tools } from "./tools";
        async function answer({ messages }) {
          const model = new ChatOpenAI({ model: "gpt-5" });
          const reply = await model.bindTools(tools).invoke([["system", "You are Jarvis."], ...messages]);
          return { messages: [reply] };
        }
        const builder = new StateGraph(MessagesAnnotation).addNode("answer", answer).addEdge(START, "answer");
        const graph = builder.compile();
        export { graph };
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "gpt-5", agent: "node", remedy: "Give it `withFallbacks`, behind `bindTools`, with a model of another provider" },
          line: 7,
          column: 31,
          endLine: 7,
          endColumn: 53,
        },
      ],
    },
    {
      name: "reports an agent by its namespace",
      code: `
        import * as langchain from "langchain";
        export const agent = langchain.createAgent({ model: "openai:gpt-5", tools: [] });
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "openai:gpt-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" },
          line: 3,
          column: 61,
          endLine: 3,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports a model that a function of the file makes",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        const makeModel = () => new ChatOpenAI({ model: "gpt-5" });
        export const agent = createAgent({ model: makeModel(), tools: [] });
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "gpt-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" },
          line: 5,
          column: 51,
          endLine: 5,
          endColumn: 62,
        },
      ],
    },
  ],
});

ruleTester.run("require-model-fallback: agents that a class keeps", rule, {
  valid: [
    {
      name: "is silent about the agent of a class that stays in the file",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        class Desk {
          agent = createAgent({ model: new ChatOpenAI({ model: "gpt-5" }), tools: [] });
        }
        new Desk().agent;
      `,
    },
    {
      name: "is silent about an exported class whose model has one that stands in",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent, modelFallbackMiddleware } from "langchain";
        export class Desk {
          agent = createAgent({ model: new ChatOpenAI({ model: "gpt-5" }), tools: [], middleware: [modelFallbackMiddleware("anthropic:claude-sonnet-4-5")] });
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports the agent that a method of an exported class makes",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createReactAgent } from "@langchain/langgraph/prebuilt";
        class Desk {
          async open() {
            const llm = new ChatOpenAI({ model: "gpt-5" });
            this.agent = createReactAgent({ llm, tools: [] });
            return this.agent;
          }
        }
        export default Desk;
      `,
      errors: [
        {
          messageId: "loneModel",
          data: { model: "gpt-5", agent: "prebuilt agent", remedy: "Give it a gateway that routes around an outage, or make it with `createAgent` and `modelFallbackMiddleware`" },
          line: 7,
          column: 45,
          endLine: 7,
          endColumn: 48,
        },
      ],
    },
    {
      name: "reports an agent of the module that a method of an exported class runs",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export class Desk {
          ask(question) {
            return agent.invoke({ messages: [{ role: "user", content: question }] });
          }
        }
      `,
      errors: [
        { messageId: "loneModel", data: { model: "openai:gpt-5", agent: "agent", remedy: "Add `modelFallbackMiddleware` with a model of another provider" }, line: 3, column: 44, endLine: 3, endColumn: 58 },
      ],
    },
  ],
});
