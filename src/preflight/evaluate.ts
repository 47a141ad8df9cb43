import { checklistItems, type ChecklistId } from "../checklist/items.js";
import { criteria, type Criterion } from "./criteria.js";
import { evidenceKinds } from "./evidence/kinds.js";
import { homeRulesOf, rowsOf, ruleExists, ruleName } from "./findings-by-row.js";
import type { AgentEntry, Attestation, EvidenceEntry, Finding, Inventory, PreflightReport, Row, RowPart, RuleUse, SuppressedFinding } from "./report.js";
import { SCHEMA_VERSION } from "./report.js";
import { countsInWords, listed, subjectKinds, type Counted, type SubjectKind } from "./subject-kinds.js";
import { compare } from "./inventory/file-inventory.js";

/** Everything that was found out, before anybody judges it. */
export interface Collected {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly inventory: Inventory;
  readonly evidence: readonly EvidenceEntry[];
  readonly attestations: Readonly<Partial<Record<ChecklistId, Attestation>>>;
  readonly files: PreflightReport["files"];
  readonly rules: readonly RuleUse[];
}

/** Judges each row. Pure: the same facts on the same day give the same report. `today` is a day as `YYYY-MM-DD`. */
export function evaluate(collected: Collected, today: string): PreflightReport {
  return {
    schemaVersion: SCHEMA_VERSION,
    rows: checklistItems.map(({ id, title, kind }) => ({ id, title, kind, ...judge(id, collected, today) })),
    inventory: collected.inventory,
    files: collected.files,
    evidence: collected.evidence,
    rules: collected.rules,
  };
}

type Judged = Omit<Row, "id" | "title" | "kind">;

function judge(id: ChecklistId, collected: Collected, today: string): Judged {
  const findings = collected.findings.filter(({ ruleId }) => rowsOf(ruleId).includes(id)).sort(byPlace);
  const suppressed = collected.suppressed.filter(({ ruleId }) => rowsOf(ruleId).includes(id)).sort(byPlace);
  const attestation = collected.attestations[id] ?? null;
  const own = criteria[id].map((criterion) => judgePart(criterion, collected, findings, suppressed));
  const parts = [...own, ...unexplained(suppressed)];
  const isAbsent = own.every(({ state }) => state === "not-applicable");
  const examined = examinedFor(id, collected);
  const base = { examined, findings, suppressed, attestation, parts };
  const open = parts.filter(({ state }) => state === "open");
  const switchedOff = notRun(id, collected.rules);
  const answer = attestation && { attestation, valid: attestation.until === null || attestation.until >= today };

  if (findings.length > 0) return { ...base, verdict: "fail", summary: failed(id, findings, suppressed, parts) };
  if (collected.files.unexamined.length > 0 && criteria[id].some((criterion) => criterion.rules !== undefined)) {
    return { ...base, verdict: "needs-attestation", summary: unexamined(collected) };
  }
  if (isAbsent && open.length === 0 && answer === null) return { ...base, verdict: "not-applicable", summary: notApplicable(collected, suppressed) };
  // The policy's answer silences rules, so it is never taken for their silence.
  if (answer?.valid === true && (open.length > 0 || attestation?.until === null || isAbsent)) return { ...base, verdict: "attested", summary: attested(answer.attestation, open) };
  if (answer?.valid === false && (open.length > 0 || isAbsent)) {
    return { ...base, verdict: "needs-attestation", summary: `The answer of ${answer.attestation.by} expired on ${answer.attestation.until ?? ""}. ${openIn(open)}`.trim() };
  }
  if (open.length > 0) return { ...base, verdict: "needs-attestation", summary: openIn(open) };
  return { ...base, verdict: "pass", summary: passed(id, examined, suppressed, parts, switchedOff) };
}

