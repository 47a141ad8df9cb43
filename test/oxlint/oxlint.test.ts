import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import * as typescriptParser from "@typescript-eslint/parser";
import { ESLint } from "eslint";
import { afterAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { sectionsOf } from "../contract/rule-page.js";
import { createWorkspace, type Workspace } from "../editor/workspace.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const settings = { "agent-guardrails": { residency: "eu", sensitiveAssistants: ["payroll"] } };
const workspaces: Workspace[] = [];

afterAll(() => {
  for (const workspace of workspaces) workspace.remove();
});

/** Published sources of frameworks that agents are built with, spread over each package. */
const PUBLISHED = ["langchain/dist", "@langchain/langgraph/dist", "@langchain/core/dist/tools", "@openai/agents-core/dist", "@modelcontextprotocol/sdk/dist/esm", "ai/dist"];
const MOST_OF_EACH = 25;

const inputs: readonly (readonly [title: string, least: number, files: () => Readonly<Record<string, string>>])[] = [
  ["both examples", 50, () => filesBelow(join(root, "examples"), (file) => file.endsWith(".ts") && !file.includes("/dist/"))],
  ["the programs on the pages of the rules", 100, programsOfPages],
  ["published sources of frameworks", 0, publishedSources],
];

describe("oxlint", () => {
  it.each(inputs)(
    "finds what ESLint finds without types, on %s",
    async (_title, least, files) => {
      const workspace = createWorkspace(files(), ["eslint-plugin-agent-guardrails", "@typescript-eslint/parser"]);
      workspaces.push(workspace);

      const byOxlint = withOxlint(workspace.path, plugin.configs.strict.rules ?? {});
      const byESLint = await withESLint(workspace.path);

      expect(byESLint.length).toBeGreaterThanOrEqual(least);
      expect(byOxlint).toEqual(byESLint);
    },
    600_000,
  );

  it("takes the configuration of docs/oxlint.md", () => {
    const page = readFileSync(join(root, "docs", "oxlint.md"), "utf8");
    const config = JSON.parse(/```json\n(?<code>[\s\S]*?)```/u.exec(page)?.groups?.code ?? "") as { readonly rules: object };
    const workspace = createWorkspace(
      {
        "mail.ts": "export const send = async (to: string) => to;",
        "agent.ts": 'import { tool } from "ai";\nimport { z } from "zod";\nimport { send } from "./mail";\nexport const notify = tool({ inputSchema: z.object({ userId: z.string() }), execute: ({ userId }) => send(userId) });\n',
      },
      ["eslint-plugin-agent-guardrails", "@typescript-eslint/parser"],
    );
    workspaces.push(workspace);

    expect(config.rules).toEqual(plugin.configs.recommended.rules);
    expect(withOxlint(workspace.path, config.rules, config).map(short)).toEqual(["agent.ts:4:102 require-approval-for-external", "agent.ts:4:54 no-llm-identity-args"]);
  });

  it("stays within a file where no parser is installed to follow imports with", () => {
    const files = {
      "schema.ts": 'import { z } from "zod";\nexport const Orders = z.object({ userId: z.string() });\n',
      "agent.ts": 'import { tool } from "ai";\nimport { Orders } from "./schema";\nexport const orders = tool({ inputSchema: Orders, execute: async () => fetch("https://api.example.com") });\n',
    };
    const [alone, accompanied] = [[], ["@typescript-eslint/parser"]].map((parsers) => createWorkspace(files, ["eslint-plugin-agent-guardrails", ...parsers]));
    if (!alone || !accompanied) throw new Error("Two workspaces were to be made.");
    workspaces.push(alone, accompanied);
    const rules = plugin.configs.recommended.rules ?? {};

    expect(withOxlint(alone.path, rules).map(short)).toEqual(["agent.ts:3:72 require-fetch-timeout"]);
    expect(withOxlint(accompanied.path, rules).map(short)).toEqual(["agent.ts:3:43 no-llm-identity-args", "agent.ts:3:72 require-fetch-timeout"]);
  });
});

it("finds in the unsafe example what ESLint finds with types", async () => {
  const cwd = join(root, "examples", "jarvis-unsafe");

  expect(await withESLint(cwd)).toEqual(await withESLint(cwd, { projectService: true, tsconfigRootDir: cwd }));
}, 600_000);

function short(line: string): string {
  return line.split(" ").slice(0, 2).join(" ");
}

/** `file:line:column rule message` for each finding. */
async function withESLint(cwd: string, parserOptions: object = {}): Promise<readonly string[]> {
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ["**/*.{js,mjs,cjs,jsx,ts,tsx}"], linterOptions: { reportUnusedDisableDirectives: "off" }, settings, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
      { files: ["**/*.{ts,tsx}"], languageOptions: { parser: typescriptParser, parserOptions } },
      plugin.configs.strict,
    ] as NonNullable<ESLint.Options["overrideConfig"]>,
  });
  const results = await eslint.lintFiles(["**/*.{js,mjs,cjs,jsx,ts,tsx}"]);
  return results
    .flatMap(({ filePath, messages }) => messages.map(({ ruleId, line, column, message }) => `${relative(cwd, filePath)}:${String(line)}:${String(column)} ${ruleId?.replace("agent-guardrails/", "") ?? "none"} ${message}`))
    .toSorted();
}

