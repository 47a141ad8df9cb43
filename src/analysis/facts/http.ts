import type { TSESTree } from "@typescript-eslint/utils";
import { httpClients, METHODS, type HttpClient } from "../effects/http-clients.js";
import { isExport, isGlobal, matchesModule, originOf, perOrigin, type Origin } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { laterWrites } from "../flow/later-writes.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { argumentAt, enclosingFunction, isFunction, isUndefined, isWithin, keyName, memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { definitionIn, firstValueIn, isLeftOut, type Frame } from "./reach.js";
import { mayBeGivenDeadline } from "./request-interceptors.js";
import { urlTextOf } from "./url-text.js";

/** Whether a call ends by itself: `none` is proven, `unknown` means that the deciding part is out of sight. */
export type Deadline = "set" | "none" | "unknown";

/** An outbound HTTP call. */
export interface HttpCall {
  readonly client: HttpClient;
  readonly call: CallNode;
  /** What the code writes: `fetch`, `axios.post`. */
  readonly label: string;
  readonly url: Node | undefined;
  /** The literal beginning of the url, as far as it is written down. */
  readonly urlPrefix: string;
  /** The whole literal text of the url with `*` for holes. */
  readonly urlText: string;
  /** A relative address is the page's own server, and data in the address is no server at all. */
  readonly isLocal: boolean;
  /** Upper case; `undefined` where it cannot be seen. */
  readonly method: string | undefined;
  /** The expression that gives the options, where there is one. */
  readonly options: Node | undefined;
  /** Number of the argument that is, or would be, the options; absent where they are the first argument. */
  readonly optionsIndex: number | undefined;
  /** The options that the client's instance was made with: `axios.create({ … })`. */
  readonly instance: Node | undefined;
  readonly deadline: Deadline;
  /** `true` where the deadline has been switched off in so many words. */
  readonly switchedOff: boolean;
}

interface Match {
  readonly client: HttpClient;
  /** The method in the callee: `post` in `axios.post`. */
  readonly method: string | undefined;
  /** The options given to the instance: `axios.create({ timeout })`. */
  readonly instance: Node | undefined;
}

/** Recognises a call of an HTTP client and says whether it has a deadline. */
export function parseHttpCall(call: CallNode, frame: Frame | undefined): HttpCall | undefined {
  if (call.type !== "CallExpression") return undefined;
  const match = matchClient(call);
  if (!match) return undefined;
  const { client } = match;
  const first = argumentAt(call, client.url);
  if (call.arguments.length === 0) return undefined;
  const firstValue = first && definitionIn(first, frame).node;
  const inOptions = client.urlInOptions === true && firstValue?.type === "ObjectExpression";
  const shift = client.bodyMethodsShift && ["post", "put", "patch", "postForm", "putForm", "patchForm"].includes(match.method ?? "") ? 1 : 0;
  const optionsNode = inOptions ? first : optionsArgument(call, client, shift);
  const named = inOptions ? lookUp(firstValue, "url", frame) : undefined;
  const urlNode = named === "unknown" ? undefined : (named?.node ?? (inOptions ? undefined : first));
  const url = urlNode && definitionIn(urlNode, frame);
  const address = url ? urlTextOf(url.node, url.frame) : "*";
  const urlText = /^[a-z]+:/iu.test(address) ? address : `${baseOf(match, optionsNode, frame)}${address}`;
  const deadline = deadlineOf(call, match, optionsNode, frame);
  return {
    client,
    call,
    label: fileOf(call).text.slice(call.callee.range[0], call.callee.range[1]).replace(/\s+/gu, ""),
    url: url?.node,
    urlPrefix: urlText.split("*")[0] ?? "",
    urlText,
    isLocal: /^(?:\/|data:|blob:)/u.test(urlText),
    method: methodOf(call, match, optionsNode, frame),
    options: optionsNode,
    optionsIndex: inOptions ? undefined : client.options + shift,
    instance: match.instance,
    deadline: deadline.state,
    switchedOff: deadline.switchedOff,
  };
}

