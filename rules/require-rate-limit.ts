import { findUnlimitedRuns } from "../src/analysis/facts/rate-limits.js";
import { rateLimiters } from "../src/analysis/frameworks/limiters.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";

export default createRule({
  name: "require-rate-limit",
  docs: {
    description: "Require a rate limit per user or tenant before a handler runs an agent",
    preset: "strict",
    checklist: ["limits"],
    silentIn: OUTSIDE_APPLICATIONS,
    owasp: ["LLM10", "ASI08"],
    satisfiedBy: rateLimiters,
    answeredElsewhere: true,
    withoutSuggestion: "how much one caller may ask for, and where the counters live, is the team's decision",
  },
  hasSuggestions: false,
  messages: {
    unlimited: "A request runs an agent here (`{{run}}`) as often as its sender likes: one caller can spend everybody's budget. Ask a limiter with a key of the user or the tenant first, and refuse when nothing is left.",
    shared: "`{{limiter}}` counts all callers together: one of them can use up what everybody has, and then nobody gets an answer from `{{run}}`. Use a key of the user or the tenant.",
  },
  check({ model, report }) {
    for (const { run, shared } of model.derive(findUnlimitedRuns)) {
      const data = { run: model.textOf(run.call.callee) };
      if (shared) report({ node: run.call.callee, messageId: "shared", data: { ...data, limiter: model.textOf(shared) } });
      else report({ node: run.call.callee, messageId: "unlimited", data });
    }
  },
});
