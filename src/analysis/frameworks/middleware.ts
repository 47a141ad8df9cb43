import type { Satisfier } from "./satisfier.js";

/** How a middleware of `langchain` is set up so that it never acts. */
export interface InertForm {
  readonly middleware: string;
  /** Keys of which at least one has to be there for the middleware to act. */
  readonly needsOneOf?: readonly string[];
  /** Keys that must not all be `false`; a key that is absent has the value given here. */
  readonly allOff?: Readonly<Record<string, boolean>>;
  /** The middleware does nothing without arguments. */
  readonly needsArguments?: boolean;
  /** A list that must not be empty. */
  readonly needsElements?: string;
  /** What is missing, to be read after "it never acts:". */
  readonly because: string;
  readonly remedy: string;
}

/** Names and options as `langchain` 1.x declares them; a test holds them to the installed declarations. */
export const inertForms: readonly InertForm[] = [
  { middleware: "summarizationMiddleware", needsOneOf: ["trigger", "maxTokensBeforeSummary"], because: "it has no `trigger`", remedy: "Say when it summarises, for example `trigger: { messages: 50 }`" },
  { middleware: "modelCallLimitMiddleware", needsOneOf: ["threadLimit", "runLimit"], needsArguments: true, because: "it has no limit", remedy: "Set `runLimit` or `threadLimit`" },
  { middleware: "modelFallbackMiddleware", needsArguments: true, because: "it has no model to fall back to", remedy: "Pass the models, in order" },
  { middleware: "anthropicPromptCachingMiddleware", allOff: { enableCaching: true }, because: "`enableCaching` is false", remedy: "Remove the option, or the middleware" },
  { middleware: "bedrockPromptCachingMiddleware", allOff: { enableCaching: true }, because: "`enableCaching` is false", remedy: "Remove the option, or the middleware" },
  { middleware: "piiMiddleware", allOff: { applyToInput: true, applyToOutput: false, applyToToolResults: false }, because: "input, output and tool results are all switched off", remedy: "Switch on what it is to redact" },
  { middleware: "contextEditingMiddleware", needsElements: "edits", because: "its list of edits is empty", remedy: "Give it an edit, or remove it" },
  { middleware: "humanInTheLoopMiddleware", needsOneOf: ["interruptOn"], needsArguments: true, because: "it names no tool", remedy: "List the tools that need a person in `interruptOn`" },
];

/** What makes each of them act: the same forms, the other way round. */
export const actingOptions: readonly Satisfier[] = inertForms.flatMap(({ middleware, needsOneOf = [], allOff = {}, needsElements }): Satisfier[] => {
  const option = (name: string, when?: string): Satisfier => ({ kind: "option", name, of: middleware, modules: ["langchain"], versions: ">=1.0", ...(when === undefined ? {} : { when }) });
  return [
    ...needsOneOf.map((name) => option(name)),
    ...Object.entries(allOff).map(([name, fallback]) => option(name, fallback ? "is on by default" : "where it is true")),
    ...(needsElements === undefined ? [] : [option(needsElements, "has at least one")]),
  ];
});
