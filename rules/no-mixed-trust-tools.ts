import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-mixed-trust-tools",
  docs: {
    description: "Disallow agents that read text of others and act outside unasked",
    preset: "recommended",
    checklist: ["injection", "approval"],
    silentIn: ["test"],
    owasp: ["LLM01", "LLM06", "ASI01", "ASI02"],
    withoutSuggestion: "how to split the agent, or which tool should ask, is a design decision",
  },
  hasSuggestions: false,
  messages: {
    mixedTrust: 'This agent holds "{{reader}}", which reads text that anybody may have written, and "{{actor}}", which {{does}} without asking: an instruction in the text can drive the action. Split the agent, or let "{{actor}}" ask first.',
  },
  check({ model, report }) {
    for (const agent of model.agents) {
      const powers = model.powersOf(agent);
      for (const actor of powers) {
        const reader = powers.find((power) => power.reads && power !== actor);
        if (actor.actsUnasked === undefined || !reader) continue;
        report({ node: agent.call.callee, messageId: "mixedTrust", data: { reader: reader.name, actor: actor.name, does: actor.actsUnasked } });
        break;
      }
    }
  },
});
