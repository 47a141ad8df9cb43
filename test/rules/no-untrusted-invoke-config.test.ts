import { fileURLToPath } from "node:url";
import rule from "../../rules/no-untrusted-invoke-config.js";
import { ruleTester } from "../support/rule-tester.js";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

ruleTester.run("no-untrusted-invoke-config: LangChain and LangGraph", rule, {
  valid: [
    {
      name: "is silent about keys that are picked one by one",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.invoke({ messages: body.messages }, { context: { locale: body.context.locale, theme: body.context.theme } }));
}
      `,
    },
    {
      name: "is silent about our own config that is spread in",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  const base = { configurable: { thread_id: body.threadId } };
  return Response.json(await agent.invoke({ messages: body.messages }, { ...base, recursionLimit: 10 }));
}
      `,
    },
    {
      name: "is silent about a helper that picks the keys",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  return Response.json(await agent.invoke({ messages: [] }, { context: contextOf(await request.json()) }));
}

function contextOf(body: { locale: string }) {
  return { locale: body.locale };
}
      `,
    },
    {
      name: "is silent about entries that a list of allowed keys went through",
      code: `
import { createAgent } from "langchain";

const ALLOWED = new Set(["locale"]);
const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const url = new URL(request.url);
  return Response.json(await agent.invoke({ messages: [] }, { configurable: Object.fromEntries([...url.searchParams].filter(([key]) => ALLOWED.has(key))) }));
}
      `,
    },
    {
      name: "is silent about a condition between literals",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.invoke({ messages: [] }, { context: body.locale ? { locale: body.locale } : {} }));
}
      `,
    },
    {
      name: "is silent about a variable that is filled with literals",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  let context = {};
  if (body.locale) context = { locale: body.locale };
  return Response.json(await agent.invoke({ messages: [] }, { context }));
}
      `,
    },
    {
      name: "is silent about the input, which is the client's to write",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.invoke(body, { configurable: { thread_id: "1" } }));
}
      `,
    },
    {
      name: "is silent about a function out of sight that is given the body",
      code: `
import { createAgent } from "langchain";
import { allowed } from "./allowed.js";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.invoke({ messages: [] }, { context: allowed(body.context) }));
}
      `,
    },
    {
      name: "is silent about the verified session",
      code: `
import { auth } from "@/auth";
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const { user } = await auth();
  return Response.json(await agent.invoke({ messages: [] }, { context: { ...user } }));
}
      `,
    },
    {
      name: "is silent about the config that a node hands on",
      code: `
import { StateGraph, MessagesAnnotation, type LangGraphRunnableConfig } from "@langchain/langgraph";
import { inner } from "./inner.js";

async function answer(state: typeof MessagesAnnotation.State, config: LangGraphRunnableConfig) {
  return inner.invoke(state, { ...config, recursionLimit: 10 });
}
export const graph = new StateGraph(MessagesAnnotation).addNode("answer", answer).compile();
      `,
    },
    {
      name: "is silent about a parameter of a function that no handler of the file calls",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export const ask = (text: string, context: object) => agent.invoke({ messages: [text] }, { context });
      `,
    },
    {
      name: "is silent about a queue that is invoked with the body",
      code: `
import express from "express";
import { queue } from "./queue.js";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  await queue.invoke("welcome", req.body);
  res.json(await agent.invoke({ messages: [] }, { configurable: { thread_id: "1" } }));
});
      `,
    },
    {
      name: "is silent about an imported object that is given the body and nothing else",
      code: `
import express from "express";
import { agent } from "./agent.js";
import { service } from "./service.js";

export const configurable = agent.configurable;

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await service.invoke("greet", { ...req.body }));
});
      `,
    },
    {
      name: "is silent about a stream of another library",
      code: `
import { createAgent } from "langchain";
import { stream } from "./files.js";

