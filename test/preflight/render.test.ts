import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, describe, expect, it } from "vitest";
import { evaluate } from "../../src/preflight/evaluate.js";
import { preflight } from "../../src/preflight/index.js";
import { renderJson } from "../../src/preflight/render/json.js";
import { renderMarkdown } from "../../src/preflight/render/markdown.js";
import { renderSarif } from "../../src/preflight/render/sarif.js";
import { renderText } from "../../src/preflight/render/text.js";
import { jsonSchema } from "../../src/preflight/report-schema.js";
import type { PreflightReport } from "../../src/preflight/report.js";
import { aFinding, ANSWER, facts, shows, suppressed, TODAY } from "./rows.js";

const root = new URL("../..", import.meta.url).pathname;
const require = createRequire(import.meta.url);
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
(addFormats as unknown as (ajv: Ajv) => void)(ajv);

const some = evaluate(
  facts({
    findings: [aFinding("no-llm-identity-args"), aFinding("preflight/sampling"), { ...aFinding("no-mixed-trust-tools"), file: "src/a b/[id].ts", message: "A | pipe, *stars*, <b>tags</b> and `code | here`." }],
    suppressed: [suppressed("require-fetch-timeout", "asks itself"), suppressed("no-silent-tool-error", null)],
    evidence: [shows("tracing")],
    attestations: { versioning: ANSWER },
    files: { examined: 4, withAgents: 2, unexamined: [{ file: "src/broken.ts", reason: "Unexpected token (line 1)" }] },
  }),
  TODAY,
);
let unsafe: PreflightReport;

beforeAll(async () => {
  unsafe = await preflight({ cwd: `${root}examples/jarvis-unsafe`, today: TODAY });
});

