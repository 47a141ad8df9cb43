import type { EvidenceEntry, Finding } from "../report.js";
import type { EvidenceKind } from "./kinds.js";

/** What a file shows, for a row and against it. */
export interface Shown {
  readonly evidence: (Omit<EvidenceEntry, "id" | "kind"> & { readonly kind: EvidenceKind })[];
  readonly findings: Finding[];
}
