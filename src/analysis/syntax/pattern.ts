import type { TSESTree } from "@typescript-eslint/utils";
import { keyName, type Node } from "./expression.js";

/** What a key of an object pattern is bound to, at any depth: `x` or `x = "default"`. */
export function findPropertyPattern(pattern: TSESTree.ObjectPattern, key: string): Node | undefined {
  for (const property of pattern.properties) {
    if (property.type !== "Property") continue;
    if (keyName(property) === key) return property.value;
    const inner = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
    const found = inner.type === "ObjectPattern" ? findPropertyPattern(inner, key) : undefined;
    if (found) return found;
  }
  return undefined;
}