describe("the text", () => {
  it.each([50, 60, 71])("fits into %d columns, each row a paragraph", (width) => {
    const lines = renderText(some, { width }).split("\n");

    expect(lines.filter((line) => line.length > width && line.trim().includes(" "))).toEqual([]);
    expect(lines).toContain("✗ fail  Auth");
    expect(lines.indexOf("Areas beside the rows")).toBe(lines.findIndex((line) => line.endsWith("  Latency")) - 1);
  });

  it.each([72, 80, 100, 120])("fits into %d columns as a table", (width) => {
    const lines = renderText(some, { width }).split("\n");

    expect(lines[0]).toHaveLength(width);
    expect(lines.filter((line) => line.length > width && line.trim().includes(" "))).toEqual([]);
  });

  it("grows no wider than people read", () => {
    expect(renderText(some, { width: 300 }).split("\n")[0]).toHaveLength(120);
  });

  it("has colours only when it may", () => {
    expect(renderText(some, { colour: true })).toContain("\u001B[31m✗ fail\u001B[39m");
    expect(renderText(some)).not.toContain("\u001B");
  });

  it("says the same with and without colours", () => {
     
    expect(renderText(some, { colour: true }).replace(/\u001B\[\d+m/gu, "")).toBe(renderText(some));
  });

  it("tells a finding that fails several rows once, and says where", () => {
    const text = renderText(evaluate(facts({ findings: [aFinding("no-mixed-trust-tools")] }), TODAY));

    expect(text.split("no-mixed-trust-tools says so.")).toHaveLength(2);
    expect(text).toContain("Approval\n  src/agent.ts:5:1 no-mixed-trust-tools\n    no-mixed-trust-tools says so.\n\nInjection\n  src/agent.ts:5:1 no-mixed-trust-tools, see Approval\n");
  });

  it("shows every finding with its place, switched off ones with their reasons, and files that were not examined", () => {
    const text = renderText(some, { width: 120 });

    expect(text).toContain("Auth\n  src/agent.ts:5:1 no-llm-identity-args\n    no-llm-identity-args says so.");
    expect(text).toContain("src/agent.ts:5:1 require-fetch-timeout, switched off\n    asks itself");
    expect(text).toContain("no-silent-tool-error, switched off\n    without a reason");
    expect(text).toContain("Not examined\n  src/broken.ts: Unexpected token (line 1)");
  });
});

describe("what follows from an open row", () => {
  const advice = "An open row wants evidence in a file, or somebody who answers for it in agent-guardrails.preflight.ts.";
  const closing = (report: PreflightReport): string => renderText(report, { width: 120 }).split("\n\n").at(-1)!;

  it("is said below the text", () => {
    expect(closing(some)).toContain(`${advice}\n`);
  });

  it("is not said where no row is open", () => {
    expect(closing({ ...some, rows: some.rows.filter(({ verdict }) => verdict !== "needs-attestation") })).not.toContain(advice);
  });
});

describe("the Markdown", () => {
  it("is the same for two runs over the same tree", async () => {
    expect(renderMarkdown(await preflight({ cwd: `${root}examples/jarvis-unsafe`, today: TODAY }))).toBe(renderMarkdown(unsafe));
  });

  it("has a head over every column", () => {
    expect(renderMarkdown(some).split("\n").filter((line) => line.includes("| Verdict |"))).toEqual(["| Row | Verdict | Summary |", "| Areas beside the rows | Verdict | Summary |"]);
  });

  it("lets no code become markup", () => {
    expect(renderMarkdown(some)).toContain("A \\| pipe, \\*stars\\*, \\<b\\>tags\\</b\\> and `code | here`.");
  });

  it("keeps each row of its tables on one line of three cells", () => {
    const rows = renderMarkdown(unsafe).split("\n").filter((line) => line.startsWith("| "));

    expect(rows).toHaveLength(17);
    expect(rows.filter((line) => line.replace(/`[^`]*`/gu, "").replace(/\\\|/gu, "").split("|").length !== 5)).toEqual([]);
  });
});

describe("the SARIF", () => {
  // The schema is written for draft 4, which says `id` and is otherwise read alike.
  const official = JSON.parse(readFileSync(require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), "utf8")) as { definitions: object; properties: object; required: string[] };
  const validate = ajv.compile({ type: "object", definitions: official.definitions, properties: official.properties, required: official.required, additionalProperties: false });

  it("is held to a schema that refuses what is wrong", () => {
    expect(validate({ version: "2.1.0", runs: [{ tool: {} }] })).toBe(false);
  });

  it.each([["of an unsafe assistant", () => unsafe], ["of everything that can be said", () => some]])("is valid by the official schema: %s", (_, report) => {
    validate(JSON.parse(renderSarif(report())));

    expect(validate.errors ?? []).toEqual([]);
  });

  it("gives what code scanning wants: places, rules by index, and suppressions with their reasons", () => {
    const { runs } = JSON.parse(renderSarif(some)) as { runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number; suppressions?: unknown[]; locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }[]; invocations: { toolExecutionNotifications: unknown[] }[] }[] };
    const { results, tool, invocations } = runs[0]!;

    expect(results.filter(({ ruleId, ruleIndex }) => tool.driver.rules[ruleIndex]?.id !== ruleId)).toEqual([]);
    expect(results.filter((result) => result.suppressions).map(({ suppressions }) => suppressions)).toEqual([[{ kind: "inSource" }], [{ kind: "inSource", justification: "asks itself" }]]);
    expect(results.map(({ locations }) => locations[0]?.physicalLocation.artifactLocation.uri)).toContain("src/a%20b/%5Bid%5D.ts");
    expect(invocations[0]?.toolExecutionNotifications).toHaveLength(1);
  });

  it("tells a finding once, however many rows it fails", () => {
    const { runs } = JSON.parse(renderSarif(some)) as { runs: { results: { ruleId: string }[] }[] };

    expect(runs[0]!.results.filter(({ ruleId }) => ruleId.endsWith("no-mixed-trust-tools"))).toHaveLength(1);
  });
});

describe("the JSON", () => {
  it("has a published schema, and holds to it", () => {
    const published = JSON.parse(readFileSync(`${root}docs/preflight.schema.json`, "utf8")) as object;

    expect(published).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
    for (const report of [some, unsafe]) {
      const validate = new Ajv2020({ strict: false, allErrors: true }).compile(published);
      validate(JSON.parse(renderJson(report)));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it("drops nothing that the report says", () => {
    for (const report of [some, unsafe]) expect(JSON.parse(renderJson(report))).toEqual(JSON.parse(JSON.stringify(report)));
  });

  it("keeps the contract that other programs rely on", () => {
    const { schemaVersion, rows, inventory } = JSON.parse(renderJson(unsafe)) as PreflightReport;

    expect(schemaVersion).toBe(1);
    expect(rows.map(({ id }) => id)).toEqual(["auth", "threads", "store", "approval", "injection", "errors", "cost", "reliability", "observability", "limits", "kill-switch", "versioning", "latency", "testing", "privacy"]);
    for (const row of rows) expect(Object.keys(row)).toEqual(expect.arrayContaining(["id", "title", "verdict", "examined", "findings", "suppressed", "attestation", "summary"]));
    expect(Object.keys(rows[0]!.findings[0]!).sort()).toEqual(["column", "file", "line", "message", "ruleId"]);
    expect(Object.keys(inventory)).toEqual(expect.arrayContaining(["tools", "agents"]));
  });
});
