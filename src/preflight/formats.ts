import { extname } from "node:path";
import { PreflightError } from "./preflight-error.js";
import type { PreflightReport } from "./report.js";
import { renderHtml, type HtmlOptions } from "./render/html.js";
import { renderJson } from "./render/json.js";
import { renderMarkdown } from "./render/markdown.js";
import { renderSarif } from "./render/sarif.js";
import { renderText, type TextOptions } from "./render/text.js";

/** How a report can be written, by the ending of a file that it is written to. */
const byEnding = { ".txt": "text", ".md": "markdown", ".json": "json", ".sarif": "sarif", ".html": "html" } as const;

export type Format = (typeof byEnding)[keyof typeof byEnding];
export const formats: readonly Format[] = Object.values(byEnding);

/** What a format has no use for, it leaves aside. */
export type RenderOptions = TextOptions & HtmlOptions;

export function render(report: PreflightReport, format: Format, options: RenderOptions = {}): string {
  switch (format) {
    case "text":
      return renderText(report, options);
    case "markdown":
      return renderMarkdown(report);
    case "json":
      return renderJson(report);
    case "sarif":
      return renderSarif(report);
    case "html":
      return renderHtml(report, options);
  }
}

export function formatOf(path: string): Format {
  const ending = extname(path);
  if (ending in byEnding) return byEnding[ending as keyof typeof byEnding];
  throw new PreflightError(`The ending of ${path} says no format: ${Object.keys(byEnding).join(", ")}.`);
}
