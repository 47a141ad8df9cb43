import { findAssistantChanges } from "../src/analysis/facts/assistants.js";
import { labelsOfAssistants } from "../src/analysis/frameworks/assistants.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-in-place-assistant-update",
  docs: {
    description: "Disallow changing a deployed assistant in place",
    preset: "recommended",
    checklist: ["versioning"],
    silentIn: ["client", "test"],
    owasp: ["ASI10"],
    satisfiedBy: labelsOfAssistants,
    withoutSuggestion: "a new assistant needs a name, a ramp and the evals that guard it",
  },
  hasSuggestions: false,
  messages: {
    inPlace: "`{{call}}` changes the assistant for all users at once. Create a new assistant, send it a small share of the traffic, and ramp it behind your evals.",
  },
  check({ model, report }) {
    for (const { call } of model.derive(findAssistantChanges)) report({ node: call.callee, messageId: "inPlace", data: { call: model.textOf(call.callee) } });
  },
});
