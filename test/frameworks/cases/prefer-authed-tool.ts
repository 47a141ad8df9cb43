import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Identities that a tool takes from the run as they are. */
export function uncheckedReads(dialect: Dialect): Cases {
  const tool = (body: string): string => `${dialect.head}import { load } from "./orders";\n${dialect.tool("orders", { body })}`;
  const path = (key: string): string => dialect.read(key).replace(`${dialect.parameter}.`, "").replaceAll("?.", ".").replace(/\.get\("(?<key>\w+)"\)/u, ".$<key>");
  const read = (key: string) => ({ messageId: "uncheckedIdentity", data: { tool: 'Tool "orders"', path: path(key) } });
  return {
    reported: [
      { name: "reports the user of the run", code: tool(`return load(⟦${dialect.read("userId")}⟧, query);`), ...read("userId") },
      { name: "reports the tenant of the run", code: tool(`const tenant = ⟦${dialect.read("tenantId")}⟧;\nreturn load(tenant, query);`), ...read("tenantId") },
      { name: "reports a read in a condition", code: tool(`if (!⟦${dialect.read("organization_id")}⟧) return "ERROR: sign in first.";\nreturn load(query);`), ...read("organization_id") },
    ],
    silent: [
      { name: "is silent about other values of the run", code: tool(`return load(${dialect.read("locale")}, query);`) },
      { name: "is silent about the model's own argument", code: tool("return load(query.userId);") },
      { name: "is silent about the same words of something else", code: tool(`const ${dialect.parameter === "extra" ? "session" : "extra"} = await open();\nreturn load(${dialect.parameter === "extra" ? "session" : "extra"}.userId, query);`) },
    ],
  };
}
