import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-identity-in-prompt.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-identity-in-prompt", rule, {
  valid: [
    {
      name: "is silent about a prompt without holes",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const system = new SystemMessage("You help with orders.");
      `,
    },
    {
      name: "is silent about a constant in a prompt",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        const TONE = "kind";
        export const system = new SystemMessage(\`Be \${TONE}.\`);
      `,
    },
    {
      name: "is silent about identity that a tool only reads",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          const userId = config.configurable?.user_id;
          return load(userId, question);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
    },
    {
      name: "is silent about the question in a message",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new HumanMessage(\`Answer: \${question}\`)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
    },
    {
      name: "is silent about a part of the config that names nobody",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new SystemMessage(\`Answer in \${config.configurable?.language}.\`)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
    },
    {
      name: "is silent about a message class of another library",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage } from "@acme/chat";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new SystemMessage(\`User \${config.configurable?.user_id}\`)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
    },
    {
      name: "is silent about a shadowed message class",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export { SystemMessage };
        export const ask = tool(async ({ question }, config) => {
          const SystemMessage = config.Message;
          return new SystemMessage(\`User \${config.configurable?.user_id}\`);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
    },
    {
      name: "is silent about identity in a log line",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          console.log(\`asked by \${config.configurable?.user_id}\`);
          return question;
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
    },
    {
      name: "is silent about a parameter that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const system = (userId: string) => new SystemMessage(\`User \${userId}\`);
      `,
    },
    {
      name: "is silent about the request's user where only the display name is shown",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { SystemMessage } from "@langchain/core/messages";
        const model = new ChatOpenAI();
        app.post("/chat", async (req, res) => {
          res.json(await model.invoke([new SystemMessage(\`You talk to \${req.user.firstName}.\`)]));
        });
      `,
    },
    {
      name: "is silent about a template literal that is no prompt",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          const key = \`cache:\${config.configurable?.user_id}\`;
          return cache.get(key);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
    },
    {
      name: "is silent in a test",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new SystemMessage(\`User \${config.configurable?.user_id}\`)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      filename: at("src/ask.test.ts"),
    },
    {
      name: "is silent about a key that the policy takes out",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new SystemMessage(\`Team \${config.configurable?.team_id}\`)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      settings: { "agent-guardrails": { notIdentityKeys: ["team_id"] } },
    },
    {
      name: "is silent about a language in instructions that a function gives",
      code: `
        import { Agent } from "@openai/agents";
        export const agent = new Agent({ name: "Desk", instructions: (runContext) => \`Answer in \${runContext.context.language}.\` });
      `,
    },
    {
      name: "is silent about a part of Mastra's request context that names nobody",
      code: `
        import { Agent } from "@mastra/core/agent";
        export const agent = new Agent({ id: "desk", name: "Desk", model, instructions: ({ requestContext }) => \`Answer in \${requestContext.get("language")}.\` });
      `,
    },
    {
      name: "is silent about the instructions of another library",
      code: `
        import { Agent } from "./agents.js";
        import { tool } from "@langchain/core/tools";
        export const agent = new Agent({ name: "Desk", instructions: (runContext) => \`Help the user with id \${runContext.context.userId}.\`, tools: [tool] });
      `,
    },
    {
      name: "is silent about a display name that the module keeps",
      code: `
        import { createAgent, dynamicSystemPromptMiddleware } from "langchain";
        const session: { userId?: string; displayName?: string } = {};
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [dynamicSystemPromptMiddleware(() => \`You talk to \${session.displayName}.\`)] });
      `,
    },
    {
      name: "is silent about an object that is handed over",
      code: `
        import { createAgent, dynamicSystemPromptMiddleware } from "langchain";
        export const agentFor = (session: { userId: string }) => createAgent({ model: "openai:gpt-5", tools: [], systemPrompt: \`You talk to \${session.userId}.\` });
      `,
    },
    {
      name: "is silent about a record whose key is no identity",
      code: `
        import { createAgent, dynamicSystemPromptMiddleware } from "langchain";
        const orders = { status: read() };
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], systemPrompt: \`The order is \${orders.status}.\` });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a user id in a system message",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new SystemMessage(\`You help user \${config.configurable?.user_id}.\`)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "config.configurable?.user_id", label: "`SystemMessage`" },
          line: 6,
          column: 67,
          endLine: 6,
          endColumn: 95,
        },
      ],
    },
    {
      name: "reports a tenant id in a user message",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new HumanMessage(\`For \${config.configurable?.tenant_id}: \${question}\`)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "config.configurable?.tenant_id", label: "`HumanMessage`" },
          line: 6,
          column: 56,
          endLine: 6,
          endColumn: 86,
        },
      ],
    },
    {
      name: "reports an id behind a constant",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          const userId = config.configurable?.userId;
          return model.invoke([new SystemMessage("User " + userId)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "userId", label: "`SystemMessage`" },
          line: 7,
          column: 60,
          endLine: 7,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports an id in the content of a message object",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([{ role: "system", content: \`Org \${config.configurable?.org_id}\` }]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "config.configurable?.org_id", label: "the system message" },
          line: 6,
          column: 66,
          endLine: 6,
          endColumn: 93,
        },
      ],
    },
    {
      name: "reports an id in a tuple",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([["system", \`Org \${config.configurable?.orgId}\`]]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "config.configurable?.orgId", label: "the system message" },
          line: 6,
          column: 50,
          endLine: 6,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports an id of the typed context",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, runtime) => model.invoke([new SystemMessage(\`User \${runtime.context.userId}\`)]), { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "runtime.context.userId", label: "`SystemMessage`" },
          line: 5,
          column: 106,
          endLine: 5,
          endColumn: 128,
        },
      ],
    },
    {
      name: "reports an aliased message class",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage as System } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new System(\`User \${config.configurable?.user_id}\`)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "config.configurable?.user_id", label: "`SystemMessage`" },
          line: 6,
          column: 51,
          endLine: 6,
          endColumn: 79,
        },
      ],
    },
    {
      name: "reports a message class of a namespace",
      code: `
        import { tool } from "@langchain/core/tools";
        import * as messages from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new messages.SystemMessage(\`User \${config.configurable?.user_id}\`)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "config.configurable?.user_id", label: "`SystemMessage`" },
          line: 6,
          column: 67,
          endLine: 6,
          endColumn: 95,
        },
      ],
    },
    {
      name: "reports an id in a delimited hole as well",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new SystemMessage(\`<user>\${config.configurable?.user_id}</user>\`)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "config.configurable?.user_id", label: "`SystemMessage`" },
          line: 6,
          column: 59,
          endLine: 6,
          endColumn: 87,
        },
      ],
    },
    {
      name: "reports an id put in by replace",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new SystemMessage("User {id}".replace("{id}", config.configurable?.user_id))]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "config.configurable?.user_id", label: "`SystemMessage`" },
          line: 6,
          column: 78,
          endLine: 6,
          endColumn: 106,
        },
      ],
    },
    {
      name: "reports a verified user of the request in an agent's system prompt",
      code: `
        import { createAgent } from "langchain";
        app.post("/chat", async (req, res) => {
          const agent = createAgent({ model: "openai:gpt-5", tools: [], systemPrompt: \`You help user \${req.user.id}.\` });
          res.json(await agent.invoke({ messages: [] }));
        });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "req.user.id", label: "`systemPrompt`" },
          line: 4,
          column: 104,
          endLine: 4,
          endColumn: 115,
        },
      ],
    },
    {
      name: "reports a session's user in the instructions of the AI SDK",
      code: `
        import { generateText } from "ai";
        import { getServerSession } from "next-auth";
        export async function POST(req: Request) {
          const session = await getServerSession();
          return generateText({ model, system: \`You help \${session.user.id}\`, prompt: "hi" });
        }
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "session.user.id", label: "`system`" },
          line: 6,
          column: 60,
          endLine: 6,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports an id behind a type assertion",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SystemMessage, HumanMessage } from "@langchain/core/messages";
        import { z } from "zod";
        export const ask = tool(async ({ question }, config) => {
          return model.invoke([new SystemMessage(\`User \${config.configurable!.user_id as string}\`)]);
        }, { name: "ask", description: "Asks", schema: z.object({ question: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "config.configurable!.user_id as string", label: "`SystemMessage`" },
          line: 6,
          column: 58,
          endLine: 6,
          endColumn: 96,
        },
      ],
    },
    {
      name: "reports an id that a middleware puts into the system prompt",
      code: `
        import { createAgent, dynamicSystemPromptMiddleware } from "langchain";
        const persona = dynamicSystemPromptMiddleware((_state, runtime) => \`You are helping user \${runtime.context.userId}.\`);
        export const agent = createAgent({ model, tools, middleware: [persona] });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "runtime.context.userId", label: "`dynamicSystemPromptMiddleware`" },
          line: 3,
          column: 100,
          endLine: 3,
          endColumn: 122,
        },
      ],
    },
    {
      name: "reports an id in instructions that a function gives for each run",
      code: `
        import { Agent } from "@openai/agents";
        export const agent = new Agent({ name: "Desk", instructions: (runContext) => \`Help the user with id \${runContext.context.userId}.\` });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "runContext.context.userId", label: "`instructions`" },
          line: 3,
          column: 111,
          endLine: 3,
          endColumn: 136,
        },
      ],
    },
    {
      name: "reports an id from the request context of Mastra",
      code: `
        import { Agent } from "@mastra/core/agent";
        export const agent = new Agent({ id: "desk", name: "Desk", model, instructions: ({ requestContext }) => \`Help the user \${requestContext.get("user-id")}.\` });
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "requestContext.get(\"user-id\")", label: "`instructions`" },
          line: 3,
          column: 130,
          endLine: 3,
          endColumn: 159,
        },
      ],
    },
    {
      name: "reports an id that fills a prompt template",
      code: `
        import { ChatPromptTemplate } from "@langchain/core/prompts";
        const prompt = ChatPromptTemplate.fromMessages([["system", "The user is {user}."], ["human", "{question}"]]);
        export async function ask(state, config) {
          return prompt.invoke({ user: config.configurable.user_id, question: state.question });
        }
      `,
      errors: [
        {
          messageId: "identityInPrompt",
          data: { source: "config.configurable.user_id", label: "the prompt template" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 67,
        },
      ],
    },
    {
      name: "reports the user whom the module keeps in an object of its own",
      code: `
        import { createAgent, dynamicSystemPromptMiddleware } from "langchain";
        const session: { userId?: string } = {};
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [dynamicSystemPromptMiddleware(() => \`User: \${session.userId}\`)] });
      `,
      errors: [{ messageId: "identityInPrompt", data: { source: "session.userId", label: "`dynamicSystemPromptMiddleware`" }, line: 4, column: 136, endLine: 4, endColumn: 150 }],
    },
    {
      name: "reports it where a constant holds it, with something that stands in for nobody",
      code: `
        import { createAgent, dynamicSystemPromptMiddleware } from "langchain";
        export const session: { userId?: string } = {};
        const prompt = dynamicSystemPromptMiddleware(() => {
          const userId = session.userId ?? "nobody";
          return \`User: \${userId}\`;
        });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [], middleware: [prompt] });
      `,
      errors: [{ messageId: "identityInPrompt", data: { source: "session.userId", label: "`dynamicSystemPromptMiddleware`" }, line: 5, column: 26, endLine: 5, endColumn: 40 }],
    },
  ],
});
