/** What files beside the source can show, with how a person calls it. */
export const evidenceKinds = {
  tracing: "tracing",
  sampling: "a sampling rate for online evals",
  "eval-job": "an eval job in CI",
  dataset: "a dataset that it runs on",
  "new-assistant": "a deploy that makes a new assistant first",
  ramp: "a deploy that is ramped",
  "tool-test": "a test",
  "fake-model": "a test with a fake model",
  "trace-privacy": "a decision on what is traced",
  residency: "a region in the policy",
} as const;

export type EvidenceKind = keyof typeof evidenceKinds;
