import rule from "../../../rules/require-approval-for-external.js";
import { approvals } from "../cases/require-approval-for-external.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

testRule(rule, approvals(mastra), {
  reported: [],
  silent: [
    {
      name: "is silent where every run of the agent asks before each tool",
      code: `${mastra.head}import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n${mastra.tool("send_mail", { body: "return String(await transport.sendMail({ to: query }));" })}\n${mastra.agent("send_mail", "defaultOptions: { requireToolApproval: true }")}`,
    },
    {
      name: "is silent where a run in sight asks before each tool",
      code: `${mastra.head}import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n${mastra.tool("send_mail", { body: "return String(await transport.sendMail({ to: query }));" })}\n${mastra.agent("send_mail")}\nawait agent.generate("Help.", { requireToolApproval: true });`,
    },
    {
      name: "is silent about a tool that waits for a person itself",
      code: `${mastra.head}import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n${mastra.tool("send_mail", { body: "if (!context.resumeData?.approved) return context.suspend({ to: query });\nreturn String(await transport.sendMail({ to: query }));" })}`,
    },
  ],
});
