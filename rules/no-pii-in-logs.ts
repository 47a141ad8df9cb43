import { findLoggedContent } from "../src/analysis/facts/logged-content.js";
import { redactors } from "../src/analysis/frameworks/loggers.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";

export default createRule({
  name: "no-pii-in-logs",
  docs: {
    description: "Disallow logs of whole messages, state, config or user content",
    preset: "strict",
    checklist: ["privacy"],
    silentIn: OUTSIDE_APPLICATIONS,
    owasp: ["LLM02"],
    satisfiedBy: redactors,
    withoutSuggestion: "what of a value is worth a line in the log is known to those who read it",
  },
  hasSuggestions: false,
  messages: {
    content: "`{{log}}` writes {{what}} (`{{value}}`): whatever people typed, names and secrets among it, stays in the log when it is deleted everywhere else. Log ids and counts, or pass it through a redactor.",
  },
  check({ model, report }) {
    for (const { call, node, what } of model.derive(findLoggedContent)) {
      report({ node, messageId: "content", data: { log: model.textOf(call.callee), what, value: model.textOf(node) } });
    }
  },
});
