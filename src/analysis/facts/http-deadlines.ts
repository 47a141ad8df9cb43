import type { TSESTree } from "@typescript-eslint/utils";
import type { HttpClient } from "../effects/http-clients.js";
import { laterWrites } from "../flow/later-writes.js";
import { isExport, isGlobal, originOf } from "../origin/origin.js";
import { creationOf, definitionOf } from "../origin/value.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { argumentAt, enclosingFunction, isFunction, isWithin, memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { isAbsent, lookUp } from "./options.js";
import { definitionIn, type Frame } from "./reach.js";
import { mayBeGivenDeadline } from "./request-interceptors.js";

/** Whether a call ends by itself: `none` is proven, `unknown` means that the deciding part is out of sight. */
export type Deadline = "set" | "none" | "unknown";

/** The client that a call belongs to. */
export interface ClientUse {
  readonly client: HttpClient;
  /** The method in the callee: `post` in `axios.post`. */
  readonly method: string | undefined;
  /** The options given to the instance: `axios.create({ timeout })`. */
  readonly instance: Node | undefined;
}

interface DeadlineState {
  readonly state: Deadline;
  readonly switchedOff: boolean;
}

/** What options, an instance or a default say about one way to end a call; `off` where it is switched off in so many words. */
type Said = "set" | "off" | "unknown" | undefined;

/** Whether a call of a client has a deadline: in its options, its instance, the client's defaults, or around it. */
export function deadlineOf(call: TSESTree.CallExpression, match: ClientUse, options: Node | undefined, frame: Frame | undefined): DeadlineState {
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

/** `axios.defaults.timeout = 10_000` in the same file or where the instance is made, on the client itself or on the instance that is called. */
function setDefaults(call: TSESTree.CallExpression, match: ClientUse): Said {
  if (match.client.id !== "axios") return undefined;
  const called = unwrapAwaited(call.callee);
  const instances = [called, ...(called.type === "MemberExpression" ? [called.object] : [])].map((node) => creationOf(node));
  let said: Said;
  const files = new Set([fileOf(call), ...instances.map((instance) => fileOf(instance))]);
  for (const { left, right } of [...files].flatMap((file) => file.index.memberWrites.get("timeout") ?? [])) {
    if (left.type !== "MemberExpression" || left.object.type !== "MemberExpression" || memberName(left.object) !== "defaults") continue;
    const holder = left.object.object;
    if (!isExport(originOf(holder), ["axios"], ["default"]) && !isExport(originOf(holder), ["axios"], []) && !instances.includes(creationOf(holder))) continue;
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
