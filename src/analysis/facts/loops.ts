import type { TSESTree } from "@typescript-eslint/utils";
import { frameworks } from "../frameworks/registry.js";
import { MODEL_STOPS, MOST_STEPS, NEVER_STOPS, OLDER_STEP_LIMITS, stepLimits } from "../frameworks/step-limits.js";
import { namesOf } from "../frameworks/satisfier.js";
import type { AgentModel } from "../model.js";
import { isExport, originOf } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, enclosingFunction, findAncestor, isFunction, isWithin, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { endsWithFlag } from "./loop-flags.js";
import { isBounded, isFedFromOutside } from "./loop-ends.js";
import { limitOf, type Limit } from "./middleware.js";
import { isModelOutput } from "./models.js";

/** A loop around a model that ends only when the model says so. */
export interface UnboundedLoop {
  readonly loop: Node;
  readonly call: CallNode;
}

const STEP_COUNTS = stepLimits.filter(({ kind }) => kind === "function");
const STEP_LIMIT_KEYS = [...namesOf(stepLimits, "option"), ...OLDER_STEP_LIMITS];

export function findAbsurdLimits(model: AgentModel): readonly Limit[] {
  return model.file.index.properties.size === 0 ? [] : [...absurdNumbers(model), ...removedLimits(model), ...idleConditions(model)];
}

/** `run(agent, input, { maxTurns: null })`, where the framework takes that for none. */
function removedLimits(model: AgentModel): Limit[] {
  return UNLIMITED.flatMap(({ key, runs }) =>
    (model.file.index.properties.get(key) ?? []).flatMap((property): Limit[] => {
      const call = property.parent.parent;
      if (property.value.type !== "Literal" || property.value.value !== null || call.type !== "CallExpression") return [];
      const origin = originOf(call.callee);
      return runs.some((run) => isExport(origin, run.modules, run.path) && argumentAt(call, run.config) === property.parent) ? [{ property, limit: "infinite" }] : [];
    }),
  );
}

const UNLIMITED = frameworks.flatMap(({ runs, unlimitedKeys = [] }) => unlimitedKeys.map((key) => ({ key, runs })));

function absurdNumbers(model: AgentModel): Limit[] {
  return STEP_LIMIT_KEYS.flatMap((key) =>
    (model.file.index.properties.get(key) ?? []).flatMap((property): Limit[] => {
      const limit = limitOf(property.value);
      return property.parent.type === "ObjectExpression" && (limit === "infinite" || (limit !== undefined && limit > MOST_STEPS)) ? [{ property, limit }] : [];
    }),
  );
}

/** `stopWhen: stepCountIs(Infinity)`, and `stopWhen: isLoopFinished()`, which never holds. */
function idleConditions(model: AgentModel): Limit[] {
  return (model.file.index.properties.get("stopWhen") ?? []).flatMap((property): Limit[] => {
    const value = property.parent.type === "ObjectExpression" ? definitionOf(property.value) : undefined;
    const conditions = value?.type === "ArrayExpression" ? value.elements.map((element) => element && definitionOf(element)) : [value];
    return conditions.some(isIdle) && conditions.every((condition) => isIdle(condition) || isModelStop(condition)) ? [{ property, limit: "infinite" }] : [];
  });
}

function isIdle(condition: Node | null | undefined): boolean {
  if (condition?.type !== "CallExpression") return false;
  const origin = originOf(condition.callee);
  if (isExport(origin, MODEL_STOPS.modules, [NEVER_STOPS])) return true;
  if (!STEP_COUNTS.some(({ name, modules }) => isExport(origin, modules, [name]))) return false;
  const count = argumentAt(condition, 0);
  const limit = count && limitOf(count);
  return limit === "infinite" || (limit !== undefined && limit > MOST_STEPS);
}

function isModelStop(condition: Node | null | undefined): boolean {
  const origin = condition?.type === "CallExpression" ? originOf(condition.callee) : undefined;
  return MODEL_STOPS.names.some((name) => isExport(origin, MODEL_STOPS.modules, [name]));
}

/** `while (true)` around a model call, with nothing in it that counts, times out, or waits for a person or for work. */
export function findUnboundedLoops(model: AgentModel): readonly UnboundedLoop[] {
  const found: UnboundedLoop[] = [];
  for (const body of model.file.index.bodies.values()) {
    for (const loop of body.loops) {
      if (!isEndless(loop) && !endsWithToolCalls(loop) && !endsWithFlag(loop, body)) continue;
      const call = body.calls.find((candidate) => isWithin(candidate, loop.body) && isModelOutput(candidate));
      if (call && !isBounded(loop, model) && !isFedFromOutside(loop, call, body) && !waitsForPerson(loop, body.calls)) found.push({ loop, call });
    }
  }
  return found;
}

function isEndless(loop: TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement): boolean {
  return loop.test === null || (loop.test.type === "Literal" && Boolean(loop.test.value));
}

/** `while (response.tool_calls?.length)`: the model decides when it ends. */
function endsWithToolCalls(loop: TSESTree.WhileStatement | TSESTree.DoWhileStatement | TSESTree.ForStatement): boolean {
  if (loop.type === "ForStatement") return false;
  const text = fileOf(loop).text.slice(loop.test.range[0], loop.test.range[1]);
  return /\btool_?calls\b/iu.test(text) && !/[<>]=?\s*\w*(?:max|limit|\d{1,3})\b/iu.test(text.replace(/length\s*>=?\s*[01]\b/gu, "length"));
}

const PERSON = new Set(["question", "prompt", "input", "select", "confirm", "text"]);

/** A loop that asks a person in each round is theirs to end. */
function waitsForPerson(loop: Node, calls: readonly CallNode[]): boolean {
  return calls.some((call) => {
    if (!isWithin(call, loop)) return false;
    const origin = originOf(call.callee);
    if (origin?.module !== undefined && /^(?:readline|readline\/promises|inquirer|@inquirer\/|prompts|enquirer|@clack\/prompts)/u.test(origin.module)) return true;
    const callee = unwrapAwaited(call.callee);
    if (callee.type === "MemberExpression" && PERSON.has(memberName(callee) ?? "") && findAncestor(call, (node): node is TSESTree.AwaitExpression => node.type === "AwaitExpression", loop)) return true;
    const helper = definitionOf(call.callee);
    return isFunction(helper) && enclosingFunction(helper) === undefined && fileOf(helper).index.calls.some((inner) => isWithin(inner, helper) && /^(?:readline|readline\/promises|inquirer|@inquirer\/|prompts)/u.test(originOf(inner.callee)?.module ?? ""));
  });
}
