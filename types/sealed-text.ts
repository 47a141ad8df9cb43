import { decodeJson, encodeJson } from "./digest.js";
import { ownOf } from "./identity.js";
import { refuse } from "./refuse.js";
import { readHeld, untrusted, type UntrustedText } from "./untrusted-text.js";

/**
 * Untrusted text as plain data, for graph state, queues and HTTP. Not a string, and not readable by accident. It needs no brand:
 * who forges one gets untrusted text out.
 */
export interface SealedText {
  readonly "~untrusted": 1;
  readonly source: string;
  /** The text as a JSON string in base64. */
  readonly sealed: string;
}

/**
 * Packs text for a checkpoint or a hop. The source's label and every character come back; a `screen` verdict does not.
 *
 * @throws {TypeError} for a text that `untrusted()` did not return in this process.
 */
export function seal(text: UntrustedText): SealedText {
  const { text: content, source } = readHeld(text);
  return { "~untrusted": 1, source, sealed: encodeJson(content) };
}

/**
 * Unpacks what `seal` packed.
 *
 * @throws {TypeError} for anything of another form.
 * @throws {SyntaxError} for a text that was damaged, {DOMException} or {URIError} for one that is no base64 any more.
 */
export function unseal(sealed: SealedText): UntrustedText {
  if (ownOf(sealed)["~untrusted"] !== 1) refuse("not a text of seal()");
  return untrusted(decodeJson(sealed.sealed) as string, sealed.source);
}

