/** Packages whose schemas are made by functions of the same names: zod, and Valibot, which has functions where zod has methods. */
export const SCHEMA_LIBRARIES = ["zod", "zod/*", "@zod/mini", "@hono/zod-openapi", "valibot"];
