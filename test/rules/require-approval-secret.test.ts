import { join } from "node:path";
import rule from "../../rules/require-approval-secret.js";
import { project } from "../support/probe.js";
import { ruleTester } from "../support/rule-tester.js";

/** A file in whose project version 5 of the SDK is installed. */
const version5 = join(project({ "node_modules/ai/package.json": '{ "name": "ai", "version": "5.0.277" }' }), "agent.ts");

ruleTester.run("require-approval-secret", rule, {
  valid: [
    {
      name: "is silent with a secret",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, experimental_toolApprovalSecret: process.env.TOOL_APPROVAL_SECRET, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent with a secret in a constant of options",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          const options = { model, tools: { refund }, experimental_toolApprovalSecret: secret, messages: await convertToModelMessages(messages) };
          return streamText(options);
        }
      `,
    },
    {
      name: "is silent where no tool asks",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent where the tool never asks",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: false, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent where the call approves by itself",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, toolApproval: { refund: "approved" }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent where a function of the call never asks",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, toolApproval: () => "approved", messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent where the tool that asks is not in the call's hands",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { look: tool({ inputSchema: z.object({}), execute: async () => 1 }) }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent about messages from the database",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { id } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(await loadChat(id)) });
        }
      `,
    },
    {
      name: "is silent about a message that is made here of the client's text",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { id, text } = await req.json();
          return streamText({ model, tools: { refund }, messages: [...(await loadChat(id)), { role: "user", content: text }] });
        }
      `,
    },
    {
      name: "is silent about UI messages that are made here of the client's text",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { id, text } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages([...(await loadChat(id)), { role: "user", parts: [{ type: "text", text }] }]) });
        }
      `,
    },
    {
      name: "is silent about a prompt of the client's text",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { text } = await req.json();
          return streamText({ model, tools: { refund }, prompt: \`Question: \${text}\` });
        }
      `,
    },
    {
      name: "is silent about messages that are filtered",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages.filter((message) => message.role === "user")) });
        }
      `,
    },
    {
      name: "is silent about messages that are made anew one by one",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: messages.map((message) => ({ role: "user", content: message.text })) });
        }
      `,
    },
    {
      name: "is silent about messages of a function that cannot be seen",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(dropApprovals(messages)) });
        }
      `,
    },
    {
      name: "is silent about messages of a schema with named fields",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = z.object({ messages: z.array(z.object({ role: z.literal("user"), text: z.string() })) }).parse(await req.json());
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent about messages of a schema that cannot be seen",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { chatSchema } from "./schemas";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = chatSchema.parse(await req.json());
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent where the options are spread in",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, ...settings, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent where the agent's hook sets the secret",
      code: `
        import { createAgentUIStreamResponse, tool, ToolLoopAgent } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        const agent = new ToolLoopAgent({ model, tools: { refund }, prepareCall: (settings) => ({ ...settings, experimental_toolApprovalSecret: readSecret() }) });
        export async function POST(req) {
          const { messages } = await req.json();
          return createAgentUIStreamResponse({ agent, uiMessages: messages });
        }
      `,
    },
    {
      name: "is silent where the agent's hook cannot be seen",
      code: `
        import { createAgentUIStreamResponse, tool, ToolLoopAgent } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        import { prepareCall } from "./prepare";
        const agent = new ToolLoopAgent({ model, tools: { refund }, prepareCall });
        export async function POST(req) {
          const { messages } = await req.json();
          return createAgentUIStreamResponse({ agent, uiMessages: messages });
        }
      `,
    },
    {
      name: "is silent about an agent with a secret",
      code: `
        import { createAgentUIStreamResponse, tool, ToolLoopAgent } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        const agent = new ToolLoopAgent({ model, tools: { refund }, experimental_toolApprovalSecret: process.env.TOOL_APPROVAL_SECRET });
        export async function POST(req) {
          const { messages } = await req.json();
          return createAgentUIStreamResponse({ agent, uiMessages: messages });
        }
      `,
    },
    {
      name: "is silent about an agent that is made elsewhere and cannot be found",
      code: `
        import { createAgentUIStreamResponse } from "ai";
        import { agent } from "./gone";
        export async function POST(req) {
          const { messages } = await req.json();
          return createAgentUIStreamResponse({ agent, uiMessages: messages });
        }
      `,
    },
    {
      name: "is silent outside of a handler",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function chat(messages) {
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent about a shadowed name",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req, { streamText }) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent about the same words of another library",
      code: `
        import { convertToModelMessages, streamText, tool } from "@acme/ai";
        import { z } from "zod";
        import "ai";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent about a tool of another framework that asks",
      code: `
        import { tool } from "@openai/agents";
        import { convertToModelMessages, streamText } from "ai";
        import { z } from "zod";
        const refund = tool({ name: "refund", description: "Pays back", parameters: z.object({}), needsApproval: true, execute: async () => "ok" });
        export async function POST(req) {
          const { messages } = await req.json();
          await start(refund);
          return streamText({ model, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent in a test",
      filename: "/work/app/test/chat.test.ts",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent where version 5 is installed, which has no approvals",
      filename: version5,
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent about messages of a schema whose parts are written down",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });
        const Body = z.object({ messages: z.array(z.object({ role: z.string(), parts: z.array(z.object({ type: z.literal("text"), text: z.string() })) })) });

        export async function POST(req) {
          const { messages } = Body.parse(await req.json());
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
    },
    {
      name: "is silent about one text of a schema that leaves other messages open",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });
        const Body = z.object({ text: z.string(), drafts: z.array(z.object({ parts: z.array(z.any()) })) });

        export async function POST(req) {
          const { text } = Body.parse(await req.json());
          return streamText({ model, tools: { refund }, messages: [{ role: "user", content: text }] });
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports a route that streams on the messages of a client",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) }).toUIMessageStreamResponse();
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 67, endLine: 9, endColumn: 105 }],
    },
    {
      name: "reports typed messages",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages }: { messages: UIMessage[] } = await req.json();
          return streamText({ model, tools: { refund }, messages: convertToModelMessages(messages) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 67, endLine: 9, endColumn: 99 }],
    },
    {
      name: "reports messages of the body under another name",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const body = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(body.history) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "body.history", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 67, endLine: 9, endColumn: 109 }],
    },
    {
      name: "reports converted messages behind a constant",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          const modelMessages = await convertToModelMessages(messages);
          return streamText({ model, tools: { refund }, messages: modelMessages });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 10, column: 67, endLine: 10, endColumn: 80 }],
    },
    {
      name: "reports model messages that the client sends ready-made",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: messages });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 67, endLine: 9, endColumn: 75 }],
    },
    {
      name: "reports a client's messages behind stored ones",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { id, message } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages([...(await loadChat(id)), message]) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "message", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 67, endLine: 9, endColumn: 131 }],
    },
    {
      name: "reports the last ten of a client's messages",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages.slice(-10)) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 67, endLine: 9, endColumn: 116 }],
    },
    {
      name: "reports messages whose shape alone was validated",
      code: `
        import { convertToModelMessages, streamText, tool, validateUIMessages } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          const checked = await validateUIMessages({ messages });
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(checked) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 10, column: 67, endLine: 10, endColumn: 104 }],
    },
    {
      name: "reports messages whose shape was validated safely",
      code: `
        import { convertToModelMessages, streamText, tool, safeValidateUIMessages } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          const checked = await safeValidateUIMessages({ messages });
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(checked.data) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 10, column: 67, endLine: 10, endColumn: 109 }],
    },
    {
      name: "reports messages of a schema that lets anything in",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = z.object({ messages: z.array(z.any()) }).parse(await req.json());
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 67, endLine: 9, endColumn: 105 }],
    },
    {
      name: "reports generateText",
      code: `
        import { convertToModelMessages, generateText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return (await generateText({ model, tools: { refund }, messages: await convertToModelMessages(messages) })).text;
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 76, endLine: 9, endColumn: 114 }],
    },
    {
      name: "reports a secret that is undefined",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, experimental_toolApprovalSecret: undefined, messages: await convertToModelMessages(messages) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 111, endLine: 9, endColumn: 149 }],
    },
    {
      name: "reports an approval that the call asks for",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const look = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { look }, toolApproval: { look: "user-approval" }, messages: await convertToModelMessages(messages) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"look\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 106, endLine: 9, endColumn: 144 }],
    },
    {
      name: "reports an approval that a function of the call decides on",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const look = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { look }, toolApproval: ({ toolCall }) => (toolCall.toolName === "look" ? "user-approval" : "approved"), messages: await convertToModelMessages(messages) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "This agent asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 160, endLine: 9, endColumn: 198 }],
    },
    {
      name: "reports an approval that a predicate of the tool decides on",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: async ({ amount }) => amount > 100, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 67, endLine: 9, endColumn: 105 }],
    },
    {
      name: "reports an agent that answers with a stream",
      code: `
        import { createAgentUIStreamResponse, tool, ToolLoopAgent } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        const agent = new ToolLoopAgent({ model, tools: { refund } });
        export async function POST(req) {
          const { messages } = await req.json();
          return createAgentUIStreamResponse({ agent, uiMessages: messages });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 10, column: 67, endLine: 10, endColumn: 75 }],
    },
    {
      name: "reports an agent whose stream is piped to an Express response",
      code: `
        import { pipeAgentUIStreamToResponse, tool, ToolLoopAgent } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        const agent = new ToolLoopAgent({ model, tools: { refund } });
        app.post("/chat", (req, res) => pipeAgentUIStreamToResponse({ response: res, agent, uiMessages: req.body.messages }));
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "req.body.messages", secretKey: "experimental_toolApprovalSecret" }, line: 8, column: 105, endLine: 8, endColumn: 122 }],
    },
    {
      name: "reports an agent that is run on messages",
      code: `
        import { convertToModelMessages, tool, ToolLoopAgent } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        const agent = new ToolLoopAgent({ model, tools: { refund } });
        app.post("/chat", async (req, res) => {
          const result = await agent.stream({ messages: await convertToModelMessages(req.body.messages) });
          result.pipeUIMessageStreamToResponse(res);
        });
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "req.body.messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 57, endLine: 9, endColumn: 104 }],
    },
    {
      name: "reports an agent with the older name",
      code: `
        import { convertToModelMessages, tool, Experimental_Agent as Agent } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        const agent = new Agent({ model, tools: { refund } });
        app.post("/chat", async (req, res) => res.json(await agent.generate({ messages: await convertToModelMessages(req.body.messages) })));
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "req.body.messages", secretKey: "experimental_toolApprovalSecret" }, line: 8, column: 89, endLine: 8, endColumn: 136 }],
    },
    {
      name: "reports an agent whose hook sets other things",
      code: `
        import { createAgentUIStreamResponse, tool, ToolLoopAgent } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        const agent = new ToolLoopAgent({ model, tools: { refund }, prepareCall: (settings) => ({ ...settings, temperature: 0 }) });
        export async function POST(req) {
          const { messages } = await req.json();
          return createAgentUIStreamResponse({ agent, uiMessages: messages });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 10, column: 67, endLine: 10, endColumn: 75 }],
    },
    {
      name: "reports a stream inside of a writer",
      code: `
        import { convertToModelMessages, createUIMessageStream, createUIMessageStreamResponse, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return createUIMessageStreamResponse({ stream: createUIMessageStream({ execute: async ({ writer }) => writer.merge(streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) }).toUIMessageStream()) }) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 175, endLine: 9, endColumn: 213 }],
    },
    {
      name: "reports a helper that a handler gives the messages to",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        async function chat(messages) {
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
        app.post("/chat", async (req, res) => (await chat(req.body.messages)).pipeUIMessageStreamToResponse(res));
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 8, column: 67, endLine: 8, endColumn: 105 }],
    },
    {
      name: "reports a namespace import",
      code: `
        import * as ai from "ai";
        import { z } from "zod";
        const refund = ai.tool({ inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async () => "ok" });
        export async function POST(req) {
          const { messages } = await req.json();
          return ai.streamText({ model, tools: { refund }, messages: await ai.convertToModelMessages(messages) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 7, column: 70, endLine: 7, endColumn: 111 }],
    },
    {
      name: "reports a tool that is listed under another name by that name",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { payBack: refund }, messages: await convertToModelMessages(messages) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"payBack\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 76, endLine: 9, endColumn: 114 }],
    },
    {
      name: "reports the one tool of several that asks",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          return streamText({ model, tools: { look: tool({ inputSchema: z.object({}), execute: async () => 1 }), refund }, messages: await convertToModelMessages(messages) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 134, endLine: 9, endColumn: 172 }],
    },
    {
      name: "reports a Hono handler",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        app.post("/chat", async (c) => {
          const { messages } = await c.req.json();
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) }).toUIMessageStreamResponse();
        });
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 67, endLine: 9, endColumn: 105 }],
    },
    {
      name: "reports options in a constant",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });

        export async function POST(req) {
          const { messages } = await req.json();
          const options = { model, tools: { refund }, messages: await convertToModelMessages(messages) };
          return streamText(options);
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 9, column: 65, endLine: 9, endColumn: 103 }],
    },
    {
      name: "reports messages of a schema that leaves their parts open",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });
        const Body = z.object({ messages: z.array(z.object({ role: z.string(), parts: z.array(z.any()) })).optional() });

        export async function POST(req) {
          let body;
          try {
            body = Body.parse(await req.json());
          } catch {
            return new Response("bad request", { status: 400 });
          }
          const { messages } = body;
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 16, column: 67, endLine: 16, endColumn: 105 }],
    },
    {
      name: "reports messages that are parsed where they are sent, with parts that may be anything",
      code: `
        import { convertToModelMessages, streamText, tool } from "ai";
        import { z } from "zod";
        import { pay } from "./bank";
        const refund = tool({ description: "Pays back", inputSchema: z.object({ amount: z.number() }), needsApproval: true, execute: async ({ amount }) => pay(amount) });
        const Body = z.object({ messages: z.array(z.object({ id: z.string(), role: z.enum(["user", "assistant"]), parts: z.array(z.unknown()) })) });

        export async function POST(req) {
          const { messages } = Body.parse(await req.json());
          return streamText({ model, tools: { refund }, messages: await convertToModelMessages(messages) });
        }
      `,
      errors: [{ messageId: "forgeable", data: { who: "\"refund\" asks a person", sent: "messages", secretKey: "experimental_toolApprovalSecret" }, line: 10, column: 67, endLine: 10, endColumn: 105 }],
    },
  ],
});
