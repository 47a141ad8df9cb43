/**
 * Text that is the same for equal data and different for different data; only the order of an object's keys does not count.
 * Missing and `undefined`, `0` and `-0`, `1` and `"1"` and `1n`, a hole and `undefined` all differ.
 *
 * Takes null, booleans, finite numbers, bigints, strings, `undefined`, dates, arrays, maps, sets (both in their own order) and plain
 * objects. Anything whose content cannot be read for certain throws: functions, symbols (untrusted text is one), class instances,
 * accessors, symbol keys, hidden properties, cycles.
 *
 * @internal
 * @throws {TypeError} naming the path of the first value that has no canonical form.
 */
export function canonical(value: unknown): string {
  return encode(value, "$", []);
}

function encode(value: unknown, path: string, parents: readonly object[]): string {
  switch (typeof value) {
    case "string": return JSON.stringify(value);
    case "boolean": return value ? "T" : "F";
    case "undefined": return "U";
    case "bigint": return `I${value}`;
    case "number":
      if (!Number.isFinite(value)) throw refusal(path, "a number that is not finite");
      return Object.is(value, -0) ? "-0" : String(value);
    case "object": return value === null ? "N" : encodeObject(value, path, parents);
    default: throw refusal(path, `a ${typeof value}`);
  }
}

function encodeObject(value: object, path: string, parents: readonly object[]): string {
  if (parents.includes(value)) throw refusal(path, "a cycle");
  const within = [...parents, value];
  const below = (item: unknown, step: string): string => encode(item, path + step, within);
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) throw refusal(path, "an invalid date");
    refuseExtras(value, path, 0);
    return `D${value.getTime()}`;
  }
  if (value instanceof Map) {
    refuseExtras(value, path, 0);
    return `M(${Array.from(value, ([key, item]) => `${below(key, ".key")}=${below(item, ".value")}`).join()})`;
  }
  if (value instanceof Set) {
    refuseExtras(value, path, 0);
    return `S(${Array.from(value, (item) => below(item, ".item")).join()})`;
  }
  if (Array.isArray(value)) return encodeArray(value, path, below);
  if (!isPlain(value)) throw refusal(path, "an instance of a class");
  const entries = plainProperties(value, path).map(([key, item]) => `${JSON.stringify(key)}:${below(item, `.${key}`)}`);
  return `{${entries.sort().join()}}`;
}

function encodeArray(value: unknown[], path: string, below: (item: unknown, step: string) => string): string {
  const holes = Array.from(value.keys()).filter((index) => !Object.hasOwn(value, index)).length;
  // Its length is the one hidden property of an array.
  refuseExtras(value, path, value.length - holes + 1);
  const items = Array.from(value.keys(), (index) => {
    if (!Object.hasOwn(value, index)) return "H";
    if (Object.getOwnPropertyDescriptor(value, index)?.get) throw refusal(`${path}[${index}]`, "an accessor");
    return below(value[index], `[${index}]`);
  });
  return `[${items.join()}]`;
}

/** Plain in any realm: made by a literal, `JSON.parse` or `Object.create(null)`. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, "hasOwnProperty"));
}

function plainProperties(value: object, path: string): [string, unknown][] {
  return Reflect.ownKeys(value).map((key) => {
    if (typeof key === "symbol") throw refusal(path, "a symbol key");
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (!property || !("value" in property)) throw refusal(`${path}.${key}`, "an accessor");
    if (!property.enumerable) throw refusal(`${path}.${key}`, "a hidden property");
    return [key, property.value];
  });
}

function refuseExtras(value: object, path: string, expected: number): void {
  if (Reflect.ownKeys(value).length !== expected) throw refusal(path, "a property that is no item");
}

function refusal(path: string, found: string): TypeError {
  return new TypeError(`${path} has no canonical form: ${found}`);
}
