#!/usr/bin/env node
/**
 * Lints and compiles both examples and runs the hardened one: `npm run demo`. Ends with an exit code other than 0 if the unsafe one
 * fails to show a rule, or the hardened one shows any.
 *
 * `--write` brings what it printed into the README and draws the README's picture; `--check` only says whether they are up to date.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import guardrails from "eslint-plugin-agent-guardrails";
import { picture } from "./demo/picture.mjs";
import { excerpt, shortName, wrap } from "./demo/text.mjs";
import { compile, compilers, lint, root, talk } from "./demo/tools.mjs";

/** Shown in full; the other findings are listed. */
const IN_FULL = [
  ["tools/payslip.ts", "no-llm-identity-args"],
  ["tools/payslip.ts", "require-fetch-timeout"],
  ["tools/mail.ts", "require-approval-for-external"],
  ["app/chat/route.ts", "require-thread-namespace"],
];
const PICTURE = join("docs", "images", "squiggle.svg");

const problems = [];
const sections = new Map();

const unsafe = (await lint("jarvis-unsafe")).filter(({ findings }) => findings.length > 0);
const findings = unsafe.flatMap(({ file, source, findings }) => findings.map((finding) => ({ file, source, finding, rule: shortName(finding.ruleId ?? "/no rule") })));
const shown = IN_FULL.flatMap(([file, rule]) => findings.find((each) => each.file === file && each.rule === rule) ?? problem(`${file} shows nothing of ${rule}`));
const silent = Object.keys(guardrails.rules).filter((rule) => !findings.some((each) => each.rule === rule));
if (silent.length > 0) problem(`jarvis-unsafe shows nothing of ${silent.join(", ")}`);

say("findings", [
  "examples/jarvis-unsafe: what ESLint finds",
  ...shown.map(({ file, source, finding, rule }) => `${file}\n${excerpt(source, finding)}\n${wrap(`${rule}: ${finding.message}`, "  ")}`),
]);
say("list", [
  `All findings: ${findings.length} of ${new Set(findings.map(({ rule }) => rule)).size} rules in ${unsafe.length} files`,
  unsafe.map(({ file, findings }) => `${file}\n${listed(findings)}`).join("\n"),
]);

const [older, errors] = Object.keys(compilers).map((compiler) => compile("jarvis-unsafe", compiler));
if (errors.length !== 3 || older.length !== 3) problem(`${older.length} and ${errors.length} compile errors in jarvis-unsafe instead of 3`);
say("errors", [
  "examples/jarvis-unsafe: what tsc finds",
  ...errors.map((error) => {
    const { source } = unsafe.find(({ file }) => file === error.file) ?? { source: readFileSync(join(root, "examples", "jarvis-unsafe", error.file), "utf8") };
    return `${error.file}\n${excerpt(source, spanAt(source, error))}\n${wrap(`${error.code}: ${error.message}`, "  ")}`;
  }),
]);

const hardened = (await lint("jarvis")).flatMap(({ file, findings }) => findings.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId}: ${message}`));
const mistakes = Object.keys(compilers).flatMap((compiler) => compile("jarvis", compiler).map(({ file, line, message }) => `${file}:${line} ${message}`));
problems.push(...hardened, ...mistakes);
say("hardened", [
  `examples/jarvis: ${hardened.length} findings with all ${Object.keys(guardrails.configs.strict.rules).length} rules of the strict preset, ${mistakes.length} compile errors. It runs:`,
  talk(),
]);

if (process.argv.includes("--write")) writeDocs();
if (process.argv.includes("--check")) checkDocs();
for (const problem of problems) console.error(`NOT AS EXPECTED  ${problem}`);
process.exitCode = problems.length === 0 ? 0 : 1;

function problem(text) {
  problems.push(text);
  return [];
}

function say(name, paragraphs) {
  const text = paragraphs.join("\n\n");
  sections.set(name, text);
  console.log(`${text}\n`);
}

/** Rules by line. */
function listed(findings) {
  const lines = new Map();
  for (const { line, ruleId } of findings) lines.set(line, [...(lines.get(line) ?? []), shortName(ruleId ?? "/no rule")]);
  return [...lines].map(([line, rules]) => `${String(line).padStart(5)}  ${rules.join(", ")}`).join("\n");
}

/** A compiler tells where an error begins: it is shown to the end of the name or the brackets there. */
function spanAt(source, { line, column }) {
  const rest = (source.split("\n")[line - 1] ?? "").slice(column - 1);
  const { length } = /^[\w.$]+/.exec(rest)?.[0] ?? " ";
  return { line, column, endLine: line, endColumn: column + length };
}

/** Each file that shows what the demo prints, and what it should hold. */
function docs() {
  const [first] = shown;
  if (!first) return new Map();
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const blocks = [...sections].reduce((text, [name, section]) => {
    const block = new RegExp(`(<!-- begin demo: ${name} -->\n)[\\s\\S]*?(<!-- end demo: ${name} -->)`);
    if (!block.test(text)) throw new Error(`the README has no place for ${name}`);
    return text.replace(block, (_, begin, end) => `${begin}\n\`\`\`text\n${section}\n\`\`\`\n\n${end}`);
  }, readme);
  return new Map([["README.md", blocks], [PICTURE, picture(first)]]);
}

function writeDocs() {
  for (const [path, text] of docs()) writeFileSync(join(root, path), text);
}

function checkDocs() {
  for (const [path, text] of docs()) {
    if (readFileSync(join(root, path), "utf8") !== text) problem(`${path} shows something else: run \`npm run demo -- --write\``);
  }
}
