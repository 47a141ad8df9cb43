import { shared } from "./brand.js";

/** The two primitives that the guards compute with. Both return lower-case hexadecimal and treat text as UTF-8. */
export interface DigestPrimitives {
  sha256(text: string): string;
  hmacSha256(key: string | Uint8Array, text: string): string;
}

const provided = shared<{ primitives?: DigestPrimitives }>("digest", () => ({}));

/**
 * Replaces `node:crypto` where it is missing (an edge run-time). Both primitives must be synchronous, so WebCrypto does not fit;
 * `@noble/hashes` does. Call it once, at start.
 */
export function provideDigests(primitives: DigestPrimitives): void {
  provided.primitives = primitives;
}

/** @internal */
export function digests(): DigestPrimitives {
  return (provided.primitives ??= nodeDigests());
}

function nodeDigests(): DigestPrimitives {
  // Asked for at run time and not imported, so that a bundle for an edge run-time has nothing to resolve.
  const crypto = globalThis.process?.getBuiltinModule("node:crypto");
  if (!crypto) throw new Error("no node:crypto here: call provideDigests() at start");
  return {
    sha256: (text) => crypto.createHash("sha256").update(text).digest("hex"),
    hmacSha256: (key, text) => crypto.createHmac("sha256", key).update(text).digest("hex"),
  };
}

/**
 * Compares two digests without telling, by its duration, where they differ.
 *
 * @internal
 */
export function sameDigest(left: string, right: string): boolean {
  if (left.length !== right.length) return false;
  let difference = 0;
  for (let index = 0; index < left.length; index++) difference |= left.charCodeAt(index) ^ right.charCodeAt(index);
  return difference === 0;
}

/**
 * Random lower-case hexadecimal from the platform's secure source.
 *
 * @internal
 */
export function randomHex(bytes: number): string {
  return Array.from(globalThis.crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * JSON as base64url. Every character beyond ASCII is escaped first, so lone surrogates survive where UTF-8 would replace them.
 *
 * @internal
 */
export function encodeJson(value: unknown): string {
  const ascii = JSON.stringify(value).replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return btoa(ascii).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @internal */
export function decodeJson(encoded: string): unknown {
  return JSON.parse(atob(encoded.replaceAll("-", "+").replaceAll("_", "/")));
}
