import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { run } from "../../src/preflight/cli.js";
import { readAttestations } from "../../src/preflight/attestations.js";
import { project } from "../support/probe.js";
import { TODAY } from "./rows.js";
import { PAYSLIP_TOOL } from "./tree.js";

const root = new URL("../..", import.meta.url).pathname;
const MODULE = { "package.json": '{ "name": "shop", "type": "module", "devDependencies": { "eslint": "1", "typescript-eslint": "1", "eslint-plugin-agent-guardrails": "1" } }', "tsconfig.json": "{}" };

async function init(files: Readonly<Record<string, string>>, ...args: string[]) {
  const cwd = project(files);
  let out = "";
  let err = "";
  const code = await run(["init", ...args], { cwd, out: (text) => { out += text; }, err: (text) => { err += text; }, columns: undefined, colour: false, watched: false, today: TODAY });
  return { cwd, out, err, code, read: (name: string) => (existsSync(join(cwd, name)) ? readFileSync(join(cwd, name), "utf8") : undefined) };
}

describe("init", () => {
  it("shows what it would write, and writes nothing", async () => {
    const { out, code, read } = await init(MODULE);

    expect(code).toBe(0);
    expect(out).toContain("--- /dev/null\n+++ b/eslint.config.js\n");
    expect(out).toContain("+++ b/.github/workflows/agent-guardrails.yml\n");
    expect(out).toContain("+++ b/agent-guardrails.preflight.ts\n");
    expect(out.trimEnd().endsWith("Nothing was changed. Run it again with --yes to make these changes.")).toBe(true);
    for (const name of ["eslint.config.js", ".github", "agent-guardrails.preflight.ts"]) expect(read(name)).toBeUndefined();
  });

  it("writes it with --yes, and has nothing to do the second time", async () => {
    const { out, cwd } = await init(MODULE, "--yes");
    let again = "";
    await run(["init", "--yes"], { cwd, out: (text) => { again += text; }, err: () => undefined, columns: undefined, colour: false, watched: false, today: TODAY });

    expect(out.trimEnd().endsWith("Written: eslint.config.js, .github/workflows/agent-guardrails.yml, agent-guardrails.preflight.ts.")).toBe(true);
    expect(again).toBe("Everything is set up; nothing to change.\n");
  });

  it("writes a config that ESLint takes and that reports", async () => {
    const { cwd, read } = await init({ ...MODULE, "src/payslip.ts": PAYSLIP_TOOL }, "--yes");
    const modules = join(cwd, "node_modules");
    spawnSync("mkdir", ["-p", modules]);
    symlinkSync(root, join(modules, "eslint-plugin-agent-guardrails"), "dir");
    for (const name of ["eslint", "typescript-eslint"]) symlinkSync(join(root, "node_modules", name), join(modules, name), "dir");
    const [result] = await new ESLint({ cwd }).lintFiles(["src"]);

    expect(read("eslint.config.js")).toContain('import guardrails from "eslint-plugin-agent-guardrails";');
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(["agent-guardrails/no-llm-identity-args"]);
  });

  it("writes a preflight file that answers nothing yet", async () => {
    expect(await readAttestations((await init(MODULE, "--yes")).cwd)).toEqual({});
  });

  it("writes a workflow that runs preflight and hands its report on", async () => {
    const workflow = parse((await init({ ...MODULE, "pnpm-lock.yaml": "" }, "--yes")).read(".github/workflows/agent-guardrails.yml")!) as { on: object; jobs: { preflight: { steps: { run?: string; uses?: string }[] } } };
    const { steps } = workflow.jobs.preflight;

    expect(Object.keys(workflow.on)).toEqual(["pull_request", "push"]);
    expect(steps.map(({ run: command }) => command).filter(Boolean)).toEqual(["pnpm install --frozen-lockfile", "pnpm exec agent-guardrails preflight --output preflight.sarif --output preflight.md", 'cat preflight.md >> "$GITHUB_STEP_SUMMARY"']);
  });

  it("adds a job where GitLab is used, and leaves the rest as it is", async () => {
    const before = "stages: [test]\n\n# Ours.\nunit:\n  script: [npm test]\n";
    const { read } = await init({ ...MODULE, ".gitlab-ci.yml": before }, "--yes");

    expect(read(".gitlab-ci.yml")).toMatch(new RegExp(`^${before.replace(/[[\].]/gu, "\\$&")}\nagent-guardrails:\n`, "u"));
    expect(parse(read(".gitlab-ci.yml")!)).toMatchObject({ "agent-guardrails": { script: ["npm ci", "npx agent-guardrails preflight --output preflight.md"] } });
    expect(read(".github/workflows/agent-guardrails.yml")).toBeUndefined();
  });

  it.each([
    ["a list", 'import js from "@eslint/js";\n\nexport default [\n  js.configs.recommended,\n];\n', 'import js from "@eslint/js";\nimport guardrails from "eslint-plugin-agent-guardrails";\n\nexport default [\n  js.configs.recommended,\n  guardrails.configs.recommended,\n];\n'],
    ["a list on one line", "export default [{ rules: {} }];\n", 'import guardrails from "eslint-plugin-agent-guardrails";\nexport default [{ rules: {} }, guardrails.configs.recommended];\n'],
    ["an empty list", "export default [];\n", 'import guardrails from "eslint-plugin-agent-guardrails";\nexport default [guardrails.configs.recommended];\n'],
    ["the arguments of a function", 'import tseslint from "typescript-eslint";\n\nexport default tseslint.config(\n  tseslint.configs.recommended,\n  { rules: {} },\n);\n', 'import tseslint from "typescript-eslint";\nimport guardrails from "eslint-plugin-agent-guardrails";\n\nexport default tseslint.config(\n  tseslint.configs.recommended,\n  { rules: {} },\n  guardrails.configs.recommended,\n);\n'],
    ["a list in a function", 'import { defineConfig } from "eslint/config";\nexport default defineConfig([{ rules: {} }]);\n', 'import { defineConfig } from "eslint/config";\nimport guardrails from "eslint-plugin-agent-guardrails";\nexport default defineConfig([{ rules: {} }, guardrails.configs.recommended]);\n'],
  ])("adds the preset to a config that is %s", async (_, before, after) => {
    expect((await init({ ...MODULE, "eslint.config.js": before }, "--yes")).read("eslint.config.js")).toBe(after);
  });

  it.each([
    ["is a function of its own", "const config = make();\nexport default config;\n"],
    ["is no JavaScript", "export default [\n"],
    ["is written for CommonJS", "module.exports = [{ rules: {} }];\n"],
  ])("leaves a config alone that %s, and says what to add", async (_, before) => {
    const { read, out } = await init({ ...MODULE, "eslint.config.js": before }, "--yes");

    expect(read("eslint.config.js")).toBe(before);
    expect(out).toContain("eslint.config.js is left as it is. Add `guardrails.configs.recommended` of eslint-plugin-agent-guardrails to what eslint.config.js exports.");
    const { read: after, ...more } = await init({ ...MODULE, "eslint.config.js": before, ".gitlab-ci.yml": "a: npx agent-guardrails preflight\n", "agent-guardrails.preflight.json": "{}" }, "--yes");
    expect(more.out).toMatch(/ exports\.\nThe rest is set up; nothing to change\.\n$/u);
    expect(after("eslint.config.js")).toBe(before);
  });

  it("leaves alone what is set up already", async () => {
    const { out } = await init({
      ...MODULE,
      "eslint.config.js": 'import guardrails from "eslint-plugin-agent-guardrails";\nexport default [guardrails.configs.strict];\n',
      ".github/workflows/ci.yml": "jobs:\n  a:\n    steps:\n      - run: npx agent-guardrails preflight\n",
      "agent-guardrails.preflight.json": "{}",
    });

    expect(out).toBe("Everything is set up; nothing to change.\n");
  });

  it("says what is not installed, and sets up a project without TypeScript as well", async () => {
    const { out, read } = await init({ "package.json": '{ "name": "old" }' }, "--yes");

    expect(out).toContain("Not installed yet: npm install --save-dev eslint eslint-plugin-agent-guardrails.");
    expect(read("eslint.config.mjs")).toContain('files: ["**/*.{js,mjs,cjs,jsx}"]');
    expect(read("agent-guardrails.preflight.mjs")).toContain("definePreflight");
  });

  it.each([
    ["npm", {}, "npm install --save-dev"],
    ["pnpm", { "pnpm-lock.yaml": "" }, "pnpm add --save-dev"],
    ["yarn", { "yarn.lock": "" }, "yarn add --dev"],
    ["bun", { "bun.lock": "" }, "bun add --dev"],
  ])("says how the parser is installed that TypeScript needs: with %s", async (_, lock, command) => {
    const { out, read } = await init({ ...lock, "package.json": '{ "type": "module", "devDependencies": { "typescript": "1" } }' }, "--yes");

    expect(read("eslint.config.js")).toMatch(/import tseslint from "typescript-eslint";[^]*jsx,ts,mts,cts,tsx[^]*parser: tseslint\.parser/u);
    expect(out).toContain(`Not installed yet: ${command} eslint eslint-plugin-agent-guardrails typescript-eslint.\n`);
  });

  it("writes all of its files or none", async () => {
    const { code, err, read } = await init({ ...MODULE, ".github": "a file" }, "--yes");

    expect({ code, err }).toEqual({ code: 2, err: ".github/workflows/agent-guardrails.yml cannot be written: not a directory.\n" });
    for (const name of ["eslint.config.js", "agent-guardrails.preflight.ts"]) expect(read(name)).toBeUndefined();
  });

  it.each([
    ["there is no package.json", {}, /^There is no package\.json in .+: init sets up a Node project\.\n$/u],
    ["package.json is no JSON", { "package.json": "{" }, /^package\.json is no JSON\.\n$/u],
    ["package.json is something else", { "package.json": '{ "dependencies": [] }' }, /^package\.json: dependencies is wrong\.\n$/u],
  ])("says so in one sentence if %s", async (_, files, message) => {
    const { code, err, out } = await init(files, "--yes");

    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});
