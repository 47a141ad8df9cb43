import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/prefer-cached-lookup.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("prefer-cached-lookup", rule, {
  valid: [
    {
      name: "is silent about an address that depends on the arguments",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch(\`https://data.example.com/countries/\${name}.json\`)).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about an address that is no file",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/orders")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a file whose name says that it changes",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/latest/countries.json")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a status",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://status.example.com/api/status.json")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about prices",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/prices.csv")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a feed",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://blog.example.com/feed.xml")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about what belongs to whoever asks",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/me.json")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a request that carries a token",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/countries.json", { headers: { Authorization: \`Bearer \${process.env.TOKEN}\` } })).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about headers that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { headers } from "./headers";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/countries.json", { headers })).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a POST",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/countries.json", { method: "POST" })).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about the same machine",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("http://localhost:3000/countries.json")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about the page's own server",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("/countries.json")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a request that says how it is cached",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/countries.json", { cache: "no-store" })).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a request that Next.js keeps",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/countries.json", { next: { revalidate: 3600 } })).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about got with a cache",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import base from "got";
        const got = base.extend({ cache: new Map() });
        export const countries = tool(async ({ name }) => got("https://data.example.com/countries.json").text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a map around the call",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const kept = new Map();
        export const countries = tool(async ({ name }) => {
          if (!kept.has("countries")) kept.set("countries", await (await fetch("https://data.example.com/countries.json")).json());
          return JSON.stringify(kept.get("countries"));
        }, { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a variable of the module that keeps the answer",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        let list;
        export const countries = tool(async ({ name }) => {
          list ??= await (await fetch("https://data.example.com/countries.json")).json();
          return list[name];
        }, { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a field that keeps the answer",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        export class Countries extends StructuredTool {
          name = "countries";
          async _call() {
            this.list ??= await (await fetch("https://data.example.com/countries.json")).json();
            return JSON.stringify(this.list);
          }
        }
      `,
    },
    {
      name: "is silent about a helper that is memoized",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import pMemoize from "p-memoize";
        const load = pMemoize(async () => (await fetch("https://data.example.com/countries.json")).text());
        export const countries = tool(async ({ name }) => load(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper of another package that is given the call",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { remember } from "@epic-web/remember";
        export const countries = tool(async ({ name }) => remember("countries", async () => (await fetch("https://data.example.com/countries.json")).text()), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a function that Next.js keeps",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function load() {
          "use cache";
          return (await fetch("https://data.example.com/countries.json")).text();
        }
        export const countries = tool(async ({ name }) => load(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a copy on disk",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { existsSync, readFileSync } from "node:fs";
        export const countries = tool(async ({ name }) => {
          if (existsSync("countries.json")) return readFileSync("countries.json", "utf8");
          return (await fetch("https://data.example.com/countries.json")).text();
        }, { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a function that the policy names",
      settings: { "agent-guardrails":{cacheCalls: ["load"]} },
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const load = async () => (await fetch("https://data.example.com/countries.json")).text();
        export const countries = tool(async ({ name }) => load(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a node that keeps what it found",
      code: `
        import { tool } from "@langchain/core/tools";
        import { MessagesAnnotation, StateGraph } from "@langchain/langgraph";
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        const countries = tool(async () => (await fetch("https://data.example.com/countries.json")).text(), { name: "countries" });
        export const graph = new StateGraph(MessagesAnnotation).addNode("tools", new ToolNode([countries]), { cachePolicy: { ttl: 3_600 } }).compile();
      `,
    },
    {
      name: "is silent about what is loaded once, with the module",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const list = await (await fetch("https://data.example.com/countries.json")).json();
        export const countries = tool(async ({ name }) => list[name], { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about two tools that ask the same",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/orders")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
        export const orders = tool(async () => (await fetch("https://data.example.com/orders")).json(), { name: "orders" });
      `,
    },
    {
      name: "is silent about a tool that looks again after a change",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => {
          const before = await (await fetch("https://data.example.com/orders")).json();
          await fetch("https://data.example.com/orders", { method: "POST", body: name });
          const after = await (await fetch("https://data.example.com/orders")).json();
          return after.length - before.length;
        }, { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent about a fetch that is no global",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { fetch } from "./cassette";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/countries.json")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
    {
      name: "is silent outside of tools",
      code: `
        import { tool } from "@langchain/core/tools";
        export { tool };
        export const load = () => fetch("https://data.example.com/countries.json");
      `,
    },
    {
      name: "is silent about tests",
      filename: at("test/countries.test.ts"),
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/countries.json")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a file of data",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/countries.json")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://data.example.com/countries.json", tool: "tool \"list_countries\"" },
          line: 4,
          column: 66,
          endLine: 4,
          endColumn: 71,
        },
      ],
    },
    {
      name: "reports a file of data behind a constant",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const BASE = "https://data.example.com";
        export const countries = tool(async ({ name }) => (await fetch(\`\${BASE}/countries.csv\`)).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://data.example.com/countries.csv", tool: "tool \"list_countries\"" },
          line: 5,
          column: 66,
          endLine: 5,
          endColumn: 71,
        },
      ],
    },
    {
      name: "reports a file with a version in its query",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/countries.json?v=3")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://data.example.com/countries.json?v=3", tool: "tool \"list_countries\"" },
          line: 4,
          column: 66,
          endLine: 4,
          endColumn: 71,
        },
      ],
    },
    {
      name: "reports a file of a repository",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://raw.githubusercontent.com/acme/data/main/countries")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://raw.githubusercontent.com/acme/data/main/countries", tool: "tool \"list_countries\"" },
          line: 4,
          column: 66,
          endLine: 4,
          endColumn: 71,
        },
      ],
    },
    {
      name: "reports a file of a package",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://cdn.jsdelivr.net/npm/world-countries@5/dist/countries")).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://cdn.jsdelivr.net/npm/world-countries@5/dist/countries", tool: "tool \"list_countries\"" },
          line: 4,
          column: 66,
          endLine: 4,
          endColumn: 71,
        },
      ],
    },
    {
      name: "reports a file with headers that are the same for all",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => (await fetch("https://data.example.com/countries.json", { headers: { Accept: "application/json" }, signal: AbortSignal.timeout(5_000) })).text(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://data.example.com/countries.json", tool: "tool \"list_countries\"" },
          line: 4,
          column: 66,
          endLine: 4,
          endColumn: 71,
        },
      ],
    },
    {
      name: "reports a file that a helper loads",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const load = async () => (await fetch("https://data.example.com/countries.json")).text();
        export const countries = tool(async ({ name }) => load(), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://data.example.com/countries.json", tool: "tool \"list_countries\"" },
          line: 4,
          column: 41,
          endLine: 4,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports a file that a retried helper loads",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import pRetry from "p-retry";
        const load = async () => (await fetch("https://data.example.com/countries.json")).text();
        export const countries = tool(async ({ name }) => pRetry(() => load()), { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://data.example.com/countries.json", tool: "tool \"list_countries\"" },
          line: 5,
          column: 41,
          endLine: 5,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports axios",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        const desk = axios.create({ baseURL: "https://data.example.com" });
        export const countries = tool(async ({ name }) => (await desk.get("/countries.json")).data, { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "desk.get", url: "https://data.example.com/countries.json", tool: "tool \"list_countries\"" },
          line: 6,
          column: 66,
          endLine: 6,
          endColumn: 74,
        },
      ],
    },
    {
      name: "reports a class of a tool",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        export class Countries extends StructuredTool {
          name = "countries";
          async _call() {
            const response = await fetch("https://data.example.com/countries.json");
            return response.text();
          }
        }
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://data.example.com/countries.json", tool: "tool \"countries\"" },
          line: 6,
          column: 36,
          endLine: 6,
          endColumn: 41,
        },
      ],
    },
    {
      name: "reports a tool that asks twice for the same, at the second time",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const countries = tool(async ({ name }) => {
          const names = await (await fetch("https://data.example.com/departments")).json();
          const heads = await (await fetch("https://data.example.com/departments")).json();
          return [names[0].name, heads[0].head].join();
        }, { name: "list_countries", description: "Countries", schema: z.object({ name: z.string() }) });
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://data.example.com/departments", tool: "tool \"list_countries\"" },
          line: 6,
          column: 38,
          endLine: 6,
          endColumn: 43,
        },
      ],
    },
    {
      name: "reports a node whose policy is another one",
      code: `
        import { tool } from "@langchain/core/tools";
        import { MessagesAnnotation, StateGraph } from "@langchain/langgraph";
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        const countries = tool(async () => (await fetch("https://data.example.com/countries.json")).text(), { name: "countries" });
        export const graph = new StateGraph(MessagesAnnotation).addNode("tools", new ToolNode([countries]), { retryPolicy: { maxAttempts: 2 } }).compile();
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://data.example.com/countries.json", tool: "tool \"countries\"" },
          line: 5,
          column: 51,
          endLine: 5,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports a tool of another framework",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        export const countries = tool({ description: "Countries", inputSchema: z.object({}), execute: async () => (await fetch("https://data.example.com/countries.json")).json() });
      `,
      errors: [
        {
          messageId: "uncached",
          data: { call: "fetch", url: "https://data.example.com/countries.json", tool: "tool \"countries\"" },
          line: 4,
          column: 122,
          endLine: 4,
          endColumn: 127,
        },
      ],
    },
  ],
});
