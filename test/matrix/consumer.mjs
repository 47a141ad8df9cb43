import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { NODE } from "./combinations.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const PLUGIN = "eslint-plugin-agent-guardrails";
const GUARDS = "agent-guardrails";
/** Where the second compiler lies, when there are two. */
const NATIVE = "@typescript/native";
const PROJECT = "project-";

export const scratch = realpathSync(mkdtempSync(join(tmpdir(), "agent-guardrails-matrix-")));

export function removeScratch() {
  rmSync(scratch, { recursive: true, force: true });
}

/** Each project holds some hundred megabytes of other people's packages. */
export function removeProjects() {
  for (const entry of readdirSync(scratch)) if (entry.startsWith(PROJECT)) rmSync(join(scratch, entry), { recursive: true, force: true });
}

/** What `npm publish` would upload of both packages, from the output of the last build. */
export function packOurs() {
  for (const output of ["dist", join("types", "dist")]) {
    if (!existsSync(join(root, output))) throw new Error(`${output} does not exist: run \`npm run build\` first.`);
  }
  succeed(run(root, "npm", ["pack", "--ignore-scripts", "--workspaces", "--include-workspace-root", "--pack-destination", scratch]));
  const tarballOf = (name) => {
    const found = readdirSync(scratch).find((file) => file.startsWith(`${name}-`) && file.endsWith(".tgz"));
    if (found === undefined) throw new Error(`${name} was not packed.`);
    return join(scratch, found);
  };
  return { [PLUGIN]: tarballOf(PLUGIN), [GUARDS]: tarballOf(GUARDS) };
}

/** The packages of a combination: where each lies below `node_modules`, and its exact version. */
function packagesOf({ eslint, parser, typescript, compiler, zod, core, langgraph, hasParser }) {
  return {
    eslint,
    ...(hasParser && { "@typescript-eslint/parser": parser }),
    typescript,
    ...(compiler !== typescript && { [NATIVE]: compiler }),
    zod,
    "@langchain/core": core,
    "@langchain/langgraph": langgraph,
  };
}

export function compilerOf({ compiler, typescript }) {
  return join("node_modules", compiler === typescript ? "typescript" : NATIVE, "bin", "tsc");
}

/** A project of somebody else's with these files and nothing installed. */
export function createProject(files) {
  const project = mkdtempSync(join(scratch, PROJECT));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text);
  return project;
}

/** Installs as a person does, from the registry that npm is configured for. */
export function install(project, combination, tarballs) {
  const others = Object.entries(packagesOf(combination)).map(([name, version]) => (name === NATIVE ? `${name}@npm:typescript@${version}` : `${name}@${version}`));
  const ours = [tarballs[PLUGIN], ...(combination.hasGuards ? [tarballs[GUARDS]] : [])];
  return run(project, "npm", ["install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--save-exact", ...ours, ...others]);
}

/** Puts in place what `npm ci` brought for our own development, and unpacks our tarballs among it. */
export function link(project, combination, tarballs) {
  for (const [name, tarball] of Object.entries(tarballs)) {
    const folder = join(project, "node_modules", name);
    mkdirSync(folder, { recursive: true });
    succeed(run(project, "tar", ["-xzf", tarball, "-C", folder, "--strip-components=1"]));
    for (const dependency of Object.keys(manifestOf(folder).dependencies)) place(project, dependency, join(root, "node_modules", dependency));
  }
  for (const [name, version] of Object.entries(packagesOf(combination))) place(project, name, installedFolder(name, version));
}

/** Beside one compiler or the other: what loads `typescript` is copied, so that it finds the one of this project. */
function place(project, name, folder) {
  const target = join(project, "node_modules", name);
  if (existsSync(target)) return;
  mkdirSync(dirname(target), { recursive: true });
  if (!loadsCompiler(name)) {
    symlinkSync(folder, target, "dir");
    return;
  }
  cpSync(folder, target, { recursive: true, dereference: true });
  for (const copied of [folder, ...packagesBelow(folder)]) {
    for (const dependency of Object.keys(manifestOf(copied).dependencies ?? {})) {
      const shared = join(root, "node_modules", dependency);
      if (existsSync(shared)) place(project, dependency, shared);
    }
  }
}

function packagesBelow(folder) {
  const below = join(folder, "node_modules");
  if (!existsSync(below)) return [];
  return readdirSync(below)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => (name.startsWith("@") ? readdirSync(join(below, name)).map((part) => join(below, name, part)) : [join(below, name)]))
    .flatMap((nested) => [nested, ...packagesBelow(nested)]);
}

function loadsCompiler(name) {
  return name.startsWith("@typescript-eslint/") || name === "ts-api-utils";
}

/** Other versions of a package are installed under names of their own, such as `typescript-5.9`. */
function installedFolder(name, version) {
  const scope = name.startsWith("@") ? dirname(name) : "";
  const parent = join(root, "node_modules", name === "typescript" || name === NATIVE ? "" : scope);
  const candidates = [...readdirSync(parent).filter((entry) => entry.startsWith(name.replace(`${scope}/`, ""))).map((entry) => join(parent, entry)), join(root, "node_modules", NATIVE)];
  const wanted = name === NATIVE ? "typescript" : name;
  const found = candidates.find((folder) => {
    if (!existsSync(join(folder, "package.json"))) return false;
    const manifest = manifestOf(folder);
    return manifest.name === wanted && manifest.version === version;
  });
  if (found === undefined) throw new Error(`${wanted} ${version} is not installed here.`);
  return found;
}

/** What is installed and is not what was wanted. */
export function strangers(project, combination) {
  return Object.entries(packagesOf(combination)).flatMap(([name, version]) => {
    const folder = join(project, "node_modules", name);
    const found = existsSync(folder) ? manifestOf(folder).version : "nothing";
    return found === version ? [] : [`${name} ${found} instead of ${version}`];
  });
}

const nodes = new Map();

/** The path of a Node.js of that line: the one that runs this, or one that the registry has; `undefined` where none can be had. */
export function nodeOf(line) {
  if (process.versions.node.startsWith(`${String(line)}.`)) return process.execPath;
  if (!nodes.has(line)) nodes.set(line, fetchNode(line));
  return nodes.get(line);
}

function fetchNode(line) {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const folder = join(scratch, `node-${String(line)}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true }');
  run(folder, "npm", ["install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", `${name}@${NODE[line]}`]);
  const path = join(folder, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(path) && run(folder, path, ["--version"]).stdout.trim() === `v${NODE[line]}` ? path : undefined;
}

export function run(cwd, command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 64 * 2 ** 20 });
  if (error) throw new Error(`${command} did not start: ${error.message}`);
  return { status, stdout, stderr };
}

function succeed({ status, stdout, stderr }) {
  if (status !== 0) throw new Error(`Exit code ${String(status)}\n${stdout}\n${stderr}`);
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}
