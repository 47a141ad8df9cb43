import { findCreations } from "../src/analysis/facts/creations.js";
import { keyPlaces } from "../src/analysis/frameworks/idempotency.js";
import { createRule } from "../src/rule/create-rule.js";
import { mentionTool } from "../src/rule/mention.js";

export default createRule({
  name: "require-idempotency-key",
  docs: {
    description: "Require an idempotency key on calls of tools that create",
    preset: "strict",
    checklist: ["reliability"],
    silentIn: ["test", "script"],
    owasp: ["ASI08"],
    satisfiedBy: keyPlaces,
    withoutSuggestion: "a random key would make every repetition a new one; a stable key is made from the run, the tool and its arguments",
  },
  hasSuggestions: false,
  messages: {
    noKey: "{{tool}} creates something with `{{call}}`, and nothing tells the other side that a repetition is the same: a retry creates it twice. Send an idempotency key that stays the same over retries, for example from `idempotencyKey()`.",
  },
  check({ model, report }) {
    const reported = new Set<unknown>();
    for (const { code, place, label, keyed } of model.derive(findCreations)) {
      if (keyed !== "no" || reported.has(place)) continue;
      reported.add(place);
      report({ node: place, messageId: "noKey", data: { tool: mentionTool(code.name), call: label } });
    }
  },
});
