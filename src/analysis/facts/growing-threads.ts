import { trimming } from "../frameworks/trimming.js";
import { namesOf, type Satisfier } from "../frameworks/satisfier.js";
import type { AgentModel } from "../model.js";
import { callsFrom, methodCalls } from "../origin/calls.js";
import { isExport, matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf, type SourceFile } from "../project/source-file.js";
import { argumentAt, isFunction, memberName, staticString, unwrap, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { hasMiddleware, middlewareOf } from "./agent-middleware.js";
import { findAgents, type Agent, type GraphNode } from "./agents.js";
import { checkpointerOf } from "./graphs.js";
import { isModelOutput } from "./models.js";
import { modelBehind } from "./model-uses.js";
import { isServed } from "./served-agents.js";

/** A thread that is kept, and whose messages all go to the model each time. */
export interface GrowingThread {
  readonly place: Node;
  /** What keeps the thread. */
  readonly keeper: "agent" | "prebuilt agent" | "graph";
}

/** What ends a thread shortens nothing, and does so only with a limit for the thread. */
const ENDING = "modelCallLimitMiddleware";
const SHORTENING: readonly Satisfier[] = trimming.filter(({ name }) => name !== ENDING);
const RUNS = ["invoke", "stream", "streamEvents", "batch"];
const PROMPT_KEYS = ["prompt", "stateModifier", "messageModifier"];

export function findGrowingThreads(model: AgentModel): readonly GrowingThread[] {
  if (trims(model.file) || startsNewThreads(model)) return [];
  const agents = model.agents.flatMap((agent): GrowingThread[] => {
    const kind = agent.factory.path[0];
    if ((kind !== "createAgent" && kind !== "createReactAgent") || agent.framework.id !== "langchain" || !keepsThread(agent.options) || !isServed(agent.call, model) || mayTrim(agent, model)) return [];
    return [{ place: agent.call.callee, keeper: kind === "createAgent" ? "agent" : "prebuilt agent" }];
  });
  const graphs = model.compiledGraphs.filter((graph) => keepsThread(argumentAt(graph.call, 0)) && isServed(graph.call, model) && sendsAll(model)).map((graph): GrowingThread => ({ place: placeOf(graph.call), keeper: "graph" }));
  return [...agents, ...graphs];
}

/** `compile`, and not the whole chain in front of it. */
function placeOf(call: CallNode): Node {
  const callee = unwrapAwaited(call.callee);
  return callee.type === "MemberExpression" ? callee.property : callee;
}

/** A checkpointer of its own; `true` only joins the parent's. */
function keepsThread(options: Node | undefined): boolean {
  if (!options || checkpointerOf(options) !== "given") return false;
  const object = definitionOf(options);
  const value = propertyValue(object, "checkpointer") ?? propertyValue(object, "checkpointSaver");
  const written = value && unwrap(definitionOf(value));
  return written !== undefined && written.type !== "Literal" && !(written.type === "Identifier" && written.name === "undefined");
}

/** Whether an agent shortens its messages, or something that cannot be seen may. */
function mayTrim(agent: Agent, model: AgentModel): boolean {
  const { options } = agent;
  if (options?.type !== "ObjectExpression" || hasMiddleware(agent, SHORTENING) !== "no" || endsThreads(agent)) return true;
  if (options.properties.some((property) => property.type === "SpreadElement")) return true;
  const hooks = namesOf(trimming, "option");
  if ([...hooks].some((name) => propertyValue(options, name) !== undefined)) return true;
  // A prompt that is a function decides itself what the model gets.
  const prompt = PROMPT_KEYS.map((key) => propertyValue(options, key)).find((value) => value !== undefined);
  if (prompt && !isText(prompt)) return true;
  const llm = propertyValue(options, "model") ?? propertyValue(options, "llm");
  return llm !== undefined && managesContext(llm, model);
}

/** `modelCallLimitMiddleware({ threadLimit: 20 })`: a thread is over before it is long. */
function endsThreads(agent: Agent): boolean {
  return middlewareOf(agent).calls.some(({ call }) => {
    const first = argumentAt(call, 0);
    return isExport(originOf(call.callee), ["langchain"], [ENDING]) && first !== undefined && propertyValue(definitionOf(first), "threadLimit") !== undefined;
  });
}

function isText(node: Node): boolean {
  const value = definitionOf(node);
  return value.type === "NewExpression" || value.type === "TemplateLiteral" || value.type === "BinaryExpression" || staticString(value) !== undefined;
}

/** `new ChatAnthropic({ contextManagement })`, and a function that chooses the model and may do more. */
function managesContext(llm: Node, model: AgentModel): boolean {
  const options = modelBehind(llm, model)?.options;
  return (options !== undefined && propertyValue(options, "contextManagement") !== undefined) || isFunction(definitionOf(llm));
}

/** Whether every node of the file's graphs can be seen, one of them gives all messages to a model, and none shortens them. */
function sendsAll(model: AgentModel): boolean {
  const nodes = model.graphNodes;
  if (nodes.length === 0 || !nodes.every((node) => isSeen(node))) return false;
  const functions = nodes.flatMap(({ fn }) => (fn ? [fn] : []));
  if (functions.some((fn) => trims(fileOf(fn)))) return false;
  const runs = functions.flatMap((fn) => runsIn(fn));
  const agents = [...runs.map((run) => agentOf(run)), ...nodes.map(({ value }) => agentAt(value))].filter((agent) => agent !== undefined);
  if (agents.some((agent) => mayTrim(agent, model))) return false;
  return runs.some((run) => {
    const input = argumentAt(run, 0);
    const callee = unwrapAwaited(run.callee);
    const runsModel = isModelOutput(run) || (callee.type === "MemberExpression" && modelBehind(callee.object, model) !== undefined) || agentOf(run) !== undefined;
    return runsModel && input !== undefined && isWholeHistory(input, 0) && !(callee.type === "MemberExpression" && managesContext(callee.object, model));
  });
}

function isSeen({ fn, value }: GraphNode): boolean {
  if (fn) return true;
  const origin = originOf(value);
  return origin?.path.includes("ToolNode") === true || agentAt(value) !== undefined;
}

function runsIn(fn: FunctionNode): CallNode[] {
  const body = fileOf(fn).index.bodies.get(fn);
  return (body?.calls ?? []).filter((call) => {
    const callee = unwrapAwaited(call.callee);
    return callee.type === "MemberExpression" && RUNS.includes(memberName(callee) ?? "");
  });
}

function agentOf(run: CallNode): Agent | undefined {
  const callee = unwrapAwaited(run.callee);
  return callee.type === "MemberExpression" ? agentAt(callee.object) : undefined;
}

/** The agent that an expression stands for, in whichever file it is made. */
function agentAt(node: Node): Agent | undefined {
  const call = definitionOf(node);
  if (call.type !== "CallExpression") return undefined;
  return findAgents(fileOf(call)).find((agent) => agent.call === call && (agent.factory.path[0] === "createAgent" || agent.factory.path[0] === "createReactAgent"));
}

/** `state.messages`, `[system, ...messages]`, `{ messages: state.messages }`: everything that was ever said. */
function isWholeHistory(node: Node, depth: number): boolean {
  const value = definitionOf(node);
  if (depth > 4) return false;
  switch (value.type) {
    case "Identifier":
      return value.name === "messages";
    case "MemberExpression":
      return memberName(value) === "messages";
    case "ArrayExpression":
      return value.elements.some((element) => element?.type === "SpreadElement" && isWholeHistory(element.argument, depth + 1));
    case "ObjectExpression": {
      const messages = propertyValue(value, "messages");
      return messages !== undefined && isWholeHistory(messages, depth + 1);
    }
    case "CallExpression":
      return value.callee.type === "MemberExpression" && memberName(value.callee) === "concat" && value.arguments.some((argument) => isWholeHistory(argument, depth + 1));
    default:
      return false;
  }
}

const FUNCTIONS: readonly Satisfier[] = trimming.filter(({ kind }) => kind === "function" || kind === "class");

const isTrimming = perOrigin((origin) => FUNCTIONS.some(({ modules, name }) => isExport(origin, modules, [name])));

/** Whether a file shortens messages: by a function of the framework, or by hand. */
function trims(file: SourceFile): boolean {
  if (callsFrom(file, isTrimming).length > 0) return true;
  return methodCalls(file, ["slice", "splice"]).some((call) => {
    const callee = unwrapAwaited(call.callee);
    const first = argumentAt(call, 0);
    if (callee.type !== "MemberExpression") return false;
    const fromEnd = first?.type === "UnaryExpression" && first.operator === "-";
    return fromEnd || isWholeHistory(callee.object, 0);
  });
}

/** Whether each run of the file begins a thread of its own, so that none grows. */
function startsNewThreads(model: AgentModel): boolean {
  const { threadIds } = model;
  return threadIds.length > 0 && threadIds.every(({ value }) => {
    const made = definitionOf(value);
    const origin = made.type === "CallExpression" ? originOf(made.callee) : undefined;
    return origin !== undefined && (origin.path.at(-1) === "randomUUID" || matchesModule(origin.module ?? "", ["uuid", "nanoid", "ulid", "@paralleldrive/cuid2"]));
  });
}
