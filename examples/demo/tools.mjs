/** Runs ESLint, the compilers and the assistant over the examples. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { ESLint } from "eslint";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const examples = join(root, "examples");

/** The compilers, by the name that the demo calls them. */
export const compilers = { "TypeScript 6": "typescript", "TypeScript 7": "@typescript/native" };

/** What ESLint finds in an example with the example's own configuration, by file. */
export async function lint(example) {
  const results = await new ESLint({ cwd: join(examples, example) }).lintFiles(["**/*.ts"]);
  return results.map(({ filePath, messages }) => ({
    file: slashed(relative(join(examples, example), filePath)),
    source: readFileSync(filePath, "utf8"),
    findings: messages,
  }));
}

/** What a compiler says of an example: one text per error, with the lines that explain it. */
export function compile(example, compiler) {
  const tsc = join(root, "node_modules", compilers[compiler], "bin", "tsc");
  const { stdout, stderr, status } = spawnSync(process.execPath, [tsc, "-p", join("examples", example), "--pretty", "false"], { cwd: root, encoding: "utf8" });
  if (status === null || status > 2) throw new Error(`${compiler} ended with ${status}: ${stderr}`);
  const errors = stdout.split(/\r?\n(?=\S)/).map((text) => text.trimEnd()).filter((text) => text !== "");
  return errors.map((text) => parse(text, example)).sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

function parse(text, example) {
  const match = /^(.+?)\((\d+),(\d+)\): error (TS\d+): ([\s\S]*)$/.exec(text);
  if (!match) throw new Error(text);
  const [, path, line, column, code, message] = match;
  return { file: slashed(path).replace(`examples/${example}/`, ""), line: Number(line), column: Number(column), code, message };
}

/** Lets the hardened assistant talk, as it was compiled last. */
export function talk() {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(examples, "jarvis", "dist", "main.js")], { encoding: "utf8" });
  if (status !== 0) throw new Error(`jarvis ended with ${status}: ${stderr}`);
  return stdout.trimEnd();
}

function slashed(path) {
  return path.replaceAll(sep, "/");
}
