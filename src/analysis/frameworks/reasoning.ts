import type { Satisfier } from "./satisfier.js";

/** Options by which a model is told how much to think, and what keeps it short. */
export const reasoningOptions = [
  { kind: "option", name: "thinking", of: "ChatAnthropic", modules: ["@langchain/anthropic"], versions: ">=0.3", when: "is absent, `{ type: \"disabled\" }`, or has `budget_tokens` where there is something to think about" },
  { kind: "option", name: "outputConfig", of: "ChatAnthropic", modules: ["@langchain/anthropic"], versions: ">=1.3", when: "with an `effort` below `\"high\"`" },
  { kind: "option", name: "reasoning", of: "ChatOpenAI", modules: ["@langchain/openai"], versions: ">=0.6", when: "with an `effort` below `\"high\"`" },
  { kind: "option", name: "thinkingConfig", of: "ChatGoogleGenerativeAI", modules: ["@langchain/google-genai"], versions: ">=1.0", when: "with `thinkingBudget: 0`, or a `thinkingLevel` below `\"HIGH\"`" },
] as const satisfies readonly Satisfier[];

/** Efforts that are more than a model's usual one. */
export const HIGH_EFFORT: ReadonlySet<string> = new Set(["high", "xhigh", "max"]);

/** Where an option says its effort: under keys of its own, or as a string. */
export const effortPaths: readonly (readonly string[])[] = [
  ["reasoning", "effort"],
  ["reasoningEffort"],
  ["reasoning_effort"],
  ["outputConfig", "effort"],
  ["thinkingConfig", "thinkingLevel"],
  ["thinkingLevel"],
  ["reasoningLevel"],
  ["modelKwargs", "reasoning_effort"],
];

/** Where Anthropic's `thinking` stands: on the model, or on Bedrock's request. */
export const thinkingPaths: readonly (readonly string[])[] = [["thinking"], ["additionalModelRequestFields", "thinking"]];

/** Where Google's budget stands; -1 leaves it to the model. */
export const budgetPaths: readonly (readonly string[])[] = [["thinkingConfig", "thinkingBudget"], ["thinkingBudget"], ["maxReasoningTokens"]];
