import fs, { existsSync, readFileSync, realpathSync } from "node:fs";
import { builtinModules } from "node:module";
import { basename, dirname, extname, isAbsolute, join } from "node:path";
import enhancedResolve from "enhanced-resolve";
import { isFrameworkModule } from "../frameworks/registry.js";
import { canonicalModule } from "../origin/origin.js";
import { folderOf, keep, recall } from "./disk.js";

const EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];
const EXTENSION_ALIASES: Readonly<Record<string, readonly string[]>> = { ".js": [".ts", ".tsx", ".js"], ".jsx": [".tsx", ".jsx"], ".mjs": [".mts", ".mjs"], ".cjs": [".cts", ".cjs"] };
const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/u;

const builtins = new Set(builtinModules);
const resolved = new Map<string, { readonly path: string | undefined }>();
/** Imports that lead nowhere, by the key of the question. In an editor their file may be about to be written. */
const misses = new Map<string, { readonly directory: string; readonly specifier: string }>();
const KEPT_ANSWERS = 5_000;
const KEPT_MISSES = 500;

/** The source file that an import in a folder leads to; `undefined` for packages, missing files and what is not source. */
export function resolveSource(directory: string, specifier: string): string | undefined {
  if (isKnownByName(specifier)) return undefined;
  const beside = resolveBeside(directory, specifier);
  if (beside) return sourceOnly(beside);
  const bare = !specifier.startsWith(".") && !specifier.startsWith("/");
  const manifest = bare ? nearestManifest(directory) : undefined;
  if (manifest && isInstalledPackage(manifest, specifier)) return undefined;
  // Packages and aliases mean the same in a whole package; relative paths only in their folder.
  const key = `${manifest?.directory ?? directory}\0${specifier}`;
  const known = recall(resolved, key);
  if (known) return known.path;
  const path = resolveThoroughly(directory, specifier);
  keep(resolved, key, { path }, KEPT_ANSWERS);
  if (path === undefined) keep(misses, key, { directory, specifier }, KEPT_MISSES);
  return path;
}

/** How many imports lead nowhere, and would have to be resolved again to see whether they still do. */
export function countMisses(): number {
  return misses.size;
}

export function hasMissAppeared(): boolean {
  diskCache.purge();
  return [...misses.values()].some(({ directory, specifier }) => resolveThoroughly(directory, specifier) !== undefined);
}

export function forgetResolved(): void {
  resolved.clear();
  misses.clear();
  diskCache.purge();
}

/** Node's own modules, the frameworks and the guards: nobody reads their sources, not even in a workspace that holds them. */
function isKnownByName(specifier: string): boolean {
  return specifier.startsWith("node:") || builtins.has(specifier) || isFrameworkModule(canonicalModule(specifier));
}

/** Code of installed packages is known by its name, never by reading it. */
function sourceOnly(path: string): string | undefined {
  return SOURCE.test(path) && !path.includes("/node_modules/") && !/\.d\.[cm]?ts$/u.test(path) ? path : undefined;
}

