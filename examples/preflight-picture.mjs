#!/usr/bin/env node
/** Draws the page of `jarvis-unsafe`, down to its agent map, into docs/images: `node examples/preflight-picture.mjs`. Needs a Chromium. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { preflight, renderReport } from "eslint-plugin-agent-guardrails/preflight";
import { launch } from "puppeteer-core";

const root = fileURLToPath(new URL("..", import.meta.url));
const WIDTH = 1060;

const report = await preflight({ cwd: join(root, "examples", "jarvis-unsafe"), today: "2026-11-26" });
const browser = await launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  await page.setViewport({ width: WIDTH, height: 900 });
  await page.setContent(renderReport(report, "html", { title: "jarvis-unsafe" }));
  const height = await page.evaluate("document.querySelector('#evidence').getBoundingClientRect().top + scrollY");
  await page.screenshot({ path: join(root, "docs", "images", "preflight.png"), clip: { x: 0, y: 0, width: WIDTH, height: Math.floor(height) }, captureBeyondViewport: true });
} finally {
  await browser.close();
}
