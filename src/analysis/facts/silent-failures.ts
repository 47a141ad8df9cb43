import type { TSESTree } from "@typescript-eslint/utils";
import { isLog } from "../flow/ownership.js";
import type { AgentCode, AgentModel } from "../model.js";
import { isGlobal, originOf } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { fileOf, returnedFrom, variableOf } from "../project/source-file.js";
import { argumentAt, isFunction, isWithin, memberName, unwrap, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { functionOfCode } from "./agent-code.js";
import { answersToAnything, failureIn, isRecovered, tells, type Catching } from "./catch-answers.js";
import { holds } from "./handler-parts.js";
import { functionCalledBy } from "./reach.js";
import { claimOf, isEmptyTwin, type Claim } from "./result-claims.js";

/** A place where a tool answers for a failure so that the model cannot see it. */
export interface SilentFailure {
  readonly code: AgentCode;
  readonly place: Node;
  readonly how: Claim;
}

type Outcome = Pick<SilentFailure, "place" | "how">;

/** The catches of tool handlers, as clauses and as methods of a promise, that come to a value from which the model cannot see the failure. */
export function findSilentFailures(model: AgentModel): readonly SilentFailure[] {
  const found = new Map<Node, SilentFailure>();
  for (const code of model.agentCode) {
    if (code.kind !== "tool" || fileOf(code.fn) !== model.file) continue;
    const isOwn = (node: Node): boolean => holds(code.tool?.part, node);
    const handler = functionOfCode(code);
    const helpers = answeringHelpers(handler, isOwn);
    const answers = [handler, ...helpers].flatMap((fn) => returnedFrom(fn));
    const outcomes = [...outcomesIn(handler, answers, isOwn), ...helpers.flatMap((fn) => outcomesIn(fn, answers, () => true))];
    for (const outcome of outcomes) if (!found.has(outcome.place)) found.set(outcome.place, { code, ...outcome });
  }
  return [...found.values()];
}

/** What the catches of a function come to, beside all that the tool answers otherwise. */
function outcomesIn(fn: FunctionNode, answers: readonly Node[], isOwn: (node: Node) => boolean): Outcome[] {
  const body = fileOf(fn).index.bodies.get(fn);
  const catches = (body?.catches ?? []).filter(isOwn);
  const returned = (body?.returned ?? []).filter(isOwn);
  const callbacks = returned.flatMap((value) => callbackOf(value) ?? []);
  const outcomes = [...catches, ...callbacks].flatMap((catching) => outcomesOf(catching, answers));
  return [...outcomes, ...catches.flatMap((clause) => claimBehind(clause, fn) ?? [])];
}

function outcomesOf(catching: Catching, answers: readonly Node[]): Outcome[] {
  const failure = failureIn(catching);
  const others = answers.filter((value) => !isWithin(value, catching));
  return answersToAnything(catching).flatMap(({ value, place }): Outcome[] => {
    if (value === undefined) return [{ place, how: "empty" }];
    if (tells(failure, value) || isRecovered(value, catching)) return [];
    const how = claimOf(value) ?? (isEmptyTwin(value, others) ? "empty" : undefined);
    return how ? [{ place, how }] : [];
  });
}

/** The functions of the same file whose answer is the tool's own: `return searchNotes(query)`. */
function answeringHelpers(fn: FunctionNode, isOwn: (node: Node) => boolean, depth = 0): readonly FunctionNode[] {
  if (depth > DEEPEST) return [];
  const file = fileOf(fn);
  const returned = (file.index.bodies.get(fn)?.returned ?? []).filter(isOwn);
  const helpers = returned.flatMap((value) => {
    const call = answeringCall(value, returned);
    const helper = call && functionCalledBy(call)?.fn;
    return helper && helper !== fn && fileOf(helper) === file ? [helper] : [];
  });
  return helpers.flatMap((helper) => [helper, ...answeringHelpers(helper, () => true, depth + 1)]);
}

const DEEPEST = 1;

/** The call that a returned value is, also written as JSON, and kept in a constant that nothing else looks at. */
function answeringCall(returned: Node, all: readonly Node[]): CallNode | undefined {
  let value = unwrapAwaited(returned);
  if (value.type === "CallExpression" && isGlobal(originOf(value.callee), "JSON", "stringify")) value = unwrapAwaited(argumentAt(value, 0) ?? value);
  const variable = value.type === "Identifier" ? variableOf(value) : undefined;
  if (!variable) return value.type === "CallExpression" ? value : undefined;
  const kept = variable.references.filter((reference) => reference.isRead()).every(({ identifier }) => all.some((each) => isWithin(identifier, each)));
  const definition = unwrapAwaited(definitionOf(value));
  return kept && definition.type === "CallExpression" ? definition : undefined;
}

/** `return load(id).catch(() => [])`: what the callback gives is the handler's answer. */
function callbackOf(returned: Node): FunctionNode | undefined {
  const call = unwrapAwaited(returned);
  if (call.type !== "CallExpression") return undefined;
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression" || memberName(callee) !== "catch") return undefined;
  const callback = argumentAt(call, 0);
  return callback && isFunction(callback) ? callback : undefined;
}

/**
 * `try { await send(mail); } catch (error) { log(error); } return "Sent.";`: the handler claims success whatever became of its work.
 * `let rows = []; try { rows = await load(); } catch (error) { log(error); } return rows;`: it answers what it began with.
 */
function claimBehind(clause: TSESTree.CatchClause, fn: FunctionNode): Outcome | undefined {
  const attempt = clause.parent;
  const block = attempt.parent;
  if (attempt.finalizer || block.type !== "BlockStatement" || block.parent !== fn || !clause.body.body.every(isLogLine)) return undefined;
  const next = block.body[block.body.indexOf(attempt) + 1];
  const how = next?.type === "ReturnStatement" && next.argument ? claimAfter(attempt, next.argument) : undefined;
  if (!next || !how) return undefined;
  const body = fileOf(fn).index.bodies.get(fn);
  // Work outside of the `try` may be what succeeded, and what was tried an addition to it.
  const tried = body?.awaits.some((wait) => isWithin(wait, attempt.block)) === true && body.calls.every((call) => isWithin(call, attempt) || isWithin(call, next) || isLog(call));
  return tried ? { place: next, how } : undefined;
}

/** What a value claims behind an attempt that failed. */
function claimAfter(attempt: TSESTree.TryStatement, answer: Node): Claim | undefined {
  if (claimOf(answer) === "success") return "success";
  const name = unwrapAwaited(answer);
  const inner = name.type === "CallExpression" && isGlobal(originOf(name.callee), "JSON", "stringify") ? unwrapAwaited(argumentAt(name, 0) ?? name) : name;
  const variable = inner.type === "Identifier" ? variableOf(inner) : undefined;
  const declarator = variable?.defs[0]?.node as Node | undefined;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || (declarator.init && claimOf(declarator.init) !== "empty")) return undefined;
  const writes = variable?.references.filter((reference) => reference.isWrite() && !reference.init) ?? [];
  return writes.length > 0 && writes.every(({ identifier }) => isWithin(identifier, attempt.block)) ? "empty" : undefined;
}

function isLogLine(statement: TSESTree.Statement): boolean {
  if (statement.type !== "ExpressionStatement") return false;
  const call = unwrapAwaited(statement.expression);
  return call.type === "CallExpression" && isLog(call);
}
