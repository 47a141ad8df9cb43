import { z } from "zod";
import { checklistItems, type ChecklistId } from "../checklist/items.js";
import { isAbsent } from "./absent-key.js";
import { PreflightError } from "./preflight-error.js";
import { SCHEMA_VERSION, type PreflightReport } from "./report.js";

const position = z.int().min(1);
const place = { file: z.string(), line: position, column: position };
const guarding = z.enum(["guarded", "unguarded", "unknown", "none-needed"]);
const strings = z.array(z.string());
const count = z.int().min(0);

const finding = z.object({ ruleId: z.string(), ...place, message: z.string() });

const row = z.object({
  id: z.enum(checklistItems.map(({ id }) => id) as [ChecklistId, ...ChecklistId[]]),
  title: z.string(),
  kind: z.enum(["row", "area"]),
  verdict: z.enum(["pass", "fail", "not-applicable", "attested", "needs-attestation"]),
  examined: z.record(z.string(), count),
  findings: z.array(finding),
  suppressed: z.array(finding.extend({ reason: z.string().nullable() })),
  attestation: z.object({ by: z.string(), on: z.string().nullable(), until: z.string().nullable(), statement: z.string(), link: z.string().nullable() }).nullable(),
  summary: z.string(),
  parts: z.array(z.object({ says: z.string(), state: z.enum(["holds", "fails", "open", "not-applicable"]), why: z.string().nullable() })),
  known: z.array(finding).optional(),
});

const inventory = z.object({
  tools: z.array(
    z.object({
      id: z.string(),
      ...place,
      name: z.string().nullable(),
      framework: z.string(),
      effects: z.array(z.object({ kind: z.enum(["write", "external", "destructive"]), label: z.string(), approval: guarding })),
      readsUntrusted: z.boolean(),
      approval: guarding,
      deadline: guarding,
      quota: guarding,
      idempotency: guarding,
    }),
  ),
  agents: z.array(
    z.object({
      id: z.string(),
      ...place,
      name: z.string().nullable(),
      framework: z.string(),
      tools: strings,
      otherTools: strings,
      readers: strings.optional(),
      toolsComplete: z.boolean(),
      asksFor: strings,
      model: z.string().nullable(),
      middleware: strings,
      checkpointer: z.enum(["given", "missing", "unknown"]),
    }),
  ),
  models: z.array(z.object({ id: z.string(), ...place, provider: z.string(), name: z.string().nullable(), size: z.string().nullable() })),
  stores: z.array(z.object({ id: z.string(), ...place, operation: z.string() })),
  invocations: z.array(z.object({ id: z.string(), ...place, inHandler: z.boolean() })),
  subjects: z.array(z.object({ id: z.string(), ...place, kind: z.string(), label: z.string(), holds: guarding })),
});

const reportSchema = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  rows: z.array(row),
  inventory,
  files: z.object({ examined: count, withAgents: count, unexamined: z.array(z.object({ file: z.string(), reason: z.string() })) }),
  evidence: z.array(z.object({ id: z.string(), ...place, kind: z.string(), says: z.string(), holds: z.boolean(), of: z.string().nullable() })),
  rules: z.array(z.object({ ruleId: z.string(), ran: count, off: count })),
});

/** The published schema of the JSON report. Readers skip what they do not know: a later version may say more. */
export function jsonSchema(): object {
  return { title: "Report of agent-guardrails preflight", ...z.toJSONSchema(reportSchema, { io: "input" }) };
}

/** The report with its fields in the order of the schema, so that two reports with the same content are the same text. */
export function inSchemaOrder(report: PreflightReport): PreflightReport {
  return withoutUndefined(reportSchema.parse(report));
}

/** A report that was written as JSON before. `name` is how the message calls it. */
export function parseReport(text: string, name: string): PreflightReport {
  let content: unknown;
  try {
    // Some editors and shells put a mark before what they write.
    content = JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    throw new PreflightError(`${name} is no JSON.`);
  }
  const version = typeof content === "object" && content !== null && "schemaVersion" in content ? content.schemaVersion : undefined;
  if (version === undefined) throw new PreflightError(`${name} is no preflight report.`);
  if (version !== SCHEMA_VERSION) throw new PreflightError(`${name} has version ${JSON.stringify(version)} of the report; this program reads version ${String(SCHEMA_VERSION)}.`);
  const result = reportSchema.safeParse(content);
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new PreflightError(`${name} is no preflight report: ${issue?.path.map(String).join(".") ?? ""} is ${isAbsent(content, issue?.path ?? []) ? "missing" : "wrong"}.`);
  }
  const missing = checklistItems.find(({ id }) => !result.data.rows.some((each) => each.id === id));
  if (missing) throw new PreflightError(`${name} is no preflight report: the row ${missing.id} is missing.`);
  return withoutUndefined(result.data);
}

function withoutUndefined(report: z.infer<typeof reportSchema>): PreflightReport {
  return { ...report, rows: report.rows.map(({ known, ...rest }) => (known === undefined ? rest : { ...rest, known })) };
}
