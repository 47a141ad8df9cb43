import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import { documentsIn, linesOf } from "./assignments.js";
import type { EvidenceFile } from "./evidence-files.js";
import type { Shown } from "./shown.js";

/** A command that CI or a deploy runs. */
interface Step {
  readonly command: string;
  readonly job: string;
  readonly line: number;
  readonly column: number;
  /** Why nobody waits for its result: its failure is ignored, or only a person starts it. */
  readonly idle: string | undefined;
}

const EVALS = /(?:^|[\s:/"'._-])evals?(?:uate|uation|uations)?(?:$|[\s:/"'._-])/iu;
const DATASET = /--(?:dataset|data|gold(?:en)?)(?:[-_]\w+)?[= ]\S+|(?:^|[\s/"'=])[\w./-]*(?:dataset|gold(?:en)?|evals?\/)[\w./-]*\.(?:jsonl?|csv|ya?ml|parquet)\b/iu;
const NEW_ASSISTANT = /\bassistants?[\s:/-]+(?:create|new)\b|-X\s*POST\b[^\n|;]*\/assistants(?:["'\s]|$)/iu;
const RAMP = /--to-(?:revisions|tags)[= ]\S+=\d{1,2}\b|\bset[ -]?weight\b|--(?:canary|traffic|rollout|ramp)[-_](?:percent(?:age)?|weight|split)\b|\b(?:rollout|ramp|canary)\b[^\n]*\b\d{1,2}\s*%/iu;

/** What CI runs: evals, and deploys that make a new assistant or ramp it. */
export function ciEvidence(file: EvidenceFile, scripts: ReadonlyMap<string, string>): Shown {
  const shown: Shown = { evidence: [], findings: [] };
  for (const step of stepsOf(file)) {
    const commands = [step.command, ...calledScripts(step.command, scripts)];
    const place = { file: file.name, line: step.line, column: step.column };
    const says = `job ${step.job}: ${firstLine(step.command)}`;
    const tell = (kind: "eval-job" | "dataset" | "new-assistant" | "ramp"): void => {
      shown.evidence.push({ kind, ...place, says, holds: true, of: null });
    };
    if (commands.some((command) => EVALS.test(command))) {
      if (step.idle === undefined) tell("eval-job");
      else shown.findings.push({ ruleId: "preflight/eval-job", ...place, message: `The evals of job ${step.job} stop nothing: ${step.idle}. Let a failed eval fail the pipeline.` });
      if (commands.some((command) => DATASET.test(command))) tell("dataset");
    }
    if (commands.some((command) => NEW_ASSISTANT.test(command))) tell("new-assistant");
    if (commands.some((command) => RAMP.test(command))) tell("ramp");
  }
  return shown;
}

/** Argo's Rollout and Flagger's Canary shift traffic step by step. */
export function rolloutEvidence(file: EvidenceFile): Shown {
  const shown: Shown = { evidence: [], findings: [] };
  const { documents, placeOf } = documentsIn(file.text);
  for (const document of documents) {
    const kind = document.get("kind", true);
    const canary = document.getIn(["spec", "strategy", "canary", "steps"], true) ?? document.getIn(["spec", "analysis", "stepWeight"], true);
    if (isScalar(kind) && (kind.value === "Rollout" || kind.value === "Canary") && canary !== undefined) {
      shown.evidence.push({ kind: "ramp", file: file.name, ...placeOf(kind), says: `kind: ${kind.value} with steps`, holds: true, of: null });
    }
  }
  return shown;
}

function stepsOf(file: EvidenceFile): readonly Step[] {
  const { documents, placeOf } = documentsIn(file.text);
  return documents.flatMap((document) => {
    const top = document.contents;
    if (!isMap(top)) return [];
    const jobs = top.get("jobs", true);
    if (isMap(jobs)) return githubSteps(top, jobs, placeOf);
    return gitlabSteps(top, placeOf);
  });
}

type PlaceOf = ReturnType<typeof documentsIn>["placeOf"];

function githubSteps(top: YAMLMap, jobs: YAMLMap, placeOf: PlaceOf): Step[] {
  const manual = isOnlyManual(top) ? "only a person starts it" : undefined;
  return jobs.items.flatMap(({ key, value: job }) => {
    const steps = isMap(job) ? job.get("steps", true) : undefined;
    if (!isMap(job) || !isSeq(steps)) return [];
    const ofJob = manual ?? ignored(job, "continue-on-error");
    return steps.items.flatMap((step): Step[] => {
      const run = isMap(step) ? step.get("run", true) : undefined;
      if (!isMap(step) || !isScalar(run) || typeof run.value !== "string") return [];
      return [{ command: run.value, job: String(isScalar(key) ? key.value : key), ...placeOf(step), idle: ofJob ?? ignored(step, "continue-on-error") ?? swallowed(run.value) }];
    });
  });
}

function gitlabSteps(top: YAMLMap, placeOf: PlaceOf): Step[] {
  return top.items.flatMap(({ key, value: job }) => {
    const script = isMap(job) ? job.get("script", true) : undefined;
    if (!isMap(job) || script === undefined) return [];
    const name = String(isScalar(key) ? key.value : key);
    const idle = ignored(job, "allow_failure") ?? (job.get("when") === "manual" ? "only a person starts it" : undefined);
    const lines = isSeq(script) ? script.items : [script];
    return lines.flatMap((line): Step[] => (isScalar(line) && typeof line.value === "string" ? [{ command: line.value, job: name, ...placeOf(line), idle: idle ?? swallowed(line.value) }] : []));
  });
}

function isOnlyManual(top: YAMLMap): boolean {
  // YAML 1.1 readers take the key `on` for true; this one does not.
  const on: unknown = top.get("on", true);
  if (isScalar(on)) return on.value === "workflow_dispatch";
  if (isMap(on)) return on.items.length === 1 && isScalar(on.items[0]?.key) && on.items[0].key.value === "workflow_dispatch";
  return isSeq(on) && on.items.length === 1 && isScalar(on.items[0]) && on.items[0].value === "workflow_dispatch";
}

function ignored(map: YAMLMap, key: string): string | undefined {
  return map.get(key) === true ? `\`${key}\` ignores their failure` : undefined;
}

function swallowed(command: string): string | undefined {
  return /\|\|\s*(?:true|:)\s*$/mu.test(command) ? "`|| true` ignores their failure" : undefined;
}

/** The scripts of package.json that a command runs. */
function calledScripts(command: string, scripts: ReadonlyMap<string, string>): readonly string[] {
  const names = [...command.matchAll(/\b(?:npm(?:\s+run)?|pnpm(?:\s+run)?|yarn(?:\s+run)?|bun(?:\s+run)?|turbo(?:\s+run)?|nx(?:\s+run)?)\s+(?:-\S+\s+(?:\S+\s+)?)*([\w:.-]+)/gu)].map((match) => match[1] ?? "");
  return names.flatMap((name) => scripts.get(name) ?? []);
}

function firstLine(command: string): string {
  const [line] = linesOf(command.trim());
  const text = line?.text ?? "";
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