interface OxlintReport {
  readonly diagnostics: readonly { readonly message: string; readonly code?: string; readonly filename: string; readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[] }[];
}

function withOxlint(cwd: string, rules: object, config: object = { settings }): readonly string[] {
  writeFileSync(join(cwd, ".oxlintrc.json"), JSON.stringify({ categories: { correctness: "off" }, plugins: [], ...config, jsPlugins: ["eslint-plugin-agent-guardrails"], rules }));
  const { stdout, stderr, error } = spawnSync(process.execPath, [join(root, "node_modules", "oxlint", "bin", "oxlint"), "--format", "json", "--ignore-pattern", "node_modules", "."], { cwd, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (error || stdout === "") throw new Error(`oxlint said nothing: ${error?.message ?? stderr}`);
  return (JSON.parse(stdout) as OxlintReport).diagnostics
    .map(({ filename, code = "none", message, labels }) => `${filename}:${String(labels[0]?.span.line)}:${String(labels[0]?.span.column)} ${/\((?<rule>.+)\)$/u.exec(code)?.groups?.rule ?? code} ${message}`)
    .toSorted();
}

function filesBelow(folder: string, isWanted: (path: string) => boolean, below = folder): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).flatMap((entry): (readonly [string, string])[] => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === "node_modules" ? [] : Object.entries(filesBelow(path, isWanted, below));
      return isWanted(path) ? [[relative(below, path), readFileSync(path, "utf8")]] : [];
    }),
  );
}

function programsOfPages(): Readonly<Record<string, string>> {
  const pages = join(root, "docs", "rules");
  return Object.fromEntries(
    readdirSync(pages).flatMap((page) =>
      sectionsOf(readFileSync(join(pages, page), "utf8")).flatMap(({ blocks }) =>
        blocks.flatMap(({ language, code, line }) => (["ts", "tsx", "js", "jsx"].includes(language) ? [[`${page.replace(".md", "")}/${String(line)}.${language}`, code]] : [])),
      ),
    ),
  );
}

function publishedSources(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    PUBLISHED.flatMap((name) => {
      const files = Object.entries(filesBelow(join(root, "node_modules", name), (path) => [".js", ".mjs"].includes(extname(path))));
      const step = Math.max(1, Math.floor(files.length / MOST_OF_EACH));
      return files.filter((_file, index) => index % step === 0).map(([file, text]) => [join(name.replace("/dist", ""), file), text]);
    }),
  );
}
