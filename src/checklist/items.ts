/** One row of the hardening checklist, or one of the areas beside its twelve rows. */
export interface ChecklistItem {
  readonly id: string;
  readonly title: string;
  /** When the row can be ticked. */
  readonly tickedWhen: string;
  /** The twelve rows come before every deploy; areas are advice. */
  readonly kind: "row" | "area";
}

/** The checklist, in its order. Ids are stable and never reused. */
export const checklistItems = [
  { id: "auth", title: "Auth", tickedWhen: "every tool takes identity from trusted config, never from arguments that the model writes", kind: "row" },
  { id: "threads", title: "Threads", tickedWhen: "every `thread_id` names the user and the tenant", kind: "row" },
  { id: "store", title: "Store", tickedWhen: "every store namespace starts with the tenant", kind: "row" },
  { id: "approval", title: "Approval", tickedWhen: "every destructive or external tool asks first, or runs only behind a confirmed approval", kind: "row" },
  { id: "injection", title: "Injection", tickedWhen: "untrusted text is delimited, and agents that read it hold no sensitive tool", kind: "row" },
  { id: "errors", title: "Errors", tickedWhen: "tools catch and return informative ERROR strings; only fatal errors escape", kind: "row" },
  { id: "cost", title: "Cost", tickedWhen: "prompt caching is on, the supervisor runs a small model, long threads are trimmed", kind: "row" },
  { id: "reliability", title: "Reliability", tickedWhen: "calls have deadlines, transient failures are retried, models fall back, creates carry an idempotency key", kind: "row" },
  { id: "observability", title: "Observability", tickedWhen: "tracing is on, 5–10 % of runs are evaluated online, a gold dataset runs in CI", kind: "row" },
  { id: "limits", title: "Limits", tickedWhen: "users have rate limits and tools have quotas", kind: "row" },
  { id: "kill-switch", title: "Kill switch", tickedWhen: "one flag disables tools everywhere", kind: "row" },
  { id: "versioning", title: "Versioning", tickedWhen: "a deploy goes to a new assistant first and is ramped behind evals", kind: "row" },
  { id: "latency", title: "Latency", tickedWhen: "answers stream, independent tools run together, clients are built once", kind: "area" },
  { id: "testing", title: "Testing", tickedWhen: "tools, graphs and answers are tested without live models", kind: "area" },
  { id: "privacy", title: "Privacy", tickedWhen: "what is traced and logged is decided, redacted and kept in region", kind: "area" },
] as const satisfies readonly ChecklistItem[];

export type ChecklistId = (typeof checklistItems)[number]["id"];
