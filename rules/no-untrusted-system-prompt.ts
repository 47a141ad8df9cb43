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
    for (const prompt of model.prompts) {
      if (prompt.role !== "system" && prompt.role !== "description") continue;
      const said = new Set<string>();
      for (const hole of prompt.holes) {
        if (hole.delimited || reported.has(hole.node) || said.has(model.textOf(hole.node))) continue;
        const source = model.textSourcesOf(hole.value, hole.frame).find(({ kind }) => kind === "untrusted" || kind === "client");
        if (!source) continue;
        reported.add(hole.node);
        // The same value twice in one prompt is one mistake.
        said.add(model.textOf(hole.node));
        report({
          node: hole.node,
          messageId: source.kind === "client" ? "clientSystemText" : "untrustedSystemText",
          data: { source: `\`${model.textOf(hole.node)}\``, label: prompt.label },
        });
      }
    }
  },
});
