import { findUncachedLookups } from "../src/analysis/facts/uncached-lookups.js";
import { caches } from "../src/analysis/frameworks/caching.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";
import { mentionTool } from "../src/rule/mention.js";

export default createRule({
  name: "prefer-cached-lookup",
  docs: {
    description: "Prefer keeping static data that a tool looks up over fetching it anew",
    preset: "strict",
    checklist: ["latency"],
    silentIn: OUTSIDE_APPLICATIONS,
    satisfiedBy: caches,
    withoutSuggestion: "how long an answer may be kept is known to the author",
  },
  hasSuggestions: false,
  messages: {
    uncached: "`{{call}}` asks for {{url}} on every call of {{tool}}, although nothing in the address changes. Keep the answer for a while, for example in a map beside the tool or with `cachePolicy` on the node.",
  },
  check({ model, report }) {
    for (const { request, url } of model.derive(findUncachedLookups)) {
      const { code, reached } = request;
      report({ node: model.calleeOf(reached.place), messageId: "uncached", data: { call: model.textOf(model.calleeOf(reached.place)), url, tool: mentionTool(code.name).replace(/^T/u, "t") } });
    }
  },
});
