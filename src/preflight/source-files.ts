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
    refuseOutside(root, cwd, absolute, path);
    for (const file of isFile(absolute, path) ? [absolute] : await below(root, absolute, [SOURCE])) found.add(file);
  }
  return [...found].sort();
}

/** The files below a folder that match, without what is generated or ignored by git, on every level from the root down. */
export async function below(root: string, folder: string, patterns: readonly string[], dot = false): Promise<readonly string[]> {
  const prefix = nameIn(root, folder);
  const within = prefix === "" ? patterns : patterns.map((pattern) => `${escapePath(prefix)}/${pattern}`);
  try {
    return (await globby([...within], { cwd: root, absolute: true, dot, gitignore: true, ignore: GENERATED, followSymbolicLinks: false })).sort();
  } catch (error) {
    const refused = error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : folder;
    throw new PreflightError(`${nameIn(root, refused) || refused} cannot be read: ${reasonOf(error)}.`);
  }
}

/** ESLint runs no rule on a file outside of the folder that it runs in: nothing would be said of it, and that would look like a pass. */
function refuseOutside(root: string, cwd: string, absolute: string, given: string): void {
  const name = nameIn(root, absolute);
  if (name !== ".." && !name.startsWith("../") && !isAbsolute(name)) return;
  const about = resolve(cwd) === root ? "the current folder, which the report is about: --root says which folder it is" : `${nameIn(cwd, root)}, the folder that the report is about: --root says which that is`;
  throw new PreflightError(`${given} lies outside of ${about}.`);
}

/** The folder that a report is about, which has to be one. */
export function rootFolder(cwd: string, given: string): string {
  const root = resolve(cwd, given);
  if (isFile(root, given, "folder")) throw new PreflightError(`${given} is no folder.`);
  return root;
}

/** A folder such as `app/[id]` stands for itself. */
function escapePath(path: string): string {
  return path.replace(/[()[\]{}!*?@+|]/gu, "\\$&");
}

function isFile(absolute: string, given: string, wanted = "file or folder"): boolean {
  try {
    return statSync(absolute).isFile();
  } catch (error) {
    throw new PreflightError(isMissing(error) ? `There is no ${wanted} ${given}.` : `${given} cannot be read: ${reasonOf(error)}.`);
  }
}

/** How a report names a file: relative to the folder that it is about, with `/`. */
export function nameIn(root: string, path: string): string {
  return (isAbsolute(path) ? relative(root, path) : path).split(sep).join("/");
}
