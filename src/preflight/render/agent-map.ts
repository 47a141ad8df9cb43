import type { AgentEntry, Guarding, Inventory, ToolEffect, ToolEntry } from "../report.js";
import { acts } from "../subject-kinds.js";

/** How a way through the map stands; `plain` where it starts from no untrusted text, or ends at nothing outside. */
export type Passage = "unguarded" | "unknown" | "guarded" | "plain";

/** What the tools of a box do outside; more than one label where tools alike share the box. */
export interface MapEffect {
  readonly kind: ToolEffect["kind"];
  readonly approval: Guarding;
  readonly labels: readonly string[];
}

/** A tool, or several alike: `source` where it gives an agent text that others wrote, `tool` where the agent acts through it. */
export interface ToolNode {
  readonly kind: "source" | "tool";
  readonly key: string;
  readonly tools: readonly ToolEntry[];
  readonly effects: readonly MapEffect[];
}

export interface AgentNode {
  readonly kind: "agent";
  readonly key: string;
  readonly agent: AgentEntry;
}

/** Stands in the column of the agents for tools that no agent in sight holds. */
export interface NobodyNode {
  readonly kind: "nobody";
  readonly key: string;
}

/** The tools of an agent that come from packages, and the part of its list that cannot be seen. */
export interface UnseenNode {
  readonly kind: "unseen";
  readonly key: string;
  readonly agent: AgentEntry;
}

export type MapNode = ToolNode | AgentNode | NobodyNode | UnseenNode;

export interface MapEdge {
  readonly from: string;
  readonly to: string;
  readonly passage: Passage;
}

/** From untrusted text through an agent to what a tool does outside: one for each agent and tool. */
export interface MapPath {
  readonly sources: readonly ToolEntry[];
  readonly agent: AgentEntry;
  readonly tool: ToolEntry;
  /** The effects that make the passage what it is. */
  readonly effects: readonly ToolEffect[];
  readonly passage: Exclude<Passage, "plain">;
}

export interface AgentMap {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly paths: readonly MapPath[];
  /** Whether tools alike share a box. */
  readonly collapsed: boolean;
}

/** With more tools than this, those that are alike share a box. */
const TOOLS_DRAWN_ONE_BY_ONE = 40;

const NOBODY: NobodyNode = { kind: "nobody", key: "nobody" };

export function agentMapOf({ agents, tools }: Inventory, drawnOneByOne = TOOLS_DRAWN_ONE_BY_ONE): AgentMap {
  const collapsed = tools.length > drawnOneByOne;
  const holders = holdersOf(agents);
  const held = (tool: ToolEntry): readonly string[] => holders.get(tool.id) ?? [NOBODY.key];
  const asking = (tool: ToolEntry): readonly string[] => agents.filter(({ asksFor }) => asksFor.includes(tool.id)).map(({ id }) => id);
  const holding: Holding = { held, asking };
  const sources = boxed("source", tools.filter(({ readsUntrusted }) => readsUntrusted), collapsed, holding);
  const acting = boxed("tool", tools.filter(({ readsUntrusted, effects }) => !readsUntrusted || effects.length > 0), collapsed, holding);
  const unseen = agents.filter(({ otherTools, toolsComplete }) => otherTools.length > 0 || !toolsComplete).map(unseenNode);
  const paths = agents.flatMap((agent) => pathsThrough(agent, tools));
  const passage = passagesOf(paths);
  return {
    nodes: [
      ...sources,
      ...agents.map((agent): AgentNode => ({ kind: "agent", key: agent.id, agent })),
      ...(tools.every((tool) => holders.has(tool.id)) ? [] : [NOBODY]),
      ...acting,
      ...unseen,
    ],
    edges: [
      ...sources.flatMap((source) => heldBy(source, held).map((holder) => ({ from: source.key, to: holder, passage: passage(holder) }))),
      ...acting.flatMap((box) => heldBy(box, held).map((holder) => ({ from: holder, to: box.key, passage: worst(box.tools.map(({ id }) => passage(holder, id))) }))),
      ...unseen.map(({ key, agent }): MapEdge => ({ from: agent.id, to: key, passage: "plain" })),
    ],
    paths,
    collapsed,
  };
}

/** The agents that hold a tool, by the tool's id. */
export function holdersOf(agents: readonly AgentEntry[]): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>();
  for (const agent of agents) {
    for (const tool of new Set(agent.tools)) holders.set(tool, [...(holders.get(tool) ?? []), agent.id]);
  }
  return holders;
}

