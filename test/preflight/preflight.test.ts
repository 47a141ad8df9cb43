import { describe, expect, it } from "vitest";
import { preflight, PreflightError } from "../../src/preflight/index.js";
import type { PreflightReport, Row } from "../../src/preflight/report.js";
import { GOOD_TOOL, PAYSLIP_TOOL, tree } from "./tree.js";

function row(report: PreflightReport, id: string): Row {
  return report.rows.find((each) => each.id === id)!;
}

describe("a project without an ESLint config", () => {
  it("is examined with every rule, and a finding fails its row at its place", async () => {
    const report = await preflight({ cwd: tree({ "src/payslip.ts": PAYSLIP_TOOL }) });

    expect(row(report, "auth")).toMatchObject({
      verdict: "fail",
      examined: { tools: 1 },
      findings: [{ ruleId: "agent-guardrails/no-llm-identity-args", file: "src/payslip.ts", line: 8, column: 22 }],
    });
  });

  it("passes a row whose tools were examined and hold", async () => {
    const report = await preflight({ cwd: tree({ "src/clock.ts": GOOD_TOOL }) });

    expect(row(report, "auth")).toMatchObject({ verdict: "pass", examined: { tools: 1 }, findings: [], attestation: null });
  });

  it("passes no row if there is no agent", async () => {
    const report = await preflight({ cwd: tree({ "src/sum.ts": "export const sum = (a: number, b: number) => a + b;" }) });

    expect(report.rows.map(({ verdict }) => verdict)).toEqual(report.rows.map(() => "not-applicable"));
    expect(report.files).toEqual({ examined: 1, withAgents: 0, unexamined: [] });
  });

  it("cannot be examined from a folder that does not hold it", async () => {
    const cwd = tree({ "src/payslip.ts": PAYSLIP_TOOL, "docs/a.js": "export const a = 1;" });

    await expect(preflight({ cwd, root: "docs", paths: ["docs", "src"] })).rejects.toThrow(new PreflightError("src lies outside of docs, the folder that the report is about: --root says which that is."));
    await expect(preflight({ cwd: `${cwd}/docs`, paths: ["../src/payslip.ts"] })).rejects.toThrow(new PreflightError("../src/payslip.ts lies outside of the current folder, which the report is about: --root says which folder it is."));
    await expect(preflight({ cwd, root: "nowhere" })).rejects.toThrow(new PreflightError("There is no folder nowhere."));
    await expect(preflight({ cwd, root: "docs/a.js" })).rejects.toThrow(new PreflightError("docs/a.js is no folder."));
  });

  it("says of a file that no rule was run on that it was not examined", async () => {
    const report = await preflight({ cwd: tree({ "node_modules/shop-tools/payslip.js": PAYSLIP_TOOL, "src/clock.ts": GOOD_TOOL }), paths: ["src", "node_modules/shop-tools/payslip.js"] });

    expect(report.files).toEqual({ examined: 1, withAgents: 1, unexamined: [{ file: "node_modules/shop-tools/payslip.js", reason: "ESLint leaves it out" }] });
    expect(row(report, "auth").verdict).toBe("needs-attestation");
  });

  it("fails only Testing by what its tests do: nothing of them is deployed", async () => {
    const test = `import { ChatOpenAI } from "@langchain/openai";
import { expect, it } from "vitest";
import { graph } from "./graph";
it("answers", async () => {
  const model = new ChatOpenAI({ model: "gpt-5" });
  await model.invoke("hello");
  await graph.invoke({ messages: [] }, { configurable: { thread_id: "1" } });
});
`;
    const report = await preflight({ cwd: tree({ "src/clock.ts": GOOD_TOOL, "src/graph.test.ts": test }) });

    expect(report.rows.filter(({ findings }) => findings.length > 0).map(({ id, findings }) => [id, findings.map(({ ruleId, line }) => [ruleId, line])])).toEqual([["testing", [["agent-guardrails/no-live-model-in-tests", 5]]]]);
    expect(row(report, "threads").verdict).toBe("not-applicable");
  });

  it("cannot be examined if there is no source file", async () => {
    await expect(preflight({ cwd: tree({}) })).rejects.toThrow(new PreflightError("There is no source file in the current folder."));
  });
});

describe("a file with a syntax error", () => {
  it("is named, and no row that rests on source passes", async () => {
    const report = await preflight({ cwd: tree({ "src/clock.ts": GOOD_TOOL, "src/broken.ts": "export const = 1;\n" }) });

    expect(report.files.unexamined).toEqual([{ file: "src/broken.ts", reason: "Unexpected token (line 1)" }]);
    expect(report.rows.filter(({ verdict }) => verdict === "pass")).toEqual([]);
    expect(row(report, "auth")).toMatchObject({ verdict: "needs-attestation", summary: "src/broken.ts could not be examined, so nothing is said of this row." });
  });
});
