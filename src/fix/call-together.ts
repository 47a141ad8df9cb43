import type { TSESLint } from "@typescript-eslint/utils";
import { togetherOf, type SerialLookups } from "../analysis/facts/serial-lookups.js";
import { fileOf } from "../analysis/project/source-file.js";

/** Makes one statement of lookups that wait for each other; `undefined` where it would not surely be the same program. */
export function callTogether(serial: SerialLookups): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const together = togetherOf(serial);
  const first = serial.lookups[0].statement;
  const last = serial.lookups.at(-1)?.statement;
  if (together === undefined || !last || !fileOf(first).linted) return undefined;
  return (fixer) => fixer.replaceTextRange([first.range[0], last.range[1]], together);
}
