import { rules } from "../../rules/index.js";
import type { GuardrailsRule } from "../rule/create-rule.js";
import { PREFIX } from "./lint-setup.js";
import type { RuleUse } from "./report.js";

/** Whether a rule speaks about tests: what the others say of a test is nothing that is deployed. */
export function isAboutTests(name: string): boolean {
  return (rules as Readonly<Record<string, GuardrailsRule>>)[name]?.meta.docs?.checklist[0] === "testing";
}

/** On how many files with agents each rule ran. */
export class RuleCount {
  readonly #uses = new Map(Object.keys(rules).map((name) => [name, { ran: 0, off: 0 }]));

  /** Tests count only for the rules that are about tests: to switch the others off there is no decision about the product. */
  add(offInConfig: ReadonlySet<string>, offInFile: readonly string[], isTest: boolean): void {
    for (const [name, use] of this.#uses) {
      if (isTest && !isAboutTests(name)) continue;
      if (offInConfig.has(name) || offInFile.includes(name)) use.off += 1;
      else use.ran += 1;
    }
  }

  list(): readonly RuleUse[] {
    return [...this.#uses].map(([name, use]) => ({ ruleId: `${PREFIX}/${name}`, ...use }));
  }
}
