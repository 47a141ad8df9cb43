import type { TSESTree } from "@typescript-eslint/utils";
import { frameworks } from "../frameworks/registry.js";
import { canonicalModule, matchesModule } from "../origin/origin.js";
import type { SourceFile } from "../project/source-file.js";

/** What kind of program a file belongs to, by its directives, the hooks that it imports, and its path. */
export type FileSetting = "application" | "client" | "script" | "test" | "example";

const TEST = /(?:^|[/\\])(?:__tests__|__mocks__|(?:[\w.]+[-_])?tests?|e2e|spec|evals?|fixtures?|mocks?)(?:[/\\])|[.-](?:test|spec|e2e|eval|int|bench)(?:-d)?\.[cm]?[jt]sx?$/iu;
const SCRIPT = /(?:^|[/\\])(?:scripts?|bin|cli|bench|benchmarks?|internal[/\\]bench|migrations?|seeds?)(?:[/\\])|(?:^|[/\\])(?:cli|seed|benchmark)\.[cm]?[jt]sx?$/iu;
const EXAMPLE = /(?:^|[/\\])(?:examples?|samples?|demos?|tutorials?|playground|cookbook)(?:[/\\])/iu;

export function classifySetting(file: SourceFile, path: string): FileSetting {
  for (const statement of file.ast.body) {
    if (statement.type !== "ExpressionStatement" || !("directive" in statement)) break;
    if (statement.directive === "use client") return "client";
  }
  if (file.text.startsWith("#!") && !file.ast.body.some(importsServer)) return "script";
  if (TEST.test(path)) return "test";
  if (file.ast.body.some(importsHooks) || file.ast.body.some(importsPhone) || opensPeerConnection(file)) return "client";
  if (SCRIPT.test(path)) return "script";
  return EXAMPLE.test(path) ? "example" : "application";
}

/** A server that a client starts as a program of its own has the first line of a script and answers people all the same. */
function importsServer(statement: TSESTree.ProgramStatement): boolean {
  if (statement.type !== "ImportDeclaration") return false;
  const module = canonicalModule(statement.source.value);
  return frameworks.some(({ clientServers, toolFactories }) => clientServers && [...clientServers.servers, ...toolFactories].some(({ modules }) => matchesModule(module, modules)));
}

const REACT = new Set(["react", "preact/hooks", "preact/compat"]);
/** Hooks that only components of the browser may call. */
const HOOKS = new Set(["useState", "useEffect", "useLayoutEffect", "useReducer", "useRef", "useCallback", "useSyncExternalStore", "useTransition", "useOptimistic"]);

function importsHooks(statement: TSESTree.ProgramStatement): boolean {
  if (statement.type !== "ImportDeclaration" || !REACT.has(statement.source.value)) return false;
  return statement.specifiers.some((specifier) => specifier.type === "ImportSpecifier" && specifier.importKind !== "type" && specifier.imported.type === "Identifier" && HOOKS.has(specifier.imported.name));
}

/** What runs on a phone: `react-native`, and the packages that stand on it. */
function importsPhone(statement: TSESTree.ProgramStatement): boolean {
  return statement.type === "ImportDeclaration" && statement.importKind !== "type" && /^(?:@[\w.-]+\/)?react-native(?:[-/]|$)/u.test(statement.source.value);
}

/** `new RTCPeerConnection()`, where no package brings it: only browsers have it. */
function opensPeerConnection(file: SourceFile): boolean {
  return file.text.includes("new RTCPeerConnection") && file.index.calls.some(({ type, callee }) => type === "NewExpression" && callee.type === "Identifier" && callee.name === "RTCPeerConnection" && !file.variableOf(callee.name, callee));
}

/** Whether a path, seen from the project, is that of a test. */
export function isTestPath(path: string): boolean {
  return TEST.test(path);
}

/** Folders above the project say nothing about the file: a checkout may lie in `/tmp/test/app`. */
export function pathInProject(path: string, cwd: string): string {
  return path.startsWith(cwd) ? path.slice(cwd.length) : path;
}
