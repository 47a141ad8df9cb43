import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Defaults that stand in for who is calling. */
export function fallbacks(dialect: Dialect): Cases {
  const tool = (body: string): string => `${dialect.head}import { load } from "./orders";\n${dialect.tool("orders", { body })}`;
  const user = dialect.read("userId").replaceAll("?.", ".").replace(/\.(?=context|requestContext|authInfo|extra\b)/gu, "?.");
  const data = (key: string, fallback: string) => ({ messageId: "identityFallback", data: { key, fallback } });
  const read = (key: string): string => user.replace("userId", key);
  return {
    reported: [
      { name: "reports a default for a missing user", code: tool(`return load(⟦${read("userId")} ?? "default"⟧, query);`), ...data("userId", '"default"') },
      { name: "reports a default for a missing tenant", code: tool(`return load(⟦${read("tenantId")} || "public"⟧, query);`), ...data("tenantId", '"public"') },
      { name: "reports a default in a constant", code: tool(`const owner = ⟦${read("userId")} ?? "anonymous"⟧;\nreturn load(owner, query);`), ...data("userId", '"anonymous"') },
      { name: "reports a default of a condition", code: tool(`const id = ${read("userId")};\nreturn load(⟦id ? id : "guest"⟧, query);`), ...data("userId", '"guest"') },
      { name: "reports a default number", code: tool(`return load(⟦${read("organizationId")} ?? 1⟧, query);`), ...data("organizationId", "1") },
      { name: "reports a default that is assigned", code: tool(`let id = ${read("userId")};\n⟦id ??= "default"⟧;\nreturn load(id, query);`), ...data("userId", '"default"') },
    ],
    silent: [
      { name: "is silent where a missing user is refused", code: tool(`const id = ${read("userId")};\nif (!id) return "ERROR: sign in first.";\nreturn load(id, query);`) },
      { name: "is silent about a default for something else", code: tool(`return load(${read("locale")} ?? "en", query);`) },
      { name: "is silent where the default is told apart", code: tool(`const id = ${read("userId")} ?? "anonymous";\nif (id === "anonymous") return "ERROR: sign in first.";\nreturn load(id, query);`) },
      { name: "is silent about a default that only goes into a log", code: tool(`console.log(${read("userId")} ?? "anonymous");\nreturn load(query);`) },
      { name: "is silent about an empty default, which is refused further on", code: tool(`return load(${read("userId")} ?? "", query);`) },
      { name: "is silent about a default of the model's own argument", code: tool('return load(query ?? "default");') },
    ],
  };
}
