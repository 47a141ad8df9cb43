import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMap, parseDocument } from "yaml";
import type { Project } from "./project.js";
import type { Plan } from "./planned-file.js";

const WORKFLOWS = join(".github", "workflows");
const GITLAB = ".gitlab-ci.yml";
const COMMAND = "agent-guardrails preflight";

const INSTALL: Readonly<Record<Project["packageManager"], string>> = { npm: "npm ci", pnpm: "pnpm install --frozen-lockfile", yarn: "yarn install --immutable", bun: "bun install --frozen-lockfile" };
const RUN: Readonly<Record<Project["packageManager"], string>> = { npm: "npx", pnpm: "pnpm exec", yarn: "yarn", bun: "bunx" };

/** The step that runs preflight on CI: a job of GitLab where that is used, else a workflow of GitHub. */
export function planCiStep(project: Project): Plan {
  if (isCalledAlready(project.folder)) return undefined;
  if (existsSync(join(project.folder, GITLAB))) return gitlabJob(project);
  const name = ".github/workflows/agent-guardrails.yml";
  return existsSync(join(project.folder, name)) ? undefined : { file: { name, before: undefined, after: githubWorkflow(project) } };
}

function isCalledAlready(folder: string): boolean {
  const workflows = join(folder, WORKFLOWS);
  const files = [...(existsSync(workflows) ? readdirSync(workflows).map((name) => join(workflows, name)) : []), join(folder, GITLAB)];
  return files.some((path) => /\.ya?ml$/u.test(path) && existsSync(path) && readFileSync(path, "utf8").includes(COMMAND));
}

function gitlabJob(project: Project): Plan {
  const before = readFileSync(join(project.folder, GITLAB), "utf8");
  const document = parseDocument(before);
  if (document.errors.length > 0 || !isMap(document.contents)) return { advice: { name: GITLAB, text: `Add a job that runs \`${RUN[project.packageManager]} ${COMMAND}\` to ${GITLAB}.` } };
  const job = `\nagent-guardrails:\n  image: node:22\n  script:\n    - ${INSTALL[project.packageManager]}\n    - ${RUN[project.packageManager]} ${COMMAND} --output preflight.md\n  artifacts:\n    when: always\n    paths: [preflight.md]\n`;
  return { file: { name: GITLAB, before, after: `${before.replace(/\n*$/u, "\n")}${job}` } };
}

function githubWorkflow({ packageManager }: Project): string {
  const prepare = packageManager === "pnpm" ? "      - uses: pnpm/action-setup@v4\n" : packageManager === "bun" ? "      - uses: oven-sh/setup-bun@v2\n" : "";
  return `name: Agent guardrails
on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read
  security-events: write

jobs:
  preflight:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
${prepare}      - uses: actions/setup-node@v5
        with:
          node-version: 22
      - run: ${INSTALL[packageManager]}
      - run: ${RUN[packageManager]} ${COMMAND} --output preflight.sarif --output preflight.md
      - if: always()
        run: cat preflight.md >> "$GITHUB_STEP_SUMMARY"
      - if: always()
        uses: github/codeql-action/upload-sarif@v3
        with:
          sarif_file: preflight.sarif
`;
}
