import type { TSESTree } from "@typescript-eslint/utils";
import { isLog } from "../flow/ownership.js";
import type { AgentCode, AgentModel } from "../model.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, isFunction, isWithin, memberName, unwrap, unwrapAwaited, type FunctionNode, type Node } from "../syntax/expression.js";
import { bodyOfCode, functionOfCode } from "./agent-code.js";
import { answersToAnything, failureIn, isRecovered, tells, type Catching } from "./catch-answers.js";
import { holds } from "./handler-parts.js";
import { claimOf, type Claim } from "./result-claims.js";

/** A place where a tool answers for a failure so that the model cannot see it. */
export interface SilentFailure {
  readonly code: AgentCode;
  readonly place: Node;
  readonly how: Claim;
}

type Outcome = Pick<SilentFailure, "place" | "how">;

/** The catches of tool handlers, as clauses and as methods of a promise, that come to a value from which the model cannot see the failure. */
export function findSilentFailures(model: AgentModel): readonly SilentFailure[] {
  return model.agentCode.flatMap((code) => {
    if (code.kind !== "tool" || fileOf(code.fn) !== model.file) return [];
    const body = bodyOfCode(code);
    const isOwn = (node: Node): boolean => holds(code.tool?.part, node);
    const catches = (body?.catches ?? []).filter(isOwn);
    const callbacks = (body?.returned ?? []).filter(isOwn).flatMap((value) => callbackOf(value) ?? []);
    const outcomes = [...catches, ...callbacks].flatMap((catching) => outcomesOf(catching));
    const behind = catches.flatMap((clause) => claimBehind(clause, functionOfCode(code)) ?? []);
    return [...outcomes, ...behind].map((outcome) => ({ code, ...outcome }));
  });
}

function outcomesOf(catching: Catching): Outcome[] {
  const failure = failureIn(catching);
  return answersToAnything(catching).flatMap(({ value, place }): Outcome[] => {
    const how = value === undefined ? "empty" : tells(failure, value) || isRecovered(value, catching) ? undefined : claimOf(value);
    return how ? [{ place, how }] : [];
  });
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

/** `try { await send(mail); } catch (error) { log(error); } return "Sent.";`: the handler claims success whatever became of its work. */
function claimBehind(clause: TSESTree.CatchClause, fn: FunctionNode): Outcome | undefined {
  const attempt = clause.parent;
  const block = attempt.parent;
  if (attempt.finalizer || block.type !== "BlockStatement" || block.parent !== fn || !clause.body.body.every(isLogLine)) return undefined;
  const next = block.body[block.body.indexOf(attempt) + 1];
  if (next?.type !== "ReturnStatement" || !next.argument || claimOf(next.argument) !== "success") return undefined;
  const body = fileOf(fn).index.bodies.get(fn);
  // Work outside of the `try` may be what succeeded, and what was tried an addition to it.
  const tried = body?.awaits.some((wait) => isWithin(wait, attempt.block)) === true && body.calls.every((call) => isWithin(call, attempt) || isWithin(call, next) || isLog(call));
  return tried ? { place: next, how: "success" } : undefined;
}

function isLogLine(statement: TSESTree.Statement): boolean {
  if (statement.type !== "ExpressionStatement") return false;
  const call = unwrapAwaited(statement.expression);
  return call.type === "CallExpression" && isLog(call);
}
