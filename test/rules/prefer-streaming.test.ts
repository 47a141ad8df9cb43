import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/prefer-streaming.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("prefer-streaming", rule, {
  valid: [
    {
      name: "is silent about a stream",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const updates = await agent.stream({ messages }, { streamMode: "messages" });
          return new Response(lines(updates));
        }
      `,
    },
    {
      name: "is silent about a handler that streams for those who ask for it",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          if (req.headers.get("accept") === "text/event-stream") return new Response(lines(await agent.stream({ messages })));
          const result = await agent.invoke({ messages });
          return Response.json({ answer: result.messages.at(-1)?.text });
        }
      `,
    },
    {
      name: "is silent about an answer that is saved before it is sent",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          await db.save(result.messages);
          return Response.json({ answer: result.messages.at(-1)?.text });
        }
      `,
    },
    {
      name: "is silent about an answer that is given to a function",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return Response.json({ answer: redact(result.messages.at(-1)?.text) });
        }
      `,
    },
    {
      name: "is silent about an answer that decides what is sent",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          if (result.messages.length === 0) return new Response("nothing", { status: 500 });
          return Response.json({ answer: result.messages.at(-1)?.text });
        }
      `,
    },
    {
      name: "is silent about structured data",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [], responseFormat: schema });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return Response.json({ answer: result.messages.at(-1)?.text });
        }
      `,
    },
    {
      name: "is silent about a part of the state that is no message",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return Response.json(result.structuredResponse);
        }
      `,
    },
    {
      name: "is silent about an interrupt that the handler looks for",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return Response.json({ asks: result.__interrupt__, answer: result.messages.at(-1)?.text });
        }
      `,
    },
    {
      name: "is silent about a run that nobody waits for",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          void agent.invoke({ messages });
          return new Response(null, { status: 202 });
        }
      `,
    },
    {
      name: "is silent about a handler that says that the answer comes later",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return Response.json({ answer: result.messages.at(-1)?.text }, { status: 202 });
        }
      `,
    },
    {
      name: "is silent about a run whose answer is sent elsewhere",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          await mail.send(result.messages.at(-1)?.text);
          return Response.json({ ok: true });
        }
      `,
    },
    {
      name: "is silent about another service's webhook",
      filename: at("app/api/webhooks/desk/route.ts"),
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return Response.json({ answer: result.messages.at(-1)?.text });
        }
      `,
    },
    {
      name: "is silent about a chat platform",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        app.post("/slack/events", async (req, res) => {
          const result = await agent.invoke({ messages: req.body.messages });
          res.json({ text: result.messages.at(-1)?.text });
        });
      `,
    },
    {
      name: "is silent about a scheduler",
      filename: at("app/api/cron/digest/route.ts"),
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function GET(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return Response.json({ answer: result.messages.at(-1)?.text });
        }
      `,
    },
    {
      name: "is silent about a step of a workflow",
      code: `
        import { createAgent } from "langchain";
        import { createStep } from "@mastra/core/workflows";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const step = createStep({ id: "answer", execute: async ({ inputData }) => {
          const result = await agent.invoke({ messages: inputData.messages });
          return { answer: result.messages.at(-1)?.text };
        } });
      `,
    },
    {
      name: "is silent about a server action, whose answer is a value",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function ask(messages) {
          "use server";
          const result = await agent.invoke({ messages });
          return { answer: result.messages.at(-1)?.text };
        }
      `,
    },
    {
      name: "is silent outside of handlers",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function answer(messages) {
          const result = await agent.invoke({ messages });
          return { answer: result.messages.at(-1)?.text };
        }
      `,
    },
    {
      name: "is silent about a run of the openai agents that streams",
      code: `
        import { Agent, run } from "@openai/agents";
        const agent = new Agent({ name: "Jarvis" });
        export async function POST(req) {
          const result = await run(agent, await req.text(), { stream: true });
          return new Response(result.toTextStream());
        }
      `,
    },
    {
      name: "is silent about a run of the openai agents whose options cannot be seen",
      code: `
        import { Agent, run } from "@openai/agents";
        import { options } from "./options";
        const agent = new Agent({ name: "Jarvis" });
        export async function POST(req) {
          const result = await run(agent, await req.text(), options);
          return Response.json({ answer: result.finalOutput });
        }
      `,
    },
    {
      name: "is silent about an agent with a type for its output",
      code: `
        import { Agent, run } from "@openai/agents";
        const agent = new Agent({ name: "Jarvis", outputType: plan });
        export async function POST(req) {
          const result = await run(agent, await req.text());
          return Response.json({ plan: result.finalOutput });
        }
      `,
    },
    {
      name: "is silent about a title that a model makes of a prompt",
      code: `
        import { generateText } from "ai";
        export async function POST(req) {
          const { text } = await generateText({ model: "openai/gpt-5-mini", prompt: await req.text() });
          return Response.json({ title: text });
        }
      `,
    },
    {
      name: "is silent about text that is generated as an object",
      code: `
        import { generateText, Output } from "ai";
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await generateText({ model: "openai/gpt-5-mini", messages, output: Output.object({ schema }) });
          return Response.json({ text: result.text });
        }
      `,
    },
    {
      name: "is silent about a class of the same name",
      code: `
        import { createAgent } from "./agents";
        import { tool } from "langchain";
        export { tool };
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const result = await agent.invoke({ messages: [] });
          return Response.json({ answer: result.messages.at(-1)?.text });
        }
      `,
    },
    {
      name: "is silent about a shadowed Response",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        const Response = { json: (value) => value };
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return Response.json({ answer: result.messages.at(-1)?.text });
        }
      `,
    },
    {
      name: "is silent about an error that is sent",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return Response.json({ error: result.messages.at(-1)?.text }, { status: 500 });
        }
      `,
    },
    {
      name: "is silent about tests",
      filename: at("test/route.ts"),
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return Response.json({ answer: result.messages.at(-1)?.text });
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports an answer of which the last message is sent",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return Response.json({ answer: result.messages.at(-1)?.text });
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "agent.invoke", instead: "stream" },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports an answer that is logged and sent",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          console.log("answered", result.messages.length);
          return Response.json({ answer: result.messages.at(-1)?.text });
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "agent.invoke", instead: "stream" },
          line: 6,
          column: 32,
          endLine: 6,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports a message that is picked in steps",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const { messages: all } = await agent.invoke({ messages });
          const last = all[all.length - 1];
          const text = typeof last.content === "string" ? last.content : JSON.stringify(last.content);
          return new Response(JSON.stringify({ text }), { status: 200 });
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "agent.invoke", instead: "stream" },
          line: 6,
          column: 43,
          endLine: 6,
          endColumn: 55,
        },
      ],
    },
    {
      name: "reports an answer that is sent without a name",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          return Response.json((await agent.invoke({ messages })).messages.at(-1));
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "agent.invoke", instead: "stream" },
          line: 6,
          column: 39,
          endLine: 6,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports a whole state that is sent",
      code: `
        import { createAgent } from "langchain";
        import { NextResponse } from "next/server";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { messages } = await req.json();
          const result = await agent.invoke({ messages });
          return NextResponse.json(result);
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "agent.invoke", instead: "stream" },
          line: 7,
          column: 32,
          endLine: 7,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports a route of Express",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        app.post("/chat", async (req, res) => {
          const result = await agent.invoke({ messages: req.body.messages });
          res.status(200).json({ answer: result.messages.at(-1)?.text });
        });
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "agent.invoke", instead: "stream" },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports a route of Hono",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        app.post("/chat", async (c) => {
          const result = await agent.invoke(await c.req.json());
          return c.json({ answer: result.messages.at(-1)?.text });
        });
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "agent.invoke", instead: "stream" },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports a route of Fastify that returns its answer",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        fastify.post("/chat", async (request) => {
          const result = await agent.invoke({ messages: request.body.messages });
          return { answer: result.messages.at(-1)?.text };
        });
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "agent.invoke", instead: "stream" },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports a graph",
      code: `
        import { StateGraph, MessagesAnnotation } from "@langchain/langgraph";
        const graph = new StateGraph(MessagesAnnotation).addNode("a", answer).compile();
        export async function POST(req) {
          const state = await graph.invoke(await req.json());
          return Response.json(state.messages);
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "graph.invoke", instead: "stream" },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 43,
        },
      ],
    },
    {
      name: "reports an answer that a helper of the file gives back",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        async function answer(messages) {
          const result = await agent.invoke({ messages });
          return result.messages.at(-1)?.text;
        }
        export async function POST(req) {
          const text = await answer(await req.json());
          return Response.json({ text });
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "agent.invoke", instead: "stream" },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports a run of the openai agents",
      code: `
        import { Agent, run } from "@openai/agents";
        const agent = new Agent({ name: "Jarvis" });
        export async function POST(req) {
          const result = await run(agent, await req.text());
          return Response.json({ answer: result.finalOutput });
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "run", instead: "run(…, { stream: true })" },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 35,
        },
      ],
    },
    {
      name: "reports a stream that is switched off",
      code: `
        import { Agent, run } from "@openai/agents";
        const agent = new Agent({ name: "Jarvis" });
        export async function POST(req) {
          const result = await run(agent, await req.text(), { stream: false });
          return Response.json({ answer: result.finalOutput });
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "run", instead: "run(…, { stream: true })" },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 35,
        },
      ],
    },
    {
      name: "reports a conversation of the AI SDK",
      code: `
        import { generateText } from "ai";
        export async function POST(req) {
          const { messages } = await req.json();
          const { text } = await generateText({ model: "openai/gpt-5-mini", messages });
          return Response.json({ text });
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "generateText", instead: "streamText" },
          line: 5,
          column: 34,
          endLine: 5,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports a prompt with tools",
      code: `
        import { generateText } from "ai";
        import { tools } from "./tools";
        export async function POST(req) {
          const result = await generateText({ model: "openai/gpt-5-mini", prompt: await req.text(), tools });
          return new Response(result.text);
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "generateText", instead: "streamText" },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports a run on a LangGraph server",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client();
        export async function POST(req) {
          const { threadId, input } = await req.json();
          const state = await client.runs.wait(threadId, "1b4e28ba-2fa1-11d2-883f-0016d3cca427", { input });
          return Response.json({ answer: state.messages.at(-1) });
        }
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "client.runs.wait", instead: "runs.stream" },
          line: 6,
          column: 31,
          endLine: 6,
          endColumn: 47,
        },
      ],
    },
    {
      name: "reports a handler of a server",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        Bun.serve({ async fetch(req) {
          const result = await agent.invoke(await req.json());
          return new Response(result.messages.at(-1).text);
        } });
      `,
      errors: [
        {
          messageId: "wholeAnswer",
          data: { call: "agent.invoke", instead: "stream" },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 44,
        },
      ],
    },
  ],
});
