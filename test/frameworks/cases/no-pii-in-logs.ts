import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** What people wrote, in a log. */
export function logged(dialect: AgentDialect): Cases {
  const handler = (body: string): string => `${dialect.head}import { desk } from "./desk";\napp.post("/chat", async (req, res) => {\n${body}\nres.json({ answer: ${dialect.answer("req.body.text")} });\n});`;
  const wrote = (value: string, what: string, log = "console.log") => ({ messageId: "content", data: { log, what, value } });
  return {
    reported: [
      { name: "reports the whole body", code: handler("console.log(⟦req.body⟧);"), ...wrote("req.body", "everything that the client sent") },
      { name: "reports what somebody wrote", code: handler("console.log(⟦req.body.text⟧);"), ...wrote("req.body.text", "what somebody wrote") },
      { name: "reports messages", code: handler('console.info("asked", ⟦req.body.messages⟧);'), ...wrote("req.body.messages", "whole messages", "console.info") },
    ],
    silent: [
      { name: "is silent about an id", code: handler("console.log(req.body.id);") },
      { name: "is silent about a count", code: handler("console.log(req.body.messages.length);") },
      { name: "is silent about a constant", code: handler('console.log("asked");') },
    ],
  };
}
