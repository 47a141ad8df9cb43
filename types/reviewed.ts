/**
 * Ways round the guards, for cases that a person has looked at. Each call states its reason as a string literal of at least 10
 * characters; each throws a TypeError for a shorter one. None of them makes anything safe: the reviewer answers for what they return.
 */
import type { AuthedConfig } from "./authed-config.js";
import { mintIdentity, type Identity, type VerifiedIdentity } from "./identity.js";
import { reasonOrThrow, type LiteralReason } from "./literal-reason.js";
import type { LogSafe } from "./log-safe.js";
import type { SystemPromptText } from "./system-prompt.js";
import { mintNamespace, type TenantNamespace } from "./tenant-namespace.js";
import { readHeld, type UntrustedText } from "./untrusted-text.js";

/**
 * The text itself. IMPORTANT: the reviewer says that no model and no interpreter gets it as an instruction.
 *
 * @throws {TypeError} for a reason of fewer than 10 characters, and for a text that `untrusted()` did not return in this process.
 */
export function dangerouslyReadUntrusted<const Reason extends string>(text: UntrustedText, reason: Reason & LiteralReason<Reason>): string {
  reasonOrThrow(reason);
  return readHeld(text).text;
}

/**
 * A prompt that the compiler cannot see to be the program's own. IMPORTANT: the reviewer says that nobody outside the team wrote any
 * part of this text.
 *
 * @throws {TypeError} for a reason of fewer than 10 characters.
 */
export function reviewedPrompt<const Reason extends string>(text: string, reason: Reason & LiteralReason<Reason>): SystemPromptText {
  reasonOrThrow(reason);
  return text as SystemPromptText;
}

/**
 * An identity for scheduled jobs and tests. IMPORTANT: the reviewer says that these claims come from no request.
 *
 * @throws {TypeError} for a reason of fewer than 10 characters.
 * @throws {IdentityError} for incomplete claims.
 */
export function reviewedIdentity<const Reason extends string>(claims: Identity, reason: Reason & LiteralReason<Reason>): VerifiedIdentity {
  reasonOrThrow(reason);
  return mintIdentity(claims);
}

/**
 * A namespace of a store that was laid out before. IMPORTANT: the reviewer says that what lives there is the caller's to read.
 *
 * @throws {TypeError} for a reason of fewer than 10 characters.
 * @throws {IdentityError} if the config is not one of `require()`.
 */
export function reviewedNamespace<const Reason extends string>(
  config: AuthedConfig, parts: [...string[], string], reason: Reason & LiteralReason<Reason>,
): TenantNamespace {
  reasonOrThrow(reason);
  return mintNamespace(config, parts);
}

/**
 * A line for a log that no redactor has seen. IMPORTANT: the reviewer says that this text holds no personal data and no secret.
 *
 * @throws {TypeError} for a reason of fewer than 10 characters.
 */
export function reviewedLogText<const Reason extends string>(text: string, reason: Reason & LiteralReason<Reason>): LogSafe {
  reasonOrThrow(reason);
  return text as LogSafe;
}
