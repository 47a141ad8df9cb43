import { fileURLToPath } from "node:url";
import rule from "../../rules/no-mixed-trust-tools.js";
import { ruleTester } from "../support/rule-tester.js";

ruleTester.run("no-mixed-trust-tools: what an agent holds", rule, {
  valid: [
    {
      name: "says nothing of a tool in a field that is written more than once",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

class Pages {
  readonly tool = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
}
class Mails {
  tool;
  constructor(resend: Resend) {
    this.tool = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
  }
  useNothing() {
    this.tool = tool(async ({ text }) => text, { name: "echo", description: "Says.", schema: z.object({ text: z.string() }) });
  }
  getTool() {
    return this.tool;
  }
}
export const agent = createAgent({ model: "openai:gpt-5", tools: [new Pages().tool, new Mails(new Resend("key")).getTool()] });
      `,
    },
    {
      name: "says nothing of functions and fields that lead to one another",
      code: `
import { createAgent } from "langchain";

class Loop {
  tool = new Loop().tool;
}
function makeTool() {
  return makeTool();
}
export const agent = createAgent({ model: "openai:gpt-5", tools: [new Loop().tool, makeTool()] });
      `,
    },
    {
      name: "accepts a reader alone",
      code: `
import { createAgent, tool } from "langchain";
import { z } from "zod";

const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage] });
      `,
    },
    {
      name: "accepts an actor alone",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "accepts the two in agents of their own",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
export const reader = createAgent({ model: "openai:gpt-5", tools: [readPage] });
export const writer = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "accepts a reader of a fixed service whose answers have a known shape",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const rate = tool(async ({ currency }) => (await fetch(\`https://api.bank.example/rates/\${currency}\`)).text(), { name: "rate", description: "Looks a rate up.", schema: z.object({ currency: z.string() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [rate, sendMail] });
      `,
    },
    {
      name: "accepts an effect that a person approves by the middleware",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: true } })] });
      `,
    },
    {
      name: "accepts an effect behind an interrupt whose answer decides",
      code: `
