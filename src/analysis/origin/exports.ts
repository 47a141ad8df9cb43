import type { TSESTree } from "@typescript-eslint/utils";
import { isFrameworkModule } from "../frameworks/registry.js";
import type { Project } from "../project/project.js";
import type { Node } from "../syntax/expression.js";
import { canonicalModule, isBare, originOf } from "./origin.js";
import { exportOrigin, step, type Origin } from "./steps.js";

/** How many files an import is followed through before the origin is unknown. */
const MOST_HOPS = 5;

/** A file of the project, parsed or not. */
export interface Place {
  readonly project: Project;
  readonly path: string;
}

/** The origin of what a module exports under a name, through the re-exports of local files. */
export function moduleOrigin(from: Place, specifier: string, name: string, hops = 0): Origin | undefined {
  // What the analysis knows by name keeps its name, also where the project maps it to sources.
  const path = isBare(specifier) && isFrameworkModule(canonicalModule(specifier)) ? undefined : from.project.resolve(from.path, specifier);
  if (path === undefined) {
    if (!isBare(specifier)) return undefined;
    return exportOrigin(canonicalModule(specifier), name);
  }
  return hops >= MOST_HOPS ? undefined : originOfExport({ project: from.project, path }, name, hops);
}

/** The origin of what a file exports under a name; `*` stands for the file as a whole. */
export function originOfExport(place: Place, name: string, hops: number): Origin | undefined {
  const { project, path } = place;
  const outline = project.outline(path);
  const exported = name === "*" ? undefined : findExport(place, name, hops);
  // What a file makes itself leads to no module, and the file need not be parsed for that.
  if (exported?.kind === "own") return undefined;
  if (exported) return exported.kind === "reexport" ? moduleOrigin(exported.from, exported.source, exported.name, hops + 1) : originOf(exported.node);
  const whole = outline.mayBeWhole() ? project.load(path)?.whole : undefined;
  const origin = whole && originOf(whole);
  return name === "*" ? origin : step(origin, name);
}

type FoundExport = { readonly kind: "node"; readonly node: Node } | { readonly kind: "own"; readonly from: Place } | { readonly kind: "reexport"; readonly from: Place; readonly source: string; readonly name: string };

/** Looks an export up, through `export *` chains of local files. Files whose text tells where it comes from are not parsed for it. */
export function findExport(place: Place, name: string, hops = 0, visited = new Map<string, number>()): FoundExport | undefined {
  const { project, path } = place;
  // Looked through before, with as many hops left.
  if ((visited.get(path) ?? Infinity) <= hops) return undefined;
  visited.set(path, hops);
  const outline = project.outline(path);
  const handedOn = outline.handedOn(name);
  if (handedOn) return { kind: "reexport", from: place, ...handedOn };
  if (outline.isOwn(name)) return { kind: "own", from: place };
  let stars = outline.onlyStarsFor(name);
  if (!stars) {
    const file = project.load(path);
    const exported = file?.exported(name);
    if (exported) return exported.kind === "node" ? exported : { ...exported, from: place };
    stars = file?.stars ?? [];
  }
  if (hops >= MOST_HOPS || name === "default") return undefined;
  for (const star of stars) {
    const next = project.resolve(path, star);
    if (next === undefined) {
      if (isBare(star)) return { kind: "reexport", from: place, source: star, name };
      continue;
    }
    const found = findExport({ project, path: next }, name, hops + 1, visited);
    if (found) return found;
  }
  return undefined;
}

/** The name by which the other file exports what a specifier imports. */
export function importedName(specifier: TSESTree.ImportSpecifier | TSESTree.ImportDefaultSpecifier): string {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  return specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value;
}
