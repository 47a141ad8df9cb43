import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-pii-in-logs.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-pii-in-logs", rule, {
  valid: [
    {
      name: "is silent about ids, lengths and counts",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          console.log("plan", config.configurable?.thread_id, state.messages.length);
          console.log(\`\${state.messages.length} messages, last from \${state.messages.at(-1)?.id}\`);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent about the names of what there is",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          console.log(Object.keys(state), typeof config, state.route);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent about an error",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          try {
            await work();
          } catch (error) {
            console.error("planning failed", error);
          }
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent about an object in a text, which prints nothing of itself",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          console.log(\`planning \${state}\`);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent about what a redactor of the policy has seen",
      settings: { "agent-guardrails": { redactorCalls: ["scrub"] } },
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import { scrub } from "./privacy";
        async function plan(state, config) {
          console.log(scrub(state), JSON.stringify(scrub(state.messages)));
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent about what the guards have redacted",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import pino from "pino";
        import { redactor } from "agent-guardrails/operations";
        const { line, redact, redactRecord } = redactor();
        const log = pino();
        async function plan(state, config) {
          log.info(line\`planning for \${state.question}\`);
          console.log(redactRecord(state), redact(state.question));
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent where the logger takes lines of the guards only",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import { redactor, safeLogger } from "agent-guardrails/operations";
        const safe = redactor();
        const log = safeLogger(console);
        async function plan(state, config) {
          log.info(safe.redact(state.question));
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent where pino takes out that key",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import pino from "pino";
        const logger = pino({ redact: ["messages", "config.headers"] });
        async function plan(state, config) {
          logger.info({ messages: state.messages }, "planning");
          logger.child({ node: "plan" }).warn({ messages: state.messages });
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent where a format of winston is the project's own",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import { createLogger, format } from "winston";
        import { masking } from "./masking";
        const logger = createLogger({ format: format.combine(masking(), format.json()) });
        async function plan(state, config) {
          logger.info("planning", state);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent below the level that production logs at",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import pino from "pino";
        const logger = pino();
        async function plan(state, config) {
          logger.debug({ state });
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent behind a test for debugging",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          if (process.env.DEBUG) console.log(state);
          if (process.env.NODE_ENV !== "production") console.log(config);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent about a tool whose arguments are ids and choices",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const note = tool(async (input) => {
          console.log("called with", input);
          return "noted";
        }, { name: "note", description: "Notes", schema: z.object({ ticketId: z.string(), status: z.enum(["open", "closed"]), limit: z.number() }) });
      `,
    },
    {
      name: "is silent about one argument that names a thing",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const note = tool(async (input) => {
          console.log("reading", input.title, input.details.length);
          return "noted";
        }, { name: "note", description: "Notes", schema: z.object({ title: z.string(), details: z.string() }) });
      `,
    },
    {
      name: "is silent about a script that prints its answer",
      filename: at("scripts/ask.ts"),
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          console.log(await req.json());
        }
      `,
    },
    {
      name: "is silent in a module that is there for debugging",
      filename: at("src/chat_debugging.ts"),
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          console.log(state);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent in a test",
      filename: at("test/ask.test.ts"),
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          console.log(await req.json());
        }
      `,
    },
    {
      name: "is silent about the answer at the top level of a program",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        const result = await agent.invoke({ messages: [] });
        console.log(result);
      `,
    },
    {
      name: "is silent about an answer of another service",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const response = await fetch("https://status.acme.example");
          console.log(await response.json());
          return new Response("ok");
        }
      `,
    },
    {
      name: "is silent about a header and a parameter of the path",
      code: `
        import { createAgent } from "langchain";
        export { createAgent };
        app.post("/chat/:id", async (req, res) => {
          console.log(req.method, req.headers["x-request-id"], req.params.id, req.body.threadId);
        });
      `,
    },
    {
      name: "is silent about a status, an id or a length behind a default",
      code: `
        import { createAgent } from "langchain";
        export { createAgent };
        app.post("/chat", async (req, res) => {
          const thread = (req.body?.threadId || req.body?.id || "").toString();
          const length = (req.body?.message ?? "").length;
          console.log(thread, length, req.body.statusMessage, req.body.contextId, req.body.isPrompt);
        });
      `,
    },
    {
      name: "is silent about a logger that is no logger",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import { queue } from "./queue";
        import { report } from "@acme/reports";
        async function plan(state, config) {
          report.info(state);
          queue.log(state.messages);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent about a console of its own",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import { console } from "./terminal";
        async function plan(state, config) {
          console.log(state);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
    {
      name: "is silent about usage and the reason for the end",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const result = await agent.invoke({ messages: await req.json() });
          console.log(result.usage, result.messages.length, result.messages.at(-1)?.usage_metadata);
          return Response.json(result);
        }
      `,
    },
    {
      name: "is silent about messages that are counted on the way",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          console.log(state.messages.map((message) => message.id), state.messages.filter((message) => message.tool_calls).length);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
    },
  ],

  invalid: [
    {
      name: "reports the whole state in a node",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          console.log("planning", state);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "the whole state", value: "state" }, line: 4, column: 35, endLine: 4, endColumn: 40 },
      ],
    },
    {
      name: "reports messages as JSON",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          console.log("planning", JSON.stringify(state.messages, null, 2));
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "whole messages", value: "state.messages" }, line: 4, column: 50, endLine: 4, endColumn: 64 },
      ],
    },
    {
      name: "reports messages that a node takes apart",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan({ messages }) {
          console.info(messages);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
      errors: [
        { messageId: "content", data: { log: "console.info", what: "whole messages", value: "messages" }, line: 4, column: 24, endLine: 4, endColumn: 32 },
      ],
    },
    {
      name: "reports the whole config and its values",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          console.log(JSON.stringify(config));
          console.log(config.configurable);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "the whole config of the run", value: "config" }, line: 4, column: 38, endLine: 4, endColumn: 44 },
        { messageId: "content", data: { log: "console.log", what: "the whole configurable of the run", value: "config.configurable" }, line: 5, column: 23, endLine: 5, endColumn: 42 },
      ],
    },
    {
      name: "reports an object that holds messages, with pino",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import pino from "pino";
        const logger = pino({ redact: ["password"] });
        async function plan(state, config) {
          logger.info({ messages: state.messages }, "planning");
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
      errors: [
        { messageId: "content", data: { log: "logger.info", what: "whole messages", value: "state.messages" }, line: 6, column: 35, endLine: 6, endColumn: 49 },
      ],
    },
    {
      name: "reports a state that is spread, with winston",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import winston from "winston";
        const logger = winston.createLogger({ format: winston.format.json() });
        async function plan(state, config) {
          logger.info("planning", { step: 1, ...state });
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
      errors: [
        { messageId: "content", data: { log: "logger.info", what: "the whole state", value: "state" }, line: 6, column: 49, endLine: 6, endColumn: 54 },
      ],
    },
    {
      name: "reports what the last message says",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          console.log(\`user said: \${state.messages.at(-1).content}\`);
          const last = state.messages[state.messages.length - 1];
          console.log(last.content);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "what somebody wrote", value: "state.messages.at(-1).content" }, line: 4, column: 37, endLine: 4, endColumn: 66 },
        { messageId: "content", data: { log: "console.log", what: "what somebody wrote", value: "last.content" }, line: 6, column: 23, endLine: 6, endColumn: 35 },
      ],
    },
    {
      name: "reports what all messages say",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        async function plan(state, config) {
          console.log(state.messages.map((message) => message.content));
          for (const message of state.messages) console.log(message.content);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "what messages say", value: "state.messages.map((message) => message.content)" }, line: 4, column: 23, endLine: 4, endColumn: 71 },
        { messageId: "content", data: { log: "console.log", what: "what somebody wrote", value: "message.content" }, line: 5, column: 61, endLine: 5, endColumn: 76 },
      ],
    },
    {
      name: "reports the input of a tool with text in it",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const note = tool(async (input) => {
          console.log("called with", input);
          return "noted";
        }, { name: "note", description: "Notes", schema: z.object({ title: z.string(), details: z.string() }) });
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "everything that the model passed", value: "input" }, line: 5, column: 38, endLine: 5, endColumn: 43 },
      ],
    },
    {
      name: "reports the input of a tool as JSON in a text",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const note = tool(async (input) => {
          console.log(\`called with \${JSON.stringify(input)}\`);
          return "noted";
        }, { name: "note", description: "Notes", schema: z.object({ title: z.string(), details: z.string() }) });
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "everything that the model passed", value: "input" }, line: 5, column: 53, endLine: 5, endColumn: 58 },
      ],
    },
    {
      name: "reports a body of a request",
      code: `
        import { createAgent } from "langchain";
        export { createAgent };
        app.post("/chat", async (req, res) => {
          console.log(req.body);
          const { messages } = req.body;
          console.log("got", messages);
        });
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "everything that the client sent", value: "req.body" }, line: 5, column: 23, endLine: 5, endColumn: 31 },
        { messageId: "content", data: { log: "console.log", what: "whole messages", value: "messages" }, line: 7, column: 30, endLine: 7, endColumn: 38 },
      ],
    },
    {
      name: "reports one of two fields of a request behind a default, in a text",
      code: `
        import { createAgent } from "langchain";
        export { createAgent };
        app.post("/chat", async (req, res) => {
          const input = (req.body?.messageText || req.body?.note || "").toString();
          console.log(\`asked: \${input}\`);
          const text = req.body.id ? req.body.id : req.body.message;
          console.log(text);
        });
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "what somebody wrote", value: "input" }, line: 6, column: 33, endLine: 6, endColumn: 38 },
        { messageId: "content", data: { log: "console.log", what: "what somebody wrote", value: "text" }, line: 8, column: 23, endLine: 8, endColumn: 27 },
      ],
    },
    {
      name: "reports what a controller of Express is sent, by its types",
      code: `
        import type { Request, Response } from "express";
        import { createAgent } from "langchain";
        export { createAgent };
        export async function chat(req: Request, res: Response) {
          console.log(req.body.user_message);
        }
      `,
      errors: [{ messageId: "content", data: { log: "console.log", what: "what somebody wrote", value: "req.body.user_message" }, line: 6, column: 23, endLine: 6, endColumn: 44 }],
    },
    {
      name: "reports the last answer of a run of the OpenAI Agents SDK",
      code: `
        import { Runner } from "@openai/agents";
        import { desk } from "./desk";
        app.post("/chat", async (req, res) => {
          const runner = new Runner();
          const result = await runner.run(desk, req.body.message);
          const answer = typeof result.finalOutput === "string" ? result.finalOutput : String(result.finalOutput);
          console.log(\`answered: \${answer}\`);
          res.json({ answer });
        });
      `,
      errors: [{ messageId: "content", data: { log: "console.log", what: "what the model wrote", value: "answer" }, line: 8, column: 36, endLine: 8, endColumn: 42 }],
    },
    {
      name: "reports JSON of a request",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const body = await req.json();
          console.log(body, body.threadId);
          console.log(body.message);
          return new Response("ok");
        }
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "everything that the client sent", value: "body" }, line: 6, column: 23, endLine: 6, endColumn: 27 },
        { messageId: "content", data: { log: "console.log", what: "what somebody wrote", value: "body.message" }, line: 7, column: 23, endLine: 7, endColumn: 35 },
      ],
    },
    {
      name: "reports the answer of a run",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function POST(req) {
          const result = await agent.invoke({ messages: [] });
          console.log("answered", JSON.stringify(result.messages));
          console.log(result);
          return Response.json({});
        }
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "whole messages", value: "result.messages" }, line: 6, column: 50, endLine: 6, endColumn: 65 },
        { messageId: "content", data: { log: "console.log", what: "all that the run answered", value: "result" }, line: 7, column: 23, endLine: 7, endColumn: 29 },
      ],
    },
    {
      name: "reports the answer of a model",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        async function plan(state, config) {
          const answer = await model.invoke(state.messages);
          console.log(answer);
          console.log(answer.content);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "a whole message of the model", value: "answer" }, line: 7, column: 23, endLine: 7, endColumn: 29 },
        { messageId: "content", data: { log: "console.log", what: "what the model wrote", value: "answer.content" }, line: 8, column: 23, endLine: 8, endColumn: 37 },
      ],
    },
    {
      name: "reports messages that a hook of a middleware is given",
      code: `
        import { createMiddleware } from "langchain";
        export const logging = createMiddleware({
          name: "logging",
          beforeModel: (state) => {
            console.log(state.messages);
          },
          wrapToolCall: async (request, handler) => {
            console.log("tool", request);
            return handler(request);
          },
        });
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "whole messages", value: "state.messages" }, line: 6, column: 25, endLine: 6, endColumn: 39 },
        { messageId: "content", data: { log: "console.log", what: "everything that the callback was given", value: "request" }, line: 9, column: 33, endLine: 9, endColumn: 40 },
      ],
    },
    {
      name: "reports what a callback is given",
      code: `
        import { BaseCallbackHandler } from "@langchain/core/callbacks/base";
        export class Logging extends BaseCallbackHandler {
          name = "logging";
          handleChatModelStart(llm, messages, runId) {
            console.log(runId, messages);
          }
          handleLLMEnd = async (output) => {
            console.log(JSON.stringify(output));
          };
        }
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "everything that the callback was given", value: "messages" }, line: 6, column: 32, endLine: 6, endColumn: 40 },
        { messageId: "content", data: { log: "console.log", what: "everything that the callback was given", value: "output" }, line: 9, column: 40, endLine: 9, endColumn: 46 },
      ],
    },
    {
      name: "reports a logger of the project that writes to the console",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        const logger = makeLogger("plan");
        function makeLogger(name) {
          return { info: (...parts) => console.log(name, ...parts) };
        }
        async function plan(state, config) {
          logger.info("planning", state);
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
      errors: [
        { messageId: "content", data: { log: "logger.info", what: "the whole state", value: "state" }, line: 8, column: 35, endLine: 8, endColumn: 40 },
      ],
    },
    {
      name: "reports what Sentry is given",
      code: `
        import { Annotation, START, StateGraph } from "@langchain/langgraph";
        import * as Sentry from "@sentry/node";
        async function plan(state, config) {
          Sentry.captureMessage("planning failed", { extra: { messages: state.messages } });
          return {};
        }
        export const graph = new StateGraph(State).addNode("plan", plan).addEdge(START, "plan").compile();
      `,
      errors: [
        { messageId: "content", data: { log: "Sentry.captureMessage", what: "whole messages", value: "state.messages" }, line: 5, column: 73, endLine: 5, endColumn: 87 },
      ],
    },
    {
      name: "reports a message that a server action is given",
      code: `
        "use server";
        import { generateText } from "ai";
        export async function ask(message, id) {
          console.log(id, message);
          return generateText({ model, prompt: message });
        }
      `,
      errors: [
        { messageId: "content", data: { log: "console.log", what: "what somebody wrote", value: "message" }, line: 5, column: 27, endLine: 5, endColumn: 34 },
      ],
    },
  ],
});

