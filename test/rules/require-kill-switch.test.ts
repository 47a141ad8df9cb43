import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-kill-switch.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-kill-switch", rule, {
  valid: [
    {
      name: "is silent where a flag of the environment decides which tools the agent gets",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: process.env.TOOLS === "off" ? [] : [sendMail] });
      `,
    },
    {
      name: "is silent where a flag decides on a part of the list",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        import { flags } from "./flags";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [...(flags.toolsEnabled ? [sendMail] : [])] });
      `,
    },
    {
      name: "is silent where a flag service is asked in every tool that acts",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { initialize } from "unleash-client";
        const unleash = initialize({ url: "https://flags.acme.example", appName: "jarvis" });
        const sendMail = tool(
          async ({ to }) => {
            if (!unleash.isEnabled("jarvis-tools")) return "ERROR: switched off";
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "is silent where LaunchDarkly decides before the agent is made",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { init } from "@launchdarkly/node-server-sdk";
        const launchDarkly = init(process.env.LD_KEY);
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export async function make(context) {
          const on = await launchDarkly.variation("jarvis-tools", context, false);
          if (!on) return createAgent({ model: "openai:gpt-5", tools: [] });
          return createAgent({ model: "openai:gpt-5", tools: [sendMail] });
        }
      `,
    },
    {
      name: "is silent where a flag decides each use of the agent",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { toolsFlag } from "./flags";
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
        const plain = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function answer(messages) {
          return (await toolsFlag()) ? agent.invoke({ messages }) : plain.invoke({ messages });
        }
      `,
    },
    {
      name: "is silent where the handler leaves on a flag before it runs the model",
      code: `
        import { streamText, tool } from "ai";
        import { Resend } from "resend";
        import { get } from "@vercel/edge-config";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool({ description: "Sends", inputSchema, execute: async ({ to }) => resend.emails.send({ to }) });
        export async function POST(req) {
          const { messages } = await req.json();
          if (await get("assistant-off")) return new Response("away", { status: 503 });
          return streamText({ model, messages, tools: { sendMail } }).toResponse();
        }
      `,
    },
    {
      name: "is silent where a helper of the project reads the flag",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const mayAct = () => process.env.JARVIS_TOOLS !== "off";
        const sendMail = tool(
          async ({ to }) => {
            if (!mayAct()) return "ERROR: switched off";
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "is silent where the switch of the guards is asked in the tool",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { killSwitch } from "agent-guardrails/operations";
        const jarvis = killSwitch(() => process.env.JARVIS_TOOLS === "off");
        const sendMail = tool(
          async ({ to }) => {
            const reason = await jarvis.reason({ tool: "send_mail", identity: undefined });
            if (reason !== undefined) return \`ERROR: \${reason}\`;
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "is silent where the guards hold the tools",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { guard } from "agent-guardrails/tools";
        import { sendMail, tools } from "./tools";
        export const agent = createAgent({ model: "openai:gpt-5", ...guard({ systemPrompt, tools: [sendMail], killSwitch: tools }) });
      `,
    },
    {
      name: "is silent where a middleware of the project may filter the tools",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        const gate = createMiddleware({ name: "gate", wrapModelCall: async (request, handler) => handler({ ...request, tools: (await isOff()) ? [] : request.tools }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [gate] });
      `,
    },
    {
      name: "is silent where the middleware cannot be seen",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { middleware } from "./middleware";
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware });
      `,
    },
    {
      name: "is silent where a function of the policy stands before the effect",
      settings: { "agent-guardrails": { killSwitchCalls: ["assertOn"] } },
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { assertOn } from "./operations";
        const sendMail = tool(
          async ({ to }) => {
            await assertOn("mail");
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
    },
    {
      name: "is silent where a function of the policy takes the tools",
      settings: { "agent-guardrails": { killSwitchCalls: ["./operations#switchable"] } },
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { switchable } from "./operations";
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: switchable([sendMail]) });
      `,
    },
    {
      name: "is silent where a function of the policy takes the agent",
      settings: { "agent-guardrails": { killSwitchCalls: ["./operations#switchable"] } },
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { switchable } from "./operations";
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = switchable(createAgent({ model: "openai:gpt-5", tools: [sendMail] }));
      `,
    },
    {
      name: "is silent where a tool of OpenAI's SDK says when it is enabled",
      code: `
        import { Agent, tool } from "@openai/agents";
        import { Resend } from "resend";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool({ name: "send_mail", description: "Sends", parameters, isEnabled: () => flags.mail, execute: async ({ to }) => resend.emails.send({ to }) });
        export const agent = new Agent({ name: "mail", tools: [sendMail] });
      `,
    },
    {
      name: "is silent where the active tools are chosen for each run",
      code: `
        import { generateText, tool } from "ai";
        import { Resend } from "resend";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool({ description: "Sends", inputSchema, execute: async ({ to }) => resend.emails.send({ to }) });
        export const answer = (prompt, activeTools) => generateText({ model, prompt, activeTools, tools: { sendMail } });
      `,
    },
    {
      name: "is silent about an agent that only reads",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const read = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "read", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [read] });
      `,
    },
    {
      name: "is silent about tools that cannot be seen",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { tools } from "./tools";
        export const agent = createAgent({ model: "openai:gpt-5", tools });
      `,
    },
    {
      name: "is silent where the policy says where the switch is",
      settings: { "agent-guardrails": { satisfied: { "kill-switch":"the gateway drops tools when the flag jarvis-off is set" } } },
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }) => {
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
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }) => {
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
      name: "reports an agent that sends mail whatever happens",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 13, column: 30, endLine: 13, endColumn: 41 },
      ],
    },
    {
      name: "reports the agent once, and not the node of tools in it",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { createReactAgent, ToolNode } from "@langchain/langgraph/prebuilt";
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createReactAgent({ llm, tools: new ToolNode([sendMail]) });
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 14, column: 30, endLine: 14, endColumn: 46 },
      ],
    },
    {
      name: "reports a node of tools in a graph that is written by hand",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const tools = new ToolNode([sendMail]);
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 14, column: 34, endLine: 14, endColumn: 42 },
      ],
    },
    {
      name: "reports the executor and not the agent that it runs",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { AgentExecutor, createToolCallingAgent } from "langchain/agents";
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        const tools = [sendMail];
        const agent = createToolCallingAgent({ llm, tools, prompt });
        export const executor = new AgentExecutor({ agent, tools });
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 16, column: 37, endLine: 16, endColumn: 50 },
      ],
    },
    {
      name: "reports a ready-made tool that acts",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { GmailSendMessage } from "@langchain/community/tools/gmail";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [new GmailSendMessage()] });
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "gmail_send_message", does: "sends mail" }, line: 7, column: 30, endLine: 7, endColumn: 41 },
      ],
    },
    {
      name: "reports a limit on calls",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [modelCallLimitMiddleware({ runLimit: 5 })] });
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 13, column: 30, endLine: 13, endColumn: 41 },
      ],
    },
    {
      name: "reports a tool that looks only for its credential",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }) => {
            if (!process.env.RESEND_KEY) return "ERROR: mail is not set up";
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 14, column: 30, endLine: 14, endColumn: 41 },
      ],
    },
    {
      name: "reports a flag that nobody heeds",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }) => {
            console.log("mail is", process.env.JARVIS_TOOLS);
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 14, column: 30, endLine: 14, endColumn: 41 },
      ],
    },
    {
      name: "reports a flag that stops only one of two tools",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }) => {
            if (process.env.JARVIS_TOOLS === "off") return "ERROR: switched off";
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        import { rm } from "node:fs/promises";
        const remove = tool(async ({ path }) => {
          await rm(path);
          return "removed";
        }, { name: "remove", description: "Removes", schema: z.object({ path: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail, remove] });
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 19, column: 30, endLine: 19, endColumn: 41 },
      ],
    },
    {
      name: "reports a flag that decides only some uses of the agent",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { toolsFlag } from "./flags";
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
        export async function answer(messages) {
          return (await toolsFlag()) ? agent.invoke({ messages }) : null;
        }
        export async function nightly(messages) {
          return agent.invoke({ messages });
        }
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 14, column: 23, endLine: 14, endColumn: 34 },
      ],
    },
    {
      name: "reports a condition that is no flag",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool(
          async ({ to }) => {
            if (!to.endsWith("@acme.example")) return "ERROR: only to colleagues";
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 14, column: 30, endLine: 14, endColumn: 41 },
      ],
    },
    {
      name: "reports a run of a model with tools in a handler",
      code: `
        import { streamText, tool } from "ai";
        import { Resend } from "resend";
        const resend = new Resend(process.env.RESEND_KEY);
        const sendMail = tool({ description: "Sends", inputSchema, execute: async ({ to }) => resend.emails.send({ to }) });
        export async function POST(req) {
          const { messages } = await req.json();
          if (messages.length === 0) return new Response("nothing", { status: 400 });
          return streamText({ model, messages, tools: { sendMail } }).toResponse();
        }
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "sendMail", does: "sends mail" }, line: 9, column: 18, endLine: 9, endColumn: 28 },
      ],
    },
    {
      name: "reports a person's approval without a switch",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { humanInTheLoopMiddleware } from "langchain";
        const sendMail = tool(
          async ({ to }) => {
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail], middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: true } })] });
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 14, column: 30, endLine: 14, endColumn: 41 },
      ],
    },
    {
      name: "reports a function called variation of another package",
      code: `
        import { createAgent, tool, createMiddleware, modelCallLimitMiddleware } from "langchain";
        import { Resend } from "resend";
        import { z } from "zod";
        const resend = new Resend(process.env.RESEND_KEY);
        import { variation } from "@acme/statistics";
        const sendMail = tool(
          async ({ to }) => {
            if (variation([1, 2]) > 3) return "ERROR: no";
            await resend.emails.send({ to, subject: "Hello", text: "Hello" });
            return "sent";
          },
          { name: "send_mail", description: "Sends a mail", schema: z.object({ to: z.string() }) },
        );
        export const agent = createAgent({ model: "openai:gpt-5", tools: [sendMail] });
      `,
      errors: [
        { messageId: "unstoppable", data: { actor: "send_mail", does: "sends mail" }, line: 15, column: 30, endLine: 15, endColumn: 41 },
      ],
    },
  ],
});
