import type { Tone } from "./words.js";

/** The colours of a page on a light and on a dark ground; every pair that is read together has the contrast of WCAG AA. */
export interface Palette extends Readonly<Record<Tone, string>> {
  readonly ground: string;
  /** Behind boxes of the map, code and table heads. */
  readonly raised: string;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly link: string;
  readonly badGround: string;
  readonly openGround: string;
  readonly goodGround: string;
}

export const LIGHT: Palette = {
  ground: "#ffffff",
  raised: "#f5f6f8",
  ink: "#1a1f26",
  muted: "#59626d",
  line: "#d7dce2",
  link: "#0b57c2",
  bad: "#b3261e",
  open: "#805000",
  good: "#17703f",
  person: "#1f4fbf",
  quiet: "#59626d",
  badGround: "#fdf0ee",
  openGround: "#fdf5e3",
  goodGround: "#eef8f1",
};

export const DARK: Palette = {
  ground: "#12161b",
  raised: "#1b2027",
  ink: "#e5e8ec",
  muted: "#a0a9b4",
  line: "#353d47",
  link: "#8fb8ff",
  bad: "#ff9086",
  open: "#efbb62",
  good: "#6fd29b",
  person: "#9db9ff",
  quiet: "#a0a9b4",
  badGround: "#341a19",
  openGround: "#30260f",
  goodGround: "#14291d",
};

