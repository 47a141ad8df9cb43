import { fileURLToPath } from "node:url";
import rule from "../../rules/require-injection-screening.js";
import { ruleTester } from "../support/rule-tester.js";

ruleTester.run("require-injection-screening: detectors", rule, {
  valid: [
    {
      name: "accepts the moderation middleware",
      code: `
import { createAgent, openAIModerationMiddleware, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail], middleware: [openAIModerationMiddleware({ model: "omni-moderation-latest", checkInput: true, checkToolResults: true })] });
      `,
    },
    {
      name: "accepts the guard screen whose answer is kept",
      code: `
import { createAgent, tool } from "langchain";
import { screen, untrusted } from "agent-guardrails";
import { detector } from "./detector.js";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(
  async ({ url }) => {
    const page = await screen(untrusted(await (await fetch(url)).text(), "web"), detector);
    return page === undefined ? "ERROR: the page looks like an attack." : "The page was screened.";
  },
  { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) },
);
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
    },
    {
      name: "accepts a detector that the policy names",
      code: `
import { createAgent, tool } from "langchain";
import { refuseInjection } from "./detector.js";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => refuseInjection(await (await fetch(url)).text()), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      settings: { "agent-guardrails": { screeningCalls: ["./detector#refuseInjection"] } },
    },
    {
      name: "accepts a known detector package",
      code: `
import { createAgent, tool } from "langchain";
import { detectInjection } from "rebuff";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(
  async ({ url }) => {
    const page = await (await fetch(url)).text();
    return (await detectInjection(page)) ? "ERROR: refused." : page;
  },
  { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) },
);
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
    },
    {
      name: "accepts a moderation call whose answer decides",
      code: `
import OpenAI from "openai";
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const openai = new OpenAI();
const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(
  async ({ url }) => {
    const page = await (await fetch(url)).text();
    const { results } = await openai.moderations.create({ model: "omni-moderation-latest", input: page });
    return results[0].flagged ? "ERROR: refused." : page;
  },
  { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) },
);
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
    },
    {
      name: "accepts the guardrails of an agent of the OpenAI SDK",
      code: `
import { Agent, tool, webSearchTool } from "@openai/agents";
import { injectionGuardrail } from "./guardrails.js";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool({ name: "send_mail", description: "Sends.", parameters: z.object({ to: z.string() }), execute: async (mail) => JSON.stringify(await resend.emails.send(mail)) });
export const agent = new Agent({ name: "helper", instructions: "Help.", tools: [webSearchTool(), sendMail], inputGuardrails: [injectionGuardrail] });
      `,
    },
    {
      name: "accepts a Mastra processor that looks for injections",
      code: `
import { Agent } from "@mastra/core/agent";
import { PromptInjectionDetector } from "@mastra/core/processors";
import { createTool } from "@mastra/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = createTool({ id: "read_page", description: "Reads.", inputSchema: z.object({ url: z.url() }), execute: async ({ url }) => (await fetch(url)).text() });
const sendMail = createTool({ id: "send_mail", description: "Sends.", inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ from: "a@acme.com", to, subject: "Hi", text: "Hi" }) });
export const agent = new Agent({ name: "helper", instructions: "Help.", model: "openai/gpt-5", tools: { readPage, sendMail }, inputProcessors: [new PromptInjectionDetector({ model: "openai/gpt-5-nano" })] });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a reader of pages beside an effect",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"read_page\"" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports the guard screen whose answer nobody reads",
      code: `
import { createAgent, tool } from "langchain";
import { screen, untrusted } from "agent-guardrails";
import { detector } from "./detector.js";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(
  async ({ url }) => {
    const page = await (await fetch(url)).text();
    await screen(untrusted(page, "web"), detector);
    return page;
  },
  { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) },
);
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"read_page\"" },
          line: 18,
          column: 22,
          endLine: 18,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports a moderation call whose answer nobody reads",
      code: `
import OpenAI from "openai";
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const openai = new OpenAI();
const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(
  async ({ url }) => {
    const page = await (await fetch(url)).text();
    await openai.moderations.create({ model: "omni-moderation-latest", input: page });
    return page;
  },
  { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) },
);
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"read_page\"" },
          line: 18,
          column: 22,
          endLine: 18,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports a moderation middleware that does not look at the input",
      code: `
import { createAgent, openAIModerationMiddleware, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail], middleware: [openAIModerationMiddleware({ model: "omni-moderation-latest", checkInput: false })] });
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"read_page\"" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports guardrails that are an empty list",
      code: `
import { Agent, tool, webSearchTool } from "@openai/agents";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool({ name: "send_mail", description: "Sends.", parameters: z.object({ to: z.string() }), execute: async (mail) => JSON.stringify(await resend.emails.send(mail)) });
export const agent = new Agent({ name: "helper", instructions: "Help.", tools: [webSearchTool(), sendMail], inputGuardrails: [] });
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"webSearchTool()\"" },
          line: 8,
          column: 26,
          endLine: 8,
          endColumn: 31,
        },
      ],
    },
    {
      name: "reports a Mastra processor that looks for something else",
      code: `
