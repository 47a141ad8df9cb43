import type { AgentEntry, Guarding, PreflightReport, RuleUse, ToolEntry } from "../report.js";
import { holdersOf } from "./agent-map.js";
import { nameMarkup, pathMarkup, placeMarkup, ruleMarkup, state, table, type Anchored, type Links } from "./html-parts.js";
import { html, prose, type Markup } from "./markup.js";
import { APPROVALS, EFFECT_KINDS, GUARDINGS } from "./words.js";

const CHECKPOINTERS: Readonly<Record<AgentEntry["checkpointer"], Guarding>> = { given: "guarded", missing: "unguarded", unknown: "unknown" };

/** Everything that was found, whether or not a row says something of it. */
export function inventoryTables({ inventory, evidence, rules }: PreflightReport, links: Links): Markup {
  const { tools, agents, models, stores, invocations, subjects } = inventory;
  const byId = new Map(tools.map((tool) => [tool.id, tool]));
  const agentById = new Map(agents.map((agent) => [agent.id, agent]));
  const holders = holdersOf(agents);
  return html`${section("Tools", tools, ["Tool", "Effects", "Held by", "Deadline", "Quota", "Idempotency", "Findings"], (tool) =>
    toolRow(tool, (holders.get(tool.id) ?? []).flatMap((id) => agentById.get(id) ?? []), links),
  )}
${section("Agents", agents, ["Agent", "Tools", "Model", "Middleware", "Checkpointer"], (agent) => agentRow(agent, byId, links))}
${section("Models", models, ["Place", "Provider", "Model", "Size"], (model) => html`<tr><td>${placeMarkup(model, links)}</td><td>${model.provider}</td><td>${nameMarkup(model.name)}</td><td>${model.size ?? NOT_KNOWN}</td></tr>`)}
${section("Stores", stores, ["Place", "Operation"], (store) => html`<tr><td>${placeMarkup(store, links)}</td><td><code>${store.operation}</code></td></tr>`)}
${section("Invocations", invocations, ["Place", "Where it stands"], (invocation) => html`<tr><td>${placeMarkup(invocation, links)}</td><td>${invocation.inHandler ? "in a request handler" : "elsewhere"}</td></tr>`)}
${section("Other things that rows count", subjects, ["Place", "Kind", "What it is", "Holds"], (subject) => html`<tr><td>${placeMarkup(subject, links)}</td><td>${subject.kind}</td><td>${prose(subject.label)}</td><td>${state(GUARDINGS[subject.holds], "cell")}</td></tr>`)}
${section("Beside the source code", evidence, ["Place", "Kind", "What it shows", "Holds"], (entry) => html`<tr><td>${placeMarkup(entry, links)}</td><td>${entry.kind}</td><td>${prose(entry.says)}</td><td>${state(GUARDINGS[entry.holds ? "guarded" : "unguarded"], "cell")}</td></tr>`)}
${rulesSwitchedOff(rules)}`;
}

const NOT_KNOWN = html`<span class="muted">not known</span>`;
const NONE = html`<span class="muted">none</span>`;

function section<Entry>(title: string, entries: readonly Entry[], heads: readonly string[], row: (entry: Entry) => Markup): Markup {
  if (entries.length === 0) return html`<h3>${title}</h3><p class="muted">None found.</p>`;
  return html`<h3>${title}</h3>${table(`${entries.length.toLocaleString("en")} found`, title, heads, html`<tbody>${entries.map((entry) => html`${row(entry)}
`)}</tbody>`, "inventory")}`;
}

function rulesSwitchedOff(rules: readonly RuleUse[]): Markup | null {
  const off = rules.filter((use) => use.off > 0);
  if (off.length === 0) return null;
  return html`<h3>Rules that somebody has switched off</h3>${table("By the ESLint config or a comment", "Rules that somebody has switched off", ["Rule", "Files with it", "Files without it"], html`<tbody>${off.map(({ ruleId, ran, off }) => html`<tr><td>${ruleMarkup(ruleId)}</td><td class="number">${ran.toLocaleString("en")}</td><td class="number">${off.toLocaleString("en")}</td></tr>
`)}</tbody>`, "inventory")}`;
}

