import type { ChecklistId } from "../checklist/items.js";

/** Version of the JSON that other programs read; it changes when a field changes its meaning or goes away. */
export const SCHEMA_VERSION = 1;

/**
 * What can be said of a row.
 *
 * - `pass`: things of its kind were examined, and all hold.
 * - `fail`: at least one does not; `findings` says where.
 * - `not-applicable`: all files were examined, and nothing of the kind exists.
 * - `attested`: no tool can see it; a person answers for it until a date.
 * - `needs-attestation`: nobody answers for it, the answer has expired, or a file that could decide was not examined.
 */
export type Verdict = "pass" | "fail" | "not-applicable" | "attested" | "needs-attestation";

/** Files are named relative to the folder that the report is about, with `/`. Lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Finding extends Place {
  /** The rule's id with its prefix, or `preflight/<check>` for what is found outside source code. */
  readonly ruleId: string;
  readonly message: string;
}

/** A finding that a comment in the code switches off. */
export interface SuppressedFinding extends Finding {
  /** What the comment says behind `--`; `null` where it says nothing. */
  readonly reason: string | null;
}

/** An answer for what no file shows: a person's, or the policy's under `satisfied`. */
export interface Attestation {
  /** Who answers; `policy` for the ESLint settings. */
  readonly by: string;
  /** Days as `YYYY-MM-DD`; the policy's answer has none. */
  readonly on: string | null;
  readonly until: string | null;
  readonly statement: string;
  readonly link: string | null;
}

export interface Row {
  readonly id: ChecklistId;
  readonly title: string;
  readonly kind: "row" | "area";
  readonly verdict: Verdict;
  /** How many things of each kind were looked at: `{ "tools": 14 }`. */
  readonly examined: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly attestation: Attestation | null;
  /** One sentence for a person. */
  readonly summary: string;
  /** What the row asks for, one by one. */
  readonly parts: readonly RowPart[];
  /** With a baseline: findings that it holds already, and that are left out of `findings`. */
  readonly known?: readonly Finding[];
}

export interface RowPart {
  /** What has to hold, as a clause: `every store namespace starts with the tenant`. */
  readonly says: string;
  readonly state: "holds" | "fails" | "open" | "not-applicable";
  /** Why it is open; `null` otherwise. */
  readonly why: string | null;
}

/** `unknown` where a part that decides cannot be seen; `none-needed` where there is nothing to guard. */
export type Guarding = "guarded" | "unguarded" | "unknown" | "none-needed";

export interface ToolEntry extends Place {
  /** `file:line:column`: unique in a report, and the same in two reports over the same tree. */
  readonly id: string;
  /** `null` where the name is not written down. */
  readonly name: string | null;
  readonly framework: string;
  /** What it does outside the program. */
  readonly effects: readonly ToolEffect[];
  /** Whether it gives the model text that others wrote. */
  readonly readsUntrusted: boolean;
  readonly approval: Guarding;
  readonly deadline: Guarding;
  readonly quota: Guarding;
  readonly idempotency: Guarding;
}

export interface ToolEffect {
  readonly kind: "write" | "external" | "destructive";
  /** What the effect is, as messages call it. */
  readonly label: string;
  readonly approval: Guarding;
}

export interface AgentEntry extends Place {
  readonly id: string;
  readonly name: string | null;
  readonly framework: string;
  /** Ids of tools in this report, or in the report about another part of the workspace. A tool of a package, or one that cannot be seen, is named in `otherTools`. */
  readonly tools: readonly string[];
  readonly otherTools: readonly string[];
  /** Those of `otherTools` that a package brings and that do nothing but give the model text of others; absent where there is none. */
  readonly readers?: readonly string[] | undefined;
  /** False where part of the list cannot be seen. */
  readonly toolsComplete: boolean;
  /** Ids of the tools before which this agent asks a person, by middleware or option. */
  readonly asksFor: readonly string[];
  readonly model: string | null;
  readonly middleware: readonly string[];
  readonly checkpointer: "given" | "missing" | "unknown";
}

export interface ModelEntry extends Place {
  readonly id: string;
  readonly provider: string;
  readonly name: string | null;
  readonly size: string | null;
}

export interface StoreEntry extends Place {
  readonly id: string;
  readonly operation: string;
}

/** Where the outside world runs an agent. */
export interface InvocationEntry extends Place {
  readonly id: string;
  /** True where it stands in a request handler. */
  readonly inHandler: boolean;
}

/** Anything else that a row counts: a thread id, a request of a tool, a piece of untrusted text in a prompt. */
export interface SubjectEntry extends Place {
  /** `kind@file:line:column`. */
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  /** Whether what the row asks for can be seen; `none-needed` where only the rules judge it. */
  readonly holds: Guarding;
}

/** What a file beside the source code shows. */
export interface EvidenceEntry extends Place {
  readonly id: string;
  /** What it is evidence of: `tracing`, `eval-job`. */
  readonly kind: string;
  /** What stands there, for a person. */
  readonly says: string;
  /** False where it speaks against the row. */
  readonly holds: boolean;
  /** The source file that it speaks of, such as the one that a test imports; `null` where it speaks of all. */
  readonly of: string | null;
}

/** On how many files a rule ran, and on how many somebody has switched it off. */
export interface RuleUse {
  readonly ruleId: string;
  readonly ran: number;
  readonly off: number;
}

export interface Inventory {
  readonly tools: readonly ToolEntry[];
  readonly agents: readonly AgentEntry[];
  readonly models: readonly ModelEntry[];
  readonly stores: readonly StoreEntry[];
  readonly invocations: readonly InvocationEntry[];
  readonly subjects: readonly SubjectEntry[];
}

/** A file that could not be read or parsed: no row that depends on source can pass. */
export interface UnexaminedFile {
  readonly file: string;
  readonly reason: string;
}

/** What a preflight run says; written as JSON with `--format json`, its rows in checklist order, everything else sorted by place. */
export interface PreflightReport {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  readonly rows: readonly Row[];
  readonly inventory: Inventory;
  readonly files: { readonly examined: number; readonly withAgents: number; readonly unexamined: readonly UnexaminedFile[] };
  readonly evidence: readonly EvidenceEntry[];
  readonly rules: readonly RuleUse[];
}
