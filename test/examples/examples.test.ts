import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { compile, compilers, type CompilerVersion } from "../types/typescript-compilers.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const versions = Object.keys(compilers) as CompilerVersion[];

type Preset = "recommended" | "strict";

/** Lints an example the way its own eslint.config.js does, with another preset if need be. */
async function lint(example: string, preset: Preset, withTypes = true) {
  const cwd = join(root, "examples", example);
  const eslint = new ESLint({
    cwd,
    overrideConfigFile: true,
    overrideConfig: defineConfig({
      files: ["**/*.ts"],
      plugins: { "agent-guardrails": plugin },
      extends: [`agent-guardrails/${preset}`],
      languageOptions: { parser: tseslint.parser, parserOptions: withTypes ? { projectService: true, tsconfigRootDir: cwd } : {} },
      settings: { "agent-guardrails": { residency: "eu", sensitiveAssistants: ["payroll"] } },
    }),
  });
  const results = await eslint.lintFiles(["**/*.ts"]);
  expect(results.length).toBeGreaterThan(5);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, message, line }) => ({ place: `${relative(cwd, filePath)}:${String(line)}`, rule: ruleId?.replace("agent-guardrails/", "") ?? message })),
  );
}

const FIRST_FOUR = ["no-llm-identity-args", "require-approval-for-external", "require-fetch-timeout", "require-thread-namespace"];

describe("jarvis as a hurried team writes it", () => {
  it("is reported by every rule", async () => {
    const found = new Set((await lint("jarvis-unsafe", "strict")).map(({ rule }) => rule));

    expect([...found].sort()).toEqual(Object.keys(plugin.rules ?? {}).sort());
  });

  it.each([true, false])("is reported by the quiet preset where the harm is, with types: %j", async (withTypes) => {
    const found = await lint("jarvis-unsafe", "recommended", withTypes);

    expect(FIRST_FOUR.filter((rule) => !found.some((each) => each.rule === rule))).toEqual([]);
    expect(found.filter(({ rule }) => FIRST_FOUR.includes(rule)).map(({ place, rule }) => `${place} ${rule}`)).toEqual(
      expect.arrayContaining([
        "tools/payslip.ts:20 no-llm-identity-args",
        "tools/payslip.ts:13 require-fetch-timeout",
        "tools/mail.ts:9 require-approval-for-external",
        "app/chat/route.ts:16 require-thread-namespace",
        "app/digest/route.ts:7 require-thread-namespace",
      ]),
    );
  });

  it.each(versions)("does not compile where a guard is misused, under TypeScript %s", async (version) => {
    const { diagnostics } = await compile(version, "examples/jarvis-unsafe");
    const found = diagnostics.map(({ file, message }) => `${file}: ${message}`).sort();

    expect(found).toEqual([
      expect.stringMatching(/^inbox\.ts: Implicit conversion of a 'symbol' to a 'string'/u),
      expect.stringMatching(/^salary\.ts: .*'AuthedConfig'.*'identity' is missing/u),
      expect.stringMatching(/^voucher\.ts: .*'ApprovedAction<"order_voucher", \{ to: string; euros: number; \}>'/u),
    ]);
  });
});

describe("jarvis with the guards", () => {
  it.each(["recommended", "strict"] as const)("has no finding under %s", async (preset) => {
    expect(await lint("jarvis", preset)).toEqual([]);
  });

  it("has none without type information either", async () => {
    expect(await lint("jarvis", "strict", false)).toEqual([]);
  });

  it.each(versions)("compiles under TypeScript %s", async (version) => {
    const { output } = await compile(version, "examples/jarvis", "--noEmit");

    expect(output).toBe("");
  });

  describe("at work", () => {
    let folder = "";
    beforeAll(async () => {
      folder = realpathSync(mkdtempSync(join(tmpdir(), "agent-guardrails-jarvis-")));
      cpSync(join(root, "examples", "jarvis"), folder, { recursive: true, filter: (path) => !path.endsWith("dist") });
      writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
      symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
      await compile("7.0", folder);
    });
    afterAll(() => {
      rmSync(folder, { recursive: true, force: true });
    });

    it("answers offline, asks before it acts, acts once, and refuses a stranger", async () => {
      const said = await node(join(folder, "dist", "main.js"));

      expect(said).toContain("You are Ada of Research. In March 2025 you were paid 4210 EUR.");
      expect(said).not.toContain("3980");
      expect(said).toMatch(/approves in Ada's thread\)\nedge +403 not the caller's thread\n/u);
      expect(said).toContain("page gives instructions to assistants, so it is withheld");
      expect(said.trimEnd().endsWith("1 ticket, 1 mail")).toBe(true);
    });

    it("has words only when its tools are switched off", async () => {
      const said = await node(join(folder, "dist", "main.js"), { JARVIS_TOOLS: "off" });

      expect(said.trimEnd().endsWith("0 ticket, 0 mail")).toBe(true);
    });
  });
});

describe("the demo", () => {
  it("ends well, and is what the README shows", async () => {
    await expect(node(join(root, "examples", "demo.mjs"), {}, "--check")).resolves.toContain("It runs:");
  }, 300_000);
});

function node(script: string, environment: Readonly<Record<string, string>> = {}, ...flags: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, ...flags], { cwd: root, env: { ...process.env, ...environment }, maxBuffer: 16 * 2 ** 20 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
}
