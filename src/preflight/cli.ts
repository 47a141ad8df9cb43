import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { sinceBaseline } from "./baseline.js";
import { formatOf, formats, render, type Format } from "./formats.js";
import { gateLevels, stoppingRows, type GateLevel } from "./gate.js";
import { init } from "./init/init.js";
import { mergeReports } from "./merge.js";
import { nothingJudged } from "./nothing-judged.js";
import { writeWhole } from "./output.js";
import { preflight } from "./preflight.js";
import { isMissing, PreflightError, reasonOf } from "./preflight-error.js";
import { parseReport } from "./report-schema.js";
import type { PreflightReport } from "./report.js";

/** What the program may touch, so that tests can stand in for a terminal. */
export interface Terminal {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns, where the output is a terminal. */
  readonly columns: number | undefined;
  readonly colour: boolean;
  /** Whether somebody watches a long run. */
  readonly watched: boolean;
  /** The day against which answers are held, as `YYYY-MM-DD`. */
  readonly today: string;
}

interface Flags {
  readonly format: Format;
  readonly output: readonly string[];
  readonly root?: string;
  readonly failOn: { readonly level: GateLevel; readonly areas: boolean };
  readonly baseline?: string;
  readonly merge?: true;
  readonly allowNoAgents?: true;
  readonly title?: string;
  readonly sourceUrl?: string;
}

const manifest = createRequire(import.meta.url)("eslint-plugin-agent-guardrails/package.json") as { readonly version: string };

/** Runs the program; gives back its exit code: 0 all rows hold, 1 a row fails or is open, 2 it could not run or judge. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const program = new Command("agent-guardrails").description("Evidence for the hardening checklist of LLM agents").version(manifest.version).exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  program
    .command("preflight")
    .description("says of each row of the checklist whether it holds, and shows the evidence")
    .argument("[paths...]", "folders and files to examine; with --merge the reports to merge")
    .addOption(new Option("--format <format>", "how to print the report").choices(formats).default("text"))
    .addOption(new Option("--output <file>", "write the report to a file as well, in the format of its ending; may be repeated").argParser((path: string, all: readonly string[]) => [...all, path]).default([], "none"))
    .option("--root <folder>", "the folder that the report is about: files are named from there")
    .addOption(new Option("--fail-on <what>", `what ends with exit code 1: ${gateLevels.join(", ")}; and areas, to count the areas beside the rows as well`).argParser(parseFailOn).default({ level: "open", areas: false }, "open"))
    .option("--baseline <report>", "an earlier report as JSON: only what is new since then counts")
    .option("--merge", "put reports about parts of a workspace together")
    .option("--allow-no-agents", "end with exit code 0 where there is no agent code to judge")
    .option("--title <name>", "what the HTML page is about, such as the name of the project")
    .addOption(new Option("--source-url <address>", "where the source can be read: what stands before the path of a file, for the links of the HTML page").argParser(parseAddress))
    .addHelpText("after", "\nExit code: 0 all rows hold, 1 a row fails or is open, 2 preflight could not run, or found nothing to judge.")
    .action(async (paths: readonly string[], flags: Flags) => {
      code = await examine(paths, flags, terminal);
    });
  program
    .command("init")
    .description("sets a project up: ESLint config, CI step and preflight file; shows the changes and makes none without --yes")
    .option("--yes", "make the changes")
    .action(({ yes = false }: { readonly yes?: boolean }) => {
      init({ cwd: terminal.cwd, apply: yes, out: terminal.out, colour: terminal.colour });
    });
  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    terminal.err(`${error instanceof PreflightError ? error.message : `Preflight could not run: ${reasonOf(error)}.`}\n`);
    return 2;
  }
}

async function examine(paths: readonly string[], flags: Flags, terminal: Terminal): Promise<number> {
  const { cwd } = terminal;
  // Everything that can be wrong with the arguments is said before the work begins.
  const outputs = flags.output.map((path) => ({ path, format: formatOf(path) }));
  const baseline = flags.baseline === undefined ? undefined : readReport(flags.baseline, cwd);
  const whole = flags.merge === true ? merged(paths, terminal) : await watched(paths, flags.root, terminal);
  const report = baseline ? sinceBaseline(whole, baseline) : whole;
  const page = { ...(flags.title === undefined ? {} : { title: flags.title }), ...(flags.sourceUrl === undefined ? {} : { sourceUrl: flags.sourceUrl }) };
  writeWhole(outputs.map(({ path, format }) => ({ path, text: render(report, format, page) })), cwd);
  terminal.out(render(report, flags.format, { ...page, colour: terminal.colour, ...(terminal.columns === undefined ? {} : { width: terminal.columns }) }));
  if (nothingJudged(report) !== undefined && flags.allowNoAgents !== true && flags.failOn.level !== "never") {
    terminal.err("Nothing was judged, so this is no pass. If there is no agent to be found here, say --allow-no-agents.\n");
    return 2;
  }
  return stoppingRows(report, { ...flags.failOn, ...(baseline ? { baseline } : {}) }).length > 0 ? 1 : 0;
}

function merged(paths: readonly string[], { cwd, today }: Terminal): PreflightReport {
  if (paths.length === 0) throw new PreflightError("--merge needs the reports to merge.");
  return mergeReports(paths.map((path) => ({ name: path, report: readReport(path, cwd) })), today);
}

function readReport(path: string, cwd: string): PreflightReport {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, path), "utf8");
  } catch (error) {
    throw new PreflightError(isMissing(error) ? `There is no file ${path}.` : `${path} cannot be read: ${reasonOf(error)}.`);
  }
  return parseReport(text, path);
}

const REDRAW_MS = 100;

async function watched(paths: readonly string[], root: string | undefined, terminal: Terminal): Promise<PreflightReport> {
  let drawn = 0;
  const onFile = (done: number, all: number): void => {
    if (Date.now() - drawn < REDRAW_MS && done < all) return;
    drawn = Date.now();
    terminal.err(done < all ? `\r\u001B[2KExamining ${String(done + 1)} of ${String(all)} files` : "\r\u001B[2K");
  };
  return preflight({ cwd: terminal.cwd, paths, today: terminal.today, ...(root === undefined ? {} : { root }), ...(terminal.watched ? { onFile } : {}) });
}

function parseAddress(text: string): string {
  if (!/^https?:\/\//iu.test(text)) throw new InvalidArgumentError("It begins with https:// or http://.");
  return text;
}

function parseFailOn(text: string): Flags["failOn"] {
  const words = text.split(",").map((word) => word.trim());
  const level = gateLevels.find((each) => words.includes(each)) ?? "open";
  if (words.some((word) => word !== "areas" && word !== level)) throw new InvalidArgumentError(`It is ${gateLevels.join(", ")}, with or without areas.`);
  return { level, areas: words.includes("areas") };
}
