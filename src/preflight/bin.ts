#!/usr/bin/env node
import { run } from "./cli.js";
import { today } from "./preflight.js";

const { stdout, stderr, env } = process;

// `| head` reads no further: that is no failure of ours, and there is nobody left to tell.
for (const stream of [stdout, stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  today: today(),
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  columns: stdout.isTTY ? stdout.columns : undefined,
  watched: stderr.isTTY,
  colour: stdout.isTTY && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb",
});
