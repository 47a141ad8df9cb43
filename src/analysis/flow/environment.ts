import { isGlobal, originOf } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { staticString, type Node } from "../syntax/expression.js";

/** Whether a test holds wherever users are: `process.env.NODE_ENV !== "development"`, also under a name and turned around twice. */
export function holdsInProduction(test: Node, expected = true, depth = 0): boolean {
  const value = definitionOf(test);
  if (depth > 3) return false;
  if (value.type === "UnaryExpression" && value.operator === "!") return holdsInProduction(value.argument, !expected, depth + 1);
  if (value.type !== "BinaryExpression") return false;
  const [name, other] = isEnvironment(value.left) ? [value.left, value.right] : [value.right, value.left];
  const written = isEnvironment(name) ? staticString(other) : undefined;
  if (written === undefined) return false;
  const isEqual = value.operator === "===" || value.operator === "==";
  if (!isEqual && value.operator !== "!==" && value.operator !== "!=") return false;
  return (written === "production") === (isEqual === expected) && (written === "production" || written === "development" || written === "test");
}

function isEnvironment(node: Node): boolean {
  return isGlobal(originOf(node), "process", "env", "NODE_ENV");
}
