import type { TSESLint } from "@typescript-eslint/utils";
import type { HttpCall } from "../analysis/facts/http.js";
import type { Tool } from "../analysis/facts/tools.js";
import { definitionOf } from "../analysis/origin/value.js";
import { fileOf } from "../analysis/project/source-file.js";
import { argumentAt, enclosingFunction, findProperty, parameterPattern, unwrap, type FunctionNode } from "../analysis/syntax/expression.js";
import { addProperty } from "./object-literal.js";

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | null;

const DEADLINE = "AbortSignal.timeout(10_000)";

/** Gives a call ten seconds; the run's own signal is kept where the handler has it. `undefined` where the edit would not surely compile. */
export function addDeadline(http: HttpCall, handler: FunctionNode, tool: Tool | undefined): { fix: Fix; option: string } | undefined {
  const { call, client } = http;
  const file = fileOf(call);
  if (!file.linted || http.switchedOff) return undefined;
  const option = client.id === "axios" ? "timeout: 10_000" : client.id === "got" ? "timeout: { request: 10_000 }" : `signal: ${signal(handler, tool, call)}`;
  const { options } = http;
  if (options) {
    const value = unwrap(options);
    if (value.type === "ObjectExpression") return findProperty(value, "signal") ? undefined : { option, fix: (fixer) => addProperty(fixer, value, option, file.text) };
    if (value.type === "Identifier" && definitionOf(value).type === "ObjectExpression") return { option, fix: (fixer) => fixer.replaceText(options, `{ ...${value.name}, ${option} }`) };
    return undefined;
  }
  const last = call.arguments.at(-1);
  const wanted = client.options + (client.bodyMethodsShift === true && /\.(?:post|put|patch)$/u.test(http.label) ? 1 : 0);
  if (!last || call.arguments.length !== wanted || !argumentAt(call, wanted - 1)) return undefined;
  return { option, fix: (fixer) => fixer.insertTextAfter(last, `, { ${option} }`) };
}

/** The run's cancel signal joins the deadline where the call stands in the handler itself and the handler has the run at hand. */
function signal(handler: FunctionNode, tool: Tool | undefined, call: HttpCall["call"]): string {
  if (!tool || enclosingFunction(call) !== handler) return DEADLINE;
  const parameter = handler.params[tool.contextParameter];
  const pattern = parameter && parameterPattern(parameter);
  const key = tool.framework.context.signal.at(-1);
  if (pattern?.type !== "Identifier" || key === undefined) return DEADLINE;
  return `AbortSignal.any([${DEADLINE}, ...(${pattern.name}?.${key} ? [${pattern.name}.${key}] : [])])`;
}
