import { findEscapingFailures } from "../src/analysis/facts/tool-failures.js";
import { errorAnswers } from "../src/analysis/frameworks/tool-errors.js";
import { createRule } from "../src/rule/create-rule.js";
import { mentionTool } from "../src/rule/mention.js";

export default createRule({
  name: "require-tool-error-result",
  docs: {
    description: "Require tools to return their failures as ERROR strings",
    preset: "strict",
    checklist: ["errors"],
    silentIn: ["test"],
    owasp: ["ASI08"],
    satisfiedBy: errorAnswers,
    withoutSuggestion: "what the model should be told of the failure is the author's text",
  },
  readings: true,
  hasSuggestions: false,
  messages: {
    escapingFailure: "`{{call}}` can fail, and {{tool}} lets the exception escape: the model gets a bare exception at best, and cannot tell whether to try again. Catch it and return an ERROR string that says what failed and whether to try again.",
  },
  check({ model, reading, report }) {
    // Frameworks turn an exception into a message by themselves, unless they are told not to.
    if (reading === "certain" && !model.letsToolErrorsThrough) return;
    for (const { code, place } of model.derive(findEscapingFailures)) {
      report({ node: place, messageId: "escapingFailure", data: { call: model.textOf(place), tool: mentionTool(code.name).replace("This", "this").replace("Tool", "tool") } });
    }
  },
});
