import { findUnstoppableAgents } from "../src/analysis/facts/kill-switches.js";
import { killSwitches } from "../src/analysis/frameworks/switches.js";
import { createRule } from "../src/rule/create-rule.js";
import { OUTSIDE_APPLICATIONS } from "../src/rule/rule-docs.js";

export default createRule({
  name: "require-kill-switch",
  docs: {
    description: "Require a switch that takes the tools away from an agent that acts",
    preset: "strict",
    checklist: ["kill-switch"],
    silentIn: OUTSIDE_APPLICATIONS,
    owasp: ["LLM06", "ASI10"],
    satisfiedBy: killSwitches,
    answeredElsewhere: true,
    withoutSuggestion: "where a team keeps its flags, and who may throw them, is its own decision",
  },
  hasSuggestions: false,
  messages: {
    unstoppable: 'This agent acts ("{{actor}}" {{does}}), and no switch takes its tools away: stopping it takes a deploy, in the middle of an incident. Let a flag that is read at run time decide whether it gets its tools, so that it can still answer.',
  },
  check({ model, report }) {
    for (const { agent, actor, does } of model.derive(findUnstoppableAgents)) {
      report({ node: agent.call.callee, messageId: "unstoppable", data: { actor, does } });
    }
  },
});
