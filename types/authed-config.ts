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
    readonly configurable?: Readonly<Partial<Record<ClientWritableKey, never>>> & Readonly<Record<string, unknown>>;
    readonly identity: VerifiedIdentity;
    /** Id of the model's tool call; absent when a tool is called directly. */
    readonly toolCallId?: string;
  },
  "AuthedConfig"
>;

const configs = registry<VerifiedIdentity>("config");

/** @internal */
export function mintConfig(run: object, identity: VerifiedIdentity): AuthedConfig {
  const config = Object.freeze({ ...run, identity: verifiedOrThrow(identity) }) as unknown as AuthedConfig;
  configs.set(config, identity);
  return config;
}

/** @internal */
export function isAuthed(value: unknown): value is AuthedConfig {
  return configs.has(value as object);
}

/**
 * The run-time twin of the type: whatever relies on a config asks here whose it is.
 *
 * @internal
 */
export function identityOf(config: AuthedConfig): VerifiedIdentity {
  const identity = configs.get(config);
  if (!identity) throw new IdentityError("this config is not one of require()");
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
  const run: RunOptions = config;
  return mintConfig({ ...run, ...patch, configurable, toolCallId }, identityOf(config));
}
