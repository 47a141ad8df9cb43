import type { AgentEntry, ToolEntry } from "../report.js";
import { holdsOnlyReaders, type AgentMap, type MapEdge, type MapEffect, type MapNode, type Passage, type ToolNode, type UnseenNode } from "./agent-map.js";
import { acts, listed } from "../subject-kinds.js";
import { EFFECT_GAP, EFFECT_HEIGHT, layOut, WIDTHS, type Box } from "./map-layout.js";
import { html, shown, type Markup } from "./markup.js";
import { APPROVALS, counted, EFFECT_KINDS } from "./words.js";

/** The id of an entry's place in the page. */
export type AnchorOf = (entry: ToolEntry | AgentEntry) => string;

const MARGIN = 8;
const HEAD = 30;
const PADDING = 10;
/** Widths of a character in the map's fonts, in pixels: a fixed one for names, a generous mean for labels. */
const NAME_CHARACTER = 7.25;
const LABEL_CHARACTER = 6.8;

const PASSAGE_LABELS: Readonly<Record<Passage, string | null>> = { unguarded: "unguarded", unknown: "not known", guarded: "asks first", plain: null };
/** The worst is drawn last, on top of the others. */
const DRAWING_ORDER: readonly Passage[] = ["plain", "guarded", "unknown", "unguarded"];

export function drawMap(map: AgentMap, anchorOf: AnchorOf, description: string): Markup {
  const { boxes, width, height } = layOut(map);
  const at = (key: string): Box => boxes.get(key) ?? { x: 0, y: 0, width: 0, height: 0 };
  const toolKeys = new Set(map.nodes.filter(({ kind }) => kind === "tool").map(({ key }) => key));
  const edges = map.edges.toSorted((a, b) => DRAWING_ORDER.indexOf(a.passage) - DRAWING_ORDER.indexOf(b.passage));
  const fullWidth = width + 2 * MARGIN;
  const fullHeight = height + HEAD + 2 * MARGIN;
  return html`<svg class="map" role="group" aria-labelledby="map-title" aria-describedby="map-description" viewBox="0 0 ${fullWidth} ${fullHeight}" width="${fullWidth}" height="${fullHeight}">
<title id="map-title">Agent map</title>
<desc id="map-description">${description}</desc>
<defs>${DRAWING_ORDER.map(arrowhead)}</defs>
<g transform="translate(${MARGIN} ${MARGIN + HEAD})">
${columnHeads(map, at)}
${edges.map((edge) => drawEdge(edge, at(edge.from), at(edge.to)))}
${map.nodes.map((node) => drawNode(node, at(node.key), anchorOf))}
${edges.map((edge) => (toolKeys.has(edge.to) ? edgeLabel(edge, at(edge.to)) : null))}
</g>
</svg>`;
}

function arrowhead(passage: Passage): Markup {
  return html`<marker id="arrow-${passage}" class="arrow ${passage}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0.5 L8 4 L0 7.5 Z"/></marker>`;
}

function columnHeads({ nodes }: AgentMap, at: (key: string) => Box): Markup {
  const first = (...kinds: readonly MapNode["kind"][]): Box | undefined => {
    const node = nodes.find(({ kind }) => kinds.includes(kind));
    return node && at(node.key);
  };
  const acting = first("tool", "unseen");
  const heads: readonly (readonly [number | undefined, string])[] = [
    [first("source")?.x, "Reads text of others"],
    [first("agent", "nobody")?.x, "Agent"],
    [acting?.x, "Tool"],
    [nodes.some((node) => node.kind === "tool" && node.effects.length > 0) && acting ? acting.x + WIDTHS.tool + WIDTHS.connector : undefined, "Does"],
  ];
  return html`${heads.map(([x, text]) => (x === undefined ? null : html`<text class="head" x="${x}" y="-14">${text}</text>`))}`;
}

function drawEdge({ passage }: MapEdge, from: Box, to: Box): Markup {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x - 1, y: to.y + to.height / 2 };
  const middle = (start.x + end.x) / 2;
  return html`<path class="edge ${passage}" marker-end="url(#arrow-${passage})" d="M${start.x} ${start.y} C${middle} ${start.y} ${middle} ${end.y} ${end.x} ${end.y}"/>`;
}

