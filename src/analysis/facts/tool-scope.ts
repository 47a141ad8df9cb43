import { isExport, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { argumentAt, staticString, type CallNode, type Node } from "../syntax/expression.js";
import { retryScopes } from "../frameworks/retries.js";
import type { Satisfier } from "../frameworks/satisfier.js";
import { middlewareOf } from "./agent-middleware.js";
import type { Agent } from "./agents.js";
import { toolOf, type Tool } from "./tools.js";

const SCOPE_OPTION = retryScopes[0].name;

/** The middlewares of an agent that are among these, with their options where these are written down. */
export function scopedMiddleware(agent: Agent, satisfiers: readonly Satisfier[]): readonly CallNode[] {
  return middlewareOf(agent).calls.flatMap(({ call }) => (satisfiers.some(({ modules, name }) => isExport(originOf(call.callee), modules, [name])) ? [call] : []));
}

/** Whether a middleware acts on a tool: on all where it names none; `unknown` where its options cannot be seen. */
export function coversTool(middleware: CallNode, tool: Tool): boolean | "unknown" {
  const argument = argumentAt(middleware, 0);
  const options = argument && definitionOf(argument);
  if (options && options.type !== "ObjectExpression") return "unknown";
  const scope = options && propertyValue(options, SCOPE_OPTION);
  return scope === undefined || isNamed(tool, scope);
}

/** Whether a list of names or tools holds a tool. */
function isNamed(tool: Tool, scope: Node): boolean | "unknown" {
  const list = definitionOf(scope);
  if (list.type !== "ArrayExpression") return "unknown";
  let answer: false | "unknown" = false;
  for (const element of list.elements) {
    if (!element) continue;
    const name = element.type === "SpreadElement" ? undefined : staticString(definitionOf(element));
    const listed = name === undefined && element.type !== "SpreadElement" ? toolOf(element) : undefined;
    if ((name !== undefined && name === tool.name) || listed?.node === tool.node) return true;
    if (name === undefined && !listed) answer = "unknown";
  }
  return answer;
}
