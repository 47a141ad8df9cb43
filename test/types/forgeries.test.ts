import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { afterAll, beforeAll, expect, it } from "vitest";
import rule from "../../rules/no-brand-assertion.js";
import { delimit, isScreened, tenantNamespace, tenantStore, threadId } from "../../types/index.js";
import { toolSet } from "../../types/tools.js";
import { act, ada, auth, cfg, mail, store } from "./forgeries/given.js";
import { forged } from "./scenario.js";
import { compile, COMPILE_DEADLINE, compilers, expectationsIn, root, type Compilation, type CompilerVersion } from "./typescript-compilers.js";

const folder = path.join(root, "test/types/forgeries");
const work = path.join(root, "tmp/types-forgeries");
const files = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "given.ts");
const allowed = path.join(root, "test/types/fixtures/allowed.ts");

/** One attempt to have a brand without its mint. */
interface Way {
  readonly file: string;
  readonly brand: string;
  readonly description: string;
  readonly name: string;
  /** Lines of its source, from 1, the last one excluded. */
  readonly from: number;
  readonly to: number;
}

function waysIn(file: string): Way[] {
  const lines = readFileSync(path.join(folder, file), "utf8").split("\n");
  const starts = lines.flatMap((line, index) => (line.startsWith("// @way ") ? [index] : []));
  return starts.map((start, position) => {
    const [, brand = "", description = ""] = /^\/\/ @way (\w+): (.+)$/.exec(lines[start] ?? "") ?? [];
    const [, name = ""] = /^export const (\w+) =/.exec(lines[start + 1] ?? "") ?? [];
    if (brand === "" || name === "") throw new Error(`${file}:${start + 1} announces no way`);
    return { file, brand, description, name, from: start + 2, to: (starts[position + 1] ?? lines.length) + 1 };
  });
}
const ways = files.flatMap(waysIn);
const expectations = files.flatMap((file) => expectationsIn(path.join(folder, file)));
/** Lines that lint is to report. */
const lintMarks = new Set(files.flatMap((file) =>
  readFileSync(path.join(folder, file), "utf8").split("\n").flatMap((line, index) => (line.endsWith("// @lint") ? [`${file}:${index + 1}`] : []))));

/** What relies on a brand, and looks. Brands that are strings or blocks have none: they go straight into LangChain or a logger. */
const sinks: Record<string, (value: never) => unknown> = {
  VerifiedIdentity: (value) => threadId(value, "s") === threadId(ada, "s") ? Promise.reject(new Error("still the caller's own")) : undefined,
  AuthedConfig: (value) => tenantNamespace(value, "facts"),
  UntrustedText: (value) => delimit(value),
  ScreenedText: (value) => { if (!isScreened(value)) throw new Error("no detector has seen it"); },
  ApprovedAction: (value) => mail.execute(value),
  Plan: (value) => act(value, cfg),
  GuardedTool: (value) => toolSet(forged([value])),
  TenantNamespace: (value) => tenantStore(store).get(value, "k"),
  ThreadId: (value) => auth.stamp(ada, { threadId: value }),
  string: (value) => { if (String(value).includes("ignore all rules")) return; throw new Error("the text did not come out"); },
};

const projects = (version: string): string => path.join(work, `tsconfig-${version}.json`);
const compilations = new Map<CompilerVersion, Compilation>();
const linted = new Set<string>();

