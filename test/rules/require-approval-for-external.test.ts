import { fileURLToPath } from "node:url";
import rule from "../../rules/require-approval-for-external.js";
import { ruleTester } from "../support/rule-tester.js";

ruleTester.run("require-approval-for-external: mail and messages", rule, {
  valid: [
    {
      name: "is silent about a program that an instance was set up with, which may only ask",
      code: `
import { spawn } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

class Notes {
  private program: string;
  constructor(options: { program?: string } = {}) {
    this.program = options.program ?? process.env.NOTES ?? "notes";
  }
  ask(words: string[]) {
    return new Promise((done) => spawn(this.program, words).on("close", done));
  }
}
const notes = new Notes();
export const find = tool(async ({ text }) => String(await notes.ask(["query", text])), { name: "find", description: "Finds a note", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a tool that reads from Slack",
      code: `
import { tool } from "ai";
import { WebClient } from "@slack/web-api";
import { z } from "zod";

const slack = new WebClient(process.env.SLACK_TOKEN);
export const history = tool({
  description: "Reads #general",
  inputSchema: z.object({ limit: z.number() }),
  execute: async ({ limit }) => slack.conversations.history({ channel: "C1", limit }),
});
      `,
    },
    {
      name: "is silent about the send of another library",
      code: `
import { tool } from "@langchain/core/tools";
import { Agent as WebSocketHub } from "./hub.js";
import { z } from "zod";

const hub = new WebSocketHub();
export const send = tool(
  async ({ text }) => {
    await hub.send(text);
    return "sent";
  },
  { name: "send_email", description: "Shows a text in the browser", schema: z.object({ text: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a class of that name from another package",
      code: `
import { tool } from "@langchain/core/tools";
import { WebClient } from "@acme/intranet";
import { z } from "zod";

const web = new WebClient();
export const post = tool(async ({ text }) => web.chat.postMessage({ text }), { name: "post", description: "Notes a text", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a query in GraphQL",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const ISSUES = \`query Issues($text: String!) { issues(filter: { title: { contains: $text } }) { nodes { id } } }\`;
        export const findIssues = tool(async ({ text }) => (await fetch("https://api.linear.app/graphql", { method: "POST", body: JSON.stringify({ query: ISSUES, variables: { text } }) })).text(), { name: "find_issues", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a mutation that logs in",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const LOGIN = \`mutation { login(user: "bot", key: "…") { token } }\`;
        export const findIssues = tool(async ({ text }) => {
          const login = await (await fetch("https://desk.example.com/graphql", { method: "POST", body: JSON.stringify({ query: LOGIN }) })).json();
          return (await fetch(\`https://desk.example.com/issues?text=\${text}\`, { headers: { Authorization: login.data.login.token } })).text();
        }, { name: "find_issues", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a GraphQL text that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { mutation } from "./queries.js";
        export const findIssues = tool(async ({ text }) => (await fetch("https://api.linear.app/graphql", { method: "POST", body: JSON.stringify({ query: mutation, variables: { text } }) })).text(), { name: "find_issues", schema: z.object({ text: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a program that a field of an instance names",
      code: `
import { spawn } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

class Deploys {
  private readonly program = "kubectl";
  run(words: string[]) {
    return new Promise((done) => spawn(this.program, words).on("close", done));
  }
}
const deploys = new Deploys();
export const scale = tool(async ({ app }) => String(await deploys.run(["scale", app])), { name: "scale", description: "Scales an app", schema: z.object({ app: z.string() }) });
      `,
      errors: [{ messageId: "unapproved", data: { owner: 'Tool "scale"', does: "runs a shell command", call: "spawn", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" }, line: 13, column: 59, endLine: 13, endColumn: 86 }],
    },
    {
      name: "reports a tool that writes to a canvas and to a conversation of Slack",
      code: `
import { tool } from "ai";
import { WebClient } from "@slack/web-api";
import { z } from "zod";

const slack = new WebClient(process.env.SLACK_TOKEN);
export const canvas = tool({ inputSchema: z.object({ text: z.string() }), execute: async ({ text }) => slack.canvases.create({ document_content: { type: "markdown", markdown: text } }) });
export const topic = tool({ inputSchema: z.object({ topic: z.string() }), execute: async ({ topic }) => slack.conversations.setTopic({ channel: "C1", topic }) });
      `,
      errors: [
        { messageId: "unapproved", data: { owner: "Tool \"canvas\"", does: "posts to Slack", call: "slack.canvases.create", how: "set `needsApproval`" }, line: 7, column: 104, endLine: 7, endColumn: 185, suggestions: 1 },
        { messageId: "unapproved", data: { owner: "Tool \"topic\"", does: "posts to Slack", call: "slack.conversations.setTopic", how: "set `needsApproval`" }, line: 8, column: 105, endLine: 8, endColumn: 159, suggestions: 1 },
      ],
    },
    {
      name: "reports a tool that sends mail with nodemailer",
      code: `
import { tool } from "@langchain/core/tools";
import nodemailer from "nodemailer";
import { z } from "zod";

const transport = nodemailer.createTransport({ host: "smtp.acme.com" });
export const sendEmail = tool(
  async ({ to, text }) => {
    await transport.sendMail({ to, text });
    return "sent";
  },
  { name: "send_email", description: "Sends mail", schema: z.object({ to: z.string(), text: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"send_email\" sends mail", call: "transport.sendMail", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 43,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import nodemailer from "nodemailer";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const transport = nodemailer.createTransport({ host: "smtp.acme.com" });
export const sendEmail = tool(
  async ({ to, text }) => {
    const decision: unknown = interrupt({ action: "send_email" });
    if (decision !== "approve") return "ERROR: send_email was not approved.";
    await transport.sendMail({ to, text });
    return "sent";
  },
  { name: "send_email", description: "Sends mail", schema: z.object({ to: z.string(), text: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a transport that is known by its annotation alone",
      code: `
import { tool } from "@langchain/core/tools";
import type { Transporter } from "nodemailer";
import { z } from "zod";

export const mailTool = (transport: Transporter) =>
  tool(async ({ text }) => transport.sendMail({ text }), { name: "mail", description: "Sends mail", schema: z.object({ text: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"mail\" sends mail", call: "transport.sendMail", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 28,
          endLine: 7,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports a tool that sends mail with Resend",
      code: `
import { tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

export const mail = tool({
  inputSchema: z.object({ to: z.string() }),
  execute: ({ to }) => new Resend(process.env.RESEND_KEY).emails.send({ to, subject: "Hello" }),
});
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"mail\" sends mail", call: "new Resend(process.env.RESEND_KEY).emails.send", how: "set `needsApproval`" },
          line: 8,
          column: 24,
          endLine: 8,
          endColumn: 96,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "needsApproval: true" },
              output: `
import { tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

export const mail = tool({
  inputSchema: z.object({ to: z.string() }),
  execute: ({ to }) => new Resend(process.env.RESEND_KEY).emails.send({ to, subject: "Hello" }),
  needsApproval: true,
});
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool that posts to Slack",
      code: `
import { tool } from "ai";
import { WebClient } from "@slack/web-api";
import { z } from "zod";

const slack = new WebClient(process.env.SLACK_TOKEN);
export const announce = tool({
  description: "Posts to #general",
  inputSchema: z.object({ text: z.string() }),
  execute: async ({ text }) => {
    await slack.chat.postMessage({ channel: "#general", text });
    return "posted";
  },
});
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"announce\" posts to Slack", call: "slack.chat.postMessage", how: "set `needsApproval`" },
          line: 11,
          column: 11,
          endLine: 11,
          endColumn: 64,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "needsApproval: true" },
              output: `
import { tool } from "ai";
import { WebClient } from "@slack/web-api";
import { z } from "zod";

const slack = new WebClient(process.env.SLACK_TOKEN);
export const announce = tool({
  description: "Posts to #general",
  inputSchema: z.object({ text: z.string() }),
  execute: async ({ text }) => {
    await slack.chat.postMessage({ channel: "#general", text });
    return "posted";
  },
  needsApproval: true,
});
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool that sends a text message",
      code: `
import { tool } from "@openai/agents";
import twilio from "twilio";
import { z } from "zod";

const client = twilio(process.env.SID, process.env.TOKEN);
export const text = tool({
  name: "text",
  description: "Sends a text message",
  parameters: z.object({ to: z.string(), body: z.string() }),
  execute: async ({ to, body }) => client.messages.create({ to, body }),
});
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"text\" sends a text message or calls a phone", call: "client.messages.create", how: "set `needsApproval`" },
          line: 11,
          column: 36,
          endLine: 11,
          endColumn: 72,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "needsApproval: true" },
              output: `
import { tool } from "@openai/agents";
import twilio from "twilio";
import { z } from "zod";

const client = twilio(process.env.SID, process.env.TOKEN);
export const text = tool({
  name: "text",
  description: "Sends a text message",
  parameters: z.object({ to: z.string(), body: z.string() }),
  execute: async ({ to, body }) => client.messages.create({ to, body }),
  needsApproval: true,
});
      `,
            },
          ],
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: payments, calendars, tickets", rule, {
  valid: [
    {
      name: "is silent about a read through Stripe",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const charges = tool(async ({ customer }) => stripe.charges.list({ customer }), { name: "refund_history", description: "Lists charges", schema: z.object({ customer: z.string() }) });
      `,
    },
    {
      name: "is silent about a shadowed stripe",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const simulate = tool(
  async ({ charge }) => {
    const stripe = { refunds: { create: (request) => ({ ...request, simulated: true }) } };
    return JSON.stringify(stripe.refunds.create({ charge }));
  },
  { name: "simulate_refund", description: "Simulates a refund", schema: z.object({ charge: z.string() }) },
);
export const balance = () => stripe.balance.retrieve();
      `,
    },
    {
      name: "is silent about a tool that lists a calendar",
      code: `
import { tool } from "@langchain/core/tools";
import { google } from "googleapis";
import { z } from "zod";

const calendar = google.calendar({ version: "v3" });
export const agenda = tool(async () => JSON.stringify(await calendar.events.list({ calendarId: "primary" })), { name: "agenda", description: "Lists events", schema: z.object({}) });
      `,
    },
    {
      name: "is silent about a tool that searches issues on GitHub",
      code: `
import { createTool } from "@mastra/core/tools";
import { Octokit } from "octokit";
import { z } from "zod";

const octokit = new Octokit();
export const findIssues = createTool({
  id: "find-issues",
  description: "Searches issues",
  inputSchema: z.object({ q: z.string() }),
  execute: async ({ q }) => octokit.rest.search.issuesAndPullRequests({ q }),
});
      `,
    },
  ],
  invalid: [
    {
      name: "reports a tool that refunds through Stripe",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    const made = await stripe.refunds.create({ charge });
    return \`Refund \${made.id} is on its way.\`;
  },
  { name: "issue_refund", description: "Refunds a charge", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"issue_refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 9,
          column: 24,
          endLine: 9,
          endColumn: 57,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    const decision: unknown = interrupt({ action: "issue_refund" });
    if (decision !== "approve") return "ERROR: issue_refund was not approved.";
    const made = await stripe.refunds.create({ charge });
    return \`Refund \${made.id} is on its way.\`;
  },
  { name: "issue_refund", description: "Refunds a charge", schema: z.object({ charge: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports Stripe under an aliased name",
      code: `
import { tool as makeTool } from "@langchain/core/tools";
import { Stripe as Payments } from "stripe";
import { z } from "zod";

const pay = new Payments(process.env.STRIPE_KEY!);
export const refund = makeTool(async ({ charge }) => pay.refunds.create({ charge }), { name: "issue_refund", description: "Refunds a charge", schema: z.object({ charge: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"issue_refund\" moves money", call: "pay.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 54,
          endLine: 7,
          endColumn: 84,
        },
      ],
    },
    {
      name: "reports Stripe and tools through namespaces",
      code: `
import * as tools from "@langchain/core/tools";
import * as stripe from "stripe";
import { z } from "zod";

const pay = new stripe.Stripe(process.env.STRIPE_KEY!);
export const refund = tools.tool(async ({ charge }) => pay.refunds.create({ charge }), { name: "issue_refund", description: "Refunds a charge", schema: z.object({ charge: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"issue_refund\" moves money", call: "pay.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 56,
          endLine: 7,
          endColumn: 86,
        },
      ],
    },
    {
      name: "reports Stripe where it is required",
      code: `
const { tool } = require("@langchain/core/tools");
const stripe = require("stripe")(process.env.STRIPE_KEY);
const { z } = require("zod");

exports.refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "issue_refund", description: "Refunds a charge", schema: z.object({ charge: z.string() }) });
      `,
      languageOptions: { sourceType: "commonjs" },
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"issue_refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 45,
          endLine: 6,
          endColumn: 78,
        },
      ],
    },
    {
      name: "reports Stripe behind the wrappers of TypeScript",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!) as unknown;
export const refund = tool((async ({ charge }) => (await (stripe as Stripe)!.refunds.create({ charge } satisfies Stripe.RefundCreateParams))) as never, { name: "issue_refund", description: "Refunds a charge", schema: z.object({ charge: z.string() }) } as const);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"issue_refund\" moves money", call: "(stripe as Stripe)!.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 58,
          endLine: 7,
          endColumn: 140,
        },
      ],
    },
    {
      name: "reports a tool that writes to a calendar",
      code: `
import { tool } from "@langchain/core/tools";
import { google } from "googleapis";
import { z } from "zod";

const calendar = google.calendar({ version: "v3" });
export const invite = tool(
  async ({ summary }) => {
    await calendar.events.insert({ calendarId: "primary", requestBody: { summary } });
    return "invited";
  },
  { name: "create_event", description: "Invites", schema: z.object({ summary: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"create_event\" writes to a calendar", call: "calendar.events.insert", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 86,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import { google } from "googleapis";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const calendar = google.calendar({ version: "v3" });
export const invite = tool(
  async ({ summary }) => {
    const decision: unknown = interrupt({ action: "create_event" });
    if (decision !== "approve") return "ERROR: create_event was not approved.";
    await calendar.events.insert({ calendarId: "primary", requestBody: { summary } });
    return "invited";
  },
  { name: "create_event", description: "Invites", schema: z.object({ summary: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool that opens an issue on GitHub",
      code: `
import { createTool } from "@mastra/core/tools";
import { Octokit } from "octokit";
import { z } from "zod";

const octokit = new Octokit();
export const openIssue = createTool({
  id: "open-issue",
  description: "Opens an issue",
  inputSchema: z.object({ title: z.string() }),
  execute: async ({ title }) => octokit.rest.issues.create({ owner: "acme", repo: "app", title }),
});
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"open-issue\" writes to GitHub", call: "octokit.rest.issues.create", how: "set `requireApproval`" },
          line: 11,
          column: 33,
          endLine: 11,
          endColumn: 98,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "requireApproval: true" },
              output: `
import { createTool } from "@mastra/core/tools";
import { Octokit } from "octokit";
import { z } from "zod";

const octokit = new Octokit();
export const openIssue = createTool({
  id: "open-issue",
  description: "Opens an issue",
  inputSchema: z.object({ title: z.string() }),
  execute: async ({ title }) => octokit.rest.issues.create({ owner: "acme", repo: "app", title }),
  requireApproval: true,
});
      `,
            },
          ],
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: HTTP", rule, {
  valid: [
    {
      name: "is silent about a POST to a variable that gets another address later",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { address } from "./address";

export const add = tool(async ({ name, list }) => {
  let url = "https://api.acme-crm.com/v1/contacts";
  if (list) url = address(list);
  return (await fetch(url, { method: "POST", body: name })).text();
}, { name: "add", description: "Adds", schema: z.object({ name: z.string(), list: z.string() }) });
      `,
    },
    {
      name: "is silent about options that may become others before they are sent",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

async function send(url: string, init: RequestInit, dryRun: boolean) {
  let options = { ...init, redirect: "manual" as const };
  if (dryRun) options = { ...options, method: "HEAD", body: undefined };
  return fetch(url, { ...options });
}
export const add = tool(async ({ name }) => (await send("https://api.acme-crm.com/v1/contacts", { method: "POST", body: name }, true)).text(), { name: "add", description: "Adds", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a GET of the same address",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const contacts = tool(async () => (await fetch("https://api.acme-crm.com/v1/contacts")).text(), { name: "delete_contacts", description: "Lists contacts", schema: z.object({}) });
      `,
    },
    {
      name: "is silent about a POST to a search endpoint",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const search = tool(async ({ q }) => (await fetch("https://api.acme-crm.com/v1/contacts/search", { method: "POST", body: JSON.stringify({ q }) })).text(), { name: "search", description: "Searches", schema: z.object({ q: z.string() }) });
      `,
    },
    {
      name: "is silent about a POST that asks for a page of a list in its body",
      code: `
import { tool } from "@langchain/core/tools";
import axios from "axios";
import { z } from "zod";

async function page(owner, pageToken) {
  const body = { owners: [owner], withDetails: true, page_size: 100 };
  if (pageToken) body.pageToken = pageToken;
  const answer = await fetch("https://api.acme-parts.com/v1/parts/by-owner", { method: "POST", body: JSON.stringify(body) });
  return answer.json();
}
export const parts = tool(async ({ owner }) => JSON.stringify(await page(owner)), { name: "parts", description: "Lists parts", schema: z.object({ owner: z.string() }) });
export const orders = tool(async ({ owner }) => (await axios.post("https://api.acme-parts.com/v1/orders", { owner, pageSize: 50 })).data, { name: "orders", description: "Lists orders", schema: z.object({ owner: z.string() }) });
      `,
    },
    {
      name: "is silent about a POST whose body says what is looked for",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const causes = async (signs) => fetch("https://api.acme-clinic.com/v1/diagnoses", { method: "POST", body: JSON.stringify({ querytext: signs.join(", "), specialty: "all" }) });
export const diagnose = tool(async ({ signs }) => (await causes(signs)).text(), { name: "diagnose", description: "Looks causes up", schema: z.object({ signs: z.array(z.string()) }) });
      `,
    },
    {
      name: "is silent where the schema holds the model to methods that read, or the method is not the model's",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const read = tool(async ({ url, method }) => (await fetch(url, { method })).text(), { name: "read", description: "Asks", schema: z.object({ url: z.string(), method: z.enum(["GET", "HEAD"]) }) });
export const ask = (method: string) => tool(async ({ url }) => (await fetch(url, { method })).text(), { name: "ask", description: "Asks", schema: z.object({ url: z.string() }) });
export const open = tool(async ({ url, method }, config) => (await fetch(url, { method: config.configurable?.method ?? "GET" })).text(), { name: "open", description: "Asks", schema: z.object({ url: z.string(), method: z.string() }) });
      `,
    },
    {
      name: "is silent about a JSON-RPC call whose method asks, taken literally",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const rpc = async (method: string, params: unknown[]) => (await fetch(\`https://\${process.env.CHAIN}.acme-nodes.com/v2\`, { method: "POST", body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }) })).json();
export const balance = tool(async ({ address }) => JSON.stringify([await rpc("acme_getTokenBalances", [address]), await rpc("eth_call", [{ to: address }])]), { name: "balance", description: "Balances", schema: z.object({ address: z.string() }) });
      `,
    },
    {
      name: "is silent about a call of a tool of another server, where its effect is written",
      options: [{ policy: "literal" }],
      code: `
import { createTool } from "@mastra/core/tools";
import { z } from "zod";
export const list = createTool({
  id: "list",
  description: "Lists rooms",
  inputSchema: z.object({ day: z.string() }),
  execute: async ({ day }) => {
    const response = await fetch("https://mcp.acme-rooms.com/message", { method: "POST", body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "list_rooms", arguments: { day } } }), signal: AbortSignal.timeout(5000) });
    return response.json();
  },
});
      `,
    },
    {
      name: "is silent about a POST to a method whose name says that it computes",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const routes = tool(async ({ from, to }) => (await fetch("https://routes.googleapis.com/directions/v2:computeRoutes", { method: "POST", body: JSON.stringify({ from, to }) })).text(), {
          name: "routes",
          description: "Finds a way.",
          schema: z.object({ from: z.string(), to: z.string() }),
        });
      `,
    },
    {
      name: "is silent about a POST to an address of a search that a method puts together, taken literally",
      options: [{ policy: "literal" }],
      code: `
import { Tool } from "@langchain/core/tools";

export class WebSearch extends Tool {
  name = "web_search";
  description = "Searches.";
  base = process.env.SEARCH_URL;
  address(path: string, text: string) {
    return \`\${this.base}/\${path}?q=\${encodeURIComponent(text)}\`;
  }
  async _call(text: string) {
    const url = this.address("search", text);
    return (await fetch(url, { method: "POST" })).text();
  }
}
      `,
    },
    {
      name: "is silent about a POST for a page of search results whose address is prepared by a helper, taken literally",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const prepare = (keyword: string) => ({ url: \`https://data.acme-seo.com/v3/serp/\${process.env.ENGINE}/live\`, body: JSON.stringify([{ keyword }]) });
export const rank = tool(async ({ keyword }) => {
  const request = prepare(keyword);
  return (await fetch(request.url, { method: "POST", body: request.body })).text();
}, { name: "rank", description: "Looks up rankings.", schema: z.object({ keyword: z.string() }) });
      `,
    },
    {
      name: "is silent about a POST to a query endpoint through axios",
      code: `
import axios from "axios";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const ask = tool(async ({ q }) => (await axios.post("https://warehouse.acme.com/query", { q })).data, { name: "ask", description: "Asks the warehouse", schema: z.object({ q: z.string() }) });
      `,
    },
    {
      name: "is silent about a POST to the program's own host",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const note = tool(async ({ text }) => (await fetch("/api/notes", { method: "POST", body: text })).text(), { name: "note", description: "Notes", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "resolves a helper that is given the literal GET",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const BASE = "https://api.acme-crm.com/v1";
async function crm(method: string, path: string, body?: unknown) {
  const response = await fetch(\`\${BASE}\${path}\`, { method, body: JSON.stringify(body) });
  return response.json();
}

export const findContact = tool(async ({ id }) => JSON.stringify(await crm("GET", \`/contacts/\${id}\`)), { name: "find_contact", description: "Finds a contact", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent under certain where the host comes from the environment",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const save = tool(async ({ text }) => (await fetch(\`\${process.env.API}/notes\`, { method: "POST", body: text })).text(), { name: "save", description: "Saves a note", schema: z.object({ text: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a POST to an address that is added to before",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const add = tool(async ({ name, list }) => {
  let url = "https://api.acme-crm.com/v1/contacts";
  if (list) url += "/" + list;
  return (await fetch(url, { method: "POST", body: name })).text();
}, { name: "add", description: "Adds", schema: z.object({ name: z.string(), list: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool \"add\"", does: "sends a POST to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 8,
          column: 17,
          endLine: 8,
          endColumn: 59,
          suggestions: 1,
        },
      ],
    },
    {
      name: "reports a POST to another host whose address a helper puts together",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const addressOf = (path: string) => \`https://api.acme-crm.com/v1/\${path}\`;
export const add = tool(async ({ name }) => (await fetch(addressOf("contacts"), { method: "POST", body: name })).text(), { name: "add", description: "Adds", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool \"add\"", does: "sends a POST to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 52,
          endLine: 6,
          endColumn: 112,
        },
      ],
    },
    {
      name: "reports a POST to another host",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const addContact = tool(
  async ({ email }) => {
    const response = await fetch("https://api.acme-crm.com/v1/contacts", { method: "POST", body: JSON.stringify({ email }) });
    return response.text();
  },
  { name: "add_contact", description: "Adds a contact", schema: z.object({ email: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"add_contact\" sends a POST to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 28,
          endLine: 7,
          endColumn: 126,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

export const addContact = tool(
  async ({ email }) => {
    const decision: unknown = interrupt({ action: "add_contact" });
    if (decision !== "approve") return "ERROR: add_contact was not approved.";
    const response = await fetch("https://api.acme-crm.com/v1/contacts", { method: "POST", body: JSON.stringify({ email }) });
    return response.text();
  },
  { name: "add_contact", description: "Adds a contact", schema: z.object({ email: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a POST whose method is put into the options in a step of its own",
      code: `
import { createAgent, tool } from "langchain";
import { z } from "zod";

export const lead = tool(async ({ name }) => {
  const init: RequestInit = {};
  init.method = "POST";
  init.body = JSON.stringify({ name });
  await fetch("https://api.acme-crm.com/v1/leads", init);
  return { added: true };
}, { name: "lead", description: "Adds a lead", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"lead\" sends a POST to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 9,
          column: 9,
          endLine: 9,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports a DELETE through axios",
      code: `
import axios from "axios";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const removeContact = tool(
  async ({ id }) => {
    await axios.delete(\`https://api.acme-crm.com/v1/contacts/\${id}\`);
    return "removed";
  },
  { name: "remove_contact", description: "Removes a contact", schema: z.object({ id: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"remove_contact\" sends a DELETE to another host", call: "axios.delete", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 69,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import axios from "axios";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

export const removeContact = tool(
  async ({ id }) => {
    const decision: unknown = interrupt({ action: "remove_contact" });
    if (decision !== "approve") return "ERROR: remove_contact was not approved.";
    await axios.delete(\`https://api.acme-crm.com/v1/contacts/\${id}\`);
    return "removed";
  },
  { name: "remove_contact", description: "Removes a contact", schema: z.object({ id: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "resolves a helper that is given the literal POST",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const BASE = "https://api.acme-crm.com/v1";
async function crm(method: string, path: string, body?: unknown) {
  const response = await fetch(\`\${BASE}\${path}\`, { method, body: JSON.stringify(body) });
  return response.json();
}

export const addContact = tool(
  async ({ email }) => {
    await crm("POST", "/contacts", { email });
    return "added";
  },
  { name: "add_contact", description: "Adds a contact", schema: z.object({ email: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"add_contact\" sends a POST to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 13,
          column: 11,
          endLine: 13,
          endColumn: 46,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const BASE = "https://api.acme-crm.com/v1";
async function crm(method: string, path: string, body?: unknown) {
  const response = await fetch(\`\${BASE}\${path}\`, { method, body: JSON.stringify(body) });
  return response.json();
}

export const addContact = tool(
  async ({ email }) => {
    const decision: unknown = interrupt({ action: "add_contact" });
    if (decision !== "approve") return "ERROR: add_contact was not approved.";
    await crm("POST", "/contacts", { email });
    return "added";
  },
  { name: "add_contact", description: "Adds a contact", schema: z.object({ email: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a POST to an address that the model writes, whatever its body asks for",
      code: `
import { tool } from "ai";
import { z } from "zod";

export const ask = tool({ description: "Asks", inputSchema: z.object({ url: z.string(), query: z.string() }), execute: async ({ url, query }) => (await fetch(url, { method: "POST", body: JSON.stringify({ query }) })).json() });
      `,
      errors: [{ messageId: "unapproved", data: { owner: "Tool", does: '"ask" sends a POST to an address that the model writes', call: "fetch", how: "set `needsApproval`" }, line: 5, column: 153, endLine: 5, endColumn: 216, suggestions: 1 }],
    },
    {
      name: "reports a request to an address that the model writes",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const callWebhook = tool(
  async ({ url, body }) => {
    const response = await fetch(url, { method: "POST", body });
    return response.text();
  },
  { name: "call_webhook", description: "Calls a webhook", schema: z.object({ url: z.string(), body: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"call_webhook\" sends a POST to an address that the model writes", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 28,
          endLine: 7,
          endColumn: 64,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

export const callWebhook = tool(
  async ({ url, body }) => {
    const decision: unknown = interrupt({ action: "call_webhook" });
    if (decision !== "approve") return "ERROR: call_webhook was not approved.";
    const response = await fetch(url, { method: "POST", body });
    return response.text();
  },
  { name: "call_webhook", description: "Calls a webhook", schema: z.object({ url: z.string(), body: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a host from the environment under the literal policy",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const save = tool(async ({ text }) => (await fetch(\`\${process.env.API}/notes\`, { method: "POST", body: text })).text(), { name: "save", description: "Saves a note", schema: z.object({ text: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"save\" sends a POST to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 5,
          column: 53,
          endLine: 5,
          endColumn: 118,
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: the machine, the database, the cloud", rule, {
  valid: [
    {
      name: "is silent about the exec of a regular expression",
      code: `
import { execFile } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const ORDER = /order (\\d+)/;
export const orderNumber = tool(async ({ text }) => ORDER.exec(text)?.[1] ?? "ERROR: no order number", { name: "exec", description: "Finds an order number", schema: z.object({ text: z.string() }) });
export const version = () => execFile("git", ["--version"]);
      `,
    },
    {
      name: "is silent about a fixed command that only reads",
      code: `
import { execFileSync, execSync } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const head = tool(async () => execFileSync("git", ["symbolic-ref", "-q", "HEAD"]).toString() + execFileSync("git", ["for-each-ref", "--count=3"]).toString(), { name: "head", description: "Shows where the copy stands", schema: z.object({}) });
export const status = tool(async () => execSync("git status --short").toString() + execFileSync("git", ["log", "-5"]).toString(), { name: "status", description: "Shows what has changed", schema: z.object({}) });
      `,
    },
    {
      name: "is silent about a program without a shell that only searches, whatever it is given",
      code: `
import { execFile } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const find = tool(
  async ({ pattern, folder }) => {
    const words = ["--line-number", "--recursive"];
    words.push("-e", pattern, folder);
    return new Promise<string>((resolve) => {
      execFile("grep", words, { cwd: "/srv/docs", timeout: 5_000 }, (error, stdout) => resolve(error ? \`ERROR: \${error.message}\` : stdout));
    });
  },
  { name: "find", description: "Searches the handbook", schema: z.object({ pattern: z.string(), folder: z.string() }) },
);
      `,
    },
    {
      name: "is silent about git where a helper writes down reading words for every case",
      code: `
import { execFileSync } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

function wordsFor(question: "history" | "branches" | "change", revision: string): string[] {
  switch (question) {
    case "history":
      return ["log", "--oneline", revision];
    case "branches":
      return ["branch", "--all"];
    case "change":
      return revision ? ["show", revision] : ["diff"];
  }
}
export const repository = tool(
  async ({ question, revision }) => {
    const words = wordsFor(question, revision);
    return execFileSync("git", words, { timeout: 5_000 }).toString();
  },
  { name: "repository", description: "Reads the repository", schema: z.object({ question: z.enum(["history", "branches", "change"]), revision: z.string() }) },
);
      `,
    },
    {
      name: "is silent about commands that are written down whole and only set up and build a working copy",
      code: `
import { execFileSync, execSync } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const start = tool(async ({ name }) => {
  const cwd = "/srv/work/" + name.replaceAll(/\\W/g, "");
  execSync("git init", { cwd, stdio: "pipe" });
  execSync("npm init -y && npm install --save-dev typescript", { cwd, timeout: 60_000 });
  return execFileSync("npm", ["run", "build"], { cwd }).toString();
}, { name: "start", description: "Starts a project", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a table that is emptied where its columns are brought up to date",
      code: `
import { tool } from "@langchain/core/tools";
import Database from "better-sqlite3";
import { z } from "zod";

function openIndex(path: string) {
  const db = new Database(path);
  db.exec("CREATE TABLE IF NOT EXISTS symbols (name TEXT, line INTEGER)");
  if (!db.prepare("PRAGMA table_info(symbols)").all().some((column) => column.name === "kind")) {
    db.exec("ALTER TABLE symbols ADD COLUMN kind TEXT");
    db.exec("DELETE FROM symbols; DELETE FROM files;");
  }
  return db;
}
export const symbols = tool(async ({ name }) => JSON.stringify(openIndex("index.db").prepare("SELECT * FROM symbols WHERE name = ?").all(name)), { name: "symbols", description: "Finds a symbol", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a tool that reads files",
      code: `
import { readFile, readdir } from "node:fs/promises";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const read = tool(async ({ path }) => (await readFile(path, "utf8")) + (await readdir(".")).join(), { name: "remove_comments", description: "Reads a file", schema: z.object({ path: z.string() }) });
      `,
    },
    {
      name: "is silent about a tool that cleans up its own temporary folder",
      code: `
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { render } from "./render.js";

export const preview = tool(
  async ({ source }) => {
    const folder = await mkdtemp(join(tmpdir(), "preview-"));
    try {
      return await render(source, folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
  { name: "preview", description: "Renders a page", schema: z.object({ source: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a tool that takes back the file with a random name that it writes first",
      code: `
import { randomBytes } from "node:crypto";
import { rename, unlink, writeFile } from "node:fs/promises";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const save = tool(
  async ({ path, text }) => {
    const draft = \`\${path}.\${randomBytes(16).toString("hex")}.tmp\`;
    try {
      await writeFile(draft, text);
      await rename(draft, path);
    } catch (error) {
      await unlink(draft);
      return "ERROR: " + error;
    }
    return "saved";
  },
  { name: "save", description: "Writes a file", schema: z.object({ path: z.string(), text: z.string() }) },
);
      `,
    },
    {
      name: "is silent about an insert into the own database",
      code: `
import { tool } from "@langchain/core/tools";
import { Pool } from "pg";
import { z } from "zod";

const pool = new Pool();
export const createTicket = tool(
  async ({ title }) => {
    await pool.query("INSERT INTO tickets (title) VALUES ($1)", [title]);
    return "created";
  },
  { name: "create_ticket", description: "Creates a ticket", schema: z.object({ title: z.string() }) },
);
      `,
    },
    {
      name: "is silent about an UPDATE whose text is not written down whole",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db, onlyOwn } from "./db.js";

export const migrate = tool(async ({ plan }) => db.execute(\`UPDATE users SET plan = ? \${onlyOwn}\`, [plan]), { name: "migrate", description: "Moves users to a plan", schema: z.object({ plan: z.string() }) });
      `,
    },
    {
      name: "is silent about an UPDATE of one row",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const rename = tool(async ({ id, name }) => db.execute("UPDATE users SET name = ? WHERE id = ?", [name, id]), { name: "update_all", description: "Renames a user", schema: z.object({ id: z.string(), name: z.string() }) });
      `,
    },
    {
      name: "is silent about a SELECT in a tagged template",
      code: `
import { tool } from "@langchain/core/tools";
import postgres from "postgres";
import { z } from "zod";

const sql = postgres(process.env.DATABASE_URL);
export const events = tool(async () => sql\`SELECT * FROM events WHERE kind = 'DELETE FROM'\`, { name: "delete_events", description: "Lists the events", schema: z.object({}) });
      `,
    },
    {
      name: "is silent about an AWS command that describes",
      code: `
import { DescribeInstancesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const ec2 = new EC2Client({});
export const machines = tool(async () => JSON.stringify(await ec2.send(new DescribeInstancesCommand({}))), { name: "terminate", description: "Lists machines", schema: z.object({}) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a tool that runs a shell command",
      code: `
import { exec as execCallback } from "node:child_process";
import { promisify } from "node:util";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const exec = promisify(execCallback);
export const shell = tool(
  async ({ command }) => {
    const { stdout } = await exec(command);
    return stdout.toString();
  },
  { name: "shell", description: "Runs a command", schema: z.object({ command: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"shell\" runs a shell command", call: "exec", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 10,
          column: 30,
          endLine: 10,
          endColumn: 43,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { exec as execCallback } from "node:child_process";
import { promisify } from "node:util";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const exec = promisify(execCallback);
export const shell = tool(
  async ({ command }) => {
    const decision: unknown = interrupt({ action: "shell" });
    if (decision !== "approve") return "ERROR: shell was not approved.";
    const { stdout } = await exec(command);
    return stdout.toString();
  },
  { name: "shell", description: "Runs a command", schema: z.object({ command: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a command that is written down whole and reaches outside",
      code: `
import { execSync } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const release = tool(async () => execSync("npm test && git push").toString(), { name: "release", description: "Publishes", schema: z.object({}) });
export const deploy = tool(async () => execSync("npm run deploy").toString(), { name: "deploy", description: "Deploys", schema: z.object({}) });
      `,
      errors: [
        { line: 6, column: 41, endLine: 6, endColumn: 73, messageId: "unapproved", data: { owner: "Tool", does: "\"release\" runs a shell command", call: "execSync", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" } },
        { line: 7, column: 40, endLine: 7, endColumn: 66, messageId: "unapproved", data: { owner: "Tool", does: "\"deploy\" runs a shell command", call: "execSync", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" } },
      ],
    },
    {
      name: "reports git where one case of the helper changes something",
      code: `
import { execFileSync } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const wordsFor = (question: string, name: string) => (question === "branches" ? ["branch", "-a"] : ["branch", "-D", name]);
export const repository = tool(async ({ question, name }) => execFileSync("git", wordsFor(question, name)).toString(), { name: "repository", description: "Branches", schema: z.object({ question: z.string(), name: z.string() }) });
      `,
      errors: [
        {
          line: 7,
          column: 62,
          endLine: 7,
          endColumn: 107,
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"repository\" runs a shell command", call: "execFileSync", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
        },
      ],
    },
    {
      name: "reports a JSON-RPC call whose method sends",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const pay = tool(async ({ signed }) => (await fetch("https://main.acme-nodes.com/v2", { method: "POST", body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_sendRawTransaction", params: [signed] }) })).text(), { name: "pay", description: "Pays", schema: z.object({ signed: z.string() }) });
      `,
      errors: [{ line: 5, column: 54, endLine: 5, endColumn: 214, messageId: "unapproved", data: { owner: "Tool", does: "\"pay\" sends a POST to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" } }],
    },
    {
      name: "reports a POST whose body has a limit, which may be what is created",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const issue = tool(async ({ holder, limit }) => (await fetch("https://api.acme-cards.com/v1/cards", { method: "POST", body: JSON.stringify({ holder, limit, offset: 0 }) })).text(), { name: "issue", description: "Issues a card", schema: z.object({ holder: z.string(), limit: z.number() }) });
      `,
      errors: [{ line: 5, column: 63, endLine: 5, endColumn: 179, messageId: "unapproved", data: { owner: "Tool", does: "\"issue\" sends a POST to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" } }],
    },
    {
      name: "reports a request whose method the model chooses",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const request = tool(
  async ({ url, method = "GET", data }) => {
    const options: RequestInit = { method, headers: { accept: "application/json" }, signal: AbortSignal.timeout(5_000) };
    if (data) options.body = data;
    return (await fetch(url, options)).text();
  },
  { name: "request", description: "Asks a server", schema: z.object({ url: z.string(), method: z.string().optional(), data: z.string().optional() }) },
);
export const crm = tool(async (input) => (await fetch("https://api.acme-crm.com/v1/contacts", { method: input.method.toUpperCase() })).text(), { name: "crm", description: "Contacts", schema: z.object({ method: z.enum(["get", "delete"]).default("get") }) });
      `,
      errors: [
        { line: 9, column: 19, endLine: 9, endColumn: 38, messageId: "unapproved", data: { owner: "Tool", does: "\"request\" sends a request whose method the model chooses to an address that the model writes", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" }, suggestions: 1 },
        { line: 13, column: 49, endLine: 13, endColumn: 134, messageId: "unapproved", data: { owner: "Tool", does: "\"crm\" sends a request whose method the model chooses to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" } },
      ],
    },
    {
      name: "reports a POST to an address that the model writes, in a helper that follows redirects",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

async function follow(url: string, init: RequestInit, method: "GET" | "POST") {
  let current = url;
  let verb = method;
  for (let hop = 0; hop < 5; hop += 1) {
    const answer = await fetch(current, { ...init, method: verb, redirect: "manual" });
    const next = answer.headers.get("location");
    if (!next) return answer;
    if (answer.status === 303) verb = "GET";
    current = new URL(next, current).href;
  }
  throw new Error("too many redirects");
}
export const post = tool(async ({ url, body }) => (await follow(url, { body, signal: AbortSignal.timeout(5_000) }, "POST")).text(), { name: "post", description: "Posts", schema: z.object({ url: z.string(), body: z.string() }) });
      `,
      errors: [{ line: 17, column: 58, endLine: 17, endColumn: 123, messageId: "unapproved", data: { owner: "Tool", does: "\"post\" sends a POST to an address that the model writes", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" } }],
    },
    {
      name: "reports a POST in a helper whose options a redirect changes for the next round",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

async function guarded(url: string, init?: RequestInit) {
  let target = url;
  let options = { ...init, redirect: "manual" as const };
  for (let hop = 0; hop < 5; hop += 1) {
    const answer = await fetch(target, { ...options, cache: "no-store" });
    const next = answer.headers.get("location");
    if (!next) return answer;
    target = new URL(next, target).toString();
    if (answer.status === 303) options = { ...options, method: "GET", body: undefined };
  }
  throw new Error("too many redirects");
}
export const add = tool(async ({ name }) => (await guarded("https://api.acme-crm.com/v1/contacts", { method: "POST", body: name })).text(), { name: "add", description: "Adds", schema: z.object({ name: z.string() }) });
export const find = tool(async ({ name }) => (await guarded(\`https://api.acme-crm.com/v1/contacts?name=\${name}\`)).text(), { name: "find", description: "Finds", schema: z.object({ name: z.string() }) });
      `,
      errors: [{ line: 17, column: 52, endLine: 17, endColumn: 131, messageId: "unapproved", data: { owner: "Tool \"add\"", does: "sends a POST to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" } }],
    },
    {
      name: "reports what a tool class of the project runs for an agent, and not where that agent asks first",
      code: `
import { StructuredTool } from "@langchain/core/tools";
import { createAgent, humanInTheLoopMiddleware } from "langchain";
import { rm } from "node:fs/promises";
import { z } from "zod";

class FlowTool extends StructuredTool {
  constructor(fields) {
    super(fields);
    this.func = fields.func;
  }
  async _call(input) {
    return this.func(input);
  }
}
const clear = new FlowTool({ name: "clear", description: "Clears", schema: z.object({ path: z.string() }), func: async ({ path }) => rm(path, { recursive: true }) });
const empty = new FlowTool({ name: "empty", description: "Empties", schema: z.object({ path: z.string() }), func: async ({ path }) => rm(path, { recursive: true }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [clear, empty], middleware: [humanInTheLoopMiddleware({ interruptOn: { empty: true } })] });
      `,
      errors: [{ line: 16, column: 134, endLine: 16, endColumn: 163, messageId: "unapproved", data: { owner: "Tool \"clear\"", does: "deletes files", call: "rm", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" } }],
    },
    {
      name: "reports a DELETE after a GET by the same helper of a helper",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

async function send(path: string, method: "GET" | "DELETE") {
  const answer = await fetch(\`https://api.acme-chat.com\${path}\`, { method });
  return answer.json();
}
const request = (path: string, method: "GET" | "DELETE" = "GET") => send(path, method);
export const leave = tool(async ({ chat, user }) => {
  const { members } = await request(\`/chats/\${chat}/members\`);
  const member = members.find(({ id }) => id === user);
  await request(\`/chats/\${chat}/members/\${member.id}\`, "DELETE");
  return "done";
}, { name: "leave", description: "Removes a member", schema: z.object({ chat: z.string(), user: z.string() }) });
export const members = tool(async ({ chat }) => {
  const { members } = await request(\`/chats/\${chat}/members\`);
  const { owners } = await request(\`/chats/\${chat}/owners\`);
  return members.concat(owners).join();
}, { name: "members", description: "Lists members", schema: z.object({ chat: z.string() }) });
      `,
      errors: [{ line: 13, column: 9, endLine: 13, endColumn: 65, messageId: "unapproved", data: { owner: "Tool \"leave\"", does: "sends a DELETE to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" }, suggestions: 1 }],
    },
    {
      name: "reports a search that is given to a shell",
      code: `
import { execFileSync } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const find = tool(async ({ pattern }) => execFileSync("grep", ["-rn", pattern, "."], { shell: true }).toString(), { name: "find", description: "Searches", schema: z.object({ pattern: z.string() }) });
      `,
      errors: [{ line: 6, column: 49, endLine: 6, endColumn: 109, messageId: "unapproved", data: { owner: "Tool", does: "\"find\" runs a shell command", call: "execFileSync", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" } }],
    },
    {
      name: "reports a spawned process",
      code: `
import { spawnSync } from "child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const apply = tool(async ({ plan }) => spawnSync("terraform", ["apply", plan]), { name: "apply", description: "Applies a plan", schema: z.object({ plan: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"apply\" runs a shell command", call: "spawnSync", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 47,
          endLine: 6,
          endColumn: 86,
        },
      ],
    },
    {
      name: "reports a fixed command with a part that the model writes",
      code: `
import { execSync } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const log = tool(async ({ path }) => execSync(\`git log \${path}\`).toString(), { name: "log", description: "Shows a file's history", schema: z.object({ path: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"log\" runs a shell command", call: "execSync", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 45,
          endLine: 6,
          endColumn: 72,
        },
      ],
    },
    {
      name: "reports a fixed command that changes something",
      code: `
import { execSync } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const push = tool(async () => execSync("git push --force").toString(), { name: "push", description: "Publishes the branch", schema: z.object({}) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"push\" runs a shell command", call: "execSync", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 38,
          endLine: 6,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports a command in a template of zx",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { $ } from "zx";

export const restart = tool(
  async ({ pod }) => {
    await $\`kubectl delete pod \${pod}\`;
    return "restarted";
  },
  { name: "restart", description: "Restarts a pod", schema: z.object({ pod: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"restart\" runs a shell command", call: "$", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 39,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { $ } from "zx";
import { interrupt } from "@langchain/langgraph";

export const restart = tool(
  async ({ pod }) => {
    const decision: unknown = interrupt({ action: "restart" });
    if (decision !== "approve") return "ERROR: restart was not approved.";
    await $\`kubectl delete pod \${pod}\`;
    return "restarted";
  },
  { name: "restart", description: "Restarts a pod", schema: z.object({ pod: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool that deletes a file",
      code: `
import { rm } from "node:fs/promises";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remove = tool(
  async ({ path }) => {
    await rm(path, { recursive: true });
    return \`Removed \${path}.\`;
  },
  { name: "remove", description: "Removes a file", schema: z.object({ path: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"remove\" deletes files", call: "rm", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 40,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { rm } from "node:fs/promises";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

export const remove = tool(
  async ({ path }) => {
    const decision: unknown = interrupt({ action: "remove" });
    if (decision !== "approve") return "ERROR: remove was not approved.";
    await rm(path, { recursive: true });
    return \`Removed \${path}.\`;
  },
  { name: "remove", description: "Removes a file", schema: z.object({ path: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a deletion through the default import of fs",
      code: `
import fs from "fs";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remove = tool(({ path }) => fs.promises.unlink(path), { name: "remove", description: "Removes a file", schema: z.object({ path: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"remove\" deletes files", call: "fs.promises.unlink", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 42,
          endLine: 6,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports a SQL DELETE",
      code: `
import { tool } from "@langchain/core/tools";
import { Pool } from "pg";
import { z } from "zod";

const pool = new Pool();
export const closeTicket = tool(
  async ({ id }) => {
    await pool.query("DELETE FROM tickets WHERE id = $1", [id]);
    return "closed";
  },
  { name: "close_ticket", description: "Closes a ticket", schema: z.object({ id: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"close_ticket\" deletes from a database", call: "pool.query", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 64,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import { Pool } from "pg";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const pool = new Pool();
export const closeTicket = tool(
  async ({ id }) => {
    const decision: unknown = interrupt({ action: "close_ticket" });
    if (decision !== "approve") return "ERROR: close_ticket was not approved.";
    await pool.query("DELETE FROM tickets WHERE id = $1", [id]);
    return "closed";
  },
  { name: "close_ticket", description: "Closes a ticket", schema: z.object({ id: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an UPDATE without a condition",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const migrate = tool(async ({ plan }) => db.execute("UPDATE users SET plan = ?", [plan]), { name: "migrate", description: "Moves users to a plan", schema: z.object({ plan: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"migrate\" changes every row of a table", call: "db.execute", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 49,
          endLine: 6,
          endColumn: 96,
        },
      ],
    },
    {
      name: "reports a DROP in a constant",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

const RESET = "drop table sessions";
export const reset = tool(async () => db.exec(RESET), { name: "reset", description: "Resets the sessions", schema: z.object({}) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"reset\" deletes from a database", call: "db.exec", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 39,
          endLine: 7,
          endColumn: 53,
        },
      ],
    },
    {
      name: "reports a TRUNCATE in a tagged template",
      code: `
import { tool } from "@langchain/core/tools";
import postgres from "postgres";
import { z } from "zod";

const sql = postgres(process.env.DATABASE_URL);
export const clear = tool(async () => sql\`TRUNCATE events\`, { name: "clear", description: "Clears the events", schema: z.object({}) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"clear\" deletes from a database", call: "sql", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 39,
          endLine: 7,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports an AWS command that stops a machine",
      code: `
import { EC2Client, TerminateInstancesCommand } from "@aws-sdk/client-ec2";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const ec2 = new EC2Client({});
export const stop = tool(
  async ({ id }) => {
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
    return "terminated";
  },
  { name: "stop", description: "Stops a machine", schema: z.object({ id: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"stop\" deletes or stops cloud resources", call: "ec2.send", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 73,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { EC2Client, TerminateInstancesCommand } from "@aws-sdk/client-ec2";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const ec2 = new EC2Client({});
export const stop = tool(
  async ({ id }) => {
    const decision: unknown = interrupt({ action: "stop" });
    if (decision !== "approve") return "ERROR: stop was not approved.";
    await ec2.send(new TerminateInstancesCommand({ InstanceIds: [id] }));
    return "terminated";
  },
  { name: "stop", description: "Stops a machine", schema: z.object({ id: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an AWS command that is a const under an alias",
      code: `
import { SendEmailCommand as Mail, SESClient } from "@aws-sdk/client-ses";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const ses = new SESClient({});
export const mail = tool(
  async ({ to }) => {
    const command = new Mail({ Destination: { ToAddresses: [to] } });
    return ses.send(command);
  },
  { name: "mail", description: "Sends mail", schema: z.object({ to: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"mail\" sends mail", call: "ses.send", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 10,
          column: 12,
          endLine: 10,
          endColumn: 29,
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: what is no effect", rule, {
  valid: [
    {
      name: "is silent about a tool that only returns a pending payload",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const sendEmail = tool(
  async ({ to, text }) => JSON.stringify({ status: "pending_approval", action: "send_email", args: { to, text } }),
  { name: "send_email", description: "Asks a person to send mail", schema: z.object({ to: z.string(), text: z.string() }) },
);
      `,
    },
    {
      name: "is silent about names that only sound like effects",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { deleteDraft, refundPolicy, sendToQueue } from "./desk.js";

export const deleteAccount = tool(
  async ({ id }) => {
    await sendToQueue(id);
    deleteDraft(id);
    return refundPolicy(id);
  },
  { name: "delete_account", description: "Deletes an account", schema: z.object({ id: z.string() }) },
);
      `,
    },
    {
      name: "is silent about an effect that no tool and no node reaches",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export async function refundByAdmin(charge: string) {
  await stripe.refunds.create({ charge });
}
export const look = tool(async ({ charge }) => JSON.stringify(await stripe.charges.retrieve(charge)), { name: "refund", description: "Looks a charge up", schema: z.object({ charge: z.string() }) });
      `,
    },
    {
      name: "is silent about a tool of a test",
      code: `
import { tool } from "@langchain/core/tools";
import { rmSync } from "node:fs";
import { z } from "zod";

export const remove = tool(async ({ path }) => rmSync(path), { name: "remove", description: "Removes a file", schema: z.object({ path: z.string() }) });
      `,
      filename: fileURLToPath(new URL("../../test/tools.test.ts", import.meta.url)),
    },
    {
      name: "is silent about a tool of an MCP server, whose client asks",
      code: `
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { rm } from "node:fs/promises";
import { z } from "zod";

const server = new McpServer({ name: "files", version: "1.0.0" });
server.registerTool("remove", { description: "Removes a file", inputSchema: { path: z.string() } }, async ({ path }) => {
  await rm(path);
  return { content: [{ type: "text", text: "removed" }] };
});
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a pseudo-tool that has no handler",
      code: `
import { ChatOpenAI } from "@langchain/openai";
import { rm } from "node:fs/promises";
import { z } from "zod";

export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([{ name: "remove", description: "Removes a file", schema: z.object({ path: z.string() }) }]);
export const removeByHand = (path: string) => rm(path);
      `,
    },
  ],
  invalid: [
  ],
});

ruleTester.run("require-approval-for-external: where the effect stands", rule, {
  valid: [
    {
      name: "is silent about a function that may make something else",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { FakePayments } from "./fake-payments.js";

function payments() {
  if (process.env.SANDBOX === "yes") return new FakePayments();
  return new Stripe(process.env.STRIPE_KEY!);
}

export const refund = tool(({ charge }) => payments().refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
      `,
    },
    {
      name: "is silent about an imported function that only looks by a client of a third file",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import * as desk from "./test/fixtures/require-approval-for-external/desk.js";

export const look = tool(async ({ charge }) => JSON.stringify(await desk.refundsOf(charge)), { name: "refunds", description: "Looks refunds up", schema: z.object({ charge: z.string() }) });
      `,
    },
    {
      name: "is silent about an imported function that only looks",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { findCharge } from "./test/fixtures/require-approval-for-external/payments.js";

export const look = tool(async ({ charge }) => JSON.stringify(await findCharge(charge)), { name: "refund", description: "Looks a charge up", schema: z.object({ charge: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "looks into a helper of the file",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
async function giveBack(charge: string) {
  return stripe.refunds.create({ charge });
}

export const refund = tool(
  async ({ charge }) => {
    await giveBack(charge);
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 13,
          column: 11,
          endLine: 13,
          endColumn: 27,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const stripe = new Stripe(process.env.STRIPE_KEY!);
async function giveBack(charge: string) {
  return stripe.refunds.create({ charge });
}

export const refund = tool(
  async ({ charge }) => {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    await giveBack(charge);
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "looks into the method of a base class",
      code: `
import { StructuredTool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";

abstract class PaymentTool extends StructuredTool {
  private readonly stripe = new Stripe(process.env.STRIPE_KEY!);

  protected async pay(charge: string) {
    return this.stripe.refunds.create({ charge });
  }
}

export class RefundTool extends PaymentTool {
  name = "refund";
  description = "Refunds";
  schema = z.object({ charge: z.string() });

  protected async _call({ charge }: { charge: string }) {
    await this.pay(charge);
    return "refunded";
  }
}
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "this.stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 20,
          column: 11,
          endLine: 20,
          endColumn: 27,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { StructuredTool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

abstract class PaymentTool extends StructuredTool {
  private readonly stripe = new Stripe(process.env.STRIPE_KEY!);

  protected async pay(charge: string) {
    return this.stripe.refunds.create({ charge });
  }
}

export class RefundTool extends PaymentTool {
  name = "refund";
  description = "Refunds";
  schema = z.object({ charge: z.string() });

  protected async _call({ charge }: { charge: string }) {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    await this.pay(charge);
    return "refunded";
  }
}
      `,
            },
          ],
        },
      ],
    },
    {
      name: "looks at a client that the constructor is given",
      code: `
import { StructuredTool } from "@langchain/core/tools";
import type Stripe from "stripe";
import { z } from "zod";

export class RefundTool extends StructuredTool {
  name = "refund";
  description = "Refunds";
  schema = z.object({ charge: z.string() });

  constructor(private readonly stripe: Stripe) {
    super();
  }

  protected async _call({ charge }: { charge: string }) {
    await this.stripe.refunds.create({ charge });
    return "refunded";
  }
}
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "this.stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 16,
          column: 11,
          endLine: 16,
          endColumn: 49,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { StructuredTool } from "@langchain/core/tools";
import type Stripe from "stripe";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

export class RefundTool extends StructuredTool {
  name = "refund";
  description = "Refunds";
  schema = z.object({ charge: z.string() });

  constructor(private readonly stripe: Stripe) {
    super();
  }

  protected async _call({ charge }: { charge: string }) {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    await this.stripe.refunds.create({ charge });
    return "refunded";
  }
}
      `,
            },
          ],
        },
      ],
    },
    {
      name: "looks one import further",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { refundCharge } from "./test/fixtures/require-approval-for-external/payments.js";

export const refund = tool(
  async ({ charge }) => {
    await refundCharge(charge);
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 31,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { refundCharge } from "./test/fixtures/require-approval-for-external/payments.js";
import { interrupt } from "@langchain/langgraph";

export const refund = tool(
  async ({ charge }) => {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    await refundCharge(charge);
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "follows a client to the function that makes it",
      code: `
import { tool } from "@langchain/core/tools";
import { Octokit } from "@octokit/rest";
import { z } from "zod";

function github() {
  const auth = process.env.GITHUB_TOKEN;
  if (!auth) throw new Error("GITHUB_TOKEN is missing");
  return new Octokit({ auth });
}

export const open = tool(({ title }) => github().issues.create({ owner: "acme", repo: "it", title }), { name: "open_issue", description: "Opens an issue", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"open_issue\" writes to GitHub", call: "github().issues.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 12,
          column: 41,
          endLine: 12,
          endColumn: 101,
        },
      ],
    },
    {
      name: "follows helpers over a file that only hands on, and an instance to its class in a third file",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { mailer, refund as giveBack } from "./test/fixtures/require-approval-for-external/index.js";

export const answer = tool(({ to }) => mailer.send(to, "It is on its way."), { name: "answer", description: "Answers", schema: z.object({ to: z.string() }) });
export const refund = tool(({ charge }) => giveBack(charge), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"answer\" sends mail", call: "this.resend.emails.send", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 76,
        },
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 44,
          endLine: 7,
          endColumn: 60,
        },
      ],
    },
    {
      name: "follows a client to the function of another file that makes it",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { payments } from "./test/fixtures/require-approval-for-external/clients.js";

export const refund = tool(({ charge }) => payments().refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "payments().refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 44,
          endLine: 6,
          endColumn: 81,
        },
      ],
    },
    {
      name: "follows the client that an imported function asks a third file for",
      code: `
import { tool } from "@openai/agents";
import { z } from "zod";
import * as desk from "./test/fixtures/require-approval-for-external/desk.js";

export const refund = tool({
  name: "refund",
  description: "Refunds",
  parameters: z.object({ charge: z.string() }),
  execute: async ({ charge }) => desk.giveBack(charge),
});
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "client.refunds.create", how: "set `needsApproval`" },
          line: 10,
          column: 34,
          endLine: 10,
          endColumn: 55,
          suggestions: 1,
        },
      ],
    },
    {
      name: "follows a client to the getter that makes it",
      code: `
import { StructuredTool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";

export class Refund extends StructuredTool {
  name = "refund";
  description = "Refunds";
  schema = z.object({ charge: z.string() });
  private get stripe() {
    return new Stripe(process.env.STRIPE_KEY!);
  }
  _call = ({ charge }: { charge: string }) => this.stripe.refunds.create({ charge });
}
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "this.stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 13,
          column: 47,
          endLine: 13,
          endColumn: 85,
        },
      ],
    },
    {
      name: "follows a client and a factory that a file of the project hands on",
      code: `
import { z } from "zod";
import { tool as defineTool, payments } from "./test/fixtures/require-approval-for-external/kit.js";

export const refund = defineTool(async ({ charge }) => payments.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "payments.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 5,
          column: 56,
          endLine: 5,
          endColumn: 91,
        },
      ],
    },
    {
      name: "points at the tool's name where the handler stands in another file",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { refundHandler } from "./test/fixtures/require-approval-for-external/payments.js";

export const refund = tool(refundHandler, { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 51,
          endLine: 6,
          endColumn: 59,
        },
      ],
    },
    {
      name: "looks into callbacks",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refundAll = tool(
  async ({ charges }) => {
    await Promise.all(charges.map((charge) => stripe.refunds.create({ charge })));
    return "refunded";
  },
  { name: "refund_all", description: "Refunds", schema: z.object({ charges: z.array(z.string()) }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund_all\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 9,
          column: 47,
          endLine: 9,
          endColumn: 80,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refundAll = tool(
  async ({ charges }) => {
    const decision: unknown = interrupt({ action: "refund_all" });
    if (decision !== "approve") return "ERROR: refund_all was not approved.";
    await Promise.all(charges.map((charge) => stripe.refunds.create({ charge })));
    return "refunded";
  },
  { name: "refund_all", description: "Refunds", schema: z.object({ charges: z.array(z.string()) }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool once, at its first effect",
      code: `
import { tool } from "@langchain/core/tools";
import { Resend } from "resend";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const resend = new Resend(process.env.RESEND_KEY);
export const refund = tool(
  async ({ charge, to }) => {
    await stripe.refunds.create({ charge });
    await resend.emails.send({ to, subject: "Refunded" });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string(), to: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 11,
          column: 11,
          endLine: 11,
          endColumn: 44,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import { Resend } from "resend";
import Stripe from "stripe";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const resend = new Resend(process.env.RESEND_KEY);
export const refund = tool(
  async ({ charge, to }) => {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    await stripe.refunds.create({ charge });
    await resend.emails.send({ to, subject: "Refunded" });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string(), to: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: the policy's words", rule, {
  valid: [
    {
      name: "is silent about another module's function of that name",
      code: `
import { closeAccount } from "@acme/forms";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const close = tool(async ({ id }) => closeAccount(id), { name: "close", description: "Closes a form", schema: z.object({ id: z.string() }) });
      `,
      settings: { "agent-guardrails": { externalCalls: ["@acme/desk#closeAccount"] } },
    },
    {
      name: "is silent about an effect that the policy calls a read",
      code: `
import axios from "axios";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const warehouse = axios.create({ baseURL: "https://warehouse.acme.com" });
export const ask = tool(async ({ sql }) => (await warehouse.post("https://warehouse.acme.com/statements", { sql })).data, { name: "ask", description: "Asks the warehouse", schema: z.object({ sql: z.string() }) });
      `,
      settings: { "agent-guardrails": { readCalls: ["warehouse.post"] } },
    },
    {
      name: "accepts a function that the policy names as an approval",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { assertApproved } from "./approvals.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }, config) => {
    await assertApproved(config, "refund", charge);
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      settings: { "agent-guardrails": { approvalCalls: ["./approvals#assertApproved"] } },
    },
  ],
  invalid: [
    {
      name: "reports a function that the policy calls external",
      code: `
import { closeAccount } from "@acme/desk";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const close = tool(
  async ({ id }) => {
    await closeAccount(id);
    return "closed";
  },
  { name: "close", description: "Closes an account", schema: z.object({ id: z.string() }) },
);
      `,
      settings: { "agent-guardrails": { externalCalls: ["@acme/desk#closeAccount"] } },
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"close\" acts outside", call: "closeAccount", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 27,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { closeAccount } from "@acme/desk";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

export const close = tool(
  async ({ id }) => {
    const decision: unknown = interrupt({ action: "close" });
    if (decision !== "approve") return "ERROR: close was not approved.";
    await closeAccount(id);
    return "closed";
  },
  { name: "close", description: "Closes an account", schema: z.object({ id: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "does not accept the policy's approval after the effect",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { assertApproved } from "./approvals.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }, config) => {
    await stripe.refunds.create({ charge });
    await assertApproved(config, "refund", charge);
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      settings: { "agent-guardrails": { approvalCalls: ["./approvals#assertApproved"] } },
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 10,
          column: 11,
          endLine: 10,
          endColumn: 44,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { assertApproved } from "./approvals.js";
import { interrupt } from "@langchain/langgraph";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }, config) => {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    await stripe.refunds.create({ charge });
    await assertApproved(config, "refund", charge);
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: interrupt()", rule, {
  valid: [
    {
      name: "accepts an interrupt whose answer decides",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    const decision = interrupt({ action: "refund", charge });
    if (decision !== "approve") return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
    },
    {
      name: "accepts an interrupt whose error is thrown on",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    let decision;
    try {
      decision = interrupt({ action: "refund", charge });
    } catch (error) {
      throw error;
    }
    if (decision !== "approve") return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
    },
    {
      name: "accepts an effect inside of the branch that the answer opens",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt as ask } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    const { approved } = ask({ action: "refund", charge });
    if (approved) {
      await stripe.refunds.create({ charge });
      return "refunded";
    }
    return "ERROR: not approved";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
    },
    {
      name: "accepts an answer in a switch",
      code: `
import { tool } from "@langchain/core/tools";
import * as langgraph from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    const decision = langgraph.interrupt({ action: "refund", charge });
    switch (decision.type) {
      case "accept":
        await stripe.refunds.create({ charge });
        return "refunded";
      default:
        return "ERROR: not approved";
    }
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
    },
    {
      name: "accepts an interrupt and its effect in one callback",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refundAll = tool(
  async ({ charges }) => {
    for (const charge of charges) {
      const one = async () => {
        if (interrupt({ action: "refund", charge }) !== "approve") return;
        await stripe.refunds.create({ charge });
      };
      await one();
    }
    return "done";
  },
  { name: "refund_all", description: "Refunds", schema: z.object({ charges: z.array(z.string()) }) },
);
      `,
    },
    {
      name: "accepts a helper of the file that asks and returns the answer",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
async function confirm(action: string): Promise<boolean> {
  const decision = interrupt({ action });
  return decision === "approve";
}

export const refund = tool(
  async ({ charge }) => {
    if (!(await confirm("refund"))) return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
    },
    {
      name: "accepts a helper of the file that throws on a refusal",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
function assertApproved(action: string) {
  const decision = interrupt({ action });
  if (decision !== "approve") throw new Error("not approved");
}

export const refund = tool(
  async ({ charge }) => {
    assertApproved("refund");
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
    },
    {
      name: "accepts an effect behind an interrupt in a helper that does both",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
async function askAndRefund(charge: string) {
  if (interrupt({ action: "refund", charge }) !== "approve") return "ERROR: not approved";
  await stripe.refunds.create({ charge });
  return "refunded";
}

export const refund = tool(async ({ charge }) => askAndRefund(charge), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
      `,
    },
    {
      name: "accepts a method of a base class that asks",
      code: `
import { StructuredTool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
abstract class AskingTool extends StructuredTool {
  protected isApproved(action: unknown): boolean {
    return interrupt(action) === "approve";
  }
}

export class RefundTool extends AskingTool {
  name = "refund";
  description = "Refunds";
  schema = z.object({ charge: z.string() });

  protected async _call({ charge }: { charge: string }) {
    if (!this.isApproved({ charge })) return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  }
}
      `,
    },
    {
      name: "accepts an imported helper that asks",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { isApproved } from "./test/fixtures/require-approval-for-external/approvals.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    if (!isApproved({ charge })) return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
    },
    {
      name: "accepts the interrupt that the run brings along",
      code: `
import { tool } from "@langchain/core/tools";
import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }, config: LangGraphRunnableConfig) => {
    const decision = config.interrupt?.({ action: "refund", charge });
    if (decision !== "approve") return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
    },
  ],
  invalid: [
    {
      name: "does not accept an interrupt whose answer is ignored",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    interrupt({ action: "refund", charge });
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 11,
          column: 11,
          endLine: 11,
          endColumn: 44,
        },
      ],
    },
    {
      name: "does not accept an answer that is only logged",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    const decision = interrupt({ action: "refund", charge });
    if (decision !== "approve") console.warn("refused", decision);
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 12,
          column: 11,
          endLine: 12,
          endColumn: 44,
        },
      ],
    },
    {
      name: "does not accept an interrupt after the effect",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    const made = await stripe.refunds.create({ charge });
    const decision = interrupt({ action: "refund", made });
    if (decision !== "approve") return "ERROR: not approved";
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 10,
          column: 24,
          endLine: 10,
          endColumn: 57,
        },
      ],
    },
    {
      name: "does not accept an interrupt in a branch that need not run",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const ASK = false;
export const refund = tool(
  async ({ charge }) => {
    if (ASK) {
      const decision = interrupt({ action: "refund", charge });
      if (decision !== "approve") return "ERROR: not approved";
    }
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 15,
          column: 11,
          endLine: 15,
          endColumn: 44,
        },
      ],
    },
    {
      name: "does not accept an interrupt that a catch swallows",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    let decision = "approve";
    try {
      decision = interrupt({ action: "refund", charge });
    } catch (error) {
      console.error(error);
    }
    if (decision !== "approve") return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 17,
          column: 11,
          endLine: 17,
          endColumn: 44,
        },
      ],
    },
    {
      name: "does not accept an interrupt in a callback that stands beside the effect",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    const later = () => interrupt({ action: "refund", charge });
    await stripe.refunds.create({ charge });
    return \`refunded, see \${later.name}\`;
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 11,
          column: 11,
          endLine: 11,
          endColumn: 44,
        },
      ],
    },
    {
      name: "does not accept an interrupt of another library",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { interrupt as halt } from "./cpu.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    if (halt(charge) !== "approve") return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 11,
          column: 11,
          endLine: 11,
          endColumn: 44,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { interrupt as halt } from "./cpu.js";
import { interrupt } from "@langchain/langgraph";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    if (halt(charge) !== "approve") return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "does not accept a shadowed interrupt",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const ask = () => interrupt("really?");
export const refund = tool(
  async ({ charge }) => {
    const interrupt = (request) => (request ? "approve" : "reject");
    if (interrupt({ charge }) !== "approve") return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 13,
          column: 11,
          endLine: 13,
          endColumn: 44,
        },
      ],
    },
    {
      name: "does not accept a helper whose answer is ignored",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
async function confirm(action: string): Promise<boolean> {
  const decision = interrupt({ action });
  return decision === "approve";
}

export const refund = tool(
  async ({ charge }) => {
    await confirm("refund");
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 16,
          column: 11,
          endLine: 16,
          endColumn: 44,
        },
      ],
    },
    {
      name: "does not accept a helper that asks in a dead branch",
      code: `
import { tool } from "@langchain/core/tools";
import { interrupt } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
function confirm(action: string) {
  if (process.env.ASK) return interrupt({ action });
  return "approve";
}

export const refund = tool(
  async ({ charge }) => {
    if (confirm("refund") !== "approve") return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 16,
          column: 11,
          endLine: 16,
          endColumn: 44,
        },
      ],
    },
    {
      name: "does not accept an imported helper that never asks",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { alwaysApproved } from "./test/fixtures/require-approval-for-external/approvals.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    if (!alwaysApproved({ charge })) return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 11,
          column: 11,
          endLine: 11,
          endColumn: 44,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { alwaysApproved } from "./test/fixtures/require-approval-for-external/approvals.js";
import { interrupt } from "@langchain/langgraph";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }) => {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    if (!alwaysApproved({ charge })) return "ERROR: not approved";
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: the guards of agent-guardrails", rule, {
  valid: [
    {
      name: "accepts the guard approve before the effect",
      code: `
import { tool } from "@langchain/core/tools";
import { approve } from "agent-guardrails/approval";
import Stripe from "stripe";
import { z } from "zod";
import { refundAction } from "./actions.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }, config) => {
    approve(config, refundAction, { charge });
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
    },
    {
      name: "accepts a function that takes an ApprovedAction",
      code: `
import { tool } from "@langchain/core/tools";
import { approve, type ApprovedAction } from "agent-guardrails/approval";
import Stripe from "stripe";
import { z } from "zod";
import { refundAction } from "./actions.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
async function execute(approved: ApprovedAction<"refund", { charge: string }>) {
  return stripe.refunds.create({ charge: approved.args.charge });
}

export const refund = tool(
  async ({ charge }, config) => {
    await execute(approve(config, refundAction, { charge }));
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
    },
    {
      name: "accepts an effect that externalAction hides",
      code: `
import { approve, externalAction, memoryLedger } from "agent-guardrails/approval";
import { authedTool } from "agent-guardrails/tools";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const schema = z.object({ charge: z.string() });
const refundAction = externalAction({ name: "refund", schema, ledger: memoryLedger() }, async ({ charge }) => {
  const { id } = await stripe.refunds.create({ charge });
  return { id };
});

export const refund = authedTool({
  name: "refund",
  description: "Refunds",
  schema,
  run: async ({ charge }, config) => refundAction.execute(approve(config, refundAction, { charge })),
});
      `,
    },
  ],
  invalid: [
    {
      name: "does not accept the guard approve in a catch that swallows its refusal",
      code: `
import { tool } from "@langchain/core/tools";
import { approve } from "agent-guardrails/approval";
import Stripe from "stripe";
import { z } from "zod";
import { refundAction } from "./actions.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(
  async ({ charge }, config) => {
    try {
      approve(config, refundAction, { charge });
    } catch {
      console.warn("not approved");
    }
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 16,
          column: 11,
          endLine: 16,
          endColumn: 44,
        },
      ],
    },
    {
      name: "does not accept an approve of the project",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const approve = (...args: unknown[]) => console.log("approved", args);
export const refund = tool(
  async ({ charge }, config) => {
    approve(config, { charge });
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 11,
          column: 11,
          endLine: 11,
          endColumn: 44,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const approve = (...args: unknown[]) => console.log("approved", args);
export const refund = tool(
  async ({ charge }, config) => {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    approve(config, { charge });
    await stripe.refunds.create({ charge });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "does not accept an ApprovedAction that is forged",
      code: `
import { tool } from "@langchain/core/tools";
import type { ApprovedAction } from "agent-guardrails/approval";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
async function execute(approved: ApprovedAction<"refund", { charge: string }>) {
  return stripe.refunds.create({ charge: approved.args.charge });
}

export const refund = tool(
  async ({ charge }) => {
    await execute({ args: { charge } } as unknown as ApprovedAction<"refund", { charge: string }>);
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 14,
          column: 11,
          endLine: 14,
          endColumn: 99,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import type { ApprovedAction } from "agent-guardrails/approval";
import Stripe from "stripe";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const stripe = new Stripe(process.env.STRIPE_KEY!);
async function execute(approved: ApprovedAction<"refund", { charge: string }>) {
  return stripe.refunds.create({ charge: approved.args.charge });
}

export const refund = tool(
  async ({ charge }) => {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    await execute({ args: { charge } } as unknown as ApprovedAction<"refund", { charge: string }>);
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "does not accept an ApprovedAction that the project has declared itself",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";

type ApprovedAction<Args> = { args: Args };
const stripe = new Stripe(process.env.STRIPE_KEY!);
async function execute(approved: ApprovedAction<{ charge: string }>) {
  return stripe.refunds.create({ charge: approved.args.charge });
}

export const refund = tool(
  async ({ charge }) => {
    await execute({ args: { charge } });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 14,
          column: 11,
          endLine: 14,
          endColumn: 40,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

type ApprovedAction<Args> = { args: Args };
const stripe = new Stripe(process.env.STRIPE_KEY!);
async function execute(approved: ApprovedAction<{ charge: string }>) {
  return stripe.refunds.create({ charge: approved.args.charge });
}

export const refund = tool(
  async ({ charge }) => {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    await execute({ args: { charge } });
    return "refunded";
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "does not accept an externalAction beside an effect of the tool's own",
      code: `
import { tool } from "@langchain/core/tools";
import { externalAction, memoryLedger } from "agent-guardrails/approval";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refundAction = externalAction({ name: "refund", schema: z.object({ charge: z.string() }), ledger: memoryLedger() }, async ({ charge }) => stripe.refunds.create({ charge }));

export const refund = tool(
  async ({ charge }) => {
    await stripe.refunds.create({ charge });
    return \`refunded as \${refundAction.name}\`;
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 12,
          column: 11,
          endLine: 12,
          endColumn: 44,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import { externalAction, memoryLedger } from "agent-guardrails/approval";
import Stripe from "stripe";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refundAction = externalAction({ name: "refund", schema: z.object({ charge: z.string() }), ledger: memoryLedger() }, async ({ charge }) => stripe.refunds.create({ charge }));

export const refund = tool(
  async ({ charge }) => {
    const decision: unknown = interrupt({ action: "refund" });
    if (decision !== "approve") return "ERROR: refund was not approved.";
    await stripe.refunds.create({ charge });
    return \`refunded as \${refundAction.name}\`;
  },
  { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: humanInTheLoopMiddleware", rule, {
  valid: [
    {
      name: "accepts middleware that names the tool",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [humanInTheLoopMiddleware({ interruptOn: { refund: { allowedDecisions: ["approve", "reject"] } } })] });
      `,
    },
    {
      name: "accepts a condition that looks at the call",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge, amount }) => stripe.refunds.create({ charge, amount }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string(), amount: z.number() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [humanInTheLoopMiddleware({ interruptOn: { refund: { allowedDecisions: ["approve"], when: (request) => request.toolCall.args.amount > 10 } } })] });
      `,
    },
    {
      name: "accepts middleware and its table in constants",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const REFUND = "refund";
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: REFUND, description: "Refunds", schema: z.object({ charge: z.string() }) });
const interruptOn = { [REFUND]: true } as const;
const review = humanInTheLoopMiddleware({ interruptOn });
const middleware = [review];
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware });
      `,
    },
    {
      name: "accepts a table whose key is the tool's own name",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [humanInTheLoopMiddleware({ interruptOn: { [refund.name]: true } })] });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent under certain about a table that is filled after it was made",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
const interruptOn: Record<string, boolean> = {};
for (const each of [refund]) interruptOn[each.name] = true;
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [humanInTheLoopMiddleware({ interruptOn })] });
      `,
    },
    {
      name: "is silent under certain about a table that others are copied into",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";
import { reviewed } from "./reviewed.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
const interruptOn = { search: true };
Object.assign(interruptOn, reviewed);
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [humanInTheLoopMiddleware({ interruptOn })] });
      `,
    },
    {
      name: "is silent under certain about middleware that is pushed onto its list",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
const middleware = [];
middleware.push(humanInTheLoopMiddleware({ interruptOn: { refund: true } }));
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware });
      `,
    },
    {
      name: "is silent about a POST whose method is set under a condition",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const lead = tool(async ({ name }) => {
  const init: RequestInit = {};
  if (name) init.method = "POST";
  return (await fetch("https://api.acme-crm.com/v1/leads", init)).text();
}, { name: "lead", description: "Looks at leads", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "accepts middleware that is spread into the list",
      code: `
import { createAgent, humanInTheLoopMiddleware, summarizationMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
const safety = [humanInTheLoopMiddleware({ interruptOn: { refund: true } })];
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [...safety, summarizationMiddleware({ model: "openai:gpt-5-mini", trigger: { messages: 20 } })] });
      `,
    },
    {
      name: "is silent under certain about middleware that cannot be seen",
      code: `
import { createAgent, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";
import { middleware } from "./middleware.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware });
      `,
    },
    {
      name: "accepts the table of a deep agent",
      code: `
import { tool } from "langchain";
import { createDeepAgent } from "deepagents";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createDeepAgent({ tools: [refund], interruptOn: { refund: true } });
      `,
    },
  ],
  invalid: [
    {
      name: "does not accept middleware that names the tool in another case",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [humanInTheLoopMiddleware({ interruptOn: { Refund: true } })] });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 43,
          endLine: 7,
          endColumn: 76,
        },
      ],
    },
    {
      name: "does not accept middleware that names another tool",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const look = tool(async ({ charge }) => stripe.charges.retrieve(charge), { name: "look", description: "Looks up", schema: z.object({ charge: z.string() }) });
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [look, refund], middleware: [humanInTheLoopMiddleware({ interruptOn: { look: true } })] });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 8,
          column: 43,
          endLine: 8,
          endColumn: 76,
        },
      ],
    },
    {
      name: "does not accept middleware that switches the approval off",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [humanInTheLoopMiddleware({ interruptOn: { refund: false } })] });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 43,
          endLine: 7,
          endColumn: 76,
        },
      ],
    },
    {
      name: "does not accept a condition that is never met",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [humanInTheLoopMiddleware({ interruptOn: { refund: { allowedDecisions: ["approve"], when: () => false } } })] });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 43,
          endLine: 7,
          endColumn: 76,
        },
      ],
    },
    {
      name: "does not accept a condition that is never met in a block body",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({
  model: "openai:gpt-5",
  tools: [refund],
  middleware: [
    humanInTheLoopMiddleware({
      interruptOn: {
        refund: {
          allowedDecisions: ["approve"],
          when() {
            return false;
          },
        },
      },
    }),
  ],
});
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 43,
          endLine: 7,
          endColumn: 76,
        },
      ],
    },
    {
      name: "does not accept a spread list without the tool",
      code: `
import { createAgent, summarizationMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
const common = [summarizationMiddleware({ model: "openai:gpt-5-mini", trigger: { messages: 20 } })];
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [...common] });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 43,
          endLine: 7,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports middleware that cannot be seen under the literal policy",
      code: `
import { createAgent, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";
import { middleware } from "./middleware.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 8,
          column: 43,
          endLine: 8,
          endColumn: 76,
        },
      ],
    },
    {
      name: "does not accept middleware of another agent than the one that holds the tool",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const careful = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [humanInTheLoopMiddleware({ interruptOn: { refund: true } })] });
export const careless = createAgent({ model: "openai:gpt-5", tools: [refund] });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 7,
          column: 43,
          endLine: 7,
          endColumn: 76,
        },
      ],
    },
    {
      name: "does not accept a function of the project that is called like the middleware",
      code: `
import { createAgent, modelCallLimitMiddleware, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const humanInTheLoopMiddleware = (_options: unknown) => modelCallLimitMiddleware({ runLimit: 5 });
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [refund], middleware: [modelCallLimitMiddleware({ runLimit: 5 })] });
export const unused = humanInTheLoopMiddleware({ interruptOn: { other: true } });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 8,
          column: 43,
          endLine: 8,
          endColumn: 76,
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: graphs", rule, {
  valid: [
    {
      name: "accepts a graph that stops before the node of the tools",
      code: `
import { StateGraph, MessagesAnnotation } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { callModel, checkpointer } from "./model.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
const toolNode = new ToolNode([refund]);
export const graph = new StateGraph(MessagesAnnotation).addNode("model", callModel).addNode("tools", toolNode).addEdge("__start__", "model").compile({ checkpointer, interruptBefore: ["tools"] });
      `,
    },
    {
      name: "accepts a graph that stops before a node which calls the tools itself",
      code: `
import { StateGraph, MessagesAnnotation } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { callModel, checkpointer } from "./model.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
const toolNode = new ToolNode([refund]);
const act = async (state: typeof MessagesAnnotation.State) => toolNode.invoke(state);
export const graph = new StateGraph(MessagesAnnotation).addNode("model", callModel).addNode("act", act).addEdge("__start__", "model").compile({ checkpointer, interruptBefore: ["act"] });
      `,
    },
    {
      name: "accepts the prebuilt agent that stops before its tools",
      code: `
import { tool } from "@langchain/core/tools";
import { createReactAgent } from "@langchain/langgraph/prebuilt";
import Stripe from "stripe";
import { z } from "zod";
import { checkpointer, llm } from "./model.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createReactAgent({ llm, tools: [refund], checkpointer, interruptBefore: ["tools"] });
      `,
    },
    {
      name: "accepts a graph that stops before the node with the effect",
      code: `
import { Annotation, StateGraph } from "@langchain/langgraph";
import { ChatOpenAI } from "@langchain/openai";
import Stripe from "stripe";
import { checkpointer } from "./checkpointer.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const model = new ChatOpenAI({ model: "gpt-5" });
const State = Annotation.Root({ question: Annotation<string>, charge: Annotation<string> });
const plan = async (state: typeof State.State) => ({ charge: String((await model.invoke(state.question)).content) });
const act = async (state: typeof State.State) => {
  await stripe.refunds.create({ charge: state.charge });
  return {};
};
export const graph = new StateGraph(State).addNode("plan", plan).addNode("act", act).addEdge("__start__", "plan").addEdge("plan", "act").compile({ checkpointer, interruptBefore: ["act"] });
      `,
    },
    {
      name: "accepts a node that asks with an interrupt",
      code: `
import { Annotation, interrupt, StateGraph } from "@langchain/langgraph";
import { ChatOpenAI } from "@langchain/openai";
import Stripe from "stripe";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const model = new ChatOpenAI({ model: "gpt-5" });
const State = Annotation.Root({ question: Annotation<string>, charge: Annotation<string> });
const plan = async (state: typeof State.State) => ({ charge: String((await model.invoke(state.question)).content) });
const act = async (state: typeof State.State) => {
  const answer = interrupt({ charge: state.charge });
  if (answer.approved) await stripe.refunds.create({ charge: state.charge });
  return {};
};
export const graph = new StateGraph(State).addNode("plan", plan).addNode("act", act).addEdge("__start__", "plan").addEdge("plan", "act").compile();
      `,
    },
    {
      name: "is silent under certain about a node whose graph shows no model",
      code: `
import { Annotation, StateGraph } from "@langchain/langgraph";
import Stripe from "stripe";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const State = Annotation.Root({ charge: Annotation<string> });
export const graph = new StateGraph(State).addNode("act", async (state) => {
  await stripe.refunds.create({ charge: state.charge });
  return {};
});
      `,
    },
  ],
  invalid: [
    {
      name: "does not accept a graph that stops before another node",
      code: `
import { StateGraph, MessagesAnnotation } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { callModel, checkpointer } from "./model.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
const toolNode = new ToolNode([refund]);
export const graph = new StateGraph(MessagesAnnotation).addNode("model", callModel).addNode("tools", toolNode).addEdge("__start__", "model").compile({ checkpointer, interruptBefore: ["model"] });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 10,
          column: 43,
          endLine: 10,
          endColumn: 76,
        },
      ],
    },
    {
      name: "does not accept the prebuilt agent that stops after its tools",
      code: `
import { tool } from "@langchain/core/tools";
import { createReactAgent } from "@langchain/langgraph/prebuilt";
import Stripe from "stripe";
import { z } from "zod";
import { checkpointer, llm } from "./model.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
export const agent = createReactAgent({ llm, tools: [refund], checkpointer, interruptAfter: ["tools"] });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 9,
          column: 43,
          endLine: 9,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports a node that the model's output reaches",
      code: `
import { Annotation, StateGraph } from "@langchain/langgraph";
import { ChatOpenAI } from "@langchain/openai";
import Stripe from "stripe";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const model = new ChatOpenAI({ model: "gpt-5" });
const State = Annotation.Root({ question: Annotation<string>, charge: Annotation<string> });
const plan = async (state: typeof State.State) => ({ charge: String((await model.invoke(state.question)).content) });
const act = async (state: typeof State.State) => {
  await stripe.refunds.create({ charge: state.charge });
  return {};
};
export const graph = new StateGraph(State).addNode("plan", plan).addNode("act", act).addEdge("__start__", "plan").addEdge("plan", "act").compile();
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Node", does: "\"act\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or stop the graph with `interruptBefore`" },
          line: 11,
          column: 9,
          endLine: 11,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports a node whose graph shows no model under the literal policy",
      code: `
import { Annotation, StateGraph } from "@langchain/langgraph";
import Stripe from "stripe";

const stripe = new Stripe(process.env.STRIPE_KEY!);
const State = Annotation.Root({ charge: Annotation<string> });
export const graph = new StateGraph(State).addNode("act", async (state) => {
  await stripe.refunds.create({ charge: state.charge });
  return {};
});
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Node", does: "\"act\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or stop the graph with `interruptBefore`" },
          line: 8,
          column: 9,
          endLine: 8,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports a tool that a node makes once, as the tool's",
      code: `
import { tool } from "@langchain/core/tools";
import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import Stripe from "stripe";
import { z } from "zod";
import { answer } from "./model.js";

const stripe = new Stripe(process.env.STRIPE_KEY!);
export async function agentNode(state: { question: string }, config: LangGraphRunnableConfig) {
  const refund = tool(async ({ charge }) => stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
  return answer(state.question, [refund], config);
}
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 10,
          column: 45,
          endLine: 10,
          endColumn: 78,
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: approval in the tool and at the call", rule, {
  valid: [
    {
      name: "accepts needsApproval of the AI SDK",
      code: `
import { tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = tool({
  inputSchema: z.object({ to: z.string() }),
  needsApproval: true,
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
      `,
    },
    {
      name: "accepts needsApproval that is a predicate",
      code: `
import { tool } from "@openai/agents";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = tool({
  name: "mail",
  description: "Sends mail",
  parameters: z.object({ to: z.string() }),
  needsApproval: async (_context, { to }) => !to.endsWith("@acme.com"),
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
      `,
    },
    {
      name: "accepts needsApproval that is set later",
      code: `
import { tool } from "@openai/agents";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = tool({
  name: "mail",
  description: "Sends mail",
  parameters: z.object({ to: z.string() }),
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
mail.needsApproval = async () => true;
      `,
    },
    {
      name: "accepts needsApproval in a const of options",
      code: `
import { tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
const reviewed = { needsApproval: true } as const;
export const mail = tool({
  ...reviewed,
  inputSchema: z.object({ to: z.string() }),
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
      `,
    },
    {
      name: "is silent under certain about options that cannot be seen",
      code: `
import { tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";
import { defaults } from "./defaults.js";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = tool({
  ...defaults,
  inputSchema: z.object({ to: z.string() }),
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
      `,
    },
    {
      name: "accepts toolApproval at the call",
      code: `
import { generateText, tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
const mail = tool({ inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }) });
export const run = (prompt: string) => generateText({ model: "openai/gpt-5", prompt, tools: { mail }, toolApproval: { mail: "user-approval" } });
      `,
    },
    {
      name: "accepts toolApproval under the key that the tool is listed by",
      code: `
import { generateText, tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
const mail = tool({ inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }) });
export const run = (prompt: string) => generateText({ model: "openai/gpt-5", prompt, tools: { sendMail: mail }, toolApproval: { sendMail: "user-approval" } });
      `,
    },
    {
      name: "is silent under certain about toolApproval that is a function",
      code: `
import { streamText, tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";
import { decide } from "./approvals.js";

const resend = new Resend(process.env.RESEND_KEY);
const mail = tool({ inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }) });
export const run = (prompt: string) => streamText({ model: "openai/gpt-5", prompt, tools: { mail }, toolApproval: decide });
      `,
    },
    {
      name: "accepts requireApproval of Mastra",
      code: `
import { createTool } from "@mastra/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = createTool({
  id: "mail",
  description: "Sends mail",
  inputSchema: z.object({ to: z.string() }),
  requireApproval: true,
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
      `,
    },
    {
      name: "accepts a Mastra tool that suspends until somebody resumes it",
      code: `
import { createTool } from "@mastra/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = createTool({
  id: "mail",
  description: "Sends mail",
  inputSchema: z.object({ to: z.string() }),
  resumeSchema: z.object({ approved: z.boolean() }),
  execute: async ({ to }, { resumeData, suspend }) => {
    if (!resumeData?.approved) return suspend({ reason: "mail to a person" });
    return resend.emails.send({ to, subject: "Hello" });
  },
});
      `,
    },
  ],
  invalid: [
    {
      name: "does not accept needsApproval that is false",
      code: `
import { tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = tool({
  inputSchema: z.object({ to: z.string() }),
  needsApproval: false,
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"mail\" sends mail", call: "resend.emails.send", how: "set `needsApproval`" },
          line: 10,
          column: 30,
          endLine: 10,
          endColumn: 74,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "needsApproval: true" },
              output: `
import { tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = tool({
  inputSchema: z.object({ to: z.string() }),
  needsApproval: true,
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
      `,
            },
          ],
        },
      ],
    },
    {
      name: "does not accept a predicate that always says no",
      code: `
import { tool } from "@openai/agents";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = tool({
  name: "mail",
  description: "Sends mail",
  parameters: z.object({ to: z.string() }),
  needsApproval: async () => {
    return false;
  },
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"mail\" sends mail", call: "resend.emails.send", how: "set `needsApproval`" },
          line: 14,
          column: 30,
          endLine: 14,
          endColumn: 74,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "needsApproval: true" },
              output: `
import { tool } from "@openai/agents";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = tool({
  name: "mail",
  description: "Sends mail",
  parameters: z.object({ to: z.string() }),
  needsApproval: true,
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
      `,
            },
          ],
        },
      ],
    },
    {
      name: "does not accept needsApproval that is set later on another tool",
      code: `
import { tool } from "@openai/agents";
import { Resend } from "resend";
import { z } from "zod";
import { other } from "./other.js";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = tool({
  name: "mail",
  description: "Sends mail",
  parameters: z.object({ to: z.string() }),
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
other.needsApproval = async () => true;
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"mail\" sends mail", call: "resend.emails.send", how: "set `needsApproval`" },
          line: 12,
          column: 30,
          endLine: 12,
          endColumn: 74,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "needsApproval: true" },
              output: `
import { tool } from "@openai/agents";
import { Resend } from "resend";
import { z } from "zod";
import { other } from "./other.js";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = tool({
  name: "mail",
  description: "Sends mail",
  parameters: z.object({ to: z.string() }),
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
  needsApproval: true,
});
other.needsApproval = async () => true;
      `,
            },
          ],
        },
      ],
    },
    {
      name: "does not accept toolApproval under a key that the call does not list",
      code: `
import { generateText, tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
const mail = tool({ inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }) });
export const run = (prompt: string) => generateText({ model: "openai/gpt-5", prompt, tools: { sendMail: mail }, toolApproval: { mail: "user-approval" } });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"mail\" sends mail", call: "resend.emails.send", how: "name the tool in `toolApproval`" },
          line: 7,
          column: 91,
          endLine: 7,
          endColumn: 135,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "toolApproval: { sendMail: \"user-approval\" }" },
              output: `
import { generateText, tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
const mail = tool({ inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }) });
export const run = (prompt: string) => generateText({ model: "openai/gpt-5", prompt, tools: { sendMail: mail }, toolApproval: { mail: "user-approval", sendMail: "user-approval" } });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "does not accept toolApproval that approves by itself",
      code: `
import { ToolLoopAgent, tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
const mail = tool({ inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }) });
export const agent = new ToolLoopAgent({ model: "openai/gpt-5", tools: { mail }, toolApproval: { mail: { type: "approved", reason: "trusted" } } });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"mail\" sends mail", call: "resend.emails.send", how: "name the tool in `toolApproval`" },
          line: 7,
          column: 91,
          endLine: 7,
          endColumn: 135,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "toolApproval: { mail: \"user-approval\" }" },
              output: `
import { ToolLoopAgent, tool } from "ai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
const mail = tool({ inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }) });
export const agent = new ToolLoopAgent({ model: "openai/gpt-5", tools: { mail }, toolApproval: { mail: "user-approval" } });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "does not accept requireApproval that is false",
      code: `
import { createTool } from "@mastra/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = createTool({
  id: "mail",
  description: "Sends mail",
  inputSchema: z.object({ to: z.string() }),
  requireApproval: false,
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"mail\" sends mail", call: "resend.emails.send", how: "set `requireApproval`" },
          line: 12,
          column: 30,
          endLine: 12,
          endColumn: 74,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "requireApproval: true" },
              output: `
import { createTool } from "@mastra/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = createTool({
  id: "mail",
  description: "Sends mail",
  inputSchema: z.object({ to: z.string() }),
  requireApproval: true,
  execute: async ({ to }) => resend.emails.send({ to, subject: "Hello" }),
});
      `,
            },
          ],
        },
      ],
    },
    {
      name: "does not accept a Mastra tool that suspends and goes on",
      code: `
import { createTool } from "@mastra/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = createTool({
  id: "mail",
  description: "Sends mail",
  inputSchema: z.object({ to: z.string() }),
  execute: async ({ to }, { suspend }) => {
    await suspend({ reason: "mail to a person" });
    return resend.emails.send({ to, subject: "Hello" });
  },
});
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"mail\" sends mail", call: "resend.emails.send", how: "set `requireApproval`" },
          line: 13,
          column: 12,
          endLine: 13,
          endColumn: 56,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "requireApproval: true" },
              output: `
import { createTool } from "@mastra/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend(process.env.RESEND_KEY);
export const mail = createTool({
  id: "mail",
  description: "Sends mail",
  inputSchema: z.object({ to: z.string() }),
  execute: async ({ to }, { suspend }) => {
    await suspend({ reason: "mail to a person" });
    return resend.emails.send({ to, subject: "Hello" });
  },
  requireApproval: true,
});
      `,
            },
          ],
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: what is suggested", rule, {
  valid: [
  ],
  invalid: [
    {
      name: "suggests an interrupt where langgraph is imported already",
      code: `
import { tool } from "@langchain/core/tools";
import { getStore } from "@langchain/langgraph";
import { rm } from "node:fs/promises";
import { z } from "zod";

export const remove = tool(
  async (args) => {
    // The path is checked by the schema.
    await rm(args.path);
    await getStore().put(["removed"], args.path, {});
    return "removed";
  },
  { name: "remove", description: "Removes a file", schema: z.object({ path: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"remove\" deletes files", call: "rm", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 10,
          column: 11,
          endLine: 10,
          endColumn: 24,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import { getStore, interrupt } from "@langchain/langgraph";
import { rm } from "node:fs/promises";
import { z } from "zod";

export const remove = tool(
  async (args) => {
    const decision: unknown = interrupt({ action: "remove", args: args });
    if (decision !== "approve") return "ERROR: remove was not approved.";
    // The path is checked by the schema.
    await rm(args.path);
    await getStore().put(["removed"], args.path, {});
    return "removed";
  },
  { name: "remove", description: "Removes a file", schema: z.object({ path: z.string() }) },
);
      `,
            },
          ],
        },
      ],
    },
    {
      name: "suggests plain JavaScript in a JavaScript file",
      code: `
import { rm } from "node:fs/promises";
import { DynamicStructuredTool } from "@langchain/core/tools";
import { z } from "zod";

export const remove = new DynamicStructuredTool({
  name: "remove",
  description: "Removes a file",
  schema: z.object({ path: z.string() }),
  async func({ path }) {
    await rm(path);
    return "removed";
  },
});
      `,
      filename: fileURLToPath(new URL("../../agent.js", import.meta.url)),
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"remove\" deletes files", call: "rm", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 11,
          column: 11,
          endLine: 11,
          endColumn: 19,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { rm } from "node:fs/promises";
import { DynamicStructuredTool } from "@langchain/core/tools";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

export const remove = new DynamicStructuredTool({
  name: "remove",
  description: "Removes a file",
  schema: z.object({ path: z.string() }),
  async func({ path }) {
    const decision = interrupt({ action: "remove" });
    if (decision !== "approve") return "ERROR: remove was not approved.";
    await rm(path);
    return "removed";
  },
});
      `,
            },
          ],
        },
      ],
    },
    {
      name: "suggests an interrupt in a handler of one line",
      code: `
import { tool } from "@langchain/core/tools";
import { rm } from "node:fs/promises";
import { z } from "zod";

export const remove = tool(async ({ path }) => { await rm(path); return "removed"; }, { name: "remove", description: "Removes a file", schema: z.object({ path: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"remove\" deletes files", call: "rm", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 56,
          endLine: 6,
          endColumn: 64,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import { rm } from "node:fs/promises";
import { z } from "zod";
import { interrupt } from "@langchain/langgraph";

export const remove = tool(async ({ path }) => {
  const decision: unknown = interrupt({ action: "remove" });
  if (decision !== "approve") return "ERROR: remove was not approved."; await rm(path); return "removed"; }, { name: "remove", description: "Removes a file", schema: z.object({ path: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "suggests nothing where an ERROR text would not fit what the handler returns",
      code: `
import { tool } from "@langchain/core/tools";
import { rm } from "node:fs/promises";
import { z } from "zod";

export const remove = tool(
  async ({ path }): Promise<{ removed: boolean }> => {
    await rm(path);
    return { removed: true };
  },
  { name: "remove", description: "Removes a file", schema: z.object({ path: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"remove\" deletes files", call: "rm", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 8,
          column: 11,
          endLine: 8,
          endColumn: 19,
        },
      ],
    },
    {
      name: "suggests nothing where a decision stands there already",
      code: `
import { tool } from "@langchain/core/tools";
import { rm } from "node:fs/promises";
import { z } from "zod";

export const remove = tool(
  async ({ path }) => {
    const decision = "keep";
    await rm(path);
    return decision.toString();
  },
  { name: "remove", description: "Removes a file", schema: z.object({ path: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool", does: "\"remove\" deletes files", call: "rm", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 9,
          column: 11,
          endLine: 9,
          endColumn: 19,
        },
      ],
    },
    {
      name: "reports a mutation in GraphQL",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const CREATE = \`mutation CreateIssue($title: String!) { issueCreate(input: { title: $title }) { success } }\`;
        export const createIssue = tool(async ({ title }) => {
          const response = await fetch("https://api.linear.app/graphql", { method: "POST", headers: { Authorization: process.env.LINEAR_KEY! }, body: JSON.stringify({ query: CREATE, variables: { title } }) });
          return response.text();
        }, { name: "create_issue", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool \"create_issue\"", does: "sends a GraphQL mutation to another host", call: "fetch", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" },
          line: 6,
          column: 34,
          endLine: 6,
          endColumn: 209,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
import { interrupt } from "@langchain/langgraph";
        const CREATE = \`mutation CreateIssue($title: String!) { issueCreate(input: { title: $title }) { success } }\`;
        export const createIssue = tool(async ({ title }) => {
          const decision: unknown = interrupt({ action: "create_issue" });
          if (decision !== "approve") return "ERROR: create_issue was not approved.";
          const response = await fetch("https://api.linear.app/graphql", { method: "POST", headers: { Authorization: process.env.LINEAR_KEY! }, body: JSON.stringify({ query: CREATE, variables: { title } }) });
          return response.text();
        }, { name: "create_issue", schema: z.object({ title: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a mutation that axios is given behind a comment",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        import axios from "axios";
        export const closeIssue = tool({
          description: "Closes an issue",
          inputSchema: z.object({ id: z.string() }),
          execute: async ({ id }) => {
            const query = \`
              # closes it for good
              mutation { closeIssue(input: { issueId: "\${id}" }) { issue { id } } }
            \`;
            return (await axios.post("https://api.github.com/graphql", { query })).data;
          },
        });
      `,
      errors: [
        {
          messageId: "unapproved",
          data: { owner: "Tool \"closeIssue\"", does: "sends a GraphQL mutation to another host", call: "axios.post", how: "set `needsApproval`" },
          line: 13,
          column: 27,
          endLine: 13,
          endColumn: 82,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "needsApproval: true" },
              output: `
        import { tool } from "ai";
        import { z } from "zod";
        import axios from "axios";
        export const closeIssue = tool({
          description: "Closes an issue",
          inputSchema: z.object({ id: z.string() }),
          execute: async ({ id }) => {
            const query = \`
              # closes it for good
              mutation { closeIssue(input: { issueId: "\${id}" }) { issue { id } } }
            \`;
            return (await axios.post("https://api.github.com/graphql", { query })).data;
          },
          needsApproval: true,
        });
      `,
            },
          ],
        },
      ],
    },
  ],
});

ruleTester.run("require-approval-for-external: approvals that are kept", rule, {
  valid: [
    {
      name: "is silent where a request that is kept says that it is approved",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(async (input) => { const request = await load(input.id); if (request?.status !== "approved") return "ERROR: it waits for approval."; await stripe.refunds.create({ charge: request.charge }); return "refunded"; }, { name: "refund", description: "Refunds", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent where an order tells who approved its refund",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(async (input) => { const order = await load(input.id); if (!order.refundApprovedBy) throw new Error("not approved"); await stripe.refunds.create({ charge: order.charge }); return "refunded"; }, { name: "refund", description: "Refunds", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent in the branch of what is approved",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(async (input) => { const { approval, charge } = await load(input.id); if (approval && approval.granted) { await stripe.refunds.create({ charge }); return "refunded"; } return "ERROR: it waits for approval."; }, { name: "refund", description: "Refunds", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent where a helper asks what is kept",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
const stripe = new Stripe(process.env.STRIPE_KEY!);
async function pay(order) { if (order.approvedAt === null) return "ERROR: it waits for approval."; await stripe.refunds.create({ charge: order.charge }); return "refunded"; }
export const refund = tool(async (input) => pay(await load(input.id)), { name: "refund", description: "Refunds", schema: z.object({ id: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports an approval that the model passes",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(async (input) => { if (!input.approved) return "Ask first."; await stripe.refunds.create({ charge: input.charge }); return "refunded"; }, { name: "refund", description: "Refunds", schema: z.object({ charge: z.string(), approved: z.boolean() }) });
      `,
      errors: [
        {
          messageId: "unapproved", data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" }, line: 7, column: 95, endLine: 7, endColumn: 142,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
import { interrupt } from "@langchain/langgraph";
const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(async (input) => {
  const decision: unknown = interrupt({ action: "refund", args: input });
  if (decision !== "approve") return "ERROR: refund was not approved."; if (!input.approved) return "Ask first."; await stripe.refunds.create({ charge: input.charge }); return "refunded"; }, { name: "refund", description: "Refunds", schema: z.object({ charge: z.string(), approved: z.boolean() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an approval that the model passes to a helper",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
const stripe = new Stripe(process.env.STRIPE_KEY!);
async function pay(charge, isApproved) { if (!isApproved) throw new Error("not approved"); await stripe.refunds.create({ charge }); }
export const refund = tool(async (input) => { await pay(input.charge, input.approved); return "refunded"; }, { name: "refund", description: "Refunds", schema: z.object({ charge: z.string(), approved: z.boolean() }) });
      `,
      errors: [
        {
          messageId: "unapproved", data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" }, line: 8, column: 53, endLine: 8, endColumn: 86,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
import { interrupt } from "@langchain/langgraph";
const stripe = new Stripe(process.env.STRIPE_KEY!);
async function pay(charge, isApproved) { if (!isApproved) throw new Error("not approved"); await stripe.refunds.create({ charge }); }
export const refund = tool(async (input) => {
  const decision: unknown = interrupt({ action: "refund", args: input });
  if (decision !== "approve") return "ERROR: refund was not approved."; await pay(input.charge, input.approved); return "refunded"; }, { name: "refund", description: "Refunds", schema: z.object({ charge: z.string(), approved: z.boolean() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an approval that is looked at afterwards",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(async (input) => { const order = await load(input.id); await stripe.refunds.create({ charge: order.charge }); if (!order.approvedBy) throw new Error("not approved"); return "refunded"; }, { name: "refund", description: "Refunds", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved", data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" }, line: 7, column: 89, endLine: 7, endColumn: 136,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
import { interrupt } from "@langchain/langgraph";
const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(async (input) => {
  const decision: unknown = interrupt({ action: "refund", args: input });
  if (decision !== "approve") return "ERROR: refund was not approved."; const order = await load(input.id); await stripe.refunds.create({ charge: order.charge }); if (!order.approvedBy) throw new Error("not approved"); return "refunded"; }, { name: "refund", description: "Refunds", schema: z.object({ id: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an approval that is only logged",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(async (input) => { const order = await load(input.id); if (!order.approvedBy) console.warn("not approved"); await stripe.refunds.create({ charge: order.charge }); return "refunded"; }, { name: "refund", description: "Refunds", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "unapproved", data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" }, line: 7, column: 142, endLine: 7, endColumn: 189,
          suggestions: [
            {
              messageId: "askFirst",
              data: { idiom: "interrupt()" },
              output: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
import { load } from "./orders.js";
import { interrupt } from "@langchain/langgraph";
const stripe = new Stripe(process.env.STRIPE_KEY!);
export const refund = tool(async (input) => {
  const decision: unknown = interrupt({ action: "refund", args: input });
  if (decision !== "approve") return "ERROR: refund was not approved."; const order = await load(input.id); if (!order.approvedBy) console.warn("not approved"); await stripe.refunds.create({ charge: order.charge }); return "refunded"; }, { name: "refund", description: "Refunds", schema: z.object({ id: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
  ],
});

const CLIENTS = `
import { tool } from "ai";
import { createClient } from "@supabase/supabase-js";
import { createServerClient } from "@supabase/ssr";
import { messagingApi } from "@line/bot-sdk";
import { VapiClient } from "@vapi-ai/server-sdk";
import { drizzle } from "drizzle-orm/neon-http";
import { z } from "zod";

const supabase = createClient(process.env.URL!, process.env.KEY!);
const db = drizzle(process.env.URL!);
const vapi = new VapiClient({ token: process.env.VAPI! });
const line = new messagingApi.MessagingApiClient({ channelAccessToken: process.env.LINE! });
const inputSchema = z.object({ id: z.string() });
`;
const acting = (body: string): string => `${CLIENTS}export const act = tool({ description: "Acts", inputSchema, execute: async ({ id }) => {
  ${body}
  return "done";
} });
`;
const acts = (does: string, call: string, given = "") => [
  { messageId: "unapproved", data: { owner: "Tool", does: `"act" ${does}`, call, how: "set `needsApproval`" }, line: 16, column: 9, endLine: 16, endColumn: 9 + `${call}(${given})`.length, suggestions: 1 },
];

ruleTester.run("require-approval-for-external: clients of databases, phones and messengers", rule, {
  valid: [
    { name: "is silent about rows of Supabase and Drizzle that are read", code: acting("const { data } = await supabase.from('notes').select().eq('id', id); return JSON.stringify([data, await db.select().from(notes)]);") },
    { name: "is silent about a call of Vapi that is looked up", code: acting("return JSON.stringify(await vapi.calls.get(id));") },
    { name: "is silent about an answer on LINE to what somebody has just said", code: acting("await line.replyMessage({ replyToken: id, messages: [] });") },
    { name: "is silent about a cache with the same methods", code: acting("const db = new Map(); db.delete(id); const supabase = { from: () => db }; supabase.from('notes').delete(id);") },
    { name: "is silent about rows that an approved tool deletes", code: acting("await db.delete(notes).where(eq(notes.id, id));").replace("inputSchema, execute", "inputSchema, needsApproval: true, execute") },
    { name: "is silent about rows that a catch takes back before it passes the failure on", code: acting("const note = await db.insert(notes).values({ id }).returning(); try { await plan(note); } catch (error) { console.warn(error); await db.delete(notes).where(eq(notes.id, id)); throw error; }") },
    { name: "is silent about a function that deletes and is no tool", code: `${CLIENTS}export const forget = (id: string) => db.delete(notes).where(eq(notes.id, id));\n` },
  ],
  invalid: [
    {
      name: "reports an approval that is made of itself",
      code: `
import { tool } from "@langchain/core/tools";
import Stripe from "stripe";
import { z } from "zod";
const stripe = new Stripe(process.env.STRIPE_KEY!);
const order = state.approved;
const state = order;
export const refund = tool(({ charge }) => order.approved && stripe.refunds.create({ charge }), { name: "refund", description: "Refunds", schema: z.object({ charge: z.string() }) });
      `,
      errors: [{ messageId: "unapproved", data: { owner: "Tool", does: "\"refund\" moves money", call: "stripe.refunds.create", how: "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`" }, line: 8, column: 62, endLine: 8, endColumn: 95 }],
    },
    { name: "reports rows of Supabase that are deleted", code: acting("await supabase.from('notes').delete().eq('id', id);"), errors: acts("deletes rows", "supabase.from('notes').delete") },
    { name: "reports rows of a client for a server of Supabase", code: acting("await createServerClient(url, key, {}).from('notes').delete().eq('id', id);"), errors: acts("deletes rows", "createServerClient(url, key, {}).from('notes').delete") },
    {
      name: "reports rows that a catch deletes and goes on",
      code: acting("try { await plan(id); } catch {\n        await db.delete(notes); }"),
      errors: acts("deletes rows", "db.delete", "notes").map((error) => ({ ...error, line: 17, column: 15, endLine: 17, endColumn: 31 })),
    },
    {
      name: "reports rows that are deleted by a callback in a catch",
      code: acting("try { await plan(id); } catch (error) { onIdle(async () => {\n await db.delete(notes); }); throw error; }"),
      errors: acts("deletes rows", "db.delete", "notes").map((error) => ({ ...error, line: 17, column: 8, endLine: 17, endColumn: 24 })),
    },
    { name: "reports rows that Drizzle deletes", code: acting("await db.delete(notes).where(eq(notes.id, id));"), errors: acts("deletes rows", "db.delete", "notes") },
    { name: "reports a phone that Vapi calls", code: acting("await vapi.calls.create({ customer: { number: id } });"), errors: acts("calls a phone", "vapi.calls.create", "{ customer: { number: id } }") },
    { name: "reports a message that LINE pushes", code: acting("await line.pushMessage({ to: id, messages: [] });"), errors: acts("posts to LINE", "line.pushMessage", "{ to: id, messages: [] }") },
    { name: "reports a broadcast on LINE", code: acting("await line.broadcast({ messages: [] });"), errors: acts("posts to LINE", "line.broadcast", "{ messages: [] }") },
  ],
});

const TOOL_HEAD = `
import { spawn } from "node:child_process";
import { tool } from "@langchain/core/tools";
import { z } from "zod";
`;
const HOW = "`interrupt()` before it, or list the tool in `humanInTheLoopMiddleware`";

ruleTester.run("require-approval-for-external: what is asked of the system, and instances that a function gives", rule, {
  valid: [
    {
      name: "is silent about the question whether a program is installed, in the shell's words for either system",
      code: `${TOOL_HEAD}
const isInstalled = (name: string) =>
  new Promise<boolean>((resolve) => {
    const probe = process.platform === "win32" ? "where" : "command";
    const words = process.platform === "win32" ? [name] : ["-v", name];
    spawn(probe, words, { stdio: "ignore", shell: true }).on("close", (code) => resolve(code === 0));
  });
export const engine = tool(async () => ((await isInstalled("rg")) ? "rg" : "grep"), { name: "engine", description: "Names the search program", schema: z.object({}) });
      `,
    },
    {
      name: "is silent about a program that only reads, started without a shell in so many words",
      code: `${TOOL_HEAD}
export const history = tool(async () => String(spawn("git", ["log", "-5"], { shell: false }).pid), { name: "history", description: "Shows what has changed", schema: z.object({}) });
      `,
    },
    {
      name: "is silent about a method of another class than the one that the function gives",
      code: `${TOOL_HEAD}
class Runner { start(command: string) { spawn(command); } }
class Planner { static create(): Planner { return new Planner(); } start(command: string) { return command.length; } }
const planner = Planner.create();
export const plan = tool(async ({ command }) => planner.start(command), { name: "plan", description: "Plans", schema: z.object({ command: z.string() }) });
export const runner = new Runner();
      `,
    },
    {
      name: "is silent about a function that gives instances of one class or another",
      code: `${TOOL_HEAD}
class Runner { start(command: string) { spawn(command); } }
class Dry { start(command: string) { return command; } }
function make(dry: boolean) { if (dry) return new Dry(); return new Runner(); }
const runner = make(process.env.DRY === "1");
export const run = tool(async ({ command }) => runner.start(command), { name: "run", description: "Runs", schema: z.object({ command: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports the same question where the model names the program",
      code: `${TOOL_HEAD}
export const installed = tool(
  async ({ name }) => {
    spawn(process.platform === "win32" ? "where" : "command", process.platform === "win32" ? [name] : ["-v", name], { shell: true });
    return "asked";
  },
  { name: "installed", description: "Tells whether a program is there", schema: z.object({ name: z.string() }) },
);
      `,
      errors: [{ line: 8, column: 5, endLine: 8, endColumn: 133, messageId: "unapproved", data: { owner: "Tool", does: "\"installed\" runs a shell command", call: "spawn", how: HOW }, suggestions: 1 }],
    },
    {
      name: "reports one side of a choice that changes something",
      code: `${TOOL_HEAD}
export const sync = tool(
  async ({ hard }) => {
    spawn(hard ? "rm" : "ls", hard ? ["-rf", "cache"] : ["cache"]);
    return "done";
  },
  { name: "sync", description: "Looks after the cache", schema: z.object({ hard: z.boolean() }) },
);
      `,
      errors: [{ line: 8, column: 5, endLine: 8, endColumn: 67, messageId: "unapproved", data: { owner: "Tool", does: "\"sync\" runs a shell command", call: "spawn", how: HOW }, suggestions: 1 }],
    },
    {
      name: "reports the method of the one instance that a class keeps of itself",
      code: `${TOOL_HEAD}
class Processes {
  private static instance: Processes;
  static getInstance(): Processes {
    if (!Processes.instance) Processes.instance = new Processes();
    return Processes.instance;
  }
  start(command: string, words: string[]) {
    return spawn(command, words, { shell: false }).pid;
  }
}
const processes = Processes.getInstance();
export const start = tool(async ({ command, words }) => String(processes.start(command, words)), { name: "start", description: "Starts a program", schema: z.object({ command: z.string(), words: z.array(z.string()) }) });
      `,
      errors: [{ line: 17, column: 64, endLine: 17, endColumn: 95, messageId: "unapproved", data: { owner: "Tool", does: "\"start\" runs a shell command", call: "spawn", how: HOW } }],
    },
    {
      name: "reports the method of what a function makes anew, called in place",
      code: `${TOOL_HEAD}
class Runner { start(command: string) { return spawn(command).pid; } }
const makeRunner = () => new Runner();
export const run = tool(async ({ command }) => String(makeRunner().start(command)), { name: "run", description: "Runs", schema: z.object({ command: z.string() }) });
      `,
      errors: [{ line: 8, column: 55, endLine: 8, endColumn: 82, messageId: "unapproved", data: { owner: "Tool", does: "\"run\" runs a shell command", call: "spawn", how: HOW } }],
    },
  ],
});

const chainTool = (imports: string, setUp: string, call: string): string => `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
${imports}
${setUp}
export const pay = tool(
  async ({ to, amount }) => {
    const done = await ${call};
    return String(done);
  },
  { name: "pay", description: "Pays", schema: z.object({ to: z.string(), amount: z.string() }) },
);
`;
const CHAIN_READS: readonly (readonly [name: string, imports: string, setUp: string, call: string])[] = [
  ["a balance that ethers reads from a contract", 'import { ethers } from "ethers";', 'const token = new ethers.Contract("0x1", [], new ethers.JsonRpcProvider("https://rpc.example.com"));', "token.balanceOf(to)"],
  ["a contract that a public client reads", 'import { createPublicClient, http } from "viem";', "const chain = createPublicClient({ transport: http() });", "chain.readContract({ address: to, abi: [], functionName: amount })"],
  ["a transfer that is only tried out", 'import { ethers } from "ethers";', 'const token = new ethers.Contract("0x1", [], new ethers.Wallet("key"));', "token.transfer.staticCall(to, amount)"],
  ["a transfer of a project's own ledger", 'import { Wallet } from "./ledger.js";', "const wallet = new Wallet();", "wallet.sendTransaction(to, amount)"],
  ["a balance of an account", 'import { Connection } from "@solana/web3.js";', 'const chain = new Connection("https://rpc.example.com");', "chain.getBalance(to)"],
];
const CHAIN_WRITES: readonly (readonly [name: string, imports: string, setUp: string, call: string, label?: string])[] = [
  ["a wallet of ethers", 'import { Wallet } from "ethers";', 'const wallet = new Wallet("key");', "wallet.sendTransaction({ to, value: amount })"],
  ["a token's transfer", 'import { ethers } from "ethers";', 'const token = new ethers.Contract("0x1", [], new ethers.Wallet("key"));', "token.transfer(to, amount)"],
  ["a wallet client of viem", 'import { createWalletClient, http, publicActions } from "viem";', "const wallet = createWalletClient({ transport: http() }).extend(publicActions);", "wallet.writeContract({ address: to, args: [amount] })"],
  ["wagmi", 'import { sendTransaction } from "@wagmi/core";', "const config = {};", "sendTransaction(config, { to, value: amount })"],
  ["web3", 'import Web3 from "web3";', 'const web3 = new Web3("https://rpc.example.com");', "web3.eth.sendTransaction({ to, value: amount })"],
  ["Solana", 'import { Connection, sendAndConfirmTransaction } from "@solana/web3.js";', 'const chain = new Connection("https://rpc.example.com");', "sendAndConfirmTransaction(chain, { to, amount }, [])"],
  ["Polkadot", 'import { ApiPromise } from "@polkadot/api";', "const chain = await ApiPromise.create({});", "chain.tx.balances.transferKeepAlive(to, amount).signAndSend({})", "chain.tx.balances.transferKeepAlive(to, amount).signAndSend"],
];

ruleTester.run("require-approval-for-external: chains", rule, {
  valid: CHAIN_READS.map(([name, imports, setUp, call]) => ({ name: `is silent about ${name}`, code: chainTool(imports, setUp, call) })),
  invalid: CHAIN_WRITES.map(([name, imports, setUp, call, label]) => ({
    name: `reports a transaction that ${name} sends`,
    code: chainTool(imports, setUp, call),
    errors: [{ line: 8, column: 24, endLine: 8, endColumn: 24 + call.length, messageId: "unapproved" as const, data: { owner: "Tool", does: "\"pay\" sends a transaction to a chain", call: label ?? call.slice(0, call.indexOf("(")), how: HOW } }],
  })),
});