function variables(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}:${String(colour)};`)
    .join("");
}

const PAGE = `
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;overflow-wrap:break-word;background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.page{max-width:1020px;margin:0 auto;padding:2.5rem 1.5rem 4rem}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
a:has(code){text-underline-offset:.3em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
code{font:.9em/1.4 ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere;unicode-bidi:isolate}
h1,h2,h3{line-height:1.25;font-weight:650;margin:0;text-wrap:balance}
h1{font-size:1.9rem;letter-spacing:-.015em;display:flex;gap:.6rem;align-items:baseline}
h2{font-size:1.25rem;margin:3rem 0 .35rem;padding-top:.9rem;border-top:1px solid var(--line)}
h3{font-size:1rem;margin:1.75rem 0 .25rem}
p{margin:.35rem 0;max-width:46rem}
.kicker{margin:0 0 .5rem;color:var(--muted);font-size:.875rem}
.lead{font-size:1.05rem;max-width:46rem}
.muted{color:var(--muted)}
.small{font-size:.8125rem}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:1.25rem 0 0;padding:0;font-size:.9rem}
.counts{display:flex;flex-wrap:wrap;gap:.4rem 1.75rem;list-style:none;margin:1.1rem 0 0;padding:0}
.counts b{font-size:1.35rem;font-weight:650;font-variant-numeric:tabular-nums;margin-right:.3rem}
.tone-bad{color:var(--bad)}.tone-open{color:var(--open)}.tone-good{color:var(--good)}.tone-person{color:var(--person)}.tone-quiet{color:var(--quiet)}
.state{white-space:nowrap;font-weight:600}
.cell.state{font-weight:500}
.icon{width:.95em;height:.95em;vertical-align:-.12em;margin-right:.4em;fill:none;stroke:currentColor;stroke-width:2.2;stroke-linecap:round;stroke-linejoin:round;flex:none}
h1 .icon{width:.8em;height:.8em;margin:0;vertical-align:0}
.scroll{overflow-x:auto;margin:.75rem 0 0}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;color:var(--muted);padding:0 0 .4rem;font-size:.875rem}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--line)}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--muted);font-weight:500;font-size:.8125rem;white-space:nowrap;border-bottom-color:var(--muted)}
tbody th{font-weight:600}
tr.group th{padding-top:1.4rem;color:var(--muted);font-weight:500;font-size:.8125rem}
td.number{min-width:9.5rem;font-variant-numeric:tabular-nums}
.inventory td,.inventory th{padding-right:.9rem}
.inventory code{overflow-wrap:break-word}
.place{display:block;color:var(--muted);font-size:.8125rem;font-weight:400}
.row-head{display:flex;flex-wrap:wrap;gap:.1rem 1rem;align-items:baseline}
.parts{list-style:none;margin:.5rem 0 0;padding:0;font-size:.9rem}
.parts li{display:grid;grid-template-columns:6rem minmax(0,1fr);margin:.15rem 0}
.findings{list-style:none;margin:.5rem 0 0;padding:0}
.findings li{display:grid;grid-template-columns:15rem minmax(0,1fr);gap:0 1.25rem;padding:.5rem 0;border-top:1px solid var(--line);font-size:.9rem;scroll-margin-top:1rem}
.findings p{margin:0}
.paths{margin:.6rem 0 0;padding:0 0 0 1.6rem;font-size:.9rem}
.paths li{margin:.35rem 0}
.paths-of{margin:.6rem 0 0;max-width:none}
.notice{border-left:3px solid var(--open);background:var(--open-ground);padding:.6rem .9rem;margin:1.25rem 0 0}
.notice ul{margin:.3rem 0 0;padding-left:1.2rem}
:target{background:var(--open-ground)}
footer{margin-top:3rem;padding-top:.9rem;border-top:1px solid var(--line);color:var(--muted);font-size:.8125rem}
@media (max-width:40rem){.page{padding:1.5rem 1rem 3rem}.findings li{grid-template-columns:minmax(0,1fr)}h1{font-size:1.5rem}}
`;

const MAP = `
.map-frame{overflow:auto;max-height:52rem;margin:1rem 0 0;padding:.25rem 0}
.map{display:block;font:12px system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
.map text{fill:var(--ink)}
.map .name{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;unicode-bidi:isolate}
.map .label{font-size:12px}
.map .note,.map .head{fill:var(--muted);font-size:11px}
.map .box rect{fill:var(--ground);stroke:var(--muted);stroke-width:1}
.map a.box{text-decoration:none}
.map a.box:hover rect{fill:var(--raised)}
.map a.box:hover .name,.map a.box:hover .label{text-decoration:underline}
.map a.box:focus-visible{outline:none}
.map a.box:focus-visible rect{stroke:var(--link);stroke-width:3}
.map .box.source rect{fill:var(--open-ground);stroke:var(--open);stroke-width:1.5}
.map .box.source .note{fill:var(--open)}
.map .box.agent rect{fill:var(--raised);stroke:var(--ink);stroke-width:1.5}
.map .box.agent .name{font-weight:600}
.map .box.unseen rect,.map .box.nobody rect{stroke-dasharray:3 3}
.map .effect rect{fill:var(--ground);stroke:var(--line)}
.map .connector,.map .edge{fill:none;stroke:var(--muted);stroke-width:1}
.map .edge.plain{opacity:.75}
.map .effect.unguarded rect{fill:var(--bad-ground);stroke:var(--bad);stroke-width:1.5}
.map .effect.unguarded .note{fill:var(--bad)}
.map .effect.unguarded .connector,.map .edge.unguarded{stroke:var(--bad);stroke-width:2.5}
.map .effect.guarded rect{fill:var(--good-ground);stroke:var(--good)}
.map .effect.guarded .note{fill:var(--good)}
.map .effect.guarded .connector,.map .edge.guarded{stroke:var(--good);stroke-width:1.5;stroke-dasharray:7 4}
.map .effect.unknown rect{fill:var(--open-ground);stroke:var(--open)}
.map .effect.unknown .note{fill:var(--open)}
.map .effect.unknown .connector,.map .edge.unknown{stroke:var(--open);stroke-width:1.75;stroke-dasharray:1.5 3.5}
.map .edge-label{font-size:11px;font-weight:600;paint-order:stroke;stroke:var(--ground);stroke-width:4px;stroke-linejoin:round}
.map .edge-label.unguarded{fill:var(--bad)}.map .edge-label.guarded{fill:var(--good)}.map .edge-label.unknown{fill:var(--open)}
.map .arrow path{fill:var(--muted)}
.map .arrow.unguarded path{fill:var(--bad)}.map .arrow.guarded path{fill:var(--good)}.map .arrow.unknown path{fill:var(--open)}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;list-style:none;margin:.75rem 0 0;padding:0;font-size:.8125rem;color:var(--muted)}
.legend svg{display:inline-block;width:34px;height:10px;vertical-align:middle;margin-right:.45rem}
`;

const PRINT = `
@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#59626d}}
@media print{
html{font-size:12.5px}
body{font-size:9.5pt}
.page{max-width:none;padding:0}
nav,.skip{display:none}
h1{font-size:19pt}h2{font-size:13pt;margin-top:9mm}h3{font-size:10.5pt}
h2,h3,.row-head,caption,thead,section>p:not(:last-child),.legend,.paths-of{break-after:avoid}
tbody tr:first-child,.findings li:first-child{break-before:avoid}
thead{display:table-header-group}
p,tr,.parts li,.findings li,.paths li,.notice,.legend,.map-frame{break-inside:avoid}
.scroll,.map-frame{overflow:visible;max-height:none}
.map{width:auto;height:auto;max-width:100%;max-height:225mm}
table{font-size:8.5pt}
.inventory td,.inventory th{padding-right:.55rem}
.inventory td,.inventory th,.inventory code{overflow-wrap:anywhere}
.inventory td{min-width:6.2em}
thead th,.place,.small{font-size:7.5pt}
.findings li{grid-template-columns:11rem minmax(0,1fr);font-size:8.5pt}
thead th{white-space:normal}
a{color:inherit;text-decoration-color:var(--line)}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;

/** Dark is for screens; paper is white. */
export const STYLE = `:root{${variables(LIGHT)}}@media screen and (prefers-color-scheme:dark){:root{${variables(DARK)}}}${PAGE}${MAP}${PRINT}`.replaceAll("\n", "");
