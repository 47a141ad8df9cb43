import type { GuardrailsRule } from "./create-rule.js";
import type { Reading } from "./rule-docs.js";

export type PresetName = "recommended" | "strict";
type Entry = "error" | ["error", { policy: Reading }];

const READING: Readonly<Record<PresetName, Reading>> = { recommended: "certain", strict: "literal" };

/** The rules of a preset, from the rules' own metadata; `strict` contains `recommended`. */
export function presetRules(rules: Readonly<Record<string, GuardrailsRule>>, preset: PresetName, prefix: string): Record<string, Entry> {
  return Object.fromEntries(
    Object.entries(rules)
      .filter(([, rule]) => preset === "strict" || rule.meta.docs?.preset === "recommended")
      .map(([name, rule]): [string, Entry] => [`${prefix}/${name}`, hasReadings(rule) ? ["error", { policy: READING[preset] }] : "error"]),
  );
}

function hasReadings(rule: GuardrailsRule): boolean {
  return Array.isArray(rule.meta.schema) && rule.meta.schema.length > 0;
}
