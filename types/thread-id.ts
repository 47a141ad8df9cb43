import type { Brand } from "./brand.js";
import { IdentityError, verifiedOrThrow, type VerifiedIdentity } from "./identity.js";
import { escapePart, unescapePart } from "./scope-part.js";

/** A thread id that starts with the app, the tenant and the user: `app-org-user-session`, each part escaped. */
export type ThreadId = Brand<string, "ThreadId">;

/**
 * Names a conversation of one user.
 *
 * @param session any non-empty text that tells the user's conversations apart.
 * @param app separates apps that share a checkpointer.
 * @throws {IdentityError} if the identity was not verified here.
 */
export function threadId(identity: VerifiedIdentity, session: string, app = "agent"): ThreadId {
  const { orgId, userId } = verifiedOrThrow(identity);
  return [app, orgId, userId, session].map(escapePart).join("-") as ThreadId;
}

/**
 * Accepts a thread id that a client sent, if it is one of the caller's own.
 *
 * @throws {IdentityError} if it belongs to somebody else or `threadId()` could not have made it.
 */
export function ownThreadId(identity: VerifiedIdentity, received: string, app = "agent"): ThreadId {
  const [appPart, ...rest] = received.split("-");
  if (appPart !== escapePart(app) || !ownsThread(identity, received) || rest.length !== 3) {
    throw new IdentityError("this thread belongs to somebody else");
  }
  return received as ThreadId;
}

/** @internal */
export function ownsThread(identity: VerifiedIdentity, thread: string): boolean {
  const { orgId, userId } = verifiedOrThrow(identity);
  const parts = thread.split("-").map(unescapePart);
  return parts.length === 4 && !parts.includes(undefined) && parts[1] === orgId && parts[2] === userId;
}
