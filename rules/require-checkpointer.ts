import { findUnsavedPauses } from "../src/analysis/facts/unsaved-pauses.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "require-checkpointer",
  docs: {
    description: "Require a checkpointer where a run can be interrupted",
    preset: "strict",
    checklist: ["approval"],
    silentIn: ["test"],
    owasp: ["LLM06"],
    withoutSuggestion: "where threads are kept is a deployment decision; an in-memory saver would only look like an answer",
  },
  hasSuggestions: false,
  messages: {
    noCheckpointer: "This graph is paused for a person's decision, and has no checkpointer to continue from: the pause ends in an error. Pass `checkpointer`.",
  },
  check({ model, report }) {
    if (model.isDeployedByPlatform) return;
    for (const node of model.derive(findUnsavedPauses)) report({ node, messageId: "noCheckpointer" });
  },
});
