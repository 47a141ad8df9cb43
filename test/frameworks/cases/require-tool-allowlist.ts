import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Lists of tools that are not written down. */
export function openLists(dialect: AgentDialect): Cases {
  const agent = (tools: string, before: string): string => `${dialect.head}${before}\n${dialect.agent(tools)}`;
  const own = dialect.tool("look", { body: "return query;" });
  const open = (list: string, where: string) => ({ messageId: "openToolList", data: { list, where } });
  return {
    reported: [
      { name: "reports a registry that is spread in", code: agent("...⟦registry⟧", 'import { registry } from "./registry";'), ...open("registry", " in that module") },
      { name: "reports a registry beside a tool", code: agent("look, ...⟦registry⟧", `import { registry } from "./registry";\n${own}`), ...open("registry", " in that module") },
      { name: "reports the tools of a server", code: agent("...⟦(await client.listTools())⟧".replace("⟦(", "(⟦").replace(")⟧", "⟧)"), 'import { MCPClient } from "@mastra/mcp";\nconst client = new MCPClient({ servers: {} });'), ...open("await client.listTools()", " on that server") },
    ],
    silent: [
      { name: "is silent about tools that are written down", code: agent("look", own) },
      { name: "is silent about a list of the file", code: `${dialect.head}${own}\nconst mine = ${dialect.id === "openai-agents" ? "[look]" : "{ look }"};\n${dialect.agent("...mine")}` },
      { name: "is silent about one imported tool", code: agent("look", 'import { look } from "./look";') },
    ],
  };
}
