#!/usr/bin/env node
/**
 * Everything that has to hold before a change lands, one step after the other: `npm run check`.
 *
 * A step prints its output only when it fails, and a failing step does not stop the next one. A step that
 * cannot be started counts as failed, and so does a test run that executed no test.
 * The last line is the sum over the tests and the steps: `N passed, N failed`.
 *
 * `npm run check -- lint knip` runs only the steps of those names.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const scratch = mkdtempSync(join(tmpdir(), "agent-guardrails-check-"));
const bin = (name) => join("node_modules", ".bin", name);

const count = { passed: 0, failed: 0 };

/** A step is a name and a function that throws, with what a person needs to see, when the step fails. */
const steps = [
  ["test", runTests],
  ["lint", () => run("npm", ["run", "--silent", "lint"])],
  ["typecheck", () => run("npm", ["run", "--silent", "typecheck"])],
  ["docs", () => run("node", [join(".config", "generate-docs.mjs"), "--check"])],
  ["knip", () => run(bin("knip"), ["--no-progress"])],
  ["pack", pack],
  ["publint plugin", () => run(bin("publint"), ["run", "--strict", tarball("eslint-plugin-agent-guardrails")])],
  ["publint guards", () => run(bin("publint"), ["run", "--strict", tarball("agent-guardrails")])],
  ["types plugin", () => run(bin("attw"), ["--profile", "esm-only", tarball("eslint-plugin-agent-guardrails")])],
  ["types guards", () => run(bin("attw"), ["--profile", "esm-only", tarball("agent-guardrails")])],
  ["matrix", () => run("node", [join("test", "matrix", "matrix.mjs"), "--corner"])],
  ["demo", () => run("node", [join("examples", "demo.mjs")])],
  ["bench", () => run("node", [join("bench", "bench.mjs"), "--quick"])],
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some(([step]) => step === name));
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(", ")}. The steps: ${steps.map(([name]) => name).join(", ")}.`);
  process.exit(2);
}

for (const [name, step] of steps) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const start = performance.now();
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  try {
    const remark = step();
    count.passed += 1;
    console.log(`ok    ${name.padEnd(15)} ${seconds()}${remark === undefined ? "" : `  ${remark}`}`);
  } catch (error) {
    count.failed += 1;
    console.log(`FAIL  ${name.padEnd(15)} ${seconds()}`);
    console.log(indent(error instanceof Error ? error.message : String(error)));
  }
}

rmSync(scratch, { recursive: true, force: true });
console.log(`${String(count.passed)} passed, ${String(count.failed)} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;

/** Runs the tests as the README says, and adds each test to the sum. */
function runTests() {
  const report = join(scratch, "vitest.json");
  let output = "";
  try {
    run("npm", ["test", "--", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`]);
  } catch (error) {
    output = error.message;
  }
  if (!existsSync(report)) throw new Error(`The tests wrote no report.\n${output}`);
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  count.passed += numPassedTests;
  count.failed += numFailedTests;
  const unread = testResults.filter((file) => file.status === "failed" && file.assertionResults.every(({ status }) => status !== "failed"));
  count.failed += unread.length;
  // What failed comes first: whoever reads the log may see its beginning only.
  const problems = testResults.flatMap((file) =>
    file.assertionResults.filter(({ status }) => status === "failed").map(({ fullName, failureMessages }) => `${relative(root, file.name)}: ${fullName}\n${indent(failureMessages.join("\n").split("\n").slice(0, 12).join("\n"))}`),
  );
  if (numPassedTests + numFailedTests === 0) problems.push("No test was executed.");
  for (const file of unread) problems.push(`${relative(root, file.name)} could not be run as a whole.\n${indent(String(file.message ?? ""))}`);
  if (output !== "" && problems.length === 0) problems.push(output.slice(-8_000));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  const unexecuted = numPendingTests + numTodoTests;
  return `${String(numPassedTests)} tests in ${String(testResults.length)} files${unexecuted > 0 ? `, ${String(unexecuted)} skipped` : ""}`;
}

/** Packs what `npm publish` would upload. The test step has built it already, so no script runs. */
function pack() {
  for (const output of ["dist", join("types", "dist")]) {
    if (!existsSync(join(root, output))) throw new Error(`${output} does not exist: run the step "test" or \`npm run build\` first.`);
  }
  run("npm", ["pack", "--ignore-scripts", "--workspaces", "--include-workspace-root", "--pack-destination", scratch]);
  return readdirSync(scratch).filter((file) => file.endsWith(".tgz")).join(", ");
}

function tarball(packageName) {
  const found = readdirSync(scratch).find((file) => file.startsWith(`${packageName}-`) && file.endsWith(".tgz"));
  if (found === undefined) throw new Error(`${packageName} has not been packed.`);
  return join(scratch, found);
}

function run(command, args) {
  const { status, signal, error, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error !== undefined) throw new Error(`${command} did not start: ${error.message}`);
  if (status !== 0) {
    throw new Error(`${[command, ...args].join(" ")} ended with ${signal ?? `exit code ${String(status)}`}\n${stdout}${stderr}`);
  }
}

function indent(text) {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `      ${line}`)
    .join("\n");
}
