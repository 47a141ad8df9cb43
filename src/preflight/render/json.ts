import type { PreflightReport } from "../report.js";

/** For other programs: what `docs/preflight.schema.json` describes. */
export function renderJson(report: PreflightReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
