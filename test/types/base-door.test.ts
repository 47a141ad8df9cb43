import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { installEmittedGuards } from "./packed-guards.js";
import { compile, COMPILE_DEADLINE, compilers, root, type CompilerVersion } from "./typescript-compilers.js";

/** A consumer that has zod and nothing of LangChain, and whose compiler checks declaration files too. */
let consumer: string;
beforeAll(async () => {
  consumer = mkdtempSync(path.join(tmpdir(), "guards-consumer-"));
  await installEmittedGuards(consumer);
  symlinkSync(path.join(root, "node_modules/zod"), path.join(consumer, "node_modules/zod"));
  writeFileSync(path.join(consumer, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(path.join(consumer, "main.ts"), `
import { edgeAuth, threadId, untrusted, delimit, type ApprovedAction, type AuthedConfig } from "agent-guardrails";
import { redactor } from "agent-guardrails/operations";
import { planSchema } from "agent-guardrails/plan";
import { reviewedPrompt } from "agent-guardrails/reviewed";
export const auth = edgeAuth({ verify: () => ({}) });
export const read = (cfg: AuthedConfig) => threadId(cfg.identity, "s");
export type Approval = ApprovedAction<"send", { to: string }>;
export { delimit, untrusted, planSchema, redactor, reviewedPrompt };
`);
  const compilerOptions = { target: "ES2022", lib: ["ES2022", "DOM"], module: "NodeNext", moduleResolution: "NodeNext", strict: true, types: [], noEmit: true, skipLibCheck: false };
  writeFileSync(path.join(consumer, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["main.ts"] }));
});
afterAll(() => { rmSync(consumer, { recursive: true, force: true }); });

describe("the doors that need zod only", () => {
  it.each(Object.keys(compilers) as CompilerVersion[])("compile without LangChain and with library checks under TypeScript %s", async (version) => {
    const { output } = await compile(version, path.join(consumer, "tsconfig.json"));
    expect(output).toBe("");
  }, COMPILE_DEADLINE);

  it.each(["index", "plan", "operations", "reviewed"])("%s imports nothing but zod", async (door) => {
    const { metafile } = await build({ ...bundling, entryPoints: [path.join(root, `types/${door}.ts`)], metafile: true });
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.filter(({ external }) => external).map((found) => found.path));
    expect(imports.filter((name) => name !== "zod")).toEqual([]);
  });

  it("fits into 6 KB, minified", async () => {
    const { outputFiles: [bundle] } = await build({ ...bundling, entryPoints: [path.join(root, "types/index.ts")] });
    console.log(`base door, minified: ${bundle?.contents.length} bytes`);
    expect(bundle?.contents.length).toBeGreaterThan(1_000);
    expect(bundle?.contents.length).toBeLessThanOrEqual(6 * 1_024);
  });
});

const bundling = { bundle: true, minify: true, packages: "external", format: "esm", target: "es2022", write: false, outdir: "out" } as const;
