import type { Satisfier } from "./satisfier.js";

/** A function that runs what it is given again when it fails. */
export interface RetryFunction {
  readonly modules: readonly string[];
  /** The steps from the module to the function that is called. */
  readonly path: readonly string[];
  /** The argument that is run again. */
  readonly argument: number;
}

/** Functions and classes that retry, held to the installed declarations. */
export const retryFunctions = [
  { kind: "function", name: "pRetry", modules: ["p-retry"], versions: ">=4", path: [], argument: 0, when: "the call stands in what it runs" },
  { kind: "function", name: "makeRetriable", modules: ["p-retry"], versions: ">=7", path: ["makeRetriable"], argument: 0, when: "the call stands in what it runs" },
  { kind: "function", name: "retry", modules: ["async-retry"], versions: ">=1", path: [], argument: 0, when: "the call stands in what it runs" },
  { kind: "function", name: "backOff", modules: ["exponential-backoff"], versions: ">=2", path: ["backOff"], argument: 0, when: "the call stands in what it runs" },
  { kind: "method", name: "execute", of: "retry", modules: ["cockatiel"], versions: ">=3", path: ["retry", "()", "execute"], argument: 0, when: "the policy, or one of those that are wrapped, is `retry`" },
  { kind: "method", name: "call", of: "AsyncCaller", modules: ["@langchain/core/utils/async_caller"], versions: ">=0.3", path: ["AsyncCaller", "new", "call"], argument: 0, when: "the call stands in what it runs" },
  { kind: "method", name: "callWithOptions", of: "AsyncCaller", modules: ["@langchain/core/utils/async_caller"], versions: ">=0.3", path: ["AsyncCaller", "new", "callWithOptions"], argument: 1, when: "the call stands in what it runs" },
] as const satisfies readonly (Satisfier & RetryFunction)[];

/** Others that do the same and that no installed declarations vouch for. */
export const furtherRetryFunctions: readonly RetryFunction[] = [
  { modules: ["ts-retry-promise"], path: ["retry"], argument: 0 },
  { modules: ["ts-retry-promise"], path: [], argument: 0 },
  { modules: ["retry-as-promised"], path: [], argument: 0 },
];

/** Clients that retry what only reads by themselves, with the option that says how often. */
export const retryingClients = [
  { kind: "default", name: "retry", of: "got", modules: ["got"], versions: ">=12", when: "is not 0, and names POST where the call is one" },
  { kind: "default", name: "retry", of: "ky", modules: ["ky"], versions: ">=1", when: "is not 0, and names POST where the call is one" },
] as const satisfies readonly Satisfier[];

/** What gives retries to the instances of a client. */
export const clientRetries = [{ kind: "function", name: "axiosRetry", modules: ["axios-retry"], versions: ">=3", when: "is given the instance that makes the call, and `retries` is not 0" }] as const satisfies readonly Satisfier[];

/** A middleware that runs tools again. */
export const retryMiddleware = [{ kind: "middleware", name: "toolRetryMiddleware", modules: ["langchain"], versions: ">=1.0", when: "stands on the agent that holds the tool, covers it, and `maxRetries` is not 0" }] as const satisfies readonly Satisfier[];

/** Nodes and runnables that are run again as a whole. */
export const retriedWhole = [
  { kind: "option", name: "retryPolicy", of: "StateGraph.addNode", modules: ["@langchain/langgraph"], versions: ">=0.2", when: "is given to the node; around a `ToolNode` only with `handleToolErrors: false`, because it catches what tools throw" },
  { kind: "option", name: "retryPolicy", of: "StateGraph.setNodeDefaults", modules: ["@langchain/langgraph"], versions: ">=1.4", when: "the graph holds the node" },
  { kind: "method", name: "withRetry", of: "Runnable", modules: ["@langchain/core/runnables"], versions: ">=0.1", when: "is called on the tool" },
] as const satisfies readonly Satisfier[];

/** The guard that retries reads. */
export const retryGuards = [{ kind: "guard", name: "retry", of: "authedTool", modules: ["agent-guardrails/tools"], versions: ">=0.1", when: "is given" }] as const satisfies readonly Satisfier[];

/** Everything by which a transient failure of a tool's call is tried again. */
export const retries: readonly Satisfier[] = [...retryFunctions, ...clientRetries, ...retryingClients, ...retryMiddleware, ...retriedWhole, ...retryGuards];

/** How a retry is kept from calls that create something. */
export const retryScopes = [{ kind: "option", name: "tools", of: "toolRetryMiddleware", modules: ["langchain"], versions: ">=1.0", when: "names only tools that create nothing" }] as const satisfies readonly Satisfier[];
