import { fileOf } from "../project/source-file.js";
import { memberName, parameterPattern, type FunctionNode, type Node } from "../syntax/expression.js";
import { patternPath } from "../origin/origin.js";
import type { IdentityVocabulary } from "./identity.js";

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
      if (isIdentity(keys)) found.push({ node, path: keys });
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
