import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checklistItems } from "../../src/checklist/items.js";
import { run } from "../../src/preflight/cli.js";
import type { PreflightReport } from "../../src/preflight/report.js";
import { TODAY } from "./rows.js";
import { GOOD_TOOL, PAYSLIP_TOOL, tree } from "./tree.js";

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function say(cwd: string, args: readonly string[], terminal: { readonly columns?: number; readonly colour?: boolean; readonly watched?: boolean } = {}): Promise<Said> {
  let out = "";
  let err = "";
  const code = await run(args, {
    cwd,
    today: TODAY,
    out: (text) => { out += text; },
    err: (text) => { err += text; },
    columns: terminal.columns,
    colour: terminal.colour ?? false,
    watched: terminal.watched ?? false,
  });
  return { code, out, err };
}

const bad = { "src/payslip.ts": PAYSLIP_TOOL };

describe("the exit code", () => {
  it("is 1 if a row fails", async () => {
    expect((await say(tree(bad), ["preflight", "--fail-on", "fail"])).code).toBe(1);
  });

  it("is 1 if a row is open, unless only failing rows count", async () => {
    const cwd = tree({ "src/clock.ts": GOOD_TOOL });

    expect((await say(cwd, ["preflight"])).code).toBe(1);
    expect((await say(cwd, ["preflight", "--fail-on", "fail"])).code).toBe(0);
  });

  it("is 0 if nothing counts", async () => {
    expect((await say(tree(bad), ["preflight", "--fail-on", "never"])).code).toBe(0);
  });

  it("is 2 in an empty project, allowed or not", async () => {
    expect((await say(tree({}), ["preflight"])).code).toBe(2);
    expect((await say(tree({}), ["preflight", "--allow-no-agents"])).code).toBe(2);
  });

  describe("without any agent", () => {
    const none = { "src/sum.ts": "export const sum = 1;", "src/product.ts": "export const product = 1;" };

    it("is 2, and the reason is said, whatever the format", async () => {
      const cwd = tree(none);

      for (const args of [["preflight"], ["preflight", "--fail-on", "fail"], ["preflight", "--format", "json"]]) {
        expect(await say(cwd, args)).toMatchObject({ code: 2, err: "Nothing was judged, so this is no pass. If there is no agent to be found here, say --allow-no-agents.\n" });
      }
    });

    it("is 2 even if somebody answers for every row", async () => {
      const answer = { by: "ada@acme.example", on: "2026-01-01", until: "2026-06-30", statement: "We looked." };
      const rows = Object.fromEntries(checklistItems.map(({ id }) => [id, answer]));
      const said = await say(tree({ ...none, "agent-guardrails.preflight.json": JSON.stringify({ rows }) }), ["preflight"]);

      expect(said.code).toBe(2);
      expect(said.out.replace(/\s+/gu, " ")).toContain("Nothing to judge: no agent code was found in 2 files; all 12 rows are attested; all 3 areas are attested.");
    });

    it("is 2 for the whole of a workspace, not for a part of which nothing counts", async () => {
      const cwd = tree(none);

      expect(await say(cwd, ["preflight", "--fail-on", "never", "--output", "part.json"])).toMatchObject({ code: 0, err: "" });
      expect((await say(cwd, ["preflight", "--merge", "part.json"])).code).toBe(2);
    });

    it("is 0 if that is allowed", async () => {
      expect(await say(tree(none), ["preflight", "--allow-no-agents"])).toMatchObject({ code: 0, err: "" });
    });

    it("is 1 if a file could not be examined, allowed or not", async () => {
      expect((await say(tree({ ...none, "src/broken.ts": "export const = 1;" }), ["preflight", "--allow-no-agents"])).code).toBe(1);
    });

    it("comes with a report that says so", async () => {
      const cwd = tree(none);
      const text = (await say(cwd, ["preflight"], { columns: 120 })).out;

      expect(text).toContain("Nothing to judge: no agent code was found in 2 files; none of 12 rows applies; none of 3 areas applies.");
      expect(text).not.toContain("hold");
      expect((await say(cwd, ["preflight", "--format", "markdown"])).out).toContain("Nothing to judge: no agent code was found in 2 files; none of 12 rows applies; none of 3 areas applies.");
      expect((await say(cwd, ["preflight", "--format", "html"])).out).toMatch(/<h1[^>]*>.*Nothing to judge: no agent code was found in 2 files; none of 12 rows applies; none of 3 areas applies<\/h1>/u);
    });
  });

  it("counts the areas beside the rows only when asked to", async () => {
    const handler = `import { tool } from "@langchain/core/tools";\nimport { ChatOpenAI } from "@langchain/openai";\nimport { z } from "zod";\nexport const ask = tool(async ({ q }) => (await new ChatOpenAI({ model: "gpt-5-mini" }).invoke(q)).text, { name: "ask", description: "Asks.", schema: z.object({ q: z.string() }) });\n`;
    const cwd = tree({ "src/ask.ts": handler });
    const only = async (flag: string) => (await say(cwd, ["preflight", "--fail-on", flag, "--format", "json"])).code;
    const report = JSON.parse((await say(cwd, ["preflight", "--format", "json"])).out) as { rows: { id: string; verdict: string; kind: string }[] };

    expect(report.rows.find(({ id }) => id === "latency")?.verdict).toBe("fail");
    expect(await only("fail,areas")).toBe(1);
    expect(await only("fail")).toBe(report.rows.some(({ kind, verdict }) => kind === "row" && verdict === "fail") ? 1 : 0);
  });
});

