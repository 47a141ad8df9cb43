import type { TSESTree } from "@typescript-eslint/utils";
import { callsWithin } from "../flow/gates.js";
import { keyName, memberName, unwrapAwaited, type Node } from "../syntax/expression.js";
import type { SchemaField } from "./schemas.js";
import type { Tool } from "./tools.js";

/** What methods are called that give somebody a piece of work; rights are given by others. */
const ASSIGNERS = /^(?:(?:re)?assign(?!\w*(?:role|permission|access|scope|licen[cs]e|plan))\w*|(?:set|change|update)\w*(?:assignee|responsible|owner))$/iu;
/** The keys of a record that name who has the work. */
const ASSIGNEE = /^(?:assignee|assigned|responsible)(?:_?(?:id|to|user|user_?id|to_?id))?$/iu;

/**
 * Whether a field of a tool names somebody who is given work, not the caller: `crm.setLeadResponsible(leadId, userId)`,
 * `tickets.update({ id, data: { assigneeId: userId } })`. The names only ever silence a report.
 */
export function namesAssignee(tool: Tool, field: SchemaField): boolean {
  const { handler } = tool;
  if (!handler) return false;
  const isField = (node: Node): boolean => {
    const value = unwrapAwaited(node);
    return (value.type === "Identifier" ? value.name : value.type === "MemberExpression" ? memberName(value) : undefined) === field.key;
  };
  return callsWithin(handler).some((call) => {
    if (ASSIGNERS.test(nameOf(call.callee)) && call.arguments.length > 1 && call.arguments.some(isField)) return true;
    return call.arguments.some((argument) => propertiesWithin(argument).some((property) => ASSIGNEE.test(keyName(property) ?? "") && isField(property.value)));
  });
}

/** The properties of an object literal and of those written in it. */
function propertiesWithin(node: Node): readonly TSESTree.Property[] {
  if (node.type !== "ObjectExpression") return [];
  return node.properties.flatMap((property) => (property.type === "Property" ? [property, ...propertiesWithin(property.value)] : []));
}

function nameOf(node: Node): string {
  const callee = unwrapAwaited(node);
  if (callee.type === "Identifier") return callee.name;
  return callee.type === "MemberExpression" ? (memberName(callee) ?? "") : "";
}
