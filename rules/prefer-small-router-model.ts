import { modelLabel } from "../src/analysis/facts/model-uses.js";
import { findRouters } from "../src/analysis/facts/routers.js";
import { smallModelOptions } from "../src/analysis/frameworks/model-classes.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";

export default createRule({
  name: "prefer-small-router-model",
  docs: {
    description: "Prefer a small model for supervisors, routers and classifiers",
    preset: "strict",
    checklist: ["cost", "latency"],
    silentIn: OUTSIDE_APPLICATIONS,
    satisfiedBy: smallModelOptions,
    withoutSuggestion: "which small model routes well enough is for the team's evaluation to say",
  },
  hasSuggestions: false,
  messages: {
    largeRouter: "This call of {{model}} {{does}}, and every run of the agent waits and pays for it. A small model of the same provider does that as well; let an evaluation confirm it.",
  },
  check({ model, report }) {
    for (const { place, use, does } of model.derive(findRouters)) {
      if (use.size === "large") report({ node: place, messageId: "largeRouter", data: { model: modelLabel(use), does } });
    }
  },
});
