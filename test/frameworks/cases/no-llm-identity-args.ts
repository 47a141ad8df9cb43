import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

const NAMED = { user: "the caller", tenant: "the tenant", credential: "the caller's credentials" };

/** What every framework's tools have in common: a field by which the model chooses whose data it touches. */
export function identityArguments(dialect: Dialect): Cases {
  const load = (fields: string, input: string, body: string): string => `${dialect.head}\n${dialect.tool("orders", { fields, input, body })}`;
  const data = (path: string, kind: keyof typeof NAMED) => ({ tool: 'Tool "orders"', path, named: NAMED[kind] });
  return {
    reported: [
      { name: "reports the caller's id, and reads it from the run", code: load("⟦userId⟧: z.string()", "{ userId }", "return load(userId);"), messageId: "identityArgument", data: data("userId", "user"), suggestions: 1 },
      { name: "reports the tenant's id in an input with a name", code: load("⟦tenant_id⟧: z.string(), page: z.number()", "input", "return load(input.tenant_id, input.page);"), messageId: "identityArgument", data: data("tenant_id", "tenant"), suggestions: 1 },
      { name: "reports a credential", code: load("⟦accessToken⟧: z.string()", "{ accessToken }", "return load(accessToken);"), messageId: "identityArgument", data: data("accessToken", "credential"), suggestions: 1 },
      { name: "reports a field that the handler does not read", code: load("⟦userId⟧: z.string(), page: z.number()", "{ page }", "return load(page);"), messageId: "identityArgument", data: data("userId", "user"), suggestions: 1 },
      { name: "reports a nested field", code: load("order: z.object({ ⟦organizationId⟧: z.string() })", "{ order }", "return load(order);"), messageId: "identityArgument", data: data("order.organizationId", "tenant") },
      { name: "reports an optional field, with its description", code: load('⟦user_email⟧: z.string().optional().describe("Whose orders")', "{ user_email }", "return load(user_email);"), messageId: "identityArgument", data: data("user_email", "user"), suggestions: 1 },
      { name: "reports a schema in a constant", code: `${dialect.head}\nconst Orders = z.object({ ⟦workspaceId⟧: z.string() });\n${dialect.tool("orders", { schema: "Orders", input: "{ workspaceId }", body: "return load(workspaceId);" })}`, messageId: "identityArgument", data: data("workspaceId", "tenant"), suggestions: 1 },
    ],
    silent: [
      { name: "is silent about fields that name nobody", code: load("city: z.string(), days: z.number()", "{ city, days }", "return load(city, days);") },
      { name: "is silent about whom a mail goes to", code: load("recipient: z.object({ userId: z.string() })", "{ recipient }", "return load(recipient);") },
      { name: "is silent about an identity that comes from the run", code: load("page: z.number()", "{ page }", `return load(${dialect.read("userId")}, page);`) },
      { name: "is silent about a field with one value", code: load('tenant_id: z.literal("acme")', "{ tenant_id }", "return load(tenant_id);") },
      { name: "is silent about an email address that need not be the caller's", code: load("email: z.string()", "{ email }", "return load(email);") },
      { name: "is silent about a schema of no tool", code: `${dialect.head}\nexport const Body = z.object({ userId: z.string() });\n${dialect.tool("orders", { body: "return load(query);" })}` },
      { name: "is silent about a schema that cannot be seen", code: `${dialect.head}\nimport { Orders } from "./gone";\n${dialect.tool("orders", { schema: "Orders", body: "return load(query);" })}` },
    ],
  };
}
