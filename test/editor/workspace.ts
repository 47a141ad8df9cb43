import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A folder as a person has it open, with our two packages among its dependencies. */
export interface Workspace {
  readonly path: string;
  uri(file: string): string;
  remove(): void;
}

/** Lays the files in a new folder, outside this repository, and links the packages into its `node_modules`. */
export function createWorkspace(files: Readonly<Record<string, string>>, packages: readonly string[]): Workspace {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "agent-guardrails-editor-")));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  for (const name of packages) link(name, join(path, "node_modules", name));
  return {
    path,
    uri: (file) => pathToFileURL(join(path, file)).href,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** The absolute path of a file of a development dependency. */
export function fileOf(packageName: string, file: string): string {
  return join(folderOf(packageName), file);
}

function link(packageName: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(folderOf(packageName), target, "dir");
}

function folderOf(packageName: string): string {
  if (packageName === "eslint-plugin-agent-guardrails") return root;
  const folders = createRequire(join(root, "package.json")).resolve.paths(packageName) ?? [];
  const [nearest] = folders;
  if (nearest === undefined) throw new Error(`${packageName} is no package.`);
  return realpathSync(join(nearest, packageName));
}
