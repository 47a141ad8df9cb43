import { styleText } from "node:util";
import Table from "cli-table3";
import { headline } from "../headline.js";
import type { PreflightReport, Row } from "../report.js";
import { countsInWords } from "../subject-kinds.js";
import { verdictWords } from "./verdict-words.js";
import { counted } from "./words.js";

export interface TextOptions {
  /** Columns of the terminal; 100 by default. */
  readonly width?: number;
  readonly colour?: boolean;
}

const AREAS = "Areas beside the rows";
const HOW_TO_CLOSE = "An open row wants evidence in a file, or somebody who answers for it in agent-guardrails.preflight.ts.";

type Paint = (colour: Parameters<typeof styleText>[0], text: string) => string;

const WIDEST = 120;
const NARROWEST = 40;
/** Below this a table is a column of syllables: each row becomes a paragraph. */
const TABLE_FROM = 72;

/** For a person at a terminal: the rows as a table, then every finding with its place. */
export function renderText(report: PreflightReport, { width = 100, colour = false }: TextOptions = {}): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const columns = Math.max(NARROWEST, Math.min(width, WIDEST));
  const overview = columns < TABLE_FROM ? paragraphs(report, columns, paint) : table(report, columns, paint);
  const told = new Map<string, string>();
  const details = report.rows.flatMap((row) => detailsOf(row, told, columns, paint));
  return `${[overview, ...details, ...unexamined(report, columns), closing(report, columns)].join("\n\n")}\n`;
}

function table(report: PreflightReport, columns: number, paint: Paint): string {
  const title = Math.max(...report.rows.map((row) => row.title.length)) + 2;
  const verdict = 12;
  const grid = new Table({
    head: ["Row", "Verdict", "Summary"].map((text) => paint("bold", text)),
    colWidths: [title, verdict, columns - title - verdict - 4],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  const [rows, areas] = [report.rows.filter(({ kind }) => kind === "row"), report.rows.filter(({ kind }) => kind === "area")];
  for (const row of rows) grid.push(cells(row, paint));
  if (areas.length > 0) grid.push([{ colSpan: 3, content: paint("dim", AREAS) }], ...areas.map((row) => cells(row, paint)));
  return grid.toString();
}

function cells(row: Row, paint: Paint): string[] {
  return [row.title, verdictOf(row, paint), row.summary];
}

function verdictOf({ verdict }: Row, paint: Paint): string {
  const { sign, word, colour } = verdictWords[verdict];
  return paint(colour, `${sign} ${word}`);
}

function paragraphs(report: PreflightReport, columns: number, paint: Paint): string {
  const paragraph = (row: Row): string => `${verdictOf(row, paint)}  ${paint("bold", row.title)}\n${wrap(row.summary, columns, "  ")}`;
  const areas = report.rows.filter(({ kind }) => kind === "area");
  return [...report.rows.filter(({ kind }) => kind === "row").map(paragraph), ...(areas.length > 0 ? [paint("dim", AREAS), ...areas.map(paragraph)] : [])].join("\n");
}

/** A finding that fails several rows is told below the first of them; `told` holds which that was. */
function detailsOf(row: Row, told: Map<string, string>, columns: number, paint: Paint): string[] {
  if (row.findings.length === 0 && row.suppressed.length === 0) return [];
  const lines = row.findings.map((finding) => {
    const key = JSON.stringify(finding);
    const before = told.get(key);
    if (before !== undefined && before !== row.title) return wrap(`${placeOf(finding)}, see ${before}`, columns, "  ");
    told.set(key, row.title);
    return `${wrap(placeOf(finding), columns, "  ")}\n${wrap(finding.message, columns, "    ")}`;
  });
  const silenced = row.suppressed.map((finding) => `${wrap(`${placeOf(finding)}, switched off`, columns, "  ")}\n${wrap(finding.reason ?? "without a reason", columns, "    ")}`);
  return [[paint("bold", row.title), ...lines, ...silenced].join("\n")];
}

function placeOf({ file, line, column, ruleId }: Row["findings"][number]): string {
  return `${file}:${String(line)}:${String(column)} ${ruleId.replace("agent-guardrails/", "")}`;
}

function unexamined({ files }: PreflightReport, columns: number): string[] {
  if (files.unexamined.length === 0) return [];
  return [["Not examined", ...files.unexamined.map(({ file, reason }) => wrap(`${file}: ${reason}`, columns, "  "))].join("\n")];
}

function closing(report: PreflightReport, columns: number): string {
  const { files, inventory } = report;
  const seen = countsInWords({ tools: inventory.tools.length, agents: inventory.agents.length, models: inventory.models.length });
  const isOpen = report.rows.some(({ verdict }) => verdict === "needs-attestation");
  const lines = [
    `${headline(report).sentence}.`,
    ...(isOpen ? [HOW_TO_CLOSE] : []),
    `Examined: ${counted(files.examined, "file")}, ${String(files.withAgents)} with agent code: ${seen}.`,
  ];
  return lines.map((line) => wrap(line, columns, "")).join("\n");
}

/** Breaks at spaces; a word that is longer than a line, such as a path, stands as it is. */
function wrap(text: string, columns: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u)) {
    if (line !== "" && indent.length + line.length + 1 + word.length > columns) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((each) => indent + each).join("\n");
}
