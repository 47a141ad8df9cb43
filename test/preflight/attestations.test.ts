import { describe, expect, it } from "vitest";
import { policyAnswers, readAttestations } from "../../src/preflight/attestations.js";
import { PreflightError } from "../../src/preflight/preflight-error.js";
import { policySchema } from "../../src/policy/policy.js";
import { tree } from "./tree.js";

const ANSWER = `{ by: "ada@acme.example", on: "2026-01-01", until: "2026-06-30", statement: "We looked.", link: "https://wiki.acme.example/a" }`;
const IMPORT = `import { definePreflight } from "eslint-plugin-agent-guardrails/preflight";\n`;

describe("the preflight file", () => {
  it.each([
    ["in TypeScript", "agent-guardrails.preflight.ts", `${IMPORT}const days: number = 1;\nexport default definePreflight({ rows: { observability: ${ANSWER} } });`],
    ["in JavaScript", "agent-guardrails.preflight.js", `${IMPORT}export default definePreflight({ rows: { observability: ${ANSWER} } });`],
    ["in JavaScript without the function", "agent-guardrails.preflight.mjs", `export default { rows: { observability: ${ANSWER} } };`],
    ["in JSON", "agent-guardrails.preflight.json", JSON.stringify({ rows: { observability: { by: "ada@acme.example", on: "2026-01-01", until: "2026-06-30", statement: "We looked.", link: "https://wiki.acme.example/a" } } })],
  ])("is read %s", async (_, name, text) => {
    expect(await readAttestations(tree({ [name]: text }))).toEqual({
      observability: { by: "ada@acme.example", on: "2026-01-01", until: "2026-06-30", statement: "We looked.", link: "https://wiki.acme.example/a" },
    });
  });

  it("may be missing", async () => {
    expect(await readAttestations(tree({}))).toEqual({});
  });

  it("may answer nothing yet", async () => {
    expect(await readAttestations(tree({ "agent-guardrails.preflight.json": "{}" }))).toEqual({});
  });

  it.each([
    ["a row that the checklist has not", '{ "rows": { "speed": {} } }', /^agent-guardrails\.preflight\.json: rows\.speed is no row of the checklist; its rows are auth, threads, .*\.$/u],
    ["an answer without its author", '{ "rows": { "limits": { "on": "2026-01-01", "until": "2026-02-01", "statement": "x" } } }', /^agent-guardrails\.preflight\.json: rows\.limits\.by is missing\.$/u],
    ["an answer by nobody", '{ "rows": { "limits": { "by": "", "on": "2026-01-01", "until": "2026-02-01", "statement": "x" } } }', /^agent-guardrails\.preflight\.json: rows\.limits\.by is wrong: it is empty\.$/u],
    ["an answer that is a number", '{ "rows": { "limits": 1 } }', /^agent-guardrails\.preflight\.json: rows\.limits is wrong: it is no object\.$/u],
    ["a day that is none", '{ "rows": { "limits": { "by": "ada", "on": "2026-02-30", "until": "2026-03-01", "statement": "x" } } }', /^agent-guardrails\.preflight\.json: rows\.limits\.on is wrong: it is no day of the calendar, written as YYYY-MM-DD\.$/u],
    ["an end before the beginning", '{ "rows": { "limits": { "by": "ada", "on": "2026-02-01", "until": "2026-01-01", "statement": "x" } } }', /^agent-guardrails\.preflight\.json: rows\.limits\.until is wrong: it lies before `on`\.$/u],
    ["a key that is misspelt", '{ "rows": { "limits": { "by": "ada", "on": "2026-01-01", "untill": "2026-02-01", "until": "2026-02-01", "statement": "x" } } }', /^agent-guardrails\.preflight\.json: rows\.limits\.untill is not known; an answer has by, on, until, statement and link\.$/u],
    ["a link that is none", '{ "rows": { "limits": { "by": "ada", "on": "2026-01-01", "until": "2026-02-01", "statement": "x", "link": "wiki" } } }', /^agent-guardrails\.preflight\.json: rows\.limits\.link is wrong: it is no address, such as https:\/\/wiki\.acme\.example\.$/u],
    ["a key beside the rows", '{ "row": {} }', /^agent-guardrails\.preflight\.json: row is not known; the file has rows and nothing else\.$/u],
    ["a list", "[]", /^agent-guardrails\.preflight\.json holds no preflight: it is written as \{ "rows": \{ … \} \}\.$/u],
    ["nothing", "null", /^agent-guardrails\.preflight\.json holds no preflight: /u],
    ["no JSON", "{ rows }", /^agent-guardrails\.preflight\.json cannot be read: .+\.$/u],
  ])("is refused with the key that is wrong: %s", async (_, text, message) => {
    const reading = readAttestations(tree({ "agent-guardrails.preflight.json": text }));

    await expect(reading).rejects.toBeInstanceOf(PreflightError);
    await expect(reading).rejects.toThrow(message);
  });

  it("is refused if it throws", async () => {
    await expect(readAttestations(tree({ "agent-guardrails.preflight.mjs": "throw new Error('not today');" }))).rejects.toThrow(new PreflightError("agent-guardrails.preflight.mjs cannot be read: not today."));
  });

  it("is refused if it exports something else", async () => {
    await expect(readAttestations(tree({ "agent-guardrails.preflight.mjs": "export default 1;" }))).rejects.toThrow(new PreflightError("agent-guardrails.preflight.mjs holds no preflight: export `definePreflight({ rows: { … } })` as its default."));
  });

  it("is refused if it does not parse, with the line", async () => {
    await expect(readAttestations(tree({ "agent-guardrails.preflight.ts": "export default {\n  rows: {{}\n};\n" }))).rejects.toThrow(/^agent-guardrails\.preflight\.ts cannot be read: Unexpected token.* \(line 2\)\.$/u);
  });

  it("is refused if there are two", async () => {
    await expect(readAttestations(tree({ "agent-guardrails.preflight.mjs": "", "agent-guardrails.preflight.json": "" }))).rejects.toThrow(new PreflightError("There is more than one preflight file: agent-guardrails.preflight.mjs and agent-guardrails.preflight.json."));
  });
});

describe("the policy's answers", () => {
  it("have a reason and no end", () => {
    expect(policyAnswers([policySchema.parse({ satisfied: { limits: "The gateway limits every user." } })])).toEqual({ limits: { by: "policy", on: null, until: null, statement: "The gateway limits every user.", link: null } });
  });

  it("stand side by side where packages have their own", () => {
    const policies = [policySchema.parse({ satisfied: { limits: "B" } }), policySchema.parse({ satisfied: { limits: "A" } }), policySchema.parse({})];

    expect(policyAnswers(policies).limits?.statement).toBe("A / B");
  });
});
