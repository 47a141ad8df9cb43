import type { Verdict } from "../report.js";

/** How a person calls a verdict, and the sign before it. */
export const verdictWords: Readonly<Record<Verdict, { readonly word: string; readonly sign: string; readonly colour: "green" | "red" | "yellow" | "cyan" | "gray" }>> = {
  pass: { word: "pass", sign: "✓", colour: "green" },
  fail: { word: "fail", sign: "✗", colour: "red" },
  "not-applicable": { word: "n/a", sign: "–", colour: "gray" },
  attested: { word: "attested", sign: "✎", colour: "cyan" },
  "needs-attestation": { word: "open", sign: "?", colour: "yellow" },
};
