import type { Satisfier } from "./satisfier.js";

/** A middleware that answers for tools that throw. */
export const errorMiddleware = [{ kind: "middleware", name: "toolErrorMiddleware", modules: ["langchain"], versions: ">=1.5", when: "stands on the agent that holds the tool, and covers it" }] as const satisfies readonly Satisfier[];

/** An option of the tool itself that does. */
export const errorOptions = [{ kind: "option", name: "errorFunction", of: "tool", modules: ["@openai/agents"], versions: ">=0.1", when: "is given and not null" }] as const satisfies readonly Satisfier[];

/** What turns a tool's exception into words for the model. */
export const errorAnswers: readonly Satisfier[] = [...errorMiddleware, ...errorOptions];

/** How a result says that it is a failure, in the words of a framework. */
export const errorMarks = [
  { kind: "option", name: "isError", of: "CallToolResult", modules: ["@modelcontextprotocol/sdk"], versions: ">=1", when: "is in what the catch returns" },
  { kind: "option", name: "status", of: "ToolMessage", modules: ["@langchain/core"], versions: ">=0.2", when: "says \"error\" in what the catch returns" },
] as const satisfies readonly Satisfier[];
