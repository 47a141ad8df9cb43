import type { AgentCode, AgentModel, GuardedEffect } from "../src/analysis/model.js";
import { askAtAgents } from "../src/fix/ask-at-agents.js";
import { askForApproval } from "../src/fix/ask-for-approval.js";
import { createRule } from "../src/rule/create-rule.js";
import type { Reading } from "../src/rule/rule-docs.js";

export default createRule({
  name: "require-approval-for-external",
  docs: {
    description: "Require a confirmed approval before a tool acts outside or destroys something",
    preset: "recommended",
    checklist: ["approval"],
    silentIn: ["client", "test"],
    owasp: ["LLM06", "ASI02"],
  },
  readings: true,
  hasSuggestions: true,
  messages: {
    unapproved: "{{owner}} {{does}} ({{call}}) whenever the model decides to, and nobody approves it. Ask first: {{how}}.",
    askFirst: "Ask a person first with `{{idiom}}`.",
  },
  check({ model, reading, report }) {
    for (const code of model.agentCode) {
      // A node's arguments need not come from a model; that is decided by the whole graph, which one file seldom shows.
      if (code.kind === "node" && !(reading === "literal" || model.isModelDrivenNode(code))) continue;
      const found = firstUnapproved(model, code, reading);
      if (!found) continue;
      // Where somebody is asked already, and not heeded, asking twice is no help.
      const asks = model.asks(code);
      const atAgents = code.tool && !asks ? askAtAgents(code.tool, model.agents) : undefined;
      const suggestion = atAgents ?? (code.tool && !asks ? askForApproval(code.tool) : undefined);
      report({
        node: model.reportPlace(code, found.effect.reached),
        messageId: "unapproved",
        data: { owner: ownerOf(code), does: found.effect.does, call: found.effect.label, how: atAgents ? `name the tool in \`${atAgents.key}\`` : howToAsk(code) },
        suggest: suggestion ? [{ messageId: "askFirst", data: { idiom: suggestion.idiom }, fix: suggestion.fix }] : [],
      });
    }
  },
});

/** One report for a tool: the first effect that nobody approves. */
function firstUnapproved(model: AgentModel, code: AgentCode, reading: Reading): GuardedEffect | undefined {
  return model.effectsOf(code).find(({ effect, approval }) => {
    if (reading === "literal") return approval !== "guarded" && !isClientsAffair(code);
    return approval === "unguarded" && effect.certainty === "certain" && effect.kind !== "write";
  });
}

/** Where the protocol leaves approval to the client, a tool cannot ask. */
function isClientsAffair(code: AgentCode): boolean {
  return code.tool?.framework.approval.supported === false;
}

function ownerOf(code: AgentCode): string {
  if (code.name === undefined) return code.kind === "tool" ? "This tool" : "This node";
  return `${code.kind === "tool" ? "Tool" : "Node"} "${code.name}"`;
}

function howToAsk(code: AgentCode): string {
  const key = code.tool?.framework.approval.toolKeys[0];
  if (key !== undefined) return `set \`${key}\``;
  return code.tool ? "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" : "`interrupt()` before it, or stop the graph with `interruptBefore`";
}
