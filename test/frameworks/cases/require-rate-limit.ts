import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Requests that run an agent as often as they like. */
export function unlimitedRuns(dialect: AgentDialect): Cases {
  const answer = (marked: boolean): string => (marked ? dialect.answer("req.body.text").replace(dialect.answerCallee, `⟦${dialect.answerCallee}⟧`) : dialect.answer("req.body.text"));
  const handler = (body: string, before = ""): string => `${dialect.head}${before}import { desk } from "./desk";\napp.post("/chat", async (req, res) => {\n${body}\n});`;
  const unlimited = { messageId: "unlimited", data: { run: dialect.answerCallee } };
  const LIMITER = 'import { RateLimiterMemory } from "rate-limiter-flexible";\nconst limiter = new RateLimiterMemory({ points: 5, duration: 60 });\n';
  return {
    reported: [
      { name: "reports a handler without a limiter", code: handler(`res.json({ answer: ${answer(true)} });`), ...unlimited },
      { name: "reports a route of Next.js", code: `${dialect.head}import { desk } from "./desk";\nexport async function POST(request) {\nconst req = { body: await request.json() };\nreturn Response.json({ answer: ${answer(true)} });\n}`, ...unlimited },
      { name: "reports a limiter that counts all callers together", code: handler(`await limiter.consume("all");\nres.json({ answer: ${answer(true)} });`, LIMITER), messageId: "shared", data: { run: dialect.answerCallee, limiter: 'limiter.consume("all")' } },
    ],
    silent: [
      { name: "is silent where a limiter is asked with the user's key", code: handler(`await limiter.consume(req.user.id);\nres.json({ answer: ${answer(false)} });`, LIMITER) },
      { name: "is silent outside of a handler", code: `${dialect.head}import { desk } from "./desk";\nexport const answer = async (req) => ${answer(false)};` },
      { name: "is silent about a handler that runs nothing", code: `${handler("res.json({ ok: true });")}\nexport const later = (req) => work(async () => ${answer(false)});` },
    ],
  };
}
