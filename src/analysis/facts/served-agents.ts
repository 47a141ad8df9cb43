import type { AgentModel } from "../model.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { enclosingFunction, isClass, isFunction, isWithin, memberName, unwrapAwaited, type CallNode, type ClassNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { findHandlerRuns } from "./agent-runs.js";

/** Whether a handler runs it, or other files get it: exported itself, made or run by an exported function or class, or a node of a graph. */
export function isServed(call: CallNode, model: AgentModel): boolean {
  if (model.derive(findHandlerRuns).some(({ agent, call: run }) => agent?.call === call || rootOf(run) === call)) return true;
  const exported = model.derive(exportedValues);
  if (exported.some((value) => value === call || rootOf(value) === call)) return true;
  return exported.some((value) => (isFunction(value) && runs(value, call)) || (isClass(value) && runsInClass(value, call))) || isHandedOn(call, model) || model.graphNodes.some((node) => definitionOf(node.value) === call || (node.fn !== undefined && node.fn === enclosingFunction(call)));
}

/** Whether a place is in a function or a class that other files get. */
export function isHandedOn(place: Node, model: AgentModel): boolean {
  return model.derive(exportedValues).some((value) => (isFunction(value) || isClass(value)) && isWithin(place, value));
}

function runsInClass(owner: ClassNode, call: CallNode): boolean {
  return fileOf(owner).index.calls.some((run) => rootOf(run) === call && isWithin(run, owner));
}

function runs(fn: FunctionNode, call: CallNode): boolean {
  return fileOf(fn).index.bodies.get(fn)?.calls.some((run) => rootOf(run) === call) ?? false;
}

/** What a run is a run of: `agent` in `agent.invoke(…)`. */
function rootOf(run: Node): Node | undefined {
  const callee = run.type === "CallExpression" ? unwrapAwaited(run.callee) : undefined;
  return callee?.type === "MemberExpression" && memberName(callee) !== undefined ? definitionOf(callee.object) : undefined;
}

function exportedValues(model: AgentModel): readonly Node[] {
  const { file } = model;
  return file.exportedNames.flatMap((name) => {
    const exported = file.exported(name);
    if (exported?.kind !== "node") return [];
    const value = functionOf(exported.node) ?? definitionOf(exported.node);
    return fileOf(value) === file ? [value] : [];
  });
}
