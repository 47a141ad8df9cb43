import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/prefer-small-router-model.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("prefer-small-router-model", rule, {
  valid: [
    {
      name: "is silent about a small model",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5-mini" });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
    {
      name: "is silent about a model that nobody knows",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "acme-70b" });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
    {
      name: "is silent about a model that the environment names",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: process.env.ROUTER_MODEL });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
    {
      name: "is silent about a model that the policy calls small",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      settings: { "agent-guardrails": { smallModels: ["gpt-5"] } },
    },
    {
      name: "is silent about a model that is a parameter",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        export const route = (model, text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
        export { ChatOpenAI };
      `,
    },
    {
      name: "is silent about an extraction",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const extract = (text) => model.withStructuredOutput(z.object({ name: z.string(), city: z.string(), kind: z.enum(["person", "company"]) })).invoke(text);
      `,
    },
    {
      name: "is silent about the arguments of a calculation",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const read = (text) => model.withStructuredOutput(z.object({ operation: z.enum(["add", "subtract"]), first: z.number(), second: z.number() })).invoke(text);
      `,
    },
    {
      name: "is silent about a yes or no, which may be hard to say",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const grade = (text) => model.withStructuredOutput(z.object({ grounded: z.boolean(), reasoning: z.string() })).invoke(text);
      `,
    },
    {
      name: "is silent about a plan with a list of steps",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const plan = (text) => model.withStructuredOutput(z.object({ mode: z.enum(["fast", "deep"]), steps: z.array(z.object({ task: z.string() })) })).invoke(text);
      `,
    },
    {
      name: "is silent about a schema that cannot be seen",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        import { schema } from "@acme/schemas";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const route = (text) => model.withStructuredOutput(schema).invoke(text);
        export { z };
      `,
    },
    {
      name: "is silent about a constant that the model has no choice in",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const route = (text) => model.withStructuredOutput(z.object({ kind: z.literal("mail") })).invoke(text);
      `,
    },
    {
      name: "is silent about an answer whose kind decides nothing",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { Annotation, Command, MessagesAnnotation, StateGraph } from "@langchain/langgraph";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        async function write({ messages }) {
          const answer = await model.withStructuredOutput(z.object({ tone: z.enum(["warm", "cool"]), text: z.string() })).invoke(messages);
          return { messages: [answer.text] };
        }
        export const graph = new StateGraph(MessagesAnnotation).addNode("write", write).compile();
        export { Annotation, Command };
      `,
    },
    {
      name: "is silent about one tool among others",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        import { search } from "./tools";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const act = (text) => model.bindTools([search, { name: "route", schema: z.object({ next: z.enum(["hr", "it"]) }) }], { tool_choice: "any" }).invoke(text);
      `,
    },
    {
      name: "is silent about a tool that the model need not call",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const act = (text) => model.bindTools([{ name: "route", schema: z.object({ next: z.enum(["hr", "it"]) }) }]).invoke(text);
      `,
    },
    {
      name: "is silent about a supervisor with tools of its own",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createSupervisor } from "@langchain/langgraph-supervisor";
        import { hr, it, search } from "./agents";
        export const team = createSupervisor({ llm: new ChatOpenAI({ model: "gpt-5" }), agents: [hr, it], tools: [search] }).compile();
      `,
    },
    {
      name: "is silent about a function of that name from elsewhere",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createSupervisor } from "./supervisor";
        import { hr, it } from "./agents";
        export const team = createSupervisor({ llm: new ChatOpenAI({ model: "gpt-5" }), agents: [hr, it] });
      `,
    },
    {
      name: "is silent about a shadowed schema library",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const route = (z, text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
    {
      name: "is silent in a test",
      filename: at("test/route.test.ts"),
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
    {
      name: "is silent in an eval",
      filename: at("evals/judge.ts"),
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const judge = (text) => model.withStructuredOutput(z.object({ verdict: z.enum(["good", "bad"]) })).invoke(text);
      `,
    },
    {
      name: "leaves reasoning models to another rule",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "o3" });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
    },
  ],
  invalid: [
    {
      name: "reports a choice of a route",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "gpt-5", does: "only picks `next` from a list" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a choice with its reason and how sure the model is",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-4.1" });
        const schema = z.object({ category: z.enum(["bug", "question"]).describe("What it is"), reasoning: z.string(), confidence: z.number() });
        export const classify = (text) => model.withStructuredOutput(schema, { name: "classify" }).invoke(text);
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "gpt-4.1", does: "only picks `category` from a list" },
          line: 6,
          column: 43,
          endLine: 6,
          endColumn: 48,
        },
      ],
    },
    {
      name: "reports a model that is made in place",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { z } from "zod";
        export async function route(text) {
          const router = new ChatAnthropic({ model: "claude-sonnet-4-5", temperature: 0 }).withStructuredOutput(z.object({ route: z.enum(["post", "thread"]) }));
          return router.invoke(text);
        }
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "claude-sonnet-4-5", does: "only picks `route` from a list" },
          line: 5,
          column: 30,
          endLine: 5,
          endColumn: 43,
        },
      ],
    },
    {
      name: "reports a model that initChatModel makes, behind a retry",
      code: `
        import { initChatModel } from "langchain";
        import { z } from "zod";
        const model = await initChatModel("anthropic:claude-opus-4-1");
        export const route = (text) => model.withRetry().withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "anthropic:claude-opus-4-1", does: "only picks `next` from a list" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a JSON schema",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4o" });
        export const route = (text) => model.withStructuredOutput({ type: "object", properties: { next: { type: "string", enum: ["hr", "it"] } }, required: ["next"], additionalProperties: false }).invoke(text);
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "gpt-4o", does: "only picks `next` from a list" },
          line: 4,
          column: 40,
          endLine: 4,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a tool that the model has to call",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const router = { name: "router", description: "Picks the route", schema: z.object({ next: z.enum(["hr", "it"]) }) };
        const model = new ChatOpenAI({ model: "gpt-4o" }).bindTools([router], { tool_choice: "router" });
        export const route = (text) => model.invoke(text);
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "gpt-4o", does: "only picks `next` from a list" },
          line: 5,
          column: 27,
          endLine: 5,
          endColumn: 37,
        },
      ],
    },
    {
      name: "reports a function that the model has to call",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const route = { type: "function", function: { name: "route", parameters: { type: "object", properties: { next: { enum: ["hr", "it", "FINISH"] } }, required: ["next"] } } };
        export const supervisor = new ChatOpenAI({ model: "gpt-4o" }).bindTools([route], { tool_choice: { type: "function", function: { name: "route" } } });
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "gpt-4o", does: "only picks `next` from a list" },
          line: 4,
          column: 39,
          endLine: 4,
          endColumn: 49,
        },
      ],
    },
    {
      name: "reports a node whose choice decides the edge, with what it passes on",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { Annotation, Command, MessagesAnnotation, StateGraph } from "@langchain/langgraph";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const schema = z.object({ next: z.enum(["research", "write"]), task: z.string() });
        async function supervise({ messages }) {
          return model.withStructuredOutput(schema).invoke(messages);
        }
        export const graph = new StateGraph(MessagesAnnotation).addNode("supervisor", supervise).addConditionalEdges("supervisor", ({ next }) => next).compile();
        export { Annotation, Command };
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "gpt-5", does: "picks `next`, which decides where the run goes on" },
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 23,
        },
      ],
    },
    {
      name: "reports a node that says where to go",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { Annotation, Command, MessagesAnnotation, StateGraph } from "@langchain/langgraph";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const router = model.withStructuredOutput(z.object({ next: z.enum(["research", "write"]), task: z.string() }));
        async function supervise({ messages }) {
          const { next, task } = await router.invoke(messages);
          return new Command({ goto: next, update: { task } });
        }
        export const graph = new StateGraph(MessagesAnnotation).addNode("supervisor", supervise).compile();
        export { Annotation };
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "gpt-5", does: "picks `next`, which decides where the run goes on" },
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 29,
        },
      ],
    },
    {
      name: "reports a supervisor of LangGraph",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createSupervisor } from "@langchain/langgraph-supervisor";
        import { hr, it } from "./agents";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const team = createSupervisor({ llm: model, agents: [hr, it], prompt: "Hand over." }).compile();
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "gpt-5", does: "only hands over to one of its agents" },
          line: 6,
          column: 53,
          endLine: 6,
          endColumn: 58,
        },
      ],
    },
    {
      name: "reports a supervisor that names its handoffs",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createHandoffTool, createSupervisor } from "@langchain/langgraph-supervisor";
        import { hr, it } from "./agents";
        export const team = createSupervisor({ llm: new ChatOpenAI({ model: "gpt-5" }), agents: [hr, it], tools: [createHandoffTool({ agentName: "hr" })] }).compile();
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "gpt-5", does: "only hands over to one of its agents" },
          line: 5,
          column: 57,
          endLine: 5,
          endColumn: 67,
        },
      ],
    },
    {
      name: "reports an agent without tools that only picks",
      code: `
        import { createAgent } from "langchain";
        import { z } from "zod";
        export const triage = createAgent({ model: "openai:gpt-5", tools: [], responseFormat: z.object({ queue: z.enum(["hr", "it"]) }) });
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "openai:gpt-5", does: "only picks `queue` from a list" },
          line: 4,
          column: 52,
          endLine: 4,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports a model that the policy calls large, imported under another name",
      code: `
        import { ChatOpenAI as Model } from "@langchain/openai";
        import { z } from "zod";
        const model = new Model({ model: "acme-70b" });
        export const route = (text) => model.withStructuredOutput(z.object({ next: z.enum(["hr", "it"]) })).invoke(text);
      `,
      settings: { "agent-guardrails": { largeModels: ["acme-70b"] } },
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "acme-70b", does: "only picks `next` from a list" },
          line: 5,
          column: 40,
          endLine: 5,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports the function that decides an edge",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { Annotation, Command, MessagesAnnotation, StateGraph } from "@langchain/langgraph";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const decide = async ({ messages }) => (await model.withStructuredOutput(z.object({ next: z.enum(["research", "write"]), note: z.string() })).invoke(messages)).next;
        export const graph = new StateGraph(MessagesAnnotation).addNode("read", (state) => state).addConditionalEdges("read", decide).compile();
        export { Annotation, Command };
      `,
      errors: [
        {
          messageId: "largeRouter",
          data: { model: "gpt-5", does: "picks `next`, which decides where the run goes on" },
          line: 6,
          column: 55,
          endLine: 6,
          endColumn: 60,
        },
      ],
    },
  ],
});
