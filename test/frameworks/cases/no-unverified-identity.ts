import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Identities on a run that the client wrote. */
export function unverified(dialect: AgentDialect): Cases {
  const handler = (body: string): string => `${dialect.head}import { desk } from "./desk";\napp.post("/chat", async (req, res) => {\n${body}\nres.end();\n});`;
  const wrote = (key: string, source: string) => ({ messageId: "unverifiedIdentity", data: { key, holder: dialect.holder, source } });
  const stamp = (key: string, value: string): string => dialect.stamp(key, value, true);
  return {
    reported: [
      { name: "reports a user of the body", code: handler(stamp("userId", "req.body.userId")), ...wrote("userId", "req.body.userId") },
      { name: "reports a tenant of a header", code: handler(stamp("tenantId", 'req.headers["x-tenant"]')), ...wrote("tenantId", 'req.headers["x-tenant"]') },
      { name: "reports a user of the query", code: handler(stamp("user_id", "req.query.user")), ...wrote("user_id", "req.query.user") },
      { name: "reports an organisation of the path", code: handler(stamp("organizationId", "req.params.org")), ...wrote("organizationId", "req.params.org") },
      { name: "reports a constant of the body", code: handler(`const { account } = req.body;\n${stamp("accountId", "account")}`), ...wrote("accountId", "account") },
      { name: "reports a route that reads JSON", code: `${dialect.head}import { desk } from "./desk";\nexport async function POST(request) {\nconst body = await request.json();\n${stamp("userId", "body.user")}\nreturn new Response();\n}`, ...wrote("userId", "body.user") },
    ],
    silent: [
      { name: "is silent about the user of the session", code: handler(dialect.stamp("userId", "req.user.id")) },
      { name: "is silent about a token that is verified", code: `import { jwtVerify } from "jose";\n${handler(`const { payload } = await jwtVerify(req.headers.authorization, key);\n${dialect.stamp("userId", "payload.sub")}`)}` },
      { name: "is silent about other values of the client", code: handler(dialect.stamp("locale", "req.body.locale")) },
      { name: "is silent about a value of the database", code: handler(`const row = await db.find(req.body.id);\n${dialect.stamp("userId", "row.owner")}`) },
      { name: "is silent about a constant", code: handler(dialect.stamp("tenantId", '"acme"')) },
      { name: "is silent outside of a handler", code: `${dialect.head}import { desk } from "./desk";\nexport async function answer(userId) {\n${dialect.stamp("userId", "userId")}\n}` },
    ],
  };
}
