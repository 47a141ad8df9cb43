import { mkdirSync, readdirSync, rmSync, writeFileSync, cpSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installPackedGuards } from "./packed-guards.js";
import { compile, compilers, expectationsIn, root, type Compilation, type CompilerVersion } from "./typescript-compilers.js";

const fixtures = path.join(root, "test/types/fixtures");
const names = readdirSync(fixtures).filter((name) => name.endsWith(".ts"));
const expectations = names.flatMap((name) => expectationsIn(path.join(fixtures, name)));
const work = path.join(root, "tmp/types-fixtures");

const options = {
  extends: path.join(root, "tsconfig.base.json"),
  compilerOptions: { noEmit: true, declaration: false, noUnusedLocals: false, noUnusedParameters: false, typeRoots: [path.join(root, "node_modules/@types")] },
};
const projects = {
  sources: {
    ...options,
    compilerOptions: {
      ...options.compilerOptions,
      paths: { "agent-guardrails": [path.join(root, "types/index.ts")], "agent-guardrails/*": [path.join(root, "types/*.ts")] },
    },
    include: [path.join(fixtures, "*.ts")],
  },
  declarations: { ...options, include: ["fixtures/*.ts"] },
};

beforeAll(async () => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(fixtures, path.join(work, "fixtures"), { recursive: true });
  await installPackedGuards(work);
  for (const [name, project] of Object.entries(projects)) writeFileSync(path.join(work, `${name}.json`), JSON.stringify(project));
});
afterAll(() => { rmSync(work, { recursive: true, force: true }); });

it("announces at least the refusals of the design", () => {
  const count = expectations.reduce((sum, { messages }) => sum + messages.length, 0);
  expect(count).toBeGreaterThanOrEqual(220);
  for (const name of names) if (name !== "given.ts" && name !== "allowed.ts") expect(expectations.filter(({ file }) => file === name)).not.toEqual([]);
});

describe.each(Object.keys(compilers) as CompilerVersion[])("TypeScript %s", (version) => {
  it.each(Object.keys(projects))("refuses each marked line for its reason, and no other line, against the %s", async (project) => {
    const compilation = await compile(version, path.join(work, `${project}.json`));
    expect(disagreements(compilation)).toEqual([]);
  }, 180_000);
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
