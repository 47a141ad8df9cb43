import { describe, expect, it } from "vitest";
import { preflight, PreflightError } from "../../src/preflight/index.js";
import { rowOf } from "./rows.js";
import { GOOD_TOOL, PAYSLIP_TOOL, tree } from "./tree.js";

const root = new URL("../..", import.meta.url).pathname;

/** A flat config of a project, with the plugin from its build as an installed one would be. */
function config(entries: string, prefix = "agent-guardrails"): string {
  return `import guardrails from ${JSON.stringify(`${root}dist/src/index.js`)};
import tseslint from ${JSON.stringify(`${root}node_modules/typescript-eslint/dist/index.js`)};
const ts = { files: ["**/*.ts"], languageOptions: { parser: tseslint.parser }, plugins: { ${JSON.stringify(prefix)}: guardrails } };
export default [${entries}];
`;
}

describe("a project with an ESLint config", () => {
  it("is judged by every rule, although the config runs none", async () => {
    const report = await preflight({ cwd: tree({ "eslint.config.mjs": config("ts"), "src/payslip.ts": PAYSLIP_TOOL }) });

    expect(rowOf(report, "auth").findings.map(({ ruleId }) => ruleId)).toEqual(["agent-guardrails/no-llm-identity-args"]);
  });

  it("keeps what it switches off switched off, and its row open", async () => {
    const report = await preflight({ cwd: tree({ "eslint.config.mjs": config(`{ ...ts, rules: { "agent-guardrails/no-llm-identity-args": "off" } }`), "src/payslip.ts": PAYSLIP_TOOL }) });

    expect(rowOf(report, "auth")).toMatchObject({ verdict: "needs-attestation", findings: [] });
    expect(rowOf(report, "auth").summary).toContain("`no-llm-identity-args` is switched off");
    expect(report.rules.find(({ ruleId }) => ruleId === "agent-guardrails/no-llm-identity-args")).toEqual({ ruleId: "agent-guardrails/no-llm-identity-args", ran: 0, off: 1 });
  });

  it("may switch rules off in tests, which are no part of the product", async () => {
    const off = `{ ...ts, rules: { "agent-guardrails/no-llm-identity-args": "error" } }, { files: ["**/*.test.ts"], rules: { "agent-guardrails/no-llm-identity-args": "off" } }`;
    const report = await preflight({ cwd: tree({ "eslint.config.mjs": config(off), "src/clock.ts": GOOD_TOOL, "src/clock.test.ts": GOOD_TOOL }) });

    expect(rowOf(report, "auth")).toMatchObject({ verdict: "pass", examined: { tools: 1 } });
  });

  it("calls the plugin what it likes, also in comments", async () => {
    const silenced = PAYSLIP_TOOL.replace("  schema:", "  // eslint-disable-next-line guards/no-llm-identity-args -- the address of the recipient\n  schema:");
    const report = await preflight({ cwd: tree({ "eslint.config.mjs": config("ts", "guards"), "src/payslip.ts": silenced }) });

    expect(rowOf(report, "auth")).toMatchObject({
      verdict: "pass",
      suppressed: [{ ruleId: "agent-guardrails/no-llm-identity-args", file: "src/payslip.ts", line: 9, reason: "the address of the recipient" }],
    });
  });

  it("is heeded in its settings", async () => {
    const report = await preflight({ cwd: tree({ "eslint.config.mjs": config(`{ ...ts, settings: { "agent-guardrails": { satisfied: { limits: "The gateway limits every user." }, residency: "eu" } } }`), "src/clock.ts": GOOD_TOOL }) });

    expect(rowOf(report, "limits")).toMatchObject({ verdict: "attested", attestation: { by: "policy", statement: "The gateway limits every user.", until: null } });
    expect(report.evidence).toEqual([{ id: "residency@eslint.config.mjs:eu", kind: "residency", file: "eslint.config.mjs", line: 1, column: 1, says: "residency: eu", holds: true, of: null }]);
  });

  it("is heeded in what it ignores", async () => {
    const report = await preflight({ cwd: tree({ "eslint.config.mjs": config(`{ ignores: ["legacy/"] }, ts`), "legacy/payslip.ts": PAYSLIP_TOOL, "src/clock.ts": GOOD_TOOL }) });

    expect(report.files.examined).toBe(2);
    expect(rowOf(report, "auth").verdict).toBe("pass");
  });

  it("is examined as well where it speaks of no TypeScript", async () => {
    const report = await preflight({ cwd: tree({ "eslint.config.mjs": "export default [{ files: ['**/*.js'] }];", "src/payslip.ts": PAYSLIP_TOOL }) });

    expect(rowOf(report, "auth").verdict).toBe("fail");
  });

  it("is examined without types if its type information does not reach a file", async () => {
    const typed = `{ ...ts, languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } }`;
    const report = await preflight({ cwd: tree({ "eslint.config.mjs": config(typed), "tsconfig.json": '{ "include": ["other"] }', "src/payslip.ts": PAYSLIP_TOOL }) });

    expect(report.files.unexamined).toEqual([]);
    expect(rowOf(report, "auth").verdict).toBe("fail");
  });

  it.each([
    ["that cannot be loaded", "export default [", /^The ESLint config eslint\.config\.mjs does not work: Unexpected end of input\.$/u],
    ["that throws", "throw new Error('no such preset');", /^The ESLint config eslint\.config\.mjs does not work: no such preset\.$/u],
    ["with a wrong key", "export default [{ fils: [] }];", /^The ESLint config eslint\.config\.mjs does not work: .*Unexpected key "fils" found\.$/u],
  ])("is refused if it has one %s", async (_, text, message) => {
    const running = preflight({ cwd: tree({ "eslint.config.mjs": text, "src/clock.ts": GOOD_TOOL }) });

    await expect(running).rejects.toBeInstanceOf(PreflightError);
    await expect(running).rejects.toThrow(message);
  });

  it("is refused if its policy is wrong, with the key", async () => {
    const wrong = config(`{ ...ts, settings: { "agent-guardrails": { externalCall: ["send"] } } }`);

    await expect(preflight({ cwd: tree({ "eslint.config.mjs": wrong, "src/clock.ts": GOOD_TOOL }) })).rejects.toThrow(new PreflightError('settings["agent-guardrails"].externalCall is not a key of the policy. Did you mean externalCalls?'));
  });
});

