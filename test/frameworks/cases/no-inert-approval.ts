import type { AgentDialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

const MAIL = 'import { execSync } from "node:child_process";\nimport nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n';

/** Approvals of a tool's own that ask nobody. */
export function inertApprovals(dialect: AgentDialect): Cases {
  const tool = (options: string, body = "return String(await transport.sendMail({ to: query }));", before = MAIL): string => `${dialect.head}${before}${dialect.tool("send_mail", { body, options })}`;
  const never = (does = "sends mail") => ({ messageId: "neverAsks", data: { key: "send_mail", does } });
  const key = dialect.approvalKey;
  return {
    reported: [
      { name: "reports an approval that is off", code: tool(`⟦${key}: false⟧`), ...never() },
      { name: "reports a predicate that never asks", code: tool(`⟦${key}: () => false⟧`), ...never() },
      { name: "reports an asynchronous predicate that never asks", code: tool(`⟦${key}: async () => {\nreturn false;\n}⟧`), ...never() },
      { name: "reports an approval that is off by a constant", code: tool(`⟦${key}: ASK⟧`, undefined, `${MAIL}const ASK = false;\n`), ...never() },
      { name: "reports a predicate of the file that never asks", code: tool(`⟦${key}: asks⟧`, undefined, `${MAIL}const asks = () => false;\n`), ...never() },
      { name: "reports an approval that is off on a shell", code: tool(`⟦${key}: false⟧`, "return String(execSync(query));"), ...never("runs a shell command") },
    ],
    silent: [
      { name: "is silent about an approval that asks", code: tool(`${key}: true`) },
      { name: "is silent about a predicate that asks now and then", code: tool(`${key}: async (input) => input.length > 3`) },
      { name: "is silent about a predicate with two ways out", code: tool(`${key}: (input) => {\nif (input) return true;\nreturn false;\n}`) },
      { name: "is silent about an honest no on a tool that only reads", code: tool(`${key}: false`, "return query;") },
      { name: "is silent about a predicate that cannot be seen", code: tool(`${key}: asks`, undefined, `${MAIL}import { asks } from "./policy";\n`) },
      { name: "is silent about the same word in options of something else", code: `${dialect.head}${MAIL}export const settings = { ${key}: false };\n${dialect.tool("look", { body: "return query;" })}` },
    ],
  };
}
