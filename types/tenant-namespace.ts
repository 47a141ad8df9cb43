import { identityOf, type AuthedConfig } from "./authed-config.js";
import { registry, type Brand } from "./brand.js";
import type { VerifiedIdentity } from "./identity.js";
import { refuse } from "./refuse.js";
import { escapePart } from "./scope-part.js";
import { scopeOf } from "./thread-id.js";

/** A store namespace that starts with the caller's tenant. */
export type TenantNamespace<Leaf extends string = string> = Brand<
  ["orgs", string, "users", string, Leaf] | ["orgs", string, "shared", Leaf],
  "TenantNamespace"
>;

const minted = registry<string>("namespace");

/**
 * Where one user's items live.
 *
 * @param leaf the kind of item, in ASCII letters, digits and `_`.
 * @throws {TypeError} for any other leaf.
 * @throws {IdentityError} if the config is not one of `require()`.
 */
export function tenantNamespace<const Leaf extends string>(config: AuthedConfig, leaf: Leaf): TenantNamespace<Leaf> {
  const { orgId, userId } = identityOf(config);
  return mintNamespace(config, ["orgs", escapePart(orgId), "users", escapePart(userId), plainLeaf(leaf)]);
}

/**
 * Where items live that all users of one tenant share.
 *
 * @param leaf the kind of item, in ASCII letters, digits and `_`.
 * @throws {TypeError} for any other leaf.
 * @throws {IdentityError} if the config is not one of `require()`.
 */
export function sharedNamespace<const Leaf extends string>(config: AuthedConfig, leaf: Leaf): TenantNamespace<Leaf> {
  return mintNamespace(config, ["orgs", escapePart(identityOf(config).orgId), "shared", plainLeaf(leaf)]);
}

function plainLeaf<Leaf extends string>(leaf: Leaf): Leaf {
  if (escapePart(leaf) !== leaf) refuse("a leaf takes ASCII letters, digits and _");
  return leaf;
}

/** @internal */
export function mintNamespace<Leaf extends string>(config: AuthedConfig, parts: [...string[], Leaf]): TenantNamespace<Leaf> {
  const namespace = Object.freeze(parts) as unknown as TenantNamespace<Leaf>;
  minted.set(namespace, scopeOf(identityOf(config)));
  return namespace;
}

/**
 * @internal
 * @throws {TypeError} for anything that was not minted here, or, where the caller is known, was minted for somebody else.
 */
export function namespaceOrThrow(value: TenantNamespace, caller: VerifiedIdentity | undefined): string[] {
  const owner = minted.get(value);
  if (!owner || (caller && owner !== scopeOf(caller))) refuse("not the caller's namespace");
  return value;
}