function optionsArgument(call: CallNode, client: HttpClient, shift: number): Node | undefined {
  const node = argumentAt(call, client.options + shift);
  // http.get(url, callback) has no options.
  return node && client.id === "http" && isFunction(definitionOf(node)) ? undefined : node;
}

function matchClient(call: TSESTree.CallExpression): Match | undefined {
  const origin = originOf(call.callee);
  const use = origin && clientUse(origin);
  return use && { client: use.client, method: use.method, instance: use.byInstance ? instanceOptions(call.callee, use.client) : undefined };
}

const clientUse = perOrigin((origin): (Pick<Match, "client" | "method"> & { readonly byInstance: boolean }) | undefined => {
  if (origin.module === undefined) {
    const client = httpClients[0];
    return client && isGlobal(origin, "fetch") ? { client, method: undefined, byInstance: false } : undefined;
  }
  for (const client of httpClients) {
    if (!client.modules || !matchesModule(origin.module, client.modules)) continue;
    const made = instanceOf(origin, client);
    const path = made ?? origin.path;
    for (const pattern of client.paths) {
      const method = matchPath(path, pattern);
      if (method !== undefined) return { client, method: method === "" ? directMethod(client, path) : method, byInstance: made !== undefined };
    }
    // An instance is called as the client itself is.
    if (made && client.instance) {
      if (made.length === 0) return { client, method: undefined, byInstance: true };
      const method = made[0];
      if (made.length === 1 && method !== undefined && method in METHODS) return { client, method, byInstance: true };
    }
  }
  return undefined;
});

/** Whether what has that origin asks a server when it is called. */
export const isHttpFunction = (origin: Origin): boolean => clientUse(origin) !== undefined;

function directMethod(client: HttpClient, path: readonly string[]): string | undefined {
  const last = path.at(-1);
  return client.id === "http" && last === "get" ? "get" : undefined;
}

/** The steps after `axios.create()`; `undefined` where the origin is no instance. */
function instanceOf(origin: Origin, client: HttpClient): readonly string[] | undefined {
  if (!client.instance) return undefined;
  const path = origin.path[0] === "default" || origin.path[0] === client.id ? origin.path.slice(1) : origin.path;
  const { path: maker } = client.instance;
  return maker.every((part, index) => path[index] === part) && path[maker.length] === "()" ? path.slice(maker.length + 1) : undefined;
}

/** "" where the path is the pattern itself, the method where `*` stood for one. */
function matchPath(path: readonly string[], pattern: readonly string[]): string | undefined {
  if (path.length !== pattern.length) return undefined;
  let method = "";
  for (const [index, part] of pattern.entries()) {
    const step = path[index] ?? "";
    if (part === "*") {
      if (!(step in METHODS)) return undefined;
      method = step;
    } else if (part !== step) return undefined;
  }
  return method;
}

/** The options that the instance was made with: the argument of `create` at the end of the callee's definition. */
function instanceOptions(callee: Node, client: HttpClient): Node | undefined {
  let at = definitionOf(callee);
  for (let steps = 0; steps < 6; steps += 1) {
    if (at.type === "MemberExpression") at = definitionOf(at.object);
    else if (at.type === "CallExpression") {
      const options = client.instance && argumentAt(at, client.instance.options);
      return options;
    } else return undefined;
  }
  return undefined;
}

function methodOf(call: CallNode, match: Match, given: Node | undefined, frame: Frame | undefined): string | undefined {
  const direct = match.method === undefined ? undefined : METHODS[match.method];
  if (direct) return direct;
  if (!given) return "GET";
  const writes = laterWrites(given, "method");
  // `init.method = "POST"`: once, and not under a condition, or it may be either.
  if (writes.length > 0) return writes.length === 1 && writes[0]?.operator === "=" && enclosingFunction(writes[0]) === enclosingFunction(call) && isStraight(writes[0]) ? staticString(definitionOf(writes[0].right))?.toUpperCase() : undefined;
  const { node: options, frame: at } = definitionIn(given, frame);
  const found = lookUp(options, "method", at);
  if (found === "unknown") return undefined;
  if (!found) return options.type === "ObjectExpression" ? "GET" : undefined;
  const value = definitionIn(found.node, found.frame);
  return staticString(firstValueIn(value.node, call, value.frame))?.toUpperCase();
}

