import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-mixed-trust-tools",
  docs: {
    description: "Disallow agents that read text of others and act outside unasked",
    preset: "recommended",
    checklist: ["injection", "approval"],
    withoutSuggestion: "how to split the agent, or which tool should ask, is a design decision",
  },
  hasSuggestions: false,
  messages: {
    mixedTrust: 'This agent holds "{{reader}}", which reads text that anybody may have written, and "{{actor}}", which {{does}} without asking: an instruction in the text can drive the action. Split the agent, or let "{{actor}}" ask first.',
  },
  check({ model, report }) {
    if (model.setting === "test") return;
    for (const agent of model.agents) {
      const tools = agent.tools.flatMap(({ tool }) => tool ?? []);
      const reader = tools.find((tool) => model.readsForeignText(tool));
      const actor = tools.find((tool) => model.hasUnapprovedEffect(tool));
      if (!reader || !actor || reader === actor) continue;
      const code = model.codeOf(actor);
      const effect = code && model.effectsOf(code).find((each) => each.effect.certainty === "certain" && each.effect.kind !== "write");
      report({
        node: agent.call.callee,
        messageId: "mixedTrust",
        data: { reader: reader.name ?? "a tool", actor: actor.name ?? "a tool", does: effect?.effect.does ?? "acts outside" },
      });
    }
  },
});
