import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { rules } from "../../rules/index.js";
import { frameworks } from "../../src/analysis/frameworks/registry.js";
import { matchesModule } from "../../src/analysis/origin/origin.js";
import { otherCells } from "../frameworks/other-cells.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = join(root, "docs", "frameworks.md");
const readme = join(root, "README.md");
const START = "<!-- begin frameworks -->";
const END = "<!-- end frameworks -->";

/** What the tests of rules hand to the tester, instead of being run. */
const collected = vi.hoisted(() => ({ cases: [] as { readonly rule: string; readonly kind: "reported" | "silent"; readonly code: string }[] }));
vi.mock("../support/rule-tester.js", () => ({
  ruleTester: {
    run(rule: string, _rule: unknown, { valid, invalid }: { readonly valid: readonly { readonly code: string }[]; readonly invalid: readonly { readonly code: string }[] }) {
      for (const { code } of valid) collected.cases.push({ rule, kind: "silent", code });
      for (const { code } of invalid) collected.cases.push({ rule, kind: "reported", code });
    },
  },
}));

/** How many cases of each kind a cell needs. */
const NEEDED = { recommended: 6, strict: 3 } as const;

interface Count {
  reported: number;
  silent: number;
}

const counts = new Map<string, Count>();
const metadata = new Map(Object.entries(rules).map(([name, { meta }]) => [name, meta.docs]));
const names = [...metadata.keys()];

beforeAll(async () => {
  for (const name of names) {
    await import(join(root, "test", "rules", `${name}.test.ts`));
    for (const { id } of frameworks) {
      const file = join(root, "test", "frameworks", id, `${name}.test.ts`);
      if (existsSync(file)) await import(file);
    }
  }
  for (const { rule, kind, code } of collected.cases) for (const id of frameworksIn(code)) countOf(ruleOf(rule), id)[kind] += 1;
}, 240_000);

describe("the table of rules and frameworks", () => {
  it("counts the cases of every rule", () => {
    expect([...new Set(collected.cases.map(({ rule }) => ruleOf(rule)))].toSorted()).toEqual(names.toSorted());
  });

  it("has a test for every file below test/frameworks that is named after a rule, and no other", () => {
    const files = frameworks.flatMap(({ id }) => (existsSync(join(root, "test", "frameworks", id)) ? readdirSync(join(root, "test", "frameworks", id)) : []));

    expect(files.map((file) => file.replace(/\.test\.ts$/u, "")).filter((file) => /^(?:no|prefer|require)-/u.test(file) && !names.includes(file))).toEqual([]);
  });

  it.each(names.filter((name) => presetOf(name) === "recommended"))("has every cell of %s tested, or says why not", (name) => {
    const open = frameworks.filter(({ id }) => !isTested(name, id) && otherCells[name]?.[id] === undefined);

    expect(open.map(({ id }) => `${id}: ${JSON.stringify(countOf(name, id))}`)).toEqual([]);
  });

  it("explains no cell that is tested", () => {
    const both = Object.entries(otherCells).flatMap(([name, cells]) => Object.keys(cells).filter((id) => isTested(name, id)).map((id) => `${name}: ${id}`));

    expect(both).toEqual([]);
  });

  it("explains only what exists", () => {
    const ids: readonly string[] = frameworks.map(({ id }) => id);

    expect(Object.keys(otherCells).filter((name) => !names.includes(name))).toEqual([]);
    expect(Object.values(otherCells).flatMap((cells) => Object.keys(cells)).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it("is what docs/frameworks.md says", async () => {
    await expect(render()).toMatchFileSnapshot(page);
  });

  it("is what the README shows in short", async () => {
    const text = readFileSync(readme, "utf8");
    const [start, end] = [text.indexOf(START) + START.length, text.indexOf(END)];
    expect([start > START.length, end > start]).toEqual([true, true]);
    await expect(`${text.slice(0, start)}\n${inShort()}\n${text.slice(end)}`).toMatchFileSnapshot(readme);
  });
});

/** Tests of a rule may be parted: "no-mixed-trust-tools: what an agent holds". */
function ruleOf(title: string): string {
  return title.split(":")[0] ?? title;
}

function frameworksIn(code: string): readonly string[] {
  const modules = [...code.matchAll(/(?:from|require\(|import\(|import)\s*["'](?<module>[^"']+)["']/gu)].map(({ groups }) => (groups?.module ?? "").replace(/\.js$/u, ""));
  const named = frameworks.filter((framework) => modules.some((module) => matchesModule(module, framework.modules))).map(({ id }) => id);
  // What names no framework is told by the shape of LangChain's runs.
  return named.length > 0 ? named : ["langchain"];
}

function countOf(rule: string, id: string): Count {
  const key = `${rule} ${id}`;
  let count = counts.get(key);
  if (!count) counts.set(key, (count = { reported: 0, silent: 0 }));
  return count;
}

function presetOf(name: string): "recommended" | "strict" {
  return metadata.get(name)?.preset ?? "strict";
}

function isTested(name: string, id: string): boolean {
  const { reported, silent } = countOf(name, id);
  return Math.min(reported, silent) >= NEEDED[presetOf(name)];
}

function inShort(): string {
  return [
    `| rule | ${frameworks.map(({ title }) => title).join(" | ")} |`,
    `|---|${":-:|".repeat(frameworks.length)}`,
    ...names.map((name) => `| [${name}](docs/rules/${name}.md) | ${frameworks.map(({ id }) => (isTested(name, id) ? "✓" : "–")).join(" | ")} |`),
  ].join("\n");
}

function render(): string {
  const reasons: string[] = [];
  const cell = (name: string, id: string): string => {
    if (isTested(name, id)) return "tested";
    const reason = otherCells[name]?.[id];
    if (reason === undefined) return "not tested yet";
    if (!reasons.includes(reason)) reasons.push(reason);
    const note = `<sup>${String(reasons.indexOf(reason) + 1)}</sup>`;
    return `–${note}`;
  };
  const table = (preset: "recommended" | "strict"): string =>
    [
      `| rule | ${frameworks.map(({ title }) => title).join(" | ")} |`,
      `|---|${"---|".repeat(frameworks.length)}`,
      ...names.filter((name) => presetOf(name) === preset).map((name) => `| [\`${name}\`](rules/${name}.md) | ${frameworks.map(({ id }) => cell(name, id)).join(" | ")} |`),
    ].join("\n");
  const recommended = table("recommended");
  const strict = table("strict");
  return `# Rules and frameworks

Every cell that says *tested* stands for named programs of that framework, in the rule's own tests or below \`test/frameworks\`: at least
${String(NEEDED.recommended)} that the rule reports and ${String(NEEDED.recommended)} on which it is silent for a rule in \`recommended\`, ${String(NEEDED.strict)} and ${String(NEEDED.strict)} for one that is only in \`strict\`. A program that
names no framework, because the agent is made elsewhere, counts for LangChain.js. A number leads to the reason why there is nothing to test, or what
is not read yet. \`test/contract/frameworks.test.ts\` counts the programs and writes this page.

## \`recommended\`

${recommended}

## \`strict\` only

${strict}

## Why not

${reasons.map((reason, index) => `${String(index + 1)}. ${reason}`).join("\n")}

The names are checked against the versions that this repository installs: \`ai\` 5, 6 and 7, \`@openai/agents\` 0.20, \`@mastra/core\` 1, \`@modelcontextprotocol/sdk\` 1, \`@modelcontextprotocol/server\` 2 and LangChain.js 1.
`;
}
