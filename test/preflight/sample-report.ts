import { checklistItems, type ChecklistId } from "../../src/checklist/items.js";
import { SCHEMA_VERSION, type AgentEntry, type Finding, type Inventory, type PreflightReport, type Row, type ToolEffect, type ToolEntry } from "../../src/preflight/report.js";

/** Builds reports by hand: what a test does not say is as harmless as can be. */
export function toolEntry(name: string | null, entry: Partial<ToolEntry> = {}): ToolEntry {
  const file = entry.file ?? `tools/${name ?? "unnamed"}.ts`;
  const line = entry.line ?? 4;
  const column = entry.column ?? 21;
  return {
    id: `${file}:${line}:${column}`, name, framework: "langchain", effects: [], readsUntrusted: false,
    approval: "none-needed", deadline: "none-needed", quota: "none-needed", idempotency: "none-needed",
    ...entry, file, line, column,
  };
}

export function agentEntry(name: string | null, tools: readonly ToolEntry[], entry: Partial<AgentEntry> = {}): AgentEntry {
  const file = entry.file ?? `agents/${name ?? "unnamed"}.ts`;
  const line = entry.line ?? 9;
  const column = entry.column ?? 14;
  return {
    id: `${file}:${line}:${column}`, name, framework: "langchain", tools: tools.map(({ id }) => id), otherTools: [], toolsComplete: true, asksFor: [],
    model: "openai:gpt-5-mini", middleware: [], checkpointer: "given",
    ...entry, file, line, column,
  };
}

export const sendsMail = (approval: ToolEffect["approval"]): ToolEffect => ({ kind: "external", label: "sends mail", approval });

export function inventoryOf(agents: readonly AgentEntry[], tools: readonly ToolEntry[]): Inventory {
  return { agents, tools, models: [], stores: [], invocations: [], subjects: [] };
}

export function rowOf(id: ChecklistId, row: Partial<Row> = {}): Row {
  const { title, kind } = checklistItems.find((item) => item.id === id)!;
  return { id, title, kind, verdict: "not-applicable", examined: {}, findings: [], suppressed: [], attestation: null, summary: "Nothing of the kind exists.", parts: [], ...row };
}

export function reportOf(report: Partial<PreflightReport> & { readonly said?: Partial<Record<ChecklistId, Partial<Row>>> } = {}): PreflightReport {
  const { said = {}, ...rest } = report;
  return {
    schemaVersion: SCHEMA_VERSION,
    rows: checklistItems.map(({ id }) => rowOf(id, said[id])),
    inventory: inventoryOf([], []),
    files: { examined: 12, withAgents: 5, unexamined: [] },
    evidence: [],
    rules: [],
    ...rest,
  };
}

export function finding(rule: string, place: string, message: string): Finding {
  const [file = "", line, column] = place.split(":");
  return { ruleId: `agent-guardrails/${rule}`, file, line: Number(line), column: Number(column), message };
}

const readPage = toolEntry("read_page", { file: "tools/handbook.ts", line: 21, readsUntrusted: true, deadline: "unguarded" });
const summariseInbox = toolEntry("summarise_inbox", { file: "tools/inbox.ts", line: 11, readsUntrusted: true, deadline: "unguarded" });
const sendMail = toolEntry("send_mail", { file: "tools/mail.ts", line: 7, effects: [sendsMail("unguarded")], approval: "unguarded", deadline: "unknown", quota: "unguarded", idempotency: "unguarded" });
const closeAccount = toolEntry("close_account", {
  file: "tools/accounts.ts", line: 9, approval: "unguarded", deadline: "unguarded", quota: "unguarded", idempotency: "unguarded",
  effects: [sendsMail("unguarded"), { kind: "destructive", label: "deletes over HTTP", approval: "guarded" }],
});
const orderVoucher = toolEntry("order_voucher", { file: "tools/voucher.ts", line: 17, effects: [{ kind: "external", label: "posts over HTTP", approval: "guarded" }], approval: "guarded", deadline: "guarded", quota: "unguarded", idempotency: "guarded" });
const remember = toolEntry("remember", { file: "tools/notes.ts", line: 5, effects: [{ kind: "write", label: "writes to the store", approval: "none-needed" }] });
const getPayslip = toolEntry("get_payslip", { file: "tools/payslip.ts", line: 11, deadline: "unguarded" });
const jarvisTools = [closeAccount, readPage, summariseInbox, sendMail, remember, getPayslip, orderVoucher];

