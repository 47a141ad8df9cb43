import { registry, type Brand } from "./brand.js";
import { IdentityError, verifiedOrThrow, type VerifiedIdentity } from "./identity.js";

/** The options of one run that a handler may see and change. Shaped like LangChain's `RunnableConfig`, without importing it. */
export interface RunOptions {
  tags?: string[];
  metadata?: Record<string, unknown>;
  runName?: string;
  runId?: string;
  /** Graph steps. */
  recursionLimit?: number;
  maxConcurrency?: number;
  /** Milliseconds. */
  timeout?: number;
  signal?: AbortSignal;
}

/** Keys of `configurable` that anyone who starts a run can write. Here they read as `undefined`, which leads old code to `identity`. */
type ClientWritableKey =
  | "user_id" | "userId" | "org_id" | "orgId" | "tenant_id" | "tenantId" | "role" | "langgraph_auth_user" | "langgraph_auth_user_id";

/** The config of a run whose caller is verified. Goes wherever LangChain wants a `RunnableConfig`. */
export type AuthedConfig = Brand<
  RunOptions & {
    readonly configurable?: { readonly [Key in ClientWritableKey]?: never } & { readonly [key: string]: unknown };
    readonly identity: VerifiedIdentity;
    /** Id of the model's tool call; absent when a tool is called directly. */
    readonly toolCallId?: string;
  },
  "AuthedConfig"
>;

const configs = registry<VerifiedIdentity>("config");

/** @internal */
export function mintConfig(run: object, identity: VerifiedIdentity, toolCallId?: string): AuthedConfig {
  verifiedOrThrow(identity);
  const config = Object.freeze({ ...run, ...(toolCallId === undefined ? {} : { toolCallId }), identity }) as unknown as AuthedConfig;
  configs.set(config, identity);
  return config;
}

/** @internal */
export function isAuthed(value: unknown): value is AuthedConfig {
  return typeof value === "object" && value !== null && configs.has(value);
}

/**
 * The run-time twin of the type: whatever relies on a config asks here whose it is.
 *
 * @internal
 */
export function identityOf(config: AuthedConfig): VerifiedIdentity {
  const identity = isAuthed(config) ? configs.get(config) : undefined;
  if (!identity) throw new IdentityError("this config was not minted by require(): it was asserted, copied or spread");
  return identity;
}

/** The run options as LangChain takes them; `callbacks` has LangChain's own type, which this door does not import. */
export type RunOptionsPatch = RunOptions & { callbacks?: unknown };

const patchable = new Set(["callbacks", "tags", "metadata", "runName", "runId", "recursionLimit", "maxConcurrency", "timeout", "signal"]);

/**
 * Changes run options and keeps the identity. A spread would lose it, on purpose.
 *
 * @throws {TypeError} if the patch holds anything but run options.
 * @throws {IdentityError} if the config is not one of `require()`.
 */
export function withConfig(config: AuthedConfig, patch: RunOptionsPatch): AuthedConfig {
  const identity = identityOf(config);
  const foreign = Object.keys(patch).filter((key) => !patchable.has(key));
  if (foreign.length > 0) throw new TypeError(`withConfig changes run options only, not ${foreign.join(", ")}`);
  return mintConfig({ ...config, ...patch }, identity);
}
