import type { TSESTree } from "@typescript-eslint/utils";
import { leaves, runsAlways } from "../flow/dominance.js";
import type { AgentModel } from "../model.js";
import { patternPath, samePath } from "../origin/origin.js";
import { fileOf } from "../project/source-file.js";
import { enclosingFunction, isWithin, keyName, memberName, parameterPattern, staticString, unwrapAwaited, type FunctionNode, type Node } from "../syntax/expression.js";
import { runPathOf } from "./identity-reads.js";
import type { SchemaField } from "./schemas.js";
import type { Tool } from "./tools.js";

/**
 * Whether a handler goes on with a field only where it is the caller's own, `if (userId !== config.configurable?.user_id) throw …`,
 * or never uses it, `{ ...input, userId: session.userId }`: then it is no choice of the model's.
 */
export function isConfirmed(tool: Tool, field: SchemaField, model: AgentModel): boolean {
  const { handler } = tool;
  if (!handler || fileOf(handler) !== model.file) return false;
  return isOverwritten(tool, handler, field) || isCompared(tool, handler, field, model);
}

function isCompared(tool: Tool, handler: FunctionNode, field: SchemaField, model: AgentModel): boolean {
  const isField = (node: Node): boolean => {
    const path = runPathOf(node, { configParameter: (fn) => (fn === handler ? 0 : undefined) });
    return path !== undefined && (samePath(path, field.path) || samePath(path.slice(1), field.path));
  };
  const isCaller = (node: Node): boolean => {
    const sources = model.sourcesOf(node);
    if (sources.some(({ kind }) => kind === "model")) return false;
    return sources.some(({ kind }) => kind === "user" || kind === "tenant" || kind === "guard") || [node, ...sources.map((source) => source.node)].some((each) => namesCaller(each, model));
  };
  return model.file.index.comparisons.some((comparison) => {
    if (enclosingFunction(comparison) !== handler) return false;
    const { left, right } = comparison;
    if (!(isField(left) && isCaller(right)) && !(isField(right) && isCaller(left))) return false;
    const guarded = guardedBy(comparison, handler);
    return guarded !== undefined && readsOf(tool, handler, field).every((read) => isWithin(read, comparison) || guarded(read));
  });
}

/** `session.userId`, and `runtimeContext.get("userId")` by its key. */
function namesCaller(node: Node, { vocabulary }: AgentModel): boolean {
  const value = unwrapAwaited(node);
  const key = value.type === "CallExpression" && value.callee.type === "MemberExpression" && memberName(value.callee) === "get" ? staticString(value.arguments[0]) : undefined;
  const name = value.type === "Identifier" ? value.name : value.type === "MemberExpression" ? memberName(value) : key;
  return name !== undefined && vocabulary.classify(name, "certain") !== undefined;
}

/** What runs only where the two are the same. */
function guardedBy(comparison: TSESTree.BinaryExpression, handler: FunctionNode): ((place: Node) => boolean) | undefined {
  const isDifference = comparison.operator.startsWith("!");
  const condition = conditionAround(comparison, isDifference ? "||" : "&&", handler);
  const parent: Node | undefined = condition.parent;
  if ((parent?.type !== "IfStatement" && parent?.type !== "ConditionalExpression") || parent.test !== condition) return undefined;
  const { alternate, consequent } = parent;
  if (!isDifference) return (place) => isWithin(place, consequent);
  if (parent.type === "IfStatement" && leaves(consequent) && runsAlways(parent, handler)) return (place) => place.range[0] > parent.range[1] || isWithin(place, consequent);
  return alternate ? (place) => isWithin(place, alternate) : undefined;
}

/** `!me || userId !== me`; with another operator, `userId !== me && role !== "admin"`, as long as the model cannot say the rest. */
function conditionAround(comparison: Node, joining: string, handler: FunctionNode): Node {
  const input = handler.params[0] && parameterPattern(handler.params[0]);
  let condition = comparison;
  for (let outer = comparison.parent; outer?.type === "LogicalExpression"; outer = outer.parent) {
    const rest = outer.left === condition ? outer.right : outer.left;
    if (outer.operator !== joining && (!input || reads(rest, handler, input))) break;
    condition = outer;
  }
  return condition;
}

/** Whether an expression reads something of a handler's input. */
function reads(expression: Node, handler: FunctionNode, input: Node): boolean {
  return fileOf(handler)
    .declaredBy(handler)
    .some((variable) => patternPath(input, variable.name) !== undefined && variable.references.some(({ identifier }) => isWithin(identifier, expression)));
}

/** Where a handler reads a field, or hands on something that the field is in. */
function readsOf(tool: Tool, handler: FunctionNode, field: SchemaField): readonly Node[] {
  const pattern = handler.params[0] && parameterPattern(handler.params[0]);
  if (!pattern) return [];
  return fileOf(handler)
    .declaredBy(handler)
    .flatMap((variable) => {
      const keys = patternPath(pattern, variable.name);
      const rest = keys && restOfPath(tool, field, keys);
      return rest ? variable.references.filter((reference) => reference.isRead() && leadsTo(reference.identifier as Node, rest)).map(({ identifier }) => identifier as Node) : [];
    });
}

/** The keys that lead on to a field from what stands under others; older frameworks give the input under one key more. */
function restOfPath({ schema }: Tool, { path }: SchemaField, keys: readonly string[]): readonly string[] | undefined {
  const isField = keys[0] === undefined || schema?.fields.some((each) => each.path[0] === keys[0]) === true;
  const own = isField ? keys : keys.slice(1);
  return samePath(path.slice(0, own.length), own) ? path.slice(own.length) : undefined;
}

/** Whether what is read may be the field: not another member of what holds it. */
function leadsTo(read: Node, rest: readonly string[]): boolean {
  let at = read;
  for (const key of rest) {
    const { parent } = at;
    if (parent?.type !== "MemberExpression" || parent.object !== at) return true;
    if (memberName(parent) !== undefined && memberName(parent) !== key) return false;
    at = parent;
  }
  return true;
}

/** Whether every use of the whole input puts something else in the field's place: `{ ...input, userId: session.userId }`. */
function isOverwritten(tool: Tool, handler: FunctionNode, field: SchemaField): boolean {
  const reads = readsOf(tool, handler, field);
  return reads.length > 0 && reads.every((read) => {
    const { parent } = read;
    if (parent?.type !== "SpreadElement" || parent.parent.type !== "ObjectExpression") return false;
    const { properties } = parent.parent;
    return properties.slice(properties.indexOf(parent)).some((property) => property.type === "Property" && keyName(property) === field.path[0]);
  });
}
