import { newlyOpen } from "./baseline.js";
import type { PreflightReport, Row } from "./report.js";

/** What stops a deploy. */
export const gateLevels = ["open", "fail", "never"] as const;
export type GateLevel = (typeof gateLevels)[number];

export interface Gate {
  /** `open`: a row that fails or that nobody answers for; `fail`: only one that fails; `never`: nothing. */
  readonly level: GateLevel;
  /** Whether the areas beside the twelve rows count as well. */
  readonly areas: boolean;
  readonly baseline?: PreflightReport;
}

/** The rows that stop a deploy. With a baseline those that got worse. */
export function stoppingRows(report: PreflightReport, { level, areas, baseline }: Gate): readonly Row[] {
  if (level === "never") return [];
  const open = baseline ? newlyOpen(report, baseline) : report.rows.filter(({ verdict }) => verdict === "needs-attestation");
  return report.rows.filter((row) => {
    if (row.kind === "area" && !areas) return false;
    if (row.verdict === "fail") return row.known === undefined || row.findings.length > 0;
    return level === "open" && open.includes(row);
  });
}
