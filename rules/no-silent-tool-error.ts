import { findSilentFailures } from "../src/analysis/facts/silent-failures.js";
import { errorMarks } from "../src/analysis/frameworks/tool-errors.js";
import { createRule } from "../src/rule/create-rule.js";
import { mentionTool } from "../src/rule/mention.js";

export default createRule({
  name: "no-silent-tool-error",
  docs: {
    description: "Disallow a tool's catch that hides the failure from the model",
    preset: "recommended",
    checklist: ["errors"],
    silentIn: ["test"],
    owasp: ["LLM09", "ASI08"],
    satisfiedBy: errorMarks,
    withoutSuggestion: "what the model should be told of the failure is the author's text",
  },
  hasSuggestions: false,
  messages: {
    looksSuccessful: "{{tool}} answers {{result}} when it fails, so the model tells the user that it worked. Return an ERROR string that says what failed.",
    looksEmpty: "{{tool}} answers {{result}} when it fails, which the model cannot tell from an empty result. Return an ERROR string that says what failed.",
  },
  check({ model, report }) {
    for (const { code, place, how } of model.derive(findSilentFailures)) {
      report({ node: place, messageId: how === "success" ? "looksSuccessful" : "looksEmpty", data: { tool: mentionTool(code.name), result: `\`${model.resultOf(place)}\`` } });
    }
  },
});
