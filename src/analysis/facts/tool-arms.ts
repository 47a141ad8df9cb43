import type { TSESTree } from "@typescript-eslint/utils";
import { patternPath, samePath } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { argumentAt, isFunction, isWithin, memberName, parameterPattern, staticString, unwrapAwaited, wrapped, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { functionCalledBy, type Frame } from "./reach.js";
import { isImported } from "./callers.js";

/** What runs for the tool of one name in a handler that answers for several: a case of a `switch`, or what stands behind a comparison. */
export interface Arm {
  readonly name: string;
  /** Where the name is asked for. */
  readonly nameNode: Node;
  readonly part: Node;
  /** The function that it stands in, and how the handler comes there. */
  readonly frame: Frame;
}

/** Keys of a request for the call of a tool. */
const NAME = ["params", "name"];
export const ARGUMENTS = ["params", "arguments"];
/** How often a handler hands a request on to another function of its file. */
const MOST_HANDS = 3;

/** A handler, or a function of its file that it hands the request on to. */
export interface Station {
  readonly frame: Frame;
  /** What in it runs for one tool. */
  readonly arms: readonly Arm[];
}

/** The functions of its file in which a handler may tell its tools apart. */
export function stationsOf(handler: FunctionNode): readonly Station[] {
  return stationsFrom({ fn: handler, call: undefined, caller: undefined, self: undefined }, 0);
}

function stationsFrom(frame: Frame, hands: number): readonly Station[] {
  const { fn } = frame;
  const { index } = fileOf(fn);
  const isName = (node: Node): boolean => asksForName(node, frame);
  const arms = [
    ...index.switches.flatMap((each) => (isWithin(each, fn) && isName(each.discriminant) ? casesOf(each, frame) : [])),
    ...index.comparisons.flatMap((each) => (isWithin(each, fn) ? (branchOf(each, isName, frame) ?? []) : [])),
  ];
  const further = hands < MOST_HANDS ? handsOn(frame).flatMap((call) => (arms.some(({ part }) => isWithin(call, part)) ? [] : stationsBehind(call, frame, hands + 1))) : [];
  return [{ frame, arms }, ...further];
}

/** Whether a value is the name of the tool that is called. */
export function asksForName(node: Node, frame: Frame): boolean {
  return samePath(requestPathOf(node, frame) ?? [], NAME);
}

/** The calls that are given the whole request, or the name of the tool. */
function handsOn(frame: Frame): readonly CallNode[] {
  const calls = fileOf(frame.fn).index.calls.filter((call) => isWithin(call, frame.fn));
  return calls.filter((call) => call.arguments.some((argument) => {
    const path = argument.type === "SpreadElement" ? undefined : requestPathOf(argument, frame);
    return isPartOfWay(path, NAME);
  }));
}

/** Whether a path leads to something that holds what is at the end of a way, or to that itself. */
export function isPartOfWay(path: readonly string[] | undefined, way: readonly string[]): boolean {
  return path !== undefined && path.length <= way.length && path.every((key, place) => key === way[place]);
}

function stationsBehind(call: CallNode, frame: Frame, hands: number): readonly Station[] {
  const target = isImported(call) ? undefined : functionCalledBy(call)?.fn;
  if (!target || fileOf(target) !== fileOf(call)) return [];
  for (let at: Frame | undefined = frame; at; at = at.caller) if (at.fn === target) return [];
  return stationsFrom({ fn: target, call, caller: frame, self: undefined }, hands);
}

function casesOf({ cases }: TSESTree.SwitchStatement, frame: Frame): Arm[] {
  const arms: Arm[] = [];
  let asked: Node[] = [];
  for (const part of cases) {
    if (part.test) asked.push(part.test);
    // The next case runs for this name as well.
    if (part.consequent.length === 0) continue;
    for (const nameNode of asked) {
      const name = textOf(nameNode);
      if (name !== undefined) arms.push({ name, nameNode, part, frame });
    }
    asked = [];
  }
  return arms;
}

/** What runs where `name === "search"` is true. */
function branchOf(comparison: TSESTree.BinaryExpression, isName: (node: Node) => boolean, frame: Frame): Arm | undefined {
  if (!comparison.operator.startsWith("=")) return undefined;
  const { left, right } = comparison;
  const nameNode = textOf(right) === undefined ? left : right;
  const name = textOf(nameNode);
  if (name === undefined || !isName(nameNode === right ? left : right)) return undefined;
  let test: Node = wrapped(comparison);
  // `name === "a" || name === "b"`, `name === "a" && args`
  while (test.parent?.type === "LogicalExpression" && test.parent.operator !== "??") test = wrapped(test.parent);
  const branch = test.parent;
  return (branch?.type === "IfStatement" || branch?.type === "ConditionalExpression") && branch.test === test ? { name, nameNode, part: branch.consequent, frame } : undefined;
}

/** A text that is written down: a literal, a constant, the member of an enum. */
function textOf(node: Node): string | undefined {
  return staticString(definitionOf(node));
}

/** Methods and functions that give back what they are given, as far as its keys go. */
const SAME = new Set(["String", "trim", "toString", "toLowerCase", "parse", "parseAsync"]);
const MOST_STEPS = 10;

/** The keys that lead from the request that a handler is given to a value: `["params", "name"]`; `undefined` for values from elsewhere. */
export function requestPathOf(node: Node, frame: Frame, path: readonly string[] = [], steps = 0): readonly string[] | undefined {
  if (steps > MOST_STEPS) return undefined;
  const value = unwrapAwaited(node);
  const next = (inner: Node, keys = path, at = frame): readonly string[] | undefined => requestPathOf(inner, at, keys, steps + 1);
  switch (value.type) {
    case "MemberExpression":
      return next(value.object, [memberName(value) ?? "*", ...path]);
    case "LogicalExpression":
      return next(value.operator === "&&" ? value.right : value.left);
    case "ConditionalExpression":
      return next(value.consequent) ?? next(value.alternate);
    case "CallExpression":
      return pathOfCall(value, path, next);
    case "Identifier": {
      const definition = variableOf(value)?.defs[0];
      const owner = definition?.node as Node | undefined;
      if (definition?.type === "Parameter" && isFunction(owner)) return pathOfParameter(owner, value.name, path, frame, next);
      const keys = owner?.type === "VariableDeclarator" ? patternPath(owner.id, value.name) : undefined;
      return owner?.type === "VariableDeclarator" && owner.init && keys ? next(owner.init, [...keys, ...path]) : undefined;
    }
    default:
      return undefined;
  }
}

function pathOfCall(call: TSESTree.CallExpression, path: readonly string[], next: (inner: Node, keys?: readonly string[]) => readonly string[] | undefined): readonly string[] | undefined {
  const callee = unwrapAwaited(call.callee);
  const method = callee.type === "MemberExpression" ? (memberName(callee) ?? "") : callee.type === "Identifier" ? callee.name : "";
  const first = argumentAt(call, 0);
  if (method === "safeParse" || method === "safeParseAsync") return first && path[0] === "data" ? next(first, path.slice(1)) : undefined;
  if (!SAME.has(method)) return undefined;
  return first ? next(first) : callee.type === "MemberExpression" ? next(callee.object) : undefined;
}

function pathOfParameter(owner: FunctionNode, name: string, path: readonly string[], frame: Frame, next: (inner: Node, keys: readonly string[], at: Frame) => readonly string[] | undefined): readonly string[] | undefined {
  let at: Frame | undefined = frame;
  while (at && at.fn !== owner) at = at.caller;
  for (const [index, parameter] of at ? owner.params.entries() : []) {
    const keys = patternPath(parameterPattern(parameter), name);
    if (!keys) continue;
    if (!at?.call || !at.caller) return index === 0 ? [...keys, ...path] : undefined;
    const argument = argumentAt(at.call, index);
    return argument && next(argument, [...keys, ...path], at.caller);
  }
  return undefined;
}
