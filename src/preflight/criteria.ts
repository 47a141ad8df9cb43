import type { ChecklistId } from "../checklist/items.js";
import type { EvidenceKind } from "./evidence/kinds.js";
import type { SubjectKind } from "./subject-kinds.js";

/** One of the things that a row asks for. */
export interface Criterion {
  /** What has to hold, as a clause. */
  readonly says: string;
  /** The same in a word or two, for a list of what fails or was not judged. */
  readonly topic: string;
  /** What it is about; where nothing of it exists, it does not apply. */
  readonly about: readonly SubjectKind[];
  /** If there are any of these and nothing that it is about, somebody has to look: it should be there. */
  readonly expectedWith?: readonly SubjectKind[];
  /** The rules that judge it. All must exist and have run, wherever there are agents. */
  readonly rules?: readonly string[];
  /** What files beside the source show; one entry of each kind. */
  readonly evidence?: readonly EvidenceKind[];
  /** True where each file of what it is about needs its own evidence. */
  readonly each?: true;
  /** True where it cannot be judged as long as a tool of an agent is out of sight. */
  readonly needsAllTools?: true;
}

const AGENTS: readonly SubjectKind[] = ["agents", "tools", "models", "runs"];

/**
 * What each row asks for, one by one. A rule that is named here and does not exist leaves its criterion open, so a row is
 * never passed by the half of it that can be judged. Rules that are not named here can make a row fail, and no more.
 */
export const criteria: Readonly<Record<ChecklistId, readonly Criterion[]>> = {
  auth: [
    { says: "no tool takes identity from the model", topic: "identity in arguments", about: ["tools"], rules: ["no-llm-identity-args"], needsAllTools: true },
    { says: "runs carry the identity that was verified", topic: "identity of runs", about: ["runs"], rules: ["no-unverified-identity", "no-untrusted-invoke-config", "no-identity-fallback"] },
  ],
  threads: [{ says: "every thread id names the user and the tenant", topic: "thread ids", about: ["threads"], expectedWith: ["edges"], rules: ["require-thread-namespace"] }],
  store: [{ says: "every store namespace starts with the tenant", topic: "store namespaces", about: ["stores"], rules: ["require-store-namespace"] }],
  approval: [{ says: "every destructive or external tool asks first", topic: "approval", about: ["actions"], rules: ["require-approval-for-external", "no-inert-approval", "no-swallowed-interrupt"], needsAllTools: true }],
  injection: [
    { says: "untrusted text is delimited", topic: "delimited text", about: ["prompts"], rules: ["require-untrusted-delimiters", "no-untrusted-system-prompt"] },
    { says: "agents that read untrusted text hold no sensitive tool", topic: "tools beside untrusted text", about: ["agents"], rules: ["no-mixed-trust-tools", "require-tool-allowlist"], needsAllTools: true },
  ],
  errors: [{ says: "tools catch and return informative ERROR strings", topic: "errors of tools", about: ["tools"], rules: ["require-tool-error-result", "no-silent-tool-error"] }],
  cost: [
    { says: "prompt caching is on", topic: "prompt caching", about: ["models"], expectedWith: ["modelled"], rules: ["require-prompt-caching"] },
    { says: "the supervisor runs a small model", topic: "the size of the supervisor's model", about: ["models"], rules: ["prefer-small-router-model"] },
    { says: "long threads are trimmed", topic: "trimming", about: ["agents"], rules: ["require-message-trimming"] },
  ],
  reliability: [
    { says: "calls have deadlines", topic: "deadlines", about: ["requests"], rules: ["require-fetch-timeout"] },
    { says: "transient failures are retried", topic: "retries", about: ["requests"], rules: ["require-retry"] },
    { says: "models fall back", topic: "model fallback", about: ["models"], expectedWith: ["modelled"], rules: ["require-model-fallback"] },
    { says: "creates carry an idempotency key", topic: "idempotency", about: ["creations"], rules: ["require-idempotency-key", "no-unsafe-retry"] },
  ],
  observability: [
    { says: "tracing is on", topic: "tracing", about: AGENTS, evidence: ["tracing"] },
    { says: "5–10 % of runs are evaluated online", topic: "online evals", about: AGENTS, evidence: ["sampling"] },
    { says: "a gold dataset runs in CI", topic: "the gold dataset", about: AGENTS, evidence: ["eval-job", "dataset"] },
  ],
  limits: [
    { says: "users have rate limits", topic: "rate limits", about: ["runs"], rules: ["require-rate-limit"] },
    { says: "tools have quotas", topic: "quotas", about: ["quotas"], rules: ["require-tool-quota"], needsAllTools: true },
  ],
  "kill-switch": [{ says: "one flag disables tools everywhere", topic: "the kill switch", about: ["actions"], rules: ["require-kill-switch"], needsAllTools: true }],
  versioning: [
    { says: "a deploy goes to a new assistant first", topic: "new assistants", about: AGENTS, rules: ["no-in-place-assistant-update"], evidence: ["new-assistant"] },
    { says: "it is ramped behind evals", topic: "the ramp", about: AGENTS, evidence: ["ramp"] },
  ],
  latency: [
    { says: "answers stream", topic: "streaming", about: ["runs"], rules: ["prefer-streaming"] },
    { says: "independent tools run together", topic: "tools that run together", about: ["agents"], rules: ["prefer-parallel-tool-calls"] },
    { says: "clients are built once", topic: "the reuse of clients", about: ["models"], rules: ["no-client-in-handler"] },
  ],
  testing: [
    { says: "each tool is tested", topic: "tests of tools", about: ["tools"], evidence: ["tool-test"], each: true },
    { says: "graphs are tested with a fake model", topic: "tests of graphs", about: ["agents"], rules: ["no-live-model-in-tests"], evidence: ["fake-model"] },
    { says: "answers are tested on a dataset", topic: "tests on a dataset", about: AGENTS, evidence: ["eval-job", "dataset"] },
  ],
  privacy: [
    { says: "what is logged is redacted", topic: "redacted logs", about: AGENTS, rules: ["no-pii-in-logs"] },
    { says: "what is traced is decided", topic: "redacted traces", about: AGENTS, rules: ["require-trace-redaction"], evidence: ["trace-privacy"] },
    { says: "models stay in region", topic: "regions", about: ["models"], rules: ["require-model-region"], evidence: ["residency"] },
  ],
};
