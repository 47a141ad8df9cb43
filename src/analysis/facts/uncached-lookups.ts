import type { TSESTree } from "@typescript-eslint/utils";
import { LOCAL_HOST } from "../effects/sinks.js";
import { cachedNodes, cacheOptions, furtherCacheOptions } from "../frameworks/caching.js";
import type { AgentCode, AgentModel } from "../model.js";
import { namedCalls } from "../origin/named-call.js";
import { matchesModule, originOf } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { isFunction, isWithin, keyName, memberName, staticString, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { hasNodeOption } from "./node-options.js";
import { parseHttpCall } from "./http.js";
import { lookUp } from "./options.js";
import { definitionIn, type Frame } from "./reach.js";
import { findRequests, type AgentRequest } from "./requests.js";
import { retriedArgument } from "./retrying.js";

/** A tool's request for a thing that is the same every time, with nothing that keeps the answer. */
export interface UncachedLookup {
  readonly request: AgentRequest;
  readonly url: string;
}

/**
 * Requests for static data that a tool makes anew on every call. Narrow on purpose: the whole address is written down and leads to
 * a file, or the same tool asks for it twice in a run; whether anything else changes, only its author knows.
 */
export function findUncachedLookups(model: AgentModel): readonly UncachedLookup[] {
  const candidates = model.derive(findRequests).filter((request) => request.code.kind === "tool" && isConstantRead(request));
  const found = new Map<Node, UncachedLookup>();
  for (const request of candidates) {
    const url = request.http.urlText;
    const place = request.reached.place;
    if (found.has(place) || !(isFile(url) || isRepeated(request, candidates, model)) || isKept(request, model)) continue;
    found.set(place, { request, url });
  }
  return [...found.values()];
}

/** Words in an address by which its content changes, or belongs to whoever asks. */
const CHANGING = /(?:^|[/_.?&=-])(?:latest|current|now|today|live|status|health|healthz|ping|prices?|rates?|quotes?|weather|forecast|news|feeds?|rss|atom|alerts?|events?|trending|random|stocks?|scores?|queues?|time|search|recent|top|counts?|metrics|incidents?|upcoming|new|me|self|whoami|session|inbox)(?:[/_.?&=-]|$)/iu;

/** A GET of an address that is written down whole, sent without anything of the caller. */
function isConstantRead({ http, reached }: AgentRequest): boolean {
  const url = http.urlText;
  if (http.method !== "GET" || http.isLocal || !/^https?:\/\/[^*]+$/u.test(url) || LOCAL_HOST.test(url) || CHANGING.test(url.replace(/^https?:\/\//u, ""))) return false;
  const headers = http.options && lookUp(http.options, "headers", reached.frame);
  if (headers === "unknown") return false;
  const object = headers && definitionIn(headers.node, headers.frame).node;
  // What a request carries of the caller, the answer may depend on.
  return object === undefined || (object.type === "ObjectExpression" && object.properties.every((property) => property.type === "Property" && !/^(?:authorization|cookie)$/iu.test(keyName(property) ?? "authorization") && staticString(definitionOf(property.value)) !== undefined));
}

const FILE = /\.(?:json|geojson|csv|tsv|ya?ml|toml|md|txt|xml|wasm|parquet)(?:[?#].*)?$/iu;
const FILE_HOST = /^https:\/\/(?:raw\.githubusercontent\.com|cdn\.jsdelivr\.net|unpkg\.com|gist\.githubusercontent\.com)\//u;

function isFile(url: string): boolean {
  return FILE.test(url) || FILE_HOST.test(url);
}

/** Two places of one tool that ask for the same thing, and nothing in the tool that changes it between. */
function isRepeated(request: AgentRequest, candidates: readonly AgentRequest[], model: AgentModel): boolean {
  const same = candidates.filter((other) => other.code === request.code && other.http.urlText === request.http.urlText);
  return same.length > 1 && same.indexOf(request) > 0 && new Set(same.map(({ reached }) => reached.place)).size > 1 && model.effectsOf(request.code).length === 0;
}

const OPTIONS = new Set<string>([...cacheOptions.map(({ name }) => name), ...furtherCacheOptions]);
const POLICY_OPTION = cachedNodes[0].name;

/** Whether something keeps the answer, or may. */
function isKept({ code, http, reached }: AgentRequest, model: AgentModel): boolean {
  const { frame } = reached;
  if ([http.options, http.instance].some((holder) => holder && [...OPTIONS].some((name) => lookUp(holder, name, frame) !== undefined))) return true;
  if (isHeldByCachedNode(code, model)) return true;
  const isCacheCall = namedCalls(model.policy.cacheCalls);
  let call: CallNode = reached.call;
  for (let at: Frame | undefined = frame; at; at = at.caller) {
    if (isCacheCall(call) || isGivenAway(call, at.fn, model) || keepsSomething(at.fn) || isDirected(at.fn)) return true;
    if (!at.call) break;
    call = at.call;
  }
  return false;
}

function isHeldByCachedNode({ tool }: AgentCode, model: AgentModel): boolean {
  const holders = model.agents.filter((agent) => agent.tools.some((held) => held.tool?.node === tool?.node));
  return model.graphNodes.some((node) => holders.some((agent) => definitionOf(node.value) === agent.call) && hasNodeOption(node.call, POLICY_OPTION, model));
}

const RUN_ONCE = new Set(["map", "flatMap", "then", "catch", "finally", "filter", "forEach"]);

/** A function that is given the call to run, such as a memoizer, may keep what it returns. */
function isGivenAway(call: Node, fn: FunctionNode, model: AgentModel): boolean {
  let inner: Node = call;
  for (let at: Node | undefined = call.parent; at && inner !== fn; inner = at, at = at.parent) {
    if (!isFunction(inner) || (at.type !== "CallExpression" && at.type !== "NewExpression") || at.callee === inner) continue;
    const callee = unwrapAwaited(at.callee);
    if (callee.type === "MemberExpression" && RUN_ONCE.has(memberName(callee) ?? "")) continue;
    if (retriedArgument(at, model) === undefined) return true;
  }
  return false;
}

const STORING = new Set(["get", "has", "set", "getOrSet", "getOrInsert", "wrap", "fetch", "remember", "getItem", "setItem", "put", "match"]);

/** A function that writes to something outside of itself, asks a store, or touches a file keeps something. */
function keepsSomething(fn: FunctionNode): boolean {
  const { index } = fileOf(fn);
  const within = (node: Node): boolean => isWithin(node, fn);
  if ([...index.memberWrites.values()].some((writes) => writes.some(within)) || index.fallbacks.some((node) => node.type === "AssignmentExpression" && within(node))) return true;
  return index.calls.some((call) => within(call) && (storesIn(call) || matchesModule(originOf(call.callee)?.module ?? "", ["fs", "fs/promises", "fs-extra"])));
}

function storesIn(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || !STORING.has(memberName(callee) ?? "") || parseHttpCall(call, undefined)) return false;
  const holder = unwrapAwaited(callee.object);
  return !(holder.type === "MemberExpression" && ["headers", "searchParams"].includes(memberName(holder) ?? ""));
}

/** `"use cache"` of Next.js. */
function isDirected(fn: FunctionNode): boolean {
  const statements: readonly TSESTree.ProgramStatement[] = [...(fn.body.type === "BlockStatement" ? fn.body.body : []), ...fileOf(fn).ast.body];
  return statements.some((statement) => statement.type === "ExpressionStatement" && "directive" in statement && statement.directive?.startsWith("use cache") === true);
}
