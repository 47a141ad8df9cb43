import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { createConsumer, INSTALL_DEADLINE, pinned, type Consumer } from "../consumer/scratch-consumer.js";
import { packGuards } from "./packed-guards.js";
import { compile, COMPILE_DEADLINE, compilers, expectationsIn, root, type Compilation, type CompilerVersion } from "./typescript-compilers.js";

const fixtures = path.join(root, "test/types/fixtures");
const names = readdirSync(fixtures).filter((name) => name.endsWith(".ts"));
const expectations = names.flatMap((name) => expectationsIn(path.join(fixtures, name)));
const work = path.join(root, "tmp/types-fixtures");

const compilerOptions = { noEmit: true, declaration: false, noUnusedLocals: false, noUnusedParameters: false };
/** Against the files of this repository, as whoever changes them compiles them. */
const againstSources = {
  extends: path.join(root, "tsconfig.base.json"),
  compilerOptions: {
    ...compilerOptions, typeRoots: [path.join(root, "node_modules/@types")],
    paths: { "agent-guardrails": [path.join(root, "types/index.ts")], "agent-guardrails/*": [path.join(root, "types/*.ts")] },
  },
  include: [path.join(fixtures, "*.ts")],
};
/** Against the package, in a project of somebody else's who installed it. */
const againstPackage = { compilerOptions: { ...(JSON.parse(readFileSync(path.join(root, "tsconfig.base.json"), "utf8")) as { compilerOptions: object }).compilerOptions, ...compilerOptions }, include: ["fixtures/*.ts"] };

let consumer: Consumer;
beforeAll(async () => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  writeFileSync(path.join(work, "tsconfig.json"), JSON.stringify(againstSources));
  consumer = await createConsumer({
    others: [await packGuards(work), pinned("langchain"), pinned("@langchain/core"), pinned("@langchain/langgraph"), pinned("@types/node"), `zod@${manifest.dependencies.zod}`],
  });
  cpSync(fixtures, path.join(consumer.path, "fixtures"), { recursive: true });
  consumer.write("tsconfig.json", JSON.stringify(againstPackage));
}, INSTALL_DEADLINE);
afterAll(() => {
  rmSync(work, { recursive: true, force: true });
  consumer.remove();
});

it("announces at least the refusals of the design", () => {
  const count = expectations.reduce((sum, { messages }) => sum + messages.length, 0);
  console.log(`refusals: ${count}`);
  expect(count).toBeGreaterThanOrEqual(238);
  for (const name of names) if (name !== "given.ts" && name !== "allowed.ts") expect(expectations.filter(({ file }) => file === name)).not.toEqual([]);
});

it("meets a package that holds emitted files only", () => {
  const home = path.join(consumer.path, "node_modules/agent-guardrails");
  expect(lstatSync(home).isDirectory()).toBe(true);
  expect(readdirSync(home).sort()).toEqual(["LICENSE", "README.md", "dist", "package.json"]);
  for (const door of ["index", "tools", "approval", "plan", "operations", "reviewed"]) expect(existsSync(path.join(home, `dist/${door}.d.ts`)), door).toBe(true);
});

describe.each(Object.keys(compilers) as CompilerVersion[])("TypeScript %s", (version) => {
  it.each([
    ["sources", () => work],
    ["package, installed from its tarball", () => consumer.path],
  ])("refuses each marked line for its reason, and no other line, against the %s", async (_, folder) => {
    const compilation = await compile(version, path.join(folder(), "tsconfig.json"));
    expect(disagreements(compilation)).toEqual([]);
  }, COMPILE_DEADLINE);
});

/** What was expected and did not come, and what came and was not expected. */
function disagreements({ diagnostics }: Compilation): string[] {
  const missing = expectations.flatMap(({ file, line, messages, code }) => {
    const here = diagnostics.filter((diagnostic) => diagnostic.file === file && diagnostic.line === line);
    const unmatched = messages.filter((message) => !here.some((diagnostic) => diagnostic.message.includes(message)));
    if (unmatched.length === 0 && here.length === messages.length) return [];
    return [`${file}:${line} ${code}\n  expected: ${messages.join(" | ")}\n  reported: ${here.map(({ message }) => message).join(" | ") || "nothing"}`];
  });
  const unexpected = diagnostics
    .filter(({ file, line }) => !expectations.some((expectation) => expectation.file === file && expectation.line === line))
    .map(({ file, line, message }) => `${file}:${line} unexpected: ${message}`);
  return [...missing, ...unexpected];
}
