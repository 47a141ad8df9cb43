import { decodeJson, encodeJson } from "./digest.js";
import { readHeld, untrusted, type UntrustedText } from "./untrusted-text.js";

/**
 * Untrusted text as plain data, for graph state, queues and HTTP. Not a string, and not readable by accident. It needs no brand:
 * who forges one gets untrusted text out.
 */
export interface SealedText {
  readonly "~untrusted": 1;
  readonly source: string;
  /** The text as a JSON string in base64url. */
  readonly sealed: string;
}

/** Packs text for a checkpoint or a hop. Source and every character come back; a `screen` verdict does not. */
export function seal(text: UntrustedText): SealedText {
  const { text: content, source } = readHeld(text);
  return { "~untrusted": 1, source, sealed: encodeJson(content) };
}

/**
 * Unpacks what `seal` packed.
 *
 * @throws {TypeError} for anything else.
 */
export function unseal(sealed: SealedText): UntrustedText {
  if (!isSealed(sealed)) throw new TypeError("not a text that seal() packed");
  let content: unknown;
  try {
    content = decodeJson(sealed.sealed);
  } catch (cause) {
    throw new TypeError("a sealed text is damaged", { cause });
  }
  return untrusted(content as string, sealed.source);
}

export function isSealed(value: unknown): value is SealedText {
  if (typeof value !== "object" || value === null) return false;
  const { "~untrusted": mark, source, sealed } = value as Record<keyof SealedText, unknown>;
  return mark === 1 && typeof source === "string" && typeof sealed === "string";
}
