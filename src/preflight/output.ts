import { renameSync, rmSync, writeFileSync } from "node:fs";
import { PreflightError, reasonOf } from "./preflight-error.js";

/** Writes a file whole or not at all: somebody may read it while it is being written, and a run may be cut off. */
export function writeWhole(path: string, text: string): void {
  const half = `${path}.${String(process.pid)}.tmp`;
  try {
    writeFileSync(half, text);
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw new PreflightError(`${path} cannot be written: ${reasonOf(error)}.`);
  }
}