function toolRow(tool: ToolEntry, holders: readonly AgentEntry[], links: Links): Markup {
  const effects = [
    ...tool.effects.map(({ kind, label, approval }) => html`<div>${label} <span class="muted">${EFFECT_KINDS[kind]}, ${APPROVALS[approval]}</span></div>`),
    ...(tool.effects.length === 0 && tool.approval !== "none-needed" ? [html`<div class="muted">${APPROVALS[tool.approval]}</div>`] : []),
    ...(tool.readsUntrusted ? [html`<div>reads text of others</div>`] : []),
  ];
  const guards = [tool.deadline, tool.quota, tool.idempotency].map((guarding) => html`<td>${state(GUARDINGS[guarding], "cell")}</td>`);
  return html`<tr id="${links.entry(tool)}"><th scope="row">${nameMarkup(tool.name)}<span class="place">${placeMarkup(tool, links)} ${tool.framework}</span></th><td>${effects.length > 0 ? effects : NONE}</td><td>${holders.length > 0 ? holders.map((agent) => html`<div>${entryLink(agent, links)}</div>`) : html`<span class="muted">no agent in sight</span>`}</td>${guards}<td>${findingLinks(tool, links)}</td></tr>`;
}

function agentRow(agent: AgentEntry, tools: ReadonlyMap<string, ToolEntry>, links: Links): Markup {
  const known = [...new Set(agent.tools)].flatMap((id) => tools.get(id) ?? []);
  const held = [
    ...known.map((tool) => html`${entryLink(tool, links)}${agent.asksFor.includes(tool.id) && html` <span class="muted">(asks first)</span>`}`),
    ...agent.otherTools.map((name) => html`<code>${name}</code>${agent.readers?.includes(name) === true && html` <span class="muted">(reads text of others)</span>`}`),
    ...(agent.toolsComplete ? [] : [html`<span class="tone-open">and more that cannot be seen</span>`]),
  ];
  return html`<tr id="${links.entry(agent)}"><th scope="row">${nameMarkup(agent.name)}<span class="place">${placeMarkup(agent, links)} ${agent.framework}</span></th><td>${held.length > 0 ? separated(held) : NONE}</td><td>${agent.model === null ? NOT_KNOWN : html`<code>${agent.model}</code>`}</td><td>${agent.middleware.length > 0 ? separated(agent.middleware.map((name) => html`<code>${name}</code>`)) : NONE}</td><td>${state(GUARDINGS[CHECKPOINTERS[agent.checkpointer]], "cell")}</td></tr>`;
}

function separated(parts: readonly Markup[]): Markup {
  return html`${parts.map((part, index) => (index === 0 ? part : html`, ${part}`))}`;
}

export function entryLink(entry: ToolEntry | AgentEntry, links: Links): Markup {
  return html`<a href="#${links.entry(entry)}"><code>${entry.name ?? pathMarkup(`${entry.file}:${entry.line}`)}</code></a>`;
}

/** The findings at a tool, by their lines. */
export function findingLinks(entry: ToolEntry | AgentEntry, links: Links): Markup {
  const findings = links.findingsAt(entry);
  if (findings.length === 0) return NONE;
  const byLine = new Map<number, Anchored[]>();
  for (const each of findings) byLine.set(each.finding.line, [...(byLine.get(each.finding.line) ?? []), each]);
  return separated([...byLine].map(([line, [first, ...more]]) => (first === undefined ? html`` : html`<a href="#${first.anchor}" title="${[first, ...more].map(({ finding }) => finding.ruleId).join(", ")}">${line}</a>`)));
}
