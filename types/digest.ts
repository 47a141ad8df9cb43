/** The two primitives that the guards compute with. Both return lower-case hexadecimal and treat text as UTF-8. */
export interface DigestPrimitives {
  sha256(text: string): string;
  hmacSha256(key: string | Uint8Array, text: string): string;
}

let provided: DigestPrimitives | undefined;

/**
 * Replaces `node:crypto` where it is missing (an edge run-time). Both primitives must be synchronous, so WebCrypto does not fit;
 * `@noble/hashes` does. Call it once, at start: without it and without `node:crypto`, whatever computes a digest throws an {Error}.
 */
export function provideDigests(primitives: DigestPrimitives): void {
  provided = primitives;
}

/** @internal */
export function digests(): DigestPrimitives {
  if (provided) return provided;
  // Asked for at run time and not imported, so that a bundle for an edge run-time has nothing to resolve.
  const crypto = (globalThis as { process?: NodeJS.Process }).process?.getBuiltinModule("node:crypto");
  if (!crypto) throw new Error("call provideDigests()");
  return (provided = {
    sha256: (text) => crypto.createHash("sha256").update(text).digest("hex"),
    hmacSha256: (key, text) => crypto.createHmac("sha256", key).update(text).digest("hex"),
  });
}

/**
 * Compares two secrets by their digests: how long that takes tells nothing that helps to guess one.
 *
 * @internal
 */
export function sameSecret(left: string, right: string): boolean {
  return digests().sha256(left) === digests().sha256(right);
}

/**
 * JSON in base64. JSON escapes lone surrogates, so they survive where UTF-8 alone would replace them.
 *
 * @internal
 */
export function encodeJson(value: unknown): string {
  return btoa(encodeURIComponent(JSON.stringify(value)));
}

/** @internal */
export function decodeJson(encoded: string): unknown {
  return JSON.parse(decodeURIComponent(atob(encoded)));
}
