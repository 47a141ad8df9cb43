import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterAll, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { folderOf, installedEditions, type InstalledEdition } from "../frameworks/installed-frameworks.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Inside node_modules the packages resolve, and neither lint nor type check of the project sees the files.
const folder = mkdtempSync(join(root, "node_modules", ".suggestions-"));
mkdirSync(join(folder, "ai-6", "node_modules"), { recursive: true });
symlinkSync(join(root, "node_modules", "ai-6"), join(folder, "ai-6", "node_modules", "ai"), "dir");

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const HEAD = `import { tool } from "@langchain/core/tools";
import { z } from "zod";

declare function load(userId: string, status?: string): Promise<string>;
`;

/** Programs that compile; each of them gets at least one suggestion. */
const programs: Readonly<Record<string, string>> = {
  "a destructured field in an expression": `${HEAD}
export const orders = tool(async ({ userId, status }) => load(userId, status), {
  name: "orders",
  schema: z.object({ userId: z.string(), status: z.string() }),
});
`,
  "a destructured field in a block": `${HEAD}
export const orders = tool(
  async ({ userId, status }) => {
    const found = await load(userId.trim(), status);
    return JSON.stringify({ userId, found });
  },
  { name: "orders", schema: z.object({ status: z.string(), userId: z.string() }) },
);
`,
  "an only field, and an input with a name": `${HEAD}
export const orders = tool(async (input) => load(input.userId), { name: "orders", schema: z.object({ userId: z.string() }) });
`,
  "an input typed by the schema": `${HEAD}
const schema = z.object({ userId: z.string(), status: z.string() });
type Input = z.infer<typeof schema>;
export const orders = tool(async ({ userId, status }: Input) => load(userId, status), { name: "orders", schema });
`,
  "a field that is not read": `${HEAD}
export const orders = tool(async ({ status }) => load("me", status), { name: "orders", schema: z.object({ status: z.string(), userId: z.string() }) });
`,
  "an optional config": `${HEAD}import type { RunnableConfig } from "@langchain/core/runnables";

export const orders = tool(async ({ userId }, config?: RunnableConfig) => load(userId, config?.runName), {
  name: "orders",
  schema: z.object({ userId: z.string(), status: z.string() }),
});
`,
  "a runtime": `${HEAD}import type { ToolRuntime } from "@langchain/core/tools";

export const orders = tool(async ({ userId }, runtime: ToolRuntime) => load(userId, runtime.toolCallId), { name: "orders", schema: z.object({ userId: z.string() }) });
`,
  "a key that is no identifier": `${HEAD}
export const orders = tool(async (input) => load(input["user-id"]), { name: "orders", schema: z.object({ "user-id": z.string() }) });
`,
  "a JSON Schema": `import { tool } from "@langchain/core/tools";

declare function load(userId: string): Promise<string>;
export const orders = tool(async (input: any) => load(input.user_id), {
  name: "orders",
  schema: { type: "object", properties: { user_id: { type: "string" }, status: { type: "string" } }, required: ["user_id", "status"] },
});
`,
  "a structured tool": `import { DynamicStructuredTool } from "@langchain/core/tools";
import { z } from "zod";

declare function load(userId: string, status?: string): Promise<string>;
export const orders = new DynamicStructuredTool({
  name: "orders",
  description: "Lists orders",
  schema: z.object({ userId: z.string(), status: z.string() }),
  func: async ({ userId, status }) => load(userId, status),
});
`,
  "the tool of langchain": `import { tool } from "langchain";
import { z } from "zod";

declare function load(userId: string): Promise<string>;
export const orders = tool(async ({ userId }) => load(userId), { name: "orders", schema: z.object({ userId: z.string() }) });
`,
  "a fetch without options": `${HEAD}
export const weather = tool(async ({ city }) => (await fetch(\`https://api.example.com/\${city}\`)).text(), { name: "weather", schema: z.object({ city: z.string() }) });
`,
  "a fetch that sees the run's config": `${HEAD}
export const weather = tool(
  async ({ city }, config) => {
    const response = await fetch(\`https://api.example.com/\${city}\`, {
      method: "POST", // creates
    });
    return \`\${config.runName ?? ""}\${await response.text()}\`;
  },
  { name: "weather", schema: z.object({ city: z.string() }) },
);
`,
  "a fetch with constant options": `${HEAD}
const options: RequestInit = { method: "POST" };
export const weather = tool(async ({ city }) => (await fetch(\`https://api.example.com/\${city}\`, options)).text(), { name: "weather", schema: z.object({ city: z.string() }) });
`,
  "a fetch with an undefined signal": `${HEAD}
export const weather = tool(async ({ city }) => (await fetch(\`https://api.example.com/\${city}\`, { signal: undefined })).text(), { name: "weather", schema: z.object({ city: z.string() }) });
`,
  "a fetch in a node": `import { Annotation, StateGraph, type LangGraphRunnableConfig } from "@langchain/langgraph";

const State = Annotation.Root({ query: Annotation<string>, found: Annotation<string> });
async function search(state: typeof State.State, config: LangGraphRunnableConfig) {
  const response = await fetch(\`https://api.example.com/?q=\${state.query}&run=\${config.runName ?? ""}\`);
  return { found: await response.text() };
}
export const graph = new StateGraph(State).addNode("search", search).addEdge("__start__", "search").compile();
`,
  "a request of node:http": `${HEAD}import https from "node:https";

export const weather = tool(async ({ city }) => {
  const request = https.request({ host: "api.example.com", path: \`/\${city}\` });
  request.end();
  return "sent";
}, { name: "weather", schema: z.object({ city: z.string() }) });
`,
  "a tool of the AI SDK": `import { tool } from "ai";
import { z } from "zod";

declare function load(userId: string, status?: string): Promise<string>;
export const orders = tool({
  description: "Lists orders",
  inputSchema: z.object({ userId: z.string(), status: z.string() }),
  execute: async ({ userId, status }, options) => {
    await fetch("https://api.example.com");
    return load(userId.trim(), \`\${status}\${options.toolCallId}\`);
  },
});
`,
  "a tool of the AI SDK with a context of its own": `import { tool } from "ai";
import { z } from "zod";

declare function load(userId: string): Promise<string>;
export const orders = tool({
  description: "Lists orders",
  inputSchema: z.object({ userId: z.string(), page: z.number() }),
  contextSchema: z.object({ userId: z.string() }),
  execute: async (input) => load(input.userId),
});
`,
  "a tool of the AI SDK and an agent that holds it": `import { generateText, tool, ToolLoopAgent } from "ai";
import { z } from "zod";

const order = tool({
  description: "Orders",
  inputSchema: z.object({ page: z.number() }),
  execute: async ({ page }) => (await fetch("https://api.example.com", { method: "POST", body: String(page), signal: AbortSignal.timeout(5_000) })).text(),
});
export const agent = new ToolLoopAgent({ model: "openai/gpt-5", tools: { "place-order": order } });
export const answer = await generateText({ model: "openai/gpt-5", prompt: "Order.", tools: { order }, toolApproval: {} });
`,
  "ai-6/a tool of the AI SDK 6": `import { tool } from "ai";
import { z } from "zod";

declare function load(userId: string): Promise<string>;
export const orders = tool({
  description: "Lists orders",
  inputSchema: z.object({ userId: z.string(), page: z.number() }),
  execute: async ({ userId }) => {
    await fetch("https://api.example.com", { method: "POST" });
    return load(userId);
  },
});
`,
  "a tool of the OpenAI Agents SDK": `import { tool } from "@openai/agents";
import { z } from "zod";

declare function load(userId: string): Promise<string>;
export const orders = tool({
  name: "orders",
  description: "Lists orders",
  parameters: z.object({ userId: z.string() }),
  execute: async (input, runContext, details) => {
    await fetch("https://api.example.com", { method: "DELETE" });
    return (await load(input.userId)) + (details?.resumeState ?? "");
  },
});
`,
  "a tool of Mastra": `import { createTool } from "@mastra/core/tools";
import { z } from "zod";

declare function load(userId: string): Promise<string>;
export const orders = createTool({
  id: "orders",
  description: "Lists orders",
  inputSchema: z.object({ userId: z.string(), page: z.number() }),
  execute: async ({ userId }, context) => {
    await fetch("https://api.example.com", { method: "POST" });
    return load(userId);
  },
});
`,
  "a tool of an MCP server": `import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

declare function load(userId: string): Promise<string>;
const server = new McpServer({ name: "orders", version: "1.0.0" });
server.registerTool("orders", { inputSchema: { userId: z.string() } }, async (input, extra) => {
  await fetch("https://api.example.com");
  return { content: [{ type: "text", text: await load(input.userId) }] };
});
`,
};

