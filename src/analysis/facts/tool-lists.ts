import { matchesModule, originOf, isGlobal } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { memberName, unwrapAwaited, type Node } from "../syntax/expression.js";
import type { Agent } from "./agents.js";

/** A list of tools that is not written down. */
export interface OpenToolList {
  readonly node: Node;
  /** What brings the tools, to be read after "whatever tools there are": ` on that server`. */
  readonly where: string;
}

/** The parts of an agent's tool list that take over whatever a server or a registry holds. */
export function findOpenToolLists(agent: Agent): OpenToolList[] {
  const { options } = agent;
  const list = options?.type === "ObjectExpression" ? agent.factory.toolsKeys.map((key) => propertyValue(options, key)).find((value) => value !== undefined) : undefined;
  return list ? openParts(list, 0) : [];
}

function openParts(node: Node, depth: number): OpenToolList[] {
  const value = definitionOf(node);
  if (depth > 4) return [];
  if (value.type === "ArrayExpression") return value.elements.flatMap((element) => (element?.type === "SpreadElement" ? spreadParts(element.argument, depth) : []));
  if (value.type === "ObjectExpression") return value.properties.flatMap((property) => (property.type === "SpreadElement" ? spreadParts(property.argument, depth) : []));
  if (value.type === "CallExpression") {
    const callee = unwrapAwaited(value.callee);
    if (isGlobal(originOf(value.callee), "Object", "values")) return [{ node, where: " in that object" }];
    if (callee.type !== "MemberExpression") return [];
    const name = memberName(callee) ?? "";
    if (name === "concat") return openParts(callee.object, depth + 1);
    const origin = originOf(callee.object);
    const fromServer = origin !== undefined && matchesModule(origin.module ?? "", ["@langchain/mcp-adapters", "@ai-sdk/mcp", "ai", "@mastra/mcp", "@modelcontextprotocol/*", "@langchain/mcp-adapters/*"]);
    if (fromServer && ["getTools", "tools", "listTools", "getToolsets"].includes(name)) return [{ node, where: " on that server" }];
  }
  return [];
}

/** `...registry`: open where the registry is imported and cannot be seen whole. */
function spreadParts(node: Node, depth: number): OpenToolList[] {
  const value = definitionOf(node);
  if (value.type === "ArrayExpression" || value.type === "ObjectExpression" || value.type === "CallExpression") return openParts(node, depth + 1).map((part) => ({ ...part, node }));
  if (value.type !== "Identifier") return [];
  const definition = fileOf(value).variableOf(value.name, value)?.defs[0];
  return definition?.type === "ImportBinding" ? [{ node, where: " in that module" }] : [];
}
