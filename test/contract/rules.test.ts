import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ESLint, type Rule } from "eslint";
import { defineConfig } from "eslint/config";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { rules as ruleIndex } from "../../rules/index.js";
import { checklistItems } from "../../src/checklist/items.js";
import plugin from "../../src/index.js";
import { sectionsOf } from "./rule-page.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

const SECTIONS = ["Incorrect", "Correct", "What satisfies it", "What it cannot see", "Options", "When not to use it", "Checklist", "Further reading"];

const PRESETS = ["recommended", "strict"] as const;
const POLICY = { recommended: "certain", strict: "literal" } as const;

/** What the contract wants to know of a rule's metadata. */
interface Meta extends Rule.RuleMetaData {
  readonly docs: {
    readonly description: string;
    readonly url: string;
    readonly preset: string;
    readonly checklist: readonly string[];
    readonly withoutSuggestion?: string;
    readonly satisfiedBy?: readonly object[];
  };
  readonly messages: Readonly<Record<string, string>>;
}

const rules = Object.entries(ruleIndex).map(([name, rule]) => ({ name, rule, meta: rule.meta as unknown as Meta }));
const names = rules.map(({ name }) => name);

describe("the plugin", () => {
  it("says who it is", () => {
    expect(plugin.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: "agent-guardrails" });
  });

  it("lists its rules in alphabetical order", () => {
    expect(names).not.toEqual([]);
    expect(Object.keys(plugin.rules ?? {})).toEqual(names);
    expect(names).toEqual(names.toSorted());
  });

  it.each([
    ["file", "rules", /^(?!index\.)(.+)\.ts$/],
    ["page", "docs/rules", /^(.+)\.md$/],
    ["test", "test/rules", /^(.+)\.test\.ts$/],
  ])("has exactly one %s for each rule", (_, folder, pattern) => {
    const found = readdirSync(join(root, folder)).flatMap((file) => pattern.exec(file)?.[1] ?? []);

    expect(found.toSorted()).toEqual(names);
  });
});

describe.each(rules)("the rule $name", ({ name, rule, meta }) => {
  it("has one name everywhere", () => {
    expect(rule.name).toBe(name);
  });

  it("describes itself in one short sentence without a full stop", () => {
    expect(meta.docs.description).toMatch(/^(Disallow|Require|Enforce|Prefer) .+[^. ]$/);
    expect(meta.docs.description.length).toBeLessThan(80);
  });

  it("points to its page", () => {
    expect(meta.docs.url).toMatch(new RegExp(`^https://.+/docs/rules/${name}\\.md$`));
  });

  it("speaks in sentences", () => {
    const messages = Object.entries(meta.messages);

    expect(messages).not.toEqual([]);
    for (const [id, text] of messages) {
      expect(id).toMatch(/^[a-z][A-Za-z]+$/);
      expect(text, id).toMatch(/^[A-Z'"`{].*\.$/s);
    }
  });

  it("answers for at least one row of the checklist", () => {
    expect(meta.docs.checklist).not.toEqual([]);
    expect(checklistItems.map(({ id }): string => id)).toEqual(expect.arrayContaining([...meta.docs.checklist]));
  });

  it("names a preset that exists", () => {
    expect(PRESETS).toContain(meta.docs.preset);
  });

  it("makes a suggestion, or says why it makes none", () => {
    expect(meta.hasSuggestions === true || (meta.docs.withoutSuggestion ?? "") !== "").toBe(true);
  });

  it("takes no option, or the policy alone, and then the quiet one by default", () => {
    const { schema, defaultOptions } = meta;
    if (hasPolicy(meta)) {
      expect(defaultOptions).toEqual([{ policy: "certain" }]);
      expect(schema).toEqual([expect.objectContaining({ additionalProperties: false })]);
    } else {
      expect(schema ?? []).toEqual([]);
      expect(defaultOptions ?? []).toEqual([]);
    }
  });

  it("has a page with the house's sections in the house's order", () => {
    const titles = sectionsOf(readFileSync(join(root, "docs", "rules", `${name}.md`), "utf8")).map(({ title }) => title);

    expect(titles).toEqual(SECTIONS.filter((title) => (title !== "Options" || hasPolicy(meta)) && (title !== "What satisfies it" || meta.docs.satisfiedBy !== undefined)));
  });
});

describe.each(PRESETS)("the preset %s", (preset) => {
  const expected = Object.fromEntries(
    rules
      .filter(({ meta }) => preset === "strict" || meta.docs.preset === preset)
      .map(({ name, meta }) => [`agent-guardrails/${name}`, hasPolicy(meta) ? ["error", { policy: POLICY[preset] }] : ["error"]]),
  );

  it("holds exactly the rules that their metadata puts there", () => {
    const severities = Object.entries(plugin.configs[preset].rules ?? {}).map(([rule, setting]) => [rule, Array.isArray(setting) ? setting : [setting]]);

    expect(Object.keys(expected)).not.toEqual([]);
    expect(Object.fromEntries(severities)).toEqual(expected);
  });

  it.each([
    ["by name", defineConfig({ files: ["**/*.js"], plugins: { "agent-guardrails": plugin }, extends: [`agent-guardrails/${preset}`] })],
    ["as an object", [plugin.configs[preset]]],
  ])("loads in ESLint %s", async (_, config) => {
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: config });

    const loaded = (await eslint.calculateConfigForFile(join(root, "agent.js"))) as { readonly rules: Readonly<Record<string, unknown[]>> };
    const [result] = await eslint.lintText(`import { tool } from "@langchain/core/tools";\nexport { tool };\n`, { filePath: join(root, "agent.js") });

    expect(Object.keys(loaded.rules).toSorted()).toEqual(Object.keys(expected).toSorted());
    expect(result?.messages).toEqual([]);
  });
});

it("keeps everything that the quiet preset reports in the strict one", () => {
  expect(Object.keys(plugin.configs.strict.rules ?? {})).toEqual(expect.arrayContaining(Object.keys(plugin.configs.recommended.rules ?? {})));
});

function hasPolicy({ schema }: Meta): boolean {
  return JSON.stringify(schema ?? []).includes(`"policy"`);
}
