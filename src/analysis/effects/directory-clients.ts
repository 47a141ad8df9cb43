import { functionCalledBy, isParameter, type ReachedCall } from "../facts/reach.js";
import { DIRECTORY_CLIENTS } from "./http-clients.js";
import { matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { memberChain, wrapped, type CallNode } from "../syntax/expression.js";

const isOfDirectory = perOrigin(({ module }) => module !== undefined && matchesModule(module, DIRECTORY_CLIENTS));

/** Whether a handler waits for such services and for nothing else, itself and in helpers that can be seen. */
export function awaitsOnlyDirectories(reached: readonly ReachedCall[]): boolean {
  const waited = reached.map(({ call }) => call).filter((call) => isWaitedFor(call) && !asksForNothing(call));
  return reached.some(({ call }) => asksDirectory(call)) && waited.every((call) => isOfClient(call) || functionCalledBy(call) !== undefined || isParameter(call.callee));
}

/** Awaited, or handed back as it is by a helper's name: `return loadOrders(userId)`. */
function isWaitedFor(call: CallNode): boolean {
  const outer = wrapped(call);
  const isReturned = outer.parent?.type === "ReturnStatement" || (outer.parent?.type === "ArrowFunctionExpression" && outer.parent.body === outer);
  return outer.type === "AwaitExpression" || (isReturned && call.callee.type === "Identifier" && !isGlobalCall(call));
}

/** `await auth.getAccessToken()`: nothing that the model wrote gets there. */
function asksForNothing(call: CallNode): boolean {
  const { root } = memberChain(call.callee);
  return call.arguments.length === 0 && (root.type === "ThisExpression" || (root.type === "Identifier" && !["CallExpression", "NewExpression"].includes(definitionOf(root).type)));
}

/** A call of a client that was made before: making one asks nobody. */
function asksDirectory(call: CallNode): boolean {
  return isOfClient(call) && (originOf(call.callee)?.path.length ?? 0) > 2;
}

function isOfClient(call: CallNode): boolean {
  const origin = originOf(call.callee);
  return origin !== undefined && isOfDirectory(origin);
}

/** `String(profile)`: it waits for nobody. */
function isGlobalCall(call: CallNode): boolean {
  const origin = originOf(call.callee);
  return origin !== undefined && origin.module === undefined;
}
