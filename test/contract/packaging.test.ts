import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parse } from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import plugin from "../../package.json" with { type: "json" };
import guards from "../../types/package.json" with { type: "json" };
import { walk } from "./syntax-walk.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly type: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const packages: readonly { readonly manifest: Manifest; readonly folder: string; readonly output: readonly string[] }[] = [
  { manifest: plugin, folder: root, output: ["dist/src", "dist/rules"] },
  { manifest: guards, folder: join(root, "types"), output: ["dist"] },
];

describe.each(packages)("the package $manifest.name", ({ manifest, folder, output }) => {
  const doors = Object.entries(manifest.exports);
  const modules = output.flatMap((part) => javascriptBelow(join(folder, part)));

  it("names each door by a plain path, with its declarations beside it", () => {
    expect(doors.length).toBeGreaterThan(1);
    for (const [door, target] of doors) {
      expect(target, door).toBeTypeOf("string");
      expect(existsSync(join(folder, String(target))), `${door} leads to ${String(target)}`).toBe(true);
      if (door !== "./package.json") {
        expect(existsSync(join(folder, String(target).replace(/\.js$/, ".d.ts"))), `${door} has declarations`).toBe(true);
      }
    }
  });

  it.each(doors.filter(([door]) => door !== "./package.json").map(([door]) => door))("opens %s", async (door) => {
    const target = pathToFileURL(join(folder, String(manifest.exports[door]))).href;

    const opened = (await import(/* @vite-ignore */ target)) as Readonly<Record<string, unknown>>;

    expect(Object.keys(opened)).not.toEqual([]);
  });

  it("imports at run time only what it depends on", () => {
    const allowed = new Set([...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)]);
    const foreign = modules.flatMap((file) =>
      importsOf(readFileSync(file, "utf8"))
        .filter((source) => !source.startsWith(".") && !isBuiltin(source))
        .filter((source) => !allowed.has(packageOf(source)))
        .map((source) => `${file}: ${source}`),
    );

    expect(modules.length).toBeGreaterThan(0);
    expect(foreign).toEqual([]);
  });

  it("packs what its doors need, a licence, and no source or test", () => {
    const packed = filesToPublish(folder);

    for (const [, target] of doors) expect(packed).toContain(String(target).replace(/^\.\//, ""));
    expect(packed).toContain("LICENSE");
    expect(packed.filter((file) => /(?<!\.d)\.ts$/.test(file))).toEqual([]);
    expect(packed.filter((file) => /^(src|rules|test|bench|examples)\//.test(file))).toEqual([]);
  });

  it("pins its dependencies and says which Node it runs on", () => {
    expect(manifest.type).toBe("module");
    expect(manifest.engines.node).toBe(plugin.engines.node);
    for (const [name, version] of Object.entries(manifest.dependencies)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("the two packages", () => {
  it("carry one version", () => {
    expect(guards.version).toBe(plugin.version);
  });

  it("know nothing of each other", () => {
    for (const { manifest } of packages) {
      const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
      expect(names).not.toContain(plugin.name);
      expect(names).not.toContain(guards.name);
    }
  });

  it("see a TypeScript compiler in what the plugin was given, never by import", () => {
    for (const { manifest } of packages) {
      const names = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
      expect(names.filter((name) => name === "typescript" || name.startsWith("@typescript/") || peersOf(name).includes("typescript"))).toEqual([]);
    }
  });
});

function peersOf(name: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")) as { readonly peerDependencies?: Readonly<Record<string, string>> };
  return Object.keys(manifest.peerDependencies ?? {});
}

function javascriptBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".js"))
    .map((file) => join(folder, file));
}

/** The modules that a file asks for: by import, re-export, `import()` with a literal, or `require` with a literal. */
function importsOf(code: string): readonly string[] {
  const found: string[] = [];
  walk(parse(code, { sourceType: "module", range: false }), (node) => {
    if ("source" in node && node.source?.type === "Literal") found.push(String(node.source.value));
    if (node.type === "CallExpression" && node.callee.type === "Identifier" && node.callee.name === "require" && node.arguments[0]?.type === "Literal") {
      found.push(String(node.arguments[0].value));
    }
  });
  return found;
}

function packageOf(source: string): string {
  return source.split("/", source.startsWith("@") ? 2 : 1).join("/");
}

function filesToPublish(folder: string): readonly string[] {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const [report] = JSON.parse(stdout) as readonly { readonly files: readonly { readonly path: string }[] }[];
  return report?.files.map(({ path }) => path) ?? [];
}