/** Without the registry the declarations of Mastra are out of reach, and its program is left out. */
const mastra = folderOf(mastraEdition());
const checked = Object.entries(programs).filter(([, code]) => mastra !== undefined || !code.includes("@mastra/"));

it("makes programs that compile out of programs that compile", async () => {
  const suggested = checked.map(([name, code]) => ({ name, code, outputs: suggestionsFor(code, fileOf(name, 0)) }));
  const files = suggested.flatMap(({ name, code, outputs }) => [code, ...outputs].map((text, index) => ({ file: fileOf(name, index), text })));

  expect(suggested.filter(({ outputs }) => outputs.length === 0).map(({ name }) => name)).toEqual([]);
  expect(await mistakesIn(files)).toEqual([]);
}, 240_000);

/** A program of an older version stands in a folder of its own, in which an import leads to that version. */
function fileOf(name: string, index: number): string {
  const [folderName, title] = name.includes("/") ? [`${dirname(name)}/`, basename(name)] : ["", name];
  return `${folderName}${title.replace(/\W+/gu, "-")}-${String(index)}.ts`;
}

function mastraEdition(): InstalledEdition {
  const found = installedEditions.find(({ framework }) => framework === "mastra");
  if (!found) throw new Error("Mastra is not among the installed frameworks.");
  return found;
}

