import type { TSESTree } from "@typescript-eslint/utils";
import type { Policy } from "../policy/policy.js";
import { isFrameworkModule } from "./frameworks/registry.js";
import { isModuleNamed } from "./origin/named-call.js";
import { canonicalModule } from "./origin/origin.js";
import type { Project } from "./project/project.js";
import { staticString } from "./syntax/expression.js";

/** Text that only code around agents holds; asked of files whose agents come from other files of the project. */
const AGENT_TEXT = /\bconfigurable\b|\bthread_id\b/u;
/** Exports by which a project hands a framework's parts on. */
const HANDED_ON = new Set(["tool", "createTool", "Tool", "StructuredTool", "DynamicTool", "DynamicStructuredTool", "createAgent", "createReactAgent", "StateGraph", "McpServer", "Agent"]);
/** The same, taken out of a `require`. */
const HANDED_ON_BY_REQUIRE = new RegExp(`\\{[^{}]*\\b(?:${[...HANDED_ON].join("|")})\\b[^{}]*\\}\\s*=\\s*require\\(`, "u");
/** Every way to load a module, with its specifier. */
const LOADED = /\b(?:from|import|require\s*\(|import\s*\()\s*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`$\n]+)`)/gu;
/** The same, only by a call. */
const LOADED_BY_CALL = /\b(?:require|import)\s*\(\s*(?:"([^"\n]+)"|'([^'\n]+)'|`([^`$\n]+)`)/gu;

/**
 * Whether agents are in sight of a file: an import of a framework, directly or handed on by a file of the project.
 * Everything else costs nothing: no model is built and no listener set.
 */
export function isAgentFile(ast: TSESTree.Program, text: string, path: string, project: Project, policy: Policy): boolean {
  const named = policyModules(policy);
  const leads = (specifier: string): boolean => isFrameworkModule(canonicalModule(specifier)) || named.some((module) => isModuleNamed(specifier, module));
  let local: TSESTree.ImportDeclaration[] | undefined;
  for (const statement of ast.body) {
    const source = sourceOf(statement);
    if (source === undefined) continue;
    if (leads(source)) return true;
    if (statement.type === "ImportDeclaration" && statement.importKind !== "type") (local ??= []).push(statement);
  }
  // `require("langchain")`, `await import("langchain")`
  const loaded = text.includes("require(") || text.includes("import(") ? specifiersIn(text, LOADED_BY_CALL) : [];
  if (loaded.some(leads)) return true;
  const relative = loaded.filter((specifier) => specifier.startsWith("."));
  if (!local && relative.length === 0) return false;
  if (AGENT_TEXT.test(text)) return true;
  if (local?.some((declaration) => handsOnFramework(declaration, text, path, project))) return true;
  return relative.length > 0 && (text.includes(" extends ") || HANDED_ON_BY_REQUIRE.test(text)) && relative.some((specifier) => leadsToFramework(path, specifier, project, 0));
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

/** `import { tool } from "./agents"`, `import { Base } from "./base"; class X extends Base`: the file it leads to decides. */
function handsOnFramework(declaration: TSESTree.ImportDeclaration, text: string, path: string, project: Project): boolean {
  const suspicious = declaration.specifiers.some((specifier) => {
    if (specifier.type === "ImportSpecifier" && HANDED_ON.has(specifier.imported.type === "Identifier" ? specifier.imported.name : specifier.imported.value)) return true;
    return text.includes(`extends ${specifier.local.name}`) || (specifier.type === "ImportNamespaceSpecifier" && text.includes(`extends ${specifier.local.name}.`));
  });
  if (!suspicious) return false;
  return leadsToFramework(path, declaration.source.value, project, 0);
}

function leadsToFramework(from: string, specifier: string, project: Project, hops: number): boolean {
  const path = project.resolve(from, specifier);
  const text = path === undefined ? undefined : project.text(path);
  if (path === undefined || text === undefined) return false;
  const specifiers = specifiersIn(text, LOADED);
  if (specifiers.some((each) => isFrameworkModule(canonicalModule(each)))) return true;
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