/** Whether an assignment is a statement of its function's own body. */
function isStraight(write: TSESTree.AssignmentExpression): boolean {
  return write.parent.type === "ExpressionStatement" && write.parent.parent.type === "BlockStatement" && isFunction(write.parent.parent.parent);
}

function isAbsent(node: Node, frame: Frame | undefined): boolean {
  return isUndefined(node) || isLeftOut(node, frame);
}

type LookUp = { readonly node: Node; readonly frame: Frame | undefined } | "unknown" | undefined;

/** The value under a key of options; "unknown" where a spread or a part that cannot be seen may hold it. */
export function lookUp(options: Node, key: string, frame: Frame | undefined): LookUp {
  const object = definitionIn(options, frame);
  if (object.node.type === "ConditionalExpression") {
    const yes = lookUp(object.node.consequent, key, object.frame);
    const no = lookUp(object.node.alternate, key, object.frame);
    return yes === undefined || no === undefined ? (yes === no ? undefined : "unknown") : yes;
  }
  if (isAbsent(object.node, object.frame)) return undefined;
  if (object.node.type !== "ObjectExpression") return "unknown";
  for (let i = object.node.properties.length - 1; i >= 0; i -= 1) {
    const property = object.node.properties[i];
    if (!property) continue;
    if (property.type === "Property") {
      const name = keyName(property);
      if (name === key) return { node: property.value, frame: object.frame };
      if (name === undefined) return "unknown";
      continue;
    }
    const argument = unwrapAwaited(property.argument);
    // `...(key && { key })`: what is spread is the right side, or nothing.
    const inner = argument.type === "LogicalExpression" ? argument.right : argument;
    const found = lookUp(inner, key, object.frame);
    if (found !== undefined) return argument.type === "LogicalExpression" && found !== "unknown" ? "unknown" : found;
  }
  return undefined;
}

interface DeadlineState {
  readonly state: Deadline;
  readonly switchedOff: boolean;
}

/** What options, an instance or a default say about one way to end a call; `off` where it is switched off in so many words. */
type Said = "set" | "off" | "unknown" | undefined;

function deadlineOf(call: TSESTree.CallExpression, match: Match, options: Node | undefined, frame: Frame | undefined): DeadlineState {
  const { client } = match;
  const around = surroundingDeadline(call, frame);
  const spread = call.arguments.some((argument) => argument.type === "SpreadElement");
  // What stands nearer to the call wins: its own options, then the instance's, then the client's.
  const timeout = timeoutIn(options, client, frame) ?? timeoutIn(match.instance, client, frame) ?? setDefaults(call, match) ?? (client.defaultTimeoutMs === undefined ? undefined : "set");
  const signal = signalIn(options, frame) ?? signalIn(match.instance, frame);
  const said = [around, timeout, signal];
  if (said.includes("set") || (client.id === "http" && setsTimeoutLater(call))) return { state: "set", switchedOff: false };
  if (spread || said.includes("unknown") || assignedLater(options, client) || requestObject(call, client, frame) || carriesDispatcher(call, options, client, frame) || (client.id === "axios" && mayBeGivenDeadline(call))) return { state: "unknown", switchedOff: false };
  return { state: "none", switchedOff: timeout === "off" };
}

