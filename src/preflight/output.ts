import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { PreflightError, reasonOf } from "./preflight-error.js";

export interface Output {
  /** As somebody gave it, relative to the folder of the run. */
  readonly path: string;
  readonly text: string;
}

/** Writes every file whole or none of them: somebody may read one while it is being written, and a run may be cut off. */
export function writeWhole(outputs: readonly Output[], cwd: string): void {
  const written: { readonly half: string; readonly whole: string; readonly path: string }[] = [];
  try {
    for (const { path, text } of outputs) {
      const whole = resolve(cwd, path);
      if (written.some((each) => each.whole === whole)) continue;
      const half = `${whole}.${String(process.pid)}.tmp`;
      sayingWhich(path, () => {
        writeFileSync(half, text);
        written.push({ half, whole, path });
        // What a rename would stumble over is known before the first one.
        if (statSync(whole, { throwIfNoEntry: false })?.isDirectory() === true) throw new PreflightError(`${path} cannot be written: it is a folder.`);
      });
    }
    for (const { half, whole, path } of written) sayingWhich(path, () => { renameSync(half, whole); });
  } finally {
    for (const { half } of written) rmSync(half, { force: true });
  }
}

function sayingWhich(path: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    throw error instanceof PreflightError ? error : new PreflightError(`${path} cannot be written: ${reasonOf(error)}.`);
  }
}
