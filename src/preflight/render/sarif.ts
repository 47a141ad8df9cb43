import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import type { Log, ReportingDescriptor, Result } from "sarif";
import { rules as allRules } from "../../../rules/index.js";
import type { GuardrailsRule } from "../../rule/create-rule.js";
import { ruleName, rowsOf } from "../findings-by-row.js";
import type { Finding, PreflightReport, SuppressedFinding } from "../report.js";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const HOME = "https://github.com/agent-guardrails/agent-guardrails";
const rules: Readonly<Record<string, GuardrailsRule>> = allRules;

const manifest = createRequire(import.meta.url)("eslint-plugin-agent-guardrails/package.json") as { readonly version: string };

/** SARIF 2.1.0, as GitHub's code scanning takes it: findings, those that are switched off as suppressed, and files that could not be examined. */
export function renderSarif(report: PreflightReport): string {
  const findings = distinct(report.rows.flatMap(({ findings: own, known = [] }) => [...own, ...known]));
  const suppressed = distinct(report.rows.flatMap((row) => row.suppressed));
  const ids = [...new Set([...findings, ...suppressed].map(({ ruleId }) => ruleId))].sort();
  const log: Log = {
    version: "2.1.0",
    $schema: SCHEMA,
    runs: [
      {
        tool: { driver: { name: "agent-guardrails", version: manifest.version, informationUri: HOME, rules: ids.map(descriptor) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { SRCROOT: { description: { text: "The folder that the report is about." } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: report.files.unexamined.map(({ file, reason }) => ({ level: "error", message: { text: `Not examined: ${reason}.` }, locations: [{ physicalLocation: { artifactLocation: artifact(file) } }] })),
          },
        ],
        results: [...findings.map((finding) => result(finding, ids)), ...suppressed.map((finding) => suppressedResult(finding, ids))],
        properties: { rows: report.rows.map(({ id, verdict, summary }) => ({ id, verdict, summary })) },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor(id: string): ReportingDescriptor {
  const name = ruleName(id);
  const docs = name === undefined ? undefined : rules[name]?.meta.docs;
  return {
    id,
    name: name ?? id,
    shortDescription: { text: `${docs?.description ?? "What files beside the source show"}.` },
    helpUri: docs?.url ?? HOME,
    defaultConfiguration: { level: "error" },
    properties: { tags: ["security", ...rowsOf(id).map((row) => `checklist/${row}`), ...(docs?.owasp ?? []).map((risk) => `owasp/${risk}`)] },
  };
}

function result({ ruleId, message, file, line, column }: Finding, ids: readonly string[]): Result {
  return {
    ruleId,
    ruleIndex: ids.indexOf(ruleId),
    level: "error",
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file), region: { startLine: line, startColumn: column } } }],
    // Lines move; what was reported where stays the same report.
    partialFingerprints: { "ruleFileMessage/v1": fingerprint(`${ruleId}\n${file}\n${message}`) },
  };
}

function suppressedResult(finding: SuppressedFinding, ids: readonly string[]): Result {
  return { ...result(finding, ids), suppressions: [{ kind: "inSource", ...(finding.reason === null ? {} : { justification: finding.reason }) }] };
}

function artifact(file: string): { uri: string; uriBaseId: string } {
  return { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "SRCROOT" };
}

function distinct<Each extends Finding>(findings: readonly Each[]): readonly Each[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
