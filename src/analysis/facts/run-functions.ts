import { callsFrom } from "../origin/calls.js";
import { isExport, perOrigin } from "../origin/origin.js";
import { functionOf, propertyValue } from "../origin/value.js";
import type { SourceFile } from "../project/source-file.js";
import { argumentAt, type FunctionNode } from "../syntax/expression.js";
import type { Agent } from "./agents.js";

const isPromptMiddleware = perOrigin((origin) => isExport(origin, ["langchain", "langchain/middleware"], ["dynamicSystemPromptMiddleware"]));

/** The functions that give an agent its system text for each run, with the number of the parameter by which they get the run. */
export function findPromptFunctions(file: SourceFile, agents: readonly Agent[]): ReadonlyMap<FunctionNode, number> {
  const found = new Map<FunctionNode, number>();
  for (const { options, framework } of agents) {
    const { run, system } = framework.prompts;
    if (run === undefined || options?.type !== "ObjectExpression") continue;
    for (const key of system) {
      const text = propertyValue(options, key);
      const fn = text && functionOf(text);
      if (fn) found.set(fn, run);
    }
  }
  for (const call of callsFrom(file, isPromptMiddleware)) {
    const text = argumentAt(call, 0);
    const fn = text && functionOf(text);
    if (fn) found.set(fn, 1);
  }
  return found;
}
