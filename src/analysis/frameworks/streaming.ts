import { langgraphServer } from "./langgraph-server.js";
import type { Satisfier } from "./satisfier.js";

/** How an agent's answer is sent while it comes. */
export const streamingRuns = [
  { kind: "method", name: "stream", of: "CompiledStateGraph", modules: ["@langchain/langgraph"], versions: ">=0.2", when: "stands in the same handler" },
  { kind: "method", name: "streamEvents", of: "Runnable", modules: ["@langchain/core/runnables"], versions: ">=0.2", when: "stands in the same handler" },
  { kind: "function", name: "streamText", modules: ["ai"], versions: ">=4", when: "stands in the same handler" },
  { kind: "method", name: "stream", of: "ToolLoopAgent", modules: ["ai"], versions: ">=6", when: "stands in the same handler" },
  { kind: "option", name: "stream", of: "run", modules: ["@openai/agents"], versions: ">=0.1", when: "is not false" },
  { kind: "method", name: "runs.stream", of: "Client", modules: langgraphServer.modules, versions: ">=0.0.30", when: "stands in the same handler" },
] as const satisfies readonly Satisfier[];
