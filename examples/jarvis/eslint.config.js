import guardrails from "eslint-plugin-agent-guardrails";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig({
  files: ["**/*.ts"],
  plugins: { "agent-guardrails": guardrails },
  extends: ["agent-guardrails/strict"],
  languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
  settings: { "agent-guardrails": { residency: "eu", sensitiveAssistants: ["payroll"] } },
});
