import { nothingJudged } from "../nothing-judged.js";
import type { PreflightReport, Verdict } from "../report.js";

/** How a person calls a verdict, and the sign before it. */
export const verdictWords: Readonly<Record<Verdict, { readonly word: string; readonly sign: string; readonly colour: "green" | "red" | "yellow" | "cyan" | "gray" }>> = {
  pass: { word: "pass", sign: "✓", colour: "green" },
  fail: { word: "fail", sign: "✗", colour: "red" },
  "not-applicable": { word: "n/a", sign: "–", colour: "gray" },
  attested: { word: "attested", sign: "✎", colour: "cyan" },
  "needs-attestation": { word: "open", sign: "?", colour: "yellow" },
};

/** Behind a number, for one row and for several; what weighs most comes first. */
const COUNTED: Readonly<Record<Exclude<Verdict, "pass">, readonly [one: string, several: string]>> = {
  fail: ["fails", "fail"],
  "needs-attestation": ["is open", "are open"],
  attested: ["is attested", "are attested"],
  "not-applicable": ["does not apply", "do not apply"],
};

/** `6 of 12 rows pass, 3 are attested, 3 do not apply.` A row that nobody could judge is never among those that pass. */
export function totals(report: PreflightReport): string {
  const nothing = nothingJudged(report);
  const own = report.rows.filter(({ kind }) => kind === "row");
  const count = (verdict: Verdict): number => own.filter((row) => row.verdict === verdict).length;
  const passing = count("pass");
  const others = (Object.keys(COUNTED) as (keyof typeof COUNTED)[]).flatMap((verdict) => {
    const rows = count(verdict);
    return rows === 0 ? [] : [`${String(rows)} ${COUNTED[verdict][rows === 1 ? 0 : 1]}`];
  });
  const sentence = `${[`${String(passing)} of ${String(own.length)} rows ${passing === 1 ? "passes" : "pass"}`, ...others].join(", ")}.`;
  return nothing === undefined ? sentence : `${nothing}. ${sentence}`;
}
