import { foldSegment, isReadingSegment, segmentsOf } from "../effects/reading-path.js";
import { LOCAL_HOST } from "../effects/sinks.js";
import { clientRetries, retriedWhole, retryGuards, retryMiddleware, retryingClients } from "../frameworks/retries.js";
import { namesOf } from "../frameworks/satisfier.js";
import type { AgentCode, AgentModel } from "../model.js";
import { methodCalls } from "../origin/calls.js";
import { isExport, matchesModule, originOf } from "../origin/origin.js";
import { creationOf, definitionOf, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, enclosingFunction, memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { hasMiddleware } from "./agent-middleware.js";
import { findCreations } from "./creations.js";
import type { HttpCall } from "./http.js";
import { lookUp } from "./options.js";
import { definitionIn, type Frame } from "./reach.js";
import { hasNodeOption } from "./node-options.js";
import { findRequests, type AgentRequest } from "./requests.js";
import { toolRetriesOf } from "./retries.js";
import { retriesAround } from "./retrying.js";
import type { Tool } from "./tools.js";

/**
 * The requests of tools and nodes that could be repeated without harm, and that nothing repeats when they fail for a moment: one
 * of each function, since one retry around its body answers all of them.
 */
export function findUnretriedRequests(model: AgentModel): readonly AgentRequest[] {
  const requests = model.derive(findRequests);
  // A helper that sends reads and changes alike must not be retried as it is.
  const mixed = new Set(requests.filter((request) => !isRepeatable(request, model)).map(({ reached }) => reached.place));
  const whole = new Map<AgentCode, boolean>();
  const found = new Map<Node, AgentRequest>();
  for (const request of requests) {
    const { code, http, reached } = request;
    const owner = enclosingFunction(reached.place) ?? reached.place;
    if (mixed.has(reached.place) || found.has(owner) || http.isLocal || LOCAL_HOST.test(http.urlText)) continue;
    if (!whole.has(code)) whole.set(code, retriesWhole(code, model));
    if (whole.get(code) === false && clientRetriesOf(request) === "no" && retriesAround(reached, model) === "no") found.set(owner, request);
  }
  return [...found.values()];
}

/** Paths under which a POST may do more than ask. */
const OPEN_SEGMENTS = new Set(["graphql", "rpc", "invoke", "oauth", "oauth2", "token", "tokens", "login", "auth"]);

/** A read, a search that is sent as a POST, or a create that carries a key. */
function isRepeatable({ http, reached }: AgentRequest, model: AgentModel): boolean {
  if (http.method === "GET" || http.method === "HEAD") return true;
  if (http.method !== "POST") return false;
  const segments = segmentsOf(http.urlText);
  if (segments.some(isReadingSegment) && !segments.some((segment) => OPEN_SEGMENTS.has(foldSegment(segment)))) return true;
  return model.derive(findCreations).some((creation) => creation.reached.call === reached.call && creation.keyed === "yes");
}

/** Whether a tool or node is run again as a whole, or may be. */
function retriesWhole(code: AgentCode, model: AgentModel): boolean {
  const { tool } = code;
  if (!tool) return !model.graphNodes.some((node) => node.fn === code.fn) || model.graphNodes.some((node) => node.fn === code.fn && hasNodeOption(node.call, POLICY_OPTION, model));
  if (isGuarded(tool) || isRunAgain(tool, model)) return true;
  return model.agents.some((agent) => {
    if (!agent.tools.some((held) => held.tool?.node === tool.node)) return false;
    if (agent.factory.toolsArgument === undefined) return toolRetriesOf(agent).some(({ covers }) => covers(tool) !== false) || hasMiddleware(agent, retryMiddleware) === "unknown";
    // A ToolNode tells the model of what a tool throws, so a policy around it sees no failure.
    return passesErrors(argumentAt(agent.call, 1)) && model.graphNodes.some((node) => definitionOf(node.value) === agent.call && hasNodeOption(node.call, POLICY_OPTION, model));
  });
}

function passesErrors(options: Node | undefined): boolean {
  const value = options && propertyValue(definitionOf(options), "handleToolErrors");
  const setting = value && definitionOf(value);
  return setting?.type === "Literal" && setting.value === false;
}

const POLICY_OPTION = retriedWhole[0].name;

/** `authedTool(handler, { retry })`. */
function isGuarded(tool: Tool): boolean {
  const origin = tool.node.type === "CallExpression" ? originOf(tool.node.callee) : undefined;
  if (origin === undefined || !retryGuards.some(({ modules, of }) => isExport(origin, modules, [of]))) return false;
  return tool.options === undefined || retryGuards.some(({ name }) => tool.options && lookUp(tool.options, name, undefined) !== undefined);
}

const WHOLE_METHODS = namesOf(retriedWhole, "method");

/** `search.withRetry({ stopAfterAttempt: 3 })`. */
function isRunAgain(tool: Tool, model: AgentModel): boolean {
  return methodCalls(model.file, WHOLE_METHODS).some(({ callee }) => {
    const method = unwrapAwaited(callee);
    return method.type === "MemberExpression" && definitionOf(method.object) === tool.node;
  });
}

/** Whether the client tries again by itself. */
function clientRetriesOf({ http, reached }: AgentRequest): "yes" | "no" | "unknown" {
  const { client, call } = http;
  if (retryingClients.some(({ of }) => of === client.id)) return ownRetries(http, reached.frame);
  if (client.id === "axios") return axiosRetries(call);
  // A dispatcher of undici may retry; what it does is not in the call.
  const dispatcher = http.options && lookUp(http.options, "dispatcher", reached.frame);
  const global = fileOf(call).index.calls.some((each) => isExport(originOf(each.callee), ["undici"], ["setGlobalDispatcher"]));
  return dispatcher !== undefined || global ? "unknown" : "no";
}

/** got and ky retry what only reads, unless they are told how often and what. */
function ownRetries(http: HttpCall, frame: Frame): "yes" | "no" | "unknown" {
  const byDefault = http.method === "POST" ? "no" : "yes";
  for (const holder of [http.options, http.instance]) {
    const found = holder && lookUp(holder, "retry", frame);
    if (found === "unknown") return "unknown";
    if (found === undefined) continue;
    const said = definitionIn(found.node, found.frame).node;
    if (said.type === "Literal") return said.value === 0 || said.value === false ? "no" : byDefault;
    if (said.type !== "ObjectExpression") return "unknown";
    const limit = propertyValue(said, "limit");
    const times = limit && definitionOf(limit);
    if (times?.type === "Literal" && times.value === 0) return "no";
    const methods = propertyValue(said, "methods");
    return methods ? listsMethod(methods, http.method ?? "") : byDefault;
  }
  return byDefault;
}

function listsMethod(node: Node, method: string): "yes" | "no" | "unknown" {
  const list = definitionOf(node);
  if (list.type !== "ArrayExpression") return "unknown";
  const names = list.elements.map((element) => (element && element.type !== "SpreadElement" ? staticString(definitionOf(element))?.toUpperCase() : undefined));
  return names.includes(method) ? "yes" : names.includes(undefined) ? "unknown" : "no";
}

/** `axiosRetry(api, { retries: 3 })` where the instance is made or used; an interceptor of errors may do the same. */
function axiosRetries(call: CallNode): "yes" | "no" | "unknown" {
  const callee = unwrapAwaited(call.callee);
  const instance = callee.type === "MemberExpression" ? callee.object : callee;
  const isSame = (node: Node): boolean => creationOf(node) === creationOf(instance) || (isAxios(node) && isAxios(instance));
  let answer: "no" | "unknown" = "no";
  for (const file of new Set([fileOf(call), fileOf(creationOf(instance))])) {
    for (const each of file.index.calls) {
      const first = argumentAt(each, 0);
      const origin = originOf(each.callee);
      if (first && clientRetries.some(({ modules, name }) => isExport(origin, modules, []) || isExport(origin, modules, [name])) && isSame(first) && !isZero(argumentAt(each, 1))) return "yes";
      if (matchesModule(origin?.module ?? "", ["retry-axios"]) || setsErrorInterceptor(each)) answer = "unknown";
    }
  }
  return answer;
}

function isAxios(node: Node): boolean {
  return isExport(originOf(node), ["axios"], []);
}

function isZero(options: Node | undefined): boolean {
  const found = options && lookUp(options, "retries", undefined);
  const times = found !== undefined && found !== "unknown" ? definitionOf(found.node) : undefined;
  return times?.type === "Literal" && times.value === 0;
}

/** `api.interceptors.response.use(undefined, onError)`. */
function setsErrorInterceptor(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || memberName(callee) !== "use" || call.arguments.length < 2) return false;
  const holder = unwrapAwaited(callee.object);
  return holder.type === "MemberExpression" && memberName(holder) === "response";
}
