import type { Framework } from "./framework.js";

const SDK = "@modelcontextprotocol/sdk";
/** Version 1, one package for both sides, and version 2, whose server is a package of its own. */
const SERVER_1 = [`${SDK}/server/mcp`, `${SDK}/server/index`, `${SDK}/server`, SDK];
const SERVER_2 = ["@modelcontextprotocol/server"];
const SERVER = [...SERVER_1, ...SERVER_2];

const REGISTERED = { options: 1, handler: { argument: 2 }, schema: [{ argument: 1, key: "inputSchema" }], name: { argument: 0 } } as const;

/** Model Context Protocol servers. Approval of a call is the client's affair: a server can only annotate its tools. */
export const mcp: Framework = {
  id: "mcp",
  title: "MCP SDK",
  package: "@modelcontextprotocol/sdk",
  modules: ["@modelcontextprotocol/*", "mcp-handler", "@vercel/mcp-adapter"],
  toolFactories: [
    { modules: SERVER_1, path: ["McpServer", "new", "registerTool"], forms: [REGISTERED] },
    {
      modules: SERVER_2,
      path: ["McpServer", "new", "registerTool"],
      forms: [REGISTERED],
      context: { parameter: 1, parameterWithoutInput: 0, parameterName: "ctx", identity: "$.http?.authInfo?.extra?.KEY", typedIdentity: "($.http?.authInfo?.extra?.KEY as TYPE)", signal: ["mcpReq", "signal"] },
    },
    {
      modules: SERVER_1,
      path: ["McpServer", "new", "tool"],
      forms: [
        { arity: [2], handler: { argument: 1 }, schema: [], name: { argument: 0 } },
        { arity: [3], handler: { argument: 2 }, schema: [{ argument: 1 }], name: { argument: 0 } },
        { arity: [4], handler: { argument: 3 }, schema: [{ argument: 2 }, { argument: 1 }], name: { argument: 0 } },
        { arity: [5], handler: { argument: 4 }, schema: [{ argument: 2 }], name: { argument: 0 } },
      ],
    },
  ],
  toolClasses: [],
  agents: [],
  context: { parameter: 1, parameterWithoutInput: 0, parameterName: "extra", identity: "$.authInfo?.extra?.KEY", typedIdentity: "($.authInfo?.extra?.KEY as TYPE)", signal: ["signal"] },
  approval: { toolKeys: [], agentKeys: [], supported: false },
  runs: [],
  clientServers: {
    servers: [
      { modules: SERVER, path: ["McpServer"] },
      { modules: SERVER, path: ["Server"] },
    ],
    connect: "connect",
    transports: [
      { modules: [`${SDK}/server/streamableHttp`], path: ["StreamableHTTPServerTransport"] },
      { modules: [`${SDK}/server/webStandardStreamableHttp`], path: ["WebStandardStreamableHTTPServerTransport"] },
      { modules: ["@modelcontextprotocol/node"], path: ["NodeStreamableHTTPServerTransport"] },
      { modules: ["@modelcontextprotocol/server"], path: ["WebStandardStreamableHTTPServerTransport"] },
      { modules: ["@hono/mcp"], path: ["StreamableHTTPTransport"] },
    ],
    handle: "handleRequest",
    sessionKey: "sessionIdGenerator",
    single: [{ modules: SERVER_2, path: ["PerRequestHTTPServerTransport"] }],
    exchange: "handleMessage",
    alone: [
      { modules: [`${SDK}/server/stdio`, "@modelcontextprotocol/server/stdio"], path: ["StdioServerTransport"] },
      { modules: [`${SDK}/inMemory`, "@modelcontextprotocol/core", "@modelcontextprotocol/server"], path: ["InMemoryTransport"] },
    ],
    perRequest: [
      { modules: SERVER_2, path: ["createMcpHandler"], maker: 0 },
      { modules: SERVER_2, path: ["legacyStatelessFallback"], maker: 0 },
    ],
  },
  contextKeys: [],
  prompts: { system: [], user: [] },
};
