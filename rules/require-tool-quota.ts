import { findUnboundedTools } from "../src/analysis/facts/tool-quotas.js";
import { toolQuotas } from "../src/analysis/frameworks/quotas.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";
import { mentionTool } from "../src/rule/mention.js";

export default createRule({
  name: "require-tool-quota",
  docs: {
    description: "Require a quota on tools that act outside or destroy something",
    preset: "strict",
    checklist: ["limits"],
    silentIn: OUTSIDE_APPLICATIONS,
    owasp: ["LLM10", "LLM06", "ASI02"],
    satisfiedBy: toolQuotas,
    answeredElsewhere: true,
    withoutSuggestion: "how often a tool may act, and for whom that is counted, is the team's decision",
  },
  hasSuggestions: false,
  messages: {
    unbounded: "{{tool}} {{does}} (`{{call}}`) as often as the model calls it: a run that goes in circles does it over and over. Bound it: a `quota()`, a limiter that is asked first, or `toolCallLimitMiddleware` on its agent.",
  },
  check({ model, report }) {
    for (const { tool, effect } of model.derive(findUnboundedTools)) {
      report({ node: model.isHere(tool.nameNode) ? tool.nameNode : tool.node, messageId: "unbounded", data: { tool: mentionTool(tool.name), does: effect.does, call: effect.label } });
    }
  },
});