import { interrupt } from "@langchain/langgraph";
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(
  async (mail) => {
    if (interrupt(mail) !== "approve") return "ERROR: not approved.";
    return JSON.stringify(await resend.emails.send(mail));
  },
  { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) },
);
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
    },
    {
      name: "accepts a tool of the OpenAI SDK that needs approval",
      code: `
import { Agent, tool, webSearchTool } from "@openai/agents";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool({ name: "send_mail", description: "Sends.", parameters: z.object({ to: z.string(), text: z.string() }), needsApproval: true, execute: async (mail) => JSON.stringify(await resend.emails.send(mail)) });
export const agent = new Agent({ name: "helper", instructions: "Help.", tools: [webSearchTool(), sendMail] });
      `,
    },
    {
      name: "accepts a predicate that decides whether approval is needed",
      code: `
import { Agent, tool, webSearchTool } from "@openai/agents";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool({ name: "send_mail", description: "Sends.", parameters: z.object({ to: z.string(), text: z.string() }), needsApproval: async (_context, { to }) => !to.endsWith("@acme.com"), execute: async (mail) => JSON.stringify(await resend.emails.send(mail)) });
export const agent = new Agent({ name: "helper", instructions: "Help.", tools: [webSearchTool(), sendMail] });
      `,
    },
    {
      name: "accepts a Mastra tool that requires approval",
      code: `
import { Agent } from "@mastra/core/agent";
import { createTool } from "@mastra/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = createTool({ id: "read_page", description: "Reads.", inputSchema: z.object({ url: z.url() }), execute: async ({ url }) => (await fetch(url)).text() });
const sendMail = createTool({ id: "send_mail", description: "Sends.", inputSchema: z.object({ to: z.string() }), requireApproval: true, execute: async ({ to }) => resend.emails.send({ from: "a@acme.com", to, subject: "Hi", text: "Hi" }) });
export const agent = new Agent({ name: "helper", instructions: "Help.", model: "openai/gpt-5", tools: { readPage, sendMail } });
      `,
    },
    {
      name: "accepts tools of the AI SDK whose approval the call asks for",
      code: `
import { generateText, tool } from "ai";
import { openai } from "@ai-sdk/openai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const tools = {
  web_search: openai.tools.webSearch({}),
  send_mail: tool({ description: "Sends.", inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ from: "a@acme.com", to, subject: "Hi", text: "Hi" }) }),
};
export const ask = (prompt: string) => generateText({ model: openai("gpt-5"), tools, toolApproval: { send_mail: "user-approval" }, prompt });
      `,
    },
    {
      name: "is silent where the middleware is out of sight",
      code: `
import { createAgent, tool } from "langchain";
import { middleware } from "@acme/agents";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail], middleware });
      `,
    },
    {
      name: "is silent where the options are spread from elsewhere",
      code: `
import { createAgent, tool } from "langchain";
import { base } from "@acme/agents";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
export const agent = createAgent({ ...base, tools: [readPage, sendMail] });
      `,
    },
    {
      name: "is silent about one tool that reads and acts",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const forward = tool(
  async ({ url, to }) => {
    const text = await (await fetch(url)).text();
    return JSON.stringify(await resend.emails.send({ from: "a@acme.com", to, subject: "A page", text }));
  },
  { name: "forward", description: "Forwards a page.", schema: z.object({ url: z.url(), to: z.string() }) },
);
export const agent = createAgent({ model: "openai:gpt-5", tools: [forward] });
      `,
    },
    {
      name: "is silent about a reader that is imported without its source",
      code: `
import { createAgent, tool } from "langchain";
import { readPage } from "@acme/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
    },
    {
      name: "is silent about a change of the project's own database",
      code: `
import { createAgent, tool } from "langchain";
import { PrismaClient } from "@prisma/client";
import { z } from "zod";

const prisma = new PrismaClient();
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const note = tool(async ({ text }) => JSON.stringify(await prisma.note.create({ data: { text } })), { name: "note", description: "Notes.", schema: z.object({ text: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, note] });
      `,
    },
    {
      name: "is silent about names that only sound like effects",
      code: `
import { createAgent, tool } from "langchain";
import { z } from "zod";

const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify({ status: "pending", mail }), { name: "send_mail", description: "Drafts.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
    },
    {
      name: "is silent about a POST that only asks",
      code: `
import { createAgent, tool } from "langchain";
import { z } from "zod";

const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const search = tool(async ({ query }) => (await fetch("https://api.acme.com/search", { method: "POST", body: query })).text(), { name: "search", description: "Searches.", schema: z.object({ query: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, search] });
      `,
    },
    {
      name: "is silent where the policy calls the function a reading one",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const send = (mail: object) => resend.emails.send(mail);
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
export { send };
      `,
      settings: { "agent-guardrails": { readCalls: ["resend.emails.send"] } },
    },
    {
      name: "is silent about an agent function of another library",
      code: `
import { createAgent } from "@acme/agents";
import { tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ tools: [readPage, sendMail] });
      `,
    },
    {
      name: "is silent about a function of that name that shadows the import",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const make = (createAgent: (options: { tools: object[] }) => object) => createAgent({ tools: [readPage, sendMail] });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage] });
      `,
    },
    {
      name: "is silent about a client of that name that shadows the mail client",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

export const client = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const make = (client: { emails: { send(mail: object): string } }) => {
  const sendMail = tool(async (mail) => client.emails.send(mail), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
  return createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
};
      `,
    },
    {
      name: "is silent in a test",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      filename: fileURLToPath(new URL("../../agents.test.ts", import.meta.url)),
    },
    {
      name: "is silent about a ready-made tool of another package with the same name",
      code: `
import { TavilySearch } from "@acme/search";
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [new TavilySearch(), sendMail] });
      `,
    },
    {
      name: "accepts a ready-made sender that the middleware names",
      code: `
import { TavilySearch } from "@langchain/tavily";
import { GmailSendMessage } from "@langchain/community/tools/gmail";
import { createAgent, humanInTheLoopMiddleware } from "langchain";

export const agent = createAgent({ model: "openai:gpt-5", tools: [new TavilySearch(), new GmailSendMessage()], middleware: [humanInTheLoopMiddleware({ interruptOn: { gmail_send_message: true } })] });
      `,
    },
    {
      name: "accepts an MCP server, whose client decides on each call",
      code: `
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { exec } from "node:child_process";
import { z } from "zod";

const server = new McpServer({ name: "tools", version: "1.0.0" });
server.registerTool("read_page", { description: "Reads.", inputSchema: { url: z.url() } }, async ({ url }) => ({ content: [{ type: "text", text: await (await fetch(url)).text() }] }));
server.registerTool("reboot", { description: "Restarts.", inputSchema: {} }, async () => ({ content: [{ type: "text", text: String(exec("reboot").pid) }] }));
      `,
    },
    {
      name: "accepts a graph that stops before its tools run",
      code: `
import { createReactAgent } from "@langchain/langgraph/prebuilt";
import { tool } from "@langchain/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createReactAgent({ llm: "openai:gpt-5", tools: [readPage, sendMail], interruptBefore: ["tools"] });
      `,
    },
  ],
  invalid: [
    {
      name: "reports tools that instances of the project's classes keep",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

class Pages {
  readonly tool = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
}
class Mails {
  tool;
  constructor(resend: Resend) {
    this.tool = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
  }
  getTool() {
    return this.tool;
  }
}
const pages = new Pages();
export const agent = createAgent({ model: "openai:gpt-5", tools: [pages.tool, new Mails(new Resend("key")).tool] });
      `,
      errors: [{ messageId: "mixedTrust", data: { reader: "read_page", actor: "send_mail", does: "sends mail" }, line: 19, column: 22, endLine: 19, endColumn: 33 }],
    },
    {
      name: "reports tools that methods of instances give",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

class Pages {
  readonly tool = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
}
class Mails {
  tool;
  constructor(resend: Resend) {
    this.tool = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
  }
  getTool() {
    return this.tool;
  }
}
class Kit {
  constructor(private readonly pages: Pages, private readonly mails: Mails) {}
  all() {
    return [this.pages.tool, this.mails.getTool()];
  }
}
const kit = new Kit(new Pages(), new Mails(new Resend("key")));
export const agent = createAgent({ model: "openai:gpt-5", tools: kit.all() });
      `,
      errors: [{ messageId: "mixedTrust", data: { reader: "read_page", actor: "send_mail", does: "sends mail" }, line: 25, column: 22, endLine: 25, endColumn: 33 }],
    },
    {
      name: "reports an actor that is pushed onto the list of a reader",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
export function make(mayMail: boolean) {
  const tools = [readPage];
  if (mayMail) tools.push(sendMail);
  return createAgent({ model: "openai:gpt-5", tools });
}
      `,
      errors: [{ messageId: "mixedTrust", data: { reader: "read_page", actor: "send_mail", does: "sends mail" }, line: 12, column: 10, endLine: 12, endColumn: 21 }],
    },
    {
      name: "reports a reader of any page beside a sender of mail",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports a retriever beside a shell",
      code: `
import { exec } from "node:child_process";
import { MemoryVectorStore } from "@langchain/classic/vectorstores/memory";
import { OpenAIEmbeddings } from "@langchain/openai";
import { createAgent, tool } from "langchain";
import { z } from "zod";

const store = new MemoryVectorStore(new OpenAIEmbeddings());
const lookUp = tool(async ({ query }) => JSON.stringify(await store.similaritySearch(query)), { name: "look_up", description: "Looks up.", schema: z.object({ query: z.string() }) });
const restart = tool(async () => String(exec("systemctl restart app").pid), { name: "restart", description: "Restarts.", schema: z.object({}) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [lookUp, restart] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "look_up", actor: "restart", does: "runs a shell command" },
          line: 11,
          column: 22,
          endLine: 11,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports a ready-made search beside a payment",
      code: `
import { TavilySearch } from "@langchain/tavily";
import { createAgent, tool } from "langchain";
import Stripe from "stripe";
import { z } from "zod";

const stripe = new Stripe("key");
const refund = tool(async ({ charge }) => JSON.stringify(await stripe.refunds.create({ charge })), { name: "refund", description: "Refunds.", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [new TavilySearch({ maxResults: 3 }), refund] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "new TavilySearch({ maxResults: 3 })", actor: "refund", does: "moves money" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports two ready-made tools",
      code: `
import { TavilySearch } from "@langchain/tavily";
import { GmailSendMessage } from "@langchain/community/tools/gmail";
import { createAgent } from "langchain";

export const agent = createAgent({ model: "openai:gpt-5", tools: [new TavilySearch(), new GmailSendMessage()] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "new TavilySearch()", actor: "gmail_send_message", does: "sends mail" },
          line: 6,
          column: 22,
          endLine: 6,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports a web search of the OpenAI SDK beside a call to another host",
      code: `
import { Agent, tool, webSearchTool } from "@openai/agents";
import { z } from "zod";

const post = tool({ name: "post", description: "Posts.", parameters: z.object({ text: z.string() }), execute: async ({ text }) => (await fetch("https://hooks.acme.com/messages", { method: "POST", body: text })).status });
export const agent = new Agent({ name: "helper", instructions: "Help.", tools: [webSearchTool(), post] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "webSearchTool()", actor: "post", does: "sends a POST to another host" },
          line: 6,
          column: 26,
          endLine: 6,
          endColumn: 31,
        },
      ],
    },
    {
      name: "reports tools of a record by their keys",
      code: `
import { generateText, tool } from "ai";
import { openai } from "@ai-sdk/openai";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
export const ask = (prompt: string) =>
  generateText({
    model: openai("gpt-5"),
    prompt,
    tools: {
      web_search: openai.tools.webSearch({}),
      send_mail: tool({ description: "Sends.", inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ from: "a@acme.com", to, subject: "Hi", text: "Hi" }) }),
    },
  });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "web_search", actor: "send_mail", does: "sends mail" },
          line: 9,
          column: 3,
          endLine: 9,
          endColumn: 15,
        },
      ],
    },
    {
      name: "reports a Mastra agent",
      code: `
import { Agent } from "@mastra/core/agent";
import { createTool } from "@mastra/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = createTool({ id: "read_page", description: "Reads.", inputSchema: z.object({ url: z.url() }), execute: async ({ url }) => (await fetch(url)).text() });
const sendMail = createTool({ id: "send_mail", description: "Sends.", inputSchema: z.object({ to: z.string() }), execute: async ({ to }) => resend.emails.send({ from: "a@acme.com", to, subject: "Hi", text: "Hi" }) });
export const agent = new Agent({ name: "helper", instructions: "Help.", model: "openai/gpt-5", tools: { readPage, sendMail } });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "readPage", actor: "sendMail", does: "sends mail" },
          line: 10,
          column: 26,
          endLine: 10,
          endColumn: 31,
        },
      ],
    },
    {
      name: "reports the tools of a node",
      code: `
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { tool } from "@langchain/core/tools";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const tools = new ToolNode([readPage, sendMail]);
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 10,
          column: 26,
          endLine: 10,
          endColumn: 34,
        },
      ],
    },
    {
      name: "reports an approval that another agent asks for",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const careful = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: true } })] });
