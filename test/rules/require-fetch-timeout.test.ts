import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-fetch-timeout.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-fetch-timeout", rule, {
  valid: [
    // where the call comes from
    {
      name: "is silent about a fetch with a deadline",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const response = await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(5_000) });
          return await response.text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about a shadowed fetch",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await read((fetch: (key: string) => Promise<string>) => fetch(\`https://api.example.com/\${city}\`));
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about a function of the project that is called fetch",
      code: `
        import { tool } from "@langchain/core/tools";
        import { rows } from "@acme/database";

        async function fetch(key: string) {
          return rows.get(key);
        }
        export const weather = tool(async ({ city }) => fetch(city), { name: "weather", schema });
      `,
    },
    {
      name: "is silent about the same method of another library",
      code: `
        import { tool } from "@langchain/core/tools";
        import { axios } from "@acme/queue";

        export const weather = tool(async ({ city }) => {
          return await axios.get(\`https://api.example.com/\${city}\`);
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about an HTTP call that no agent makes",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => city, { name: "weather", schema });
        export async function warmUp() {
          await fetch("https://api.example.com/warm");
        }
      `,
    },
    {
      name: "is silent in a file without agents, also when taken literally",
      code: `
        export async function warmUp() {
          await fetch("https://api.example.com/warm");
        }
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about what the module loads at its top level, also when taken literally",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => city, { name: "weather", schema });
        const table = await (await fetch("https://api.example.com/table")).json();
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about the steps of a program that its last line starts",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => city, { name: "weather", schema });
        async function send(body) {
          return await fetch("https://api.example.com/commands", { method: "POST", body });
        }
        const probe = async () => {
          await Promise.all(["a", "b"].map(async (each) => send(each)));
          await new Promise((resolve) => fetch("https://api.example.com/done").then(resolve));
        };
        async function main() {
          await probe();
        }
        main().catch(console.error);
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent about a function that is run where it is written",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => city, { name: "weather", schema });
        (async () => {
          await fetch("https://api.example.com/warm");
        })();
      `,
      options: [{ policy: "literal" }],
    },
    // the clients
    {
      name: "accepts an axios instance with a timeout",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        const api = axios.create({ baseURL: "https://api.example.com", timeout: 5_000 });

        export const weather = tool(async ({ city }) => {
          return (await api.get(\`/weather/\${city}\`)).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts a timeout of zero beside a signal that is timed",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        export const weather = tool(async ({ city }) => {
          return (await axios.get("https://api.example.com", { timeout: 0, signal: AbortSignal.timeout(5_000) })).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts a cancel signal beside the instance's timeout",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        const api = axios.create({ baseURL: "https://api.example.com", timeout: 5_000 });

        export const weather = tool(async ({ city }) => {
          const cancel = new AbortController();
          return (await api.get(\`/weather/\${city}\`, { signal: cancel.signal })).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about an axios instance whose interceptor sets the timeout",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        const api = axios.create({ baseURL: "https://api.example.com" });
        api.interceptors.request.use((config) => {
          config.timeout = 5_000;
          return config;
        });

        export const weather = tool(async ({ city }) => {
          return (await api.get(\`/weather/\${city}\`)).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about axios whose interceptor is out of sight",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";
        import { prepare } from "@acme/http";

        axios.interceptors.request.use(prepare);

        export const weather = tool(async ({ city }) => {
          return (await axios.get(\`https://api.example.com/\${city}\`)).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about an interceptor that hands its request on",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";
        import { prepare } from "@acme/http";

        axios.interceptors.request.use((request) => prepare(request));

        export const weather = tool(async ({ city }) => {
          return (await axios.get(\`https://api.example.com/\${city}\`)).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts an imported instance with a timeout",
      code: `
        import { tool } from "@langchain/core/tools";
        import { apiInTime } from "./test/fixtures/require-fetch-timeout/api.js";

        export const weather = tool(async ({ city }) => {
          return (await apiInTime.get(\`/weather/\${city}\`)).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts an instance of a function that sets its timeout",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        function api(token) {
          return axios.create({ baseURL: "https://api.example.com", headers: { token }, timeout: 5_000 });
        }

        export const weather = tool(async ({ city }) => (await api(process.env.TOKEN).get(\`/\${city}\`)).data, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts an instance of an imported function that sets its default",
      code: `
        import { tool } from "@langchain/core/tools";
        import { crmInTime } from "./test/fixtures/require-approval-for-external/clients.js";

        export const customer = tool(async ({ id }) => (await crmInTime().get(\`/\${id}\`)).data, { name: "customer", description: "Finds a customer", schema });
      `,
    },
    {
      name: "is silent about an instance of a function that is given its options",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        function api(options) {
          return axios.create(options);
        }

        export const weather = tool(async ({ city }) => (await api({ timeout: 5_000 }).get(\`https://api.example.com/\${city}\`)).data, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about a task of another package",
      code: `
        import { task } from "@acme/jobs";
        import { ChatOpenAI } from "@langchain/openai";

        export const model = new ChatOpenAI({ model: "gpt-5" });
        export const load = task("load", async (id) => (await fetch(\`https://api.example.com/\${id}\`)).text());
      `,
    },
    {
      name: "is silent about what lies beside the module",
      code: `
        import { tool } from "@langchain/core/tools";

        export const terms = tool(async () => (await fetch(new URL("./terms.txt", import.meta.url))).text(), { name: "terms", description: "Tells the terms", schema });
      `,
    },
    {
      name: "accepts axios with a default of its own",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        axios.defaults.timeout = 10_000;

        export const weather = tool(async ({ city }) => {
          return (await axios.get(\`https://api.example.com/\${city}\`)).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts a got instance with a timeout",
      code: `
        import { tool } from "@langchain/core/tools";
        import got from "got";

        const api = got.extend({ timeout: { request: 5_000 } });

        export const weather = tool(async ({ city }) => {
          return await api.get(\`https://api.example.com/\${city}\`).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts ky's own ten seconds",
      code: `
        import { tool } from "@langchain/core/tools";
        import ky from "ky";

        export const weather = tool(async ({ city }) => {
          return await ky.get(\`https://api.example.com/\${city}\`).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts a cancel signal beside ky's own ten seconds",
      code: `
        import { tool } from "@langchain/core/tools";
        import ky from "ky";

        export const weather = tool(async ({ city }) => {
          const cancel = new AbortController();
          return await ky.get(\`https://api.example.com/\${city}\`, { signal: cancel.signal }).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts node-fetch with its timeout",
      code: `
        import { tool } from "@langchain/core/tools";
        import fetch from "node-fetch";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { timeout: 5_000 })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts a request that is given its time later",
      code: `
        import { tool } from "@langchain/core/tools";
        import { request } from "http";

        export const weather = tool(async ({ city }) => {
          const outgoing = request({ host: "api.example.com", path: \`/\${city}\` });
          outgoing.setTimeout(5_000, () => outgoing.destroy());
          outgoing.end();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts undici's agent with a time",
      code: `
        import { tool } from "@langchain/core/tools";
        import { Agent, request } from "undici";

        export const weather = tool(async ({ city }) => {
          const { body } = await request(\`https://api.example.com/\${city}\`, { dispatcher: new Agent({ headersTimeout: 5_000 }) });
          return await body.text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    // signals
    {
      name: "accepts the signal of the run",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }, config) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal: config.signal })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts a signal that the run hands over by name",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }, { signal }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts a signal that is timed together with another",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.any([stop, AbortSignal.timeout(5_000)]) })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about a list of signals out of sight",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.any(signals) })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts a controller that a timer aborts",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const controller = new AbortController();
          const timer = setTimeout(() => controller.abort(), 5_000);
          try {
            return await (await fetch(\`https://api.example.com/\${city}\`, { signal: controller.signal })).text();
          } finally {
            clearTimeout(timer);
          }
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about a controller that others hold",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const controller = new AbortController();
          register(controller);
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal: controller.signal })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about a controller that something else aborts",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const controller = new AbortController();
          process.on("SIGTERM", () => controller.abort());
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal: controller.signal })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "looks through casts, parentheses and alternatives",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }, config) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, ({ signal: (config.signal ?? AbortSignal.timeout(5_000))! } satisfies RequestInit) as RequestInit)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    // options
    {
      name: "follows a constant that holds the options",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const options = { headers, signal: AbortSignal.timeout(5_000) };
          return await (await fetch(\`https://api.example.com/\${city}\`, options)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent where the signal is put into the options later",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const options: RequestInit = { method: "POST" };
          options.signal = AbortSignal.timeout(5_000);
          return await (await fetch(\`https://api.example.com/\${city}\`, options)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about options that are spread in from out of sight",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { ...init, method: "POST" })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about options that may hold a signal",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { method: "POST", ...(signal && { signal }) })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about arguments that are spread in",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(...requestFor(city))).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about a request that carries its signal",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const request = new Request(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(5_000) });
          return await (await fetch(request)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about a relative address",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`/api/weather/\${city}\`)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about data in the address",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`data:text/plain,\${city}\`)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    // races and wrappers
    {
      name: "accepts a race against a timer",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await Promise.race([
            fetch(\`https://api.example.com/\${city}\`).then((response) => response.text()),
            new Promise<never>((_, reject) => setTimeout(() => reject(new Error("too slow")), 5_000)),
          ]);
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts a race in which the promise has a name",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const answer = fetch(\`https://api.example.com/\${city}\`);
          const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error("too slow")), 5_000));
          return await (await Promise.race([answer, late])).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts a race against a helper that makes the timer",
      code: `
        import { tool } from "@langchain/core/tools";

        function after(ms: number) {
          return new Promise<never>((_, reject) => setTimeout(() => reject(new Error("too slow")), ms));
        }
        export const weather = tool(async ({ city }) => await Promise.race([load(city), after(5_000)]), { name: "weather", schema });
        async function load(city: string) {
          return await fetch(\`https://api.example.com/\${city}\`);
        }
      `,
    },
    {
      name: "accepts p-timeout",
      code: `
        import { tool } from "@langchain/core/tools";
        import pTimeout from "p-timeout";

        export const weather = tool(async ({ city }) => {
          return await pTimeout(fetch(\`https://api.example.com/\${city}\`), { milliseconds: 5_000 });
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about a wrapper that is given a time",
      code: `
        import { tool } from "@langchain/core/tools";
        import { inTime } from "@acme/async";

        export const weather = tool(async ({ city }) => {
          return await inTime(() => fetch(\`https://api.example.com/\${city}\`), 5_000);
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "accepts a client that the policy names",
      code: `
        import { tool } from "@langchain/core/tools";

        async function call(path: string) {
          return await fetch(\`https://api.example.com\${path}\`, { headers, ...{} });
        }
        export const weather = tool(async ({ city }) => (await call(city)).text(), { name: "weather", schema });
      `,
      options: [{ policy: "literal" }],
      settings: { "agent-guardrails": { deadlineClients: ["call"] } },
    },
    // one hop away
    {
      name: "is silent about a helper that is given its options from out of sight",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }, config) => load(city, config.init), { name: "weather", schema });

        async function load(city: string, init: RequestInit) {
          return await (await fetch(\`https://api.example.com/\${city}\`, init)).text();
        }
      `,
    },
    {
      name: "follows a deadline that is handed to a helper",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => load(city, { signal: AbortSignal.timeout(5_000) }), { name: "weather", schema });

        async function load(city: string, init: RequestInit) {
          return await (await fetch(\`https://api.example.com/\${city}\`, { ...init, method: "POST" })).text();
        }
      `,
    },
    {
      name: "is silent about a helper whose argument cannot be seen whole",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async (input) => load({ ...input }), { name: "weather", schema });

        async function load({ city, signal }: { city: string; signal?: AbortSignal }) {
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal })).text();
        }
      `,
    },
    {
      name: "accepts an imported helper with a deadline",
      code: `
        import { tool } from "@langchain/core/tools";
        import { loadForecastInTime } from "./test/fixtures/require-fetch-timeout/weather-client.js";

        export const weather = tool(async ({ city }) => {
          return await loadForecastInTime(city);
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    {
      name: "is silent about an imported helper that cannot be found",
      code: `
        import { tool } from "@langchain/core/tools";
        import { loadForecast } from "./missing.js";

        export const weather = tool(async ({ city }) => {
          return await loadForecast(city);
        }, { name: "weather", description: "Tells the weather", schema });
      `,
    },
    // who makes the call
    {
      name: "accepts a node that the graph ends after a time",
      code: `
        import { StateGraph } from "@langchain/langgraph";

        async function search(state: { query: string }) {
          const response = await fetch(\`https://api.example.com/?q=\${state.query}\`);
          return { found: await response.text() };
        }
        export const graph = new StateGraph(State).addNode("search", search, { timeout: 5_000 }).compile();
      `,
    },
    {
      name: "accepts the AI SDK's signal",
      code: `
        import { tool } from "ai";

        export const weather = tool({
          inputSchema: schema,
          execute: async ({ city }, { abortSignal }) => (await fetch(\`https://api.example.com/\${city}\`, { signal: abortSignal })).text(),
        });
      `,
    },
    {
      name: "accepts a tool that the OpenAI Agents SDK ends after a time",
      code: `
        import { tool } from "@openai/agents";

        export const weather = tool({
          name: "weather",
          parameters: schema,
          timeoutMs: 5_000,
          execute: async ({ city }) => (await fetch(\`https://api.example.com/\${city}\`)).text(),
        });
      `,
    },
    {
      name: "is silent in a component of the browser",
      code: `
        "use client";
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => (await fetch(\`https://api.example.com/\${city}\`)).text(), { name: "weather", schema });
      `,
    },
    {
      name: "is silent in a script",
      filename: at("scripts/seed.ts"),
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => (await fetch(\`https://api.example.com/\${city}\`)).text(), { name: "weather", schema });
      `,
    },
    {
      name: "is silent in a program for the command line",
      filename: at("bin/weather.ts"),
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => (await fetch(\`https://api.example.com/\${city}\`)).text(), { name: "weather", schema });
      `,
    },
    {
      name: "is silent in a test",
      filename: at("src/weather.test.ts"),
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => (await fetch(\`https://api.example.com/\${city}\`)).text(), { name: "weather", schema });
      `,
    },
  ],
  invalid: [
    // where the call comes from
    {
      name: "reports a fetch without a deadline in a tool",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const response = await fetch(\`https://api.example.com/\${city}\`);
          return await response.text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 5,
          column: 34,
          endLine: 5,
          endColumn: 74,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const response = await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) });
          return await response.text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "knows fetch of the global object",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await globalThis.fetch(\`https://api.example.com/\${city}\`)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "globalThis.fetch", owner: "tool \"weather\"" },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 82,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await globalThis.fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "knows an aliased import of undici",
      code: `
        import { tool } from "@langchain/core/tools";
        import { fetch as load } from "undici";

        export const weather = tool(async ({ city }) => {
          return await (await load(\`https://api.example.com/\${city}\`)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "load", owner: "tool \"weather\"" },
          line: 6,
          column: 31,
          endLine: 6,
          endColumn: 70,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { fetch as load } from "undici";

        export const weather = tool(async ({ city }) => {
          return await (await load(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "knows a namespace import of undici",
      code: `
        import { tool } from "@langchain/core/tools";
        import * as undici from "undici";

        export const weather = tool(async ({ city }) => {
          const { body } = await undici.request(\`https://api.example.com/\${city}\`);
          return await body.text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "undici.request", owner: "tool \"weather\"" },
          line: 6,
          column: 34,
          endLine: 6,
          endColumn: 83,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";
        import * as undici from "undici";

        export const weather = tool(async ({ city }) => {
          const { body } = await undici.request(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) });
          return await body.text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "knows a default import of undici",
      code: `
        import { tool } from "@langchain/core/tools";
        import undici from "undici";

        export const weather = tool(async ({ city }) => {
          const { body } = await undici.request(\`https://api.example.com/\${city}\`, { method: "GET" });
          return await body.text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "undici.request", owner: "tool \"weather\"" },
          line: 6,
          column: 34,
          endLine: 6,
          endColumn: 102,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";
        import undici from "undici";

        export const weather = tool(async ({ city }) => {
          const { body } = await undici.request(\`https://api.example.com/\${city}\`, { method: "GET", signal: AbortSignal.timeout(10_000) });
          return await body.text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "knows require",
      filename: at("agent.cjs"),
      code: `
        const { tool } = require("@langchain/core/tools");
        const axios = require("axios");

        module.exports.weather = tool(async ({ city }) => (await axios.get(\`https://api.example.com/\${city}\`)).data, { name: "weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "axios.get", owner: "tool \"weather\"" },
          line: 5,
          column: 66,
          endLine: 5,
          endColumn: 110,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "timeout: 10_000" },
              output: `
        const { tool } = require("@langchain/core/tools");
        const axios = require("axios");

        module.exports.weather = tool(async ({ city }) => (await axios.get(\`https://api.example.com/\${city}\`, { timeout: 10_000 })).data, { name: "weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "knows a client that a file of the project hands on",
      code: `
        import { tool, download } from "./test/fixtures/require-fetch-timeout/toolkit.js";

        export const weather = tool(async ({ city }) => (await download(\`https://api.example.com/\${city}\`)).text(), { name: "weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "download", owner: "tool \"weather\"" },
          line: 4,
          column: 64,
          endLine: 4,
          endColumn: 107,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool, download } from "./test/fixtures/require-fetch-timeout/toolkit.js";

        export const weather = tool(async ({ city }) => (await download(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) })).text(), { name: "weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports it when the checklist is taken literally",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => city, { name: "weather", schema });
        export async function warmUp() {
          await fetch("https://api.example.com/warm");
        }
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "its caller" },
          line: 6,
          column: 17,
          endLine: 6,
          endColumn: 54,
        },
      ],
    },
    {
      name: "reports a function that is handed to somebody else",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => city, { name: "weather", schema });
        async function warmUp() {
          await fetch("https://api.example.com/warm");
        }
        setInterval(warmUp, 60_000);
        await warmUp();
      `,
      options: [{ policy: "literal" }],
      errors: [{ messageId: "noDeadline", data: { call: "fetch", owner: "its caller" }, line: 6, column: 17, endLine: 6, endColumn: 54 }],
    },
    {
      name: "reports the handler that a program registers",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => city, { name: "weather", schema });
        function main() {
          app.get("/warm", async () => fetch("https://api.example.com/warm"));
        }
        main();
      `,
      options: [{ policy: "literal" }],
      errors: [{ messageId: "noDeadline", data: { call: "fetch", owner: "its caller" }, line: 6, column: 40, endLine: 6, endColumn: 77 }],
    },
    {
      name: "reports a function that is exported by its name later",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => city, { name: "weather", schema });
        async function warmUp() {
          await fetch("https://api.example.com/warm");
        }
        await warmUp();
        export { warmUp };
      `,
      options: [{ policy: "literal" }],
      errors: [{ messageId: "noDeadline", data: { call: "fetch", owner: "its caller" }, line: 6, column: 17, endLine: 6, endColumn: 54 }],
    },
    {
      name: "reports functions that only call each other",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => city, { name: "weather", schema });
        async function first() {
          await fetch("https://api.example.com/warm");
          await second();
        }
        const second = async () => first();
      `,
      options: [{ policy: "literal" }],
      errors: [{ messageId: "noDeadline", data: { call: "fetch", owner: "its caller" }, line: 6, column: 17, endLine: 6, endColumn: 54 }],
    },
    {
      name: "reports a method of an object",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => city, { name: "weather", schema });
        const client = { warmUp: async () => fetch("https://api.example.com/warm") };
        await client.warmUp();
      `,
      options: [{ policy: "literal" }],
      errors: [{ messageId: "noDeadline", data: { call: "fetch", owner: "its caller" }, line: 5, column: 46, endLine: 5, endColumn: 83 }],
    },
    // the clients
    {
      name: "reports axios",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        export const weather = tool(async ({ city }) => {
          return (await axios.post("https://api.example.com", { city })).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "axios.post", owner: "tool \"weather\"" },
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 72,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "timeout: 10_000" },
              output: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        export const weather = tool(async ({ city }) => {
          return (await axios.post("https://api.example.com", { city }, { timeout: 10_000 })).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports axios with the url among its options",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        export const weather = tool(async ({ city }) => {
          return (await axios({ url: "https://api.example.com", method: "post", data: { city } })).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "axios", owner: "tool \"weather\"" },
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 98,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "timeout: 10_000" },
              output: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        export const weather = tool(async ({ city }) => {
          return (await axios({ url: "https://api.example.com", method: "post", data: { city }, timeout: 10_000 })).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an axios instance without a timeout",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        const api = axios.create({ baseURL: "https://api.example.com" });

        export const weather = tool(async ({ city }) => {
          return (await api.get(\`/weather/\${city}\`)).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "api.get", owner: "tool \"weather\"" },
          line: 8,
          column: 25,
          endLine: 8,
          endColumn: 52,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "timeout: 10_000" },
              output: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        const api = axios.create({ baseURL: "https://api.example.com" });

        export const weather = tool(async ({ city }) => {
          return (await api.get(\`/weather/\${city}\`, { timeout: 10_000 })).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an axios instance whose interceptor adds a header alone",
      code: `
import { tool } from "@langchain/core/tools";
import axios from "axios";

const api = axios.create({ baseURL: "https://api.example.com" });
api.interceptors.request.use((config) => {
  config.headers.authorization = "Bearer x";
  return config;
});
api.interceptors.response.use((response) => ({ ...response, timeout: 1 }));

export const weather = tool(async ({ city }) => (await api.get("/weather/" + city)).data, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "api.get", owner: "tool \"weather\"" },
          line: 12,
          column: 56,
          endLine: 12,
          endColumn: 83,
          suggestions: 1,
        },
      ],
    },
    {
      name: "reports a call that switches the instance's timeout off",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        const api = axios.create({ baseURL: "https://api.example.com", timeout: 5_000 });

        export const weather = tool(async ({ city }) => {
          return (await api.get(\`/weather/\${city}\`, { timeout: 0 })).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "switchedOff",
          data: { call: "api.get", owner: "tool \"weather\"" },
          line: 8,
          column: 25,
          endLine: 8,
          endColumn: 68,
        },
      ],
    },
    {
      name: "reports an instance of a function that sets no timeout",
      code: `
        import { tool } from "@langchain/core/tools";
        import { crm } from "./test/fixtures/require-approval-for-external/clients.js";

        export const customer = tool(async ({ id }) => (await crm().get(\`/\${id}\`)).data, { name: "customer", description: "Finds a customer", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "crm().get", owner: "tool \"customer\"" },
          line: 5,
          column: 63,
          endLine: 5,
          endColumn: 82,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "timeout: 10_000" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { crm } from "./test/fixtures/require-approval-for-external/clients.js";

        export const customer = tool(async ({ id }) => (await crm().get(\`/\${id}\`, { timeout: 10_000 })).data, { name: "customer", description: "Finds a customer", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a task of the functional interface",
      code: `
        import { task } from "@langchain/langgraph";

        export const load = task("load", async (id) => (await fetch(\`https://api.example.com/\${id}\`)).text());
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "node \"load\"" },
          line: 4,
          column: 63,
          endLine: 4,
          endColumn: 101,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { task } from "@langchain/langgraph";

        export const load = task("load", async (id) => (await fetch(\`https://api.example.com/\${id}\`, { signal: AbortSignal.timeout(10_000) })).text());
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an entry point of the functional interface",
      code: `
        import { entrypoint } from "@langchain/langgraph";

        export const flow = entrypoint({ name: "flow", checkpointer }, async (id) => (await fetch(\`https://api.example.com/\${id}\`)).text());
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "node \"flow\"" },
          line: 4,
          column: 93,
          endLine: 4,
          endColumn: 131,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { entrypoint } from "@langchain/langgraph";

        export const flow = entrypoint({ name: "flow", checkpointer }, async (id) => (await fetch(\`https://api.example.com/\${id}\`, { signal: AbortSignal.timeout(10_000) })).text());
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports another host that is resolved against the module",
      code: `
        import { tool } from "@langchain/core/tools";

        export const terms = tool(async () => (await fetch(new URL("https://example.com/terms.txt", import.meta.url))).text(), { name: "terms", description: "Tells the terms", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"terms\"" },
          line: 4,
          column: 54,
          endLine: 4,
          endColumn: 118,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const terms = tool(async () => (await fetch(new URL("https://example.com/terms.txt", import.meta.url), { signal: AbortSignal.timeout(10_000) })).text(), { name: "terms", description: "Tells the terms", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports an imported instance without a timeout",
      code: `
        import { tool } from "@langchain/core/tools";
        import { api } from "./test/fixtures/require-fetch-timeout/api.js";

        export const weather = tool(async ({ city }) => {
          return (await api.get(\`/weather/\${city}\`)).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "api.get", owner: "tool \"weather\"" },
          line: 6,
          column: 25,
          endLine: 6,
          endColumn: 52,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "timeout: 10_000" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { api } from "./test/fixtures/require-fetch-timeout/api.js";

        export const weather = tool(async ({ city }) => {
          return (await api.get(\`/weather/\${city}\`, { timeout: 10_000 })).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports axios where only another instance has a default",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        const slow = axios.create();
        slow.defaults.timeout = 10_000;

        export const weather = tool(async ({ city }) => {
          return (await axios.get(\`https://api.example.com/\${city}\`)).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "axios.get", owner: "tool \"weather\"" },
          line: 9,
          column: 25,
          endLine: 9,
          endColumn: 69,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "timeout: 10_000" },
              output: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        const slow = axios.create();
        slow.defaults.timeout = 10_000;

        export const weather = tool(async ({ city }) => {
          return (await axios.get(\`https://api.example.com/\${city}\`, { timeout: 10_000 })).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports axios with a default of zero",
      code: `
        import { tool } from "@langchain/core/tools";
        import axios from "axios";

        axios.defaults.timeout = 0;

        export const weather = tool(async ({ city }) => {
          return (await axios.get(\`https://api.example.com/\${city}\`)).data;
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "switchedOff",
          data: { call: "axios.get", owner: "tool \"weather\"" },
          line: 8,
          column: 25,
          endLine: 8,
          endColumn: 69,
        },
      ],
    },
    {
      name: "reports got",
      code: `
        import { tool } from "@langchain/core/tools";
        import got from "got";

        export const weather = tool(async ({ city }) => {
          return await got(\`https://api.example.com/\${city}\`).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "got", owner: "tool \"weather\"" },
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 62,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "timeout: { request: 10_000 }" },
              output: `
        import { tool } from "@langchain/core/tools";
        import got from "got";

        export const weather = tool(async ({ city }) => {
          return await got(\`https://api.example.com/\${city}\`, { timeout: { request: 10_000 } }).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports ky without its own ten seconds",
      code: `
        import { tool } from "@langchain/core/tools";
        import ky from "ky";

        export const weather = tool(async ({ city }) => {
          return await ky.get(\`https://api.example.com/\${city}\`, { timeout: false }).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "switchedOff",
          data: { call: "ky.get", owner: "tool \"weather\"" },
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 85,
        },
      ],
    },
    {
      name: "reports node-fetch",
      code: `
        import { tool } from "@langchain/core/tools";
        import fetch from "node-fetch";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 6,
          column: 31,
          endLine: 6,
          endColumn: 71,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";
        import fetch from "node-fetch";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports https.get with a callback",
      code: `
        import { tool } from "@langchain/core/tools";
        import https from "node:https";

        export const weather = tool(async ({ city }) => {
          return await new Promise((resolve) => https.get(\`https://api.example.com/\${city}\`, (response) => resolve(response.statusCode)));
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "https.get", owner: "tool \"weather\"" },
          line: 6,
          column: 49,
          endLine: 6,
          endColumn: 137,
        },
      ],
    },
    {
      name: "reports http.request with options alone",
      code: `
        import { tool } from "@langchain/core/tools";
        import { request } from "http";

        export const weather = tool(async ({ city }) => {
          const outgoing = request({ host: "api.example.com", path: \`/\${city}\` });
          outgoing.end();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "request", owner: "tool \"weather\"" },
          line: 6,
          column: 28,
          endLine: 6,
          endColumn: 82,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { request } from "http";

        export const weather = tool(async ({ city }) => {
          const outgoing = request({ host: "api.example.com", path: \`/\${city}\`, signal: AbortSignal.timeout(10_000) });
          outgoing.end();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports undici's agent without a time",
      code: `
        import { tool } from "@langchain/core/tools";
        import { Agent, request } from "undici";

        export const weather = tool(async ({ city }) => {
          const { body } = await request(\`https://api.example.com/\${city}\`, { dispatcher: new Agent({ connections: 4 }) });
          return await body.text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "request", owner: "tool \"weather\"" },
          line: 6,
          column: 34,
          endLine: 6,
          endColumn: 123,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { Agent, request } from "undici";

        export const weather = tool(async ({ city }) => {
          const { body } = await request(\`https://api.example.com/\${city}\`, { dispatcher: new Agent({ connections: 4 }), signal: AbortSignal.timeout(10_000) });
          return await body.text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    // signals
    {
      name: "reports a signal that is undefined",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal: undefined })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 94,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports signals of which none is ever aborted",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const first = new AbortController();
          const second = new AbortController();
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.any([first.signal, second.signal]) })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 7,
          column: 31,
          endLine: 7,
          endColumn: 131,
        },
      ],
    },
    {
      name: "reports a controller that nothing aborts",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const controller = new AbortController();
          const timer = setTimeout(() => log("slow"), 5_000);
          try {
            return await (await fetch(\`https://api.example.com/\${city}\`, { signal: controller.signal })).text();
          } finally {
            clearTimeout(timer);
          }
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 104,
        },
      ],
    },
    {
      name: "reports the signal of a controller that nobody holds",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const { signal } = new AbortController();
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 6,
          column: 31,
          endLine: 6,
          endColumn: 83,
        },
      ],
    },
    {
      name: "looks through casts around options without a deadline",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, ({ method: "POST" } satisfies RequestInit) as RequestInit)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 130,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, ({ method: "POST", signal: AbortSignal.timeout(10_000) } satisfies RequestInit) as RequestInit)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    // options
    {
      name: "follows a constant that holds options without a deadline",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const options = { method: "POST", headers };
          return await (await fetch(\`https://api.example.com/\${city}\`, options)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 6,
          column: 31,
          endLine: 6,
          endColumn: 80,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const options = { method: "POST", headers };
          return await (await fetch(\`https://api.example.com/\${city}\`, { ...options, signal: AbortSignal.timeout(10_000) })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "follows options that are spread in from a constant",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const common = { headers };
          return await (await fetch(\`https://api.example.com/\${city}\`, { ...common, method: "POST" })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 6,
          column: 31,
          endLine: 6,
          endColumn: 102,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const common = { headers };
          return await (await fetch(\`https://api.example.com/\${city}\`, { ...common, method: "POST", signal: AbortSignal.timeout(10_000) })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a request without a signal",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const request = new Request(\`https://api.example.com/\${city}\`, { method: "POST" });
          return await (await fetch(request)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 6,
          column: 31,
          endLine: 6,
          endColumn: 45,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const request = new Request(\`https://api.example.com/\${city}\`, { method: "POST" });
          return await (await fetch(request, { signal: AbortSignal.timeout(10_000) })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    // races and wrappers
    {
      name: "reports a race without a timer",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await Promise.race([
            fetch(\`https://api.example.com/\${city}\`),
            fetch(\`https://mirror.example.com/\${city}\`),
          ]);
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 6,
          column: 13,
          endLine: 6,
          endColumn: 53,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await Promise.race([
            fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) }),
            fetch(\`https://mirror.example.com/\${city}\`),
          ]);
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 7,
          column: 13,
          endLine: 7,
          endColumn: 56,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await Promise.race([
            fetch(\`https://api.example.com/\${city}\`),
            fetch(\`https://mirror.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) }),
          ]);
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a wrapper that is given no time",
      code: `
        import { tool } from "@langchain/core/tools";
        import { traced } from "@acme/async";

        export const weather = tool(async ({ city }) => {
          return await traced("weather", () => fetch(\`https://api.example.com/\${city}\`));
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 6,
          column: 48,
          endLine: 6,
          endColumn: 88,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { traced } from "@acme/async";

        export const weather = tool(async ({ city }) => {
          return await traced("weather", () => fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) }));
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports the same client where the policy names another",
      code: `
        import { tool } from "@langchain/core/tools";

        async function call(path: string) {
          return await fetch(\`https://api.example.com\${path}\`, { headers, ...{} });
        }
        export const weather = tool(async ({ city }) => (await call(city)).text(), { name: "weather", schema });
      `,
      settings: { "agent-guardrails": { deadlineClients: ["send"] } },
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 5,
          column: 24,
          endLine: 5,
          endColumn: 83,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        async function call(path: string) {
          return await fetch(\`https://api.example.com\${path}\`, { headers, ...{}, signal: AbortSignal.timeout(10_000) });
        }
        export const weather = tool(async ({ city }) => (await call(city)).text(), { name: "weather", schema });
      `,
            },
          ],
        },
      ],
    },
    // one hop away
    {
      name: "follows a helper of the same file",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => load(city), { name: "weather", schema });

        async function load(city: string) {
          const response = await fetch(\`https://api.example.com/\${city}\`);
          return await response.text();
        }
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 7,
          column: 34,
          endLine: 7,
          endColumn: 74,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => load(city), { name: "weather", schema });

        async function load(city: string) {
          const response = await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) });
          return await response.text();
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a helper that is handed options without a deadline",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => load(city, { headers: { accept: "text/plain" } }), { name: "weather", schema });

        async function load(city: string, init: RequestInit) {
          return await (await fetch(\`https://api.example.com/\${city}\`, { ...init, method: "POST" })).text();
        }
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 7,
          column: 31,
          endLine: 7,
          endColumn: 100,
        },
      ],
    },
    {
      name: "reports a helper whose options are left out",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => load(city), { name: "weather", schema });

        async function load(city: string, init?: RequestInit) {
          return await (await fetch(\`https://api.example.com/\${city}\`, { ...init, method: "POST" })).text();
        }
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 7,
          column: 31,
          endLine: 7,
          endColumn: 100,
        },
      ],
    },
    {
      name: "reports a helper whose signal is left out",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => load({ city }), { name: "weather", schema });

        async function load({ city, signal }: { city: string; signal?: AbortSignal }) {
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal })).text();
        }
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 7,
          column: 31,
          endLine: 7,
          endColumn: 83,
        },
      ],
    },
    {
      name: "follows an imported helper into its file",
      code: `
        import { tool } from "@langchain/core/tools";
        import { loadForecast } from "./test/fixtures/require-fetch-timeout/weather-client.js";

        export const weather = tool(async ({ city }) => {
          return await loadForecast(city);
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadlineBehind",
          data: { call: "loadForecast", client: "fetch", file: "weather-client.ts", owner: "tool \"weather\"" },
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 36,
        },
      ],
    },
    {
      name: "follows a method of the class",
      code: `
        import { StructuredTool } from "@langchain/core/tools";

        export class Weather extends StructuredTool {
          name = "weather";
          description = "Tells the weather";
          schema = schema;
          async _call({ city }: { city: string }) {
            return await this.load(city);
          }
          private async load(city: string) {
            return await (await fetch(\`https://api.example.com/\${city}\`)).text();
          }
        }
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 12,
          column: 33,
          endLine: 12,
          endColumn: 73,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { StructuredTool } from "@langchain/core/tools";

        export class Weather extends StructuredTool {
          name = "weather";
          description = "Tells the weather";
          schema = schema;
          async _call({ city }: { city: string }) {
            return await this.load(city);
          }
          private async load(city: string) {
            return await (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) })).text();
          }
        }
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports the client of another file once, whatever a tool asks it for, and another request beside it",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import * as crm from "./test/fixtures/require-fetch-timeout/crm-client.js";

        const schema = z.object({ id: z.string() });
        export const customer = tool(async ({ id }) => JSON.stringify(await crm.findCustomer(id)), { name: "customer", description: "Finds a customer", schema });
        export const deal = tool(async ({ id }) => JSON.stringify(await crm.findDeal(id)), { name: "deal", description: "Finds a deal", schema });
        export const order = tool(async ({ id }) => JSON.stringify(await crm.findOrder(id)), { name: "order", description: "Finds an order", schema });
      `,
      errors: [
        {
          messageId: "noDeadlineBehind",
          data: { call: "crm.findCustomer", client: "http.get", file: "crm-client.ts", owner: 'tool "customer"' },
          line: 7,
          column: 77,
          endLine: 7,
          endColumn: 93,
        },
        {
          messageId: "noDeadlineBehind",
          data: { call: "crm.findOrder", client: "fetch", file: "crm-client.ts", owner: 'tool "order"' },
          line: 9,
          column: 74,
          endLine: 9,
          endColumn: 87,
        },
      ],
    },
    {
      name: "follows a method of a base class in another file",
      code: `
        import { HttpTool } from "./test/fixtures/require-fetch-timeout/http-tool.js";

        export class Contacts extends HttpTool {
          name = "contacts";
          description = "Lists contacts";
          schema = schema;
          async _call() {
            return await this.get("/contacts");
          }
        }
      `,
      errors: [
        {
          messageId: "noDeadlineBehind",
          data: { call: "this.get", client: "fetch", file: "http-tool.ts", owner: "tool \"contacts\"" },
          line: 9,
          column: 26,
          endLine: 9,
          endColumn: 34,
        },
      ],
    },
    {
      name: "follows a service class that the file makes",
      code: `
        import { tool } from "@langchain/core/tools";

        class WeatherService {
          async load(city: string) {
            return await (await fetch(\`https://api.example.com/\${city}\`)).text();
          }
        }
        const service = new WeatherService();
        export const weather = tool(async ({ city }) => service.load(city), { name: "weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 6,
          column: 33,
          endLine: 6,
          endColumn: 73,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        class WeatherService {
          async load(city: string) {
            return await (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) })).text();
          }
        }
        const service = new WeatherService();
        export const weather = tool(async ({ city }) => service.load(city), { name: "weather", schema });
      `,
            },
          ],
        },
      ],
    },
    // who makes the call
    {
      name: "reports a node of a graph, and joins the run's signal",
      filename: at("graph.js"),
      code: `
        import { StateGraph } from "@langchain/langgraph";

        async function search(state, config) {
          const response = await fetch(\`https://api.example.com/?q=\${state.query}\`);
          return { found: await response.text() };
        }
        export const graph = new StateGraph(State).addNode("search", search).compile();
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "node \"search\"" },
          line: 5,
          column: 34,
          endLine: 5,
          endColumn: 84,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(config?.signal ? [config.signal] : [])])" },
              output: `
        import { StateGraph } from "@langchain/langgraph";

        async function search(state, config) {
          const response = await fetch(\`https://api.example.com/?q=\${state.query}\`, { signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(config?.signal ? [config.signal] : [])]) });
          return { found: await response.text() };
        }
        export const graph = new StateGraph(State).addNode("search", search).compile();
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool of the AI SDK, and joins its signal",
      code: `
        import { tool } from "ai";

        export const weather = tool({
          inputSchema: schema,
          execute: async ({ city }, options) => (await fetch(\`https://api.example.com/\${city}\`)).text(),
        });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 6,
          column: 56,
          endLine: 6,
          endColumn: 96,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(options?.abortSignal ? [options.abortSignal] : [])])" },
              output: `
        import { tool } from "ai";

        export const weather = tool({
          inputSchema: schema,
          execute: async ({ city }, options) => (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(options?.abortSignal ? [options.abortSignal] : [])]) })).text(),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool of the OpenAI Agents SDK, and joins the signal of its third argument",
      code: `
        import { tool } from "@openai/agents";

        export const weather = tool({
          name: "weather",
          parameters: schema,
          execute: async ({ city }, runContext, details) => (await fetch(\`https://api.example.com/\${city}\`)).text(),
        });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 7,
          column: 68,
          endLine: 7,
          endColumn: 108,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(details?.signal ? [details.signal] : [])])" },
              output: `
        import { tool } from "@openai/agents";

        export const weather = tool({
          name: "weather",
          parameters: schema,
          execute: async ({ city }, runContext, details) => (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(details?.signal ? [details.signal] : [])]) })).text(),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool of Mastra",
      code: `
        import { createTool } from "@mastra/core/tools";

        export const weather = createTool({
          id: "weather",
          inputSchema: schema,
          execute: async ({ city }, context) => (await fetch(\`https://api.example.com/\${city}\`)).text(),
        });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 7,
          column: 56,
          endLine: 7,
          endColumn: 96,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(context?.abortSignal ? [context.abortSignal] : [])])" },
              output: `
        import { createTool } from "@mastra/core/tools";

        export const weather = createTool({
          id: "weather",
          inputSchema: schema,
          execute: async ({ city }, context) => (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(context?.abortSignal ? [context.abortSignal] : [])]) })).text(),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool of an MCP server",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

        const server = new McpServer({ name: "weather", version: "1.0.0" });
        server.registerTool("weather", { inputSchema: shape }, async ({ city }, extra) => {
          const response = await fetch(\`https://api.example.com/\${city}\`, {
            headers: { accept: "text/plain" }, // no JSON
          });
          return { content: [{ type: "text", text: await response.text() }] };
        });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 6,
          column: 34,
          endLine: 8,
          endColumn: 13,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(extra?.signal ? [extra.signal] : [])])" },
              output: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

        const server = new McpServer({ name: "weather", version: "1.0.0" });
        server.registerTool("weather", { inputSchema: shape }, async ({ city }, extra) => {
          const response = await fetch(\`https://api.example.com/\${city}\`, {
            headers: { accept: "text/plain" }, // no JSON
            signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(extra?.signal ? [extra.signal] : [])]),
          });
          return { content: [{ type: "text", text: await response.text() }] };
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a structured tool that is made directly",
      code: `
        import { DynamicStructuredTool } from "@langchain/core/tools";

        export const weather = new DynamicStructuredTool({
          name: "weather",
          description: "Tells the weather",
          schema,
          func: async ({ city }, runManager, config) => (await fetch(\`https://api.example.com/\${city}\`)).text(),
        });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 8,
          column: 64,
          endLine: 8,
          endColumn: 104,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(config?.signal ? [config.signal] : [])])" },
              output: `
        import { DynamicStructuredTool } from "@langchain/core/tools";

        export const weather = new DynamicStructuredTool({
          name: "weather",
          description: "Tells the weather",
          schema,
          func: async ({ city }, runManager, config) => (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(config?.signal ? [config.signal] : [])]) })).text(),
        });
      `,
            },
          ],
        },
      ],
    },
    // what the suggestion may change
    {
      name: "joins the run's signal where the handler has it, also from a callback",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }, config) => {
          return await Promise.all([city].map(async (each) => (await fetch(\`https://api.example.com/\${each}\`)).text()));
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 5,
          column: 70,
          endLine: 5,
          endColumn: 110,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(config?.signal ? [config.signal] : [])])" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }, config) => {
          return await Promise.all([city].map(async (each) => (await fetch(\`https://api.example.com/\${each}\`, { signal: AbortSignal.any([AbortSignal.timeout(10_000), ...(config?.signal ? [config.signal] : [])]) })).text()));
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "leaves the run's signal out where a callback takes its name",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }, config) => {
          return await Promise.all(configs.map(async (config) => (await fetch(\`https://api.example.com/\${config}\`)).text()));
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 5,
          column: 73,
          endLine: 5,
          endColumn: 115,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }, config) => {
          return await Promise.all(configs.map(async (config) => (await fetch(\`https://api.example.com/\${config}\`, { signal: AbortSignal.timeout(10_000) })).text()));
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "keeps comments among the options",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, {
            method: "POST", // creates
            /* no body */
          })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 5,
          column: 31,
          endLine: 8,
          endColumn: 13,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, {
            method: "POST", // creates
            signal: AbortSignal.timeout(10_000),
            /* no body */
          })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "adds the options to an empty object with a comment",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { /* defaults */ })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 5,
          column: 31,
          endLine: 5,
          endColumn: 91,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          return await (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000), /* defaults */ })).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "suggests nothing where the options are chosen at run time",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const get = { method: "GET" };
          const post = { method: "POST" };
          return await (await fetch(\`https://api.example.com/\${city}\`, city ? get : post)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 7,
          column: 31,
          endLine: 7,
          endColumn: 90,
        },
      ],
    },
    {
      name: "suggests nothing where a constant holds a cancel signal already",
      code: `
        import { tool } from "@langchain/core/tools";

        export const weather = tool(async ({ city }) => {
          const cancel = new AbortController();
          const options = { signal: cancel.signal };
          return await (await fetch(\`https://api.example.com/\${city}\`, options)).text();
        }, { name: "weather", description: "Tells the weather", schema });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "tool \"weather\"" },
          line: 7,
          column: 31,
          endLine: 7,
          endColumn: 80,
        },
      ],
    },
  ],
});

ruleTester.run("require-fetch-timeout: steps of a workflow", rule, {
  valid: [
    {
      name: "is silent about a step with a deadline",
      code: `
        import { createStep } from "@mastra/core/workflows";

        export const load = createStep({ id: "load", execute: async ({ inputData }) => (await fetch(\`https://api.example.com/\${inputData.city}\`, { signal: AbortSignal.timeout(5_000) })).text() });
      `,
    },
    {
      name: "is silent about a step that passes on the signal of its run",
      code: `
        import { createStep } from "@mastra/core/workflows";

        export const load = createStep({ id: "load", execute: async ({ inputData, abortSignal }) => (await fetch(\`https://api.example.com/\${inputData.city}\`, { signal: abortSignal })).text() });
      `,
    },
    {
      name: "is silent about a step of another library",
      code: `
        import { createStep } from "@acme/wizard";
        import { createTool } from "@mastra/core/tools";

        export const load = createStep({ id: "load", execute: async ({ inputData }) => (await fetch(\`https://api.example.com/\${inputData.city}\`)).text() });
      `,
    },
    {
      name: "is silent about a step that is made of an agent",
      code: `
        import { createStep } from "@mastra/core/workflows";

        export const review = createStep(reviewer);
        export const load = async () => (await fetch("https://api.example.com/cities")).json();
      `,
    },
    {
      name: "is silent, taken literally, about a file that takes only types from frameworks",
      code: `
        import type { UIMessage } from "ai";
        import { type Tool } from "@mastra/core/tools";

        export const load = async (url: string): Promise<UIMessage[]> => (await fetch(url)).json();
      `,
      options: [{ policy: "literal" }],
    },
    {
      name: "is silent, taken literally, about a call on a phone",
      code: `
        import { OpenAIRealtimeBase } from "@openai/agents-realtime";
        import { mediaDevices } from "react-native-webrtc";

        export const dial = async (url: string, sdp: string) => (await fetch(url, { method: "POST", body: sdp })).text();
      `,
      options: [{ policy: "literal" }],
    },
  ],
  invalid: [
    {
      name: "reports a step of Mastra",
      code: `
        import { createStep } from "@mastra/core/workflows";

        export const load = createStep({
          id: "load-weather",
          execute: async ({ inputData }) => (await fetch(\`https://api.example.com/\${inputData.city}\`)).text(),
        });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "step \"load-weather\"" },
          line: 6,
          column: 52,
          endLine: 6,
          endColumn: 102,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { createStep } from "@mastra/core/workflows";

        export const load = createStep({
          id: "load-weather",
          execute: async ({ inputData }) => (await fetch(\`https://api.example.com/\${inputData.city}\`, { signal: AbortSignal.timeout(10_000) })).text(),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports the helper of a step that has no name in sight",
      code: `
        import { createStep as step } from "@mastra/core/workflows";

        const load = async (city: string) => (await fetch(\`https://api.example.com/\${city}\`)).text();
        export const weather = step({ ...shared, execute: async ({ inputData }) => load(inputData.city) });
      `,
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "the step" },
          line: 4,
          column: 53,
          endLine: 4,
          endColumn: 93,
          suggestions: [
            {
              messageId: "addDeadline",
              data: { option: "signal: AbortSignal.timeout(10_000)" },
              output: `
        import { createStep as step } from "@mastra/core/workflows";

        const load = async (city: string) => (await fetch(\`https://api.example.com/\${city}\`, { signal: AbortSignal.timeout(10_000) })).text();
        export const weather = step({ ...shared, execute: async ({ inputData }) => load(inputData.city) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports, taken literally, a file that takes a type and a value from frameworks",
      code: `
        import { type UIMessage, streamText } from "ai";

        export const load = async (url: string): Promise<UIMessage[]> => (await fetch(url)).json();
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "noDeadline",
          data: { call: "fetch", owner: "its caller" },
          line: 4,
          column: 81,
          endLine: 4,
          endColumn: 91,
          suggestions: [],
        },
      ],
    },
  ],
});
