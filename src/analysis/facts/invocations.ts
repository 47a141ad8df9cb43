import type { TSESTree } from "@typescript-eslint/utils";
import { valueOfVariable } from "../origin/origin.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { fileOf, type SourceFile, type Variable, variableOf } from "../project/source-file.js";
import { enclosingFunction, findAncestor, findProperty, isFunction, keyName, memberName, unwrap, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { isInCheckpointer } from "./checkpointers.js";
import { argumentOf, type Frame } from "./reach.js";

/** A `thread_id` that the code gives to a run. */
export interface ThreadId {
  /** The property `thread_id: value` (or `{ thread_id }`). */
  readonly property: TSESTree.Property;
  readonly value: Node;
  /** The runs that it is given to, where they stand in the same file. */
  readonly runs: readonly CallNode[];
  /** How the value got there, where it stands in a helper that gets it as an argument. */
  readonly frame: Frame | undefined;
  /** Where the value is chosen: the property itself, or the argument of the call that becomes it. */
  readonly place: Node;
}

const DEEPEST = 6;
const RUNS = new Set(["invoke", "stream", "streamEvents", "batch", "streamLog", "getState", "getStateHistory", "updateState", "wait", "create"]);

/** Every `configurable: { thread_id }` of a file that is meant for a run. */
export function findThreadIds(file: SourceFile): ThreadId[] {
  const properties = file.index.properties.get("thread_id");
  if (!properties) return [];
  const found: ThreadId[] = [];
  const calls = callsByTarget(file);
  for (const property of properties) {
    if (property.parent.type !== "ObjectExpression" || !isUnderConfigurable(property.parent) || isInCheckpointer(property)) continue;
    const thread = { property, runs: findRuns(property) };
    const frames = framesInto(property, calls);
    for (const frame of frames) {
      const supplied = suppliedAt(property.value, [], frame);
      if (supplied && fileOf(supplied.place) === file) found.push({ ...thread, ...supplied });
      else found.push({ ...thread, value: property.value, frame, place: property });
    }
    if (frames.length === 0) found.push({ ...thread, value: property.value, frame: undefined, place: property });
  }
  return found;
}

/** Whether an object literal is the value of a `configurable` key: directly, by a constant, by a helper that returns it, or by a spread into one. */
function isUnderConfigurable(object: TSESTree.ObjectExpression): boolean {
  let at: Node = object;
  while (at.parent && isSameValue(at.parent, at)) at = at.parent;
  const holder = at.parent;
  switch (holder?.type) {
    case "Property":
      return holder.value === at && keyName(holder) === "configurable";
    case "SpreadElement":
      return holder.parent.type === "ObjectExpression" && isUnderConfigurable(holder.parent);
    case "VariableDeclarator":
      // const configurable = { thread_id }; … { configurable }
      return holder.id.type === "Identifier" && (holder.id.name === "configurable" || configurablesOf(object).some((value) => definitionOf(value) === object));
    case "ReturnStatement":
    case "ArrowFunctionExpression": {
      const fn = enclosingFunction(object);
      return configurablesOf(object).some((value) => value.type === "CallExpression" && functionOf(value.callee) === fn);
    }
    default:
      return false;
  }
}

/** Whether the parent comes to the same value, or to it under a condition. */
function isSameValue(parent: Node, child: Node): boolean {
  return unwrap(parent) === unwrap(child) || (parent.type === "LogicalExpression" && parent.right === child) || (parent.type === "LogicalExpression" && parent.left === child) || (parent.type === "ConditionalExpression" && parent.test !== child);
}

/** Everything that the file gives as a `configurable`. */
function configurablesOf(node: Node): Node[] {
  return (fileOf(node).index.properties.get("configurable") ?? []).map((property) => unwrapAwaited(property.value));
}

function findRuns(property: TSESTree.Property): CallNode[] {
  const direct = findAncestor(property, (node): node is TSESTree.CallExpression => node.type === "CallExpression" && isRun(node));
  if (direct) return [direct];
  const declarator = findAncestor(property, (node): node is TSESTree.VariableDeclarator => node.type === "VariableDeclarator", enclosingFunction(property));
  const file = fileOf(property);
  const variable = declarator?.id.type === "Identifier" ? variableOf(declarator.id) : undefined;
  return variable ? file.index.calls.filter((call) => isRun(call) && call.arguments.some((argument) => mentions(argument, variable))) : [];
}

function mentions(node: Node, variable: Variable): boolean {
  const value = unwrapAwaited(node);
  if (value.type === "Identifier") return variableOf(value) === variable;
  if (value.type === "ObjectExpression") return value.properties.some((property) => mentions(property.type === "SpreadElement" ? property.argument : property.value, variable));
  return false;
}

function isRun(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  return callee.type === "MemberExpression" && RUNS.has(memberName(callee) ?? "");
}

/** The calls of a file by the function of the same file that they enter. */
function callsByTarget(file: SourceFile): Map<FunctionNode, CallNode[]> {
  const table = new Map<FunctionNode, CallNode[]>();
  for (const call of file.index.calls) {
    const callee = unwrapAwaited(call.callee);
    if (callee.type !== "Identifier") continue;
    const variable = variableOf(callee);
    const definition = variable?.defs[0]?.node as Node | undefined;
    if (definition?.type === "ImportSpecifier" || definition?.type === "ImportDefaultSpecifier") continue;
    const fn = definitionOf(callee);
    if (!isFunction(fn)) continue;
    const list = table.get(fn);
    if (list) list.push(call);
    else table.set(fn, [call]);
  }
  return table;
}

/** The frames in which a helper's parameters are known: one for each call of it, two functions deep. */
function framesInto(node: Node, calls: ReadonlyMap<FunctionNode, readonly CallNode[]>): Frame[] {
  const fn = enclosingNamedFunction(node, calls);
  if (!fn) return [];
  const frames: Frame[] = [];
  for (const call of calls.get(fn) ?? []) {
    const outer = enclosingNamedFunction(call, calls);
    const outerCalls = outer && outer !== fn ? (calls.get(outer) ?? []) : [];
    if (outerCalls.length === 0 || !outer) frames.push({ fn, call, caller: undefined, self: undefined });
    for (const outerCall of outerCalls) if (outer) frames.push({ fn, call, caller: { fn: outer, call: outerCall, caller: undefined, self: undefined }, self: undefined });
  }
  return frames;
}

function enclosingNamedFunction(node: Node, calls: ReadonlyMap<FunctionNode, readonly CallNode[]>): FunctionNode | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (calls.has(fn)) return fn;
  return undefined;
}

