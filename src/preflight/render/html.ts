import { createHash } from "node:crypto";
import { headline, type Standing } from "../headline.js";
import type { PreflightReport } from "../report.js";
import { inventoryTables } from "./html-inventory.js";
import { mapSection } from "./html-map.js";
import { icon, linksOf } from "./html-parts.js";
import { rowSections, rowsTable, verdictCounts } from "./html-rows.js";
import { STYLE } from "./html-style.js";
import { html, Markup } from "./markup.js";
import { counted, type Tone } from "./words.js";

export interface HtmlOptions {
  /** What the report is about, such as the name of the project. */
  readonly title?: string;
  /** Written as it is. Without one, two runs over the same tree give the same page. */
  readonly date?: string;
  /** Where the source can be read: an `https:` address of the folder that files are named from, such as `https://github.com/acme/jarvis/blob/<commit>`. */
  readonly sourceUrl?: string;
}

const PREFLIGHT = "Preflight";
const TONES: Readonly<Record<Standing, Tone>> = { ready: "good", open: "open", "not-ready": "bad", "nothing-judged": "quiet" };

/** One page that needs nothing but itself: no script, no font, no request. */
export function renderHtml(report: PreflightReport, { title, date, sourceUrl }: HtmlOptions = {}): string {
  const links = linksOf(report, folderAddress(sourceUrl));
  const rows = report.rows.filter(({ kind }) => kind === "row");
  const { standing, sentence } = headline(report);
  const tone = TONES[standing];
  const subject = title === undefined ? PREFLIGHT : `${PREFLIGHT}: ${title}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${integrity(STYLE)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${subject}. ${sentence}</title>
<style>${Markup.trusted(STYLE)}</style>
</head>
<body>
<div class="page">
<a class="skip" href="#rows">Skip to the rows</a>
<header>
<p class="kicker">${subject}${date !== undefined && html` · ${date}`} · ${fileCounts(report)}</p>
<h1 class="tone-${tone}">${icon(tone)}${sentence}</h1>
${verdictCounts(rows)}
<nav aria-label="Contents"><ul><li><a href="#rows">Rows</a></li><li><a href="#map">Agent map</a></li><li><a href="#evidence">Evidence</a></li><li><a href="#inventory">Inventory</a></li></ul></nav>
${unexaminedNotice(report)}
</header>
<main>
<section id="rows" aria-labelledby="rows-head"><h2 id="rows-head">Rows</h2>
${rowsTable(report)}</section>
<section id="map" aria-labelledby="map-head"><h2 id="map-head">Agent map</h2>
${mapSection(report, links)}</section>
<section id="evidence" aria-labelledby="evidence-head"><h2 id="evidence-head">Evidence</h2>
${rowSections(report, links)}</section>
<section id="inventory" aria-labelledby="inventory-head"><h2 id="inventory-head">Inventory</h2>
${inventoryTables(report, links)}</section>
</main>
<footer>Written by agent-guardrails preflight. Lines and columns count from 1.</footer>
</div>
</body>
</html>
`.toString();
}

/** Nothing but the address of a page may stand in a link. */
function folderAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\//iu.test(address) ? address.replace(/\/?$/u, "/") : undefined;
}

/** The style is named by its hash, so that no other takes effect, whatever a report quotes. */
function integrity(style: string): Markup {
  return Markup.trusted(`sha256-${createHash("sha256").update(style).digest("base64")}`);
}

function fileCounts({ files: { examined, withAgents } }: PreflightReport): string {
  return `${counted(examined, "file")} examined, ${withAgents.toLocaleString("en")} with agent code`;
}

function unexaminedNotice({ files: { unexamined } }: PreflightReport): Markup | null {
  if (unexamined.length === 0) return null;
  return html`<div class="notice"><p>${counted(unexamined.length, "file was", "files were")} not examined; no row that depends on source can pass.</p>
<ul>${unexamined.map(({ file, reason }) => html`<li><code>${file}</code>: ${reason}</li>`)}</ul></div>`;
}
