import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderHtml } from "../../src/preflight/render/html.js";
import type { PreflightReport } from "../../src/preflight/report.js";
import { chromiumIsThere, openFile, startChromium, type Scheme, type WatchedPage } from "./browser.js";
import { agentEntry, finding, inventoryOf, largeReport, reportOf, sendsMail, toolEntry, unsafeReport } from "./sample-report.js";

if (!chromiumIsThere) console.log("The preflight page was not opened in a browser: no Chromium at /usr/bin/chromium, and CHROMIUM names no other.");

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const HOSTILE = `</title></script><img src=x onerror=alert(1)>"'\u202Egnp`;
const LONG = "a_tool_with_a_name_that_somebody_made_longer_than_any_line_of_any_table_could_ever_hold_and_then_some";

/** Text from a project at its worst, in every place that shows any. */
function hostileReport(): PreflightReport {
  const tools = [HOSTILE, LONG, "أداة_البريد", "工具工具工具工具工具工具工具工具工具"].map((name, index) =>
    toolEntry(name, { file: `${name}/${LONG}.ts`, line: index + 1, framework: HOSTILE, readsUntrusted: index === 0, effects: [{ ...sendsMail("unguarded"), label: name }] }),
  );
  const agent = agentEntry(HOSTILE, tools, { otherTools: [HOSTILE, LONG], toolsComplete: false, model: LONG, middleware: [LONG, HOSTILE] });
  const places = tools.map(({ file }) => ({ ...finding("no-open-tool-schema", "a.ts:1:1", HOSTILE), file, ruleId: HOSTILE }));
  const attestation = { by: HOSTILE, on: HOSTILE, until: HOSTILE, statement: HOSTILE, link: HOSTILE };
  return reportOf({
    said: { auth: { verdict: "fail", findings: places, suppressed: places.map((place) => ({ ...place, reason: HOSTILE })), attestation, summary: HOSTILE, examined: { [HOSTILE]: 1 } } },
    inventory: { ...inventoryOf([agent], tools), models: [{ id: "m", file: LONG, line: 1, column: 1, provider: HOSTILE, name: LONG, size: HOSTILE }], stores: [{ id: "s", file: LONG, line: 1, column: 1, operation: HOSTILE }] },
    files: { examined: 1, withAgents: 1, unexamined: [{ file: LONG, reason: HOSTILE }] },
  });
}

