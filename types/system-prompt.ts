import type { Brand, Branded, Problem } from "./brand.js";
import { refuse } from "./refuse.js";

/** A system prompt made of the program's own words. */
export type SystemPromptText = Brand<string, "SystemPromptText">;

/** `string` and template-literal types; a union of literals is not wide. */
// A literal is a required key of a record, a wide string only an index signature, which an empty object fulfils.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the empty object is what is asked about
export type IsWideString<Value> = Value extends string ? ({} extends Record<Value, 1> ? true : false) : false;

type Interpolated<Value> =
  0 extends 1 & Value ? never
  : Value extends SystemPromptText | number | boolean ? Value
  : Value extends Branded<"UntrustedText"> | Branded<"DelimitedBlock">
    ? Problem<"untrusted text may not enter a system prompt: use untrustedMessage()">
  : true extends IsWideString<Value>
    ? Problem<"a plain string may not enter a system prompt: use a literal union, or reviewedPrompt(text, reason)">
  : Value extends string ? Value
  : Problem<"only literals, numbers, booleans and SystemPromptText may enter a system prompt">;

/**
 * The tag for system prompts. Takes literals, numbers, booleans and other system prompts.
 *
 * @throws {TypeError} if called as a plain function, or with a value of any other kind.
 */
export function systemPrompt<const Values extends readonly unknown[]>(
  strings: TemplateStringsArray, ...values: { [Key in keyof Values]: Interpolated<Values[Key]> } & Values
): SystemPromptText {
  const isPlain = values.every((value) => ["string", "number", "boolean"].includes(typeof value));
  // The engine freezes the strings that it passes to a tag.
  if (!isPlain || !Object.isFrozen(strings)) refuse("systemPrompt takes literals");
  // The cooked strings, so that an escape in the template means what it means elsewhere.
  return String.raw({ raw: strings }, ...values) as SystemPromptText;
}
