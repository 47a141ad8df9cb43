#!/usr/bin/env node
/**
 * Runs preflight over both examples: `npm run preflight`. `--write` brings what it says into the docs, and into the README
 * where that has a place for it; `--check` only says whether they are up to date.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { jsonSchema, preflight, renderReport } from "eslint-plugin-agent-guardrails/preflight";

const root = fileURLToPath(new URL("..", import.meta.url));
/** The day on which the examples' attestations are read, so that the docs do not change with the calendar. */
const TODAY = "2026-11-26";
const WIDTH = 100;
const PAGES = [join("docs", "preflight.md"), "README.md"];
const SCHEMA = join("docs", "preflight.schema.json");

const reports = { unsafe: await report("jarvis-unsafe"), hardened: await report("jarvis") };
const texts = Object.fromEntries(Object.entries(reports).map(([name, each]) => [name, renderReport(each, "text", { width: WIDTH }).trimEnd()]));
const blocks = {
  "preflight unsafe": `$ npx agent-guardrails preflight\n${shortened(texts.unsafe)}`,
  "preflight hardened": `$ npx agent-guardrails preflight\n${texts.hardened}`,
};

const problems = [];
for (const [path, text] of [...pages(), [SCHEMA, `${JSON.stringify(jsonSchema(), null, 2)}\n`]]) {
  const before = existsSync(join(root, path)) ? readFileSync(join(root, path), "utf8") : "";
  if (before === text) continue;
  if (process.argv.includes("--write")) writeFileSync(join(root, path), text);
  else if (process.argv.includes("--check")) problems.push(`${path} shows something else: run \`npm run preflight -- --write\``);
}
for (const text of Object.values(blocks)) console.log(`${text}\n`);
for (const problem of problems) console.error(`NOT AS EXPECTED  ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

function report(example) {
  return preflight({ cwd: join(root, "examples", example), today: TODAY });
}

/** The table, the findings of the first row that has some, and the last line: the rest is more of the same. */
function shortened(text) {
  const [table, first, ...rest] = text.split("\n\n");
  return [table, first, `… ${rest.length - 1} more rows with their findings …`, rest.at(-1)].join("\n\n");
}

function pages() {
  return PAGES.filter((path) => existsSync(join(root, path))).map((path) => {
    const before = readFileSync(join(root, path), "utf8");
    const after = Object.entries(blocks).reduce((text, [name, block]) => text.replace(new RegExp(`(<!-- begin ${name} -->\n)[\\s\\S]*?(<!-- end ${name} -->)`), (_, begin, end) => `${begin}\n\`\`\`text\n${block}\n\`\`\`\n\n${end}`), before);
    return [path, after];
  });
}
