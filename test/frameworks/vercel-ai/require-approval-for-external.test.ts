import rule from "../../../rules/require-approval-for-external.js";
import { approvals } from "../cases/require-approval-for-external.js";
import { vercelAi } from "../dialects.js";
import { testRule } from "../framework-tester.js";

const SENT = "transport.sendMail({ to: query })";
const MARKED = `⟦${SENT}⟧`;
const HEAD = `import { generateText, tool, ToolLoopAgent } from "ai";\nimport { z } from "zod";\nimport nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n`;
const AGENTS = "await generateText({ model, prompt, tools: { send_mail } });\nconst agent = new ToolLoopAgent({ model, tools: { notify: send_mail }, toolApproval: { other: \"user-approval\" } });";
const AGENTS_THAT_ASK =
  'await generateText({ model, prompt, tools: { send_mail }, toolApproval: { send_mail: "user-approval" } });\nconst agent = new ToolLoopAgent({ model, tools: { notify: send_mail }, toolApproval: { other: "user-approval", notify: "user-approval" } });';

function program(declared: string, agents: string, sent = SENT, option = ""): string {
  return `${HEAD}${declared} = tool({ inputSchema: z.object({ query: z.string() }), execute: async ({ query }) => ${sent}${option} });\n${agents}`;
}

function inline(sent: string, option: string): string {
  return `${HEAD}await generateText({ model, prompt, tools: { "send-mail": tool({ inputSchema: z.object({ query: z.string() }), execute: async ({ query }) => ${sent} }) }${option} });`;
}

const unapproved = (how: string) => ({ messageId: "unapproved", data: { owner: 'Tool "send_mail"', does: "sends mail", call: "transport.sendMail", how } });
const atTool = unapproved("set `needsApproval`");

testRule(rule, approvals(vercelAi), {
  reported: [
    {
      name: "reports a tool that the call approves by itself",
      code: `${vercelAi.head}import nodemailer from "nodemailer";\nconst transport = nodemailer.createTransport({});\n${vercelAi.tool("send_mail", { body: "return String(await ⟦transport.sendMail({ to: query })⟧);" })}\nawait generateText({ model, prompt: "Help.", tools: { send_mail }, toolApproval: { send_mail: "approved" } });`,
      messageId: "unapproved",
      data: { owner: 'Tool "send_mail"', does: "sends mail", call: "transport.sendMail", how: "name the tool in `toolApproval`" },
      suggestions: 1,
    },
    {
      name: "lets each agent ask that holds the tool, under its own name for it",
      code: program("const send_mail", AGENTS, MARKED),
      ...unapproved("name the tool in `toolApproval`"),
      suggestions: [{ messageId: "askFirst", data: { idiom: 'toolApproval: { send_mail: "user-approval" }' }, output: program("const send_mail", AGENTS_THAT_ASK) }],
    },
    {
      name: "lets the agent ask in whose list the tool is defined",
      code: inline(MARKED, ""),
      messageId: "unapproved",
      data: { owner: 'Tool "send-mail"', does: "sends mail", call: "transport.sendMail", how: "name the tool in `toolApproval`" },
      suggestions: [{ messageId: "askFirst", data: { idiom: 'toolApproval: { "send-mail": "user-approval" }' }, output: inline(SENT, ', toolApproval: { "send-mail": "user-approval" }') }],
    },
    {
      name: "lets the tool ask that other files may give to agents",
      code: program("export const send_mail", AGENTS, MARKED),
      ...atTool,
      suggestions: [{ messageId: "askFirst", data: { idiom: "needsApproval: true" }, output: program("export const send_mail", AGENTS, SENT, ", needsApproval: true") }],
    },
    {
      name: "lets the tool ask that goes elsewhere as well",
      code: program("const send_mail", `${AGENTS}\nregister(send_mail);`, MARKED),
      ...atTool,
      suggestions: [{ messageId: "askFirst", data: { idiom: "needsApproval: true" }, output: program("const send_mail", `${AGENTS}\nregister(send_mail);`, SENT, ", needsApproval: true") }],
    },
    {
      name: "lets the tool ask that an agent holds under a list of the file",
      code: program("const send_mail", "const tools = { send_mail };\nawait generateText({ model, prompt, tools });", MARKED),
      ...atTool,
      suggestions: [{ messageId: "askFirst", data: { idiom: "needsApproval: true" }, output: program("const send_mail", "const tools = { send_mail };\nawait generateText({ model, prompt, tools });", SENT, ", needsApproval: true") }],
    },
    {
      name: "lets the tool ask where no version of the framework is in sight",
      filename: "/nowhere/mail.ts",
      code: program("const send_mail", AGENTS, MARKED),
      ...atTool,
      suggestions: [{ messageId: "askFirst", data: { idiom: "needsApproval: true" }, output: program("const send_mail", AGENTS, SENT, ", needsApproval: true") }],
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
