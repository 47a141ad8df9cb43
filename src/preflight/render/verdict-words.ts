import type { PreflightReport, Row, Verdict } from "../report.js";

/** How a person calls a verdict, and the sign before it. */
export const verdictWords: Readonly<Record<Verdict, { readonly word: string; readonly sign: string; readonly colour: "green" | "red" | "yellow" | "cyan" | "gray" }>> = {
  pass: { word: "pass", sign: "✓", colour: "green" },
  fail: { word: "fail", sign: "✗", colour: "red" },
  "not-applicable": { word: "n/a", sign: "–", colour: "gray" },
  attested: { word: "attested", sign: "✎", colour: "cyan" },
  "needs-attestation": { word: "open", sign: "?", colour: "yellow" },
};

/** `9 of 12 rows hold, 2 fail, 1 is open.` */
export function totals({ rows }: PreflightReport): string {
  const own = rows.filter(({ kind }) => kind === "row");
  const count = (wanted: (row: Row) => boolean): number => own.filter(wanted).length;
  const fail = count(({ verdict }) => verdict === "fail");
  const open = count(({ verdict }) => verdict === "needs-attestation");
  const parts = [`${String(own.length - fail - open)} of ${String(own.length)} rows hold`];
  if (fail > 0) parts.push(`${String(fail)} ${fail === 1 ? "fails" : "fail"}`);
  if (open > 0) parts.push(`${String(open)} ${open === 1 ? "is" : "are"} open`);
  return `${parts.join(", ")}.`;
}
