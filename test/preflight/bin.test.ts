import { spawn } from "node:child_process";
import { describe, expect, it } from "vitest";
import { GOOD_TOOL, tree } from "./tree.js";

const bin = new URL("../../dist/src/preflight/bin.js", import.meta.url).pathname;

describe("the program in a pipe", () => {
  it.each([["preflight", "--fail-on", "never"], ["preflight", "--format", "html", "--fail-on", "never"], ["init"]])("keeps its exit code and its calm if nobody reads to the end: %s", async (...args) => {
    const child = spawn(process.execPath, [bin, ...args], { cwd: tree({ "src/clock.ts": GOOD_TOOL }), stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.destroy();
    let err = "";
    child.stderr.on("data", (text: Buffer) => { err += text.toString(); });
    const code = await new Promise((resolve) => child.on("close", resolve));

    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});
