import { mintConfig, type AuthedConfig } from "./authed-config.js";
import { decodeJson, digests, encodeJson, sameDigest } from "./digest.js";
import { IdentityError, isVerified, mintIdentity, verifiedOrThrow, type VerifiedIdentity } from "./identity.js";
import { ownsThread, type ThreadId } from "./thread-id.js";

// LangChain and LangGraph copy `configurable` into trace and checkpoint metadata, except keys that begin with "__".
const identityKey = "__agent_guardrails_identity";
const tokenKey = "__agent_guardrails_token";

/** What `stamp` gives to `invoke` and `stream`. */
export interface StampedConfig {
  configurable: {
    thread_id: ThreadId;
    /** Found again by object identity; worthless after a hop through JSON. */
    [identityKey]: VerifiedIdentity;
    /** Present with a key: the form that survives a hop through JSON. */
    [tokenKey]?: string;
  };
}

export interface StampOptions {
  threadId: ThreadId;
  /** How long the token counts, in seconds. 900 unless told. */
  ttlSeconds?: number;
}

/** The edge of an agent: who may start a run, and who a tool acts for. */
export interface EdgeAuth {
  /**
   * Runs the app's verifier and mints what it returns.
   *
   * @throws {IdentityError} if the verifier throws, or returns something else than `{ orgId, userId, role }`.
   */
  authenticate(credential: string): Promise<VerifiedIdentity>;
  /**
   * Puts an identity on a run.
   *
   * @throws {IdentityError} if the identity was not verified here or the thread is not its own.
   */
  stamp(identity: VerifiedIdentity, options: StampOptions): StampedConfig;
  /**
   * The check at the door of a tool. Looks for an identity object of this process, then for a token, then (only if switched on)
   * for the user that LangGraph Server authenticated. `configurable.user_id` and its like are never read.
   *
   * @throws {IdentityError} if none of them is there and valid.
   */
  require(config: unknown): AuthedConfig;
}

export type TokenKey = string | Uint8Array;

export interface EdgeAuthOptions {
  /** The app's own check of a JWT or session. Resolves to `{ orgId, userId, role }`; further claims are dropped; throws to refuse. */
  verify: (credential: string) => unknown;
  /** Secret of at least 32 bytes, needed where a config is serialised (LangGraph Server, queues). Of several, the first one signs. */
  key?: TokenKey | readonly TokenKey[];
  /**
   * Maps `configurable.langgraph_auth_user` to claims. Set it only where LangGraph Server runs with an auth handler: without one,
   * any client can write that key.
   */
  langgraphServerAuth?: (user: Readonly<Record<string, unknown>>) => unknown;
  /** Milliseconds since 1970, for tests. */
  now?: () => number;
}

/**
 * Builds the edge of an agent.
 *
 * @throws {TypeError} if a key is shorter than 32 bytes.
 */
export function edgeAuth(options: EdgeAuthOptions): EdgeAuth {
  const now = options.now ?? Date.now;
  const keys = tokenKeys(options.key);
  return {
    async authenticate(credential) {
      let claims: unknown;
      try {
        claims = await options.verify(credential);
      } catch (cause) {
        throw new IdentityError("the credential was refused", { cause });
      }
      return mintIdentity(claims);
    },
    stamp(identity, { threadId, ttlSeconds = 900 }) {
      if (!ownsThread(verifiedOrThrow(identity), threadId)) throw new IdentityError("this thread belongs to somebody else");
      const [signingKey] = keys;
      const token = signingKey && sign(signingKey, { ...identity, thread: threadId, exp: Math.floor(now() / 1000) + ttlSeconds });
      return { configurable: { thread_id: threadId, [identityKey]: identity, ...(token && { [tokenKey]: token }) } };
    },
    require(config) {
      const run = asRecord(config);
      const configurable = asRecord(run["configurable"]);
      return mintConfig(run, identify(configurable, keys, options, now), toolCallIdOf(run));
    },
  };
}

function identify(
  configurable: Record<string, unknown>, keys: readonly TokenKey[], options: EdgeAuthOptions, now: () => number,
): VerifiedIdentity {
  const identity = configurable[identityKey];
  if (isVerified(identity)) return identity;
  const token = configurable[tokenKey];
  // A token that is there and wrong ends the search: somebody tried.
  if (token !== undefined && keys.length > 0) return fromToken(token, configurable["thread_id"], keys, now);
  const user = configurable["langgraph_auth_user"];
  if (options.langgraphServerAuth && user) return mintIdentity(options.langgraphServerAuth(asRecord(user)));
  throw new IdentityError("no verified identity on this run: start it with the config of stamp()");
}

function fromToken(token: unknown, thread: unknown, keys: readonly TokenKey[], now: () => number): VerifiedIdentity {
  const [body = "", signature = ""] = String(token).split(".");
  if (!keys.some((key) => sameDigest(macOf(key, body), signature))) throw new IdentityError("the identity token is not ours");
  const { exp, thread: signedThread, ...claims } = decodeJson(body) as Record<string, unknown>;
  if (typeof exp !== "number" || exp * 1000 < now()) throw new IdentityError("the identity token has expired");
  if (signedThread !== thread) throw new IdentityError("the identity token is for another thread");
  return mintIdentity(claims);
}

function sign(key: TokenKey, claims: Record<string, unknown>): string {
  const body = encodeJson(claims);
  return `${body}.${macOf(key, body)}`;
}

function macOf(key: TokenKey, body: string): string {
  return digests().hmacSha256(key, `agent-guardrails.identity.v1.${body}`);
}

function tokenKeys(key: EdgeAuthOptions["key"]): readonly TokenKey[] {
  const keys = key === undefined ? [] : typeof key === "string" || key instanceof Uint8Array ? [key] : key;
  if (keys.some((candidate) => candidate.length < 32)) throw new TypeError("an identity key needs at least 32 bytes");
  return keys;
}

function toolCallIdOf(run: Record<string, unknown>): string | undefined {
  const id = run["toolCallId"] ?? asRecord(run["toolCall"])["id"];
  return typeof id === "string" ? id : undefined;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
