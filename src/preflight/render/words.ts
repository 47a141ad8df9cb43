import type { Guarding, RowPart, ToolEffect, Verdict } from "../report.js";
import { verdictWords } from "./verdict-words.js";

/** Colours of the page by what they say. */
export type Tone = "bad" | "open" | "good" | "person" | "quiet";

const VERDICT_TONES: Readonly<Record<Verdict, Tone>> = { fail: "bad", "needs-attestation": "open", pass: "good", attested: "person", "not-applicable": "quiet" };

/** The worst first. */
export const VERDICT_ORDER = Object.keys(VERDICT_TONES) as readonly Verdict[];

export function verdictState(verdict: Verdict): { readonly word: string; readonly tone: Tone } {
  return { word: verdictWords[verdict].word, tone: VERDICT_TONES[verdict] };
}

export const PART_STATES: Readonly<Record<RowPart["state"], { readonly word: string; readonly tone: Tone }>> = {
  fails: { word: "fails", tone: "bad" },
  open: { word: "open", tone: "open" },
  holds: { word: "holds", tone: "good" },
  "not-applicable": { word: "n/a", tone: "quiet" },
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
