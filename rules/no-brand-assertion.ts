import { findCalledTags } from "../src/analysis/facts/brand-assertions.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-brand-assertion",
  docs: {
    description: "Disallow guard types on values that the guards did not make",
    preset: "recommended",
    checklist: ["auth", "approval", "injection"],
    owasp: ["LLM06", "ASI03"],
    withoutSuggestion: "the value has to be made by the guard, from evidence that only the caller has",
  },
  hasSuggestions: false,
  messages: {
    assertion: "This asserts `{{brand}}` on a value that no guard made, so what the type promises is not true. Make it with the guard's own function.",
    any: "This value is `any`, and becomes `{{brand}}` here without any guard having made it. Make it with the guard's own function.",
    laundered: "This call gives a value the type `{{brand}}` that no guard made or checked. Make it with the guard's own function.",
    widened: "This list is one of `{{brand}}` under a wider type, so what is put into it here becomes `{{brand}}` without any guard having made it. See it as a readonly list.",
    custom: "`z.custom<{{brand}}>()` gives whatever comes in the type of a guarded value. Make it with the guard's own function.",
    predicate: "This predicate declares any value a `{{brand}}`. Ask the guard's own check.",
    calledTag: "`{{name}}` is a template tag: called like a function it takes text of any origin for the program's own words. Write it as a template.",
    unreasonedEscape: "`{{name}}` goes around a guard without saying why. Give the reason as a literal text that a reviewer can judge.",
  },
  check({ model, report }) {
    for (const { node, brand, how } of model.brandAssertions) report({ node, messageId: how, data: { brand } });
    for (const { node, name } of model.derive(findCalledTags)) report({ node, messageId: "calledTag", data: { name } });
    for (const { node, name } of model.unreasonedEscapes) report({ node, messageId: "unreasonedEscape", data: { name } });
  },
});