import { Agent } from "@mastra/core/agent";
import { UnicodeNormalizer } from "@mastra/core/processors";
import { createTool } from "@mastra/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = createTool({ id: "read_page", description: "Reads.", inputSchema: z.object({ url: z.url() }), execute: async ({ url }) => (await fetch(url)).text() });
const sendMail = createTool({ id: "send_mail", description: "Sends.", inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ from: "a@acme.com", to, subject: "Hi", text: "Hi" }) });
export const agent = new Agent({ name: "helper", instructions: "Help.", model: "openai/gpt-5", tools: { readPage, sendMail }, inputProcessors: [new UnicodeNormalizer({})] });
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "sendMail", inbound: "read by \"readPage\"" },
          line: 11,
          column: 26,
          endLine: 11,
          endColumn: 31,
        },
      ],
    },
    {
      name: "reports a middleware of that name from another library",
      code: `
import { createAgent, tool } from "langchain";
import { openAIModerationMiddleware } from "@acme/middleware";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail], middleware: [openAIModerationMiddleware()] });
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"read_page\"" },
          line: 10,
          column: 22,
          endLine: 10,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports a detector that is imported and never run",
      code: `
import { createAgent, tool } from "langchain";
import { detectInjection } from "rebuff";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
export { detectInjection };
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"read_page\"" },
          line: 10,
          column: 22,
          endLine: 10,
          endColumn: 33,
        },
      ],
    },
  ],
});

