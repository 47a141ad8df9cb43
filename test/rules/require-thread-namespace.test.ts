import { fileURLToPath } from "node:url";
import rule from "../../rules/require-thread-namespace.js";
import { ruleTester } from "../support/rule-tester.js";

ruleTester.run("require-thread-namespace: what the client sends", rule, {
  valid: [
    {
      name: "is silent about a body that is read later and replaced by what the session says",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { orgId, userId } = await auth();
  let chosen;
  if (req.headers.get("x-own")) chosen = { thread: \`\${orgId}:\${userId}\` };
  else chosen = await conversations.latestOf(userId);
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { thread_id: chosen.thread } }));
}
      `,
    },
    {
      name: "is silent about a variable that a loop fills",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { pages } = await req.json();
  let thread;
  for (thread of await conversations.open()) await graph.invoke({ messages: pages }, { configurable: { thread_id: thread.id } });
  return Response.json({});
}
      `,
    },
    {
      name: "is silent about a tRPC procedure that composes the thread of its session",
      code: `
import { initTRPC } from "@trpc/server";
import { z } from "zod";
import { graph } from "./graph.js";

const t = initTRPC.create();
export const send = t.procedure.input(z.object({ text: z.string() })).mutation(async ({ input, ctx }) => graph.invoke({ messages: [input.text] }, { configurable: { thread_id: \`\${ctx.session.user.orgId}:\${ctx.session.user.id}\` } }));
export const load = db.input("x").mutation(async ({ input }) => graph.invoke({ messages: [] }, { configurable: { thread_id: input.thread } }));
      `,
    },
    {
      name: "is silent about a service of NestJS, and a decorator of that name from elsewhere",
      code: `
import { Injectable } from "@nestjs/common";
import { Body, Post } from "@acme/blog";
import { graph } from "./graph.js";

@Injectable()
export class ChatService {
  async chat(body: ChatBody) {
    return graph.invoke({ messages: [] }, { configurable: { thread_id: body.threadId } });
  }
  @Post()
  async write(@Body() body: ChatBody) {
    return graph.invoke({ messages: [] }, { configurable: { thread_id: body.threadId } });
  }
}
      `,
    },
    {
      name: "accepts a thread id of the session's tenant and user in an Express handler",
      code: `
import express from "express";
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
const app = express();
app.post("/chat", async (req, res) => {
  const reply = await agent.invoke({ messages: req.body.messages }, { configurable: { thread_id: \`\${req.user.tenantId}:\${req.user.id}:\${req.body.threadId}\` } });
  res.json(reply);
});
      `,
    },
    {
      name: "is silent where a Hono middleware's user is part of the id",
      code: `
import { Hono } from "hono";
import { graph } from "./graph.js";

const app = new Hono();
app.post("/threads/:id", async (c) => {
  const user = c.get("user");
  return c.json(await graph.invoke(await c.req.json(), { configurable: { thread_id: \`\${user.id}:\${c.req.param("id")}\` } }));
});
      `,
    },
    {
      name: "is silent where a part of the id comes from a function out of sight",
      code: `
import express from "express";
import { loadCaller } from "./caller.js";
import { graph } from "./graph.js";

const app = express();
app.post("/chat", async (req, res) => {
  const caller = await loadCaller(req);
  res.json(await graph.invoke(req.body, { configurable: { thread_id: \`\${caller.key}:\${req.body.threadId}\` } }));
});
      `,
    },
    {
      name: "is silent about an exported function that is no server action",
      code: `
import { graph } from "@/agents/graph";

export async function ask(threadId: string, text: string) {
  return graph.invoke({ messages: [text] }, { configurable: { thread_id: threadId } });
}
      `,
    },
    {
      name: "is silent about a function of that shape that nobody registers",
      code: `
import { graph } from "./graph.js";

export const chat = async (req, res) => {
  res.json(await graph.invoke(req.body, { configurable: { thread_id: req.body.threadId } }));
};
      `,
    },
    {
      name: "is silent about a method called post that registers no path",
      code: `
import { queue } from "./queue.js";
import { graph } from "./graph.js";

queue.post("chat", async (job) => {
  await graph.invoke(job.body, { configurable: { thread_id: job.body.threadId } });
});
      `,
    },
    {
      name: "is silent about a default export that is given options, not a request",
      code: `
import { graph } from "./graph.js";

export default async function warmUp(options: { model: string }) {
  await graph.invoke({ messages: [options.model] }, { configurable: { thread_id: "warm-up" } });
}
      `,
    },
  ],
  invalid: [
    {
      name: "reports a part of a body that is read in a try of its own",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  let body: { text?: string; threadId?: string };
  try {
    body = await req.json();
  } catch {
    return new Response("no JSON", { status: 400 });
  }
  const { text, threadId } = body;
  const thread = threadId || \`new-\${Date.now()}\`;
  return Response.json(await graph.invoke({ messages: [text] }, { configurable: { thread_id: thread } }));
}
      `,
      errors: [{ messageId: "clientThread", data: { source: "threadId" }, line: 13, column: 83, endLine: 13, endColumn: 100 }],
    },
    {
      name: "reports a part of a body that starts empty",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  let body: Record<string, string> = {};
  try {
    body = await req.json();
  } catch {}
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { thread_id: body.threadId } }));
}
      `,
      errors: [{ messageId: "clientThread", data: { source: "body.threadId" }, line: 9, column: 79, endLine: 9, endColumn: 103 }],
    },
    {
      name: "reports a thread id out of a message of a web socket",
      code: `
import { createAgent } from "langchain";
import { WebSocketServer } from "ws";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
const server = new WebSocketServer({ port: 8080 });
server.on("connection", (socket) => {
  socket.on("message", async (data) => {
    const { text, thread } = JSON.parse(data.toString());
    socket.send(JSON.stringify(await agent.invoke({ messages: [text] }, { configurable: { thread_id: thread } })));
  });
});
      `,
      errors: [{ messageId: "clientThread", data: { source: "thread" }, line: 10, column: 91, endLine: 10, endColumn: 108 }],
    },
    {
      name: "reports a thread id taken from the body of an Express request",
      code: `
import express from "express";
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
const app = express();
app.post("/chat", async (req, res) => {
  const reply = await agent.invoke({ messages: req.body.messages }, { configurable: { thread_id: req.body.threadId } });
  res.json(reply);
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.body.threadId" },
          line: 8,
          column: 87,
          endLine: 8,
          endColumn: 115,
        },
      ],
    },
    {
      name: "reports the shorthand of a name taken apart from the body",
      code: `
import { Router } from "express";
import { graph } from "./graph.js";

export const router = Router();
router.post("/chat", async (req, res) => {
  const { message, thread_id } = req.body;
  res.json(await graph.invoke({ messages: [message] }, { configurable: { thread_id } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "thread_id" },
          line: 8,
          column: 74,
          endLine: 8,
          endColumn: 83,
        },
      ],
    },
    {
      name: "reports a field of the body that a NestJS controller is given",
      code: `
import { Body, Controller, Post } from "@nestjs/common";
import { graph } from "./graph.js";

@Controller("chat")
export class ChatController {
  @Post()
  async chat(@Body() body: ChatBody) {
    return graph.invoke({ messages: [body.message] }, { configurable: { thread_id: body.threadId } });
  }
}
      `,
      errors: [{ messageId: "clientThread", data: { source: "body.threadId" }, line: 9, column: 73, endLine: 9, endColumn: 97 }],
    },
    {
      name: "reports a path parameter of a NestJS controller",
      code: `
import { Controller, Param, Post } from "@nestjs/common";
import { graph } from "./graph.js";

@Controller("chat")
export class ChatController {
  @Post(":id")
  async chat(@CurrentUser() user: User, @Param("id") id: string) {
    return graph.invoke({ messages: [] }, { configurable: { thread_id: id } });
  }
}
      `,
      errors: [{ messageId: "clientThread", data: { source: "id" }, line: 9, column: 61, endLine: 9, endColumn: 74 }],
    },
    {
      name: "reports the input of a tRPC procedure",
      code: `
import { initTRPC } from "@trpc/server";
import { z } from "zod";
import { graph } from "./graph.js";

const t = initTRPC.context<Context>().create();
const signedIn = t.procedure.use(withSession);
export const chat = t.router({
  send: signedIn.input(z.object({ text: z.string(), thread: z.string() })).mutation(async ({ input, ctx }) => graph.invoke({ messages: [input.text] }, { configurable: { thread_id: input.thread } })),
});
      `,
      errors: [{ messageId: "clientThread", data: { source: "input.thread" }, line: 9, column: 170, endLine: 9, endColumn: 193 }],
    },
    {
      name: "reports the JSON body of an Azure function",
      code: `
import { app } from "@azure/functions";
import { graph } from "./graph.js";

async function chat(request) {
  const { message, threadId } = await request.json();
  return { jsonBody: await graph.invoke({ messages: [message] }, { configurable: { thread_id: threadId } }) };
}
app.http("chat", { methods: ["POST"], handler: chat });
      `,
      errors: [{ messageId: "clientThread", data: { source: "threadId" }, line: 7, column: 84, endLine: 7, endColumn: 103 }],
    },
    {
      name: "reports the data of a callable function of Firebase",
      code: `
import { onCall } from "firebase-functions/v2/https";
import { graph } from "./graph.js";

export const chat = onCall(async (request) => graph.invoke({ messages: [request.data.text] }, { configurable: { thread_id: request.data.thread } }));
      `,
      errors: [{ messageId: "clientThread", data: { source: "request.data.thread" }, line: 5, column: 113, endLine: 5, endColumn: 143 }],
    },
    {
      name: "reports a path parameter of an Express route",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.get("/threads/:id", async (req, res) => {
  res.json(await graph.getState({ configurable: { thread_id: req.params.id } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.params.id" },
          line: 7,
          column: 51,
          endLine: 7,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports a handler that is chained to an Express route",
      code: `
import express from "express";
import { graph } from "./graph.js";

const router = express.Router();
router.route("/chat").post(async (req, res) => {
  res.json(await graph.invoke(req.body, { configurable: { thread_id: String(req.query.thread) } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.query.thread" },
          line: 7,
          column: 59,
          endLine: 7,
          endColumn: 94,
        },
      ],
    },
    {
      name: "reports a header that a Fastify handler reads",
      code: `
import Fastify from "fastify";
import { graph } from "./graph.js";

const fastify = Fastify();
fastify.post("/chat", { schema: {} }, async (request) => {
  return graph.invoke(request.body, { configurable: { thread_id: request.headers["x-thread-id"] } });
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "request.headers[\"x-thread-id\"]" },
          line: 7,
          column: 55,
          endLine: 7,
          endColumn: 96,
        },
      ],
    },
    {
      name: "reports a Fastify route that is declared as one object",
      code: `
import Fastify from "fastify";
import { graph } from "./graph.js";

const fastify = Fastify();
fastify.route({
  method: "POST",
  url: "/threads/:threadId",
  handler: async (request) => graph.invoke(request.body, { configurable: { thread_id: request.params.threadId } }),
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "request.params.threadId" },
          line: 9,
          column: 76,
          endLine: 9,
          endColumn: 110,
        },
      ],
    },
    {
      name: "reports the JSON body of a Hono handler",
      code: `
import { Hono } from "hono";
import { graph } from "./graph.js";

const app = new Hono();
app.post("/chat", async (c) => {
  const { messages, threadId } = await c.req.json();
  return c.json(await graph.invoke({ messages }, { configurable: { thread_id: threadId } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "threadId" },
          line: 8,
          column: 68,
          endLine: 8,
          endColumn: 87,
        },
      ],
    },
    {
      name: "reports a path parameter of a Hono handler",
      code: `
import { Hono } from "hono";
import { graph } from "./graph.js";

const app = new Hono();
app.on("POST", "/threads/:id", async (c) => c.json(await graph.invoke(await c.req.json(), { configurable: { thread_id: c.req.param("id") } })));
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "c.req.param(\"id\")" },
          line: 6,
          column: 109,
          endLine: 6,
          endColumn: 137,
        },
      ],
    },
    {
      name: "reports a client's id behind a fixed prefix",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await graph.invoke(req.body, { configurable: { thread_id: \`chat-\${req.body.threadId}\` } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.body.threadId" },
          line: 7,
          column: 59,
          endLine: 7,
          endColumn: 97,
        },
      ],
    },
    {
      name: "reports the JSON body of a Next route handler",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  const reply = await graph.invoke({ messages: body.messages }, { configurable: { thread_id: body.threadId } });
  return Response.json(reply);
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 6,
          column: 83,
          endLine: 6,
          endColumn: 107,
        },
      ],
    },
    {
      name: "reports a path parameter of a Next route handler",
      code: `
import { graph } from "@/agents/graph";

export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return Response.json(await graph.getState({ configurable: { thread_id: id } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "id" },
          line: 6,
          column: 63,
          endLine: 6,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports the search parameters of a Next route handler",
      code: `
import { graph } from "@/agents/graph";

export const GET = async (request: Request) => {
  const { searchParams } = new URL(request.url);
  const threadId = searchParams.get("thread");
  return Response.json(await graph.getState({ configurable: { thread_id: threadId } }));
};
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "searchParams.get(\"thread\")" },
          line: 7,
          column: 63,
          endLine: 7,
          endColumn: 82,
        },
      ],
    },
    {
      name: "reports a search parameter read in one go",
      code: `
import { graph } from "@/agents/graph";

export async function GET(request: Request) {
  return Response.json(await graph.getState({ configurable: { thread_id: new URL(request.url).searchParams.get("thread")! } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "new URL(request.url).searchParams.get(\"thread\")" },
          line: 5,
          column: 63,
          endLine: 5,
          endColumn: 122,
        },
      ],
    },
    {
      name: "reports a body that a schema has checked",
      code: `
import { z } from "zod";
import { graph } from "@/agents/graph";

const Body = z.object({ threadId: z.string().uuid(), text: z.string() });

export async function POST(req: Request) {
  const input = Body.parse(await req.json());
  return Response.json(await graph.invoke({ messages: [input.text] }, { configurable: { thread_id: input.threadId } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "input.threadId" },
          line: 9,
          column: 89,
          endLine: 9,
          endColumn: 114,
        },
      ],
    },
    {
      name: "reports a cookie, which the client can write",
      code: `
import { cookies } from "next/headers";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const jar = await cookies();
  return Response.json(await graph.invoke(await req.json(), { configurable: { thread_id: jar.get("thread")?.value } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "jar.get(\"thread\")?.value" },
          line: 7,
          column: 79,
          endLine: 7,
          endColumn: 114,
        },
      ],
    },
    {
      name: "reports an argument of a server action",
      code: `
"use server";
import { graph } from "@/agents/graph";

export async function ask(threadId: string, text: string) {
  return graph.invoke({ messages: [text] }, { configurable: { thread_id: threadId } });
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "threadId" },
          line: 6,
          column: 63,
          endLine: 6,
          endColumn: 82,
        },
      ],
    },
    {
      name: "reports a field of the form that a server action is given",
      code: `
import { graph } from "@/agents/graph";

export async function ask(formData: FormData) {
  "use server";
  return graph.invoke({ messages: [formData.get("text")] }, { configurable: { thread_id: formData.get("thread") as string } });
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "formData.get(\"thread\")" },
          line: 6,
          column: 79,
          endLine: 6,
          endColumn: 122,
        },
      ],
    },
    {
      name: "reports the body that Deno.serve hands over",
      code: `
import { createAgent } from "npm:langchain@1.5";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
Deno.serve({ port: 8080 }, async (request) => {
  const { thread, text } = await request.json();
  return Response.json(await agent.invoke({ messages: [text] }, { configurable: { thread_id: thread } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "thread" },
          line: 7,
          column: 83,
          endLine: 7,
          endColumn: 100,
        },
      ],
    },
    {
      name: "reports the body that the fetch function of a Bun server is given",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
Bun.serve({
  async fetch(request) {
    const body = await request.json();
    return Response.json(await agent.invoke({ messages: [body.text] }, { configurable: { thread_id: body.thread } }));
  },
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.thread" },
          line: 8,
          column: 90,
          endLine: 8,
          endColumn: 112,
        },
      ],
    },
    {
      name: "reports the body of a worker that is the default export",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export default {
  async fetch(request: Request) {
    const body = await request.json();
    return Response.json(await agent.invoke({ messages: [body.text] }, { configurable: { thread_id: body.thread } }));
  },
};
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.thread" },
          line: 8,
          column: 90,
          endLine: 8,
          endColumn: 112,
        },
      ],
    },
    {
      name: "reports the event of a Lambda function",
      code: `
import { graph } from "./graph.js";

export const handler = async (event: { body: string }) => {
  const { threadId, text } = JSON.parse(event.body);
  return graph.invoke({ messages: [text] }, { configurable: { thread_id: threadId } });
};
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "threadId" },
          line: 6,
          column: 63,
          endLine: 6,
          endColumn: 82,
        },
      ],
    },
    {
      name: "reports a Next API route that is the default export",
      code: `
import type { NextApiRequest, NextApiResponse } from "next";
import { graph } from "@/agents/graph";

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  res.json(await graph.invoke(req.body, { configurable: { thread_id: req.body.threadId } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.body.threadId" },
          line: 6,
          column: 59,
          endLine: 6,
          endColumn: 87,
        },
      ],
    },
    {
      name: "reports a handler inside the wrapper that it is exported through",
      code: `
import { withTracing } from "@/tracing";
import { graph } from "@/agents/graph";

export const POST = withTracing(async (req: Request) => {
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: body.threadId } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 7,
          column: 67,
          endLine: 7,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports a handler that is a const when it is registered",
      code: `
import express from "express";
import { graph } from "./graph.js";

const chat = async (req, res) => {
  res.json(await graph.invoke(req.body, { configurable: { thread_id: req.body.threadId } }));
};
express().post("/chat", chat);
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.body.threadId" },
          line: 6,
          column: 59,
          endLine: 6,
          endColumn: 87,
        },
      ],
    },
  ],
});

ruleTester.run("require-thread-namespace: how the value gets there", rule, {
  valid: [
    {
      name: "accepts a client's value that a later line puts behind the user",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { orgId, userId } = await auth();
  const body = await req.json();
  let threadId = body.threadId;
  threadId = \`\${orgId}:\${userId}:\${threadId}\`;
  return Response.json(await graph.invoke(body, { configurable: { thread_id: threadId } }));
}
      `,
    },
    {
      name: "accepts a helper of the file that names tenant and user",
      code: `
import express from "express";
import { graph } from "./graph.js";

function threadOf(request) {
  return \`\${request.user.tenantId}:\${request.user.id}:\${request.query.thread}\`;
}

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await graph.invoke(req.body, { configurable: { thread_id: threadOf(req) } }));
});
      `,
    },
    {
      name: "is silent about a parameter that no call of the file fills",
      code: `
import { graph } from "@/agents/graph";

export function run(threadId: string, text: string) {
  return graph.invoke({ messages: [text] }, { configurable: { thread_id: threadId } });
}
      `,
    },
    {
      name: "is silent about an object with that key that is no configurable",
      code: `
import { db } from "@/db";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  await db.feedback.create({ data: { thread_id: body.threadId, stars: body.stars } });
  return Response.json({ graph: graph.name });
}
      `,
    },
  ],
  invalid: [
    {
      name: "follows a const to the client's value",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.post("/chat", async (req, res) => {
  const body = req.body;
  const threadId = body.thread;
  res.json(await graph.invoke(body, { configurable: { thread_id: threadId } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.thread" },
          line: 9,
          column: 55,
          endLine: 9,
          endColumn: 74,
        },
      ],
    },
    {
      name: "reports the client's side of an alternative whose other side is random",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: body.threadId || crypto.randomUUID() } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 6,
          column: 67,
          endLine: 6,
          endColumn: 114,
        },
      ],
    },
    {
      name: "reports the client's side of an alternative whose other side names the user",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { orgId, userId } = await auth();
  const body = await req.json();
  const threadId = body.threadId ?? \`\${orgId}:\${userId}\`;
  return Response.json(await graph.invoke(body, { configurable: { thread_id: threadId } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 9,
          column: 67,
          endLine: 9,
          endColumn: 86,
        },
      ],
    },
    {
      name: "reports a client's value that only one branch puts behind the user",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { orgId, userId } = await auth();
  const body = await req.json();
  let threadId = body.threadId;
  if (body.shared) {
    threadId = \`\${orgId}:\${userId}:\${threadId}\`;
  }
  return Response.json(await graph.invoke(body, { configurable: { thread_id: threadId } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 12,
          column: 67,
          endLine: 12,
          endColumn: 86,
        },
      ],
    },
    {
      name: "reports one branch of a conditional value",
      code: `
import { getServerSession } from "next-auth";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const session = await getServerSession();
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: body.resume ? body.threadId : \`\${session.tenantId}:\${session.userId}\` } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 8,
          column: 67,
          endLine: 8,
          endColumn: 147,
        },
      ],
    },
    {
      name: "follows a helper of the file to what it returns",
      code: `
import express from "express";
import { graph } from "./graph.js";

function threadOf(request) {
  return \`thread-\${request.query.thread}\`;
}

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await graph.invoke(req.body, { configurable: { thread_id: threadOf(req) } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "request.query.thread" },
          line: 11,
          column: 59,
          endLine: 11,
          endColumn: 83,
        },
      ],
    },
    {
      name: "reports the argument of a local function where it is chosen",
      code: `
import { graph } from "@/agents/graph";

function run(threadId: string, text: string) {
  return graph.invoke({ messages: [text] }, { configurable: { thread_id: threadId } });
}

export async function POST(req: Request) {
  const body = await req.json();
  return Response.json(await run(body.threadId, body.text));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 10,
          column: 34,
          endLine: 10,
          endColumn: 47,
        },
      ],
    },
    {
      name: "reports the threadId option of a local function where it is chosen",
      code: `
import { graph } from "@/agents/graph";

async function run({ threadId, text }: { threadId: string; text: string }) {
  return graph.invoke({ messages: [text] }, { configurable: { thread_id: threadId } });
}

export async function POST(req: Request) {
  const body = await req.json();
  return Response.json(await run({ threadId: body.threadId, text: body.text }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 10,
          column: 36,
          endLine: 10,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports the threadId option of a function that reads its options by name",
      code: `
import { graph } from "@/agents/graph";

async function run(options: { threadId: string; text: string }) {
  return graph.invoke({ messages: [options.text] }, { configurable: { thread_id: options.threadId } });
}

export async function POST(req: Request) {
  const body = await req.json();
  return Response.json(await run({ threadId: "support", text: body.text }));
}
      `,
      errors: [
        {
          messageId: "sharedThread",
          data: { source: "\"support\"" },
          line: 10,
          column: 36,
          endLine: 10,
          endColumn: 55,
        },
      ],
    },
    {
      name: "reports only the call that hands in a client's value",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

function run(threadId: string, text: string) {
  return graph.invoke({ messages: [text] }, { configurable: { thread_id: threadId } });
}

export async function POST(req: Request) {
  const body = await req.json();
  return Response.json(await run(body.threadId, body.text));
}

export async function PUT(req: Request) {
  const { orgId, userId } = await auth();
  const body = await req.json();
  return Response.json(await run(\`\${orgId}:\${userId}\`, body.text));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 11,
          column: 34,
          endLine: 11,
          endColumn: 47,
        },
      ],
    },
    {
      name: "follows a const that holds the configurable",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  const configurable = { thread_id: body.threadId };
  return Response.json(await graph.invoke(body, { configurable }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 6,
          column: 26,
          endLine: 6,
          endColumn: 50,
        },
      ],
    },
    {
      name: "follows a const of another name that becomes the configurable",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  const scope = { thread_id: body.threadId };
  return Response.json(await graph.invoke(body, { configurable: scope }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 6,
          column: 19,
          endLine: 6,
          endColumn: 43,
        },
      ],
    },
    {
      name: "follows a const that holds the whole config",
      code: `
import type { RunnableConfig } from "@langchain/core/runnables";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  const config: RunnableConfig = { configurable: { thread_id: body.threadId }, recursionLimit: 10 };
  return Response.json(await graph.invoke(body, config));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 7,
          column: 52,
          endLine: 7,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports quoted keys",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  return Response.json(await graph.invoke(body, { "configurable": { "thread_id": body.threadId } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 6,
          column: 69,
          endLine: 6,
          endColumn: 95,
        },
      ],
    },
    {
      name: "reports a configurable that is there only under a condition",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: body.threadId ? { thread_id: body.threadId } : undefined }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 6,
          column: 83,
          endLine: 6,
          endColumn: 107,
        },
      ],
    },
    {
      name: "reports a thread id that is spread into the configurable",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { ...(body.threadId ? { thread_id: body.threadId } : {}), user_tier: "free" } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 6,
          column: 89,
          endLine: 6,
          endColumn: 113,
        },
      ],
    },
    {
      name: "sees through the wrappers that TypeScript puts around the value",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = req.json();
  return Response.json(await graph.invoke({}, { configurable: { thread_id: ((await body).threadId as unknown as string)! } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "(await body).threadId" },
          line: 6,
          column: 65,
          endLine: 6,
          endColumn: 121,
        },
      ],
    },
    {
      name: "sees through satisfies on the configurable",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: body.threadId } satisfies Record<string, unknown> }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 6,
          column: 67,
          endLine: 6,
          endColumn: 91,
        },
      ],
    },
    {
      name: "follows a const of the configurable that is written with satisfies",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  const configurable = { thread_id: body.threadId } satisfies Record<string, unknown>;
  return Response.json(await graph.invoke(body, { configurable }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 6,
          column: 26,
          endLine: 6,
          endColumn: 50,
        },
      ],
    },
  ],
});

