import { nothingJudged } from "./nothing-judged.js";
import type { PreflightReport, Row, Verdict } from "./report.js";
import { listed } from "./subject-kinds.js";

/** `not-ready` and `open` both stop a deploy: where a row fails, and where none fails but one is open. */
export type Standing = "ready" | "open" | "not-ready" | "nothing-judged";

export interface Headline {
  readonly standing: Standing;
  /** One sentence without its full stop. */
  readonly sentence: string;
}

/**
 * What can be said of the whole: `Not ready: of 12 rows, 1 fails, 8 pass on evidence and 3 are attested; of 3 areas, 1 is open
 * and 2 do not apply`. Every row is counted once, under what it is.
 */
export function headline(report: PreflightReport): Headline {
  const rows = report.rows.filter(({ kind }) => kind === "row");
  const counts = [tally(rows, "row"), tally(report.rows.filter(({ kind }) => kind === "area"), "area")].filter((count) => count !== "").join("; ");
  const nothing = nothingJudged(report);
  if (nothing !== undefined) return { standing: "nothing-judged", sentence: `${nothing}; ${counts}` };
  const has = (verdict: Verdict): boolean => rows.some((row) => row.verdict === verdict);
  const standing = has("fail") ? "not-ready" : has("needs-attestation") ? "open" : "ready";
  return { standing, sentence: `${standing === "ready" ? "Ready" : "Not ready"}: ${counts}` };
}

type Counted = Verdict | "known-fail";

/** For one, for several and for all of them; what weighs most comes first. */
const WORDS: Readonly<Record<Counted, readonly [one: string, several: string]>> = {
  fail: ["fails", "fail"],
  "known-fail": ["fails with known findings alone", "fail with known findings alone"],
  "needs-attestation": ["is open", "are open"],
  pass: ["passes on evidence", "pass on evidence"],
  attested: ["is attested", "are attested"],
  "not-applicable": ["does not apply", "do not apply"],
};

function tally(rows: readonly Row[], word: string): string {
  const total = `${String(rows.length)} ${word}${rows.length === 1 ? "" : "s"}`;
  const counts = (Object.keys(WORDS) as Counted[]).flatMap((kind) => {
    const count = rows.filter((row) => countedAs(row) === kind).length;
    return count === 0 ? [] : [{ kind, count, says: WORDS[kind][count === 1 ? 0 : 1] }];
  });
  const [first, ...others] = counts;
  if (first === undefined) return "";
  if (others.length > 0 || rows.length === 1) return `of ${total}, ${listed(counts.map(({ count, says }) => `${String(count)} ${says}`))}`;
  return first.kind === "not-applicable" ? `none of ${total} applies` : `all ${total} ${first.says}`;
}

function countedAs({ verdict, findings, known }: Row): Counted {
  return verdict === "fail" && findings.length === 0 && known !== undefined && known.length > 0 ? "known-fail" : verdict;
}