ruleTester.run("no-pii-in-logs: services and nodes in classes", rule, {
  valid: [
    {
      name: "is silent about the console of an exported function, which a person may read",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function ask(question: string) {
          const response = await model.invoke(question);
          console.log(response.content);
        }
      `,
    },
    {
      name: "is silent about a logger in a function that stays in the file",
      code: `
        import { Logger } from "@nestjs/common";
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const logger = new Logger("warm-up");
        async function warmUp() {
          const response = await model.invoke("Say hello.");
          logger.log(response);
        }
        warmUp();
      `,
    },
    {
      name: "is silent about counts and names in a service",
      code: `
        import { Injectable, Logger } from "@nestjs/common";
        import { ChatOpenAI } from "@langchain/openai";
        @Injectable()
        export class ChatService {
          private readonly logger = new Logger(ChatService.name);
          private readonly model = new ChatOpenAI({ model: "gpt-5" }).bindTools([]);
          async ask(question: string) {
            const response = await this.model.invoke(question);
            this.logger.log("answered", { calls: response.tool_calls.length, names: response.tool_calls.map((call) => call.name) });
          }
        }
      `,
    },
    {
      name: "is silent about a method that takes a state and that the class calls itself",
      code: `
        import { Annotation } from "@langchain/langgraph";
        const State = Annotation.Root({ topic: Annotation<string> });
        export class Desk {
          print(state: typeof State.State) {
            console.log(state);
            return {};
          }
          run(state: typeof State.State) {
            return [this.print(state)];
          }
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports what a model passes to a tool and what it says, in the logger of a service",
      code: `
        import { Injectable, Logger } from "@nestjs/common";
        import { ChatOpenAI } from "@langchain/openai";
        @Injectable()
        export class ChatService {
          private readonly logger = new Logger(ChatService.name);
          private readonly model = new ChatOpenAI({ model: "gpt-5" }).bindTools([]);
          async ask(messages: unknown[]) {
            let response = await this.model.invoke(messages);
            for (let round = 0; round < 5 && response.tool_calls.length > 0; round += 1) {
              response.tool_calls.forEach((call) => this.logger.log("calling", { name: call.name, args: call.args }));
              response = await this.model.invoke(messages);
            }
            const answer = typeof response.content === "string" ? response.content : JSON.stringify(response.content);
            this.logger.log("answered", answer);
          }
        }
      `,
      errors: [
        { messageId: "content", data: { log: "this.logger.log", what: "all that the model passed to a tool", value: "call.args" }, line: 11, column: 105, endLine: 11, endColumn: 114 },
        { messageId: "content", data: { log: "this.logger.log", what: "what the model wrote", value: "answer" }, line: 15, column: 41, endLine: 15, endColumn: 47 },
      ],
    },
    {
      name: "reports the last message of a request",
      code: `
        import { agent } from "./agent.js";
        export async function POST(request: Request) {
          const { messages, thread } = await request.json();
          const last = messages[messages.length - 1];
          console.log("received", JSON.stringify(last));
          return Response.json(await agent.invoke({ messages }, { configurable: { thread_id: thread } }));
        }
      `,
      errors: [{ messageId: "content", data: { log: "console.log", what: "a whole message", value: "last" }, line: 6, column: 50, endLine: 6, endColumn: 54 }],
    },
    {
      name: "reports the state in a node that a class keeps under a name",
      code: `
        import { Annotation, Command } from "@langchain/langgraph";
        const State = Annotation.Root({ topic: Annotation<string> });
        export default class Planner {
          public execute = async (state: typeof State.State) => {
            console.log("planning", state);
            return new Command({ goto: "write", update: { topic: state.topic } });
          };
        }
      `,
      errors: [{ messageId: "content", data: { log: "console.log", what: "the whole state", value: "state" }, line: 6, column: 37, endLine: 6, endColumn: 42 }],
    },
  ],
});