function pathsThrough(agent: AgentEntry, tools: readonly ToolEntry[]): readonly MapPath[] {
  const ids = new Set(agent.tools);
  const held = tools.filter(({ id }) => ids.has(id));
  const sources = held.filter(({ readsUntrusted }) => readsUntrusted);
  if (sources.length === 0) return [];
  return held.flatMap((tool) => {
    const outside = tool.effects.filter(acts);
    const effects = agent.asksFor.includes(tool.id) ? outside.map(asked) : outside;
    const passage = worst(effects.map(({ approval }) => PASSAGE_BY_APPROVAL[approval]));
    if (passage === "plain") return [];
    return [{ sources, agent, tool, effects: effects.filter(({ approval }) => PASSAGE_BY_APPROVAL[approval] === passage), passage }];
  });
}

/** The same effect where the agent asks before it runs the tool. */
function asked(effect: ToolEffect): ToolEffect {
  return effect.approval === "none-needed" ? effect : { ...effect, approval: "guarded" };
}

const PASSAGE_BY_APPROVAL: Readonly<Record<Guarding, Passage>> = { unguarded: "unguarded", unknown: "unknown", guarded: "guarded", "none-needed": "plain" };
const FROM_BAD_TO_GOOD: readonly Passage[] = ["unguarded", "unknown", "guarded"];

function worst(passages: readonly Passage[]): Passage {
  return FROM_BAD_TO_GOOD.find((passage) => passages.includes(passage)) ?? "plain";
}

/** The worst path through an agent, or through an agent to one tool. */
function passagesOf(paths: readonly MapPath[]): (agent: string, tool?: string) => Passage {
  const known = new Map<string, Passage>();
  const keyOf = (agent: string, tool?: string): string => JSON.stringify([agent, tool]);
  for (const { agent, tool, passage } of paths) {
    for (const key of [keyOf(agent.id), keyOf(agent.id, tool.id)]) known.set(key, worst([passage, known.get(key) ?? "plain"]));
  }
  return (agent, tool) => known.get(keyOf(agent, tool)) ?? "plain";
}

/** By id, the agents that hold a tool, and those that ask a person before they run it. */
interface Holding {
  readonly held: (tool: ToolEntry) => readonly string[];
  readonly asking: (tool: ToolEntry) => readonly string[];
}

/** Tools are alike when the same agents hold them and the same kinds of effect are approved the same way. */
function boxed(kind: ToolNode["kind"], tools: readonly ToolEntry[], collapsed: boolean, { held, asking }: Holding): readonly ToolNode[] {
  const effectsOf = (tool: ToolEntry): readonly ToolEffect[] => {
    if (kind === "source") return [];
    const askers = asking(tool);
    return held(tool).every((holder) => askers.includes(holder)) ? tool.effects.map(asked) : tool.effects;
  };
  const likeness = (tool: ToolEntry): string => JSON.stringify([held(tool), kind === "tool" ? asking(tool) : [], [...new Set(effectsOf(tool).map(effectClass))].sort()]);
  const boxes = new Map<string, ToolEntry[]>();
  for (const tool of tools) {
    // No path leads through a tool that nobody holds, so it is never worth a box of its own.
    const key = collapsed || held(tool).includes(NOBODY.key) ? likeness(tool) : tool.id;
    boxes.set(key, [...(boxes.get(key) ?? []), tool]);
  }
  return [...boxes].map(([key, alike]) => ({ kind, key: `${kind} ${key}`, tools: alike, effects: joined(alike.flatMap(effectsOf), collapsed || alike.length > 1) }));
}

function effectClass({ kind, approval }: ToolEffect): string {
  return `${kind} ${approval}`;
}

function joined(effects: readonly ToolEffect[], collapsed: boolean): readonly MapEffect[] {
  const found = new Map<string, { kind: ToolEffect["kind"]; approval: Guarding; labels: Set<string> }>();
  for (const effect of effects) {
    const key = collapsed ? effectClass(effect) : `${effectClass(effect)} ${effect.label}`;
    const known = found.get(key) ?? { kind: effect.kind, approval: effect.approval, labels: new Set() };
    known.labels.add(effect.label);
    found.set(key, known);
  }
  return [...found.values()].map(({ kind, approval, labels }) => ({ kind, approval, labels: [...labels] }));
}

function heldBy({ tools }: ToolNode, held: (tool: ToolEntry) => readonly string[]): readonly string[] {
  return [...new Set(tools.flatMap(held))];
}

/** Whether all that an agent holds beside the tools in sight is known to do nothing but read. */
export function holdsOnlyReaders({ otherTools, readers = [], toolsComplete }: AgentEntry): boolean {
  return toolsComplete && otherTools.every((name) => readers.includes(name));
}

function unseenNode(agent: AgentEntry): UnseenNode {
  return { kind: "unseen", key: `unseen ${agent.id}`, agent };
}
