import { findReplayedApprovals } from "../src/analysis/facts/replayed-approvals.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "require-approval-secret",
  docs: {
    description: "Require a secret where approvals come back among a client's messages",
    preset: "recommended",
    checklist: ["approval"],
    silentIn: ["test", "client"],
    owasp: ["LLM06", "ASI02", "ASI09"],
    withoutSuggestion: "where the secret is kept is for the project to say, and one that is not set signs nothing",
  },
  hasSuggestions: false,
  messages: {
    forgeable: "{{who}} before it acts, but the answer comes back in `{{sent}}`, which the client writes: it can approve what nobody asked. Set `{{secretKey}}`, so that only what was asked here can be approved.",
  },
  check({ model, report }) {
    for (const { messages, sent, tool, secretKey } of model.derive(findReplayedApprovals)) {
      report({ node: messages, messageId: "forgeable", data: { who: tool === undefined ? "This agent asks a person" : `"${tool}" asks a person`, sent: model.textOf(sent), secretKey } });
    }
  },
});
