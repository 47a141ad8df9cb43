import { retryScopes } from "../frameworks/retries.js";
import type { AgentModel } from "../model.js";
import { isExport, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { argumentAt, isFunction, isWithin, staticString, type CallNode, type Node } from "../syntax/expression.js";
import { findCreations, type Creation } from "./creations.js";
import { middlewareOf } from "./agent-middleware.js";

/** Functions that run what they are given again when it fails, by package. */
const retryFunctions: readonly { readonly modules: readonly string[]; readonly path: RegExp; readonly argument: number }[] = [
  { modules: ["p-retry"], path: /^(?:default)?$/u, argument: 0 },
  { modules: ["async-retry"], path: /^(?:default)?$/u, argument: 0 },
  { modules: ["ts-retry-promise"], path: /^(?:retry|default)$/u, argument: 0 },
  { modules: ["exponential-backoff"], path: /^backOff$/u, argument: 0 },
  { modules: ["cockatiel"], path: /execute$/u, argument: 0 },
  { modules: ["retry-as-promised"], path: /^(?:default)?$/u, argument: 0 },
];

/** A retry around a call that creates something, without a key that makes the repetition harmless. */
export interface UnsafeRetry {
  readonly node: Node;
  readonly creation: Creation;
  readonly wrapper: string;
}

export function findUnsafeRetries(model: AgentModel): readonly UnsafeRetry[] {
  const creations = model.derive(findCreations).filter((creation) => creation.keyed === "no");
  if (creations.length === 0) return [];
  return [...wrapped(model, creations), ...byMiddleware(model, creations)];
}

function wrapped(model: AgentModel, creations: readonly Creation[]): UnsafeRetry[] {
  return model.file.index.calls.flatMap((call): UnsafeRetry[] => {
    const argument = isRetry(call, model);
    if (argument === undefined) return [];
    const given = argumentAt(call, argument);
    const fn = given && functionOf(given);
    if (!fn) return [];
    const creation = creations.find(({ reached }) => isWithin(reached.call, fn) || isOnTheWay(reached.frame, fn));
    return creation ? [{ node: call.callee, creation, wrapper: model.textOf(call.callee) }] : [];
  });
}

function isOnTheWay(frame: Creation["reached"]["frame"] | undefined, fn: Node): boolean {
  for (let at = frame; at; at = at.caller) if (at.fn === fn || (at.call && isWithin(at.call, fn))) return true;
  return false;
}

/** The number of the argument that is run again; `undefined` where the call retries nothing. */
function isRetry(call: CallNode, model: AgentModel): number | undefined {
  if (model.isRetryCall(call)) return call.arguments.findIndex((argument) => argument.type !== "SpreadElement" && isFunction(definitionOf(argument))) >= 0 ? call.arguments.findIndex((argument) => argument.type !== "SpreadElement" && isFunction(definitionOf(argument))) : undefined;
  const origin = originOf(call.callee);
  if (origin?.module === undefined) return undefined;
  return retryFunctions.find((each) => matchesModule(origin.module ?? "", each.modules) && each.path.test(origin.path.join(".")))?.argument;
}

/** `toolRetryMiddleware()` without `tools`, or with the name of a creating tool. */
function byMiddleware(model: AgentModel, creations: readonly Creation[]): UnsafeRetry[] {
  return model.agents.flatMap((agent) =>
    middlewareOf(agent).calls.flatMap(({ call }): UnsafeRetry[] => {
      if (!isExport(originOf(call.callee), ["langchain", "langchain/middleware"], ["toolRetryMiddleware"])) return [];
      const argument = argumentAt(call, 0);
      const options = argument && definitionOf(argument);
      if (options && options.type !== "ObjectExpression") return [];
      const tools = options && retryScopes.map(({ name }) => propertyValue(options, name)).find((value) => value !== undefined);
      const covered = tools ? namesIn(tools) : "all";
      if (covered === undefined) return [];
      const creation = creations.find(({ code }) => agent.tools.some((held) => held.tool?.node === code.tool?.node) && (covered === "all" || (code.name !== undefined && covered.has(code.name))));
      return creation ? [{ node: call.callee, creation, wrapper: "toolRetryMiddleware" }] : [];
    }),
  );
}

function namesIn(node: Node): ReadonlySet<string> | undefined {
  const list = definitionOf(node);
  if (list.type !== "ArrayExpression") return undefined;
  const names = new Set<string>();
  for (const element of list.elements) {
    const name = element && element.type !== "SpreadElement" ? staticString(definitionOf(element)) : undefined;
    if (name === undefined) return undefined;
    names.add(name);
  }
  return names;
}
