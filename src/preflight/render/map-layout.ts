import * as dagre from "@dagrejs/dagre";
import type { AgentMap, MapNode } from "./agent-map.js";

/** Where a box stands, by its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface MapLayout {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
}

interface Graph {
  setGraph(settings: Readonly<Record<string, unknown>>): unknown;
  setNode(key: string, size: { width: number; height: number }): unknown;
  setEdge(from: string, to: string, wishes: { minlen: number; weight: number }): unknown;
  /** After the layout, `x` and `y` are the middle of the box. */
  node(key: string): Box;
}

/** What is used of the library, whose own declarations cannot be resolved under `NodeNext`: their imports lack extensions. */
const library = dagre as unknown as { readonly graphlib: { readonly Graph: new () => Graph }; readonly layout: (graph: Graph) => void };

export const WIDTHS = { source: 164, agent: 140, tool: 168, connector: 22, effect: 234 } as const;
/** Kept free to the right of agents, for what is written on the lines. */
const ROOM_FOR_LABELS = 34;
export const EFFECT_HEIGHT = 38;
export const EFFECT_GAP = 6;

const BOX_HEIGHT = 40;
const GAP_BETWEEN_COLUMNS = 60;
const GAP_BETWEEN_ROWS = 12;


/** Sources left, agents in the middle, tools and what they do outside to the right. */
export function layOut({ nodes, edges }: AgentMap): MapLayout {
  const graph = new library.graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: GAP_BETWEEN_ROWS, edgesep: 2, ranksep: GAP_BETWEEN_COLUMNS, marginx: 0, marginy: 0 });
  for (const node of nodes) {
    graph.setNode(node.key, { width: widthOf(node) + (isAgent(node) ? ROOM_FOR_LABELS : 0), height: heightOf(node) });
  }
  // An agent without a source gets one that is not drawn, so that it stands in the column of the others.
  const led = new Set(edges.map(({ to }) => to));
  for (const { key } of nodes.filter((node) => isAgent(node) && !led.has(node.key))) {
    graph.setNode(`before ${key}`, { width: 0, height: 0 });
    graph.setEdge(`before ${key}`, key, { minlen: 1, weight: 1 });
  }
  for (const { from, to } of edges) graph.setEdge(from, to, { minlen: 1, weight: 2 });
  library.layout(graph);
  const boxes = nodes.map((node) => ({ key: node.key, ...boxOf(graph.node(node.key)), width: widthOf(node) }));
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const moved = boxes.map(({ key, x, y, width, height }) => [key, { x: Math.round(x - left), y: Math.round(y - top), width, height }] as const);
  return {
    boxes: new Map(moved),
    width: Math.max(...moved.map(([, { x, width }]) => x + width)),
    height: Math.max(...moved.map(([, { y, height }]) => y + height)),
  };
}

function isAgent({ kind }: MapNode): boolean {
  return kind === "agent" || kind === "nobody";
}

function widthOf({ kind }: MapNode): number {
  switch (kind) {
    case "source":
      return WIDTHS.source;
    case "agent":
    case "nobody":
      return WIDTHS.agent;
    case "tool":
    case "unseen":
      return WIDTHS.tool + WIDTHS.connector + WIDTHS.effect;
  }
}

function heightOf(node: MapNode): number {
  const effects = node.kind === "tool" ? node.effects.length : 0;
  return Math.max(BOX_HEIGHT, effects * (EFFECT_HEIGHT + EFFECT_GAP) - EFFECT_GAP);
}

function boxOf({ x, y, width, height }: Box): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}
