import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-live-model-in-tests.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-live-model-in-tests", rule, {
  valid: [
    {
      name: "is silent outside of tests",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI({ model: "gpt-5" });
        export const ask = (text) => model.invoke(text);
      `,
    },
    {
      name: "is silent about the fake model",
      code: `
        import { expect, it, vi } from "vitest";
        import { fakeModel } from "@langchain/core/testing";
        export { vi };
        it("answers", async () => {
          const model = fakeModel().respond("hi");
          expect(await model.invoke("hello")).toBeDefined();
        });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent in a test whose file says that it is an integration test",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { expect, it } from "vitest";
        it("answers", async () => {
          expect(await new ChatOpenAI({ model: "gpt-5" }).invoke("hi")).toBeDefined();
        });
      `,
      filename: at("src/tests/agent.int.test.ts"),
    },
    {
      name: "is silent in the folder of the end-to-end tests",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { expect, it } from "vitest";
        it("answers", async () => {
          expect(await new ChatOpenAI({ model: "gpt-5" }).invoke("hi")).toBeDefined();
        });
      `,
      filename: at("e2e/tests/agent.test.ts"),
    },
    {
      name: "is silent about a model whose requests a mock answers",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { expect, it, vi } from "vitest";
        it("answers", async () => {
          const fetchMock = vi.fn();
          const model = new ChatOpenAI({ model: "gpt-5", configuration: { fetch: fetchMock } });
          expect(await model.invoke("hi")).toBeDefined();
        });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent about a model with a client that the test brings along",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        import { expect, it, vi } from "vitest";
        it("answers", async () => {
          const model = new ChatAnthropic({ model: "claude-haiku-4-5", createClient: () => ({ messages: { create: vi.fn() } }) });
          expect(await model.invoke("hi")).toBeDefined();
        });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent about a model whose key is written down and opens nothing",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { expect, it } from "vitest";
        it("refuses an empty choice", () => {
          const model = new ChatOpenAI({ model: "gpt-5", apiKey: "no-key" });
          expect(() => model.withStructuredOutput({ enum: [""] })).toThrow();
        });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent about an application in a folder of tests that holds no test",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export default async function handler(request, response) {
          response.json(await new ChatOpenAI({ model: "gpt-5" }).invoke("hi"));
        }
      `,
      filename: at("environment_tests/vercel/pages/api/hello.ts"),
    },
    {
      name: "is silent about a script in a folder of tests",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const reply = await new ChatOpenAI({ model: "gpt-5" }).invoke("hi");
        console.log(reply);
      `,
      filename: at("test/by-hand.ts"),
    },
    {
      name: "is silent about a script that a person runs to try something, whose name ends in test",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        console.log(await model.invoke("hi"));
      `,
      filename: at("src/scripts/handoff-test.ts"),
    },
    {
      name: "is silent in the evals",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { expect, it, vi } from "vitest";
        it("answers", async () => {
          expect(await new ChatOpenAI({ model: "gpt-5" }).invoke("hi")).toBeDefined();
          vi.fn();
        });
      `,
      filename: at("evals/tests/agent.test.ts"),
    },
    {
      name: "is silent in an integration test",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { expect, it, vi } from "vitest";
        it("answers", async () => {
          expect(await new ChatOpenAI({ model: "gpt-5" }).invoke("hi")).toBeDefined();
        });
        export { vi };
      `,
      filename: at("src/tests/agent.int.ts"),
    },
    {
      name: "is silent where the package is mocked",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { expect, it, vi } from "vitest";
        vi.mock("@langchain/openai");
        it("answers", async () => {
          expect(await new ChatOpenAI({ model: "gpt-5" }).invoke("hi")).toBeDefined();
        });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent where jest mocks the package",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        jest.mock("@langchain/openai");
        it("answers", async () => {
          await new ChatOpenAI({ model: "gpt-5" }).invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent where the network is intercepted",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import nock from "nock";
        nock("https://api.openai.com").post("/v1/chat").reply(200);
        it("answers", async () => {
          await new ChatOpenAI({ model: "gpt-5" }).invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent about a method that is spied on",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { expect, it, vi } from "vitest";
        const model = new ChatOpenAI({ model: "gpt-5" });
        vi.spyOn(model, "invoke").mockResolvedValue("hi");
        it("answers", async () => {
          expect(await model.invoke("hi")).toBe("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent where the test runs only with a key",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { expect, it, vi } from "vitest";
        it.skipIf(!process.env.OPENAI_API_KEY)("answers", async () => {
          await new ChatOpenAI({ model: "gpt-5" }).invoke("hi");
        });
        export { expect, vi };
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent about a model that is only looked at",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { expect, it, vi } from "vitest";
        export { vi };
        it("keeps the name", () => {
          expect(new ChatOpenAI({ model: "gpt-5" })).toBeDefined();
        });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent about a model that nobody runs",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        it("keeps the name", () => {
          expect(model.model).toBe("gpt-5");
        });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent about a class of the same name from elsewhere",
      code: `
        import { ChatOpenAI } from "./fakes";
        import { createAgent } from "langchain";
        export { createAgent };
        it("answers", async () => {
          await new ChatOpenAI({ model: "gpt-5" }).invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
    },
    {
      name: "is silent about a type import",
      code: `
        import type { ChatOpenAI } from "@langchain/openai";
        export const run = (model: ChatOpenAI) => model.invoke("hi");
      `,
      filename: at("src/agent.test.ts"),
    },
  ],
  invalid: [
    {
      name: "reports a model in a file whose name ends in test and that holds a case",
      code: `
        import { it } from "node:test";
        import { ChatOpenAI } from "@langchain/openai";
        it("answers", async () => {
          await new ChatOpenAI({ model: "gpt-5" }).invoke("hi");
        });
      `,
      filename: at("src/handoff-test.ts"),
      errors: [{ messageId: "liveModel", data: { name: "the live model gpt-5" }, line: 5, column: 17, endLine: 5, endColumn: 51 }],
    },
    {
      name: "reports a model that is run where it is made",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        it("answers", async () => {
          await new ChatOpenAI({ model: "gpt-5" }).invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model gpt-5" },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports a model held in a constant",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const model = new ChatOpenAI({ model: "gpt-5" });
        it("answers", async () => {
          await model.invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model gpt-5" },
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports a model that is handed to the code under test",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { makeGraph } from "./graph";
        it("answers", async () => {
          const model = new ChatOpenAI({ model: "gpt-5" });
          await makeGraph(model).invoke({});
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model gpt-5" },
          line: 5,
          column: 25,
          endLine: 5,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports a model in the options of an agent",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        it("answers", async () => {
          await createAgent({ model: new ChatOpenAI({ model: "gpt-5" }), tools: [] }).invoke({ messages: [] });
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model gpt-5" },
          line: 5,
          column: 38,
          endLine: 5,
          endColumn: 72,
        },
      ],
    },
    {
      name: "reports a model given to an agent by a constant",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { createAgent } from "langchain";
        const model = new ChatOpenAI({ model: "gpt-5" });
        it("answers", async () => {
          await createAgent({ model, tools: [] }).invoke({ messages: [] });
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model gpt-5" },
          line: 4,
          column: 23,
          endLine: 4,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports a model whose name is not written down",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        it("answers", async () => {
          await new ChatOpenAI().invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "a live model of openai" },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reports Anthropic's model",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        it("answers", async () => {
          await new ChatAnthropic({ model: "claude-sonnet-4-5" }).invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model claude-sonnet-4-5" },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 66,
        },
      ],
    },
    {
      name: "reports a model that is made by name",
      code: `
        import { initChatModel } from "langchain";
        it("answers", async () => {
          const model = await initChatModel("openai:gpt-5");
          await model.invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model openai:gpt-5" },
          line: 4,
          column: 31,
          endLine: 4,
          endColumn: 60,
        },
      ],
    },
    {
      name: "reports an aliased class",
      code: `
        import { ChatOpenAI as Chat } from "@langchain/openai";
        it("answers", async () => {
          await new Chat({ model: "gpt-5" }).invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model gpt-5" },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a class of a namespace",
      code: `
        import * as openai from "@langchain/openai";
        it("answers", async () => {
          await new openai.ChatOpenAI({ model: "gpt-5" }).invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model gpt-5" },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 58,
        },
      ],
    },
    {
      name: "reports a required class",
      code: `
        const { ChatOpenAI } = require("@langchain/openai");
        it("answers", async () => {
          await new ChatOpenAI({ model: "gpt-5" }).invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model gpt-5" },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports a model with bound tools",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        it("answers", async () => {
          await new ChatOpenAI({ model: "gpt-5" }).bindTools([]).invoke("hi");
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model gpt-5" },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports a model where another package is mocked",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { expect, it, vi } from "vitest";
        vi.mock("./mail");
        it("answers", async () => {
          expect(await new ChatOpenAI({ model: "gpt-5" }).invoke("hi")).toBeDefined();
        });
      `,
      filename: at("src/agent.test.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model gpt-5" },
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 58,
        },
      ],
    },
    {
      name: "reports a spec file in a test folder",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        it("answers", async () => {
          await new ChatOpenAI({ model: "gpt-5" }).invoke("hi");
        });
      `,
      filename: at("test/agent.ts"),
      errors: [
        {
          messageId: "liveModel",
          data: { name: "the live model gpt-5" },
          line: 4,
          column: 17,
          endLine: 4,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports a test of Node's own runner in a test folder",
      code: `
        import test from "node:test";
        import { ChatOpenAI } from "@langchain/openai";
        test("answers", async () => {
          await new ChatOpenAI({ model: "gpt-5" }).invoke("hi");
        });
      `,
      filename: at("test/agent.ts"),
      errors: [{ messageId: "liveModel", data: { name: "the live model gpt-5" }, line: 5, column: 17, endLine: 5, endColumn: 51 }],
    },
  ],
});
