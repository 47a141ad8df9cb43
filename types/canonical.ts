import { refuse } from "./refuse.js";

/**
 * Text that is the same for equal data and different for different data; only the order of an object's keys does not count. Missing
 * and `undefined`, a hole and `undefined`, `1` and `"1"` and `1n` all differ.
 *
 * Takes null, booleans, finite numbers but `-0`, bigints, strings, `undefined`, arrays and plain objects. Anything whose content cannot
 * be read for certain throws: functions, symbols (untrusted text is one), class instances (dates, maps), accessors, symbol keys, cycles.
 *
 * @internal
 * @throws {TypeError} naming the path of what has no canonical form, or of what holds it.
 */
export function canonical(value: unknown, path = "$", parents: readonly unknown[] = []): string {
  if (value === undefined) return "U";
  if (typeof value === "bigint") return `I${value}`;
  if (value === null || typeof value === "string" || typeof value === "boolean" || (Number.isFinite(value) && !Object.is(value, -0))) {
    return JSON.stringify(value);
  }
  const isList = Array.isArray(value);
  if (!(isList || isPlain(value)) || parents.includes(value)) refusePart(path);
  const entries = Reflect.ownKeys(value).map((key) => {
    const property = Object.getOwnPropertyDescriptor(value, key) ?? {};
    // A list's length is hidden and counts: it tells a trailing hole.
    if (typeof key === "symbol" || !("value" in property) || !(property.enumerable || (isList && key === "length"))) refusePart(path);
    return `${JSON.stringify(key)}:${canonical(property.value, `${path}.${key}`, [...parents, value])}`;
  });
  return `${isList ? "A" : "O"}{${entries.sort().join()}}`;
}

/** Made by a literal, `JSON.parse` or `Object.create(null)`, in any realm. */
function isPlain(value: unknown): value is object {
  return typeof value === "object" && Object.hasOwn((Object.getPrototypeOf(value) ?? Object.prototype) as object, "hasOwnProperty");
}

function refusePart(path: string): never {
  refuse(`${path} has no canonical form`);
}
