import { statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { globby } from "globby";
import { PreflightError, reasonOf } from "./preflight-error.js";

const SOURCE = "**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}";
/** What nobody writes by hand, besides what `.gitignore` names. */
const GENERATED = ["**/node_modules/**", "**/.git/**", "**/dist/**", "**/build/**", "**/coverage/**", "**/.next/**", "**/out/**", "**/*.d.ts", "**/*.d.mts", "**/*.d.cts", "**/*.min.js"];

/** The source files below some paths, sorted; a path that is a file stands for itself. */
export async function sourceFiles(cwd: string, paths: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    for (const file of isFile(absolute, path) ? [absolute] : await below(absolute, [SOURCE])) found.add(file);
  }
  return [...found].sort();
}

/** The files below a folder that match, without what is generated or ignored by git. */
export async function below(folder: string, patterns: readonly string[], dot = false): Promise<readonly string[]> {
  try {
    return (await globby([...patterns], { cwd: folder, absolute: true, dot, gitignore: true, ignore: GENERATED, followSymbolicLinks: false })).sort();
  } catch (error) {
    throw new PreflightError(`${folder} cannot be read: ${reasonOf(error)}.`);
  }
}

function isFile(absolute: string, given: string): boolean {
  try {
    return statSync(absolute).isFile();
  } catch (error) {
    throw new PreflightError(`${given} cannot be read: ${reasonOf(error)}.`);
  }
}

/** How a report names a file: relative to the folder that it is about, with `/`. */
export function nameIn(root: string, path: string): string {
  return (isAbsolute(path) ? relative(root, path) : path).split(sep).join("/");
}
