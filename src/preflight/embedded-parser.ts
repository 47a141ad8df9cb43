import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Linter } from "eslint";

const PARSERS = ["typescript-eslint", "@typescript-eslint/parser"];

/** The parser for files that no config speaks of: the one that the project has, or the one that comes along. */
export async function embeddedParser(cwd: string): Promise<Linter.Parser> {
  const require = createRequire(join(cwd, "package.json"));
  for (const name of PARSERS) {
    try {
      const module = (await import(pathToFileURL(require.resolve(name)).href)) as Record<string, unknown>;
      const parser = [module, module.default, module.parser, (module.default as Record<string, unknown> | undefined)?.parser].find(isParser);
      if (parser) return parser;
    } catch {
      // Not installed; the next one may be.
    }
  }
  return (await import("./oxc-parser.js")).parser;
}

function isParser(value: unknown): value is Linter.Parser {
  return typeof value === "object" && value !== null && typeof (value as { readonly parseForESLint?: unknown }).parseForESLint === "function";
}
