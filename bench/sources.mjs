import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import typescriptParser from "@typescript-eslint/parser";

const CODE = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const TYPESCRIPT = ["**/*.{ts,mts,cts,tsx}"];

/** An import of a framework that agents are built with. */
const FRAMEWORK =
  /(?:from\s*|import\s*\(?\s*|require\s*\(\s*)["'](?:@langchain\/[^"']+|langchain(?:\/[^"']+)?|deepagents|ai|@ai-sdk\/[^"']+|@openai\/agents[^"']*|@mastra\/[^"']+|@modelcontextprotocol\/[^"']+)["']/;

/** Every code file below the folders, sorted, so that two runs see the same. Nested `node_modules` only on demand. */
export function codeFiles(folders, { nodeModules = false } = {}) {
  return folders.flatMap((folder) => [...walk(resolve(folder), nodeModules)]).toSorted();
}

function* walk(path, nodeModules) {
  if (!statSync(path).isDirectory()) {
    if (CODE.test(path)) yield path;
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) {
      if (!entry.name.startsWith(".") && (nodeModules || entry.name !== "node_modules")) yield* walk(child, nodeModules);
    } else if (entry.isFile() && CODE.test(entry.name)) {
      yield child;
    }
  }
}

/** Type declarations hold no code that runs. */
export function isDeclaration(file) {
  return /\.d\.(?:[cm]?ts|[^.]+\.ts)$/.test(basename(file));
}

/** The CommonJS build of a module which is there as ECMAScript too. */
export function isTwin(file) {
  return file.endsWith(".cjs") && [".js", ".mjs"].some((extension) => existsSync(file.replace(/\.cjs$/, extension)));
}

export function importsFramework(file) {
  return FRAMEWORK.test(readFileSync(file, "utf8"));
}

/** At most `limit` files, spread evenly over all. */
export function sample(files, limit) {
  if (files.length <= limit) return files;
  return Array.from({ length: limit }, (_, index) => files[Math.floor((index * files.length) / limit)]);
}

/** Every file by the parser for TypeScript, as the shared configurations of typescript-eslint set it. */
export const TYPESCRIPT_EVERYWHERE = [
  { ignores: ["!**/node_modules/"] },
  { files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"], languageOptions: { parser: typescriptParser }, linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" } },
  { files: ["**/*.{js,mjs,jsx}"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
];

/** Each file by the parser that a project normally gives it, without type information, and without the comments that switch rules off. */
export const PARSING = [
  { ignores: ["!**/node_modules/"] },
  { files: ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"], linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "off" } },
  { files: ["**/*.{js,mjs,jsx}"], languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } } },
  { files: TYPESCRIPT, languageOptions: { parser: typescriptParser } },
];
