import { dirname } from "node:path";
import { installedMajor } from "../project/installed.js";
import type { Framework, HandlerContext, ToolFactory } from "./framework.js";

const editions = new Map<Framework, Map<number, Framework>>();
const byContext = new Map<HandlerContext, Framework>();

/** A framework as the version spells it that a file would get; the newest where none is installed. */
export function editionFor(framework: Framework, path: string): Framework {
  if (!framework.editions) return framework;
  const major = installedMajor(dirname(path), framework.package);
  return major === undefined ? framework : editionOf(framework, major);
}

/** The same where handlers are given what only some of the framework's are. */
export function editionWith({ context, timeoutKeys }: Pick<ToolFactory, "context" | "timeoutKeys">, framework: Framework, path: string): Framework {
  const edition = editionFor(framework, path);
  if (!context || context === edition.context) return edition;
  let own = byContext.get(context);
  if (!own) byContext.set(context, (own = { ...edition, context, ...(timeoutKeys && { timeoutKeys }) }));
  return own;
}

/** Whether the file would get a version that can be seen, so that its spelling is no guess. */
export function isVersionKnown(framework: Framework, path: string): boolean {
  return installedMajor(dirname(path), framework.package) !== undefined;
}

/** A framework as one major version spells it. */
export function editionOf(framework: Framework, major: number): Framework {
  const older = framework.editions?.find(({ below }) => major < below);
  if (!older) return framework;
  const known = editions.get(framework) ?? new Map<number, Framework>();
  editions.set(framework, known);
  let edition = known.get(older.below);
  if (!edition) {
    edition = { ...framework, context: older.context ?? framework.context, approval: older.approval ?? framework.approval };
    known.set(older.below, edition);
  }
  return edition;
}
