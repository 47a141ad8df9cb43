import rule from "../../rules/no-inert-approval.js";
import { ruleTester } from "../support/rule-tester.js";

ruleTester.run("no-inert-approval", rule, {
  valid: [
    {
      name: "is silent where the key is the tool's name and asks",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_email: true } })] });
      `,
    },
    {
      name: "is silent about an approval with options",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_email: { allowedDecisions: ["approve", "reject"] } } })] });
      `,
    },
    {
      name: "is silent about a predicate that decides",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_email: { allowedDecisions: ["approve"], when: (request) => request.args.to !== "me" } } })] });
      `,
    },
    {
      name: "is silent about an honest allow of a tool that only reads",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_email: true, read_ticket: false } })] });
      `,
    },
    {
      name: "knows the tools that are pushed onto the list later",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        const close = tool(async ({ id }) => id, { name: "close_ticket", description: "Closes", schema: z.object({ id: z.string() }) });
        export function make(admin: boolean) {
          const tools = [read];
          if (admin) tools.push(close);
          return createAgent({ model: "openai:gpt-5", tools, middleware: [humanInTheLoopMiddleware({ interruptOn: { close_ticket: true } })] });
        }
      `,
    },
    {
      name: "is silent where the list is filled by its places",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        const close = tool(async ({ id }) => id, { name: "close_ticket", description: "Closes", schema: z.object({ id: z.string() }) });
        export function make(more) {
          const tools = [read, close];
          tools[2] = more;
          return createAgent({ model: "openai:gpt-5", tools, middleware: [humanInTheLoopMiddleware({ interruptOn: { erase_ticket: true } })] });
        }
      `,
    },
    {
      name: "is silent where whatever else is pushed onto the list",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        const close = tool(async ({ id }) => id, { name: "close_ticket", description: "Closes", schema: z.object({ id: z.string() }) });
        export function make(more) {
          const tools = [read, close];
          tools.push(...more);
          return createAgent({ model: "openai:gpt-5", tools, middleware: [humanInTheLoopMiddleware({ interruptOn: { erase_ticket: true } })] });
        }
      `,
    },
    {
      name: "is silent where the list of tools cannot be seen",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        import { tools } from "./tools";
        export const agent = createAgent({ model: "openai:gpt-5", tools: tools, middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: true } })] });
      `,
    },
    {
      name: "is silent where one tool of the list cannot be seen",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        import { other } from "./tools";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, other], middleware: [humanInTheLoopMiddleware({ interruptOn: { other_tool: true } })] });
      `,
    },
    {
      name: "is silent where a spread may bring the tool",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        import { more } from "./tools";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, ...more], middleware: [humanInTheLoopMiddleware({ interruptOn: { other_tool: true } })] });
      `,
    },
    {
      name: "is silent where a tool's name cannot be seen",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        import { names } from "./names";
        const dynamic = tool(async () => "x", { name: names.dynamic, description: "d", schema: z.object({}) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [dynamic, names.tool], middleware: [humanInTheLoopMiddleware({ interruptOn: { other: true } })] });
      `,
    },
    {
      name: "is silent about a computed key that cannot be seen",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        import { NAME } from "./names";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [humanInTheLoopMiddleware({ interruptOn: { [NAME]: true } })] });
      `,
    },
    {
      name: "is silent about a computed key that is the tool's name",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const NAME = "send_email";
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [humanInTheLoopMiddleware({ interruptOn: { [NAME]: true } })] });
      `,
    },
    {
      name: "is silent about the middleware of another library",
      code: `
        import { createAgent, tool } from "langchain";
        import { humanInTheLoopMiddleware } from "@acme/middleware";
        import { z } from "zod";
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: true } })] });
      `,
    },
    {
      name: "is silent about a shadowed middleware",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        export { humanInTheLoopMiddleware };
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export function make(humanInTheLoopMiddleware) {
          return createAgent({ model: "openai:gpt-5", tools: [read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: true } })] });
        }
      `,
    },
    {
      name: "is silent about the options of something that is no agent",
      code: `
        import { interruptOn } from "langchain";
        export const settings = { interruptOn: { send_mail: true } };
      `,
    },
    {
      name: "is silent where the answer decides",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          const answer = interrupt(state.draft);
          if (answer === "yes") await mailer.sendMail(state.mail);
          return {};
        }
      `,
    },
    {
      name: "is silent where the answer leads out before the effect",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          const { approved } = interrupt(state.draft);
          if (!approved) return {};
          await mailer.sendMail(state.mail);
          return {};
        }
      `,
    },
    {
      name: "is silent where the answer is what is sent",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          const edited = interrupt(state.draft);
          await mailer.sendMail(edited);
          return {};
        }
      `,
    },
    {
      name: "is silent where the answer is given to a check that throws",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        function demand(answer) {
          if (answer !== "yes") throw new Error("refused");
        }
        export async function review(state) {
          const answer = interrupt(state.draft);
          demand(answer);
          await mailer.sendMail(state.mail);
        }
      `,
    },
    {
      name: "is silent where a switch over the answer decides",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          switch (interrupt(state.draft)) {
            case "yes":
              await mailer.sendMail(state.mail);
              break;
            default:
              return {};
          }
        }
      `,
    },
    {
      name: "is silent where the pause asks and nothing external follows",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        export { mailer };
        export async function review(state) {
          interrupt(state.draft);
          return { reviewed: true };
        }
      `,
    },
    {
      name: "is silent about the guard approve, which throws on a refusal",
      code: `
        import nodemailer from "nodemailer";
        import { approve } from "agent-guardrails/approval";
        const mailer = nodemailer.createTransport({});
        export async function review(cfg, action, args) {
          approve(cfg, action, args);
          await mailer.sendMail(args);
        }
      `,
    },
    {
      name: "is silent about a tool of OpenAI Agents that asks",
      code: `
        import { tool } from "@openai/agents";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        export const send = tool({ name: "send", description: "Sends", parameters: z.object({ to: z.string() }), needsApproval: true, execute: async (mail) => mailer.sendMail(mail) });
      `,
    },
    {
      name: "is silent about a tool without effect that does not ask",
      code: `
        import { tool } from "@openai/agents";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        export { mailer };
        export const add = tool({ name: "add", description: "Adds", parameters: z.object({ a: z.number() }), needsApproval: false, execute: async ({ a }) => a + 1 });
      `,
    },
    {
      name: "is silent about a predicate that is a function",
      code: `
        import { tool } from "@openai/agents";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        export const send = tool({ name: "send", description: "Sends", parameters: z.object({ to: z.string() }), needsApproval: async (run, { to }) => !to.endsWith("@acme.com"), execute: async (mail) => mailer.sendMail(mail) });
      `,
    },
    {
      name: "is silent about an approval flag that cannot be seen",
      code: `
        import { tool } from "@openai/agents";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        import { ask } from "./settings";
        export const send = tool({ name: "send", description: "Sends", parameters: z.object({ to: z.string() }), needsApproval: ask, execute: async (mail) => mailer.sendMail(mail) });
      `,
    },
    {
      name: "is silent about the same key in another library",
      code: `
        import { tool } from "@acme/tools";
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI();
        export const send = tool({ needsApproval: false, execute: async (mail) => mailer.sendMail(mail) });
      `,
    },
    {
      name: "is silent about a record of tools named by its keys",
      code: `
        import { generateText, tool } from "ai";
        import { z } from "zod";
        const read = tool({ inputSchema: z.object({}), execute: async () => "x" });
        export const answer = () => generateText({ model, tools: { readTicket: read }, toolApproval: { readTicket: "user-approval" } });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a key in the wrong case",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { Send_Email: true } })] });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "Send_Email", hint: " (did you mean `send_email`?)" },
          line: 8,
          column: 143,
          endLine: 8,
          endColumn: 153,
        },
      ],
    },
    {
      name: "reports a key spelt as the variable is",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { sendEmail: true } })] });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "sendEmail", hint: " (did you mean `send_email`?)" },
          line: 8,
          column: 143,
          endLine: 8,
          endColumn: 152,
        },
      ],
    },
    {
      name: "reports a key of a tool that the agent does not hold",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { delete_account: true } })] });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "delete_account", hint: "" },
          line: 8,
          column: 143,
          endLine: 8,
          endColumn: 157,
        },
      ],
    },
    {
      name: "reports a quoted key that names no tool",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { "send-email": true } })] });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "send-email", hint: " (did you mean `send_email`?)" },
          line: 8,
          column: 143,
          endLine: 8,
          endColumn: 155,
        },
      ],
    },
    {
      name: "reports a key that names a tool of another agent",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_email: true } })] });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "send_email", hint: "" },
          line: 8,
          column: 137,
          endLine: 8,
          endColumn: 147,
        },
      ],
    },
    {
      name: "reports an unknown key in a table held in a constant",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const interruptOn = { send_mail: true };
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [humanInTheLoopMiddleware({ interruptOn })] });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "send_mail", hint: "" },
          line: 7,
          column: 31,
          endLine: 7,
          endColumn: 40,
        },
      ],
    },
    {
      name: "reports an unknown key in middleware held in a constant",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const approval = humanInTheLoopMiddleware({ interruptOn: { send_mail: true } });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [approval] });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "send_mail", hint: "" },
          line: 7,
          column: 68,
          endLine: 7,
          endColumn: 77,
        },
      ],
    },
    {
      name: "reports an unknown key in a spread list of middleware",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const shared = [humanInTheLoopMiddleware({ interruptOn: { send_mail: true } })];
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [...shared] });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "send_mail", hint: "" },
          line: 7,
          column: 67,
          endLine: 7,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports a misspelt key of toolApproval",
      code: `
        import { generateText, tool } from "ai";
        import { z } from "zod";
        const read = tool({ inputSchema: z.object({}), execute: async () => "x" });
        export const answer = () => generateText({ model, tools: { readTicket: read }, toolApproval: { readTickets: "user-approval" } });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "readTickets", hint: "" },
          line: 5,
          column: 104,
          endLine: 5,
          endColumn: 115,
        },
      ],
    },
    {
      name: "reports an alias of the middleware",
      code: `
        import { createAgent, humanInTheLoopMiddleware as hitl, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [hitl({ interruptOn: { send_mail: true } })] });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "send_mail", hint: "" },
          line: 7,
          column: 117,
          endLine: 7,
          endColumn: 126,
        },
      ],
    },
    {
      name: "reports the middleware of a namespace",
      code: `
        import * as lc from "langchain";
        import { z } from "zod";
        const read = lc.tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = lc.createAgent({ model: "openai:gpt-5", tools: [read], middleware: [lc.humanInTheLoopMiddleware({ interruptOn: { send_mail: true } })] });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "send_mail", hint: "" },
          line: 5,
          column: 143,
          endLine: 5,
          endColumn: 152,
        },
      ],
    },
    {
      name: "reports required modules",
      code: `
        const { createAgent, humanInTheLoopMiddleware, tool } = require("langchain");
        const { z } = require("zod");
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        exports.agent = createAgent({ model: "openai:gpt-5", tools: [read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: true } })] });
      `,
      errors: [
        {
          messageId: "unknownTool",
          data: { key: "send_mail", hint: "" },
          line: 5,
          column: 132,
          endLine: 5,
          endColumn: 141,
        },
      ],
    },
    {
      name: "reports false on a tool that sends mail",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_email: false } })] });
      `,
      errors: [
        {
          messageId: "neverAsks",
          data: { key: "send_email", does: "sends mail" },
          line: 8,
          column: 143,
          endLine: 8,
          endColumn: 160,
        },
      ],
    },
    {
      name: "reports a predicate that never holds",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_email: { allowedDecisions: ["approve"], when: () => false } } })] });
      `,
      errors: [
        {
          messageId: "neverAsks",
          data: { key: "send_email", does: "sends mail" },
          line: 8,
          column: 143,
          endLine: 8,
          endColumn: 207,
        },
      ],
    },
    {
      name: "reports false behind a type assertion",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_email: false as boolean } })] });
      `,
      errors: [
        {
          messageId: "neverAsks",
          data: { key: "send_email", does: "sends mail" },
          line: 8,
          column: 143,
          endLine: 8,
          endColumn: 171,
        },
      ],
    },
    {
      name: "reports false in a constant",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        const off = false;
        const send = tool(async (mail) => String(await mailer.sendMail(mail)), { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [send, read], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_email: off } })] });
      `,
      errors: [
        {
          messageId: "neverAsks",
          data: { key: "send_email", does: "sends mail" },
          line: 9,
          column: 143,
          endLine: 9,
          endColumn: 158,
        },
      ],
    },
    {
      name: "reports needsApproval: false on a tool that sends mail",
      code: `
        import { tool } from "@openai/agents";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        export const send = tool({ name: "send", description: "Sends", parameters: z.object({ to: z.string() }), needsApproval: false, execute: async (mail) => mailer.sendMail(mail) });
      `,
      errors: [
        {
          messageId: "neverAsks",
          data: { key: "send", does: "sends mail" },
          line: 6,
          column: 114,
          endLine: 6,
          endColumn: 134,
        },
      ],
    },
    {
      name: "reports a predicate of a tool that always says no",
      code: `
        import { tool } from "@openai/agents";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        export const send = tool({ name: "send", description: "Sends", parameters: z.object({ to: z.string() }), needsApproval: () => false, execute: async (mail) => mailer.sendMail(mail) });
      `,
      errors: [
        {
          messageId: "neverAsks",
          data: { key: "send", does: "sends mail" },
          line: 6,
          column: 114,
          endLine: 6,
          endColumn: 140,
        },
      ],
    },
    {
      name: "reports requireApproval: false of Mastra",
      code: `
        import { createTool } from "@mastra/core/tools";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        export const send = createTool({ id: "send", description: "Sends", inputSchema: z.object({ to: z.string() }), requireApproval: false, execute: async (mail) => mailer.sendMail(mail) });
      `,
      errors: [
        {
          messageId: "neverAsks",
          data: { key: "send", does: "sends mail" },
          line: 6,
          column: 119,
          endLine: 6,
          endColumn: 141,
        },
      ],
    },
    {
      name: "reports needsApproval: false of the AI SDK",
      code: `
        import { tool } from "ai";
        import nodemailer from "nodemailer";
        import { z } from "zod";
        const mailer = nodemailer.createTransport({});
        export const send = tool({ description: "Sends", inputSchema: z.object({ to: z.string() }), needsApproval: false, execute: async (mail) => mailer.sendMail(mail) });
      `,
      errors: [
        {
          messageId: "neverAsks",
          data: { key: "send", does: "sends mail" },
          line: 6,
          column: 101,
          endLine: 6,
          endColumn: 121,
        },
      ],
    },
    {
      name: "reports an answer that nobody reads",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          interrupt(state.draft);
          await mailer.sendMail(state.mail);
          return {};
        }
      `,
      errors: [
        {
          messageId: "ignoredAnswer",
          data: { call: "interrupt()", effect: "mailer.sendMail" },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports an answer that is only logged",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          const answer = interrupt(state.draft);
          console.log(answer);
          await mailer.sendMail(state.mail);
          return {};
        }
      `,
      errors: [
        {
          messageId: "ignoredAnswer",
          data: { call: "interrupt()", effect: "mailer.sendMail" },
          line: 6,
          column: 26,
          endLine: 6,
          endColumn: 48,
        },
      ],
    },
    {
      name: "reports an answer that is only returned",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          const answer = interrupt(state.draft);
          await mailer.sendMail(state.mail);
          return { answer };
        }
      `,
      errors: [
        {
          messageId: "ignoredAnswer",
          data: { call: "interrupt()", effect: "mailer.sendMail" },
          line: 6,
          column: 26,
          endLine: 6,
          endColumn: 48,
        },
      ],
    },
    {
      name: "reports an answer whose test comes after the effect",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          const answer = interrupt(state.draft);
          await mailer.sendMail(state.mail);
          if (answer !== "yes") return { regret: true };
          return {};
        }
      `,
      errors: [
        {
          messageId: "ignoredAnswer",
          data: { call: "interrupt()", effect: "mailer.sendMail" },
          line: 6,
          column: 26,
          endLine: 6,
          endColumn: 48,
        },
      ],
    },
    {
      name: "reports an answer whose test only chooses what to log",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        export async function review(state) {
          const answer = interrupt(state.draft);
          if (answer !== "yes") console.log("refused");
          await mailer.sendMail(state.mail);
          return {};
        }
      `,
      errors: [
        {
          messageId: "ignoredAnswer",
          data: { call: "interrupt()", effect: "mailer.sendMail" },
          line: 6,
          column: 26,
          endLine: 6,
          endColumn: 48,
        },
      ],
    },
    {
      name: "reports a name that no tool on the list or pushed onto it has",
      code: `
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const read = tool(async ({ id }) => id, { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        const close = tool(async ({ id }) => id, { name: "close_ticket", description: "Closes", schema: z.object({ id: z.string() }) });
        export function make(admin: boolean) {
          const tools = [read];
          if (admin) tools.push(close);
          return createAgent({ model: "openai:gpt-5", tools, middleware: [humanInTheLoopMiddleware({ interruptOn: { closeTicket: true } })] });
        }
      `,
      errors: [{ messageId: "unknownTool", data: { key: "closeTicket", hint: " (did you mean `close_ticket`?)" }, line: 9, column: 117, endLine: 9, endColumn: 128 }],
    },
    {
      name: "reports an ignored answer in a tool",
      code: `
        import { tool } from "langchain";
        import { z } from "zod";
        import { interrupt } from "@langchain/langgraph";
        import nodemailer from "nodemailer";
        const mailer = nodemailer.createTransport({});
        export const send = tool(async (mail) => {
          interrupt(mail);
          return String(await mailer.sendMail(mail));
        }, { name: "send_email", description: "Sends", schema: z.object({ to: z.string() }) });
      `,
      errors: [
        {
          messageId: "ignoredAnswer",
          data: { call: "interrupt()", effect: "mailer.sendMail" },
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 26,
        },
      ],
    },
  ],
});
