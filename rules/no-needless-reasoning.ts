import { findOpenThinking, findReasoningRouters } from "../src/analysis/facts/reasoning.js";
import { reasoningOptions } from "../src/analysis/frameworks/reasoning.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";

export default createRule({
  name: "no-needless-reasoning",
  docs: {
    description: "Disallow long reasoning for simple choices, and reasoning without a budget",
    preset: "strict",
    checklist: ["cost", "latency"],
    silentIn: OUTSIDE_APPLICATIONS,
    satisfiedBy: reasoningOptions,
    withoutSuggestion: "how much a model should think is a number that only an evaluation can give",
  },
  hasSuggestions: false,
  messages: {
    reasoningRouter: "This call of {{model}} {{does}}, and thinks at length before it does ({{by}}): people wait for thoughts that nobody reads. Switch the thinking off here, or use a model that does not think.",
    openThinking: "`{{option}}` lets {{model}} think for as long as it likes, and thoughts are paid for like answers. Give it a budget.",
  },
  check({ model, report }) {
    for (const { place, model: name, does, by } of model.derive(findReasoningRouters)) report({ node: place, messageId: "reasoningRouter", data: { model: name, does, by } });
    for (const { property, model: name } of model.derive(findOpenThinking)) report({ node: property, messageId: "openThinking", data: { option: model.textOf(property), model: name } });
  },
});
