import { afterAll, describe, expect, it } from "vitest";
import type { Workspace } from "../editor/workspace.js";
import { createProject, lint } from "./eslint-cli.js";

const projects: Workspace[] = [];

afterAll(() => {
  for (const project of projects) project.remove();
});

function linted(files: Readonly<Record<string, string>>): readonly string[] {
  const project = createProject(files);
  projects.push(project);
  return lint(project);
}

describe("a project of plain JavaScript", () => {
  it("is told of a schema in another module", () => {
    expect(
      linted({
        "schema.js": 'import { z } from "zod";\nexport const Orders = z.object({ userId: z.string() });\n',
        "tools.js": 'import { tool } from "@langchain/core/tools";\nimport { Orders } from "./schema.js";\nexport const orders = tool(async ({ userId }) => userId, { name: "orders", schema: Orders });\n',
      }),
    ).toEqual(["tools.js:3 no-llm-identity-args"]);
  });

  it("is told of a request in a CommonJS module that leads to no deadline", () => {
    expect(
      linted({
        "http.cjs": "exports.load = async (city) => (await fetch(`https://api.example.com/${city}`)).text();\n",
        "tools.cjs": 'const { tool } = require("@langchain/core/tools");\nconst { load } = require("./http.cjs");\nexports.weather = tool(async ({ city }) => load(city), { name: "weather" });\n',
      }),
    ).toEqual(["tools.cjs:3 require-fetch-timeout"]);
  });

  it("is told of a model's text that JSX shows as HTML", () => {
    expect(
      linted({
        "Answer.jsx": 'import { generateText } from "ai";\nexport default async function Answer({ question }) {\n  const { text } = await generateText({ model: "openai/gpt-5", prompt: question });\n  return <p dangerouslySetInnerHTML={{ __html: text }} />;\n}\n',
      }),
    ).toEqual(["Answer.jsx:4 no-executed-model-output"]);
  });

  it("is told of a tool that a component file defines beside its markup", () => {
    expect(
      linted({
        "schema.mjs": 'import { z } from "zod";\nexport const Orders = z.object({ tenant_id: z.string() });\n',
        "Chat.jsx": 'import { tool } from "ai";\nimport { Orders } from "./schema.mjs";\nexport const orders = tool({ inputSchema: Orders, execute: async ({ tenant_id }) => tenant_id });\nexport const Chat = () => <main>{orders.description}</main>;\n',
      }),
    ).toEqual(["Chat.jsx:3 no-llm-identity-args"]);
  });

  it("is silent about what it does right, in as many files", () => {
    expect(
      linted({
        "schema.js": 'import { z } from "zod";\nexport const Orders = z.object({ page: z.number() });\n',
        "http.js": "export const load = async (page) => (await fetch(`https://api.example.com/${page}`, { signal: AbortSignal.timeout(5_000) })).text();\n",
        "tools.js": 'import { tool } from "@langchain/core/tools";\nimport { load } from "./http.js";\nimport { Orders } from "./schema.js";\nexport const orders = tool(async ({ page }) => load(page), { name: "orders", schema: Orders });\n',
      }),
    ).toEqual([]);
  });
});
