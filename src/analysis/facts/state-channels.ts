import { isExport, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { returnedFrom } from "../project/source-file.js";
import { argumentAt, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import type { AgentCode } from "./agent-code.js";
import type { GraphNode } from "./agents.js";

/** What the nodes of a node's graph put into the state under a key. */
export type StateWrites = (fn: FunctionNode, key: string) => readonly Node[];

/** Messages keep their roles on the way: what one node says is read by the next as what it is. */
const CONVERSATION = "messages";

/**
 * The state is how nodes hand values on: `retrieve` returns `{ context: documents }`, and `generate` reads `state.context`.
 * Only nodes of one graph share it, and those that a file shows without their graph.
 */
export function findStateWrites(code: readonly AgentCode[], graphNodes: readonly GraphNode[]): StateWrites {
  const nodes = code.flatMap(({ kind, fn }) => (kind === "node" ? [fn] : []));
  const graphs = new Map(graphNodes.flatMap(({ fn, call }) => (fn ? [[fn, graphOf(call)] as const] : [])));
  const updates = new Map<FunctionNode, readonly Node[]>();
  const updatesOf = (fn: FunctionNode): readonly Node[] => {
    let known = updates.get(fn);
    if (!known) updates.set(fn, (known = returnedFrom(fn).flatMap(updateIn)));
    return known;
  };
  return (fn, key) => {
    if (key === CONVERSATION || !nodes.includes(fn)) return [];
    return nodes.filter((other) => graphs.get(other) === graphs.get(fn)).flatMap((other) => updatesOf(other).flatMap((update) => propertyValue(update, key) ?? []));
  };
}

/** `new StateGraph(State)` behind a chain of `addNode(…).addEdge(…)`. */
function graphOf(call: CallNode): Node | undefined {
  let at: Node = call;
  while (at.type === "CallExpression") {
    const callee = unwrapAwaited(at.callee);
    if (callee.type !== "MemberExpression") return undefined;
    at = definitionOf(callee.object);
  }
  return at;
}

/** The update of the state in what a node gives back: itself, or that of a `Command`. */
function updateIn(returned: Node): readonly Node[] {
  const value = definitionOf(returned);
  if (value.type === "ObjectExpression") return [value];
  if (value.type !== "NewExpression" || !isExport(originOf(value.callee), ["@langchain/langgraph", "@langchain/langgraph/*"], ["Command"])) return [];
  const options = argumentAt(value, 0);
  const update = options && propertyValue(definitionOf(options), "update");
  const given = update && definitionOf(update);
  return given?.type === "ObjectExpression" ? [given] : [];
}