describe("what cannot be run", () => {
  const report = JSON.stringify({ schemaVersion: 1, rows: [], inventory: {} });

  it.each([
    ["no source file", {}, ["preflight"], "There is no source file in the current folder."],
    ["a path that is not there", bad, ["preflight", "source"], "There is no file or folder source."],
    ["a preflight file of the wrong shape", { ...bad, "agent-guardrails.preflight.json": '{ "rows": { "limits": 1 } }' }, ["preflight"], "agent-guardrails.preflight.json: rows.limits is wrong: it is no object."],
    ["a merge of nothing", bad, ["preflight", "--merge"], "--merge needs the reports to merge."],
    ["a merge of a corrupt report", { "a.json": '{ "schemaVersion": 1, ' }, ["preflight", "--merge", "a.json"], "a.json is no JSON."],
    ["a merge of another file", { "a.json": "{}" }, ["preflight", "--merge", "a.json"], "a.json is no preflight report."],
    ["a merge of a report of another version", { "a.json": '{ "schemaVersion": 2 }' }, ["preflight", "--merge", "a.json"], "a.json has version 2 of the report; this program reads version 1."],
    ["a merge of half a report", { "a.json": report }, ["preflight", "--merge", "a.json"], "a.json is no preflight report: inventory.tools is missing."],
    ["a merge of a report that is not there", {}, ["preflight", "--merge", "a.json"], "There is no file a.json."],
    ["a baseline that is not there", bad, ["preflight", "--baseline", "a.json"], "There is no file a.json."],
    ["a file without a format", bad, ["preflight", "--output", "report.xyz"], /^The ending of report\.xyz says no format: .+\.$/u],
  ])("is said in one sentence: %s", async (_, files, args, message) => {
    const cwd = tree(files);
    const said = await say(cwd, [...args, "--output", "report.json"]);

    expect(said).toMatchObject({ code: 2, out: "" });
    expect(said.err.trimEnd().split("\n")).toHaveLength(1);
    if (typeof message === "string") expect(said.err).toBe(`${message.replace("<cwd>", cwd)}\n`);
    else expect(said.err.trimEnd()).toMatch(message);
    expect(existsSync(join(cwd, "report.json"))).toBe(false);
  });

  it("is said of an unknown flag or format as well", async () => {
    expect(await say(tree(bad), ["preflight", "--fromat", "json"])).toMatchObject({ code: 2, out: "" });
    expect(await say(tree(bad), ["preflight", "--format", "pdf"])).toMatchObject({ code: 2, out: "" });
    expect(await say(tree(bad), ["preflight", "--fail-on", "sometimes"])).toMatchObject({ code: 2, out: "" });
  });

  it("leaves no report behind if one of several cannot be written, and an earlier one as it was", async () => {
    const cwd = tree({ ...bad, "report.json": "earlier", "report.txt/a.md": "" });
    const before = readdirSync(cwd);

    for (const [path, reason] of [["missing/report.md", "no such file or directory"], ["report.json/report.md", "not a directory"], ["report.txt", "it is a folder"]] as const) {
      expect(await say(cwd, ["preflight", "--output", "report.json", "--output", "report.sarif", "--output", path])).toEqual({ code: 2, out: "", err: `${path} cannot be written: ${reason}.\n` });
      expect(readFileSync(join(cwd, "report.json"), "utf8")).toBe("earlier");
      expect(readdirSync(cwd)).toEqual(before);
    }
  });

  it("is said of a report in which a row is missing", async () => {
    const cwd = tree(bad);
    await say(cwd, ["preflight", "--output", "a.json"]);
    const report = JSON.parse(readFileSync(join(cwd, "a.json"), "utf8")) as PreflightReport;
    writeFileSync(join(cwd, "fewer.json"), JSON.stringify({ ...report, rows: report.rows.filter(({ id }) => id !== "auth") }));

    expect(await say(cwd, ["preflight", "--merge", "fewer.json"])).toEqual({ code: 2, out: "", err: "fewer.json is no preflight report: the row auth is missing.\n" });
    expect(await say(cwd, ["preflight", "--baseline", "fewer.json"])).toEqual({ code: 2, out: "", err: "fewer.json is no preflight report: the row auth is missing.\n" });
  });

  it("is said of a folder that is taken for a report", async () => {
    expect((await say(tree(bad), ["preflight", "--merge", "src"])).err).toBe("src cannot be read: it is a folder.\n");
  });
});

