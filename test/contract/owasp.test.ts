import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.js";
import { owaspEditions, owaspItems } from "../../src/checklist/owasp.js";

const page = fileURLToPath(new URL("../../docs/owasp.md", import.meta.url));
const ids: readonly string[] = owaspItems.map((item) => item.id);

/** What the guards keep at run time and in the compiler, by risk. */
const GUARDS: Readonly<Record<string, readonly string[]>> = {
  LLM01: ["untrusted", "delimit", "systemPrompt", "extractPlan"],
  LLM02: ["redactor", "tenantNamespace"],
  LLM06: ["approve", "externalAction", "guard", "killSwitch"],
  LLM10: ["quota"],
  ASI01: ["untrusted", "guard"],
  ASI02: ["externalAction", "quota", "killSwitch"],
  ASI03: ["edgeAuth", "authedTool", "threadId"],
  ASI06: ["tenantStore", "ownThreadId"],
  ASI09: ["approve"],
};

describe("the OWASP lists", () => {
  it("have ten items each, with ids of their own", () => {
    expect(owaspItems.filter((item) => item.list === "llm")).toHaveLength(10);
    expect(owaspItems.filter((item) => item.list === "agentic")).toHaveLength(10);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(Object.entries(rules))("know every id of %s", (_name, rule) => {
    expect(rule.meta.docs?.owasp?.filter((id) => !ids.includes(id)) ?? []).toEqual([]);
  });

  it("are each met by a rule or a guard, or said to be out of reach", () => {
    const unanswered = owaspItems.filter((item) => rulesFor(item.id).length === 0 && !(item.id in GUARDS) && !("outOfReach" in item));
    expect(unanswered).toEqual([]);
  });

  it("are written down as the metadata has them", async () => {
    await expect(render()).toMatchFileSnapshot(page);
  });
});

function rulesFor(id: string): string[] {
  return Object.entries(rules)
    .filter(([, rule]) => rule.meta.docs?.owasp?.some((each) => each === id) ?? false)
    .map(([name]) => name)
    .sort((a, b) => a.localeCompare(b));
}

function render(): string {
  const lines = ["# What the rules and guards do about the OWASP lists", "", "This page is written from the rules' metadata; a test keeps it so.", ""];
  for (const list of ["llm", "agentic"] as const) {
    lines.push(`## ${owaspEditions[list]}`, "", "| Risk | Rules | Guards | Out of reach of a linter |", "|---|---|---|---|");
    for (const item of owaspItems.filter((each) => each.list === list)) {
      const linked = rulesFor(item.id).map((name) => `[${name}](rules/${name}.md)`);
      const guards = (GUARDS[item.id] ?? []).map((name) => `\`${name}\``);
      lines.push(`| ${item.id} ${item.title} | ${linked.join(", ") || "none"} | ${guards.join(", ") || "none"} | ${"outOfReach" in item ? item.outOfReach : ""} |`);
    }
    lines.push("");
  }
  return lines.join("\n");
}
