import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-tool-error-result.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-tool-error-result", rule, {
  valid: [
    {
      name: "is silent about a client that answers with its failure",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { supabase } from "./supabase.js";
        export const notes = tool(async ({ since }) => {
          const { data, error } = await supabase.from("notes").select("id, text").gte("created_at", since);
          return error ? \`ERROR: \${error.message}\` : JSON.stringify(data);
        }, { name: "notes", description: "Notes", schema: z.object({ since: z.string() }) });
        export const drop = tool(async ({ id }) => {
          const { error } = await supabase.from("notes").delete().eq("id", id);
          return error ? \`ERROR: \${error.message}\` : "gone";
        }, { name: "drop", description: "Deletes a note", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a throw of the tool's own, whose text the framework hands on",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          if (!id) throw new Error("no id");
          return id;
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about another tool that answers for its own failures",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const schema = z.object({ id: z.string() });
        const find = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return \`ERROR: \${String(error)}\`;
          }
        }, { name: "find", description: "Finds", schema });
        export const book = tool(async ({ id }) => {
          const found = await find.invoke({ id });
          return found;
        }, { name: "book", description: "Books", schema });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a pause",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        export const book = tool(async ({ id }) => {
          await sleep(200);
          return id;
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a handler in a wrapper that catches for it",
      options: [{ policy: "literal" }],
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { z } from "zod";
        const answered = (run, sorry) => async (input) => {
          try {
            return await run(input);
          } catch (error) {
            return { content: [{ type: "text", text: sorry + ": " + error.message }], isError: true };
          }
        };
        const server = new McpServer({ name: "orders", version: "1" });
        server.registerTool("find", { inputSchema: { id: z.string() } }, answered(async ({ id }) => {
          const order = await fetch("https://desk.example.com/" + id, { signal: AbortSignal.timeout(5_000) });
          return { content: [{ type: "text", text: await order.text() }] };
        }, "ERROR: no order"));
      `,
    },
    {
      name: "is silent about a timer of Node.js",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { setTimeout } from "node:timers/promises";
        export const book = tool(async ({ id }) => {
          await setTimeout(200);
          return id;
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a helper that answers for its own failures",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function find(id) {
          try {
            const found = await load(id);
            return found.title;
          } catch (error) {
            return \`ERROR: \${String(error)}\`;
          }
        }
        export const book = tool(async ({ id }) => {
          return await find(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a returned helper that answers for its own failures",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function find(id) {
          try {
            return await load(id);
          } catch (error) {
            return \`ERROR: \${String(error)}\`;
          }
        }
        export const book = tool(async ({ id }) => {
          return find(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about many attempts that are each answered for",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          const found = await Promise.all(id.split(",").map(async (each) => {
            try {
              return await load(each);
            } catch (error) {
              return \`\${each}: ERROR: \${String(error)}\`;
            }
          }));
          return found.join();
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about attempts whose failures are kept apart",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          const found = await Promise.allSettled([load(id), load("all")]);
          return found.length;
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a helper of a helper that catches all",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const pause = () => new Promise((resolve) => setTimeout(resolve, 10));
        const read = async (id) => { try { return await load(id); } catch { return undefined; } };
        async function find(id) {
          await pause();
          const found = await read(id);
          return found ? String(found) : "ERROR: not found";
        }
        export const book = tool(async ({ id }) => {
          return await find(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a helper that catches all and answers from a table of plain values",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const titles: Map<string, string[]> = new Map<string, string[]>();
        async function titlesOf(id) {
          const ask = async () => {
            try {
              titles.set(id, await load(id));
            } catch (error) {
              console.error(error);
            }
          };
          if (!titles.has(id)) await ask();
          return titles.get(id);
        }
        export const book = tool(async ({ id }) => {
          const found = await titlesOf(id);
          return found ? found.join() : "ERROR: not found";
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a function whose failures the class answers for that it is given to, and about one that no class runs",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { z } from "zod";
        class SafeTool extends StructuredTool {
          constructor(fields) {
            super(fields);
            this.func = fields.func;
          }
          async _call(input) {
            try {
              return await this.func(input);
            } catch (error) {
              return \`ERROR: \${String(error)}\`;
            }
          }
        }
        class Named extends StructuredTool {
          async _call() {
            return "named";
          }
        }
        class Runner {
          async _call(input) {
            return this.func(input);
          }
        }
        export const safe = new SafeTool({ name: "safe", description: "Finds", schema: z.object({ id: z.string() }), func: async ({ id }) => await load(id) });
        export const named = new Named({ name: "named", description: "Finds", schema: z.object({ id: z.string() }), func: async ({ id }) => await load(id) });
        export const runner = new Runner({ func: async ({ id }) => await load(id) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a connection that is closed in a finally",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { connect } from "./desk";
        export const book = tool(async ({ id }) => {
          const desk = connect();
          try {
            return await desk.find(id);
          } catch (error) {
            return \`ERROR: \${String(error)}\`;
          } finally {
            if (desk.isOpen) await desk.close();
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a connection that is closed in the catch, before the failure is told",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { connect } from "./desk";
        export const book = tool(async ({ id }) => {
          const desk = connect();
          try {
            const found = await desk.find(id);
            await desk.close();
            return found;
          } catch (error) {
            await desk.close();
            return \`ERROR: \${String(error)}\`;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about an agent whose middleware answers for its tools",
      options: [{ policy: "literal" }],
      code: `
        import { createAgent, tool, toolErrorMiddleware } from "langchain";
        const find = tool(async ({ id }) => (await fetch("https://desk.example.com/" + id)).text(), { name: "find" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [find], middleware: [toolErrorMiddleware({ onError: (error) => \`ERROR: \${error}\` })] });
      `,
    },
    {
      name: "is silent about a tool with a function for its failures",
      options: [{ policy: "literal" }],
      code: `
        import { tool } from "@openai/agents";
        export const find = tool({ name: "find", description: "Finds", parameters: {}, errorFunction: (context, error) => \`ERROR: \${error}\`, execute: async ({ id }) => (await fetch("https://desk.example.com/" + id)).text() });
      `,
    },
    {
      name: "is silent about a handler whose failures end in a catch",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return \`ERROR: \${String(error)}\`;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a handler that can hardly fail",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          return id.toUpperCase();
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a rejection that is caught on the promise",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          return await load(id).catch((error) => \`ERROR: \${String(error)}\`);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a returned promise whose failure is answered at the end of the chain",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => load(id).then((order) => order.title).catch((error) => \`ERROR: \${String(error)}\`), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a returned promise whose then is given both answers",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => load(id).then((order) => order.title, (error) => \`ERROR: \${String(error)}\`), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about what comes after a timer",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
        export const book = tool(async ({ id }) => wait(5).then(() => id), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a returned call that gives no promise as far as can be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(({ id }) => new Map([["a", "b"]]).get(id), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a returned fetch inside of a try",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await fetch("https://desk.example.com/" + id).then((answer) => answer.text());
          } catch (error) {
            return \`ERROR: \${String(error)}\`;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a returned method that answers for its own failures",
      code: `
        import { Tool } from "@langchain/core/tools";
        class Desk {
          async find(id) {
            return await load(id).catch((error) => \`ERROR: \${String(error)}\`);
          }
          label() {
            return "desk";
          }
        }
        export class Find extends Tool {
          name = "find";
          description = "Finds";
          desk = new Desk();
          async _call(input) {
            return this.desk.find(input);
          }
        }
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a returned method that gives its value at once",
      code: `
        import { Tool } from "@langchain/core/tools";
        class Desk {
          async find(id) {
            return await load(id);
          }
          label() {
            return "desk";
          }
        }
        export class Find extends Tool {
          name = "find";
          description = "Finds";
          desk = new Desk();
          async _call(input) {
            return this.desk.label();
          }
        }
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a call in a nested function that is only defined",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          const later = async () => {
            await load(id);
          };
          return queue(later);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a pause, which has to escape",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          const answer = interrupt(id);
          return String(answer);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a throw that its own catch takes",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            if (!id) throw new Error("no id");
            return await load(id);
          } catch (error) {
            return \`ERROR: \${String(error)}\`;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent under certain, because the framework catches",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          return await load(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a function of another library",
      code: `
        import { tool } from "@acme/tools";
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI();
        const z = { object: () => 0, string: () => 0 };
        export const book = tool(async ({ id }) => {
          return await load(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a shadowed tool",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export { tool };
        export const build = (tool) => tool(async ({ id }) => await load(id), { name: "book", schema: z.object({}) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a handler of a file that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { book } from "./book";
        export const bookTool = tool(book, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a tool that only awaits inside a try in a helper",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function find(id) {
          return load(id);
        }
        export const book = tool(async ({ id }) => {
          try {
            return await find(id);
          } catch {
            return "ERROR: not found";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent in a test",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          return await load(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      filename: at("src/book.test.ts"),
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a tool without a handler",
      code: `
        import { tool } from "langchain";
        import { z } from "zod";
        export const book = tool({ name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about packages that answer with the failure",
      options: [{ policy: "literal" }],
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import to from "await-to-js";
        import { ResultAsync } from "neverthrow";
        import { desk } from "./desk.js";
        export const find = tool(async ({ text }) => {
          const [failure, found] = await to(desk.find(text));
          if (failure) return \`ERROR: \${failure.message}\`;
          const more = await ResultAsync.fromPromise(desk.more(found), String);
          return more.isOk() ? more.value : \`ERROR: \${more.error}\`;
        }, { name: "find", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about progress that is told",
      options: [{ policy: "literal" }],
      code: `
        import { tool } from "@langchain/core/tools";
        import { dispatchCustomEvent } from "@langchain/core/callbacks/dispatch";
        import { z } from "zod";
        export const add = tool(async ({ a, b }, config) => {
          await dispatchCustomEvent("progress", { a, b }, config);
          return String(a + b);
        }, { name: "add", schema: z.object({ a: z.number(), b: z.number() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a client that is told to throw, and an answer of which the error is one part of many",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { jobs, supabase } from "./clients.js";
        export const notes = tool(async ({ since }) => {
          const { data, error } = await supabase.from("notes").select().gte("created_at", since).throwOnError();
          return JSON.stringify(data ?? error);
        }, { name: "notes", description: "Notes", schema: z.object({ since: z.string() }) });
        export const job = tool(async ({ id }) => {
          const { status, error } = await jobs.find(id);
          return status + error;
        }, { name: "job", description: "A job", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        { messageId: "escapingFailure", data: { call: "await supabase.from(\"notes\").select().gte(\"created_at\", since).throwOnError()", tool: "tool \"notes\"" }, line: 6, column: 35, endLine: 6, endColumn: 112 },
        { messageId: "escapingFailure", data: { call: "await jobs.find(id)", tool: "tool \"job\"" }, line: 10, column: 37, endLine: 10, endColumn: 56 },
      ],
    },
    {
      name: "reports a handler in a wrapper that only counts its calls",
      options: [{ policy: "literal" }],
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { z } from "zod";
        const counted = (run) => (input) => { calls += 1; return run(input); };
        const server = new McpServer({ name: "orders", version: "1" });
        server.registerTool("find", { inputSchema: { id: z.string() } }, counted(async ({ id }) => {
          const order = await fetch("https://desk.example.com/" + id);
          return { content: [{ type: "text", text: order.statusText }] };
        }));
      `,
      errors: [{ messageId: "escapingFailure", line: 7, column: 25, endLine: 7, endColumn: 70, data: { call: "await fetch(\"https://desk.example.com/\" + id)", tool: "tool \"find\"" } }],
    },
    {
      name: "reports another tool that lets its failures escape, and the one that runs it",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const schema = z.object({ id: z.string() });
        const find = tool(async ({ id }) => {
          return await load(id);
        }, { name: "find", description: "Finds", schema });
        export const book = tool(async ({ id }) => {
          const found = await find.invoke({ id });
          return found;
        }, { name: "book", description: "Books", schema });
      `,
      options: [{ policy: "literal" }],
      errors: [
        { messageId: "escapingFailure", data: { call: "await load(id)", tool: "tool \"find\"" }, line: 6, column: 18, endLine: 6, endColumn: 32 },
        { messageId: "escapingFailure", data: { call: "await find.invoke({ id })", tool: "tool \"book\"" }, line: 9, column: 25, endLine: 9, endColumn: 50 },
      ],
    },
    {
      name: "reports a promise that may be rejected",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const ready = (id) => new Promise((resolve, reject) => load(id, (error) => (error ? reject(error) : resolve())));
        export const book = tool(async ({ id }) => {
          await ready(id);
          return id;
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await ready(id)", tool: "tool \"book\"" },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 26,
        },
      ],
    },
    {
      name: "reports a helper that returns the failing promise out of its try",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function find(id) {
          try {
            return load(id);
          } catch (error) {
            return \`ERROR: \${String(error)}\`;
          }
        }
        export const book = tool(async ({ id }) => {
          return await find(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await find(id)", tool: "tool \"book\"" },
          line: 12,
          column: 18,
          endLine: 12,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports a helper that answers from a table whose values may be promises",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        type Pending = Promise<string>;
        const titles = new Map<string, Pending>();
        async function titleOf(id) {
          if (!titles.has(id)) titles.set(id, load(id));
          return titles.get(id);
        }
        export const book = tool(async ({ id }) => {
          return await titleOf(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await titleOf(id)", tool: "tool \"book\"" },
          line: 11,
          column: 18,
          endLine: 11,
          endColumn: 35,
        },
      ],
    },
    {
      name: "reports the function that a tool class of the project is given and runs",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { z } from "zod";
        class FlowTool extends StructuredTool {
          constructor(fields) {
            super(fields);
            this.func = fields.func;
          }
          protected _call(input: object, runManager?: unknown): Promise<string> {
            const flow = {};
            for (const key of Object.keys(input)) flow[key] = input[key];
            return this.func!(input, runManager, flow);
          }
        }
        export const find = new FlowTool({
          name: "find",
          description: "Finds",
          schema: z.object({ id: z.string() }),
          func: async ({ id }) => {
            const found = await load(id);
            return found.title;
          },
        });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"find\"" },
          line: 20,
          column: 27,
          endLine: 20,
          endColumn: 41,
        },
      ],
    },
    {
      name: "reports a handler of two tools once",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { z } from "zod";
        const server = new McpServer({ name: "books", version: "1.0.0" });
        const find = async ({ id }) => ({ content: [{ type: "text", text: await load(id) }] });
        server.registerTool("find", { description: "Finds", inputSchema: { id: z.string() } }, find);
        server.registerTool("find_book", { description: "Finds", inputSchema: { id: z.string() } }, find);
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"find\"" },
          line: 5,
          column: 75,
          endLine: 5,
          endColumn: 89,
        },
      ],
    },
    {
      name: "reports a helper whose catch throws on",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function find(id) {
          try {
            return await load(id);
          } catch (error) {
            throw new Error("no", { cause: error });
          }
        }
        export const book = tool(async ({ id }) => {
          return await find(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await find(id)", tool: "tool \"book\"" },
          line: 12,
          column: 18,
          endLine: 12,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports a helper that hands the request on",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const find = (id) => load(id);
        export const book = tool(async ({ id }) => {
          return await find(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await find(id)", tool: "tool \"book\"" },
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports many attempts that nobody answers for",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          const found = await Promise.all(id.split().map((each) => load(each)));
          return found.join();
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await Promise.all(id.split().map((each) => load(each)))", tool: "tool \"book\"" },
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 80,
        },
      ],
    },
    {
      name: "reports a helper that reads a stream",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function find(id) {
          for await (const part of open(id)) return part;
        }
        export const book = tool(async ({ id }) => {
          return await find(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await find(id)", tool: "tool \"book\"" },
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports a second attempt in the catch",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { connect } from "./desk";
        export const book = tool(async ({ id }) => {
          const desk = connect();
          try {
            return await desk.find(id);
          } catch {
            return await desk.search(id);
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await desk.search(id)", tool: "tool \"book\"" },
          line: 10,
          column: 20,
          endLine: 10,
          endColumn: 41,
        },
      ],
    },
    {
      name: "reports another act in the catch",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { connect } from "./desk";
        export const book = tool(async ({ id }) => {
          const desk = connect();
          try {
            await desk.move(id);
          } catch {
            await desk.copy(id);
          }
          return id;
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await desk.copy(id)", tool: "tool \"book\"" },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports what a finally leaves alone",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { connect } from "./desk";
        export const book = tool(async ({ id }) => {
          const desk = connect();
          try {
            return await desk.find(id);
          } finally {
            await desk.close();
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await desk.find(id)", tool: "tool \"book\"" },
          line: 8,
          column: 20,
          endLine: 8,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports a tool that the agent's middleware does not name",
      options: [{ policy: "literal" }],
      code: `
        import { createAgent, tool, toolErrorMiddleware } from "langchain";
        const find = tool(async ({ id }) => (await fetch("https://desk.example.com/" + id)).text(), { name: "find" });
        export const agent = createAgent({ model: "openai:gpt-5", tools: [find], middleware: [toolErrorMiddleware({ tools: ["close"], onError: String })] });
      `,
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: 'await fetch("https://desk.example.com/" + id)', tool: 'tool "find"' },
          line: 3,
          column: 46,
          endLine: 3,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports a tool whose failures are passed on in so many words",
      options: [{ policy: "literal" }],
      code: `
        import { tool } from "@openai/agents";
        export const find = tool({ name: "find", description: "Finds", parameters: {}, errorFunction: null, execute: async ({ id }) => (await fetch("https://desk.example.com/" + id)).text() });
      `,
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: 'await fetch("https://desk.example.com/" + id)', tool: 'tool "find"' },
          line: 3,
          column: 137,
          endLine: 3,
          endColumn: 182,
        },
      ],
    },
    {
      name: "reports an awaited call without a try",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          return await load(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"book\"" },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports a try that has only a finally",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } finally {
            release();
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"book\"" },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 34,
        },
      ],
    },
    {
      name: "reports a catch that rethrows",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            throw new Error(\`failed: \${String(error)}\`);
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"book\"" },
          line: 6,
          column: 20,
          endLine: 6,
          endColumn: 34,
        },
      ],
    },
    {
      name: "reports a call behind the try",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            await log(id);
          } catch (error) {
            return "ERROR";
          }
          return await load(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"book\"" },
          line: 10,
          column: 18,
          endLine: 10,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports a call in the catch itself",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            await report(error);
            return "ERROR";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await report(error)", tool: "tool \"book\"" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports a throw of the tool's own where the tool node passes errors on",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          if (!id) throw new Error("no id");
          return id;
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
        export const node = new ToolNode([book], { handleToolErrors: false });
      `,
      errors: [{ messageId: "escapingFailure", data: { call: "throw new Error(\"no id\");", tool: "tool \"book\"" }, line: 6, column: 20, endLine: 6, endColumn: 45 }],
    },
    {
      name: "reports the promise of a helper that is returned",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function find(id) {
          return load(id);
        }
        export const book = tool(async ({ id }) => {
          return find(id);
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "find(id)", tool: "tool \"book\"" },
          line: 8,
          column: 18,
          endLine: 8,
          endColumn: 26,
        },
      ],
    },
    {
      name: "reports a request that is returned without being awaited",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(({ id }) => fetch("https://desk.example.com/" + id), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [{ messageId: "escapingFailure", data: { call: "fetch(\"https://desk.example.com/\" + id)", tool: "tool \"book\"" }, line: 4, column: 46, endLine: 4, endColumn: 85 }],
    },
    {
      name: "reports a returned chain of thens that nobody answers for",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => load(id).then((order) => order.title).finally(done), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [{ messageId: "escapingFailure", data: { call: "load(id).then((order) => order.title).finally(done)", tool: "tool \"book\"" }, line: 4, column: 52, endLine: 4, endColumn: 103 }],
    },
    {
      name: "reports an answer that is read at the end of the request",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import got from "got";
        export const book = tool(async ({ id }) => got("https://desk.example.com/" + id).json(), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [{ messageId: "escapingFailure", data: { call: "got(\"https://desk.example.com/\" + id).json()", tool: "tool \"book\"" }, line: 5, column: 52, endLine: 5, endColumn: 96 }],
    },
    {
      name: "reports a record of the store that is returned as it comes",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import type { LangGraphRunnableConfig } from "@langchain/langgraph";
        export const book = tool(async ({ id }, config: LangGraphRunnableConfig) => {
          return id ? config.store?.get(["orders"], id) : "none";
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [{ messageId: "escapingFailure", data: { call: "config.store?.get([\"orders\"], id)", tool: "tool \"book\"" }, line: 6, column: 23, endLine: 6, endColumn: 56 }],
    },
    {
      name: "reports the promise of a method of the project that is returned",
      code: `
        import { Tool } from "@langchain/core/tools";
        class Desk {
          async find(id) {
            return await load(id);
          }
          label() {
            return "desk";
          }
        }
        export class Find extends Tool {
          name = "find";
          description = "Finds";
          desk = new Desk();
          async _call(input) {
            return this.desk.find(input);
          }
        }
      `,
      options: [{ policy: "literal" }],
      errors: [{ messageId: "escapingFailure", data: { call: "this.desk.find(input)", tool: "tool \"find\"" }, line: 16, column: 20, endLine: 16, endColumn: 41 }],
    },
    {
      name: "reports a named handler",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function book({ id }) {
          return await load(id);
        }
        export const bookTool = tool(book, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"book\"" },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports a class tool",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { z } from "zod";
        export class Book extends StructuredTool {
          name = "book";
          description = "Books";
          schema = z.object({ id: z.string() });
          async _call({ id }) {
            return await load(id);
          }
        }
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"book\"" },
          line: 9,
          column: 20,
          endLine: 9,
          endColumn: 34,
        },
      ],
    },
    {
      name: "reports a tool of the AI SDK",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        export const book = tool({ inputSchema: z.object({ id: z.string() }), execute: async ({ id }) => await load(id) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"book\"" },
          line: 4,
          column: 106,
          endLine: 4,
          endColumn: 120,
        },
      ],
    },
    {
      name: "reports a tool of OpenAI Agents",
      code: `
        import { tool } from "@openai/agents";
        import { z } from "zod";
        export const book = tool({ name: "book", description: "Books", parameters: z.object({ id: z.string() }), async execute({ id }) {
          return await load(id);
        } });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"book\"" },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports an aliased import behind a type assertion",
      code: `
        import { tool as make } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = make(async ({ id }) => (await load(id)) as string, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"book\"" },
          line: 4,
          column: 53,
          endLine: 4,
          endColumn: 67,
        },
      ],
    },
    {
      name: "reports under certain where the tool node passes errors on",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        export const book = tool(async ({ id }) => await load(id), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
        export const node = new ToolNode([book], { handleToolErrors: false });
      `,
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await load(id)", tool: "tool \"book\"" },
          line: 5,
          column: 52,
          endLine: 5,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports a function of the same name from another package",
      options: [{ policy: "literal" }],
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import to from "./timed.js";
        import { desk } from "./desk.js";
        export const find = tool(async ({ text }) => {
          const found = await to(desk.find(text));
          return found.text;
        }, { name: "find", schema: z.object({ text: z.string() }) });
      `,
      errors: [
        {
          messageId: "escapingFailure",
          data: { call: "await to(desk.find(text))", tool: "tool \"find\"" },
          line: 7,
          column: 25,
          endLine: 7,
          endColumn: 50,
        },
      ],
    },
  ],
});

ruleTester.run("require-tool-error-result: helpers that answer with a failure", rule, {
  valid: [
    {
      name: "is silent about one that throws only what is no Error",
      options: [{ policy: "literal" }],
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { desk } from "./desk.js";
        async function attempt(work: Promise<unknown>) {
          try {
            return [await work, undefined] as const;
          } catch (error) {
            if (!(error instanceof Error)) throw new TypeError("not an error");
            return [undefined, error] as const;
          }
        }
        export const find = tool(async ({ text }) => {
          const [found, error] = await attempt(desk.find(text));
          return error ? \`ERROR: \${String(error)}\` : found;
        }, { name: "find", schema: z.object({ text: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports one that throws some Errors on",
      options: [{ policy: "literal" }],
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { desk } from "./desk.js";
        async function attempt(work: Promise<unknown>) {
          try {
            return [await work, undefined] as const;
          } catch (error) {
            if (error instanceof TypeError) throw error;
            return [undefined, error] as const;
          }
        }
        export const find = tool(async ({ text }) => {
          const [found, error] = await attempt(desk.find(text));
          return error ? \`ERROR: \${String(error)}\` : found;
        }, { name: "find", schema: z.object({ text: z.string() }) });
      `,
      errors: [{ messageId: "escapingFailure", data: { call: "await attempt(desk.find(text))", tool: 'tool "find"' }, line: 14, column: 34, endLine: 14, endColumn: 64 }],
    },
  ],
});
