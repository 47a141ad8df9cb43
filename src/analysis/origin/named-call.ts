import type { TSESTree } from "@typescript-eslint/utils";
import { variableOf } from "../project/source-file.js";
import { memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { canonicalModule, originOf } from "./origin.js";
import { loadedModule } from "./value.js";

/** Answers whether a call is one of the functions that a policy names: `send`, `mail.send`, `@acme/mail#send`, `./mail#send`. */
export function namedCalls(names: readonly string[]): (call: CallNode) => boolean {
  if (names.length === 0) return () => false;
  const qualified = names.filter((name) => name.includes("#")).map((name) => ({ module: name.slice(0, name.indexOf("#")), name: name.slice(name.indexOf("#") + 1) }));
  const plain = new Set(names.filter((name) => !name.includes("#")));
  return (call) => {
    const written = writtenName(call.callee);
    if (written !== undefined && plain.size > 0 && endings(written).some((ending) => plain.has(ending))) return true;
    return qualified.some((entry) => matchesQualified(call, entry.module, entry.name));
  };
}

/** `app.mail.send` is also a `mail.send` and a `send`. */
function endings(written: string): string[] {
  const parts = written.split(".");
  return parts.map((_, index) => parts.slice(index).join("."));
}

function writtenName(callee: Node): string | undefined {
  const node = unwrapAwaited(callee);
  if (node.type === "Identifier") return importedName(node) ?? node.name;
  if (node.type !== "MemberExpression") return undefined;
  const name = memberName(node);
  const holder = writtenName(node.object);
  return name === undefined ? undefined : holder === undefined ? name : `${holder}.${name}`;
}

/** What an import calls it, so that an alias changes nothing. */
function importedName(node: TSESTree.Identifier): string | undefined {
  const definition = variableOf(node)?.defs[0]?.node as Node | undefined;
  return definition?.type === "ImportSpecifier" && definition.imported.type === "Identifier" ? definition.imported.name : undefined;
}

function matchesQualified(call: CallNode, module: string, name: string): boolean {
  const origin = originOf(call.callee);
  if (origin?.module === module && origin.path.filter((part) => part !== "default" && part !== "()" && part !== "new").join(".") === name) return true;
  if (!isLocal(module)) return false;
  const callee = unwrapAwaited(call.callee);
  const root = callee.type === "MemberExpression" ? unwrapAwaited(callee.object) : callee;
  if (root.type !== "Identifier") return false;
  const source = sourceOfName(root);
  const written = writtenName(call.callee);
  return source !== undefined && isModuleNamed(source, module) && (written === name || written?.endsWith(`.${name}`) === true);
}

/** The module that a name is imported or required from. */
function sourceOfName(name: TSESTree.Identifier): string | undefined {
  const definition = variableOf(name)?.defs[0]?.node as Node | undefined;
  if (definition?.type === "VariableDeclarator") return definition.init ? loadedModule(unwrapAwaited(definition.init)) : undefined;
  return definition?.parent?.type === "ImportDeclaration" ? definition.parent.source.value : undefined;
}

/** Whether a specifier leads to the module that a policy names. A local one is named from the project's root or by the end of its path: `./mail` is any …/mail. */
export function isModuleNamed(specifier: string, module: string): boolean {
  if (specifier === module) return true;
  if (!isLocal(module)) return canonicalModule(specifier) === module;
  const source = withoutExtension(specifier);
  const wanted = withoutExtension(module.replace(/^\.?\.?\//u, ""));
  return source === wanted || source.endsWith(`/${wanted}`);
}

function isLocal(module: string): boolean {
  return module.startsWith(".") || module.startsWith("/");
}

function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/u, "");
}
