import type { Satisfier } from "./satisfier.js";

/** The options by which a model is told to call one tool at a time. */
export const parallelOptions = [
  { kind: "option", name: "parallel_tool_calls", of: "ChatOpenAI", modules: ["@langchain/openai"], versions: ">=0.2", when: "is true or absent; false is right where a person is asked, a tool acts, or only one tool is given" },
  { kind: "option", name: "parallelToolCalls", of: "ModelSettings", modules: ["@openai/agents"], versions: ">=0.1", when: "is true or absent; false is right where a person is asked, a tool acts, or only one tool is given" },
] as const satisfies readonly Satisfier[];
