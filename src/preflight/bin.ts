#!/usr/bin/env node
import { run } from "./cli.js";
import { today } from "./preflight.js";

const { stdout, stderr, env } = process;

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  today: today(),
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  columns: stdout.isTTY ? stdout.columns : undefined,
  watched: stderr.isTTY,
  colour: stdout.isTTY && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb",
});
