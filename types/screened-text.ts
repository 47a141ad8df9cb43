import { registry, type Branded } from "./brand.js";
import { readHeld, type UntrustedText } from "./untrusted-text.js";

/** Untrusted text that a detector found nothing in. Still untrusted, still not a string. */
export type ScreenedText<Source extends string = string> = UntrustedText<Source> & Branded<"ScreenedText", true>;

/** What a detector says of a text. Whatever is not "clean" counts as suspicious. */
export type Verdict = "clean" | "suspicious";

/** Any injection detector: a model, a service, a list of patterns. It sees the raw text. */
export type Detector = (text: string) => Verdict | Promise<Verdict>;

const screened = registry<true>("screened");

/** Whether a detector has called this text clean in this process, whatever its type says. */
export function isScreened(value: unknown): value is ScreenedText {
  return screened.has(value as symbol);
}

/**
 * Resolves to the text if the detector calls it clean, else to `undefined`. What the detector throws comes through.
 *
 * @throws {TypeError} for a text that `untrusted()` did not return in this process.
 */
export async function screen<Source extends string>(
  text: UntrustedText<Source>, detector: Detector,
): Promise<ScreenedText<Source> | undefined> {
  if ((await detector(readHeld(text).text)) !== "clean") return undefined;
  screened.set(text, true);
  return text as ScreenedText<Source>;
}
