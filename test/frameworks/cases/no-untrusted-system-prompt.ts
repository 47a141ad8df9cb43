import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Text of others in what the model obeys. */
export function obeyedText(dialect: AgentDialect): Cases {
  const handler = (body: string): string => `${dialect.head}app.post("/chat", async (req, res) => {\n${body}\nres.end();\n});`;
  const label = `\`${dialect.instructionsKey}\``;
  const page = 'const page = await (await fetch(req.body.url, { signal: AbortSignal.timeout(5_000) })).text();\n';
  const untrusted = (source: string) => ({ messageId: "untrustedSystemText", data: { source: `\`${source}\``, label } });
  const client = (source: string) => ({ messageId: "clientSystemText", data: { source: `\`${source}\``, label } });
  return {
    reported: [
      { name: "reports a fetched page", code: handler(`${page}${dialect.instruct("`Answer by this page: ${⟦page⟧}`")}`), ...untrusted("page") },
      { name: "reports a text of the client", code: handler(dialect.instruct("`You are ${⟦req.body.persona⟧}.`")), ...client("req.body.persona") },
      { name: "reports a sum of texts", code: handler(dialect.instruct('"You are " + ⟦req.body.persona⟧')), ...client("req.body.persona") },
      { name: "reports a text that is nothing else", code: handler(dialect.instruct("⟦req.body.persona⟧")), ...client("req.body.persona") },
      { name: "reports a prompt in a constant", code: handler("const told = `You are ${⟦req.body.persona⟧}.`;\n" + dialect.instruct("told").replace("const told = ", "const made = ")), ...client("req.body.persona") },
      { name: "reports a tool's description", code: `${dialect.head}const page = await (await fetch(url, { signal: AbortSignal.timeout(5_000) })).text();\n${dialect.tool("look", { body: "return query;", description: "`Looks up: ${⟦page⟧}`" })}`, messageId: "untrustedSystemText", data: { source: "`page`", label: "a tool's description" } },
    ],
    silent: [
      { name: "is silent about a constant text", code: handler(dialect.instruct('"You help employees."')) },
      { name: "is silent about a text that is delimited", code: handler(`${page}${dialect.instruct("`Answer by this page: <page>${page}</page>`")}`) },
      { name: "is silent about the user's own message", code: handler(dialect.ask("`Question: ${req.body.text}`")) },
      { name: "is silent about one of a list", code: handler('if (req.body.tone !== "short" && req.body.tone !== "long") return;\n' + dialect.instruct("`Answer ${req.body.tone}.`")) },
      { name: "is silent about a number", code: handler(dialect.instruct("`Answer in ${Number(req.body.words)} words.`")) },
      { name: "is silent about a value that cannot be seen", code: `${dialect.head}export async function answer(persona) {\n${dialect.instruct("`You are ${persona}.`")}\n}` },
    ],
  };
}
