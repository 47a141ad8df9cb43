import type { TSESTree } from "@typescript-eslint/utils";
import { classifyModel, type ModelClass } from "../frameworks/model-classes.js";
import type { AgentModel } from "../model.js";
import { foreignCalls } from "../origin/calls.js";
import { isExport, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { argumentAt, staticString, type CallNode } from "../syntax/expression.js";

/** A chat model that is made in the file. */
export interface ChatModel {
  readonly call: CallNode;
  readonly provider: string;
  /** The model's name, where it is written down. */
  readonly name: string | undefined;
  readonly size: ModelClass | undefined;
  readonly options: TSESTree.ObjectExpression | undefined;
}

/** Classes that are chat models, by package. */
const chatModelClasses: readonly (readonly [module: string, name: string, provider: string])[] = [
  ["@langchain/openai", "ChatOpenAI", "openai"],
  ["@langchain/openai", "AzureChatOpenAI", "azure"],
  ["@langchain/openai", "ChatOpenAIResponses", "openai"],
  ["@langchain/openai", "ChatOpenAICompletions", "openai"],
  ["@langchain/anthropic", "ChatAnthropic", "anthropic"],
  ["@langchain/google-genai", "ChatGoogleGenerativeAI", "google"],
  ["@langchain/google-vertexai", "ChatVertexAI", "google"],
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

/** Every chat model that a file makes: `new ChatOpenAI(…)`, `initChatModel("openai:gpt-5")`. */
export function findChatModels(model: AgentModel): readonly ChatModel[] {
  return foreignCalls(model.file).flatMap((call) => parseChatModel(call, model) ?? []);
}

export function parseChatModel(call: CallNode, model: AgentModel): ChatModel | undefined {
  const origin = originOf(call.callee);
  if (origin?.module === undefined) return undefined;
  const first = argumentAt(call, 0);
  if (call.type === "NewExpression") {
    const known = chatModelClasses.find(([module, name]) => origin.path.at(-1) === name && matchesModule(origin.module ?? "", [`${module}/*`]));
    if (!known) return undefined;
    const options = first && definitionOf(first);
    const literal = options?.type === "ObjectExpression" ? options : undefined;
    const name = literal && nameIn(literal);
    return { call, provider: known[2], name, size: name === undefined ? undefined : sizeOf(name, model), options: literal };
  }
  if (!INIT.some((each) => isExport(origin, each.modules, each.path))) return undefined;
  const name = first && staticString(definitionOf(first));
  const second = argumentAt(call, 1);
  const options = second && definitionOf(second);
  return { call, provider: name?.split(":")[0] ?? "unknown", name, size: name === undefined ? undefined : sizeOf(name, model), options: options?.type === "ObjectExpression" ? options : undefined };
}

function sizeOf(name: string, model: AgentModel): ModelClass | undefined {
  return classifyModel(name, model.policy.smallModels, model.policy.largeModels);
}

function nameIn(options: TSESTree.ObjectExpression): string | undefined {
  const value = propertyValue(options, "model") ?? propertyValue(options, "modelName");
  return value && staticString(definitionOf(value));
}
