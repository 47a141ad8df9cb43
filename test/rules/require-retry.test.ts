import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-retry.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-retry", rule, {
  valid: [
    {
      name: "is silent about a read in p-retry",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import pRetry from "p-retry";
        export const find = tool(async ({ id }) => pRetry(() => fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a read in a helper that p-retry runs",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import pRetry from "p-retry";
        const load = async (id) => (await fetch("https://desk.example.com/tickets/" + id)).json();
        export const find = tool(async ({ id }) => pRetry(() => load(id)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a read in async-retry",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import retry from "async-retry";
        export const find = tool(async ({ id }) => retry(async () => fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a read in exponential-backoff",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { backOff } from "exponential-backoff";
        export const find = tool(async ({ id }) => backOff(() => fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a read that a retry policy of cockatiel runs",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { handleAll, retry } from "cockatiel";
        const policy = retry(handleAll, { maxAttempts: 3 });
        export const find = tool(async ({ id }) => policy.execute(() => fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a read that a wrapped retry policy of cockatiel runs",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { circuitBreaker, handleAll, retry, wrap } from "cockatiel";
        const breaker = circuitBreaker(handleAll, {});
        export const find = tool(async ({ id }) => wrap(retry(handleAll, { maxAttempts: 3 }), breaker).execute(() => fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a read that an AsyncCaller makes",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { AsyncCaller } from "@langchain/core/utils/async_caller";
        const caller = new AsyncCaller({ maxRetries: 3 });
        export const find = tool(async ({ id }) => caller.call(() => fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about axios with axios-retry",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        import axiosRetry from "axios-retry";
        axiosRetry(axios, { retries: 3, retryDelay: axiosRetry.exponentialDelay });
        export const find = tool(async ({ id }) => (await axios.get(\`https://desk.example.com/tickets/\${id}\`)).data, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an instance of axios with axios-retry",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        import axiosRetry from "axios-retry";
        const desk = axios.create({ baseURL: "https://desk.example.com" });
        axiosRetry(desk, { retries: 3 });
        export const find = tool(async ({ id }) => (await desk.get("/tickets/" + id)).data, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an instance of axios whose errors an interceptor sees",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        import { again } from "./again";
        const desk = axios.create({ baseURL: "https://desk.example.com" });
        desk.interceptors.response.use(undefined, again);
        export const find = tool(async ({ id }) => (await desk.get("/tickets/" + id)).data, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about got, which tries reads again by itself",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import got from "got";
        export const find = tool(async ({ id }) => got(\`https://desk.example.com/tickets/\${id}\`).json(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about ky, which tries reads again by itself",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import ky from "ky";
        export const find = tool(async ({ id }) => ky.get(\`https://desk.example.com/tickets/\${id}\`).json(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a search of ky that is told to repeat a POST",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import ky from "ky";
        export const find = tool(async ({ id }) => ky.post("https://desk.example.com/search", { json: { id }, retry: { limit: 2, methods: ["post"] } }).json(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an agent that runs its tools again",
      code: `
        import { createAgent, createMiddleware, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [find], middleware: [toolRetryMiddleware()] });
      `,
    },
    {
      name: "is silent about an agent that runs this tool again, by name",
      code: `
        import { createAgent, createMiddleware, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [find], middleware: [toolRetryMiddleware({ tools: ["find_ticket"] })] });
      `,
    },
    {
      name: "is silent about an agent that runs this tool again, by reference",
      code: `
        import { createAgent, createMiddleware, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [find], middleware: [toolRetryMiddleware({ tools: [find] })] });
      `,
    },
    {
      name: "is silent about an agent with a middleware of the project's own, which may retry",
      code: `
        import { createAgent, createMiddleware, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [find], middleware: [createMiddleware({ name: "again", wrapToolCall })] });
      `,
    },
    {
      name: "is silent about an agent whose middleware cannot be seen",
      code: `
        import { createAgent, createMiddleware, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
        import { house } from "./house";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [find], middleware: house });
      `,
    },
    {
      name: "is silent about a tool that is run again as a whole",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
        export const robust = find.withRetry({ stopAfterAttempt: 3 });
      `,
    },
    {
      name: "is silent about a node with a retry policy",
      code: `
        import { StateGraph, Annotation } from "@langchain/langgraph";
        const State = Annotation.Root({ id: Annotation });
        async function load(state) {
          const response = await fetch("https://desk.example.com/tickets/" + state.id);
          return { ticket: await response.json() };
        }
        export const graph = new StateGraph(State).addNode("load", load, { retryPolicy: { maxAttempts: 3 } }).compile();
      `,
    },
    {
      name: "is silent about a node of a graph whose nodes are retried by default",
      code: `
        import { StateGraph, Annotation } from "@langchain/langgraph";
        const State = Annotation.Root({ id: Annotation });
        async function load(state) {
          const response = await fetch("https://desk.example.com/tickets/" + state.id);
          return { ticket: await response.json() };
        }
        export const graph = new StateGraph(State).addNode("load", load).setNodeDefaults({ retryPolicy: { maxAttempts: 3 } }).compile();
      `,
    },
    {
      name: "is silent about a node whose options cannot be seen",
      code: `
        import { StateGraph, Annotation } from "@langchain/langgraph";
        import { options } from "./options";
        const State = Annotation.Root({ id: Annotation });
        async function load(state) {
          const response = await fetch("https://desk.example.com/tickets/" + state.id);
          return { ticket: await response.json() };
        }
        export const graph = new StateGraph(State).addNode("load", load, options).compile();
      `,
    },
    {
      name: "is silent about a node that another file adds to its graph",
      code: `
        import type { LangGraphRunnableConfig } from "@langchain/langgraph";
        export async function load(state, config: LangGraphRunnableConfig) {
          return { page: await fetch("https://desk.example.com/tickets") };
        }
      `,
    },
    {
      name: "is silent about a tool node with a policy that sees what tools throw",
      code: `
        import { tool } from "@langchain/core/tools";
        import { StateGraph, MessagesAnnotation } from "@langchain/langgraph";
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        const find = tool(async ({ id }) => (await fetch("https://desk.example.com/" + id)).text(), { name: "find" });
        
        export const graph = new StateGraph(MessagesAnnotation).addNode("tools", new ToolNode([find], { handleToolErrors: false }), { retryPolicy: { maxAttempts: 3 } }).compile();
      `,
    },
    {
      name: "is silent about a loop that goes on after a failure",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => {
          for (let attempt = 0; attempt < 3; attempt += 1) {
            try {
              return await (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text();
            } catch {
              console.warn("again");
            }
          }
          return "ERROR: the desk does not answer";
        }, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a loop that waits between its rounds",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        export const find = tool(async ({ id }) => {
          let response = await sleep(0);
          while (!response?.ok) {
            response = await fetch(\`https://desk.example.com/tickets/\${id}\`);
            await sleep(500);
          }
          return response.text();
        }, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a list of delays that success leaves",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { setTimeout as wait } from "node:timers/promises";
        export const find = tool(async ({ id }) => {
          for (const delay of [0, 500, 2_000]) {
            try {
              await wait(delay);
              return await (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text();
            } catch {}
          }
        }, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper that calls itself after a failure",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function load(id, attempts) {
          try {
            return await fetch(\`https://desk.example.com/tickets/\${id}\`);
          } catch (error) {
            if (attempts === 0) throw error;
            return load(id, attempts - 1);
          }
        }
        export const find = tool(async ({ id }) => load(id, 3), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper of the file that runs what it is given again",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function again(run) {
          for (let attempt = 1; ; attempt += 1) {
            try {
              return await run();
            } catch (error) {
              if (attempt === 3) throw error;
            }
          }
        }
        export const find = tool(async ({ id }) => again(() => fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper of another package that is given the call",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { resilient } from "@acme/http";
        export const find = tool(async ({ id }) => resilient(() => fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a function that the policy names",
      settings: { "agent-guardrails":{retryCalls: ["stubborn"]} },
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const stubborn = (run) => run();
        const load = (url) => fetch(url);
        export const find = tool(async ({ id }) => stubborn(() => load(\`https://desk.example.com/tickets/\${id}\`)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a client of the project that the policy names",
      settings: { "agent-guardrails":{retryCalls: ["getTicket"]} },
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const getTicket = async (id) => (await fetch("https://desk.example.com/" + id)).json();
        export const find = tool(async ({ id }) => getTicket(id), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about the guard that retries reads",
      code: `
        import { authedTool } from "agent-guardrails/tools";
        import { z } from "zod";
        import { auth } from "./auth";
        export const find = authedTool(async ({ id }, cfg) => (await fetch("https://desk.example.com/" + id, { signal: cfg.signal })).text(), { name: "find", description: "Finds", schema: z.object({ id: z.string() }), auth, effect: "read", retry: { retries: 2 } });
      `,
    },
    {
      name: "is silent about a create, which would happen twice",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => (await fetch("https://desk.example.com/tickets", { method: "POST", body: id })).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a delete",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`, { method: "DELETE" })).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a method that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { method } from "./method";
        export const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`, { method })).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a query language that can change things",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => (await fetch("https://desk.example.com/graphql", { method: "POST", body: id })).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper that reads and changes alike",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const send = async (method, id) => (await fetch("https://desk.example.com/" + id, { method })).text();
        export const close = tool(async ({ id }) => send("DELETE", id), { name: "close", description: "Closes", schema: z.object({ id: z.string() }) });
        export const find = tool(async ({ id }) => send("GET", id), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about the page's own server",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => (await fetch("/api/tickets")).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about the same machine",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => (await fetch("http://localhost:8080/tickets")).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a dispatcher of undici, which may retry",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { Agent, RetryAgent } from "undici";
        const dispatcher = new RetryAgent(new Agent());
        export const find = tool(async ({ id }) => (await fetch("https://desk.example.com/", { dispatcher })).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a fetch that is no global",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { fetch } from "@acme/http";
        export const find = tool(async ({ id }) => fetch(\`https://desk.example.com/tickets/\${id}\`), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a request outside of tools and nodes",
      code: `
        import { tool } from "@langchain/core/tools";
        export { tool };
        export const load = async () => fetch("https://desk.example.com/tickets");
      `,
    },
    {
      name: "is silent about tests",
      filename: at("test/find.test.ts"),
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about scripts",
      filename: at("scripts/find.ts"),
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a read that is tried once",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 4,
          column: 59,
          endLine: 4,
          endColumn: 64,
        },
      ],
    },
    {
      name: "reports a tool without a name as the tool",
      code: `
        import { tool } from "@langchain/core/tools";
        import { named } from "./named";
        export default tool(async () => (await fetch("https://desk.example.com/tickets")).text(), named);
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "the tool" },
          line: 4,
          column: 48,
          endLine: 4,
          endColumn: 53,
        },
      ],
    },
    {
      name: "reports a search that is sent as a POST",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => (await fetch("https://desk.example.com/search", { method: "POST", body: id })).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 4,
          column: 59,
          endLine: 4,
          endColumn: 64,
        },
      ],
    },
    {
      name: "reports a create that carries a key",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => (await fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": id }, body: id })).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 4,
          column: 59,
          endLine: 4,
          endColumn: 64,
        },
      ],
    },
    {
      name: "reports a read in a helper of the file, at the request",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function load(id) {
          const response = await fetch("https://desk.example.com/tickets/" + id);
          return response.text();
        }
        export const find = tool(async ({ id }) => load(id), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 5,
          column: 34,
          endLine: 5,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports one of two requests of a function",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => {
          const ticket = await (await fetch(\`https://desk.example.com/tickets/\${id}\`)).json();
          const owner = await (await fetch("https://desk.example.com/people/" + ticket.owner)).json();
          return owner.name;
        }, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 5,
          column: 39,
          endLine: 5,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports axios, whose retries have to be added",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        export const find = tool(async ({ id }) => (await axios.get(\`https://desk.example.com/tickets/\${id}\`)).data, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "axios.get", owner: "tool \"find_ticket\"" },
          line: 5,
          column: 59,
          endLine: 5,
          endColumn: 68,
        },
      ],
    },
    {
      name: "reports an instance of axios next to another one with retries",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        import axiosRetry from "axios-retry";
        const desk = axios.create({ baseURL: "https://desk.example.com" });
        const wiki = axios.create({ baseURL: "https://wiki.example.com" });
        axiosRetry(wiki, { retries: 3 });
        export const find = tool(async ({ id }) => (await desk.get("/tickets/" + id)).data, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "desk.get", owner: "tool \"find_ticket\"" },
          line: 9,
          column: 59,
          endLine: 9,
          endColumn: 67,
        },
      ],
    },
    {
      name: "reports axios-retry with no retries",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        import axiosRetry from "axios-retry";
        axiosRetry(axios, { retries: 0 });
        export const find = tool(async ({ id }) => (await axios.get(\`https://desk.example.com/tickets/\${id}\`)).data, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "axios.get", owner: "tool \"find_ticket\"" },
          line: 7,
          column: 59,
          endLine: 7,
          endColumn: 68,
        },
      ],
    },
    {
      name: "reports got with its retries switched off",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import got from "got";
        export const find = tool(async ({ id }) => got(\`https://desk.example.com/tickets/\${id}\`, { retry: { limit: 0 } }).json(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "got", owner: "tool \"find_ticket\"" },
          line: 5,
          column: 52,
          endLine: 5,
          endColumn: 55,
        },
      ],
    },
    {
      name: "reports an instance of ky with its retries switched off",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import ky from "ky";
        const desk = ky.create({ prefixUrl: "https://desk.example.com", retry: 0 });
        export const find = tool(async ({ id }) => desk.get("tickets/" + id).json(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "desk.get", owner: "tool \"find_ticket\"" },
          line: 6,
          column: 52,
          endLine: 6,
          endColumn: 60,
        },
      ],
    },
    {
      name: "reports a search of got, which repeats no POST",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import got from "got";
        export const find = tool(async ({ id }) => got.post("https://desk.example.com/search", { json: { id } }).json(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "got.post", owner: "tool \"find_ticket\"" },
          line: 5,
          column: 52,
          endLine: 5,
          endColumn: 60,
        },
      ],
    },
    {
      name: "reports an agent whose middleware names another tool",
      code: `
        import { createAgent, createMiddleware, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [find], middleware: [toolRetryMiddleware({ tools: ["close_ticket"] })] });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 4,
          column: 52,
          endLine: 4,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports an agent whose middleware never retries",
      code: `
        import { createAgent, createMiddleware, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [find], middleware: [toolRetryMiddleware({ maxRetries: 0 })] });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 4,
          column: 52,
          endLine: 4,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports an agent without a middleware",
      code: `
        import { createAgent, createMiddleware, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const find = tool(async ({ id }) => (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text(), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [find], middleware: [] });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 4,
          column: 52,
          endLine: 4,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports a node without a policy",
      code: `
        import { StateGraph, Annotation } from "@langchain/langgraph";
        const State = Annotation.Root({ id: Annotation });
        async function load(state) {
          const response = await fetch("https://desk.example.com/tickets/" + state.id);
          return { ticket: await response.json() };
        }
        export const graph = new StateGraph(State).addNode("load", load).compile();
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "node \"load\"" },
          line: 5,
          column: 34,
          endLine: 5,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports a node with other options",
      code: `
        import { StateGraph, Annotation } from "@langchain/langgraph";
        const State = Annotation.Root({ id: Annotation });
        async function load(state) {
          const response = await fetch("https://desk.example.com/tickets/" + state.id);
          return { ticket: await response.json() };
        }
        export const graph = new StateGraph(State).addNode("load", load, { ends: ["answer"] }).compile();
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "node \"load\"" },
          line: 5,
          column: 34,
          endLine: 5,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports a policy around a tool node that catches what tools throw",
      code: `
        import { tool } from "@langchain/core/tools";
        import { StateGraph, MessagesAnnotation } from "@langchain/langgraph";
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        const find = tool(async ({ id }) => (await fetch("https://desk.example.com/" + id)).text(), { name: "find" });
        export const graph = new StateGraph(MessagesAnnotation).addNode("tools", new ToolNode([find]), { retryPolicy: { maxAttempts: 3 } }).compile();
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find\"" },
          line: 5,
          column: 52,
          endLine: 5,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports a circuit breaker, which tries nothing again",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { circuitBreaker, handleAll } from "cockatiel";
        const breaker = circuitBreaker(handleAll, {});
        const load = async (id) => fetch("https://desk.example.com/tickets/" + id);
        export const find = tool(async ({ id }) => breaker.execute(() => load(id)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 6,
          column: 36,
          endLine: 6,
          endColumn: 41,
        },
      ],
    },
    {
      name: "reports a loop over pages, which ends with the first failure",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => {
          const pages = [];
          let next = \`https://desk.example.com/tickets/\${id}\`;
          while (next) {
            const page = await (await fetch(next)).json();
            pages.push(page);
            next = page.next;
          }
          return JSON.stringify(pages);
        }, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 8,
          column: 39,
          endLine: 8,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports a loop over a list that skips what fails",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => {
          const found = [];
          for (const part of id.split(",")) {
            try {
              found.push(await (await fetch("https://desk.example.com/tickets/" + part)).text());
            } catch {
              continue;
            }
          }
          return found.join();
        }, { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 8,
          column: 39,
          endLine: 8,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports requests that are made for each element of a list",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const find = tool(async ({ id }) => JSON.stringify(await Promise.all(id.split(",").map(async (part) => (await fetch("https://desk.example.com/" + part)).text()))), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 4,
          column: 126,
          endLine: 4,
          endColumn: 131,
        },
      ],
    },
    {
      name: "reports a shadowed retry",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import pRetry from "p-retry";
        export { pRetry };
        const again = { pRetry: (run) => run() };
        export const find = tool(async ({ id }) => again.pRetry(() => fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "find_ticket", description: "Finds a ticket", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find_ticket\"" },
          line: 7,
          column: 71,
          endLine: 7,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports the guard without its retry",
      code: `
        import { tool } from "@langchain/core/tools";
        import { untrusted } from "agent-guardrails";
        export const find = tool(async ({ id }) => untrusted(await (await fetch("https://desk.example.com/" + id)).text(), "desk"), { name: "find" });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"find\"" },
          line: 4,
          column: 75,
          endLine: 4,
          endColumn: 80,
        },
      ],
    },
    {
      name: "reports a tool of another framework",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        export const weather = tool({ description: "The weather", inputSchema: z.object({ city: z.string() }), execute: async ({ city }) => (await fetch("https://weather.example.com/" + city)).json() });
      `,
      errors: [
        {
          messageId: "noRetry",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 4,
          column: 148,
          endLine: 4,
          endColumn: 153,
        },
      ],
    },
  ],
});
