/** Draws a finding as an editor shows it. */
import { wrap } from "./text.mjs";

const CHAR = 8.4;
const LINE = 22;
const PAD = 16;
const TOKENS = /(?<string>"[^"]*")|(?<keyword>\b(?:import|export|const|async|await|return|from)\b)|(?<call>\b[\w$]+(?=\())|(?<key>\b\w+(?=:))/g;

export function picture({ file, source, finding, rule, around = 5 }) {
  const first = Math.max(1, finding.line - around);
  const lines = source.trimEnd().split("\n").slice(first - 1, finding.line + around);
  const message = [...wrap(`${finding.message} ${rule}`).split("\n")];
  const columns = Math.max(...lines.map(({ length }) => length), ...message.map(({ length }) => length)) + 6;
  const width = Math.ceil(columns * CHAR + 2 * PAD);
  const below = finding.line - first + 1;
  const box = message.length * LINE + PAD;
  const top = 48;
  const height = top + lines.length * LINE + box + 2 * PAD;

  const y = (index) => top + (index + 1) * LINE + (index >= below ? box + 8 : 0);
  const x = (column) => PAD + (column + 5) * CHAR;
  const code = lines.map((line, index) =>
    [`<text class="number" x="${PAD}" y="${y(index)}">${String(first + index).padStart(3)}</text>`, `<text x="${x(0)}" y="${y(index)}">${colour(line)}</text>`].join(""));
  const boxTop = y(below - 1) + 10;
  const said = message.map((text, index) => `<text x="${PAD * 2}" y="${boxTop + (index + 1) * LINE - 2}">${escape(text)}</text>`);

  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(`${file}, line ${finding.line}: ${finding.message}`)}">
<style>text { font: 14px ui-monospace, Menlo, Consolas, monospace; fill: #d4d4d4; white-space: pre; } .number { fill: #6e7681; } .string { fill: #ce9178; } .keyword { fill: #c586c0; } .call { fill: #dcdcaa; } .key { fill: #9cdcfe; }</style>
<rect width="${width}" height="${height}" rx="8" fill="#1f1f1f"/>
<text class="number" x="${PAD}" y="30">${escape(file)}</text>
${code.join("\n")}
<path d="${squiggle(x(finding.column - 1), y(below - 1) + 4, (finding.endColumn - finding.column) * CHAR)}" fill="none" stroke="#f14c4c" stroke-width="1.5"/>
<rect x="${PAD}" y="${boxTop}" width="${width - 2 * PAD}" height="${box - 8}" rx="4" fill="#2a2a2a" stroke="#454545"/>
${said.join("\n")}
</svg>
`;
}

function squiggle(from, y, length) {
  const steps = Math.round(length / 4);
  return `M${round(from)} ${y}${Array.from({ length: steps }, (_, step) => `l4 ${step % 2 === 0 ? -3 : 3}`).join("")}`;
}

function colour(line) {
  let coloured = "";
  let end = 0;
  for (const match of line.matchAll(TOKENS)) {
    const [kind] = Object.entries(match.groups).find(([, text]) => text !== undefined);
    coloured += `${escape(line.slice(end, match.index))}<tspan class="${kind}">${escape(match[0])}</tspan>`;
    end = match.index + match[0].length;
  }
  return coloured + escape(line.slice(end));
}

function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

function round(number) {
  return Math.round(number * 10) / 10;
}
