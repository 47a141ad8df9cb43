import { findForeignTexts } from "../src/analysis/facts/foreign-prompt-texts.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "require-untrusted-delimiters",
  docs: {
    description: "Require marks around text of others inside a prompt",
    preset: "strict",
    checklist: ["injection"],
    silentIn: ["client", "test"],
    owasp: ["LLM01", "ASI01"],
    withoutSuggestion: "a fixed mark can be closed by the text itself; the guard `delimit()` draws a random one, and needs the text to be kept as `UntrustedText`",
  },
  hasSuggestions: false,
  messages: {
    undelimited: "{{source}} is text that {{who}} wrote, and nothing in {{label}} marks where it begins and ends, so an instruction in it reads like yours. Delimit it, for example with `delimit()`.",
  },
  check({ model, report }) {
    const reported = new Set<unknown>();
    for (const { prompt, hole, source } of model.derive(findForeignTexts)) {
      if (prompt.role === "system" || prompt.role === "description") continue;
      // A message that is the text and nothing else needs no marks.
      if (hole.whole || reported.has(hole.node)) continue;
      reported.add(hole.node);
      report({
        node: hole.node,
        messageId: "undelimited",
        data: { source: `\`${model.textOf(hole.node)}\``, who: source.kind === "client" ? "the client" : "somebody else", label: prompt.label },
      });
    }
  },
});
