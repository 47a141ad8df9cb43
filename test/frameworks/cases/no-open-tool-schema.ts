import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Schemas that let the model send keys which they do not name. */
export function openSchemas(dialect: Dialect): Cases {
  const tool = (schema: string): string => `${dialect.head}\n${dialect.tool("orders", { schema, input: "input", body: "return load(input);" })}`;
  const open = { messageId: "openSchema", data: { tool: 'Tool "orders"' } };
  return {
    reported: [
      { name: "reports a loose object", code: tool("⟦z.looseObject⟧({ city: z.string() })"), ...open },
      { name: "reports passthrough", code: tool("z.object({ city: z.string() }).⟦passthrough⟧()"), ...open },
      { name: "reports a catchall", code: tool("z.object({ city: z.string() }).⟦catchall⟧(z.string())"), ...open },
    ],
    silent: [
      { name: "is silent about an object", code: tool("z.object({ city: z.string() })") },
      { name: "is silent about a strict object", code: tool("z.strictObject({ city: z.string() })") },
      { name: "is silent about a schema that cannot be seen", code: `${dialect.head}import { Orders } from "./gone";\n${dialect.tool("orders", { schema: "Orders", input: "input", body: "return load(input);" })}` },
    ],
  };
}