describe("the program", () => {
  it("writes each file in the format of its ending", async () => {
    const cwd = tree(bad);
    await say(cwd, ["preflight", "--output", "a.json", "--output", "a.md", "--output", "a.sarif", "--output", "a.txt"]);

    expect(JSON.parse(readFileSync(join(cwd, "a.json"), "utf8"))).toMatchObject({ schemaVersion: 1 });
    expect(readFileSync(join(cwd, "a.md"), "utf8")).toMatch(/^## Preflight\n/u);
    expect(JSON.parse(readFileSync(join(cwd, "a.sarif"), "utf8"))).toMatchObject({ version: "2.1.0" });
    expect(readFileSync(join(cwd, "a.txt"), "utf8")).toContain("✗ fail");
  });

  it("writes a file once that is named twice", async () => {
    const cwd = tree(bad);

    expect(await say(cwd, ["preflight", "--fail-on", "never", "--output", "a.json", "--output", "./a.json"])).toMatchObject({ code: 0, err: "" });
    expect(readdirSync(cwd).filter((name) => name.startsWith("a.json"))).toEqual(["a.json"]);
  });

  it("reads a report that an editor has marked as UTF-8", async () => {
    const cwd = tree(bad);
    await say(cwd, ["preflight", "--output", "a.json"]);
    writeFileSync(join(cwd, "b.json"), `\uFEFF${readFileSync(join(cwd, "a.json"), "utf8")}`);

    expect(await say(cwd, ["preflight", "--merge", "b.json", "--fail-on", "never"])).toMatchObject({ code: 0, err: "" });
  });

  it("says how far it is to somebody who watches, and clears the line", async () => {
    const { err } = await say(tree(bad), ["preflight"], { watched: true });

    expect(err).toContain("Examining 1 of 1 files");
    expect(err.endsWith("\r\u001B[2K")).toBe(true);
  });

  it("says nothing of the kind to a log", async () => {
    expect((await say(tree(bad), ["preflight"])).err).toBe("");
  });

  it("says which version it is", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };

    expect(await say(tree(bad), ["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
  });

  it("explains itself", async () => {
    const { code, out } = await say(tree(bad), ["preflight", "--help"]);

    expect(code).toBe(0);
    expect(out).toContain("Exit code: 0 all rows hold, 1 a row fails or is open, 2 preflight could not run, or found nothing to judge.");
    expect([...out.replace(/\s+/gu, " ").matchAll(/default: [^)]*/gu)].map(([text]) => text)).toEqual(['default: "text"', "default: none", "default: open"]);
  });
});

describe("a baseline", () => {
  const json = ["preflight", "--fail-on", "fail", "--format", "json"];

  it("lets known findings pass, wherever they have moved to, and shows them as known", async () => {
    const cwd = tree(bad);
    await say(cwd, [...json, "--output", "before.json"]);
    writeFileSync(join(cwd, "src/payslip.ts"), `// A comment above.\n\n${PAYSLIP_TOOL}`);
    const said = await say(cwd, [...json, "--baseline", "before.json"]);
    const auth = (JSON.parse(said.out) as { rows: { id: string; verdict: string; findings: unknown[]; known: unknown[]; summary: string }[] }).rows.find(({ id }) => id === "auth");

    expect(said.code).toBe(0);
    expect(auth).toMatchObject({ verdict: "fail", findings: [], known: [{ line: 10 }], summary: "No new finding, 1 known." });
  });

  it("stops a new finding of the same kind in the same file", async () => {
    const cwd = tree(bad);
    await say(cwd, [...json, "--output", "before.json"]);
    writeFileSync(join(cwd, "src/payslip.ts"), PAYSLIP_TOOL + PAYSLIP_TOOL.split("\n").slice(4).join("\n").replace("const payslip", "const again"));
    const said = await say(cwd, [...json, "--baseline", "before.json"]);

    expect(said.code).toBe(1);
    expect((JSON.parse(said.out) as { rows: { id: string; findings: unknown[]; known: unknown[]; summary: string }[] }).rows.find(({ id }) => id === "auth")).toMatchObject({ known: [{ line: 8 }], findings: [{}], summary: "1 new finding, 1 known." });
  });

  it("stops a row that is open now and was not before", async () => {
    const cwd = tree({ "src/clock.ts": GOOD_TOOL });
    await say(cwd, ["preflight", "--output", "before.json"]);
    expect((await say(cwd, ["preflight", "--baseline", "before.json"])).code).toBe(0);

    writeFileSync(join(cwd, "src/broken.ts"), "export const = 1;");
    expect((await say(cwd, ["preflight", "--baseline", "before.json"])).code).toBe(1);
  });
});
