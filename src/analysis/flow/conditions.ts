import type { Node } from "../syntax/expression.js";
import { leaves } from "./dominance.js";

/** The tests that decide whether a place is reached: of the branches around it, and of those before it that leave. Also of the functions around it. */
export function conditionsOn(place: Node): readonly Node[] {
  const tests: Node[] = [];
  for (let at: Node = place; at.parent; at = at.parent) {
    const child = at;
    const parent = at.parent;
    switch (parent.type) {
      case "IfStatement":
      case "ConditionalExpression":
        if (parent.test !== child) tests.push(parent.test);
        break;
      case "LogicalExpression":
        if (parent.right === child) tests.push(parent.left);
        break;
      case "SwitchStatement":
        if (parent.discriminant !== child) tests.push(parent.discriminant);
        break;
      case "BlockStatement":
      case "Program":
        for (const statement of parent.body) {
          if (statement.range[0] >= child.range[0]) break;
          if (statement.type === "IfStatement" && (leaves(statement.consequent) || (statement.alternate !== null && leaves(statement.alternate)))) tests.push(statement.test);
        }
        break;
      default:
    }
  }
  return tests;
}
