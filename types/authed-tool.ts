import { tool, type DynamicStructuredTool } from "@langchain/core/tools";
import { isGraphBubbleUp } from "@langchain/langgraph";
import pRetry from "p-retry";
import { withConfig, type AuthedConfig } from "./authed-config.js";
import type { Problem } from "./brand.js";
import { checkTimeout, withDeadline } from "./deadline.js";
import type { EdgeAuth } from "./edge-auth.js";
import { registerTool, type BoundOptions, type Effect, type GuardedTool, type Reads, type ToolBounds } from "./guarded-tool.js";
import { identityPaths, type NoIdentity } from "./identity-keys.js";
import { passSwitch, takeQuota } from "./tool-gate.js";
import { failureText, isTransient, reportFailure, type FailureObserver } from "./tool-failure.js";
import { modelContent, UndeclaredTextError, type OutputCheck } from "./tool-output.js";
import { isOlderZod, type InputOf, type OutputOf, type ZodObjectSchema } from "./zod-schema.js";

/** Exponential backoff with jitter, between attempts. */
export interface RetryOptions {
  /** Attempts after the first one. */
  retries: number;
  /** Milliseconds before the second attempt. 250 unless told. */
  minDelayMs?: number;
  /** Milliseconds between any two, at most. 5,000 unless told. */
  maxDelayMs?: number;
  /** Which errors to try again after. `isTransient` unless told. */
  when?: (error: unknown) => boolean;
}

/** A repeated effect happens twice, so only reads and effects that say they are idempotent are retried. */
type Repetition<Does extends Effect> = [Does] extends ["read"]
  ? { idempotent?: boolean; retry?: RetryOptions }
  :
      | { idempotent: true; retry?: RetryOptions }
      | { idempotent?: false; retry?: Problem<"only idempotent effects are retried: send an idempotencyKey() and say idempotent: true"> };

/** What a tool is beside its handler. `ToolBounds` adds what stops it, by its effect. */
export interface AuthedToolFields<
  Name extends string, Schema extends ZodObjectSchema, Does extends Effect, Sees extends Reads, Allowed extends string,
> {
  /** As the model calls it; one set holds no two tools of one name. */
  name: Name;
  /** For the model. */
  description: string;
  /** What the model writes. May name nobody whom the tool acts for, at any depth. */
  schema: Schema;
  /** Says who the caller is. */
  auth: Pick<EdgeAuth, "require">;
  /** The worst that a call does. */
  effect: Does;
  /** "trusted" unless told. */
  reads?: Sees;
  /** Dotted paths of arguments that look like identity and name somebody else: a reviewed exception. */
  subjectArgs?: readonly Allowed[];
  onFailure?: FailureObserver;
}

/**
 * A LangChain tool that knows its caller.
 *
 * The handler gets the verified caller in `cfg.identity` and, in `cfg.signal`, the run's own cancellation joined with the deadline.
 * Its failures reach the model as texts that begin with `ERROR:`; interrupts, a missing identity and a cancelled run go through.
 *
 * @throws {TypeError} if the schema lets the model name the caller, or add keys of its own; for a retry of an effect that is not
 *   idempotent; for a `timeoutMs` that no timer can wait.
 */
export function authedTool<
  const Name extends string, Schema extends ZodObjectSchema, const Does extends Effect, Output,
  const Sees extends Reads = "trusted", const Allowed extends string = never,
>(
  // The check of the output stands here and not in `fields`: there TypeScript asks before it has inferred Output. Without NoInfer,
  // through which the check would not see the members of a union.
  handler: (args: OutputOf<Schema>, cfg: AuthedConfig) => Promise<Output & OutputCheck<Output, Sees>>,
  fields: AuthedToolFields<Name, Schema & NoIdentity<NoInfer<Schema>, Allowed>, Does, Sees, Allowed>
    & ToolBounds<NoInfer<Does>> & Repetition<NoInfer<Does>>,
): DynamicStructuredTool<Schema, OutputOf<Schema>, InputOf<Schema>, string, unknown, Name> & GuardedTool<Name, Does, Sees> {
  const options = fields as AuthedToolFields<Name, Schema, Does, Sees, Allowed> & RunTimeOptions;
  const facts = { name: options.name, effect: options.effect, reads: options.reads ?? ("trusted" as const) };
  // Into a schema of zod 3 nobody looks: what its model may name would be anything.
  if (isOlderZod(options.schema)) throw new TypeError(`tool ${facts.name} needs a schema of zod 4`);
  const paths = identityPaths(options.schema, options.subjectArgs);
  if (paths.length > 0) throw new TypeError(`tool ${facts.name} lets the model supply identity: ${paths.join(", ")}`);
  if (options.retry && facts.effect !== "read" && !options.idempotent) throw new TypeError(`tool ${facts.name} retries an effect that is not idempotent`);

  checkTimeout(facts.name, options.timeoutMs);

  const call = async (args: OutputOf<Schema>, config: unknown): Promise<unknown> => {
    const cfg = options.auth.require(config);
    const scope = { tool: facts.name, identity: cfg.identity };
    const progress = { begun: false };
    try {
      const output = await withDeadline({ signal: cfg.signal, timeoutMs: options.timeoutMs }, async (signal) => {
        await passSwitch(options.killSwitch, scope);
        await takeQuota(options.quota, scope);
        const bounded = signal ? withConfig(cfg, { signal }) : cfg;
        return withRetry(options.retry, signal, async (attempt) => {
          if (attempt > 1) await passSwitch(options.killSwitch, scope);
          progress.begun = true;
          return handler(args, bounded);
        });
      });
      return modelContent(facts.name, facts.reads, output);
    } catch (error) {
      if (isGraphBubbleUp(error) || error instanceof UndeclaredTextError || cfg.signal?.aborted) throw error;
      const isRepeatable = facts.effect === "read" || options.idempotent === true || !progress.begun;
      const text = failureText(facts.name, isRepeatable, error);
      reportFailure(options.onFailure, { ...scope, error });
      return text;
    }
  };

  const made = tool(call as Parameters<typeof tool>[0], {
    name: facts.name,
    description: options.description,
    schema: options.schema,
    metadata: { agentGuardrails: { effect: facts.effect, reads: facts.reads } },
  } as unknown as Parameters<typeof tool>[1]);
  registerTool(made, facts);
  return made as unknown as ReturnType<typeof authedTool<Name, Schema, Does, Output, Sees, Allowed>>;
}

interface RunTimeOptions extends BoundOptions {
  idempotent?: boolean;
  retry?: RetryOptions;
}

async function withRetry<Output>(
  options: RetryOptions | undefined, signal: AbortSignal | undefined, attempt: (number: number) => Promise<Output>,
): Promise<Output> {
  if (!options) return attempt(1);
  const { retries, minDelayMs = 250, maxDelayMs = 5_000, when = isTransient } = options;
  return pRetry(attempt, {
    retries, minTimeout: minDelayMs, maxTimeout: maxDelayMs, randomize: true,
    ...(signal && { signal }),
    shouldRetry: ({ error }) => !isGraphBubbleUp(error) && when(error),
  });
}