function judgePart(criterion: Criterion, collected: Collected, findings: readonly Finding[], suppressed: readonly SuppressedFinding[]): RowPart {
  const part = (state: RowPart["state"], why: string | null = null): RowPart => ({ says: criterion.says, state, why });
  const own = criterion.rules ?? [];
  const checks = (criterion.evidence ?? []).map((kind) => `preflight/${kind}`);
  const against = findings.filter(({ ruleId }) => own.includes(ruleName(ruleId) ?? "") || checks.includes(ruleId));
  if (against.length > 0) return part("fails");

  const about = criterion.about.flatMap((kind) => subjectKinds[kind].of(collected.inventory));
  const unseen = criterion.needsAllTools === true ? unseenTools(collected.inventory) : null;
  if (about.length === 0) {
    if (unseen !== null) return part("open", unseen);
    const expected = (criterion.expectedWith ?? []).some((kind) => subjectKinds[kind].of(collected.inventory).length > 0);
    return expected ? part("open", `there are ${several(criterion.expectedWith)}, and no ${one(criterion.about)} is in sight`) : part("not-applicable");
  }
  const silent = own.flatMap((rule) => silenceOf(rule, collected.rules))[0];
  if (silent !== undefined) return part("open", silent);
  const unknown = about.filter(({ id, holds }) => holds === "unknown" && !suppressed.some((finding) => id.endsWith(`${finding.file}:${String(finding.line)}:${String(finding.column)}`)));
  if (unknown.length > 0 && own.length > 0) return part("open", `${String(unknown.length)} of ${countsInWords({ [criterion.about[0] ?? ""]: about.length })} cannot be judged`);
  if (unseen !== null) return part("open", unseen);
  const missing = (criterion.evidence ?? []).flatMap((kind) => missingEvidence(kind, criterion, about, collected.evidence))[0];
  return missing === undefined ? part("holds") : part("open", missing);
}

/** Why a rule says nothing, if it has had no chance to. */
function silenceOf(name: string, uses: readonly RuleUse[]): string[] {
  if (!ruleExists(name)) return ["no rule judges it yet"];
  const use = uses.find(({ ruleId }) => ruleName(ruleId) === name);
  if (use === undefined || use.ran + use.off === 0) return [`\`${name}\` was not run`];
  if (use.off === 0) return [];
  return [use.ran === 0 ? `\`${name}\` is switched off` : `\`${name}\` is switched off in ${String(use.off)} of ${String(use.ran + use.off)} files`];
}

function missingEvidence(kind: keyof typeof evidenceKinds, criterion: Criterion, about: readonly Counted[], evidence: readonly EvidenceEntry[]): string[] {
  const found = evidence.filter((entry) => entry.kind === kind && entry.holds);
  if (criterion.each !== true) return found.length > 0 ? [] : [`no file shows ${evidenceKinds[kind]}`];
  const without = about.filter(({ file }) => !found.some(({ of }) => of === file));
  return without.length === 0 ? [] : [`${String(without.length)} of ${countsInWords({ [criterion.about[0] ?? ""]: about.length })} ${without.length === 1 ? "has" : "have"} no ${evidenceKinds[kind].replace(/^an? /u, "")}`];
}

