import { gatewayPaths, modelFallbacks, ROUTING_PROVIDERS } from "../frameworks/fallbacks.js";
import { namesOf } from "../frameworks/satisfier.js";
import type { AgentModel } from "../model.js";
import { methodCalls } from "../origin/calls.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { enclosingFunction, findAncestor, isFunction, isWithin, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { hasMiddleware } from "./agent-middleware.js";
import { findHandlerRuns } from "./agent-runs.js";
import type { Agent } from "./agents.js";
import { modelBehind, modelLabel, type ModelUse } from "./model-uses.js";

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
    return use && isLone(use) && use.wrappers.some(({ name }) => name === "bindTools") ? [{ place: callee.object, model: modelLabel(use), in: "node" as const, use }] : [];
  });
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
    if (!value) return false;
    at = definitionOf(value);
    // Settings that cannot be seen may hold the address.
    if (at.type !== "ObjectExpression") return true;
  }
  return true;
}

/** Whether a handler runs it, or other files get it: exported itself, or made by an exported function. */
function isServed(call: CallNode, model: AgentModel): boolean {
  if (model.derive(findHandlerRuns).some(({ agent, call: run }) => agent?.call === call || rootOf(run) === call)) return true;
  const exported = model.derive(exportedValues);
  if (exported.some((value) => value === call || rootOf(value) === call)) return true;
  return exported.some((value) => isFunction(value) && isWithin(call, value)) || model.graphNodes.some((node) => definitionOf(node.value) === call || (node.fn !== undefined && node.fn === enclosingFunction(call)));
}

/** What a run is a run of: `agent` in `agent.invoke(…)`. */
function rootOf(run: Node): Node | undefined {
  const callee = run.type === "CallExpression" ? unwrapAwaited(run.callee) : undefined;
  return callee?.type === "MemberExpression" ? definitionOf(callee.object) : undefined;
}

function exportedValues(model: AgentModel): readonly Node[] {
  const { file } = model;
  return file.exportedNames.flatMap((name) => {
    const exported = file.exported(name);
    if (exported?.kind !== "node") return [];
    const value = functionOf(exported.node) ?? definitionOf(exported.node);
    return fileOf(value) === file ? [value] : [];
  });
}
