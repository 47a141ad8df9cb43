import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-side-effect-before-interrupt",
  docs: {
    description: "Disallow an effect before an interrupt in the same function",
    preset: "recommended",
    checklist: ["approval", "reliability"],
    silentIn: ["test"],
    owasp: ["ASI02", "ASI08"],
    withoutSuggestion: "moving an effect behind the pause changes the order of what happens",
  },
  hasSuggestions: false,
  messages: {
    repeatedEffect: "`{{effect}}` {{does}} before `{{interrupt}}` pauses the run. On resume the function starts again from its first line, so this happens twice. Move it behind the pause, or into a node of its own.",
  },
  check({ model, report }) {
    const reported = new Set<unknown>();
    for (const { effect, interrupt, place } of model.effectsBeforeInterrupts) {
      if (reported.has(place) || effect.certainty !== "certain") continue;
      reported.add(place);
      report({ node: place, messageId: "repeatedEffect", data: { effect: model.textOf(model.calleeOf(place)), does: effect.does, interrupt: `${model.textOf(interrupt.call.callee)}()` } });
    }
  },
});
