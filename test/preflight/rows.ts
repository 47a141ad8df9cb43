import type { Collected } from "../../src/preflight/evaluate.js";
import { evaluate } from "../../src/preflight/evaluate.js";
import { emptyInventory } from "../../src/preflight/inventory/file-inventory.js";
import type { AgentEntry, EvidenceEntry, Finding, PreflightReport, Row, SubjectEntry, SuppressedFinding, ToolEntry } from "../../src/preflight/report.js";
import { rules } from "../../rules/index.js";

export const TODAY = "2026-03-01";

/** Facts as if every rule had run on one file with agents; what a test does not say is not there. */
export function facts(given: Partial<Collected> = {}): Collected {
  return {
    findings: [],
    suppressed: [],
    inventory: emptyInventory,
    evidence: [],
    attestations: {},
    files: { examined: 1, withAgents: 1, unexamined: [] },
    rules: Object.keys(rules).map((name) => ({ ruleId: `agent-guardrails/${name}`, ran: 1, off: 0 })),
    ...given,
  };
}

export function rowOf(report: PreflightReport, id: string): Row {
  return report.rows.find((row) => row.id === id)!;
}

export function judged(id: string, given: Partial<Collected> = {}, today = TODAY): Row {
  return rowOf(evaluate(facts(given), today), id);
}

const at = { file: "src/agent.ts", line: 1, column: 1 };

export function aTool(entry: Partial<ToolEntry> = {}): ToolEntry {
  const place = { ...at, ...entry };
  return { ...place, id: `${place.file}:${place.line}:${place.column}`, name: "clock", framework: "langchain", effects: [], readsUntrusted: false, approval: "none-needed", deadline: "none-needed", quota: "none-needed", idempotency: "none-needed", ...entry };
}

export function anAgent(entry: Partial<AgentEntry> = {}): AgentEntry {
  const place = { ...at, line: 9, ...entry };
  return { ...place, id: `${place.file}:${place.line}:${place.column}`, name: "helper", framework: "langchain", tools: [], otherTools: [], toolsComplete: true, asksFor: [], model: null, middleware: [], checkpointer: "unknown", ...entry };
}

export function aSubject(kind: string, holds: SubjectEntry["holds"], line = 3): SubjectEntry {
  return { ...at, line, id: `${kind}@${at.file}:${line}:1`, kind, label: kind, holds };
}

export function aFinding(rule: string, line = 5): Finding {
  return { ...at, line, ruleId: rule.includes("/") ? rule : `agent-guardrails/${rule}`, message: `${rule} says so.` };
}

export function suppressed(rule: string, reason: string | null): SuppressedFinding {
  return { ...aFinding(rule), reason };
}

export function shows(kind: string, of: string | null = null): EvidenceEntry {
  return { id: `${kind}@ci.yml:1:1${of ?? ""}`, kind, file: "ci.yml", line: 1, column: 1, says: kind, holds: true, of };
}

export const ANSWER = { by: "ada@acme.example", on: "2026-01-01", until: "2026-06-30", statement: "We looked.", link: null };
