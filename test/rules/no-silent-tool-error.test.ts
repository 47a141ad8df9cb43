import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-silent-tool-error.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-silent-tool-error", rule, {
  valid: [
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
  ],
  invalid: [
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
  ],
});
