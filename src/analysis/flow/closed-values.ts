import type { TSESTree } from "@typescript-eslint/utils";
import { SCHEMA_LIBRARIES } from "../frameworks/schema-libraries.js";
import { parseSchema } from "../facts/schemas.js";
import { isGlobal, matchesModule, originOf, patternPath, samePath } from "../origin/origin.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { fileOf, returnedFrom, type Variable, variableOf } from "../project/source-file.js";
import { argumentAt, isFunction, isUndefined, memberChain, memberName, parameterPattern, unwrap, unwrapAwaited, type FunctionNode, type Node } from "../syntax/expression.js";
import { leaves } from "./dominance.js";

/** The schema that checks a function's first argument before it runs: a tool's own. */
export type SchemaOf = (fn: FunctionNode) => Node | undefined;

/**
 * Whether a value can hold no text of somebody's own where it is used: a number, a flag, one of a written list of
 * constants, by a comparison on the way, or by a schema.
 */
export function isClosedValue(node: Node, schemaOf: SchemaOf): boolean {
  const value = unwrapAwaited(node);
  switch (value.type) {
    case "CallExpression":
      return isClosedCall(value, schemaOf);
    case "BinaryExpression":
      return value.operator !== "+";
    case "UnaryExpression":
    case "UpdateExpression":
      return true;
    case "MemberExpression":
      return MEASURES.has(memberName(value) ?? "") || isClosedReference(value, schemaOf);
    case "Identifier":
      return isClosedReference(value, schemaOf);
    default:
      return false;
  }
}

const MEASURES = new Set(["length", "size", "byteLength"]);
const NUMBERS = new Set(["Number", "parseInt", "parseFloat", "Boolean", "BigInt", "isNaN"]);
/** Methods that give numbers and flags, whatever they are asked of. */
const MEASURING = new Set(["toFixed", "toPrecision", "getTime", "indexOf", "lastIndexOf", "charCodeAt", "codePointAt", "includes", "startsWith", "endsWith", "test", "has", "some", "every", "findIndex", "localeCompare"]);

function isClosedCall(call: TSESTree.CallExpression, schemaOf: SchemaOf): boolean {
  const origin = originOf(call.callee);
  if (origin && origin.module === undefined && ((origin.path.length === 1 && NUMBERS.has(origin.path[0] ?? "")) || origin.path[0] === "Math" || (origin.path[0] === "Number" && origin.path.length === 2))) return true;
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression") return false;
  const name = memberName(callee) ?? "";
  if (MEASURING.has(name)) return true;
  if (name === "replace" || name === "replaceAll") return removesMarks(call, name === "replaceAll");
  return isClosedParse(call, [], schemaOf);
}

