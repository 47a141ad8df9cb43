import type { TSESTree } from "@typescript-eslint/utils";
import { isExport, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { argumentAt, findProperty, type Node } from "../syntax/expression.js";

/** An option of an agent: written among its options, or handed to the guard whose result is spread into them. */
export function agentOption(options: Node | undefined, key: string): Node | undefined {
  if (options?.type !== "ObjectExpression") return undefined;
  const own = propertyValue(options, key);
  if (own) return own;
  const guarded = guardedOptions(options);
  if (!guarded) return undefined;
  // What is written beside the guard counts as well, as the guard gives back no more than it was given.
  return propertyValue(guarded, key) ?? (isWholeOptions(options) ? findProperty(options, key)?.value : undefined);
}

/** `{ …, ...guard({ tools, systemPrompt }) }`: what the guard is given. */
function guardedOptions(options: TSESTree.ObjectExpression): TSESTree.ObjectExpression | undefined {
  for (const property of options.properties) {
    const call = property.type === "SpreadElement" ? definitionOf(property.argument) : undefined;
    if (call?.type !== "CallExpression" || !isExport(originOf(call.callee), ["agent-guardrails/tools"], ["guard"])) continue;
    const argument = argumentAt(call, 0);
    const given = argument && definitionOf(argument);
    if (given?.type === "ObjectExpression") return given;
  }
  return undefined;
}

/** Whether every option can be seen: a spread that nobody can follow may bring any. */
export function isWholeOptions(options: TSESTree.ObjectExpression): boolean {
  const guarded = guardedOptions(options);
  return options.properties.every((property) => {
    if (property.type === "Property") return true;
    const value = definitionOf(property.argument);
    return value.type === "ObjectExpression" || (guarded !== undefined && value.type === "CallExpression" && argumentAt(value, 0) !== undefined && definitionOf(value.arguments[0] as Node) === guarded);
  });
}