export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export async function POST(request: Request) {
  const body = await request.json();
  return new Response(stream(body.path, body.options));
}
      `,
    },
    {
      name: "is silent about a shadowed agent",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const agent = { invoke: (_name: string, options: object) => options };
  const body = await request.json();
  return Response.json(agent.invoke("x", body.options));
}
      `,
    },
    {
      name: "is silent in a test",
      filename: at("test/chat.test.ts"),
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: req.body }));
});
      `,
    },
    {
      name: "is silent in a client component",
      code: `
"use client";

import { RemoteGraph } from "@langchain/langgraph/remote";

const graph = new RemoteGraph({ graphId: "agent", url: "/api" });
export const action = async (request) => graph.invoke({ messages: [] }, { configurable: await request.json() });
      `,
    },
    {
      name: "is silent about a request context with entries that the code writes down",
      code: `
        import { Mastra } from "@mastra/core/mastra";
        import { RequestContext } from "@mastra/core/request-context";
        const mastra = new Mastra({ agents: { desk } });
        export async function POST(request: Request) {
          const { messages, locale } = await request.json();
          const answer = await mastra.getAgent("desk").generate(messages, { requestContext: new RequestContext(Object.entries({ locale })) });
          return Response.json(answer.text);
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports a context that the client sends",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.invoke({ messages: body.messages }, { context: body.context }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "body.context" },
          line: 8,
          column: 83,
          endLine: 8,
          endColumn: 95,
        },
      ],
    },
    {
      name: "reports a configurable that is the whole body",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: req.body.messages }, { configurable: req.body }));
});
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`configurable`", source: "req.body" },
          line: 7,
          column: 80,
          endLine: 7,
          endColumn: 88,
        },
      ],
    },
    {
      name: "reports a config that the client sends",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const { messages, config } = await request.json();
  return Response.json(await agent.invoke({ messages }, config));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "The config", source: "config" },
          line: 8,
          column: 57,
          endLine: 8,
          endColumn: 63,
        },
      ],
    },
    {
      name: "reports a config of the client that is spread into ours",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.invoke({ messages: [] }, { ...body.config, recursionLimit: 10 }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "The config", source: "body.config" },
          line: 8,
          column: 66,
          endLine: 8,
          endColumn: 77,
        },
      ],
    },
    {
      name: "reports a spread into the context behind our own keys",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.invoke({ messages: [] }, { context: { locale: "en", ...body.context } }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "body.context" },
          line: 8,
          column: 91,
          endLine: 8,
          endColumn: 103,
        },
      ],
    },
    {
      name: "reports a stream",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return new Response(await agent.stream({ messages: [] }, { ...body.options, encoding: "text/event-stream" }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "The config", source: "body.options" },
          line: 8,
          column: 65,
          endLine: 8,
          endColumn: 77,
        },
      ],
    },
    {
      name: "reports streamed events",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return new Response(agent.streamEvents({ messages: [] }, { version: "v2", configurable: body.configurable }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`configurable`", source: "body.configurable" },
          line: 8,
          column: 91,
          endLine: 8,
          endColumn: 108,
        },
      ],
    },
    {
      name: "reports a batch of runs",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.batch(body.inputs, { configurable: body.configurable }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`configurable`", source: "body.configurable" },
          line: 8,
          column: 71,
          endLine: 8,
          endColumn: 88,
        },
      ],
    },
    {
      name: "reports the query as configurable of an imported graph",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await graph.invoke({ messages: [] }, { configurable: { thread_id: req.id, ...req.query } }));
});
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`configurable`", source: "req.query" },
          line: 7,
          column: 89,
          endLine: 7,
          endColumn: 98,
        },
      ],
    },
    {
      name: "follows a config through a const and a cast",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  const context = body.context as { locale: string };
  const config = { context: context! };
  return Response.json(await agent.invoke({ messages: [] }, config));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "body.context" },
          line: 9,
          column: 29,
          endLine: 9,
          endColumn: 37,
        },
      ],
    },
    {
      name: "follows an alternative",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.invoke({ messages: [] }, { context: body.context ?? { locale: "en" } }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "body.context" },
          line: 8,
          column: 72,
          endLine: 8,
          endColumn: 104,
        },
      ],
    },
    {
      name: "follows a helper that makes the config of a body",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  return Response.json(await agent.invoke({ messages: [] }, configOf(await request.json())));
}

