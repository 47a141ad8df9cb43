import type { TSESTree } from "@typescript-eslint/utils";
import type { AgentModel } from "../model.js";
import { errorMiddleware, errorOptions } from "../frameworks/tool-errors.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { isFunction, isWithin, memberName, triesAround, unwrap, unwrapAwaited, type FunctionNode, type Node } from "../syntax/expression.js";
import { bodyOfCode, functionOfCode, type AgentCode } from "./agent-code.js";
import { cannotFail, isHandled } from "./failures.js";
import { holds } from "./handler-parts.js";
import { functionCalledBy } from "./reach.js";
import { coversTool, scopedMiddleware } from "./tool-scope.js";
import { isCaughtByWrapper } from "./wrapped-handlers.js";

/** A failure that leaves a tool's handler as an exception. */
export interface EscapingFailure {
  readonly code: AgentCode;
  /** The `await` or the `throw` that can leave. */
  readonly place: Node;
}

/** The first failure that each tool lets escape; one catch would answer for all tools of one handler. */
export function findEscapingFailures(model: AgentModel): readonly EscapingFailure[] {
  const handlers = new Set<Node>();
  return model.agentCode.flatMap((code) => {
    if (handlers.has(code.fn)) return [];
    if (code.kind !== "tool" || fileOf(code.fn) !== model.file || isAnsweredFor(code, model)) return [];
    const place = escapingPlace(code, model);
    if (place) handlers.add(code.fn);
    return place ? [{ code, place }] : [];
  });
}

/** Whether something around the tool turns what it throws into words for the model. */
function isAnsweredFor({ fn, tool }: AgentCode, model: AgentModel): boolean {
  if (!tool) return false;
  if (isCaughtByWrapper(fn)) return true;
  const own = tool.options && errorOptions.map(({ name }) => tool.options && propertyValue(tool.options, name)).find((value) => value !== undefined);
  if (own && !(own.type === "Literal" && own.value === null)) return true;
  return model.agents.some((agent) => agent.tools.some((held) => held.tool?.node === tool.node) && scopedMiddleware(agent, errorMiddleware).some((middleware) => coversTool(middleware, tool) !== false));
}

function escapingPlace(code: AgentCode, model: AgentModel): Node | undefined {
  const body = bodyOfCode(code);
  if (!body || isHandledByCaller(code)) return undefined;
  const fn = functionOfCode(code);
  const pausing = new Set<Node>(model.interrupts.map((interrupt) => interrupt.call));
  // A tool that waits for a person has to let the pause through.
  const waits = body.awaits.filter((wait) => !pausing.has(unwrapAwaited(wait)) && unwrapAwaited(wait).type === "CallExpression" && !tidiesUp(wait, fn) && !cannotFail(wait));
  const returned = body.returned.flatMap((value) => promisesIn(value, model)).filter((call) => !cannotFail(call));
  const escaping = (nodes: readonly Node[]): Node | undefined => nodes.filter((node) => holds(code.tool?.part, unwrapAwaited(node)) && !isHandled(node, fn)).sort((a, b) => a.range[0] - b.range[0])[0];
  // What the tool throws itself is its author's text, and frameworks hand it on to the model unless they are told not to.
  return escaping([...waits, ...returned]) ?? (model.letsToolErrorsThrough ? escaping(body.throws) : undefined);
}

/** Whether the handler catches what comes out of the function that it hands the request on to. */
function isHandledByCaller({ tool }: AgentCode): boolean {
  for (let at = tool?.part?.frame; at?.call && at.caller; at = at.caller) if (isHandled(at.call, at.caller.fn)) return true;
  return false;
}

/** What is returned without being awaited: its failure is the handler's all the same. */
function promisesIn(node: Node, model: AgentModel): readonly TSESTree.CallExpression[] {
  const value = unwrap(node);
  if (value.type === "ConditionalExpression") return [...promisesIn(value.consequent, model), ...promisesIn(value.alternate, model)];
  if (value.type === "LogicalExpression") return [...promisesIn(value.left, model), ...promisesIn(value.right, model)];
  return value.type === "CallExpression" && (isAsyncHelper(value) || mayReject(value, model)) ? [value] : [];
}

/** `store.get(namespace, key)`, `got(url).json()`, `load(id).then(render)`: a promise by what it is made of, up to a handler for its failures. */
function mayReject(call: TSESTree.CallExpression, model: AgentModel): boolean {
  const remote = model.derive(findRemoteCalls);
  let chained = false;
  for (let at: Node = call; at.type === "CallExpression"; ) {
    if (remote.has(at)) return true;
    const callee = unwrap(at.callee);
    const step = callee.type === "MemberExpression" ? (memberName(callee) ?? "") : "";
    const before = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
    if (step === "catch" || (step === "then" && at.arguments.length > 1)) return false;
    // What is behind `then` is a promise, whoever made it.
    if (chained && step !== "then" && step !== "finally") return !cannotFail(at);
    chained ||= step === "then";
    if (!before) return false;
    at = before;
  }
  return false;
}

/** The requests and the calls of stores in a file: promises of something outside. */
function findRemoteCalls(model: AgentModel): ReadonlySet<Node> {
  return new Set<Node>([...model.httpCalls, ...model.storeCalls].map(({ call }) => call));
}

/** `return fetchPage(url)` of an async helper, or of an async method of the project: its failure is the handler's. */
function isAsyncHelper(call: TSESTree.CallExpression): boolean {
  const helper = definitionOf(call.callee);
  return isFunction(helper) ? helper.async : functionCalledBy(call)?.fn.async === true;
}

/**
 * What is awaited for its own sake once the work is over: in a `finally`, or in a `catch` where it is given nothing to work on.
 * The work's own failure is answered for elsewhere, and that of a `close()` tells the model nothing.
 */
function tidiesUp(wait: Node, fn: FunctionNode): boolean {
  if (wait.parent?.type !== "ExpressionStatement") return false;
  const call = unwrapAwaited(wait);
  for (const { finalizer, handler } of triesAround(wait, fn)) {
    if (finalizer && isWithin(wait, finalizer)) return true;
    if (handler && isWithin(wait, handler)) return call.type === "CallExpression" && call.arguments.length === 0;
  }
  return false;
}