export const hasty = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 10,
          column: 22,
          endLine: 10,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports an approval whose key is spelt in another case",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail], middleware: [humanInTheLoopMiddleware({ interruptOn: { Send_Mail: true } })] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports an approval that is never asked for",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: { allowedDecisions: ["approve"], when: () => false } } })] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports an interrupt whose answer nobody reads",
      code: `
import { interrupt } from "@langchain/langgraph";
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(
  async (mail) => {
    interrupt(mail);
    return JSON.stringify(await resend.emails.send(mail));
  },
  { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) },
);
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 16,
          column: 22,
          endLine: 16,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports the second effect where only the first is approved",
      code: `
import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
import { Resend } from "resend";
import Stripe from "stripe";
import { z } from "zod";

const resend = new Resend("key");
const stripe = new Stripe("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
const refund = tool(async ({ charge }) => JSON.stringify(await stripe.refunds.create({ charge })), { name: "refund", description: "Refunds.", schema: z.object({ charge: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail, refund], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: true } })] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "refund", does: "moves money" },
          line: 12,
          column: 22,
          endLine: 12,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports a tool that reads and acts beside another reader",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const forward = tool(
  async ({ url, to }) => {
    const text = await (await fetch(url)).text();
    return JSON.stringify(await resend.emails.send({ from: "a@acme.com", to, subject: "A page", text }));
  },
  { name: "forward", description: "Forwards a page.", schema: z.object({ url: z.url(), to: z.string() }) },
);
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [forward, readPage] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "forward", does: "sends mail" },
          line: 15,
          column: 22,
          endLine: 15,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports lists that are spread from constants",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const reading = [tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) })];