const PLAIN_PATH = /^\.{1,2}\/(?:[^?#\0]*\/)?(?!\.{1,2}$)[^/?#\0]+$/u;

/**
 * What a relative path leads to, by the names that lie in the folder: most imports, and a fraction of the time that the
 * resolver needs, which asks the disk for each candidate. `undefined` where a link or a manifest decides, or nothing is there.
 */
function resolveBeside(directory: string, specifier: string): string | undefined {
  if (!PLAIN_PATH.test(specifier) || !isAbsolute(directory)) return undefined;
  const path = join(directory, specifier);
  const name = basename(path);
  const aliases = EXTENSION_ALIASES[extname(name)];
  const stem = name.slice(0, -extname(name).length);
  const file = firstOf(dirname(path), aliases ? aliases.map((extension) => `${stem}${extension}`) : [name, ...EXTENSIONS.map((extension) => `${name}${extension}`)]);
  if (file !== undefined || aliases) return file;
  if (folderOf(dirname(path))?.folders.has(name) !== true || folderOf(path)?.files.has("package.json") !== false) return undefined;
  return firstOf(path, ["index", ...EXTENSIONS.map((extension) => `index${extension}`)]);
}

function firstOf(directory: string, names: readonly string[]): string | undefined {
  const folder = folderOf(directory);
  if (!folder || names.some((name) => folder.others.has(name))) return undefined;
  const name = names.find((candidate) => folder.files.has(candidate));
  return name === undefined ? undefined : join(folder.path, name);
}

interface Manifest {
  readonly directory: string;
  readonly dependencies: ReadonlySet<string>;
  /** Whether a listed dependency is installed code (true) or a sibling of the workspace (false). */
  readonly installed: Map<string, boolean>;
}

const manifests = new Map<string, Manifest | undefined>();

/** The package.json that governs a folder. */
function nearestManifest(directory: string): Manifest | undefined {
  if (manifests.has(directory)) return manifests.get(directory);
  let manifest = readManifest(directory);
  const parent = dirname(directory);
  if (!manifest && parent !== directory) manifest = nearestManifest(parent);
  manifests.set(directory, manifest);
  return manifest;
}

function readManifest(directory: string): Manifest | undefined {
  try {
    const content = JSON.parse(readFileSync(join(directory, "package.json"), "utf8")) as Record<string, Record<string, string> | undefined>;
    const names = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"].flatMap((field) => Object.keys(content[field] ?? {}));
    return { directory, dependencies: new Set(names), installed: new Map() };
  } catch {
    // No package.json here, or one that is being edited: the folder above decides.
    return undefined;
  }
}

/** A dependency of the package that is not linked to another folder of the workspace. */
function isInstalledPackage(manifest: Manifest, specifier: string): boolean {
  const parts = specifier.split("/");
  const name = specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
  if (!manifest.dependencies.has(name)) return false;
  let installed = manifest.installed.get(name);
  if (installed === undefined) manifest.installed.set(name, (installed = !isLinked(manifest.directory, name)));
  return installed;
}

function isLinked(directory: string, name: string): boolean {
  for (let at = directory; ; at = dirname(at)) {
    const path = join(at, "node_modules", name);
    if (existsSync(path)) return !realpathSync(path).includes("/node_modules/");
    if (dirname(at) === at) return false;
  }
}

function resolveThoroughly(directory: string, specifier: string): string | undefined {
  const config = nearestConfig(directory);
  const found = resolveWith(config, directory, specifier) ?? (config === undefined ? undefined : resolveWith(undefined, directory, specifier));
  return found === undefined ? undefined : sourceOnly(found);
}

/** What the resolver has seen of the disk; one for all resolvers, so that it can be told to look again. */
const diskCache = new enhancedResolve.CachedInputFileSystem(fs, 60_000);

type Resolve = (directory: string, request: string) => string | false;
const resolvers = new Map<string | undefined, Resolve>();
const configs = new Map<string, string | undefined>();

/** `undefined` where the request leads nowhere: a missing file, an alias of a bundler, half-typed code, a broken tsconfig. */
function resolveWith(tsconfig: string | undefined, directory: string, request: string): string | undefined {
  let resolve = resolvers.get(tsconfig);
  if (!resolve) resolvers.set(tsconfig, (resolve = createResolve(tsconfig)));
  try {
    return resolve(directory, request) || undefined;
  } catch {
    return undefined;
  }
}

function createResolve(tsconfig: string | undefined): Resolve {
  return enhancedResolve.create.sync({
    conditionNames: ["source", "types", "import", "require", "node", "default"],
    extensionAlias: { ".js": [".ts", ".tsx", ".js"], ".jsx": [".tsx", ".jsx"], ".mjs": [".mts", ".mjs"], ".cjs": [".cts", ".cjs"] },
    extensions: EXTENSIONS,
    fileSystem: diskCache,
    mainFields: ["source", "module", "main"],
    symlinks: true,
    ...(tsconfig === undefined ? {} : { tsconfig }),
  }) as Resolve;
}

/** The tsconfig.json (or jsconfig.json) that governs a folder: the nearest one above. */
function nearestConfig(directory: string): string | undefined {
  if (configs.has(directory)) return configs.get(directory);
  const here = ["tsconfig.json", "jsconfig.json"].map((name) => join(directory, name)).find((path) => existsSync(path));
  const parent = dirname(directory);
  const config = here ?? (parent === directory ? undefined : nearestConfig(parent));
  configs.set(directory, config);
  return config;
}
