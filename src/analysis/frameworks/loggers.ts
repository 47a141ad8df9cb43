import type { Satisfier } from "./satisfier.js";

/** What takes personal data out of a line before it is written. */
export const redactors = [
  { kind: "guard", name: "redactor", modules: ["agent-guardrails/operations"], versions: ">=0.1", when: "makes what is logged: `redact`, `line` or `redactRecord`" },
  { kind: "guard", name: "safeLogger", modules: ["agent-guardrails/operations"], versions: ">=0.1", when: "is the logger: it takes redacted lines only" },
] as const satisfies readonly Satisfier[];

/** Packages that write logs, and what their methods that do so are called. */
export const loggers: readonly { readonly modules: readonly string[]; readonly methods: ReadonlySet<string> }[] = [
  { modules: ["pino", "bunyan", "winston", "log4js", "loglevel", "consola", "signale", "tslog", "roarr", "npmlog", "next-axiom", "@axiomhq/*", "@logtail/*", "@aws-lambda-powertools/logger"], methods: new Set(["info", "warn", "error", "fatal", "log", "notice", "critical", "alert"]) },
  { modules: ["@nestjs/common"], methods: new Set(["log", "warn", "error", "fatal"]) },
  { modules: ["@google-cloud/logging"], methods: new Set(["write", "entry", "info", "warning", "error", "notice", "critical", "alert"]) },
  { modules: ["@sentry/*"], methods: new Set(["captureMessage", "captureException", "captureEvent", "addBreadcrumb", "setContext", "setExtra", "setExtras"]) },
];

export const CONSOLE_METHODS: ReadonlySet<string> = new Set(["log", "info", "warn", "error", "debug", "dir", "table", "trace"]);

/** Methods of LangChain's callback handlers that are given content, by the number of the parameter that carries it. */
export const callbackContent: ReadonlyMap<string, number> = new Map([
  ["handleLLMStart", 1],
  ["handleChatModelStart", 1],
  ["handleChainStart", 1],
  ["handleToolStart", 1],
  ["handleRetrieverStart", 1],
  ["handleLLMEnd", 0],
  ["handleChainEnd", 0],
  ["handleToolEnd", 0],
  ["handleRetrieverEnd", 0],
  ["handleAgentAction", 0],
  ["handleAgentEnd", 0],
  ["handleText", 0],
]);
