import { rules } from "../../rules/index.js";
import { PREFIX } from "./lint-setup.js";
import type { RuleUse } from "./report.js";

/** On how many files with agents each rule ran. */
export class RuleCount {
  readonly #uses = new Map(Object.keys(rules).map((name) => [name, { ran: 0, off: 0 }]));

  /** Tests count only for the rules that are about tests: to switch the others off there is no decision about the product. */
  add(offInConfig: ReadonlySet<string>, offInFile: readonly string[], isTest: boolean): void {
    for (const [name, rule] of Object.entries(rules)) {
      const aboutTests = rule.meta.docs?.checklist[0] === "testing";
      if (isTest && !aboutTests) continue;
      const use = this.#uses.get(name);
      if (!use) continue;
      if (offInConfig.has(name) || offInFile.includes(name)) use.off += 1;
      else use.ran += 1;
    }
  }

  list(): readonly RuleUse[] {
    return [...this.#uses].map(([name, use]) => ({ ruleId: `${PREFIX}/${name}`, ...use }));
  }
}
