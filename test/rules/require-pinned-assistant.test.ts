import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import rule from "../../rules/require-pinned-assistant.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

/** A project that deploys two graphs, with a web application beside them. */
const deployed = realpathSync(mkdtempSync(join(tmpdir(), "agent-guardrails-deployed-")));
mkdirSync(join(deployed, ".git"));
writeFileSync(join(deployed, "langgraph.json"), JSON.stringify({ graphs: { jarvis: "./agents/jarvis/graph.ts:graph", reflection: { path: "./agents/reflection.ts:graph" } } }));
afterAll(() => {
  rmSync(deployed, { recursive: true, force: true });
});
const startsReflection = `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        export const reflect = (thread) => client.runs.create(thread, "reflection", {});
      `;

ruleTester.run("require-pinned-assistant", rule, {
  valid: [
    {
      name: "is silent about an id from the environment",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.runs.wait("t", process.env.ASSISTANT_ID, { input: {} });
      `,
    },
    {
      name: "is silent about an id that is written down",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.runs.wait("t", "6a1f0c1e-3f8b-4f57-9a53-0d0f2b1a7c11", { input: {} });
      `,
    },
    {
      name: "is silent about an id held in a constant",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        const ASSISTANT = "6a1f0c1e-3f8b-4f57-9a53-0d0f2b1a7c11";
        await client.runs.wait("t", ASSISTANT, { input: {} });
      `,
    },
    {
      name: "is silent about an imported id",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        import { assistant } from "./deployment";
        await client.runs.stream("t", assistant, { input: {} });
      `,
    },
    {
      name: "is silent about a parameter",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        export const run = (assistant) => client.runs.wait("t", assistant, { input: {} });
      `,
    },
    {
      name: "is silent about a thread that is named",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.threads.get("jarvis");
      `,
    },
    {
      name: "is silent about a remote graph with an id",
      code: `
        import { RemoteGraph } from "@langchain/langgraph/remote";
        export const graph = new RemoteGraph({ graphId: process.env.ASSISTANT_ID, url: "https://x.example.com" });
      `,
    },
    {
      name: "is silent about a remote graph whose options cannot be seen",
      code: `
        import { RemoteGraph } from "@langchain/langgraph/remote";
        import { options } from "./options";
        export const graph = new RemoteGraph(options);
      `,
    },
    {
      name: "is silent about a client of another library",
      code: `
        import { Client } from "@acme/sdk";
        import { createAgent } from "langchain";
        export { createAgent };
        const client = new Client();
        await client.runs.wait("t", "jarvis", {});
      `,
    },
    {
      name: "is silent about a shadowed client",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        export { client };
        export const run = (client) => client.runs.wait("t", "jarvis", {});
      `,
    },
    {
      name: "is silent where the graph is deployed in one piece with its caller",
      code: startsReflection,
      filename: join(deployed, "agents", "jarvis", "nodes", "reflect.ts"),
    },
    {
      name: "is silent in an example",
      code: startsReflection,
      filename: at("examples/chat/run.ts"),
    },
    {
      name: "is silent in a script",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.runs.wait("t", "jarvis", {});
      `,
      filename: at("scripts/try.ts"),
    },
    {
      name: "is silent in a test",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.runs.wait("t", "jarvis", {});
      `,
      filename: at("src/run.test.ts"),
    },
  ],
  invalid: [
    {
      name: "reports an application that is deployed beside the graph",
      code: startsReflection,
      filename: join(deployed, "web", "app", "route.ts"),
      errors: [{ messageId: "unpinned", data: { graph: "reflection" }, line: 4, column: 71, endLine: 4, endColumn: 83 }],
    },
    {
      name: "reports a caller among the graphs that runs one of another deployment",
      code: startsReflection.replace("reflection", "payroll"),
      filename: join(deployed, "agents", "jarvis", "nodes", "pay.ts"),
      errors: [{ messageId: "unpinned", data: { graph: "payroll" }, line: 4, column: 71, endLine: 4, endColumn: 80 }],
    },
    {
      name: "reports a run that names a graph",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.runs.wait("t", "jarvis", { input: {} });
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a streamed run",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        for await (const part of client.runs.stream("t", "jarvis", { input: {} })) console.log(part);
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 4,
          column: 58,
          endLine: 4,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports a run that is only started",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.runs.create("t", "jarvis", { input: {} });
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 4,
          column: 39,
          endLine: 4,
          endColumn: 47,
        },
      ],
    },
    {
      name: "reports a run without a thread",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.runs.wait(null, "jarvis", { input: {} });
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 4,
          column: 38,
          endLine: 4,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports a name held in a constant",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        const GRAPH = "jarvis";
        await client.runs.wait("t", GRAPH, { input: {} });
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 5,
          column: 37,
          endLine: 5,
          endColumn: 42,
        },
      ],
    },
    {
      name: "reports a name behind a type assertion",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.runs.wait("t", "jarvis" as string, { input: {} });
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 55,
        },
      ],
    },
    {
      name: "reports a template without holes",
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });
        await client.runs.wait("t", \`jarvis\`, { input: {} });
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports an aliased class",
      code: `
        import { Client as LangGraph } from "@langchain/langgraph-sdk";
        const client = new LangGraph({});
        await client.runs.wait("t", "jarvis", {});
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a class of a namespace",
      code: `
        import * as sdk from "@langchain/langgraph-sdk";
        const client = new sdk.Client({});
        await client.runs.wait("t", "jarvis", {});
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 4,
          column: 37,
          endLine: 4,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a required class",
      code: `
        const { Client } = require("@langchain/langgraph-sdk");
        const client = new Client({});
        client.runs.wait("t", "jarvis", {});
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports a remote graph that names a graph",
      code: `
        import { RemoteGraph } from "@langchain/langgraph/remote";
        export const graph = new RemoteGraph({ graphId: "jarvis", url: "https://x.example.com" });
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 3,
          column: 57,
          endLine: 3,
          endColumn: 65,
        },
      ],
    },
    {
      name: "reports the client of a parameter that is annotated",
      code: `
        import type { Client } from "@langchain/langgraph-sdk";
        export const run = (client: Client) => client.runs.wait("t", "jarvis", {});
      `,
      errors: [
        {
          messageId: "unpinned",
          data: { graph: "jarvis" },
          line: 3,
          column: 70,
          endLine: 3,
          endColumn: 78,
        },
      ],
    },
  ],
});
