import type { TSESTree } from "@typescript-eslint/utils";

export type SyntaxNode = TSESTree.Node;

/** Shows `node` and every node below it. */
export function walk(node: SyntaxNode, look: (node: SyntaxNode) => void): void {
  look(node);
  for (const [key, child] of Object.entries(node) as readonly (readonly [string, unknown])[]) {
    if (key === "parent") continue;
    for (const value of Array.isArray(child) ? (child as readonly unknown[]) : [child]) {
      if (isNode(value)) walk(value, look);
    }
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
