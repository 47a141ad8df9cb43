import { findInertMiddleware } from "../src/analysis/facts/middleware.js";
import { actingOptions } from "../src/analysis/frameworks/middleware.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-inert-middleware",
  docs: {
    description: "Disallow middleware that is set up so that it never acts",
    preset: "recommended",
    checklist: ["cost", "reliability", "privacy"],
    silentIn: ["test"],
    owasp: ["LLM10"],
    satisfiedBy: actingOptions,
    withoutSuggestion: "the missing limit or trigger is a number that only the team can choose",
  },
  hasSuggestions: false,
  messages: {
    inert: "`{{middleware}}` never acts: {{because}}. {{remedy}}.",
  },
  check({ model, report }) {
    for (const { call, form } of model.derive(findInertMiddleware)) {
      report({ node: call, messageId: "inert", data: { middleware: form.middleware, because: form.because, remedy: form.remedy } });
    }
  },
});
