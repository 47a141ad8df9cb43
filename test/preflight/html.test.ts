import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { checklistItems } from "../../src/checklist/items.js";
import { run } from "../../src/preflight/cli.js";
import { render as renderReport } from "../../src/preflight/formats.js";
import { renderHtml } from "../../src/preflight/render/html.js";
import { DARK, LIGHT, type Palette } from "../../src/preflight/render/html-style.js";
import { html, prose } from "../../src/preflight/render/markup.js";
import { TODAY } from "./rows.js";
import { agentEntry, finding, inventoryOf, reportOf, toolEntry, unsafeReport } from "./sample-report.js";

describe("the page of a report", () => {
  it("is the same for the same report", () => {
    expect(renderHtml(unsafeReport)).toBe(renderHtml(unsafeReport));
  });

  it.each([
    ["bad", "Not ready: of 12 rows, 3 fail, 2 are open", unsafeReport],
    ["open", "Not ready: of 12 rows, 1 is open", reportOf({ said: { limits: { verdict: "needs-attestation" } } })],
    ["good", "Ready: of 12 rows, 1 passes on evidence", reportOf({ said: { auth: { verdict: "pass" } } })],
    ["quiet", "Nothing to judge: no row applies", reportOf()],
  ])("says the verdict of the whole first, in the colour of what is %s", (tone, begins, report) => {
    expect(/<h1 class="tone-(?<tone>\w+)">.*<\/svg>(?<text>[^<]+)<\/h1>/u.exec(renderHtml(report))?.groups).toEqual({ tone, text: expect.stringMatching(new RegExp(`^${begins}`, "u")) });
  });

  it("has every row in the order of the checklist", () => {
    const anchors = [...renderHtml(unsafeReport).matchAll(/id="row-(?<id>[a-z-]+)"/gu)].map(({ groups }) => groups?.id);

    expect(anchors).toEqual(checklistItems.map(({ id }) => id));
  });

  it("leads each finding to the page of its rule", () => {
    expect(renderHtml(unsafeReport)).toContain('<a href="https://github.com/agent-guardrails/agent-guardrails/blob/main/docs/rules/no-llm-identity-args.md" rel="noreferrer"><code>agent-guardrails/no-llm-identity-args</code></a>');
  });

  it("has no link for a rule of somebody else", () => {
    const report = reportOf({ said: { testing: { findings: [{ ...finding("x", "a.ts:1:1", "No eval job."), ruleId: "preflight/eval-job" }] } } });

    expect(renderHtml(report)).toContain('<p class="small"><code>preflight/eval-job</code></p>');
  });

  it("leads a place to its source where it is told where that is", () => {
    const page = renderHtml(unsafeReport, { sourceUrl: "https://git.acme.example/jarvis/blob/abc" });

    expect(page).toBe(renderHtml(unsafeReport, { sourceUrl: "https://git.acme.example/jarvis/blob/abc/" }));
    expect(page).toContain('href="https://git.acme.example/jarvis/blob/abc/tools/payslip.ts#L20"');
    expect(renderHtml(unsafeReport)).not.toContain("#L20");
  });

  it("gives the reason of a switched-off finding, or says that there is none", () => {
    const page = renderHtml(unsafeReport);

    expect(page).toContain("2 findings switched off by a comment:");
    expect(page).toContain("Reason: the page is static and bundled with the release");
    expect(page).toContain("No reason given");
  });

  it("shows until when an answer is good, and that an expired one no longer counts", () => {
    const page = renderHtml(unsafeReport);

    expect(page).toMatch(/Maria Keller, 2026-11-01; good until <time datetime="2027-02-01">/u);
    expect(page).toMatch(/Jan Novák, 2026-06-30; <strong>no longer counts<\/strong>, was given until <time datetime="2026-09-30">/u);
  });

  it("names the files that were not examined", () => {
    expect(renderHtml(unsafeReport)).toMatch(/1 file was not examined.*\n.*<code>tools\/draft\.ts<\/code>: Unexpected token \(12:4\)/u);
  });

  it("carries a date only if it is given one", () => {
    expect(renderHtml(reportOf(), { date: "26 November 2026" })).toContain("26 November 2026");
    expect(renderHtml(reportOf())).not.toMatch(/20\d\d-\d\d/u);
  });

  it("has a sentence instead of a picture where no agent is", () => {
    const tool = toolEntry("send_mail");

    expect(renderHtml(reportOf({ inventory: inventoryOf([], [tool]) }))).toMatch(/<p>No agent was found in 12 files, so there is no map\..*inventory/u);
    expect(renderHtml(reportOf())).toContain("No agent nor a tool was found in 12 files, so there is no map.");
    expect(renderHtml(reportOf())).not.toContain('class="map-frame"');
  });

  it("says that no path begins where no tool reads text of others", () => {
    const tool = toolEntry("read_clock");

    expect(renderHtml(reportOf({ inventory: inventoryOf([agentEntry("jarvis", [tool])], [tool]) }))).toContain("No tool in sight reads text that others wrote, so no path begins.");
  });

  it("says that there may be more paths where tools are out of sight", () => {
    expect(renderHtml(unsafeReport)).toMatch(/Tools of <a href="#agent-2"><code>it<\/code><\/a> and <a href="#agent-3"><code>knowledge<\/code><\/a> are out of sight, so there may be more\./u);
  });

  it("lists the unguarded paths in words, with links to the tools and their findings", () => {
    const page = renderHtml(unsafeReport);
    const list = page.slice(page.indexOf("<h3>Unguarded paths</h3>"), page.indexOf("<h3>Guarded paths</h3>"));

    expect(list).toContain('<a href="#agent-3"><code>knowledge</code></a> reads <a href="#tool-2"><code>read_page</code></a> and <a href="#tool-3"><code>summarise_inbox</code></a>, and can call');
    expect(list).toContain('<a href="#tool-4"><code>send_mail</code></a>, which sends mail (external, no approval).');
    expect(list).toContain('href="#finding-approval-2"');
    expect(list).not.toContain("order_voucher");
  });

  it("leads every link within the page to something, and names nothing twice", () => {
    const page = renderHtml(unsafeReport);
    const ids = [...page.matchAll(/ id="(?<id>[^"]+)"/gu)].map(({ groups }) => groups!.id);
    const targets = [...page.matchAll(/href="#(?<id>[^"]+)"/gu)].map(({ groups }) => groups!.id);

    expect(targets.length).toBeGreaterThan(40);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it("allows its own style and nothing else", () => {
    const page = renderHtml(unsafeReport);
    const style = /<style>(?<text>[^<]*)<\/style>/u.exec(page)!.groups!.text!;

    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'"`);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\sstyle=|\son\w+=|url\((?!#)|@import/u);
  });
});

describe("the program", () => {
  const folder = mkdtempSync(join(tmpdir(), "preflight-html-"));
  const report = reportOf({ inventory: inventoryOf([agentEntry("jarvis", [])], []) });

  async function preflight(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
    let said = "";
    const say = (text: string): void => void (said += text);
    writeFileSync(join(folder, "report.json"), renderReport(report, "json"));
    const code = await run(["preflight", "--merge", "report.json", ...args], { cwd: folder, out: say, err: say, columns: undefined, colour: false, watched: false, today: TODAY });
    return { code, said };
  }

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("writes the page into a file that ends in .html, with a title and links to the source", async () => {
    await preflight("--output", "page.html", "--title", "Jarvis", "--source-url", "https://git.acme.example/jarvis");

    expect(readFileSync(join(folder, "page.html"), "utf8")).toMatch(/^<!doctype html>[^]*Preflight: Jarvis[^]*href="https:\/\/git\.acme\.example\/jarvis\/agents\/jarvis\.ts#L9"/u);
  });

  it("prints the page", async () => {
    expect((await preflight("--format", "html")).said).toMatch(/^<!doctype html>/u);
  });

  it("refuses an address of the source that is no page", async () => {
    const { code, said } = await preflight("--source-url", "javascript:alert(1)//");

    expect(code).toBe(2);
    expect(said).toContain("It begins with https:// or http://.");
  });
});

describe("text from a project", () => {
  it.each([
    ["markup", "</script><script>alert(1)</script>", "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"],
    ["quotes", `" onload="x' & y`, "&quot; onload=&quot;x&#39; &amp; y"],
    ["an entity", "&lt;", "&amp;lt;"],
    ["a control that turns the direction of writing", "tool\u202Egnp.exe", "tool\\u{202E}gnp.exe"],
    ["a control that shows nothing", "a\u200Bb\u0000c\uFEFF", "a\\u{200B}b\\u{0}c\\u{FEFF}"],
    ["half of a pair", "a\uD800b", "a\\u{D800}b"],
    ["lines", "a\nb", "a b"],
    ["another script", "أداة 工具 🛠", "أداة 工具 🛠"],
  ])("cannot hide or break anything: %s", (_, text, shown) => {
    expect(html`${text}`.toString()).toBe(shown);
  });

  it("is escaped inside what a message quotes as code", () => {
    expect(prose("Call `<b>` or `a`").toString()).toBe("Call <code>&lt;b&gt;</code> or <code>a</code>");
  });

  it("makes a link of an answer's evidence only if it leads to a page", () => {
    const attestation = { by: "Eve", on: "2026-01-01", until: "2027-01-01", statement: "Yes.", link: "javascript:alert(1)" };
    const page = renderHtml(reportOf({ said: { limits: { verdict: "attested", attestation } } }));

    expect(page).toContain("<code>javascript:alert(1)</code>");
    expect(page).not.toContain('href="javascript:');
  });

  it("cannot smuggle in an address for the source", () => {
    const page = renderHtml(reportOf({ said: { auth: { findings: [finding("no-open-tool-schema", 'a"b/#?.ts:1:1', "x")] } } }), { sourceUrl: "https://git.acme.example/" });

    expect(page).toContain('href="https://git.acme.example/a%22b/%23%3F.ts#L1"');
  });

  it("leads nowhere if the address of the source is no page", () => {
    expect(renderHtml(unsafeReport, { sourceUrl: "javascript:alert(1)//" })).not.toContain("javascript:");
  });
});

describe("the colours", () => {
  const pairs: readonly (readonly [keyof Palette, readonly (keyof Palette)[]])[] = [
    ["ground", ["ink", "muted", "link", "bad", "open", "good", "person", "quiet"]],
    ["raised", ["ink", "muted"]],
    ["badGround", ["ink", "bad"]],
    ["openGround", ["ink", "muted", "link", "open", "bad", "good"]],
    ["goodGround", ["ink", "good"]],
  ];

  it.each([["light", LIGHT], ["dark", DARK]])("have the contrast of WCAG AA on a %s ground", (_, palette) => {
    for (const [ground, inks] of pairs) {
      for (const ink of inks) expect(contrast(palette[ground], palette[ink]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
