import { registry, type Branded } from "./brand.js";
import { refuse } from "./refuse.js";

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
  /** A label without blanks. */
  readonly source: string;
}

const held = registry<HeldText>("text");

/**
 * Takes text in from outside.
 *
 * @param source says where from, such as "web" or "mail". The model and whoever prints the handle see it, so it is cut to 80 characters,
 *   and all but ASCII letters, digits and `_ . : -` become `_`: it carries no sentence of its own.
 * @throws {TypeError} if the text is none.
 */
export function untrusted<const Source extends string>(text: string, source: Source): UntrustedText<Source> {
  if (typeof text !== "string") refuse("no text");
  const label = source.slice(0, 80).replace(/[^\w.:-]/g, "_");
  const handle = Symbol(`untrusted:${label}`) as unknown as UntrustedText<Source>;
  held.set(handle, { text, source: label });
  return handle;
}

/** Whether a value stands for an untrusted text of this process, whatever its type says. */
export function isUntrusted(value: unknown): value is UntrustedText {
  return held.has(value as symbol);
}

/**
 * @internal
 * @throws {TypeError} for anything that `untrusted()` did not return in this process.
 */
export function readHeld(text: UntrustedText): HeldText {
  const found = held.get(text);
  if (!found) refuse("no untrusted text of this process: see seal()");
  return found;
}