function timeoutIn(options: Node | undefined, client: HttpClient, frame: Frame | undefined): Said {
  if (!options) return undefined;
  let said: Said;
  for (const key of client.timeoutKeys) {
    const found = lookUp(options, key, frame);
    if (found === "unknown") return "unknown";
    const timeout = found && definitionIn(found.node, found.frame);
    if (!timeout || isAbsent(timeout.node, timeout.frame)) continue;
    if (!isOff(timeout.node)) return "set";
    said = "off";
  }
  return said;
}

function isOff(timeout: Node): boolean {
  if (timeout.type === "Literal") return timeout.value === 0 || timeout.value === false || timeout.value === null;
  return timeout.type === "Identifier" && timeout.name === "Infinity";
}

function signalIn(options: Node | undefined, frame: Frame | undefined): Said {
  if (!options) return undefined;
  const signal = lookUp(options, "signal", frame);
  if (signal === "unknown") return "unknown";
  const deadline = signal && signalDeadline(signal.node, signal.frame);
  return deadline === "none" ? undefined : deadline;
}

/** `options.signal = …` somewhere after `const options = {…}`. */
function assignedLater(options: Node | undefined, client: HttpClient): boolean {
  return options !== undefined && ["signal", ...client.timeoutKeys].some((key) => laterWrites(options, key).length > 0);
}

const SIGNAL_KEYS = new Set(["signal", "abortSignal"]);

/** Whether a signal is aborted by time, or by the run that the call belongs to. */
function signalDeadline(node: Node, frame: Frame | undefined): Deadline {
  const { node: signal, frame: at } = definitionIn(node, frame);
  if (isAbsent(signal, at) || (signal.type === "Literal" && signal.value === null)) return "none";
  switch (signal.type) {
    case "CallExpression": {
      const origin = originOf(signal.callee);
      if (isGlobal(origin, "AbortSignal", "timeout")) return "set";
      if (isGlobal(origin, "AbortSignal", "any")) {
        const list = argumentAt(signal, 0);
        const members = list && definitionIn(list, at).node;
        if (members?.type !== "ArrayExpression") return "unknown";
        const states = members.elements.map((element) => (element && element.type !== "SpreadElement" ? signalDeadline(element, at) : "unknown"));
        return states.includes("set") ? "set" : states.includes("unknown") ? "unknown" : "none";
      }
      return "unknown";
    }
    case "MemberExpression": {
      const name = memberName(signal);
      const holder = definitionIn(signal.object, at).node;
      if (holder.type === "NewExpression" && isGlobal(originOf(holder.callee), "AbortController")) return name === "signal" ? controllerDeadline(signal.object) : "unknown";
      // The signal of a run, a request or the caller: it ends when they do.
      return SIGNAL_KEYS.has(name ?? "") ? "set" : "unknown";
    }
    case "LogicalExpression": {
      const sides = [signalDeadline(signal.left, at), signalDeadline(signal.right, at)];
      return sides.includes("set") ? "set" : sides.includes("unknown") ? "unknown" : "none";
    }
    case "ConditionalExpression": {
      const sides = [signalDeadline(signal.consequent, at), signalDeadline(signal.alternate, at)];
      return sides.every((side) => side === "none") ? "none" : sides.includes("set") ? "set" : "unknown";
    }
    default:
      // `const { signal } = new AbortController()`: nobody holds the controller.
      return isGlobal(originOf(signal), "AbortController", "new", "signal") ? "none" : "unknown";
  }
}

/** A controller counts when something aborts it: a timer, or an event of somebody else's signal. */
function controllerDeadline(controller: Node): Deadline {
  const name = unwrapAwaited(controller);
  if (name.type !== "Identifier") return "unknown";
  const variable = variableOf(name);
  let passedOn = false;
  for (const reference of variable?.references ?? []) {
    const identifier = reference.identifier as Node;
    const member = identifier.parent;
    if (member?.type === "MemberExpression" && member.object === identifier) {
      const used = memberName(member);
      if (used === "abort" && isTimed(member)) return "set";
      if (used === "abort") passedOn = true;
    } else if (member?.type !== "VariableDeclarator") passedOn = true;
  }
  return passedOn ? "unknown" : "none";
}

