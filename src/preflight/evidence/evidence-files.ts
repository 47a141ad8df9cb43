import { readFileSync, statSync } from "node:fs";
import { below, nameIn } from "../source-files.js";
import { PreflightError, reasonOf } from "../preflight-error.js";

/** A file beside the source, by what it is for. */
export interface EvidenceFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly role: "manifest" | "langgraph" | "workflow" | "environment" | "container" | "deployment";
}

const ROLES: readonly (readonly [role: EvidenceFile["role"], name: RegExp])[] = [
  ["manifest", /(?:^|\/)package\.json$/u],
  ["langgraph", /(?:^|\/)langgraph\.json$/u],
  ["workflow", /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$|(?:^|\/)\.gitlab-ci\.ya?ml$/u],
  ["environment", /(?:^|\/)\.env\.(?:example|template|sample|dist|production|prod|staging)$/u],
  ["container", /(?:^|\/)(?:[\w.-]+\.)?Dockerfile(?:\.[\w.-]+)?$/u],
  ["deployment", /\.ya?ml$/u],
];

const TEMPLATES = ".env.{example,template,sample,dist,production,prod,staging}";
const IMAGES = "{*.,}Dockerfile{,.*}";
const COMPOSE = "{compose,docker-compose}*.{yml,yaml}";
const DEPLOYS = "{k8s,kubernetes,deploy,deployment,deployments,manifests,helm,chart,charts,infra,ops}/**/*.{yml,yaml}";
const ANYWHERE = ["package.json", "langgraph.json", TEMPLATES, IMAGES, COMPOSE, DEPLOYS];
const PATTERNS = ANYWHERE.map((pattern) => `**/${pattern}`);
/** What lies at the top of a repository speaks for every part of it. */
const AT_THE_TOP = [...ANYWHERE, ".github/workflows/*.{yml,yaml}", ".gitlab-ci.{yml,yaml}"];

const LARGEST = 1_000_000;

/** The files beside the source: below the examined folders, and at the top of the tree. */
export async function evidenceFiles(root: string, folders: readonly string[]): Promise<readonly EvidenceFile[]> {
  const paths = new Set<string>();
  for (const folder of folders) for (const path of await below(root, folder, PATTERNS, true)) paths.add(path);
  for (const path of await below(root, root, AT_THE_TOP, true)) paths.add(path);
  return [...paths].sort().flatMap((path) => {
    const name = nameIn(root, path);
    const role = ROLES.find(([, pattern]) => pattern.test(name))?.[0];
    return role === undefined || statSync(path).size > LARGEST ? [] : [{ name, path, text: read(path, name), role }];
  });
}

function read(path: string, name: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new PreflightError(`${name} cannot be read: ${reasonOf(error)}.`);
  }
}
