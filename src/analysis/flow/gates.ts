import { definitionOf } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { enclosingFunction, isFunction, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { containsThrow, decides, runsAlways, standsBefore } from "./dominance.js";

/** A call that may keep the code behind it from running: a limiter, a quota, a switch. */
export interface Gate {
  readonly call: CallNode;
  /** Whether it throws on a refusal by itself, so that its answer need not be read. */
  readonly refuses: boolean;
  /** The call itself where it stands in the function, or the call in the helper that leads to it. */
  readonly through: CallNode;
}

/** What is a gate, by what is asked for. */
export type GateReader = (call: CallNode) => { readonly refuses: boolean } | undefined;

/** One step of the way to a place: a function, and where in it the way goes on. */
export interface WayStep {
  readonly fn: FunctionNode;
  readonly place: Node;
}

/** The gates that stand on every path to a place and that can close it: by throwing, or because their answer decides. */
export function gatesOnTheWay(way: readonly WayStep[], read: GateReader): readonly Gate[] {
  return way.flatMap(({ fn, place }) => gatesIn(fn, read).filter(({ call, refuses }) => standsBefore(call, place) && (refuses || decides(call, place))));
}

const DEEPEST = 3;

/** The gates of a function: its own, and calls of the project's functions that pass one on every path. */
export function gatesIn(fn: FunctionNode, read: GateReader, depth = 0): readonly Gate[] {
  return callsWithin(fn).flatMap((call): Gate[] => {
    const own = read(call);
    if (own) return [{ call, refuses: own.refuses, through: call }];
    const helper = depth < DEEPEST ? definitionOf(call.callee) : undefined;
    if (!helper || !isFunction(helper) || helper === fn) return [];
    const inner = gatesIn(helper, read, depth + 1).filter((gate) => enclosingFunction(gate.call) === helper && runsAlways(gate.call, helper));
    const [first] = inner;
    if (!first) return [];
    return [{ call, refuses: inner.some((gate) => gate.refuses) || containsThrow(helper), through: first.through }];
  });
}

/** The calls of a function and of the callbacks written in it. */
export function callsWithin(fn: FunctionNode): readonly CallNode[] {
  const own = fileOf(fn).index.bodies.get(fn);
  const bodies = own ? [own] : [];
  for (const body of bodies) bodies.push(...body.functions);
  return bodies.flatMap((body) => body.calls);
}
