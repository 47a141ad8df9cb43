import type { TSESTree } from "@typescript-eslint/utils";
import type { Satisfier } from "../frameworks/satisfier.js";
import { isExport, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import type { CallNode, Node } from "../syntax/expression.js";
import type { Agent } from "./agents.js";
import { isInertMiddleware } from "./middleware.js";

/** A middleware in an agent's list. */
export interface AgentMiddleware {
  /** The name of the export that makes it: `summarizationMiddleware`. */
  readonly name: string;
  readonly call: TSESTree.CallExpression;
}

export interface MiddlewareList {
  readonly calls: readonly AgentMiddleware[];
  /** False where part of the list cannot be seen, so that nothing can be said to be missing. */
  readonly complete: boolean;
}

/** The middleware of an agent, through constants, spreads and nested lists. */
export function middlewareOf(agent: Agent): MiddlewareList {
  const { options } = agent;
  // new ToolNode([…]) takes no middleware.
  if (agent.factory.toolsArgument !== undefined) return { calls: [], complete: true };
  const node = options?.type === "ObjectExpression" ? propertyValue(options, "middleware") : undefined;
  if (!node) return { calls: [], complete: options === undefined || (options.type === "ObjectExpression" && options.properties.every((property) => property.type === "Property")) };
  return listMiddleware(node, 0);
}

function listMiddleware(node: Node, depth: number): MiddlewareList {
  const list = definitionOf(node);
  if (list.type !== "ArrayExpression" || depth > 3) return { calls: [], complete: false };
  const calls: AgentMiddleware[] = [];
  let complete = true;
  for (const element of list.elements) {
    if (!element) continue;
    if (element.type === "SpreadElement") {
      const inner = listMiddleware(element.argument, depth + 1);
      calls.push(...inner.calls);
      complete &&= inner.complete;
      continue;
    }
    const call = definitionOf(element);
    const origin = call.type === "CallExpression" ? originOf(call.callee) : undefined;
    if (call.type === "CallExpression" && origin?.module !== undefined) calls.push({ name: origin.path.at(-1) ?? "", call });
    else complete = false;
  }
  return { calls, complete };
}

/** Middleware whose effect on a run nobody can tell from its name. */
const OWN_MIDDLEWARE = new Set(["createMiddleware"]);
const KNOWN_MODULES = ["langchain", "langchain/*", "@langchain/*", "deepagents"];

/**
 * Whether an agent has one of these middlewares, set up so that it acts. `unknown` where part of the list cannot be
 * seen, or where a middleware of the project's own may do the same.
 */
export function hasMiddleware(agent: Agent, satisfiers: readonly Satisfier[]): "yes" | "no" | "unknown" {
  const { calls, complete } = middlewareOf(agent);
  const wanted = satisfiers.filter(({ kind }) => kind === "middleware");
  if (calls.some(({ call }) => wanted.some(({ modules, name }) => isExport(originOf(call.callee), modules, [name])) && !isInertMiddleware(call))) return "yes";
  const readable = calls.every(({ name, call }) => !OWN_MIDDLEWARE.has(name) && matchesModule(moduleOf(call), KNOWN_MODULES));
  return complete && readable ? "no" : "unknown";
}

function moduleOf(call: CallNode): string {
  return originOf(call.callee)?.module ?? "";
}
