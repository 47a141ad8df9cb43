import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type CodeAction, type Diagnostic, EDITOR_TEST_DEADLINE, LanguageClient, rangeOf } from "./language-client.js";
import { createWorkspace, fileOf, type Workspace } from "./workspace.js";

const UNSAFE = `import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const payslip = tool(
  async ({ user_email, month }) => {
    const response = await fetch("https://payroll.example.com/" + user_email + "/" + month);
    return response.text();
  },
  {
    name: "payslip",
    description: "Reads the payslip of one month.",
    schema: z.object({ user_email: z.string().email(), month: z.string() }),
  },
);
`;

const CONFIG = `import parser from "@typescript-eslint/parser";
import { defineConfig } from "eslint/config";
import guardrails from "eslint-plugin-agent-guardrails";

export default defineConfig({
  files: ["**/*.ts"],
  plugins: { "agent-guardrails": guardrails },
  extends: ["agent-guardrails/recommended"],
  languageOptions: { parser },
});
`;

const IDENTITY = "agent-guardrails/no-llm-identity-args";
const DEADLINE = "agent-guardrails/require-fetch-timeout";

describe("in the VS Code ESLint language server", { timeout: EDITOR_TEST_DEADLINE }, () => {
  let workspace: Workspace;
  let editor: LanguageClient;
  let uri: string;

  beforeEach(async () => {
    workspace = createWorkspace(
      { "package.json": `{ "name": "jarvis", "type": "module" }`, "eslint.config.js": CONFIG, "payslip.ts": UNSAFE },
      ["eslint", "@typescript-eslint/parser", "@langchain/core", "zod", "eslint-plugin-agent-guardrails"],
    );
    uri = workspace.uri("payslip.ts");
    editor = await LanguageClient.start({
      script: fileOf("vscode-langservers-extracted", "bin/vscode-eslint-language-server"),
      workspace: workspace.path,
      settings: settings(workspace),
    });
    editor.open(uri, "typescript", UNSAFE);
  });

  afterEach(async () => {
    await editor.stop();
    workspace.remove();
  });

  it("draws both defects where they stand, each with its rule and a link to its page", async () => {
    const found = await editor.pullDiagnostics(uri, (all) => all.length > 0);

    expect(found.map(summary)).toEqual([
      { code: DEADLINE, range: rangeOf(UNSAFE, `fetch("https://payroll.example.com/" + user_email + "/" + month)`), source: "eslint", severity: 1 },
      { code: IDENTITY, range: rangeOf(UNSAFE, "user_email: z.string()", "user_email"), source: "eslint", severity: 1 },
    ]);
    for (const { code, codeDescription } of found) {
      expect(codeDescription?.href).toMatch(new RegExp(`^https://.+/docs/rules/${String(code).split("/")[1] ?? ""}\\.md$`));
    }
  });

  it("offers the suggestion, applies it, and the squiggle goes", async () => {
    const found = await editor.pullDiagnostics(uri, (all) => all.length === 2);
    const defect = found.find(({ code }) => code === IDENTITY)!;

    const text = await editor.apply(uri, suggestionAmong(await editor.codeActions(uri, defect), IDENTITY));

    expect(text).not.toContain("user_email: z.string()");
    expect(text).toContain("month: z.string()");
    const left = await editor.pullDiagnostics(uri, (all) => all.every(({ code }) => code !== IDENTITY));
    expect(left.map(({ code }) => code)).toEqual([DEADLINE]);
  });

  it("takes the deadline's suggestion too, and finds the defects again when the old text comes back", async () => {
    const found = await editor.pullDiagnostics(uri, (all) => all.length === 2);
    const defect = found.find(({ code }) => code === DEADLINE)!;

    const text = await editor.apply(uri, suggestionAmong(await editor.codeActions(uri, defect), DEADLINE));

    expect(text).toContain("AbortSignal.timeout(");
    const left = await editor.pullDiagnostics(uri, (all) => all.length < 2);
    expect(left.map(({ code }) => code)).toEqual([IDENTITY]);

    editor.change(uri, UNSAFE);
    const again = await editor.pullDiagnostics(uri, (all) => all.length === 2);
    expect(again.map(({ code }) => code)).toEqual([DEADLINE, IDENTITY]);
  });

  it("keeps answering while a person types code that does not parse", async () => {
    await editor.pullDiagnostics(uri, (all) => all.length === 2);

    editor.change(uri, UNSAFE.replace("z.object({ user_email", "z.object({ user_email: "));
    const broken = await editor.pullDiagnostics(uri, (all) => all.some(({ message }) => message.startsWith("Parsing error")));
    expect(broken).toHaveLength(1);

    editor.change(uri, UNSAFE);
    expect(await editor.pullDiagnostics(uri, (all) => all.length === 2)).toHaveLength(2);
  });
});

/** The first action that changes code and comes from our rule, not from the server's own list. */
function suggestionAmong(actions: readonly CodeAction[], rule: string): CodeAction {
  const suggestion = actions.find(({ title }) => title.endsWith(`(${rule})`));
  if (suggestion === undefined) throw new Error(`No suggestion of ${rule} among: ${actions.map(({ title }) => title).join(" | ")}`);
  return suggestion;
}

function summary({ code, range, source, severity }: Diagnostic) {
  return { code, range, source, severity };
}

/** What VS Code answers when its ESLint extension has its default settings. */
function settings(workspace: Workspace) {
  return {
    validate: "on",
    packageManager: "npm",
    useESLintClass: true,
    experimental: { useFlatConfig: false },
    codeAction: { disableRuleComment: { enable: true, location: "separateLine" }, showDocumentation: { enable: true } },
    codeActionOnSave: { mode: "all" },
    format: false,
    quiet: false,
    onIgnoredFiles: "off",
    options: {},
    rulesCustomizations: [],
    run: "onType",
    problems: { shortenToSingleLine: false },
    nodePath: null,
    workingDirectory: { mode: "auto" },
    workspaceFolder: { uri: workspace.uri(""), name: "workspace" },
  };
}
