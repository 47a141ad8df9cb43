import type { Framework } from "./framework.js";

const SDK = "@modelcontextprotocol/sdk";
const SERVER = [`${SDK}/server/mcp`, `${SDK}/server/index`, `${SDK}/server`, SDK, "@modelcontextprotocol/server"];

/** Model Context Protocol servers. Approval of a call is the client's affair: a server can only annotate its tools. */
export const mcp: Framework = {
  id: "mcp",
  title: "MCP SDK",
  package: "@modelcontextprotocol/sdk",
  modules: ["@modelcontextprotocol/*", "mcp-handler", "@vercel/mcp-adapter"],
  toolFactories: [
    {
      modules: SERVER,
      path: ["McpServer", "new", "registerTool"],
      forms: [{ options: 1, handler: { argument: 2 }, schema: [{ argument: 1, key: "inputSchema" }], name: { argument: 0 } }],
    },
    {
      modules: SERVER,
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
    alone: [
      { modules: [`${SDK}/server/stdio`, "@modelcontextprotocol/server/stdio"], path: ["StdioServerTransport"] },
      { modules: [`${SDK}/inMemory`, "@modelcontextprotocol/core", "@modelcontextprotocol/server"], path: ["InMemoryTransport"] },
    ],
  },
  contextKeys: [],
  prompts: { system: [], user: [] },
};
