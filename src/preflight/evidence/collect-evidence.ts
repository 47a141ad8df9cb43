import { dirname, resolve } from "node:path";
import { statSync } from "node:fs";
import { isMap, isScalar } from "yaml";
import type { EvidenceEntry, Finding, Inventory } from "../report.js";
import { nameIn } from "../source-files.js";
import { ciEvidence, rolloutEvidence } from "./ci.js";
import { documentsIn } from "./assignments.js";
import { environmentEvidence } from "./environment.js";
import { evidenceFiles, type EvidenceFile } from "./evidence-files.js";
import type { Shown } from "./shown.js";
import { testEvidence } from "./tests.js";

export interface Evidence {
  readonly entries: readonly EvidenceEntry[];
  readonly findings: readonly Finding[];
}

/** Everything that files beside the source show. */
export async function collectEvidence(cwd: string, root: string, paths: readonly string[], sources: readonly string[]): Promise<Evidence> {
  const folders = paths.map((path) => resolve(cwd, path)).map((path) => (statSync(path).isFile() ? dirname(path) : path));
  const files = await evidenceFiles(root, folders);
  const scripts = scriptsOf(files);
  const shown = [testEvidence(root, sources), ...files.flatMap((file) => shownBy(file, scripts))];
  const entries = shown.flatMap(({ evidence }) => evidence).map((entry): EvidenceEntry => ({ id: `${entry.kind}@${entry.file}:${String(entry.line)}:${String(entry.column)}${entry.of === null ? "" : `→${entry.of}`}`, ...entry }));
  return { entries: joinEvidence([entries]), findings: shown.flatMap(({ findings }) => findings) };
}

function shownBy(file: EvidenceFile, scripts: ReadonlyMap<string, string>): readonly Shown[] {
  return [environmentEvidence(file), ...(file.role === "workflow" ? [ciEvidence(file, scripts)] : []), ...(file.role === "deployment" ? [rolloutEvidence(file)] : [])];
}

/** What a source file shows that is no matter of rules: code that makes a new assistant. */
export function evidenceInSource({ subjects }: Inventory): readonly EvidenceEntry[] {
  return subjects
    .filter(({ kind }) => kind === "assistants")
    .map(({ file, line, column, label }) => ({ id: `new-assistant@${file}:${String(line)}:${String(column)}`, kind: "new-assistant", file, line, column, says: label, holds: true, of: null }));
}

/** The region that the policy names. */
export function residencyEvidence(config: string | undefined, root: string, regions: Iterable<string>): readonly EvidenceEntry[] {
  return [...new Set(regions)].map((region) => {
    const file = config === undefined ? "eslint.config.js" : nameIn(root, config);
    return { id: `residency@${file}:${region}`, kind: "residency", file, line: 1, column: 1, says: `residency: ${region}`, holds: true, of: null };
  });
}

export function joinEvidence(each: readonly (readonly EvidenceEntry[])[]): readonly EvidenceEntry[] {
  return [...new Map(each.flat().map((entry) => [entry.id, entry])).values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The scripts of all manifests by name; of two with one name both lines. */
function scriptsOf(files: readonly EvidenceFile[]): ReadonlyMap<string, string> {
  const scripts = new Map<string, string>();
  for (const file of files.filter(({ role }) => role === "manifest")) {
    for (const document of documentsIn(file.text).documents) {
      const own = document.get("scripts", true);
      for (const { key, value } of isMap(own) ? own.items : []) {
        if (isScalar(key) && typeof key.value === "string" && isScalar(value) && typeof value.value === "string") scripts.set(key.value, [scripts.get(key.value), value.value].filter(Boolean).join("\n"));
      }
    }
  }
  return scripts;
}
