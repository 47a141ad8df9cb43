import type { GuardrailsRule } from "../rule/create-rule.js";
import { checklistItems, type ChecklistItem } from "./items.js";

/** Which rules give evidence for a row of the checklist. */
export interface Coverage {
  readonly item: ChecklistItem;
  readonly rules: readonly string[];
}

/** Joins the rules' metadata with the catalogue, in checklist order. */
export function coverageOf(rules: Readonly<Record<string, GuardrailsRule>>): readonly Coverage[] {
  return checklistItems.map((item) => ({
    item,
    rules: Object.entries(rules)
      .filter(([, rule]) => rule.meta.docs?.checklist.includes(item.id) ?? false)
      .map(([name]) => name)
      .sort((a, b) => a.localeCompare(b)),
  }));
}
