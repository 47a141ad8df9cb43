import { isUndefined, unwrapAwaited, type Node } from "../syntax/expression.js";
import { findPropertyPattern } from "../syntax/pattern.js";
import type { IdentityRead } from "./identity-reads.js";

/** A default that stands in for a missing identity. */
export interface IdentityFallback {
  readonly node: Node;
  readonly key: string;
  readonly fallback: Node;
}

/** `config.configurable?.user_id ?? "default"`, `|| "anonymous"`, `x ? x : "y"`, and defaults of destructuring. */
export function findIdentityFallbacks(reads: readonly IdentityRead[]): IdentityFallback[] {
  const found = new Map<Node, IdentityFallback>();
  for (const read of reads) {
    const key = read.path.at(-1) ?? "";
    const fallback = fallbackOf(read.node, key);
    if (fallback && isIdentityValue(fallback.fallback)) found.set(fallback.node, { ...fallback, key });
  }
  return [...found.values()];
}

function fallbackOf(node: Node, key: string): { node: Node; fallback: Node } | undefined {
  if (node.type === "ObjectPattern") {
    const pattern = findPropertyPattern(node, key);
    return pattern?.type === "AssignmentPattern" ? { node: pattern, fallback: pattern.right } : undefined;
  }
  let at = node;
  while (at.parent && (at.parent.type === "TSAsExpression" || at.parent.type === "TSNonNullExpression" || at.parent.type === "ChainExpression" || (at.parent.type === "CallExpression" && at.parent.callee.type === "Identifier" && at.parent.callee.name === "String"))) at = at.parent;
  const parent = at.parent;
  if (parent?.type === "LogicalExpression" && parent.left === at && parent.operator !== "&&") return { node: parent, fallback: parent.right };
  if (parent?.type === "ConditionalExpression" && parent.consequent === at) return { node: parent, fallback: parent.alternate };
  return undefined;
}

/** A literal that other code takes for an identity; an empty string, `null` and `undefined` are refused further on. */
function isIdentityValue(node: Node): boolean {
  const value = unwrapAwaited(node);
  if (isUndefined(value)) return false;
  if (value.type === "Literal") return (typeof value.value === "string" && value.value !== "") || typeof value.value === "number";
  return value.type === "TemplateLiteral" && value.expressions.length === 0;
}
