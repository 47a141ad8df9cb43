import type { Finding, PreflightReport, Row } from "./report.js";

/**
 * The report without the findings that an earlier report holds already, which it keeps as `known`. A finding is known by its
 * rule, its file and its message: lines move with every edit above them.
 */
export function sinceBaseline(report: PreflightReport, baseline: PreflightReport): PreflightReport {
  const before = new Map(baseline.rows.map((row) => [row.id, row]));
  return { ...report, rows: report.rows.map((row) => withoutKnown(row, before.get(row.id))) };
}

function withoutKnown(row: Row, before: Row | undefined): Row {
  const left = new Map<string, number>();
  for (const finding of [...(before?.findings ?? []), ...(before?.known ?? [])]) left.set(keyOf(finding), (left.get(keyOf(finding)) ?? 0) + 1);
  const known: Finding[] = [];
  const findings = row.findings.filter((finding) => {
    const count = left.get(keyOf(finding)) ?? 0;
    if (count === 0) return true;
    left.set(keyOf(finding), count - 1);
    known.push(finding);
    return false;
  });
  if (known.length === 0) return { ...row, known };
  const rest = `${String(known.length)} known`;
  return { ...row, findings, known, summary: findings.length === 0 ? `No new finding, ${rest}.` : `${String(findings.length)} new ${findings.length === 1 ? "finding" : "findings"}, ${rest}.` };
}

function keyOf({ ruleId, file, message }: Finding): string {
  return JSON.stringify([ruleId, file, message]);
}

/** The rows that are open now and were not before; with a baseline only these count as open. */
export function newlyOpen(report: PreflightReport, baseline: PreflightReport): readonly Row[] {
  const before = new Set(baseline.rows.filter(({ verdict }) => verdict === "needs-attestation" || verdict === "fail").map(({ id }) => id));
  return report.rows.filter(({ id, verdict }) => verdict === "needs-attestation" && !before.has(id));
}
