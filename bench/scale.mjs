/**
 * Whole lint runs over generated workspaces: `npm run bench -- --scale`.
 *
 * One file in ten holds an agent with tools; these import helpers from packages of the workspace, so that following
 * imports has something to do. Each run has a process of its own, because memory is what a process had at most, and the
 * same files are linted by nobody's rules, by eslint-plugin-security and by ours, one after the other.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import Table from "cli-table3";

const SIZES = [1_000, 3_000, 10_000];
const CONTENDERS = ["no rules", "security", "agent-guardrails recommended", "agent-guardrails strict"];
const PACKAGES = 20;
const page = fileURLToPath(new URL("../docs/performance.md", import.meta.url));
const START = "<!-- begin scale -->";
const END = "<!-- end scale -->";

export async function benchScale({ write }) {
  const rows = [];
  for (const size of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), "agent-guardrails-scale-"));
    try {
      generate(folder, size);
      for (const contender of CONTENDERS) rows.push({ size, contender, ...run(folder, contender) });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  print(rows);
  if (write) writeTable(rows);
  const [first, last] = [SIZES.at(0), SIZES.at(-1)];
  for (const contender of CONTENDERS.slice(2)) {
    const own = (size) => perFile(rows, contender, size);
    console.log(`${contender}: ${own(first).toFixed(2)} ms a file of its own at ${String(first)} files, ${own(last).toFixed(2)} ms at ${String(last)}.`);
  }
}

/** What a contender adds to a run without rules, in milliseconds a file. */
function perFile(rows, contender, size) {
  const of = (name) => rows.find((row) => row.size === size && row.contender === name);
  return (of(contender).milliseconds - of("no rules").milliseconds) / size;
}

function run(folder, contender) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL("./scale-run.mjs", import.meta.url)), folder, contender], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${contender} ended with ${String(status)}\n${stderr}`);
  return JSON.parse(stdout);
}

function generate(folder, size) {
  const put = (name, text) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  put("package.json", JSON.stringify({ name: "workspace", private: true, type: "module", workspaces: ["packages/*"] }));
  for (let index = 0; index < PACKAGES; index += 1) {
    put(`packages/p${String(index)}/package.json`, JSON.stringify({ name: `@acme/p${String(index)}`, type: "module" }));
    put(`packages/p${String(index)}/src/client.ts`, `import axios from "axios";\nexport const client = axios.create({ baseURL: "https://api.example.com", timeout: 5_000 });\n`);
    put(`packages/p${String(index)}/src/index.ts`, `export * from "./client.js";\n`);
  }
  const rest = size - 2 * PACKAGES;
  for (let index = 0; index < rest; index += 1) put(`packages/p${String(index % PACKAGES)}/src/m${String(index)}.ts`, index % 10 === 0 ? agent(index, rest) : plain(index, rest));
}

/** A module that the one before it in the package is imported by: chains, as in real projects. */
function plain(index, rest) {
  const next = index + PACKAGES < rest ? `import { total${String(index + PACKAGES)} } from "./m${String(index + PACKAGES)}.js";\n` : "";
  const lines = Array.from({ length: 12 }, (_, line) => `  if (items.length > ${String(line)}) sum += items[${String(line)}]?.price ?? ${String(index)};\n  log.push(\`line ${String(line)} of \${name}: \${String(sum)}\`);`).join("\n");
  const call = next === "" || (index + PACKAGES) % 10 === 0 ? "" : `  if (items.length > 100) sum += total${String(index + PACKAGES)}(name, items.slice(1));\n`;
  return `${call === "" ? "" : next}export interface Item${String(index)} { readonly price: number; readonly label: string }\nconst log: string[] = [];\n/** Sums up what a cart holds. */\nexport function total${String(index)}(name: string, items: readonly { readonly price: number }[]): number {\n  let sum = 0;\n${lines}\n${call}  return sum;\n}\n`;
}

function agent(index) {
  const tools = ["orders", "stock", "refunds", "notes"].map(
    (what) => `export const ${what} = tool(\n  async ({ query }, config) => {\n    const { data } = await client.get(\`/${what}/\${encodeURIComponent(query)}\`, { headers: { "x-user": requireUser(config) } });\n    return JSON.stringify(data);\n  },\n  { name: "${what}_${String(index)}", description: "Looks up ${what}.", schema: z.object({ query: z.string().describe("What to look up.") }) },\n);`,
  );
  return `import { createAgent, tool } from "langchain";\nimport { ChatOpenAI } from "@langchain/openai";\nimport { z } from "zod";\nimport { client } from "./index.js";\n\nfunction requireUser(config: { context?: { userId?: string } }): string {\n  const id = config.context?.userId;\n  if (id === undefined) throw new Error("No user.");\n  return id;\n}\n\n${tools.join("\n\n")}\n\nexport const agent${String(index)} = createAgent({ model: new ChatOpenAI({ model: "gpt-5-mini", maxRetries: 2, timeout: 30_000 }), tools: [orders, stock, refunds, notes], systemPrompt: "You help the people of the shop." });\n\nexport async function answer(question: string, userId: string, threadId: string) {\n  const result = await agent${String(index)}.invoke({ messages: [{ role: "user", content: question }] }, { context: { userId }, configurable: { thread_id: \`\${userId}:\${threadId}\` }, recursionLimit: 25 });\n  return result.messages.at(-1)?.text;\n}\n`;
}

const HEAD = ["files", "rules", "seconds", "ms a file", "MB at most", "reports"];

function cells({ size, contender, milliseconds, megabytes, reports }) {
  return [size.toLocaleString("en"), contender, (milliseconds / 1000).toFixed(1), (milliseconds / size).toFixed(2), String(megabytes), reports.toLocaleString("en")];
}

function print(rows) {
  const table = new Table({ head: HEAD, style: { head: [], border: [] }, colAligns: ["right", "left", "right", "right", "right", "right"] });
  table.push(...rows.map(cells));
  console.log(table.toString());
}

function writeTable(rows) {
  const text = readFileSync(page, "utf8");
  const lines = [HEAD, ["---:", "---", "---:", "---:", "---:", "---:"], ...rows.map(cells)].map((row) => `| ${row.join(" | ")} |`);
  writeFileSync(page, `${text.slice(0, text.indexOf(START) + START.length)}\n${lines.join("\n")}\n${text.slice(text.indexOf(END))}`);
}
