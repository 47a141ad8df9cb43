import { retryMiddleware } from "../frameworks/retries.js";
import type { AgentModel } from "../model.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { argumentAt, isWithin, type Node } from "../syntax/expression.js";
import type { Agent } from "./agents.js";
import { findCreations, type Creation } from "./creations.js";
import { limitOf } from "./middleware.js";
import { retriedArgument } from "./retrying.js";
import { coversTool, scopedMiddleware } from "./tool-scope.js";
import type { Tool } from "./tools.js";

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
    const argument = retriedArgument(call, model);
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

/** A middleware that runs tools again: all of an agent's, or those that it names. */
export interface ToolRetry {
  readonly callee: Node;
  /** Whether it runs that tool again; `unknown` where its options cannot be seen. */
  readonly covers: (tool: Tool) => boolean | "unknown";
}

/** The middlewares of an agent that run its tools again. */
export function toolRetriesOf(agent: Agent): readonly ToolRetry[] {
  return scopedMiddleware(agent, retryMiddleware).flatMap((call): ToolRetry[] => {
    const argument = argumentAt(call, 0);
    const most = argument && propertyValue(definitionOf(argument), "maxRetries");
    return most && limitOf(most) === 0 ? [] : [{ callee: call.callee, covers: (tool) => coversTool(call, tool) }];
  });
}

/** A middleware that covers a creating tool. */
function byMiddleware(model: AgentModel, creations: readonly Creation[]): UnsafeRetry[] {
  return model.agents.flatMap((agent) =>
    toolRetriesOf(agent).flatMap(({ callee, covers }): UnsafeRetry[] => {
      const creation = creations.find(({ code }) => code.tool && agent.tools.some((held) => held.tool?.node === code.tool?.node) && covers(code.tool) === true);
      return creation ? [{ node: callee, creation, wrapper: "toolRetryMiddleware" }] : [];
    }),
  );
}