function edgeLabel({ passage }: MapEdge, to: Box): Markup | null {
  const label = PASSAGE_LABELS[passage];
  return label === null ? null : html`<text class="edge-label ${passage}" x="${to.x - 10}" y="${to.y + to.height / 2 - 5}" text-anchor="end">${label}</text>`;
}

function drawNode(node: MapNode, box: Box, anchorOf: AnchorOf): Markup {
  switch (node.kind) {
    case "source":
      return card({ ...box, className: "source", ...toolWords(node), full: `${toolWords(node).full}. Reads text of others`, note: sourceNote(node), href: linkOf(node, anchorOf) });
    case "agent":
      return card({ ...box, className: "agent", name: node.agent.name ?? placeOf(node.agent), full: `Agent ${nameOf(node.agent)}`, note: agentNote(node.agent), href: anchorOf(node.agent) });
    case "nobody":
      return card({ ...box, className: "nobody", name: "no agent", label: true, full: "No agent in sight holds these tools", note: "in sight", href: null });
    case "unseen":
      return card({ ...box, width: WIDTHS.tool, className: "unseen", label: true, ...unseenWords(node), href: anchorOf(node.agent) });
    case "tool":
      return drawTool(node, box, anchorOf);
  }
}

function drawTool(node: ToolNode, box: Box, anchorOf: AnchorOf): Markup {
  const words = toolWords(node);
  const cardHeight = 40;
  const y = box.y + (box.height - cardHeight) / 2;
  const note = node.effects.length === 0 ? "no effect in sight" : node.tools.length === 1 ? frameworkOf(node) : "alike";
  const does = node.effects.map((effect) => `${effect.labels.join(", ")}: ${EFFECT_KINDS[effect.kind]}, ${APPROVALS[effect.approval]}`);
  const left = box.x + WIDTHS.tool;
  return html`${card({ ...box, y, height: cardHeight, width: WIDTHS.tool, className: "tool", ...words, full: [words.full, ...does].join(". "), note, href: linkOf(node, anchorOf) })}
${node.effects.map((effect, index) => drawEffect(effect, { x: left, y: box.y + offsetOf(index, node, box), from: y + cardHeight / 2 }))}`;
}

function offsetOf(index: number, { effects }: ToolNode, { height }: Box): number {
  const whole = effects.length * (EFFECT_HEIGHT + EFFECT_GAP) - EFFECT_GAP;
  return (height - whole) / 2 + index * (EFFECT_HEIGHT + EFFECT_GAP);
}

function drawEffect(effect: MapEffect, { x, y, from }: { readonly x: number; readonly y: number; readonly from: number }): Markup {
  const left = x + WIDTHS.connector;
  const middle = y + EFFECT_HEIGHT / 2;
  const className = acts(effect) ? `effect ${effect.kind} ${effect.approval}` : "effect write";
  const [label = "", ...more] = effect.labels;
  const status = acts(effect) ? `${EFFECT_KINDS[effect.kind]} · ${APPROVALS[effect.approval]}` : "writes what the project keeps";
  return html`<g class="${className}"><title>${effect.labels.join(", ")}: ${status}</title>
<path class="connector" d="M${x} ${from} C${x + WIDTHS.connector / 2} ${from} ${x + WIDTHS.connector / 2} ${middle} ${left} ${middle}"/>
<rect x="${left}" y="${y}" width="${WIDTHS.effect}" height="${EFFECT_HEIGHT}" rx="${EFFECT_HEIGHT / 2}"/>
<text class="label" x="${left + 16}" y="${y + 16}">${fitted(more.length === 0 ? label : `${more.length + 1} effects: ${listed(effect.labels)}`, WIDTHS.effect - 28, LABEL_CHARACTER)}</text>
<text class="note" x="${left + 16}" y="${y + 30}">${status}</text></g>`;
}

