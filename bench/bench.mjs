#!/usr/bin/env node
/**
 * What our rules cost beside well-known plugins: `npm run bench`.
 *
 * Every plugin lints the same files in this one process. For each, the table gives the time of all its rules as a
 * share of the time that parsing the same files took in the same pass: a ratio, which means the same on a slow machine
 * and on a fast one. ESLint measures both. What a rule works out lazily, such as a model of the file that several rules
 * share, counts for the rule that asked first.
 *
 *   --files <dir…>   take the files below these folders instead of the published sources among our dependencies
 *   --quick          fewer files, and our presets alone
 *   --budget         exit with 1 when one of our presets costs more than it may
 *   --scale          instead: whole runs over generated workspaces of 1,000, 3,000 and 10,000 files
 *   --write          with --scale: write the table into docs/performance.md
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ESLint } from "eslint";
import noUnsanitized from "eslint-plugin-no-unsanitized";
import regexp from "eslint-plugin-regexp";
import security from "eslint-plugin-security";
import sonarjs from "eslint-plugin-sonarjs";
import guardrails from "../dist/src/index.js";
import { benchScale } from "./scale.mjs";
import { codeFiles, importsFramework, isDeclaration, isTwin, sample, TYPESCRIPT_EVERYWHERE } from "./sources.mjs";

const ROUNDS = 3;
const root = fileURLToPath(new URL("..", import.meta.url));

const { values: flags, positionals } = parseArgs({
  options: {
    files: { type: "string", multiple: true },
    quick: { type: "boolean", default: false },
    budget: { type: "boolean", default: false },
    scale: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
  allowPositionals: true,
});

if (flags.scale) {
  await benchScale({ write: flags.write });
  process.exit();
}

const GROUPS = [
  {
    title: "files with agents",
    budgetOf: (contender) => contender.budget,
    holds: importsFramework,
    defaults: ["langchain/dist", "@langchain/langgraph/dist", "@langchain/core/dist"],
  },
  {
    title: "files without agents",
    budgetOf: () => 0.002,
    holds: (file) => !importsFramework(file),
    defaults: ["eslint/lib", "zod/v4", "knip/dist", "enhanced-resolve/lib"],
  },
];

const FIRST_FOUR = ["no-llm-identity-args", "require-fetch-timeout", "require-thread-namespace", "require-approval-for-external"];
/** The share of parsing that ours may take on files with agents. */
const OURS = [
  { name: "agent-guardrails, four rules", config: { plugins: { "agent-guardrails": guardrails }, rules: Object.fromEntries(FIRST_FOUR.map((name) => [`agent-guardrails/${name}`, "error"])) }, budget: 0.03 },
  { name: "agent-guardrails recommended", config: guardrails.configs.recommended, budget: 0.05 },
  { name: "agent-guardrails strict", config: guardrails.configs.strict, budget: 0.08 },
];
const PEERS = [
  { name: "no-unsanitized", config: noUnsanitized.configs.recommended },
  { name: "regexp", config: regexp.configs.recommended },
  { name: "security", config: security.configs.recommended },
  { name: "sonarjs", config: sonarjs.configs.recommended },
];
const contenders = flags.quick ? OURS : [...OURS, ...PEERS];

let overBudget = false;
for (const group of GROUPS) {
  const files = sample(filesOf(group), flags.quick ? 100 : 400);
  if (files.length === 0) {
    console.error(`There are no ${group.title} to measure on.`);
    process.exit(1);
  }
  const measured = await measure(files.map((path) => ({ path, text: readFileSync(path, "utf8") })));
  print(group, files.length, measured);
  for (const { contender, share } of measured) {
    if (contender.budget !== undefined && share > group.budgetOf(contender)) {
      overBudget = true;
      console.log(`${contender.name}: ${share.toFixed(4)} is more than the ${String(group.budgetOf(contender))} aimed at on ${group.title}.`);
    }
  }
}
if (flags.budget && overBudget) process.exitCode = 1;

function filesOf({ defaults, holds }) {
  const chosen = [...(flags.files ?? []), ...positionals];
  const folders = chosen.length > 0 ? chosen : [...defaults.map((folder) => join(root, "node_modules", folder)), join(root, "examples")];
  return codeFiles(folders).filter((file) => !isDeclaration(file) && !isTwin(file) && holds(file));
}

/**
 * One pass to warm up, then the rounds, each in another order, so that no contender always comes first. What counts of a
 * file is its median over the rounds: when the machine turned to something else during one of them, that does not show.
 */
async function measure(files) {
  const passes = new Map(contenders.map((contender) => [contender, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = contenders.map((_, index) => contenders[(index + round) % contenders.length]);
    for (const contender of order) passes.get(contender).push(await pass(contender, files));
  }
  return contenders.map((contender) => {
    const [cold, ...rounds] = passes.get(contender);
    const parse = sum(files.map((_, file) => median(rounds.map(({ times }) => times[file].parse))));
    const judge = sum(files.map((_, file) => median(rounds.map(({ times }) => times[file].judge))));
    const first = sum(cold.times.map((time) => time.judge)) / sum(cold.times.map((time) => time.parse));
    return { contender, share: judge / parse, first, rules: cold.rules, reports: cold.reports };
  });
}

async function pass({ name, config }, files) {
  const eslint = new ESLint({
    // Nothing lies outside this folder, and so no file is ignored for where it lies.
    cwd: "/",
    stats: true,
    overrideConfigFile: true,
    overrideConfig: [...TYPESCRIPT_EVERYWHERE, config],
  });
  const rules = new Set();
  const times = [];
  let reports = 0;
  for (const { path, text } of files) {
    const [result] = await eslint.lintText(text, { filePath: path }).catch((error) => {
      console.error(`${name} crashed on ${path}\n${error.stack}`);
      process.exit(1);
    });
    const passes = result?.stats?.times.passes ?? [];
    if (passes.length === 0) throw new Error(`ESLint did not lint ${path}.`);
    const ofRules = passes.flatMap((single) => Object.entries(single.rules ?? {}));
    for (const [rule] of ofRules) rules.add(rule);
    times.push({ parse: sum(passes.map(({ parse }) => parse.total)), judge: sum(ofRules.map(([, { total }]) => total)) });
    reports += result.messages.filter(({ ruleId }) => ruleId !== null).length;
  }
  if (rules.size === 0) throw new Error("No rule was measured.");
  return { times, rules: rules.size, reports };
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}

function print({ title }, count, measured) {
  console.log(`\n${title}: ${String(count)} files, the median of ${String(ROUNDS)} rounds\n`);
  console.log(["plugin".padEnd(30), "rules", "reports", "share of parsing", "first pass"].join("  "));
  for (const { contender, rules, reports, share, first } of measured) {
    console.log(
      [contender.name.padEnd(30), String(rules).padStart(5), String(reports).padStart(7), share.toFixed(4).padStart(16), first.toFixed(4).padStart(10)].join("  "),
    );
  }
}