ruleTester.run("require-injection-screening: what comes in", rule, {
  valid: [
    {
      name: "accepts an agent that only reads",
      code: `
import { createAgent, tool } from "langchain";
import { z } from "zod";

const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage] });
      `,
    },
    {
      name: "accepts an agent that acts on nothing that comes from outside",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "accepts an agent that a job runs on the application's own words",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
export const remind = () => agent.invoke({ messages: [{ role: "user", content: "Remind everybody." }] });
      `,
    },
    {
      name: "accepts a handler that passes on a choice of constants",
      code: `
import express from "express";
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
const app = express();
app.post("/remind", async (req, res) => {
  const { who } = req.body;
  if (who !== "all" && who !== "late") return res.status(400).end();
  return res.json(await agent.invoke({ messages: [{ role: "user", content: \`Remind \${who}.\` }] }));
});
      `,
    },
    {
      name: "is silent about tools that are imported without their source",
      code: `
import { readPage, sendMail } from "@acme/tools";
import { createAgent } from "langchain";

export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
    },
    {
      name: "is silent about an agent function of another library",
      code: `
import { createAgent } from "@acme/agents";
import { tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ tools: [readPage, sendMail] });
      `,
    },
    {
      name: "is silent about a function of that name that shadows the import",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const make = (createAgent: (options: { tools: object[] }) => object) => createAgent({ tools: [readPage, sendMail] });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage] });
      `,
    },
    {
      name: "is silent in a test",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      filename: fileURLToPath(new URL("../../agents.test.ts", import.meta.url)),
    },
    {
      name: "is silent in a script",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      filename: fileURLToPath(new URL("../../scripts/agent.ts", import.meta.url)),
    },
  ],
  invalid: [
    {
      name: "reports a handler that runs the agent on what the client sent",
      code: `
import express from "express";
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [{ role: "user", content: req.body.message }] }));
});
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "sent by the client" },
          line: 9,
          column: 15,
          endLine: 9,
          endColumn: 26,
        },
      ],
    },
    {
      name: "reports a route that makes and runs the model at once",
      code: `
import { convertToModelMessages, streamText, tool } from "ai";
import { openai } from "@ai-sdk/openai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const send_mail = tool({ description: "Sends.", inputSchema: z.object({ to: z.string() }), execute: async (mail) => resend.emails.send(mail) });
export async function POST(request: Request) {
  const { messages } = await request.json();
  return streamText({ model: openai("gpt-5"), messages, tools: { send_mail } }).toUIMessageStreamResponse();
}
export { convertToModelMessages };
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "sent by the client" },
          line: 11,
          column: 10,
          endLine: 11,
          endColumn: 20,
        },
      ],
    },
    {
      name: "reports a run of the OpenAI SDK",
      code: `
import Fastify from "fastify";
import { Agent, run, tool } from "@openai/agents";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool({ name: "send_mail", description: "Sends.", parameters: z.object({ to: z.string() }), execute: async (mail) => JSON.stringify(await resend.emails.send(mail)) });
const agent = new Agent({ name: "helper", instructions: "Help.", tools: [sendMail] });
const fastify = Fastify();
fastify.post("/chat", async (request) => run(agent, request.body.message));
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "sent by the client" },
          line: 9,
          column: 19,
          endLine: 9,
          endColumn: 24,
        },
      ],
    },
    {
      name: "reports a graph that a handler runs",
      code: `
import { Hono } from "hono";
import { MessagesAnnotation, StateGraph } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { tool } from "@langchain/core/tools";
import { callModel } from "./model.js";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const graph = new StateGraph(MessagesAnnotation).addNode("model", callModel).addNode("tools", new ToolNode([sendMail])).addEdge("__start__", "model").compile();
const app = new Hono();
app.post("/chat", async (c) => c.json(await graph.invoke(await c.req.json())));
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "sent by the client" },
          line: 12,
          column: 99,
          endLine: 12,
          endColumn: 107,
        },
      ],
    },
    {
      name: "reports a ready-made search",
      code: `
import { createAgent, tool } from "langchain";
import { TavilySearch } from "@langchain/tavily";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [new TavilySearch(), sendMail] });
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"new TavilySearch()\"" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports an effect that a person approves, because the text still steers the agent",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: true } })] });
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"read_page\"" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports a source and an effect that the policy names",
      code: `
import { createAgent, tool } from "langchain";
import { closeTicket, readTicket } from "./tickets.js";
import { z } from "zod";

const read = tool(async ({ id }) => readTicket(id), { name: "read_ticket", description: "Reads.", schema: z.object({ id: z.string() }) });
const close = tool(async ({ id }) => closeTicket(id), { name: "close_ticket", description: "Closes.", schema: z.object({ id: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [read, close] });
      `,
      settings: { "agent-guardrails": { untrustedCalls: ["readTicket"], externalCalls: ["closeTicket"] } },
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "close_ticket", inbound: "read by \"read_ticket\"" },
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports an aliased import",
      code: `
import { createAgent as build, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = build({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"read_page\"" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 27,
        },
      ],
    },
    {
      name: "reports a namespace import",
      code: `
import * as lc from "langchain";
import { tool } from "@langchain/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = lc.createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"read_page\"" },
          line: 10,
          column: 22,
          endLine: 10,
          endColumn: 36,
        },
      ],
    },
    {
      name: "reports a package that is required",
      code: `
const { createAgent, tool } = require("langchain");
const { Resend } = require("resend");
const { z } = require("zod");

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
module.exports.agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      languageOptions: { sourceType: "commonjs" },
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"read_page\"" },
          line: 9,
          column: 24,
          endLine: 9,
          endColumn: 35,
        },
      ],
    },
    {
      name: "reports a list behind type assertions",
      code: `
import { createAgent, tool, type StructuredTool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail!] as StructuredTool[] } satisfies object);
      `,
      errors: [
        {
          messageId: "unscreened",
          data: { actor: "send_mail", inbound: "read by \"read_page\"" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
  ],
});
