import type { Finding } from "../report.js";
import { assignmentsIn, type Assignment } from "./assignments.js";
import type { EvidenceFile } from "./evidence-files.js";
import type { Shown } from "./shown.js";

const TRACING = new Set(["LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2", "LANGCHAIN_TRACING"]);
const EXPORTERS = new Set(["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "LANGFUSE_HOST", "LANGFUSE_BASE_URL"]);
const HIDING = new Set(["LANGSMITH_HIDE_INPUTS", "LANGSMITH_HIDE_OUTPUTS", "LANGCHAIN_HIDE_INPUTS", "LANGCHAIN_HIDE_OUTPUTS"]);
const SAMPLING = /^(?:\w+_)?EVAL(?:S|UATION|UATOR)?_(?:\w+_)?(?:RATE|SAMPLE|SAMPLING|FRACTION)(?:_RATE)?$/u;
const RAMP = /^(?:\w+_)?(?:ROLLOUT|RAMP|CANARY)_(?:PERCENT|PERCENTAGE|WEIGHT)$/u;
/** Where a product is set up, rather than a developer's machine or a test run. */
const DEPLOYED = new Set<EvidenceFile["role"]>(["container", "deployment", "langgraph"]);

const LEAST_SAMPLED = 0.05;
const MOST_SAMPLED = 0.1;

/** What the environment of a deployed agent says of tracing, sampling and ramps. */
export function environmentEvidence(file: EvidenceFile): Shown {
  const shown: Shown = { evidence: [], findings: [] };
  // In CI a variable holds for the run of the tests.
  const product = file.role !== "workflow";
  for (const assignment of assignmentsIn(file)) {
    if (product) tracing(assignment, file, shown);
    if (SAMPLING.test(assignment.name)) sampling(assignment, file, shown);
    if (RAMP.test(assignment.name) && isPart(assignment.value)) shown.evidence.push(entry("ramp", assignment, file));
  }
  return shown;
}

function tracing(assignment: Assignment, file: EvidenceFile, shown: Shown): void {
  const { name, value } = assignment;
  if (TRACING.has(name)) {
    if (isOn(value)) shown.evidence.push(entry("tracing", assignment, file));
    else if (isOff(value) && DEPLOYED.has(file.role)) shown.findings.push(finding("tracing", assignment, file, `${name} switches tracing off where the agent is deployed: nobody sees what it does.`));
  } else if (EXPORTERS.has(name) && value !== "") shown.evidence.push(entry("tracing", assignment, file));
  else if (name === "OTEL_SDK_DISABLED" && isOn(value) && DEPLOYED.has(file.role)) shown.findings.push(finding("tracing", assignment, file, `${name} switches tracing off where the agent is deployed: nobody sees what it does.`));
  else if (HIDING.has(name) && (isOn(value) || isOff(value))) shown.evidence.push(entry("trace-privacy", assignment, file));
}

function sampling(assignment: Assignment, file: EvidenceFile, shown: Shown): void {
  const rate = rateOf(assignment.value);
  if (rate === undefined) return;
  if (rate >= LEAST_SAMPLED && rate <= MOST_SAMPLED) shown.evidence.push(entry("sampling", assignment, file));
  else shown.findings.push(finding("sampling", assignment, file, `${assignment.name} evaluates ${String(Math.round(rate * 10_000) / 100)} % of runs online: below 5 % a regression hides, above 10 % evals cost as much as the product. Sample 5–10 %.`));
}

function rateOf(value: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*(%?)$/u.exec(value);
  if (!match) return undefined;
  return Number(match[1]) / (match[2] === "%" ? 100 : 1);
}

function isPart(value: string): boolean {
  const rate = rateOf(value.replace(/%$/u, ""));
  return rate !== undefined && rate > 0 && rate < 100;
}

function isOn(value: string): boolean {
  return /^(?:true|1|yes|on)$/iu.test(value);
}

function isOff(value: string): boolean {
  return /^(?:false|0|no|off)$/iu.test(value);
}

function entry(kind: "tracing" | "sampling" | "ramp" | "trace-privacy", { name, value, line, column }: Assignment, file: EvidenceFile): Shown["evidence"][number] {
  return { kind, file: file.name, line, column, says: `${name}=${value}`, holds: true, of: null };
}

function finding(check: "tracing" | "sampling", { line, column }: Assignment, file: EvidenceFile, message: string): Finding {
  return { ruleId: `preflight/${check}`, file: file.name, line, column, message };
}
