import type { TSESTree } from "@typescript-eslint/utils";
import { furtherRetryFunctions, retryFunctions } from "../frameworks/retries.js";
import { leaves } from "../flow/dominance.js";
import type { AgentModel } from "../model.js";
import { isExport, isGlobal, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, isFunction, isWithin, memberName, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import type { Frame, ReachedCall } from "./reach.js";

const RETRIES = [...retryFunctions, ...furtherRetryFunctions];
const COCKATIEL = ["cockatiel"];

/** The number of the argument that a call runs again when it fails; `undefined` where it retries nothing. */
export function retriedArgument(call: CallNode, model: AgentModel): number | undefined {
  if (model.isRetryCall(call)) {
    const index = call.arguments.findIndex((argument) => argument.type !== "SpreadElement" && isFunction(definitionOf(argument)));
    return index >= 0 ? index : undefined;
  }
  const origin = originOf(call.callee);
  if (origin?.module === undefined) return undefined;
  return RETRIES.find(({ modules, path }) => isExport(origin, modules, path))?.argument ?? (isWrappedRetry(call) ? 0 : undefined);
}

/** `wrap(retry(handleAll, …), timeout(…)).execute(fn)` of cockatiel. */
function isWrappedRetry(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || !isExport(originOf(callee), COCKATIEL, ["wrap", "()", "execute"])) return false;
  const wrap = definitionOf(callee.object);
  return wrap.type === "CallExpression" && wrap.arguments.some((policy) => policy.type === "SpreadElement" || isExport(originOf(policy), COCKATIEL, ["retry", "()"]));
}

/** Callbacks of these run once for each element, or once when a promise settles. */
const RUN_ONCE = new Set(["map", "flatMap", "forEach", "filter", "some", "every", "find", "reduce", "then", "catch", "finally"]);

/** Whether something runs a call again when it fails, on the way from the tool to it. `unknown` where a function that cannot be seen is given the call to run. */
export function retriesAround({ call, frame }: Pick<ReachedCall, "call" | "frame">, model: AgentModel): "yes" | "no" | "unknown" {
  let answer: "no" | "unknown" = "no";
  let at: CallNode = call;
  for (let current: Frame | undefined = frame; current; current = current.caller) {
    const here = retriesWithin(at, current.fn, model);
    if (here === "yes") return "yes";
    if (here === "unknown") answer = "unknown";
    if (!current.call) break;
    at = current.call;
  }
  return answer;
}

function retriesWithin(call: CallNode, fn: FunctionNode, model: AgentModel): "yes" | "no" | "unknown" {
  let answer: "no" | "unknown" = "no";
  if (model.isRetryCall(call)) return "yes";
  let inner: Node = call;
  for (let at: Node | undefined = call.parent; at; inner = at, at = at.parent) {
    if (isLoop(at) && isWithin(call, at.body) && triesAgain(at, call)) return "yes";
    if (isFunction(at) && callsItself(at)) return "yes";
    if (at === fn) break;
    const giver = isFunction(inner) && (at.type === "CallExpression" || at.type === "NewExpression") && at.callee !== inner ? at : undefined;
    if (!giver) continue;
    const retried = retriedArgument(giver, model);
    if (retried !== undefined && argumentAt(giver, retried) === inner) return "yes";
    const given = runsGiven(giver, inner);
    if (given === "yes") return "yes";
    if (given === "unknown") answer = "unknown";
  }
  return answer;
}

type Loop = TSESTree.ForStatement | TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForOfStatement;

function isLoop(node: Node): node is Loop {
  return node.type === "ForStatement" || node.type === "WhileStatement" || node.type === "DoWhileStatement" || node.type === "ForOfStatement";
}

/** A loop that goes on after a failure, or that waits between its rounds, is a retry by hand. */
function triesAgain(loop: Loop, call: Node): boolean {
  for (let at: Node | undefined = call; at && at !== loop; at = at.parent) {
    if (at.type !== "TryStatement" || !at.handler || !isWithin(call, at.block)) continue;
    // Each element of a list gets its own try; only where success ends the loop is it the same request again.
    if (loop.type === "ForOfStatement" ? leaves(at.block) : !leaves(at.handler.body)) return true;
  }
  return fileOf(loop).index.calls.some((each) => isWithin(each, loop) && isWaiting(each));
}

function isWaiting(call: CallNode): boolean {
  const origin = originOf(call.callee);
  if (isGlobal(origin, "setTimeout") || matchesModule(origin?.module ?? "", ["timers/promises", "delay"])) return true;
  const helper = functionOf(call.callee);
  return helper !== undefined && fileOf(helper).index.calls.some((each) => isWithin(each, helper) && isGlobal(originOf(each.callee), "setTimeout"));
}

/** `get(url, attempt + 1)` in `get`. */
function callsItself(fn: FunctionNode): boolean {
  return (fileOf(fn).index.bodies.get(fn)?.calls ?? []).some((call) => functionOf(call.callee) === fn);
}

/** Whether the function that a callback is given to runs it more than once on failure. */
function runsGiven(giver: CallNode, callback: Node): "yes" | "no" | "unknown" {
  const callee = unwrapAwaited(giver.callee);
  if (giver.type === "NewExpression" && isGlobal(originOf(callee), "Promise")) return "no";
  if (callee.type === "MemberExpression" && RUN_ONCE.has(memberName(callee) ?? "")) return "no";
  const origin = originOf(callee);
  if (isExport(origin, ["langsmith/traceable"], ["traceable"])) return "no";
  // A circuit breaker, a timeout or a bulkhead by itself.
  if (origin?.module === "cockatiel" && origin.path[0] !== "wrap") return "no";
  const runner = functionOf(callee);
  if (!runner) return "unknown";
  const parameter = runner.params[giver.arguments.indexOf(callback as TSESTree.CallExpressionArgument)];
  if (parameter?.type !== "Identifier") return "unknown";
  const variable = fileOf(runner).variableOf(parameter.name, runner.body);
  const runs = (variable?.references ?? []).filter((reference) => reference.isRead()).map((reference) => reference.identifier as Node);
  return runs.some((use) => isTriedAgain(use, runner)) ? "yes" : "no";
}

function isTriedAgain(use: Node, runner: FunctionNode): boolean {
  if (callsItself(runner)) return true;
  for (let at: Node | undefined = use.parent; at && at !== runner; at = at.parent) if (isLoop(at) && triesAgain(at, use)) return true;
  const given = use.parent;
  // `pRetry(run)` in the helper: what it is given is passed on.
  return given?.type === "CallExpression" && given.callee !== use && RETRIES.some(({ modules, path }) => isExport(originOf(given.callee), modules, path));
}
