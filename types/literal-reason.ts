import type { Problem } from "./brand.js";
import type { IsWideString } from "./system-prompt.js";

/** A reason is written where the escape happens, for whoever reviews that line. */
export type LiteralReason<Reason extends string> = true extends IsWideString<Reason>
  ? Problem<"the reason must be a string literal: a reviewer reads it at this call">
  : Reason;

/** @internal */
export function reasonOrThrow(reason: string): void {
  if (typeof reason !== "string" || reason.trim().length < 10) throw new TypeError("a reviewed escape needs a reason of at least 10 characters");
}
