import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** The compilers that the package supports, by the path of their command line. */
export const compilers = {
  "5.9": "node_modules/typescript-5.9/bin/tsc",
  "6.0": "node_modules/typescript/bin/tsc",
  "7.0": "node_modules/@typescript/native/bin/tsc",
} as const;
export type CompilerVersion = keyof typeof compilers;

/** A compilation takes seconds on an idle machine, and minutes on a busy one. */
export const COMPILE_DEADLINE = 400_000;

export interface Diagnostic {
  /** Base name. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly code: string;
  /** The message and everything below it, on one line. */
  readonly message: string;
}

export interface Compilation {
  readonly output: string;
  readonly diagnostics: readonly Diagnostic[];
}

export async function compile(version: CompilerVersion, tsconfig: string, ...flags: string[]): Promise<Compilation> {
  const command = path.join(root, compilers[version]);
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, [command, "-p", tsconfig, "--pretty", "false", ...flags], { maxBuffer: 64 * 2 ** 20, cwd: root }, (error, stdout, stderr) => {
      // tsc exits with 1 or 2 for a program with errors; anything else is a crash.
      if (error && error.code !== 1 && error.code !== 2) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
  return { output, diagnostics: parseDiagnostics(output) };
}

function parseDiagnostics(output: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  for (const line of output.split("\n")) {
    const head = /^(.+?)\((\d+),\d+\): error (TS\d+): (.*)$/.exec(line);
    const last = diagnostics.at(-1);
    if (head) {
      const [, file = "", at, code = "", message = ""] = head;
      diagnostics.push({ file: path.basename(file), line: Number(at), code, message });
    } else if (line.startsWith("error TS")) {
      diagnostics.push({ file: "", line: 0, code: "", message: line });
    } else if (/^\s+\S/.test(line) && last) {
      diagnostics.splice(-1, 1, { ...last, message: `${last.message} ${line.trim()}` });
    }
  }
  return diagnostics;
}

export interface Expectation {
  readonly file: string;
  /** Of the line of code below the markers, from 1. */
  readonly line: number;
  /** One part of a message per error on that line. */
  readonly messages: readonly string[];
  readonly code: string;
}

/** What the `// @expect <part of the message>` markers of a program announce for the line below them. */
export function expectationsIn(file: string): Expectation[] {
  const expectations: Expectation[] = [];
  let messages: string[] = [];
  for (const [index, line] of readFileSync(file, "utf8").split("\n").entries()) {
    const message = /^\s*\/\/ @expect (.+)$/.exec(line)?.[1];
    if (message !== undefined) messages.push(message);
    else if (messages.length > 0) {
      expectations.push({ file: path.basename(file), line: index + 1, messages, code: line.trim() });
      messages = [];
    }
  }
  return expectations;
}
