import { argumentAt, type Node } from "../syntax/expression.js";
import { isExport, originOf } from "./origin.js";

/** Functions of packages that give back the function that they are given, and only watch its calls. */
const WATCHERS: readonly (readonly [modules: readonly string[], name: string])[] = [
  [["langsmith/traceable", "langsmith"], "traceable"],
  [["@langfuse/tracing"], "observe"],
  [["weave"], "op"],
  [["braintrust"], "wrapTraced"],
];

/** The function in `traceable(load, { name: "load" })`, which is called where the result is. */
export function watchedFunction(node: Node): Node | undefined {
  if (node.type !== "CallExpression" || node.arguments.length === 0) return undefined;
  const origin = originOf(node.callee);
  return origin?.module !== undefined && WATCHERS.some(([modules, name]) => isExport(origin, modules, [name])) ? argumentAt(node, 0) : undefined;
}
