import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/prefer-parallel-tool-calls.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("prefer-parallel-tool-calls", rule, {
  valid: [
    {
      name: "is silent about a memory that another one leads to",
      code: `
        import { tool } from "@langchain/core/tools";
        import { InMemoryStore } from "@langchain/langgraph";
        import { z } from "zod";
        const store = new InMemoryStore();
        export const recall = tool(async (input, config) => {
          const user = config.configurable.user_id;
          const taste = await store.get(["taste"], user);
          const plans = await store.get(["plans", taste.value.topic], user);
          return JSON.stringify([taste, plans]);
        }, { name: "recall", description: "Recalls", schema: z.object({}) });
      `,
    },
    {
      name: "is silent about memories between which one is written",
      code: `
        import { tool } from "@langchain/core/tools";
        import { InMemoryStore } from "@langchain/langgraph";
        import { z } from "zod";
        const store = new InMemoryStore();
        export const recall = tool(async (input, config) => {
          const user = config.configurable.user_id;
          const taste = await store.get(["taste"], user);
          await store.put(["seen"], user, { at: 1 });
          const plans = await store.get(["plans"], user);
          return JSON.stringify([taste, plans]);
        }, { name: "recall", description: "Recalls", schema: z.object({}) });
      `,
    },
    {
      name: "is silent about what a Map holds",
      code: `
        import { tool } from "@langchain/core/tools";
        import { InMemoryStore } from "@langchain/langgraph";
        import { z } from "zod";
        const store = new InMemoryStore();
        export const recall = tool(async (input, config) => {
          const user = config.configurable.user_id;
          const kept = new Map();
          const taste = await kept.get("taste");
          const plans = await kept.get("plans");
          return JSON.stringify([taste, plans]);
        }, { name: "recall", description: "Recalls", schema: z.object({}) });
      `,
    },
    {
      name: "is silent about lookups that start together",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const [weather, news] = await Promise.all([fetch(\`https://weather.example.com/\${city}\`), fetch(\`https://news.example.com/\${city}\`)]);
          return weather.status + news.status;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about promises that are started before they are awaited",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const weather = fetch(\`https://weather.example.com/\${city}\`);
          const news = fetch(\`https://news.example.com/\${city}\`);
          return [await weather, await news].join();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about a lookup that needs the one before",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const place = await (await fetch("https://geo.example.com/" + city)).json();
          const weather = await fetch(\`https://weather.example.com/\${place.id}\`);
          return weather.text();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about a lookup that needs what was made of the one before",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const response = await fetch("https://geo.example.com/" + city);
          const { id } = await response.json();
          const weather = await fetch(\`https://weather.example.com/\${id}\`);
          return weather.text();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent where a refusal stands between",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          if (!weather.ok) return "ERROR: no such city";
          const news = await fetch(\`https://news.example.com/\${city}\`);
          return news.text();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent where something is waited for between",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { pause } from "./pause";
        export const brief = tool(async ({ city }) => {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          await pause(1_000);
          const news = await fetch(\`https://news.example.com/\${city}\`);
          return weather.status + news.status;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about a change between",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          const ticket = await fetch("https://desk.example.com/tickets", { method: "POST", body: city });
          return weather.status + ticket.status;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper that looks up and changes",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const loadWeather = async (city) => (await fetch("https://weather.example.com/" + city)).json();
        const loadNews = async (city) => (await fetch("https://news.example.com/" + city)).json();
        async function visit(city) {
          await fetch("https://desk.example.com/visits", { method: "POST", body: city });
          return loadNews(city);
        }
        export const brief = tool(async ({ city }) => {
          const weather = await loadWeather(city);
          const seen = await visit(city);
          return weather + seen;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper that keeps something for the next call",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const loadWeather = async (city) => (await fetch("https://weather.example.com/" + city)).json();
        const loadNews = async (city) => (await fetch("https://news.example.com/" + city)).json();
        let session;
        async function signIn(city) {
          session = await fetch("https://login.example.com/" + city);
          return true;
        }
        export const brief = tool(async ({ city }) => {
          const token = await signIn(city);
          const news = await loadNews(city);
          return news.title;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about a lookup under a condition",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          const news = city === "Bern" ? await fetch(\`https://news.example.com/\${city}\`) : undefined;
          return [weather, news].join();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about lookups in different branches",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          if (city === "Bern") {
            const weather = await fetch(\`https://weather.example.com/\${city}\`);
            return weather.text();
          }
          const news = await fetch(\`https://news.example.com/\${city}\`);
          return news.text();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about a method that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { method } from "./method";
        export const brief = tool(async ({ city }) => {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          const news = await fetch("https://news.example.com/", { method });
          return [weather, news].join();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about a variable that may be written again",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          let weather = await fetch(\`https://weather.example.com/\${city}\`);
          let news = await fetch(\`https://news.example.com/\${city}\`);
          return [weather, news].join();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about functions of the project that ask nobody",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const parse = async (text) => text.split(",");
        export const brief = tool(async ({ city }) => {
          const first = await parse(city);
          const second = await parse(city.trim());
          return [first, second].join();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about a fetch that is no global",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { fetch } from "./cassette";
        export const brief = tool(async ({ city }) => {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          const news = await fetch(\`https://news.example.com/\${city}\`);
          return [weather, news].join();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent outside of tools",
      code: `
        import { tool } from "@langchain/core/tools";
        export { tool };
        export async function brief(city) {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          const news = await fetch(\`https://news.example.com/\${city}\`);
          return [weather, news].join();
        }
      `,
    },
    {
      name: "is silent about tests",
      filename: at("test/brief.test.ts"),
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          const news = await fetch(\`https://news.example.com/\${city}\`);
          return [weather, news].join();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
    },
    {
      name: "is silent about calls that are allowed together",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news], { parallel_tool_calls: true });
      `,
    },
    {
      name: "is silent about an option that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        import { parallel } from "./settings";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news], { parallel_tool_calls: parallel });
      `,
    },
    {
      name: "is silent about a single tool",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather], { parallel_tool_calls: false });
      `,
    },
    {
      name: "is silent about a tool that the model has to call",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news], { parallel_tool_calls: false, tool_choice: "weather" });
      `,
    },
    {
      name: "is silent about a tool that acts",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, close], { parallel_tool_calls: false });
      `,
    },
    {
      name: "is silent where a person is asked",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        import { interrupt } from "@langchain/langgraph";
        const ask = tool(async ({ question }) => interrupt(question), { name: "ask" });
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, ask], { parallel_tool_calls: false });
      `,
    },
    {
      name: "is silent about a conversation that is handed over",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        import { Command } from "@langchain/langgraph";
        const hand = tool(async ({ to }) => new Command({ goto: to, graph: Command.PARENT }), { name: "hand" });
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, hand], { parallel_tool_calls: false });
      `,
    },
    {
      name: "is silent about an agent that asks before one of its tools",
      code: `
        import { Agent, tool } from "@openai/agents";
        import { z } from "zod";
        const weather = tool({ name: "weather", description: "W", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://weather.example.com/\${city}\`) });
        const news = tool({ name: "news", description: "N", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://news.example.com/\${city}\`) });
        const refund = tool({ name: "refund", description: "R", parameters: z.object({ id: z.string() }), needsApproval: true, execute: async ({ id }) => fetch("https://pay.example.com/" + id, { method: "POST" }) });
        export const agent = new Agent({ name: "Jarvis", tools: [weather, refund], modelSettings: { parallelToolCalls: false } });
      `,
    },
    {
      name: "is silent about the same word in the options of another library",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news], {});
        import { run } from "@acme/queue";
        run({ parallel_tool_calls: false });
      `,
    },
    {
      name: "is silent about a list that goes on out of sight",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        import { more } from "./more";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news, ...more], { parallel_tool_calls: false });
      `,
    },
    {
      name: "is silent about a tool that cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        import { handOver } from "./hand-over";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, handOver], { parallel_tool_calls: false });
      `,
    },
    {
      name: "is silent about a request whose tools cannot be seen",
      code: `
        import OpenAI from "openai";
        const client = new OpenAI();
        export const ask = (messages, tools) => client.chat.completions.create({ model: "gpt-5", messages, tools, parallel_tool_calls: false });
      `,
    },
    {
      name: "is silent about an agent whose tools cannot be seen",
      code: `
        import { Agent, tool } from "@openai/agents";
        import { tools } from "./tools";
        import { z } from "zod";
        const weather = tool({ name: "weather", description: "W", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://weather.example.com/\${city}\`) });
        const news = tool({ name: "news", description: "N", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://news.example.com/\${city}\`) });
        const refund = tool({ name: "refund", description: "R", parameters: z.object({ id: z.string() }), needsApproval: true, execute: async ({ id }) => fetch("https://pay.example.com/" + id, { method: "POST" }) });
        export const agent = new Agent({ name: "Jarvis", tools: tools, modelSettings: { parallelToolCalls: false } });
      `,
    },
    {
      name: "is silent about the same word in data",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news], {});
        export const defaults = { parallel_tool_calls: false };
      `,
    },
  ],
  invalid: [
    {
      name: "reports two requests in a row",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          const news = await fetch(\`https://news.example.com/\${city}\`);
          return weather.status + news.status;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "fetch(`https://news.example.com/${city}`)", first: "fetch(`https://weather.example.com/${city}`)", tool: "tool \"brief\"" },
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 35,
          suggestions: [
            {
              messageId: "startTogether",
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const [weather, news] = await Promise.all([fetch(\`https://weather.example.com/\${city}\`), fetch(\`https://news.example.com/\${city}\`)]);
          return weather.status + news.status;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports two memories that a tool looks up in a row",
      code: `
        import { tool } from "@langchain/core/tools";
        import { InMemoryStore } from "@langchain/langgraph";
        import { z } from "zod";
        const store = new InMemoryStore();
        export const recall = tool(async (input, config) => {
          const user = config.configurable.user_id;
          const taste = await store.get(["taste"], user);
          const plans = await store.search(["plans", user]);
          return JSON.stringify([taste, plans]);
        }, { name: "recall", description: "Recalls", schema: z.object({}) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "store.search([\"plans\", user])", first: "store.get([\"taste\"], user)", tool: "tool \"recall\"" },
          line: 9,
          column: 31,
          endLine: 9,
          endColumn: 43,
          suggestions: [
            {
              messageId: "startTogether",
              output: `
        import { tool } from "@langchain/core/tools";
        import { InMemoryStore } from "@langchain/langgraph";
        import { z } from "zod";
        const store = new InMemoryStore();
        export const recall = tool(async (input, config) => {
          const user = config.configurable.user_id;
          const [taste, plans] = await Promise.all([store.get(["taste"], user), store.search(["plans", user])]);
          return JSON.stringify([taste, plans]);
        }, { name: "recall", description: "Recalls", schema: z.object({}) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports two helpers in a row",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const loadWeather = async (city) => (await fetch("https://weather.example.com/" + city)).json();
        const loadNews = async (city) => (await fetch("https://news.example.com/" + city)).json();
        export const brief = tool(async ({ city }) => {
          const weather = await loadWeather(city);
          const { title } = await loadNews(city);
          return weather.sky + title;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "loadNews(city)", first: "loadWeather(city)", tool: "tool \"brief\"" },
          line: 8,
          column: 35,
          endLine: 8,
          endColumn: 43,
          suggestions: [
            {
              messageId: "startTogether",
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const loadWeather = async (city) => (await fetch("https://weather.example.com/" + city)).json();
        const loadNews = async (city) => (await fetch("https://news.example.com/" + city)).json();
        export const brief = tool(async ({ city }) => {
          const [weather, { title }] = await Promise.all([loadWeather(city), loadNews(city)]);
          return weather.sky + title;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports three in a row once",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const loadWeather = async (city) => (await fetch("https://weather.example.com/" + city)).json();
        const loadNews = async (city) => (await fetch("https://news.example.com/" + city)).json();
        export const brief = tool(async ({ city }) => {
          const weather = await loadWeather(city);
          const news = await loadNews(city);
          const more = await loadNews(city.toUpperCase());
          return [weather, news, more].join();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "loadNews(city)", first: "loadWeather(city)", tool: "tool \"brief\"" },
          line: 8,
          column: 30,
          endLine: 8,
          endColumn: 38,
          suggestions: [
            {
              messageId: "startTogether",
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const loadWeather = async (city) => (await fetch("https://weather.example.com/" + city)).json();
        const loadNews = async (city) => (await fetch("https://news.example.com/" + city)).json();
        export const brief = tool(async ({ city }) => {
          const [weather, news, more] = await Promise.all([loadWeather(city), loadNews(city), loadNews(city.toUpperCase())]);
          return [weather, news, more].join();
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a second request behind what is made of the first",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const response = await fetch(\`https://weather.example.com/\${city}\`);
          const weather = await response.json();
          const news = await (await fetch(\`https://news.example.com/\${city}\`)).json();
          return weather.sky + news.title;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "fetch(`https://news.example.com/${city}`)", first: "fetch(`https://weather.example.com/${city}`)", tool: "tool \"brief\"" },
          line: 7,
          column: 37,
          endLine: 7,
          endColumn: 42,
        },
      ],
    },
    {
      name: "reports requests whose answers are read at once, without an edit",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const weather = await (await fetch(\`https://weather.example.com/\${city}\`)).json();
          const news = await (await fetch(\`https://news.example.com/\${city}\`)).json();
          return weather.sky + news.title;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "fetch(`https://news.example.com/${city}`)", first: "fetch(`https://weather.example.com/${city}`)", tool: "tool \"brief\"" },
          line: 6,
          column: 37,
          endLine: 6,
          endColumn: 42,
        },
      ],
    },
    {
      name: "reports a pair with a comment between, without an edit",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          // What people there read today.
          const news = await fetch(\`https://news.example.com/\${city}\`);
          return weather.status + news.status;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "fetch(`https://news.example.com/${city}`)", first: "fetch(`https://weather.example.com/${city}`)", tool: "tool \"brief\"" },
          line: 7,
          column: 30,
          endLine: 7,
          endColumn: 35,
        },
      ],
    },
    {
      name: "reports a search that is sent as a POST",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          const news = await fetch("https://news.example.com/search", { method: "POST", body: city });
          return weather.status + news.status;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "fetch(\"https://news.example.com/search\", { method: \"POST\", body: city })", first: "fetch(`https://weather.example.com/${city}`)", tool: "tool \"brief\"" },
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 35,
          suggestions: [
            {
              messageId: "startTogether",
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const [weather, news] = await Promise.all([fetch(\`https://weather.example.com/\${city}\`), fetch("https://news.example.com/search", { method: "POST", body: city })]);
          return weather.status + news.status;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a pair in a try",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          try {
            const weather = await fetch(\`https://weather.example.com/\${city}\`);
            const news = await fetch(\`https://news.example.com/\${city}\`);
            return weather.status + news.status;
          } catch (error) {
            return \`ERROR: \${error}\`;
          }
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "fetch(`https://news.example.com/${city}`)", first: "fetch(`https://weather.example.com/${city}`)", tool: "tool \"brief\"" },
          line: 7,
          column: 32,
          endLine: 7,
          endColumn: 37,
          suggestions: [
            {
              messageId: "startTogether",
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          try {
            const [weather, news] = await Promise.all([fetch(\`https://weather.example.com/\${city}\`), fetch(\`https://news.example.com/\${city}\`)]);
            return weather.status + news.status;
          } catch (error) {
            return \`ERROR: \${error}\`;
          }
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a pair in a helper of the tool",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function load(city) {
          const weather = await fetch(\`https://weather.example.com/\${city}\`);
          const news = await fetch(\`https://news.example.com/\${city}\`);
          return weather.status + news.status;
        }
        export const brief = tool(async ({ city }) => {
          return load(city);
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "fetch(`https://news.example.com/${city}`)", first: "fetch(`https://weather.example.com/${city}`)", tool: "tool \"brief\"" },
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 35,
          suggestions: [
            {
              messageId: "startTogether",
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        async function load(city) {
          const [weather, news] = await Promise.all([fetch(\`https://weather.example.com/\${city}\`), fetch(\`https://news.example.com/\${city}\`)]);
          return weather.status + news.status;
        }
        export const brief = tool(async ({ city }) => {
          return load(city);
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports the independent ones of three",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const place = await (await fetch("https://geo.example.com/" + city)).json();
          const weather = await fetch("https://weather.example.com/" + place.id);
          const news = await fetch("https://news.example.com/" + place.id);
          return weather.status + news.status;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "fetch(\"https://news.example.com/\" + place.id)", first: "fetch(\"https://weather.example.com/\" + place.id)", tool: "tool \"brief\"" },
          line: 7,
          column: 30,
          endLine: 7,
          endColumn: 35,
          suggestions: [
            {
              messageId: "startTogether",
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const brief = tool(async ({ city }) => {
          const place = await (await fetch("https://geo.example.com/" + city)).json();
          const [weather, news] = await Promise.all([fetch("https://weather.example.com/" + place.id), fetch("https://news.example.com/" + place.id)]);
          return weather.status + news.status;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports axios",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        export const brief = tool(async ({ city }) => {
          const { data: weather } = await axios.get("https://weather.example.com/" + city);
          const { data: news } = await axios.get("https://news.example.com/" + city);
          return weather.sky + news.title;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
      errors: [
        {
          messageId: "inARow",
          data: { second: "axios.get(\"https://news.example.com/\" + city)", first: "axios.get(\"https://weather.example.com/\" + city)", tool: "tool \"brief\"" },
          line: 7,
          column: 40,
          endLine: 7,
          endColumn: 49,
          suggestions: [
            {
              messageId: "startTogether",
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import axios from "axios";
        export const brief = tool(async ({ city }) => {
          const [{ data: weather }, { data: news }] = await Promise.all([axios.get("https://weather.example.com/" + city), axios.get("https://news.example.com/" + city)]);
          return weather.sky + news.title;
        }, { name: "brief", description: "Weather and news of a city", schema: z.object({ city: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a model that may call one tool at a time",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news], { parallel_tool_calls: false });
      `,
      errors: [
        {
          messageId: "oneByOne",
          data: { option: "parallel_tool_calls" },
          line: 8,
          column: 94,
          endLine: 8,
          endColumn: 120,
          suggestions: [
            {
              messageId: "removeOption",
              output: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news], {});
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a model that chooses its tools freely",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news], { tool_choice: "auto", parallel_tool_calls: false });
      `,
      errors: [
        {
          messageId: "oneByOne",
          data: { option: "parallel_tool_calls" },
          line: 8,
          column: 115,
          endLine: 8,
          endColumn: 141,
          suggestions: [
            {
              messageId: "removeOption",
              output: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        const close = tool(async ({ id }) => fetch("https://desk.example.com/" + id, { method: "DELETE" }), { name: "close", schema: z.object({ id: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news], { tool_choice: "auto" });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an agent that may call one tool at a time",
      code: `
        import { Agent, tool } from "@openai/agents";
        import { z } from "zod";
        const weather = tool({ name: "weather", description: "W", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://weather.example.com/\${city}\`) });
        const news = tool({ name: "news", description: "N", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://news.example.com/\${city}\`) });
        const refund = tool({ name: "refund", description: "R", parameters: z.object({ id: z.string() }), needsApproval: true, execute: async ({ id }) => fetch("https://pay.example.com/" + id, { method: "POST" }) });
        export const agent = new Agent({ name: "Jarvis", tools: [weather, news], modelSettings: { parallelToolCalls: false } });
      `,
      errors: [
        {
          messageId: "oneByOne",
          data: { option: "parallelToolCalls" },
          line: 7,
          column: 99,
          endLine: 7,
          endColumn: 123,
          suggestions: [
            {
              messageId: "removeOption",
              output: `
        import { Agent, tool } from "@openai/agents";
        import { z } from "zod";
        const weather = tool({ name: "weather", description: "W", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://weather.example.com/\${city}\`) });
        const news = tool({ name: "news", description: "N", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://news.example.com/\${city}\`) });
        const refund = tool({ name: "refund", description: "R", parameters: z.object({ id: z.string() }), needsApproval: true, execute: async ({ id }) => fetch("https://pay.example.com/" + id, { method: "POST" }) });
        export const agent = new Agent({ name: "Jarvis", tools: [weather, news], modelSettings: {} });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an agent whose option is behind a constant",
      code: `
        import { Agent, tool } from "@openai/agents";
        import { z } from "zod";
        const oneByOne = false;
        const weather = tool({ name: "weather", description: "W", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://weather.example.com/\${city}\`) });
        const news = tool({ name: "news", description: "N", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://news.example.com/\${city}\`) });
        const refund = tool({ name: "refund", description: "R", parameters: z.object({ id: z.string() }), needsApproval: true, execute: async ({ id }) => fetch("https://pay.example.com/" + id, { method: "POST" }) });
        export const agent = new Agent({ name: "Jarvis", tools: [weather, news], modelSettings: { temperature: 0, parallelToolCalls: oneByOne } });
      `,
      errors: [
        {
          messageId: "oneByOne",
          data: { option: "parallelToolCalls" },
          line: 8,
          column: 115,
          endLine: 8,
          endColumn: 142,
          suggestions: [
            {
              messageId: "removeOption",
              output: `
        import { Agent, tool } from "@openai/agents";
        import { z } from "zod";
        const oneByOne = false;
        const weather = tool({ name: "weather", description: "W", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://weather.example.com/\${city}\`) });
        const news = tool({ name: "news", description: "N", parameters: z.object({ city: z.string() }), execute: async ({ city }) => fetch(\`https://news.example.com/\${city}\`) });
        const refund = tool({ name: "refund", description: "R", parameters: z.object({ id: z.string() }), needsApproval: true, execute: async ({ id }) => fetch("https://pay.example.com/" + id, { method: "POST" }) });
        export const agent = new Agent({ name: "Jarvis", tools: [weather, news], modelSettings: { temperature: 0 } });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a run of a model with the tools of the file",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news], {});
        export const run = (messages) => model.invoke(messages, { parallel_tool_calls: false });
      `,
      errors: [
        {
          messageId: "oneByOne",
          data: { option: "parallel_tool_calls" },
          line: 8,
          column: 67,
          endLine: 8,
          endColumn: 93,
          suggestions: [
            {
              messageId: "removeOption",
              output: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";
        const weather = tool(async ({ city }) => fetch(\`https://weather.example.com/\${city}\`), { name: "weather", schema: z.object({ city: z.string() }) });
        const news = tool(async ({ city }) => fetch(\`https://news.example.com/\${city}\`), { name: "news", schema: z.object({ city: z.string() }) });
        export const model = new ChatOpenAI({ model: "gpt-5" }).bindTools([weather, news], {});
        export const run = (messages) => model.invoke(messages, {});
      `,
            },
          ],
        },
      ],
    },
  ],
});
