import type { Satisfier } from "./satisfier.js";

/** What ends the run of an agent, or a loop around a model, after a number of steps or a time. */
export const stepLimits = [
  { kind: "option", name: "recursionLimit", of: "RunnableConfig", modules: ["@langchain/core/runnables"], versions: ">=0.1", when: "up to 1,000" },
  { kind: "option", name: "maxTurns", of: "run", modules: ["@openai/agents"], versions: ">=0.1", when: "up to 1,000" },
  { kind: "method", name: "throwIfAborted", of: "AbortSignal", modules: ["node"], versions: ">=18", when: "in the loop" },
] as const satisfies readonly Satisfier[];

/** Keys of packages that are set the same way: LangChain's older executor, and the AI SDK before 5. */
export const OLDER_STEP_LIMITS = ["maxIterations", "maxSteps"] as const;

/** No run that works needs more. */
export const MOST_STEPS = 1_000;
