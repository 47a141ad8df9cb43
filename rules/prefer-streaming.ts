import { findWholeAnswers } from "../src/analysis/facts/whole-answers.js";
import { streamingRuns } from "../src/analysis/frameworks/streaming.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";

export default createRule({
  name: "prefer-streaming",
  docs: {
    description: "Prefer sending an agent's answer while it comes",
    preset: "strict",
    checklist: ["latency"],
    silentIn: OUTSIDE_APPLICATIONS,
    satisfiedBy: streamingRuns,
    withoutSuggestion: "the client that reads the answer has to change with it",
  },
  hasSuggestions: false,
  messages: {
    wholeAnswer: "`{{call}}` is awaited to its end and sent at once, so the user looks at nothing until the last word. Send what `{{instead}}` gives as it comes.",
  },
  check({ model, report }) {
    for (const { call, instead } of model.derive(findWholeAnswers)) report({ node: call.callee, messageId: "wholeAnswer", data: { call: model.textOf(call.callee), instead } });
  },
});
