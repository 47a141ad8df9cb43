import type { Framework, HandlerContext } from "./framework.js";

const SDK = "@modelcontextprotocol/sdk";
/** Version 1, one package for both sides, and version 2, whose server is a package of its own. */
const SERVER_1 = [`${SDK}/server/mcp`, `${SDK}/server/index`, `${SDK}/server`, SDK];
const SERVER_2 = ["@modelcontextprotocol/server"];
const SERVER = [...SERVER_1, ...SERVER_2];

const REGISTERED = { options: 1, handler: { argument: 2 }, schema: [{ argument: 1, key: "inputSchema" }], name: { argument: 0 } } as const;

/** What handlers are given beside their input. */
const EXTRA: HandlerContext = { parameter: 1, parameterWithoutInput: 0, parameterName: "extra", identity: "$.authInfo?.extra?.KEY", typedIdentity: "($.authInfo?.extra?.KEY as TYPE)", signal: ["signal"] };
const CTX: HandlerContext = { parameter: 1, parameterWithoutInput: 0, parameterName: "ctx", identity: "$.http?.authInfo?.extra?.KEY", typedIdentity: "($.http?.authInfo?.extra?.KEY as TYPE)", signal: ["mcpReq", "signal"] };

/** FastMCP, whose session is what `authenticate` gave. */
const SESSION: HandlerContext = { parameter: 1, parameterName: "context", identity: "$.session?.KEY", typedIdentity: "(($.session as Record<string, unknown> | undefined)?.KEY as TYPE)", verified: ["session"], signal: [] };
/** Cloudflare's class for a server of one session, whose props are what its OAuth provider has verified. */
const PROPS: HandlerContext = { ...EXTRA, identity: "this.props?.KEY", typedIdentity: "((this.props as Record<string, unknown> | undefined)?.KEY as TYPE)" };

/** Model Context Protocol servers. Approval of a call is the client's affair: a server can only annotate its tools. */
export const mcp: Framework = {
  id: "mcp",
  title: "MCP SDK",
  package: "@modelcontextprotocol/sdk",
  modules: ["@modelcontextprotocol/*", "mcp-handler", "@vercel/mcp-adapter", "fastmcp", "agents/mcp", "agents/mcp/*"],
  toolFactories: [
    { modules: SERVER_1, path: ["McpServer", "new", "registerTool"], forms: [REGISTERED] },
    {
      modules: SERVER_2,
      path: ["McpServer", "new", "registerTool"],
      forms: [REGISTERED],
      context: CTX,
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
    {
      modules: ["fastmcp"],
      path: ["FastMCP", "new", "addTool"],
      forms: [{ options: 0, handler: { argument: 0, key: "execute" }, schema: [{ argument: 0, key: "parameters" }], name: { argument: 0, key: "name" } }],
      context: SESSION,
      timeoutKeys: ["timeoutMs"],
    },
  ],
  toolClasses: [],
  agents: [],
  context: EXTRA,
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
    perServer: [
      { modules: ["agents/mcp"], path: ["createMcpHandler"], server: 0, options: 1, transportKey: "transport" },
      { modules: ["agents/mcp"], path: ["createLegacyMcpHandler"], server: 0, options: 1, transportKey: "transport" },
      { modules: ["agents/mcp"], path: ["experimental_createMcpHandler"], server: 0, options: 1, transportKey: "transport" },
    ],
    perRequest: [
      { modules: ["agents/mcp", "agents/mcp/server"], path: ["createMcpHandler"], maker: 0 },
      { modules: SERVER_2, path: ["createMcpHandler"], maker: 0 },
      { modules: SERVER_2, path: ["legacyStatelessFallback"], maker: 0 },
    ],
  },
  toolRequests: [
    { method: "setRequestHandler", list: "ListToolsRequestSchema", call: "CallToolRequestSchema", modules: [`${SDK}/types`, SDK], context: EXTRA },
    {
      method: "setRequestHandler",
      list: "tools/list",
      call: "tools/call",
      modules: SERVER_2,
      servers: [
        { modules: SERVER_2, path: ["Server", "new"] },
        { modules: SERVER_2, path: ["McpServer", "new", "server"] },
      ],
      context: CTX,
    },
  ],
  toolTypes: [{ modules: [`${SDK}/types`, SDK, ...SERVER_2], name: "Tool" }],
  givenServers: [
    {
      modules: ["mcp-handler"],
      path: ["createMcpHandler"],
      argument: 0,
      servers: [
        { below: 2, module: `${SDK}/server/mcp`, path: ["McpServer", "new"] },
        { module: "@modelcontextprotocol/server", path: ["McpServer", "new"] },
      ],
    },
    { modules: ["@vercel/mcp-adapter"], path: ["createMcpHandler"], argument: 0, servers: [{ module: `${SDK}/server/mcp`, path: ["McpServer", "new"] }] },
  ],
  hostClasses: [{ modules: ["agents/mcp"], path: ["McpAgent"], field: "props", context: PROPS }],
  contextKeys: [],
  prompts: { system: [], user: [] },
};
