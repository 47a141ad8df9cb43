import type { Guarding, ToolEffect, Verdict } from "../report.js";

/** Colours of the page by what they say. */
export type Tone = "bad" | "open" | "good" | "person" | "quiet";

export const VERDICTS: Readonly<Record<Verdict, { readonly word: string; readonly tone: Tone }>> = {
  fail: { word: "Fail", tone: "bad" },
  "needs-attestation": { word: "Open", tone: "open" },
  pass: { word: "Pass", tone: "good" },
  attested: { word: "Attested", tone: "person" },
  "not-applicable": { word: "Not applicable", tone: "quiet" },
};

export const GUARDINGS: Readonly<Record<Guarding, { readonly word: string; readonly tone: Tone }>> = {
  unguarded: { word: "missing", tone: "bad" },
  unknown: { word: "not known", tone: "open" },
  guarded: { word: "yes", tone: "good" },
  "none-needed": { word: "not needed", tone: "quiet" },
};

export const APPROVALS: Readonly<Record<Guarding, string>> = {
  unguarded: "no approval",
  unknown: "approval not known",
  guarded: "asks first",
  "none-needed": "needs no approval",
};

export const EFFECT_KINDS: Readonly<Record<ToolEffect["kind"], string>> = { external: "external", destructive: "destructive", write: "write" };

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}
