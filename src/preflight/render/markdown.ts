import { headline } from "../headline.js";
import type { PreflightReport, Row } from "../report.js";
import { verdictWords } from "./verdict-words.js";
import { counted } from "./words.js";

const SIGNS: Readonly<Record<Row["verdict"], string>> = { pass: "✅", fail: "❌", "not-applicable": "➖", attested: "✍️", "needs-attestation": "❔" };

/** For a pull request: the same text for the same tree, so that a bot can update its comment. */
export function renderMarkdown(report: PreflightReport): string {
  const { files } = report;
  const parts = [
    "## Preflight",
    `${headline(report).sentence}. ${counted(files.examined, "file")} examined, ${String(files.withAgents)} with agent code.`,
    table("Row", report.rows.filter(({ kind }) => kind === "row")),
    table("Areas beside the rows", report.rows.filter(({ kind }) => kind === "area")),
    ...report.rows.flatMap(details),
    ...(files.unexamined.length === 0 ? [] : [["### Not examined", ...files.unexamined.map(({ file, reason }) => `- \`${file}\`: ${text(reason)}`)].join("\n\n")]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function table(head: string, rows: readonly Row[]): string {
  return [`| ${head} | Verdict | Summary |`, "|---|---|---|", ...rows.map((row) => `| ${row.title} | ${SIGNS[row.verdict]} ${verdictWords[row.verdict].word} | ${cell(row.summary)} |`)].join("\n");
}

function details(row: Row): string[] {
  const known = row.known ?? [];
  if (row.findings.length + row.suppressed.length === 0) return [];
  const lines = [
    ...row.findings.map((finding) => `- ${placeOf(finding)} ${text(finding.message)}`),
    ...row.suppressed.map((finding) => `- ${placeOf(finding)} switched off: ${finding.reason === null ? "no reason given" : text(finding.reason)}`),
  ];
  const count = [`${String(row.findings.length)} found`, ...(row.suppressed.length > 0 ? [`${String(row.suppressed.length)} switched off`] : []), ...(known.length > 0 ? [`${String(known.length)} known`] : [])];
  return [`<details>\n<summary><b>${row.title}</b>: ${count.join(", ")}</summary>\n\n${lines.join("\n")}\n\n</details>`];
}

function placeOf({ file, line, column, ruleId }: Row["findings"][number]): string {
  return `\`${file}:${String(line)}:${String(column)}\` **${ruleId.replace("agent-guardrails/", "")}**`;
}

/** Code of the project stands in messages; outside of code spans it must not become markup. */
function text(message: string): string {
  return message
    .split(/(`[^`]*`)/u)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\*_[\]<>#|]/gu, (sign) => `\\${sign}`)))
    .join("")
    .replace(/\s+/gu, " ");
}

function cell(summary: string): string {
  return text(summary).replace(/(?<!\\)\|/gu, "\\|");
}
