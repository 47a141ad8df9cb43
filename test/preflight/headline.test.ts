import { describe, expect, it } from "vitest";
import { formats, render } from "../../src/preflight/formats.js";
import { headline } from "../../src/preflight/headline.js";
import type { PreflightReport, Row, Verdict } from "../../src/preflight/report.js";
import { finding, reportOf, rowOf, unsafeReport } from "./sample-report.js";

const [P, F, N, A, O]: readonly Verdict[] = ["pass", "fail", "not-applicable", "attested", "needs-attestation"];

function judged(rows: readonly (Verdict | undefined)[], areas: readonly (Verdict | undefined)[] = []): PreflightReport {
  const holds: Row["parts"] = [{ says: "it holds", state: "holds", why: null }];
  const row = (id: "auth" | "latency") => (verdict: Verdict | undefined) => rowOf(id, { verdict: verdict!, ...(verdict === "attested" && { parts: holds }) });
  return reportOf({ rows: [...rows.map(row("auth")), ...areas.map(row("latency"))] });
}

describe("the headline of a report", () => {
  it.each([
    [[P, P], [P], "ready", "Ready: all 2 rows pass on evidence; of 1 area, 1 passes on evidence"],
    [[P, A, N], [], "ready", "Ready: of 3 rows, 1 passes on evidence, 1 is attested and 1 does not apply"],
    [[P, P, A, A, N, N], [N, N], "ready", "Ready: of 6 rows, 2 pass on evidence, 2 are attested and 2 do not apply; none of 2 areas applies"],
    [[A, A], [A, O], "ready", "Ready: all 2 rows are attested; of 2 areas, 1 is open and 1 is attested"],
    [[P, P], [F, P], "ready", "Ready: all 2 rows pass on evidence; of 2 areas, 1 fails and 1 passes on evidence"],
    [[P, O], [], "open", "Not ready: of 2 rows, 1 is open and 1 passes on evidence"],
    [[O, O], [], "open", "Not ready: all 2 rows are open"],
    [[F, P, O, O], [], "not-ready", "Not ready: of 4 rows, 1 fails, 2 are open and 1 passes on evidence"],
    [[F, F], [F, F], "not-ready", "Not ready: all 2 rows fail; all 2 areas fail"],
    [[F], [], "not-ready", "Not ready: of 1 row, 1 fails"],
    [[N, N], [], "nothing-judged", "Nothing to judge: no row applies; none of 2 rows applies"],
  ] as const)("of %j and areas of %j is %s", (rows, areas, standing, sentence) => {
    expect(headline(judged(rows, areas))).toEqual({ standing, sentence });
  });

  it("says apart which rows fail with findings that the baseline holds already", () => {
    const known = [finding("no-llm-identity-args", "a.ts:1:1", "x")];
    const report = reportOf({ said: { auth: { verdict: "fail", known }, errors: { verdict: "fail", known, findings: known } } });

    expect(headline(report).sentence).toMatch(/^Not ready: of 12 rows, 1 fails, 1 fails with known findings alone and 10 do not apply;/u);
  });

  it("says what was answered where nothing was there to judge", () => {
    const report = reportOf({ files: { examined: 2, withAgents: 0, unexamined: [] }, said: { limits: { verdict: "attested" } } });

    expect(headline(report).sentence).toBe("Nothing to judge: no agent code was found in 2 files; of 12 rows, 1 is attested and 11 do not apply; none of 3 areas applies");
  });

  it("counts every row and every area once", () => {
    const report = judged([P, F, N, A, O, P, F, N, A, O, P, F], [P, O, N]);
    const numbersBehind = (words: string): number[] => (headline(report).sentence.split(words)[1]?.split(";")[0]?.match(/\d+/gu) ?? []).map(Number);

    expect(numbersBehind("of 12 rows,")).toEqual([3, 2, 3, 2, 2]);
    expect(numbersBehind("of 3 areas,")).toEqual([1, 1, 1]);
  });

  it.each(formats.filter((format) => format === "text" || format === "markdown" || format === "html"))("is the same sentence as %s", (format) => {
    const { sentence } = headline(unsafeReport);
    const written = render(unsafeReport, format).replace(/\s+/gu, " ");

    expect(sentence).toBe("Not ready: of 12 rows, 3 fail, 2 are open, 1 passes on evidence, 1 is attested and 5 do not apply; of 3 areas, 1 is open and 2 do not apply");
    expect(written).toContain(sentence);
    expect(written).not.toMatch(/rows hold|of 12 rows (?:pass|fail)/u);
  });
});
