import { isKeptIdentity } from "../src/analysis/facts/kept-identities.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-identity-in-prompt",
  docs: {
    description: "Disallow the caller's identity in prompts",
    preset: "strict",
    checklist: ["auth", "privacy"],
    silentIn: ["test"],
    owasp: ["LLM02", "LLM07"],
    withoutSuggestion: "what the prompt should say instead is the author's text",
  },
  hasSuggestions: false,
  messages: {
    identityInPrompt: "`{{source}}` puts the caller's identity into {{label}}: the model sees it, repeats it, and can be talked into another. Keep it in the run's config, where tools read it.",
  },
  check({ model, report }) {
    const reported = new Set<unknown>();
    for (const prompt of model.prompts) {
      for (const hole of prompt.holes) {
        if (reported.has(hole.node)) continue;
        const identity = model.sourcesOf(hole.value, hole.frame).find(({ kind, node }) => (kind === "tenant" || kind === "user") && model.isIdentityText(node));
        if (!identity && !isKeptIdentity(hole.value, model.vocabulary)) continue;
        reported.add(hole.node);
        report({ node: hole.node, messageId: "identityInPrompt", data: { source: model.textOf(hole.node), label: prompt.label } });
      }
    }
  },
});
