import { findAbsurdLimits, findUnboundedLoops } from "../src/analysis/facts/loops.js";
import { stepLimits } from "../src/analysis/frameworks/step-limits.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-unbounded-agent-loop",
  docs: {
    description: "Disallow agent loops that only the model can end",
    preset: "recommended",
    checklist: ["cost", "reliability"],
    silentIn: ["test", "script"],
    owasp: ["LLM10", "ASI08"],
    satisfiedBy: stepLimits,
    withoutSuggestion: "how many steps a run needs is a number that only the team can choose",
  },
  hasSuggestions: false,
  messages: {
    noLimit: "`{{key}}: {{limit}}` lets a run go on until the bill stops it. Set the number of steps that a run needs.",
    unboundedLoop: "This loop calls a model (`{{call}}`) and ends only when the model says so. Count the rounds and stop after as many as a run needs.",
  },
  check({ model, report }) {
    for (const { property } of model.derive(findAbsurdLimits)) {
      report({ node: property, messageId: "noLimit", data: { key: model.textOf(property.key), limit: model.textOf(property.value) } });
    }
    for (const { loop, call } of model.derive(findUnboundedLoops)) {
      report({ loc: model.keywordOf(loop), messageId: "unboundedLoop", data: { call: model.textOf(call.callee) } });
    }
  },
});
