import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/preflight/cli.js";
import { evaluate } from "../../src/preflight/evaluate.js";
import { preflight } from "../../src/preflight/index.js";
import { mergeReports } from "../../src/preflight/merge.js";
import { emptyInventory } from "../../src/preflight/inventory/file-inventory.js";
import { renderJson } from "../../src/preflight/render/json.js";
import { aFinding, ANSWER, aTool, facts, rowOf, TODAY } from "./rows.js";
import { PAYSLIP_TOOL, tree } from "./tree.js";
import { packageNames, workspace } from "./workspace.js";

describe("the report that three shards of a workspace are merged to", () => {
  it("is the report over the whole, byte by byte", async () => {
    const cwd = workspace();
    const whole = await preflight({ cwd, today: TODAY });
    const shards = await Promise.all(packageNames.map(async (name) => ({ name, report: await preflight({ cwd: join(cwd, "packages", name), root: "../..", today: TODAY }) })));

    expect(renderJson(mergeReports(shards, TODAY))).toBe(renderJson(whole));
    expect(renderJson(mergeReports(shards.toReversed(), TODAY))).toBe(renderJson(mergeReports(shards, TODAY)));
    expect(whole.files).toEqual({ examined: 5, withAgents: 4, unexamined: [{ file: "packages/web/src/broken.ts", reason: expect.any(String) }] });
    expect(whole.inventory.agents[0]?.tools).toEqual(["packages/it/src/clock.ts:5:22", "packages/hr/src/payslip.ts:5:24"]);
    expect(rowOf(whole, "auth").verdict).toBe("fail");
    expect(rowOf(whole, "observability").findings.map(({ ruleId, file }) => `${ruleId} ${file}`)).toEqual(["preflight/sampling packages/it/k8s/agent.yaml"]);
  });
});

describe("a merge", () => {
  const part = (file: string, line = 1) => evaluate(facts({ inventory: { ...emptyInventory, tools: [aTool({ file, line })] }, findings: [aFinding("no-llm-identity-args")] }), TODAY);

  it("refuses two reports about one file", () => {
    expect(() => mergeReports([{ name: "a.json", report: part("src/a.ts") }, { name: "b.json", report: part("src/a.ts", 7) }], TODAY)).toThrow("a.json and b.json are both about src/a.ts: merge reports about different parts.");
  });

  it("of one report is that report", () => {
    const report = part("src/a.ts");

    expect(mergeReports([{ name: "a.json", report }], TODAY)).toEqual(report);
  });

  it("counts an answer for as long as the one that ends first", () => {
    const answered = (file: string, until: string) => evaluate(facts({ inventory: { ...emptyInventory, tools: [aTool({ file })] }, attestations: { observability: { ...ANSWER, until } } }), TODAY);
    const merged = mergeReports([{ name: "a", report: answered("a.ts", "2026-06-30") }, { name: "b", report: answered("b.ts", "2026-04-01") }], TODAY);

    expect(rowOf(merged, "observability").attestation?.until).toBe("2026-04-01");
  });

  it("takes back what a baseline set aside", async () => {
    const cwd = tree({ "src/payslip.ts": PAYSLIP_TOOL });
    const terminal = { cwd, out: () => undefined, err: () => undefined, columns: undefined, colour: false, watched: false, today: TODAY };
    await run(["preflight", "--output", "before.json"], terminal);
    await run(["preflight", "--baseline", "before.json", "--output", "after.json"], terminal);
    await run(["preflight", "--merge", "after.json", "--output", "merged.json"], terminal);

    expect(readFileSync(join(cwd, "merged.json"), "utf8")).toBe(readFileSync(join(cwd, "before.json"), "utf8"));
  });

  it("skips fields that a later program wrote", async () => {
    const cwd = tree({ "src/payslip.ts": PAYSLIP_TOOL });
    const terminal = { cwd, out: () => undefined, err: () => undefined, columns: undefined, colour: false, watched: false, today: TODAY };
    await run(["preflight", "--output", "a.json"], terminal);
    writeFileSync(join(cwd, "b.json"), JSON.stringify({ ...(JSON.parse(readFileSync(join(cwd, "a.json"), "utf8")) as object), later: true }));
    await run(["preflight", "--merge", "b.json", "--output", "c.json"], terminal);

    expect(readFileSync(join(cwd, "c.json"), "utf8")).toBe(readFileSync(join(cwd, "a.json"), "utf8"));
  });
});

describe("a shard", () => {
  it("may lie in a folder whose name looks like a pattern", async () => {
    const cwd = tree({ "app/[team]/(hr)/payslip.ts": PAYSLIP_TOOL });

    expect((await preflight({ cwd, paths: ["app/[team]/(hr)"] })).files.examined).toBe(1);
  });
});
