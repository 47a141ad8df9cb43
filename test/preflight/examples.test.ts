import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { preflight } from "../../src/preflight/index.js";
import { stoppingRows } from "../../src/preflight/gate.js";
import type { PreflightReport } from "../../src/preflight/report.js";
import { rules } from "../../rules/index.js";
import { rowOf } from "./rows.js";

const root = new URL("../..", import.meta.url).pathname;
const today = "2026-11-26";
/** The rows that rest on nothing but files that the examples have not. */
const BESIDE_THE_CODE = ["observability"];

describe("jarvis as a hurried team writes it", () => {
  let report: PreflightReport;
  beforeAll(async () => {
    report = await preflight({ cwd: `${root}examples/jarvis-unsafe`, today });
  });

  it("fails every row that code can show, each with its places", () => {
    const shown = report.rows.filter(({ id }) => !BESIDE_THE_CODE.includes(id) && Object.values(rules).some((rule) => rule.meta.docs!.checklist[0] === id));

    expect(shown.length).toBeGreaterThan(9);
    expect(shown.filter(({ verdict }) => verdict !== "fail").map(({ id }) => id)).toEqual([]);
    const places = shown.flatMap(({ findings }) => findings);
    expect(places.filter(({ file, line }) => (readFileSync(`${root}examples/jarvis-unsafe/${file}`, "utf8").split("\n")[line - 1] ?? "").trim() === "")).toEqual([]);
  });

  it("passes none", () => {
    expect(report.rows.filter(({ verdict }) => verdict === "pass" || verdict === "attested")).toEqual([]);
  });

  it("shows the agent that reads pages and sends mail", () => {
    const { agents, tools } = report.inventory;
    const it = agents.find(({ name }) => name === "it")!;
    const held = tools.filter(({ id }) => it.tools.includes(id));

    expect(held.map(({ name, readsUntrusted, approval }) => ({ name, readsUntrusted, approval }))).toEqual(
      expect.arrayContaining([
        { name: "read_page", readsUntrusted: true, approval: "none-needed" },
        { name: "send_mail", readsUntrusted: false, approval: "unguarded" },
      ]),
    );
    expect(it.tools).toHaveLength(4);
    expect(it.asksFor).toEqual([]);
  });
});

describe("jarvis with the guards", () => {
  let report: PreflightReport;
  beforeAll(async () => {
    report = await preflight({ cwd: `${root}examples/jarvis`, today });
  });

  it.each(["auth", "threads", "store", "approval", "injection", "errors", "reliability", "limits"])("passes %s, with what was counted", (id) => {
    const { verdict, examined, findings } = rowOf(report, id);

    expect({ verdict, findings }).toEqual({ verdict: "pass", findings: [] });
    expect(Object.values(examined).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it.each(["observability", "versioning", "testing", "privacy"])("has somebody who answers for %s", (id) => {
    expect(rowOf(report, id)).toMatchObject({ verdict: "attested", attestation: { by: expect.stringContaining("@acme.example") } });
  });

  it("has no finding, and no row that stops a deploy", () => {
    expect(report.rows.flatMap(({ findings }) => findings)).toEqual([]);
    expect(stoppingRows(report, { level: "open", areas: false }).map(({ summary }) => summary)).toEqual([]);
  });

  it("has to be answered for anew after the answers have expired", async () => {
    const later = await preflight({ cwd: `${root}examples/jarvis`, today: "2027-06-01" });

    expect(stoppingRows(later, { level: "open", areas: false }).map(({ id }) => id)).toEqual(["observability", "versioning"]);
  });
});

describe("the docs", () => {
  it("show what preflight says of both, and its schema", async () => {
    await expect(node("examples/preflight.mjs", "--check")).resolves.toContain("npx agent-guardrails preflight");
  }, 300_000);
});

function node(script: string, ...flags: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script, ...flags], { cwd: root, maxBuffer: 16 * 2 ** 20 }, (error, stdout, stderr) => {
      if (error) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
}
