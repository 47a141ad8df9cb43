import type { Brand } from "./brand.js";
import { IdentityError, verifiedOrThrow, type VerifiedIdentity } from "./identity.js";
import { refuse } from "./refuse.js";
import { escapePart } from "./scope-part.js";

/** A thread id that starts with the app, the tenant and the user: `app-org-user-session`, each part escaped. */
export type ThreadId = Brand<string, "ThreadId">;

/**
 * Names a conversation of one user.
 *
 * @param session any non-empty text that tells the user's conversations apart.
 * @param app separates apps that share a checkpointer.
 * @throws {TypeError} if the session or the app is empty.
 * @throws {IdentityError} if the identity was not verified here.
 */
export function threadId(identity: VerifiedIdentity, session: string, app = "agent"): ThreadId {
  return (escapePart(app) + scopeOf(identity) + escapePart(session)) as ThreadId;
}

/**
 * Accepts a thread id that a client sent, if it is one of the caller's own.
 *
 * @param app the same as for `threadId()`.
 * @throws {TypeError} if the app is empty.
 * @throws {IdentityError} if the id has another form or belongs to somebody else, or the identity was not verified here.
 */
export function ownThreadId(identity: VerifiedIdentity, received: string, app = "agent"): ThreadId {
  return ownThread(identity, received, escapePart(app));
}

// An escaped part; it holds no "-", so the parts of a thread are told apart, and nothing that means something in a pattern.
const escaped = "[\\w~]+";

/**
 * The session is the client's choice, like any session.
 *
 * @internal
 */
export function ownThread(identity: VerifiedIdentity, received: unknown, appPart = escaped): ThreadId {
  const thread = String(received);
  if (!new RegExp(`^${appPart}${scopeOf(identity)}${escaped}$`).test(thread)) refuse("not the caller's thread", IdentityError);
  return thread as ThreadId;
}

/**
 * One text for each tenant and user.
 *
 * @internal
 */
export function scopeOf(identity: VerifiedIdentity): string {
  const { orgId, userId } = verifiedOrThrow(identity);
  return `-${escapePart(orgId)}-${escapePart(userId)}-`;
}
