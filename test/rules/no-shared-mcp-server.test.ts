import { join } from "node:path";
import rule from "../../rules/no-shared-mcp-server.js";
import { project } from "../support/probe.js";
import { ruleTester } from "../support/rule-tester.js";

/** A file beside which another one makes the server. */
const withServer = join(project({ "server.ts": 'import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js"; export const server = new McpServer({ name: "orders", version: "1.0.0" });' }), "agent.ts");

ruleTester.run("no-shared-mcp-server", rule, {
  valid: [
    {
      name: "is silent about a server for each request",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        app.post("/mcp", async (req, res) => {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
    },
    {
      name: "is silent about a function that makes a server each time",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        function getServer() {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          return server;
        }
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await getServer().connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
    },
    {
      name: "is silent about a server for each session",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const transports = {};
        const createServer = () => new McpServer({ name: "orders", version: "1.0.0" });
        app.post("/mcp", async (req, res) => {
          let transport = transports[req.headers["mcp-session-id"]];
          if (!transport) {
            transport = new StreamableHTTPServerTransport({ sessionIdGenerator: () => crypto.randomUUID(), onsessioninitialized: (id) => { transports[id] = transport; } });
            const server = createServer();
            await server.connect(transport);
          }
          await transport.handleRequest(req, res, req.body);
        });
      `,
    },
    {
      name: "is silent about a server of one process over stdio",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        async function main() { await server.connect(new StdioServerTransport()); }
        void main();
      `,
    },
    {
      name: "is silent about stdio even in a handler",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        app.post("/start", async () => { await server.connect(new StdioServerTransport()); });
      `,
    },
    {
      name: "is silent about a pair in memory",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        app.post("/ask", async () => {
          const [mine, theirs] = InMemoryTransport.createLinkedPair();
          const near = new InMemoryTransport();
          await server.connect(near);
          return mine ?? theirs;
        });
      `,
    },
    {
      name: "is silent about a server that the module connects once",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: () => crypto.randomUUID() });
        await server.connect(transport);
        app.post("/mcp", (req, res) => transport.handleRequest(req, res, req.body));
      `,
    },
    {
      name: "is silent about a transport whose options cannot be seen",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        import { options } from "./options";
        const transport = new StreamableHTTPServerTransport(options);
        app.post("/mcp", (req, res) => transport.handleRequest(req, res, req.body));
      `,
    },
    {
      name: "is silent about a transport for each request",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await serverFor(req).connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
    },
    {
      name: "is silent about a transport for each request that answers in the context of its tenant",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        app.post("/mcp", async (req, res) => {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await tenants.run(req.auth.tenantId, async () => {
            await server.connect(transport);
            await transport.handleRequest(req, res, req.body);
          });
        });
      `,
    },
    {
      name: "is silent about a helper that makes both for the request that it is called for",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        async function answer(req, res) {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await queue.add(async () => {
            await server.connect(transport);
            await transport.handleRequest(req, res, req.body);
          });
        }
        app.post("/mcp", (req, res) => answer(req, res));
      `,
    },
    {
      name: "is silent about a server that is taken from what is made for the request",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        function prepare() {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          return { server, transport: new StreamableHTTPServerTransport({ sessionIdGenerator: undefined }) };
        }
        app.post("/mcp", async (req, res) => {
          const { server, transport } = prepare();
          await server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
    },
    {
      name: "is silent about a server of a pool that is handed out",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        import { pool } from "./pool";
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await pool.take().connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
    },
    {
      name: "is silent about the server of an instance",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        export class Session {
          server = new McpServer({ name: "orders", version: "1.0.0" });
          async handle(req, res) {
            const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
            await this.server.connect(transport);
            await transport.handleRequest(req, res, req.body);
          }
        }
      `,
    },
    {
      name: "is silent about connections of something else",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        import { createClient } from "redis";
        const client = createClient();
        app.post("/mcp", async (req, res) => {
          await client.connect();
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          await server.connect(new StreamableHTTPServerTransport({ sessionIdGenerator: undefined }));
        });
      `,
    },
    {
      name: "is silent about a class of the project with the same name",
      code: `
        import "@modelcontextprotocol/sdk/server/mcp.js";
        import { McpServer } from "./my-server";
        const server = new McpServer();
        app.post("/mcp", async (req, res) => { await server.connect(transportFor(res)); });
      `,
    },
    {
      name: "is silent about a shadowed server",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        app.post("/mcp", async (req, res, server) => { await server.connect(transportFor(res)); });
        void server;
      `,
    },
    {
      name: "is silent about a client's connection",
      code: `
        import { Client } from "@modelcontextprotocol/sdk/client/index.js";
        const client = new Client({ name: "orders", version: "1.0.0" });
        app.post("/ask", async () => { await client.connect(transport); });
      `,
    },
    {
      name: "is silent about a handler of the framework that makes its own servers",
      code: `
        import { createMcpHandler } from "mcp-handler";
        const handler = createMcpHandler((server) => { server.registerTool("orders", {}, async () => ({ content: [] })); });
        export { handler as GET, handler as POST };
      `,
    },
    {
      name: "is silent about a function that makes a server of version 2 for each request",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        import { toNodeHandler } from "@modelcontextprotocol/node";
        const handler = createMcpHandler(() => {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          server.registerTool("orders", {}, async () => ({ content: [] }));
          return server;
        });
        app.all("/mcp", toNodeHandler(handler));
      `,
    },
    {
      name: "is silent about a named function that makes a server for the caller of each request",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        async function buildServer({ authInfo }) {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          registerTools(server, await tenantOf(authInfo));
          return server;
        }
        export default createMcpHandler(buildServer, { legacy: "reject" });
      `,
    },
    {
      name: "is silent about a handler that is made for one request, with the server beside it",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        app.post("/mcp", async (c) => {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          registerTools(server, c.get("tenant"));
          return createMcpHandler(() => server).fetch(c.req.raw);
        });
      `,
    },
    {
      name: "is silent about a handler that its function uses for one call",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        export async function serve(incoming) {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          const handler = createMcpHandler(() => server);
          return handler.fetch(incoming);
        }
      `,
    },
    {
      name: "is silent about a function that keeps the last server and makes a new one each time",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        let latest;
        export const handler = createMcpHandler(() => {
          latest = new McpServer({ name: "orders", version: "1.0.0" });
          return latest;
        });
        export const version = () => latest?.server;
      `,
    },
    {
      name: "is silent about servers that are kept for each tenant",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        const idle = new Map();
        export const handler = createMcpHandler(({ authInfo }) => idle.get(authInfo?.clientId)?.pop() ?? new McpServer({ name: "orders", version: "1.0.0" }));
      `,
    },
    {
      name: "is silent about one server for a process over stdio",
      code: `
        import { McpServer } from "@modelcontextprotocol/server";
        import { serveStdio } from "@modelcontextprotocol/server/stdio";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        serveStdio(() => server);
      `,
    },
    {
      name: "is silent about a function of the same name in another package",
      code: `
        import { McpServer } from "@modelcontextprotocol/server";
        import { createMcpHandler } from "./serving";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        export const handler = createMcpHandler(() => server);
      `,
    },
    {
      name: "is silent about a server that somebody gives",
      code: `
        import { createMcpHandler } from "@modelcontextprotocol/server";
        export const handlerFor = (server) => createMcpHandler(() => server);
      `,
    },
    {
      name: "is silent about a function that gives back something else",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        export const handler = createMcpHandler(() => clone(server));
      `,
    },
    {
      name: "is silent about a transport for one exchange that the request has made",
      code: `
        import { PerRequestHTTPServerTransport, classifyInboundRequest } from "@modelcontextprotocol/server";
        export async function POST(request) {
          const transport = new PerRequestHTTPServerTransport({ classification: await classify(request) });
          await buildServer().connect(transport);
          return transport.handleMessage(await request.json(), { request });
        }
      `,
    },
    {
      name: "is silent about a server that a handler writes down after it made it",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        let server;
        app.post("/mcp", async (req, res) => {
          server = new McpServer({ name: "orders", version: "1.0.0" });
          await server.connect(transportFor(res));
        });
      `,
    },
    {
      name: "is silent in a test",
      filename: "/work/app/test/mcp.test.ts",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a server of the module that each request connects",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 7, column: 17, endLine: 7, endColumn: 31 }],
    },
    {
      name: "reports a server that is kept when the request closes",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          res.on("close", () => { void transport.close(); void server.close(); });
          await server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 8, column: 17, endLine: 8, endColumn: 31 }],
    },
    {
      name: "reports a server of the module with a transport for each session",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        const transports = {};
        app.post("/mcp", async (req, res) => {
          let transport = transports[req.headers["mcp-session-id"]];
          if (!transport) {
            transport = new StreamableHTTPServerTransport({ sessionIdGenerator: () => crypto.randomUUID(), onsessioninitialized: (id) => { transports[id] = transport; } });
            await server.connect(transport);
          }
          await transport.handleRequest(req, res, req.body);
        });
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 10, column: 19, endLine: 10, endColumn: 33 }],
    },
    {
      name: "reports a server that a function of the file made once",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        function createServer() {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          server.registerTool("orders", {}, async () => ({ content: [] }));
          return server;
        }
        const server = createServer();
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 12, column: 17, endLine: 12, endColumn: 31 }],
    },
    {
      name: "reports a server that is made at the first request and kept",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        let server;
        function getServer() {
          if (!server) server = new McpServer({ name: "orders", version: "1.0.0" });
          return server;
        }
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await getServer().connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
      errors: [{ messageId: "sharedServer", data: { object: "getServer()" }, line: 11, column: 17, endLine: 11, endColumn: 36 }],
    },
    {
      name: "reports a server that is taken from what one function has started",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        async function prepare() {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          return { server, since: Date.now() };
        }
        export async function start() {
          const { server, since } = await prepare();
          app.post("/mcp", async (req, res) => {
            const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
            await server.connect(transport);
            await transport.handleRequest(req, res, req.body);
          });
          app.get("/health", (req, res) => res.json({ since }));
        }
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 12, column: 19, endLine: 12, endColumn: 33 }],
    },
    {
      name: "reports a server that is made where the routes are and kept beside them",
      code: `
        import type { Express } from "express";
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const ROUTE = "/mcp/orders";
        let server: McpServer | null = null;
        export function mount(app: Express): void {
          if (server) return;
          server = new McpServer({ name: "orders", version: "1.0.0" });
          app.post(ROUTE, async (req, res) => {
            const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
            await server?.connect(transport);
            await transport.handleRequest(req, res, req.body);
          });
        }
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 12, column: 19, endLine: 12, endColumn: 34 }],
    },
    {
      name: "reports a server that a controller of Express connects",
      code: `
        import type { Request, Response } from "express";
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        export async function answer(req: Request, res: Response) {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        }
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 8, column: 17, endLine: 8, endColumn: 31 }],
    },
    {
      name: "reports a server beside the routes of one function",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        export function createApp(app) {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          app.post("/mcp", async (req, res) => {
            const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
            await server.connect(transport);
            await transport.handleRequest(req, res, req.body);
          });
        }
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 8, column: 19, endLine: 8, endColumn: 33 }],
    },
    {
      name: "reports a server of the older transport",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { SSEServerTransport } from "@modelcontextprotocol/sdk/server/sse.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        app.get("/sse", async (_req, res) => {
          await server.connect(new SSEServerTransport("/messages", res));
        });
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 6, column: 17, endLine: 6, endColumn: 31 }],
    },
    {
      name: "reports a server of the lower level",
      code: `
        import { Server } from "@modelcontextprotocol/sdk/server/index.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const server = new Server({ name: "orders", version: "1.0.0" }, { capabilities: { tools: {} } });
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 7, column: 17, endLine: 7, endColumn: 31 }],
    },
    {
      name: "reports a server of version 2",
      code: `
        import { McpServer, WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/server";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        export async function POST(request) {
          const transport = new WebStandardStreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await server.connect(transport);
          return transport.handleRequest(request);
        }
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 6, column: 17, endLine: 6, endColumn: 31 }],
    },
    {
      name: "reports a route of Next.js",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        export const POST = async (request) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await server.connect(transport);
          return answer(transport, request);
        };
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 7, column: 17, endLine: 7, endColumn: 31 }],
    },
    {
      name: "reports a helper that a handler calls",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        async function serve(req, res) {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        }
        app.post("/mcp", (req, res) => serve(req, res));
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 7, column: 17, endLine: 7, endColumn: 31 }],
    },
    {
      name: "reports node's own server",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        import { createServer } from "node:http";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        createServer(async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await server.connect(transport);
          await transport.handleRequest(req, res);
        }).listen(3000);
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 8, column: 17, endLine: 8, endColumn: 31 }],
    },
    {
      name: "reports a transport without sessions that answers every request",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
        await server.connect(transport);
        app.post("/mcp", (req, res) => transport.handleRequest(req, res, req.body));
      `,
      errors: [{ messageId: "sharedTransport", data: { object: "transport" }, line: 7, column: 40, endLine: 7, endColumn: 63 }],
    },
    {
      name: "reports a transport that was given no options",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        const transport = new StreamableHTTPServerTransport();
        await new McpServer({ name: "orders", version: "1.0.0" }).connect(transport);
        app.post("/mcp", (req, res) => transport.handleRequest(req, res, req.body));
      `,
      errors: [{ messageId: "sharedTransport", data: { object: "transport" }, line: 6, column: 40, endLine: 6, endColumn: 63 }],
    },
    {
      name: "reports a server of another file",
      filename: withServer,
      code: `
        import { server } from "./server";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 6, column: 17, endLine: 6, endColumn: 31 }],
    },
    {
      name: "reports a default import, a namespace and an alias",
      code: `
        import * as mcp from "@modelcontextprotocol/sdk/server/mcp.js";
        const shared = new mcp.McpServer({ name: "orders", version: "1.0.0" });
        app.post("/mcp", async (req, res) => { await shared.connect(transportFor(res)); });
      `,
      errors: [{ messageId: "sharedServer", data: { object: "shared" }, line: 4, column: 54, endLine: 4, endColumn: 68 }],
    },
    {
      name: "reports a handler of version 2 that gives every request the server of the module",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        import { toNodeHandler } from "@modelcontextprotocol/node";
        const server = new McpServer({ name: "orders", version: "1.0.0" });
        app.all("/mcp", toNodeHandler(createMcpHandler(() => server)));
      `,
      errors: [{ messageId: "returnedServer", data: { call: "createMcpHandler", object: "server" }, line: 5, column: 62, endLine: 5, endColumn: 68 }],
    },
    {
      name: "reports a function of the file that gives back the server of the module",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        const shared = new McpServer({ name: "orders", version: "1.0.0" });
        async function getServer() {
          await ready;
          return shared;
        }
        export default createMcpHandler(getServer);
      `,
      errors: [{ messageId: "returnedServer", data: { call: "createMcpHandler", object: "shared" }, line: 8, column: 41, endLine: 8, endColumn: 50 }],
    },
    {
      name: "reports a server that the function makes at the first request and keeps",
      code: `
        import * as mcp from "@modelcontextprotocol/server";
        let server;
        export const handler = mcp.createMcpHandler(() => (server ??= new mcp.McpServer({ name: "orders", version: "1.0.0" })));
      `,
      errors: [{ messageId: "returnedServer", data: { call: "mcp.createMcpHandler", object: 'server ??= new mcp.McpServer({ name: "orders", version: "1.0.0" })' }, line: 4, column: 60, endLine: 4, endColumn: 126 }],
    },
    {
      name: "reports a server that is made where there is none yet, and then given back",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        let server;
        export const handler = createMcpHandler(() => {
          server ??= new McpServer({ name: "orders", version: "1.0.0" });
          return server;
        });
      `,
      errors: [{ messageId: "returnedServer", data: { call: "createMcpHandler", object: "server" }, line: 6, column: 18, endLine: 6, endColumn: 24 }],
    },
    {
      name: "reports a server that another function makes once and keeps",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        let server;
        function getServer() {
          if (!server) {
            server = new McpServer({ name: "orders", version: "1.0.0" });
            registerTools(server);
          }
          return server;
        }
        export const handler = createMcpHandler(async () => {
          const ready = getServer();
          return ready;
        });
      `,
      errors: [{ messageId: "returnedServer", data: { call: "createMcpHandler", object: "ready" }, line: 13, column: 18, endLine: 13, endColumn: 23 }],
    },
    {
      name: "reports a server beside the handler that a function makes",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        export function createHandler() {
          const server = new McpServer({ name: "orders", version: "1.0.0" });
          registerTools(server);
          return createMcpHandler(() => server, { legacy: "reject" });
        }
      `,
      errors: [{ messageId: "returnedServer", data: { call: "createMcpHandler", object: "server" }, line: 6, column: 41, endLine: 6, endColumn: 47 }],
    },
    {
      name: "reports the one of two servers that all requests share",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        const old = new McpServer({ name: "orders", version: "0.9.0" });
        export const handler = createMcpHandler(({ era }) => (era === "legacy" ? old : new McpServer({ name: "orders", version: "1.0.0" })));
      `,
      errors: [{ messageId: "returnedServer", data: { call: "createMcpHandler", object: "old" }, line: 4, column: 82, endLine: 4, endColumn: 85 }],
    },
    {
      name: "reports the server of another file that a handler for one request is given",
      filename: withServer,
      code: `
        import { server } from "./server";
        import { createMcpHandler } from "@modelcontextprotocol/server";
        export async function POST(request) {
          return createMcpHandler(() => server).fetch(request);
        }
      `,
      errors: [{ messageId: "returnedServer", data: { call: "createMcpHandler", object: "server" }, line: 5, column: 41, endLine: 5, endColumn: 47 }],
    },
    {
      name: "reports the serving of older clients by one server",
      code: `
        import { Server, legacyStatelessFallback } from "@modelcontextprotocol/server";
        const server = new Server({ name: "orders", version: "1.0.0" }, { capabilities: { tools: {} } });
        export const legacy = legacyStatelessFallback(() => server);
      `,
      errors: [{ messageId: "returnedServer", data: { call: "legacyStatelessFallback", object: "server" }, line: 4, column: 61, endLine: 4, endColumn: 67 }],
    },
    {
      name: "reports a transport for one exchange that answers every request",
      code: `
        import { McpServer, PerRequestHTTPServerTransport } from "@modelcontextprotocol/server";
        const transport = new PerRequestHTTPServerTransport({ classification });
        await new McpServer({ name: "orders", version: "1.0.0" }).connect(transport);
        export async function POST(request) {
          return transport.handleMessage(await request.json(), { request });
        }
      `,
      errors: [{ messageId: "sharedTransport", data: { object: "transport" }, line: 6, column: 18, endLine: 6, endColumn: 41 }],
    },
    {
      name: "reports a server that a handler asks a function for, which keeps it",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        let kept;
        const getServer = () => (kept ??= new McpServer({ name: "orders", version: "1.0.0" }));
        app.post("/mcp", async (req, res) => {
          const server = getServer();
          await server.connect(transportFor(res));
        });
      `,
      errors: [{ messageId: "sharedServer", data: { object: "server" }, line: 7, column: 17, endLine: 7, endColumn: 31 }],
    },
  ],
});

ruleTester.run("no-shared-mcp-server: fields", rule, {
  valid: [
    {
      name: "is silent about a server that a static method makes each time",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        class Desk { static server() { return new McpServer({ name: "orders", version: "1.0.0" }); } }
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await Desk.server().connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
    },
    {
      name: "is silent about the field of an instance that is made for the request",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        class Desk { server = new McpServer({ name: "orders", version: "1.0.0" }); }
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await new Desk().server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a server that belongs to a class",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
        class Desk { static readonly server = new McpServer({ name: "orders", version: "1.0.0" }); }
        app.post("/mcp", async (req, res) => {
          const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
          await Desk.server.connect(transport);
          await transport.handleRequest(req, res, req.body);
        });
      `,
      errors: [{ messageId: "sharedServer", data: { object: "Desk.server" }, line: 7, column: 17, endLine: 7, endColumn: 36 }],
    },
    {
      name: "reports a server that is a key of an object of the module",
      code: `
        import { McpServer, createMcpHandler } from "@modelcontextprotocol/server";
        const services = { mcp: new McpServer({ name: "orders", version: "1.0.0" }) };
        export default createMcpHandler(() => services.mcp);
      `,
      errors: [{ messageId: "returnedServer", data: { call: "createMcpHandler", object: "services.mcp" }, line: 4, column: 47, endLine: 4, endColumn: 59 }],
    },
  ],
});
