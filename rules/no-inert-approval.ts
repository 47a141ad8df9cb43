import type { ApprovalEntry } from "../src/analysis/facts/agent-approvals.js";
import type { AgentModel } from "../src/analysis/model.js";
import { createRule } from "../src/rule/create-rule.js";

export default createRule({
  name: "no-inert-approval",
  docs: {
    description: "Disallow approvals that never ask anybody",
    preset: "recommended",
    checklist: ["approval"],
    silentIn: ["test"],
    owasp: ["LLM06", "ASI09"],
    withoutSuggestion: "which tool was meant, and whether it should ask, is for a person to say",
  },
  hasSuggestions: false,
  messages: {
    unknownTool: '`{{key}}` names no tool of this agent{{hint}}, so nobody is asked. Tool names are compared letter by letter.',
    neverAsks: "`{{key}}` acts outside ({{does}}), and this approval never asks anybody. Let it ask, or take the tool away from the agent.",
    ignoredAnswer: "The answer to `{{call}}` is not used, so what follows ({{effect}}) happens whatever the person says. Let the answer decide.",
  },
  check({ model, report }) {
    for (const entry of model.approvalEntries) {
      const names = model.toolNamesOf(entry.agent);
      if (names && !names.has(entry.key)) {
        report({ node: entry.property.key, messageId: "unknownTool", data: { key: entry.key, hint: hintOf(entry.key, names) } });
        continue;
      }
      const does = entry.approving ? undefined : effectOf(model, entry);
      if (does !== undefined) report({ node: entry.property, messageId: "neverAsks", data: { key: entry.key, does } });
    }
    for (const { property, tool } of model.ownInertApprovals) {
      const code = model.codeOf(tool);
      const effect = code && model.effectsOf(code).find((each) => each.effect.certainty === "certain" && each.effect.kind !== "write");
      if (effect) report({ node: property, messageId: "neverAsks", data: { key: tool.name ?? "this tool", does: effect.effect.does } });
    }
    for (const { interrupt, effect } of model.ignoredAnswers) {
      report({ node: interrupt.call, messageId: "ignoredAnswer", data: { call: `${model.textOf(interrupt.call.callee)}()`, effect: effect.label } });
    }
  },
});

function effectOf(model: AgentModel, entry: ApprovalEntry): string | undefined {
  const held = entry.agent.tools.find(({ tool, key }) => tool?.name === entry.key || key === entry.key);
  const code = held?.tool && model.codeOf(held.tool);
  return code && model.effectsOf(code).find(({ effect }) => effect.certainty === "certain" && effect.kind !== "write")?.effect.does;
}

function hintOf(key: string, names: ReadonlySet<string>): string {
  const fold = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const near = [...names].find((name) => fold(name) === fold(key));
  return near === undefined ? "" : ` (did you mean \`${near}\`?)`;
}
