import { readFileSync } from "node:fs";
import type { Linter, Rule } from "eslint";
import type { TSESLint } from "@typescript-eslint/utils";
import { modelOf } from "../analysis/model.js";
import { policyOf, PolicyError, type Policy } from "../policy/policy.js";
import { fileInventory, joinInventories } from "./inventory/file-inventory.js";
import { pluginRules, PREFIX, rulesFor, SOURCES, type FileSetup, type LintSetup } from "./lint-setup.js";
import { PreflightError, reasonOf } from "./preflight-error.js";
import type { Finding, Inventory, SuppressedFinding, UnexaminedFile } from "./report.js";
import { isAboutTests, RuleCount } from "./rule-count.js";
import { nameIn } from "./source-files.js";

/** What the source files say. */
export interface SourceFacts {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly inventory: Inventory;
  readonly examined: number;
  readonly withAgents: number;
  readonly unexamined: readonly UnexaminedFile[];
  readonly rules: RuleCount;
  /** Every policy that a file was read with. */
  readonly policies: ReadonlySet<Policy>;
}

export interface Surroundings {
  readonly root: string;
  readonly setup: LintSetup;
  readonly onFile?: (done: number, all: number) => void;
}

const COLLECTOR = "preflight-inventory";
const TYPE_OPTIONS = new Set(["projectService", "project", "programs"]);

/** Lints the files one by one and asks each for its part of the inventory: one pass, so that both speak of the same model. */
export async function collectSources(paths: readonly string[], { root, setup, onFile }: Surroundings): Promise<SourceFacts> {
  const findings: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const inventories: Inventory[] = [];
  const unexamined: UnexaminedFile[] = [];
  const rules = new RuleCount();
  const policies = new Set<Policy>();
  let examined = 0;
  let withAgents = 0;
  for (const [index, path] of paths.entries()) {
    onFile?.(index, paths.length);
    const own = await setup.setupOf(path);
    if (!own) continue;
    const file = nameIn(root, path);
    const seen = examine(path, read(path, file), own, setup, root);
    if ("reason" in seen) {
      unexamined.push({ file, reason: seen.reason });
      continue;
    }
    examined += 1;
    policies.add(seen.policy);
    const counts = (message: Linter.LintMessage): boolean => seen.agents?.isTest !== true || isAboutTests(ownName(message, own.prefix));
    for (const message of seen.messages.filter(counts)) findings.push(finding(message, file, own.prefix));
    for (const message of seen.suppressed.filter(counts)) suppressed.push({ ...finding(message, file, own.prefix), reason: message.suppressions.map(({ justification }) => justification.trim()).find((text) => text !== "") ?? null });
    if (!seen.agents) continue;
    withAgents += 1;
    inventories.push(seen.agents.inventory);
    rules.add(own.off, seen.agents.off, seen.agents.isTest);
  }
  onFile?.(paths.length, paths.length);
  return { findings, suppressed, inventory: joinInventories(inventories), examined, withAgents, unexamined, rules, policies };
}

interface Seen {
  readonly messages: readonly Linter.LintMessage[];
  readonly suppressed: readonly Linter.SuppressedLintMessage[];
  readonly policy: Policy;
  /** Absent where no agent is in sight. */
  readonly agents: Agents | undefined;
}

interface Agents {
  readonly inventory: Inventory;
  readonly isTest: boolean;
  /** Rules that a comment in the file switches off as a whole. */
  readonly off: readonly string[];
}