function configOf(body: { context: object }) {
  return { context: body.context };
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "body.context" },
          line: 11,
          column: 21,
          endLine: 11,
          endColumn: 33,
        },
      ],
    },
    {
      name: "follows a copy of the client's object",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.invoke({ messages: [] }, { context: Object.assign({ locale: "en" }, body.context) }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "body.context" },
          line: 8,
          column: 72,
          endLine: 8,
          endColumn: 117,
        },
      ],
    },
    {
      name: "reports the search parameters of the address as an object",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const url = new URL(request.url);
  return Response.json(await agent.invoke({ messages: [] }, { configurable: Object.fromEntries(url.searchParams) }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`configurable`", source: "url.searchParams" },
          line: 8,
          column: 77,
          endLine: 8,
          endColumn: 113,
        },
      ],
    },
    {
      name: "follows a variable that is filled in later",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  let context = {};
  if (body.context) context = body.context;
  return Response.json(await agent.invoke({ messages: [] }, { context }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "body.context" },
          line: 10,
          column: 63,
          endLine: 10,
          endColumn: 70,
        },
      ],
    },
    {
      name: "reports parsed text of a header",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  return Response.json(await agent.invoke({ messages: [] }, { context: JSON.parse(request.headers.get("x-context")!) }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "JSON.parse(request.headers.get(\"x-context\")!)" },
          line: 7,
          column: 72,
          endLine: 7,
          endColumn: 117,
        },
      ],
    },
    {
      name: "reports parsed text of a header that may be missing",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const context = JSON.parse(request.headers.get("x-context") ?? "{}");
  return Response.json(await agent.invoke({ messages: [] }, { context }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "JSON.parse(request.headers.get(\"x-context\") ?? \"{}\")" },
          line: 8,
          column: 63,
          endLine: 8,
          endColumn: 70,
        },
      ],
    },
    {
      name: "reports the argument of a server action",
      code: `
"use server";

import { graph } from "@/agents/graph";

export async function ask(text: string, context: Record<string, unknown>) {
  return graph.invoke({ messages: [text] }, { configurable: context });
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`configurable`", source: "context" },
          line: 7,
          column: 61,
          endLine: 7,
          endColumn: 68,
        },
      ],
    },
    {
      name: "reports a compiled graph under an alias",
      code: `
import { StateGraph as Graph, MessagesAnnotation } from "@langchain/langgraph";
import { answer } from "./answer.js";

const graph = new Graph(MessagesAnnotation).addNode("answer", answer).compile();
export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await graph.invoke({ messages: [] }, body.config));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "The config", source: "body.config" },
          line: 8,
          column: 61,
          endLine: 8,
          endColumn: 72,
        },
      ],
    },
    {
      name: "reports an agent of a namespace import",
      code: `
import * as langchain from "langchain";

const agent = langchain.createAgent({ model: "openai:gpt-5", tools: [] });
export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.invoke({ messages: [] }, body.config));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "The config", source: "body.config" },
          line: 7,
          column: 61,
          endLine: 7,
          endColumn: 72,
        },
      ],
    },
    {
      name: "reports an agent that is loaded with require",
      code: `
const express = require("express");
const { createAgent } = require("langchain");

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, req.body.config));
});
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "The config", source: "req.body.config" },
          line: 8,
          column: 49,
          endLine: 8,
          endColumn: 64,
        },
      ],
    },
  ],
});

