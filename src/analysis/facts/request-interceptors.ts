import { isExport, originOf } from "../origin/origin.js";
import { creationOf, functionOf } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, isWithin, memberName, parameterPattern, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** The keys by which an interceptor gives a request its end. */
const ENDING = /\b(?:timeout|signal|cancelToken)\b/u;

/**
 * Whether something that changes every request of an axios client may give it a deadline:
 * `http.interceptors.request.use((config) => ({ ...config, timeout: 5_000 }))`, on the client itself or on the instance that is called.
 */
export function mayBeGivenDeadline(call: CallNode): boolean {
  const called = unwrapAwaited(call.callee);
  const clients = [called, ...(called.type === "MemberExpression" ? [called.object] : [])].map((node) => creationOf(node));
  const files = new Set([fileOf(call), ...clients.map((client) => fileOf(client))]);
  return [...files].some((file) =>
    file.index.calls.some((candidate) => {
      const holder = interceptedBy(candidate);
      if (!holder) return false;
      const own = isExport(originOf(holder), ["axios"], ["default"]) || isExport(originOf(holder), ["axios"], []) || clients.includes(creationOf(holder));
      return own && mayEnd(argumentAt(candidate, 0));
    }),
  );
}

/** `http` of `http.interceptors.request.use(…)`. */
function interceptedBy(call: CallNode): Node | undefined {
  let at = unwrapAwaited(call.callee);
  for (const step of ["use", "request", "interceptors"]) {
    if (at.type !== "MemberExpression" || memberName(at) !== step) return undefined;
    at = unwrapAwaited(at.object);
  }
  return at;
}

/** False only where the interceptor is seen whole, names no such key and hands its request to nobody. */
function mayEnd(interceptor: Node | undefined): boolean {
  if (!interceptor) return false;
  const fn = functionOf(interceptor);
  if (!fn) return true;
  const file = fileOf(fn);
  if (ENDING.test(file.text.slice(fn.range[0], fn.range[1]))) return true;
  const request = fn.params[0] && parameterPattern(fn.params[0]);
  if (request?.type !== "Identifier") return request !== undefined;
  return file.index.calls.some((each) => isWithin(each, fn) && each.arguments.some((argument) => argument.type === "Identifier" && argument.name === request.name));
}
