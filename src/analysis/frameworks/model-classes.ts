import type { Satisfier } from "./satisfier.js";

/** How large a chat model is, for questions of cost; a model that is not listed is unknown, never guessed. */
export type ModelClass = "small" | "large" | "reasoning";

/** A family of models, by the beginning of its names. */
export interface ModelFamily {
  readonly kind: ModelClass;
  readonly provider: "openai" | "anthropic" | "google" | "mistral" | "cohere" | "meta" | "amazon" | "xai" | "deepseek";
  readonly pattern: RegExp;
}

const family = (kind: ModelClass, provider: ModelFamily["provider"], pattern: RegExp): ModelFamily => ({ kind, provider, pattern });

/**
 * As of 26 November 2026. A test holds the families of OpenAI and Anthropic to the model ids that `openai` and
 * `@anthropic-ai/sdk` declare; the others declare none. The policy adds a team's own in `smallModels` and `largeModels`.
 * The first family that matches decides, so that `gpt-5-mini` is small before `gpt-5` is large.
 */
export const modelFamilies: readonly ModelFamily[] = [
  family("small", "openai", /^gpt-[\d.]+o?-(?:mini|nano)(?:-\d{4}-\d{2}-\d{2})?$/u),
  family("small", "openai", /^gpt-3\.5-turbo/u),
  family("small", "openai", /^gpt-[\d.]+-luna\b/u),
  family("reasoning", "openai", /^o[134](?:-(?:mini|pro|preview|deep-research|mini-deep-research))?(?:-\d{4}-\d{2}-\d{2})?$/u),
  family("reasoning", "openai", /^gpt-[\d.]+-pro(?:-\d{4}-\d{2}-\d{2})?$/u),
  family("large", "openai", /^gpt-4(?:-turbo|-32k|\.1|\.5|o)?(?:-\d{4}(?:-\d{2}-\d{2})?)?(?:-preview)?$/u),
  family("large", "openai", /^gpt-5(?:\.\d+)?(?:-chat-latest)?(?:-\d{4}-\d{2}-\d{2})?$/u),
  family("large", "openai", /^gpt-[\d.]+-(?:sol|terra)\b/u),
  family("large", "openai", /^chatgpt-4o/u),
  family("small", "anthropic", /^claude-(?:3-(?:5-)?)?haiku/u),
  family("large", "anthropic", /^claude-(?:3-(?:[57]-)?)?(?:opus|sonnet)/u),
  family("large", "anthropic", /^claude-(?:fable|mythos)/u),
  family("small", "google", /^gemini-(?:[\d.]+-)?flash/u),
  family("large", "google", /^gemini-(?:[\d.]+-)?(?:pro|ultra)/u),
  family("small", "mistral", /^(?:ministral|mistral-small|open-mistral-nemo)/u),
  family("reasoning", "mistral", /^magistral/u),
  family("large", "mistral", /^mistral-large/u),
  family("small", "cohere", /^command-r7b/u),
  family("large", "cohere", /^command-(?:r-plus|a(?:-|$))/u),
  family("small", "meta", /^llama-?3[\d.]*-?(?:1b|3b|8b)/u),
  family("large", "meta", /^llama-?3[\d.]*-?(?:70b|405b)/u),
  family("small", "amazon", /^nova-(?:micro|lite)/u),
  family("large", "amazon", /^nova-(?:pro|premier)/u),
  family("small", "xai", /^grok-[\d.]+-mini/u),
  family("large", "xai", /^grok-[\d.]+(?:-\d+)?$/u),
  family("small", "deepseek", /^deepseek-chat$/u),
  family("reasoning", "deepseek", /^deepseek-reasoner/u),
];

/** Where a model of the class small is named. */
export const smallModelOptions = [
  { kind: "option", name: "model", of: "ChatOpenAI", modules: ["@langchain/openai"], versions: ">=0.3", when: "names a mini, a nano or a luna, or one of the policy's `smallModels`" },
  { kind: "option", name: "model", of: "ChatAnthropic", modules: ["@langchain/anthropic"], versions: ">=0.3", when: "names a haiku" },
  { kind: "option", name: "model", of: "ChatGoogleGenerativeAI", modules: ["@langchain/google-genai"], versions: ">=0.1", when: "names a flash" },
  { kind: "function", name: "initChatModel", modules: ["langchain"], versions: ">=0.3", when: "with such a name" },
] as const satisfies readonly Satisfier[];

/** The class of a model by its name; a provider's prefix (`openai:`, `anthropic/`, `eu.anthropic.`) is no part of it. */
export function classifyModel(name: string, small: readonly string[], large: readonly string[]): ModelClass | undefined {
  const bare = bareName(name);
  if (small.includes(name) || small.includes(bare)) return "small";
  if (large.includes(name) || large.includes(bare)) return "large";
  return modelFamilies.find(({ pattern }) => pattern.test(bare))?.kind;
}

/** Regions for which Amazon Bedrock routes a model, in front of its maker: `eu.anthropic.claude-sonnet-4-5-20250929-v1:0`. */
const BEDROCK = /^(?:(?:us|us-gov|eu|apac|jp|au|ca|global)\.)?(?:anthropic|amazon|meta|mistral|cohere|deepseek)\./u;

/** A model's name without the provider's prefix. */
export function bareName(name: string): string {
  const lower = name.toLowerCase().replace(/^(?:bedrock|aws):/u, "");
  return BEDROCK.test(lower) ? lower.replace(BEDROCK, "") : lower.replace(/^[\w.-]+[:/]/u, "");
}
