/** Tools that know their caller, and sets of tools that may stand together. Needs @langchain/core and @langchain/langgraph. */
export { authedTool, type AuthedToolFields, type RetryOptions } from "./authed-tool.js";
export { classify, type Classification, type ClassifiedTool } from "./classified-tool.js";
export type { Effect, GuardedTool, Reads, ToolBounds, ToolFacts } from "./guarded-tool.js";
export type { IdentityPaths, NoIdentity } from "./identity-keys.js";
export { DeadlineError, isTransient, ToolFailure, type FailureObserver, type FailureReport, type ToolFailureOptions } from "./tool-failure.js";
export { UndeclaredTextError } from "./tool-output.js";
export { guard, toolSet, type GuardedAgent, type Separated, type ToolSet, type ToolSetOptions } from "./tool-set.js";
export { untrustedMessage } from "./untrusted-message.js";
export type { ZodObjectSchema, ZodSchema } from "./zod-schema.js";