ruleTester.run("require-thread-namespace: literals", rule, {
  valid: [
    {
      name: "is silent about a config of the module that only the module's top level runs with",
      code: `
import { graph } from "@/agents/graph";

const config = { configurable: { thread_id: "1" } };

console.log(await graph.invoke({ messages: ["hello"] }, config));
      `,
    },
    {
      name: "is silent about a literal at the top level of a module",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
await agent.invoke({ messages: ["hello"] }, { configurable: { thread_id: "demo" } });
      `,
    },
    {
      name: "leaves a checkpointer alone under the literal policy, which stores under the ids that it is given",
      code: `
import { BaseCheckpointSaver, type CheckpointTuple } from "@langchain/langgraph-checkpoint";

abstract class SqlSaver extends BaseCheckpointSaver {}

export class OracleSaver extends SqlSaver {
  async getTuple(config): Promise<CheckpointTuple | undefined> {
    const thread_id = config.configurable?.thread_id ?? this.threadId;
    const [row] = await this.rows(thread_id);
    return row && { config, checkpoint: row.checkpoint, parentConfig: { configurable: { thread_id, checkpoint_id: row.parent } } };
  }
  async *list(config) {
    for (const row of await this.rows(config.configurable.thread_id)) yield { config: { configurable: { thread_id: row.thread_id, checkpoint_id: row.id } }, checkpoint: row.checkpoint };
  }
}
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a literal in a function that no handler is",
      code: `
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export async function summarise(text: string) {
  return agent.invoke({ messages: [text] }, { configurable: { thread_id: "summary" } });
}
      `,
    },
    {
      name: "is silent about a literal in a test",
      code: `
import { expect, it } from "vitest";
import { POST } from "../app/api/chat/route";
import { graph } from "../src/graph";

it("remembers", async () => {
  await POST(new Request("http://localhost", { method: "POST" }));
  expect(await graph.getState({ configurable: { thread_id: "1" } })).toBeDefined();
});

export async function GET(req: Request) {
  return graph.invoke(await req.json(), { configurable: { thread_id: "1" } });
}
      `,
      filename: fileURLToPath(new URL("../../test/agent.test.ts", import.meta.url)),
    },
    {
      name: "is silent about a handler of a script",
      code: `
import express from "express";
import { graph } from "../src/graph.js";

express().post("/chat", async (req, res) => {
  res.json(await graph.invoke(req.body, { configurable: { thread_id: req.body.threadId } }));
});
      `,
      filename: fileURLToPath(new URL("../../scripts/serve.ts", import.meta.url)),
    },
    {
      name: "is silent about a component that runs in the browser",
      code: `
"use client";
import { useStream } from "@langchain/langgraph-sdk/react";
import { graph } from "./remote-graph";

export function Chat({ threadId }: { threadId: string }) {
  useStream({ assistantId: "agent" });
  return graph.invoke({}, { configurable: { thread_id: threadId } });
}
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a random id",
      code: `
import { randomUUID } from "node:crypto";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  return Response.json(await graph.invoke(await req.json(), { configurable: { thread_id: \`run-\${randomUUID()}\` } }));
}
      `,
    },
    {
      name: "is silent about a row of the database",
      code: `
import { db } from "@/db";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { slug } = await req.json();
  const conversation = await db.conversation.findFirst({ where: { slug } });
  return Response.json(await graph.invoke({}, { configurable: { thread_id: conversation.threadId } }));
}
      `,
    },
  ],
  invalid: [
    {
      name: "reports a literal in a handler",
      code: `
import express from "express";
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke(req.body, { configurable: { thread_id: "default" } }));
});
      `,
      errors: [
        {
          messageId: "sharedThread",
          data: { source: "\"default\"" },
          line: 8,
          column: 59,
          endLine: 8,
          endColumn: 79,
        },
      ],
    },
    {
      name: "reports a literal that stands in a const of the module",
      code: `
import { graph } from "@/agents/graph";

const THREAD = "main" as const;

export async function POST(req: Request) {
  return Response.json(await graph.invoke(await req.json(), { configurable: { thread_id: THREAD } }));
}
      `,
      errors: [
        {
          messageId: "sharedThread",
          data: { source: "\"main\"" },
          line: 7,
          column: 79,
          endLine: 7,
          endColumn: 96,
        },
      ],
    },
    {
      name: "reports a config of the module that a handler runs with",
      code: `
import { graph } from "@/agents/graph";

const config = { configurable: { thread_id: "1" } };

export async function POST(req: Request) {
  return Response.json(await graph.invoke(await req.json(), config));
}
      `,
      errors: [
        {
          messageId: "sharedThread",
          data: { source: "\"1\"" },
          line: 4,
          column: 34,
          endLine: 4,
          endColumn: 48,
        },
      ],
    },
    {
      name: "reports under the literal policy what a class hands back whose base is no checkpointer of LangGraph",
      code: `
import { graph } from "@/agents/graph";
import { BaseCheckpointSaver } from "./chess.js";

export class GameSaver extends BaseCheckpointSaver {
  async resume(game) {
    return graph.invoke(null, { configurable: { thread_id: game.id } });
  }
}
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "partialThread",
          data: { missing: "the tenant and the user" },
          line: 7,
          column: 49,
          endLine: 7,
          endColumn: 67,
        },
      ],
    },
    {
      name: "reports the same literal in a script under the literal policy",
      code: `
import { graph } from "../src/graph.js";

await graph.invoke({ messages: ["hello"] }, { configurable: { thread_id: "1" } });
      `,
      filename: fileURLToPath(new URL("../../scripts/serve.ts", import.meta.url)),
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "partialThread",
          data: { missing: "the tenant and the user" },
          line: 4,
          column: 63,
          endLine: 4,
          endColumn: 77,
        },
      ],
    },
  ],
});

ruleTester.run("require-thread-namespace: where identity comes from", rule, {
  valid: [
    {
      name: "takes the session of an auth function as verified",
      code: `
import { auth } from "@/auth";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const session = await auth();
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: \`\${session.user.id}:\${body.threadId}\` } }));
}
      `,
    },
    {
      name: "takes getServerSession of next-auth as verified",
      code: `
import { getServerSession } from "next-auth";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const session = await getServerSession();
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: session?.user?.email + ":" + body.threadId } }));
}
      `,
    },
    {
      name: "takes the claims of a verified token of jose as verified",
      code: `
import { jwtVerify } from "jose";
import { graph } from "@/agents/graph";
import { key } from "@/key";

export async function POST(req: Request) {
  const { payload } = await jwtVerify(req.headers.get("authorization") ?? "", key);
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: [payload.tenant_id, payload.sub, body.threadId].join(":") } }));
}
      `,
    },
    {
      name: "takes the claims of a verified token of jsonwebtoken as verified",
      code: `
import express from "express";
import jwt from "jsonwebtoken";
import { graph } from "./graph.js";

const app = express();
app.post("/chat", async (req, res) => {
  const claims = jwt.verify(req.headers.authorization, process.env.JWT_KEY) as { sub: string };
  res.json(await graph.invoke(req.body, { configurable: { thread_id: \`\${claims.sub}:\${req.body.threadId}\` } }));
});
      `,
    },
    {
      name: "takes the user that an Express middleware has put on the request as verified",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await graph.invoke(req.body, { configurable: { thread_id: \`\${req.auth.userId}:\${req.body.threadId}\` } }));
});
      `,
    },
    {
      name: "takes Clerk's auth as verified under an alias",
      code: `
import { auth as clerk } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { userId } = await clerk();
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: \`\${userId}:\${body.threadId}\` } }));
}
      `,
    },
    {
      name: "takes Clerk's auth as verified through a namespace",
      code: `
import * as clerk from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { userId } = await clerk.auth();
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: \`\${userId}:\${body.threadId}\` } }));
}
      `,
    },
    {
      name: "takes the user of Supabase as verified",
      code: `
import { createClient } from "@/lib/supabase/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const supabase = await createClient();
  const {
    data: { user },
  } = await supabase.auth.getUser();
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: \`\${user.id}:\${body.threadId}\` } }));
}
      `,
    },
    {
      name: "takes a function that the policy names as verified",
      code: `
import { whoIs } from "../lib/gate.js";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const who = await whoIs(req);
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: \`\${who.userId}:\${body.threadId}\` } }));
}
      `,
      settings: { "agent-guardrails": { verifiedIdentityCalls: ["./gate#whoIs"] } },
    },
    {
      name: "is silent about the guard threadId",
      code: `
import { edgeAuth, threadId } from "agent-guardrails";
import { graph } from "@/agents/graph";
import { auth } from "@/auth";

export async function POST(req: Request) {
  const identity = await auth.verify(req);
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: threadId(identity, body.session) } }));
}
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about the guard ownThreadId",
      code: `
import { ownThreadId } from "agent-guardrails";
import { graph } from "@/agents/graph";
import { auth } from "@/auth";

export async function POST(req: Request) {
  const identity = await auth.verify(req);
  const body = await req.json();
  const thread_id = ownThreadId(identity, body.threadId);
  return Response.json(await graph.invoke(body, { configurable: { thread_id } }));
}
      `,
      options: [{ policy: "literal" }],
    },
  ],
  invalid: [
    {
      name: "does not take a token that is only decoded as verified",
      code: `
import express from "express";
import jwt from "jsonwebtoken";
import { graph } from "./graph.js";

const app = express();
app.post("/chat", async (req, res) => {
  const claims = jwt.decode(req.headers.authorization) as { sub: string };
  res.json(await graph.invoke(req.body, { configurable: { thread_id: \`\${claims.sub}:\${req.body.threadId}\` } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "claims.sub" },
          line: 9,
          column: 59,
          endLine: 9,
          endColumn: 106,
        },
      ],
    },
    {
      name: "does not take a user id of the body as an identity",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await graph.invoke(req.body, { configurable: { thread_id: \`\${req.body.userId}:\${req.body.threadId}\` } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.body.userId" },
          line: 7,
          column: 59,
          endLine: 7,
          endColumn: 111,
        },
      ],
    },
    {
      name: "does not take a raw header as an identity",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const tenant = req.headers.get("x-tenant-id");
  const user = req.headers.get("x-user-id");
  return Response.json(await graph.invoke({}, { configurable: { thread_id: \`\${tenant}:\${user}\` } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.headers.get(\"x-tenant-id\")" },
          line: 7,
          column: 65,
          endLine: 7,
          endColumn: 95,
        },
      ],
    },
    {
      name: "reads the tenant and the user off a function that the policy names, under the literal policy",
      code: `
import { whoIs } from "../lib/gate.js";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const who = await whoIs(req);
  const body = await req.json();
  console.log(who.tenantId);
  return Response.json(await graph.invoke(body, { configurable: { thread_id: \`\${who.userId}:\${body.threadId}\` } }));
}
      `,
      options: [{ policy: "literal" }],
      settings: { "agent-guardrails": { verifiedIdentityCalls: ["whoIs"] } },
      errors: [
        {
          messageId: "partialThread",
          data: { missing: "the tenant" },
          line: 9,
          column: 67,
          endLine: 9,
          endColumn: 110,
          suggestions: [
            {
              messageId: "composeThread",
              data: { template: "`${who.tenantId}:${who.userId}:${body.threadId}`" },
              output: `
import { whoIs } from "../lib/gate.js";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const who = await whoIs(req);
  const body = await req.json();
  console.log(who.tenantId);
  return Response.json(await graph.invoke(body, { configurable: { thread_id: \`\${who.tenantId}:\${who.userId}:\${body.threadId}\` } }));
}
      `,
            },
          ],
        },
      ],
    },
    {
      name: "ignores another function of that name when the policy names a module",
      code: `
import { graph } from "@/agents/graph";

function whoIs(request) {
  return request.query.me;
}

export async function POST(req: Request) {
  return Response.json(await graph.invoke({}, { configurable: { thread_id: \`\${whoIs(req)}\` } }));
}
      `,
      settings: { "agent-guardrails": { verifiedIdentityCalls: ["@acme/gate#whoIs"] } },
      errors: [
        {
          messageId: "clientThread",
          data: { source: "request.query.me" },
          line: 9,
          column: 65,
          endLine: 9,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports a client's value that the guard is only the fallback for",
      code: `
import { threadId } from "agent-guardrails";
import { graph } from "@/agents/graph";
import { auth } from "@/auth";

export async function POST(req: Request) {
  const identity = await auth.verify(req);
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: body.threadId ?? threadId(identity, "new") } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 9,
          column: 67,
          endLine: 9,
          endColumn: 120,
        },
      ],
    },
    {
      name: "does not take a function of the project for the guard of the same name",
      code: `
import { graph } from "@/agents/graph";

const threadId = (body) => body.thread;

export async function POST(req: Request) {
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: threadId(body) } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.thread" },
          line: 8,
          column: 67,
          endLine: 8,
          endColumn: 92,
        },
      ],
    },
  ],
});

ruleTester.run("require-thread-namespace: ownership", rule, {
  valid: [
    {
      name: "is silent where the thread was looked up together with its owner",
      code: `
import { auth } from "@clerk/nextjs/server";
import { db } from "@/db";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { userId } = await auth();
  const body = await req.json();
  const thread = await db.thread.findFirst({ where: { id: body.threadId, userId } });
  if (!thread) return new Response("not yours", { status: 404 });
  return Response.json(await graph.invoke(body, { configurable: { thread_id: body.threadId } }));
}
      `,
    },
    {
      name: "is silent where the conditions of a query bring the thread and its owner together",
      code: `
import { auth } from "@clerk/nextjs/server";
import { and, eq } from "drizzle-orm";
import { db, threads } from "@/db";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { userId } = await auth();
  const { threadId } = await req.json();
  const [row] = await db.select().from(threads).where(and(eq(threads.id, threadId), eq(threads.ownerId, userId))).limit(1);
  if (!row) return new Response("not yours", { status: 404 });
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { thread_id: threadId } }));
}
      `,
    },
    {
      name: "is silent where the steps of a query bring the thread and its owner together",
      code: `
import { auth } from "@clerk/nextjs/server";
import { db } from "@/db";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { userId } = await auth();
  const { threadId } = await req.json();
  const row = await db.selectFrom("thread").where("id", "=", threadId).where("owner_id", "=", userId).executeTakeFirst();
  if (!row) return new Response("not yours", { status: 404 });
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { thread_id: threadId } }));
}
      `,
    },
    {
      name: "is silent where the owner of the thread is compared with the caller",
      code: `
import express from "express";
import { threads } from "./threads.js";
import { graph } from "./graph.js";

const app = express();
app.post("/chat/:id", async (req, res) => {
  const thread = await threads.load(req.params.id);
  if (thread.ownerId !== req.user.id) return res.status(403).end();
  res.json(await graph.invoke(req.body, { configurable: { thread_id: req.params.id } }));
});
      `,
    },
    {
      name: "is silent where the state of the thread tells its owner before any of it is given out",
      code: `
import { auth } from "@clerk/nextjs/server";
import { Command } from "@langchain/langgraph";
import { memberOf } from "@/members";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { userId } = await auth();
  const member = await memberOf(userId);
  const { threadId, decision } = await req.json();
  const state = await graph.getState({ configurable: { thread_id: threadId } });
  if (!state?.values) return new Response("no such thread", { status: 404 });
  const values = state.values as Record<string, unknown>;
  if (values.orgId !== member.orgId || values.userId !== member.id) return new Response("not yours", { status: 403 });
  return Response.json(await graph.invoke(new Command({ resume: decision }), { configurable: { thread_id: threadId } }));
}
      `,
    },
    {
      name: "is silent where the owner is taken out of the state and compared",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.get("/chat/:id", async (req, res) => {
  const { values } = await graph.getState({ configurable: { thread_id: req.params.id } });
  const { owner } = values;
  if (!(owner === req.user.id)) return res.status(403).end();
  res.json(values);
});
      `,
    },
    {
      name: "is silent about a thread that a service names which signs what it sends",
      code: `
import { verifyQueueSignature } from "@/lib/queue";
import { graph } from "@/agents/graph";

export async function POST(request: Request) {
  if (!(await verifyQueueSignature(request))) return new Response("no", { status: 401 });
  let job;
  try {
    job = await request.json();
  } catch {
    return new Response("no JSON", { status: 400 });
  }
  return Response.json(await graph.invoke(null, { configurable: { thread_id: job.thread_id } }));
}
      `,
    },
    {
      name: "is silent about a thread that a scheduler names which shows the server's secret",
      code: `
import { graph } from "@/agents/graph";

export async function POST(request: Request) {
  if (request.headers.get("x-secret") !== process.env.WORKER_SECRET) return new Response("no", { status: 401 });
  const { threadId } = await request.json();
  return Response.json(await graph.invoke(null, { configurable: { thread_id: threadId } }));
}
      `,
    },
    {
      name: "is silent where the client's id must begin with the caller's",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.post("/chat/:id", async (req, res) => {
  if (!req.params.id.startsWith(\`\${req.user.id}:\`)) return res.status(403).end();
  res.json(await graph.invoke(req.body, { configurable: { thread_id: req.params.id } }));
});
      `,
    },
    {
      name: "is silent where a part of the client's id is compared with the caller",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.post("/chat/:id", async (req, res) => {
  const [owner] = req.params.id.split(":");
  if (owner !== req.user.id) return res.status(403).end();
  res.json(await graph.invoke(req.body, { configurable: { thread_id: req.params.id } }));
});
      `,
    },
    {
      name: "is silent where the client's id must be in the caller's list",
      code: `
import express from "express";
import { threads } from "./threads.js";
import { graph } from "./graph.js";

const app = express();
app.post("/chat/:id", async (req, res) => {
  const own = await threads.ofUser(req.user.id);
  if (!own.includes(req.params.id)) return res.status(403).end();
  res.json(await graph.invoke(req.body, { configurable: { thread_id: req.params.id } }));
});
      `,
    },
    {
      name: "is silent where a helper is given the thread and the caller",
      code: `
import express from "express";
import { assertOwner } from "./threads.js";
import { graph } from "./graph.js";

const app = express();
app.post("/chat/:id", async (req, res) => {
  await assertOwner(req.user, req.params.id);
  res.json(await graph.invoke(req.body, { configurable: { thread_id: req.params.id } }));
});
      `,
    },
  ],
  invalid: [
    {
      name: "does not take a line of the log for a check of the owner",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.post("/chat/:id", async (req, res) => {
  console.log("chat", req.params.id, req.user.id);
  res.json(await graph.invoke(req.body, { configurable: { thread_id: req.params.id } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.params.id" },
          line: 8,
          column: 59,
          endLine: 8,
          endColumn: 83,
        },
      ],
    },
    {
      name: "does not take a check of the message's form for the signature of a service",
      code: `
import { verifyMessage } from "@/lib/messages";
import { graph } from "@/agents/graph";

export async function POST(request: Request) {
  const { text, threadId } = await request.json();
  if (!verifyMessage(text)) return new Response("no", { status: 400 });
  return Response.json(await graph.invoke({ messages: [text] }, { configurable: { thread_id: threadId } }));
}
      `,
      errors: [{ messageId: "clientThread", data: { source: "threadId" }, line: 8, column: 83, endLine: 8, endColumn: 102 }],
    },
    {
      name: "does not take an owner in the state that turns nobody away",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.get("/chat/:id", async (req, res) => {
  const { values } = await graph.getState({ configurable: { thread_id: req.params.id } });
  res.json({ values, own: values.owner === req.user.id });
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.params.id" },
          line: 7,
          column: 61,
          endLine: 7,
          endColumn: 85,
        },
      ],
    },
    {
      name: "does not take a check of the state where the run has already answered",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.post("/chat/:id", async (req, res) => {
  const state = await graph.invoke(req.body, { configurable: { thread_id: req.params.id } });
  if (state.owner !== req.user.id) return res.status(403).end();
  res.json(state);
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.params.id" },
          line: 7,
          column: 64,
          endLine: 7,
          endColumn: 88,
        },
      ],
    },
    {
      name: "does not take a check that comes after the run",
      code: `
import express from "express";
import { assertOwner } from "./threads.js";
import { graph } from "./graph.js";

const app = express();
app.post("/chat/:id", async (req, res) => {
  const reply = await graph.invoke(req.body, { configurable: { thread_id: req.params.id } });
  await assertOwner(req.user, req.params.id);
  res.json(reply);
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.params.id" },
          line: 8,
          column: 64,
          endLine: 8,
          endColumn: 88,
        },
      ],
    },
    {
      name: "does not take a query for the thread without its owner as a check",
      code: `
import { auth } from "@clerk/nextjs/server";
import { eq } from "drizzle-orm";
import { db, threads, users } from "@/db";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { userId } = await auth();
  const { threadId } = await req.json();
  const [row] = await db.select().from(threads).where(eq(threads.id, threadId)).limit(1);
  const [user] = await db.select().from(users).where(eq(users.id, userId)).limit(1);
  if (!row || !user) return new Response("unknown", { status: 404 });
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { thread_id: threadId } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "threadId" },
          line: 13,
          column: 79,
          endLine: 13,
          endColumn: 98,
        },
      ],
    },
    {
      name: "does not take the comparison of another value",
      code: `
import express from "express";
import { graph } from "./graph.js";

const app = express();
app.post("/chat/:id", async (req, res) => {
  if (req.user.role !== "member") return res.status(403).end();
  res.json(await graph.invoke(req.body, { configurable: { thread_id: req.params.id } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.params.id" },
          line: 8,
          column: 59,
          endLine: 8,
          endColumn: 83,
        },
      ],
    },
  ],
});

ruleTester.run("require-thread-namespace: the run's own thread", rule, {
  valid: [
    {
      name: "is silent about a tool that hands its own thread on",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { researcher } from "./researcher.js";

export const research = tool(
  async ({ topic }, config) => {
    const reply = await researcher.invoke({ messages: [topic] }, { configurable: { thread_id: config.configurable?.thread_id } });
    return String(reply);
  },
  { name: "research", description: "Researches a topic", schema: z.object({ topic: z.string() }) },
);
      `,
    },
  ],
  invalid: [
    {
      name: "reports a tool that hands its own thread on under the literal policy",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { researcher } from "./researcher.js";

export const research = tool(
  async ({ topic }, config) => {
    const reply = await researcher.invoke({ messages: [topic] }, { configurable: { thread_id: config.configurable?.thread_id } });
    return String(reply);
  },
  { name: "research", description: "Researches a topic", schema: z.object({ topic: z.string() }) },
);
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "partialThread",
          data: { missing: "the tenant and the user" },
          line: 8,
          column: 84,
          endLine: 8,
          endColumn: 125,
        },
      ],
    },
  ],
});

ruleTester.run("require-thread-namespace: the literal policy", rule, {
  valid: [
    {
      name: "accepts tenant and user under the literal policy",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { orgId, userId } = await auth();
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: \`\${orgId}:\${userId}:\${body.threadId}\` } }));
}
      `,
      options: [{ policy: "literal" }],
    },
  ],
  invalid: [
    {
      name: "asks for the tenant beside the user under the literal policy",
      code: `
import { auth } from "@/auth";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const session = await auth();
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: \`\${session.user.id}:\${body.threadId}\` } }));
}
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "partialThread",
          data: { missing: "the tenant" },
          line: 8,
          column: 67,
          endLine: 8,
          endColumn: 115,
        },
      ],
    },
    {
      name: "asks for the user beside the tenant under the literal policy",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { orgId, userId } = await auth();
  const body = await req.json();
  console.log("chat of", userId);
  return Response.json(await graph.invoke(body, { configurable: { thread_id: \`\${orgId}:\${body.threadId}\` } }));
}
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "partialThread",
          data: { missing: "the user" },
          line: 9,
          column: 67,
          endLine: 9,
          endColumn: 105,
          suggestions: [
            {
              messageId: "composeThread",
              data: { template: "`${userId}:${orgId}:${body.threadId}`" },
              output: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { orgId, userId } = await auth();
  const body = await req.json();
  console.log("chat of", userId);
  return Response.json(await graph.invoke(body, { configurable: { thread_id: \`\${userId}:\${orgId}:\${body.threadId}\` } }));
}
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a parameter under the literal policy",
      code: `
import { graph } from "@/agents/graph";

export function run(threadId: string) {
  return graph.invoke({}, { configurable: { thread_id: threadId } });
}
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "partialThread",
          data: { missing: "the tenant and the user" },
          line: 5,
          column: 45,
          endLine: 5,
          endColumn: 64,
        },
      ],
    },
    {
      name: "reports a random id under the literal policy",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  return Response.json(await graph.invoke(await req.json(), { configurable: { thread_id: crypto.randomUUID() } }));
}
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "partialThread",
          data: { missing: "the tenant and the user" },
          line: 5,
          column: 79,
          endLine: 5,
          endColumn: 109,
        },
      ],
    },
  ],
});

ruleTester.run("require-thread-namespace: names and imports", rule, {
  valid: [
    {
      name: "takes a session function that a file of the project hands on as verified",
      code: `
import express from "express";
import { jarvis, whoAmI } from "./test/fixtures/require-thread-namespace/agents.js";

express().post("/chat", async (req, res) => {
  const { userId } = whoAmI(req);
  res.json(await jarvis.invoke(req.body, { configurable: { thread_id: \`\${userId}:\${req.body.threadId}\` } }));
});
      `,
      filename: fileURLToPath(new URL("../../chat.ts", import.meta.url)),
    },
    {
      name: "is silent about a shadowed name",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  const replies = await Promise.all(["a", "b"].map((body) => graph.invoke({}, { configurable: { thread_id: body } })));
  return Response.json({ replies, text: body.text });
}
      `,
    },
    {
      name: "is silent about a Deno of somebody else",
      code: `
import { Deno } from "./fake-runtime.js";
import { graph } from "./graph.js";

Deno.serve(async (request) => {
  const body = await request.json();
  return graph.invoke(body, { configurable: { thread_id: body.thread } });
});
      `,
    },
    {
      name: "is silent about a key of that name in a library that has no agents",
      code: `
import { Pool } from "pg";
import express from "express";

const pool = new Pool();
express().post("/posts", async (req, res) => {
  res.json(await pool.query("INSERT INTO posts (thread_id) VALUES ($1)", [{ thread_id: req.body.threadId }]));
});
      `,
    },
  ],
  invalid: [
    {
      name: "reports the agent of an aliased import",
      code: `
import express from "express";
import { createAgent as makeAgent } from "langchain";

const jarvis = makeAgent({ model: "openai:gpt-5", tools: [] });
express().post("/chat", async (req, res) => {
  res.json(await jarvis.invoke(req.body, { configurable: { thread_id: req.body.threadId } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.body.threadId" },
          line: 7,
          column: 60,
          endLine: 7,
          endColumn: 88,
        },
      ],
    },
    {
      name: "reports the agent of a namespace import",
      code: `
import express from "express";
import * as lc from "langchain";

const jarvis = lc.createAgent({ model: "openai:gpt-5", tools: [] });
express().post("/chat", async (req, res) => {
  res.json(await jarvis.invoke(req.body, { configurable: { thread_id: req.body.threadId } }));
});
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.body.threadId" },
          line: 7,
          column: 60,
          endLine: 7,
          endColumn: 88,
        },
      ],
    },
    {
      name: "reports an agent that is required",
      code: `
const express = require("express");
const { createAgent } = require("langchain");

const jarvis = createAgent({ model: "openai:gpt-5", tools: [] });
express().post("/chat", async (req, res) => {
  res.json(await jarvis.invoke(req.body, { configurable: { thread_id: req.body.threadId } }));
});
      `,
      languageOptions: { sourceType: "commonjs" },
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.body.threadId" },
          line: 7,
          column: 60,
          endLine: 7,
          endColumn: 88,
        },
      ],
    },
    {
      name: "reports an agent that a file of the project hands on",
      code: `
import express from "express";
import { jarvis } from "./test/fixtures/require-thread-namespace/agents.js";

express().post("/chat", async (req, res) => {
  res.json(await jarvis.invoke(req.body, { configurable: { thread_id: req.body.threadId } }));
});
      `,
      filename: fileURLToPath(new URL("../../chat.ts", import.meta.url)),
      errors: [
        {
          messageId: "clientThread",
          data: { source: "req.body.threadId" },
          line: 6,
          column: 60,
          endLine: 6,
          endColumn: 88,
        },
      ],
    },
  ],
});

ruleTester.run("require-thread-namespace: what is suggested", rule, {
  valid: [
  ],
  invalid: [
    {
      name: "suggests the tenant and the user that the function has read",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { orgId, userId } = await auth();
  const body = await req.json();
  return Response.json(await graph.invoke({ messages: body.messages, by: [orgId, userId] }, { configurable: { /* the chat */ thread_id: body.threadId } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 8,
          column: 126,
          endLine: 8,
          endColumn: 150,
          suggestions: [
            {
              messageId: "composeThread",
              data: { template: "`${orgId}:${userId}:${body.threadId}`" },
              output: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { orgId, userId } = await auth();
  const body = await req.json();
  return Response.json(await graph.invoke({ messages: body.messages, by: [orgId, userId] }, { configurable: { /* the chat */ thread_id: \`\${orgId}:\${userId}:\${body.threadId}\` } }));
}
      `,
            },
          ],
        },
      ],
    },
    {
      name: "suggests the parts of the session in place of the shorthand",
      code: `
import { auth } from "@/auth";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const session = await auth();
  const { thread_id, messages } = await req.json();
  audit(session.user.tenantId, session.user.id);
  return Response.json(await graph.invoke({ messages }, { configurable: { thread_id } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "thread_id" },
          line: 9,
          column: 75,
          endLine: 9,
          endColumn: 84,
          suggestions: [
            {
              messageId: "composeThread",
              data: { template: "`${session.user.tenantId}:${session.user.id}:${thread_id}`" },
              output: `
import { auth } from "@/auth";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const session = await auth();
  const { thread_id, messages } = await req.json();
  audit(session.user.tenantId, session.user.id);
  return Response.json(await graph.invoke({ messages }, { configurable: { thread_id: \`\${session.user.tenantId}:\${session.user.id}:\${thread_id}\` } }));
}
      `,
            },
          ],
        },
      ],
    },
    {
      name: "suggests nothing where only the user is at hand",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { userId } = await auth();
  const body = await req.json();
  return Response.json(await graph.invoke({ messages: body.messages, by: userId }, { configurable: { thread_id: body.threadId } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.threadId" },
          line: 8,
          column: 102,
          endLine: 8,
          endColumn: 126,
        },
      ],
    },
  ],
});

ruleTester.run("require-thread-namespace: ids among what the client sent", rule, {
  valid: [
    {
      name: "is silent about the id of a thread that was made for the user",
      code: `
import { auth } from "@/auth";
import { threads } from "@/threads";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const session = await auth();
  const thread = await threads.create({ owner: session.user.id });
  return Response.json(await graph.invoke(await req.json(), { configurable: { thread_id: thread.id } }));
}
      `,
    },
  ],
  invalid: [
    {
      name: "reports a body's field that is called id",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.json();
  return Response.json(await graph.invoke(body, { configurable: { thread_id: body.id } }));
}
      `,
      errors: [
        {
          messageId: "clientThread",
          data: { source: "body.id" },
          line: 6,
          column: 67,
          endLine: 6,
          endColumn: 85,
        },
      ],
    },
  ],
});

ruleTester.run("require-thread-namespace: threads of a LangGraph server", rule, {
  valid: [
    {
      name: "is silent about a thread whose owner is asked first",
      code: `
import { Client } from "@langchain/langgraph-sdk";
import { auth } from "@clerk/nextjs/server";

const client = new Client({ apiUrl: process.env.LANGGRAPH_URL, apiKey: process.env.LANGGRAPH_KEY });
export async function POST(req: Request) {
  const { threadId, text } = await req.json();
  const { userId } = await auth();
  const thread = await client.threads.get(threadId);
  if (thread.metadata?.owner !== userId) return new Response("no such conversation", { status: 404 });
  return Response.json(await client.runs.wait(threadId, "agent", { input: { text } }));
}
      `,
    },
    {
      name: "is silent about a state of which nobody but the owner gets anything",
      code: `
import { Client } from "@langchain/langgraph-sdk";
import { auth } from "@clerk/nextjs/server";

const client = new Client();
export async function GET(req: Request) {
  const { userId } = await auth();
  const state = await client.threads.getState(new URL(req.url).searchParams.get("thread"));
  if (state.metadata.owner !== userId) return new Response("no such conversation", { status: 404 });
  return Response.json(state.values);
}
      `,
    },
    {
      name: "is silent about a thread that is looked up together with its owner",
      code: `
import express from "express";
import { Client } from "@langchain/langgraph-sdk";
import { chats } from "./chats.js";

const client = new Client({ apiUrl: "http://agents:2024" });
express().delete("/chats/:id", async (req, res) => {
  await chats.findOneOrThrow({ threadId: req.params.id, owner: req.user.id });
  await client.threads.delete(req.params.id);
  res.end();
});
      `,
    },
    {
      name: "is silent about a client that speaks for the caller, by a header or a key",
      code: `
import { Client } from "@langchain/langgraph-sdk";

export async function POST(req: Request) {
  const { threadId, text } = await req.json();
  const client = new Client({ apiUrl: process.env.LANGGRAPH_URL, defaultHeaders: { Authorization: req.headers.get("authorization") } });
  return Response.json(await client.runs.wait(threadId, "agent", { input: { text } }));
}
export async function DELETE(req: Request) {
  const { threadId } = await req.json();
  const client = new Client({ apiUrl: process.env.LANGGRAPH_URL, apiKey: req.headers.get("x-api-key") });
  await client.threads.delete(threadId);
  return new Response();
}
      `,
    },
    {
      name: "is silent about a client that cannot be seen",
      code: `
import type { Client } from "@langchain/langgraph-sdk";
import { clientOf } from "./clients.js";

export async function POST(req: Request) {
  const { threadId, text } = await req.json();
  const client: Client = clientOf(req);
  return Response.json(await client.runs.wait(threadId, "agent", { input: { text } }));
}
      `,
    },
    {
      name: "is silent about a thread that the server has just made, a run without one, and the id of a run",
      code: `
import { Client } from "@langchain/langgraph-sdk";

const client = new Client();
export async function POST(req: Request) {
  const { text, runId } = await req.json();
  const thread = await client.threads.create();
  await client.runs.wait(null, "agent", { input: { text } });
  await client.runs.join(thread.thread_id, runId);
  return Response.json(await client.runs.wait(thread.thread_id, "agent", { input: { text } }));
}
      `,
    },
    {
      name: "is silent about a thread that a graph got with its state",
      code: `
import { Client } from "@langchain/langgraph-sdk";
import { StateGraph } from "@langchain/langgraph";
import { State } from "./state.js";

const client = new Client();
export const graph = new StateGraph(State)
  .addNode("title", async (state) => {
    await client.threads.update(state.threadId, { metadata: { title: "A chat" } });
    return {};
  })
  .compile();
      `,
    },
    {
      name: "is silent about clients of other services with runs and threads",
      code: `
import OpenAI from "openai";
import { Client } from "@acme/threads";
import "@langchain/langgraph-sdk";

const client = new Client();
const openai = new OpenAI();
export async function POST(req: Request) {
  const { threadId } = await req.json();
  await openai.beta.threads.runs.create(threadId, { assistant_id: "a" });
  return Response.json(await client.runs.wait(threadId, "agent", {}));
}
      `,
    },
  ],
  invalid: [
    {
      name: "reports a thread that the client names, by the client of the module",
      code: `
import { Client } from "@langchain/langgraph-sdk";

const client = new Client({ apiUrl: process.env.LANGGRAPH_URL, apiKey: process.env.LANGGRAPH_KEY });
export async function POST(req: Request) {
  const { threadId, text } = await req.json();
  return Response.json(await client.runs.wait(threadId, "agent", { input: { text } }));
}
      `,
      errors: [{ messageId: "serverThread", data: { call: "client.runs.wait", source: "threadId" }, line: 7, column: 47, endLine: 7, endColumn: 55 }],
    },
    {
      name: "reports a thread that a client made in the handler works on with the application's key",
      code: `
import express from "express";
import { Client as LangGraph } from "@langchain/langgraph-sdk/client";

express().get("/chats/:id", async (req, res) => {
  const agents = new LangGraph({ apiUrl: process.env.LANGGRAPH_URL, apiKey: process.env.LANGGRAPH_KEY });
  res.json(await agents.threads.getHistory(req.params.id));
});
      `,
      errors: [{ messageId: "serverThread", data: { call: "agents.threads.getHistory", source: "req.params.id" }, line: 7, column: 44, endLine: 7, endColumn: 57 }],
    },
    {
      name: "reports a thread that a handler hands to a helper of the file, once",
      code: `
import { Client } from "@langchain/langgraph-sdk";

const clientOf = () => new Client({ apiUrl: "http://agents:2024" });
async function cancel(id: string, run: string) {
  const client = clientOf();
  await client.runs.cancel(id, run);
}
export async function DELETE(req: Request) {
  const { thread, run } = await req.json();
  await cancel(thread, run);
  return new Response();
}
export async function PUT(req: Request) {
  const { thread, run } = await req.json();
  await cancel(thread, run);
  return new Response();
}
      `,
      errors: [{ messageId: "serverThread", data: { call: "client.runs.cancel", source: "thread" }, line: 7, column: 28, endLine: 7, endColumn: 30 }],
    },
    {
      name: "reports the client's thread where a new one is the alternative, under both readings",
      code: `
import { Client } from "@langchain/langgraph-sdk";

const client = new Client();
export async function POST(req: Request) {
  const { threadId, text } = await req.json();
  const thread = threadId ?? (await client.threads.create()).thread_id;
  const answer = client.runs.stream(thread, "agent", { input: { text } });
  return new Response(answer as never);
}
      `,
      options: [{ policy: "literal" }],
      errors: [{ messageId: "serverThread", data: { call: "client.runs.stream", source: "threadId" }, line: 8, column: 37, endLine: 8, endColumn: 43 }],
    },
    {
      name: "reports a thread whose owner is asked only behind the run",
      code: `
import { Client } from "@langchain/langgraph-sdk";
import { auth } from "@clerk/nextjs/server";

const client = new Client();
export async function POST(req: Request) {
  const { threadId, text } = await req.json();
  const { userId } = await auth();
  const answer = await client.runs.wait(threadId, "agent", { input: { text } });
  const thread = await client.threads.get(threadId);
  return thread.metadata.owner === userId ? Response.json(answer) : new Response("no such conversation", { status: 404 });
}
      `,
      errors: [{ messageId: "serverThread", data: { call: "client.runs.wait", source: "threadId" }, line: 9, column: 41, endLine: 9, endColumn: 49 }],
    },
    {
      name: "reports the thread of a server action",
      code: `
"use server";
import { Client } from "@langchain/langgraph-sdk";

const client = new Client();
export async function forget(threadId: string) {
  await client.threads.delete(threadId);
}
      `,
      errors: [{ messageId: "serverThread", data: { call: "client.threads.delete", source: "threadId" }, line: 7, column: 31, endLine: 7, endColumn: 39 }],
    },
  ],
});
