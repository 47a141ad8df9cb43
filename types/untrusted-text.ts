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

const held = registry<HeldText>("text");

/** Takes text in from outside. `source` says where from, such as "web" or "mail"; it is shown to the model. */
export function untrusted<const Source extends string>(text: string, source: Source): UntrustedText<Source> {
  const handle = Symbol(`untrusted:${source}`) as unknown as UntrustedText<Source>;
  held.set(handle, { text, source });
  return handle;
}

export function isUntrusted(value: unknown): value is UntrustedText {
  return held.has(value as symbol);
}

/**
 * @internal
 * @throws {TypeError} for anything that `untrusted()` did not return in this process.
 */
export function readHeld(text: UntrustedText): HeldText {
  const found = held.get(text);
  if (!found) throw new TypeError("no untrusted text of this process: see seal()");
  return found;
}