/** Why nobody can speak for all tools; `null` where they can all be seen. */
function unseenTools({ agents, tools }: Inventory): string | null {
  const unknown = ({ otherTools, readers = [] }: AgentEntry): readonly string[] => otherTools.filter((name) => !readers.includes(name));
  const blind = agents.filter((agent) => !agent.toolsComplete || unknown(agent).length > 0);
  if (blind.length > 0) {
    const named = [...new Set(blind.flatMap(unknown))];
    return named.length > 0 ? `${named.length === 1 ? "the tool" : "the tools"} ${named.map((name) => `\`${name}\``).join(", ")} cannot be looked into` : `the tools of ${countsInWords({ agents: blind.length })} cannot all be seen`;
  }
  const hidden = tools.filter(({ approval }) => approval === "unknown");
  return hidden.length > 0 ? `what ${hidden.length === 1 ? "the tool" : "the tools"} ${hidden.map(({ name, id }) => `\`${name ?? id}\``).join(", ")} ${hidden.length === 1 ? "does" : "do"} cannot be told` : null;
}

/** A finding that is switched off without a reason is a question that nobody has answered. */
function unexplained(suppressed: readonly SuppressedFinding[]): RowPart[] {
  const silent = suppressed.filter(({ reason }) => reason === null);
  if (suppressed.length === 0) return [];
  return [{ says: "what is switched off has a reason", state: silent.length === 0 ? "holds" : "open", why: silent.length === 0 ? null : `${findingsInWords(silent.length)} ${silent.length === 1 ? "is" : "are"} switched off without a reason` }];
}

function examinedFor(id: ChecklistId, { inventory, evidence }: Collected): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { about, evidence: kinds = [] } of criteria[id]) {
    for (const kind of about) {
      const count = subjectKinds[kind].of(inventory).length;
      if (count > 0) counts[kind] = count;
    }
    for (const kind of kinds) {
      const count = evidence.filter((entry) => entry.kind === kind).length;
      if (count > 0) counts[kind] = count;
    }
  }
  return counts;
}

function notRun(id: ChecklistId, uses: readonly RuleUse[]): readonly string[] {
  return homeRulesOf(id).filter((name) => uses.some((use) => ruleName(use.ruleId) === name && use.off > 0));
}

/** With the parts that fail, where the row has several. */
function failed(id: ChecklistId, findings: readonly Finding[], suppressed: readonly SuppressedFinding[], parts: readonly RowPart[]): string {
  const [first] = findings;
  const rules = new Set(findings.map(({ ruleId }) => ruleId)).size;
  const where = new Set(findings.map(({ file }) => file)).size;
  const failing = criteriaIn(id, parts, "fails");
  const what = criteria[id].length > 1 && failing.length > 0 ? ` Fails: ${failing.map(({ topic }) => topic).join(", ")}.` : "";
  return `${findingsInWords(findings.length)}${rules > 1 ? ` of ${String(rules)} rules` : ""} in ${where === 1 ? (first?.file ?? "") : `${String(where)} files`}${withReasons(suppressed)}.${what}`;
}

/** Says no more than was seen: what is not in sight was not judged. */
function passed(id: ChecklistId, examined: Readonly<Record<string, number>>, suppressed: readonly SuppressedFinding[], parts: readonly RowPart[], switchedOff: readonly string[]): string {
  const subjects = Object.fromEntries(Object.entries(examined).filter(([kind]) => kind in subjectKinds));
  const files = Object.keys(examined).length > Object.keys(subjects).length ? ", and the files beside them," : "";
  const off = switchedOff.length > 0 ? ` Not run: ${switchedOff.map((name) => `\`${name}\``).join(", ")}.` : "";
  return `${capitalised(countsInWords(subjects))}${files} examined${withReasons(suppressed)}; ${holding(id, parts)}${notJudged(criteriaIn(id, parts, "not-applicable"))}.${off}`;
}

function holding(id: ChecklistId, parts: readonly RowPart[]): string {
  const held = criteriaIn(id, parts, "holds");
  return held.length > 1 && held.length === criteria[id].length ? "everything holds" : listed(held.map(({ says }) => says));
}

/** `; no model client was in sight, so nothing is said of prompt caching`. */
function notJudged(absent: readonly Criterion[]): string {
  const topics = new Map<string, string[]>();
  for (const { about, topic } of absent) topics.set(one(about), [...(topics.get(one(about)) ?? []), topic]);
  return [...topics].map(([kind, of]) => `; no ${kind} was in sight, so nothing is said of ${listed(of)}`).join("");
}

function criteriaIn(id: ChecklistId, parts: readonly RowPart[], state: RowPart["state"]): readonly Criterion[] {
  return criteria[id].filter(({ says }) => parts.some((part) => part.says === says && part.state === state));
}

function attested({ by, on, until, statement }: Attestation, open: readonly RowPart[]): string {
  const what = open.length === 0 ? "" : ` (${open.map(({ says }) => says).join("; ")})`;
  return until === null ? `Answered by the ${by}: ${statement}${/[.!?]$/u.test(statement) ? "" : "."}` : `${by} answers for it${what} since ${on ?? ""} and until ${until}.`;
}

function openIn(open: readonly RowPart[]): string {
  if (open.length === 0) return "Somebody has to look.";
  return `Not shown: ${open.map(({ says, why }) => `${says}${why === null ? "" : ` (${why})`}`).join("; ")}.`;
}

function unexamined({ files }: Collected): string {
  const [first] = files.unexamined;
  const others = files.unexamined.length - 1;
  return `${first?.file ?? ""}${others > 0 ? ` and ${String(others)} more ${others === 1 ? "file" : "files"}` : ""} could not be examined, so nothing is said of this row.`;
}

function notApplicable({ files }: Collected, suppressed: readonly SuppressedFinding[]): string {
  if (files.withAgents === 0) return `No agent code in ${countsInWords({ file: files.examined }, (_, count) => (count === 1 ? "file" : "files"))}.`;
  return `Nothing of the kind exists in the code${withReasons(suppressed)}.`;
}

function findingsInWords(count: number): string {
  return `${String(count)} ${count === 1 ? "finding" : "findings"}`;
}

function withReasons(suppressed: readonly SuppressedFinding[]): string {
  return suppressed.length === 0 ? "" : `, ${String(suppressed.length)} switched off in the code`;
}

function several(kinds: readonly SubjectKind[] | undefined): string {
  return subjectKinds[kinds?.[0] ?? "agents"].words[1];
}

function one(kinds: readonly SubjectKind[]): string {
  return subjectKinds[kinds[0] ?? "agents"].words[0];
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function byPlace(a: Finding, b: Finding): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.ruleId, b.ruleId) || compare(a.message, b.message);
}