const acting = [tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) })];
const tools = [...reading, ...acting];
export const agent = createAgent({ model: "openai:gpt-5", tools });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 10,
          column: 22,
          endLine: 10,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports an effect that a helper of the file has",
      code: `
import { createAgent, tool } from "langchain";
import nodemailer from "nodemailer";
import { z } from "zod";

const transport = nodemailer.createTransport({ host: "smtp.acme.com" });
async function deliver(to: string) {
  await transport.sendMail({ to, subject: "Hi", text: "Hi" });
}
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async ({ to }) => { await deliver(to); return "sent"; }, { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 12,
          column: 22,
          endLine: 12,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports tools that are classes",
      code: `
import { unlink } from "node:fs/promises";
import { StructuredTool } from "@langchain/core/tools";
import { createAgent } from "langchain";
import { z } from "zod";

class ReadPage extends StructuredTool {
  name = "read_page";
  description = "Reads.";
  schema = z.object({ url: z.url() });
  async _call({ url }: { url: string }) {
    return (await fetch(url)).text();
  }
}
class Remove extends StructuredTool {
  name = "remove";
  description = "Removes.";
  schema = z.object({ path: z.string() });
  async _call({ path }: { path: string }) {
    await unlink(path);
    return "removed";
  }
}
export const agent = createAgent({ model: "openai:gpt-5", tools: [new ReadPage(), new Remove()] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "remove", does: "deletes files" },
          line: 24,
          column: 22,
          endLine: 24,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports tools that a function makes",
      code: `
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const makeReader = () => tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const makeSender = () => tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [makeReader(), makeSender()] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports functions that the policy names",
      code: `
import { createAgent, tool } from "langchain";
import { readTicket, closeTicket } from "./tickets.js";
import { z } from "zod";

const read = tool(async ({ id }) => readTicket(id), { name: "read_ticket", description: "Reads.", schema: z.object({ id: z.string() }) });
const close = tool(async ({ id }) => closeTicket(id), { name: "close_ticket", description: "Closes.", schema: z.object({ id: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [read, close] });
      `,
      settings: { "agent-guardrails": { untrustedCalls: ["./tickets#readTicket"], externalCalls: ["./tickets#closeTicket"] } },
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_ticket", actor: "close_ticket", does: "acts outside" },
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports a loader of pages",
      code: `
import { CheerioWebBaseLoader } from "@langchain/community/document_loaders/web/cheerio";
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => JSON.stringify(await new CheerioWebBaseLoader(url).load()), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 10,
          column: 22,
          endLine: 10,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports an aliased import",
      code: `
import { createAgent as build, tool as makeTool } from "langchain";
import { Resend as Mail } from "resend";
import { z } from "zod";

const mail = new Mail("key");
const readPage = makeTool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = makeTool(async (message) => JSON.stringify(await mail.emails.send(message)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = build({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 27,
        },
      ],
    },
    {
      name: "reports a namespace import",
      code: `
import * as lc from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = lc.tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = lc.tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = lc.createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 36,
        },
      ],
    },
    {
      name: "reports a package that is required",
      code: `
const { createAgent, tool } = require("langchain");
const { Resend } = require("resend");
const { z } = require("zod");

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
module.exports.agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      languageOptions: { sourceType: "commonjs" },
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 9,
          column: 24,
          endLine: 9,
          endColumn: 35,
        },
      ],
    },
    {
      name: "reports lists behind type assertions",
      code: `
import { createAgent, tool, type StructuredTool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ url }) => (await fetch(url)).text(), { name: "read_page", description: "Reads.", schema: z.object({ url: z.url() }) }) as StructuredTool;
const sendMail = tool(async (mail) => JSON.stringify(await resend!.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] as StructuredTool[] } satisfies object);
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports a tool of the OpenAI SDK whose approval is switched off",
      code: `
import { Agent, tool, webSearchTool } from "@openai/agents";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const sendMail = tool({ name: "send_mail", description: "Sends.", parameters: z.object({ to: z.string() }), needsApproval: false, execute: async (mail) => JSON.stringify(await resend.emails.send(mail)) });
export const agent = new Agent({ name: "helper", instructions: "Help.", tools: [webSearchTool(), sendMail] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "webSearchTool()", actor: "send_mail", does: "sends mail" },
          line: 8,
          column: 26,
          endLine: 8,
          endColumn: 31,
        },
      ],
    },
    {
      name: "reports a reader that is filtered no more than by a scheme",
      code: `
