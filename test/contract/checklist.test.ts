import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { coverageOf, type Coverage } from "../../src/checklist/coverage.js";
import { checklistItems, type ChecklistItem } from "../../src/checklist/items.js";

const page = fileURLToPath(new URL("../../docs/checklist.md", import.meta.url));

describe("the checklist", () => {
  const coverage = coverageOf(rules);

  it("has twelve rows, and areas beside them", () => {
    expect(checklistItems.filter(({ kind }) => kind === "row")).toHaveLength(12);
    expect(new Set(checklistItems.map(({ id }) => id)).size).toBe(checklistItems.length);
  });

  it("names every rule at least once", () => {
    expect([...new Set(coverage.flatMap(({ rules: names }) => names))].sort()).toEqual(Object.keys(rules).sort());
  });

  it("is what docs/checklist.md says", async () => {
    await expect(render(coverage)).toMatchFileSnapshot(page);
  });
});

function render(coverage: readonly Coverage[]): string {
  const of = (kind: ChecklistItem["kind"]) => coverage.filter(({ item }) => item.kind === kind);
  return `# The checklist

Twelve rows to tick before an agent is deployed, and three areas beside them. Each rule carries the ids of the rows that it gives evidence
for; this page is written from there and from the catalogue in \`src/checklist\`, by \`test/contract/checklist.test.ts\`.

A row is not ticked because no rule complains. The rules say where the code speaks against it; whether the rest holds, somebody has to look.
Rules in *italics* are in the preset \`strict\` only.

## Before every deploy

${table(of("row"))}

## Beside them

${table(of("area"))}
`;
}

function table(coverage: readonly Coverage[]): string {
  const lines = coverage.map(({ item, rules: names }) => `| \`${item.id}\` | ${item.title} | ${item.tickedWhen} | ${names.length > 0 ? names.map(linked).join(", ") : "no rule"} |`);
  return ["| id | row | ticked when | rules |", "|---|---|---|---|", ...lines].join("\n");
}

function linked(name: string): string {
  const link = `[${name}](rules/${name}.md)`;
  return rules[name as keyof typeof rules].meta.docs?.preset === "strict" ? `*${link}*` : link;
}
