import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Answers that are sent when the last word is there. */
export function wholeAnswers(dialect: AgentDialect, instead: string): Cases {
  const answer = (marked: boolean): string => (marked ? dialect.answer("req.body.text").replace(dialect.answerCallee, `⟦${dialect.answerCallee}⟧`) : dialect.answer("req.body.text"));
  const handler = (body: string): string => `${dialect.head}import { desk } from "./desk";\napp.post("/chat", async (req, res) => {\n${body}\n});`;
  const whole = { messageId: "wholeAnswer", data: { call: dialect.answerCallee, instead } };
  return {
    reported: [
      { name: "reports an answer that is sent at once", code: handler(`res.json({ answer: ${answer(true)} });`), ...whole },
      { name: "reports an answer in a constant", code: handler(`const answer = ${answer(true)};\nres.send(answer);`), ...whole },
      { name: "reports a route of Next.js", code: `${dialect.head}import { desk } from "./desk";\nexport async function POST(request) {\nconst req = { body: await request.json() };\nreturn Response.json({ answer: ${answer(true)} });\n}`, ...whole },
    ],
    silent: [
      { name: "is silent about an answer that is kept", code: handler(`const answer = ${answer(false)};\nawait db.save(answer);\nres.status(204).end();`) },
      { name: "is silent outside of a handler", code: `${dialect.head}import { desk } from "./desk";\nexport const ask = async (req) => ${answer(false)};` },
      { name: "is silent about a job that a schedule starts", code: `${dialect.head}import { desk } from "./desk";\nschedule("0 7 * * *", async (req) => { await db.save(${answer(false)}); });` },
    ],
  };
}
