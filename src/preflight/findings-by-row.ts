import { rules as allRules } from "../../rules/index.js";
import type { GuardrailsRule } from "../rule/create-rule.js";
import type { ChecklistId } from "../checklist/items.js";
import { evidenceRows } from "./evidence/checks.js";
import { PREFIX } from "./lint-setup.js";

const rules: Readonly<Record<string, GuardrailsRule>> = allRules;

/**
 * The rows that a finding speaks against: all that its rule names, not only the first. A row is ticked where nothing
 * speaks against it, and a rule names a further row only where its findings do.
 */
export function rowsOf(ruleId: string): readonly ChecklistId[] {
  const name = ruleName(ruleId);
  return name === undefined ? (evidenceRows[ruleId] ?? []) : (rules[name]?.meta.docs?.checklist ?? []);
}

/** The rules whose first row it is: those that judge it, and whose absence leaves it open. */
export function homeRulesOf(row: ChecklistId): readonly string[] {
  return Object.entries(rules).flatMap(([name, rule]) => (rule.meta.docs?.checklist[0] === row ? [name] : []));
}

export function ruleExists(name: string): boolean {
  return name in rules;
}

export function ruleName(ruleId: string): string | undefined {
  return ruleId.startsWith(`${PREFIX}/`) ? ruleId.slice(PREFIX.length + 1) : undefined;
}
