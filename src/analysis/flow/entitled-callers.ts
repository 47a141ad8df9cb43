import type { TSESTree } from "@typescript-eslint/utils";
import { foldKey } from "../facts/identity.js";
import { originOf } from "../origin/origin.js";
import { fileOf } from "../project/source-file.js";
import { enclosingFunction, isFunction, isWithin, memberName, parameterPattern, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import type { TraceContext } from "./sources.js";
import { handlerAround, traceSources } from "./trace.js";

/** What functions are called that check a signature or a shared secret; the names only ever silence a report. */
const VERIFIERS = /^(?:verify|webhook|constructEvent|timingSafeEqual|(?:verify|validate|check|is)\w*(?:Signature|Webhook|Secret|ApiKey|ServiceToken|Hmac)\w*)$/u;
/** The same without `verify`, which verifies a person's token as well. */
const SIGNATURES = /^(?:webhook|constructEvent|timingSafeEqual|(?:verify|validate|check|is)\w*(?:Signature|Webhook|Secret|ApiKey|ServiceToken|Hmac)\w*)$/u;
/** What functions are called that ask for a right of the caller. */
const AUTHORISERS = /^(?:require|assert|ensure|check|is|has|can)\w*(?:Admin|Role|Permission|Scope|Access|Impersonat)\w*$/u;
/** The keys by which an identity says what it may do. */
const RIGHTS = new Set(["role", "roles", "isadmin", "admin", "issuperuser", "superuser", "isstaff", "permissions", "scopes", "scope"]);

/**
 * Whether the function around a place has let in only callers who may speak for others: a service that shows a secret of the
 * server or signs what it sends, an administrator; or whether only the server's own environment switches the place on.
 */
export function isFromEntitledCaller(place: Node, context: TraceContext): boolean {
  const fn = handlerAround(place, context.handlers)?.fn ?? outermostFunction(place);
  if (!fn) return false;
  const asks = callsBefore(place, fn).some((call) => AUTHORISERS.test(calledName(call)) || (VERIFIERS.test(calledName(call)) && call.arguments.some((argument) => isClients(argument, context))));
  return asks || isFromService(place, context) || isGuardedOnTheWay(fn, VERIFIERS) || isGuardedOnTheWay(fn, AUTHORISERS) || testsAround(place, fn).some((test) => isRight(test, context) || isSecret(test));
}

/** Whether the function around a place has let in only a service that shows a secret of the server or signs what it sends. */
export function isFromService(place: Node, context: TraceContext): boolean {
  const fn = handlerAround(place, context.handlers)?.fn ?? outermostFunction(place);
  if (!fn) return false;
  const isProof = (call: CallNode): boolean => SIGNATURES.test(calledName(call)) && call.arguments.some((argument) => isClients(argument, context) || isRequestOf(argument, fn));
  return showsSecret(place, context) || isGuardedOnTheWay(fn, SIGNATURES) || callsBefore(place, fn).some(isProof);
}

function callsBefore(place: Node, fn: FunctionNode): readonly CallNode[] {
  return fileOf(place).index.calls.filter((call) => call.range[0] < place.range[0] && isWithin(call, fn));
}

/** Whether what the client sent was compared with a secret of the server before a place: only the project's own scheduler or service knows it. */
export function showsSecret(place: Node, context: TraceContext): boolean {
  const fn = handlerAround(place, context.handlers)?.fn ?? outermostFunction(place);
  if (!fn) return false;
  const isProof = (left: Node, right: Node): boolean => isSecret(right) && isClients(left, context);
  return fileOf(place).index.comparisons.some((each) => each.range[0] < place.range[0] && isWithin(each, fn) && (isProof(each.left, each.right) || isProof(each.right, each.left)));
}

function isClients(node: Node, context: TraceContext): boolean {
  return traceSources(node, context).some((source) => source.kind === "client");
}

/** Whether an expression is the request that a handler is given. */
function isRequestOf(node: Node, handler: FunctionNode): boolean {
  const name = unwrapAwaited(node);
  const request = handler.params[0] && parameterPattern(handler.params[0]);
  return name.type === "Identifier" && request?.type === "Identifier" && request.name === name.name;
}

function outermostFunction(node: Node): FunctionNode | undefined {
  let fn = enclosingFunction(node);
  for (let outer = fn && enclosingFunction(fn); outer; outer = enclosingFunction(outer)) fn = outer;
  return fn;
}

/** `app.post("/sms", twilio.webhook(), handler)`: what runs before the handler. */
function isGuardedOnTheWay(fn: FunctionNode, names: RegExp): boolean {
  const call = fn.parent;
  if (call.type !== "CallExpression") return false;
  return call.arguments.some((argument) => {
    const before = unwrapAwaited(argument);
    const name = before.type === "CallExpression" ? calledName(before) : before.type === "Identifier" ? before.name : "";
    return !isFunction(before) && names.test(name);
  });
}

/** The conditions that a place stands under, and those of the statements before it that may have ended the function. */
function testsAround(place: Node, fn: FunctionNode): Node[] {
  const tests: Node[] = [];
  for (let at: Node = place; at !== fn && at.parent; at = at.parent) {
    const { parent }: { parent: Node } = at;
    if ((parent.type === "IfStatement" || parent.type === "ConditionalExpression") && parent.test !== at) tests.push(...partsOf(parent.test));
    if (parent.type === "BlockStatement") tests.push(...parent.body.slice(0, parent.body.indexOf(at as TSESTree.Statement)).flatMap((statement) => (statement.type === "IfStatement" ? partsOf(statement.test) : [])));
  }
  return tests;
}

/** The values that a condition asks for. */
function partsOf(test: Node): Node[] {
  const value = unwrapAwaited(test);
  if (value.type === "UnaryExpression") return partsOf(value.argument);
  if (value.type === "LogicalExpression") return [...partsOf(value.left), ...partsOf(value.right)];
  if (value.type === "BinaryExpression" && value.left.type !== "PrivateIdentifier") return [...partsOf(value.left), ...partsOf(value.right)];
  return [value];
}

/** `session.user.role`, `req.user.isAdmin`, `claims.scopes.includes("impersonate")`: what a verified identity may do. */
function isRight(node: Node, context: TraceContext): boolean {
  let value = unwrapAwaited(node);
  if (value.type === "CallExpression" && value.callee.type === "MemberExpression") value = unwrapAwaited(value.callee.object);
  if (value.type !== "MemberExpression" || !RIGHTS.has(foldKey(memberName(value) ?? ""))) return false;
  return traceSources(value, context).some(({ kind }) => kind === "user" || kind === "tenant");
}

/** What the environment of the server holds, also behind a constant and in a template: `Bearer ${process.env.KEY}`. */
export function isSecret(node: Node): boolean {
  const value = unwrapAwaited(node);
  if (value.type === "TemplateLiteral") return value.expressions.some((expression) => isSecret(expression));
  const origin = originOf(value);
  return origin !== undefined && origin.module === undefined && origin.path[1] === "env" && ["process", "Deno", "Bun"].includes(origin.path[0] ?? "");
}

function calledName(call: CallNode): string {
  const callee = unwrapAwaited(call.callee);
  if (callee.type === "Identifier") return callee.name;
  return callee.type === "MemberExpression" ? (memberName(callee) ?? "") : "";
}
