import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, COMPILE_DEADLINE, compilers, root, type CompilerVersion } from "./typescript-compilers.js";

/** A program on a page: a fence that says `ts`, which begins with its file name. */
interface Program {
  readonly name: string;
  readonly code: string;
  /** What the compiler says of it, from the fence behind it; empty for a program that compiles. */
  readonly refusals: readonly string[];
}

function programsIn(page: string): Program[] {
  const fences = Array.from(readFileSync(path.join(root, page), "utf8").matchAll(/^```(.*)\n([^]*?)^```$/gm), ([, info = "", text = ""]) => ({ info, text }));
  return fences.flatMap(({ info, text: code }, index) => {
    if (!/^ts\b/.test(info)) return [];
    const name = /^\/\/ ([\w-]+)\.ts\n/.exec(code)?.[1];
    if (name === undefined) throw new Error(`a program of ${page} has no name: ${code}`);
    const told = info === "ts refused" ? fences[index + 1] : undefined;
    if (info === "ts refused" && told?.info !== "") throw new Error(`${name} does not say what the compiler says`);
    return [{ name, code, refusals: told?.text.trim().split("\n") ?? [] }];
  });
}

const guide = programsIn("docs/types.md");
const programs = [...guide, ...programsIn("types/README.md")];
const work = path.join(root, "tmp/types-guide");

beforeAll(() => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(path.join(root, "test/types/fixtures/guide"), work, { recursive: true });
  for (const { name, code } of programs) writeFileSync(path.join(work, `${name}.ts`), code);
  writeFileSync(path.join(work, "tsconfig.json"), JSON.stringify({
    extends: path.join(root, "tsconfig.base.json"),
    compilerOptions: {
      noEmit: true, declaration: false, noUnusedParameters: false, typeRoots: [path.join(root, "node_modules/@types")],
      paths: { "agent-guardrails": [path.join(root, "types/index.ts")], "agent-guardrails/*": [path.join(root, "types/*.ts")] },
    },
    include: ["*.ts"],
  }));
});
afterAll(() => { rmSync(work, { recursive: true, force: true }); });

it("has programs, each of a name of its own", () => {
  expect(guide.length).toBeGreaterThanOrEqual(15);
  expect(guide.filter(({ refusals }) => refusals.length > 0).length).toBeGreaterThanOrEqual(4);
  expect(new Set(programs.map(({ name }) => name)).size).toBe(programs.length);
});

it.each(Object.keys(compilers) as CompilerVersion[])("compiles under TypeScript %s, but for what it says is refused, with the words that it shows", async (version) => {
  const { diagnostics } = await compile(version, path.join(work, "tsconfig.json"));
  const refused = programs.filter(({ refusals }) => refusals.length > 0);
  expect(diagnostics.filter(({ file }) => !refused.some(({ name }) => file === `${name}.ts`))).toEqual([]);
  for (const { name, refusals } of refused) {
    const messages = diagnostics.filter(({ file }) => file === `${name}.ts`).map(({ message }) => message);
    expect(messages.length, name).toBeGreaterThan(0);
    for (const refusal of refusals) expect(messages.some((message) => message.includes(refusal)), `${name}: ${refusal}\n${messages.join("\n")}`).toBe(true);
  }
}, COMPILE_DEADLINE);

describe("the first tool", () => {
  const lines = (name: string): number => guide.find((program) => program.name === name)?.code.split("\n").filter((line) => line.trim() !== "").length ?? Number.NaN;

  it("is at most five lines longer with the guards than without", () => {
    expect(lines("first-tool-without")).toBeGreaterThan(10);
    const more = lines("first-tool-with") - lines("first-tool-without");
    expect(more).toBeLessThanOrEqual(5);
    expect(readFileSync(path.join(root, "docs/types.md"), "utf8")).toContain(`That is ${["no", "one", "two", "three", "four", "five"][more] ?? ""} lines more.`);
  });

  it("reads what the model wants without them, and the caller's own with them", async () => {
    const answerOf = async (name: string): Promise<string> => {
      const { answer } = (await import(path.join(work, `${name}.ts`))) as { answer: (question: string, credential: string) => Promise<{ messages: { type: string; content: unknown }[] }> };
      const { messages } = await answer("What was I paid in March?", "session-of-ada");
      return String(messages.find(({ type }) => type === "tool")?.content);
    };
    expect(await answerOf("first-tool-without")).toBe("payslip of bob@acme.example for 2025-03-01");
    expect(await answerOf("first-tool-with")).toBe("payslip of ada for 2025-03-01");
  });
});
