import { rateLimiters } from "./limiters.js";
import type { Satisfier } from "./satisfier.js";

const byLimiter = rateLimiters.filter(({ kind }) => kind === "method").map((limiter) => ({ ...limiter, when: "is asked in the handler before the effect, and refuses or decides" }));

/** What bounds how often a tool acts. */
export const toolQuotas: readonly Satisfier[] = [
  { kind: "guard", name: "quota", modules: ["agent-guardrails/operations"], versions: ">=0.1", when: "is given to `authedTool` or `classify`, or taken in the handler before the effect" },
  { kind: "middleware", name: "toolCallLimitMiddleware", modules: ["langchain", "langchain/middleware"], versions: ">=1.0", when: "names the tool, or none and so all, on every agent of the file that holds it" },
  ...byLimiter,
];
