import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-client-in-handler.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-client-in-handler", rule, {
  valid: [
    {
      name: "is silent about a client whose settings are a row that the request chooses",
      code: `
import { createClient } from "@supabase/supabase-js";
import OpenAI from "openai";

export async function POST(request: Request) {
  const { modelId, messages } = await request.json();
  const db = createClient(process.env.SUPABASE_URL!, process.env.SUPABASE_KEY!);
  const { data: chosen } = await db.from("models").select("*").eq("id", modelId).single();
  const custom = new OpenAI({ apiKey: chosen.api_key || "", baseURL: chosen.base_url });
  return Response.json(await custom.chat.completions.create({ model: "m", messages }));
}
      `,
    },
    {
      name: "is silent about a client at the top of the module",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export const ask = tool(async ({ text }) => model.invoke(text), { name: "ask", description: "Asks", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a client whose settings come from a parameter",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const ask = tool(async ({ text }, config) => new ChatOpenAI({ model: config.configurable?.model }).invoke(text), { name: "ask", description: "Asks", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a client with the caller's own key",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export async function POST(req) {
          const { apiKey } = await req.json();
          const model = new ChatOpenAI({ apiKey });
          return model.invoke("hi");
        }
      `,
    },
    {
      name: "is silent about a factory",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export function makeModel() {
          return new ChatOpenAI({ model: "gpt-5" });
        }
      `,
    },
    {
      name: "is silent about an arrow that only makes the client",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const makeModel = () => new ChatOpenAI({ model: "gpt-5" });
      `,
    },
    {
      name: "is silent about a lazy singleton",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        let model;
        export async function POST(req) {
          model ??= new ChatOpenAI({ model: "gpt-5" });
          return model.invoke(await req.text());
        }
      `,
    },
    {
      name: "is silent about a constructor",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export class Assistant {
          constructor() {
            this.model = new ChatOpenAI({ model: "gpt-5" });
          }
        }
      `,
    },
    {
      name: "is silent about a field of a class",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export class Assistant {
          model = new ChatOpenAI({ model: "gpt-5" });
        }
      `,
    },
    {
      name: "is silent about a getter that keeps the client",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export class Assistant {
          get model() {
            return (this.kept ??= new ChatOpenAI({ model: "gpt-5" }));
          }
        }
      `,
    },
    {
      name: "is silent about the set-up of a graph",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { Annotation, StateGraph } from "@langchain/langgraph";
        export function build(State = Annotation.Root({})) {
          const model = new ChatOpenAI({ model: "gpt-5" });
          const answer = async (state) => ({ messages: await model.invoke(state.messages) });
          return new StateGraph(State).addNode("answer", answer).compile();
        }
      `,
    },
    {
      name: "is silent about a function that takes nothing and runs once",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        async function main() {
          const model = new ChatOpenAI({ model: "gpt-5" });
          console.log(await model.invoke("hi"));
        }
        main();
      `,
    },
    {
      name: "is silent about a client of another library",
      code: `
        import { ChatOpenAI } from "./fakes";
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const ask = tool(async ({ text }) => new ChatOpenAI({ model: "gpt-5" }).invoke(text), { name: "ask", description: "Asks", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent about a shadowed class",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export { ChatOpenAI };
        export const make = (ChatOpenAI) => tool(async ({ text }) => new ChatOpenAI({ model: "gpt-5" }).invoke(text), { name: "ask", description: "Asks", schema: z.object({ text: z.string() }) });
      `,
    },
    {
      name: "is silent in a script",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export async function run(text) {
          const model = new ChatOpenAI({ model: "gpt-5" });
          return model.invoke(text);
        }
      `,
      filename: at("scripts/run.ts"),
    },
    {
      name: "is silent about settings that are spread from a parameter",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export async function ask(options) {
          const model = new ChatOpenAI({ ...options });
          return model.invoke("hi");
        }
      `,
    },
    {
      name: "is silent about a provider of the AI SDK at the top of the module",
      code: `
        import { createOpenAI } from "@ai-sdk/openai";
        import { generateText } from "ai";
        const openai = createOpenAI({ apiKey: process.env.OPENAI_API_KEY });
        export async function POST(req) {
          return generateText({ model: openai("gpt-5"), prompt: await req.text() });
        }
      `,
    },
    {
      name: "is silent about a provider of the AI SDK with the caller's own key",
      code: `
        import { createOpenAI } from "@ai-sdk/openai";
        import { generateText } from "ai";
        export async function POST(req) {
          const { apiKey, text } = await req.json();
          return generateText({ model: createOpenAI({ apiKey })("gpt-5"), prompt: text });
        }
      `,
    },
    {
      name: "is silent about a model that a provider only names",
      code: `
        import { openai } from "@ai-sdk/openai";
        import { generateText } from "ai";
        export async function POST(req) {
          return generateText({ model: openai("gpt-5"), prompt: await req.text() });
        }
      `,
    },
    {
      name: "is silent about other things that packages of the AI SDK create",
      code: `
        import { createMCPClient } from "@ai-sdk/mcp";
        import { generateText } from "ai";
        export async function POST(req) {
          const client = await createMCPClient({ transport: { type: "http", url: "https://mcp.example.com" } });
          return generateText({ model: "openai/gpt-5", tools: await client.tools(), prompt: await req.text() });
        }
      `,
    },
    {
      name: "is silent about a function of the project by the name of a provider's",
      code: `
        import { createOpenAI } from "./providers";
        import { generateText } from "ai";
        export async function POST(req) {
          return generateText({ model: createOpenAI({ tier: "pro" })("gpt-5"), prompt: await req.text() });
        }
      `,
    },
    {
      name: "is silent about settings that a function works out on every call",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { pickModel } from "./models";
        export async function POST(req) {
          const model = new ChatOpenAI({ model: pickModel() });
          return model.invoke(await req.text());
        }
      `,
    },
    {
      name: "is silent about settings in a variable that is written again",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        let tier = "gpt-5";
        export const setTier = (next) => { tier = next; };
        export async function POST(req) {
          const model = new ChatOpenAI({ model: tier });
          return model.invoke(await req.text());
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports a client in a tool",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const ask = tool(async ({ text }) => new ChatOpenAI({ model: "gpt-5" }).invoke(text), { name: "ask", description: "Asks", schema: z.object({ text: z.string() }) });
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every call of this tool" },
          line: 5,
          column: 53,
          endLine: 5,
          endColumn: 87,
        },
      ],
    },
    {
      name: "reports a client held in a constant of a tool",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const ask = tool(async ({ text }) => {
          const model = new ChatOpenAI({ model: "gpt-5", temperature: 0 });
          const answer = await model.invoke(text);
          return answer.text;
        }, { name: "ask", description: "Asks", schema: z.object({ text: z.string() }) });
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every call of this tool" },
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports a client in a route",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export async function POST(req) {
          const model = new ChatOpenAI({ model: "gpt-5" });
          return Response.json(await model.invoke(await req.text()));
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every request" },
          line: 4,
          column: 25,
          endLine: 4,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports a client in an Express handler",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        app.post("/chat", async (req, res) => {
          const model = new ChatOpenAI({});
          res.json(await model.invoke(req.body.text));
        });
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every request" },
          line: 4,
          column: 25,
          endLine: 4,
          endColumn: 43,
        },
      ],
    },
    {
      name: "reports a client that a handler gives to an agent",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        export async function POST(req) {
          const model = new ChatOpenAI({ model: "gpt-5" });
          const agent = createAgent({ model, tools: [] });
          return Response.json(await agent.invoke(await req.json()));
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every request" },
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports a client in a node that is written in place",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { Annotation, StateGraph } from "@langchain/langgraph";
        export const graph = new StateGraph(Annotation.Root({})).addNode("answer", async (state) => {
          const model = new ChatOpenAI({ model: "gpt-5" });
          return { messages: await model.invoke(state.messages) };
        });
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every run of this node" },
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports a client in a function with a node's signature",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import type { LangGraphRunnableConfig } from "@langchain/langgraph";
        export async function answer(state: object, config: LangGraphRunnableConfig) {
          return new ChatOpenAI({ model: "gpt-5" }).invoke("hi", config);
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every run of this node" },
          line: 5,
          column: 18,
          endLine: 5,
          endColumn: 52,
        },
      ],
    },
    {
      name: "reports a client in another function that runs it",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export async function summarise(text) {
          const model = new ChatOpenAI({ model: "gpt-5" });
          return model.invoke(text);
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every call of this function" },
          line: 4,
          column: 25,
          endLine: 4,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports a client behind bound tools",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export async function summarise(text) {
          const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([]);
          return model.invoke(text);
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every call of this function" },
          line: 4,
          column: 25,
          endLine: 4,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports a model that is made by name",
      code: `
        import { initChatModel } from "langchain";
        export async function summarise(text) {
          const model = await initChatModel("openai:gpt-5");
          return model.invoke(text);
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "initChatModel", place: "every call of this function" },
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 60,
        },
      ],
    },
    {
      name: "reports a provider's own client",
      code: `
        import OpenAI from "openai";
        export async function POST(req) {
          const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
          return Response.json(await openai.responses.create({ input: await req.text() }));
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "openai", place: "every request" },
          line: 4,
          column: 26,
          endLine: 4,
          endColumn: 76,
        },
      ],
    },
    {
      name: "reports settings held in constants of the module",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const OPTIONS = { model: "gpt-5" };
        export async function POST(req) {
          const model = new ChatOpenAI(OPTIONS);
          return model.invoke(await req.text());
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every request" },
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 48,
        },
      ],
    },
    {
      name: "reports an aliased class",
      code: `
        import { ChatAnthropic as Claude } from "@langchain/anthropic";
        export async function POST(req) {
          const model = new Claude({ model: "claude-sonnet-4-5" });
          return model.invoke(await req.text());
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatAnthropic", place: "every request" },
          line: 4,
          column: 25,
          endLine: 4,
          endColumn: 67,
        },
      ],
    },
    {
      name: "reports a class of a namespace behind a type assertion",
      code: `
        import * as openai from "@langchain/openai";
        export async function POST(req: Request) {
          const model = new openai.ChatOpenAI({ model: "gpt-5" }) as never;
          return run(model, await req.text());
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every request" },
          line: 4,
          column: 25,
          endLine: 4,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports a provider of the AI SDK in a route",
      code: `
        import { createOpenAI } from "@ai-sdk/openai";
        import { generateText } from "ai";
        export async function POST(req) {
          const openai = createOpenAI({ apiKey: process.env.OPENAI_API_KEY });
          return generateText({ model: openai("gpt-5"), prompt: await req.text() });
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "createOpenAI", place: "every request" },
          line: 5,
          column: 26,
          endLine: 5,
          endColumn: 78,
        },
      ],
    },
    {
      name: "reports a provider in a tool with a key of the project's environment",
      code: `
        import { createPerplexity } from "@ai-sdk/perplexity";
        import { generateText, tool } from "ai";
        import { z } from "zod";
        import { env } from "@/env";
        export const research = tool({
          description: "Researches a topic",
          inputSchema: z.object({ topic: z.string() }),
          execute: async ({ topic }) => {
            const { text } = await generateText({ model: createPerplexity({ apiKey: env.PERPLEXITY_API_KEY })("sonar"), prompt: topic });
            return text;
          },
        });
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "createPerplexity", place: "every call of this tool" },
          line: 10,
          column: 58,
          endLine: 10,
          endColumn: 110,
        },
      ],
    },
    {
      name: "reports embeddings of any package of LangChain",
      code: `
        import { CohereEmbeddings } from "@langchain/cohere";
        export async function POST(req) {
          const embeddings = new CohereEmbeddings({ model: "embed-v4.0" });
          return Response.json(await embeddings.embedQuery(await req.text()));
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "CohereEmbeddings", place: "every request" },
          line: 4,
          column: 30,
          endLine: 4,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports a chat model of the community's package",
      code: `
        import { ChatFireworks } from "@langchain/community/chat_models/fireworks";
        export async function POST(req) {
          const model = new ChatFireworks({ temperature: Number(process.env.TEMPERATURE) });
          return Response.json(await model.invoke(await req.text()));
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatFireworks", place: "every request" },
          line: 4,
          column: 25,
          endLine: 4,
          endColumn: 92,
        },
      ],
    },
    {
      name: "reports settings that the module works out once",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { loadSettings } from "./settings";
        const settings = loadSettings();
        export async function POST(req) {
          const model = new ChatOpenAI({ model: settings.model });
          return model.invoke(await req.text());
        }
      `,
      errors: [
        {
          messageId: "rebuiltClient",
          data: { name: "ChatOpenAI", place: "every request" },
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 66,
        },
      ],
    },
  ],
});
