import { statSync } from "node:fs";
import { isAbsolute, relative, resolve, sep } from "node:path";
import { globby } from "globby";
import { isMissing, PreflightError, reasonOf } from "./preflight-error.js";

const SOURCE = "**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}";
/** What nobody writes by hand, besides what `.gitignore` names. */
const GENERATED = ["**/node_modules/**", "**/.git/**", "**/dist/**", "**/build/**", "**/coverage/**", "**/.next/**", "**/out/**", "**/*.d.ts", "**/*.d.mts", "**/*.d.cts", "**/*.min.js"];

/** The source files below some paths, sorted; a path that is a file stands for itself. */
export async function sourceFiles(root: string, cwd: string, paths: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    for (const file of isFile(absolute, path) ? [absolute] : await below(root, absolute, [SOURCE])) found.add(file);
  }
  return [...found].sort();
}

/** The files below a folder that match, without what is generated or ignored by git, on every level from the root down. */
export async function below(root: string, folder: string, patterns: readonly string[], dot = false): Promise<readonly string[]> {
  const prefix = nameIn(root, folder);
  const outside = prefix.startsWith("../") || isAbsolute(prefix);
  const within = outside || prefix === "" ? patterns : patterns.map((pattern) => `${escapePath(prefix)}/${pattern}`);
  try {
    return (await globby([...within], { cwd: outside ? folder : root, absolute: true, dot, gitignore: true, ignore: GENERATED, followSymbolicLinks: false })).sort();
  } catch (error) {
    throw new PreflightError(`${folder} cannot be read: ${reasonOf(error)}.`);
  }
}

/** A folder such as `app/[id]` stands for itself. */
function escapePath(path: string): string {
  return path.replace(/[()[\]{}!*?@+|]/gu, "\\$&");
}

function isFile(absolute: string, given: string): boolean {
  try {
    return statSync(absolute).isFile();
  } catch (error) {
    throw new PreflightError(isMissing(error) ? `There is no file or folder ${given}.` : `${given} cannot be read: ${reasonOf(error)}.`);
  }
}

/** How a report names a file: relative to the folder that it is about, with `/`. */
export function nameIn(root: string, path: string): string {
  return (isAbsolute(path) ? relative(root, path) : path).split(sep).join("/");
}
