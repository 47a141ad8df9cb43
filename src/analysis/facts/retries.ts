import { retriedWhole, retryMiddleware } from "../frameworks/retries.js";
import type { TSESTree } from "@typescript-eslint/utils";
import type { AgentModel } from "../model.js";
import { definitionOf, functionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, isWithin, triesAround, type Node } from "../syntax/expression.js";
import type { Agent } from "./agents.js";
import { goesOnUnknowing } from "./catch-answers.js";
import { clientRetryOf } from "./client-retries.js";
import type { Creation } from "./creations.js";
import { isAnotherEachTime } from "./fresh-values.js";
import { limitOf } from "./middleware.js";
import { lookUp } from "./options.js";
import { definitionIn, type Frame } from "./reach.js";
import { findRepeatedEffects, findRepeatedNodeEffects } from "./repeated-effects.js";
import { retriedArgument } from "./retrying.js";
import { coversTool, scopedMiddleware } from "./tool-scope.js";
import type { Tool } from "./tools.js";

/** A retry around a call that creates something, without a key that makes the repetition harmless. */
export interface UnsafeRetry {
  readonly place: TSESTree.SourceLocation;
  readonly creation: Creation;
  readonly wrapper: string;
}

export function findUnsafeRetries(model: AgentModel): readonly UnsafeRetry[] {
  return [...unsafeRetriesOfTools(model), ...byNodePolicy(model)];
}

function unsafeRetriesOfTools(model: AgentModel): readonly UnsafeRetry[] {
  const effects = model.derive(findRepeatedEffects).filter(({ keyed, key }) => keyed === "no" || key !== undefined);
  if (effects.length === 0) return [];
  return [...wrapped(model, effects), ...byHand(model, effects), ...byClient(model, effects), ...byMiddleware(model, effects)];
}

function wrapped(model: AgentModel, effects: readonly Creation[]): UnsafeRetry[] {
  return model.file.index.calls.flatMap((call): UnsafeRetry[] => {
    const argument = retriedArgument(call, model);
    if (argument === undefined) return [];
    const given = argumentAt(call, argument);
    const fn = given && functionOf(given);
    if (!fn) return [];
    const creation = effects.find((each) => (isWithin(each.reached.call, fn) || isOnTheWay(each.reached.frame, fn)) && isWithoutKey(each, fn));
    return creation ? [{ place: call.callee.loc, creation, wrapper: model.textOf(call.callee) }] : [];
  });
}

/** `ky.post(url, { json, retry: { methods: ["post"] } })`: a client that was told to send once more what it leaves alone by itself. */
function byClient(model: AgentModel, effects: readonly Creation[]): UnsafeRetry[] {
  const found = new Map<Node, UnsafeRetry>();
  for (const creation of effects) {
    const retry = creation.keyed === "no" ? clientRetryOf(creation.reached, model) : undefined;
    if (retry && !found.has(retry.node)) found.set(retry.node, { place: retry.node.loc, creation, wrapper: retry.name });
  }
  return [...found.values()];
}

const [NODE_POLICY] = retriedWhole;

/** `addNode("send", send, { retryPolicy: { maxAttempts: 3 } })`: the whole node once more. A policy with a `retryOn` may leave such failures out. */
function byNodePolicy(model: AgentModel): UnsafeRetry[] {
  return model.graphNodes.flatMap(({ call, fn }): UnsafeRetry[] => {
    const options = fn && argumentAt(call, 2);
    const policy = options && lookUp(options, NODE_POLICY.name, undefined);
    if (!policy || policy === "unknown") return [];
    const { node } = definitionIn(policy.node, policy.frame);
    const most = propertyValue(node, "maxAttempts");
    const limit = most && limitOf(most);
    if (node.type !== "ObjectExpression" || !isWholeLiteral(node) || propertyValue(node, "retryOn") || limit === 1 || (most && limit === undefined)) return [];
    const creation = model.derive(findRepeatedNodeEffects).find((each) => each.code.fn === fn && isWithoutKey(each, fn));
    return creation ? [{ place: policy.node.loc, creation, wrapper: NODE_POLICY.name }] : [];
  });
}

/** `for (…) { try { return await create(); } catch { await sleep(); } }`: the same call once more, whatever has failed. */
function byHand(model: AgentModel, effects: readonly Creation[]): UnsafeRetry[] {
  const found = new Map<Node, UnsafeRetry>();
  for (const creation of effects) {
    let call: Node = creation.reached.call;
    for (let frame: Frame | undefined = creation.reached.frame; frame; frame = frame.caller) {
      const loop = fileOf(call) === model.file ? loopUntilDone(call, frame.fn) : undefined;
      if (loop && !found.has(loop) && isWithoutKey(creation, loop)) {
        const place = model.keywordOf(loop);
        found.set(loop, { place, creation, wrapper: fileOf(loop).text.slice(loop.range[0], loop.range[0] + place.end.column - place.start.column) });
      }
      if (!frame.call) break;
      call = frame.call;
    }
  }
  return [...found.values()];
}

/** The loop that success leaves and that goes on after a failure of which nobody knows whether the work was done. */
function loopUntilDone(call: Node, fn: Node): Node | undefined {
  for (const attempt of triesAround(call, fn)) {
    if (!attempt.handler || !isWithin(call, attempt.block) || !goesOnUnknowing(attempt.handler)) continue;
    const body = attempt.parent;
    const loop = body.type === "BlockStatement" ? body.parent : undefined;
    // Each element of a list may be another place to ask.
    if (loop?.type !== "ForStatement" && loop?.type !== "WhileStatement" && loop?.type !== "DoWhileStatement") continue;
    if (attempt.block.body.some((statement) => statement.range[0] >= call.range[0] || isWithin(call, statement) ? endsLoop(statement) : false)) return loop;
  }
  return undefined;
}

/** Whether a statement comes to a way out of the loop: `return`, `break`, also under `if (response.ok)`. */
function endsLoop(statement: Node): boolean {
  if (statement.type === "IfStatement") return endsLoop(statement.consequent);
  if (statement.type === "BlockStatement") return statement.body.some((each) => endsLoop(each));
  return statement.type === "ReturnStatement" || statement.type === "BreakStatement";
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
      return creation ? [{ place: callee.loc, creation, wrapper: "toolRetryMiddleware" }] : [];
    }),
  );
}
