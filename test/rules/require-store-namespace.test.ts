import { fileURLToPath } from "node:url";
import rule from "../../rules/require-store-namespace.js";
import { ruleTester } from "../support/rule-tester.js";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

ruleTester.run("require-store-namespace: searches without a bound", rule, {
  valid: [
    {
      name: "is silent about a search below the caller's id",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const found = await config.store.search([config.configurable.user_id, "memories"], { query: input.topic });
    return JSON.stringify(found);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a search in the tests' setup at the top of a module",
      code: `
import { InMemoryStore } from "@langchain/langgraph";

export const store = new InMemoryStore();
export const before = await store.search([]);
      `,
    },
    {
      name: "is silent about a search whose prefix is a parameter",
      code: `
import { InMemoryStore } from "@langchain/langgraph";

const store = new InMemoryStore();
export async function GET() {
  return Response.json(await list(undefined));
}
export function list(prefix) {
  return store.search(prefix);
}
      `,
    },
    {
      name: "is silent about a list of namespaces that a prefix narrows down",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const all = await config.store.listNamespaces({ prefix: [config.configurable.org_id], maxDepth: 3 });
    return JSON.stringify(all);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a list of namespaces by their end",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const all = await config.store.listNamespaces({ suffix: [config.configurable.user_id] });
    return JSON.stringify(all);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about options that are spread in from out of sight",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { scopeOf } from "./scope.js";

export const remember = tool(
  async (input, config) => {
    const all = await config.store.listNamespaces({ maxDepth: 2, ...scopeOf(config) });
    return JSON.stringify(all);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about options that come as a parameter",
      code: `
import { getStore } from "@langchain/langgraph";

export async function namespaces(options: { prefix: string[] }) {
  return getStore()!.listNamespaces(options);
}
      `,
    },
    {
      name: "is silent about a search of a vector store",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { index } from "./vectors.js";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await index.search([], input.topic));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a search of an array called store",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const store = [input.topic];
    return String(store.search([]));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about the caller's own memories in the hook of a middleware",
      code: `
        import { createMiddleware } from "langchain";
        export const memory = createMiddleware({
          name: "memory",
          beforeAgent: { hook: async (state, runtime) => ({ memories: await runtime.store.search(["memories", runtime.context.userId]) }) },
        });
      `,
    },
    {
      name: "is silent about a tenant and a user that stand in objects of the context",
      options: [{ policy: "literal" }],
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const recall = tool(async ({ text }, runtime) => {
          const { tenant, user } = runtime.context;
          return JSON.stringify(await runtime.store.search([tenant.id, user.id, "memories"], { query: text }));
        }, { name: "recall", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about the user whom the server has authenticated",
      options: [{ policy: "literal" }],
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const recall = tool(async ({ text }, config) => {
          const { org_id: org, langgraph_auth_user: caller } = config.configurable;
          return JSON.stringify(await config.store.search([org, caller.identity, "memories"], { query: text }));
        }, { name: "recall", schema: z.object({ text: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a search with an empty namespace in a tool",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const found = await config.store.search([], { query: input.topic });
    return JSON.stringify(found);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unbounded",
          data: { operation: "search", given: "has an empty namespace" },
          line: 7,
          column: 45,
          endLine: 7,
          endColumn: 47,
        },
      ],
    },
    {
      name: "reports a search with an empty namespace in a node",
      code: `
import { StateGraph, MessagesAnnotation, type LangGraphRunnableConfig } from "@langchain/langgraph";

async function recall(state: typeof MessagesAnnotation.State, config: LangGraphRunnableConfig) {
  const found = await config.store?.search([]);
  return { messages: [String(found?.length)] };
}

export const graph = new StateGraph(MessagesAnnotation).addNode("recall", recall).compile();
      `,
      errors: [
        {
          messageId: "unbounded",
          data: { operation: "search", given: "has an empty namespace" },
          line: 5,
          column: 44,
          endLine: 5,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports a search with an empty namespace in a request handler",
      code: `
import express from "express";
import { InMemoryStore } from "@langchain/langgraph";

const store = new InMemoryStore();
const app = express();
app.get("/memories", async (req, res) => {
  res.json(await store.search([]));
});
      `,
      errors: [
        {
          messageId: "unbounded",
          data: { operation: "search", given: "has an empty namespace" },
          line: 8,
          column: 31,
          endLine: 8,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports an empty namespace behind a constant and a cast",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const EVERYTHING: string[] = [];
export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.search(EVERYTHING as string[]));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unbounded",
          data: { operation: "search", given: "has an empty namespace" },
          line: 8,
          column: 53,
          endLine: 8,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports a list of namespaces without any options",
      code: `
import { StateGraph, MessagesAnnotation, type LangGraphRunnableConfig } from "@langchain/langgraph";

async function recall(state: typeof MessagesAnnotation.State, config: LangGraphRunnableConfig) {
  const all = await config.store!.listNamespaces();
  return { messages: [String(all.length)] };
}

export const graph = new StateGraph(MessagesAnnotation).addNode("recall", recall).compile();
      `,
      errors: [
        {
          messageId: "unbounded",
          data: { operation: "listNamespaces", given: "has no prefix" },
          line: 5,
          column: 21,
          endLine: 5,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports a list of namespaces that is only limited in number",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const all = await config.store.listNamespaces({ maxDepth: 2, limit: 50 });
    return JSON.stringify(all);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unbounded",
          data: { operation: "listNamespaces", given: "has no prefix" },
          line: 7,
          column: 23,
          endLine: 7,
          endColumn: 78,
        },
      ],
    },
    {
      name: "reports a list of namespaces with an empty prefix",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const all = await config.store.listNamespaces({ prefix: [] });
    return JSON.stringify(all);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unbounded",
          data: { operation: "listNamespaces", given: "has an empty namespace" },
          line: 7,
          column: 61,
          endLine: 7,
          endColumn: 63,
        },
      ],
    },
    {
      name: "reports an empty search in a helper that a tool calls",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import type { BaseStore } from "@langchain/langgraph";

async function everything(store: BaseStore) {
  return JSON.stringify(await store.search([]));
}

export const remember = tool(
  async (input, config) => {
    return everything(config.store);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unbounded",
          data: { operation: "search", given: "has an empty namespace" },
          line: 7,
          column: 44,
          endLine: 7,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports an empty search through the client of a LangGraph server",
      code: `
import { Client } from "@langchain/langgraph-sdk";

const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });

export async function GET() {
  const { items } = await client.store.searchItems([], { limit: 100 });
  return Response.json(items);
}
      `,
      errors: [
        {
          messageId: "unbounded",
          data: { operation: "search", given: "has an empty namespace" },
          line: 7,
          column: 52,
          endLine: 7,
          endColumn: 54,
        },
      ],
    },
  ],
});

ruleTester.run("require-store-namespace: records that the model or the client chooses", rule, {
  valid: [
    {
      name: "is silent where the caller's id stands beside the model's part",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const item = await config.store.get([config.configurable.user_id, "memories"], input.topic);
    return JSON.stringify(item?.value);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent where the model's id was compared with the caller's",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    if (input.userId !== config.configurable.user_id) return "ERROR: that is somebody else.";
    const item = await config.store.get(["memories", input.userId], "profile");
    return JSON.stringify(item?.value);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ userId: z.string() }) },
);
      `,
    },
    {
      name: "is silent where the client's namespace is checked against the session",
      code: `
import { Client } from "@langchain/langgraph-sdk";
import { auth } from "@clerk/nextjs/server";

const client = new Client();

export async function POST(request: Request) {
  const { userId } = await auth();
  const { owner, key } = await request.json();
  if (owner !== userId) return new Response(null, { status: 403 });
  return Response.json(await client.store.getItem(["memories", owner], key));
}
      `,
    },
    {
      name: "is silent about a key that the model picks from a list",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.get(["handbook"], input.chapter));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ chapter: z.enum(["refunds", "shipping"]) }) },
);
      `,
    },
    {
      name: "is silent about a key that the model picks from a list in JSON Schema",
      code: `
import { tool } from "@langchain/core/tools";

export const handbook = tool(async ({ chapter }, config) => JSON.stringify(await config.store.get(["handbook"], chapter)), {
  name: "handbook",
  description: "Reads the handbook.",
  schema: { type: "object", properties: { chapter: { type: "string", enum: ["refunds", "shipping"] } }, additionalProperties: false },
});
      `,
    },
    {
      name: "is silent where the key is the caller's id",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const item = await config.store.get(["profiles"], config.configurable.user_id);
    return JSON.stringify(item?.value);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent where the id was taken out of the config before",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const { userId } = config.configurable ?? {};
    await config.store.put(["memories", userId], input.topic, { seen: true });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a part that the run's config holds under any other name",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    await config.store.put(["memories", config.configurable.assistant_id], input.topic, { seen: true });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent where a helper of the file composes the namespace from the config",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

function namespaceOf(config) {
  return ["memories", config.configurable.user_id];
}

export const remember = tool(
  async (input, config) => {
    await config.store.put(namespaceOf(config), input.topic, { seen: true });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent where a function out of sight composes the namespace",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { namespaceOf } from "./namespaces.js";

export const remember = tool(
  async (input, config) => {
    await config.store.put(namespaceOf(config), input.topic, { seen: true });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent where a part is spread in from out of sight",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { scope } from "./scope.js";

export const remember = tool(
  async (input, config) => {
    await config.store.put([...scope, "memories"], input.topic, { seen: true });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a store that is a Map",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const store = new Map<string, string>();

export const remember = tool(
  async (input, config) => {
    const item = store.get(input.topic);
    return JSON.stringify(item);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a store of another library with the same operations",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { InMemoryStore } from "@acme/cache";

const store = new InMemoryStore();

export const remember = tool(
  async (input, config) => {
    await store.put(["memories"], input.topic, { seen: true });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about the byte store of LangChain",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { InMemoryStore } from "@langchain/core/stores";

const store = new InMemoryStore();

export const remember = tool(
  async (input, config) => {
    await store.put(["memories"], input.topic, { seen: true });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a name that is shadowed",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { getStore } from "@langchain/langgraph";

export const shared = getStore;

export const remember = tool(
  async (input, config) => {
    const getStore = () => new Map();
    await getStore().put(["memories"], input.topic);
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent where the closed-over id of a factory is a part",
      code: `
import { tool } from "@langchain/core/tools";
import { InMemoryStore } from "@langchain/langgraph";
import { z } from "zod";

const store = new InMemoryStore();
export const makeRemember = (userId: string) =>
  tool(async ({ topic }) => JSON.stringify(await store.get(["memories", userId], topic)), {
    name: "remember",
    description: "Remembers.",
    schema: z.object({ topic: z.string() }),
  });
      `,
    },
    {
      name: "is silent about a record of the session's user in a request handler",
      code: `
import { Client } from "@langchain/langgraph-sdk";
import { auth } from "@clerk/nextjs/server";

const client = new Client();

export async function POST(request: Request) {
  const { userId } = await auth();
  const { key, text } = await request.json();
  await client.store.putItem(["memories", userId], key, { text });
  return new Response(null, { status: 204 });
}
      `,
    },
    {
      name: "is silent where every caller of a helper gives it the user's id",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import type { BaseStore } from "@langchain/langgraph";

async function save(store: BaseStore, owner: string, topic: string) {
  await store.put(["memories", owner], topic, { seen: true });
}

export const remember = tool(
  async (input, config) => {
    await save(config.store, config.configurable.user_id, input.topic);
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about the store's own name for a config key in a node",
      code: `
import { StateGraph, MessagesAnnotation, type LangGraphRunnableConfig } from "@langchain/langgraph";

async function recall(state: typeof MessagesAnnotation.State, config: LangGraphRunnableConfig) {
  const id = config.configurable?.userId as string;
  const item = await config.store?.get(["memories", id], String(state.messages.at(-1)?.content));
  return { messages: [String(item)] };
}

export const graph = new StateGraph(MessagesAnnotation).addNode("recall", recall).compile();
      `,
    },
    {
      name: "is silent in a test",
      filename: at("src/remember.test.ts"),
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.get(["memories"], input.topic));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent in a client component",
      code: `
"use client";
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.get(["memories"], input.topic));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
  ],
  invalid: [
    {
      name: "reports a key that the model writes under a constant namespace",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const item = await config.store.get(["memories"], input.topic);
    return JSON.stringify(item?.value);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "get", source: "input.topic", who: "the model" },
          line: 7,
          column: 41,
          endLine: 7,
          endColumn: 53,
        },
      ],
    },
    {
      name: "reports a namespace part that the model writes",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    await config.store.put(["memories", input.userId], "profile", { topic: input.topic });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ userId: z.string(), topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "put", source: "input.userId", who: "the model" },
          line: 7,
          column: 28,
          endLine: 7,
          endColumn: 54,
        },
      ],
    },
    {
      name: "reports arguments that are taken apart in the parameter list",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async ({ user, topic }, config) => {
    await config.store.delete(["memories", user], topic);
    return "Deleted.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ user: z.string(), topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "delete", source: "user", who: "the model" },
          line: 7,
          column: 31,
          endLine: 7,
          endColumn: 49,
        },
      ],
    },
    {
      name: "reports a search below a part that the model writes",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const { store } = config;
    return JSON.stringify(await store.search(["memories", input.topic]));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "search", source: "input.topic", who: "the model" },
          line: 8,
          column: 46,
          endLine: 8,
          endColumn: 71,
        },
      ],
    },
    {
      name: "follows a namespace through a constant, a template and a method of strings",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const owner = \`user:\${input.topic.trim().toLowerCase()}\`;
    const namespace = ["memories", owner] as const;
    await config.store.put(namespace as unknown as string[], crypto.randomUUID(), { text: "x" });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "put", source: "input.topic", who: "the model" },
          line: 9,
          column: 28,
          endLine: 9,
          endColumn: 60,
        },
      ],
    },
    {
      name: "follows a namespace that is one of two constants",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const namespace = input.topic.startsWith("team") ? ["team", "notes"] : ["own", "notes"];
    const item = await config.store?.get(namespace, input.topic);
    return JSON.stringify(item);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "get", source: "input.topic", who: "the model" },
          line: 8,
          column: 42,
          endLine: 8,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports the store of a runtime that is taken apart",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async ({ topic }, { store }) => {
    await store?.put(["prefs"], topic, { liked: true });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "put", source: "topic", who: "the model" },
          line: 7,
          column: 22,
          endLine: 7,
          endColumn: 31,
        },
      ],
    },
    {
      name: "reports a typed runtime in a tool of langchain",
      code: `
import { tool, type ToolRuntime } from "langchain";
import { z } from "zod";

export const lookup = tool(
  async ({ email }, runtime: ToolRuntime) => {
    const item = await runtime.store!.get(["customers"], email);
    return JSON.stringify(item?.value);
  },
  { name: "lookup", description: "Finds a customer.", schema: z.object({ email: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "get", source: "email", who: "the model" },
          line: 7,
          column: 43,
          endLine: 7,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports the store that getStore gives",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { getStore } from "@langchain/langgraph";

export const remember = tool(
  async (input, config) => {
    const store = getStore();
    await store.put(["facts"], input.topic, { seen: true });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "put", source: "input.topic", who: "the model" },
          line: 9,
          column: 21,
          endLine: 9,
          endColumn: 30,
        },
      ],
    },
    {
      name: "reports a store under an import of another name",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { InMemoryStore as Shelf } from "@langchain/langgraph";

const shelf = new Shelf();

export const remember = tool(
  async (input, config) => {
    await shelf.put(["facts"], input.topic, { seen: true });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "put", source: "input.topic", who: "the model" },
          line: 10,
          column: 21,
          endLine: 10,
          endColumn: 30,
        },
      ],
    },
    {
      name: "reports a store of a namespace import",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import * as langgraph from "@langchain/langgraph";

const store = new langgraph.InMemoryStore();

export const remember = tool(
  async (input, config) => {
    await store.put(["facts"], input.topic, { seen: true });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "put", source: "input.topic", who: "the model" },
          line: 10,
          column: 21,
          endLine: 10,
          endColumn: 30,
        },
      ],
    },
    {
      name: "reports a store that is loaded with require",
      code: `
const { tool } = require("@langchain/core/tools");
const { InMemoryStore } = require("@langchain/langgraph");

const store = new InMemoryStore();
exports.remember = tool(async ({ topic }) => JSON.stringify(await store.get(["facts"], topic)), { name: "remember", description: "Remembers.", schema: { type: "object", properties: { topic: { type: "string" } } } });
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "get", source: "topic", who: "the model" },
          line: 6,
          column: 77,
          endLine: 6,
          endColumn: 86,
        },
      ],
    },
    {
      name: "reports a store in Postgres that a class holds under its type",
      code: `
import { StructuredTool } from "@langchain/core/tools";
import type { PostgresStore } from "@langchain/langgraph-checkpoint-postgres/store";
import { z } from "zod";

export class Remember extends StructuredTool {
  name = "remember";
  description = "Remembers.";
  schema = z.object({ topic: z.string() });
  constructor(private readonly store: PostgresStore) {
    super();
  }
  async _call(input: { topic: string }) {
    await this.store.put(["facts"], input.topic, { seen: true });
    return "Saved.";
  }
}
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "put", source: "input.topic", who: "the model" },
          line: 14,
          column: 26,
          endLine: 14,
          endColumn: 35,
        },
      ],
    },
    {
      name: "reports one operation of a batch",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    await config.store.batch([{ namespace: ["facts", input.topic], key: "latest", value: { seen: true } }]);
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "put", source: "input.topic", who: "the model" },
          line: 7,
          column: 44,
          endLine: 7,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports a record that a client names in a request",
      code: `
import { Client } from "@langchain/langgraph-sdk";

const client = new Client();

export async function POST(request: Request) {
  const { userId, text } = await request.json();
  await client.store.putItem(["memories", userId], "profile", { text });
  return new Response(null, { status: 204 });
}
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "put", source: "userId", who: "the client" },
          line: 8,
          column: 30,
          endLine: 8,
          endColumn: 50,
        },
      ],
    },
    {
      name: "reports a record that the client names where a session was only looked at",
      code: `
import { Client } from "@langchain/langgraph-sdk";
import { auth } from "@clerk/nextjs/server";

const client = new Client();

export async function POST(request: Request) {
  const { userId } = await auth();
  if (!userId) return new Response(null, { status: 401 });
  const { namespace, key } = await request.json();
  return Response.json(await client.store.getItem(namespace, key));
}
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "get", source: "namespace", who: "the client" },
          line: 11,
          column: 51,
          endLine: 11,
          endColumn: 60,
        },
      ],
    },
    {
      name: "reports a model's id that was compared with a constant",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    if (input.topic === "admin") return "No.";
    return JSON.stringify(await config.store.get(["memories", input.topic], "profile"));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "get", source: "input.topic", who: "the model" },
          line: 8,
          column: 50,
          endLine: 8,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports a namespace that a helper composes from the model's argument",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import type { BaseStore } from "@langchain/langgraph";

async function save(store: BaseStore, owner: string) {
  await store.put(["memories", owner], "latest", { seen: true });
}

export const remember = tool(
  async (input, config) => {
    await save(config.store, input.topic);
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "chosen",
          data: { operation: "put", source: "input.topic", who: "the model" },
          line: 7,
          column: 19,
          endLine: 7,
          endColumn: 38,
        },
      ],
    },
  ],
});

ruleTester.run("require-store-namespace: one record for everybody", rule, {
  valid: [
    {
      name: "is silent about a constant record where nobody is known",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const list = await config.store.get(["posting"], "schedule");
    return JSON.stringify(list);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a constant record at the top of a module that knows the caller below",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { InMemoryStore } from "@langchain/langgraph";

export const store = new InMemoryStore();
await store.put(["products"], "catalogue", { items: [] });

export const remember = tool(
  async (input, config) => {
    return String(config.configurable.user_id);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a search of shared knowledge where the file knows the caller",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const found = await config.store.search(["handbook"], { query: input.topic });
    return JSON.stringify({ found, for: config.configurable.user_id });
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
  ],
  invalid: [
    {
      name: "reports a constant record where the file knows the caller",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    const name = config.configurable.user_id;
    await config.store.put(["profile"], "current", { name });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "shared",
          data: { operation: "put" },
          line: 8,
          column: 28,
          endLine: 8,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports a constant record where another tool of the file knows the caller",
      code: `
import { StateGraph, MessagesAnnotation, type LangGraphRunnableConfig } from "@langchain/langgraph";

async function recall(state: typeof MessagesAnnotation.State, config: LangGraphRunnableConfig) {
  const profile = await config.store?.get(["settings", "mail"], "current");
  return { messages: [String(profile), String(config.configurable?.userEmail)] };
}

export const graph = new StateGraph(MessagesAnnotation).addNode("recall", recall).compile();
      `,
      errors: [
        {
          messageId: "shared",
          data: { operation: "get" },
          line: 5,
          column: 43,
          endLine: 5,
          endColumn: 63,
        },
      ],
    },
    {
      name: "reports a record that the model picks from a list where the file knows the caller",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    await config.store.put(["settings"], input.section, { by: config.configurable.user_id });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ section: z.enum(["mail", "calendar"]) }) },
);
      `,
      errors: [
        {
          messageId: "shared",
          data: { operation: "put" },
          line: 7,
          column: 28,
          endLine: 7,
          endColumn: 40,
        },
      ],
    },
    {
      name: "reports a constant record behind constants",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const NAMESPACE = ["profile"];
const KEY = "current";

export const remember = tool(
  async (input, config) => {
    await config.store.put(NAMESPACE, KEY, { by: config.configurable?.userId });
    return "Saved.";
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "shared",
          data: { operation: "put" },
          line: 10,
          column: 28,
          endLine: 10,
          endColumn: 37,
        },
      ],
    },
  ],
});

ruleTester.run("require-store-namespace: taken literally", rule, {
  valid: [
    {
      name: "accepts a namespace of tenant and user",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.search([config.configurable.tenant_id, config.configurable.user_id, "memories"]));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "accepts the user as the key of one record below the tenant",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.get([config.configurable.tenant_id, "profiles"], config.configurable.user_id));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "accepts a namespace that the guard makes",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { identityOf, storeNamespace } from "agent-guardrails";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.search(storeNamespace(identityOf(config), "memories")));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "accepts tenant and user of a typed helper that is given the config",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import type { LangGraphRunnableConfig } from "@langchain/langgraph";

async function recall(config: LangGraphRunnableConfig, topic: string) {
  const { org_id, user_id } = config.configurable ?? {};
  return JSON.stringify(await config.store?.get([org_id, user_id, "memories"], topic));
}

export const remember = tool(
  async (input, config) => {
    return recall(config, input.topic);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "accepts a part that the policy names as identity",
      options: [{ policy: "literal" }],
      settings: { "agent-guardrails": { identityKeys: ["badge"] } },
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.search([config.configurable.org_id, config.configurable.badge]));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
  ],
  invalid: [
    {
      name: "reports a namespace with the user alone",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.search(["memories", config.configurable.user_id]));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unscoped",
          data: { operation: "search", missing: "the tenant" },
          line: 7,
          column: 53,
          endLine: 7,
          endColumn: 94,
        },
      ],
    },
    {
      name: "reports a namespace with the tenant alone",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.get([config.configurable.org_id, "memories"], input.topic));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unscoped",
          data: { operation: "get", missing: "the user" },
          line: 7,
          column: 50,
          endLine: 7,
          endColumn: 90,
        },
      ],
    },
    {
      name: "reports a search below a constant",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.search(["memories"], { query: input.topic }));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unscoped",
          data: { operation: "search", missing: "the tenant and the user" },
          line: 7,
          column: 53,
          endLine: 7,
          endColumn: 65,
        },
      ],
    },
    {
      name: "reports a namespace from out of sight",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { namespaceOf } from "./namespaces.js";

export const remember = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.get(namespaceOf(config), input.topic));
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unscoped",
          data: { operation: "get", missing: "the tenant and the user" },
          line: 8,
          column: 50,
          endLine: 8,
          endColumn: 69,
        },
      ],
    },
    {
      name: "reports a store that a helper is given, with what its only caller gives it",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import type { BaseStore } from "@langchain/langgraph";

async function save(store: BaseStore, namespace = ["assistant", "preferences"]) {
  await store.put(namespace, "mail", { seen: true });
  return "Saved.";
}

export const remember = tool(
  async (input, config) => {
    return save(config.store);
  },
  { name: "remember", description: "Remembers.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "unscoped",
          data: { operation: "put", missing: "the tenant and the user" },
          line: 7,
          column: 19,
          endLine: 7,
          endColumn: 28,
        },
      ],
    },
    {
      name: "reports a search without a bound in the hook of a middleware",
      code: `
        import { createMiddleware } from "langchain";
        export const memory = createMiddleware({
          name: "memory",
          beforeModel: async (state, runtime) => ({ memories: await runtime.store.search([], { query: state.messages.at(-1).text }) }),
        });
      `,
      errors: [
        {
          messageId: "unbounded",
          data: { operation: "search", given: "has an empty namespace" },
          line: 5,
          column: 90,
          endLine: 5,
          endColumn: 92,
        },
      ],
    },
    {
      name: "reports the user whom the server has authenticated without a tenant",
      options: [{ policy: "literal" }],
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const recall = tool(async ({ text }, config) => JSON.stringify(await config.store.search(["memories", config.configurable.langgraph_auth_user_id], { query: text })), { name: "recall", schema: z.object({ text: z.string() }) });
      `,
      errors: [
        {
          messageId: "unscoped",
          data: { operation: "search", missing: "the tenant" },
          line: 4,
          column: 105,
          endLine: 4,
          endColumn: 161,
        },
      ],
    },
  ],
});
