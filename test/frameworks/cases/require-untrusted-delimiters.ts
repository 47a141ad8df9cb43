import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Text of others in a message, without marks around it. */
export function undelimited(dialect: AgentDialect): Cases {
  const handler = (body: string): string => `${dialect.head}import { desk } from "./desk";\napp.post("/chat", async (req, res) => {\n${body}\nres.end();\n});`;
  const page = "const page = await (await fetch(req.body.url, { signal: AbortSignal.timeout(5_000) })).text();\n";
  const open = (source: string, who: string) => ({ messageId: "undelimited", data: { source: `\`${source}\``, who, label: dialect.askLabel } });
  return {
    reported: [
      { name: "reports a page in a text", code: handler(`${page}${dialect.ask("`Summarise: ${⟦page⟧}`")}`), ...open("page", "somebody else") },
      { name: "reports a client's text in a text", code: handler(dialect.ask("`Translate: ${⟦req.body.text⟧}`")), ...open("req.body.text", "the client") },
      { name: "reports a sum", code: handler(dialect.ask('"Translate: " + ⟦req.body.text⟧')), ...open("req.body.text", "the client") },
    ],
    silent: [
      { name: "is silent about marks", code: handler(`${page}${dialect.ask("`Summarise: <page>${page}</page>`")}`) },
      { name: "is silent about a message that is nothing else", code: handler(dialect.ask("req.body.text")) },
      { name: "is silent about a number", code: handler(dialect.ask("`Give me ${Number(req.body.count)} ideas.`")) },
    ],
  };
}
