import { findLoneModels, type LoneModel } from "../src/analysis/facts/model-fallbacks.js";
import { modelFallbacks } from "../src/analysis/frameworks/fallbacks.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";

const REMEDIES: Readonly<Record<LoneModel["in"], string>> = {
  agent: "Add `modelFallbackMiddleware` with a model of another provider",
  "prebuilt agent": "Give it a gateway that routes around an outage, or make it with `createAgent` and `modelFallbackMiddleware`",
  node: "Give it `withFallbacks`, behind `bindTools`, with a model of another provider",
};

export default createRule({
  name: "require-model-fallback",
  docs: {
    description: "Require a model that stands in when an agent's model does not answer",
    preset: "strict",
    checklist: ["reliability"],
    silentIn: OUTSIDE_APPLICATIONS,
    satisfiedBy: modelFallbacks,
    answeredElsewhere: true,
    withoutSuggestion: "which model may stand in is a decision about quality, price and where data may go",
  },
  hasSuggestions: false,
  messages: {
    loneModel: "When {{model}} is down, overloaded or withdrawn, this {{agent}} is, too: nothing stands in for it. {{remedy}}.",
  },
  check({ model, report }) {
    for (const { place, model: name, in: where } of model.derive(findLoneModels)) report({ node: place, messageId: "loneModel", data: { model: name, agent: where, remedy: REMEDIES[where] } });
  },
});
