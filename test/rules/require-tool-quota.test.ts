import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-tool-quota.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-tool-quota", rule, {
  valid: [
    {
      name: "is silent where the agent limits that tool",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [toolCallLimitMiddleware({ toolName: "send_mail", threadLimit: 5 })] });
      `,
    },
    {
      name: "is silent where the agent limits all tools",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [toolCallLimitMiddleware({ runLimit: 10 })] });
      `,
    },
    {
      name: "is silent where the limit stands in a list that is spread",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        const bounds = [toolCallLimitMiddleware({ runLimit: 10 })];
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [...bounds] });
      `,
    },
    {
      name: "is silent where the name of the limited tool cannot be read",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { LIMITED } from "./limits";
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [toolCallLimitMiddleware({ toolName: LIMITED, runLimit: 3 })] });
      `,
    },
    {
      name: "is silent where a middleware of the project may limit it",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const budget = createMiddleware({ name: "budget", wrapToolCall: (request, handler) => handler(request) });
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [budget] });
      `,
    },
    {
      name: "is silent where the middleware cannot be seen",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { middleware } from "./middleware";
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware });
      `,
    },
    {
      name: "is silent where a limiter of rate-limiter-flexible is asked first",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { RateLimiterMemory } from "rate-limiter-flexible";
        const mails = new RateLimiterMemory({ points: 5, duration: 3600 });
        const sendMail = tool(
          async ({ to }, config) => {
            await mails.consume(config.context.userId);
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "is silent where the answer of Upstash decides",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { Ratelimit } from "@upstash/ratelimit";
        const mails = new Ratelimit({ redis, limiter: Ratelimit.fixedWindow(5, "1 h") });
        const sendMail = tool(
          async ({ to }, config) => {
            const { success } = await mails.limit(config.context.userId);
            if (!success) return "ERROR: no more mails in this hour";
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "is silent where the quota of the guards is taken and decides",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { quota } from "agent-guardrails/operations";
        const mails = quota({ perTool: limiter });
        const sendMail = tool(
          async ({ to }, config) => {
            const verdict = await mails.take({ tool: "send_mail", identity: undefined });
            if (!verdict.granted) return "ERROR: no more mails in this hour";
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "is silent where the guards bound a foreign tool",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { classify } from "agent-guardrails/tools";
        import { mailQuota } from "./operations";
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const bounded = classify(sendMail, { name: "send_mail", effect: "external", reads: "trusted", quota: mailQuota, killSwitch, timeoutMs: 5_000, auth });
      `,
    },
    {
      name: "is silent where a function of the policy is asked first",
      settings: { "agent-guardrails": { quotaCalls: ["./budget#spend"] } },
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { spend } from "./budget";
        const sendMail = tool(
          async ({ to }, config) => {
            await spend("mail");
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "is silent where a limiter of the policy is asked in a helper",
      settings: { "agent-guardrails": { limiterCalls: ["limits.take"] } },
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { limits } from "./limits";
        async function bounded(userId) {
          await limits.take(userId);
        }
        const sendMail = tool(
          async ({ to }, config) => {
            await bounded(config.context.userId);
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "is silent about a tool that only reads",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const read = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "read", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [read] });
      `,
    },
    {
      name: "is silent about a write into the own database",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { PrismaClient } from "@prisma/client";
        const db = new PrismaClient();
        export const note = tool(async ({ text }) => String(await db.note.create({ data: { text } })), { name: "note", description: "Notes", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a method called send of something else",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { queue } from "./queue";
        export const note = tool(async ({ text }) => String(await queue.send(text)), { name: "note", description: "Notes", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a POST to an address that cannot be seen",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { target } from "./target";
        export const note = tool(async ({ text }) => String(await fetch(target, { method: "POST", body: text })), { name: "note", description: "Notes", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a shell, whose commands nobody counts",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { execa } from "execa";
        export const shell = tool(async ({ command }) => String(await execa(command, { shell: true })), { name: "shell", description: "Runs", schema: z.object({ command: z.string() }) });
      `,
    },
    {
      name: "is silent where the policy says that the provider limits",
      settings: { "agent-guardrails": { satisfied: { limits: "the mail provider stops us at 100 mails a day" } } },
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "is silent in a test",
      filename: at("test/mail.test.ts"),
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
  ],

  invalid: [
    {
      name: "reports a tool that sends mail without a bound",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 11, column: 19, endLine: 11, endColumn: 30 },
      ],
    },
    {
      name: "reports a tool whose agent is elsewhere",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        export const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 11, column: 19, endLine: 11, endColumn: 30 },
      ],
    },
    {
      name: "reports a limit on another tool",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [toolCallLimitMiddleware({ toolName: "read_page", runLimit: 3 })] });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 11, column: 19, endLine: 11, endColumn: 30 },
      ],
    },
    {
      name: "reports a limit on the model's calls",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { modelCallLimitMiddleware } from "langchain";
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [modelCallLimitMiddleware({ runLimit: 10 })] });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 12, column: 19, endLine: 12, endColumn: 30 },
      ],
    },
    {
      name: "reports a tool of a node in a graph",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const tools = new ToolNode([sendMail]);
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 12, column: 19, endLine: 12, endColumn: 30 },
      ],
    },
    {
      name: "reports a tool that one of two agents holds without a limit",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [toolCallLimitMiddleware({ runLimit: 3 })] });
        export const second = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 11, column: 19, endLine: 11, endColumn: 30 },
      ],
    },
    {
      name: "reports a limiter whose answer nobody reads",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { Ratelimit } from "@upstash/ratelimit";
        const mails = new Ratelimit({ redis, limiter: Ratelimit.fixedWindow(5, "1 h") });
        const sendMail = tool(
          async ({ to }, config) => {
            await mails.limit(config.context.userId);
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 14, column: 19, endLine: 14, endColumn: 30 },
      ],
    },
    {
      name: "reports a limiter that is asked behind the effect",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { RateLimiterMemory } from "rate-limiter-flexible";
        const mails = new RateLimiterMemory({ points: 5, duration: 3600 });
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            await mails.consume(config.context.userId);
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 14, column: 19, endLine: 14, endColumn: 30 },
      ],
    },
    {
      name: "reports a limiter that only some calls meet",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { RateLimiterMemory } from "rate-limiter-flexible";
        const mails = new RateLimiterMemory({ points: 5, duration: 3600 });
        const sendMail = tool(
          async ({ to }, config) => {
            if (to.endsWith("@acme.example")) await mails.consume(config.context.userId);
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 14, column: 19, endLine: 14, endColumn: 30 },
      ],
    },
    {
      name: "reports a middleware of that name from another package",
      code: `
        import { createAgent, tool, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { toolCallLimitMiddleware } from "@langchain/limits";
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [toolCallLimitMiddleware({ runLimit: 3 })] });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 12, column: 19, endLine: 12, endColumn: 30 },
      ],
    },
    {
      name: "reports a POST to another host",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        export const openTicket = tool(async ({ title }) => (await fetch("https://desk.example.com/tickets", { method: "POST", body: title })).text(), { name: "open_ticket", description: "Opens", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"open_ticket\"", does: "sends a POST to another host", call: "fetch" }, line: 6, column: 160, endLine: 6, endColumn: 173 },
      ],
    },
    {
      name: "reports a tool of an MCP server that deletes",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { rm } from "node:fs/promises";
        const server = new McpServer({ name: "files", version: "1.0.0" });
        server.registerTool("remove", { description: "Removes", inputSchema: { path } }, async ({ path }) => {
          await rm(path, { recursive: true });
          return { content: [] };
        });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"remove\"", does: "deletes files", call: "rm" }, line: 5, column: 29, endLine: 5, endColumn: 37 },
      ],
    },
    {
      name: "reports a tool of the AI SDK with a function that the policy calls external",
      settings: { "agent-guardrails": { externalCalls: ["./crm#createLead"] } },
      code: `
        import { tool } from "ai";
        import { createLead } from "./crm";
        export const addLead = tool({ description: "Adds", inputSchema, execute: async (lead) => createLead(lead) });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"addLead\"", does: "acts outside", call: "createLead" }, line: 4, column: 32, endLine: 4, endColumn: 36 },
      ],
    },
    {
      name: "reports an effect in a helper",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        async function deliver(to) {
          await resend.emails.send({ to, subject: "Hello", text: "Hello" });
        }
        const sendMail = tool(
          async ({ to }, config) => {
            await deliver(to);
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 14, column: 19, endLine: 14, endColumn: 30 },
      ],
    },
    {
      name: "reports a tool that the guards classify without a quota",
      code: `
        import { createAgent, tool, toolCallLimitMiddleware, createMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { classify } from "agent-guardrails/tools";
        const sendMail = tool(
          async ({ to }, config) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const bounded = classify(sendMail, { name: "send_mail", effect: "external", reads: "trusted", killSwitch, timeoutMs: 5_000, auth });
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"send_mail\"", does: "sends mail", call: "resend.emails.send" }, line: 12, column: 19, endLine: 12, endColumn: 30 },
      ],
    },
    {
      name: "reports a tool class",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { WebClient } from "@slack/web-api";
        export class Post extends StructuredTool {
          name = "post";
          description = "Posts";
          schema = schema;
          slack = new WebClient(process.env.SLACK_TOKEN);
          async _call({ text }) {
            await this.slack.chat.postMessage({ channel: "general", text });
            return "posted";
          }
        }
      `,
      errors: [
        { messageId: "unbounded", data: { tool: "Tool \"post\"", does: "posts to Slack", call: "this.slack.chat.postMessage" }, line: 5, column: 18, endLine: 5, endColumn: 24 },
      ],
    },
  ],
});
