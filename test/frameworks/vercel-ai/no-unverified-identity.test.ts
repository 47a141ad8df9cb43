import rule from "../../../rules/no-unverified-identity.js";
import { unverified } from "../cases/no-unverified-identity.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, unverified(vercelAi), {
  reported: [
    {
      name: "reports a context of one tool",
      code: `${vercelAi.head}app.post("/chat", async (req, res) => {\nawait generateText({ model, prompt: "Help.", toolsContext: { orders: { ⟦userId: req.body.userId⟧ } } });\nres.end();\n});`,
      messageId: "unverifiedIdentity",
      data: { key: "userId", holder: "toolsContext", source: "req.body.userId" },
    },
    {
      name: "reports the context of versions 5 and 6",
      code: `${vercelAi.head}app.post("/chat", async (req, res) => {\nawait generateText({ model, prompt: "Help.", experimental_context: { ⟦userId: req.body.userId⟧ } });\nres.end();\n});`,
      messageId: "unverifiedIdentity",
      data: { key: "userId", holder: "experimental_context", source: "req.body.userId" },
    },
  ],
  silent: [],
});
