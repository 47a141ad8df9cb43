/** Packages whose schemas are made by functions of the same names: zod, and Valibot, which has functions where zod has methods. */
export const SCHEMA_LIBRARIES = ["zod", "zod/*", "@zod/mini", "@hono/zod-openapi", "valibot"];

/** Methods of a schema that give back what they are given, once it is checked. */
export const PARSING_METHODS: ReadonlySet<string> = new Set(["parse", "parseAsync", "safeParse", "safeParseAsync"]);
