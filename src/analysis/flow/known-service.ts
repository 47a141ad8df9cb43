import { originOf } from "../origin/origin.js";
import { fileOf } from "../project/source-file.js";
import { enclosingFunction, isWithin, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { traceSources, type TraceContext } from "./trace.js";

/** What functions are called that check a signature or a shared secret; the names only ever silence a report. */
const VERIFIERS = /^(?:verify|constructEvent|timingSafeEqual|(?:verify|validate|check|is)\w*(?:Signature|Webhook|Secret|ApiKey|ServiceToken|Hmac)\w*)$/u;

/** Whether the function around a place has let in only callers that know a secret of the server, or that signed what they sent. */
export function isFromKnownService(place: Node, context: TraceContext): boolean {
  const file = fileOf(place);
  let fn = enclosingFunction(place);
  while (fn && enclosingFunction(fn)) fn = enclosingFunction(fn);
  if (!fn) return false;
  const within = fn;
  const isBefore = (node: Node): boolean => node.range[0] < place.range[0] && isWithin(node, within);
  const isSent = (node: Node): boolean => traceSources(node, context).some((source) => source.kind === "client");
  if (file.index.comparisons.some((each) => isBefore(each) && ((isSent(each.left) && isSecret(each.right)) || (isSent(each.right) && isSecret(each.left))))) return true;
  return file.index.calls.some((call) => isBefore(call) && VERIFIERS.test(calledName(call)) && call.arguments.some((argument) => argument.type !== "SpreadElement" && isSent(argument)));
}

/** What the environment of the server holds, also behind a constant and in a template: `Bearer ${process.env.KEY}`. */
function isSecret(node: Node): boolean {
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
