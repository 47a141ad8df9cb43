import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ESLint, Linter } from "eslint";
import { rules } from "../../rules/index.js";
import { presetRules } from "../rule/presets.js";
import { embeddedParser } from "./embedded-parser.js";
import { PreflightError, reasonOf } from "./preflight-error.js";
import { nameIn } from "./source-files.js";

/** What preflight examines. */
export const SOURCES = ["**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}"];
const PLUGIN = "eslint-plugin-agent-guardrails";
/** The prefix that findings carry in reports, whatever a team calls the plugin in its own config. */
export const PREFIX = "agent-guardrails";

/** How one file is linted. */
export interface FileSetup {
  /** What comments in the code call our rules by. */
  readonly prefix: string;
  readonly languageOptions: Linter.LanguageOptions;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly noInlineConfig: boolean;
  /** Our rules that the team's config switches off for this file, without the prefix. */
  readonly off: ReadonlySet<string>;
}

export interface LintSetup {
  readonly linter: Linter;
  /** The config that speaks of a file. */
  configOf(path: string): Promise<string | undefined>;
  /** `undefined` where the team's config ignores the file. */
  setupOf(path: string): Promise<FileSetup | undefined>;
  /** The same without the team's parser, for a file that it cannot read. */
  embedded(setup: FileSetup): FileSetup;
}

/** Our rules as ESLint takes them. */
export const pluginRules = rules as unknown as NonNullable<ESLint.Plugin["rules"]>;

/** Every rule as the strict preset has it, but for those that somebody has switched off. */
export function rulesFor(setup: FileSetup): Linter.RulesRecord {
  return Object.fromEntries(Object.entries(presetRules(rules, "strict", setup.prefix)).filter(([id]) => !setup.off.has(id.slice(setup.prefix.length + 1))));
}

/**
 * The project's own ESLint with its own config, where it has one; else an embedded parser and no settings. What a team has
 * switched off stays off; everything else runs as in `strict`, because a row can only be judged by rules that ran.
 */
export async function lintSetup(cwd: string, root: string): Promise<LintSetup> {
  const eslint = await projectESLint(cwd);
  const parser = await embeddedParser(cwd);
  const bare: FileSetup = { prefix: PREFIX, languageOptions: { parser, sourceType: "module", parserOptions: { ecmaFeatures: { jsx: true } } }, settings: {}, noInlineConfig: false, off: new Set() };
  const configs = new Map<string, Promise<string | undefined>>();
  const configOf = (path: string): Promise<string | undefined> => {
    const folder = dirname(path);
    const known = configs.get(folder) ?? configFile(eslint.own, path);
    configs.set(folder, known);
    return known;
  };
  return {
    linter: new eslint.Linter({ cwd: root, configType: "flat" }),
    configOf,
    async setupOf(path) {
      if ((await configOf(path)) === undefined) return bare;
      try {
        if (await eslint.own.isPathIgnored(path)) return undefined;
        const config = (await eslint.own.calculateConfigForFile(path)) as Linter.Config | undefined;
        return config ? fromConfig(config) : bare;
      } catch (error) {
        throw new PreflightError(`The ESLint config ${nameIn(root, (await configOf(path)) ?? path)} does not work: ${reasonOf(error)}.`);
      }
    },
    embedded: (setup) => ({ ...setup, languageOptions: bare.languageOptions }),
  };
}

/** The ESLint that the project has installed; the one beside this package where it has none. */
async function projectESLint(cwd: string): Promise<{ readonly own: ESLint; readonly Linter: typeof Linter }> {
  let found: { readonly ESLint: typeof ESLint; readonly Linter: typeof Linter } = { ESLint, Linter };
  try {
    const path = createRequire(join(cwd, "package.json")).resolve("eslint");
    const loaded = (await import(pathToFileURL(path).href)) as { readonly default?: typeof found } & Partial<typeof found>;
    const own = loaded.ESLint && loaded.Linter ? { ESLint: loaded.ESLint, Linter: loaded.Linter } : loaded.default;
    // Before version 9 there is no flat config that we could read.
    if (own && Number(own.ESLint.version.split(".")[0]) >= 9) found = own;
  } catch {
    // A project without ESLint: ours does it.
  }
  // A config that speaks of JavaScript alone leaves TypeScript out of account, which is not the same as ignoring it.
  return { own: new found.ESLint({ cwd, overrideConfig: { files: [...SOURCES] } }), Linter: found.Linter };
}

async function configFile(eslint: ESLint, path: string): Promise<string | undefined> {
  try {
    return await eslint.findConfigFile(path);
  } catch {
    return undefined;
  }
}

function fromConfig(config: Linter.Config): FileSetup {
  const prefix = Object.entries(config.plugins ?? {}).find(([, plugin]) => plugin.meta?.name === PLUGIN)?.[0] ?? PREFIX;
  const off = Object.entries(config.rules ?? {}).flatMap(([id, entry]) => (id.startsWith(`${prefix}/`) && isOff(entry) ? [id.slice(prefix.length + 1)] : []));
  return {
    prefix,
    languageOptions: config.languageOptions ?? {},
    settings: config.settings ?? {},
    noInlineConfig: config.linterOptions?.noInlineConfig ?? false,
    off: new Set(off),
  };
}

function isOff(entry: Linter.RuleEntry | undefined): boolean {
  const severity = Array.isArray(entry) ? entry[0] : entry;
  return severity === 0 || severity === "off";
}
