import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { expect, it } from "vitest";

const request = (): Request =>
  new Request("http://localhost/mcp", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "client", version: "1" } } }),
  });

it("lets one MCP server object serve one client: the second is refused while the first is there", async () => {
  const server = new McpServer({ name: "orders", version: "1.0.0" });
  await server.connect(InMemoryTransport.createLinkedPair()[1]);

  await expect(server.connect(InMemoryTransport.createLinkedPair()[1])).rejects.toThrow(/Already connected/u);
});

it("lets a transport without sessions serve one request: the second is refused", async () => {
  const server = new McpServer({ name: "orders", version: "1.0.0" });
  const transport = new WebStandardStreamableHTTPServerTransport();
  await server.connect(transport);

  expect((await transport.handleRequest(request())).status).toBe(200);
  await expect(transport.handleRequest(request())).rejects.toThrow(/cannot be reused/u);
});

it("lets any number of clients in where each gets a server", async () => {
  const connect = (): Promise<void> => new McpServer({ name: "orders", version: "1.0.0" }).connect(InMemoryTransport.createLinkedPair()[1]);

  await expect(Promise.all([connect(), connect()])).resolves.toHaveLength(2);
});