beforeAll(async () => {
  mkdirSync(work, { recursive: true });
  const tsconfig = {
    extends: path.join(root, "tsconfig.base.json"),
    compilerOptions: {
      noEmit: true, declaration: false, noUnusedLocals: false, noUnusedParameters: false, typeRoots: [path.join(root, "node_modules/@types")], rootDir: root,
      paths: { "agent-guardrails": [path.join(root, "types/index.ts")], "agent-guardrails/*": [path.join(root, "types/*.ts")] },
    },
    include: [path.join(folder, "*.ts"), allowed],
  };
  for (const version of Object.keys(compilers) as CompilerVersion[]) {
    writeFileSync(projects(version), JSON.stringify(tsconfig));
    compilations.set(version, await compile(version, projects(version)));
  }
  const linter = new Linter({ cwd: root });
  for (const file of [...files.map((name) => path.join(folder, name)), allowed]) {
    const messages = linter.verify(readFileSync(file, "utf8"), {
      files: ["**/*.ts"], plugins: { guards: { rules: { "no-brand-assertion": rule as never } } }, rules: { "guards/no-brand-assertion": "error" },
      languageOptions: { parser, parserOptions: { project: projects("6.0"), tsconfigRootDir: root } },
    }, file);
    const crash = messages.find(({ fatal }) => fatal);
    if (crash) throw new Error(`${file}: ${crash.message}`);
    for (const { line } of messages) linted.add(`${path.basename(file)}:${line}`);
  }
}, 3 * COMPILE_DEADLINE);
afterAll(() => { rmSync(work, { recursive: true, force: true }); });

it("tries at least forty ways", () => {
  expect(ways.length).toBeGreaterThanOrEqual(40);
  expect(new Set(ways.map(({ file, name }) => `${file} ${name}`)).size).toBe(ways.length);
});

it.each(Object.keys(compilers) as CompilerVersion[])("is refused by TypeScript %s exactly where a mark says so", (version) => {
  const reported = compilations.get(version)?.diagnostics.map(({ file, line }) => `${file}:${line}`) ?? [];
  const expected = expectations.flatMap(({ file, line, messages }) => messages.map(() => `${file}:${line}`));
  expect([...reported].sort()).toEqual([...expected].sort());
  for (const { file, line, messages } of expectations) {
    const here = compilations.get(version)?.diagnostics.filter((diagnostic) => diagnostic.file === file && diagnostic.line === line) ?? [];
    for (const message of messages) expect(here.some((diagnostic) => diagnostic.message.includes(message)), `${file}:${line} ${message}`).toBe(true);
  }
});

it("is reported by lint exactly where a mark says so", () => {
  expect([...linted].sort()).toEqual([...lintMarks].sort());
});

it("has for each way somebody who refuses it, as the table in docs/types.md says", async () => {
  const rows: string[] = [];
  const unrefused: string[] = [];
  for (const way of ways) {
    const inside = (file: string, line: number): boolean => file === way.file && line >= way.from && line < way.to;
    const compiler = expectations.some(({ file, line }) => inside(file, line));
    const lint = [...linted].some((mark) => inside(mark.split(":")[0] ?? "", Number(mark.split(":")[1])));
    const runTime = await refusedAtRunTime(way);
    rows.push(`| ${way.brand} | ${way.description} | ${compiler ? "refuses" : ""} | ${lint ? "reports" : ""} | ${runTime ? "throws" : ""} |`);
    if (!compiler && !lint && !runTime) unrefused.push(`${way.file} ${way.name}`);
  }
  expect(unrefused).toEqual([]);
  const table = ["| wanted | by way of | compiler | lint | run time |", "|---|---|---|---|---|", ...rows].join("\n");
  const page = path.join(root, "docs/types.md");
  const [before, , after] = readFileSync(page, "utf8").split(/(?<=<!-- begin forgeries -->\n)([^]*?)(?=\n<!-- end forgeries -->)/);
  if (process.env.UPDATE_DOCS) writeFileSync(page, `${before}${table}${after}`);
  expect(readFileSync(page, "utf8")).toContain(`<!-- begin forgeries -->\n${table}\n<!-- end forgeries -->`);
});

async function refusedAtRunTime({ file, name, brand }: Way): Promise<boolean> {
  const module = (await import(`./forgeries/${file.replace(/\.ts$/, "")}.ts`)) as Record<string, () => unknown>;
  const forge = module[name];
  if (!forge) throw new Error(`${file} has no ${name}`);
  let value: unknown;
  try {
    value = await forge();
  } catch {
    return true;
  }
  const sink = sinks[brand];
  if (!sink) return false;
  // What came out is no string that holds the text: nothing was forged.
  if (brand === "string") return typeof value === "string" && !value.includes("ignore all rules");
  try {
    await sink(forged(value));
    return false;
  } catch {
    return true;
  }
}
