import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { type CodeBlock, sectionsOf } from "./rule-page.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = join(root, "docs", "rules");
const rules = readdirSync(pages).map((file) => file.replace(/\.md$/, ""));

const CODE = new Set(["ts", "tsx", "mts", "js", "jsx", "mjs"]);

describe("the rule pages", () => {
  it("exist", () => {
    expect(rules).not.toEqual([]);
  });
});

describe.each(rules)("the page of %s", (rule) => {
  const sections = sectionsOf(readFileSync(join(pages, `${rule}.md`), "utf8"));
  const blocksUnder = (title: string) =>
    sections.filter((section) => section.title === title).flatMap(({ blocks }) => blocks.filter(({ language }) => CODE.has(language)));
  const incorrect = blocksUnder("Incorrect");
  const correct = blocksUnder("Correct");

  it("shows what is reported and what is not", () => {
    expect(incorrect).not.toEqual([]);
    expect(correct).not.toEqual([]);
  });

  it.each(incorrect)("reports the incorrect code of line $line", (block) => {
    const { mistakes, reports } = lint(block, rule);

    expect(mistakes).toEqual([]);
    expect(reports).not.toEqual([]);
  });

  it.each(correct)("is silent about the correct code of line $line", (block) => {
    const { mistakes, reports } = lint(block, rule);

    expect(mistakes).toEqual([]);
    expect(reports).toEqual([]);
  });
});

/**
 * Lints an example as a file of somebody's project, the one that its first line names where it does: by the quiet preset, or by
 * the strict one where the fence says `literal`. A line `// @policy: { … }` gives the project a policy.
 */
function lint({ language, words, code }: CodeBlock, rule: string) {
  const preset = words.includes("literal") ? plugin.configs.strict : plugin.configs.recommended;
  const linter = new Linter({ configType: "flat", cwd: root });
  const policy = JSON.parse(/^\/\/ @policy: (?<policy>\{.*\})$/mu.exec(code)?.groups?.policy ?? "{}") as Readonly<Record<string, unknown>>;
  const messages = linter.verify(
    code,
    [{ files: [`**/*.${language}`], settings: { "agent-guardrails": policy }, languageOptions: { parser: typescriptParser, parserOptions: { ecmaFeatures: { jsx: language.endsWith("x") } } } }, preset] as Linter.Config[],
    { filename: join(root, /^\/\/ @filename: (?<path>\S+)$/mu.exec(code)?.groups?.path ?? `example.${language}`) },
  );
  return {
    mistakes: messages.filter(({ ruleId }) => ruleId === null).map(({ message }) => message),
    reports: messages.filter(({ ruleId }) => ruleId === `agent-guardrails/${rule}`).map(({ line, message }) => `${line}: ${message}`),
  };
}
