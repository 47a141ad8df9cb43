import type { TSESTree } from "@typescript-eslint/utils";
import type { Policy } from "../policy/policy.js";
import { isFrameworkModule } from "./frameworks/registry.js";
import { canonicalModule } from "./origin/origin.js";
import type { Project } from "./project/project.js";

/** Text that only code around agents holds; asked of files whose agents come from other files of the project. */
const AGENT_TEXT = /\bconfigurable\b|\bthread_id\b/u;
const FRAMEWORK_TEXT = /["'](?:npm:)?(?:langchain|@langchain|deepagents|ai["']|@openai\/agents|@mastra|@modelcontextprotocol|agent-guardrails)/u;
/** Exports by which a project hands a framework's parts on. */
const HANDED_ON = new Set(["tool", "createTool", "Tool", "StructuredTool", "DynamicTool", "DynamicStructuredTool", "createAgent", "createReactAgent", "StateGraph", "McpServer", "Agent"]);

/**
 * Whether agents are in sight of a file: an import of a framework, directly or handed on by a file of the project.
 * Everything else costs nothing: no model is built and no listener set.
 */
export function isAgentFile(ast: TSESTree.Program, text: string, path: string, project: Project, policy: Policy): boolean {
  let local: TSESTree.ImportDeclaration[] | undefined;
  const named = policyModules(policy);
  for (const statement of ast.body) {
    if (statement.type === "ImportDeclaration") {
      const source = statement.source.value;
      if (statement.importKind !== "type" || isFrameworkModule(canonicalModule(source))) {
        if (isFrameworkModule(canonicalModule(source)) || named.has(source)) return true;
        (local ??= []).push(statement);
      }
    } else if (statement.type === "TSImportEqualsDeclaration" && statement.moduleReference.type === "TSExternalModuleReference") {
      const { expression } = statement.moduleReference;
      if (expression.type === "Literal" && isFrameworkModule(canonicalModule(String(expression.value)))) return true;
    } else if (statement.type === "ExportNamedDeclaration" && statement.source && isFrameworkModule(canonicalModule(statement.source.value))) return true;
  }
  // `require("langchain")`, `await import("langchain")`
  if ((text.includes("require(") || text.includes("import(")) && FRAMEWORK_TEXT.test(text)) return true;
  if (!local) return false;
  if (AGENT_TEXT.test(text)) return true;
  return local.some((declaration) => handsOnFramework(declaration, text, path, project));
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
  if (FRAMEWORK_TEXT.test(text)) return true;
  if (hops >= 2) return false;
  const sources = [...text.matchAll(/\bfrom\s*["'](\.[^"']+)["']/gu)].map((match) => match[1] ?? "");
  return sources.slice(0, 20).some((source) => leadsToFramework(path, source, project, hops + 1));
}

const modulesOfPolicy = new WeakMap<Policy, Set<string>>();

/** The modules that a policy names with `module#name`. */
function policyModules(policy: Policy): Set<string> {
  let modules = modulesOfPolicy.get(policy);
  if (!modules) {
    modules = new Set(Object.values(policy).flatMap((value) => (Array.isArray(value) ? (value as string[]) : [])).filter((name) => name.includes("#")).map((name) => name.slice(0, name.indexOf("#"))));
    modulesOfPolicy.set(policy, modules);
  }
  return modules;
}
