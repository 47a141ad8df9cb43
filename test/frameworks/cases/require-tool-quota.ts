import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

const MAIL = 'import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n';

/** Tools that act outside as often as they are called. The marks have to stand around the tool's name, or what stands for it. */
export function unboundedTools(dialect: Dialect, mark: (code: string, name: string) => string): Cases {
  const tool = (name: string, body: string, before = MAIL): string => `${dialect.head}${before}${dialect.tool(name, { body })}`;
  const unbounded = (name: string, does: string, call: string) => ({ messageId: "unbounded", data: { tool: `Tool "${name}"`, does, call } });
  const send = "return String(await transport.sendMail({ to: query }));";
  return {
    reported: [
      { name: "reports a tool that sends mail", code: mark(tool("send_mail", send), "send_mail"), ...unbounded("send_mail", "sends mail", "transport.sendMail") },
      { name: "reports another mail service", code: mark(tool("write_to", 'return String(await resend.emails.send({ to: query, subject: "Hello", text: "Hello" }));', 'import { Resend } from "resend";\nconst resend = new Resend(process.env.RESEND_KEY);\n'), "write_to"), ...unbounded("write_to", "sends mail", "resend.emails.send") },
      { name: "reports an effect in a helper", code: mark(tool("notify", "return deliver(query);", `${MAIL}const deliver = (to) => transport.sendMail({ to });\n`), "notify"), ...unbounded("notify", "sends mail", "transport.sendMail") },
    ],
    silent: [
      { name: "is silent about a tool that only reads", code: tool("look", 'return (await fetch("https://api.example.com/" + query)).text();') },
      { name: "is silent where a limiter is asked first", code: tool("send_mail", `await limiter.consume(userId);\n${send}`, `${MAIL}import { RateLimiterMemory } from "rate-limiter-flexible";\nconst limiter = new RateLimiterMemory({ points: 5, duration: 60 });\n`) },
      { name: "is silent about a tool without an effect", code: tool("draft", 'return JSON.stringify({ status: "pending", to: query });') },
    ],
  };
}
