import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { styleText } from "node:util";
import { createTwoFilesPatch } from "diff";
import { writeWhole } from "../output.js";
import { PreflightError, reasonOf } from "../preflight-error.js";
import { planCiStep } from "./ci-step.js";
import { planEslintConfig } from "./eslint-config.js";
import type { PlannedFile } from "./planned-file.js";
import { planPreflightFile } from "./preflight-file.js";
import { readProject, type Project } from "./project.js";

export interface InitOptions {
  readonly cwd: string;
  /** Without it, nothing is changed. */
  readonly apply: boolean;
  readonly out: (text: string) => void;
  readonly colour: boolean;
}

/** Sets a project up for linting and preflight: shows every change first, and makes none unless it is told to. */
export function init({ cwd, apply, out, colour }: InitOptions): void {
  const project = readProject(cwd);
  const plans = [planEslintConfig(project), planCiStep(project), planPreflightFile(project)].flatMap((plan) => plan ?? []);
  const files = plans.flatMap((plan) => ("file" in plan ? [plan.file] : []));
  for (const file of files) out(`${patchOf(file, colour)}\n`);
  for (const plan of plans) if ("advice" in plan) out(`${plan.advice.name} is left as it is. ${plan.advice.text}\n`);
  const missing = missingPackages(project);
  if (missing.length > 0) out(`Not installed yet: ${INSTALL[project.packageManager]} ${missing.join(" ")}.\n`);
  if (files.length === 0) out(`${plans.length + missing.length === 0 ? "Everything" : "The rest"} is set up; nothing to change.\n`);
  else if (!apply) out("Nothing was changed. Run it again with --yes to make these changes.\n");
  else {
    for (const { name } of files) makeFolderOf(name, cwd);
    writeWhole(files.map(({ name, after }) => ({ path: name, text: after })), cwd);
    out(`Written: ${files.map(({ name }) => name).join(", ")}.\n`);
  }
}

function patchOf({ name, before, after }: PlannedFile, colour: boolean): string {
  const patch = createTwoFilesPatch(before === undefined ? "/dev/null" : `a/${name}`, `b/${name}`, before ?? "", after).split("\n").slice(1).join("\n").trimEnd();
  if (!colour) return patch;
  return patch
    .split("\n")
    .map((line) => (line.startsWith("+") ? styleText("green", line, { validateStream: false }) : line.startsWith("-") ? styleText("red", line, { validateStream: false }) : line.startsWith("@@") ? styleText("cyan", line, { validateStream: false }) : line))
    .join("\n");
}

function makeFolderOf(name: string, cwd: string): void {
  try {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
  } catch (error) {
    throw new PreflightError(`${name} cannot be written: ${reasonOf(error)}.`);
  }
}

const INSTALL: Readonly<Record<Project["packageManager"], string>> = { npm: "npm install --save-dev", pnpm: "pnpm add --save-dev", yarn: "yarn add --dev", bun: "bun add --dev" };

function missingPackages({ dependencies, typescriptParser }: Project): readonly string[] {
  return ["eslint", "eslint-plugin-agent-guardrails", ...(typescriptParser === undefined ? [] : [typescriptParser])].filter((name) => !dependencies.has(name));
}
