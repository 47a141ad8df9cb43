import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };

const root = fileURLToPath(new URL("../..", import.meta.url));

export type OurPackage = "agent-guardrails" | "eslint-plugin-agent-guardrails";

/** A project of somebody else's, which got our packages as tarballs, the way the registry hands them out. */
export interface Consumer {
  readonly path: string;
  /** What lies in `node_modules`, at any depth: name and version of each package. */
  installed(): readonly string[];
  write(file: string, text: string): void;
  run(command: string, ...args: readonly string[]): SpawnSyncReturns<string>;
  remove(): void;
}

/** Packing and installing take seconds on an idle machine, and minutes on a busy one. */
export const INSTALL_DEADLINE = 400_000;

interface Wanted {
  readonly ours: readonly OurPackage[];
  readonly others?: readonly string[];
}

/** Installs for production only: no development dependency of anyone. */
export function createConsumer({ ours, others = [] }: Wanted): Consumer {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "agent-guardrails-consumer-")));
  const consumer: Consumer = {
    path,
    installed: () => packagesBelow(join(path, "node_modules")).toSorted(),
    write(file, text) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    },
    run: (command, ...args) => spawnSync(command, args, { cwd: path, encoding: "utf8" }),
    remove() {
      rmSync(path, { recursive: true, force: true });
    },
  };
  consumer.write("package.json", `{ "name": "consumer", "private": true, "type": "module" }`);
  const tarballs = ours.map((name) => pack(name, path));
  succeed(consumer.run("npm", "install", "--omit=dev", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", ...tarballs, ...others));
  return consumer;
}

/** The version of a package that this repository is developed against, as something to install. */
export function pinned(name: keyof typeof manifest.devDependencies, as: string = name): string {
  return `${as}@${manifest.devDependencies[name].replace(/^npm:.+@/, "")}`;
}

/** Returns what the command printed, or says what went wrong. */
export function succeed({ status, stdout, stderr, error }: SpawnSyncReturns<string>): string {
  if (status !== 0) throw new Error(`Exit code ${String(status)}: ${error?.message ?? ""}\n${stdout}\n${stderr}`);
  return stdout;
}

/** What `npm publish` would upload, from the output of the last build. */
function pack(name: OurPackage, destination: string): string {
  const folder = name === "agent-guardrails" ? join(root, "types") : root;
  if (!existsSync(join(folder, "dist"))) throw new Error(`${join(folder, "dist")} does not exist: run \`npm run build\` first.`);
  succeed(spawnSync("npm", ["pack", "--ignore-scripts", "--pack-destination", destination], { cwd: folder, encoding: "utf8" }));
  const tarball = readdirSync(destination).find((file) => file.startsWith(`${name}-`) && file.endsWith(".tgz"));
  if (tarball === undefined) throw new Error(`${name} was not packed.`);
  return join(destination, tarball);
}

function packagesBelow(nodeModules: string): string[] {
  if (!existsSync(nodeModules)) return [];
  return readdirSync(nodeModules)
    .filter((name) => !name.startsWith("."))
    .flatMap((name) => (name.startsWith("@") ? readdirSync(join(nodeModules, name)).map((part) => join(name, part)) : [name]))
    .flatMap((name) => [described(join(nodeModules, name)), ...packagesBelow(join(nodeModules, name, "node_modules"))]);
}

function described(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name: string; version: string };
  return `${name}@${version}`;
}
