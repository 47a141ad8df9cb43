import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import guardrails from "../dist/src/index.js";

const pages = fileURLToPath(new URL("../docs/rules", import.meta.url));

/** @type {import("eslint-doc-generator").GenerateOptions} */
export default {
  pathRuleDoc: "docs/rules/{name}.md",
  pathRuleList: ["README.md"],
  ruleDocTitleFormat: "desc-parens-prefix-name",
  ruleDocSectionInclude: ["Incorrect", "Correct", "What it cannot see", "When not to use it", "Checklist", "Further reading"],
  ruleDocNotices: ["deprecated", "configs", "fixableAndHasSuggestions", "requiresTypeChecking"],
  ruleListColumns: ["name", "description", "configsError", "hasSuggestions", "requiresTypeChecking", "deprecated"],
  postprocess: (content, path) => withSatisfiers(withChecklist(withSpaceBelowHeader(content), path), path),
};

function withSpaceBelowHeader(content) {
  return content.replace(/(<!-- end auto-generated rule header -->\n)(?!\n)/, "$1\n");
}

/** Writes the section "Checklist" of a rule's page from the rule's own metadata. */
function withChecklist(content, path) {
  const page = relative(pages, path);
  if (page.includes(sep)) return content;
  const ids = guardrails.rules[page.replace(/\.md$/, "")].meta.docs.checklist;
  const section = `## Checklist\n\n${ids.length === 1 ? "Row" : "Rows"} ${ids.map((id) => `\`${id}\``).join(", ")} of the hardening checklist.\n`;
  if (/^## Checklist$/m.test(content)) return content.replace(/^## Checklist\n(?:(?!## )[^\n]*(?:\n|$))*/m, (old) => section + (isLast(content, old) ? "" : "\n"));
  return content.replace(/(?=^## Further reading$)/m, `${section}\n`);
}

/** Writes the section "What satisfies it" in front of what the rule cannot see, from the data that the rule itself looks for. */
function withSatisfiers(content, path) {
  const page = relative(pages, path);
  if (page.includes(sep)) return content;
  const { satisfiedBy, answeredElsewhere, checklist } = guardrails.rules[page.replace(/\.md$/, "")].meta.docs;
  const bare = content.replace(/^## What satisfies it\n(?:(?!## )[^\n]*(?:\n|$))*/m, "");
  if (satisfiedBy === undefined) return bare;
  const rows = satisfiedBy.map(({ kind, name, of, modules, versions, when }) => `| \`${of === undefined ? name : `${of}: ${name}`}\` | ${kind} | \`${modules[0]}\` ${versions} | ${when ?? ""} |`);
  const answer = answeredElsewhere ? `A reason under \`settings["agent-guardrails"].satisfied["${checklist[0]}"]\` answers it for what lies outside the code.\n\n` : "";
  const section = `## What satisfies it\n\n| what | kind | from | counts |\n|---|---|---|---|\n${rows.join("\n")}\n\n${answer}`;
  return bare.replace(/(?=^## What it cannot see$)/m, section);
}

function isLast(content, section) {
  return content.endsWith(section);
}
