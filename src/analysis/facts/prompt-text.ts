import type { TSESTree } from "@typescript-eslint/utils";
import { matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { fileOf, returnedFrom, variableOf } from "../project/source-file.js";
import { argumentAt, isFunction, isWithin, memberName, staticString, unwrapAwaited, type FunctionNode, type Node } from "../syntax/expression.js";
import { argumentOf, type Frame } from "./reach.js";
import { isDelimited } from "./text-marks.js";

/** A value that is put into a prompt. */
export interface PromptHole {
  /** Where it is put in: the value itself, or the call of the helper that writes it. */
  readonly node: Node;
  /** The value, which may stand in that helper. */
  readonly value: Node;
  readonly frame: Frame | undefined;
  /** Whether the text right around it marks where it begins and ends. */
  readonly delimited: boolean;
  /** Whether it is all there is: a message that is the value and nothing else. */
  readonly whole: boolean;
}

interface Value {
  readonly value: Node;
  readonly place: Node;
  readonly frame: Frame | undefined;
}

/** A piece of a text: written down, a value, or one of several texts. */
type Part = string | Value | { readonly either: readonly Text[] };
type Text = readonly Part[];

/** What is not to be looked into. */
export interface Surroundings {
  /** A call whose result is to be taken as it is: a function that the policy names. */
  isOpaque(call: TSESTree.CallExpression): boolean;
  /** A name that can hold only constants where it is used, whatever it is made from. */
  isClosed(name: Node): boolean;
}

interface Reading {
  readonly frame: Frame | undefined;
  /** The activation of the function that the prompt stands in, where one way to it is asked about. */
  readonly home: Frame | undefined;
  /** Where the text is put in, once it is read in another function or file. */
  readonly place: Node | undefined;
  readonly depth: number;
  readonly surroundings: Surroundings;
}

const DEEPEST = 14;
const MOST_WRITES = 6;

/**
 * What is put into a text: holes of templates, operands of `+`, values of `.replace`, elements of a `join`, or the value itself.
 * With a way to the function around it, what that function is given on this way.
 */
export function holesOf(node: Node, surroundings: Surroundings, before = "", after = "", home?: Frame): PromptHole[] {
  return holesIn(read(node, { frame: home, home, place: undefined, depth: 0, surroundings }), before, after);
}

function holesIn(text: Text, before: string, after: string): PromptHole[] {
  return text.flatMap((part, index): PromptHole[] => {
    if (typeof part === "string") return [];
    const left = before + text.slice(0, index).map(written).join("");
    const right = text.slice(index + 1).map(written).join("") + after;
    if ("either" in part) return part.either.flatMap((each) => holesIn(each, left, right));
    return [{ node: part.place, value: part.value, frame: part.frame, delimited: isDelimited(left, right), whole: left.trim() === "" && right.trim() === "" }];
  });
}

/** A part as far as it is written down, with `*` for values. */
function written(part: Part): string {
  if (typeof part === "string") return part;
  return "either" in part ? (part.either[0] ?? []).map(written).join("") : "*";
}

/** The text that an expression comes to, part by part. */
function read(node: Node, reading: Reading): Text {
  const value = unwrapAwaited(node);
  const leaf = (): Text => [{ value, place: reading.place ?? node, frame: reading.frame }];
  if (reading.depth > DEEPEST) return leaf();
  const next = (inner: Node): Text => read(inner, deeper(reading));
  const text = staticString(value);
  if (text !== undefined) return [text];
  switch (value.type) {
    case "Literal":
      return [String(value.value)];
    case "TemplateLiteral":
      return value.quasis.flatMap((quasi, index) => [quasi.value.cooked ?? "", ...(value.expressions[index] ? next(value.expressions[index]) : [])]);
    case "TaggedTemplateExpression":
      return readTagged(value, next) ?? leaf();
    case "BinaryExpression":
      return value.operator === "+" ? [...next(value.left), ...next(value.right)] : leaf();
    case "ConditionalExpression":
      return [{ either: [next(value.consequent), next(value.alternate)] }];
    case "LogicalExpression":
      return value.operator === "&&" ? next(value.right) : [{ either: [next(value.left), next(value.right)] }];
    case "CallExpression":
      return readCall(value, reading) ?? leaf();
    case "Identifier":
      return readName(value, reading) ?? leaf();
    case "MemberExpression": {
      const definition = definitionOf(value);
      return definition !== value && isComposed(definition) ? elsewhere(definition, value, reading) : leaf();
    }
    default:
      return leaf();
  }
}

function deeper(reading: Reading): Reading {
  return { ...reading, depth: reading.depth + 1 };
}

/** Reads on at a definition; in another file there is no place to point at. */
function elsewhere(definition: Node, from: Node, reading: Reading): Text {
  const place = reading.place ?? (fileOf(definition) === fileOf(from) ? undefined : from);
  return read(definition, { ...deeper(reading), place });
}

const COMPOSED = new Set(["Literal", "TemplateLiteral", "TaggedTemplateExpression", "ConditionalExpression", "LogicalExpression", "CallExpression"]);

function isComposed(definition: Node): boolean {
  return COMPOSED.has(definition.type) || (definition.type === "BinaryExpression" && definition.operator === "+");
}

const PLAIN_TAGS = ["dedent", "ts-dedent", "endent", "outdent", "common-tags", "string-dedent"];

function readTagged(node: TSESTree.TaggedTemplateExpression, next: (inner: Node) => Text): Text | undefined {
  const origin = originOf(node.tag);
  const isPlain = (origin?.module !== undefined && matchesModule(origin.module, PLAIN_TAGS)) || (origin?.module === undefined && origin?.path.join(".") === "String.raw");
  return isPlain ? next(node.quasi) : undefined;
}

function readName(name: TSESTree.Identifier, reading: Reading): Text | undefined {
  const passed = argumentOf(name, reading.frame);
  const leaves = passed !== undefined && reading.home !== undefined && !isUnder(passed.frame, reading.home);
  if (passed && !leaves) return read(passed.node, { ...deeper(reading), frame: passed.frame, ...(passed.frame === reading.home ? { place: undefined } : {}) });
  if (reading.surroundings.isClosed(name)) return ["*"];
  // What the function around the prompt is given stands in the prompt under the parameter's name.
  if (passed) return read(passed.node, { ...deeper(reading), frame: passed.frame, place: reading.place ?? name });
  const definition = definitionOf(name);
  // A variable that holds one value: what composes it is read, what brings it in is the hole.
  if (definition !== name) {
    if (!isComposed(definition)) return undefined;
    const isHere = definition.type === "CallExpression" && (functionOf(definition.callee) !== undefined || (reading.home !== undefined && isSameText(definition)));
    const text = elsewhere(definition, name, isHere ? { ...reading, place: reading.place ?? name } : reading);
    return isBare(text, definition) ? undefined : text;
  }
  const values = writesOf(name);
  return values && [{ either: values.map((value) => read(value, deeper(reading))) }];
}

function isSameText({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === "MemberExpression" && SAME_TEXT.has(memberName(callee) ?? "");
}

function isUnder(frame: Frame | undefined, home: Frame): boolean {
  for (let at = frame; at; at = at.caller) if (at === home) return true;
  return false;
}

function isBare(text: Text, definition: Node): boolean {
  const [only] = text;
  return text.length === 1 && typeof only === "object" && "value" in only && only.value === definition;
}

/** `let text = a; text += b`: each is a text that may stand there. A value that is only replaced by another is a value still. */
function writesOf(name: TSESTree.Identifier): Node[] | undefined {
  const variable = variableOf(name);
  const declarator = variable?.defs[0]?.node as Node | undefined;
  if (!variable || declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") return undefined;
  const writes = variable.references.filter((reference) => reference.isWrite() && !reference.init).map((reference) => reference.writeExpr);
  const grows = writes.some((write) => write?.parent?.type === "AssignmentExpression" && write.parent.operator === "+=");
  const values = [declarator.init, ...writes].filter((value): value is TSESTree.Expression => value !== null && value !== undefined);
  if (!grows && !values.some((value) => isWritten(value))) return undefined;
  if (writes.length === 0 || values.length > MOST_WRITES || values.some((value) => isWithin(name, value) || mentions(value, name.name))) return undefined;
  return values;
}

/** Whether an expression puts a text together, beyond being one. */
function isWritten(value: Node): boolean {
  const inner = unwrapAwaited(value);
  return (inner.type === "TemplateLiteral" && inner.expressions.length > 0) || (inner.type === "BinaryExpression" && inner.operator === "+");
}

/** `text = text + more` is read as a value: the text before it is not known part by part. */
function mentions(value: Node, name: string): boolean {
  const inner = unwrapAwaited(value);
  if (inner.type === "Identifier") return inner.name === name;
  if (inner.type === "BinaryExpression") return mentions(inner.left, name) || mentions(inner.right, name);
  return inner.type === "TemplateLiteral" && inner.expressions.some((expression) => mentions(expression, name));
}

const SAME_TEXT = new Set(["trim", "trimStart", "trimEnd", "toString", "slice", "substring", "substr", "normalize", "padEnd", "toLowerCase", "toUpperCase"]);
const SAME_LIST = new Set(["filter", "slice", "sort", "toSorted", "reverse", "toReversed", "flat"]);

function readCall(call: TSESTree.CallExpression, reading: Reading): Text | undefined {
  if (reading.surroundings.isOpaque(call)) return undefined;
  const next = (inner: Node): Text => read(inner, deeper(reading));
  const callee = unwrapAwaited(call.callee);
  const first = argumentAt(call, 0);
  if (callee.type === "Identifier" && callee.name === "String" && first) return next(first);
  if (callee.type === "MemberExpression") {
    const name = memberName(callee) ?? "";
    if (name === "replace" || name === "replaceAll") return readReplace(call, callee.object, next);
    if (name === "join") return readJoin(call, callee.object, reading);
    if (name === "concat" && staticString(definitionOf(callee.object)) !== undefined) return [...next(callee.object), ...call.arguments.flatMap((argument) => (argument.type === "SpreadElement" ? [] : next(argument)))];
    if (SAME_TEXT.has(name)) return unlessBare(next(callee.object), callee.object);
  }
  return readHelper(call, reading);
}

/** `page.trim()` is the hole itself; `` `<doc>${page}</doc>`.trim() `` is looked into. */
function unlessBare(text: Text, object: Node): Text | undefined {
  return isBare(text, unwrapAwaited(object)) ? undefined : text;
}

/** `PROMPT.replace("{page}", page)`: the value stands where the mark stood. */
function readReplace(call: TSESTree.CallExpression, object: Node, next: (inner: Node) => Text): Text | undefined {
  const base = next(object);
  const value = argumentAt(call, 1);
  const mark = markOf(argumentAt(call, 0));
  if (!value || mark === undefined || isFunction(definitionOf(value))) return unlessBare(base, object);
  const text = base.map(written).join("");
  // A template that cannot be seen may mark the place well.
  if (!text.includes(mark)) return base.some((part) => typeof part === "string" && part.trim() !== "") ? base : undefined;
  return base.flatMap((part) => (typeof part === "string" ? part.split(mark).flatMap((piece, index) => (index === 0 ? [piece] : [...next(value), piece])) : [part]));
}

function markOf(node: Node | undefined): string | undefined {
  if (!node) return undefined;
  const value = definitionOf(node);
  if (value.type === "Literal" && "regex" in value) return value.regex.pattern.replace(/\\(.)/gu, "$1");
  const text = staticString(value);
  return text === "" ? undefined : text;
}

/** `[a, b].join("\n")`, `docs.map((doc) => …).join("\n")`, and a list that is filled by `push`. */
function readJoin(call: TSESTree.CallExpression, object: Node, reading: Reading): Text | undefined {
  const list = definitionOf(object);
  if (list.type !== "ArrayExpression") return readList(object, reading);
  const own = readElements(list, staticString(call.arguments[0]) ?? ",", reading);
  const pushed = pushedTo(object);
  return pushed.length === 0 ? own : [{ either: [own, ...pushed.map((value) => read(value, deeper(reading)))] }];
}

function readElements(list: TSESTree.ArrayExpression, separator: string, reading: Reading): Text {
  return list.elements.flatMap((element, index): Text => {
    const between = index === 0 ? [] : [separator];
    if (!element) return between;
    const spread = element.type === "SpreadElement" ? element.argument : undefined;
    return [...between, ...((spread && readList(spread, reading)) ?? read(spread ?? element, deeper(reading)))];
  });
}

/** What a list comes to, where its elements can be seen. */
function readList(node: Node, reading: Reading): Text | undefined {
  let list = definitionOf(node);
  while (list.type === "CallExpression" && list.callee.type === "MemberExpression" && SAME_LIST.has(memberName(list.callee) ?? "")) list = definitionOf(list.callee.object);
  if (list.type === "ArrayExpression") return readElements(list, "\n", reading);
  if (list.type !== "CallExpression" || list.callee.type !== "MemberExpression") return undefined;
  if (!["map", "flatMap"].includes(memberName(list.callee) ?? "")) return undefined;
  const given = argumentAt(list, 0);
  // The mapper's parameter is an element of the list: the trace knows it where the mapper is written in place.
  if (isFunction(given)) return returnedText(given, reading);
  const mapper = given && functionOf(given);
  if (!mapper || fileOf(mapper) !== fileOf(list)) return undefined;
  const holder = list.callee.object;
  const text = returnedText(mapper, { ...reading, place: reading.place ?? node });
  return text && withElements(text, mapper, { value: holder, place: reading.place ?? node, frame: reading.frame });
}

/** Puts the list in the place of its elements, where a function of another place has made a text of each. */
function withElements(text: Text, mapper: FunctionNode, list: Value): Text {
  return text.map((part) => {
    if (typeof part === "string") return part;
    if ("either" in part) return { either: part.either.map((each) => withElements(each, mapper, list)) };
    return isOfParameter(part.value, mapper) ? list : part;
  });
}

function isOfParameter(node: Node, fn: FunctionNode): boolean {
  let root = unwrapAwaited(node);
  for (;;) {
    if (root.type === "MemberExpression") root = unwrapAwaited(root.object);
    else if (root.type === "CallExpression") root = unwrapAwaited(root.arguments[0] ?? root.callee);
    else break;
  }
  const definition = root.type === "Identifier" ? variableOf(root)?.defs[0] : undefined;
  return definition?.type === "Parameter" && (definition.node as Node) === fn;
}

function returnedText(fn: FunctionNode, reading: Reading): Text | undefined {
  const returned = returnedFrom(fn);
  if (returned.length === 0 || returned.length > 4) return undefined;
  return [{ either: returned.map((value) => read(value, deeper(reading))) }];
}

function pushedTo(list: Node): Node[] {
  const name = unwrapAwaited(list);
  if (name.type !== "Identifier") return [];
  const variable = variableOf(name);
  return (variable?.references ?? []).flatMap((reference): Node[] => {
    const member = (reference.identifier as Node).parent;
    if (member?.type !== "MemberExpression" || member.object !== (reference.identifier as Node) || !["push", "unshift"].includes(memberName(member) ?? "")) return [];
    const { parent } = member;
    return parent.type === "CallExpression" && parent.callee === member ? parent.arguments.filter((argument) => argument.type !== "SpreadElement") : [];
  });
}

/** A function of the same file that writes a text: what it puts into it is put in here. */
function readHelper(call: TSESTree.CallExpression, reading: Reading): Text | undefined {
  const helper = functionOf(call.callee);
  if (!helper || fileOf(helper) !== fileOf(call)) return undefined;
  for (let at = reading.frame; at; at = at.caller) if (at.fn === helper) return undefined;
  const returned = returnedFrom(helper);
  // A helper that only brings a value in is the hole itself.
  if (!returned.some((value) => isText(value, 0))) return undefined;
  return returnedText(helper, { ...reading, frame: { fn: helper, call, caller: reading.frame, self: undefined }, place: reading.place ?? call });
}

function isText(node: Node, depth: number): boolean {
  const value = definitionOf(node);
  if (depth > 3) return false;
  if (value.type === "TemplateLiteral" || value.type === "TaggedTemplateExpression" || staticString(value) !== undefined || (value.type === "BinaryExpression" && value.operator === "+")) return true;
  if (value.type === "ConditionalExpression") return isText(value.consequent, depth + 1) || isText(value.alternate, depth + 1);
  if (value.type === "LogicalExpression") return isText(value.left, depth + 1) || isText(value.right, depth + 1);
  if (value.type === "Identifier") return writesOf(value)?.some((written) => isText(written, depth + 1)) ?? false;
  return value.type === "CallExpression" && value.callee.type === "MemberExpression" && ["join", "replace", "replaceAll", "concat", "trim"].includes(memberName(value.callee) ?? "");
}
