import { createRule } from "../src/rule/create-rule.js";
import { mentionTool } from "../src/rule/mention.js";

export default createRule({
  name: "prefer-authed-tool",
  docs: {
    description: "Prefer a guard that verifies identity over reading it unchecked",
    preset: "strict",
    checklist: ["auth"],
    silentIn: ["test"],
    owasp: ["ASI03"],
    withoutSuggestion: "the guard needs the project's own verifier, which the rule does not know",
  },
  hasSuggestions: false,
  messages: {
    uncheckedIdentity: "{{tool}} reads `{{path}}` from the run as it is: whoever starts a run can write it there. Read it through the guard: `authedTool`, or `auth.require(config).identity`.",
  },
  check({ model, report }) {
    const reported = new Set<unknown>();
    for (const { read, tool } of model.toolIdentityReads) {
      // A key for somebody else's service names nobody, and a guard of identities has none to give.
      if (reported.has(read.node) || model.vocabulary.classify(read.path.at(-1) ?? "", "certain") === "credential") continue;
      reported.add(read.node);
      report({ node: read.node, messageId: "uncheckedIdentity", data: { tool: mentionTool(tool.name), path: read.path.join(".") } });
    }
  },
});
