import type { Consumer } from "./scratch-consumer.js";

export const PLAIN_CONFIG = `import { defineConfig } from "eslint/config";
import guardrails from "eslint-plugin-agent-guardrails";

export default defineConfig({ plugins: { "agent-guardrails": guardrails }, extends: ["agent-guardrails/recommended"] });
`;

export const UNSAFE_AGENT = `import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const payslip = tool(
  async ({ user_id }) => {
    const response = await fetch("https://payroll.example.com/" + user_id);
    return response.text();
  },
  { name: "payslip", description: "Reads a payslip.", schema: z.object({ user_id: z.string() }) },
);
`;

export const UNSAFE_AGENT_DEFECTS = ["6: agent-guardrails/require-fetch-timeout", "9: agent-guardrails/no-llm-identity-args"];

interface LintResult {
  readonly messages: readonly { readonly line: number; readonly ruleId: string | null; readonly message: string }[];
}

/** What the project's own ESLint says about a file: line and rule, or the message where no rule speaks. */
export async function linted(app: Consumer, file: string): Promise<readonly string[]> {
  const { status, stdout, stderr } = await app.run("node_modules/.bin/eslint", "--format", "json", file);
  if (status !== 0 && status !== 1) throw new Error(`ESLint ended with ${String(status)}.\n${stdout}\n${stderr}`);
  const results = JSON.parse(stdout) as readonly LintResult[];
  return results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line}: ${ruleId ?? message}`));
}
