#!/usr/bin/env node
import { run } from "./cli.js";

const { stdout, stderr, env } = process;

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  columns: stdout.isTTY ? stdout.columns : undefined,
  watched: stderr.isTTY,
  colour: stdout.isTTY && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb",
});
