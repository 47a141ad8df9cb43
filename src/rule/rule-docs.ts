import type { ChecklistId } from "../checklist/items.js";
import type { FileSetting } from "../analysis/facts/setting.js";
import type { Satisfier } from "../analysis/frameworks/satisfier.js";
import type { OwaspId } from "../checklist/owasp.js";

/** How a rule reads its text: only what is certain, or the checklist to the letter. */
export type Reading = "certain" | "literal";

/** What a rule says about itself; presets, tables, pages and coverage are computed from it. */
export interface RuleDocs {
  readonly description: string;
  /** The strict preset holds every rule of the recommended one. */
  readonly preset: "recommended" | "strict";
  readonly checklist: readonly [ChecklistId, ...ChecklistId[]];
  /** Kinds of files in which what the rule asks for has no place. */
  readonly silentIn?: readonly FileSetting[];
  /** The risks of the OWASP lists that it stands against, by the editions in `owasp.ts`. */
  readonly owasp?: readonly OwaspId[];
  /** Why there is no suggestion, where there is none. */
  readonly withoutSuggestion?: string;
  /** What answers the rule; the data that its fact looks for, and the table on its page. */
  readonly satisfiedBy?: readonly Satisfier[];
  /**
   * True where something outside the code can answer the rule, such as a limiter at the gateway: then the reason that a team
   * gives under `satisfied` in the policy, for the first row of `checklist`, silences it.
   */
  readonly answeredElsewhere?: boolean;
  /** True where the rule says something only with type information. */
  readonly requiresTypeChecking?: boolean;
}

/** For what matters only where a service answers people. */
export const OUTSIDE_APPLICATIONS: readonly FileSetting[] = ["client", "script", "test", "example"];

const PAGES = "https://github.com/agent-guardrails/agent-guardrails/blob/main/docs/rules";

export function pageOf(name: string): string {
  return `${PAGES}/${name}.md`;
}