ruleTester.run("no-untrusted-invoke-config: schemas", rule, {
  valid: [
    {
      name: "is silent about a context whose schema names each key",
      code: `
import { createAgent } from "langchain";
import { z } from "zod";

const Body = z.object({ context: z.object({ locale: z.string() }) });
const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = Body.parse(await request.json());
  return Response.json(await agent.invoke({ messages: [] }, { context: body.context }));
}
      `,
    },
    {
      name: "is silent about a whole body whose schema names each key",
      code: `
import { createAgent } from "langchain";
import { z } from "zod";

const Body = z.object({ locale: z.enum(["en", "de"]) });
const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  return Response.json(await agent.invoke({ messages: [] }, { context: Body.parse(await request.json()) }));
}
      `,
    },
    {
      name: "is silent about a result of safeParse whose schema names each key",
      code: `
import { createAgent } from "langchain";
import { z } from "zod";

const Body = z.object({ context: z.object({ locale: z.string() }) });
const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const parsed = Body.safeParse(await request.json());
  if (!parsed.success) return new Response(null, { status: 400 });
  return Response.json(await agent.invoke({ messages: [] }, { context: parsed.data.context }));
}
      `,
    },
    {
      name: "is silent about a schema out of sight",
      code: `
import { Body } from "./schemas.js";
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = Body.parse(await request.json());
  return Response.json(await agent.invoke({ messages: [] }, { context: body.context }));
}
      `,
    },
    {
      name: "is silent about what Hono's validator let through",
      code: `
import { Hono } from "hono";
import { validator } from "./validator.js";
import { graph } from "./graph.js";

const app = new Hono();
app.post("/chat", validator, async (c) => c.json(await graph.invoke({ messages: [] }, { context: c.req.valid("json").context })));
      `,
    },
  ],
  invalid: [
    {
      name: "reports a body whose schema lets any context through",
      code: `
import { createAgent } from "langchain";
import { z } from "zod";

const Body = z.object({ context: z.record(z.string(), z.unknown()) });
const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = Body.parse(await request.json());
  return Response.json(await agent.invoke({ messages: [] }, { context: body.context }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "body.context" },
          line: 10,
          column: 72,
          endLine: 10,
          endColumn: 84,
        },
      ],
    },
    {
      name: "reports a context whose schema keeps further keys",
      code: `
import { createAgent } from "langchain";
import { z } from "zod";

const Body = z.object({ context: z.looseObject({ locale: z.string() }) });
const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const body = Body.parse(await request.json());
  return Response.json(await agent.invoke({ messages: [] }, { context: body.context }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "body.context" },
          line: 10,
          column: 72,
          endLine: 10,
          endColumn: 84,
        },
      ],
    },
    {
      name: "reports a context of any shape",
      code: `
import { createAgent } from "langchain";
import { z } from "zod";

const Body = z.object({ context: z.any() });
const agent = createAgent({ model: "openai:gpt-5", tools: [] });

export async function POST(request: Request) {
  const { data } = Body.safeParse(await request.json());
  return Response.json(await agent.invoke({ messages: [] }, { context: data!.context }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "data!.context" },
          line: 10,
          column: 72,
          endLine: 10,
          endColumn: 85,
        },
      ],
    },
  ],
});

ruleTester.run("no-untrusted-invoke-config: other frameworks", rule, {
  valid: [
    {
      name: "is silent about the resume value of a LangGraph server's run",
      code: `
import { Client } from "@langchain/langgraph-sdk";

const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await client.runs.wait(body.threadId, "agent", { input: body.input, command: { resume: body.decision } }));
}
      `,
    },
    {
      name: "is silent about a context that is picked for an OpenAI agent",
      code: `
import { Agent, run } from "@openai/agents";

const agent = new Agent({ name: "Support", tools: [] });
export async function POST(request: Request) {
  const body = await request.json();
  const result = await run(agent, body.text, { context: { locale: body.locale } });
  return Response.json(result.finalOutput);
}
      `,
    },
    {
      name: "is silent about the messages of the AI SDK, which are the client's to write",
      code: `
import { convertToModelMessages, streamText } from "ai";
import { model, tools } from "@/ai";

export async function POST(request: Request) {
  const { messages } = await request.json();
  return streamText({ model, tools, messages: convertToModelMessages(messages) }).toUIMessageStreamResponse();
}
      `,
    },
    {
      name: "is silent about a function called streamText of another library",
      code: `
import { createAgent } from "langchain";
import { streamText } from "./text.js";

export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export async function POST(request: Request) {
  return new Response(streamText({ ...(await request.json()) }));
}
      `,
    },
    {
      name: "is silent about the body's text for a Mastra agent",
      code: `
import { Agent } from "@mastra/core/agent";
import { model } from "./model.js";

const agent = new Agent({ id: "support", name: "support", instructions: "Help.", model });
export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await agent.generate(body.text, { maxSteps: 5 }));
}
      `,
    },
  ],
  invalid: [
    {
      name: "reports the config of a run on a LangGraph server",
      code: `
