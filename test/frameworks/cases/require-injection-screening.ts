import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

const IMPORTS = 'import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n';

/** Agents that act on text which nobody screened. */
export function unscreened(dialect: AgentDialect): Cases {
  const read = dialect.tool("read_page", { fields: "url: z.string()", input: "{ url }", body: "return (await fetch(url, { signal: AbortSignal.timeout(5_000) })).text();" });
  const send = (options = ""): string => dialect.tool("send_mail", { body: "return String(await transport.sendMail({ to: query }));", options });
  const code = (tools: readonly string[], agent: string, imports = IMPORTS): string => `${dialect.head}${imports}${tools.join("\n")}\n${agent}`;
  const by = { messageId: "unscreened", data: { actor: "send_mail", inbound: 'read by "read_page"' } };
  return {
    reported: [
      { name: "reports an agent that reads and acts", code: code([read, send()], dialect.markedAgent("read_page, send_mail")), ...by },
      { name: "reports it even where a person is asked", code: code([read, send(`${dialect.approvalKey}: true`)], dialect.markedAgent("read_page, send_mail")), ...by },
      { name: "reports it whatever the order", code: code([read, send()], dialect.markedAgent("send_mail, read_page")), ...by },
    ],
    silent: [
      { name: "is silent where a detector runs", code: code([read, send()], dialect.agent("read_page, send_mail"), `${IMPORTS}import { lakeraGuard } from "@lakeraai/guard";\nawait lakeraGuard(text);\n`) },
      { name: "is silent about an agent that only reads", code: code([read], dialect.agent("read_page")) },
      { name: "is silent about an agent that only acts", code: code([send()], dialect.agent("send_mail")) },
    ],
  };
}
