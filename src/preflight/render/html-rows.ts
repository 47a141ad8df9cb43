import { checklistItems } from "../../checklist/items.js";
import type { Attestation, Finding, PreflightReport, Row, SuppressedFinding, Verdict } from "../report.js";
import { countsInWords } from "../subject-kinds.js";
import { findingAnchor, icon, placeMarkup, ruleMarkup, state, table, type Links } from "./html-parts.js";
import { html, prose, type Markup } from "./markup.js";
import { counted, PART_STATES, VERDICT_ORDER, verdictState } from "./words.js";

export function verdictCounts(rows: readonly Row[]): Markup {
  const counts = VERDICT_ORDER.map((verdict) => ({ verdict, count: rows.filter((row) => row.verdict === verdict).length })).filter(({ count }) => count > 0);
  return html`<ul class="counts">${counts.map(({ verdict, count }) => html`<li><b>${count}</b>${state(verdictState(verdict))}</li>`)}</ul>`;
}

export function rowsTable({ rows }: PreflightReport): Markup {
  const areas = rows.filter(({ kind }) => kind === "area");
  return table(
    "The rows of the checklist, each with what was examined",
    "The rows of the checklist",
    ["Row", "Verdict", "Examined", "In a sentence"],
    html`<tbody>${rows.filter(({ kind }) => kind === "row").map(rowLine)}</tbody>
${areas.length > 0 && html`<tbody><tr class="group"><th scope="rowgroup" colspan="4">Areas beside the rows</th></tr>${areas.map(rowLine)}</tbody>`}`,
    "rows",
  );
}

function rowLine(row: Row): Markup {
  return html`<tr><th scope="row"><a href="#row-${row.id}">${row.title}</a></th><td>${state(verdictState(row.verdict))}</td><td class="number">${examined(row) ?? html`<span class="muted">nothing</span>`}</td><td>${prose(row.summary)}</td></tr>
`;
}

function examined({ examined }: Row): string | null {
  return Object.keys(examined).length === 0 ? null : countsInWords(examined);
}

/** What stands behind each verdict: rows that fail or are open come with their places, the others with what they rest on. */
export function rowSections({ rows }: PreflightReport, links: Links): Markup {
  return html`${rows.map((row) => rowSection(row, links))}`;
}

function rowSection(row: Row, links: Links): Markup {
  const item = checklistItems.find(({ id }) => id === row.id);
  const quiet = row.verdict === "not-applicable";
  return html`<section id="row-${row.id}">
<div class="row-head"><h3>${row.title}</h3>${state(verdictState(row.verdict))}${quiet && html`<p class="muted small">${prose(row.summary)}</p>`}</div>
${!quiet && html`<p>${prose(row.summary)}</p>
<p class="muted small">${item && html`Ticked when ${prose(item.tickedWhen)}. `}${examinedSentence(row)}</p>`}
${!quiet && row.parts.length > 0 && html`<ul class="parts">${row.parts.map(({ says, state: holds, why }) => html`<li>${state(PART_STATES[holds])} <span>${prose(says)}${why !== null && html` <span class="muted">${prose(why)}</span>`}</span></li>`)}</ul>`}
${row.attestation && attestationMarkup(row.attestation, row.verdict)}
${row.findings.length > 0 && html`<ul class="findings">${row.findings.map((finding, index) => findingItem(finding, findingAnchor(row.id, index), links))}</ul>`}
${row.known !== undefined && row.known.length > 0 && knownMarkup(row.known, links)}
${row.suppressed.length > 0 && suppressedMarkup(row.suppressed, links)}
</section>
`;
}

function examinedSentence(row: Row): string {
  const what = examined(row);
  return what === null ? "Nothing of the kind was examined." : `Examined: ${what}.`;
}

function attestationMarkup({ by, on, until, statement, link }: Attestation, verdict: Verdict): Markup {
  const expired = verdict === "needs-attestation" ? html`<strong>no longer counts</strong>, was given until` : "good until";
  return html`<p>${icon("person")}“${prose(statement)}” <span class="muted">${by === "policy" ? "the ESLint settings" : by}${on !== null && html`, ${on}`}${until !== null && html`; ${expired} <time datetime="${until}">${until}</time>`}</span>${link !== null && html` ${evidenceLink(link)}`}</p>`;
}

/** Only an address that a browser opens as a page becomes a link; anything else is shown as it is. */
function evidenceLink(link: string): Markup {
  return /^https?:\/\//iu.test(link) ? html`<a href="${link}" rel="noreferrer">Evidence</a>` : html`<code>${link}</code>`;
}

function findingItem(finding: Finding, anchor: string, links: Links): Markup {
  return html`<li id="${anchor}"><div>${placeMarkup(finding, links)}</div><div><p>${prose(finding.message)}</p><p class="small">${ruleMarkup(finding.ruleId)}</p></div></li>
`;
}

function knownMarkup(known: readonly Finding[], links: Links): Markup {
  return html`<p class="muted small">${counted(known.length, "finding")} that the baseline holds already:</p>
<ul class="findings">${known.map((finding) => html`<li><div>${placeMarkup(finding, links)}</div><div><p class="muted">${prose(finding.message)}</p><p class="small">${ruleMarkup(finding.ruleId)}</p></div></li>
`)}</ul>`;
}

function suppressedMarkup(suppressed: readonly SuppressedFinding[], links: Links): Markup {
  return html`<p class="muted small">${counted(suppressed.length, "finding")} switched off by a comment:</p>
<ul class="findings">${suppressed.map(
    (finding) => html`<li><div>${placeMarkup(finding, links)}</div><div><p>${finding.reason === null ? state({ word: "No reason given", tone: "open" }) : html`Reason: ${prose(finding.reason)}`}</p><p class="muted small">${prose(finding.message)}</p><p class="small">${ruleMarkup(finding.ruleId)}</p></div></li>
`,
  )}</ul>`;
}
