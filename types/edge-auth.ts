import { registry } from "./brand.js";
import { mintConfig, runOf, type AuthedConfig } from "./authed-config.js";
import { decodeJson, digests, encodeJson, sameSecret } from "./digest.js";
import { IdentityError, mintIdentity, ownOf, type Identity, type VerifiedIdentity } from "./identity.js";
import { refuse } from "./refuse.js";
import { ownThread, type ThreadId } from "./thread-id.js";

// LangChain and LangGraph copy `configurable` into trace and checkpoint metadata, except keys that begin with "__".
const identityKey = "__agent_guardrails_identity";
const tokenKey = "__agent_guardrails_token";
// What stands in `configurable` is empty, so that whoever records a whole config records no identity.
const handles = registry<Stamp>("handle");

interface Stamp {
  readonly identity: VerifiedIdentity;
  readonly thread: unknown;
}

/** What `stamp` gives to `invoke` and `stream`. */
export interface StampedConfig {
  configurable: {
    thread_id: ThreadId;
    /** An empty object that stands for the identity in this process; worthless after a hop through JSON. */
    [identityKey]: object;
    /** Present with a key: the form that survives a hop through JSON. */
    [tokenKey]?: string;
  };
}

/** What a stamp is bound to. */
export interface StampOptions {
  /** From `threadId()` or `ownThreadId()`. */
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

/** A secret of at least 32 bytes, as text in UTF-8 or as bytes. It comes from the team's secret store and is the same in every process. */
export type TokenKey = string | Uint8Array;

/** How callers are verified, and in which forms their identity is found again. */
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
  const { key = [], langgraphServerAuth, now = Date.now } = options;
  const keys: readonly TokenKey[] = [key].flat();
  if (keys.some(({ length }) => length < 32)) refuse("a key needs 32 bytes");

  const fromToken = (token: unknown): Stamp => {
    const [body = "", mac = ""] = String(token).split(".");
    if (!keys.some((candidate) => sameSecret(macOf(candidate, body), mac))) refuse("foreign token", IdentityError);
    const { exp, tid, ...claims } = ownOf(decodeJson(body));
    if (!(Number(exp) >= now())) refuse("expired token", IdentityError);
    return { identity: mintIdentity(claims), thread: tid };
  };
  const identify = (configurable: Readonly<Record<string, unknown>>): VerifiedIdentity => {
    const { [identityKey]: handle, [tokenKey]: token, langgraph_auth_user: user, thread_id: thread } = configurable;
    // A token that is there and wrong ends the search: somebody tried.
    const stamp = handles.get(handle as object) ?? (token && keys.length > 0 ? fromToken(token) : undefined);
    // Whoever puts another thread id on a stamped run, a client's for example, has no identity there.
    if (stamp && stamp.thread !== thread) refuse("stamp of another thread", IdentityError);
    if (stamp) return stamp.identity;
    if (langgraphServerAuth && user) return mintIdentity(langgraphServerAuth(ownOf(user)));
    refuse("no verified identity on this run", IdentityError);
  };

  return {
    async authenticate(credential) {
      let claims: unknown;
      try {
        claims = await options.verify(credential);
      } catch (cause) {
        throw new IdentityError("credential refused", { cause });
      }
      return mintIdentity(claims);
    },
    stamp(identity, { threadId, ttlSeconds = 900 }) {
      const claims: Identity = identity;
      const thread = ownThread(identity, threadId);
      const configurable: StampedConfig["configurable"] = { thread_id: thread, [identityKey]: Object.freeze({}) };
      handles.set(configurable[identityKey], { identity, thread });
      if (keys[0]) {
        const body = encodeJson({ ...claims, tid: thread, exp: now() + ttlSeconds * 1_000 });
        configurable[tokenKey] = `${body}.${macOf(keys[0], body)}`;
      }
      return { configurable };
    },
    require(config) {
      const run = ownOf(runOf(config));
      // `tool()` passes the whole call on, `ToolNode` its id as well.
      const toolCallId = run.toolCallId ?? ownOf(run.toolCall).id;
      return mintConfig({ ...run, toolCallId }, identify(ownOf(run.configurable)));
    },
  };
}

function macOf(key: TokenKey, body: string): string {
  return digests().hmacSha256(key, `identity.v1.${body}`);
}
