import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it, vi } from "vitest";
import guardrails from "../../src/index.js";
import { project } from "../support/probe.js";

vi.mock("node:fs", async (original) => {
  const fs = await original<Record<string, unknown> & { readFileSync: typeof readFileSync }>();
  return { ...fs, default: fs, readFileSync: vi.fn(fs.readFileSync) };
});

/** A parser that tells what it was given, so that a project of its own follows imports with it. */
function countingParser(): { parser: object; parsed: Map<string, number> } {
  const parsed = new Map<string, number>();
  const parser = {
    ...typescriptParser,
    parseForESLint(text: string, options: { filePath?: string }) {
      const path = options.filePath ?? "";
      parsed.set(path, (parsed.get(path) ?? 0) + 1);
      return typescriptParser.parseForESLint(text, options);
    },
  };
  return { parser, parsed };
}

function readings(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [path] of vi.mocked(readFileSync).mock.calls) counts.set(String(path), (counts.get(String(path)) ?? 0) + 1);
  return counts;
}

/** Lints files one after the other, as a run of ESLint does, and counts the reports. */
function lintAll(folder: string, names: readonly string[], files: Readonly<Record<string, string>>, parser: object): number {
  const linter = new Linter({ configType: "flat", cwd: folder });
  const config: Linter.Config[] = [{ files: ["**/*.ts"], languageOptions: { parser: parser } }, guardrails.configs.strict];
  return names.flatMap((name) => linter.verify(files[name] ?? "", config, { filename: join(folder, name) })).length;
}

const shared = {
  "client.ts": `import axios from "axios";\nexport const client = axios.create({});`,
  "load.ts": `import { client } from "./client.js";\nexport async function load(id: string) { return client.get("https://api.example.com/" + id); }`,
  "index.ts": `export * from "./load.js";\nexport { client } from "./client.js";`,
};
const agent = (index: number): string => `import { tool } from "langchain";\nimport { z } from "zod";\nimport { load, client } from "./index.js";\nimport { own } from "./own-${index}.js";\nexport const fetchIt = tool(async ({ id }) => { await client.get("https://api.example.com/x"); return own(await load(id)); }, { name: "fetch_${index}", schema: z.object({ id: z.string() }) });`;

describe("a run over many files", () => {
  const count = 120;
  const agents = Array.from({ length: count }, (_, index) => `agent-${index}.ts`);
  const files: Record<string, string> = {
    ...shared,
    ...Object.fromEntries(agents.map((name, index) => [name, agent(index)])),
    ...Object.fromEntries(agents.map((_, index) => [`own-${index}.ts`, `import { client } from "./client.js";\nexport const own = async (text: string) => client.post("https://api.example.com/", text);`])),
  };

  it("reads and parses a file that many import once", () => {
    const folder = project(files);
    const { parser, parsed } = countingParser();
    vi.mocked(readFileSync).mockClear();
    const reports = lintAll(folder, agents, files, parser);
    const read = readings();
    expect(reports).toBeGreaterThanOrEqual(count);
    for (const name of Object.keys(files).filter((each) => !each.startsWith("agent-"))) expect([name, read.get(join(folder, name)) ?? 0]).toEqual([name, 1]);
    for (const name of ["client.ts", "load.ts"]) expect([name, parsed.get(join(folder, name))]).toEqual([name, 1]);
    expect(Math.max(...parsed.values())).toBe(1);
  });

  it("does not parse a file that only hands things on", () => {
    const folder = project(files);
    const { parser, parsed } = countingParser();
    lintAll(folder, agents.slice(0, 3), files, parser);
    expect(parsed.get(join(folder, "index.ts"))).toBeUndefined();
  });

  it("neither reads nor parses anything for files without agents", () => {
    const plain = { ...shared, "view.ts": `import { load, client } from "./index.js";\nexport const view = () => load(String(client));` };
    const folder = project(plain);
    const { parser, parsed } = countingParser();
    vi.mocked(readFileSync).mockClear();
    expect(lintAll(folder, ["view.ts"], plain, parser)).toBe(0);
    expect([...readings().keys()].filter((path) => path.startsWith(folder))).toEqual([]);
    expect([...parsed.keys()]).toEqual([join(folder, "view.ts")]);
  });

  it("keeps no more than a neighbourhood of files parsed", () => {
    const long = `${"// a line of a long file\n".repeat(4_000)}import axios from "axios";\nexport const client = axios.create({});`;
    const many = Array.from({ length: 40 }, (_, index) => index);
    const wide: Record<string, string> = {
      ...Object.fromEntries(many.map((index) => [`client-${index}.ts`, long])),
      ...Object.fromEntries(many.map((index) => [`agent-${index}.ts`, `import { tool } from "langchain";\nimport { client } from "./client-${index}.js";\nexport const t = tool(async () => client.get("https://api.example.com/"), { name: "t" });`])),
    };
    const folder = project(wide);
    const { parser, parsed } = countingParser();
    const names = many.map((index) => `agent-${index}.ts`);
    lintAll(folder, names, wide, parser);
    expect(parsed.get(join(folder, "client-0.ts"))).toBe(1);
    // The first has been let go by now, and the last has not.
    lintAll(folder, ["agent-39.ts", "agent-0.ts"], wide, parser);
    expect([parsed.get(join(folder, "client-39.ts")), parsed.get(join(folder, "client-0.ts"))]).toEqual([1, 2]);
  });
});
