import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";

/**
 * What has been seen of the disk. It stands still while files are linted, and is compared with the disk again from time
 * to time, so that an editor session sees edits at once and a run over thousands of files does not ask for each file
 * again and again.
 */

/** Files larger than this are generated or bundled; following them costs seconds and tells nothing. */
const LARGEST_FILE = 400_000;
const KEPT_TEXTS = 1_000;
const KEPT_FOLDERS = 1_000;
/** A folder that has changed just before it was read may change again without a new time: its stamp is good for nothing, and only a second look tells. */
const RACY_MS = 100;

interface Seen {
  readonly stamp: string;
  readonly text: string | undefined;
}

/** What lies in a folder, by name. */
export interface Folder {
  /** The folder's path without symbolic links. */
  readonly path: string;
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** Symbolic links and whatever else is neither a file nor a folder. */
  readonly others: ReadonlySet<string>;
}

const seen = new Map<string, Seen>();
const folders = new Map<string, { stamp: string; readonly folder: Folder | undefined }>();

/** The text of a file; `undefined` where it cannot be read or is too large. */
export function textOf(path: string): string | undefined {
  const known = recall(seen, path);
  if (known) return known.text;
  const stamp = stampOf(path);
  const text = isReadable(stamp) ? read(path) : undefined;
  keep(seen, path, { stamp, text }, KEPT_TEXTS);
  return text;
}

/** What lies in a folder; `undefined` where there is none. */
export function folderOf(path: string): Folder | undefined {
  const known = recall(folders, path);
  if (known) return known.folder;
  const listed = { stamp: folderStampOf(path), folder: list(path) };
  keep(folders, path, listed, KEPT_FOLDERS);
  return listed.folder;
}

/** How much there is to compare with the disk. */
export function countSeen(): number {
  return seen.size + folders.size;
}

export function hasDiskChanged(): boolean {
  for (const [path, { stamp }] of seen) if (stampOf(path) !== stamp) return true;
  for (const [path, listed] of folders) if (hasFolderChanged(path, listed)) return true;
  return false;
}

function hasFolderChanged(path: string, listed: { stamp: string; readonly folder: Folder | undefined }): boolean {
  const stamp = folderStampOf(path);
  if (stamp === listed.stamp && !isRacy(stamp)) return false;
  if (!isRacy(listed.stamp) || !isSameFolder(list(path), listed.folder)) return true;
  listed.stamp = stamp;
  return false;
}

function isSameFolder(one: Folder | undefined, other: Folder | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.path === other.path && [[one.files, other.files], [one.folders, other.folders], [one.others, other.others]].every(([here, there]) => here?.size === there?.size && [...(here ?? [])].every((name) => there?.has(name) === true));
}

export function forgetDisk(): void {
  seen.clear();
  folders.clear();
}

function isRacy(stamp: string): boolean {
  return stamp.endsWith(RACY);
}

function isReadable(stamp: string): boolean {
  return stamp !== MISSING && stamp !== TOO_LARGE;
}

const MISSING = "missing";
const RACY = " racy";
const TOO_LARGE = "too large";

function stampOf(path: string): string {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile() !== true) return MISSING;
    return stat.size <= LARGEST_FILE ? `${String(stat.mtimeMs)}:${String(stat.size)}` : TOO_LARGE;
  } catch {
    return MISSING;
  }
}

function folderStampOf(path: string): string {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory() !== true) return MISSING;
    const isYoung = Math.abs(performance.timeOrigin + performance.now() - stat.mtimeMs) < RACY_MS;
    return `${String(stat.mtimeMs)}${isYoung ? RACY : ""}`;
  } catch {
    return MISSING;
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function list(path: string): Folder | undefined {
  const files = new Set<string>();
  const inner = new Set<string>();
  const others = new Set<string>();
  try {
    for (const entry of readdirSync(path, { withFileTypes: true })) (entry.isFile() ? files : entry.isDirectory() ? inner : others).add(entry.name);
    return { path: realpathSync.native(path), files, folders: inner, others };
  } catch {
    return undefined;
  }
}

/** Maps keep insertion order, so the first key is the one that nobody has asked for longest. */
export function recall<Value>(map: Map<string, Value>, key: string): Value | undefined {
  const value = map.get(key);
  if (value !== undefined) {
    map.delete(key);
    map.set(key, value);
  }
  return value;
}

export function keep<Value>(map: Map<string, Value>, key: string, value: Value, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) for (const oldest of map.keys()) { map.delete(oldest); break; }
}
