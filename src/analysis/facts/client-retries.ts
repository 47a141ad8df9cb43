import { clientRetries, retryingClients } from "../frameworks/retries.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { parseHttpCall } from "./http.js";
import { limitOf } from "./middleware.js";
import { lookUp } from "./options.js";
import { definitionIn, type ReachedCall } from "./reach.js";

/** An option by which a client runs a POST again by itself. */
export interface ClientRetry {
  readonly node: Node;
  readonly name: string;
}

/** What tells the client of a call to try a POST again, as far as the linted file says so. */
export function clientRetryOf({ call, frame }: ReachedCall, model: AgentModel): ClientRetry | undefined {
  const http = parseHttpCall(call, frame);
  if (!http) return undefined;
  if (http.client.id === "axios") return axiosCondition(call, model);
  if (!retryingClients.some(({ of }) => of === http.client.id)) return undefined;
  for (const holder of [http.options, http.instance]) {
    const retry = holder && lookUp(holder, "retry", frame);
    if (!retry || retry === "unknown") continue;
    const methods = lookUp(retry.node, "methods", retry.frame);
    const limit = lookUp(retry.node, "limit", retry.frame);
    if (!methods || methods === "unknown" || limit === "unknown" || (limit && limitOf(limit.node) === 0)) return undefined;
    const list = definitionIn(methods.node, methods.frame).node;
    const post = list.type === "ArrayExpression" ? list.elements.find((each) => each && staticString(each)?.toLowerCase() === "post") : undefined;
    return post && fileOf(post) === model.file ? { node: post, name: "retry" } : undefined;
  }
  return undefined;
}

const [AXIOS_RETRY] = clientRetries;
const isAxiosRetry = perOrigin((origin) => isExport(origin, AXIOS_RETRY.modules, []) || isExport(origin, AXIOS_RETRY.modules, ["default"]));

/** `axiosRetry(api, { retryCondition: () => true })`; without a condition only what asks is tried again. */
function axiosCondition(call: CallNode, model: AgentModel): ClientRetry | undefined {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression") return undefined;
  const instance = definitionOf(callee.object);
  for (const setting of callsFrom(model.file, isAxiosRetry)) {
    const given = argumentAt(setting, 0);
    const options = argumentAt(setting, 1);
    if (!given || !options || definitionOf(given) !== instance) continue;
    const condition = lookUp(options, "retryCondition", undefined);
    if (condition && condition !== "unknown" && holdsForAny(condition.node)) return { node: condition.node, name: "retryCondition" };
  }
  return undefined;
}

/** A condition that is always true, or that asks for nothing but an answer that did not come or says that the server failed. */
function holdsForAny(condition: Node): boolean {
  const origin = originOf(condition);
  if (origin?.module !== undefined) return AXIOS_RETRY.modules.some((module) => module === origin.module) && origin.path.at(-1) === "isRetryableError";
  const fn = functionOf(condition);
  const returned = fn && fileOf(fn).index.bodies.get(fn)?.returned;
  return returned?.length === 1 && returned[0]?.type === "Literal" && returned[0].value === true;
}
