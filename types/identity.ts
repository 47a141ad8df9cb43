import { registry, type Brand } from "./brand.js";
import { refuse } from "./refuse.js";

/** Who is calling: a tenant, a user of that tenant, and the role that the user has there. */
export interface Identity {
  readonly orgId: string;
  readonly userId: string;
  readonly role: string;
}

/** An identity that came out of verification. Frozen, and known to this process by object identity. */
export type VerifiedIdentity = Brand<Identity, "VerifiedIdentity">;

/** No identity, or one that was not verified here. Fatal for the run: there is nobody to act for. */
export class IdentityError extends Error {
  override name = "IdentityError";
}

const minted = registry<true>("identity");

/**
 * Further claims of a token (`iat`, `email`, …) are dropped: what is not needed cannot leak.
 *
 * @internal
 */
export function mintIdentity(verified: unknown): VerifiedIdentity {
  const { orgId, userId, role } = ownOf(verified);
  if (![orgId, userId, role].every((claim) => typeof claim === "string" && claim && claim.length <= 256)) {
    refuse("claims lack orgId, userId or role", IdentityError);
  }
  const identity = Object.freeze({ orgId, userId, role }) as VerifiedIdentity;
  minted.set(identity, true);
  return identity;
}

/**
 * The own properties of any value, and none that it inherits: whoever pollutes `Object.prototype` adds nothing to a claim or a run.
 *
 * @internal
 */
export function ownOf(value: unknown): Readonly<Record<string, unknown>> {
  return { __proto__: null, ...(value as object) };
}

/** Whether a value is an identity that this process verified. A copy, a clone or a parsed one is not. */
export function isVerified(value: unknown): value is VerifiedIdentity {
  return minted.has(value as object);
}

/**
 * The run-time twin of the type, for every function that relies on one.
 *
 * @internal
 */
export function verifiedOrThrow(value: unknown): VerifiedIdentity {
  if (!isVerified(value)) refuse("unverified identity", IdentityError);
  return value;
}
