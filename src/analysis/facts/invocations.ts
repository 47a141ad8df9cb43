import type { TSESTree } from "@typescript-eslint/utils";
import { patternPath } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { fileOf, type SourceFile } from "../project/source-file.js";
import { enclosingFunction, findAncestor, findProperty, isFunction, isWithin, memberName, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { argumentOf, type Frame } from "./reach.js";

/** A `thread_id` that the code gives to a run. */
export interface ThreadId {
  /** The property `thread_id: value` (or `{ thread_id }`). */
  readonly property: TSESTree.Property;
  readonly value: Node;
  /** The run that it is given to, where it stands in the same file. */
  readonly invocation: CallNode | undefined;
  /** How the value got there, where it stands in a helper that gets it as an argument. */
  readonly frame: Frame | undefined;
  /** Where the value is chosen: the property itself, or the argument of the call that becomes it. */
  readonly place: Node;
}

const RUNS = new Set(["invoke", "stream", "streamEvents", "batch", "streamLog", "getState", "getStateHistory", "updateState", "wait", "create"]);

/** Every `configurable: { thread_id }` of a file that is meant for a run. */
export function findThreadIds(file: SourceFile): ThreadId[] {
  const found: ThreadId[] = [];
  const calls = callsByTarget(file);
  for (const property of file.index.properties.get("thread_id") ?? []) {
    if (property.parent.type !== "ObjectExpression" || !isUnderConfigurable(property.parent)) continue;
    const thread = { property, value: property.value, invocation: findInvocation(property) };
    const frames = framesInto(property, calls);
    for (const frame of frames) found.push({ ...thread, frame, place: suppliedAt(property.value, frame) ?? property });
    if (frames.length === 0) found.push({ ...thread, frame: undefined, place: property });
  }
  return found;
}

/** Whether an object literal is the value of a `configurable` key, directly, by a constant, or by a spread into one. */
function isUnderConfigurable(object: TSESTree.ObjectExpression): boolean {
  const parent: Node = object.parent;
  if (parent.type === "Property" && parent.value === object) return isConfigurable(parent);
  if (parent.type === "SpreadElement" || (parent.type === "ConditionalExpression" && parent.parent.type === "SpreadElement")) {
    const holder = findAncestor(parent, (node): node is TSESTree.ObjectExpression => node.type === "ObjectExpression");
    return holder !== undefined && isUnderConfigurable(holder);
  }
  if (parent.type === "LogicalExpression" || parent.type === "TSAsExpression" || parent.type === "TSSatisfiesExpression") {
    const property = parent.parent;
    return property.type === "Property" && isConfigurable(property);
  }
  // const configurable = { thread_id }; … { configurable }
  return parent.type === "VariableDeclarator" && parent.id.type === "Identifier" && parent.id.name === "configurable";
}

function isConfigurable(property: TSESTree.Property): boolean {
  return property.key.type === "Identifier" && property.key.name === "configurable";
}

function findInvocation(property: TSESTree.Property): CallNode | undefined {
  const direct = findAncestor(property, (node): node is TSESTree.CallExpression => node.type === "CallExpression" && isRun(node));
  if (direct) return direct;
  const declarator = findAncestor(property, (node): node is TSESTree.VariableDeclarator => node.type === "VariableDeclarator", enclosingFunction(property));
  const fn = enclosingFunction(property);
  if (declarator?.id.type !== "Identifier" || !fn) return undefined;
  const { name } = declarator.id;
  return fileOf(fn).index.calls.find((call) => isRun(call) && isWithin(call, fn) && call.arguments.some((argument) => mentions(argument, name)));
}

function mentions(node: Node, name: string): boolean {
  const value = unwrapAwaited(node);
  if (value.type === "Identifier") return value.name === name;
  if (value.type === "ObjectExpression") return value.properties.some((property) => mentions(property.type === "SpreadElement" ? property.argument : property.value, name));
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
    const variable = file.variableOf(callee.name, callee);
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

/** The argument of the outermost call that a value was handed in with. */
function suppliedAt(value: Node, frame: Frame | undefined): Node | undefined {
  const name = unwrapAwaited(value);
  if (name.type !== "Identifier" || !frame) return undefined;
  const definition = fileOf(name).variableOf(name.name, name)?.defs[0];
  const declarator = definition?.node as Node | undefined;
  let path: readonly string[] = [];
  let given = argumentOf(name, frame);
  if (!given && declarator?.type === "VariableDeclarator" && declarator.init) {
    path = patternPath(declarator.id, name.name) ?? [];
    given = argumentOf(declarator.init, frame);
  }
  if (!given) return undefined;
  let node: Node = given.node;
  for (const key of path) {
    const object = unwrapAwaited(node);
    const property = object.type === "ObjectExpression" ? findProperty(object, key) : undefined;
    if (!property) return undefined;
    node = property.value;
  }
  const place = node.parent?.type === "Property" ? node.parent : node;
  return suppliedAt(node, given.frame) ?? place;
}
