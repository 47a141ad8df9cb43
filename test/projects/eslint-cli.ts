import { spawnSync } from "node:child_process";
import { relative } from "node:path";
import { createWorkspace, fileOf, type Workspace } from "../editor/workspace.js";

const PLAIN = `import guardrails from "eslint-plugin-agent-guardrails";

export default [
  { files: ["**/*.jsx"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: ["**/*.{js,mjs,cjs,jsx}"], ...guardrails.configs.recommended },
];
`;
const TYPED = `import guardrails from "eslint-plugin-agent-guardrails";
import parser from "@typescript-eslint/parser";

export default [{ files: ["**/*.{ts,tsx}"], languageOptions: { parser }, ...guardrails.configs.recommended }];
`;

/** A project with ESLint, the plugin, a parser for TypeScript where it has any, and a configuration of its own where it brings one. */
export function createProject(files: Readonly<Record<string, string>>): Workspace {
  const isTyped = Object.keys(files).some((file) => /\.tsx?$/u.test(file));
  const packages = ["eslint", "eslint-plugin-agent-guardrails", ...(isTyped ? ["@typescript-eslint/parser"] : [])];
  return createWorkspace({ "eslint.config.mjs": isTyped ? TYPED : PLAIN, "package.json": '{ "private": true, "type": "module" }', ...files }, packages);
}

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

/** Runs ESLint as a person does, and gives `file:line rule` for each finding. */
export function lint({ path }: Workspace, ...flags: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [fileOf("eslint", "bin/eslint.js"), "--format", "json", ...flags, "."], { cwd: path, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (stdout === "") throw new Error(stderr);
  return (JSON.parse(stdout) as readonly LintResult[])
    .flatMap(({ filePath, messages }) => messages.map(({ ruleId, line, message }) => `${relative(path, filePath)}:${String(line)} ${ruleId?.replace("agent-guardrails/", "") ?? message}`))
    .toSorted();
}

