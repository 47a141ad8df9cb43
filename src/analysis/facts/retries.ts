import { retryMiddleware } from "../frameworks/retries.js";
import type { AgentModel } from "../model.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { argumentAt, isWithin, type Node } from "../syntax/expression.js";
import type { Agent } from "./agents.js";
import type { Creation } from "./creations.js";
import { isAnotherEachTime } from "./fresh-values.js";
import { limitOf } from "./middleware.js";
import type { Frame } from "./reach.js";
import { findRepeatedEffects } from "./repeated-effects.js";
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
  const effects = model.derive(findRepeatedEffects).filter(({ keyed, key }) => keyed === "no" || key !== undefined);
  if (effects.length === 0) return [];
  return [...wrapped(model, effects), ...byMiddleware(model, effects)];
}

function wrapped(model: AgentModel, effects: readonly Creation[]): UnsafeRetry[] {
  return model.file.index.calls.flatMap((call): UnsafeRetry[] => {
    const argument = retriedArgument(call, model);
    if (argument === undefined) return [];
    const given = argumentAt(call, argument);
    const fn = given && functionOf(given);
    if (!fn) return [];
    const creation = effects.find((each) => (isWithin(each.reached.call, fn) || isOnTheWay(each.reached.frame, fn)) && isWithoutKey(each, fn));
    return creation ? [{ node: call.callee, creation, wrapper: model.textOf(call.callee) }] : [];
  });
}

/** Without a key, or with one that is another at each try because it is made in what is run again. */
function isWithoutKey({ keyed, key, reached }: Creation, fn: Node): boolean {
  return keyed === "no" || (key !== undefined && isAnotherEachTime(key, [fn, ...functionsBelow(reached.frame, fn)]));
}

/** The functions that a retried one enters on the way to a call. */
function functionsBelow(frame: Frame, fn: Node): readonly Node[] {
  const entered: Node[] = [];
  for (let at: Frame | undefined = frame; at && at.fn !== fn; at = at.caller) {
    entered.push(at.fn);
    if (at.call && isWithin(at.call, fn)) return entered;
  }
  return [];
}

function isOnTheWay(frame: Frame | undefined, fn: Node): boolean {
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
function byMiddleware(model: AgentModel, effects: readonly Creation[]): UnsafeRetry[] {
  return model.agents.flatMap((agent) =>
    toolRetriesOf(agent).flatMap(({ callee, covers }): UnsafeRetry[] => {
      const creation = effects.find((each) => each.code.tool && agent.tools.some((held) => held.tool?.node === each.code.tool?.node) && covers(each.code.tool) === true && isWithoutKey(each, each.code.fn));
      return creation ? [{ node: callee, creation, wrapper: "toolRetryMiddleware" }] : [];
    }),
  );
}
