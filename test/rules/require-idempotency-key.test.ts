import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-idempotency-key.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-idempotency-key", rule, {
  valid: [
    {
      name: "is silent about a key in a header",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Idempotency-Key": keyOf(config) }, body: title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a key in another spelling",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets", { method: "POST", headers: { "x-idempotency-key": keyOf(config) }, body: title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a request id",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets", { method: "POST", headers: { "X-Request-Id": keyOf(config) }, body: title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a key in the body",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title, idempotencyKey: keyOf(config) }) }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a dedup token in the body",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title, client_token: keyOf(config) }) }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about headers held in a constant",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => {
          const headers = { "Idempotency-Key": keyOf(config) };
          return fetch("https://desk.example.com/tickets", { method: "POST", headers, body: title });
        }, { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about headers that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets", { method: "POST", headers: headersOf(config), body: title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about options that are spread",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets", { method: "POST", ...config.http }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about reading",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets"), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a POST that asks for a page of a list",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const parts = tool(async ({ owner }) => (await fetch("https://api.acme-parts.com/v1/parts/by-owner", { method: "POST", body: JSON.stringify({ owner, pageSize: 50 }) })).text(), { name: "parts", description: "Lists", schema: z.object({ owner: z.string() }) });
      `,
    },
    {
      name: "is silent about a search",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets/search", { method: "POST", body: title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a token request",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://login.example.com/oauth/token", { method: "POST", body: title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a graphql request",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://api.example.com/graphql", { method: "POST", body: title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a PUT, which can be repeated",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets", { method: "PUT", body: title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about an address that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch(config.configurable.desk, { method: "POST", body: title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about the page's own server",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("/api/tickets", { method: "POST", body: title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a create outside of tools",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export { tool, z };
        export const create = (title) => fetch("https://desk.example.com/tickets", { method: "POST", body: title });
      `,
    },
    {
      name: "is silent in a test",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets", { method: "POST", body: title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      filename: at("src/create.test.ts"),
    },
    {
      name: "is silent about a key among options that a helper spreads",
      code: `
        import { createTool } from "@mastra/core/tools";
        import { z } from "zod";
        const api = async (path, init) => (await fetch(\`https://desk.example.com\${path}\`, { ...init, signal: AbortSignal.timeout(5_000) })).json();
        export const createTicket = createTool({ id: "create_ticket", description: "Opens", inputSchema: z.object({ title: z.string() }), execute: async ({ title }, { runId }) => api("/tickets", { method: "POST", headers: { "Idempotency-Key": runId }, body: JSON.stringify({ title }) }) });
      `,
    },
    {
      name: "is silent about a body that a function of another file makes",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { bodyOf } from "./bodies.js";
        export const createNote = tool(async ({ text }) => (await fetch("https://notes.example.com/notes", { method: "POST", body: bodyOf(text) })).text(), { name: "create_note", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about requests that only ask where something is",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const locate = tool(async ({ address }) => (await fetch("https://maps.example.com/geocode", { method: "POST", body: JSON.stringify({ address }) })).text(), { name: "locate", schema: z.object({ address: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a POST without a key",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 4,
          column: 65,
          endLine: 4,
          endColumn: 159,
        },
      ],
    },
    {
      name: "reports a POST with other headers",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch("https://desk.example.com/tickets", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ title }) }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 4,
          column: 65,
          endLine: 4,
          endColumn: 208,
        },
      ],
    },
    {
      name: "reports options held in a constant",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => {
          const options = { method: "POST", body: JSON.stringify({ title }) };
          return fetch("https://desk.example.com/tickets", options);
        }, { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 68,
        },
      ],
    },
    {
      name: "reports a POST by axios",
      code: `
        import axios from "axios";
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => axios.post("https://desk.example.com/tickets", { title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "axios.post" },
          line: 5,
          column: 65,
          endLine: 5,
          endColumn: 122,
        },
      ],
    },
    {
      name: "reports a POST by got",
      code: `
        import got from "got";
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => got.post("https://desk.example.com/tickets", { json: { title } }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "got.post" },
          line: 5,
          column: 65,
          endLine: 5,
          endColumn: 130,
        },
      ],
    },
    {
      name: "reports a POST in a helper",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function send(title) {
          return fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) });
        }
        export const create = tool(async ({ title }) => send(title), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 112,
        },
      ],
    },
    {
      name: "reports a helper that is given the method",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function send(method, content) {
          return fetch("https://desk.example.com/tickets", { method, body: JSON.stringify(content) });
        }
        export const create = tool(async ({ title }) => send("POST", { title }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 102,
        },
      ],
    },
    {
      name: "reports a method of a class tool",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { z } from "zod";
        export class Create extends StructuredTool {
          name = "create_ticket";
          description = "Creates";
          schema = z.object({ title: z.string() });
          async _call({ title }) {
            return fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) });
          }
        }
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 9,
          column: 20,
          endLine: 9,
          endColumn: 114,
        },
      ],
    },
    {
      name: "reports a tool of the AI SDK",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        export const create_ticket = tool({ inputSchema: z.object({ title: z.string() }), execute: async ({ title }) => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 4,
          column: 121,
          endLine: 4,
          endColumn: 215,
        },
      ],
    },
    {
      name: "reports a payment of Stripe",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import Stripe from "stripe";
        const stripe = new Stripe("key");
        export const pay = tool(async ({ amount }) => stripe.paymentIntents.create({ amount }), { name: "pay", description: "Pays", schema: z.object({ amount: z.number() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"pay\"", call: "create" },
          line: 6,
          column: 55,
          endLine: 6,
          endColumn: 95,
        },
      ],
    },
    {
      name: "reports an address in a template",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title }, config) => fetch(\`https://desk.example.com/projects/\${title}/tickets\`, { method: "POST" }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 4,
          column: 65,
          endLine: 4,
          endColumn: 144,
        },
      ],
    },
    {
      name: "reports an aliased tool behind a type assertion",
      code: `
        import { tool as make } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = make(async ({ title }) => (fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) } as RequestInit)) as never, { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 4,
          column: 58,
          endLine: 4,
          endColumn: 167,
        },
      ],
    },
    {
      name: "reports the tool of a namespace",
      code: `
        import * as tools from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tools.tool(async ({ title }) => fetch("https://desk.example.com/tickets", { method: "POST", body: JSON.stringify({ title }) }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 4,
          column: 63,
          endLine: 4,
          endColumn: 157,
        },
      ],
    },
    {
      name: "reports options that a helper spreads",
      code: `
        import { createTool } from "@mastra/core/tools";
        import { z } from "zod";
        const api = async (path, init) => (await fetch(\`https://desk.example.com\${path}\`, { ...init, signal: AbortSignal.timeout(5_000) })).json();
        export const createTicket = createTool({ id: "create_ticket", description: "Opens", inputSchema: z.object({ title: z.string() }), execute: async ({ title }) => api("/tickets", { method: "POST", body: JSON.stringify({ title }) }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 4,
          column: 50,
          endLine: 4,
          endColumn: 139,
        },
      ],
    },
    {
      name: "reports a body that the model writes whole",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const createNote = tool(async ({ text }) => (await fetch("https://notes.example.com/notes", { method: "POST", body: text })).text(), { name: "create_note", schema: z.object({ text: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_note\"", call: "fetch" },
          line: 4,
          column: 67,
          endLine: 4,
          endColumn: 139,
        },
      ],
    },
  ],
});
