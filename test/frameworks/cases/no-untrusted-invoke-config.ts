import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Whole objects of a client for a run. */
export function wholeConfigs(dialect: AgentDialect): Cases {
  const handler = (body: string): string => `${dialect.head}import { desk } from "./desk";\napp.post("/chat", async (req, res) => {\n${body}\nres.end();\n});`;
  const taken = (source: string) => ({ messageId: "untrustedConfig", data: { what: `\`${dialect.holder}\``, source } });
  return {
    reported: [
      { name: "reports a context of the body", code: handler(dialect.stampWhole("⟦req.body.context⟧")), ...taken("req.body.context") },
      { name: "reports the body itself", code: handler(dialect.stampWhole("⟦req.body⟧")), ...taken("req.body") },
      { name: "reports a constant of the body", code: handler(`const { context } = req.body;\n${dialect.stampWhole("⟦context⟧")}`), ...taken("context") },
      { name: "reports what is spread in beside other keys", code: handler(dialect.stampWhole("{ ...⟦req.body.context⟧, userId: req.user.id }")), ...taken("req.body.context") },
      { name: "reports a context of the query", code: handler(dialect.stampWhole("⟦req.query⟧")), ...taken("req.query") },
      { name: "reports a route that reads JSON", code: `${dialect.head}import { desk } from "./desk";\nexport async function POST(request) {\nconst body = await request.json();\n${dialect.stampWhole("⟦body.context⟧")}\nreturn new Response();\n}`, ...taken("body.context") },
    ],
    silent: [
      { name: "is silent about keys that are picked one by one", code: handler(dialect.stampWhole("{ locale: req.body.locale }")) },
      { name: "is silent about a context of the program", code: handler(dialect.stampWhole("{ userId: req.user.id }")) },
      { name: "is silent about what a schema let through", code: `import { z } from "zod";\n${handler(`const known = z.object({ locale: z.string() }).parse(req.body);\n${dialect.stampWhole("known")}`).replace('import { z } from "zod";\n', "")}` },
      { name: "is silent about a context of the database", code: handler(`const stored = await db.find(req.user.id);\n${dialect.stampWhole("stored")}`) },
      { name: "is silent about a context that a function makes", code: handler(dialect.stampWhole("contextFor(req.user)")) },
      { name: "is silent outside of a handler", code: `${dialect.head}import { desk } from "./desk";\nexport async function answer(context) {\n${dialect.stampWhole("context")}\n}` },
    ],
  };
}
