import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Project } from "./project.js";
import type { Plan } from "./planned-file.js";

const ENDINGS = ["ts", "mts", "js", "mjs", "json"];

/** The file in which people answer for what no file shows: empty, because nobody has answered yet. */
export function planPreflightFile({ folder, usesTypescript, isModule }: Project): Plan {
  if (ENDINGS.some((ending) => existsSync(join(folder, `agent-guardrails.preflight.${ending}`)))) return undefined;
  const name = `agent-guardrails.preflight.${usesTypescript ? "ts" : isModule ? "js" : "mjs"}`;
  return { file: { name, before: undefined, after: CONTENT } };
}

const CONTENT = `import { definePreflight } from "eslint-plugin-agent-guardrails/preflight";

/**
 * Rows of the checklist that no file can show. Somebody answers for each, until a day on which the question is open again:
 *
 * versioning: { by: "ada@acme.example", on: "2026-01-15", until: "2026-07-15", statement: "New assistant, 10 % first.", link: "https://…" },
 */
export default definePreflight({
  rows: {},
});
`;
