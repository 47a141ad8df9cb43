import rule from "../../../rules/require-approval-for-external.js";
import { approvals } from "../cases/require-approval-for-external.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, approvals(vercelAi), {
  reported: [
    {
      name: "reports a tool that the call approves by itself",
      code: `${vercelAi.head}import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n${vercelAi.tool("send_mail", { body: "return String(await ⟦transport.sendMail({ to: query })⟧);" })}\nawait generateText({ model, prompt: "Help.", tools: { send_mail }, toolApproval: { send_mail: "approved" } });`,
      messageId: "unapproved",
      data: { owner: 'Tool "send_mail"', does: "sends mail", call: "transport.sendMail", how: "set `needsApproval`" },
      suggestions: 1,
    },
  ],
  silent: [
    {
      name: "is silent about a tool that the call asks for",
      code: `${vercelAi.head}import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n${vercelAi.tool("send_mail", { body: "return String(await transport.sendMail({ to: query }));" })}\nawait generateText({ model, prompt: "Help.", tools: { send_mail }, toolApproval: { send_mail: "user-approval" } });`,
    },
    {
      name: "is silent where a function of the call decides",
      code: `${vercelAi.head}import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n${vercelAi.tool("send_mail", { body: "return String(await transport.sendMail({ to: query }));" })}\nawait generateText({ model, prompt: "Help.", tools: { send_mail }, toolApproval: ({ toolCall }) => decide(toolCall) });`,
    },
    {
      name: "is silent about a tool that an agent asks for under its own name for it",
      code: `import { tool, ToolLoopAgent } from "ai";\nimport { z } from "zod";\nimport nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n${vercelAi.tool("mail", { body: "return String(await transport.sendMail({ to: query }));" })}\nexport const agent = new ToolLoopAgent({ model, tools: { notify: mail }, toolApproval: { notify: "user-approval" } });`,
    },
  ],
});
