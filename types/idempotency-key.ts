import { identityOf, type AuthedConfig } from "./authed-config.js";
import type { Brand } from "./brand.js";
import { canonical } from "./canonical.js";
import { digests } from "./digest.js";

/** 64 hexadecimal digits that a retry of the same action gets again, and no other action does. */
export type IdempotencyKey = Brand<string, "IdempotencyKey">;

/**
 * Names one effect: same tenant, user, thread, tool call, action and arguments give the same key. The order of object keys in the
 * arguments does not count, everything else does.
 *
 * @throws {TypeError} if the arguments hold what has no canonical form (a function, a class instance, untrusted text).
 * @throws {IdentityError} if the config is not one of `require()`.
 */
export function idempotencyKey(config: AuthedConfig, action: string, args: unknown): IdempotencyKey {
  const { orgId, userId } = identityOf(config);
  const scope = [orgId, userId, config.configurable?.thread_id, config.toolCallId];
  return digests().sha256(canonical(["idempotency.v1", ...scope, action, args])) as IdempotencyKey;
}
