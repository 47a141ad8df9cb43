import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import plugin from "../../src/index.js";

export interface LintOptions {
  readonly preset?: "recommended" | "strict";
  readonly filename?: string;
  readonly parser?: object | "espree";
  readonly parserOptions?: Record<string, unknown>;
  readonly sourceType?: "module" | "script" | "commonjs";
  readonly settings?: Record<string, unknown>;
  readonly processor?: object;
}

const linter = new Linter({ configType: "flat", cwd: "/" });

/** Lints with every rule of a preset. A rule that throws makes this throw; code that does not parse gives `"fatal"`. */
export function lint(code: string, options: LintOptions = {}): Linter.LintMessage[] | "fatal" {
  const { parser = typescriptParser } = options;
  const config: Linter.Config = {
    files: ["**/*.*", "**/*"],
    ...plugin.configs[options.preset ?? "strict"],
    ...(options.settings ? { settings: options.settings } : {}),
    ...(options.processor ? { processor: options.processor } : {}),
    languageOptions: {
      ...(parser === "espree" ? {} : { parser: parser }),
      sourceType: options.sourceType ?? "module",
      parserOptions: { ecmaFeatures: { jsx: true }, ...options.parserOptions },
    },
  };
  const messages = linter.verify(code, [config], { filename: options.filename ?? "/nowhere/src/agent.tsx" });
  return messages.some((message) => message.fatal) ? "fatal" : messages;
}

/** The rules that report, each once. */
export function reporting(code: string, options?: LintOptions): string[] {
  const messages = lint(code, options);
  if (messages === "fatal") throw new Error("the code does not parse");
  return [...new Set(messages.map((message) => (message.ruleId ?? message.message).replace("agent-guardrails/", "")))].sort();
}
