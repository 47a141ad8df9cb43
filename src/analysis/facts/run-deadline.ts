import { definitionOf, propertyValue } from "../origin/value.js";
import { argumentAt, isUndefined, type FunctionNode, type Node } from "../syntax/expression.js";
import type { GraphNode } from "./agents.js";
import type { Tool } from "./tools.js";

/** Whether the framework itself ends a run of the code: `tool({ timeoutMs: 5_000 })`, `addNode("search", search, { timeout: 5_000 })`. */
export function hasRunDeadline(fn: FunctionNode, tool: Tool | undefined, nodes: readonly GraphNode[]): boolean {
  if (tool) return (tool.framework.timeoutKeys ?? []).some((key) => isTime(tool.options && propertyValue(tool.options, key)));
  const calls = nodes.filter((node) => node.fn === fn).map((node) => node.call);
  return calls.length > 0 && calls.every((call) => {
    const options = argumentAt(call, 2);
    return isTime(options && propertyValue(definitionOf(options), "timeout"));
  });
}

function isTime(node: Node | undefined): boolean {
  if (!node) return false;
  const value = definitionOf(node);
  return !isUndefined(value) && !(value.type === "Literal" && !value.value);
}
