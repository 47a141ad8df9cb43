import type { TSESTree } from "@typescript-eslint/utils";
import { classifyModel, type ModelClass } from "../frameworks/model-classes.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { variableOf } from "../project/source-file.js";
import { argumentAt, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** Which model is meant, and with which settings, as far as it is written down. */
export interface ModelSettings {
  readonly provider: string;
  /** The model's name, where it is written down. */
  readonly name: string | undefined;
  readonly size: ModelClass | undefined;
  readonly options: TSESTree.ObjectExpression | undefined;
  /** False where options are given that cannot be seen. */
  readonly readable: boolean;
}

/** A chat model that is made in the file. */
export interface ChatModel extends ModelSettings {
  readonly call: CallNode;
}

/** Classes that are chat models, by package. */
const chatModelClasses: readonly (readonly [module: string, name: string, provider: string])[] = [
  ["@langchain/openai", "ChatOpenAI", "openai"],
  ["@langchain/openai", "AzureChatOpenAI", "azure"],
  ["@langchain/openai", "ChatOpenAIResponses", "openai"],
  ["@langchain/openai", "ChatOpenAICompletions", "openai"],
  ["@langchain/anthropic", "ChatAnthropic", "anthropic"],
  ["@langchain/google-genai", "ChatGoogleGenerativeAI", "google"],
  ["@langchain/google-vertexai", "ChatVertexAI", "vertexai"],
  ["@langchain/google-vertexai-web", "ChatVertexAI", "vertexai"],
  ["@langchain/google", "ChatGoogle", "google"],
  ["@langchain/aws", "ChatBedrockConverse", "bedrock"],
  ["@langchain/groq", "ChatGroq", "groq"],
  ["@langchain/mistralai", "ChatMistralAI", "mistral"],
  ["@langchain/cohere", "ChatCohere", "cohere"],
  ["@langchain/deepseek", "ChatDeepSeek", "deepseek"],
  ["@langchain/xai", "ChatXAI", "xai"],
  ["@langchain/openrouter", "ChatOpenRouter", "openrouter"],
  ["@langchain/ollama", "ChatOllama", "ollama"],
];

const INIT = [
  { modules: ["langchain", "langchain/chat_models/universal"], path: ["initChatModel"] },
] as const;

/** What `initChatModel` calls the providers whose classes stand above. */
const initProviders: Readonly<Record<string, string>> = { azure_openai: "azure", "google-genai": "google", "google-vertexai": "vertexai", "google-vertexai-web": "vertexai", aws: "bedrock", mistralai: "mistral" };
/** The provider that `initChatModel` takes for a name without one. */
const inferredProviders: readonly (readonly [pattern: RegExp, provider: string])[] = [
  [/^(?:gpt-[345]|o[134])/u, "openai"],
  [/^claude/u, "anthropic"],
  [/^command/u, "cohere"],
  [/^gemini/u, "vertexai"],
  [/^amazon\./u, "bedrock"],
  [/^mistral/u, "mistral"],
];

const classOf = perOrigin(({ module, path }) => chatModelClasses.find(([of, name]) => path.at(-1) === name && module !== undefined && matchesModule(module, [`${of}/*`])));
const isInit = perOrigin((origin) => INIT.some((each) => isExport(origin, each.modules, each.path)));
/** What makes a chat model of a provider. */
export const isModelMaker = perOrigin((origin) => classOf(origin) !== undefined || isInit(origin));

/** Every chat model that a file makes: `new ChatOpenAI(…)`, `initChatModel("openai:gpt-5")`. */
export function findChatModels(model: AgentModel): readonly ChatModel[] {
  return callsFrom(model.file, isModelMaker).flatMap((call) => parseChatModel(call, model) ?? []);
}

export function parseChatModel(call: CallNode, model: AgentModel): ChatModel | undefined {
  const origin = originOf(call.callee);
  if (!origin || !isModelMaker(origin)) return undefined;
  const first = argumentAt(call, 0);
  const named = first && staticString(definitionOf(first));
  if (call.type === "NewExpression") {
    const known = classOf(origin);
    if (!known) return undefined;
    // new ChatOpenAI("gpt-5", { … }) and new ChatOpenAI({ model: "gpt-5", … })
    const options = optionsIn(named === undefined ? first : argumentAt(call, 1));
    const name = named ?? (options.literal && nameIn(options.literal));
    return { call, provider: known[2], name, size: sizeOf(name, model), options: options.literal, readable: options.readable && !call.arguments.some((argument) => argument.type === "SpreadElement") };
  }
  if (!isInit(origin)) return undefined;
  const options = optionsIn(argumentAt(call, 1));
  return { call, ...namedModel(named, options.literal, model), readable: options.readable && (first === undefined || named !== undefined) };
}

/** The model that a string names, as `initChatModel` and `createAgent` read it. */
export function namedModel(name: string | undefined, options: TSESTree.ObjectExpression | undefined, model: AgentModel): ModelSettings {
  const given = options && propertyValue(options, "modelProvider");
  const prefix = /^([\w-]+):/u.exec(name ?? "")?.[1];
  const provider = given ? staticString(definitionOf(given)) : (prefix ?? inferredProviders.find(([pattern]) => pattern.test(name ?? ""))?.[1]);
  return { provider: initProviders[provider ?? ""] ?? provider ?? "unknown", name, size: sizeOf(name, model), options, readable: true };
}

export function optionsIn(argument: Node | undefined): { literal: TSESTree.ObjectExpression | undefined; readable: boolean } {
  const options = argument && definitionOf(argument);
  const literal = options?.type === "ObjectExpression" ? options : undefined;
  if (argument && isAddedTo(argument)) return { literal, readable: false };
  return { literal, readable: options === undefined || (literal?.properties.every((property) => property.type === "Property" || (definitionOf(property.argument).type === "ObjectExpression" && !isAddedTo(property.argument))) ?? false) };
}

/** `options.configuration = …`: what the literal says is not all. */
function isAddedTo(argument: Node): boolean {
  const name = unwrapAwaited(argument);
  if (name.type !== "Identifier") return false;
  return variableOf(name)?.references.some(({ identifier }) => {
    const member = (identifier as Node).parent;
    return member?.type === "MemberExpression" && member.object === identifier && member.parent.type === "AssignmentExpression" && member.parent.left === member;
  }) ?? false;
}

function sizeOf(name: string | undefined, model: AgentModel): ModelClass | undefined {
  return name === undefined ? undefined : classifyModel(name, model.policy.smallModels, model.policy.largeModels);
}

function nameIn(options: TSESTree.ObjectExpression): string | undefined {
  const value = propertyValue(options, "model") ?? propertyValue(options, "modelName");
  return value && staticString(definitionOf(value));
}
