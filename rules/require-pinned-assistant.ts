import { findUnpinnedRuns } from "../src/analysis/facts/assistants.js";
import { assistantChoices } from "../src/analysis/frameworks/assistants.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "require-pinned-assistant",
  docs: {
    description: "Require deployed callers to run a chosen assistant",
    preset: "strict",
    checklist: ["versioning"],
    silentIn: ["test", "script", "example"],
    satisfiedBy: assistantChoices,
    withoutSuggestion: "the id of the assistant is known to the deployment alone",
  },
  hasSuggestions: false,
  messages: {
    unpinned: '"{{graph}}" names a graph, so this caller gets whatever version was deployed last. Name the assistant by its id, from the configuration of the deployment.',
  },
  check({ model, report }) {
    for (const { node, graph } of model.derive(findUnpinnedRuns)) report({ node, messageId: "unpinned", data: { graph } });
  },
});
