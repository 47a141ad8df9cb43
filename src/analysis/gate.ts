import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Policy } from "../policy/policy.js";
import { isFrameworkModule } from "./frameworks/registry.js";
import { isModuleNamed } from "./origin/named-call.js";
import { canonicalModule } from "./origin/origin.js";
import type { Project } from "./project/project.js";
import { keyName, staticString } from "./syntax/expression.js";

/**
 * Text that only code around agents holds; asked of files whose agents come from other files of the project.
 * Not the `configurable: true` of a property's descriptor, and not the word in a comment.
 */
const AGENT_TEXT = /(?:\.|\[\s*["'`])configurable\b|\bconfigurable["'`]?\s*\??\s*:(?!\s*(?:true\b|false\b|boolean\b|!))|[{,]\s*configurable\s*[,}]|\bconfigurable\s*=(?!=)|\bthread_id\b|\.registerTool\s*\(|\bmastra\s*\.\s*getAgent(?:ById)?\s*\(|\bmemory\s*:\s*\{\s*(?:thread|resource)\b/u;
/** Exports by which a project hands a framework's parts on. */
const HANDED_ON = new Set(["tool", "createTool", "Tool", "StructuredTool", "DynamicTool", "DynamicStructuredTool", "createAgent", "createReactAgent", "StateGraph", "McpServer", "Agent"]);
/** Every way to load a module, with its specifier; asked of the text of other files. */
const LOADED = /\b(?:from|import|require\s*\(|import\s*\()\s*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`$\n]+)`)/gu;
/** What in a text can make it a file with agents, found in one search: a module loaded by `import(…)`, a base class, a word of agents' runs or of their servers. */
const SIGNS = /\bimport\s*\(\s*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`$\n]+)`)|\bextends\s+([\w$]+)|configurable|thread_id|registerTool|mastra\s*\.\s*getAgent|memory\s*:\s*\{/gu;

/** A run of something under a name, with the name; asked of files that import from their own project. */
const RUN = /([\w$]+)\s*\.\s*(?:invoke|stream|streamEvents)\s*\(/gu;

/** What ESLint knows of a file when it asks its rules whether they have anything to do with it. */
export interface FileAtTheGate {
  readonly ast: TSESTree.Program;
  readonly text: string;
  readonly path: string;
  readonly scopes: TSESLint.Scope.ScopeManager | null;
}

/**
 * Whether agents are in sight of a file: an import of a framework, directly or handed on by a file of the project.
 * Everything else costs nothing: no model is built and no listener set. So this asks the cheap questions first, searches
 * the text once, and turns to the project only where an import of its own files leaves a doubt.
 */
export function isAgentFile({ ast, text, path, scopes }: FileAtTheGate, projectOf: () => Project, policy: Policy): boolean {
  const named = policyModules(policy);
  const leads = (specifier: string): boolean => leadsToAgents(specifier) || (named.length > 0 && named.some((module) => isModuleNamed(specifier, module)));
  const local: TSESTree.ImportDeclaration[] = [];
  for (const statement of ast.body) {
    const source = sourceOf(statement);
    if (source === undefined) continue;
    if (leads(source)) return true;
    if (statement.type === "ImportDeclaration" && statement.importKind !== "type") local.push(statement);
  }
  // `require("langchain")`
  const relative: Required[] = [];
  for (const required of requiresOf(scopes)) {
    if (leads(required.specifier)) return true;
    if (required.specifier.startsWith(".")) relative.push(required);
  }
  const signs = signsIn(text, leads);
  // `await import("langchain")`
  if (signs === "framework") return true;
  if (local.length === 0 && relative.length === 0) return false;
  if (signs.mayRun && AGENT_TEXT.test(text)) return true;
  // `class Search extends Base`, `await agent.invoke({ messages })`: the file that the name comes from decides.
  const names = new Set([...signs.bases, ...namesRunIn(text)]);
  return (
    local.some((declaration) => mayHandOn(declaration, names) && leadsToFramework(path, declaration.source.value, projectOf(), 0)) ||
    relative.some(({ specifier, call }) => boundNames(call).some((name) => HANDED_ON.has(name) || names.has(name)) && leadsToFramework(path, specifier, projectOf(), 0))
  );
}

function namesRunIn(text: string): readonly string[] {
  if (!text.includes(".invoke") && !text.includes(".stream")) return NONE;
  return [...text.matchAll(RUN)].map(([, name = ""]) => name);
}

/** What a text says about agents beside its imports: a framework it loads, or the names behind `extends` and whether it speaks of runs or servers. */
function signsIn(text: string, leads: (specifier: string) => boolean): "framework" | { readonly bases: ReadonlySet<string>; readonly mayRun: boolean } {
  const bases = new Set<string>();
  let mayRun = false;
  SIGNS.lastIndex = 0;
  for (let sign = SIGNS.exec(text); sign; sign = SIGNS.exec(text)) {
    const specifier = sign[1] ?? sign[2] ?? sign[3];
    if (specifier !== undefined) {
      if (leads(specifier)) return "framework";
    } else if (sign[4] !== undefined) bases.add(sign[4]);
    else mayRun = true;
  }
  return { bases, mayRun };
}

const answers = new Map<string, boolean>();
const MOST_ANSWERS = 20_000;

function leadsToAgents(specifier: string): boolean {
  // Most imports lead to a file beside, and no framework is one.
  if (specifier.startsWith("./") || specifier.startsWith("../")) return false;
  let answer = answers.get(specifier);
  if (answer === undefined) {
    if (answers.size >= MOST_ANSWERS) answers.clear();
    answers.set(specifier, (answer = isFrameworkModule(canonicalModule(specifier))));
  }
  return answer;
}

const NONE: readonly never[] = [];

/** A `require("…")`. */
interface Required {
  readonly specifier: string;
  readonly call: TSESTree.CallExpression;
}

/** Every `require("…")` of a file, through the references of the global: the scopes know them already. */
function requiresOf(scopes: TSESLint.Scope.ScopeManager | null): readonly Required[] {
  const top = scopes?.scopes[0];
  if (!top) return NONE;
  const references = top.set.get("require")?.references ?? top.through.filter((reference) => reference.identifier.name === "require");
  if (references.length === 0) return NONE;
  return references.flatMap(({ identifier }) => {
    const call = identifier.parent as TSESTree.Node | undefined;
    const specifier = call?.type === "CallExpression" && call.callee === (identifier as TSESTree.Node) ? staticString(call.arguments[0]) : undefined;
    return call?.type === "CallExpression" && specifier !== undefined ? [{ specifier, call }] : [];
  });
}

/** `Base` in `const { Base } = require(…)` and in `const Base = require(…)`. */
function boundNames(call: TSESTree.Node): string[] {
  const declarator = call.parent;
  if (declarator?.type !== "VariableDeclarator") return [];
  if (declarator.id.type === "Identifier") return [declarator.id.name];
  return declarator.id.type === "ObjectPattern" ? declarator.id.properties.flatMap((property) => (property.type === "Property" && property.value.type === "Identifier" ? [keyName(property) ?? "", property.value.name] : [])) : [];
}

/** The module that a statement imports from or passes on. */
function sourceOf(statement: TSESTree.ProgramStatement): string | undefined {
  switch (statement.type) {
    case "ImportDeclaration":
    case "ExportAllDeclaration":
      return statement.source.value;
    case "ExportNamedDeclaration":
      return statement.source?.value;
    case "TSImportEqualsDeclaration":
      return statement.moduleReference.type === "TSExternalModuleReference" ? staticString(statement.moduleReference.expression) : undefined;
    default:
      return undefined;
  }
}

function specifiersIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

/** `import { tool } from "./agents"`, or a name that the file extends or runs. */
function mayHandOn(declaration: TSESTree.ImportDeclaration, names: ReadonlySet<string>): boolean {
  return declaration.specifiers.some((specifier) => {
    if (specifier.type === "ImportSpecifier" && HANDED_ON.has(specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value)) return true;
    return names.has(specifier.local.name);
  });
}

function leadsToFramework(from: string, specifier: string, project: Project, hops: number): boolean {
  const path = project.resolve(from, specifier);
  // Many files lead to the same few.
  return path !== undefined && project.once(`framework behind ${String(hops)} ${path}`, () => loadsFramework(path, project, hops));
}

function loadsFramework(path: string, project: Project, hops: number): boolean {
  const specifiers = specifiersIn(project.text(path) ?? "", LOADED);
  if (specifiers.some(leadsToAgents)) return true;
  if (hops >= 2) return false;
  const further = specifiers.filter((each) => each.startsWith("."));
  return further.slice(0, 20).some((each) => leadsToFramework(path, each, project, hops + 1));
}

const modulesOfPolicy = new WeakMap<Policy, readonly string[]>();

/** The modules that a policy names with `module#name`. */
function policyModules(policy: Policy): readonly string[] {
  let modules = modulesOfPolicy.get(policy);
  if (!modules) {
    const names = Object.values(policy).flatMap((value) => (Array.isArray(value) ? (value as string[]) : []));
    modules = [...new Set(names.filter((name) => name.includes("#")).map((name) => name.slice(0, name.indexOf("#"))))];
    modulesOfPolicy.set(policy, modules);
  }
  return modules;
}
