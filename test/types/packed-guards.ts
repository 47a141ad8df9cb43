import { execFile } from "node:child_process";
import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { compilers, root } from "./typescript-compilers.js";

/**
 * Installs what the package would ship into `<folder>/node_modules/agent-guardrails`: its manifest and freshly emitted files. Imports
 * then go through its `exports`, as a user's do. Does not touch `types/dist`, which others may be building.
 */
export async function installPackedGuards(folder: string): Promise<void> {
  const home = path.join(folder, "node_modules/agent-guardrails");
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  const compiler = path.join(root, compilers["7.0"]);
  await promisify(execFile)(process.execPath, [compiler, "-p", path.join(root, "types/tsconfig.build.json"), "--outDir", path.join(home, "dist")]);
  await cp(path.join(root, "types/package.json"), path.join(home, "package.json"));
}
