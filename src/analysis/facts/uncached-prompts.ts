import type { TSESTree } from "@typescript-eslint/utils";
import { bareName } from "../frameworks/model-classes.js";
import { BEDROCK_CACHED, CACHE_MARKS, optInProviders, promptCaching, shortestCached } from "../frameworks/prompt-caching.js";
import type { AgentModel } from "../model.js";
import { callsFrom, methodCalls } from "../origin/calls.js";
import { matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, findProperty, staticString, unwrapAwaited, type Node } from "../syntax/expression.js";
import { hasMiddleware, middlewareOf } from "./agent-middleware.js";
import type { Agent } from "./agents.js";
import type { ModelSettings } from "./chat-models.js";
import { leadingText, tokensIn } from "./leading-text.js";
import { modelBehind, modelLabel, type ModelUse } from "./model-uses.js";

/** A long system prompt that is the same on every call, and that its provider keeps only on demand. */
export interface UncachedPrompt {
  /** Where it is handed over: the option's key, or the first word of the message. */
  readonly place: Node;
  readonly tokens: number;
  readonly model: string;
  /** What keeps it. */
  readonly remedy: string;
  /** The agent whose middleware could keep it. */
  readonly agent: { readonly options: TSESTree.ObjectExpression; readonly middleware: string } | undefined;
}

const PROMPT_KEYS = ["systemPrompt", "prompt", "stateModifier", "messageModifier"];
const AGENTS = new Set(["createAgent", "createReactAgent"]);
const RUNS = ["invoke", "stream", "batch", "streamEvents"];

export function findUncachedPrompts(model: AgentModel): readonly UncachedPrompt[] {
  // A mark anywhere in the file tells that somebody has thought of it.
  if (CACHE_MARKS.some((mark) => model.file.index.properties.has(mark))) return [];
  return [...model.agents.flatMap((agent) => promptOfAgent(agent, model)), ...promptsOfCalls(model), ...promptsOfClients(model)];
}

function promptOfAgent(agent: Agent, model: AgentModel): UncachedPrompt[] {
  const { options } = agent;
  // createDeepAgent brings the middleware itself.
  if (options?.type !== "ObjectExpression" || !AGENTS.has(agent.factory.path[0] ?? "")) return [];
  const llm = propertyValue(options, "model") ?? propertyValue(options, "llm");
  const use = llm && modelBehind(llm, model);
  if (!use || hasMiddleware(agent, promptCaching) !== "no") return [];
  const key = PROMPT_KEYS.map((name) => findProperty(options, name)).find((property) => property !== undefined);
  const found = key && uncached(key.value, use);
  if (!key || !found) return [];
  const { middleware } = found.provider;
  const takesMiddleware = agent.factory.path[0] === "createAgent";
  // Two of a kind are an error: the one that is there has to be switched on.
  const hasOne = middlewareOf(agent).calls.some(({ name }) => name === middleware);
  return [{ place: key.key, ...found, remedy: takesMiddleware ? `\`${middleware}()\`` : `a system message with ${found.provider.option}`, agent: takesMiddleware && !hasOne ? { options, middleware } : undefined }];
}

/** `model.invoke([new SystemMessage(RULES), …])`, and `ChatPromptTemplate.fromMessages([["system", RULES], …]).pipe(model)`. */
function promptsOfCalls(model: AgentModel): UncachedPrompt[] {
  return methodCalls(model.file, [...RUNS, "pipe"]).flatMap((call): UncachedPrompt[] => {
    const callee = unwrapAwaited(call.callee);
    const first = argumentAt(call, 0);
    if (callee.type !== "MemberExpression" || !first) return [];
    const template = templateMessages(callee.object);
    const use = modelBehind(template ? first : callee.object, model);
    const messages = template ?? definitionOf(first);
    const options = argumentAt(call, 1);
    if (!use || messages.type !== "ArrayExpression" || (options && !template && isMarked(options, 0))) return [];
    const [element] = messages.elements;
    const system = element && element.type !== "SpreadElement" ? systemText(element) : undefined;
    const found = system && uncached(system.text, use, template !== undefined);
    if (!found || fileOf(system.place) !== model.file) return [];
    return [{ place: system.place, ...found, remedy: found.provider.option, agent: undefined }];
  });
}

