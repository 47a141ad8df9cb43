import type { Satisfier } from "./satisfier.js";

/** What keeps a thread from growing without end. */
export const trimming = [
  { kind: "middleware", name: "summarizationMiddleware", modules: ["langchain"], versions: ">=1.0", when: "with a `trigger`" },
  { kind: "middleware", name: "contextEditingMiddleware", modules: ["langchain"], versions: ">=1.0", when: "unless its list of edits is empty" },
  { kind: "middleware", name: "modelCallLimitMiddleware", modules: ["langchain"], versions: ">=1.0", when: "with a `threadLimit`, which ends the thread" },
  { kind: "function", name: "trimMessages", modules: ["@langchain/core/messages", "langchain", "@langchain/core/messages/*"], versions: ">=0.2" },
  { kind: "class", name: "RemoveMessage", modules: ["@langchain/core/messages", "langchain", "@langchain/core/messages/*"], versions: ">=0.2", when: "in what a node or a middleware gives back" },
  { kind: "option", name: "preModelHook", of: "createReactAgent", modules: ["@langchain/langgraph/prebuilt", "@langchain/langgraph"], versions: ">=0.3" },
  { kind: "option", name: "contextManagement", of: "ChatAnthropic", modules: ["@langchain/anthropic"], versions: ">=1.0", when: "clears tool results at the provider" },
] as const satisfies readonly Satisfier[];
