/**
 * A frozen copy of JSON data, at all depths.
 *
 * @internal
 * @throws {TypeError} for anything that JSON would change or drop: dates, maps, `undefined` items, NaN, `-0`, class instances.
 */
export function frozenJson<Data>(data: Data): Data {
  return freeze(data, "$", []) as Data;
}

function freeze(value: unknown, path: string, parents: readonly object[]): unknown {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value) && !Object.is(value, -0)) return value;
  if (typeof value !== "object" || parents.includes(value)) throw new TypeError(`${path} is no JSON data: a reviewer could not see what runs`);
  const within = [...parents, value];
  if (Array.isArray(value)) return Object.freeze(Array.from(value, (item, index) => freeze(item, `${path}[${index}]`, within)));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw new TypeError(`${path} is no JSON data: a reviewer could not see what runs`);
  // A missing optional argument may be there as `undefined`; JSON and the reviewer see neither.
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.freeze(Object.fromEntries(entries.map(([key, item]) => [key, freeze(item, `${path}.${key}`, within)])));
}
