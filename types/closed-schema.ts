import type { Problem } from "./brand.js";
import { definitionOf, type SchemaDefinition } from "./zod-schema.js";

const closedTypes = ["enum", "literal", "number", "int", "boolean", "date", "null", "undefined", "nan", "never", "void"] as const;
const closedFormats = ["date", "datetime", "time", "duration", "uuid", "guid"] as const;
const wrappers = ["optional", "nullable", "default", "prefault", "readonly", "nonoptional"] as const;

type Shallower = [never, 0, 1, 2, 3, 4, 5, 6];

/**
 * Paths, with the zod type, of fields that could carry free text. Walks the kinds of schemas and not their output types, so a
 * transform or `custom` cannot lie, and `z.iso.date()` is closed though its output is `string`.
 */
export type FreeText<Schema, Path extends string = "$", Depth extends number = 6> =
  [Depth] extends [never] ? `${Path} (too deep)`
  : 0 extends 1 & Schema ? `${Path} (any)`
  : Schema extends { _zod: { def: infer Definition } }
    ? Definition extends { type: (typeof closedTypes)[number] } ? never
    // A team may give the name of a closed format to a function of its own.
    : Definition extends { type: "string"; format: (typeof closedFormats)[number] } ? (Definition extends { fn: unknown } ? `${Path} (string)` : never)
    : Definition extends { type: "object"; shape: infer Shape }
      ? { [Key in keyof Shape & string]: FreeText<Shape[Key], `${Path}.${Key}`, Shallower[Depth]> }[keyof Shape & string]
    : Definition extends { type: "array"; element: infer Item } ? FreeText<Item, `${Path}[]`, Shallower[Depth]>
    : Definition extends { type: "union"; options: infer Options extends readonly unknown[] }
      ? { [Index in keyof Options]: FreeText<Options[Index], Path, Shallower[Depth]> }[number]
    : Definition extends { type: (typeof wrappers)[number]; innerType: infer Inner } ? FreeText<Inner, Path, Shallower[Depth]>
    : Definition extends { type: "tuple"; items: infer Items extends readonly unknown[]; rest: infer Rest }
      ? { [Index in keyof Items]: FreeText<Items[Index], Path, Shallower[Depth]> }[number] | (Rest extends null ? never : FreeText<Rest, Path, Shallower[Depth]>)
    : Definition extends { type: "record"; keyType: infer Keys; valueType: infer Values }
      ? FreeText<Keys, `${Path}{key}`, Shallower[Depth]> | FreeText<Values, `${Path}.*`, Shallower[Depth]>
    : Definition extends { type: infer Kind extends string } ? `${Path} (${Kind})`
    : `${Path} (?)`
  : `${Path} (not zod 4)`;

/** `unknown` for a schema over a closed vocabulary, else the problem. */
export type NoFreeText<Schema> = [FreeText<Schema>] extends [never] ? unknown
  : Problem<`plan field ${FreeText<Schema>} can carry free text: use z.enum, z.literal, numbers, booleans, dates or idFrom()`>;

/** A long list of enum values or numbers can spell text. */
const longestList = 50;

/**
 * The run-time twin of `FreeText`. Also sees what types cannot: lists without a bound, loose objects.
 *
 * @internal
 */
export function freeText(schema: unknown, path = "$", depth = 0): string[] {
  const definition = definitionOf(schema);
  if (!definition) return [`${path} (not zod 4)`];
  if (depth > 24) return [`${path} (too deep)`];
  const { type } = definition;
  const below = (inner: unknown, at: string): string[] => freeText(inner, at, depth + 1);
  if (isOneOf(closedTypes, type)) return [];
  if (isOneOf(wrappers, type)) return below(definition.innerType, path);
  switch (type) {
    case "string": return isOneOf(closedFormats, definition.format) && !takesWords(definition) ? [] : [`${path} (string)`];
    case "object": {
      const catchall = definitionOf(definition.catchall);
      const open = catchall && catchall.type !== "never" ? [`${path} (open object)`] : [];
      return [...open, ...Object.entries(definition.shape as object).flatMap(([key, value]) => below(value, `${path}.${key}`))];
    }
    case "array": {
      const bound = longestOf(schema);
      const unbounded = bound === undefined || bound > longestList ? [`${path} (list without .max(${longestList}) or less: it can spell text)`] : [];
      return [...unbounded, ...below(definition.element, `${path}[]`)];
    }
    case "union": return (definition.options as unknown[]).flatMap((option) => below(option, path));
    case "tuple": {
      const rest = definition.rest ? [`${path} (tuple with a rest: it can spell text)`] : [];
      return [...rest, ...(definition.items as unknown[]).flatMap((item, index) => below(item, `${path}[${index}]`))];
    }
    case "record": return [...below(definition.keyType, `${path}{key}`), ...below(definition.valueType, `${path}.*`)];
    default: return [`${path} (${type})`];
  }
}

/** A format is a name, and a team may give that name to a function or a pattern of its own. */
function takesWords({ fn, pattern }: SchemaDefinition): boolean {
  return fn !== undefined || !(pattern instanceof RegExp) || ["ignore", "IGNORE", "ignore all rules", "ignore, all."].some((words) => pattern.test(words));
}

/** The least bound that the checks of a list set; zod keeps it in the checks, and older versions in a bag beside them. */
function longestOf(schema: unknown): number | undefined {
  const { bag = {}, def } = (schema as { _zod: { bag?: SizeCheck; def: { checks?: readonly { _zod: { def: SizeCheck } }[] } } })._zod;
  const bounds = [bag, ...(def.checks ?? []).map((check) => check._zod.def)].flatMap(({ maximum, length }) => [maximum, length]);
  const known = bounds.filter((bound) => typeof bound === "number");
  return known.length > 0 ? Math.min(...known) : undefined;
}

interface SizeCheck {
  readonly maximum?: unknown;
  readonly length?: unknown;
}

function isOneOf(names: readonly string[], name: unknown): boolean {
  return typeof name === "string" && names.includes(name);
}
