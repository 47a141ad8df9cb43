import type { TSESTree } from "@typescript-eslint/utils";
import { budgetPaths, effortPaths, HIGH_EFFORT, thinkingPaths } from "../frameworks/reasoning.js";
import type { AgentModel } from "../model.js";
import { definitionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, findProperty, staticString, unwrap, type Node } from "../syntax/expression.js";
import { findChatModels } from "./chat-models.js";
import { modelLabel, type ModelUse } from "./model-uses.js";
import { findRouters } from "./routers.js";

/** A model that thinks before it makes a simple choice. */
export interface ReasoningRouter {
  readonly place: Node;
  readonly model: string;
  readonly does: string;
  /** What makes it think, for a parenthesis: the option, or the model itself. */
  readonly by: string;
}

/** A model that may think for as long as it likes. */
export interface OpenThinking {
  readonly property: TSESTree.Property;
  readonly model: string;
}

export function findReasoningRouters(model: AgentModel): readonly ReasoningRouter[] {
  return model.derive(findRouters).flatMap(({ place, use, does }) => {
    const by = reasoningOf(use) ?? (use.size === "reasoning" ? "it is a reasoning model" : undefined);
    return by === undefined ? [] : [{ place, model: modelLabel(use), does, by }];
  });
}

/** The option that has a model think more than usual. */
function reasoningOf(use: ModelUse): string | undefined {
  // What is configured later wins: `.withConfig({ reasoning: { effort: "low" } })`.
  const configured = use.wrappers.flatMap(({ name, call }) => {
    const argument = name === "withConfig" || name === "bind" ? argumentAt(call, 0) : undefined;
    const options = argument && definitionOf(argument);
    return options?.type === "ObjectExpression" ? [options] : [];
  });
  for (const options of [...configured, ...(use.options ? [use.options] : [])]) {
    const found = switchIn(options);
    if (found !== undefined) return found === "off" ? undefined : found;
  }
  return undefined;
}

function switchIn(options: TSESTree.ObjectExpression): string | undefined {
  for (const path of thinkingPaths) {
    const type = valueAt(options, [...path, "type"]);
    if (type === "enabled" || type === "adaptive") return `\`${path.join(".")}\``;
    if (type === "disabled") return "off";
  }
  for (const path of effortPaths) {
    const effort = valueAt(options, path);
    if (typeof effort === "string") return HIGH_EFFORT.has(effort.toLowerCase()) ? `\`${path.join(".")}: "${effort}"\`` : "off";
  }
  for (const path of budgetPaths) {
    const budget = valueAt(options, path);
    if (typeof budget === "number") return budget === 0 ? "off" : `\`${path.join(".")}\``;
  }
  return undefined;
}

/** `thinking: { type: "enabled" }` without `budget_tokens`, and a `thinkingBudget` of -1. */
export function findOpenThinking(model: AgentModel): readonly OpenThinking[] {
  return model.derive(findChatModels).flatMap((chat): OpenThinking[] => {
    const { options } = chat;
    if (!options || fileOf(options) !== model.file) return [];
    const thinking = thinkingPaths.flatMap((path) => {
      const value = nodeAt(options, path);
      return value && isWholeLiteral(value) && valueAt(options, [...path, "type"]) === "enabled" && propertyValue(value, "budget_tokens") === undefined ? propertyAt(options, path) : [];
    });
    const budgets = budgetPaths.flatMap((path) => (valueAt(options, path) === -1 ? propertyAt(options, path) : []));
    return [...thinking, ...budgets].map((property) => ({ property, model: modelLabel(chat) }));
  });
}

function nodeAt(options: TSESTree.ObjectExpression, path: readonly string[]): Node | undefined {
  let at: Node | undefined = options;
  for (const key of path) {
    const value: Node | undefined = propertyValue(at, key);
    if (!value) return undefined;
    at = definitionOf(value);
  }
  return at;
}

function valueAt(options: TSESTree.ObjectExpression, path: readonly string[]): string | number | undefined {
  const node = nodeAt(options, path);
  const value = node && unwrap(node);
  const text = staticString(value);
  if (text !== undefined) return text;
  if (value?.type === "Literal" && typeof value.value === "number") return value.value;
  return value?.type === "UnaryExpression" && value.operator === "-" && value.argument.type === "Literal" && typeof value.argument.value === "number" ? -value.argument.value : undefined;
}

/** The innermost property of a path that stands in the literal itself. */
function propertyAt(options: TSESTree.ObjectExpression, path: readonly string[]): TSESTree.Property[] {
  const property = findProperty(options, path[0] ?? "");
  if (!property) return [];
  const inner = definitionOf(property.value);
  if (path.length === 1 || inner.type !== "ObjectExpression" || fileOf(inner) !== fileOf(options)) return [property];
  return propertyAt(inner, path.slice(1));
}
