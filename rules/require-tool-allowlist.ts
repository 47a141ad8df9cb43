import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "require-tool-allowlist",
  docs: {
    description: "Require the tools of an agent to be written down",
    preset: "strict",
    checklist: ["injection"],
    silentIn: ["test"],
    owasp: ["LLM06", "ASI02", "ASI04"],
    withoutSuggestion: "which tools the agent needs is for a person to say",
  },
  hasSuggestions: false,
  messages: {
    openToolList: "`{{list}}` gives this agent whatever tools there are{{where}}: a tool added elsewhere is in its hands at once. Write the tools down, or filter them by name.",
  },
  check({ model, report }) {
    for (const { node, where } of model.openToolLists) {
      report({ node, messageId: "openToolList", data: { list: model.textOf(node), where } });
    }
  },
});
