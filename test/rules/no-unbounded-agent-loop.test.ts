import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-unbounded-agent-loop.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-unbounded-agent-loop", rule, {
  valid: [
    {
      name: "is silent about a limit that a run can need",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const run = (input) => agent.invoke(input, { recursionLimit: 50 });
      `,
    },
    {
      name: "is silent about a limit that cannot be seen",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        import { limit } from "./limits";
        export const run = (input) => agent.invoke(input, { recursionLimit: limit });
      `,
    },
    {
      name: "is silent about the default",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const run = (input) => agent.invoke(input);
      `,
    },
    {
      name: "is silent about a counted loop",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          for (let step = 0; step < 10; step += 1) {
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) return answer;
            messages.push(answer);
          }
        }
      `,
    },
    {
      name: "is silent about a counter inside an endless loop",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          while (true) {
            if (step > 10) return undefined;
            step += 1;
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) return answer;
            messages.push(answer);
          }
        }
      `,
    },
    {
      name: "is silent about a number that is counted down in the condition itself",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          let left = 8;
          while (true) {
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length || --left === 0) return answer;
            messages.push(answer);
          }
        }
      `,
    },
    {
      name: "is silent about a counter that is compared for being the last",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages, most) {
          let step = 0;
          for (;;) {
            step += 1;
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length || step === most) return answer;
            messages.push(answer);
          }
        }
      `,
    },
    {
      name: "is silent about a worker that waits for the next job",
      code: `
        import { createAgent } from "langchain";
        import { queue } from "./queue";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export async function work() {
          while (true) {
            const job = await queue.next();
            if (!job) break;
            try {
              const answer = await agent.invoke({ messages: job.text });
              const text = answer.messages.at(-1).text;
              await job.done(text);
            } catch (error) {
              await job.failed(error);
            }
          }
        }
      `,
    },
    {
      name: "is silent about a watch that looks once a minute",
      code: `
        import { setTimeout } from "node:timers/promises";
        import { generateText } from "ai";
        export async function watch(model, alerts) {
          for (;;) {
            await setTimeout(60_000);
            const { text } = await generateText({ model, prompt: "Sum up: " + alerts.drain() });
            console.log(text);
          }
        }
      `,
    },
    {
      name: "is silent about a deadline inside an endless loop",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          while (true) {
            if (Date.now() > deadline) return undefined;
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) return answer;
            messages.push(answer);
          }
        }
      `,
    },
    {
      name: "is silent about a loop that asks whether the run was cancelled",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          while (true) {
            if (signal.aborted) return undefined;
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) return answer;
            messages.push(answer);
          }
        }
      `,
    },
    {
      name: "is silent about a loop that throws when the run was cancelled",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          while (true) {
            signal.throwIfAborted();
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) return answer;
            messages.push(answer);
          }
        }
      `,
    },
    {
      name: "is silent about a loop that waits for a person",
      code: `
        import readline from "node:readline/promises";
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        const terminal = readline.createInterface({ input: process.stdin });
        export async function chat() {
          while (true) {
            const line = await terminal.question("> ");
            console.log(await model.invoke(line));
          }
        }
      `,
    },
    {
      name: "is silent about an endless loop without a model",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function poll(queue) {
          while (true) {
            const job = await queue.take();
            if (!job) return model;
          }
        }
      `,
    },
    {
      name: "is silent about a model that is called behind the loop",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(queue) {
          while (true) {
            if (await queue.done()) break;
          }
          return model.invoke("done");
        }
      `,
    },
    {
      name: "is silent about a loop over a list",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(texts) {
          for (const text of texts) await model.invoke(text);
        }
      `,
    },
    {
      name: "is silent about an invoke of something else",
      code: `
        import { createAgent } from "langchain";
        export { createAgent };
        export async function run(client) {
          while (true) {
            const answer = await client.invoke("next");
            if (answer.done) return answer;
          }
        }
      `,
    },
    {
      name: "is silent about the same key in a type",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export interface Limits {
          recursionLimit: number;
        }
        export { agent };
      `,
    },
    {
      name: "is silent in a test",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const run = (input) => agent.invoke(input, { recursionLimit: Infinity });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent about the step limit of a benchmark",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const run = (messages) => agent.invoke({ messages }, { recursionLimit: 1_000_000 });
      `,
      filename: at("bench/agent.ts"),
    },
    {
      name: "is silent about a flag beside a count of rounds",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" }).bindTools(tools);
        export async function run(messages) {
          let done = false;
          for (let round = 0; !done; round += 1) {
            const answer = await model.invoke(messages);
            messages.push(answer);
            if (!answer.tool_calls?.length || round === 12) done = true;
            else messages.push(...(await act(answer.tool_calls)));
          }
          return messages;
        }
      `,
    },
    {
      name: "is silent about a flag beside a deadline",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" }).bindTools(tools);
        export async function run(messages) {
          const end = Date.now() + 60_000;
          let done = false;
          while (!done && Date.now() < end) {
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) done = true;
            else messages.push(...(await act(answer.tool_calls)));
          }
          return messages;
        }
      `,
    },
    {
      name: "is silent about a flag that the work sets",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" });
        export async function summarise(pages) {
          let done = false;
          const notes = [];
          while (!done) {
            const page = await pages.next();
            if (page.last) done = true;
            notes.push(await model.invoke(page.text));
          }
          return notes;
        }
      `,
    },
    {
      name: "is silent about a flag that a test of the code sets",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" });
        export async function repair(task) {
          let passed = false;
          while (!passed) {
            const patch = await model.invoke(task);
            const report = await runTests(patch.content);
            if (report.ok) passed = true;
          }
        }
      `,
    },
    {
      name: "is silent about a flag that somebody else may set",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" }).bindTools(tools);
        export async function run(messages, events) {
          let stopped = false;
          events.once("cancel", () => {
            stopped = true;
          });
          while (!stopped) {
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) stopped = true;
            else messages.push(...(await act(answer.tool_calls)));
          }
          return messages;
        }
      `,
    },
    {
      name: "is silent about a flag beside a budget",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" }).bindTools(tools);
        export async function run(messages, budget) {
          let done = false;
          while (!done) {
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length || (await budget.isSpent(answer.usage_metadata))) done = true;
            else messages.push(...(await act(answer.tool_calls)));
          }
          return messages;
        }
      `,
    },
    {
      name: "is silent about a flag beside an error for too much",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" }).bindTools(tools);
        export async function run(messages, budget) {
          let done = false;
          while (!done) {
            if (budget.spent) throw new Error("Budget spent");
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) done = true;
            else messages.push(...(await act(answer.tool_calls)));
          }
          return messages;
        }
      `,
    },
    {
      name: "is silent about a flag that is set in each round",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" });
        export async function once(messages) {
          let done = false;
          while (!done) {
            messages.push(await model.invoke(messages));
            done = true;
          }
          return messages;
        }
      `,
    },
    {
      name: "is silent about a flag that the user sets",
      code: `
        import { createInterface } from "node:readline/promises";
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" });
        const terminal = createInterface({ input, output });
        export async function chat(messages) {
          let done = false;
          while (!done) {
            const answer = await model.invoke(messages);
            if (answer.content.includes("bye")) done = true;
            messages.push(answer, await terminal.question("> "));
          }
        }
      `,
    },
    {
      name: "is silent about a condition of steps with a number",
      code: `
        import { generateText, stepCountIs } from "ai";
        export const answer = (prompt: string) => generateText({ model, tools, prompt, stopWhen: stepCountIs(20) });
      `,
    },
    {
      name: "is silent about a condition of one's own beside one that never holds",
      code: `
        import { generateText, isLoopFinished } from "ai";
        export const answer = (prompt: string) => generateText({ model, tools, prompt, stopWhen: [isLoopFinished(), ({ steps }) => spent(steps) > 2] });
      `,
    },
    {
      name: "is silent about a function of the same name elsewhere",
      code: `
        import { generateText } from "ai";
        import { stepCountIs } from "./conditions.js";
        export const answer = (prompt: string) => generateText({ model, tools, prompt, stopWhen: stepCountIs(Infinity) });
      `,
    },
    {
      name: "is silent about a flag beside a budget of tokens",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" }).bindTools(tools);
        export async function run(messages) {
          let calling = true;
          let used = 0;
          while (calling && used < 100_000) {
            const answer = await model.invoke(messages);
            used += answer.usage_metadata.total_tokens;
            calling = (answer.tool_calls?.length ?? 0) > 0;
            messages.push(answer, ...(await act(answer.tool_calls)));
          }
          return messages;
        }
      `,
    },
  ],
  invalid: [
    {
      name: "reports a recursion limit of Infinity",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const run = (input) => agent.invoke(input, { recursionLimit: Infinity });
      `,
      errors: [
        {
          messageId: "noLimit",
          data: { key: "recursionLimit", limit: "Infinity" },
          line: 4,
          column: 61,
          endLine: 4,
          endColumn: 85,
        },
      ],
    },
    {
      name: "reports Number.POSITIVE_INFINITY",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const run = (input) => agent.invoke(input, { recursionLimit: Number.POSITIVE_INFINITY });
      `,
      errors: [
        {
          messageId: "noLimit",
          data: { key: "recursionLimit", limit: "Number.POSITIVE_INFINITY" },
          line: 4,
          column: 61,
          endLine: 4,
          endColumn: 101,
        },
      ],
    },
    {
      name: "reports Number.MAX_SAFE_INTEGER",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const run = (input) => agent.invoke(input, { recursionLimit: Number.MAX_SAFE_INTEGER });
      `,
      errors: [
        {
          messageId: "noLimit",
          data: { key: "recursionLimit", limit: "Number.MAX_SAFE_INTEGER" },
          line: 4,
          column: 61,
          endLine: 4,
          endColumn: 100,
        },
      ],
    },
    {
      name: "reports a limit that no run needs",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const run = (input) => agent.invoke(input, { recursionLimit: 100_000 });
      `,
      errors: [
        {
          messageId: "noLimit",
          data: { key: "recursionLimit", limit: "100_000" },
          line: 4,
          column: 61,
          endLine: 4,
          endColumn: 84,
        },
      ],
    },
    {
      name: "reports a limit held in a constant",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        const LIMIT = Infinity;
        export const run = (input) => agent.invoke(input, { recursionLimit: LIMIT });
      `,
      errors: [
        {
          messageId: "noLimit",
          data: { key: "recursionLimit", limit: "LIMIT" },
          line: 5,
          column: 61,
          endLine: 5,
          endColumn: 82,
        },
      ],
    },
    {
      name: "reports a limit behind a type assertion",
      code: `
        import { createAgent } from "langchain";
        const agent = createAgent({ model: "openai:gpt-5", tools: [] });
        export const run = (input) => agent.invoke(input, { recursionLimit: Infinity as number });
      `,
      errors: [
        {
          messageId: "noLimit",
          data: { key: "recursionLimit", limit: "Infinity as number" },
          line: 4,
          column: 61,
          endLine: 4,
          endColumn: 95,
        },
      ],
    },
    {
      name: "reports the steps of the older executor",
      code: `
        import { AgentExecutor } from "langchain/agents";
        export const executor = new AgentExecutor({ agent, tools: [], maxIterations: Infinity });
      `,
      errors: [
        {
          messageId: "noLimit",
          data: { key: "maxIterations", limit: "Infinity" },
          line: 3,
          column: 71,
          endLine: 3,
          endColumn: 94,
        },
      ],
    },
    {
      name: "reports the turns of OpenAI Agents",
      code: `
        import { run } from "@openai/agents";
        export const start = (agent, input) => run(agent, input, { maxTurns: Infinity });
      `,
      errors: [
        {
          messageId: "noLimit",
          data: { key: "maxTurns", limit: "Infinity" },
          line: 3,
          column: 68,
          endLine: 3,
          endColumn: 86,
        },
      ],
    },
    {
      name: "reports an endless loop that ends when the model stops calling tools",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          while (true) {
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) return answer;
            messages.push(answer);
          }
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "model.invoke" },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 16,
        },
      ],
    },
    {
      name: "reports a loop that fetches its context anew while the model's answer ends it",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { contextOf } from "./context";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(question) {
          while (true) {
            const context = await contextOf(question);
            const answer = await model.invoke(context);
            const { text } = answer;
            if (text.includes("DONE")) break;
          }
        }
      `,
      errors: [{ messageId: "unboundedLoop", line: 6, column: 11, endLine: 6, endColumn: 16, data: { call: "model.invoke" } }],
    },
    {
      name: "reports a loop that tries again until the answer can be parsed",
      code: `
        import { setTimeout } from "node:timers/promises";
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          while (true) {
            const answer = await model.invoke(messages);
            try {
              const plan = JSON.parse(answer.text);
              messages.push(plan);
              break;
            } catch {
              await setTimeout(1000);
            }
          }
        }
      `,
      errors: [{ messageId: "unboundedLoop", line: 6, column: 11, endLine: 6, endColumn: 16, data: { call: "model.invoke" } }],
    },
    {
      name: "reports a loop that waits for nothing but what the model asked for",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { runTools } from "./tools";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          while (true) {
            const answer = await model.invoke(messages);
            const results = await runTools(answer.tool_calls);
            messages.push(...results);
          }
        }
      `,
      errors: [{ messageId: "unboundedLoop", line: 6, column: 11, endLine: 6, endColumn: 16, data: { call: "model.invoke" } }],
    },
    {
      name: "reports a comparison with a name that no round changes",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages, mode) {
          while (true) {
            const answer = await model.invoke(messages);
            if (mode === 1 && !answer.tool_calls?.length) return answer;
            messages.push(answer);
          }
        }
      `,
      errors: [{ messageId: "unboundedLoop", line: 5, column: 11, endLine: 5, endColumn: 16, data: { call: "model.invoke" } }],
    },
    {
      name: "reports a for loop without a test",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          for (;;) {
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) return answer;
            messages.push(answer);
          }
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "model.invoke" },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 14,
        },
      ],
    },
    {
      name: "reports a do loop",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          do {
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) return answer;
            messages.push(answer);
          } while (true);
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "model.invoke" },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 13,
        },
      ],
    },
    {
      name: "reports a loop that goes on while there are tool calls",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        export async function run(messages) {
          let answer = await model.invoke(messages);
          while (answer.tool_calls.length > 0) {
            messages.push(...(await runTools(answer.tool_calls)));
            answer = await model.invoke(messages);
          }
          return answer;
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "model.invoke" },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 16,
        },
      ],
    },
    {
      name: "reports a model with bound tools",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        const model = new ChatAnthropic({}).bindTools(tools);
        export async function run(messages) {
          while (true) {
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) return answer;
            messages.push(answer);
          }
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "model.invoke" },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 16,
        },
      ],
    },
    {
      name: "reports the AI SDK in an endless loop",
      code: `
        import { generateText } from "ai";
        export async function run(messages) {
          while (true) {
            const answer = await generateText({ model, messages });
            if (answer.toolCalls.length === 0) return answer;
          }
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "generateText" },
          line: 4,
          column: 11,
          endLine: 4,
          endColumn: 16,
        },
      ],
    },
    {
      name: "reports an aliased model class",
      code: `
        import { ChatOpenAI as Chat } from "@langchain/openai";
        const model = new Chat({});
        export async function run(messages) {
          while (true) {
            const answer = await model.invoke(messages);
            if (!answer.tool_calls?.length) return answer;
            messages.push(answer);
          }
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "model.invoke" },
          line: 5,
          column: 11,
          endLine: 5,
          endColumn: 16,
        },
      ],
    },
    {
      name: "reports a flag that only the model's answer sets",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" }).bindTools(tools);
        export async function run(messages) {
          let done = false;
          while (!done) {
            const answer = await model.invoke(messages);
            messages.push(answer);
            if (!answer.tool_calls?.length) {
              done = true;
            } else {
              for (const call of answer.tool_calls) messages.push(await act(call));
            }
          }
          return messages;
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "model.invoke" },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 16,
        },
      ],
    },
    {
      name: "reports a flag that is made of the model's answer",
      code: `
        import Anthropic from "@anthropic-ai/sdk";
        const client = new Anthropic();
        export async function run(messages) {
          let running = true;
          while (running) {
            const { content, stop_reason: reason } = await client.messages.create({ model: "claude-opus-4-5", max_tokens: 2048, messages, tools });
            messages.push({ role: "assistant", content });
            running = reason === "tool_use";
            if (running) messages.push({ role: "user", content: await act(content) });
          }
          return messages;
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "client.messages.create" },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 16,
        },
      ],
    },
    {
      name: "reports a flag at the end of a loop that a parsed answer sets",
      code: `
        import { generateText } from "ai";
        export async function plan(goal: string) {
          let finished = false;
          let notes = "";
          do {
            const { text } = await generateText({ model, prompt: \`\${goal}\\n\${notes}\` });
            const step = JSON.parse(text);
            notes += step.thought;
            if (step.action === "finish") finished = true;
          } while (finished === false);
          return notes;
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "generateText" },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 13,
        },
      ],
    },
    {
      name: "reports a condition of steps without an end",
      code: `
        import { generateText, stepCountIs } from "ai";
        export const answer = (prompt: string) => generateText({ model, tools, prompt, stopWhen: stepCountIs(Infinity) });
      `,
      errors: [
        {
          messageId: "noLimit",
          data: { key: "stopWhen", limit: "stepCountIs(Infinity)" },
          line: 3,
          column: 88,
          endLine: 3,
          endColumn: 119,
        },
      ],
    },
    {
      name: "reports a condition that never holds",
      code: `
        import { isLoopFinished, ToolLoopAgent } from "ai";
        export const agent = new ToolLoopAgent({ model, tools, stopWhen: isLoopFinished() });
      `,
      errors: [
        {
          messageId: "noLimit",
          data: { key: "stopWhen", limit: "isLoopFinished()" },
          line: 3,
          column: 64,
          endLine: 3,
          endColumn: 90,
        },
      ],
    },
    {
      name: "reports conditions of which none counts",
      code: `
        import * as ai from "ai";
        const NEVER = ai.isStepCount(Number.MAX_SAFE_INTEGER);
        export const answer = (prompt: string) => ai.streamText({ model, tools, prompt, stopWhen: [NEVER, ai.hasToolCall("submit")] });
      `,
      errors: [
        {
          messageId: "noLimit",
          data: { key: "stopWhen", limit: "[NEVER, ai.hasToolCall(\"submit\")]" },
          line: 4,
          column: 89,
          endLine: 4,
          endColumn: 132,
        },
      ],
    },
    {
      name: "reports a flag that says whether tools were called",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" }).bindTools(tools);
        export async function run(messages) {
          let calling;
          do {
            const answer = await model.invoke(messages);
            calling = (answer.tool_calls?.length ?? 0) > 0;
            messages.push(answer, ...(await act(answer.tool_calls)));
          } while (calling);
          return messages;
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "model.invoke" },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 13,
        },
      ],
    },
    {
      name: "reports a flag that a word of the answer sets",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-4.1" });
        export async function run(messages) {
          let finished = false;
          while (!finished) {
            const answer = await model.invoke(messages);
            const text = answer.content.trim();
            messages.push(answer);
            if (text.includes("FINAL ANSWER")) finished = true;
            else messages.push(await act(text));
          }
          return messages;
        }
      `,
      errors: [
        {
          messageId: "unboundedLoop",
          data: { call: "model.invoke" },
          line: 6,
          column: 11,
          endLine: 6,
          endColumn: 16,
        },
      ],
    },
  ],
});