type Supplied = Pick<ThreadId, "value" | "frame" | "place">;

/** The argument of the outermost call that `value.path` was handed in with: where it is chosen. */
function suppliedAt(value: Node, path: readonly string[], frame: Frame | undefined, handedIn = false, steps = 0): Supplied | undefined {
  if (steps > DEEPEST) return undefined;
  let root = unwrapAwaited(value);
  let keys = path;
  while (root.type === "MemberExpression") {
    const key = memberName(root);
    if (key === undefined) return undefined;
    keys = [key, ...keys];
    root = unwrapAwaited(root.object);
  }
  if (root.type === "ObjectExpression" && keys[0] !== undefined) {
    const property = findProperty(root, keys[0]);
    if (!property) return undefined;
    const deeper = suppliedAt(property.value, keys.slice(1), frame, handedIn, steps + 1);
    return deeper ?? (handedIn && keys.length === 1 ? { value: property.value, frame, place: property } : undefined);
  }
  if (root.type !== "Identifier") return undefined;
  const given = argumentOf(root, frame);
  if (given) {
    const deeper = suppliedAt(given.node, keys, given.frame, true, steps + 1);
    if (deeper || keys.length > 0) return deeper;
    return { value: given.node, frame: given.frame, place: given.node.parent?.type === "Property" ? given.node.parent : given.node };
  }
  const variable = variableOf(root);
  const held = variable && valueOfVariable(variable);
  return held && suppliedAt(held.node, [...held.path, ...keys], frame, handedIn, steps + 1);
}