describe("a comment in the code", () => {
  it("that switches a rule off for the file leaves the row open, as nobody knows what it would have said", async () => {
    const report = await preflight({ cwd: tree({ "src/payslip.ts": `/* eslint agent-guardrails/no-llm-identity-args: "off" */\n${PAYSLIP_TOOL}` }) });

    expect(rowOf(report, "auth")).toMatchObject({ verdict: "needs-attestation", findings: [] });
  });

  it("that switches a finding off without a reason leaves the row open", async () => {
    const report = await preflight({ cwd: tree({ "src/payslip.ts": `/* eslint-disable agent-guardrails/no-llm-identity-args */\n${PAYSLIP_TOOL}` }) });

    expect(rowOf(report, "auth")).toMatchObject({ verdict: "needs-attestation", suppressed: [{ reason: null }] });
  });
});

describe("the parser that comes along", () => {
  it.each([
    ["TypeScript", "src/a.ts", PAYSLIP_TOOL],
    ["TSX", "src/a.tsx", `${PAYSLIP_TOOL}export const View = () => <div>{String(payslip)}</div>;\n`],
    ["JavaScript with JSX", "src/a.js", `${PAYSLIP_TOOL}export const View = () => <div />;\n`],
    ["CommonJS", "src/a.cjs", PAYSLIP_TOOL.replace(/import \{ (\w+) \} from ("[^"]+");/gu, "const { $1 } = require($2);").replace("export const", "const").concat("module.exports = { payslip };\n")],
    ["JavaScript that no module may hold", "src/a.js", `var yield = 1;\n${PAYSLIP_TOOL.replace(/import \{ (\w+) \} from ("[^"]+");/gu, "const { $1 } = require($2);").replace("export const", "const")}`],
    ["enums, parameter properties and decorators", "src/a.ts", `${PAYSLIP_TOOL}enum A { B }\nclass C { constructor(private readonly a: A) {} @log() m(): A { return this.a; } }\nexport { C };\n`],
    ["lines that end in two signs", "src/a.ts", PAYSLIP_TOOL.replace(/\n/gu, "\r\n")],
    ["text beyond the basic plane before it", "src/a.ts", PAYSLIP_TOOL.replace("\n", 'export const wave = "👋 é";\n')],
  ])("reads %s", async (_, name, text) => {
    const report = await preflight({ cwd: tree({ [name]: text }) });

    expect(report.files.unexamined).toEqual([]);
    expect(rowOf(report, "auth").findings.map(({ column }) => column)).toEqual([22]);
  });
});
