import type { GuardrailsRule } from "../../src/rule/create-rule.js";
import { ruleTester } from "../support/rule-tester.js";

/** A program on which the rule is silent. */
export interface SilentCase {
  readonly name: string;
  readonly code: string;
  readonly filename?: string;
  readonly options?: readonly unknown[];
}

/** A program that is reported where `⟦` and `⟧` enclose it. */
export interface ReportedCase extends SilentCase {
  readonly messageId: string;
  readonly data: Readonly<Record<string, string>>;
  /** How many edits are offered, or the programs that they make. */
  readonly suggestions?: number | readonly { readonly messageId: string; readonly data: Readonly<Record<string, string>>; readonly output: string }[];
}

export interface Cases {
  readonly reported: readonly ReportedCase[];
  readonly silent: readonly SilentCase[];
}

/** Tests a rule on the programs of one framework. */
export function testRule(rule: GuardrailsRule, ...groups: readonly Cases[]): void {
  ruleTester.run(rule.name, rule, {
    valid: groups.flatMap(({ silent }) => silent.map(({ options, ...test }) => ({ ...test, ...(options ? { options: [...options] } : {}) }))),
    invalid: groups.flatMap(({ reported }) =>
      reported.map(({ messageId, data, suggestions, options, ...test }) => {
        const { code, places } = unmarked(test.code);
        if (places.length === 0) throw new Error(`"${test.name}" marks no place.`);
        const errors = places.map((place) => ({ messageId, data, ...place, ...(suggestions === undefined ? {} : { suggestions: typeof suggestions === "number" ? suggestions : [...suggestions] }) }));
        return { ...test, code, ...(options ? { options: [...options] } : {}), errors };
      }),
    ),
  });
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Takes the marks out of a program and says where they stood. */
function unmarked(marked: string): { code: string; places: readonly Place[] } {
  const places: Place[] = [];
  let code = "";
  let open = { line: 1, column: 1 };
  const here = (): { line: number; column: number } => ({ line: code.split("\n").length, column: code.length - code.lastIndexOf("\n") });
  for (const character of marked) {
    if (character === "⟦") open = here();
    else if (character === "⟧") places.push({ ...open, endLine: here().line, endColumn: here().column });
    else code += character;
  }
  return { code, places };
}