function read(path: string, file: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new PreflightError(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}

/** With the team's parser; without type information or with the embedded parser where that fails for another reason than the file. */
function examine(path: string, text: string, own: FileSetup, setup: LintSetup, root: string): Seen | UnexaminedFile {
  let reason: string | undefined;
  for (const attempt of [own, withoutTypes(own), setup.embedded(own)]) {
    if (!attempt) continue;
    const seen = lint(path, text, attempt, setup.linter, root);
    if (!("reason" in seen)) return seen;
    reason ??= seen.reason;
  }
  return { file: path, reason: reason ?? "unknown reason" };
}

function withoutTypes(setup: FileSetup): FileSetup | undefined {
  const options = Object.entries(setup.languageOptions.parserOptions ?? {});
  const rest = options.filter(([key]) => !TYPE_OPTIONS.has(key));
  return rest.length === options.length ? undefined : { ...setup, languageOptions: { ...setup.languageOptions, parserOptions: Object.fromEntries(rest) } };
}

function lint(path: string, text: string, setup: FileSetup, linter: Linter, root: string): Seen | UnexaminedFile {
  let agents: Agents | undefined;
  const asked = new Set<string>();
  const policy = policyOrSentence(setup.settings);
  const collector = {
    create(context: Readonly<TSESLint.RuleContext<string, readonly unknown[]>>) {
      asked.add(path);
      const model = modelOf(context, policy);
      if (!model) return {};
      return {
        "Program:exit"() {
          agents = { inventory: fileInventory(model, root), isTest: model.setting === "test", off: offByComment(context.sourceCode, setup.prefix) };
        },
      };
    },
  };
  const config: Linter.Config = {
    files: [...SOURCES],
    plugins: { [setup.prefix]: { rules: pluginRules }, [COLLECTOR]: { rules: { collect: collector as unknown as Rule.RuleModule } } },
    languageOptions: setup.languageOptions,
    settings: { ...setup.settings },
    linterOptions: { noInlineConfig: setup.noInlineConfig, reportUnusedDisableDirectives: "off" },
    rules: { ...rulesFor(setup), [`${COLLECTOR}/collect`]: "error" },
  };
  let messages: Linter.LintMessage[];
  try {
    messages = linter.verify(text, [config], { filename: path });
  } catch (error) {
    throw new PreflightError(`${nameIn(root, path)} cannot be linted: ${reasonOf(error)}.`);
  }
  const fatal = messages.find((message) => message.fatal === true);
  if (fatal) return { file: path, reason: `${reasonOf(fatal.message.replace(/^Parsing error: /u, ""))} (line ${String(fatal.line)})` };
  // Of a file that ESLint leaves out by itself, such as one in node_modules, no rule has said anything.
  if (asked.size === 0) return { file: path, reason: "ESLint leaves it out" };
  const isOurs = ({ ruleId }: { readonly ruleId: string | null }): boolean => ruleId?.startsWith(`${setup.prefix}/`) === true;
  return { messages: messages.filter(isOurs), suppressed: suppressedBy(linter).filter(isOurs), policy, agents };
}

/** What ESLint's declarations leave out. */
function suppressedBy(linter: Linter): readonly Linter.SuppressedLintMessage[] {
  return (linter as unknown as { getSuppressedMessages(): Linter.SuppressedLintMessage[] }).getSuppressedMessages();
}

function policyOrSentence(settings: Readonly<Record<string, unknown>>): Policy {
  try {
    return policyOf(settings);
  } catch (error) {
    if (error instanceof PolicyError) throw new PreflightError(error.message);
    throw error;
  }
}

/** The rules that `/* eslint agent-guardrails/…: off *​/` switches off: ESLint keeps no trace of what they would have said. */
function offByComment(sourceCode: unknown, prefix: string): readonly string[] {
  const { applyInlineConfig } = sourceCode as { readonly applyInlineConfig?: () => { readonly configs: readonly { readonly config: Linter.Config }[] } };
  if (!applyInlineConfig) return [];
  const { configs } = applyInlineConfig.call(sourceCode);
  return configs.flatMap(({ config }) => Object.entries(config.rules ?? {}).flatMap(([id, entry]) => {
    const severity = Array.isArray(entry) ? entry[0] : entry;
    return id.startsWith(`${prefix}/`) && (severity === 0 || severity === "off") ? [id.slice(prefix.length + 1)] : [];
  }));
}

function finding(message: Linter.LintMessage, file: string, prefix: string): Finding {
  return { ruleId: `${PREFIX}/${ownName(message, prefix)}`, file, line: message.line, column: message.column, message: message.message };
}

/** The name of the rule without the prefix that the team gave the plugin. */
function ownName(message: Linter.LintMessage, prefix: string): string {
  return (message.ruleId ?? "").slice(prefix.length + 1);
}
