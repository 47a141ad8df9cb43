import { findBranchedFallbacks } from "../src/analysis/facts/branched-fallbacks.js";
import { findContextDefaults } from "../src/analysis/facts/context-defaults.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-identity-fallback",
  docs: {
    description: "Disallow a default for a missing identity",
    preset: "recommended",
    checklist: ["auth"],
    silentIn: ["test", "client", "script"],
    owasp: ["ASI03"],
    withoutSuggestion: "how a tool refuses a caller without identity differs: an ERROR string, a thrown error, an interrupt",
  },
  hasSuggestions: false,
  messages: {
    identityFallback: "`{{key}}` falls back to `{{fallback}}` when nobody is signed in, so all such callers share one identity and its data. Refuse the call instead.",
  },
  check({ model, report }) {
    for (const { node, key, fallback } of [...model.identityFallbacks, ...model.derive(findBranchedFallbacks), ...model.derive(findContextDefaults)]) {
      report({ node, messageId: "identityFallback", data: { key, fallback: model.textOf(fallback) } });
    }
  },
});