function templateMessages(node: Node): Node | undefined {
  const call = definitionOf(node);
  const origin = call.type === "CallExpression" ? originOf(call.callee) : undefined;
  if (call.type !== "CallExpression" || !matchesModule(origin?.module ?? "", ["@langchain/core/prompts", "langchain/prompts"]) || !origin?.path.includes("ChatPromptTemplate")) return undefined;
  const first = argumentAt(call, 0);
  return first && definitionOf(first);
}

/** `new SystemMessage(text)`, `{ role: "system", content: text }`, `["system", text]`. */
function systemText(element: Node): { place: Node; text: Node } | undefined {
  const message = definitionOf(element);
  if (message.type === "ObjectExpression") {
    const role = findProperty(message, "role");
    const content = propertyValue(message, "content");
    return role && content && staticString(definitionOf(role.value)) === "system" ? { place: role, text: content } : undefined;
  }
  if (message.type === "ArrayExpression") {
    const [role, text] = message.elements;
    return role && text && text.type !== "SpreadElement" && staticString(role) === "system" ? { place: role, text } : undefined;
  }
  return message.type === "NewExpression" && originOf(message.callee)?.path.at(-1) === "SystemMessage" ? { place: message.callee, text: message } : undefined;
}

const asksClaude = perOrigin(({ module, path }) => module === "@anthropic-ai/sdk" && /(?:^|\.)messages\.(?:create|stream)$/u.test(path.join(".")));

/** `client.messages.create({ model, system: RULES })` of the provider's own client. */
function promptsOfClients(model: AgentModel): UncachedPrompt[] {
  return callsFrom(model.file, asksClaude).flatMap((call): UncachedPrompt[] => {
    const first = argumentAt(call, 0);
    const options = first && definitionOf(first);
    if (options?.type !== "ObjectExpression") return [];
    const system = findProperty(options, "system");
    const name = propertyValue(options, "model");
    const settings: ModelSettings = { provider: "anthropic", name: name && staticString(definitionOf(name)), size: undefined, options: undefined, readable: true };
    const found = system && uncached(system.value, { ...settings, call: undefined, wrappers: [] });
    return system && found ? [{ place: system.key, ...found, remedy: found.provider.option, agent: undefined }] : [];
  });
}

function uncached(text: Node, use: ModelUse, isTemplate = false): { tokens: number; model: string; provider: (typeof optInProviders)[string] } | undefined {
  const provider = optInProviders[use.provider];
  const name = bareName(use.name ?? "");
  if (!provider || (use.provider === "bedrock" && !BEDROCK_CACHED.test(name)) || isMarked(text, 0)) return undefined;
  if (use.wrappers.some(({ call }) => call.arguments.some((argument) => isMarked(argument, 0)))) return undefined;
  if (!use.readable || (use.options && isMarked(use.options, 0))) return undefined;
  const leading = leadingText(text).text;
  // `{variable}` is a hole of a template, and what follows it differs from call to call.
  const tokens = tokensIn(isTemplate ? (leading.replaceAll("{{", "").split("{")[0] ?? "") : leading);
  return tokens >= shortestCached(name) ? { tokens, model: modelLabel(use), provider } : undefined;
}

/** Whether a value marks a part of itself to be kept, in blocks, messages or settings. */
function isMarked(node: Node, depth: number): boolean {
  const value = definitionOf(node);
  if (depth > 4) return false;
  if (value.type === "ArrayExpression") return value.elements.some((element) => element !== null && isMarked(element.type === "SpreadElement" ? element.argument : element, depth + 1));
  if (value.type === "NewExpression") return value.arguments.some((argument) => isMarked(argument, depth + 1));
  if (value.type !== "ObjectExpression") return false;
  return CACHE_MARKS.some((mark) => findProperty(value, mark) !== undefined) || value.properties.some((property) => isMarked(property.type === "Property" ? property.value : property.argument, depth + 1));
}

