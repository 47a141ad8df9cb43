import type { Satisfier } from "./satisfier.js";

/** How a retry is kept from calls that create something. */
export const retryScopes = [{ kind: "option", name: "tools", of: "toolRetryMiddleware", modules: ["langchain"], versions: ">=1.0", when: "names only tools that create nothing" }] as const satisfies readonly Satisfier[];
