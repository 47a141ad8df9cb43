import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "require-injection-screening",
  docs: {
    description: "Require a detector on text that reaches an agent with effects",
    preset: "strict",
    checklist: ["injection"],
    silentIn: ["test", "script"],
    owasp: ["LLM01", "ASI01"],
    withoutSuggestion: "which detector a project runs is its own choice",
  },
  hasSuggestions: false,
  messages: {
    unscreened: 'This agent can act ("{{actor}}") on text that nobody screened ({{inbound}}). Run a detector on it first: `screen()`, a moderation middleware, or a function that the policy names in `screeningCalls`.',
  },
  check({ model, report }) {
    for (const agent of model.agents) {
      const powers = model.powersOf(agent);
      const actor = powers.find(({ acts }) => acts !== undefined);
      if (!actor || model.isScreened(agent)) continue;
      const reader = powers.find(({ reads }) => reads);
      const inbound = reader ? `read by "${reader.name}"` : model.isRunForClients(agent) ? "sent by the client" : undefined;
      if (inbound !== undefined) report({ node: agent.call.callee, messageId: "unscreened", data: { actor: actor.name, inbound } });
    }
  },
});
