import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

const IMPORTS = 'import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n';

/** Agents that read text of others and act outside. */
export function mixedTrust(dialect: AgentDialect): Cases {
  const read = dialect.tool("read_page", { fields: "url: z.string()", input: "{ url }", body: "return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).text();" });
  const readFixed = dialect.tool("read_page", { body: 'return (await fetch("https://hr.example.com/handbook", { signal: AbortSignal.timeout(5_000) })).text();' });
  const send = (options = "", name = "send_mail"): string => dialect.tool(name, { body: "return String(await transport.sendMail({ to: query }));", options });
  const write = dialect.tool("write_note", { body: "notes.push(query);\nreturn query;" });
  const code = (tools: readonly string[], agent: string, imports = IMPORTS): string => `${dialect.head}${imports}${tools.join("\n")}\n${agent}`;
  const mixed = (reader = "read_page", actor = "send_mail", does = "sends mail") => ({ messageId: "mixedTrust", data: { reader, actor, does } });
  return {
    reported: [
      { name: "reports a page and a mail in one agent's hands", code: code([read, send()], dialect.markedAgent("read_page, send_mail")), ...mixed() },
      { name: "reports them among others", code: code([read, write, send()], dialect.markedAgent("write_note, read_page, send_mail")), ...mixed() },
      { name: "reports them whatever their order", code: code([read, send()], dialect.markedAgent("send_mail, read_page")), ...mixed() },
      { name: "reports a mail that is not asked for", code: code([read, send(`${dialect.approvalKey}: false`)], dialect.markedAgent("read_page, send_mail")), ...mixed() },
      { name: "reports a shell", code: code([read, dialect.tool("run_command", { body: "return String(execSync(query));" })], dialect.markedAgent("read_page, run_command"), 'import { execSync } from "node:child_process";\n'), ...mixed("read_page", "run_command", "runs a shell command") },
      { name: "reports a mail with another name", code: code([read, send("", "notify")], dialect.markedAgent("read_page, notify")), ...mixed("read_page", "notify") },
    ],
    silent: [
      { name: "is silent where the mail asks first", code: code([read, send(`${dialect.approvalKey}: true`)], dialect.agent("read_page, send_mail")) },
      { name: "is silent about two agents", code: code([read, send()], `${dialect.agent("read_page").replace("agent =", "reader =")}\n${dialect.agent("send_mail")}`) },
      { name: "is silent about a page of a fixed service", code: code([readFixed, send()], dialect.agent("read_page, send_mail")) },
      { name: "is silent about an agent that only reads", code: code([read, write], dialect.agent("read_page, write_note")) },
      { name: "is silent about an agent that only acts", code: code([send(), write], dialect.agent("send_mail, write_note")) },
      { name: "is silent about tools that nobody holds", code: code([read, send()], "") },
    ],
  };
}
