import { findForeignTexts } from "../src/analysis/facts/foreign-prompt-texts.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-untrusted-system-prompt",
  docs: {
    description: "Disallow text of others in system prompts, instructions and tool descriptions",
    preset: "recommended",
    checklist: ["injection"],
    silentIn: ["client", "test"],
    owasp: ["LLM01", "ASI01"],
    withoutSuggestion: "moving the text into a message of its own changes the conversation, and where it belongs is the author's decision",
  },
  hasSuggestions: false,
  messages: {
    untrustedSystemText: "{{source}} is text that somebody else wrote, and {{label}} gives it the authority of the system. Put it, delimited, into a message of its own, and say in the system prompt that it is data.",
    clientSystemText: "{{source}} comes from the client, and {{label}} gives it the authority of the system. Keep the system prompt constant, or choose from a closed list.",
  },
  check({ model, report }) {
    const reported = new Set<unknown>();
    for (const { prompt, hole, choice, source } of model.derive(findForeignTexts)) {
      if (prompt.role !== "system" && prompt.role !== "description") continue;
      // The same value twice in one prompt is one mistake, and so are the values that stand in for each other.
      const text = model.textOf(hole.node);
      const said = `${prompt.text.range[0]}:${text}`;
      if (reported.has(choice) || reported.has(said)) continue;
      reported.add(choice).add(said);
      report({
        node: hole.node,
        messageId: source.kind === "client" ? "clientSystemText" : "untrustedSystemText",
        data: { source: `\`${text}\``, label: prompt.label },
      });
    }
  },
});
