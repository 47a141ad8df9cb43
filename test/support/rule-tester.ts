import { fileURLToPath } from "node:url";
import * as typescriptParser from "@typescript-eslint/parser";
import { RuleTester, type Rule } from "eslint";
import { afterAll, describe, it } from "vitest";
import type { GuardrailsRule } from "../../src/rule/create-rule.js";

Object.assign(RuleTester, { afterAll, describe, it, itOnly: it.only });

const tester = new RuleTester({
  languageOptions: { parser: typescriptParser, ecmaVersion: 2024, sourceType: "module" },
});

type Named<Case> = Case & {
  /** A sentence that says what the rule does here. */
  readonly name: string;
};

interface Cases {
  readonly valid: readonly Named<RuleTester.ValidTestCase>[];
  readonly invalid: readonly Named<RuleTester.InvalidTestCase>[];
}

/** A TypeScript file at the root of the project: what a case is linted as unless it says otherwise. */
const filename = fileURLToPath(new URL("../../agent.ts", import.meta.url));

/** ESLint's tester, set up so that every case has a name and every error says its message, its data and its exact place. */
export const ruleTester = {
  run(name: string, rule: GuardrailsRule, { valid, invalid }: Cases): void {
    tester.run(name, rule as unknown as Rule.RuleModule, {
      assertionOptions: { requireMessage: "messageId", requireLocation: true, requireData: true },
      valid: valid.map((test) => ({ filename, ...test })),
      invalid: invalid.map((test) => ({ filename, ...test })),
    });
  },
};
