import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-rate-limit.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-rate-limit", rule, {
  valid: [
    {
      name: "is silent where only a scheduler that shows the server's secret gets through",
      code: `
        import { openai } from "@ai-sdk/openai";
        import { generateText } from "ai";
        export async function GET(req: Request) {
          if (req.headers.get("authorization") !== \`Bearer \${process.env.CRON_SECRET}\`) return new Response("no", { status: 401 });
          const { text } = await generateText({ model: openai("gpt-5"), prompt: "The digest of the day" });
          return Response.json({ text });
        }
      `,
    },
    {
      name: "is silent where a limiter of rate-limiter-flexible is asked first",
      code: `
        import { RateLimiterMemory } from "rate-limiter-flexible";
        const limiter = new RateLimiterMemory({ points: 30, duration: 60 });
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { userId } = await auth();
          await limiter.consume(userId);
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent where a refusal of the limiter is answered in a catch that leaves",
      code: `
        import { RateLimiterRedis } from "rate-limiter-flexible";
        const limiter = new RateLimiterRedis({ storeClient, points: 30, duration: 60 });
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { userId } = await auth();
          try {
            await limiter.consume(userId);
          } catch {
            return new Response("too many", { status: 429 });
          }
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent where the answer of Upstash decides",
      code: `
        import { Ratelimit } from "@upstash/ratelimit";
        const ratelimit = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(10, "1 m") });
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { userId } = await auth();
          const { success } = await ratelimit.limit(userId);
          if (!success) return new Response("too many", { status: 429 });
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent where the limiter is left out in development alone",
      code: `
        import { openai } from "@ai-sdk/openai";
        import { Ratelimit } from "@upstash/ratelimit";
        import { streamText } from "ai";
        const limiter = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(10, "1 h") });
        export async function POST(req) {
          const isLocal = process.env.NODE_ENV === "development";
          if (!isLocal) {
            const { success } = await limiter.limit(req.headers.get("x-forwarded-for") ?? "nobody");
            if (!success) return new Response("Too many requests", { status: 429 });
          }
          const { messages } = await req.json();
          return streamText({ model: openai("gpt-5-mini"), messages }).toTextStreamResponse();
        }
      `,
    },
    {
      name: "is silent where a helper asks the limiter and its answer decides",
      code: `
        import { Ratelimit } from "@upstash/ratelimit";
        const ratelimit = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(10, "1 m") });
        async function mayAsk(userId) {
          const { success } = await ratelimit.limit(userId);
          return success;
        }
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { userId } = await auth();
          if (!(await mayAsk(userId))) return new Response("too many", { status: 429 });
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent where the limiter stands in the helper that runs the agent",
      code: `
        import { RateLimiterMemory } from "rate-limiter-flexible";
        const limiter = new RateLimiterMemory({ points: 30, duration: 60 });
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        async function answer(userId, messages) {
          await limiter.consume(userId);
          return agent.invoke({ messages });
        }
        export async function POST(req) {
          const { userId } = await auth();
          return Response.json(await answer(userId, await req.json()));
        }
      `,
    },
    {
      name: "is silent behind a middleware of the app",
      code: `
        import express from "express";
        import { rateLimit } from "express-rate-limit";
        const app = express();
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        app.use(rateLimit({ windowMs: 60_000, limit: 30 }));
        app.post("/chat", async (req, res) => {
          res.json(await agent.invoke({ messages: req.body.messages }));
        });
      `,
    },
    {
      name: "is silent behind a middleware in a constant, used for a path above the route",
      code: `
        import express from "express";
        import rateLimit from "express-rate-limit";
        const app = express();
        const limiter = rateLimit({ windowMs: 60_000, keyGenerator: (req) => req.user.id });
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        app.use("/api/", limiter);
        app.post("/api/chat", async (req, res) => {
          res.json(await agent.invoke({ messages: req.body.messages }));
        });
      `,
    },
    {
      name: "is silent behind a middleware of the route, in a list",
      code: `
        import express from "express";
        import { rateLimit } from "express-rate-limit";
        const app = express();
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        app.post("/chat", [authenticate, rateLimit({ limit: 30 })], async (req, res) => {
          res.json(await agent.invoke({ messages: req.body.messages }));
        });
      `,
    },
    {
      name: "is silent behind a middleware of the router's place in the app",
      code: `
        import express from "express";
        import { rateLimit } from "express-rate-limit";
        const app = express();
        const router = express.Router();
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        router.post("/chat", async (req, res) => {
          res.json(await agent.invoke({ messages: req.body.messages }));
        });
        app.use("/api", rateLimit({ limit: 30 }), router);
      `,
    },
    {
      name: "is silent behind a middleware of the app that the router is mounted on",
      code: `
        import express from "express";
        import { rateLimit } from "express-rate-limit";
        const app = express();
        const router = express.Router();
        app.use(rateLimit({ limit: 30 }));
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        router.post("/chat", async (req, res) => {
          res.json(await agent.invoke({ messages: req.body.messages }));
        });
        app.use("/api", router);
      `,
    },
    {
      name: "is silent behind a middleware of Hono with a key of the user",
      code: `
        import { Hono } from "hono";
        import { rateLimiter } from "hono-rate-limiter";
        const app = new Hono();
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        app.use(rateLimiter({ windowMs: 60_000, limit: 30, keyGenerator: (c) => c.get("userId") }));
        app.post("/chat", async (c) => c.json(await agent.invoke({ messages: await c.req.json() })));
      `,
    },
    {
      name: "is silent behind a middleware in the chain of an app",
      code: `
        import { Hono } from "hono";
        import { rateLimiter } from "hono-rate-limiter";
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const app = new Hono()
          .use("*", rateLimiter({ windowMs: 60_000, limit: 30, keyGenerator: (c) => c.get("userId") }))
          .post("/chat", async (c) => c.json(await agent.invoke({ messages: await c.req.json() })));
      `,
    },
    {
      name: "is silent behind a middleware of a route of Mastra's server",
      code: `
        import { registerApiRoute } from "@mastra/core/server";
        import { rateLimiter } from "hono-rate-limiter";
        import { supportAgent } from "./agents.js";
        export const chat = registerApiRoute("/chat", {
          method: "POST",
          middleware: [rateLimiter({ windowMs: 60_000, limit: 30, keyGenerator: (c) => c.get("userId") })],
          handler: async (c) => {
            const { text, threadId } = await c.req.json();
            const stream = await supportAgent.stream(text, { memory: { thread: threadId, resource: c.get("userId") } });
            return stream.toDataStreamResponse();
          },
        });
      `,
    },
    {
      name: "is silent behind a middleware of Mastra's server",
      code: `
        import { Mastra } from "@mastra/core/mastra";
        import { Agent } from "@mastra/core/agent";
        import { registerApiRoute } from "@mastra/core/server";
        import { rateLimiter } from "hono-rate-limiter";
        const support = new Agent({ name: "support", instructions: "Help.", model: "openai/gpt-5" });
        export const mastra = new Mastra({
          agents: { support },
          server: {
            middleware: [{ path: "/chat", handler: rateLimiter({ windowMs: 60_000, limit: 30, keyGenerator: (c) => c.get("userId") }) }],
            apiRoutes: [registerApiRoute("/chat", { method: "POST", handler: async (c) => c.json(await support.generate(await c.req.text())) })],
          },
        });
      `,
    },
    {
      name: "is silent about a typed handler, before which the file that registers it may put a limiter",
      code: `
        import type { Request, Response } from "express";
        import { Agent } from "@mastra/core/agent";
        const support = new Agent({ name: "support", instructions: "Help.", model: "openai/gpt-5" });
        export async function chat(req: Request, res: Response) {
          const stream = await support.stream(req.body.text);
          res.send(stream.toDataStreamResponse());
        }
      `,
    },
    {
      name: "is silent where Fastify registers its limiter",
      code: `
        import Fastify from "fastify";
        import rateLimit from "@fastify/rate-limit";
        const app = Fastify();
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        await app.register(rateLimit, { max: 30 });
        app.post("/chat", async (req) => agent.invoke({ messages: req.body.messages }));
      `,
    },
    {
      name: "is silent where Fastify loads its limiter on the way and the route switches it on",
      code: `
        import Fastify from "fastify";
        const app = Fastify();
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        await app.register(import("@fastify/rate-limit"), { global: false });
        app.post("/chat", { config: { rateLimit: { max: 3 } } }, async (req) => agent.invoke({ messages: req.body.messages }));
      `,
    },
    {
      name: "is silent where a function of the policy wraps the handler",
      settings: { "agent-guardrails": { limiterCalls: ["withBudget"] } },
      code: `
        import { withBudget } from "./budget";
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const POST = withBudget(async (req) => {
          return Response.json(await agent.invoke({ messages: await req.json() }));
        });
      `,
    },
    {
      name: "is silent where a function of the policy is asked first",
      settings: { "agent-guardrails": { limiterCalls: ["./budget#spend"] } },
      code: `
        import { spend } from "./budget";
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { userId } = await auth();
          await spend(userId);
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent where a wrapper of the project asks the limiter",
      code: `
        import { Ratelimit } from "@upstash/ratelimit";
        const ratelimit = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(10, "1 m") });
        function limited(handler) {
          return async (req) => {
            const { success } = await ratelimit.limit(req.headers.get("x-user"));
            return success ? handler(req) : new Response("too many", { status: 429 });
          };
        }
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const POST = limited(async (req) => Response.json(await agent.invoke({ messages: await req.json() })));
      `,
    },
    {
      name: "is silent about a limiter of the project that cannot be seen",
      code: `
        import { checkRateLimit } from "@/lib/limits";
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { userId } = await auth();
          await checkRateLimit(userId);
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent about a wrapper of the project that cannot be seen, by its name",
      code: `
        import { withRateLimit } from "../lib/limits";
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const POST = withRateLimit(async (req) => Response.json(await agent.invoke({ messages: await req.json() })));
      `,
    },
    {
      name: "is silent where Vercel's firewall decides",
      code: `
        import { checkRateLimit } from "@vercel/firewall";
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { rateLimited } = await checkRateLimit("chat", { request: req, rateLimitKey: req.headers.get("x-user") });
          if (rateLimited) return new Response("too many", { status: 429 });
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent where Arcjet decides",
      code: `
        import arcjet, { tokenBucket } from "@arcjet/next";
        const aj = arcjet({ key, characteristics: ["userId"], rules: [tokenBucket({ mode: "LIVE", refillRate: 5, interval: 10, capacity: 10 })] });
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { userId } = await auth();
          const decision = await aj.protect(req, { userId, requested: 1 });
          if (decision.isDenied()) return new Response("too many", { status: 429 });
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent where the binding of a worker decides",
      code: `
        import { createAgent } from "langchain";
        export default {
          async fetch(request, env) {
            const agent = createAgent({ model: "openai:gpt-5", tools: [] });
            const { success } = await env.LIMITER.limit({ key: request.headers.get("x-user") });
            if (!success) return new Response("too many", { status: 429 });
            return Response.json(await agent.invoke({ messages: await request.json() }));
          },
        };
      `,
    },
    {
      name: "is silent where the policy says that the gateway limits",
      settings: { "agent-guardrails": { satisfied: { limits: "Kong limits each user to 30 requests a minute" } } },
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent about a run that no request starts",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function nightly(messages) {
          return agent.invoke({ messages });
        }
      `,
    },
    {
      name: "is silent about a handler that runs no agent",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          return Response.json(await other.invoke(await req.json()));
        }
      `,
    },
    {
      name: "is silent where what the user has asked today is counted and compared",
      code: `
        import { countMessages } from "./db";
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const session = await auth();
          const asked = await countMessages({ id: session.user.id, hours: 24 });
          if (asked > 100) return new Response("too many", { status: 429 });
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent in the app of an integration test",
      filename: at("integration-tests/worker/chat.ts"),
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent in a script",
      filename: at("scripts/try.ts"),
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent in a test",
      filename: at("test/chat.test.ts"),
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
    },
  ],

  invalid: [
    {
      name: "reports a run that is compared with a secret only when it is over",
      code: `
        import { openai } from "@ai-sdk/openai";
        import { generateText } from "ai";
        export async function GET(req: Request) {
          const { text } = await generateText({ model: openai("gpt-5"), prompt: "The digest of the day" });
          return Response.json({ text, own: req.headers.get("authorization") === process.env.CRON_SECRET });
        }
      `,
      errors: [{ messageId: "unlimited", data: { run: "generateText" }, line: 5, column: 34, endLine: 5, endColumn: 46 }],
    },
    {
      name: "reports a route that runs an agent",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 5, column: 32, endLine: 5, endColumn: 44 },
      ],
    },
    {
      name: "reports a route that streams a graph from another file",
      code: `
        import { StateGraph } from "@langchain/langgraph";
        import { graph } from "./graph";
        export { StateGraph };
        export async function POST(req) {
          const stream = await graph.stream(await req.json(), { streamMode: "updates" });
          return new Response(stream);
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "graph.stream" }, line: 6, column: 32, endLine: 6, endColumn: 44 },
      ],
    },
    {
      name: "reports a run in a helper of the handler, once",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        const answer = async (messages) => {
          await agent.invoke({ messages });
          return agent.invoke({ messages });
        };
        export async function POST(req) {
          return Response.json(await answer(await req.json()));
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 5, column: 17, endLine: 5, endColumn: 29 },
      ],
    },
    {
      name: "reports a server action that runs a model with tools",
      code: `
        "use server";
        import { generateText, tool } from "ai";
        export async function ask(prompt) {
          return generateText({ model, tools: { find: tool({ execute: async () => "" }) }, prompt });
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "generateText" }, line: 5, column: 18, endLine: 5, endColumn: 30 },
      ],
    },
    {
      name: "reports a limiter that stands behind the run",
      code: `
        import { RateLimiterMemory } from "rate-limiter-flexible";
        const limiter = new RateLimiterMemory({ points: 30, duration: 60 });
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { userId } = await auth();
          const result = await agent.invoke({ messages: await req.json() });
          await limiter.consume(userId);
          return Response.json(result);
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 8, column: 32, endLine: 8, endColumn: 44 },
      ],
    },
    {
      name: "reports a limiter whose answer nobody reads",
      code: `
        import { Ratelimit } from "@upstash/ratelimit";
        const ratelimit = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(10, "1 m") });
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { userId } = await auth();
          const { success } = await ratelimit.limit(userId);
          console.log("limit", success);
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 10, column: 32, endLine: 10, endColumn: 44 },
      ],
    },
    {
      name: "reports a limiter that only some requests meet",
      code: `
        import { RateLimiterMemory } from "rate-limiter-flexible";
        const limiter = new RateLimiterMemory({ points: 30, duration: 60 });
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { userId } = await auth();
          if (!userId) await limiter.consume(req.headers.get("x-forwarded-for"));
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 9, column: 32, endLine: 9, endColumn: 44 },
      ],
    },
    {
      name: "reports a limiter that is asked in development alone",
      code: `
        import { openai } from "@ai-sdk/openai";
        import { Ratelimit } from "@upstash/ratelimit";
        import { streamText } from "ai";
        const limiter = new Ratelimit({ redis, limiter: Ratelimit.slidingWindow(10, "1 h") });
        export async function POST(req) {
          if (process.env.NODE_ENV !== "production") {
            const { success } = await limiter.limit(req.headers.get("x-forwarded-for") ?? "nobody");
            if (!success) return new Response("Too many requests", { status: 429 });
          }
          const { messages } = await req.json();
          return streamText({ model: openai("gpt-5-mini"), messages }).toTextStreamResponse();
        }
      `,
      errors: [{ messageId: "unlimited", data: { run: "streamText" }, line: 12, column: 18, endLine: 12, endColumn: 28 }],
    },
    {
      name: "reports a limiter whose refusal is swallowed",
      code: `
        import { RateLimiterMemory } from "rate-limiter-flexible";
        const limiter = new RateLimiterMemory({ points: 30, duration: 60 });
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const { userId } = await auth();
          try {
            await limiter.consume(userId);
          } catch (error) {
            console.warn("over the limit");
          }
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 13, column: 32, endLine: 13, endColumn: 44 },
      ],
    },
    {
      name: "reports a limiter whose key is a constant",
      code: `
        import { RateLimiterMemory } from "rate-limiter-flexible";
        const limiter = new RateLimiterMemory({ points: 30, duration: 60 });
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          await limiter.consume("chat");
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
      errors: [
        { messageId: "shared", data: { limiter: "limiter.consume(\"chat\")", run: "agent.invoke" }, line: 8, column: 32, endLine: 8, endColumn: 44 },
      ],
    },
    {
      name: "reports a middleware whose key is the same for all",
      code: `
        import { Hono } from "hono";
        import { rateLimiter } from "hono-rate-limiter";
        const app = new Hono();
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        app.use(rateLimiter({ windowMs: 60_000, limit: 30, keyGenerator: () => "everybody" }));
        app.post("/chat", async (c) => c.json(await agent.invoke({ messages: await c.req.json() })));
      `,
      errors: [
        { messageId: "shared", data: { limiter: "rateLimiter({ windowMs: 60_000, limit: 30, keyGenerator: () => \"everybody\" })", run: "agent.invoke" }, line: 8, column: 53, endLine: 8, endColumn: 65 },
      ],
    },
    {
      name: "reports a middleware of another path",
      code: `
        import express from "express";
        import { rateLimit } from "express-rate-limit";
        const app = express();
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        app.use("/login", rateLimit({ limit: 5 }));
        app.post("/chat", async (req, res) => {
          res.json(await agent.invoke({ messages: req.body.messages }));
        });
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 9, column: 26, endLine: 9, endColumn: 38 },
      ],
    },
    {
      name: "reports a middleware of another app",
      code: `
        import express from "express";
        import { rateLimit } from "express-rate-limit";
        const app = express();
        const admin = express();
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        admin.use(rateLimit({ limit: 5 }));
        app.post("/chat", async (req, res) => {
          res.json(await agent.invoke({ messages: req.body.messages }));
        });
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 10, column: 26, endLine: 10, endColumn: 38 },
      ],
    },
    {
      name: "reports a middleware that is used behind the route",
      code: `
        import express from "express";
        import { rateLimit } from "express-rate-limit";
        const app = express();
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        app.post("/chat", async (req, res) => {
          res.json(await agent.invoke({ messages: req.body.messages }));
        });
        app.use(rateLimit({ limit: 5 }));
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 8, column: 26, endLine: 8, endColumn: 38 },
      ],
    },
    {
      name: "reports a route of Fastify that its limiter leaves out",
      code: `
        import Fastify from "fastify";
        import rateLimit from "@fastify/rate-limit";
        const app = Fastify();
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        await app.register(rateLimit, { global: false });
        app.post("/chat", async (req) => agent.invoke({ messages: req.body.messages }));
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 8, column: 42, endLine: 8, endColumn: 54 },
      ],
    },
    {
      name: "reports a comparison that is about something else",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const session = await auth();
          const messages = await req.json();
          if (messages.length > 100) return new Response("too long", { status: 400 });
          if (session.user.level < 3) return new Response("no", { status: 403 });
          const result = await agent.invoke({ messages: messages });
          return Response.json(result);
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 9, column: 32, endLine: 9, endColumn: 44 },
      ],
    },
    {
      name: "reports a method called limit of a query",
      code: `
        import { db } from "./db";
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const rows = await db.select().from(messages).limit(20);
          if (rows.length === 0) return new Response("none");
          const result = await agent.invoke({ messages: await req.json() });
          return Response.json(result);
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 8, column: 32, endLine: 8, endColumn: 44 },
      ],
    },
    {
      name: "reports a middleware that is no limiter",
      code: `
        import { rateLimit } from "express-rate-limit";
        export { rateLimit };
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export function mount(app, rateLimitFor) {
          const limiter = ((x) => x)(rateLimitFor);
          app.use("/chat", limiter);
          app.post("/chat", async (req, res) => {
            res.json(await agent.invoke({ messages: req.body.messages }));
          });
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 10, column: 28, endLine: 10, endColumn: 40 },
      ],
    },
    {
      name: "reports a wrapper that checks who is calling and nothing else",
      code: `
        import { withAuth } from "./auth";
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const POST = withAuth(async (req) => Response.json(await agent.invoke({ messages: await req.json() })));
      `,
      errors: [
        { messageId: "unlimited", data: { run: "agent.invoke" }, line: 5, column: 73, endLine: 5, endColumn: 85 },
      ],
    },
    {
      name: "reports a route of Mastra's server, whose middleware only logs",
      code: `
        import { Mastra } from "@mastra/core/mastra";
        import { Agent } from "@mastra/core/agent";
        import { registerApiRoute } from "@mastra/core/server";
        const support = new Agent({ name: "support", instructions: "Help.", model: "openai/gpt-5" });
        export const mastra = new Mastra({
          agents: { support },
          server: {
            middleware: [async (c, next) => { console.log(c.req.path); await next(); }],
            apiRoutes: [registerApiRoute("/chat", { method: "POST", handler: async (c) => c.json(await support.generate(await c.req.text())) })],
          },
        });
      `,
      errors: [
        { messageId: "unlimited", data: { run: "support.generate" }, line: 10, column: 104, endLine: 10, endColumn: 120 },
      ],
    },
    {
      name: "reports a typed part of a handler that its own file registers without a limiter",
      code: `
        import express, { type Request, type Response } from "express";
        import { Agent } from "@mastra/core/agent";
        const support = new Agent({ name: "support", instructions: "Help.", model: "openai/gpt-5" });
        const app = express();
        app.post("/chat", (req, res) => answer(req, res));
        export async function answer(req: Request, res: Response) {
          res.json(await support.generate(req.body.text));
        }
      `,
      errors: [
        { messageId: "unlimited", data: { run: "support.generate" }, line: 8, column: 26, endLine: 8, endColumn: 42 },
      ],
    },
  ],
});