import { Client } from "@langchain/langgraph-sdk";

const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
export async function POST(request: Request) {
  const body = await request.json();
  return new Response(client.runs.stream(body.threadId, "agent", { input: body.input, config: body.config }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "The config", source: "body.config" },
          line: 7,
          column: 95,
          endLine: 7,
          endColumn: 106,
        },
      ],
    },
    {
      name: "reports the context of a run on a LangGraph server",
      code: `
import { Client } from "@langchain/langgraph-sdk";

const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
export async function POST(request: Request) {
  const { threadId, input, context } = await request.json();
  return Response.json(await client.runs.wait(threadId, "agent", { input, context }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "context" },
          line: 7,
          column: 75,
          endLine: 7,
          endColumn: 82,
        },
      ],
    },
    {
      name: "reports the configurable inside of such a config",
      code: `
import { Client } from "@langchain/langgraph-sdk";

const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await client.runs.create(null, "agent", { input: body.input, config: { recursion_limit: 20, configurable: { ...body.settings } } }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`configurable`", source: "body.settings" },
          line: 7,
          column: 135,
          endLine: 7,
          endColumn: 148,
        },
      ],
    },
    {
      name: "reports the context of an OpenAI agent's run",
      code: `
import { Agent, run } from "@openai/agents";

const agent = new Agent({ name: "Support", tools: [] });
export async function POST(request: Request) {
  const body = await request.json();
  const result = await run(agent, body.text, { context: body.context, maxTurns: 8 });
  return Response.json(result.finalOutput);
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`context`", source: "body.context" },
          line: 7,
          column: 57,
          endLine: 7,
          endColumn: 69,
        },
      ],
    },
    {
      name: "reports the options of an OpenAI runner",
      code: `
import { Agent, Runner } from "@openai/agents";

const agent = new Agent({ name: "Support", tools: [] });
const runner = new Runner();
export async function POST(request: Request) {
  const body = await request.json();
  return Response.json((await runner.run(agent, body.text, body.options)).finalOutput);
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "The config", source: "body.options" },
          line: 8,
          column: 60,
          endLine: 8,
          endColumn: 72,
        },
      ],
    },
    {
      name: "reports the context of the AI SDK",
      code: `
import { streamText } from "ai";
import { model, tools } from "@/ai";

export async function POST(request: Request) {
  const body = await request.json();
  return streamText({ model, tools, messages: body.messages, experimental_context: body }).toUIMessageStreamResponse();
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`experimental_context`", source: "request.json()" },
          line: 7,
          column: 84,
          endLine: 7,
          endColumn: 88,
        },
      ],
    },
    {
      name: "reports a body that is spread into the settings of the AI SDK",
      code: `
import { streamText } from "ai";
import { model, tools } from "@/ai";

export async function POST(request: Request) {
  return streamText({ model, tools, ...(await request.json()) }).toUIMessageStreamResponse();
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "The config", source: "request.json()" },
          line: 6,
          column: 41,
          endLine: 6,
          endColumn: 61,
        },
      ],
    },
    {
      name: "reports the options of a Mastra agent",
      code: `
import { Agent } from "@mastra/core/agent";
import { model } from "./model.js";

const agent = new Agent({ id: "support", name: "support", instructions: "Help.", model });
export async function POST(request: Request) {
  const { text, options } = await request.json();
  return Response.json(await agent.generate(text, { maxSteps: 5, ...options }));
}
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "The config", source: "options" },
          line: 8,
          column: 69,
          endLine: 8,
          endColumn: 76,
        },
      ],
    },
  ],
});

ruleTester.run("no-untrusted-invoke-config: merged objects", rule, {
  valid: [
    {
      name: "is silent about keys that lodash picks",
      code: `
        import { createAgent } from "langchain";
        import pick from "lodash/pick";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          return Response.json(await agent.invoke({ messages: [] }, { context: pick(body.context, ["locale", "theme"]) }));
        }
      `,
    },
    {
      name: "is silent about our own objects that lodash merges",
      code: `
        import { createAgent } from "langchain";
        import { merge } from "lodash";
        const DEFAULTS = { context: { locale: "en" } };
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          return Response.json(await agent.invoke({ messages: [] }, merge({ recursionLimit: 20 }, DEFAULTS)));
        }
      `,
    },
    {
      name: "is silent about picked keys that are merged",
      code: `
        import { createAgent } from "langchain";
        import { defu } from "defu";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          return Response.json(await agent.invoke({ messages: [] }, { context: defu({ locale: body.context.locale }, { locale: "en" }) }));
        }
      `,
    },
    {
      name: "is silent about a merge of the project's own",
      code: `
        import { createAgent } from "langchain";
        import { merge } from "./allowed";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          return Response.json(await agent.invoke({ messages: [] }, { context: merge({ locale: "en" }, body.context) }));
        }
      `,
    },
    {
      name: "is silent about a merge of the project that picks",
      code: `
        import { createAgent } from "langchain";
        const merge = (ours, theirs) => ({ ...ours, locale: theirs.locale });
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          return Response.json(await agent.invoke({ messages: [] }, { context: merge({ locale: "en" }, body.context) }));
        }
      `,
    },
    {
      name: "is silent about a merged input",
      code: `
        import { createAgent } from "langchain";
        import merge from "lodash.merge";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          return Response.json(await agent.invoke(merge({ messages: [] }, body.input), { recursionLimit: 20 }));
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports a context that lodash merges with ours",
      code: `
        import { createAgent } from "langchain";
        import merge from "lodash/merge";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          return Response.json(await agent.invoke({ messages: [] }, { context: merge({ locale: "en" }, body.context) }));
        }
      `,
      errors: [{ messageId: "untrustedConfig", data: { what: "`context`", source: "body.context" }, line: 7, column: 80, endLine: 7, endColumn: 117 }],
    },
    {
      name: "reports a config into which lodash merges the client's",
      code: `
        import { createAgent } from "langchain";
        import _ from "lodash";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          return Response.json(await agent.invoke({ messages: [] }, _.merge({ recursionLimit: 20 }, body.config)));
        }
      `,
      errors: [{ messageId: "untrustedConfig", data: { what: "The config", source: "body.config" }, line: 7, column: 69, endLine: 7, endColumn: 113 }],
    },
    {
      name: "reports a configurable whose gaps ours fill",
      code: `
        import { createAgent } from "langchain";
        import { defaultsDeep } from "lodash-es";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          return Response.json(await agent.invoke({ messages: [] }, { configurable: defaultsDeep({}, body.configurable, { model: "gpt-5" }) }));
        }
      `,
      errors: [{ messageId: "untrustedConfig", data: { what: "`configurable`", source: "body.configurable" }, line: 7, column: 85, endLine: 7, endColumn: 140 }],
    },
    {
      name: "reports configs that LangChain merges",
      code: `
        import { createAgent } from "langchain";
        import { mergeConfigs } from "@langchain/core/runnables";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          return Response.json(await agent.invoke({ messages: [] }, mergeConfigs({ tags: ["chat"] }, body.config)));
        }
      `,
      errors: [{ messageId: "untrustedConfig", data: { what: "The config", source: "body.config" }, line: 7, column: 69, endLine: 7, endColumn: 114 }],
    },
    {
      name: "reports a deep merge behind a constant",
      code: `
        import { createAgent } from "langchain";
        import deepmerge from "deepmerge";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          const context = deepmerge({ locale: "en" }, body.context);
          return Response.json(await agent.invoke({ messages: [] }, { context: context }));
        }
      `,
      errors: [{ messageId: "untrustedConfig", data: { what: "`context`", source: "body.context" }, line: 8, column: 80, endLine: 8, endColumn: 87 }],
    },
    {
      name: "reports a context that is filled up and spread in",
      code: `
        import { createAgent } from "langchain";
        import { defu } from "defu";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(request: Request) {
          const body = await request.json();
          return Response.json(await agent.invoke({ messages: [] }, { context: { ...defu(body.context, { locale: "en" }), tenantId: "acme" } }));
        }
      `,
      errors: [{ messageId: "untrustedConfig", data: { what: "`context`", source: "body.context" }, line: 7, column: 85, endLine: 7, endColumn: 121 }],
    },
    {
      name: "reports a request context that takes over all entries of the client's",
      code: `
        import { Mastra } from "@mastra/core/mastra";
        import { RequestContext } from "@mastra/core/request-context";
        const mastra = new Mastra({ agents: { desk } });
        export async function POST(request: Request) {
          const { messages, values } = await request.json();
          const answer = await mastra.getAgent("desk").generate(messages, { requestContext: new RequestContext(Object.entries(values)) });
          return Response.json(answer.text);
        }
      `,
      errors: [
        {
          messageId: "untrustedConfig",
          data: { what: "`requestContext`", source: "values" },
          line: 7,
          column: 93,
          endLine: 7,
          endColumn: 135,
        },
      ],
    },
  ],
});