describe.runIf(chromiumIsThere)("the page in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "preflight-page-"));
  const urls = new Map<string, string>();
  let browser: Browser;

  beforeAll(async () => {
    browser = await startChromium();
    const reports = { unsafe: unsafeReport, large: largeReport(400), hostile: hostileReport(), empty: reportOf() };
    for (const [name, report] of Object.entries(reports)) {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, renderHtml(report, { title: name === "hostile" ? HOSTILE : "jarvis", sourceUrl: "https://git.acme.example/jarvis/blob/main/" }));
      urls.set(name, pathToFileURL(file).href);
    }
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Each page is opened once in each look; what a test does to it stays. */
  const opened = new Map<string, Promise<WatchedPage>>();
  const open = (name: string, scheme: Scheme = "light", width = 1180): Promise<WatchedPage> => {
    const key = `${name} ${scheme} ${width}`;
    const page = opened.get(key) ?? openFile(browser, urls.get(name)!, scheme, width);
    opened.set(key, page);
    return page;
  };

  it.each(["unsafe", "large", "hostile", "empty"])("opens without a complaint, and asks for nothing but itself: %s", async (name) => {
    const { page, complaints, requests } = await open(name);

    expect(complaints).toEqual([]);
    expect(requests).toEqual([urls.get(name)]);
    expect(await page.evaluate("document.querySelectorAll('script, img, iframe, link').length")).toBe(0);
  });

  it("needs no script", async () => {
    const page = await browser.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(urls.get("unsafe")!);

    expect(await page.evaluate("document.querySelector('h1').textContent")).toMatch(/^Not ready: of 12 rows, 3 fail, 2 are open, /u);
    expect(await page.$$("svg a.box")).toHaveLength(12);
    await page.close();
  });

  it("applies its own style under its own policy", async () => {
    const { page } = await open("unsafe");

    expect(await page.evaluate("getComputedStyle(document.querySelector('.map .edge.unguarded')).stroke")).toBe("rgb(179, 38, 30)");
  });

  it("draws the unguarded path in sight, thicker and of another colour than a guarded one, and names both", async () => {
    const { page } = await open("unsafe");
    const look = (passage: string): Promise<unknown> =>
      page.evaluate(`(() => { const { stroke, strokeWidth, strokeDasharray } = getComputedStyle(document.querySelector(".map-frame .edge.${passage}")); return { stroke, strokeWidth, strokeDasharray }; })()`);

    expect(await look("unguarded")).toEqual({ stroke: "rgb(179, 38, 30)", strokeWidth: "2.5px", strokeDasharray: "none" });
    expect(await look("guarded")).toEqual({ stroke: "rgb(23, 112, 63)", strokeWidth: "1.5px", strokeDasharray: "7px, 4px" });
    expect(await page.$$eval(".map-frame .edge.unguarded", (edges) => edges.length)).toBe(4);
    expect(await page.evaluate("[...document.querySelectorAll('.map-frame .edge-label')].map(({ textContent }) => textContent).sort()")).toEqual(["asks first", "unguarded", "unguarded"]);
  });

  it("starts and ends the unguarded path at the boxes that it joins", async () => {
    const { page } = await open("unsafe");
    const ends = await page.evaluate(`(() => {
      const boxes = [...document.querySelectorAll(".map .box")].map((box) => ({ name: box.querySelector("text").textContent, ...box.querySelector("rect").getBoundingClientRect().toJSON() }));
      const at = ({ x, y }) => boxes.find((box) => x >= box.left - 3 && x <= box.right + 3 && y >= box.top && y <= box.bottom)?.name;
      return [...document.querySelectorAll(".map-frame .edge.unguarded")].map((edge) => {
        const toScreen = (point) => point.matrixTransform(edge.getScreenCTM());
        return at(toScreen(edge.getPointAtLength(0))) + " -> " + at(toScreen(edge.getPointAtLength(edge.getTotalLength())));
      }).sort();
    })()`);

    expect(ends).toEqual(["knowledge -> close_account", "knowledge -> send_mail", "read_page -> knowledge", "summarise_inbox -> knowledge"]);
  });

  it.each([
    ["unsafe", "light"], ["unsafe", "dark"], ["hostile", "dark"], ["empty", "light"], ["large", "light"],
  ] as const)("is accessible as a whole: %s, %s", async (name, scheme) => {
    const { page } = await open(name, scheme);

    expect(await seriousViolations(page)).toEqual([]);
  });

  it("is held to a measure that sees what is wrong", async () => {
    const { page } = await openFile(browser, urls.get("empty")!);
    await page.evaluate("document.querySelector('h1').style.color = '#ccc'");

    expect(await seriousViolations(page)).toEqual([expect.stringMatching(/^color-contrast: <h1/u)]);
    await page.close();
  });

  it("is accessible on a narrow screen, and scrolls only inside its tables and map", async () => {
    const { page } = await open("unsafe", "light", 380);

    expect(await seriousViolations(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")).toBe(0);
  });

  it("is wholly dark on a dark screen", async () => {
    const { page } = await open("unsafe", "dark");

    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(18, 22, 27)");
  });

  it("is walked through with the keyboard: rows first, then the map's tools and agents, each where focus shows", async () => {
    const { page } = await open("unsafe");
    const stops: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const stop = (await page.evaluate("document.activeElement.getAttribute('href') ?? document.activeElement.getAttribute('aria-label') ?? ''")) as string;
      if (step === 0) expect(stop).toBe("#rows");
      stops.push(stop);
      if (stop === "#tool-4" && !stops.includes("seen")) {
        stops.push("seen");
        expect(await page.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth")).toBe("3px");
      }
    }

    const order = ["#row-auth", "#row-privacy", "Agent map, scrollable", "#agent-1", "#tool-4", "#finding-approval-2"].map((stop) => stops.indexOf(stop));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it("follows a box of the map to its entry", async () => {
    const { page } = await open("unsafe");
    await page.evaluate("document.querySelector('.map a[href=\"#tool-4\"]').dispatchEvent(new MouseEvent('click', { bubbles: true }))");

    expect(await page.evaluate("document.querySelector(':target').textContent")).toMatch(/^send_mail/u);
  });

  it("shows 400 tools in a map that is no taller than a few screens", async () => {
    const { page } = await open("large");
    const { height, frame } = (await page.evaluate("({ height: document.querySelector('.map-frame .map').getBoundingClientRect().height, frame: document.querySelector('.map-frame').getBoundingClientRect().height })")) as { height: number; frame: number };

    expect(height).toBeLessThan(3000);
    expect(frame).toBeLessThanOrEqual(850);
    expect(await page.$$("#inventory tr[id^=tool-]")).toHaveLength(400);
  });

  it.each(["unsafe", "hostile"])("keeps the words of the map inside their boxes: %s", async (name) => {
    const { page } = await open(name);
    const outside = await page.evaluate(`[...document.querySelectorAll(".map .box, .map .effect")].flatMap((box) => {
      const { left, right } = box.querySelector("rect").getBoundingClientRect();
      return [...box.querySelectorAll("text")].filter((text) => text.getBoundingClientRect().right > right || text.getBoundingClientRect().left < left).map((text) => text.textContent);
    })`);

    expect(outside).toEqual([]);
  });

  it.each(["unsafe", "hostile", "large"])("prints on A4, in black on white, with nothing cut off: %s", async (name) => {
    const { page } = await open(name, "dark", 680);
    await page.emulateMediaType("print");

    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    expect(await page.evaluate("[...document.querySelectorAll('.page *')].filter((part) => part.getBoundingClientRect().right > 681).map((part) => part.outerHTML.slice(0, 120))")).toEqual([]);
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const sheets = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 (?<width>[\d.]+) (?<height>[\d.]+)\s*\]/gu)].map(({ groups }) => [Math.round(Number(groups!.width)), Math.round(Number(groups!.height))]);
    expect(sheets.length).toBeGreaterThan(1);
    expect(sheets.filter(([width, height]) => width !== 595 || height !== 842)).toEqual([]);
  });
});

async function seriousViolations(page: Page): Promise<unknown> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run().then(({ violations }) => violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 200)).slice(0, 5).join(" ")))`);
}