/** An assistant that a hurried team wrote: it reads the web and the inbox, and sends mail unasked. */
export const unsafeReport: PreflightReport = reportOf({
  said: {
    auth: {
      verdict: "fail", examined: { tools: 7 }, summary: "1 of 7 tools takes the identity of the user from the model.",
      parts: [{ says: "no tool takes identity from the model", state: "fails", why: null }, { says: "runs carry the identity that was verified", state: "open", why: "`no-unverified-identity` is switched off" }],
      findings: [finding("no-llm-identity-args", "tools/payslip.ts:20:7", 'The model writes "user_email", so it decides whose payslip "get_payslip" reads. Read the user from `config.configurable`.')],
    },
    approval: {
      verdict: "fail", examined: { tools: 3 }, summary: "2 of 3 tools that act outside do so without asking.",
      findings: [
        finding("require-approval-for-external", "tools/accounts.ts:12:13", "`close_account` sends mail (transport.sendMail) whenever the model decides to, and nobody approves it. Ask a person first with `interrupt(…)`."),
        finding("require-approval-for-external", "tools/mail.ts:9:11", "`send_mail` sends mail (transport.sendMail) whenever the model decides to, and nobody approves it. Ask a person first with `interrupt(…)`."),
      ],
    },
    errors: {
      verdict: "fail", examined: { tools: 7 }, summary: "1 tool swallows its error.",
      findings: [finding("no-silent-tool-error", "agent/it.ts:23:3", "The model cannot tell a failure from an empty answer. Return an ERROR string.")],
      suppressed: [{ ...finding("require-tool-error-result", "tools/handbook.ts:8:9", "A failure of fetch(…) ends the run."), reason: "the page is static and bundled with the release" }, { ...finding("require-tool-error-result", "tools/notes.ts:8:9", "A failure of the store ends the run."), reason: null }],
    },
    reliability: { verdict: "pass", examined: { tools: 7, models: 2 }, summary: "All 7 tools and 2 models hold." },
    observability: {
      verdict: "attested", examined: { workflows: 2 }, summary: "Maria Keller answers for it until 2027-02-01.",
      attestation: { by: "Maria Keller", on: "2026-11-01", until: "2027-02-01", statement: "Tracing is on in production; 8 % of runs are evaluated online.", link: "https://wiki.acme.example/jarvis/tracing" },
    },
    limits: {
      verdict: "needs-attestation", summary: "The answer has expired on 2026-09-30.",
      attestation: { by: "Jan Novák", on: "2026-06-30", until: "2026-09-30", statement: "The gateway allows 60 requests a minute and user.", link: null },
    },
    "kill-switch": { verdict: "needs-attestation", summary: "No file shows it, and nobody answers for it." },
    privacy: { verdict: "needs-attestation", summary: "No file shows it, and nobody answers for it." },
  },
  inventory: {
    tools: jarvisTools,
    agents: [
      agentEntry("hr", [getPayslip], { file: "agent/jarvis.ts", line: 14, column: 12, checkpointer: "missing" }),
      agentEntry("it", [closeAccount], { file: "agent/it.ts", line: 33, column: 19, otherTools: ["TavilySearch"], checkpointer: "unknown", model: null }),
      agentEntry("knowledge", jarvisTools, { file: "agent/jarvis.ts", line: 20, column: 19, toolsComplete: false, middleware: ["summarizationMiddleware", "modelCallLimitMiddleware"] }),
    ],
    models: [{ id: "agent/models.ts:3:22", file: "agent/models.ts", line: 3, column: 22, provider: "openai", name: "gpt-5", size: "large" }],
    stores: [{ id: "tools/notes.ts:8:11", file: "tools/notes.ts", line: 8, column: 11, operation: "put" }],
    invocations: [{ id: "app/chat/route.ts:15:20", file: "app/chat/route.ts", line: 15, column: 20, inHandler: true }],
    subjects: [{ id: "threads@app/chat/route.ts:16:23", kind: "threads", file: "app/chat/route.ts", line: 16, column: 23, label: "`thread_id`", holds: "none-needed" }],
  },
  evidence: [{ id: "package.json:12:5", kind: "tracing", file: "package.json", line: 12, column: 5, says: "`LANGSMITH_TRACING` is set", holds: true, of: null }],
  rules: [{ ruleId: "agent-guardrails/require-rate-limit", ran: 15, off: 3 }],
  files: { examined: 18, withAgents: 14, unexamined: [{ file: "tools/draft.ts", reason: "Unexpected token (12:4)" }] },
});

/** A company's worth of tools, held by eight agents. */
export function largeReport(count: number): PreflightReport {
  const approvals = ["unguarded", "guarded", "unknown"] as const;
  const tools = Array.from({ length: count }, (_, index) =>
    toolEntry(`tool_${index + 1}`, {
      file: `packages/area-${index % 20}/src/tools/tool-${index + 1}.ts`,
      readsUntrusted: index % 10 === 0,
      effects: index % 4 === 1 ? [{ kind: index % 3 === 0 ? "destructive" : "external", label: `acts outside in way ${index % 50}`, approval: approvals[index % 3]! }] : [],
    }),
  );
  const agents = Array.from({ length: 8 }, (_, index) => agentEntry(`agent_${index + 1}`, tools.filter((_, at) => at % 8 === index || at % 40 === 0), { file: `packages/agents/src/agent-${index + 1}.ts` }));
  const findings = tools.filter(({ effects }) => effects.length > 0).map(({ name, file }) => finding("require-approval-for-external", `${file}:6:5`, `\`${name ?? ""}\` acts outside unasked.`));
  return reportOf({ said: { approval: { verdict: "fail", examined: { tools: count }, findings, summary: "Many tools act unasked." } }, inventory: inventoryOf(agents, tools) });
}
