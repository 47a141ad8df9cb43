import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-silent-tool-error.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-silent-tool-error", rule, {
  valid: [
    {
      name: "is silent about an answer that an option of the tool has chosen",
      code: `
import { StructuredTool } from "@langchain/core/tools";
import { z } from "zod";
import { parse } from "./parse.js";

export class Extract extends StructuredTool {
  name = "extract";
  description = "Extracts a value";
  schema = z.object({ text: z.string() });
  constructor(private readonly nullOnError: boolean) {
    super();
  }
  async _call({ text }: { text: string }) {
    try {
      return String(await parse(text));
    } catch (error) {
      if (this.nullOnError) return "null";
      throw new Error("the text cannot be read", { cause: error });
    }
  }
}
      `,
    },
    {
      name: "is silent about an ERROR string with the cause",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return \`ERROR: booking failed: \${error.message}\`;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an ERROR string without the cause",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return "ERROR: the booking service did not answer, try again later";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a sentence that says what failed",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return "Sorry, the booking could not be made.";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about what another way has found",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const search = tool(async ({ query }) => {
          try {
            return await index.search(query);
          } catch (error) {
            const rows = await archive.search(query);
            const results = rows.map(({ title }) => title);
            return { success: true, results };
          }
        }, { name: "search", description: "Searches", schema: z.object({ query: z.string() }) });
      `,
    },
    {
      name: "is silent about an answer that waits for another way",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const search = tool(async ({ query }) => {
          try {
            return await index.search(query);
          } catch (error) {
            return { success: true, results: await archive.search(query) };
          }
        }, { name: "search", description: "Searches", schema: z.object({ query: z.string() }) });
      `,
    },
    {
      name: "is silent about what another way has written to a variable",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const search = tool(async ({ query }) => {
          try {
            return await index.search(query);
          } catch (error) {
            let results;
            results = (await archive.search(query)).rows;
            return { success: true, count: results.length };
          }
        }, { name: "search", description: "Searches", schema: z.object({ query: z.string() }) });
      `,
    },
    {
      name: "is silent about an object that carries the error",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return { error: "booking failed" };
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an object that says it was no success",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return { success: false };
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a catch that rethrows",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            throw error;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a value made from the error",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return formatError(error);
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about the error in an object",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return { ok: true, detail: String(error) };
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a status that says failed",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return { status: "failed" };
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an MCP result that is marked as an error",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        const server = new McpServer({ name: "s", version: "1" });
        server.registerTool("book", { inputSchema: {} }, async () => {
          try {
            return await load();
          } catch {
            return { isError: true, content: [] };
          }
        });
      `,
    },
    {
      name: "is silent about a helper that is no tool",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function find(id) {
          try {
            return await load(id);
          } catch {
            return null;
          }
        }
        export const book = tool(async ({ id }) => (await find(id)) ?? "ERROR: not found", { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a function of another library",
      code: `
        import { tool } from "@acme/tools";
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI();
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch {
            return "";
          }
        });
      `,
    },
    {
      name: "is silent about a result that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return fallback;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a plain text that claims nothing",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return "see the booking desk";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a callback that tells the error",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => load(id).catch((error) => ({ id, problem: String(error) })), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a callback that says what failed",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => load(id).catch(() => "ERROR: the booking could not be loaded."), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a callback that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => load(id).catch(tell), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a default for a part of the answer",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          const row = await load(id);
          const picture = await draw(row).catch(() => null);
          return { row, picture };
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a catch in a callback for each part",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          const rows = await load(id);
          return Promise.all(rows.map((row) => draw(row).catch(() => null)));
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an object of which only a part is empty",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch {
            return { items: [], source: "offline copy" };
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an object that gives its failure a name beside an empty list",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return { items: await load(id) };
          } catch (cause) {
            return JSON.stringify({ items: [], error: "the desk is closed" });
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about another function called stringify",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          const JSON = { stringify: tell };
          try {
            return await load(id);
          } catch (cause) {
            return JSON.stringify([]);
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about text parts that tell the failure",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch {
            return { content: [{ type: "text", text: "The booking could not be saved" }] };
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an addition that is tried after the work",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          await save(id);
          try {
            await notify(id);
          } catch (error) {
            console.warn(error);
          }
          return "Saved";
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a success that is told after the failure was kept",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          let failed;
          try {
            await save(id);
          } catch (error) {
            failed = error;
          }
          return failed ? String(failed) : "Saved";
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a plain text behind a failed attempt",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            await save(id);
          } catch (error) {
            console.warn(error);
          }
          return "See the booking desk";
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a success behind a catch that asks for help",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            await save(id);
          } catch (error) {
            await saveLater(id);
          }
          return "Saved";
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent in a test",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return "";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      filename: at("src/book.test.ts"),
    },
    {
      name: "is silent about an empty answer to what is not found",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            if (error.status === 404) return [];
            throw error;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an empty answer behind a rethrow of everything but what is not found",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            const status = error.response?.status;
            if (status !== 404) throw error;
            return [];
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an empty answer behind a rethrow of all other classes of errors",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            if (!(error instanceof NotFoundError)) {
              throw error;
            }
            return null;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about arms for what may well happen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            switch (error.code) {
              case "P2025":
                return null;
              case "P2002":
                return "Created.";
              default:
                return \`ERROR: not booked: \${error.message}\`;
            }
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent where a switch rethrows what it does not know",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            switch (error.code) {
              case "ENOENT":
                break;
              default:
                throw error;
            }
            return [];
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about what is thrown and is no Error",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            if (error instanceof Error) return \`ERROR: not booked: \${error.message}\`;
            return null;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a text that says that nothing was done",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            return "Nothing was saved.";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a text that says what somebody may do",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            return "Please contact the desk to get refunded.";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a word that describes something",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            return "Use a registered address.";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a text with the failure in a variable",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            const reason = error.message;
            return \`Done for \${id}: \${reason}\`;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about a text with a hole that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            return \`Saved \${count()} bookings\`;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
    },
    {
      name: "is silent about an empty answer that an option of the tool asks for",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { z } from "zod";
        export class Extract extends StructuredTool {
          name = "extract";
          description = "Extracts";
          schema = z.object({ path: z.string() });
          async _call({ path }) {
            try {
              return await extract(path);
            } catch (error) {
              if (this.nullOnError) return "null";
              throw error;
            }
          }
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports a success although the catch has waited for something else",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const search = tool(async ({ query }) => {
          try {
            return await index.search(query);
          } catch (error) {
            const entry = await journal.write(query);
            return { success: true, results: [], query };
          }
        }, { name: "search", description: "Searches", schema: z.object({ query: z.string() }) });
      `,
      errors: [{ messageId: "looksSuccessful", data: { tool: 'Tool "search"', result: "`{ success: true, results: [], query }`" }, line: 9, column: 13, endLine: 9, endColumn: 58 }],
    },
    {
      name: "reports a success of which another way has given nothing",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const search = tool(async ({ query }) => {
          try {
            return await index.search(query);
          } catch (error) {
            const rows = await archive.search(query);
            track(rows);
            return { success: true };
          }
        }, { name: "search", description: "Searches", schema: z.object({ query: z.string() }) });
      `,
      errors: [{ messageId: "looksSuccessful", data: { tool: 'Tool "search"', result: "`{ success: true }`" }, line: 10, column: 13, endLine: 10, endColumn: 38 }],
    },
    {
      name: "reports an empty string",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return "";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`\"\"`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 23,
        },
      ],
    },
    {
      name: "reports null",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return null;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`null`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 25,
        },
      ],
    },
    {
      name: "reports undefined",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return undefined;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`undefined`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 30,
        },
      ],
    },
    {
      name: "reports a bare return",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`nothing`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 20,
        },
      ],
    },
    {
      name: "reports an empty list",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch {
            return [];
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`[]`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 23,
        },
      ],
    },
    {
      name: "reports an empty object",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return {};
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`{}`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 23,
        },
      ],
    },
    {
      name: "reports a text that claims success",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return "Done";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "`\"Done\"`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 27,
        },
      ],
    },
    {
      name: "reports an object that claims success",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return { success: true };
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "`{ success: true }`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 38,
        },
      ],
    },
    {
      name: "reports a status that claims success",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return { status: "completed" };
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "`{ status: \"completed\" }`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports true",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return true;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "`true`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 25,
        },
      ],
    },
    {
      name: "reports an empty value behind a log line",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            console.error(error);
            return "";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`\"\"`" },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 23,
        },
      ],
    },
    {
      name: "reports an empty value held in a constant",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const NOTHING = "";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return NOTHING;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`NOTHING`" },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 28,
        },
      ],
    },
    {
      name: "reports a type assertion on an empty list",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch (error) {
            return [] as string[];
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`[] as string[]`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 35,
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
            try {
              return await load(id);
            } catch {
              return "booked: ok";
            }
          }
        }
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "`\"booked: ok\"`" },
          line: 12,
          column: 15,
          endLine: 12,
          endColumn: 35,
        },
      ],
    },
    {
      name: "reports a tool of the AI SDK",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        export const book = tool({ inputSchema: z.object({ id: z.string() }), execute: async ({ id }) => {
          try {
            return await load(id);
          } catch {
            return [];
          }
        } });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`[]`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 23,
        },
      ],
    },
    {
      name: "reports an aliased import",
      code: `
        import { tool as make } from "langchain";
        import { z } from "zod";
        export const book = make(async ({ id }) => {
          try {
            return await load(id);
          } catch {
            return null;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`null`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 25,
        },
      ],
    },
    {
      name: "reports an empty list that a callback gives",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => load(id).catch(() => []), { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`[]`" },
          line: 4,
          column: 73,
          endLine: 4,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports a success that a callback claims behind a log line",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          return await save(id).catch((error) => {
            console.error(error);
            return "Saved";
          });
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "`\"Saved\"`" },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 28,
        },
      ],
    },
    {
      name: "reports an empty list that is written as JSON",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return JSON.stringify(await load(id));
          } catch (error) {
            return JSON.stringify([]);
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`JSON.stringify([])`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports an object whose lists are empty",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return { items: await load(id), total: 1 };
          } catch (error) {
            return { items: [], total: 0 };
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`{ items: [], total: 0 }`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports text parts that claim success",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            await save(id);
          } catch {
            return { content: [{ type: "text", text: "Done" }] };
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "`{ content: [{ type: \"text\", text: \"Done\" }] }`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports text parts that are empty",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await load(id);
          } catch {
            return { content: [{ type: "text", text: "" }] };
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`{ content: [{ type: \"text\", text: \"\" }] }`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 62,
        },
      ],
    },
    {
      name: "reports a success that is told whatever became of the work",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            await save(id);
          } catch (error) {
            console.error(error);
          }
          return { success: true };
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "`{ success: true }`" },
          line: 10,
          column: 11,
          endLine: 10,
          endColumn: 36,
        },
      ],
    },
    {
      name: "reports the arm of a switch for all other failures",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            switch (error.code) {
              case "P2025":
                return "ERROR: no such booking";
              default:
                return [];
            }
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`[]`" },
          line: 12,
          column: 17,
          endLine: 12,
          endColumn: 27,
        },
      ],
    },
    {
      name: "reports a success that is claimed where the service was not reached",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            switch (error.code) {
              case "ECONNREFUSED":
              case "ETIMEDOUT":
                return "Booked.";
              default:
                return \`ERROR: not booked: \${error.message}\`;
            }
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "`\"Booked.\"`" },
          line: 11,
          column: 17,
          endLine: 11,
          endColumn: 34,
        },
      ],
    },
    {
      name: "reports an empty answer to too many requests",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            if (error.status === 429) {
              return "[]";
            }
            throw error;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`\"[]\"`" },
          line: 9,
          column: 15,
          endLine: 9,
          endColumn: 27,
        },
      ],
    },
    {
      name: "reports the branch for all other failures",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            if (error.status === 404) {
              return "ERROR: no such booking";
            } else {
              return null;
            }
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`null`" },
          line: 11,
          column: 15,
          endLine: 11,
          endColumn: 27,
        },
      ],
    },
    {
      name: "reports an empty answer behind a switch that only logs",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            switch (error.code) {
              case "P2025":
                console.warn("unknown booking");
                break;
              default:
                console.error(error);
            }
            return {};
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`{}`" },
          line: 15,
          column: 13,
          endLine: 15,
          endColumn: 23,
        },
      ],
    },
    {
      name: "reports a deed that a single word claims",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            return "Refunded.";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "`\"Refunded.\"`" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports a deed that is claimed at the end of a sentence",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            console.error(error);
            return "Thank you! Your payment has been processed.";
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "`\"Thank you! Your payment has been processed.\"`" },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports a deed that is claimed for what the model asked for",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            return \`Confirmation sent to \${id}\`;
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksSuccessful",
          data: { tool: "Tool \"book\"", result: "``Confirmation sent to ${id}``" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 49,
        },
      ],
    },
    {
      name: "reports an empty answer behind a condition that asks for something else",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const book = tool(async ({ id }) => {
          try {
            return await save(id);
          } catch (error) {
            if (process.env.DEBUG) console.error(error);
            return [];
          }
        }, { name: "book", description: "Books", schema: z.object({ id: z.string() }) });
      `,
      errors: [
        {
          messageId: "looksEmpty",
          data: { tool: "Tool \"book\"", result: "`[]`" },
          line: 9,
          column: 13,
          endLine: 9,
          endColumn: 23,
        },
      ],
    },
  ],
});

ruleTester.run("no-silent-tool-error: helpers, and answers with nothing in them", rule, {
  valid: [
    {
      name: "is silent about a helper that tells what failed",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

async function find(query: string) {
  try {
    return await api.search(query);
  } catch (error) {
    return { error: String(error) };
  }
}
export const search = tool({ description: "Searches", inputSchema: z.object({ query: z.string() }), execute: async ({ query }) => find(query) });
      `,
    },
    {
      name: "is silent about a helper whose empty answer the tool looks at",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

async function find(query: string) {
  try {
    return await api.search(query);
  } catch {
    return null;
  }
}
export const search = tool({
  description: "Searches",
  inputSchema: z.object({ query: z.string() }),
  execute: async ({ query }) => {
    const found = await find(query);
    if (!found) return "ERROR: the search is down. Try again later.";
    return found;
  },
});
      `,
    },
    {
      name: "is silent about a helper whose empty answer is one of two ways",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

async function cached(query: string) {
  try {
    return await api.cache.get(query);
  } catch {
    return null;
  }
}
export const search = tool({ description: "Searches", inputSchema: z.object({ query: z.string() }), execute: async ({ query }) => (await cached(query)) ?? api.search(query) });
      `,
    },
    {
      name: "is silent about a helper that nobody answers with",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

async function count(query: string) {
  try {
    await api.count(query);
  } catch {
    return null;
  }
}
export const search = tool({
  description: "Searches",
  inputSchema: z.object({ query: z.string() }),
  execute: async ({ query }) => {
    await count(query);
    return api.search(query);
  },
});
      `,
    },
    {
      name: "is silent about an object that says more than the tool's other answers",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

export const search = tool({
  description: "Searches",
  inputSchema: z.object({ query: z.string() }),
  execute: async ({ query }) => {
    try {
      const found = await api.search(query);
      return { items: found.items, count: found.items.length, query };
    } catch {
      return { items: [], count: 0, query, degraded: true };
    }
  },
});
      `,
    },
    {
      name: "is silent about an object that says something else under one of the same keys",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

export const search = tool({
  description: "Searches",
  inputSchema: z.object({ query: z.string() }),
  execute: async ({ query }) => {
    try {
      const found = await api.search(query);
      return { items: found.items, status: "ready", query };
    } catch {
      return { items: [], status: "offline", query };
    }
  },
});
      `,
    },
    {
      name: "is silent about an object that says the same whatever happens",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

export const ping = tool({
  description: "Pings",
  inputSchema: z.object({ host: z.string() }),
  execute: async ({ host }) => {
    try {
      await api.ping(host);
      return { host, hints: [] };
    } catch {
      return { host, hints: [] };
    }
  },
});
      `,
    },
  ],
  invalid: [
    {
      name: "reports an object that is the tool's answer with nothing in it",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

export const search = tool({
  description: "Searches",
  inputSchema: z.object({ query: z.string() }),
  execute: async ({ query }) => {
    const items: string[] = [];
    try {
      for (const page of await api.pages(query)) items.push(page.title);
      return { items, count: items.length, query, at: new Date().toISOString() };
    } catch (error) {
      console.error(error);
      return { items: [], count: 0, query, at: new Date().toISOString() };
    }
  },
});
      `,
      errors: [{ messageId: "looksEmpty", data: { tool: 'Tool "search"', result: "`{ items: [], count: 0, query, at: new Date().toISOString() }`" }, line: 16, column: 7, endLine: 16, endColumn: 75 }],
    },
    {
      name: "reports the same written as JSON",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

export const search = tool({
  description: "Searches",
  inputSchema: z.object({ query: z.string() }),
  execute: async ({ query }) => {
    try {
      const found = await api.search(query);
      return JSON.stringify({ query, items: found.items });
    } catch {
      return JSON.stringify({ query, items: [] });
    }
  },
});
      `,
      errors: [{ messageId: "looksEmpty", data: { tool: 'Tool "search"', result: "`JSON.stringify({ query, items: [] })`" }, line: 14, column: 7, endLine: 14, endColumn: 51 }],
    },
    {
      name: "reports an empty answer of the helper that answers for the tool",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

async function find(query: string) {
  try {
    return await api.search(query);
  } catch (error) {
    console.error(error);
    return [];
  }
}
export const search = tool({ description: "Searches", inputSchema: z.object({ query: z.string() }), execute: async ({ query }) => find(query) });
      `,
      errors: [{ messageId: "looksEmpty", data: { tool: 'Tool "search"', result: "`[]`" }, line: 11, column: 5, endLine: 11, endColumn: 15 }],
    },
    {
      name: "reports it once for two tools, through a constant and as JSON",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

const find = async (query: string) => {
  try {
    return await api.search(query);
  } catch {
    return [];
  }
};
export const search = tool({
  description: "Searches",
  inputSchema: z.object({ query: z.string() }),
  execute: async ({ query }) => {
    const found = await find(query);
    return JSON.stringify(found);
  },
});
export const lookUp = tool({ description: "Looks up", inputSchema: z.object({ query: z.string() }), execute: async ({ query }) => find(query) });
      `,
      errors: [{ messageId: "looksEmpty", data: { tool: 'Tool "search"', result: "`[]`" }, line: 10, column: 5, endLine: 10, endColumn: 15 }],
    },
    {
      name: "reports a success that a helper of a helper claims",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { api } from "./api.js";

async function post(text: string) {
  try {
    await api.post(text);
    return { success: true };
  } catch {
    return { success: true };
  }
}
async function announce(text: string) {
  return post(text.trim());
}
export const publish = tool({ description: "Publishes", inputSchema: z.object({ text: z.string() }), execute: async ({ text }) => announce(text) });
      `,
      errors: [{ messageId: "looksSuccessful", data: { tool: 'Tool "publish"', result: "`{ success: true }`" }, line: 11, column: 5, endLine: 11, endColumn: 30 }],
    },
  ],
});

const LANGCHAIN = `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { crm, logger } from "./services.js";
`;

ruleTester.run("no-silent-tool-error: an answer that keeps its first value", rule, {
  valid: [
    {
      name: "is silent where the failure is told by another variable",
      code: `${LANGCHAIN}
export const contacts = tool(async ({ company }) => {
  let rows = [];
  let note = "";
  try {
    rows = await crm.contacts(company);
  } catch (error) {
    note = String(error);
  }
  return JSON.stringify({ rows, note });
}, { name: "contacts", description: "Lists contacts", schema: z.object({ company: z.string() }) });
      `,
    },
    {
      name: "is silent where the first value says that nothing was read",
      code: `${LANGCHAIN}
export const contacts = tool(async ({ company }) => {
  let answer = "ERROR: the contacts could not be read.";
  try {
    answer = await crm.contacts(company);
  } catch (error) {
    logger.error(error);
  }
  return answer;
}, { name: "contacts", description: "Lists contacts", schema: z.object({ company: z.string() }) });
      `,
    },
    {
      name: "is silent where the value is asked for again before it is answered",
      code: `${LANGCHAIN}
export const contacts = tool(async ({ company }) => {
  let rows = null;
  try {
    rows = await crm.contacts(company);
  } catch (error) {
    logger.error(error);
  }
  if (!rows) return "ERROR: the contacts could not be read.";
  return JSON.stringify(rows);
}, { name: "contacts", description: "Lists contacts", schema: z.object({ company: z.string() }) });
      `,
    },
    {
      name: "is silent about an addition to what the tool has read already",
      code: `${LANGCHAIN}
export const contacts = tool(async ({ company }) => {
  const found = await crm.company(company);
  let notes = [];
  try {
    notes = await crm.notes(found.id);
  } catch (error) {
    logger.warn(error);
  }
  return JSON.stringify(notes);
}, { name: "contacts", description: "Lists contacts", schema: z.object({ company: z.string() }) });
      `,
    },
    {
      name: "is silent where the catch fills the variable",
      code: `${LANGCHAIN}
export const contacts = tool(async ({ company }) => {
  let answer = "";
  try {
    answer = await crm.contacts(company);
  } catch (error) {
    answer = \`ERROR: \${error.message}\`;
  }
  return answer;
}, { name: "contacts", description: "Lists contacts", schema: z.object({ company: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a list that stays empty when it cannot be read",
      code: `${LANGCHAIN}
export const contacts = tool(async ({ company }) => {
  let rows = [];
  try {
    rows = await crm.contacts(company);
  } catch (error) {
    logger.error("contacts failed", error);
  }
  return JSON.stringify(rows);
}, { name: "contacts", description: "Lists contacts", schema: z.object({ company: z.string() }) });
      `,
      errors: [{ messageId: "looksEmpty", data: { tool: 'Tool "contacts"', result: "`JSON.stringify(rows)`" }, line: 13, column: 3, endLine: 13, endColumn: 31 }],
    },
    {
      name: "reports a variable that begins with nothing at all",
      code: `${LANGCHAIN}
export const contacts = tool(async ({ company }) => {
  let rows;
  try {
    rows = await crm.contacts(company);
  } catch {}
  return rows;
}, { name: "contacts", description: "Lists contacts", schema: z.object({ company: z.string() }) });
      `,
      errors: [{ messageId: "looksEmpty", data: { tool: 'Tool "contacts"', result: "`rows`" }, line: 11, column: 3, endLine: 11, endColumn: 15 }],
    },
  ],
});
