import { execFile } from "node:child_process";
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
  run(command: string, ...args: readonly string[]): Promise<Outcome>;
  remove(): void;
}

export interface Outcome {
  /** Exit code; `null` if the command was ended by a signal. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Packing and installing take seconds on an idle machine, and minutes on a busy one. */
export const INSTALL_DEADLINE = 400_000;

interface Wanted {
  readonly ours?: readonly OurPackage[];
  /** Whatever npm installs: names with a version, or tarballs. */
  readonly others?: readonly string[];
}

/** Installs for production only: no development dependency of anyone. */
export async function createConsumer({ ours = [], others = [] }: Wanted): Promise<Consumer> {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "agent-guardrails-consumer-")));
  const consumer: Consumer = {
    path,
    installed: () => packagesBelow(join(path, "node_modules")).toSorted(),
    write(file, text) {
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    },
    run: (command, ...args) => run(path, command, args),
    remove() {
      rmSync(path, { recursive: true, force: true });
    },
  };
  consumer.write("package.json", `{ "name": "consumer", "private": true, "type": "module" }`);
  try {
    const tarballs = await Promise.all(ours.map((name) => pack(name, path)));
    succeed(await consumer.run("npm", "install", "--omit=dev", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", ...tarballs, ...others));
    return consumer;
  } catch (error) {
    consumer.remove();
    throw error;
  }
}

// A test must not wait with its hands tied: a worker that does not answer for a minute fails the whole run.
function run(cwd: string, command: string, args: readonly string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(command, args, { cwd, encoding: "utf8", maxBuffer: 64 * 2 ** 20 }, (error, stdout, stderr) => {
      const code = error ? (error.code ?? null) : 0;
      if (typeof code === "string") reject(new Error(`${command} did not start`, { cause: error }));
      else resolve({ status: code, stdout, stderr });
    });
  });
}

/** The version of a package that this repository is developed against, as something to install. */
export function pinned(name: keyof typeof manifest.devDependencies, as: string = name): string {
  return `${as}@${manifest.devDependencies[name].replace(/^npm:.+@/, "")}`;
}

/** Returns what the command printed, or says what went wrong. */
export function succeed({ status, stdout, stderr }: Outcome): string {
  if (status !== 0) throw new Error(`Exit code ${String(status)}\n${stdout}\n${stderr}`);
  return stdout;
}

/** What `npm publish` would upload, from the output of the last build. */
function pack(name: OurPackage, destination: string): Promise<string> {
  const folder = name === "agent-guardrails" ? join(root, "types") : root;
  if (!existsSync(join(folder, "dist"))) throw new Error(`${join(folder, "dist")} does not exist: run \`npm run build\` first.`);
  return packFolder(folder, name, destination);
}

/** The tarball that npm makes of a folder; no script runs. */
export async function packFolder(folder: string, name: OurPackage, destination: string): Promise<string> {
  succeed(await run(folder, "npm", ["pack", "--ignore-scripts", "--pack-destination", destination]));
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
