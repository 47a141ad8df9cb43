import { describe, expect, it } from "vitest";
import type { Framework } from "../../src/analysis/frameworks/framework.js";
import { editionOf } from "../../src/analysis/frameworks/editions.js";
import { frameworks } from "../../src/analysis/frameworks/registry.js";
import { declaredNames, type DeclaredName } from "./declared-names.js";
import { folderOf, installedEditions, type InstalledEdition } from "./installed-frameworks.js";

/** Reading the declarations of a framework takes seconds, and fetching them a minute. */
const DEADLINE = 240_000;

it("holds every framework to the declarations of at least one version", () => {
  expect([...new Set(installedEditions.map(({ framework }) => framework))].toSorted()).toEqual(frameworks.map(({ id }) => id).toSorted());
});

describe.each(installedEditions)("the table of $framework, as version $major of $alias spells it", (edition) => {
  const folder = folderOf(edition);
  const table = editionOf(frameworkOf(edition), edition.major);

  it.skipIf(folder === undefined)(
    folder === undefined ? "is not checked: the registry is out of reach" : "has only names that the package declares",
    () => {
      const names = namesIn(table, edition, folder ?? "");
      const there = names.filter(({ name }) => isIn(table, name, edition.major));

      expect(there.length).toBeGreaterThan(5);
      expect(there.filter(({ declared }) => !declared).map(sentence)).toEqual([]);
      // A name that belongs to other versions only is not here; if it were, the table would be out of date.
      expect(names.filter(({ name, declared }) => declared && !isIn(table, name, edition.major)).map(sentence)).toEqual([]);
    },
    DEADLINE,
  );
});

it("notices an option that is called differently", () => {
  const edition = installedEditions.find(({ alias }) => alias === "ai-6");
  if (!edition) throw new Error("No edition is called ai-6.");
  const table = editionOf(frameworkOf(edition), edition.major);
  const renamed: Framework = { ...table, approval: { ...table.approval, toolKeys: ["needsConsent"] }, context: { ...table.context, signal: ["cancelSignal"] }, runs: [{ modules: ["ai"], path: ["generateProse"], config: 0 }] };

  expect(
    namesIn(renamed, edition, folderOf(edition) ?? "")
      .filter(({ name, declared }) => !declared && isIn(table, name, edition.major))
      .map(sentence),
  ).toEqual(["approval of a tool: needsConsent", "cancel signal of a handler of tool: cancelSignal", "cancel signal of a handler of dynamicTool: cancelSignal", "run: generateProse"]);
}, DEADLINE);

function frameworkOf({ framework }: InstalledEdition): Framework {
  const found = frameworks.find(({ id }) => id === framework);
  if (!found) throw new Error(`No framework is called ${framework}.`);
  return found;
}

function namesIn(table: Framework, { alias }: InstalledEdition, folder: string): readonly DeclaredName[] {
  // A package that the table names itself is no other name of the framework's first one.
  const named = [...table.toolFactories, ...(table.givenServers ?? []), ...(table.hostClasses ?? [])].flatMap(({ modules }) => modules);
  if (alias !== table.package && named.some((module) => module === alias || module.startsWith(`${alias}/`))) return declaredNames(table, folder, (module) => module);
  return declaredNames(table, folder, (module) => (module === table.package || module.startsWith(`${table.package}/`) ? `${alias}${module.slice(table.package.length)}` : module));
}

function isIn({ only }: Framework, name: string, major: number): boolean {
  return only?.[name.split(".")[0] ?? name]?.includes(major) ?? true;
}

function sentence({ what, name }: DeclaredName): string {
  return `${what}: ${name}`;
}
