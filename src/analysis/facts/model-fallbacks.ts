import { gatewayPaths, modelFallbacks, ROUTING_PROVIDERS } from "../frameworks/fallbacks.js";
import { namesOf } from "../frameworks/satisfier.js";
import type { AgentModel } from "../model.js";
import { methodCalls } from "../origin/calls.js";
import { definitionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { argumentAt, enclosingFunction, findAncestor, staticString, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { hasMiddleware } from "./agent-middleware.js";
import type { Agent } from "./agents.js";
import { modelBehind, modelLabel, type ModelUse } from "./model-uses.js";
import { isServed } from "./served-agents.js";

/** A model on which an agent stands alone. */
export interface LoneModel {
  /** The model, where it is given to the agent or called. */
  readonly place: Node;
  readonly model: string;
  readonly in: "agent" | "prebuilt agent" | "node";
}

const KINDS: Readonly<Record<string, LoneModel["in"]>> = { createAgent: "agent", createDeepAgent: "agent", createReactAgent: "prebuilt agent" };
const WAYS_BACK = namesOf(modelFallbacks, "method");
const RUNS = ["invoke", "stream"];

export function findLoneModels(model: AgentModel): readonly LoneModel[] {
  const found = [...model.agents.flatMap((agent) => loneModelOf(agent, model)), ...loneModelsOfNodes(model)];
  // One report for a model that several agents share.
  const seen = new Set<Node | string>();
  return found.filter(({ use }) => {
    const key = use.call ?? use.name ?? use.provider;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

function loneModelOf(agent: Agent, model: AgentModel): (LoneModel & { use: ModelUse })[] {
  const { options } = agent;
  const kind = agent.framework.id === "langchain" ? KINDS[agent.factory.path[0] ?? ""] : undefined;
  if (!kind || options?.type !== "ObjectExpression" || !isServed(agent.call, model) || hasMiddleware(agent, modelFallbacks) !== "no") return [];
  const llm = propertyValue(options, "model") ?? propertyValue(options, "llm");
  const use = llm && modelBehind(llm, model);
  return use && isLone(use) ? [{ place: llm, model: modelLabel(use), in: kind, use }] : [];
}

/** `model.bindTools(tools).invoke(messages)` in a node: an agent that is written by hand. */
function loneModelsOfNodes(model: AgentModel): (LoneModel & { use: ModelUse })[] {
  const nodes = new Set<FunctionNode | undefined>(model.graphNodes.map(({ fn }) => fn));
  if (nodes.size === 0 || !model.compiledGraphs.some(({ call }) => isServed(call, model))) return [];
  return methodCalls(model.file, RUNS).flatMap((call) => {
    const callee = unwrapAwaited(call.callee);
    const fn = enclosingFunction(call);
    // What catches a failure may ask another model.
    if (callee.type !== "MemberExpression" || !fn || !nodes.has(fn) || findAncestor(call, (node) => node.type === "TryStatement", fn)) return [];
    const use = modelBehind(callee.object, model);
    return use && isLone(use) && use.wrappers.some(({ name, call: binding }) => name === "bindTools" && !namesItsTool(binding)) ? [{ place: callee.object, model: modelLabel(use), in: "node" as const, use }] : [];
  });
}

/** `bindTools([tool], { tool_choice: "tool" })` is another way to ask for structured output. */
function namesItsTool(binding: CallNode): boolean {
  const settings = argumentAt(binding, 1);
  const choice = settings && propertyValue(definitionOf(settings), "tool_choice");
  return choice !== undefined && !["auto", "any", "required", "none"].includes(staticString(definitionOf(choice)) ?? "");
}

function isLone(use: ModelUse): boolean {
  if (!use.readable || ROUTING_PROVIDERS.has(use.provider) || use.wrappers.some(({ name }) => WAYS_BACK.has(name))) return false;
  const { options } = use;
  return options === undefined || (!gatewayPaths.some((path) => isGiven(options, path)) && propertyValue(options, "configurableFields") === undefined);
}

function isGiven(options: Node, path: readonly string[]): boolean {
  let at: Node | undefined = options;
  for (const key of path) {
    const value: Node | undefined = propertyValue(at, key);
    if (!value) return !isWholeLiteral(at);
    at = definitionOf(value);
    // Settings that cannot be seen may hold the address.
    if (at.type !== "ObjectExpression") return true;
  }
  return true;
}
