import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import type { Satisfier } from "../../src/analysis/frameworks/satisfier.js";
import { declarationsOf } from "./declarations.js";

const require = createRequire(import.meta.url);

/** Every satisfier of every rule, each once, with the rules that name it. */
const named = new Map<string, { readonly satisfier: Satisfier; readonly rules: string[] }>();
for (const [rule, { meta }] of Object.entries(rules)) {
  for (const satisfier of meta.docs?.satisfiedBy ?? []) {
    const key = [satisfier.kind, satisfier.modules[0], satisfier.of, satisfier.name].join(" ");
    const entry = named.get(key);
    if (entry) entry.rules.push(rule);
    else named.set(key, { satisfier, rules: [rule] });
  }
}

describe("what satisfies a rule", () => {
  it("is said somewhere", () => {
    expect(named.size).toBeGreaterThan(0);
  });

  it.each([...named].map(([key, { satisfier }]) => ({ key, satisfier })))("exists in what is installed: $key", ({ satisfier }) => {
    const [module] = satisfier.modules;
    const declarations = declarationsOf(module);

    expect(declarations, `${module} has no declarations here: add it to the development dependencies`).not.toBe("");
    if (satisfier.of !== undefined) expect(declarations).toMatch(word(satisfier.of.split(".").at(-1) ?? satisfier.of));
    expect(declarations).toMatch(word(satisfier.name.split(".").at(-1) ?? satisfier.name));
  });

  it("misses a name that no version has", () => {
    expect(declarationsOf("langchain")).not.toMatch(word("summarisationMiddleware"));
    expect(declarationsOf("langchain")).toMatch(word("summarizationMiddleware"));
  });

  it("is from a package whose version is pinned", () => {
    const manifest = JSON.parse(readFileSync(join(dirname(require.resolve("eslint-plugin-agent-guardrails/package.json")), "package.json"), "utf8")) as { devDependencies: Record<string, string> };
    const builtIn = new Set(["agent-guardrails", "node"]);

    for (const { satisfier } of named.values()) {
      const name = satisfier.modules[0].split("/").slice(0, satisfier.modules[0].startsWith("@") ? 2 : 1).join("/");
      if (!builtIn.has(name)) expect(manifest.devDependencies[name], name).toMatch(/^(?:npm:.+@)?\d/);
    }
  });
});

function word(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${name.replace(/[^\w]/g, "\\$&")}(?![\\w$])`);
}
