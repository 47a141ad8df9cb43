import { describe, expect, it } from "vitest";
import { probe } from "../support/probe.js";

/** `kind: first words of the body` of each handler. */
function handlersIn(code: string): string[] {
  return probe(code, (model) => model.handlers.map(({ fn, kind }) => `${kind} ${/mark(\w+)/u.exec(model.file.text.slice(...fn.body.range))?.[1] ?? "?"}`)).sort();
}

type Row = readonly [title: string, code: string, ...handlers: string[]];

describe("a handler is", () => {
  it.each<Row>([
    ["an exported route", `export async function POST(req) { markA(); }`, "route A"],
    ["an exported const", `export const GET = async (req) => markA();`, "route A"],
    ["a const exported below", `const POST = async (req) => markA(); export { POST };`, "route A"],
    ["a const exported under its name", `const post = async (req) => markA(); export { post as POST };`, "route A"],
    ["a wrapped function", `export const POST = withAuth(async (req) => { markA(); });`, "route A"],
    ["a function wrapped twice", `export const POST = log(withAuth(async (req) => { markA(); }));`, "route A"],
    ["a wrapped named function", `async function post(req) { markA(); } export const POST = withAuth(post);`, "route A"],
    ["an action of Remix", `export const action = async ({ request }) => { markA(); };`, "route A"],
    ["the default export", `export default async function handler(req, res) { markA(); }`, "route A"],
    ["the default export by name", `async function handler(req, res) { markA(); } export default handler;`, "route A"],
    ["the fetch of a worker", `export default { async fetch(request, env) { markA(); } };`, "server A"],
    ["registered on a router", `app.post("/chat", async (req, res) => { markA(); });`, "route A"],
    ["registered by name", `const chat = async (req, res) => { markA(); }; router.get("/chat", chat);`, "route A"],
    ["registered behind others", `app.post("/chat", auth, async (req, res) => { markA(); });`, "route A"],
    ["registered wrapped", `app.post("/chat", wrap(async (req, res) => { markA(); }));`, "route A"],
    ["registered for every path", `app.all("*", (c) => { markA(); });`, "route A"],
    ["given to a server", `import http from "node:http"; http.createServer(async (req, res) => { markA(); });`, "server A"],
    ["given to Deno", `Deno.serve(async (req) => { markA(); });`, "server A"],
    ["registered as an Azure function", `import { app } from "@azure/functions"; app.http("chat", { methods: ["POST"], handler: async (request, context) => { markA(); } }); app.get("list", async (request) => { markB(); });`, "route A", "route B"],
    ["registered with Google's framework", `import { http } from "@google-cloud/functions-framework"; http("chat", async (req, res) => { markA(); });`, "route A"],
    ["registered as a function of Firebase", `import { onCall, onRequest } from "firebase-functions/v2/https"; export const a = onRequest({ cors: true }, async (req, res) => { markA(); }); export const b = onCall(async (request) => { markB(); });`, "route A", "route B"],
    ["registered for a route of Hono's OpenAPI", `import { OpenAPIHono } from "@hono/zod-openapi"; const app = new OpenAPIHono(); app.openapi(first, async (c) => { markA(); }).openapi(second, async (c) => { markB(); });`, "route A", "route B"],
    ["a procedure of tRPC", `import { initTRPC } from "@trpc/server"; const t = initTRPC.create(); const open = t.procedure; export const send = open.input(schema).mutation(async ({ input }) => { markA(); });`, "route A"],
    ["a route of Mastra's server", `import { registerApiRoute } from "@mastra/core/server"; export const chat = registerApiRoute("/chat", { method: "POST", handler: async (c) => { markA(); } });`, "route A"],
    ["a middleware of Mastra's server", `import { Mastra } from "@mastra/core/mastra"; const log = async (c, next) => { markC(); }; export const mastra = new Mastra({ server: { middleware: [async (c, next) => { markA(); }, { path: "/api/*", handler: async (c, next) => { markB(); } }, log] } });`, "route A", "route B", "route C"],
    ["the one middleware of Mastra's server", `import { Mastra } from "@mastra/core"; export const mastra = new Mastra({ server: { middleware: async (c, next) => { markA(); } } });`, "route A"],
    ["what fills the context of a run of CopilotKit", `import { registerCopilotKit } from "@ag-ui/mastra/copilotkit"; export const route = registerCopilotKit({ path: "/copilotkit", setContext: (c, requestContext) => { markA(); } });`, "route A"],
    ["a method of a NestJS controller", `import { Controller, Post } from "@nestjs/common"; @Controller() class Chat { @Post("chat") send(body) { markA(); } load() { markB(); } }`, "route A"],
    ["what answers a message of a web socket", `import { WebSocketServer } from "ws"; const wss = new WebSocketServer({ port: 1 }); wss.on("connection", (socket) => { socket.on("message", async (data) => { markA(); }); socket.on("close", () => { markB(); }); });`, "server A"],
    ["what answers a message of Socket.IO", `import { Server } from "socket.io"; const io = new Server(http); io.on("connection", (socket) => { socket.on("chat", async (text) => { markA(); }); });`, "server A"],
    ["what answers a message of a namespace of Socket.IO", `import { Server } from "socket.io"; const io = new Server(http); io.of("/chat").on("connection", (socket) => { socket.on("chat", answer); }); async function answer(text) { markA(); }`, "server A"],
    ["what a worker does with a request", `addEventListener("fetch", (event) => { markA(); });`, "server A"],
    ["registered under a path of the file", `const CHAT = "/chat"; app.post(CHAT, async (req, res) => { markA(); });`, "route A"],
    ["registered under a path that is put together", `const BASE = "/api"; app.post(\`\${BASE}/chat\`, async (req, res) => { markA(); }); app.post(\`/v1/\${name}\`, async (req, res) => { markB(); });`, "route A", "route B"],
    ["registered under several paths", `app.get(["/", "/chat"], async (req, res) => { markA(); });`, "route A"],
    ["registered on an app of Express under a path that cannot be seen", `import express from "express"; import { config } from "./config.js"; const app = express(); app.post(config.path, async (req, res) => { markA(); });`, "route A"],
    ["a controller by the types of Express", `import type { Request, Response } from "express"; export async function chat(req: Request, res: Response) { markA(); }`, "controller A"],
    ["a method of a controller by the types of Express", `import express from "express"; export class Chat { async send(req: Authed, res: express.Response, next: express.NextFunction) { markA(); } }`, "controller A"],
    ["a controller by the types of Fastify", `import type { FastifyReply, FastifyRequest } from "fastify"; export const chat = async (request: FastifyRequest, reply: FastifyReply) => { markA(); };`, "controller A"],
    ["a typed function that is registered here", `import type { Request, Response } from "express"; async function chat(req: Request, res: Response) { markA(); } app.post("/chat", chat);`, "route A"],
    ["a server action of the file", `"use server"; export async function send(data) { markA(); }`, "action A"],
    ["a server action of its own", `async function send(data) { "use server"; markA(); }`, "action A"],
  ])("%s", (_title, code, ...handlers) => {
    expect(handlersIn(code)).toEqual(handlers);
  });

  it.each<Row>([
    ["an exported helper", `export async function load(req) { markA(); }`],
    ["a route that is not exported", `async function POST(req) { markA(); }`],
    ["a getter of a map", `cache.get("key", () => markA());`],
    ["a client's call", `axios.post("https://x.example/chat", () => markA());`],
    ["a call without a function", `app.post("/chat", body);`],
    ["a server of somebody else", `function f(Deno) { Deno.serve(async (req) => { markA(); }); }`],
    ["what a page does when it is clicked", `window.addEventListener("click", (event) => { markA(); });`],
    ["what a worker of a page does with a message", `self.addEventListener("message", (event) => { markA(); });`],
    ["what answers a message of another emitter", `import { EventEmitter } from "node:events"; const bus = new EventEmitter(); bus.on("connection", (socket) => { socket.on("message", (data) => { markA(); }); });`],
    ["what a socket of another name hears", `import { WebSocketServer } from "ws"; const wss = new WebSocketServer({ port: 1 }); wss.on("connection", (socket) => { upstream.on("message", (data) => { markA(); }); });`],
    ["what a path of the file leads to elsewhere", `const KEY = "key"; cache.get(KEY, () => markA());`],
    ["what a text with a hole in front leads to", `cache.get(\`\${tenant}/orders\`, () => markA());`],
    ["a getter of an app", `import express from "express"; const app = express(); app.get("setting"); app.use(() => markA());`],
    ["a helper that is only given the response", `import type { Response } from "express"; export function refuse(res: Response, text: string) { markA(); }`],
    ["a function with a Response of the web", `export async function check(req: Request, res: Response) { markA(); }`],
    ["what handles an error", `import type { Request, Response, NextFunction } from "express"; export function failed(error: Error, req: Request, res: Response, next: NextFunction) { markA(); }`],
    ["a middleware of somebody else's Mastra", `import { Mastra } from "./mastra.js"; new Mastra({ server: { middleware: [async (c) => { markA(); }] } });`],
    ["another option of Mastra's", `import { Mastra } from "@mastra/core/mastra"; new Mastra({ server: { onError: async (error, c) => { markA(); } } });`],
    ["a typed part of the handlers of its file", `import type { Request, Response } from "express"; export async function answer(req: Request, res: Response) { markA(); } const start = (req, res) => answer(req, res);`],
    ["a type", `export type POST = () => void;`],
    ["a default without parameters", `export default function setup() { markA(); }`],
  ])("not %s", (_title, code) => {
    expect(handlersIn(code)).toEqual([]);
  });
});
