import type { Satisfier } from "./satisfier.js";

/** What ends the run of an agent, or a loop around a model, after a number of steps or a time. */
export const stepLimits = [
  { kind: "option", name: "recursionLimit", of: "RunnableConfig", modules: ["@langchain/core/runnables"], versions: ">=0.1", when: "up to 1,000" },
  { kind: "option", name: "maxTurns", of: "run", modules: ["@openai/agents"], versions: ">=0.1", when: "up to 1,000" },
  { kind: "function", name: "isStepCount", modules: ["ai"], versions: ">=7", when: "up to 1,000, in `stopWhen`" },
  { kind: "function", name: "stepCountIs", modules: ["ai"], versions: ">=5", when: "up to 1,000, in `stopWhen`" },
  { kind: "method", name: "throwIfAborted", of: "AbortSignal", modules: ["node"], versions: ">=18", when: "in the loop" },
] as const satisfies readonly Satisfier[];

/** Keys of packages that are set the same way: LangChain's older executor, and the AI SDK before 5. */
export const OLDER_STEP_LIMITS = ["maxIterations", "maxSteps"] as const;

/** No run that works needs more. */
export const MOST_STEPS = 1_000;

/** Conditions that end a run only when the model does: they never hold, or hold for a tool that it calls. */
export const MODEL_STOPS = { modules: ["ai"], names: ["isLoopFinished", "hasToolCall"] } as const;

/** The condition among these that is true for no step at all. */
export const NEVER_STOPS = "isLoopFinished";
