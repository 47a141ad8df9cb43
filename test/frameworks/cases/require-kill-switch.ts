import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

const MAIL = 'import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n';

/** Agents that act, and that only a deploy can stop. */
export function unstoppable(dialect: AgentDialect): Cases {
  const send = dialect.tool("send_mail", { body: "return String(await transport.sendMail({ to: query }));" });
  const look = dialect.tool("look", { body: "return query;" });
  const shell = dialect.tool("run_command", { body: "return String(execSync(query));" });
  const code = (tools: readonly string[], agent: string, imports = MAIL): string => `${dialect.head}${imports}${tools.join("\n")}\n${agent}`;
  const acts = (actor: string, does: string) => ({ messageId: "unstoppable", data: { actor, does } });
  return {
    reported: [
      { name: "reports an agent that sends mail", code: code([send], dialect.markedAgent("send_mail")), ...acts("send_mail", "sends mail") },
      { name: "reports one effect among other tools", code: code([look, send], dialect.markedAgent("look, send_mail")), ...acts("send_mail", "sends mail") },
      { name: "reports a shell", code: code([shell], dialect.markedAgent("run_command"), 'import { execSync } from "node:child_process";\n'), ...acts("run_command", "runs a shell command") },
    ],
    silent: [
      { name: "is silent about an agent that only reads", code: code([look], dialect.agent("look")) },
      { name: "is silent about tools that nobody holds", code: code([send], "") },
      { name: "is silent about a list that cannot be seen", code: code([look], dialect.agent("...tools"), 'import { tools } from "./tools";\n') },
    ],
  };
}