import axios from "axios";
import { createAgent, tool } from "langchain";
import { Resend } from "resend";
import { z } from "zod";

const resend = new Resend("key");
const readPage = tool(async ({ host }) => (await axios.get(\`https://\${host}\`)).data, { name: "read_page", description: "Reads.", schema: z.object({ host: z.string() }) });
const sendMail = tool(async (mail) => JSON.stringify(await resend.emails.send(mail)), { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string() }) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [readPage, sendMail] });
      `,
      errors: [
        {
          messageId: "mixedTrust",
          data: { reader: "read_page", actor: "send_mail", does: "sends mail" },
          line: 10,
          column: 22,
          endLine: 10,
          endColumn: 33,
        },
      ],
    },
  ],
});

ruleTester.run("no-mixed-trust-tools: mail boxes and pages", rule, {
  valid: [
    {
      name: "is silent about a mail box that is only counted",
      code: `
        import { createAgent, tool } from "langchain";
        import { ImapFlow } from "imapflow";
        import twilio from "twilio";
        const client = new ImapFlow({ host: "imap.example.com" });
        const sms = twilio("sid", "token");
        const inbox = tool(async () => String((await client.status("INBOX", { unseen: true })).unseen), { name: "inbox" });
        const text = tool(async ({ to, body }) => (await sms.messages.create({ to, from: "+4930", body })).sid, { name: "text" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [inbox, text] });
      `,
    },
    {
      name: "is silent about a document that the program writes itself",
      code: `
        import { createAgent, tool } from "langchain";
        import { Readability } from "@mozilla/readability";
        import { JSDOM } from "jsdom";
        import mail from "@sendgrid/mail";
        const read = tool(async ({ id }) => new JSDOM("<p>" + Number(id) + "</p>").window.document.title, { name: "read" });
        const send = tool(async ({ to, text }) => String(await mail.send({ to, from: "desk@example.com", subject: "News", text })), { name: "send" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [read, send] });
      `,
    },
  ],
  invalid: [
    {
      name: "reports an inbox that is read message by message",
      code: `
        import { createAgent, tool } from "langchain";
        import { ImapFlow } from "imapflow";
        import twilio from "twilio";
        const client = new ImapFlow({ host: "imap.example.com" });
        const sms = twilio("sid", "token");
        const inbox = tool(async ({ from }) => {
          const texts = [];
          for await (const message of client.fetch({ from }, { source: true })) texts.push(message.source.toString());
          return texts.join("\\n");
        }, { name: "inbox" });
        const text = tool(async ({ to, body }) => (await sms.messages.create({ to, from: "+4930", body })).sid, { name: "text" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [inbox, text] });
      `,
      errors: [{ messageId: "mixedTrust", data: { reader: "inbox", actor: "text", does: "sends a text message or calls a phone" }, line: 13, column: 30, endLine: 13, endColumn: 41 }],
    },
    {
      name: "reports a page that a package loads by its address",
      code: `
        import { createAgent, tool } from "langchain";
        import { Readability } from "@mozilla/readability";
        import { JSDOM } from "jsdom";
        import mail from "@sendgrid/mail";
        const read = tool(async ({ url }) => (await JSDOM.fromURL(url)).window.document.title, { name: "read" });
        const send = tool(async ({ to, text }) => String(await mail.send({ to, from: "desk@example.com", subject: "News", text })), { name: "send" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [read, send] });
      `,
      errors: [{ messageId: "mixedTrust", data: { reader: "read", actor: "send", does: "sends mail" }, line: 8, column: 30, endLine: 8, endColumn: 41 }],
    },
    {
      name: "reports an article that is taken out of a page",
      code: `
        import { createAgent, tool } from "langchain";
        import { Readability } from "@mozilla/readability";
        import { JSDOM } from "jsdom";
        import mail from "@sendgrid/mail";
        import { load } from "./pages";
        const read = tool(async ({ url }) => new Readability(await load(url)).parse().textContent, { name: "read" });
        const send = tool(async ({ to, text }) => String(await mail.send({ to, from: "desk@example.com", subject: "News", text })), { name: "send" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [read, send] });
      `,
      errors: [{ messageId: "mixedTrust", data: { reader: "read", actor: "send", does: "sends mail" }, line: 9, column: 30, endLine: 9, endColumn: 41 }],
    },
  ],
});
