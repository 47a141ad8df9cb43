import type { Guarding, Inventory, ToolEffect } from "./report.js";

/** A thing that a row counts, and what can be seen of it. */
export interface Counted {
  readonly id: string;
  readonly file: string;
  readonly holds: Guarding;
}

interface KindWords {
  /** For one and for several, behind a number. */
  readonly words: readonly [one: string, several: string];
  readonly of: (inventory: Inventory) => readonly Counted[];
}

const plain = (entries: readonly { readonly id: string; readonly file: string }[]): readonly Counted[] => entries.map(({ id, file }) => ({ id, file, holds: "none-needed" }));
const subjects = (kind: string) => (inventory: Inventory): readonly Counted[] => inventory.subjects.filter((subject) => subject.kind === kind);

/** What rows are about, by the name that `examined` counts it under. */
export const subjectKinds = {
  tools: { words: ["tool", "tools"], of: ({ tools }) => plain(tools) },
  actions: { words: ["tool that acts", "tools that act"], of: ({ tools }) => plain(tools.filter(({ effects }) => effects.some(acts))) },
  // No rule asks the guards' tools for a quota, so the inventory does.
  quotas: { words: ["tool that acts", "tools that act"], of: ({ tools }) => tools.filter(({ effects }) => effects.some(acts)).map(({ id, file, framework, quota }) => ({ id, file, holds: framework === "agent-guardrails" && quota === "unguarded" ? "unknown" : "none-needed" })) },
  readers: { words: ["tool that reads text of others", "tools that read text of others"], of: ({ tools }) => plain(tools.filter(({ readsUntrusted }) => readsUntrusted)) },
  agents: { words: ["agent", "agents"], of: ({ agents }) => plain(agents) },
  modelled: { words: ["agent with a model of its own", "agents with models of their own"], of: ({ agents, subjects: all }) => plain(agents.filter(({ id }) => !all.some((subject) => subject.id === `fakes@${id}`))) },
  models: { words: ["model client", "model clients"], of: ({ models }) => plain(models) },
  stores: { words: ["store call", "store calls"], of: ({ stores }) => plain(stores) },
  runs: { words: ["run", "runs"], of: ({ invocations }) => plain(invocations) },
  edges: { words: ["run in a request handler", "runs in request handlers"], of: ({ invocations }) => plain(invocations.filter(({ inHandler }) => inHandler)) },
  threads: { words: ["thread id", "thread ids"], of: subjects("threads") },
  requests: { words: ["request", "requests"], of: subjects("requests") },
  creations: { words: ["creating call", "creating calls"], of: subjects("creations") },
  prompts: { words: ["value in a prompt", "values in prompts"], of: subjects("prompts") },
} as const satisfies Readonly<Record<string, KindWords>>;

export type SubjectKind = keyof typeof subjectKinds;

/** Whether somebody should be asked before: a row of one's own database is none of that. */
export function acts({ kind }: Pick<ToolEffect, "kind">): boolean {
  return kind !== "write";
}

/** `3 tools and 1 agent`. */
export function countsInWords(counts: Readonly<Record<string, number>>, words: (kind: string, count: number) => string = wordFor): string {
  const parts = Object.entries(counts).map(([kind, count]) => `${String(count)} ${words(kind, count)}`);
  return parts.length === 0 ? "nothing" : listed(parts);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

function wordFor(kind: string, count: number): string {
  const known = kind in subjectKinds ? subjectKinds[kind as SubjectKind].words : undefined;
  return known ? known[count === 1 ? 0 : 1] : kind.replace(/-/gu, " ");
}
