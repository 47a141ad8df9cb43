import { fileOf, variableOf } from "../project/source-file.js";
import { isFunction, memberName, parameterPattern, staticString, unwrapAwaited, type FunctionNode, type Node } from "../syntax/expression.js";
import { matchesModule, originOf, patternPath } from "../origin/origin.js";
import { hostOf } from "./given-servers.js";
import type { IdentityVocabulary } from "./identity.js";

/** Number of the parameter by which a function gets the run's config. */
interface ConfigParameters {
  configParameter(fn: FunctionNode): number | undefined;
  /** Key under which older versions of a framework give a function the run's values in its first parameter. */
  formerKey?(fn: FunctionNode): string | undefined;
}

/** A place where code reads who is calling from the run's config. */
export interface IdentityRead {
  readonly node: Node;
  /** The keys from the config: `["configurable", "user_id"]`. */
  readonly path: readonly string[];
}

/** The identity that a function reads from its config parameter, through destructuring as well. */
export function findIdentityReads(fn: FunctionNode, configParameter: number, vocabulary: IdentityVocabulary): IdentityRead[] {
  const parameter = fn.params[configParameter];
  const pattern = parameter && parameterPattern(parameter);
  if (!pattern) return [];
  const file = fileOf(fn);
  const found: IdentityRead[] = [];
  const isIdentity = (path: readonly string[]): boolean => vocabulary.classify(path.at(-1) ?? "", "certain") !== undefined;
  const follow = (name: string, at: Node, path: readonly string[], depth: number): void => {
    for (const reference of file.variableOf(name, at)?.references ?? []) {
      if (!reference.isRead()) continue;
      let node = reference.identifier as Node;
      const keys = [...path];
      while (node.parent && (node.parent.type === "ChainExpression" || node.parent.type === "TSNonNullExpression" || node.parent.type === "TSAsExpression" || (node.parent.type === "MemberExpression" && node.parent.object === node))) {
        node = node.parent;
        if (node.type === "MemberExpression") keys.push(memberName(node) ?? "*");
      }
      const got = gotBy(node);
      if (got) {
        keys.splice(-1, 1, got.key);
        node = got.call;
      }
      if (isIdentity(keys)) {
        found.push({ node, path: keys });
        continue;
      }
      const declarator = node.parent?.type === "LogicalExpression" ? node.parent.parent : node.parent;
      if (declarator?.type === "VariableDeclarator" && depth < 3) for (const [local, inner] of namesOf(declarator.id)) {
        if (isIdentity([...keys, ...inner])) found.push({ node: declarator.id, path: [...keys, ...inner] });
        else follow(local, declarator, [...keys, ...inner], depth + 1);
      }
    }
  };
  for (const [name, path] of namesOf(pattern)) {
    if (isIdentity(path)) found.push({ node: pattern, path });
    else follow(name, fn.body, path, 0);
  }
  return found;
}

/** `context.requestContext.get("userId")`: the call that a method belongs to, and the key that it is given. */
function gotBy(method: Node): { readonly call: Node; readonly key: string } | undefined {
  const call = method.parent;
  if (method.type !== "MemberExpression" || memberName(method) !== "get" || call?.type !== "CallExpression" || call.callee !== method) return undefined;
  const key = staticString(call.arguments[0]);
  return key === undefined ? undefined : { call, key };
}

/** The names that a pattern binds, each with the keys that lead to it. */
function namesOf(pattern: Node): [string, readonly string[]][] {
  if (pattern.type === "Identifier") return [[pattern.name, []]];
  if (pattern.type === "AssignmentPattern") return namesOf(pattern.left);
  if (pattern.type !== "ObjectPattern") return [];
  return pattern.properties.flatMap((property) => {
    if (property.type !== "Property") return [];
    return namesOf(property.value).map(([name]): [string, readonly string[]] => [name, patternPath(pattern, name) ?? []]);
  });
}

/**
 * The keys that lead from the config of a run to a value: `["configurable", "user_id"]`, through constants, destructuring
 * and calls that give the same text. `undefined` for values from elsewhere.
 */
export function runPathOf(node: Node, context: ConfigParameters, path: readonly string[] = [], steps = 0): readonly string[] | undefined {
  if (steps > 8) return undefined;
  const value = unwrapAwaited(node);
  const next = (inner: Node, keys = path): readonly string[] | undefined => runPathOf(inner, context, keys, steps + 1);
  switch (value.type) {
    case "ThisExpression":
      return path[0] !== undefined && path[0] === hostOf(value)?.field ? path : undefined;
    case "MemberExpression":
      return next(value.object, [memberName(value) ?? "*", ...path]);
    case "LogicalExpression":
      return value.operator === "&&" ? next(value.right) : next(value.left);
    case "CallExpression":
      return pathOfCall(value.callee, value.arguments, path, next);
    case "Identifier": {
      const definition = variableOf(value)?.defs[0];
      const owner = definition?.node as Node | undefined;
      if (definition?.type === "Parameter" && isFunction(owner)) return pathOfParameter(owner, value.name, path, context);
      if (owner?.type !== "VariableDeclarator") return configurableIn(path);
      const keys = patternPath(owner.id, value.name);
      return owner.init && keys ? next(owner.init, [...keys, ...path]) : undefined;
    }
    default:
      return undefined;
  }
}

const SAME_TEXT = new Set(["String", "toString", "trim", "toLowerCase", "toUpperCase"]);

function pathOfCall(called: Node, args: readonly Node[], path: readonly string[], next: (inner: Node, keys?: readonly string[]) => readonly string[] | undefined): readonly string[] | undefined {
  const callee = unwrapAwaited(called);
  const origin = originOf(callee);
  if (origin?.module !== undefined && matchesModule(origin.module, ["@langchain/langgraph", "@langchain/langgraph/*"]) && origin.path.at(-1) === "getConfig") return path;
  if (callee.type === "Identifier") return SAME_TEXT.has(callee.name) && args[0] ? next(args[0]) : configurableIn(path);
  if (callee.type !== "MemberExpression") return undefined;
  const method = memberName(callee) ?? "";
  // Mastra: context.requestContext.get("userId")
  const key = method === "get" ? staticString(args[0]) : undefined;
  if (key !== undefined) return next(callee.object, [key, ...path]);
  return SAME_TEXT.has(method) ? next(callee.object) : configurableIn(path);
}

function pathOfParameter(fn: FunctionNode, name: string, path: readonly string[], context: ConfigParameters): readonly string[] | undefined {
  for (const [index, parameter] of fn.params.entries()) {
    const keys = patternPath(parameterPattern(parameter), name);
    if (!keys) continue;
    const whole = [...keys, ...path];
    if (context.configParameter(fn) === index || (index === 0 && whole[0] !== undefined && whole[0] === context.formerKey?.(fn))) return whole;
    return configurableIn(whole);
  }
  return undefined;
}

/** Only a run's config has the key `configurable`, wherever it comes from. */
function configurableIn(path: readonly string[]): readonly string[] | undefined {
  const at = path.indexOf("configurable");
  return at < 0 ? undefined : path.slice(at);
}
