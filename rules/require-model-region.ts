import { findMisplacedModels } from "../src/analysis/facts/model-regions.js";
import { regionOptions } from "../src/analysis/frameworks/regions.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "require-model-region",
  docs: {
    description: "Require model clients to ask in the region that the policy names",
    preset: "strict",
    checklist: ["privacy"],
    silentIn: ["test", "example"],
    satisfiedBy: regionOptions,
    answeredElsewhere: true,
    withoutSuggestion: "which region and endpoint a team has is written in its contracts, not in its code",
  },
  hasSuggestions: false,
  messages: {
    misplacedModel: "{{model}} is asked {{where}}, and the policy keeps data in {{residency}}. {{remedy}}.",
  },
  check({ model, report }) {
    const { residency = "" } = model.policy;
    for (const { place, model: name, where, remedy } of model.derive(findMisplacedModels)) {
      report({ node: place, messageId: "misplacedModel", data: { model: name.replace(/^a model/u, "A model"), where, residency, remedy } });
    }
  },
});
