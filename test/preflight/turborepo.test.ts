import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { packageNames, workspace } from "./workspace.js";

const root = new URL("../..", import.meta.url).pathname;
const bin = join(root, "dist/src/preflight/bin.js");
const turbo = createRequire(import.meta.url).resolve("turbo/bin/turbo");

const page = readFileSync(join(root, "docs/preflight.md"), "utf8");
const section = page.slice(page.indexOf("With Turborepo"), page.indexOf("## Setting a project up"));
const [packageJson, turboJson] = [...section.matchAll(/```json\n(?<text>[^`]+)```/gu)].map(({ groups }) => groups!.text!);
const [turboRun, merge] = /```sh\n(?<text>[^`]+)```/u.exec(section)!.groups!.text!.trim().split("\n");

interface Ran {
  readonly code: number;
  readonly out: string;
}

function execute(cwd: string, file: string, args: readonly string[]): Promise<Ran> {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1", DO_NOT_TRACK: "1" };
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], { cwd, env, maxBuffer: 16 * 2 ** 20 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, out: error && stdout === "" ? stderr : stdout });
    });
  });
}

/** The workspace as somebody would set it up who follows the page. */
function withTurborepo(): string {
  const cwd = workspace({
    "package.json": JSON.stringify({ name: "shop", private: true, type: "module", packageManager: "npm@11.0.0", workspaces: ["packages/*"] }),
    "turbo.json": turboJson!,
    ".gitignore": "generated/\n.turbo/\nnode_modules/\n",
  });
  const scripts = (JSON.parse(packageJson!) as { scripts: object }).scripts;
  for (const name of packageNames) {
    const path = join(cwd, "packages", name, "package.json");
    const manifest = JSON.parse(readFileSync(path, "utf8")) as { scripts?: object };
    writeFileSync(path, JSON.stringify({ ...manifest, version: "1.0.0", scripts: { ...manifest.scripts, ...scripts } }));
  }
  mkdirSync(join(cwd, "node_modules", ".bin"), { recursive: true });
  const command = join(cwd, "node_modules", ".bin", "agent-guardrails");
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
  chmodSync(command, 0o755);
  return cwd;
}

describe("Turborepo with the files of the page on preflight", () => {
  let cwd: string;
  const runTasks = (): Promise<Ran> => execute(cwd, turbo, turboRun!.split(" ").slice(1));
  const cached = ({ out }: Ran): string | undefined => /Cached:\s+(?<count>\d+ cached, \d+ total)/u.exec(out)?.groups?.count;
  /** The packages whose report was made anew. */
  const ranAnew = ({ out }: Ran): readonly string[] => packageNames.filter((name) => out.includes(`${name}:preflight: cache miss`));

  /** What the cache knows each package's task by. */
  const hashes = async (): Promise<Readonly<Record<string, string>>> => {
    const { tasks } = JSON.parse((await execute(cwd, turbo, [...turboRun!.split(" ").slice(1), "--dry=json"])).out) as { tasks: { package: string; hash: string }[] };
    return Object.fromEntries(tasks.map((task) => [task.package, task.hash]));
  };

  beforeAll(() => {
    cwd = withTurborepo();
  });

  it("makes one report a package, which merge to the report over the whole", async () => {
    const first = await runTasks();
    const reports = packageNames.map((name) => merge!.split(" ").at(-1)!.replace("*", name));
    const whole = await execute(cwd, bin, ["preflight", "--format", "json"]);
    const merged = await execute(cwd, bin, [...merge!.split(" ").slice(2, -1), ...reports, "--format", "json"]);

    expect(first).toMatchObject({ code: 0, out: expect.stringContaining("3 successful, 3 total") });
    expect(whole.out).toMatch(/^\{\n {2}"schemaVersion": 1,/u);
    expect(merged).toEqual(whole);
    expect(merged.code).toBe(1);
  });

  it("brings unchanged reports back from the cache", async () => {
    const before = packageNames.map((name) => readFileSync(join(cwd, "packages", name, "preflight.json"), "utf8"));
    for (const name of packageNames) rmSync(join(cwd, "packages", name, "preflight.json"));

    expect(cached(await runTasks())).toBe("3 cached, 3 total");
    expect(packageNames.map((name) => readFileSync(join(cwd, "packages", name, "preflight.json"), "utf8"))).toEqual(before);
  });

  it("makes a report anew if a package changes that its own depends on", async () => {
    writeFileSync(join(cwd, "packages/hr/src/more.ts"), "export const more = 1;\n");

    expect(ranAnew(await runTasks())).toEqual(["hr", "it"]);
  });

  it.each([".env.example", "agent-guardrails.preflight.json", "eslint.config.mjs", ".github/workflows/ci.yml", "deploy/agent.yaml"])("would make every report anew if a file of the root changed that speaks for all: %s", async (file) => {
    const before = await hashes();
    const path = join(cwd, file);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, file.endsWith(".json") ? "{}" : "# Changed.\n");
    const after = await hashes();

    expect(packageNames.filter((name) => before[name] !== after[name])).toEqual([...packageNames]);
  });
});
