import type { TSESLint } from "@typescript-eslint/utils";
import type { HttpCall } from "../analysis/facts/http.js";
import type { Tool } from "../analysis/facts/tools.js";
import { definitionOf, isWholeLiteral } from "../analysis/origin/value.js";
import { fileOf } from "../analysis/project/source-file.js";
import { argumentAt, findProperty, isUndefined, isWithin, parameterPattern, unwrap, type FunctionNode } from "../analysis/syntax/expression.js";
import { addProperty } from "./object-literal.js";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | null;

const DEADLINE = "AbortSignal.timeout(10_000)";

/** Gives a call ten seconds; the run's own signal is kept where the handler has it. `undefined` where the edit would not surely compile. */
export function addDeadline(http: HttpCall, handler: FunctionNode, tool: Tool | undefined): { fix: Fix; option: string } | undefined {
  const { call, client, options } = http;
  const file = fileOf(call);
  if (!file.linted || http.switchedOff) return undefined;
  const key = client.id === "axios" || client.id === "got" ? "timeout" : "signal";
  const time = client.id === "axios" ? "10_000" : client.id === "got" ? "{ request: 10_000 }" : signal(handler, tool, call);
  const option = `${key}: ${time}`;
  if (!options) {
    const last = call.arguments.at(-1);
    if (!last || http.optionsIndex === undefined || call.arguments.length !== http.optionsIndex || !argumentAt(call, http.optionsIndex - 1)) return undefined;
    return { option, fix: (fixer) => fixer.insertTextAfter(last, `, { ${option} }`) };
  }
  const value = unwrap(options);
  if (value.type === "ObjectExpression") {
    const given = findProperty(value, key);
    // What is spread in may hold a signal of other callers, which a later key would replace.
    if (!isWholeLiteral(value)) return undefined;
    if (!given) return { option, fix: (fixer) => addProperty(fixer, value, option, file.text) };
    return isUndefined(given.value) ? { option, fix: (fixer) => fixer.replaceText(given.value, time) } : undefined;
  }
  if (isUndefined(value)) return { option, fix: (fixer) => fixer.replaceText(options, `{ ${option} }`) };
  const constant = definitionOf(value);
  if (value.type !== "Identifier" || constant.type !== "ObjectExpression" || !isWholeLiteral(constant) || findProperty(constant, key)) return undefined;
  return { option, fix: (fixer) => fixer.replaceText(options, `{ ...${value.name}, ${option} }`) };
}

/** The run's cancel signal joins the deadline where the call stands in the handler and sees the handler's parameter. */
function signal(handler: FunctionNode, tool: Tool | undefined, call: HttpCall["call"]): string {
  const context = tool?.framework.context;
  const parameter = handler.params[context?.signalParameter ?? tool?.contextParameter ?? 1];
  const pattern = parameter && parameterPattern(parameter);
  if (pattern?.type !== "Identifier" || !isWithin(call, handler) || context?.signal.length === 0) return DEADLINE;
  const file = fileOf(call);
  // A callback around the call may have a parameter of the same name.
  if (file.variableOf(pattern.name, call) !== file.variableOf(pattern.name, handler.body)) return DEADLINE;
  const read = `${pattern.name}?.${context?.signal.join(".") ?? "signal"}`;
  return `AbortSignal.any([${DEADLINE}, ...(${read} ? [${read.replace("?.", ".")}] : [])])`;
}
