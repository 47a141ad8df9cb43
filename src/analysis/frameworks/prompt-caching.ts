import type { Satisfier } from "./satisfier.js";

/** What has a provider keep a prompt that comes again. */
export const promptCaching = [
  { kind: "middleware", name: "anthropicPromptCachingMiddleware", modules: ["langchain"], versions: ">=1.0", when: "unless `enableCaching` is false" },
  { kind: "middleware", name: "bedrockPromptCachingMiddleware", modules: ["langchain"], versions: ">=1.3", when: "unless `enableCaching` is false" },
  { kind: "option", name: "cache_control", of: "ChatAnthropic", modules: ["@langchain/anthropic"], versions: ">=1.0", when: "in the options of the call, or on a block of its messages" },
  { kind: "default", name: "ChatOpenAI", modules: ["@langchain/openai"], versions: ">=0.3", when: "its provider keeps long prompts by itself" },
  { kind: "default", name: "ChatGoogleGenerativeAI", modules: ["@langchain/google-genai"], versions: ">=0.2", when: "its provider keeps long prompts by itself" },
] as const satisfies readonly Satisfier[];

/** Keys that mark a part of a prompt to be kept: Anthropic's, the AI SDK's and Bedrock's. */
export const CACHE_MARKS = ["cache_control", "cacheControl", "cachePoint"] as const;

/** Providers that keep only what is marked, and what marks it; all others keep prompts by themselves, or never. */
export const optInProviders: Readonly<Record<string, { readonly middleware: "anthropicPromptCachingMiddleware" | "bedrockPromptCachingMiddleware"; readonly option: string }>> = {
  anthropic: { middleware: "anthropicPromptCachingMiddleware", option: '`cache_control: { type: "ephemeral" }`' },
  bedrock: { middleware: "bedrockPromptCachingMiddleware", option: '`cachePoint: { type: "default" }`' },
};

/**
 * The shortest prompt that a model keeps, in tokens, by the beginning of its name: as of 26 November 2026, from Anthropic's
 * documentation of prompt caching. Models of 512 count as 1,024, below which the saving is small.
 */
const minimums: readonly (readonly [pattern: RegExp, tokens: number])[] = [
  [/^claude-(?:opus-4-[56]|haiku-4-5)\b/u, 4_096],
  [/^claude-(?:opus-4-7|sonnet-4-6|3-haiku|3-5-haiku)\b/u, 2_048],
];

export function shortestCached(bareName: string): number {
  return minimums.find(([pattern]) => pattern.test(bareName))?.[1] ?? 1_024;
}

/** On Bedrock only these families can keep a prompt. */
export const BEDROCK_CACHED = /^(?:claude|nova)-/u;
