/** A zod 4 schema, seen by its shape: any copy of zod and `zod/mini` fit. */
export interface ZodSchema {
  _zod: { def: { type: string }; input: unknown; output: unknown };
}

/** A zod 4 object schema. Its shape, input and output are `any`, so that every concrete schema is one. */
export interface ZodObjectSchema extends ZodSchema {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- `unknown` as an input type would accept no concrete schema
  _zod: { def: { type: "object"; shape: any }; input: any; output: any };
}

export type InputOf<Schema extends ZodSchema> = Schema["_zod"]["input"];
export type OutputOf<Schema extends ZodSchema> = Schema["_zod"]["output"];

/** @internal */
export interface SchemaDefinition {
  readonly type: string;
  readonly [property: string]: unknown;
}

/**
 * The definition inside a schema; `undefined` for anything that is no zod 4 schema.
 *
 * @internal
 */
export function definitionOf(schema: unknown): SchemaDefinition | undefined {
  const internals = typeof schema === "object" && schema !== null ? (schema as { _zod?: { def?: SchemaDefinition } })._zod : undefined;
  return internals?.def;
}

/**
 * Whether a schema is one of zod 3, or of the older API that zod 3.25 has beside `zod/v4`.
 *
 * @internal
 */
export function isOlderZod(schema: unknown): boolean {
  return typeof schema === "object" && schema !== null && "_def" in schema && "safeParse" in schema && !definitionOf(schema);
}

/**
 * @internal
 * @throws {ZodError} as zod does.
 */
export function parseWith<Schema extends ZodSchema>(schema: Schema, value: unknown): OutputOf<Schema> {
  // zod and zod/mini put `parse` on every schema; the structural type above does not list it.
  return (schema as unknown as { parse(value: unknown): OutputOf<Schema> }).parse(value);
}
