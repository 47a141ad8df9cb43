import { callsFrom } from "../origin/calls.js";
import { isExport, perOrigin } from "../origin/origin.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import type { SourceFile } from "../project/source-file.js";
import { argumentAt, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import type { Agent } from "./agents.js";

const MIDDLEWARE = ["langchain", "langchain/middleware"];
const isPromptMiddleware = perOrigin((origin) => isExport(origin, MIDDLEWARE, ["dynamicSystemPromptMiddleware"]));
const isMiddlewareMaker = perOrigin((origin) => isExport(origin, MIDDLEWARE, ["createMiddleware"]));
/** Hooks that get the state and the runtime. */
const HOOKS = ["beforeAgent", "beforeModel", "afterModel", "afterAgent"];

/** The functions beside tools and nodes that are called in a run, with the number of the parameter by which they get it: those that give a system text, and the hooks of middleware. */
export function findRunFunctions(file: SourceFile, agents: readonly Agent[]): ReadonlyMap<FunctionNode, number> {
  const found = new Map<FunctionNode, number>();
  const add = (value: Node | undefined, parameter: number): void => {
    const fn = value && functionOf(value);
    if (fn) found.set(fn, parameter);
  };
  for (const { options, framework } of agents) {
    const { run, system } = framework.prompts;
    if (run === undefined || options?.type !== "ObjectExpression") continue;
    for (const key of system) add(propertyValue(options, key), run);
  }
  for (const call of callsFrom(file, isPromptMiddleware)) add(argumentAt(call, 0), 1);
  for (const call of callsFrom(file, isMiddlewareMaker)) for (const hook of hooksOf(call)) add(hook, 1);
  return found;
}

/** `beforeModel: (state, runtime) => …` and `beforeModel: { hook: (state, runtime) => …, canJumpTo }`. */
function hooksOf(call: CallNode): Node[] {
  const argument = argumentAt(call, 0);
  const options = argument && definitionOf(argument);
  if (!options) return [];
  return HOOKS.flatMap((name) => {
    const value = propertyValue(options, name);
    return value ? (propertyValue(definitionOf(value), "hook") ?? value) : [];
  });
}
