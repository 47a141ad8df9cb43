import type { TSESTree } from "@typescript-eslint/utils";
import { isExport, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { argumentAt, type Node } from "../syntax/expression.js";
import { isApproving, tableKey, type Agent } from "./agents.js";

/** One entry of an approval table: `interruptOn: { send_email: true }`. */
export interface ApprovalEntry {
  readonly agent: Agent;
  readonly key: string;
  readonly property: TSESTree.Property;
  /** Whether anybody is asked: not with `false`, nor with `when: () => false`. */
  readonly approving: boolean;
}

/** The entries of an agent's approval tables, as far as they can be seen. */
export function approvalEntries(agent: Agent): ApprovalEntry[] {
  if (agent.options?.type !== "ObjectExpression") return [];
  const tables: Node[] = agent.framework.approval.agentKeys.flatMap((key) => (agent.options ? (propertyValue(agent.options, key) ?? []) : []));
  const middleware = propertyValue(agent.options, "middleware");
  if (middleware) tables.push(...middlewareTables(middleware, 0));
  return tables.flatMap((node) => {
    const table = definitionOf(node);
    if (table.type !== "ObjectExpression") return [];
    return table.properties.flatMap((property): ApprovalEntry[] => {
      const key = property.type === "Property" ? tableKey(property) : undefined;
      return property.type === "Property" && key !== undefined ? [{ agent, key, property, approving: isApproving(property.value) }] : [];
    });
  });
}

function middlewareTables(node: Node, depth: number): Node[] {
  const list = definitionOf(node);
  if (list.type !== "ArrayExpression" || depth > 3) return [];
  return list.elements.flatMap((element) => {
    if (!element) return [];
    if (element.type === "SpreadElement") return middlewareTables(element.argument, depth + 1);
    const call = definitionOf(element);
    if (call.type !== "CallExpression" || !isExport(originOf(call.callee), ["langchain", "langchain/middleware"], ["humanInTheLoopMiddleware"])) return [];
    const argument = argumentAt(call, 0);
    const table = argument && propertyValue(definitionOf(argument), "interruptOn");
    return table ? [table] : [];
  });
}
