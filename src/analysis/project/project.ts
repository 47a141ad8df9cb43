import fs, { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import enhancedResolve from "enhanced-resolve";
import { isFrameworkModule } from "../frameworks/registry.js";
import { canonicalModule } from "../origin/origin.js";
import type { VisitorKeys } from "./file-index.js";
import { SourceFile } from "./source-file.js";

/** The parser of the linted file, as ESLint knows it. */
export interface FileParser {
  parseForESLint?(text: string, options: Record<string, unknown>): { ast: TSESTree.Program; scopeManager?: TSESLint.Scope.ScopeManager | null; visitorKeys?: VisitorKeys | null };
}

interface Cached<Value> {
  readonly stamp: string;
  readonly value: Value;
}

/** Files larger than this are generated or bundled; following them costs seconds and tells nothing. */
const LARGEST_FILE = 400_000;
/** Parsed files kept at a time; a lint run visits a neighbourhood of files, then moves on. */
const KEPT_FILES = 200;
/** A file's stamp is asked for again after this long, so that an editor session sees edits at once and a run asks once. */
const STAMP_LIFETIME_MS = 1_000;
const MISS_LIFETIME_MS = 5_000;

/** The stamp of a file that is there and is not read. */
const TOO_LARGE = "too large";

const EXTENSIONS = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];
const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/u;

const builtins = new Set(builtinModules);
const stamps = new Map<string, { at: number; stamp: string | undefined }>();
const texts = new Map<string, Cached<string>>();
const projects = new WeakMap<object, Project>();

/** Follows imports into other files: same parser, cached by path and modification time. */
export class Project {
  readonly #parser: FileParser | undefined;
  readonly #files = new Map<string, Cached<SourceFile | undefined>>();
  readonly #resolved = new Map<string, { readonly path: string | undefined; readonly at: number }>();
  /** What followed files import and what is not there, by the key of the question. */
  readonly #awaited = new Map<string, { readonly from: string; readonly specifier: string }>();
  #checked = Date.now();

  constructor(parser: FileParser | undefined) {
    this.#parser = typeof parser?.parseForESLint === "function" ? parser : undefined;
  }

  /** One project for each parser object, so that its cache lives as long as the lint run or the editor session. */
  static of(parser: FileParser | undefined): Project {
    if (typeof parser !== "object") return new Project(undefined);
    let project = projects.get(parser);
    if (!project) projects.set(parser, (project = new Project(parser)));
    project.#refresh();
    return project;
  }

  /**
   * Forgets all files where one has changed, or has come to be: what is known of one may rest on any other.
   * Asked before a file is linted, so that an editor session sees an edit however many files away it is.
   */
  #refresh(): void {
    const now = Date.now();
    if (now - this.#checked < STAMP_LIFETIME_MS) return;
    this.#checked = now;
    const changed = [...this.#files].some(([path, cached]) => stampOf(path) !== cached.stamp) || [...this.#awaited.values()].some(({ from, specifier }) => this.resolve(from, specifier) !== undefined);
    if (changed) this.#forget();
  }

  #forget(): void {
    this.#files.clear();
    this.#resolved.clear();
    this.#awaited.clear();
    diskCache.purge();
  }

  /** The source file that an import leads to; `undefined` for packages, missing files and what is not source. */
  resolve(from: string, specifier: string): string | undefined {
    if (!this.#parser || isKnownByName(specifier)) return undefined;
    const directory = dirname(from);
    const bare = !specifier.startsWith(".") && !specifier.startsWith("/");
    const manifest = bare ? nearestManifest(directory) : undefined;
    if (manifest && isInstalledPackage(manifest, specifier)) return undefined;
    // Packages and aliases mean the same in a whole package; relative paths only in their folder.
    const key = `${manifest?.directory ?? directory}\0${specifier}`;
    const cached = this.#resolved.get(key);
    const now = Date.now();
    // A miss is asked again: in an editor the file may be about to be written, or to be renamed.
    if (cached?.path !== undefined && stampOf(cached.path) !== undefined) return cached.path;
    if (cached && now - cached.at < MISS_LIFETIME_MS) return undefined;
    if (cached) diskCache.purge();
    const config = nearestConfig(directory);
    const found = resolveWith(config, directory, specifier) ?? (config === undefined ? undefined : resolveWith(undefined, directory, specifier));
    // Code of installed packages is known by its name, never by reading it.
    const path = found !== undefined && SOURCE.test(found) && !found.includes("/node_modules/") && !/\.d\.[cm]?ts$/u.test(found) ? found : undefined;
    this.#resolved.set(key, { path, at: now });
    if (path === undefined && !bare && this.#files.has(from)) this.#awaited.set(key, { from, specifier });
    return path;
  }

  /** The text of a file, without parsing it; `undefined` where it cannot be read or is too large. */
  text(path: string): string | undefined {
    const stamp = stampOf(path);
    if (stamp === undefined || stamp === TOO_LARGE) return undefined;
    const cached = texts.get(path);
    if (cached?.stamp === stamp) return cached.value;
    try {
      const value = readFileSync(path, "utf8");
      keep(texts, path, { stamp, value }, KEPT_FILES * 5);
      return value;
    } catch {
      return undefined;
    }
  }

  /** The parsed file; `undefined` where it cannot be read or parsed. */
  load(path: string): SourceFile | undefined {
    const stamp = stampOf(path);
    if (stamp === undefined) return undefined;
    const cached = this.#files.get(path);
    if (cached?.stamp === stamp) return cached.value;
    const text = this.text(path);
    const value = text === undefined ? undefined : this.#parse(path, text);
    keep(this.#files, path, { stamp, value }, KEPT_FILES);
    return value;
  }

  #parse(path: string, text: string): SourceFile | undefined {
    try {
      const result = this.#parser?.parseForESLint?.(text, {
        ecmaFeatures: { jsx: !/\.[cm]?ts$/u.test(path) },
        ecmaVersion: "latest",
        filePath: path,
        jsDocParsingMode: "none",
        loc: true,
        range: true,
        sourceType: "module",
      });
      if (!result?.scopeManager) return undefined;
      return new SourceFile({ path, ast: result.ast, text, scopes: result.scopeManager, visitorKeys: result.visitorKeys ?? {}, project: this, linted: false });
    } catch {
      // A file with a syntax error has no facts; ESLint reports the error when it lints that file itself.
      return undefined;
    }
  }
}

/** Node's own modules, the frameworks and the guards: nobody reads their sources, not even in a workspace that holds them. */
function isKnownByName(specifier: string): boolean {
  return specifier.startsWith("node:") || builtins.has(specifier) || isFrameworkModule(canonicalModule(specifier));
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

/** What the resolver has seen of the disk; one for all resolvers, so that it can be told to look again. */
const diskCache = new enhancedResolve.CachedInputFileSystem(fs, 4_000);

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

function stampOf(path: string): string | undefined {
  const now = Date.now();
  const known = stamps.get(path);
  if (known && now - known.at < STAMP_LIFETIME_MS) return known.stamp;
  let stamp: string | undefined;
  try {
    const stat = statSync(path);
    if (stat.isFile()) stamp = stat.size <= LARGEST_FILE ? `${String(stat.mtimeMs)}:${String(stat.size)}` : TOO_LARGE;
  } catch {
    stamp = undefined;
  }
  keep(stamps, path, { at: now, stamp }, KEPT_FILES * 25);
  return stamp;
}

/** Maps keep insertion order, so the first key is the oldest. */
function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) for (const oldest of map.keys()) { map.delete(oldest); break; }
}
