import type { ChecklistId } from "../../checklist/items.js";

/** What is found outside source code, and the rows that it speaks against. */
export const evidenceRows: Readonly<Record<string, readonly ChecklistId[]>> = {
  "preflight/tracing": ["observability"],
  "preflight/sampling": ["observability"],
  "preflight/eval-job": ["observability", "testing"],
};
