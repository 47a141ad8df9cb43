import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-unsafe-retry.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-unsafe-retry", rule, {
  valid: [
    {
      name: "is silent about a circuit breaker, which repeats nothing",
      code: `
        import { tool } from "@langchain/core/tools";
        import { circuitBreaker, handleAll } from "cockatiel";
        const breaker = circuitBreaker(handleAll, {});
        export const create = tool(async ({ title }) => breaker.execute(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket" });
      `,
    },
    {
      name: "is silent about a create on a server that cannot be seen, which may know repetitions by themselves",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        export const create = tool(async ({ title }) => pRetry(() => fetch(\`\${process.env.DESK}/tickets\`, { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket" });
      `,
    },
    {
      name: "is silent about a middleware that never retries",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        const create = tool(async ({ title }) => String(await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [create], middleware: [toolRetryMiddleware({ maxRetries: 0 })] });
      `,
    },
    {
      name: "is silent about a retried read",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export const read = tool(async ({ id }) => pRetry(() => fetch("https://desk.example.com/tickets")), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a retried search that is sent as a POST",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export const find = tool(async ({ title }) => pRetry(() => fetch("https://desk.example.com/search", { method: "POST", body: title })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a create that carries a key in a header",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": keyOf(config) }, body: title })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a create that carries a key in its body",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title, idempotency_key: keyOf(config) }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a create that is not retried",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export { pRetry };
        export const create = tool(async ({ title }) => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about headers that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { headers } from "./headers";
        export const create = tool(async ({ title }) => pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", headers, body: title })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a function of another library",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "@acme/repeat";
        import { z } from "zod";
        export const create = tool(async ({ title }) => pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a shadowed retry",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export { pRetry };
        export const make = (pRetry) => tool(async ({ title }) => pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a middleware that retries only the reading tool",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const create = tool(async ({ title }) => String(await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
        const read = tool(async ({ id }) => String(await fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [create, read], middleware: [toolRetryMiddleware({ tools: ["read_ticket"] })] });
      `,
    },
    {
      name: "is silent about a middleware whose tools cannot be seen",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const create = tool(async ({ title }) => String(await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
        const read = tool(async ({ id }) => String(await fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        import { names } from "./names";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [create, read], middleware: [toolRetryMiddleware({ tools: names })] });
      `,
    },
    {
      name: "is silent about a middleware whose options cannot be seen",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const create = tool(async ({ title }) => String(await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
        const read = tool(async ({ id }) => String(await fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        import { options } from "./options";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [create, read], middleware: [toolRetryMiddleware(options)] });
      `,
    },
    {
      name: "is silent about a middleware on an agent that only reads",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const create = tool(async ({ title }) => String(await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
        const read = tool(async ({ id }) => String(await fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [read], middleware: [toolRetryMiddleware()] });
        export { create };
      `,
    },
    {
      name: "is silent about a create to an address that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export const create = tool(async ({ title }) => pRetry(() => fetch(process.env.DESK, { method: "POST", body: title })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent in a test",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export const create = tool(async ({ title }) => pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      filename: at("src/create.test.ts"),
    },
    {
      name: "is silent about a loop with a key from before it",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const createTicket = tool(async ({ title }) => {
          const key = crypto.randomUUID();
          for (let attempt = 0; attempt < 3; attempt += 1) {
            try {
              return await (await fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": key }, body: JSON.stringify({ title }) })).text();
            } catch {
              await sleep(500);
            }
          }
          return "ERROR: the ticket was not created";
        }, { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a loop that tries again where the request was refused",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        export const createTicket = tool(async ({ title }) => {
          for (let attempt = 0; attempt < 3; attempt += 1) {
            try {
              return (await axios.post("https://desk.example.com/tickets", { title })).data.id;
            } catch (error) {
              if (error.response?.status !== 429 && error.code !== "ECONNREFUSED") throw error;
              await sleep(500);
            }
          }
          return "ERROR: the ticket was not created";
        }, { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a loop that reads once more",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const readTicket = tool(async ({ id }) => {
          for (let attempt = 0; attempt < 3; attempt += 1) {
            try {
              return await (await fetch(\`https://desk.example.com/tickets/\${id}\`)).text();
            } catch {
              await sleep(500);
            }
          }
          return "ERROR: the desk does not answer";
        }, { name: "read_ticket", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a loop that creates one thing in each round",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const createTickets = tool(async ({ titles }) => {
          const failed = [];
          for (let index = 0; index < titles.length; index += 1) {
            try {
              await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title: titles[index] }) });
            } catch {
              failed.push(titles[index]);
            }
          }
          return \`Failed: \${failed.join(", ")}\`;
        }, { name: "create_tickets", schema: z.object({ titles: z.array(z.string()) }) });
      `,
    },
    {
      name: "is silent about a loop that a failure ends",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const createTicket = tool(async ({ title }) => {
          while (true) {
            try {
              return await (await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })).text();
            } catch (error) {
              return \`ERROR: \${error.message}\`;
            }
          }
        }, { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a loop over places of which one answers",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const createTicket = tool(async ({ title }) => {
          for (const mailbox of ["desk", "it"]) {
            try {
              return await (await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title, mailbox }) })).text();
            } catch {
              await sleep(500);
            }
          }
          return "ERROR: the ticket was not created";
        }, { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a policy around a node with a key of the run",
      code: `
        import { StateGraph } from "@langchain/langgraph";
        const open = async (state, config) => {
          const response = await fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": config.configurable.run_id }, body: JSON.stringify({ title: state.title }) });
          return { ticket: await response.json() };
        };
        export const graph = new StateGraph(State).addNode("open", open, { retryPolicy: { maxAttempts: 3 } }).addEdge("__start__", "open").compile();
      `,
    },
    {
      name: "is silent about a policy that chooses what it tries again",
      code: `
        import { StateGraph } from "@langchain/langgraph";
        const open = async (state) => {
          const response = await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title: state.title }) });
          return { ticket: await response.json() };
        };
        export const graph = new StateGraph(State).addNode("open", open, { retryPolicy: { retryOn: (error) => error.status === 429 } }).addEdge("__start__", "open").compile();
      `,
    },
    {
      name: "is silent about a policy of one attempt",
      code: `
        import { StateGraph } from "@langchain/langgraph";
        const open = async (state) => {
          const response = await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title: state.title }) });
          return { ticket: await response.json() };
        };
        export const graph = new StateGraph(State).addNode("open", open, { retryPolicy: { maxAttempts: 1 } }).addEdge("__start__", "open").compile();
      `,
    },
    {
      name: "is silent about a policy around a node that asks",
      code: `
        import { StateGraph } from "@langchain/langgraph";
        const find = async (state) => ({ ticket: await (await fetch(\`https://desk.example.com/tickets/\${state.id}\`)).json() });
        export const graph = new StateGraph(State).addNode("find", find, { retryPolicy: { maxAttempts: 3 } }).addEdge("__start__", "find").compile();
      `,
    },
    {
      name: "is silent about axios-retry that only asks again",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        import axiosRetry from "axios-retry";
        const desk = axios.create({ baseURL: "https://desk.example.com" });
        axiosRetry(desk, { retries: 3 });
        export const createTicket = tool(async ({ title }) => (await desk.post("/tickets", { title })).data.id, { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about axios-retry with a condition of its own",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        import axiosRetry from "axios-retry";
        const desk = axios.create({ baseURL: "https://desk.example.com" });
        axiosRetry(desk, { retryCondition: (error) => error.response?.status === 429 });
        export const createTicket = tool(async ({ title }) => (await desk.post("/tickets", { title })).data.id, { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about axios-retry on another instance",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        import axiosRetry from "axios-retry";
        const search = axios.create({ baseURL: "https://search.example.com" });
        const desk = axios.create({ baseURL: "https://desk.example.com" });
        axiosRetry(search, { retryCondition: () => true });
        export const createTicket = tool(async ({ title }) => (await desk.post("/tickets", { title })).data.id, { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a client that only asks again",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import ky from "ky";
        export const createTicket = tool(async ({ title }) => ky.post("https://desk.example.com/tickets", { json: { title }, retry: { limit: 3, methods: ["get", "put"] } }).text(), { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a client with a key for what it sends again",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import ky from "ky";
        export const createTicket = tool(async ({ title }, config) => ky.post("https://desk.example.com/tickets", { json: { title }, headers: { "Idempotency-Key": config.toolCall.id }, retry: { limit: 3, methods: ["post"] } }).text(), { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a client that is told to send nothing again",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import ky from "ky";
        export const createTicket = tool(async ({ title }) => ky.post("https://desk.example.com/tickets", { json: { title }, retry: { limit: 0, methods: ["post"] } }).text(), { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a create in a wrapped policy of cockatiel that retries",
      code: `
        import { tool } from "@langchain/core/tools";
        import { circuitBreaker, handleAll, retry, wrap } from "cockatiel";
        const stubborn = wrap(retry(handleAll, { maxAttempts: 3 }), circuitBreaker(handleAll, {}));
        export const create = tool(async ({ title }) => stubborn.execute(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket" });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "stubborn.execute", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 57,
          endLine: 5,
          endColumn: 73,
        },
      ],
    },
    {
      name: "reports a middleware that is given the creating tool itself",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        const create = tool(async ({ title }) => String(await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [create], middleware: [toolRetryMiddleware({ tools: [create] })] });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "toolRetryMiddleware", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 4,
          column: 97,
          endLine: 4,
          endColumn: 116,
        },
      ],
    },
    {
      name: "reports a create in p-retry",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export const create = tool(async ({ title }) => pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "pRetry", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 57,
          endLine: 5,
          endColumn: 63,
        },
      ],
    },
    {
      name: "reports a create in an async callback",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export const create = tool(async ({ title }) => pRetry(async () => {
          const response = await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) });
          return response.text();
        }, { retries: 3 }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "pRetry", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 57,
          endLine: 5,
          endColumn: 63,
        },
      ],
    },
    {
      name: "reports a create in a helper that is retried",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        async function send(title) {
          return fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) });
        }
        export const create = tool(async ({ title }) => pRetry(() => send(title)), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "pRetry", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 8,
          column: 57,
          endLine: 8,
          endColumn: 63,
        },
      ],
    },
    {
      name: "reports a callback held in a constant",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export const create = tool(async ({ title }) => {
          const send = () => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) });
          return pRetry(send);
        }, { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "pRetry", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 7,
          column: 18,
          endLine: 7,
          endColumn: 24,
        },
      ],
    },
    {
      name: "reports async-retry under another name",
      code: `
        import { tool } from "@langchain/core/tools";
        import again from "async-retry";
        import { z } from "zod";
        export const create = tool(async ({ title }) => again(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "again", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 57,
          endLine: 5,
          endColumn: 62,
        },
      ],
    },
    {
      name: "reports exponential-backoff",
      code: `
        import { tool } from "@langchain/core/tools";
        import { backOff } from "exponential-backoff";
        import { z } from "zod";
        export const create = tool(async ({ title }) => backOff(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "backOff", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 57,
          endLine: 5,
          endColumn: 64,
        },
      ],
    },
    {
      name: "reports a policy of cockatiel",
      code: `
        import { tool } from "@langchain/core/tools";
        import { retry, handleAll } from "cockatiel";
        import { z } from "zod";
        const policy = retry(handleAll, { maxAttempts: 3 });
        export const create = tool(async ({ title }) => policy.execute(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "policy.execute", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 6,
          column: 57,
          endLine: 6,
          endColumn: 71,
        },
      ],
    },
    {
      name: "reports what the policy names a retry",
      code: `
        import { tool } from "@langchain/core/tools";
        import { again } from "./again";
        import { z } from "zod";
        export const create = tool(async ({ title }) => again(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      settings: { "agent-guardrails": { retryCalls: ["again"] } },
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "again", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 57,
          endLine: 5,
          endColumn: 62,
        },
      ],
    },
    {
      name: "reports a required retry",
      code: `
        const { tool } = require("@langchain/core/tools");
        const pRetry = require("p-retry");
        const { z } = require("zod");
        exports.create = tool(async ({ title }) => pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "pRetry", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 52,
          endLine: 5,
          endColumn: 58,
        },
      ],
    },
    {
      name: "reports a middleware that retries all tools",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const create = tool(async ({ title }) => String(await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
        const read = tool(async ({ id }) => String(await fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [create, read], middleware: [toolRetryMiddleware()] });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "toolRetryMiddleware", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 6,
          column: 103,
          endLine: 6,
          endColumn: 122,
        },
      ],
    },
    {
      name: "reports a middleware with other options that retries all tools",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const create = tool(async ({ title }) => String(await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
        const read = tool(async ({ id }) => String(await fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [create, read], middleware: [toolRetryMiddleware({ maxRetries: 2 })] });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "toolRetryMiddleware", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 6,
          column: 103,
          endLine: 6,
          endColumn: 122,
        },
      ],
    },
    {
      name: "reports a middleware that names the creating tool",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        import { z } from "zod";
        const create = tool(async ({ title }) => String(await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
        const read = tool(async ({ id }) => String(await fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [create, read], middleware: [toolRetryMiddleware({ tools: ["create_ticket"] })] });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "toolRetryMiddleware", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 6,
          column: 103,
          endLine: 6,
          endColumn: 122,
        },
      ],
    },
    {
      name: "reports an aliased middleware",
      code: `
        import { createAgent, tool, toolRetryMiddleware as retrying } from "langchain";
        import { z } from "zod";
        const create = tool(async ({ title }) => String(await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
        const read = tool(async ({ id }) => String(await fetch(\`https://desk.example.com/tickets/\${id}\`)), { name: "read_ticket", description: "Reads", schema: z.object({ id: z.string() }) });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [create, read], middleware: [retrying()] });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "toolRetryMiddleware", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 6,
          column: 103,
          endLine: 6,
          endColumn: 111,
        },
      ],
    },
    {
      name: "reports a payment",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import Stripe from "stripe";
        import { z } from "zod";
        const stripe = new Stripe("key");
        export const pay = tool(async ({ amount }) => pRetry(() => stripe.charges.create({ amount })), { name: "pay", description: "Pays", schema: z.object({ amount: z.number() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "pRetry", tool: "tool \"pay\"", call: "create" },
          line: 7,
          column: 55,
          endLine: 7,
          endColumn: 61,
        },
      ],
    },
  ],
});

ruleTester.run("no-unsafe-retry: what packages send, and keys that change", rule, {
  valid: [
    {
      name: "is silent about a mail that carries a key in its options",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { Resend } from "resend";
        const resend = new Resend("key");
        export const mail = tool(async ({ to, text }, config) => pRetry(() => resend.emails.send({ from: "desk@example.com", to, text }, { idempotencyKey: keyOf(config) })), { name: "mail", description: "Sends", schema: z.object({ to: z.string(), text: z.string() }) });
      `,
    },
    {
      name: "is silent about a mail that carries a key among its headers",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { createTransport } from "nodemailer";
        const transport = createTransport(process.env.SMTP);
        export const mail = tool(async ({ to, text }, config) => pRetry(() => transport.sendMail({ to, text, headers: { "X-Request-Id": keyOf(config) } })), { name: "mail", description: "Sends", schema: z.object({ to: z.string(), text: z.string() }) });
      `,
    },
    {
      name: "is silent about a post that carries the id of its message",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { WebClient } from "@slack/web-api";
        const slack = new WebClient("token");
        export const post = tool(async ({ text }, config) => pRetry(() => slack.chat.postMessage({ channel: "desk", text, client_msg_id: idOf(config) })), { name: "post", description: "Posts", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a message of AWS that carries the id by which repetitions are known",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
        const sns = new SNSClient({});
        export const publish = tool(async ({ text }, config) => pRetry(() => sns.send(new PublishCommand({ TopicArn: "orders.fifo", Message: text, MessageDeduplicationId: idOf(config) }))), { name: "publish", description: "Publishes", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a change that is the same when it is made again",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { WebClient } from "@slack/web-api";
        const slack = new WebClient("token");
        export const edit = tool(async ({ ts, text }) => pRetry(() => slack.chat.update({ channel: "desk", ts, text })), { name: "edit", description: "Edits", schema: z.object({ ts: z.string(), text: z.string() }) });
      `,
    },
    {
      name: "is silent about a mail that is written out of sight",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { Resend } from "resend";
        import { draft } from "./drafts";
        const resend = new Resend("key");
        export const mail = tool(async ({ to, text }) => {
          const message = await draft(to, text);
          return pRetry(() => resend.emails.send(message));
        }, { name: "mail", description: "Sends", schema: z.object({ to: z.string(), text: z.string() }) });
      `,
    },
    {
      name: "is silent about a class of the project with the name of a package's",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { Resend } from "./outbox";
        const resend = new Resend("key");
        export const mail = tool(async ({ to, text }) => pRetry(() => resend.emails.send({ to, text })), { name: "mail", description: "Sends", schema: z.object({ to: z.string(), text: z.string() }) });
      `,
    },
    {
      name: "is silent about a mail beside what is retried",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { Resend } from "resend";
        const resend = new Resend("key");
        export const mail = tool(async ({ to, text }) => {
          const address = await pRetry(() => resend.contacts.get({ email: to, audienceId: "all" }));
          return resend.emails.send({ from: "desk@example.com", to: address.email, text });
        }, { name: "mail", description: "Sends", schema: z.object({ to: z.string(), text: z.string() }) });
      `,
    },
    {
      name: "is silent about a key that is drawn before the retry",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { randomUUID } from "node:crypto";
        export const create = tool(async ({ title }) => {
          const key = randomUUID();
          return pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": key }, body: title }));
        }, { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a key that is made of the call's own text",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { createHash } from "node:crypto";
        export const create = tool(async ({ title }) => pRetry(() => {
          const key = createHash("sha256").update(title).digest("hex");
          return fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": key }, body: title });
        }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a key that is made of a day",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export const create = tool(async ({ day }) => pRetry(() => fetch("https://desk.example.com/shifts", { method: "POST", headers: { "Idempotency-Key": \`shift-\${new Date(day).getTime()}\` }, body: day })), { name: "create_shift", description: "Creates", schema: z.object({ day: z.string() }) });
      `,
    },
    {
      name: "is silent about a function of the project that is called like a random one",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { randomUUID } from "./stable";
        export const create = tool(async ({ title }) => pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": randomUUID(title) }, body: title })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a middleware around a tool whose key comes with the call",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        const create = tool(async ({ title }, runtime) => String(await fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": runtime.toolCallId }, body: title })), { name: "create_ticket" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [create], middleware: [toolRetryMiddleware()] });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a mail",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { Resend } from "resend";
        const resend = new Resend("key");
        export const mail = tool(async ({ to, text }) => pRetry(() => resend.emails.send({ from: "desk@example.com", to, text })), { name: "mail", description: "Sends", schema: z.object({ to: z.string(), text: z.string() }) });
      `,
      errors: [{ messageId: "unsafeRetry", data: { wrapper: "pRetry", tool: "tool \"mail\"", call: "resend.emails.send" }, line: 7, column: 58, endLine: 7, endColumn: 64 }],
    },
    {
      name: "reports a mail that the model writes whole, under a middleware for all tools",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        import { Resend } from "resend";
        const resend = new Resend("key");
        const mail = tool(async (message) => String(await resend.emails.send(message)), { name: "mail" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [mail], middleware: [toolRetryMiddleware({ maxRetries: 3 })] });
      `,
      errors: [{ messageId: "unsafeRetry", data: { wrapper: "toolRetryMiddleware", tool: "tool \"mail\"", call: "resend.emails.send" }, line: 6, column: 95, endLine: 6, endColumn: 114 }],
    },
    {
      name: "reports a mail into which the model's arguments are spread",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { createTransport } from "nodemailer";
        const transport = createTransport(process.env.SMTP);
        export const mail = tool(async (message) => pRetry(() => transport.sendMail({ from: "desk@example.com", ...message })), { name: "mail", description: "Sends", schema: z.object({ to: z.string(), text: z.string() }) });
      `,
      errors: [{ messageId: "unsafeRetry", data: { wrapper: "pRetry", tool: "tool \"mail\"", call: "transport.sendMail" }, line: 7, column: 53, endLine: 7, endColumn: 59 }],
    },
    {
      name: "reports a post in a policy of cockatiel",
      code: `
        import { tool } from "@langchain/core/tools";
        import { WebClient } from "@slack/web-api";
        import { handleAll, retry } from "cockatiel";
        const policy = retry(handleAll, { maxAttempts: 3 });
        const slack = new WebClient("token");
        export const post = tool(async ({ text }) => String(await policy.execute(() => slack.chat.postMessage({ channel: "desk", text }))), { name: "post" });
      `,
      errors: [{ messageId: "unsafeRetry", data: { wrapper: "policy.execute", tool: "tool \"post\"", call: "slack.chat.postMessage" }, line: 7, column: 67, endLine: 7, endColumn: 81 }],
    },
    {
      name: "reports a text message in a helper that is retried",
      code: `
        import { tool } from "@langchain/core/tools";
        import { backOff } from "exponential-backoff";
        import twilio from "twilio";
        const client = twilio("sid", "token");
        const text = (to, body) => client.messages.create({ to, from: "+4930", body });
        export const notify = tool(async ({ to, body }) => backOff(() => text(to, body)), { name: "notify" });
      `,
      errors: [{ messageId: "unsafeRetry", data: { wrapper: "backOff", tool: "tool \"notify\"", call: "client.messages.create" }, line: 7, column: 60, endLine: 7, endColumn: 67 }],
    },
    {
      name: "reports a mail that goes out as a command of AWS",
      code: `
        import { tool } from "@langchain/core/tools";
        import { SendEmailCommand, SESv2Client } from "@aws-sdk/client-sesv2";
        import retry from "async-retry";
        const ses = new SESv2Client({});
        export const mail = tool(async ({ to, text }) => String(await retry(() => ses.send(new SendEmailCommand({ Destination: { ToAddresses: [to] }, Content: { Simple: { Body: { Text: { Data: text } } } } })))), { name: "mail" });
      `,
      errors: [{ messageId: "unsafeRetry", data: { wrapper: "retry", tool: "tool \"mail\"", call: "ses.send" }, line: 6, column: 71, endLine: 6, endColumn: 76 }],
    },
    {
      name: "reports an issue that is opened",
      code: `
        import { tool } from "@langchain/core/tools";
        import { Octokit } from "octokit";
        import retry from "async-retry";
        const octokit = new Octokit({ auth: "token" });
        export const open = tool(async ({ title }) => retry(async () => (await octokit.rest.issues.create({ owner: "acme", repo: "desk", title })).data.html_url), { name: "open_issue" });
      `,
      errors: [{ messageId: "unsafeRetry", data: { wrapper: "retry", tool: "tool \"open_issue\"", call: "octokit.rest.issues.create" }, line: 6, column: 55, endLine: 6, endColumn: 60 }],
    },
    {
      name: "reports a key that is drawn anew at each try",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { randomUUID } from "node:crypto";
        export const create = tool(async ({ title }) => pRetry(() => fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": randomUUID() }, body: title })), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [{ messageId: "unsafeRetry", data: { wrapper: "pRetry", tool: "tool \"create_ticket\"", call: "fetch" }, line: 6, column: 57, endLine: 6, endColumn: 63 }],
    },
    {
      name: "reports a key that holds the time of the try",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        export const create = tool(async ({ title }) => pRetry(async () => {
          const key = \`\${title}-\${Date.now()}\`;
          return fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title, idempotency_key: key }) });
        }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [{ messageId: "unsafeRetry", data: { wrapper: "pRetry", tool: "tool \"create_ticket\"", call: "fetch" }, line: 5, column: 57, endLine: 5, endColumn: 63 }],
    },
    {
      name: "reports a key that a retried helper draws",
      code: `
        import { tool } from "@langchain/core/tools";
        import pRetry from "p-retry";
        import { z } from "zod";
        import { nanoid } from "nanoid";
        function send(title) {
          const headers = { "idempotency-key": nanoid() };
          return fetch("https://desk.example.com/tickets", { method: "POST", headers, body: title });
        }
        export const create = tool(async ({ title }) => pRetry(() => send(title)), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [{ messageId: "unsafeRetry", data: { wrapper: "pRetry", tool: "tool \"create_ticket\"", call: "fetch" }, line: 10, column: 57, endLine: 10, endColumn: 63 }],
    },
    {
      name: "reports a key of a payment that is drawn in the tool, under a middleware that runs the tool again",
      code: `
        import { createAgent, tool, toolRetryMiddleware } from "langchain";
        import Stripe from "stripe";
        import { v4 } from "uuid";
        const stripe = new Stripe("key");
        const pay = tool(async ({ amount }) => {
          const idempotencyKey = v4();
          return (await stripe.charges.create({ amount }, { idempotencyKey })).id;
        }, { name: "pay" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [pay], middleware: [toolRetryMiddleware()] });
      `,
      errors: [{ messageId: "unsafeRetry", data: { wrapper: "toolRetryMiddleware", tool: "tool \"pay\"", call: "create" }, line: 10, column: 94, endLine: 10, endColumn: 113 }],
    },
    {
      name: "reports a loop that creates once more whatever has failed",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const createTicket = tool(async ({ title }) => {
          for (let attempt = 0; attempt < 3; attempt += 1) {
            try {
              const response = await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) });
              return await response.text();
            } catch {
              await sleep(2 ** attempt * 500);
            }
          }
          return "ERROR: the ticket was not created";
        }, { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "for", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 14,
        },
      ],
    },
    {
      name: "reports a loop that gives up on what is wrong with the request only",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        import Stripe from "stripe";
        const stripe = new Stripe(process.env.STRIPE_KEY!);
        export const refund = tool({
          description: "Refunds",
          inputSchema: z.object({ charge: z.string() }),
          execute: async ({ charge }) => {
            let left = 3;
            while (true) {
              try {
                return await stripe.refunds.create({ charge });
              } catch (error) {
                if (error.statusCode === 400 || left-- === 0) throw error;
              }
            }
          },
        });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "while", tool: "tool \"refund\"", call: "create" },
          line: 11,
          column: 13,
          endLine: 11,
          endColumn: 18,
        },
      ],
    },
    {
      name: "reports a loop whose key is drawn in each round",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const createTicket = tool(async ({ title }) => {
          for (let attempt = 0; attempt < 3; attempt += 1) {
            try {
              const response = await fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": crypto.randomUUID() }, body: JSON.stringify({ title }) });
              if (response.ok) return await response.text();
            } catch (error) {
              if (attempt === 2) return \`ERROR: \${error.message}\`;
              continue;
            }
          }
          return "ERROR: the ticket was not created";
        }, { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "for", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 14,
        },
      ],
    },
    {
      name: "reports a loop in a helper",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function post(path: string, body: object) {
          for (let attempt = 1; ; attempt += 1) {
            try {
              return await (await fetch(\`https://desk.example.com\${path}\`, { method: "POST", body: JSON.stringify(body) })).json();
            } catch (error) {
              if (attempt === 4) throw error;
            }
          }
        }
        export const createTicket = tool(async ({ title }) => post("/tickets", { title }), { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "for", tool: "tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 14,
        },
      ],
    },
    {
      name: "reports a retry of a body that the model writes whole",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import pRetry from "p-retry";
        export const createNote = tool(async ({ text }) => pRetry(async () => (await fetch("https://notes.example.com/notes", { method: "POST", body: text })).text()), { name: "create_note", schema: z.object({ text: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "pRetry", tool: "tool \"create_note\"", call: "fetch" },
          line: 5,
          column: 60,
          endLine: 5,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports a policy that runs a whole node again",
      code: `
        import { StateGraph } from "@langchain/langgraph";
        import { Resend } from "resend";
        const resend = new Resend(process.env.RESEND_KEY);
        async function confirm(state) {
          await resend.emails.send({ from: "desk@example.com", to: state.to, subject: "Your order", text: state.text });
          return { confirmed: true };
        }
        export const graph = new StateGraph(State).addNode("confirm", confirm, { retryPolicy: { maxAttempts: 3 } }).addEdge("__start__", "confirm").compile();
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "retryPolicy", tool: "node \"confirm\"", call: "resend.emails.send" },
          line: 9,
          column: 95,
          endLine: 9,
          endColumn: 113,
        },
      ],
    },
    {
      name: "reports a policy in a constant around a request that creates",
      code: `
        import { StateGraph } from "@langchain/langgraph";
        const retryPolicy = { initialInterval: 500 };
        const open = async (state) => {
          const response = await fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title: state.title }) });
          return { ticket: await response.json() };
        };
        export const graph = new StateGraph(State).addNode("open", open, { retryPolicy }).addEdge("__start__", "open").compile();
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "retryPolicy", tool: "node \"open\"", call: "fetch" },
          line: 8,
          column: 76,
          endLine: 8,
          endColumn: 87,
        },
      ],
    },
    {
      name: "reports a client that is told to send a POST again",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import ky from "ky";
        export const createTicket = tool(async ({ title }) => ky.post("https://desk.example.com/tickets", { json: { title }, retry: { limit: 3, methods: ["get", "post"] } }).text(), { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "retry", tool: "tool \"create_ticket\"", call: "ky.post" },
          line: 5,
          column: 162,
          endLine: 5,
          endColumn: 168,
        },
      ],
    },
    {
      name: "reports an instance that is told to send a POST again",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        import got from "got";
        const desk = got.extend({ prefixUrl: "https://desk.example.com", retry: { methods: ["POST"] } });
        export const createTicket = tool({ description: "Opens a ticket", inputSchema: z.object({ title: z.string() }), execute: async ({ title }) => desk.post("tickets", { json: { title } }).text() });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "retry", tool: "tool \"createTicket\"", call: "desk.post" },
          line: 5,
          column: 93,
          endLine: 5,
          endColumn: 99,
        },
      ],
    },
    {
      name: "reports axios-retry with a condition that always holds",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        import axiosRetry from "axios-retry";
        const desk = axios.create({ baseURL: "https://desk.example.com" });
        axiosRetry(desk, { retries: 3, retryCondition: () => true });
        export const createTicket = tool(async ({ title }) => (await desk.post("/tickets", { title })).data.id, { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "retryCondition", tool: "tool \"create_ticket\"", call: "desk.post" },
          line: 7,
          column: 56,
          endLine: 7,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports axios-retry with a condition that asks for no method",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        import axiosRetry, { isRetryableError } from "axios-retry";
        const desk = axios.create({ baseURL: "https://desk.example.com" });
        axiosRetry(desk, { retryCondition: isRetryableError });
        export const createTicket = tool(async ({ title }) => (await desk.post("/tickets", { title })).data.id, { name: "create_ticket", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "unsafeRetry",
          data: { wrapper: "retryCondition", tool: "tool \"create_ticket\"", call: "desk.post" },
          line: 7,
          column: 44,
          endLine: 7,
          endColumn: 60,
        },
      ],
    },
  ],
});
