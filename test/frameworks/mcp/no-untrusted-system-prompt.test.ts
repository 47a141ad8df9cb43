import rule from "../../../rules/no-untrusted-system-prompt.js";
import { mcp } from "../dialects.js";
import { testRule, type Cases } from "../framework-tester.js";

const PAGE = "const page = await (await fetch(url, { signal: AbortSignal.timeout(5_000) })).text();\n";
const label = "a tool's description";
const described = (description: string, before = PAGE): string => `${mcp.head}${before}${mcp.tool("look", { body: "return query;", description })}`;
const untrusted = (source: string) => ({ messageId: "untrustedSystemText", data: { source: `\`${source}\``, label } });

/** A server has no prompt; what a model obeys is the description of its tools. */
const descriptions: Cases = {
  reported: [
    { name: "reports a page in a tool's description", code: described("`Looks up: ${⟦page⟧}`"), ...untrusted("page") },
    { name: "reports a sum", code: described('"Looks up: " + ⟦page⟧'), ...untrusted("page") },
    { name: "reports a page that is all of it", code: described("⟦page⟧"), ...untrusted("page") },
    { name: "reports a description in a constant", code: described("text", `${PAGE}const text = \`Looks up: \${⟦page⟧}\`;\n`), ...untrusted("page") },
    { name: "reports what another server says of its tools", code: described("⟦tools[0].description⟧", 'import { Client } from "@modelcontextprotocol/sdk/client/index.js";\nconst client = new Client({ name: "proxy", version: "1.0.0" });\nconst { tools } = await client.listTools();\n'), ...untrusted("tools[0].description") },
    { name: "reports the description of the older method", code: `${mcp.head}${PAGE}server.tool("look", \`Looks up: \${⟦page⟧}\`, { query: z.string() }, async ({ query }) => query);`, ...untrusted("page") },
  ],
  silent: [
    { name: "is silent about a constant description", code: described('"Looks up an order."') },
    { name: "is silent about a text that is delimited", code: described("`Looks up: <page>${page}</page>`") },
    { name: "is silent about a number", code: described("`Looks up ${Number(page)} orders.`") },
    { name: "is silent about a value of the environment", code: described("`Looks up orders of ${process.env.COMPANY}.`") },
    { name: "is silent about a page that a tool answers with", code: `${mcp.head}${mcp.tool("look", { body: 'return { content: [{ type: "text", text: await (await fetch(query, { signal: extra.signal })).text() }] };' })}` },
    { name: "is silent about a value that cannot be seen", code: `${mcp.head}export function register(topic) {\n${mcp.tool("look", { body: "return query;", description: "`Looks up ${topic}.`" })}\n}` },
  ],
};

testRule(rule, descriptions);
