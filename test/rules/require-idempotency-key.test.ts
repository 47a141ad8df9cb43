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
      name: "is silent about an address of which only the server is in sight, or of which the path only changes something",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const create = tool(async ({ title, path }) => {
          await fetch(\`\${process.env.DESK}/\${path}\`, { method: "POST", body: title });
          await fetch(\`\${process.env.DESK}/tickets/7/transitions\`, { method: "POST", body: title });
          return (await fetch(\`\${process.env.DESK}/tickets/search\`, { method: "POST", body: title })).text();
        }, { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string(), path: z.string() }) });
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
      name: "is silent about a key that is put into the body later",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const send = (method, body) => fetch("https://desk.example.com/tickets", { method, body: body ? JSON.stringify(body) : undefined });
        export const create = tool(async ({ title }, config) => {
          const ticket = { title };
          ticket.requestId = config.toolCallId;
          return send("POST", ticket);
        }, { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
    },
    {
      name: "is silent about a POST that changes what is there, whichever of two addresses it is sent to",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const send = (path, method, body) => fetch(\`https://chat.example.com\${path}\`, { method, body: JSON.stringify(body) });
        export const react = tool(async ({ team, id, icon }) => {
          let path;
          if (team) path = \`/teams/\${team}/messages/\${id}/setReaction\`;
          else path = \`/chats/messages/\${id}/setReaction\`;
          await send(path, "POST", { icon });
          await fetch(\`https://chat.example.com/messages/\${id}/archive\`, { method: "POST" });
          return "done";
        }, { name: "react", description: "Reacts", schema: z.object({ team: z.string(), id: z.string(), icon: z.string() }) });
      `,
    },
    {
      name: "is silent about a key among the headers that a class gets from the one that extends it",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { z } from "zod";
        class DeskTool extends StructuredTool {
          constructor(fields) {
            super(fields);
            this.headers = fields.headers;
          }
          async send(method, body) {
            return fetch("https://desk.example.com/tickets", { method, headers: { Accept: "application/json", ...this.headers }, body: JSON.stringify(body) });
          }
        }
        export class Create extends DeskTool {
          name = "create_ticket";
          description = "Creates";
          schema = z.object({ title: z.string() });
          constructor(run) {
            super({ headers: { "Idempotency-Key": run } });
          }
          async _call({ title }) {
            return this.send("POST", { title });
          }
        }
      `,
    },
    {
      name: "is silent about headers of an instance that whoever makes it chooses, that a method sets, or that depend on something",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { z } from "zod";
        class DeskTool extends StructuredTool {
          description = "Creates";
          schema = z.object({ title: z.string() });
          async _call({ title }) {
            return fetch("https://desk.example.com/tickets", { method: "POST", headers: { ...this.headers }, body: JSON.stringify({ title }) });
          }
        }
        export class Given extends DeskTool {
          name = "given";
          constructor(fields) {
            super(fields);
            this.headers = fields.headers;
          }
        }
        export class Set extends DeskTool {
          name = "set";
          headers = {};
          begin(run) {
            this.headers = { "Idempotency-Key": run };
          }
        }
        export class Chosen extends DeskTool {
          name = "chosen";
          constructor(fields) {
            super(fields);
            if (fields.run) this.headers = { "Idempotency-Key": fields.run };
          }
        }
        export class Guessed extends DeskTool {
          name = "guessed";
          constructor(fields) {
            super(fields);
            this.headers = fields.headers ?? {};
          }
        }
      `,
    },
    {
      name: "is silent about headers and bodies that are made of themselves",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const first = { ...second };
        const second = { ...first };
        const body = flag ? other : {};
        const other = flag ? body : {};
        export const create = tool(async ({ title }) => fetch("https://desk.example.com/tickets", { method: "POST", headers: { ...first }, body }), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
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
      name: "reports the call of a helper that is given the method",
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
          line: 7,
          column: 57,
          endLine: 7,
          endColumn: 80,
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
      name: "reports a POST to a path of a server that the environment names, in a helper that follows redirects",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function guarded(url, init) {
          let target = url;
          let options = { ...init, redirect: "manual" };
          for (let hop = 0; hop < 5; hop += 1) {
            const answer = await fetch(target, { ...options, cache: "no-store" });
            if (answer.status < 300) return answer;
            target = new URL(answer.headers.get("location"), target).toString();
            if (answer.status === 303) options = { ...options, method: "GET", body: undefined };
          }
        }
        export const create = tool(async ({ title }) => (await guarded(\`\${process.env.DESK}/tickets\`, { method: "POST", headers: {}, body: title })).text(), { name: "create_ticket", description: "Creates", schema: z.object({ title: z.string() }) });
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 14,
          column: 64,
          endLine: 14,
          endColumn: 148,
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
      name: "reports each call of a base class's helper that creates, and none of those that do not",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { z } from "zod";
        class AnyTool extends StructuredTool {
          constructor(fields) {
            super(fields);
            this.headers = fields.headers;
          }
        }
        class DeskTool extends AnyTool {
          constructor(args) {
            super(args);
            this.token = args.token;
          }
          async send({ path, method = "GET", body }) {
            const headers = { Authorization: this.token, ...this.headers };
            return fetch(\`https://desk.example.com/\${path}\`, { method, headers, body: body ? JSON.stringify(body) : undefined });
          }
        }
        export class Create extends DeskTool {
          name = "create_ticket";
          schema = z.object({ title: z.string(), note: z.string() });
          constructor(args) {
            const input = { description: "Creates", headers: {} };
            super({ ...input, token: args.token });
          }
          async _call({ title, note }) {
            const ticket = { title };
            if (note) ticket.note = note;
            return this.send({ path: "tickets", method: "POST", body: ticket });
          }
        }
        export class Quick extends DeskTool {
          name = "quick_ticket";
          schema = z.object({ title: z.string() });
          constructor(args) {
            super({ description: "Creates", headers: { Accept: "text/plain" }, token: args.token });
          }
          async _call({ title }) {
            return this.send({ path: \`tickets/quick?title=\${title}\`, method: "POST" });
          }
        }
        export class Find extends DeskTool {
          name = "find_ticket";
          schema = z.object({ id: z.string() });
          constructor(args) {
            super({ description: "Finds", headers: {}, token: args.token });
          }
          async _call({ id }) {
            return this.send({ path: \`tickets/\${id}\` });
          }
        }
      `,
      errors: [
        {
          messageId: "noKey",
          data: { tool: "Tool \"create_ticket\"", call: "fetch" },
          line: 30,
          column: 20,
          endLine: 30,
          endColumn: 80,
        },
        {
          messageId: "noKey",
          data: { tool: "Tool \"quick_ticket\"", call: "fetch" },
          line: 40,
          column: 20,
          endLine: 40,
          endColumn: 87,
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
          line: 5,
          column: 169,
          endLine: 5,
          endColumn: 237,
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
