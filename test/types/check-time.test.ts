import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { installEmittedGuards } from "./packed-guards.js";
import { COMPILE_DEADLINE, root } from "./typescript-compilers.js";

const packages = { "6.0": "node_modules/typescript", "7.0": "node_modules/@typescript/native" } as const;

const work = path.join(root, "tmp/types-check-time");
const tools = Array.from({ length: 100 }, (_, index) => index);
/** Five arguments and two nested levels each. */
const schemaOf = (index: number): string => `z.object({
  query${index}: z.string().describe("What to look for."), limit: z.number().int().max(50).default(10), exact: z.boolean().optional(),
  filter: z.object({ kind: z.enum(["a", "b", "c${index}"]), range: z.object({ from: z.iso.date(), to: z.iso.date().nullable() }) }),
  tags: z.array(z.object({ name: z.string(), weight: z.number() })).max(5),
})`;
const body = (index: number): string => `({ query${index}, limit, filter, tags }) => \`\${query${index}} \${limit} \${filter.range.from} \${tags.length}\``;

const plain = `
import { tool } from "@langchain/core/tools";
import { createAgent, FakeToolCallingModel } from "langchain";
import { z } from "zod";
${tools.map((index) => `const tool${index} = tool(async ${body(index)}, { name: "tool_${index}", description: "Does.", schema: ${schemaOf(index)} });`).join("\n")}
export const agent = createAgent({ model: new FakeToolCallingModel({}), systemPrompt: "You help.", tools: [${tools.map((index) => `tool${index}`).join(", ")}] });
`;
const guarded = `
import { createAgent, FakeToolCallingModel } from "langchain";
import { z } from "zod";
import { edgeAuth, systemPrompt } from "agent-guardrails";
import { authedTool, guard } from "agent-guardrails/tools";
const auth = edgeAuth({ verify: () => ({}) });
${tools.map((index) => `const tool${index} = authedTool(async ${body(index)}, { name: "tool_${index}", description: "Does.", schema: ${schemaOf(index)}, auth, effect: "read" });`).join("\n")}
export const agent = createAgent({ model: new FakeToolCallingModel({}), ...guard({ systemPrompt: systemPrompt\`You help.\`, tools: [${tools.map((index) => `tool${index}`).join(", ")}] }) });
`;

beforeAll(async () => {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  await installEmittedGuards(work);
  for (const [name, source] of Object.entries({ plain, guarded })) {
    writeFileSync(path.join(work, `${name}.ts`), source);
    const compilerOptions = { noEmit: true, declaration: false, typeRoots: [path.join(root, "node_modules/@types")] };
    writeFileSync(path.join(work, `${name}.json`), JSON.stringify({ extends: path.join(root, "tsconfig.base.json"), compilerOptions, files: [`${name}.ts`] }));
  }
});
afterAll(() => { rmSync(work, { recursive: true, force: true }); });

interface Cost {
  readonly seconds: number;
  readonly instantiations: number;
  readonly errors: number;
}

async function measure(version: keyof typeof packages, program: "plain" | "guarded"): Promise<Cost> {
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(root, "test/types/check-cost.mjs"), path.join(root, packages[version]), path.join(work, `${program}.json`)]);
  const cost = JSON.parse(stdout) as Cost;
  expect(cost.errors).toBe(0);
  expect(cost.seconds).toBeGreaterThan(0);
  expect(cost.instantiations).toBeGreaterThan(100_000);
  return cost;
}

/** Enough for each program to have had the machine to itself once. */
const rounds = { least: 3, most: 11 };
const MOST = 1.25;

/**
 * Each round measures both programs one after the other. Whatever else runs on the machine only adds to a time, so the least time of
 * each counts, and rounds go on until these two hold or there have been enough.
 */
it.each(Object.keys(packages) as (keyof typeof packages)[])("checks a hundred guarded tools in at most 1.25 times the time of plain ones under TypeScript %s", async (version) => {
  const seconds = { plain: [] as number[], guarded: [] as number[] };
  let work = 0;
  const ratio = (): number => Math.min(...seconds.guarded) / Math.min(...seconds.plain);
  for (let round = 0; round < rounds.most && (round < rounds.least || ratio() > MOST); round++) {
    // Which comes first alternates, so that a machine that gets busier favours neither.
    const order = round % 2 === 0 ? (["plain", "guarded"] as const) : (["guarded", "plain"] as const);
    const costs: Partial<Record<"plain" | "guarded", Cost>> = {};
    for (const program of order) costs[program] = await measure(version, program);
    const { plain, guarded } = costs as Record<"plain" | "guarded", Cost>;
    seconds.plain.push(plain.seconds);
    seconds.guarded.push(guarded.seconds);
    work = guarded.instantiations / plain.instantiations;
  }
  console.log(
    `TypeScript ${version}: plain ${Math.min(...seconds.plain).toFixed(2)} s, guarded ${Math.min(...seconds.guarded).toFixed(2)} s, ` +
    `ratio ${ratio().toFixed(2)} (least of ${seconds.plain.length}), instantiations ${work.toFixed(2)}`,
  );
  expect(work).toBeLessThanOrEqual(1.3);
  expect(ratio()).toBeLessThanOrEqual(MOST);
}, 2 * COMPILE_DEADLINE);