ruleTester.run("no-untrusted-invoke-config: runs that go on", rule, {
  valid: [
    {
      name: "is silent about the client's answer, and keys of the state that are picked",
      code: `
import { Command } from "@langchain/langgraph";
import { graph } from "./graph.js";

export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await graph.invoke(new Command({ resume: body.answer, update: { note: body.note, seen: true }, goto: "review" }), { configurable: { thread_id: "x" } }));
}
      `,
    },
    {
      name: "is silent about a next node that is compared with a written one first",
      code: `
import { Command } from "@langchain/langgraph";
import { graph } from "./graph.js";

export async function POST(request: Request) {
  const { next } = await request.json();
  if (next !== "edit" && next !== "stop") return new Response("no", { status: 400 });
  return Response.json(await graph.invoke(new Command({ goto: next }), { configurable: { thread_id: "x" } }));
}
      `,
    },
    {
      name: "is silent about a command whose keys a schema names",
      code: `
import { Command } from "@langchain/langgraph";
import { z } from "zod";
import { graph } from "./graph.js";

const Answer = z.object({ resume: z.object({ approved: z.boolean() }) });
export async function POST(request: Request) {
  const command = Answer.parse(await request.json());
  return Response.json(await graph.invoke(new Command(command), { configurable: { thread_id: "x" } }));
}
      `,
    },
    {
      name: "is silent about commands of nodes, and a command of another library",
      code: `
import { Command } from "@langchain/langgraph";
import { Command as Program } from "commander";

export const route = async (state) => new Command({ goto: state.next, update: state.draft });
export async function POST(request: Request) {
  const body = await request.json();
  new Program(body.name).parse();
  return Response.json({});
}
      `,
    },
    {
      name: "is silent about a state that the server kept, and one whose signature is checked",
      code: `
import { Agent, run, RunState } from "@openai/agents";
import { opened, states } from "./states.js";

const agent = new Agent({ name: "desk", instructions: "Help." });
export async function POST(request: Request) {
  const { id, approved } = await request.json();
  const state = await RunState.fromString(agent, await states.get(id));
  for (const interruption of state.getInterruptions()) if (approved) state.approve(interruption);
  return Response.json(await run(agent, state));
}
export async function PUT(request: Request) {
  const { sealed } = await request.json();
  return Response.json(await run(agent, await RunState.fromString(agent, opened(sealed))));
}
      `,
    },
    {
      name: "is silent about a function of that name in the project",
      code: `
import { run } from "@openai/agents";
import { RunState } from "./run-state.js";

export async function POST(request: Request) {
  const { state } = await request.json();
  return Response.json(await RunState.fromString({}, state));
}
      `,
    },
  ],
  invalid: [
    {
      name: "reports a run that is read from what the client sent",
      code: `
import { Agent, run, RunState } from "@openai/agents";

const agent = new Agent({ name: "desk", instructions: "Help." });
export async function POST(request: Request) {
  const { state } = await request.json();
  return Response.json(await run(agent, await RunState.fromString(agent, state)));
}
      `,
      errors: [{ messageId: "untrustedState", data: { call: "RunState.fromString", source: "state" }, line: 7, column: 74, endLine: 7, endColumn: 79 }],
    },
    {
      name: "reports a run that a helper reads from what the client sent, with a context of its own",
      code: `
import express from "express";
import { Agent, run, RunContext, RunState as State } from "@openai/agents-core";

const agent = new Agent({ name: "desk", instructions: "Help." });
const goOn = async (text, user) => run(agent, await State.fromStringWithContext(agent, text, new RunContext({ user })));
express().post("/approve", async (req, res) => {
  res.json(await goOn(req.body.pending, req.user));
});
      `,
      errors: [{ messageId: "untrustedState", data: { call: "State.fromStringWithContext", source: "text" }, line: 6, column: 88, endLine: 6, endColumn: 92 }],
    },
    {
      name: "reports a command that the client wrote whole",
      code: `
import { Command } from "@langchain/langgraph";
import { graph } from "./graph.js";

export async function POST(request: Request) {
  return Response.json(await graph.invoke(new Command(await request.json()), { configurable: { thread_id: "x" } }));
}
      `,
      errors: [{ messageId: "untrustedCommand", data: { call: "Command", what: "all that it says", source: "await request.json()" }, line: 6, column: 55, endLine: 6, endColumn: 75 }],
    },
    {
      name: "reports each part of a command that the client writes",
      code: `
import express from "express";
import { Command as Next } from "@langchain/langgraph";
import { graph } from "./graph.js";

express().post("/resume", async (req, res) => {
  const { answer, ...others } = req.body;
  res.json(await graph.invoke(new Next({ resume: answer, goto: req.body.next, update: { seen: true, ...req.body.state } }), { configurable: { thread_id: "x" } }));
});
      `,
      errors: [
        { messageId: "untrustedCommand", data: { call: "Next", what: "the node that comes next", source: "req.body.next" }, line: 8, column: 64, endLine: 8, endColumn: 77 },
        { messageId: "untrustedCommand", data: { call: "Next", what: "its changes to the state", source: "req.body.state" }, line: 8, column: 104, endLine: 8, endColumn: 118 },
      ],
    },
    {
      name: "reports a command with whatever else the client sent",
      code: `
import { Command } from "@langchain/langgraph";
import { graph } from "./graph.js";

export async function POST(request: Request) {
  const { answer, options } = await request.json();
  return Response.json(await graph.invoke(new Command({ resume: answer, ...options }), { configurable: { thread_id: "x" } }));
}
      `,
      errors: [{ messageId: "untrustedCommand", data: { call: "Command", what: "all that it says", source: "options" }, line: 7, column: 76, endLine: 7, endColumn: 83 }],
    },
  ],
});
