import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const majors = new Map<string, number | undefined>();
const MOST_KNOWN = 4_000;

/** The major version of a package that a file of a folder would get; `undefined` where none is installed. Asked once a folder. */
export function installedMajor(folder: string, name: string): number | undefined {
  const key = `${name}\0${folder}`;
  if (majors.has(key)) return majors.get(key);
  if (majors.size >= MOST_KNOWN) majors.clear();
  const parent = dirname(folder);
  const major = majorIn(folder, name) ?? (parent === folder ? undefined : installedMajor(parent, name));
  majors.set(key, major);
  return major;
}

function majorIn(folder: string, name: string): number | undefined {
  try {
    const { version } = JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")) as { readonly version?: unknown };
    const major = typeof version === "string" ? Number.parseInt(version, 10) : Number.NaN;
    return Number.isNaN(major) ? undefined : major;
  } catch {
    return undefined;
  }
}
