#!/usr/bin/env node
/**
 * Writes what the documentation can take from the built rules: the head and the checklist of each rule's page, and the
 * table in the README. With `--check` it only says whether they are up to date.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

if (!existsSync(join(root, "dist", "src", "index.js"))) {
  console.error("The rules are not built: run `npm run build` first.");
  process.exit(1);
}

const check = process.argv.includes("--check") ? ["--check"] : [];
const { status, error } = spawnSync(process.execPath, [join(root, "node_modules", "eslint-doc-generator", "dist", "bin", "eslint-doc-generator.js"), ...check], {
  cwd: root,
  stdio: "inherit",
});
if (error !== undefined) console.error(error.message);
process.exit(status ?? 1);