/** `setTimeout(() => controller.abort(), ms)`, `setTimeout(controller.abort.bind(controller), ms)`. */
function isTimed(abort: Node): boolean {
  for (let at: Node | undefined = abort; at; at = at.parent) {
    if (at.type === "CallExpression" && !isWithin(abort, at.callee)) {
      const origin = originOf(at.callee);
      if (isGlobal(origin, "setTimeout")) return true;
    }
    if (at.type === "BlockStatement" && at.parent.type !== "ArrowFunctionExpression" && at.parent.type !== "FunctionExpression") break;
  }
  return false;
}

/** How many names a promise goes through on its way to a race; tools that name each other in a circle have no end of them. */
const MOST_NAMES = 2;

/** A race against a timer, or a function that is given the promise and a time. */
function surroundingDeadline(call: Node, frame: Frame | undefined, names = 0): Deadline | undefined {
  let inner: Node = call;
  for (let at = call.parent; at; inner = at, at = at.parent) {
    if (at.type === "CallExpression" && at.callee !== inner && !isWithin(inner, at.callee)) {
      const found = raceOrWrapper(at, inner);
      if (found) return found;
    }
    if (at.type === "VariableDeclarator" && at.init === inner) return names < MOST_NAMES ? surroundingOfVariable(at, names + 1) : undefined;
    if (isFunction(at)) {
      // An async callback that is itself the racing promise: race([(async () => fetch())(), timer]).
      const parent = at.parent;
      if (parent.type !== "CallExpression") break;
    }
  }
  // A helper is raced by its caller: Promise.race([loadPage(url), timer]).
  return frame?.call && frame.fn === enclosingFunction(call) ? surroundingDeadline(frame.call, frame.caller, names) : undefined;
}

/** `const page = fetch(url); … Promise.race([page, timer])`: the promise is raced under its name. */
function surroundingOfVariable(declarator: TSESTree.VariableDeclarator, names: number): Deadline | undefined {
  if (declarator.id.type !== "Identifier" || declarator.init?.type === "AwaitExpression") return undefined;
  const variable = fileOf(declarator).variableOf(declarator.id.name, declarator);
  for (const reference of variable?.references ?? []) {
    const found = reference.isRead() ? surroundingDeadline(reference.identifier, undefined, names) : undefined;
    if (found) return found;
  }
  return undefined;
}

function raceOrWrapper(call: TSESTree.CallExpression, inner: Node): Deadline | undefined {
  const origin = originOf(call.callee);
  if (isGlobal(origin, "Promise", "race")) {
    const list = argumentAt(call, 0);
    const members = list && definitionOf(list);
    if (members?.type !== "ArrayExpression") return "unknown";
    return members.elements.some((element) => element && element !== inner && mentionsTimer(element)) ? "set" : undefined;
  }
  if (origin?.module === "p-timeout" || origin?.module === "promise-timeout") return "set";
  // `withTimeout(fetch(url), 5_000)`: a function that is given the promise and a number may well end it.
  const takesTime = call.arguments.some((argument) => argument !== inner && argument.type !== "SpreadElement" && isNumber(argument));
  return takesTime && call.arguments.includes(inner as TSESTree.Expression) && !isGlobal(origin, "setTimeout") ? "unknown" : undefined;
}

function isNumber(node: Node): boolean {
  const value = definitionOf(node);
  return (value.type === "Literal" && typeof value.value === "number") || (value.type === "BinaryExpression" && value.operator === "*");
}

function mentionsTimer(node: Node): boolean {
  const definition = definitionOf(node);
  const { index } = fileOf(definition);
  const timed = (candidate: CallNode, outer: Node): boolean => isWithin(candidate, outer) && (isGlobal(originOf(candidate.callee), "setTimeout") || isGlobal(originOf(candidate.callee), "AbortSignal", "timeout") || originOf(candidate.callee)?.module === "timers/promises");
  if (index.calls.some((candidate) => timed(candidate, definition))) return true;
  // timeout(5_000): a helper of the same project that makes the timer.
  if (definition.type !== "CallExpression") return false;
  const helper = definitionOf(definition.callee);
  return isFunction(helper) && fileOf(helper).index.calls.some((candidate) => timed(candidate, helper));
}

