import { z } from "zod";
import { registry, type Brand } from "./brand.js";

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

const claim = z.string().min(1).max(256);
/** Further claims of a token (`iat`, `email`, …) are dropped: what is not needed cannot leak. */
const claims = z.object({ orgId: claim, userId: claim, role: claim });
const minted = registry<true>("identity");

/** @internal */
export function mintIdentity(verified: unknown): VerifiedIdentity {
  const parsed = claims.safeParse(verified);
  if (!parsed.success) throw new IdentityError("verified claims lack orgId, userId or role (strings of 1 to 256 characters)");
  const identity = Object.freeze(parsed.data) as VerifiedIdentity;
  minted.set(identity, true);
  return identity;
}

/** Whether a value is an identity that this process verified. A copy, a clone or a parsed one is not. */
export function isVerified(value: unknown): value is VerifiedIdentity {
  return typeof value === "object" && value !== null && minted.has(value);
}

/**
 * The run-time twin of the type, for every function that relies on one.
 *
 * @internal
 */
export function verifiedOrThrow(value: unknown): VerifiedIdentity {
  if (!isVerified(value)) throw new IdentityError("this identity was not verified in this process: authenticate() or require() mint one");
  return value;
}
