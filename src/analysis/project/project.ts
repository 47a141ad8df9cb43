import { dirname } from "node:path";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { countSeen, forgetDisk, hasDiskChanged, keep, recall, textOf } from "./disk.js";
import type { VisitorKeys } from "./file-index.js";
import { followingParser } from "./following-parser.js";
import { outlineOf, type Outline } from "./outline.js";
import { countMisses, forgetResolved, hasMissAppeared, resolveSource } from "./resolve.js";
import { SourceFile } from "./source-file.js";

/** The parser of the linted file, as ESLint knows it. */
export interface FileParser {
  parseForESLint?(text: string, options: Record<string, unknown>): { ast: TSESTree.Program; scopeManager?: TSESLint.Scope.ScopeManager | null; visitorKeys?: VisitorKeys | null };
}

/** Source that is kept parsed, in characters: a lint run visits a neighbourhood of files, then moves on. */
const KEPT_SOURCE = 1_500_000;
const KEPT_OUTLINES = 2_000;
const KEPT_LEADS = 2_000;
const KEPT_ANSWERS = 5_000;
/** The disk is looked at again after this long, or later where there is much to look at: that must never be what a run spends its time on. */
const LIFETIME_MS = 1_000;
const LIFETIME_PER_PATH_MS = 10;
const MISS_LIFETIME_MS = 5_000;
const LIFETIME_PER_MISS_MS = 1_500;

const projects = new WeakMap<object, Project>();
let lookedAt = Date.now();
let lookedForMisses = Date.now();
/** Counts how often the disk turned out to have changed; what was learnt before is not asked any more. */
let edition = 0;

/**
 * Forgets all files where one has changed, or has come to be: what is known of one may rest on any other.
 * Asked before a file is linted, so that an editor session sees an edit however many files away it is.
 */
function lookAgain(): void {
  const now = Date.now();
  if (now - lookedAt < Math.max(LIFETIME_MS, countSeen() * LIFETIME_PER_PATH_MS)) return;
  lookedAt = now;
  const isDue = now - lookedForMisses >= Math.max(MISS_LIFETIME_MS, countMisses() * LIFETIME_PER_MISS_MS);
  if (isDue) lookedForMisses = now;
  if (!hasDiskChanged() && !(isDue && hasMissAppeared())) return;
  forgetDisk();
  forgetResolved();
  edition += 1;
}

/** Follows imports into other files: with the same parser, each file read and parsed once as long as it stays as it is. */
export class Project {
  readonly #parser: FileParser | undefined;
  readonly #files = new Map<string, { readonly file: SourceFile | undefined; readonly size: number }>();
  readonly #outlines = new Map<string, Outline>();
  /** Where the imports of a file lead; `null` for those that lead nowhere. */
  readonly #leads = new Map<string, Map<string, string | null>>();
  readonly #answers = new Map<string, boolean>();
  #size = 0;
  #edition = edition;

  constructor(parser: FileParser | undefined) {
    this.#parser = typeof parser?.parseForESLint === "function" ? parser : undefined;
  }

  /** One project for each parser object, so that its cache lives as long as the lint run or the editor session. */
  static of(parser: FileParser | undefined): Project {
    if (typeof parser !== "object") return new Project(undefined);
    let project = projects.get(parser);
    if (!project) projects.set(parser, (project = new Project(parser)));
    lookAgain();
    if (project.#edition !== edition) project.#forget();
    return project;
  }

  #forget(): void {
    this.#edition = edition;
    this.#files.clear();
    this.#outlines.clear();
    this.#leads.clear();
    this.#answers.clear();
    this.#size = 0;
  }

  /** The source file that an import leads to; `undefined` for packages, missing files and what is not source. */
  resolve(from: string, specifier: string): string | undefined {
    if (!this.#parser) return undefined;
    let leads = this.#leads.get(from);
    if (!leads) keep(this.#leads, from, (leads = new Map()), KEPT_LEADS);
    const known = leads.get(specifier);
    if (known !== undefined) return known ?? undefined;
    const path = resolveSource(dirname(from), specifier);
    leads.set(specifier, path ?? null);
    return path;
  }

  /** The text of a file, without parsing it; `undefined` where it cannot be read or is too large. */
  text(path: string): string | undefined {
    return textOf(path);
  }

  /** What the text of a file tells of its exports, without parsing it. */
  outline(path: string): Outline {
    let outline = recall(this.#outlines, path);
    if (!outline) keep(this.#outlines, path, (outline = outlineOf(textOf(path) ?? "")), KEPT_OUTLINES);
    return outline;
  }

  /** An answer about files, worked out once and forgotten when one of them changes. */
  once(question: string, answer: () => boolean): boolean {
    const known = this.#answers.get(question);
    if (known !== undefined) return known;
    const found = answer();
    keep(this.#answers, question, found, KEPT_ANSWERS);
    return found;
  }

  /** The parsed file; `undefined` where it cannot be read or parsed. */
  load(path: string): SourceFile | undefined {
    const known = recall(this.#files, path);
    if (known) return known.file;
    const text = textOf(path);
    const size = text?.length ?? 0;
    const file = text === undefined ? undefined : this.#parse(path, text);
    this.#files.set(path, { file, size });
    this.#size += size;
    for (const [oldest, { size: freed }] of this.#files) {
      if (this.#size <= KEPT_SOURCE || oldest === path) break;
      this.#files.delete(oldest);
      this.#size -= freed;
    }
    return file;
  }

  #parse(path: string, text: string): SourceFile | undefined {
    // Parsers of components and of Babel read other files only with options of their own, or show no scopes there.
    const result = read(this.#parser, path, text) ?? read(followingParser({}, path), path, text);
    return result && new SourceFile({ path, text, project: this, linted: false, ...result });
  }
}

/** What a parser makes of a file; nothing of one with a syntax error: ESLint reports that when it lints the file itself. */
function read(parser: FileParser | undefined, path: string, text: string): { readonly ast: TSESTree.Program; readonly scopes: TSESLint.Scope.ScopeManager; readonly visitorKeys: VisitorKeys } | undefined {
  try {
    const result = parser?.parseForESLint?.(text, {
      ecmaFeatures: { jsx: !/\.[cm]?ts$/u.test(path) },
      ecmaVersion: "latest",
      filePath: path,
      jsDocParsingMode: "none",
      loc: true,
      range: true,
      sourceType: "module",
    });
    return result?.scopeManager ? { ast: result.ast, scopes: result.scopeManager, visitorKeys: result.visitorKeys ?? {} } : undefined;
  } catch {
    return undefined;
  }
}
