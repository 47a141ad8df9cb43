import type { TSESTree } from "@typescript-eslint/utils";
import { leaves } from "../flow/dominance.js";
import { isExport, isGlobal, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { argumentAt, findAncestor, isFunction, isWithin, keyName, memberName, triesAround, unwrap, unwrapAwaited, wrapped, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { functionCalledBy } from "./reach.js";
import { toolOf } from "./tools.js";

/** Whether an exception at a place ends in a catch of the same function that does not throw on. */
export function isHandled(place: Node, fn: FunctionNode): boolean {
  for (const { handler, block } of triesAround(place, fn)) if (handler && isWithin(place, block) && !alwaysThrows(handler.body)) return true;
  // load().catch((error) => `ERROR: …`)
  const call = unwrapAwaited(place);
  return call.type === "CallExpression" && call.callee.type === "MemberExpression" && call.callee.property.type === "Identifier" && call.callee.property.name === "catch";
}

function alwaysThrows(block: TSESTree.BlockStatement): boolean {
  return block.body.some((statement) => statement.type === "ThrowStatement" || (statement.type === "IfStatement" && statement.alternate !== null && leaves(statement) && throwsIn(statement.consequent) && throwsIn(statement.alternate)));
}

function throwsIn(statement: Node): boolean {
  return statement.type === "ThrowStatement" || (statement.type === "BlockStatement" && statement.body.some(throwsIn));
}

const DEEPEST = 4;
/** Globals whose functions give a value at once. */
const PLAIN_GLOBALS = new Set(["String", "Number", "Boolean", "JSON", "Object", "Array", "Math", "Date", "BigInt", "parseInt", "parseFloat", "encodeURIComponent", "structuredClone"]);
/** Methods of strings and lists, and those of lists that are given a function. */
const PLAIN_METHODS = new Set(["join", "slice", "trim", "toString", "toFixed", "toLowerCase", "toUpperCase", "replaceAll", "split", "padStart", "padEnd", "toISOString", "toLocaleString"]);
const LIST_METHODS = new Set(["map", "filter", "flatMap"]);

/** Whether what is awaited is seen to keep its failures to itself: a timer, a client that answers with them, or a function of the project that catches them all. */
export function cannotFail(node: Node, depth = 0): boolean {
  const value = definitionOf(node);
  if (depth > DEEPEST) return false;
  if (isAnsweredWithError(node)) return true;
  switch (value.type) {
    case "NewExpression":
      return isGlobal(originOf(value.callee), "Promise") && resolvesOnly(value);
    case "CallExpression":
      return isQuietCombination(value, depth) || isTimer(value) || answersForItself(functionCalledBy(value)?.fn ?? handlerRunBy(value), depth + 1);
    default:
      return false;
  }
}

/** `const { data, error } = await db.from("notes").select()`: such a call answers with its failure instead of throwing it. */
function isAnsweredWithError(node: Node): boolean {
  const wait = node.type === "AwaitExpression" ? node : node.parent;
  const declarator = wait?.type === "AwaitExpression" && wait.argument.type === "CallExpression" ? wrapped(wait).parent : undefined;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "ObjectPattern") return false;
  const keys = declarator.id.properties.map((property) => (property.type === "Property" ? keyName(property) : undefined));
  return keys.includes("error") && (keys.includes("data") || declarator.id.properties.length === 1) && !chainOf(wait).includes("throwOnError");
}

/** The names of the methods that a call is a chain of. */
function chainOf(wait: Node | undefined): readonly string[] {
  const names: string[] = [];
  let at: Node | undefined = wait?.type === "AwaitExpression" ? unwrapAwaited(wait) : undefined;
  while (at?.type === "CallExpression" || at?.type === "MemberExpression") {
    if (at.type === "MemberExpression") names.push(memberName(at) ?? "");
    at = unwrapAwaited(at.type === "CallExpression" ? at.callee : at.object);
  }
  return names;
}

/** `new Promise((resolve) => setTimeout(resolve, 200))`: nothing can reject it. */
function resolvesOnly(promise: TSESTree.NewExpression): boolean {
  const executor = promise.arguments[0];
  return executor !== undefined && isFunction(executor) && executor.params.length < 2 && !executor.async && (fileOf(executor).index.bodies.get(executor)?.throws.length ?? 1) === 0;
}

function isTimer(call: CallNode): boolean {
  const origin = originOf(call.callee);
  return origin?.module === "timers/promises" && call.arguments.length < 3;
}

/** Functions that answer with a failure instead of throwing it, or that only tell those who watch the run. */
const QUIET: readonly { readonly modules: readonly string[]; readonly paths: readonly (readonly string[])[] }[] = [
  { modules: ["await-to-js"], paths: [["default"], ["to"]] },
  { modules: ["neverthrow"], paths: [["ResultAsync", "fromPromise"], ["ResultAsync", "fromSafePromise"], ["ResultAsync", "fromThrowable", "()"], ["fromPromise"], ["fromSafePromise"]] },
  { modules: ["@langchain/core/callbacks/dispatch", "@langchain/core/callbacks/dispatch/web"], paths: [["dispatchCustomEvent"]] },
];

const isQuiet = perOrigin((origin) => QUIET.some(({ modules, paths }) => paths.some((path) => isExport(origin, modules, path))));

/** `Promise.allSettled(…)`, and `Promise.all(list.map(async (each) => …))` whose callback cannot fail. */
function isQuietCombination(call: CallNode, depth: number): boolean {
  const origin = originOf(call.callee);
  if (isGlobal(origin, "Promise", "allSettled") || (origin && isQuiet(origin))) return true;
  const first = argumentAt(call, 0);
  if (!isGlobal(origin, "Promise", "all") || !first) return false;
  const list = definitionOf(first);
  if (list.type === "ArrayExpression") return list.elements.every((element) => element !== null && element.type !== "SpreadElement" && cannotFail(element, depth + 1));
  const callee = list.type === "CallExpression" ? unwrapAwaited(list.callee) : undefined;
  if (list.type !== "CallExpression" || callee?.type !== "MemberExpression" || memberName(callee) !== "map") return false;
  const callback = argumentAt(list, 0);
  const fn = callback && definitionOf(callback);
  return fn !== undefined && isFunction(fn) && answersForItself(fn, depth + 1);
}

/** `roots.get(session)`, where `roots` is a `Map` that its types say to hold no promises. */
function isTableOfPlainValues(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  const made = callee.type === "MemberExpression" && memberName(callee) === "get" ? definitionOf(callee.object) : undefined;
  if (made?.type !== "NewExpression" || !isGlobal(originOf(made.callee), "Map")) return false;
  const [, held] = made.typeArguments?.params ?? [];
  return held !== undefined && isPlainType(held);
}

const PLAIN_TYPES: ReadonlySet<string> = new Set(["TSArrayType", "TSTupleType", "TSTypeLiteral", "TSLiteralType", "TSStringKeyword", "TSNumberKeyword", "TSBooleanKeyword", "TSBigIntKeyword", "TSNullKeyword", "TSUndefinedKeyword"]);
const COLLECTIONS = new Set(["Array", "ReadonlyArray", "Set", "ReadonlySet", "Map", "ReadonlyMap", "Record", "Date"]);

/** Whether a type is none of a promise, whatever names in it stand for. */
function isPlainType(type: TSESTree.TypeNode): boolean {
  if (type.type === "TSUnionType") return type.types.every(isPlainType);
  return PLAIN_TYPES.has(type.type) || (type.type === "TSTypeReference" && type.typeName.type === "Identifier" && COLLECTIONS.has(type.typeName.name));
}

/** The handler in `findOrder.invoke(input)`, where the tool is one of the project. */
function handlerRunBy(call: CallNode): FunctionNode | undefined {
  const callee = unwrapAwaited(call.callee);
  return callee.type === "MemberExpression" && memberName(callee) === "invoke" ? toolOf(callee.object)?.handler : undefined;
}

/** Whether every failure in a function ends in a catch of its own. */
function answersForItself(fn: FunctionNode | undefined, depth: number): boolean {
  const body = fn && fileOf(fn).index.bodies.get(fn);
  if (!body || fn.generator || depth > DEEPEST) return false;
  // A stream that breaks off fails without an await.
  if (fileOf(fn).text.slice(...fn.range).includes("for await")) return false;
  return (
    body.throws.every((thrown) => isHandled(thrown, fn) || isForNoError(thrown, fn)) &&
    body.awaits.every((wait) => isHandled(wait, fn) || cannotFail(wait, depth)) &&
    body.returned.every((value) => isPlain(value, depth))
  );
}

/** `if (!(error instanceof Error)) throw error;` in a catch: all that is thrown is an `Error`, or should be. */
function isForNoError(thrown: Node, fn: FunctionNode): boolean {
  const branch = findAncestor(thrown, (node): node is TSESTree.IfStatement => node.type === "IfStatement", fn);
  const test = branch && isWithin(thrown, branch.consequent) ? unwrap(branch.test) : undefined;
  const asked = test?.type === "UnaryExpression" && test.operator === "!" ? unwrap(test.argument) : undefined;
  return asked?.type === "BinaryExpression" && asked.operator === "instanceof" && isGlobal(originOf(asked.right), "Error") && findAncestor(thrown, (node): node is TSESTree.CatchClause => node.type === "CatchClause", fn) !== undefined;
}

/** Whether a returned value is no promise that may still fail. */
function isPlain(node: Node, depth: number): boolean {
  const value = unwrap(node);
  if (depth > DEEPEST) return false;
  switch (value.type) {
    case "ConditionalExpression":
      return isPlain(value.consequent, depth) && isPlain(value.alternate, depth);
    case "LogicalExpression":
      return isPlain(value.left, depth) && isPlain(value.right, depth);
    case "Identifier": {
      const declarator = variableOf(value)?.defs[0]?.node as Node | undefined;
      return declarator?.type !== "VariableDeclarator" || !declarator.init || declarator.id.type !== "Identifier" || isPlain(declarator.init, depth + 1);
    }
    case "NewExpression":
      return !isGlobal(originOf(value.callee), "Promise") || cannotFail(value, depth);
    case "ImportExpression":
      return false;
    case "CallExpression":
      return givesPlainValue(value) || cannotFail(value, depth);
    default:
      // What is awaited here was judged among the function's awaits.
      return true;
  }
}

function givesPlainValue(call: CallNode): boolean {
  const origin = originOf(call.callee);
  if (origin && origin.module === undefined && PLAIN_GLOBALS.has(origin.path[0] ?? "")) return true;
  if (isTableOfPlainValues(call)) return true;
  const callee = unwrapAwaited(call.callee);
  const method = callee.type === "MemberExpression" ? (memberName(callee) ?? "") : "";
  const first = argumentAt(call, 0);
  return PLAIN_METHODS.has(method) || (LIST_METHODS.has(method) && first !== undefined && isFunction(first));
}