interface Card extends Box {
  readonly className: string;
  readonly name: string;
  /** True where `name` is a phrase of ours and no name from the code. */
  readonly label?: boolean;
  /** What a screen reader says, and what shows when the pointer rests. */
  readonly full: string;
  readonly note: string;
  readonly href: string | null;
}

function card({ x, y, width, height, className, name, label = false, full, note, href }: Card): Markup {
  const inside = html`<title>${full}</title><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>
<text class="${label ? "label" : "name"}" x="${x + PADDING}" y="${y + 17}">${fitted(name, width - 2 * PADDING, label ? LABEL_CHARACTER : NAME_CHARACTER)}</text>
<text class="note" x="${x + PADDING}" y="${y + 31}">${fitted(note, width - 2 * PADDING, LABEL_CHARACTER * 0.9)}</text>`;
  return href === null ? html`<g class="box ${className}">${inside}</g>` : html`<a class="box ${className}" href="#${href}">${inside}</a>`;
}

function toolWords({ tools }: ToolNode): { readonly name: string; readonly full: string; readonly label: boolean } {
  const [first, ...more] = tools;
  if (first === undefined || more.length > 0) return { name: counted(tools.length, "tool"), full: `${counted(tools.length, "tool")}: ${listed(tools.map(nameOf))}`, label: true };
  return { name: first.name ?? placeOf(first), full: `Tool ${nameOf(first)}`, label: false };
}

function frameworkOf({ tools }: ToolNode): string {
  return tools[0]?.framework ?? "";
}

function sourceNote({ tools }: ToolNode): string {
  return tools.length === 1 ? "untrusted text" : "untrusted text, alike";
}

function agentNote({ tools, otherTools, toolsComplete }: AgentEntry): string {
  const known = counted(new Set(tools).size + otherTools.length, "tool");
  return toolsComplete ? known : `${known} and more`;
}

function unseenWords({ agent }: UnseenNode): Pick<Card, "name" | "full" | "note"> {
  const { otherTools, toolsComplete } = agent;
  if (holdsOnlyReaders(agent)) return { name: `${counted(otherTools.length, "tool")} of packages`, full: `${counted(otherTools.length, "tool")} of packages, which give the model text of others: ${listed(otherTools)}`, note: otherTools.join(", ") };
  if (otherTools.length === 0) return { name: "tools out of sight", full: "Tools out of sight: what they do is not known", note: "effects not known" };
  const name = `${counted(otherTools.length, "tool")}${toolsComplete ? "" : " and more"} out of sight`;
  return { name, full: `${name}, and what they do is not known: ${listed(otherTools)}`, note: otherTools.join(", ") };
}

/** The entry of the one tool, or the list of those that share the box. */
function linkOf(node: ToolNode, anchorOf: AnchorOf): string | null {
  const [first, ...more] = node.tools;
  return first === undefined ? null : more.length === 0 ? anchorOf(first) : groupAnchor(node, anchorOf);
}

export function groupAnchor({ kind, tools: [first] }: ToolNode, anchorOf: AnchorOf): string {
  return first === undefined ? kind : `shared-${kind}-${anchorOf(first)}`;
}

function nameOf({ name, ...place }: ToolEntry | AgentEntry): string {
  return name ?? `without a name at ${place.file}:${place.line}`;
}

function placeOf({ file, line }: ToolEntry | AgentEntry): string {
  return `${file.slice(file.lastIndexOf("/") + 1)}:${line}`;
}

const LETTERS = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Cut to what fits. Han, kana, Hangul and emoji take the room of two letters. */
function fitted(text: string, width: number, character: number): string {
  const widthOf = (letter: string): number => (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u.test(letter) ? 2 : 1) * character;
  const letters = Array.from(LETTERS.segment(shown(text)), ({ segment }) => segment);
  if (letters.reduce((sum, letter) => sum + widthOf(letter), 0) <= width) return letters.join("");
  let room = width - character;
  const kept = letters.slice(0, letters.findIndex((letter) => (room -= widthOf(letter)) < 0));
  return `${kept.join("")}…`;
}
