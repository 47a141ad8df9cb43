import { execFile } from "node:child_process";
import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { packFolder } from "../consumer/scratch-consumer.js";
import { compilers, root } from "./typescript-compilers.js";

/**
 * Puts what the package would ship into `<folder>/node_modules/agent-guardrails`: its manifest and freshly emitted files. Imports
 * then go through its `exports`, as a user's do.
 */
export async function installEmittedGuards(folder: string): Promise<void> {
  await emitGuards(path.join(folder, "node_modules/agent-guardrails"));
}

/** The tarball that `npm publish` would upload, of freshly emitted files. */
export async function packGuards(folder: string): Promise<string> {
  const home = path.join(folder, "package");
  await emitGuards(home);
  for (const file of ["README.md", "LICENSE"]) await cp(path.join(root, "types", file), path.join(home, file));
  return packFolder(home, "agent-guardrails", folder);
}

/** Does not touch `types/dist`, which others may be building. */
async function emitGuards(home: string): Promise<void> {
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  const compiler = path.join(root, compilers["7.0"]);
  await promisify(execFile)(process.execPath, [compiler, "-p", path.join(root, "types/tsconfig.build.json"), "--outDir", path.join(home, "dist")]);
  await cp(path.join(root, "types/package.json"), path.join(home, "package.json"));
}