/** `.replace(/[^a-z0-9]/gu, "")`, `.replace(/</gu, "&lt;")`: what could end the text around it is taken out, wherever it stands. */
function removesMarks(call: TSESTree.CallExpression, all: boolean): boolean {
  const pattern = argumentAt(call, 0);
  const value = pattern && definitionOf(pattern);
  if (value?.type !== "Literal") return false;
  if (!("regex" in value)) return all && typeof value.value === "string" && /^["'`<]$/u.test(value.value);
  const { pattern: source, flags } = value.regex;
  if (!all && !flags.includes("g")) return false;
  return /^\(*\[\^(?![^\]]*(?:\\s|\s|<|\.))/u.test(source) || /^\[?[^\]]*(?<!\(\?)</u.test(source) || MARK.test(source) || isArithmetic(/^\[\^(.+)\]\+?$/u.exec(source)?.[1]);
}

/** One quotation mark, or a class that holds some; `/```json/g` takes a fence away and leaves what it held. */
const MARK = /^\(?(?:["'`]|\[(?!\^)[^\]]*["'`][^\]]*\])\)?[+*]?$/u;

/** A class of digits, signs and blanks: no word can be spelt with it, neither to a model nor to an interpreter. Brackets and quotes are none of them, since code can be spelt with those alone. */
function isArithmetic(characters: string | undefined): boolean {
  return characters !== undefined && /^(?:\\[ds+*/().,%^-]|[-0-9+*/().,%^ ])+$/u.test(characters);
}

function regexOf(node: Node): string | undefined {
  const value = definitionOf(node);
  return value.type === "Literal" && "regex" in value ? value.regex.pattern : undefined;
}

/** `Schema.parse(value).key`, where the schema lets only constants, numbers or flags through at that key. */
function isClosedParse(call: TSESTree.CallExpression, path: readonly string[], schemaOf: SchemaOf): boolean {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression") return false;
  const name = memberName(callee) ?? "";
  if (name === "parse" || name === "parseAsync") return !isGlobal(originOf(callee), "JSON", "parse") && !isGlobal(originOf(callee), "Date", "parse") && allowsConstants(callee.object, path);
  if (name === "safeParse" || name === "safeParseAsync") return path[0] === "data" && allowsConstants(callee.object, path.slice(1));
  return SAME.has(name) && isClosedValue(callee.object, schemaOf);
}

const SAME = new Set(["toString", "trim", "toLowerCase", "toUpperCase", "toLocaleLowerCase", "toLocaleUpperCase"]);

/** What a schema lets through at a path is closed. */
function allowsConstants(schema: Node, path: readonly string[]): boolean {
  if (path.length === 0) return isClosedSchema(schema, 0);
  const wanted = path.map((key) => (/^\d+$|^\*$/u.test(key) ? "[]" : key));
  const field = parseSchema(schema).fields.find((candidate) => candidate.path.length === wanted.length && candidate.path.every((key, index) => key === wanted[index] || key === "*"));
  return field !== undefined && isClosedSchema(field.node.value, 0);
}

const CLOSED_TYPES = new Set(["enum", "nativeEnum", "picklist", "literal", "number", "int", "boolean", "bigint", "date", "null", "undefined", "never", "nan", "uuid", "uuidv4", "iso", "int32", "float32", "stringbool"]);
const CLOSED_CHECKS = new Set(["uuid", "cuid", "cuid2", "ulid", "nanoid", "datetime", "ip", "guid"]);

function isClosedSchema(node: Node, depth: number): boolean {
  const schema = definitionOf(node);
  if (depth > 8) return false;
  if (schema.type === "ObjectExpression") return isClosedJsonSchema(schema);
  if (schema.type !== "CallExpression") return false;
  const origin = originOf(schema.callee);
  const steps = origin && matchesModule(origin.module ?? "", SCHEMA_LIBRARIES) ? origin.path.filter((step) => step !== "default" && step !== "z" && step !== "*" && step !== "coerce") : undefined;
  if (steps?.length === 1) {
    const [name = ""] = steps;
    const list = argumentAt(schema, 0);
    if (name === "union" && list) {
      const members = definitionOf(list);
      return members.type === "ArrayExpression" && members.elements.every((member) => member && isClosedSchema(member, depth + 1));
    }
    return CLOSED_TYPES.has(name) || (["optional", "nullable"].includes(name) && list !== undefined && isClosedSchema(list, depth + 1));
  }
  const callee = unwrapAwaited(schema.callee);
  if (callee.type !== "MemberExpression") return false;
  const method = memberName(callee) ?? "";
  if (CLOSED_CHECKS.has(method)) return true;
  if (method === "regex") {
    const pattern = argumentAt(schema, 0);
    return isClosedPattern(pattern && regexOf(pattern));
  }
  return method !== "transform" && method !== "or" && isClosedSchema(callee.object, depth + 1);
}

function isClosedJsonSchema(schema: TSESTree.ObjectExpression): boolean {
  return schema.properties.some((property) => {
    if (property.type !== "Property" || property.key.type !== "Identifier") return false;
    if (property.key.name === "enum" || property.key.name === "const") return true;
    return property.key.name === "type" && property.value.type === "Literal" && ["number", "integer", "boolean"].includes(String(property.value.value));
  });
}

/** A pattern for the whole text, in which no blank and no mark has a place. */
function isClosedPattern(source: string | undefined): boolean {
  if (isArithmetic(/^\^\[(.+)\][+*]\$$/u.exec(source ?? "")?.[1])) return true;
  if (source === undefined || !source.startsWith("^") || !source.endsWith("$")) return false;
  // In a class, a dot is a dot.
  const written = source.replace(/\[(?:\\.|[^\]\\])*\]/gu, (characters) => characters.replaceAll(".", ""));
  return !/\\[sSWD]|(?<!\\)\.|\[\^|[\s<]/u.test(written);
}

/** A name or a member of one, seen through what defines it and what was asked of it on the way. */
function isClosedReference(node: TSESTree.Identifier | TSESTree.MemberExpression, schemaOf: SchemaOf): boolean {
  const reference = referenceOf(node);
  if (!reference) return false;
  if (isClosedBySchema(reference, schemaOf, 0)) return true;
  for (let at: Node = node; at.parent; at = at.parent) if (isClosedOnTheWay(at, reference)) return true;
  return false;
}

/** `name.a.b`. */
interface Reference {
  readonly variable: Variable;
  readonly path: readonly string[];
}

function referenceOf(node: Node): Reference | undefined {
  const { root, keys: path } = memberChain(node);
  if (root.type !== "Identifier" || path.includes("*")) return undefined;
  const variable = variableOf(root);
  return variable && { variable, path };
}

function isClosedBySchema({ variable, path }: Reference, schemaOf: SchemaOf, depth: number): boolean {
  const definition = variable.defs[0];
  const owner = definition?.node as Node | undefined;
  if (!definition || !owner || depth > 6) return false;
  if (definition.type === "Parameter") {
    if (!isFunction(owner) || !owner.params[0]) return false;
    const schema = schemaOf(owner);
    const inner = patternPath(parameterPattern(owner.params[0]), variable.name);
    return schema !== undefined && inner !== undefined && allowsConstants(schema, [...inner, ...path]);
  }
  if (owner.type !== "VariableDeclarator" || !owner.init || variable.references.some((reference) => reference.isWrite() && !reference.init)) return false;
  const inner = patternPath(owner.id, variable.name);
  if (!inner) return false;
  const keys = [...inner, ...path];
  const init = unwrapAwaited(owner.init);
  if (init.type === "CallExpression") return keys.length > 0 && isClosedParse(init, keys, schemaOf);
  const next = referenceOf(init);
  return next !== undefined && next.variable !== variable && isClosedBySchema({ variable: next.variable, path: [...next.path, ...keys] }, schemaOf, depth + 1);
}

/** Whether the place can be reached only with a constant, by the condition around it or a statement before it. */
function isClosedOnTheWay(at: Node, reference: Reference): boolean {
  const { parent } = at;
  switch (parent?.type) {
    case "IfStatement":
    case "ConditionalExpression":
      return at !== parent.test && closedWhen(parent.test, at === parent.consequent, reference, 0);
    case "LogicalExpression":
      return at === parent.right && parent.operator !== "??" && closedWhen(parent.left, parent.operator === "&&", reference, 0);
    case "SwitchCase":
      return parent.test !== null && parent.test !== at && isReference(parent.parent.discriminant, reference) && isConstant(parent.test) && isClosedStart(parent);
    case "BlockStatement":
    case "Program":
      return parent.body.some((statement, index) => index < (parent.body as Node[]).indexOf(at) && isClosedBehind(statement, reference) && !isWrittenBetween(reference, statement, at));
    default:
      return false;
  }
}

/** The cases that fall through into this one name constants as well. */
function isClosedStart(last: TSESTree.SwitchCase): boolean {
  const { cases } = last.parent;
  for (let index = cases.indexOf(last) - 1; index >= 0; index -= 1) {
    const before = cases[index];
    if (!before || before.consequent.some(leaves)) return true;
    if (before.test === null || !isConstant(before.test)) return false;
  }
  return true;
}

function isWrittenBetween({ variable }: Reference, from: Node, to: Node): boolean {
  return variable.references.some((reference) => reference.isWrite() && !reference.init && (reference.identifier as Node).range[0] > from.range[1] && (reference.identifier as Node).range[0] < to.range[1]);
}

/** What follows the statement runs only with a constant: `if (!LIST.includes(x)) return`, `assert(x === "a")`. */
function isClosedBehind(statement: Node, reference: Reference): boolean {
  if (statement.type === "IfStatement") {
    if (leaves(statement.consequent) || writesConstant(statement.consequent, reference)) return closedWhen(statement.test, false, reference, 0);
    return statement.alternate !== null && leaves(statement.alternate) && closedWhen(statement.test, true, reference, 0);
  }
  if (statement.type !== "ExpressionStatement") return false;
  const call = unwrapAwaited(statement.expression);
  if (call.type !== "CallExpression") return false;
  const callee = unwrapAwaited(call.callee);
  const name = callee.type === "MemberExpression" ? memberName(callee) : callee.type === "Identifier" ? callee.name : undefined;
  const test = argumentAt(call, 0);
  return test !== undefined && ["assert", "invariant", "ok"].includes(name ?? "") && closedWhen(test, true, reference, 0);
}

function writesConstant(statement: Node, reference: Reference): boolean {
  const only = statement.type === "BlockStatement" ? statement.body.at(-1) : statement;
  if (only?.type !== "ExpressionStatement" || only.expression.type !== "AssignmentExpression") return false;
  return isReference(only.expression.left, reference) && isConstant(only.expression.right);
}

/** Whether the reference can hold only constants where a test came out that way. */
function closedWhen(test: Node, outcome: boolean, reference: Reference, depth: number): boolean {
  const value = unwrap(test);
  const ask = (inner: Node, innerOutcome = outcome): boolean => closedWhen(inner, innerOutcome, reference, depth + 1);
  if (depth > 8) return false;
  switch (value.type) {
    case "UnaryExpression":
      return value.operator === "!" && ask(value.argument, !outcome);
    case "LogicalExpression":
      if (value.operator === "??") return false;
      return (value.operator === "&&") === outcome ? ask(value.left) || ask(value.right) : ask(value.left) && ask(value.right);
    case "BinaryExpression":
      return isClosedComparison(value, outcome, reference);
    case "CallExpression":
      return outcome && isClosedQuestion(value, reference, depth);
    default:
      return false;
  }
}

function isClosedComparison(test: TSESTree.BinaryExpression, outcome: boolean, reference: Reference): boolean {
  if (test.operator === "in") return outcome && isReference(test.left, reference);
  const equal = ["===", "=="].includes(test.operator);
  if (!equal && !["!==", "!="].includes(test.operator)) return false;
  if (equal !== outcome) return false;
  const sides = [test.left, test.right] as const;
  return sides.some((side, index) => {
    const other = sides[1 - index];
    if (!other) return false;
    if (isReference(side, reference)) return isConstant(other);
    const asked = unwrap(side);
    return asked.type === "UnaryExpression" && asked.operator === "typeof" && isReference(asked.argument, reference) && other.type === "Literal" && ["number", "boolean", "bigint", "undefined"].includes(String(other.value));
  });
}

/** `LIST.includes(x)`, `SET.has(x)`, `Object.hasOwn(TABLE, x)`, `/^[a-z]{2}$/.test(x)`, `isTone(x)`. */
function isClosedQuestion(call: TSESTree.CallExpression, reference: Reference, depth: number): boolean {
  const position = call.arguments.findIndex((argument) => isReference(argument, reference));
  if (position < 0) return false;
  const callee = unwrapAwaited(call.callee);
  if (callee.type === "MemberExpression") {
    const name = memberName(callee) ?? "";
    if (name === "test") return isClosedPattern(regexOf(callee.object));
    if (name === "includes" || name === "has") return position === 0 && isListOfConstants(callee.object);
    return name === "hasOwn" || name === "hasOwnProperty";
  }
  const helper = functionOf(callee);
  // A predicate out of sight may do what its place says.
  if (!helper) return callee.type === "Identifier" && variableOf(callee)?.defs[0]?.type === "ImportBinding";
  const parameter = helper.params[position];
  const pattern = parameter && parameterPattern(parameter);
  const variable = pattern?.type === "Identifier" ? fileOf(helper).variableOf(pattern.name, helper.body) : undefined;
  const returned = returnedFrom(helper);
  return variable !== undefined && returned.length > 0 && returned.every((answer) => isFalse(answer) || closedWhen(answer, true, { variable, path: [] }, depth + 1));
}

function isFalse(node: Node): boolean {
  const value = unwrap(node);
  return value.type === "Literal" && value.value === false;
}

/** A written list; one that comes from elsewhere is taken for one, the result of a call at run time is not. */
function isListOfConstants(node: Node): boolean {
  let list = definitionOf(node);
  if (list.type === "NewExpression" && (isGlobal(originOf(list.callee), "Set") || isGlobal(originOf(list.callee), "Map"))) {
    const given = argumentAt(list, 0);
    if (!given) return false;
    list = definitionOf(given);
  }
  if (list.type === "CallExpression") return isGlobal(originOf(list.callee), "Object", "keys") || isGlobal(originOf(list.callee), "Object", "values");
  if (list.type === "ArrayExpression") return list.elements.every((element) => element !== null && (element.type === "SpreadElement" || element.type === "ArrayExpression" || isConstant(element)));
  // `shape.options` of an enumeration, an import that cannot be read.
  if (list.type === "MemberExpression") return memberName(list) === "options";
  return list.type === "Identifier" && variableOf(list)?.defs[0]?.type === "ImportBinding";
}

function isConstant(node: Node): boolean {
  if (isUndefined(node)) return true;
  const value = definitionOf(node);
  if (value.type === "MemberExpression" || value.type === "Identifier") {
    const root = referenceOf(value)?.variable.defs[0];
    return root?.type === "TSEnumName" || root?.type === "ImportBinding";
  }
  return value.type === "Literal" || (value.type === "TemplateLiteral" && value.expressions.length === 0);
}

function isReference(node: Node, reference: Reference): boolean {
  let value = unwrapAwaited(node);
  while (value.type === "CallExpression") {
    const callee = unwrapAwaited(value.callee);
    const isText = isGlobal(originOf(value.callee), "String") && value.arguments[0];
    if (isText) value = unwrapAwaited(isText);
    else if (callee.type === "MemberExpression" && SAME.has(memberName(callee) ?? "")) value = unwrapAwaited(callee.object);
    else return false;
  }
  const found = referenceOf(value);
  return found?.variable === reference.variable && samePath(found.path, reference.path);
}
