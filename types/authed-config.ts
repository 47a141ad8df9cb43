import { registry, type Brand } from "./brand.js";
import { IdentityError, verifiedOrThrow, type VerifiedIdentity } from "./identity.js";
import { refuse } from "./refuse.js";

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
    readonly configurable?: Readonly<Partial<Record<ClientWritableKey, never>>> & Readonly<Record<string, unknown>>;
    readonly identity: VerifiedIdentity;
    /** Id of the model's tool call; absent when a tool is called directly. */
    readonly toolCallId?: string;
  },
  "AuthedConfig"
>;

const configs = registry<VerifiedIdentity>("config");

// What LangChain reads of a config. It takes every other key for an option of the model call, and traces those.
const runKeys = ["callbacks", "configurable", "tags", "metadata", "runName", "runId", "recursionLimit", "maxConcurrency", "timeout", "signal"];

/** @internal */
export function mintConfig(run: object, identity: VerifiedIdentity): AuthedConfig {
  const whole: Record<string, unknown> = { ...run, identity: verifiedOrThrow(identity) };
  // The rest is inherited: a handler reads it, a copy that LangChain makes does not hold it.
  const config = Object.create(whole) as Record<string, unknown>;
  for (const key of runKeys) config[key] = whole[key];
  Object.freeze(whole);
  configs.set(Object.freeze(config), identity);
  return config as unknown as AuthedConfig;
}

/**
 * The run of a config, with what is inherited. Anything else is taken for a run.
 *
 * @internal
 */
export function runOf(config: unknown): unknown {
  return configs.has(config as object) ? Object.getPrototypeOf(config) : config;
}

/**
 * The run-time twin of the type: whatever relies on a config asks here whose it is.
 *
 * @internal
 */
export function identityOf(config: AuthedConfig): VerifiedIdentity {
  const identity = configs.get(config);
  if (!identity) refuse("not a config of require()", IdentityError);
  return identity;
}

/** The run options as LangChain takes them; `callbacks` has LangChain's own type, which this door does not import. */
export type RunOptionsPatch = RunOptions & { callbacks?: unknown };

/**
 * Changes run options. Identity, `configurable` and `toolCallId` stay as they are, whatever the patch holds. A spread would lose the
 * identity, on purpose.
 *
 * @throws {IdentityError} if the config is not one of `require()`.
 */
export function withConfig(config: AuthedConfig, patch: RunOptionsPatch): AuthedConfig {
  const { configurable, toolCallId } = config;
  return mintConfig({ ...(runOf(config) as object), ...patch, configurable, toolCallId }, identityOf(config));
}
