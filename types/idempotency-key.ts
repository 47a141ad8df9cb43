import { identityOf, type AuthedConfig } from "./authed-config.js";
import type { Brand } from "./brand.js";
import { canonical } from "./canonical.js";
import { digests } from "./digest.js";

/** 64 hexadecimal digits that a retry of the same action gets again, and no other action does. */
export type IdempotencyKey = Brand<string, "IdempotencyKey">;

/**
 * Names one effect: same tenant, user, thread, task of the graph, tool call, action and arguments give the same key. The order of object keys in the
 * arguments does not count, everything else does.
 *
 * @throws {TypeError} if the arguments hold what has no canonical form (a function, a class instance, untrusted text).
 * @throws {IdentityError} if the config is not one of `require()`.
 */
export function idempotencyKey(config: AuthedConfig, action: string, args: unknown): IdempotencyKey {
  const { orgId, userId } = identityOf(config);
  const { thread_id: thread, checkpoint_ns: task } = config.configurable ?? {};
  // The task tells turns apart where a model numbers its calls anew in each; a task that runs again keeps its name.
  const scope = [orgId, userId, thread, task, config.toolCallId];
  return digests().sha256(canonical(["idempotency.v1", ...scope, action, args])) as IdempotencyKey;
}
