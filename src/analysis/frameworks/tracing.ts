import type { Satisfier } from "./satisfier.js";

/** What keeps the content of a run out of its trace. */
export const traceRedactors = [
  { kind: "option", name: "anonymizer", of: "Client", modules: ["langsmith", "langsmith/*"], versions: ">=0.1.35", when: "is set on the client of the tracer" },
  { kind: "option", name: "hideInputs", of: "Client", modules: ["langsmith", "langsmith/*"], versions: ">=0.1", when: "is on, and `hideOutputs` as well" },
  { kind: "option", name: "hideOutputs", of: "Client", modules: ["langsmith", "langsmith/*"], versions: ">=0.1", when: "is on, and `hideInputs` as well" },
  { kind: "option", name: "processInputs", of: "traceable", modules: ["langsmith", "langsmith/*"], versions: ">=0.3", when: "is given, and `processOutputs` as well" },
  { kind: "option", name: "processOutputs", of: "traceable", modules: ["langsmith", "langsmith/*"], versions: ">=0.3", when: "is given, and `processInputs` as well" },
] as const satisfies readonly Satisfier[];

/** Functions and classes that trace, with the number of the argument that takes their options. */
export const tracers: readonly { readonly modules: readonly string[]; readonly path: readonly string[]; readonly options: number }[] = [
  { modules: ["@langchain/core/tracers/tracer_langchain", "langchain/callbacks"], path: ["LangChainTracer"], options: 0 },
  { modules: ["langsmith/traceable", "langsmith"], path: ["traceable"], options: 1 },
  { modules: ["langsmith/wrappers", "langsmith/wrappers/*"], path: ["wrapOpenAI"], options: 1 },
  { modules: ["langsmith/wrappers", "langsmith/wrappers/*"], path: ["wrapAnthropic"], options: 1 },
];

/** Variables of the environment that hide both sides of a run, and those that say whether there is a trace at all. */
export const TRACE_VARIABLES = { hideInputs: ["LANGSMITH_HIDE_INPUTS", "LANGCHAIN_HIDE_INPUTS"], hideOutputs: ["LANGSMITH_HIDE_OUTPUTS", "LANGCHAIN_HIDE_OUTPUTS"], tracing: ["LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING_V2"] } as const;
