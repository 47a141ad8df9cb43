import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { VisitorKeys } from "./file-index.js";
import type { FileParser } from "./project.js";

interface ScopeAnalysis {
  analyze(ast: TSESTree.Program, options: Record<string, unknown>): TSESLint.Scope.ScopeManager;
}

interface PlainParser {
  readonly VisitorKeys: VisitorKeys;
  parse(text: string, options: Record<string, unknown>): TSESTree.Program;
}

const TYPED = /\.[cm]?tsx?$/u;
const byFolder = new Map<string, FileParser>();
const byParsers = new Map<string, FileParser>();
const MOST_FOLDERS = 2_000;

/**
 * The parser for files that imports lead to. ESLint's TypeScript parser gives scopes with the tree; the one for plain JavaScript
 * and that of oxlint do not, so that what is installed beside the file is taken: ESLint's own for JavaScript, typescript-eslint's for the rest.
 */
export function followingParser(parser: FileParser | undefined, path: string): FileParser | undefined {
  if (typeof parser !== "object") return undefined;
  if (typeof parser.parseForESLint === "function") return parser;
  const folder = dirname(path);
  let found = byFolder.get(folder);
  if (!found) {
    if (byFolder.size >= MOST_FOLDERS) byFolder.clear();
    byFolder.set(folder, (found = installedParser(folder)));
  }
  return found;
}

function installedParser(folder: string): FileParser {
  const here = createRequire(join(folder, "noop.js"));
  const typed = resolved(here, "@typescript-eslint/parser");
  const eslint = resolved(here, "eslint/package.json");
  const key = `${typed ?? ""}\0${eslint ?? ""}`;
  let parser = byParsers.get(key);
  if (!parser) byParsers.set(key, (parser = parserOf(here, typed, eslint)));
  return parser;
}

function parserOf(here: NodeJS.Require, typed: string | undefined, eslint: string | undefined): FileParser {
  let forTypes: FileParser | null | undefined;
  let forPlain: FileParser | null | undefined;
  return {
    parseForESLint(text, options) {
      const isTyped = TYPED.test(String(options.filePath));
      // Each is loaded when the first file asks for it: a project of plain JavaScript never loads the compiler.
      if (!isTyped && forPlain === undefined) forPlain = eslint === undefined ? null : plainParser(eslint);
      if ((isTyped || forPlain === null) && forTypes === undefined) forTypes = typed === undefined ? null : (loaded(here, typed) as FileParser | null);
      const chosen = isTyped ? forTypes : (forPlain ?? forTypes);
      if (!chosen?.parseForESLint) throw new Error("No parser for that file is installed.");
      return chosen.parseForESLint(text, options);
    },
  };
}

/** ESLint's parser for JavaScript, with the scopes that ESLint makes of its trees. */
function plainParser(eslint: string): FileParser | null {
  const within = createRequire(eslint);
  const espree = loaded(within, "espree") as PlainParser | null;
  const scopes = loaded(within, "eslint-scope") as ScopeAnalysis | null;
  if (!espree || !scopes) return null;
  return {
    parseForESLint(text, options) {
      const ast = espree.parse(text, options);
      return { ast, visitorKeys: espree.VisitorKeys, scopeManager: scopes.analyze(ast, { ecmaVersion: 2024, sourceType: "module", childVisitorKeys: espree.VisitorKeys, fallback: "iteration" }) };
    },
  };
}

function resolved(from: NodeJS.Require, name: string): string | undefined {
  try {
    return from.resolve(name);
  } catch {
    return undefined;
  }
}

/** What a package exports; `null` where it cannot be loaded, such as a parser beside a TypeScript that it does not know. */
function loaded(from: NodeJS.Require, name: string): unknown {
  try {
    return from(name);
  } catch {
    return null;
  }
}
