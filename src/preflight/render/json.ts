import { inSchemaOrder } from "../report-schema.js";
import type { PreflightReport } from "../report.js";

/** For other programs: what `docs/preflight.schema.json` describes. */
export function renderJson(report: PreflightReport): string {
  return `${JSON.stringify(inSchemaOrder(report), null, 2)}\n`;
}
