import type { PreflightReport, Row } from "./report.js";

/**
 * Why a report says nothing, where it does: no row passes, fails or is open, as in a folder without agents. An answer for
 * a row of which nothing is in sight judges nothing either. `undefined` where something was judged.
 */
export function nothingJudged({ rows, files }: PreflightReport): string | undefined {
  if (rows.some(isJudged)) return undefined;
  if (files.withAgents > 0) return "Nothing to judge: no row applies";
  return `Nothing to judge: no agent code was found in ${files.examined.toLocaleString("en")} ${files.examined === 1 ? "file" : "files"}`;
}

function isJudged({ verdict, parts }: Row): boolean {
  return verdict !== "not-applicable" && (verdict !== "attested" || parts.some(({ state }) => state !== "not-applicable"));
}
