import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Identities that the model gets to see. */
export function identityTexts(dialect: AgentDialect): Cases {
  const handler = (body: string): string => `${dialect.head}import { desk } from "./desk";\napp.post("/chat", async (req, res) => {\n${body}\nres.end();\n});`;
  const shown = (source: string, label: string) => ({ messageId: "identityInPrompt", data: { source, label } });
  return {
    reported: [
      { name: "reports a user in what the model obeys", code: handler(dialect.instruct("`You help user ${⟦req.user.id⟧}.`")), ...shown("req.user.id", `\`${dialect.instructionsKey}\``) },
      { name: "reports a tenant in what the model obeys", code: handler(dialect.instruct("`You work for ${⟦req.user.tenantId⟧}.`")), ...shown("req.user.tenantId", `\`${dialect.instructionsKey}\``) },
      { name: "reports a user in the user's text", code: handler(dialect.ask("`I am ${⟦req.user.id⟧}.`")), ...shown("req.user.id", dialect.askLabel) },
    ],
    silent: [
      { name: "is silent about a name", code: handler(dialect.instruct("`You help ${req.user.displayName}.`")) },
      { name: "is silent about an identity for the tools", code: handler(dialect.stamp("userId", "req.user.id")) },
      { name: "is silent about a text without anybody", code: handler(dialect.instruct("`Today is ${new Date().toDateString()}.`")) },
    ],
  };
}
