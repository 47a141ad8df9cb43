import type { TSESTree } from "@typescript-eslint/utils";
import { PARSING_METHODS } from "../frameworks/schema-libraries.js";
import type { Handler } from "../facts/edge.js";
import { argumentOf, type Frame } from "../facts/reach.js";
import { isModelPart } from "../facts/models.js";
import { isGlobal, originOf, patternPath } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { fileOf, returnedFrom, variableOf } from "../project/source-file.js";
import { enclosingFunction, isFunction, isWithin, keyName, memberChain, memberName, staticString, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { standsBefore } from "./dominance.js";
import { laterValues, startsEmpty } from "./later-writes.js";
import { DOCUMENT_STEPS, readsMarkup } from "./markup-readers.js";
import { contextVariable, identitySource, isAllFrom, parameterPosition, readsRequest, runSource, sourceOfCall, sourceOfParameter, type Source, type TraceContext } from "./sources.js";
import { DECODERS, isVerifiedSource } from "./verified-source.js";

const DEEPEST = 14;

/** All sources of a value: through constants, alternatives, templates, and one call of a helper of the project. */
export function traceSources(node: Node, context: TraceContext, frame?: Frame): Source[] {
  return trace(node, context, frame, 0);
}

const MOST_ALTERNATIVES = 12;
/** A command or a prompt is put together by a `+=` for each of its parts. */
const MOST_WRITES = 12;

/**
 * The values that an expression can come to, each with the sources that it is composed of: `a ?? \`${b}:${c}\`` is two values,
 * the second of two sources. What one alternative is made from says nothing about another.
 */
export function traceAlternatives(node: Node, context: TraceContext, frame?: Frame): Source[][] {
  const found: Source[][] = [];
  const visit = (at: Node, in_: Frame | undefined, depth: number): void => {
    if (found.length >= MOST_ALTERNATIVES) return;
    const choices = depth > DEEPEST ? undefined : choicesOf(at, context, in_);
    if (choices) for (const choice of choices) visit(choice.node, choice.frame, depth + 1);
    else found.push(trace(at, context, in_, 0));
  };
  visit(node, frame, 0);
  return found;
}

/** The expressions one of which a value comes from; `undefined` where it is composed, or a source itself. */
function choicesOf(node: Node, context: TraceContext, frame: Frame | undefined): { node: Node; frame: Frame | undefined }[] | undefined {
  const value = unwrapAwaited(node);
  const here = (nodes: readonly Node[]): { node: Node; frame: Frame | undefined }[] => nodes.map((each) => ({ node: each, frame }));
  switch (value.type) {
    case "LogicalExpression":
      return here(value.operator === "&&" ? [value.right] : [value.left, value.right]);
    case "ConditionalExpression":
      return here([value.consequent, value.alternate]);
    case "Identifier": {
      const passed = argumentOf(value, frame);
      if (passed) return [passed];
      const values = valuesReaching(value);
      return values && here(values);
    }
    case "CallExpression": {
      if (isVerifiedSource(value, context)) return undefined;
      const helper = definitionOf(value.callee);
      if (!isFunction(helper) || fileOf(helper) !== fileOf(value) || isOnStack(helper, frame)) return undefined;
      const returned = returnedFrom(helper);
      return returned.length === 0 ? undefined : returned.map((each) => ({ node: each, frame: { fn: helper, call: value, caller: frame, self: undefined } }));
    }
    default:
      return undefined;
  }
}

/** What a variable may hold where it is read: the last write that surely ran, and those after it that may have. */
function valuesReaching(name: TSESTree.Identifier): Node[] | undefined {
  const variable = variableOf(name);
  const declarator = variable?.defs[0]?.node as Node | undefined;
  if (variable?.defs.length !== 1 || declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") return undefined;
  const writes: { at: Node; value: Node }[] = declarator.init ? [{ at: declarator, value: declarator.init }] : [];
  for (const reference of variable.references) {
    const written = reference.identifier as Node;
    if (!reference.isWrite() || reference.init || isWithin(name, written.parent ?? written)) continue;
    if (written.parent?.type !== "AssignmentExpression" || written.parent.left !== written || !["=", "??=", "||="].includes(written.parent.operator)) return undefined;
    if (written.range[0] > name.range[0] && enclosingFunction(written) === enclosingFunction(name)) continue;
    writes.push({ at: written.parent, value: written.parent.right });
  }
  const last = writes.findLastIndex(({ at }) => (at === declarator || (at.type === "AssignmentExpression" && at.operator === "=")) && at.range[0] < name.range[0] && standsBefore(at, name));
  const reaching = last < 0 ? writes : [...writes.slice(last)];
  return reaching.length === 0 ? undefined : reaching.map(({ value }) => value);
}

function trace(node: Node, context: TraceContext, frame: Frame | undefined, depth: number): Source[] {
  if (depth > DEEPEST) return [{ kind: "unknown", node }];
  const value = unwrapAwaited(node);
  const next = (inner: Node): Source[] => trace(inner, context, frame, depth + 1);
  if (context.isClosed?.(value)) return [{ kind: "literal", node: value }];
  switch (value.type) {
    case "Literal":
      return [{ kind: "literal", node: value }];
    case "TemplateLiteral":
      return value.expressions.length === 0 ? [{ kind: "literal", node: value }] : value.expressions.flatMap(next);
    case "BinaryExpression":
      // Only a sum can be a text; a comparison is a flag, a product a number.
      return value.operator === "+" ? [...next(value.left), ...next(value.right)] : [{ kind: "unknown", node: value }];
    case "LogicalExpression":
      return [...next(value.left), ...next(value.right)];
    case "ConditionalExpression":
      return [...next(value.consequent), ...next(value.alternate)];
    case "ArrayExpression":
      return value.elements.flatMap((element) => (element ? next(element.type === "SpreadElement" ? element.argument : element) : []));
    case "ObjectExpression":
      return value.properties.flatMap((property) => next(property.type === "SpreadElement" ? property.argument : property.value));
    case "CallExpression":
    case "NewExpression":
      return traceCall(value, context, frame, depth);
    case "Identifier":
      return traceName(value, context, frame, depth);
    case "MemberExpression":
      return traceMember(value, context, frame, depth);
    default:
      return [{ kind: "unknown", node: value }];
  }
}

function traceName(name: TSESTree.Identifier, context: TraceContext, frame: Frame | undefined, depth: number): Source[] {
  const variable = variableOf(name);
  const definition = variable?.defs[0];
  if (!variable || !definition) return [{ kind: "unknown", node: name }];
  if (definition.type === "Parameter") {
    const passed = argumentOf(name, frame);
    if (passed) return trace(passed.node, context, passed.frame, depth + 1);
    const given = givenToCallback(name, definition.node);
    if (given) return tracePart(given, [], name, context, frame, depth);
    return traceState(name, definition.node, [], name, context, depth) ?? [sourceOfParameter(name, definition.node, [], context)];
  }
  const declarator = definition.node as Node;
  if (declarator.type !== "VariableDeclarator") return [{ kind: "unknown", node: name }];
  const path = patternPath(declarator.id, name.name) ?? [];
  // `x = f(x)`: the x inside is the one before.
  const writes = variable.references.filter((reference) => reference.isWrite() && !reference.init).map((reference) => reference.writeExpr as Node | undefined).filter((write) => write && !isWithin(name, write));
  const loop = declarator.parent.parent;
  if (loop.type === "ForOfStatement" && loop.left === declarator.parent) return tracePart({ node: loop.right, path: ["*"] }, path, name, context, frame, depth);
  const values = [declarator.init ?? undefined, ...writes].filter((value) => value !== undefined);
  if (values.length === 0 || values.length > MOST_WRITES) return [{ kind: "unknown", node: name }];
  return values.flatMap((value, index) => (index === 0 && declarator.init ? tracePath(value, path, name, context, frame, depth + 1) : trace(value, context, frame, depth + 1)));
}

/** The value at the end of `value.path`, `at` being the expression that stands for it. */
function tracePath(value: Node, path: readonly string[], at: Node, context: TraceContext, frame: Frame | undefined, depth: number): Source[] {
  if (path.length === 0) return trace(value, context, frame, depth);
  return [classifyChain(value, path, at, context, frame, depth)].flat();
}

/** An element of a list, or what a promise comes to; a constant of a written list says nothing of the others. */
function tracePart(given: { readonly node: Node; readonly path: readonly string[] }, path: readonly string[], at: Node, context: TraceContext, frame: Frame | undefined, depth: number): Source[] {
  return tracePath(given.node, [...given.path, ...path], at, context, frame, depth + 1).map((source) => (source.kind === "literal" ? { kind: "unknown", node: at } : source));
}

function traceMember(member: TSESTree.MemberExpression, context: TraceContext, frame: Frame | undefined, depth: number): Source[] {
  const { root, keys } = memberChain(member);
  return classifyChain(root, keys, member, context, frame, depth);
}

/** The heart of it: what `root.a.b.c` is, by what the root is and by the keys. */
function classifyChain(rootNode: Node, path: readonly string[], at: Node, context: TraceContext, frame: Frame | undefined, depth: number): Source[] {
  if (depth > DEEPEST) return [{ kind: "unknown", node: at }];
  const root = unwrapAwaited(rootNode);
  if (root.type === "Identifier") return chainOfName(root, path, at, context, frame, depth);
  if (root.type === "MemberExpression") {
    const inner = memberChain(root);
    return classifyChain(inner.root, [...inner.keys, ...path], at, context, frame, depth + 1);
  }
  if (root.type === "ObjectExpression" && path[0] !== undefined) {
    const property = root.properties.find((candidate) => candidate.type === "Property" && keyName(candidate) === path[0]);
    if (property?.type === "Property") return path.length === 1 ? trace(property.value, context, frame, depth + 1) : classifyChain(property.value, path.slice(1), at, context, frame, depth + 1);
    return [{ kind: "unknown", node: at }];
  }
  if (root.type === "ArrayExpression" && path[0] !== undefined) {
    const elements = path[0] === "*" ? root.elements : [root.elements[Number(path[0])] ?? null];
    return elements.flatMap((element) => {
      if (!element || (element.type === "SpreadElement" && path[0] !== "*")) return [{ kind: "unknown", node: at } as const];
      return element.type === "SpreadElement" ? tracePath(element.argument, path, at, context, frame, depth + 1) : tracePath(element, path.slice(1), at, context, frame, depth + 1);
    });
  }
  if (root.type === "LogicalExpression") return [...classifyChain(root.left, path, at, context, frame, depth + 1), ...classifyChain(root.right, path, at, context, frame, depth + 1)].filter((source, _index, all) => source.kind !== "literal" || all.every((other) => other.kind === "literal"));
  if (root.type === "CallExpression" || root.type === "NewExpression") return [chainOfCall(root, path, at, context, frame, depth)].flat();
  return [{ kind: "unknown", node: at }];
}

function chainOfName(root: TSESTree.Identifier, path: readonly string[], at: Node, context: TraceContext, frame: Frame | undefined, depth: number): Source[] {
  const definition = variableOf(root)?.defs[0];
  const declarator = definition?.node as Node | undefined;
  if (definition?.type === "Parameter" && declarator) {
    const passed = argumentOf(root, frame);
    if (passed) return classifyChain(passed.node, path, at, context, passed.frame, depth + 1);
    const given = givenToCallback(root, declarator);
    if (given) return tracePart(given, path, at, context, frame, depth);
    return traceState(root, declarator, path, at, context, depth) ?? [sourceOfParameter(root, declarator, path, context, at)];
  }
  const inner = declarator?.type === "VariableDeclarator" ? patternPath(declarator.id, root.name) : undefined;
  if (declarator?.type === "VariableDeclarator" && inner) {
    const loop = declarator.parent.parent;
    if (loop.type === "ForOfStatement" && loop.left === declarator.parent) return tracePart({ node: loop.right, path: ["*"] }, [...inner, ...path], at, context, frame, depth);
    const values = declarator.init && !startsEmpty(declarator.init) ? [declarator.init] : laterValues(root);
    if (values.length > 0) return values.flatMap((value) => classifyChain(value, [...inner, ...path], at, context, frame, depth + 1));
  }
  return [{ kind: "unknown", node: at }];
}

/** `state.context` in a node: what other nodes of the graph have put there. The value is named where it is read. */
function traceState(name: TSESTree.Identifier, owner: Node, path: readonly string[], at: Node, context: TraceContext, depth: number): Source[] | undefined {
  const position = context.stateWrites && isFunction(owner) ? parameterPosition(owner, name.name) : undefined;
  const [key, ...rest] = position?.index === 0 ? [...position.path, ...path] : [];
  if (key === undefined || !isFunction(owner)) return undefined;
  const sources = (context.stateWrites?.(owner, key) ?? []).flatMap((value) => tracePath(value, rest, at, context, undefined, depth + 2));
  return sources.some(({ kind }) => kind === "untrusted" || kind === "client" || kind === "model") ? sources.map(({ kind }) => ({ kind, node: at })) : undefined;
}

/** Ends of a path at which a document has a number or a flag, which carries no instruction; an id that the client sent is the client's. */
const FLAGS = new Set(["length", "size", "status", "ok", "id", "index", "score"]);

function chainOfCall(root: CallNode, path: readonly string[], at: Node, context: TraceContext, frame: Frame | undefined, depth: number): Source | Source[] {
  if (isVerifiedSource(root, context)) return identitySource(path, at, context);
  if (isModelPart(root, path)) return { kind: "model", node: at };
  const variable = contextVariable(root, context);
  if (variable !== undefined) return identitySource([variable, ...path], at, context);
  // const [page, rates] = await Promise.all([…, …])
  const all = isGlobal(originOf(root.callee), "Promise", "all") ? root.arguments[0] : undefined;
  if (all && all.type !== "SpreadElement") return classifyChain(all, path, at, context, frame, depth + 1);
  const whole = traceCall(root, context, frame, depth + 1);
  if (FLAGS.has(path.at(-1) ?? "") && whole.some((source) => source.kind === "untrusted")) return { kind: "unknown", node: at };
  // A part of what somebody else wrote is theirs as well; a part of anything else says nothing.
  const author = (["client", "untrusted", "model"] as const).find((kind) => isAllFrom(whole, kind));
  return { kind: author ?? "unknown", node: at };
}

function traceCall(call: CallNode, context: TraceContext, frame: Frame | undefined, depth: number): Source[] {
  const known = sourceOfCall(call, context);
  if (known) return [known];
  const passed = passedOn(call);
  if (passed) return trace(passed, context, frame, depth + 1);
  if (joinsPath(call)) return call.arguments.flatMap((argument) => trace(argument.type === "SpreadElement" ? argument.argument : argument, context, frame, depth + 1));
  const callee = unwrapAwaited(call.callee);
  const method = callee.type === "MemberExpression" ? traceMethod(call, callee, context, frame, depth) : undefined;
  return method ?? traceHelper(call, context, frame, depth) ?? [{ kind: "unknown", node: call }];
}

/** Functions of the language that change the form of their argument only. */
const PASSING_GLOBALS = new Set(["String", "encodeURIComponent", "decodeURIComponent", "Number", "JSON.parse", "JSON.stringify", "Promise.all", "Promise.resolve", "Array.from", "URL", "URL.new", "URLSearchParams", "URLSearchParams.new"]);

/** `path.resolve(root, file)`: a path holds all that it is put together from. */
function joinsPath({ callee }: CallNode): boolean {
  const origin = originOf(callee);
  return (origin?.module === "path" || origin?.module === "node:path") && PATH_STEPS.has(origin.path.at(-1) ?? "");
}

const PATH_STEPS = new Set(["join", "resolve", "normalize"]);

/** The argument that a call passes on: `String(x)`, `JSON.parse(x)`, `new URL(x)`, `decode(x)`. */
function passedOn(call: CallNode): Node | undefined {
  const origin = originOf(call.callee);
  const first = call.arguments[0];
  if (!origin || !first || first.type === "SpreadElement") return undefined;
  const path = origin.path.join(".");
  if (origin.module === undefined) return PASSING_GLOBALS.has(path) ? first : undefined;
  return readsMarkup(origin) || DECODERS.some(([module, decoder]) => module === origin.module && decoder === path) ? first : undefined;
}

function traceMethod(call: CallNode, callee: TSESTree.MemberExpression, context: TraceContext, frame: Frame | undefined, depth: number): Source[] | undefined {
  const name = memberName(callee) ?? "";
  const first = call.arguments[0];
  const holder = (): Source[] => trace(callee.object, context, frame, depth + 1);
  const client: Source[] = [{ kind: "client", node: call }];
  if (readsRequest(call, context)) return client;
  if (name === "get" || name === "getAll") {
    const read = holder();
    if (isAllFrom(read, "client")) return client;
    // Mastra: requestContext.get("userId")
    const key = isAllFrom(read, "config") ? staticString(first) : undefined;
    if (key !== undefined) return [runSource([key], call, context)];
  }
  // What a function of another place makes of an element is asked of the list.
  const answers = CALLBACK_GIVES.has(name) && isFunction(first) ? returnedBy(first, call) : [];
  if (answers.length > 0) return answers.flatMap((value) => trace(value, context, frame, depth + 1));
  if (LIST_STEPS.has(name)) {
    const list = holder();
    if (list.some((source) => source.kind === "untrusted" || source.kind === "client" || source.kind === "model")) return list;
  }
  if (SAME_TEXT.has(name)) return holder();
  if (!PARSING_METHODS.has(name) || !first || first.type === "SpreadElement") return undefined;
  // Schema.parse(await req.json()): validated, and still what the client wrote, or the model.
  const parsed = trace(first, context, frame, depth + 1);
  if (isAllFrom(parsed, "client")) return client;
  return isAllFrom(parsed, "model") ? [{ kind: "model", node: call }] : undefined;
}

/** Methods whose result is what their callback returns. */
const CALLBACK_GIVES = new Set(["then", "map", "flatMap", "reduce"]);
const LIST_STEPS = new Set(["json", "text", "map", "filter", "flatMap", "at", "flat", "concat", "sort", "toSorted", ...DOCUMENT_STEPS]);
const MOST_RETURNS = 4;

/** What a function of the same file returns; nothing where there are too many ways out to say. */
function returnedBy(fn: Node, call: CallNode): readonly Node[] {
  if (!isFunction(fn) || fileOf(fn) !== fileOf(call)) return [];
  const returned = returnedFrom(fn);
  return returned.length <= MOST_RETURNS ? returned : [];
}

function traceHelper(call: CallNode, context: TraceContext, frame: Frame | undefined, depth: number): Source[] | undefined {
  const helper = definitionOf(call.callee);
  if (!isFunction(helper) || isOnStack(helper, frame)) return undefined;
  const entered: Frame = { fn: helper, call, caller: frame, self: undefined };
  const returned = returnedBy(helper, call);
  return returned.length > 0 ? returned.flatMap((value) => trace(value, context, entered, depth + 1)) : undefined;
}

const CALLBACKS = new Set(["map", "flatMap", "forEach", "filter", "find", "findLast", "some", "every", "sort", "toSorted"]);

/** What the parameter of a callback stands for: an element of the list, or what a promise comes to. */
function givenToCallback(name: TSESTree.Identifier, owner: Node): { node: Node; path: readonly string[] } | undefined {
  if (!isFunction(owner) || owner.parent.type !== "CallExpression" || owner.parent.arguments[0] !== owner) return undefined;
  const callee = unwrapAwaited(owner.parent.callee);
  if (callee.type !== "MemberExpression") return undefined;
  const method = memberName(callee) ?? "";
  const position = parameterPosition(owner, name.name);
  if (!position) return undefined;
  if (method === "then") return position.index === 0 ? { node: callee.object, path: position.path } : undefined;
  if (method === "reduce" || method === "reduceRight") return position.index === 1 ? { node: callee.object, path: ["*", ...position.path] } : undefined;
  return CALLBACKS.has(method) && position.index === 0 ? { node: callee.object, path: ["*", ...position.path] } : undefined;
}

const SAME_TEXT = new Set(["join", "catch", "finally", "toString", "trim", "toLowerCase", "toUpperCase", "slice", "split", "substring", "replace", "replaceAll", "normalize", "valueOf"]);

function isOnStack(fn: FunctionNode, frame: Frame | undefined): boolean {
  for (let at = frame; at; at = at.caller) if (at.fn === fn) return true;
  return false;
}

/** The handler around a place, if the outside world can reach it there. */
export function handlerAround(node: Node, handlers: readonly Handler[]): Handler | undefined {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const handler = handlers.find((candidate) => candidate.fn === fn);
    if (handler) return handler;
  }
  return undefined;
}
