import { pageOf } from "../../rule/rule-docs.js";
import type { AgentEntry, Finding, Place, PreflightReport, ToolEntry } from "../report.js";
import { html, shown, type Content, type Markup } from "./markup.js";
import type { Tone } from "./words.js";

/** A finding, and the id of its first place in the page. */
export interface Anchored {
  readonly finding: Finding;
  readonly anchor: string;
}

/** Where things stand in the page, and where the places they name can be read. */
export interface Links {
  readonly entry: (entry: ToolEntry | AgentEntry) => string;
  /** The findings between where an entry begins and where the next one of its file does. */
  readonly findingsAt: (entry: ToolEntry | AgentEntry) => readonly Anchored[];
  /** What stands before the path of a file where the source can be read, if it can. */
  readonly source: string | undefined;
}

export function linksOf({ rows, inventory: { tools, agents } }: PreflightReport, source: string | undefined): Links {
  const anchors = new Map<ToolEntry | AgentEntry, string>([
    ...tools.map((tool, index) => [tool, `tool-${index + 1}`] as const),
    ...agents.map((agent, index) => [agent, `agent-${index + 1}`] as const),
  ]);
  const findings = new Map<string, Anchored>();
  for (const row of rows) {
    row.findings.forEach((finding, index) => {
      const key = JSON.stringify([finding.ruleId, finding.file, finding.line, finding.column]);
      if (!findings.has(key)) findings.set(key, { finding, anchor: findingAnchor(row.id, index) });
    });
  }
  const near = assigned([...anchors.keys()], [...findings.values()]);
  return { entry: (entry) => anchors.get(entry) ?? "inventory", findingsAt: (entry) => near.get(entry) ?? [], source };
}

export function findingAnchor(row: string, index: number): string {
  return `finding-${row}-${index + 1}`;
}

function assigned<Entry extends Place>(entries: readonly Entry[], findings: readonly Anchored[]): ReadonlyMap<Entry, readonly Anchored[]> {
  const byFile = new Map<string, Entry[]>();
  for (const entry of entries.toSorted(inOrder)) byFile.set(entry.file, [...(byFile.get(entry.file) ?? []), entry]);
  const near = new Map<Entry, Anchored[]>();
  for (const each of findings.toSorted((a, b) => inOrder(a.finding, b.finding))) {
    const owner = byFile.get(each.finding.file)?.findLast((entry) => inOrder(entry, each.finding) <= 0);
    if (owner !== undefined) near.set(owner, [...(near.get(owner) ?? []), each]);
  }
  return near;
}

function inOrder(a: Place, b: Place): number {
  return a.line - b.line || a.column - b.column;
}

/** Names a place, and leads to it where the source can be read. */
export function placeMarkup({ file, line, column }: Place, { source }: Links): Markup {
  const place = html`<code>${pathMarkup(`${file}:${line}:${column}`)}</code>`;
  return source === undefined ? place : html`<a href="${source}${shown(file).split("/").map(encodeURIComponent).join("/")}#L${line}" rel="noreferrer">${place}</a>`;
}

/** A path may break after each slash, and only then elsewhere. */
export function pathMarkup(path: string): Markup {
  return html`${path.split("/").map((part, index) => (index === 0 ? part : html`/<wbr>${part}`))}`;
}

const OUR_RULE = /^agent-guardrails\/(?<name>[a-z][a-z-]*)$/u;

export function ruleMarkup(ruleId: string): Markup {
  const name = OUR_RULE.exec(ruleId)?.groups?.name;
  return name === undefined ? html`<code>${ruleId}</code>` : html`<a href="${pageOf(name)}" rel="noreferrer"><code>${ruleId}</code></a>`;
}

export function nameMarkup(name: string | null): Markup {
  return name === null ? html`<span class="muted">no name in sight</span>` : html`<code>${name}</code>`;
}

const ICONS: Readonly<Record<Tone, string>> = {
  bad: "M3 3 L13 13 M13 3 L3 13",
  open: "M8 2.5 V9 M8 13 V13.1",
  good: "M2.5 8.5 L6.5 12.5 L13.5 3.5",
  person: "M8 8 A2.8 2.8 0 1 0 8 2.4 A2.8 2.8 0 1 0 8 8 M2.5 14 C3 10.5 13 10.5 13.5 14",
  quiet: "M3 8 H13",
};

export function icon(tone: Tone): Markup {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${ICONS[tone]}"/></svg>`;
}

/** A state is an icon and a word; its colour only repeats them. */
export function state({ word, tone }: { readonly word: string; readonly tone: Tone }, more = ""): Markup {
  return html`<span class="state ${more} tone-${tone}">${icon(tone)}${word}</span>`;
}

/** A table that a narrow screen scrolls, with the keyboard as well. */
export function table(caption: string, label: string, heads: readonly string[], body: Content, className = ""): Markup {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table class="${className}"><caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
${body}
</table></div>`;
}
