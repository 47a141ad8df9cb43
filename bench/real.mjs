#!/usr/bin/env node
/**
 * All rules on code that nobody here wrote: `npm run real`.
 *
 * Takes the published sources of agent libraries, and what the frameworks publish of their own servers, tools and templates,
 * at pinned versions, into a scratch folder, and everything below `node_modules` besides. Prints what was read, what was
 * found and what crashed, and each finding of the quiet preset, so that a person can judge it. The CommonJS build beside an ECMAScript one is linted too, and its findings, the same
 * ones again, are left out. Exits with 1 when a rule crashed or nothing was linted.
 *
 *   --only packages | frameworks | node_modules   one of the three parts
 *   --strict                                      list the findings of the strict preset as well
 *   --keep                                        leave the scratch folder where it is, to read the sources
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Linter } from "eslint";
import guardrails from "../dist/src/index.js";
import { codeFiles, isTwin, PARSING } from "./sources.mjs";

const PACKAGES = [
  "langchain@1.5.14",
  "@langchain/langgraph@1.7.3",
  "@langchain/langgraph-supervisor@1.1.3",
  "deepagents@1.14.1",
  "@langchain/community@1.1.29",
];

/** Servers, tools and templates that the makers of the frameworks write with them. */
const FRAMEWORKS = [
  "ai@7.0.173",
  "@ai-sdk/mcp@2.0.99",
  "@openai/agents-core@0.20.0",
  "@openai/agents-extensions@0.18.0",
  "@openai/agents-realtime@0.20.0",
  "@mastra/core@1.71.0",
  "@mastra/agent-builder@1.1.19",
  "@mastra/mcp@2.0.0",
  "@mastra/mcp-docs-server@1.2.27",
  "@mastra/memory@1.31.0",
  "@mastra/rag@2.6.4",
  "create-mastra@0.18.9",
  "@modelcontextprotocol/sdk@1.32.2",
  "@modelcontextprotocol/server@2.4.0",
  "@modelcontextprotocol/create-server@0.3.1",
  "@modelcontextprotocol/server-everything@2026.8.31",
  "@modelcontextprotocol/server-filesystem@2026.8.31",
  "@modelcontextprotocol/server-github@2025.4.8",
  "@modelcontextprotocol/server-gitlab@2025.4.25",
  "@modelcontextprotocol/server-google-maps@0.6.2",
  "@modelcontextprotocol/server-memory@2026.8.31",
  "@modelcontextprotocol/server-postgres@0.6.2",
  "@modelcontextprotocol/server-slack@2025.4.25",
];

const PARTS = ["packages", "frameworks", "node_modules"];

const root = fileURLToPath(new URL("..", import.meta.url));
const { values: flags } = parseArgs({
  options: { only: { type: "string" }, strict: { type: "boolean", default: false }, keep: { type: "boolean", default: false } },
});
if (flags.only !== undefined && !PARTS.includes(flags.only)) {
  console.error(`--only takes one of ${PARTS.join(", ")}.`);
  process.exit(2);
}

const linter = new Linter({ configType: "flat", cwd: "/" });
const RECOMMENDED = [...PARSING, guardrails.configs.recommended];
const STRICT = [...PARSING, guardrails.configs.strict];

const total = { files: 0, unparsed: 0, crashes: [] };
const findings = { recommended: [], strict: [] };

console.log(["".padEnd(42), "files", "unparsed", "recommended", "strict", "crashes"].join("  "));
const isWanted = (part) => flags.only === undefined || flags.only === part;
if (isWanted("packages")) lintPackages(PACKAGES);
if (isWanted("frameworks")) lintPackages(FRAMEWORKS);
if (isWanted("node_modules")) lintFolder("node_modules", join(root, "node_modules"), { nodeModules: true });

for (const preset of flags.strict ? ["recommended", "strict"] : ["recommended"]) {
  console.log(`\n${preset}: ${String(findings[preset].length)} findings`);
  for (const line of findings[preset]) console.log(line);
}
if (total.crashes.length > 0) {
  console.log(`\n${String(total.crashes.length)} crashes`);
  for (const line of total.crashes) console.log(line);
}
console.log(`\n${String(total.files)} files, ${String(total.unparsed)} not parsed, ${String(total.crashes.length)} crashes`);
if (total.files === 0 || total.files === total.unparsed || total.crashes.length > 0) process.exitCode = 1;

function lintPackages(packages) {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "agent-guardrails-real-")));
  // What the packages import is found as it is in a project that installed them.
  symlinkSync(join(root, "node_modules"), join(scratch, "node_modules"), "dir");
  try {
    for (const name of packages) lintFolder(name, unpacked(name, scratch));
  } finally {
    if (flags.keep) console.log(`\nThe sources are in ${scratch}`);
    else rmSync(scratch, { recursive: true, force: true });
  }
}

function unpacked(name, scratch) {
  const folder = join(scratch, name.replace("/", "+"));
  mkdirSync(folder);
  succeed("npm", ["pack", name, "--ignore-scripts", "--prefer-offline", "--pack-destination", folder]);
  const [tarball] = readdirSync(folder);
  succeed("tar", ["-xzf", join(folder, tarball), "-C", folder, "--strip-components=1"]);
  return folder;
}

function lintFolder(title, folder, options) {
  const before = { ...total, crashes: total.crashes.length, recommended: findings.recommended.length, strict: findings.strict.length };
  for (const file of codeFiles([folder], options)) lintFile(file, join(title, relative(folder, file)));
  console.log(
    [
      title.padEnd(42),
      String(total.files - before.files).padStart(5),
      String(total.unparsed - before.unparsed).padStart(8),
      String(findings.recommended.length - before.recommended).padStart(11),
      String(findings.strict.length - before.strict).padStart(6),
      String(total.crashes.length - before.crashes).padStart(7),
    ].join("  "),
  );
}

/** Parses a file once and lets both presets judge it. */
function lintFile(file, title) {
  total.files += 1;
  const text = readFileSync(file, "utf8");
  const quiet = verify(text, RECOMMENDED, file, title);
  if (quiet === undefined) return;
  const twin = isTwin(file);
  const broken = quiet.find(({ fatal }) => fatal);
  if (broken !== undefined) {
    total.unparsed += 1;
    return;
  }
  if (!twin) findings.recommended.push(...quiet.map((message) => line(title, message)));
  const all = verify(linter.getSourceCode(), STRICT, file, title);
  if (all !== undefined && !twin) findings.strict.push(...all.map((message) => line(title, message)));
}

function verify(code, config, filename, title) {
  try {
    const messages = linter.verify(code, config, { filename }).filter(({ message }) => !message.includes("'noInlineConfig'"));
    const unjudged = messages.find(({ ruleId, fatal }) => ruleId === null && !fatal);
    if (unjudged !== undefined) throw new Error(`ESLint did not lint it: ${unjudged.message}`);
    return messages;
  } catch (error) {
    total.crashes.push(`${title} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return undefined;
  }
}

function line(title, message) {
  return `${title}:${String(message.line)} ${message.ruleId} ${message.message}`;
}

function succeed(command, args) {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${[command, ...args].join(" ")} failed: ${error?.message ?? stderr}`);
}
