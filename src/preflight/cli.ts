import { Command, CommanderError, Option } from "commander";
import { preflight } from "./preflight.js";
import { PreflightError, reasonOf } from "./preflight-error.js";
import type { PreflightReport } from "./report.js";
import { renderJson } from "./render/json.js";
import { renderText } from "./render/text.js";

/** What the program may touch, so that tests can stand in for a terminal. */
export interface Terminal {
  readonly cwd: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Columns, where the output is a terminal. */
  readonly columns: number | undefined;
  readonly colour: boolean;
}

const FORMATS = ["text", "json"] as const;
type Format = (typeof FORMATS)[number];

interface Flags {
  readonly format: Format;
  readonly root?: string;
}

/** Runs the program; gives back its exit code: 0 all rows hold, 1 a row fails or is open, 2 it could not run. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const program = new Command("agent-guardrails").description("Evidence for the hardening checklist of LLM agents").exitOverride().configureOutput({ writeOut: terminal.out, writeErr: terminal.err });
  program
    .command("preflight")
    .description("says of each row of the checklist whether it holds, and shows the evidence")
    .argument("[paths...]", "folders and files to examine", ["."])
    .addOption(new Option("--format <format>", "how to write the report").choices(FORMATS).default("text"))
    .option("--root <folder>", "the folder that files are named from")
    .action(async (paths: readonly string[], flags: Flags) => {
      const report = await preflight({ cwd: terminal.cwd, paths, ...(flags.root === undefined ? {} : { root: flags.root }) });
      terminal.out(render(report, flags.format, terminal));
      code = report.rows.some(({ kind, verdict }) => kind === "row" && (verdict === "fail" || verdict === "needs-attestation")) ? 1 : 0;
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

function render(report: PreflightReport, format: Format, terminal: Terminal): string {
  return format === "json" ? renderJson(report) : renderText(report, { colour: terminal.colour, ...(terminal.columns === undefined ? {} : { width: terminal.columns }) });
}
