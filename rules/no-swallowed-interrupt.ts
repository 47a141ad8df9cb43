import { rethrowInterrupt } from "../src/fix/rethrow-interrupt.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-swallowed-interrupt",
  docs: {
    description: "Disallow a catch that swallows the interrupt of a run",
    preset: "recommended",
    checklist: ["approval", "errors"],
    owasp: ["LLM06", "ASI09"],
  },
  hasSuggestions: true,
  messages: {
    swallowed: "`{{call}}` pauses the run by throwing, and this `catch` keeps what it throws: nobody is asked and the code goes on. Rethrow it where `isGraphBubbleUp(error)` holds.",
    rethrow: "Rethrow what pauses the run.",
  },
  check({ model, report }) {
    const reported = new Set<unknown>();
    for (const { call, swallowedBy } of model.interrupts) {
      if (!swallowedBy || reported.has(swallowedBy)) continue;
      reported.add(swallowedBy);
      const fix = rethrowInterrupt(swallowedBy);
      report({
        loc: model.headOf(swallowedBy),
        messageId: "swallowed",
        data: { call: model.textOf(call.callee) + "()" },
        suggest: fix ? [{ messageId: "rethrow", fix }] : [],
      });
    }
  },
});
