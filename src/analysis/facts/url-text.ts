import type { TSESTree } from "@typescript-eslint/utils";
import { isGlobal, originOf } from "../origin/origin.js";
import { propertyValue } from "../origin/value.js";
import { variableOf } from "../project/source-file.js";
import { argumentAt, isWithin, memberName, staticString, unwrapAwaited, type Node } from "../syntax/expression.js";
import { definitionIn, returnedBy, writtenValues, type Frame } from "./reach.js";

/** The text of an address with `*` for each hole, also where a helper or a field of what it returns holds it. */
export function urlTextOf(node: Node, frame: Frame | undefined, depth = 0): string {
  if (depth > 6) return "*";
  const { node: value, frame: at } = definitionIn(node, frame);
  const text = staticString(value);
  if (text !== undefined) return text;
  if (value.type === "TemplateLiteral") {
    return value.quasis.map((quasi, index) => `${quasi.value.cooked}${value.expressions[index] ? urlTextOf(value.expressions[index], at, depth + 1) : ""}`).join("");
  }
  if (value.type === "BinaryExpression" && value.operator === "+") return `${urlTextOf(value.left, at, depth + 1)}${urlTextOf(value.right, at, depth + 1)}`;
  if (value.type === "NewExpression" && isGlobal(originOf(value.callee), "URL")) {
    const first = argumentAt(value, 0);
    const base = argumentAt(value, 1);
    const path = first ? urlTextOf(first, at, depth + 1) : "*";
    return base && !/^[a-z]+:/iu.test(path) ? `${isOwnFile(base) ? "file:" : urlTextOf(base, at, depth + 1)}${path}` : path;
  }
  if (value.type === "CallExpression" && value.callee.type === "MemberExpression" && memberName(value.callee) === "toString") return urlTextOf(value.callee.object, at, depth + 1);
  if (value.type === "MemberExpression" && memberName(value) === "href") return urlTextOf(value.object, at, depth + 1);
  const returned = returnedAddress(value, at);
  if (returned) return urlTextOf(returned.node, returned.frame, depth + 1);
  const begun = value.type === "Identifier" ? beginningOf(value) : undefined;
  if (begun) return `${urlTextOf(begun, at, depth + 1)}*`;
  const choices = value.type === "Identifier" ? choicesOf(value) : [];
  if (choices.length > 0) return sharedText(choices.map((choice) => urlTextOf(choice, at, depth + 1)));
  if (value.type === "LogicalExpression") {
    // `process.env.API_URL ?? "https://api.example.com"`: the fallback tells what kind of address it is.
    return urlTextOf(value.right, at, depth + 1);
  }
  return "*";
}

/** `import.meta.url`: what lies beside the module. */
function isOwnFile(base: Node): boolean {
  const value = unwrapAwaited(base);
  return value.type === "MemberExpression" && memberName(value) === "url" && value.object.type === "MetaProperty";
}

/** `this.addressOf("search")`, and `request.url` of `const request = this.prepare(text)`. */
function returnedAddress(value: Node, frame: Frame | undefined): { node: Node; frame: Frame | undefined } | undefined {
  if (value.type === "CallExpression") return returnedBy(value, frame);
  if (value.type !== "MemberExpression") return undefined;
  const holder = definitionIn(value.object, frame);
  const returned = holder.node.type === "CallExpression" ? returnedBy(holder.node, holder.frame) : undefined;
  const object = returned && definitionIn(returned.node, returned.frame);
  const field = object && propertyValue(object.node, memberName(value) ?? "");
  return field && { node: field, frame: object.frame };
}

/** `let url = base; if (page) url += "?page=2"`: what a variable begins with, where all that it gets later is made from it. */
function beginningOf(name: TSESTree.Identifier): Node | undefined {
  const variable = variableOf(name);
  const declarator = variable?.defs[0]?.node as Node | undefined;
  if (!variable || declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || !declarator.init) return undefined;
  const grows = variable.references.filter((reference) => reference.isWrite() && reference.init !== true).every(({ identifier }) => {
    const assignment = (identifier as Node).parent;
    if (assignment?.type !== "AssignmentExpression") return false;
    return assignment.operator === "+=" || variable.references.some((reference) => reference.isRead() && isWithin(reference.identifier, assignment.right));
  });
  return grows ? declarator.init : undefined;
}

const MOST_CHOICES = 4;

/** `let path; if (team) path = `/teams/${team}/archive`; else path = `/chats/${chat}/archive``: all that a variable may be. */
function choicesOf(name: TSESTree.Identifier): readonly Node[] {
  const variable = variableOf(name);
  const values = writtenValues(variable) ?? [];
  const isMadeOfItself = (value: Node): boolean => variable?.references.some(({ identifier }) => isWithin(identifier, value)) ?? true;
  return values.length <= MOST_CHOICES && !values.some(isMadeOfItself) ? values : [];
}

/** How all texts begin and end, in whole parts, with `*` for what they differ in. */
function sharedText(texts: readonly string[]): string {
  const [first = "", ...others] = texts;
  if (others.every((text) => text === first)) return first;
  const shortest = Math.min(...texts.map(({ length }) => length));
  let start = 0;
  while (start < shortest && others.every((text) => text[start] === first[start])) start += 1;
  let end = 0;
  while (end < shortest - start && others.every((text) => text.at(-1 - end) === first.at(-1 - end))) end += 1;
  return `${first.slice(0, start).replace(/[^/]*$/u, "")}*${first.slice(first.length - end).replace(/^[^/:?]*/u, "")}`;
}
