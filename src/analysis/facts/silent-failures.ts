import type { TSESTree } from "@typescript-eslint/utils";
import { isLog } from "../flow/ownership.js";
import { errorMarks } from "../frameworks/tool-errors.js";
import type { AgentCode, AgentModel } from "../model.js";
import { isGlobal, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, isFunction, isWithin, keyName, memberName, parameterPattern, staticString, unwrap, unwrapAwaited, type FunctionNode, type Node } from "../syntax/expression.js";

/** A place where a tool answers for a failure so that the model cannot see it. */
export interface SilentFailure {
  readonly code: AgentCode;
  readonly place: Node;
  readonly how: "empty" | "success";
}

type Outcome = Pick<SilentFailure, "place" | "how">;

/** The catches of tool handlers, as clauses and as methods of a promise, that come to a value from which the model cannot see the failure. */
export function findSilentFailures(model: AgentModel): readonly SilentFailure[] {
  return model.agentCode.flatMap((code) => {
    if (code.kind !== "tool" || fileOf(code.fn) !== model.file) return [];
    const body = model.file.index.bodies.get(code.fn);
    const clauses = (body?.catches ?? []).map((clause) => outcomeOf(clause) ?? claimBehind(clause, code.fn));
    const callbacks = (body?.returned ?? []).map((value) => outcomeOfCallback(value));
    return [...clauses, ...callbacks].flatMap((outcome): SilentFailure[] => (outcome ? [{ code, ...outcome }] : []));
  });
}

function outcomeOf(clause: TSESTree.CatchClause): Outcome | undefined {
  return outcomeOfBlock(clause.body, clause.param ?? undefined);
}

/** `return load(id).catch(() => [])`: what the callback gives is the handler's answer. */
function outcomeOfCallback(returned: Node): Outcome | undefined {
  const call = unwrapAwaited(returned);
  if (call.type !== "CallExpression") return undefined;
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression" || memberName(callee) !== "catch") return undefined;
  const callback = argumentAt(call, 0);
  if (!callback || !isFunction(callback)) return undefined;
  const [first] = callback.params;
  const error = first && parameterPattern(first);
  if (callback.body.type === "BlockStatement") return outcomeOfBlock(callback.body, error);
  return outcomeOfValue(callback.body, callback.body, error);
}

function outcomeOfBlock(block: TSESTree.BlockStatement, error: Node | undefined): Outcome | undefined {
  const statement = block.body.find((each) => each.type === "ReturnStatement");
  if (statement?.type !== "ReturnStatement") return undefined;
  return statement.argument ? outcomeOfValue(statement.argument, statement, error) : { place: statement, how: "empty" };
}

function outcomeOfValue(value: Node, place: Node, error: Node | undefined): Outcome | undefined {
  if (error?.type === "Identifier" && mentionsName(error.name, value)) return undefined;
  const how = classifyResult(value);
  return how && { place, how };
}

/** `try { await send(mail); } catch (error) { log(error); } return "Sent.";`: the handler claims success whatever became of its work. */
function claimBehind(clause: TSESTree.CatchClause, fn: FunctionNode): Outcome | undefined {
  const attempt = clause.parent;
  const block = attempt.parent;
  if (attempt.finalizer || block.type !== "BlockStatement" || block.parent !== fn || !clause.body.body.every(isLogLine)) return undefined;
  const next = block.body[block.body.indexOf(attempt) + 1];
  if (next?.type !== "ReturnStatement" || !next.argument || classifyResult(next.argument) !== "success") return undefined;
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

function mentionsName(name: string, value: Node): boolean {
  const variable = fileOf(value).variableOf(name, value);
  return variable?.references.some((reference) => isWithin(reference.identifier, value)) ?? false;
}

/** Words by which a result says that something went wrong. */
const FAILURE_WORDS = /error|fail|could ?n[o']t|can ?not|can't|unable|not found|sorry|denied|invalid|problem|wrong|unavailable|timed? ?out|try again|missing|refused|exception|no (?:result|data|match)/iu;
const [MCP_MARK, MESSAGE_MARK] = errorMarks;
const FAILURE_KEYS = new Set([MCP_MARK.name.toLowerCase(), "error", "errors", "errormessage", "failed", "failure", "reason", "message"]);
const SUCCESS_WORDS = /\b(?:ok(?:ay)?|done|success\w*|sent|saved|created|updated|deleted|completed?|booked|scheduled)\b/iu;

function classifyResult(node: Node): SilentFailure["how"] | undefined {
  const value = definitionOf(node);
  const text = staticString(value);
  if (text !== undefined) {
    if (text.trim() === "") return "empty";
    return SUCCESS_WORDS.test(text) && !FAILURE_WORDS.test(text) ? "success" : undefined;
  }
  switch (value.type) {
    case "Literal":
      return value.value === null ? "empty" : value.value === true ? "success" : undefined;
    case "Identifier":
      return value.name === "undefined" ? "empty" : undefined;
    case "ArrayExpression":
      return value.elements.length === 0 ? "empty" : undefined;
    case "ObjectExpression":
      return classifyObject(value);
    case "CallExpression": {
      const written = isGlobal(originOf(value.callee), "JSON", "stringify") ? argumentAt(value, 0) : undefined;
      return written && classifyResult(written);
    }
    default:
      return undefined;
  }
}

function classifyObject(object: TSESTree.ObjectExpression): SilentFailure["how"] | undefined {
  let success = false;
  let empty = object.properties.length === 0;
  let full = false;
  for (const property of object.properties) {
    if (property.type !== "Property") return undefined;
    const key = (keyName(property) ?? "").replace(/[_-]/gu, "").toLowerCase();
    if (FAILURE_KEYS.has(key)) return undefined;
    const value = definitionOf(property.value);
    if ((key === "success" || key === "ok") && value.type === "Literal") {
      if (value.value !== true) return undefined;
      success = true;
    }
    const text = staticString(value);
    if (text !== undefined && FAILURE_WORDS.test(text)) return undefined;
    if (key === MESSAGE_MARK.name && text !== undefined && SUCCESS_WORDS.test(text)) success = true;
    const part = key === "content" ? classifyContent(value) : undefined;
    if (part === "told") return undefined;
    if (part === "success") success = true;
    if (part === "empty" || classifyResult(value) === "empty") empty = true;
    // `{ results: [], total: 0 }`
    else if (!(value.type === "Literal" && value.value === 0)) full = true;
  }
  return success ? "success" : empty && !full ? "empty" : undefined;
}

/** The parts of an MCP result: `[{ type: "text", text: "Done" }]`. */
function classifyContent(content: Node): SilentFailure["how"] | "told" | undefined {
  if (content.type !== "ArrayExpression") return undefined;
  const said = content.elements.map((element) => {
    const part = element && definitionOf(element);
    const text = part?.type === "ObjectExpression" ? propertyValue(part, "text") : undefined;
    return text ? (classifyResult(text) ?? "told") : "told";
  });
  return said.includes("told") ? "told" : said.includes("success") ? "success" : "empty";
}
