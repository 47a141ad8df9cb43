import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-message-trimming.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-message-trimming", rule, {
  valid: [
    {
      name: "is silent about an agent without a checkpointer",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
      `,
    },
    {
      name: "is silent about a summary with a trigger",
      code: `
        import { createAgent, summarizationMiddleware } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver(), middleware: [summarizationMiddleware({ model: "openai:gpt-5-mini", trigger: { messages: 50 } })] });
      `,
    },
    {
      name: "is silent about a thread that ends after some calls",
      code: `
        import { createAgent, modelCallLimitMiddleware } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver(), middleware: [modelCallLimitMiddleware({ threadLimit: 20 })] });
      `,
    },
    {
      name: "is silent about an agent that only its own file runs, once",
      code: `
        import { createAgent } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver() });
        console.log(await agent.invoke({ messages: [{ role: "user", content: "hi" }] }, { configurable: { thread_id: "1" } }));
      `,
    },
    {
      name: "is silent about context editing, which has an edit by default",
      code: `
        import { contextEditingMiddleware, createAgent } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver(), middleware: [contextEditingMiddleware()] });
      `,
    },
    {
      name: "is silent about a middleware of the project's own",
      code: `
        import { createAgent, createMiddleware } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        const forget = createMiddleware({ name: "forget", beforeModel: (state) => keepLast(state) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver(), middleware: [forget] });
      `,
    },
    {
      name: "is silent about middleware that cannot be seen",
      code: `
        import { createAgent } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        import { middleware } from "@acme/middleware";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver(), middleware });
      `,
    },
    {
      name: "is silent about options that a spread may complete",
      code: `
        import { createAgent } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        import { shared } from "@acme/agents";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver(), ...shared });
      `,
    },
    {
      name: "is silent about an agent that keeps its thread in its parent's",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: true });
      `,
    },
    {
      name: "is silent about a hook before the model",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createReactAgent } from "@langchain/langgraph/prebuilt";
        import { shorten } from "./shorten";
        export const build = (llm) => createReactAgent({ llm, tools: [], checkpointSaver: new MemorySaver(), preModelHook: shorten });
      `,
    },
    {
      name: "is silent about a prompt that is a function",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createReactAgent } from "@langchain/langgraph/prebuilt";
        export const build = (llm, compose) => createReactAgent({ llm, tools: [], checkpointSaver: new MemorySaver(), prompt: (state) => compose(state) });
      `,
    },
    {
      name: "is silent about a model that clears its context at the provider",
      code: `
        import { createAgent } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        import { ChatAnthropic } from "@langchain/anthropic";
        const model = new ChatAnthropic({ model: "claude-sonnet-4-5", contextManagement: { edits: [{ type: "clear_tool_uses_20250919" }] } });
        export const agent = createAgent({ model, tools: [], checkpointer: new MemorySaver() });
      `,
    },
    {
      name: "is silent about a deep agent, which summarises by itself",
      code: `
        import { createDeepAgent } from "deepagents";
        import { MemorySaver } from "@langchain/langgraph";
        export const agent = createDeepAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver() });
      `,
    },
    {
      name: "is silent about runs that each begin a thread",
      code: `
        import { createAgent } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        import { randomUUID } from "node:crypto";
        const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver() });
        export const review = (text) => agent.invoke({ messages: [{ role: "user", content: text }] }, { configurable: { thread_id: randomUUID() } });
      `,
    },
    {
      name: "is silent about a graph whose node trims",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { trimMessages } from "@langchain/core/messages";
        const model = new ChatOpenAI({ model: "gpt-5" });
        async function answer({ messages }) {
          const recent = await trimMessages(messages, { maxTokens: 4_000, tokenCounter: model, strategy: "last" });
          return { messages: await model.invoke(recent) };
        }
        export const graph = new StateGraph(MessagesAnnotation).addNode("answer", answer).addEdge(START, "answer").compile({ checkpointer: new MemorySaver() });
      `,
    },
    {
      name: "is silent about a graph that removes old messages",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { RemoveMessage } from "@langchain/core/messages";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const answer = async ({ messages }) => ({ messages: await model.invoke(messages) });
        const forget = ({ messages }) => ({ messages: messages.length > 50 ? [new RemoveMessage({ id: messages[0].id })] : [] });
        export const graph = new StateGraph(MessagesAnnotation).addNode("answer", answer).addNode("forget", forget).addEdge(START, "answer").compile({ checkpointer: new MemorySaver() });
      `,
    },
    {
      name: "is silent about messages that are cut by hand",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const answer = async (state) => ({ messages: await model.invoke(state.messages.slice(-20)) });
        export const graph = new StateGraph(MessagesAnnotation).addNode("answer", answer).addEdge(START, "answer").compile({ checkpointer: new MemorySaver() });
      `,
    },
    {
      name: "is silent about messages that a function of another module prepares",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { prepare } from "@acme/messages";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const answer = async ({ messages }) => ({ messages: await model.invoke(prepare(messages)) });
        export const graph = new StateGraph(MessagesAnnotation).addNode("answer", answer).addEdge(START, "answer").compile({ checkpointer: new MemorySaver() });
      `,
    },
    {
      name: "is silent about a graph with a node that cannot be seen",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { forget } from "@acme/nodes";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const answer = async ({ messages }) => ({ messages: await model.invoke(messages) });
        export const graph = new StateGraph(MessagesAnnotation).addNode("answer", answer).addNode("forget", forget).addEdge(START, "answer").compile({ checkpointer: new MemorySaver() });
      `,
    },
    {
      name: "is silent about a graph that keeps no messages",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const answer = async ({ question }) => ({ answer: await model.invoke(question) });
        export const build = (State) => new StateGraph(State).addNode("answer", answer).addEdge(START, "answer").compile({ checkpointer: new MemorySaver() });
        export { MessagesAnnotation };
      `,
    },
    {
      name: "is silent about a graph without a checkpointer",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const answer = async ({ messages }) => ({ messages: await model.invoke(messages) });
        export const graph = new StateGraph(MessagesAnnotation).addNode("answer", answer).addEdge(START, "answer").compile();
        export { MemorySaver };
      `,
    },
    {
      name: "is silent about a graph of another library",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, StateGraph } from "./graphs";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const answer = async ({ messages }) => ({ messages: await model.invoke(messages) });
        export const graph = new StateGraph({}).addNode("answer", answer).compile({ checkpointer: new MemorySaver() });
        export { tool };
      `,
    },
    {
      name: "is silent in a test",
      filename: at("test/agent.test.ts"),
      code: `
        import { createAgent } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver() });
      `,
    },
  ],
  invalid: [
    {
      name: "reports an agent with a checkpointer",
      code: `
        import { createAgent } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver() });
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "agent", remedy: "Add `summarizationMiddleware` with a `trigger`, or `contextEditingMiddleware`" },
          line: 4,
          column: 30,
          endLine: 4,
          endColumn: 41,
        },
      ],
    },
    {
      name: "reports a checkpointer from another module",
      code: `
        import { createAgent, modelCallLimitMiddleware } from "langchain";
        import { checkpointer } from "./checkpointer";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer, middleware: [modelCallLimitMiddleware({ runLimit: 20 })] });
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "agent", remedy: "Add `summarizationMiddleware` with a `trigger`, or `contextEditingMiddleware`" },
          line: 4,
          column: 30,
          endLine: 4,
          endColumn: 41,
        },
      ],
    },
    {
      name: "reports a summary that never fires",
      code: `
        import { createAgent, summarizationMiddleware } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver(), middleware: [summarizationMiddleware({ model: "openai:gpt-5-mini" })] });
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "agent", remedy: "Add `summarizationMiddleware` with a `trigger`, or `contextEditingMiddleware`" },
          line: 4,
          column: 30,
          endLine: 4,
          endColumn: 41,
        },
      ],
    },
    {
      name: "reports context editing without an edit",
      code: `
        import { contextEditingMiddleware, createAgent } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver(), middleware: [contextEditingMiddleware({ edits: [] })] });
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "agent", remedy: "Add `summarizationMiddleware` with a `trigger`, or `contextEditingMiddleware`" },
          line: 4,
          column: 30,
          endLine: 4,
          endColumn: 41,
        },
      ],
    },
    {
      name: "reports a prebuilt agent of LangGraph",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createReactAgent } from "@langchain/langgraph/prebuilt";
        export const build = (llm) => createReactAgent({ llm, tools: [], prompt: "You are Jarvis.", checkpointSaver: new MemorySaver() });
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "prebuilt agent", remedy: "Shorten them in `preModelHook`" },
          line: 4,
          column: 39,
          endLine: 4,
          endColumn: 55,
        },
      ],
    },
    {
      name: "reports a thread that the client names",
      code: `
        import { createAgent } from "langchain";
        import { MemorySaver } from "@langchain/langgraph";
        const agent = createAgent({ model: "openai:gpt-5", tools: [], checkpointer: new MemorySaver() });
        export async function POST(req) {
          const { thread, text } = await req.json();
          return Response.json(await agent.invoke({ messages: [{ role: "user", content: text }] }, { configurable: { thread_id: thread } }));
        }
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "agent", remedy: "Add `summarizationMiddleware` with a `trigger`, or `contextEditingMiddleware`" },
          line: 4,
          column: 23,
          endLine: 4,
          endColumn: 34,
        },
      ],
    },
    {
      name: "reports an agent by its namespace",
      code: `
        import * as langchain from "langchain";
        import { PostgresSaver } from "@langchain/langgraph-checkpoint-postgres";
        const checkpointer = PostgresSaver.fromConnString(process.env.DATABASE_URL);
        export const agent = langchain.createAgent({ model: "openai:gpt-5", tools: [], checkpointer });
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "agent", remedy: "Add `summarizationMiddleware` with a `trigger`, or `contextEditingMiddleware`" },
          line: 5,
          column: 30,
          endLine: 5,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports a graph whose node sends all messages",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const answer = async (state) => ({ messages: await model.invoke(state.messages) });
        export const graph = new StateGraph(MessagesAnnotation).addNode("answer", answer).addEdge(START, "answer").compile({ checkpointer: new MemorySaver() });
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "graph", remedy: "Shorten them with `trimMessages` before the call, or remove the old ones" },
          line: 6,
          column: 116,
          endLine: 6,
          endColumn: 123,
        },
      ],
    },
    {
      name: "reports messages behind a system prompt, with tools",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        import { tools } from "./tools";
        const model = new ChatOpenAI({ model: "gpt-5" }).bindTools(tools);
        async function answer({ messages }, config) {
          const reply = await model.invoke([["system", "You are Jarvis."], ...messages], config);
          return { messages: [reply] };
        }
        export const graph = new StateGraph(MessagesAnnotation)
          .addNode("answer", answer)
          .addNode("tools", new ToolNode(tools))
          .addEdge(START, "answer")
          .compile({ checkpointer: new MemorySaver() });
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "graph", remedy: "Shorten them with `trimMessages` before the call, or remove the old ones" },
          line: 15,
          column: 12,
          endLine: 15,
          endColumn: 19,
        },
      ],
    },
    {
      name: "reports messages that a chain of prompt and model gets",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { ChatPromptTemplate } from "@langchain/core/prompts";
        const chain = ChatPromptTemplate.fromMessages([["system", "You are Jarvis."], ["placeholder", "{messages}"]]).pipe(new ChatOpenAI({ model: "gpt-5" }));
        const answer = async (state) => ({ messages: await chain.invoke({ messages: state.messages }) });
        const workflow = new StateGraph(MessagesAnnotation).addNode("answer", answer).addEdge(START, "answer");
        export const graph = workflow.compile({ checkpointer: new MemorySaver() });
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "graph", remedy: "Shorten them with `trimMessages` before the call, or remove the old ones" },
          line: 8,
          column: 39,
          endLine: 8,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports a graph whose node hands all messages to an agent",
      code: `
        import { createAgent } from "langchain";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        const hr = createAgent({ model: "openai:gpt-5", tools: [] });
        export const graph = new StateGraph(MessagesAnnotation)
          .addNode("hr", async ({ messages }, config) => hr.invoke({ messages }, config))
          .addEdge(START, "hr")
          .compile({ checkpointer: new MemorySaver() });
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "graph", remedy: "Shorten them with `trimMessages` before the call, or remove the old ones" },
          line: 8,
          column: 12,
          endLine: 8,
          endColumn: 19,
        },
      ],
    },
    {
      name: "reports messages that are joined to a prompt",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
        import { SystemMessage } from "@langchain/core/messages";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const answer = async (state) => ({ messages: await model.invoke([new SystemMessage("You are Jarvis.")].concat(state.messages)) });
        export const graph = new StateGraph(MessagesAnnotation).addNode({ answer }).addEdge(START, "answer").compile({ checkpointer: new MemorySaver() });
      `,
      errors: [
        {
          messageId: "growingThread",
          data: { keeper: "graph", remedy: "Shorten them with `trimMessages` before the call, or remove the old ones" },
          line: 7,
          column: 110,
          endLine: 7,
          endColumn: 117,
        },
      ],
    },
  ],
});
