import type { AgentEntry, PreflightReport } from "../report.js";
import { listed } from "../subject-kinds.js";
import { agentMapOf, holdsOnlyReaders, type AgentMap, type MapPath, type Passage, type ToolNode } from "./agent-map.js";
import { entryLink, findingLinks } from "./html-inventory.js";
import type { Links } from "./html-parts.js";
import { drawMap, groupAnchor } from "./map-svg.js";
import { html, type Markup } from "./markup.js";
import { APPROVALS, counted, EFFECT_KINDS } from "./words.js";

const LEGEND: readonly (readonly [Passage, string])[] = [
  ["unguarded", "from untrusted text to an effect outside, and nothing asks"],
  ["guarded", "a person is asked first"],
  ["unknown", "whether somebody is asked cannot be seen"],
  ["plain", "holds the tool"],
];

/** The agent map: the picture, and the same in words. */
export function mapSection({ inventory, files }: PreflightReport, links: Links): Markup {
  if (inventory.agents.length === 0) {
    const tools = inventory.tools.length === 0 ? "nor a tool " : "";
    return html`<p>No agent ${tools}was found in ${counted(files.examined, "file")}, so there is no map.${inventory.tools.length > 0 && html` What was found of tools stands in the <a href="#inventory">inventory</a>.`}</p>`;
  }
  const map = agentMapOf(inventory);
  const sentence = verdictOfPaths(map);
  const drawn = new Set(map.edges.map(({ passage }) => passage));
  return html`<p class="lead">${sentence}${incompleteSentence(map, links)}</p>
${map.paths.length > 0 && html`<ul class="legend">${LEGEND.filter(([passage]) => drawn.has(passage)).map(([passage, text]) => html`<li><svg class="map" viewBox="0 0 34 10" aria-hidden="true"><path class="edge ${passage}" d="M0 5 H34"/></svg>${text}</li>`)}</ul>`}
<div class="map-frame" role="region" tabindex="0" aria-label="Agent map, scrollable">${drawMap(map, links.entry, `${sentence} The same paths are listed in words below the picture.`)}</div>
${pathList("Unguarded paths", map, "unguarded", links)}
${pathList("Paths whose approval cannot be seen", map, "unknown", links)}
${pathList("Guarded paths", map, "guarded", links)}
${groupList(map, links)}`;
}

function verdictOfPaths({ paths, nodes }: AgentMap): string {
  const unguarded = paths.filter(({ passage }) => passage === "unguarded");
  if (unguarded.length > 0) {
    const agents = new Set(unguarded.map(({ agent }) => agent.id)).size;
    return `${counted(agents, "agent reads", "agents read")} text that others wrote and can act outside without asking: ${counted(unguarded.length, "unguarded path")}.`;
  }
  if (!nodes.some((node) => node.kind === "source" || (node.kind === "unseen" && (node.agent.readers ?? []).length > 0))) return "No tool in sight reads text that others wrote, so no path begins.";
  if (paths.some(({ passage }) => passage === "unknown")) return "No unguarded path is in sight, but of some effects the approval cannot be seen.";
  return "No path leads from text that others wrote to an effect outside without asking.";
}

function incompleteSentence({ nodes }: AgentMap, links: Links): Markup | null {
  const blind = nodes.flatMap((node) => (node.kind === "unseen" && !holdsOnlyReaders(node.agent) ? [node.agent] : []));
  if (blind.length === 0) return null;
  const whose = blind.length > 3 ? counted(blind.length, "agent") : joined(blind.map((agent) => entryLink(agent, links)));
  return html` Tools of ${whose} are out of sight, so there may be more.`;
}

function pathList(title: string, { paths }: AgentMap, passage: MapPath["passage"], links: Links): Markup | null {
  const shown = paths.filter((path) => path.passage === passage);
  if (shown.length === 0) return null;
  const agents = [...new Set(shown.map(({ agent }) => agent))];
  return html`<h3>${title}</h3>${agents.map((agent) => pathsOf(agent, shown.filter((path) => path.agent === agent), links))}`;
}

function pathsOf(agent: AgentEntry, paths: readonly MapPath[], links: Links): Markup {
  return html`<p class="paths-of">${entryLink(agent, links)} reads ${joined((paths[0]?.sources ?? []).map((source) => entryLink(source, links)))}, and can call</p>
<ul class="paths">${paths.map((path) => html`<li>${pathWords(path, links)}</li>
`)}</ul>`;
}

function pathWords({ tool, effects, passage }: MapPath, links: Links): Markup {
  const count = links.findingsAt(tool).length;
  const findings = passage === "guarded" || count === 0 ? null : html` <span class="muted">${count === 1 ? "Finding at line" : "Findings at lines"}</span> ${findingLinks(tool, links)}`;
  const does = listed(effects.map(({ label, kind, approval }) => `${label} (${EFFECT_KINDS[kind]}, ${APPROVALS[approval]})`));
  return html`${entryLink(tool, links)}, which ${does}.${findings}`;
}

function joined(parts: readonly Markup[]): Markup {
  return html`${parts.map((part, index) => html`${index === 0 ? "" : index === parts.length - 1 ? " and " : ", "}${part}`)}`;
}

/** What stands in the boxes that several tools share. */
function groupList({ nodes }: AgentMap, links: Links): Markup | null {
  const shared = nodes.filter((node): node is ToolNode => (node.kind === "source" || node.kind === "tool") && node.tools.length > 1);
  if (shared.length === 0) return null;
  return html`<h3>Tools that share a box</h3><p class="muted">Held by the same agents, with the same kinds of effect, approved the same way.</p>
<ul class="paths">${shared.map((node) => html`<li id="${groupAnchor(node, links.entry)}">${counted(node.tools.length, "tool")} ${node.kind === "source" ? "that read text of others" : effectWords(node)}: ${joined(node.tools.map((tool) => entryLink(tool, links)))}</li>
`)}</ul>`;
}

function effectWords({ effects }: ToolNode): string {
  return effects.length === 0 ? "without an effect outside" : `(${listed(effects.map(({ kind, labels }) => `${EFFECT_KINDS[kind]}: ${listed(labels)}`))})`;
}
