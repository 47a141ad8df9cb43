import { resolve } from "node:path";
import { joinAttestations, policyAnswers, readAttestations } from "./attestations.js";
import { collectSources } from "./collect.js";
import { evaluate } from "./evaluate.js";
import { collectEvidence, evidenceInSource, joinEvidence, residencyEvidence } from "./evidence/collect-evidence.js";
import { lintSetup } from "./lint-setup.js";
import { PreflightError } from "./preflight-error.js";
import type { PreflightReport } from "./report.js";
import { rootFolder, sourceFiles } from "./source-files.js";

export interface PreflightOptions {
  /** Where the project and its ESLint are looked for; the current folder by default. */
  readonly cwd?: string;
  /** The folder that the report is about: files are named from there, and its preflight file lies there. `cwd` by default. */
  readonly root?: string;
  /** Folders and files to examine, relative to `cwd`; all of it by default. */
  readonly paths?: readonly string[];
  /** The day against which attestations are held, as `YYYY-MM-DD`; today by default. */
  readonly today?: string;
  readonly onFile?: (done: number, all: number) => void;
}

/** Examines a project and says of each row of the checklist whether it holds. Throws a `PreflightError` where it cannot. */
export async function preflight(options: PreflightOptions = {}): Promise<PreflightReport> {
  const cwd = resolve(options.cwd ?? process.cwd());
  const root = rootFolder(cwd, options.root ?? ".");
  const paths = options.paths !== undefined && options.paths.length > 0 ? options.paths : ["."];
  const files = await sourceFiles(root, cwd, paths);
  if (files.length === 0) throw new PreflightError(`There is no source file in ${paths.map((path) => (path === "." ? "the current folder" : path)).join(", ")}.`);
  // What a person wrote is read first, so that a mistake in it costs nobody a long run.
  const answers = await readAttestations(root);
  const setup = await lintSetup(cwd, root);
  const sources = await collectSources(files, { root, setup, ...(options.onFile ? { onFile: options.onFile } : {}) });
  const evidence = await collectEvidence(cwd, root, paths, files);
  const regions = [...sources.policies].flatMap(({ residency }) => residency ?? []);
  return evaluate(
    {
      findings: [...sources.findings, ...evidence.findings],
      suppressed: sources.suppressed,
      inventory: sources.inventory,
      evidence: joinEvidence([evidence.entries, evidenceInSource(sources.inventory), residencyEvidence(await setup.configOf(files[0] ?? cwd), root, regions)]),
      attestations: joinAttestations([answers, policyAnswers(sources.policies)]),
      files: { examined: sources.examined, withAgents: sources.withAgents, unexamined: sources.unexamined },
      rules: sources.rules.list(),
    },
    options.today ?? today(),
  );
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
