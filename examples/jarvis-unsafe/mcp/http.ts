import { createServer } from "node:http";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import { z } from "zod";

const server = new McpServer({ name: "jarvis", version: "1.0.0" });

server.registerTool("holidays", { description: "Public holidays of a country", inputSchema: { country: z.string() } }, async ({ country }) => {
  const response = await fetch(`https://calendar.example.com/holidays/${encodeURIComponent(country)}`, { signal: AbortSignal.timeout(5_000) });
  return { content: [{ type: "text", text: await response.text() }] };
});

createServer(async (request, response) => {
  const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined });
  response.on("close", () => void transport.close());
  await server.connect(transport);
  await transport.handleRequest(request, response);
}).listen(3333);
