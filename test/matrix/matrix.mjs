#!/usr/bin/env node
/**
 * Both packages, packed and installed beside the versions that people run: `npm run matrix`.
 *
 * Each combination gets a project of its own, in which ESLint has to report what is wrong and nothing else, the compiler has to take
 * one program and refuse another, and Node.js has to run a guarded tool. What cannot work is said in `combinations.mjs`, with the
 * reason, and is looked at too. Exits with 1 when something surprises, and when nothing was run.
 *
 *   --corner       only what needs nothing beyond what `npm ci` brings
 *   --only TEXT    only combinations whose title contains TEXT
 *   --write        writes docs/compatibility.md; with all combinations only
 *   --keep         leaves the projects where they are
 */
import { readFileSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { COMBINATIONS } from "./combinations.mjs";
import { compilerOf, createProject, install, link, nodeOf, packOurs, removeProjects, removeScratch, run, scratch, strangers } from "./consumer.mjs";
import { pageOf } from "./page.mjs";
import { complaintOfCompiler, complaintOfRun, filesOf, findingsOf } from "./programs.mjs";

const page = fileURLToPath(new URL("../../docs/compatibility.md", import.meta.url));
const { values: flags } = parseArgs({
  options: { corner: { type: "boolean", default: false }, only: { type: "string" }, write: { type: "boolean", default: false }, keep: { type: "boolean", default: false } },
});
if (flags.write && (flags.corner || flags.only !== undefined)) {
  console.error("--write tells of all combinations: leave out --corner and --only.");
  process.exit(2);
}

const wanted = COMBINATIONS.filter(({ title, corner }) => (!flags.corner || corner) && (flags.only === undefined || title.includes(flags.only)));
const outcomes = [];
try {
  const tarballs = packOurs();
  for (const combination of wanted) {
    const start = performance.now();
    const outcome = outcomeOf(combination, tarballs);
    outcomes.push(outcome);
    if (!flags.keep) removeProjects();
    console.log(`${outcome.state.padEnd(7)} ${combination.title.padEnd(70)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
    for (const because of new Set(Object.values(combination.limits).map((limit) => limit.because))) console.log(`        ${because}`);
    for (const surprise of outcome.surprises) console.log(surprise.trimEnd().replaceAll(/^/gm, "        "));
  }
} finally {
  if (flags.keep) console.log(`The projects are in ${scratch}`);
  else removeScratch();
}

const count = (state) => outcomes.filter((outcome) => outcome.state === state).length;
console.log(`${String(count("ok"))} combinations work as they should, ${String(count("FAIL"))} do not, ${String(count("not had"))} could not be had`);
if (count("ok") === 0 || count("FAIL") > 0) process.exitCode = 1;
if (flags.write && process.exitCode !== 1) {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  writeFileSync(page, pageOf(outcomes, { version, date: new Date().toISOString().slice(0, 10) }));
  console.log(`Wrote ${relative(process.cwd(), page)}`);
}

/** Whether a combination does what it should, and what surprised. */
function outcomeOf(combination, tarballs) {
  const node = nodeOf(combination.node);
  if (node === undefined) return { combination, state: "not had", surprises: [] };
  try {
    const surprises = surprisesIn(combination, node, tarballs);
    return { combination, state: surprises.length === 0 ? "ok" : "FAIL", surprises };
  } catch (error) {
    return { combination, state: "FAIL", surprises: [error instanceof Error ? (error.stack ?? error.message) : String(error)] };
  }
}

function surprisesIn(combination, node, tarballs) {
  const limit = combination.limits.install;
  const whole = { ...combination, hasParser: true, hasGuards: true };
  const possible = { ...whole, hasParser: limit?.without !== "parser", hasGuards: limit?.without !== "guards" };
  if (limit) {
    const { status, stderr } = install(createProject(filesOf(whole)), whole, tarballs);
    if (status === 0 || !limit.shows.test(stderr)) return [`npm was to refuse, and ended with ${String(status)}.\n${stderr}`];
  }
  const project = createProject(filesOf(possible));
  if (flags.corner) {
    link(project, possible, tarballs);
  } else {
    const { status, stdout, stderr } = install(project, possible, tarballs);
    if (status !== 0) return [`npm ended with ${String(status)}.\n${stdout}${stderr}`];
  }
  const foreign = strangers(project, possible);
  if (foreign.length > 0) return [`Installed is ${foreign.join(", ")}.`];
  return [surpriseOfRules(project, possible, node), ...(possible.hasGuards ? [surpriseOfCompiler(project, possible, node), surpriseOfRun(project, possible, node)] : [])].filter((surprise) => surprise !== undefined);
}

function surpriseOfRules(project, combination, node) {
  const { stdout, stderr } = run(project, node, ["node_modules/eslint/bin/eslint.js", "--format", "json", "."]);
  if (stdout === "") return `ESLint said nothing.\n${stderr}`;
  const findings = JSON.parse(stdout).flatMap(({ filePath, messages }) => messages.map(({ line, ruleId, message }) => `${relative(project, filePath)}:${String(line)} ${ruleId ?? message}`));
  const [found, expected] = [findings, findingsOf(combination)].map((list) => list.toSorted().join("\n"));
  return found === expected ? undefined : `ESLint found\n${found}\ninstead of\n${expected}`;
}

function surpriseOfCompiler(project, combination, node) {
  const { stdout, stderr } = run(project, node, [compilerOf(combination), "-p", ".", "--pretty", "false"]);
  const limit = combination.limits.compile;
  if (limit) return limit.shows.test(stdout) ? undefined : `The compiler was to refuse.\n${stdout}${stderr}`;
  return complaintOfCompiler(stdout + stderr);
}

function surpriseOfRun(project, combination, node) {
  const isCommonJS = combination.project.startsWith("commonjs");
  const { stdout, stderr } = run(project, node, [isCommonJS ? "run.cjs" : "run.mjs"]);
  const limit = combination.limits.run;
  if (limit) return limit.shows.test(stderr) ? undefined : `Node.js was to refuse.\n${stdout}${stderr}`;
  return complaintOfRun(stdout) && `${complaintOfRun(stdout)}${stderr}`;
}
