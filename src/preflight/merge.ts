import { joinAttestations } from "./attestations.js";
import { evaluate } from "./evaluate.js";
import { joinEvidence } from "./evidence/collect-evidence.js";
import { compare, joinInventories } from "./inventory/file-inventory.js";
import { PreflightError } from "./preflight-error.js";
import type { PreflightReport, RuleUse } from "./report.js";

export interface NamedReport {
  /** How a message calls it. */
  readonly name: string;
  readonly report: PreflightReport;
}

/**
 * The report over all parts of a workspace, from a report about each. Rows are judged anew from the facts that the reports
 * hold, so that it is the report over the whole and no vote among the parts.
 */
export function mergeReports(parts: readonly NamedReport[], today: string): PreflightReport {
  refuseOverlap(parts);
  const reports = parts.map(({ report }) => report);
  const rows = reports.flatMap((report) => report.rows);
  return evaluate(
    {
      findings: distinct(rows.flatMap(({ findings, known = [] }) => [...findings, ...known])),
      suppressed: distinct(rows.flatMap(({ suppressed }) => suppressed)),
      inventory: joinInventories(reports.map(({ inventory }) => inventory)),
      evidence: joinEvidence(reports.map(({ evidence }) => evidence)),
      attestations: joinAttestations(reports.map((report) => Object.fromEntries(report.rows.flatMap(({ id, attestation }) => (attestation ? [[id, attestation]] : []))))),
      files: {
        examined: sum(reports.map(({ files }) => files.examined)),
        withAgents: sum(reports.map(({ files }) => files.withAgents)),
        unexamined: distinct(reports.flatMap(({ files }) => files.unexamined)).sort((a, b) => compare(a.file, b.file)),
      },
      rules: ruleUses(reports),
    },
    today,
  );
}

/** Two reports about one file would count it twice. */
function refuseOverlap(parts: readonly NamedReport[]): void {
  const owners = new Map<string, string>();
  for (const { name, report } of parts) {
    const { tools, agents, models, stores, invocations, subjects } = report.inventory;
    for (const file of new Set([...tools, ...agents, ...models, ...stores, ...invocations, ...subjects].map((entry) => entry.file))) {
      const other = owners.get(file);
      if (other !== undefined) throw new PreflightError(`${other} and ${name} are both about ${file}: merge reports about different parts.`);
      owners.set(file, name);
    }
  }
}

function distinct<Each extends object>(entries: readonly Each[]): Each[] {
  return [...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values()];
}

function ruleUses(reports: readonly PreflightReport[]): readonly RuleUse[] {
  const uses = new Map<string, RuleUse>();
  for (const { ruleId, ran, off } of reports.flatMap(({ rules }) => rules)) {
    const known = uses.get(ruleId);
    uses.set(ruleId, { ruleId, ran: ran + (known?.ran ?? 0), off: off + (known?.off ?? 0) });
  }
  return [...uses.values()].sort((a, b) => compare(a.ruleId, b.ruleId));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

