import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

const MAIL = 'import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n';

/** Tools that act outside, and who is asked before. */
export function approvals(dialect: AgentDialect): Cases {
  const tool = (body: string, options = "", before = MAIL): string => `${dialect.head}${before}${dialect.tool("send_mail", { body, options })}`;
  const how = `set \`${dialect.approvalKey}\``;
  const atAgent = dialect.agentApprovalKey === undefined ? how : `name the tool in \`${dialect.agentApprovalKey}\``;
  const unapproved = (does: string, call: string, ask = how) => ({ messageId: "unapproved", data: { owner: 'Tool "send_mail"', does, call, how: ask }, suggestions: 1 });
  const send = "return String(await transport.sendMail({ to: query }));";
  const marked = "return String(await ⟦transport.sendMail({ to: query })⟧);";
  return {
    reported: [
      { name: "reports a tool that sends mail", code: tool(marked), ...unapproved("sends mail", "transport.sendMail") },
      { name: "reports a tool that never asks", code: tool(marked, `${dialect.approvalKey}: false`), ...unapproved("sends mail", "transport.sendMail") },
      { name: "reports a tool whose predicate never asks", code: tool(marked, `${dialect.approvalKey}: () => false`), ...unapproved("sends mail", "transport.sendMail") },
      { name: "reports a shell command", code: tool("return String(⟦execSync(query)⟧);", "", 'import { execSync } from "node:child_process";\n'), ...unapproved("runs a shell command", "execSync") },
      { name: "reports an effect in a helper", code: tool("return ⟦deliver(query)⟧;", "", `${MAIL}const deliver = (to) => transport.sendMail({ to });\n`), ...unapproved("sends mail", "transport.sendMail") },
      { name: "reports a tool that an agent holds", code: `${tool(marked)}\n${dialect.agent("send_mail")}`, ...unapproved("sends mail", "transport.sendMail", atAgent) },
    ],
    silent: [
      { name: "is silent about a tool that asks", code: tool(send, `${dialect.approvalKey}: true`) },
      { name: "is silent about a tool whose predicate asks now and then", code: tool(send, `${dialect.approvalKey}: async (first, second) => String(first).includes("@") || second`) },
      { name: "is silent about a predicate that cannot be seen", code: tool(send, `${dialect.approvalKey}: asks`, `${MAIL}import { asks } from "./policy";\n`) },
      { name: "is silent about options that are spread in", code: tool(send, "...settings", `${MAIL}import { settings } from "./settings";\n`) },
      { name: "is silent about a tool that only reads", code: tool('return (await fetch("https://api.example.com/" + query)).text();') },
      { name: "is silent about a tool that hands the mail to a person", code: tool('return JSON.stringify({ status: "pending", to: query });') },
    ],
  };
}
