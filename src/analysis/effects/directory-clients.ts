import { functionCalledBy, isParameter, type ReachedCall } from "../facts/reach.js";
import { matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { wrapped, type CallNode } from "../syntax/expression.js";

/** Clients of services with a directory of their own, which check what the token may see. */
const DIRECTORY_CLIENTS = ["@slack/web-api", "@slack/bolt", "@linear/sdk", "@notionhq/client", "octokit", "@octokit/*", "@gitbeaker/*", "jira.js", "jira-client", "asana", "@hubspot/api-client", "node-zendesk", "intercom-client", "jsforce", "discord.js", "googleapis", "@googleapis/*", "@microsoft/microsoft-graph-client"];

const isOfDirectory = perOrigin(({ module, path }) => module !== undefined && path.length > 2 && matchesModule(module, DIRECTORY_CLIENTS));

/** Whether a handler waits for such services and for nothing else, itself and in helpers that can be seen. */
export function awaitsOnlyDirectories(reached: readonly ReachedCall[]): boolean {
  const waited = reached.map(({ call }) => call).filter(isWaitedFor);
  return reached.some(({ call }) => asksDirectory(call)) && waited.every((call) => asksDirectory(call) || functionCalledBy(call) !== undefined || isParameter(call.callee));
}

/** Awaited, or handed back as it is by a helper's name: `return loadOrders(userId)`. */
function isWaitedFor(call: CallNode): boolean {
  const outer = wrapped(call);
  const isReturned = outer.parent?.type === "ReturnStatement" || (outer.parent?.type === "ArrowFunctionExpression" && outer.parent.body === outer);
  return outer.type === "AwaitExpression" || (isReturned && call.callee.type === "Identifier" && !isGlobalCall(call));
}

function asksDirectory(call: CallNode): boolean {
  const origin = originOf(call.callee);
  return origin !== undefined && isOfDirectory(origin);
}

/** `String(profile)`: it waits for nobody. */
function isGlobalCall(call: CallNode): boolean {
  const origin = originOf(call.callee);
  return origin !== undefined && origin.module === undefined;
}