/** `axios.defaults.timeout = 10_000` in the same file, on the client itself or on the instance that is called. */
function setDefaults(call: TSESTree.CallExpression, match: Match): Said {
  if (match.client.id !== "axios") return undefined;
  const called = unwrapAwaited(call.callee);
  const instances = [called, ...(called.type === "MemberExpression" ? [called.object] : [])].map((node) => definitionOf(node));
  let said: Said;
  for (const { left, right } of fileOf(call).index.memberWrites.get("timeout") ?? []) {
    if (left.type !== "MemberExpression" || left.object.type !== "MemberExpression" || memberName(left.object) !== "defaults") continue;
    const holder = left.object.object;
    if (!isExport(originOf(holder), ["axios"], ["default"]) && !isExport(originOf(holder), ["axios"], []) && !instances.includes(definitionOf(holder))) continue;
    said = isOff(definitionOf(right)) ? "off" : "set";
  }
  return said;
}

/** `dispatcher: new Agent({ headersTimeout: 5_000 })` and `setGlobalDispatcher(agent)`: undici's clients, and with them `fetch`, take their times from there. */
function carriesDispatcher(call: CallNode, options: Node | undefined, client: HttpClient, frame: Frame | undefined): boolean {
  if (client.id !== "fetch" && client.id !== "undici") return false;
  const own = options && lookUp(options, "dispatcher", frame);
  if (own) return own === "unknown" || isTimedAgent(definitionIn(own.node, own.frame).node);
  return fileOf(call).index.calls.some((candidate) => {
    const agent = isExport(originOf(candidate.callee), ["undici"], ["setGlobalDispatcher"]) && argumentAt(candidate, 0);
    return agent && isTimedAgent(definitionOf(agent));
  });
}

/** False only where the agent is seen whole and sets no time. */
function isTimedAgent(agent: Node): boolean {
  if (agent.type !== "NewExpression" || originOf(agent.callee)?.module !== "undici") return true;
  const options = agent.arguments.at(-1);
  if (!options || options.type === "SpreadElement" || staticString(options) !== undefined) return false;
  return ["headersTimeout", "bodyTimeout"].some((key) => lookUp(options, key, undefined) !== undefined);
}

/** `fetch(request)`: the deadline is in the Request, where it was made. */
function requestObject(call: CallNode, client: HttpClient, frame: Frame | undefined): boolean {
  const first = argumentAt(call, client.url);
  if (!first || call.arguments.length !== 1) return false;
  const value = definitionIn(first, frame).node;
  if (value.type === "NewExpression" && isGlobal(originOf(value.callee), "Request")) {
    const init = argumentAt(value, 1);
    return init === undefined ? false : lookUp(init, "signal", frame) !== undefined;
  }
  return isGlobal(originOf(value), "Request", "new");
}

/** `req.setTimeout(…)` on what http.request returned. */
function setsTimeoutLater(call: CallNode): boolean {
  const fn = enclosingFunction(call);
  return fileOf(call).index.calls.some((candidate) => candidate.callee.type === "MemberExpression" && memberName(candidate.callee) === "setTimeout" && enclosingFunction(candidate) === fn);
}

/** `axios.create({ baseURL })`, `got.extend({ prefixUrl })`: what the url is appended to. */
function baseOf(match: Match, options: Node | undefined, frame: Frame | undefined): string {
  for (const holder of [options, match.instance]) {
    for (const key of match.client.baseKeys ?? []) {
      const found = holder && lookUp(holder, key, frame);
      if (found === "unknown") return "*";
      if (found && !isUndefined(found.node)) return urlTextOf(found.node, found.frame);
    }
  }
  return "";
}
