import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-untrusted-invoke-config",
  docs: {
    description: "Disallow run configs that the client wrote",
    preset: "recommended",
    checklist: ["auth", "approval"],
    silentIn: ["test", "client"],
    owasp: ["LLM06", "ASI03"],
    withoutSuggestion: "which keys a client may choose is the project's decision",
  },
  hasSuggestions: false,
  messages: {
    untrustedConfig: "{{what}} of this run is taken over from the client (`{{source}}`). Middleware reads it at run time, so a client can switch approvals and limits off and pose as another user. Pick the keys that a client may set, one by one.",
  },
  check({ model, report }) {
    for (const part of model.wholeConfigParts) {
      const sent = part.values.find(({ node, frame }) => model.isSentByClient(node, frame) && model.isUnlimited(node));
      if (sent) report({ node: part.node, messageId: "untrustedConfig", data: { what: part.what.replace(/^the/u, "The"), source: model.textOf(sent.node) } });
    }
  },
});