function suggestionsFor(code: string, file: string): readonly string[] {
  const linter = new Linter({ configType: "flat", cwd: root });
  const messages = linter.verify(code, [{ ignores: ["!**/node_modules/"] }, { files: ["**/*.ts"], languageOptions: { parser: typescriptParser } }, plugin.configs.recommended] as Linter.Config[], { filename: join(folder, file) });
  return messages.flatMap(({ suggestions }) => (suggestions ?? []).map(({ fix }) => `${code.slice(0, fix.range[0])}${fix.text}${code.slice(fix.range[1])}`));
}

/** What the compiler says, in one run. */
async function mistakesIn(files: readonly { readonly file: string; readonly text: string }[]): Promise<readonly string[]> {
  for (const { file, text } of files) writeFileSync(join(folder, file), text);
  const paths = mastra === undefined ? {} : { "@mastra/core/tools": [join(mastra, "node_modules", "@mastra", "core", "dist", "tools", "index.d.ts")] };
  const compilerOptions = { strict: true, target: "ES2022", lib: ["ES2023"], module: "ESNext", moduleResolution: "bundler", types: ["node"], noEmit: true, skipLibCheck: true, paths };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: files.map(({ file }) => file) }));
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const result = await promisify(execFile)(process.execPath, [compiler, "-p", folder, "--pretty", "false"], { cwd: folder }).then(
    ({ stdout }) => stdout,
    (error: unknown) => (error as { readonly stdout: string }).stdout,
  );
  return result.split("\n").filter((line) => line !== "");
}
