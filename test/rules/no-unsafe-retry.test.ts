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
