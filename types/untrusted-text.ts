import { registry, type Branded } from "./brand.js";

/**
 * Text that somebody else wrote: mail, pages, uploads, tool results.
 *
 * At run time it is a symbol that stands for the text, so it is refused wherever a string is wanted: by the compiler in template
 * literals, on `+` and as an argument, and by the engine if the compiler was talked round. `JSON.stringify` drops it.
 */
export type UntrustedText<Source extends string = string> = symbol & Branded<"UntrustedText", Source>;

/** @internal */
export interface HeldText {
  readonly text: string;
  readonly source: string;
}

const held = registry<HeldText>("untrusted-text");

/** Takes text in from outside. `source` says where from, such as "web" or "mail"; it is shown to the model. */
export function untrusted<const Source extends string>(text: string, source: Source): UntrustedText<Source> {
  if (typeof text !== "string") throw new TypeError("untrusted() takes a string");
  const handle = Symbol(`untrusted:${source}`) as unknown as UntrustedText<Source>;
  held.set(handle, { text, source });
  return handle;
}

export function isUntrusted(value: unknown): value is UntrustedText {
  return typeof value === "symbol" && Symbol.keyFor(value) === undefined && held.has(value);
}

/**
 * @internal
 * @throws {TypeError} for anything that `untrusted()` did not return in this process.
 */
export function readHeld(text: UntrustedText): HeldText {
  const found = isUntrusted(text) ? held.get(text) : undefined;
  if (!found) throw new TypeError("not an untrusted text of this process: keep it in state with seal() and unseal()");
  return found;
}
