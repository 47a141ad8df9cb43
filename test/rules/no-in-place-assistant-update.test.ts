import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-in-place-assistant-update.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-in-place-assistant-update", rule, {
  valid: [
    {
      name: "is silent about a new name and a note on who owns it",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client();
        await client.assistants.update(id, { name: "Jarvis", description: "Answers", metadata: { owner: "hr" } });
      `,
    },
    {
      name: "is silent about the assistant of one user",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        export async function edit(assistantId: string, userId: string, { prompt, ...rest }: Edited) {
          const client = new Client();
          await client.assistants.update(assistantId, { config: { configurable: { prompt } }, metadata: { user_id: userId, ...rest } });
        }
      `,
    },
    {
      name: "is silent about a new assistant",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.assistants.create({ graphId: "jarvis", name: "jarvis-12" });
      `,
    },
    {
      name: "is silent about reading an assistant",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.assistants.get("id");
      `,
    },
    {
      name: "is silent about listing versions",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.assistants.getVersions("id");
      `,
    },
    {
      name: "is silent about searching assistants",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.assistants.search({ graphId: "jarvis" });
      `,
    },
    {
      name: "is silent about changing a thread",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.threads.update("id", { metadata: {} });
      `,
    },
    {
      name: "is silent about a cron job",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.crons.search({});
      `,
    },
    {
      name: "is silent about a client of another library",
      code: `
        import { Client } from "@acme/sdk";
        import { createAgent } from "langchain";
        export { createAgent };
        const client = new Client();
        await client.assistants.update("id", {});
      `,
    },
    {
      name: "is silent about OpenAI's assistants",
      code: `
        import OpenAI from "openai";
        const client = new OpenAI();
        await client.beta.assistants.update("id", {});
      `,
    },
    {
      name: "is silent about a shadowed client",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        export { client };
        export const change = (client) => client.assistants.update("id", {});
      `,
    },
    {
      name: "is silent about an object of the project",
      code: `
        import { createAgent } from "langchain";
        export { createAgent };
        const assistants = { update: () => undefined };
        assistants.update();
      `,
    },
    {
      name: "is silent about a client that cannot be seen",
      code: `
        import { client } from "./client";
        import { createAgent } from "langchain";
        export { createAgent };
        await client.assistants.update("id", {});
      `,
    },
    {
      name: "is silent in a test",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.assistants.update("id", {});
      `,
      filename: at("src/deploy.test.ts"),
    },
    {
      name: "is silent in the browser, where a person edits an assistant",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        import { useCallback } from "react";
        export function useAgent(id, token) {
          return useCallback((args) => new Client({ defaultHeaders: { Authorization: token } }).assistants.update(id, { config: { configurable: args } }), [id, token]);
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports an update in a file that takes a type from React",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        import { type ReactNode, cache } from "react";
        export const save = cache((prompt) => new Client().assistants.update("jarvis", { config: { configurable: { prompt } } }));
      `,
      errors: [{ messageId: "inPlace", data: { call: "new Client().assistants.update" }, line: 4, column: 47, endLine: 4, endColumn: 77 }],
    },
    {
      name: "reports an assistant whose user is the same for all",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client();
        await client.assistants.update(id, { config: { configurable: { prompt } }, metadata: { user_id: "system" } });
      `,
      errors: [{ messageId: "inPlace", data: { call: "client.assistants.update" }, line: 4, column: 15, endLine: 4, endColumn: 39 }],
    },
    {
      name: "reports a client that a function makes",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        function langgraph() {
          const apiUrl = process.env.LANGGRAPH_URL;
          return new Client({ apiUrl });
        }
        export const change = async (id: string, prompt: string) => langgraph().assistants.update(id, { config: { configurable: { prompt } } });
      `,
      errors: [{ messageId: "inPlace", data: { call: "langgraph().assistants.update" }, line: 7, column: 69, endLine: 7, endColumn: 98 }],
    },
    {
      name: "reports a new prompt next to a new name",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client();
        await client.assistants.update(id, { name: "Jarvis", config: { configurable: { prompt } } });
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "client.assistants.update" },
          line: 4,
          column: 15,
          endLine: 4,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports a changed assistant",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.assistants.update("id", { config: {} });
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "client.assistants.update" },
          line: 4,
          column: 15,
          endLine: 4,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports a version that is made the latest",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.assistants.setLatest("id", 3);
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "client.assistants.setLatest" },
          line: 4,
          column: 15,
          endLine: 4,
          endColumn: 42,
        },
      ],
    },
    {
      name: "reports an aliased class",
      code: `
        import { Client as LangGraph } from "@langchain/langgraph-sdk";
        const client = new LangGraph({});
        await client.assistants.update("id", {});
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "client.assistants.update" },
          line: 4,
          column: 15,
          endLine: 4,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports a class of a namespace",
      code: `
        import * as sdk from "@langchain/langgraph-sdk";
        const client = new sdk.Client({});
        await client.assistants.update("id", {});
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "client.assistants.update" },
          line: 4,
          column: 15,
          endLine: 4,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports a required class",
      code: `
        const { Client } = require("@langchain/langgraph-sdk");
        const client = new Client({});
        client.assistants.update("id", {});
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "client.assistants.update" },
          line: 4,
          column: 9,
          endLine: 4,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports the part of the client held in a constant",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        const { assistants } = client;
        await assistants.update("id", {});
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "assistants.update" },
          line: 5,
          column: 15,
          endLine: 5,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports a client of a class",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        export class Deploy {
          client = new Client({});
          run() {
            return this.client.assistants.update("id", {});
          }
        }
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "this.client.assistants.update" },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 49,
        },
      ],
    },
    {
      name: "reports an annotated parameter",
      code: `
        import type { Client } from "@langchain/langgraph-sdk";
        export const change = (client: Client) => client.assistants.update("id", {});
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "client.assistants.update" },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports a call behind a non-null assertion",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client!.assistants.update("id", {});
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "client!.assistants.update" },
          line: 4,
          column: 15,
          endLine: 4,
          endColumn: 40,
        },
      ],
    },
    {
      name: "reports a lazy client",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        let client;
        export function change() {
          client ??= new Client({});
          return client.assistants.setLatest("id", 2);
        }
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "client.assistants.setLatest" },
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a client made in place",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        await new Client({}).assistants.update("id", {});
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "new Client({}).assistants.update" },
          line: 3,
          column: 15,
          endLine: 3,
          endColumn: 47,
        },
      ],
    },
    {
      name: "reports each of two changes",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.assistants.update("id", {});
        await client.assistants.setLatest("id", 2);
      `,
      errors: [
        {
          messageId: "inPlace",
          data: { call: "client.assistants.update" },
          line: 4,
          column: 15,
          endLine: 4,
          endColumn: 39,
        },
        {
          messageId: "inPlace",
          data: { call: "client.assistants.setLatest" },
          line: 5,
          column: 15,
          endLine: 5,
          endColumn: 42,
        },
      ],
    },
  ],
});
