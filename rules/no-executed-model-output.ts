import { findExecutedTexts } from "../src/analysis/facts/executed-texts.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-executed-model-output",
  docs: {
    description: "Disallow model output that runs as code, command, SQL or HTML",
    preset: "recommended",
    checklist: ["injection"],
    silentIn: ["test"],
    owasp: ["LLM05", "ASI05"],
    withoutSuggestion: "a sandbox, a parser or placeholders in its place are a design of their own",
  },
  hasSuggestions: false,
  messages: {
    executed: "`{{source}}` is text that the model wrote, and it is {{what}} here: a prompt injection runs with your rights. Let the model choose from a closed set, pass values as parameters, or run it in a sandbox.",
  },
  check({ model, report }) {
    for (const { node, what, source } of model.derive(findExecutedTexts)) {
      if (model.isApproved(node)) continue;
      report({ node, messageId: "executed", data: { source: model.textOf(source), what } });
    }
  },
});
