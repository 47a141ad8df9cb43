import type { AgentModel } from "../model.js";
import { functionOf } from "../origin/value.js";
import { variableOf } from "../project/source-file.js";
import { enclosingFunction, memberChain, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import type { Frame } from "./reach.js";

const DEEPEST = 3;
const MOST_WAYS = 24;

/** The ways by which calls of the same file come to a place: through the function around it, and those that call that one. */
export function waysTo(place: Node, model: AgentModel): readonly Frame[] {
  return waysInto(place, model.derive(findCallers), [], 0);
}

type Callers = ReadonlyMap<FunctionNode, readonly CallNode[]>;

function waysInto(place: Node, callers: Callers, entered: readonly FunctionNode[], depth: number): Frame[] {
  const found: Frame[] = [];
  for (let fn = enclosingFunction(place); fn; fn = enclosingFunction(fn)) {
    if (entered.includes(fn)) continue;
    for (const call of callers.get(fn) ?? []) {
      if (found.length >= MOST_WAYS) return found;
      const outer = depth < DEEPEST ? waysInto(call, callers, [...entered, fn], depth + 1) : [];
      for (const caller of outer.length > 0 ? outer : [undefined]) found.push({ fn, call, caller, self: undefined });
    }
  }
  return found;
}

/** Which calls of a file run which function of it. */
function findCallers({ file }: AgentModel): Callers {
  const found = new Map<FunctionNode, CallNode[]>();
  for (const call of file.index.calls) {
    // What is imported stands in another file, which need not be read for this.
    if (isImported(call)) continue;
    const fn = functionOf(call.callee);
    if (!fn || !file.index.bodies.has(fn)) continue;
    const calls = found.get(fn);
    if (calls) calls.push(call);
    else found.set(fn, [call]);
  }
  return found;
}

/** Whether a call leads out of the file by an import. */
export function isImported({ callee }: CallNode): boolean {
  const { root } = memberChain(callee);
  return root.type === "Identifier" && variableOf(root)?.defs[0]?.type === "ImportBinding";
}
