import type { TSESTree } from "@typescript-eslint/utils";
import { fileMemo } from "../project/memo.js";
import { fileOf, type Variable, variableOf } from "../project/source-file.js";
import { isFunction, isNothing, keyName, memberName, ownerOfThis, staticString, unwrapAwaited, type ClassNode, type Node } from "../syntax/expression.js";
import { declaredType } from "./declared-type.js";
import { importedName, moduleOrigin, originOfExport } from "./exports.js";
import { commonOrigin, originOfResult, resultsOfGetter } from "./results.js";
import { globalOrigin, isExport, step, type Origin } from "./steps.js";
import { definitionOf, loadedModule, propertyValue } from "./value.js";

export { isExport, isGlobal, matchesModule, perOrigin, samePath, step, type Origin } from "./steps.js";

/** `null` for what has no origin, and for what is being looked at: a value that is defined by itself (cyclic imports, `const a = a`) has none. */
const known = fileMemo<Node, Origin | null>();

/** The origin of an expression; `undefined` for values made in the project itself and for what cannot be seen. */
export function originOf(node: Node): Origin | undefined {
  const expression = unwrapAwaited(node);
  // A name means what its variable means, wherever it stands.
  if (expression.type === "Identifier") return originOfName(expression, true);
  const cached = known.get(expression);
  if (cached !== undefined) return cached ?? undefined;
  known.set(expression, null);
  const origin = resolveOrigin(expression);
  if (origin) known.set(expression, origin);
  return origin;
}

function resolveOrigin(node: Node): Origin | undefined {
  switch (node.type) {
    case "JSXIdentifier":
      return originOfName(node, false);
    case "MemberExpression":
      return originOfMember(node);
    case "CallExpression":
    case "ImportExpression": {
      const module = loadedModule(node);
      if (module !== undefined) return moduleOrigin(fileOf(node), module, "*");
      if (node.type !== "CallExpression") return undefined;
      const callee = originOf(node.callee);
      // promisify(exec) is exec in another style.
      if (isExport(callee, ["util"], ["promisify"]) && node.arguments[0]) return originOf(node.arguments[0]);
      return callee ? step(callee, "()") : originOfResult(node);
    }
    case "NewExpression":
      return step(originOf(node.callee), "new");
    case "LogicalExpression":
      // `cached ?? new Client()`: both sides are meant to be the same thing; the one that is known tells which.
      return better(originOf(node.right), originOf(node.left));
    case "ConditionalExpression":
      return commonOrigin([node.consequent, node.alternate]);
    case "AssignmentExpression":
      return originOf(node.right);
    case "TSTypeReference":
      return originOfTypeName(node.typeName);
    case "TSQualifiedName":
      return originOfTypeName(node);
    default:
      return undefined;
  }
}

function originOfTypeName(name: TSESTree.EntityName): Origin | undefined {
  if (name.type === "Identifier") return originOfName(name, false);
  if (name.type === "TSQualifiedName") return step(originOfTypeName(name.left), name.right.name);
  return undefined;
}

function originOfMember(node: TSESTree.MemberExpression): Origin | undefined {
  const name = memberName(node);
  if (name === undefined) return undefined;
  if (node.object.type === "ThisExpression") {
    const value = definitionOf(node);
    return (value === node ? undefined : isFunction(value) ? commonOrigin(resultsOfGetter(value)) : originOf(value)) ?? originOfType(node) ?? (value === node ? inherited(node, name) : undefined);
  }
  if (isMadeHere(node.object)) return undefined;
  return originOfPart(node.object, [name]) ?? originOfType(node);
}

/** `this.registerTool(…)` in a class that extends one of a package, and has no member of that name itself. */
function inherited(node: TSESTree.MemberExpression, name: string): Origin | undefined {
  if (node.parent.type !== "CallExpression" || node.parent.callee !== node) return undefined;
  const owner = ownerOfThis(node);
  const base = owner?.superClass ? originOf(owner.superClass) : undefined;
  return base?.module === undefined ? undefined : step(step(base, "new"), name);
}

/** Whether a chain of members and calls starts at a name that stands for nothing foreign, no literal and no type: no key of it leads anywhere. */
function isMadeHere(chain: Node): boolean {
  for (let at = unwrapAwaited(chain); ; ) {
    if (at.type === "Identifier") return isNameMadeHere(at);
    if (at.type === "MemberExpression" && at.object.type !== "ThisExpression") at = unwrapAwaited(at.object);
    else if (at.type === "CallExpression" && loadedModule(at) === undefined && !originOf(at)) at = unwrapAwaited(at.callee);
    else return false;
  }
}

const madeHere = fileMemo<Variable, boolean>();

function isNameMadeHere(name: TSESTree.Identifier): boolean {
  const variable = variableOf(name);
  if (!variable) return false;
  let known = madeHere.get(variable);
  // While it is being found out, nothing is certain.
  if (known === undefined) {
    madeHere.set(variable, false);
    madeHere.set(variable, (known = standsForNothing(variable, name)));
  }
  return known;
}

/** Imports are left to those who know how to follow them without parsing. */
function standsForNothing(variable: Variable, name: TSESTree.Identifier): boolean {
  const kind = variable.defs[0]?.type;
  if (kind !== "Parameter" && kind !== "Variable" && kind !== "FunctionName") return false;
  if (originOfName(name, true) || declaredType(name)) return false;
  const { type } = definitionOf(name);
  return type !== "ObjectExpression" && type !== "Program";
}

/** The origin of what lies under keys of a value: of something foreign, of a literal that can be seen, or of a local file. */
function originOfPart(whole: Node, path: readonly string[]): Origin | undefined {
  const origin = originOf(whole);
  if (origin) return path.reduce<Origin | undefined>(step, origin);
  if (path[0] === undefined || isOwnImport(whole, path[0])) return undefined;
  let holder = definitionOf(whole);
  for (const [index, key] of path.entries()) {
    const value = propertyValue(holder, key);
    const found = holder.type === "Program" ? originOfExport(fileOf(holder), key, 0) : value && originOf(value);
    if (found) return path.slice(index + 1).reduce<Origin | undefined>(step, found);
    if (!value) return undefined;
    holder = definitionOf(value);
  }
  return undefined;
}

/** Whether a name is imported from a file of the project that makes it itself, a function or a class: no key of it leads to a module. */
function isOwnImport(node: Node, key: string): boolean {
  const name = unwrapAwaited(node);
  if (name.type !== "Identifier") return false;
  const file = fileOf(name);
  const specifier = variableOf(name)?.defs[0]?.node as Node | undefined;
  if (specifier?.parent?.type !== "ImportDeclaration") return false;
  const path = file.project.resolve(file.path, specifier.parent.source.value);
  if (path === undefined) return false;
  const outline = file.project.outline(path);
  if (specifier.type === "ImportNamespaceSpecifier") return outline.isOwn(key) && !outline.mayBeWhole();
  return (specifier.type === "ImportDefaultSpecifier" || specifier.type === "ImportSpecifier") && outline.isOwn(importedName(specifier));
}

/** An export says more than a global, whose result can be anything. */
export function better(first: Origin | undefined, second: Origin | undefined): Origin | undefined {
  return first?.module === undefined ? (second?.module === undefined ? (first ?? second) : second) : first;
}

/** `client: Stripe` tells that it is a Stripe; the step is the one that `new Stripe()` has. */
function originOfType(node: Node): Origin | undefined {
  if (!fileOf(node).typed) return undefined;
  const type = declaredType(node);
  return type?.type === "TSTypeReference" ? step(originOf(type), "new") : undefined;
}

/** What has been found out about variables, as `known` about expressions. */
const knownVariables = fileMemo<Variable, Origin | null>();
const knownTypes = fileMemo<Variable, Origin | null>();

function originOfName(name: TSESTree.Identifier | TSESTree.JSXIdentifier, orType: boolean): Origin | undefined {
  const variable = variableOf(name);
  if (!variable) return globalOrigin(name.name);
  let origin = knownVariables.get(variable);
  if (origin === undefined) {
    knownVariables.set(variable, null);
    origin = originOfVariable(variable) ?? null;
    if (origin) knownVariables.set(variable, origin);
  }
  if (origin || !orType) return origin ?? undefined;
  let typed = knownTypes.get(variable);
  if (typed === undefined) {
    knownTypes.set(variable, null);
    typed = originOfType(name) ?? null;
    if (typed) knownTypes.set(variable, typed);
  }
  return typed ?? undefined;
}

/** What a variable stands for, seen from its single definition. */
function originOfVariable(variable: Variable): Origin | undefined {
  const definition = variable.defs[0];
  if (!definition) return undefined;
  const node = definition.node as Node;
  if (node.type === "ImportSpecifier" && node.parent.type === "ImportDeclaration") {
    return moduleOrigin(fileOf(node), node.parent.source.value, importedName(node));
  }
  if (node.type === "ImportDefaultSpecifier") return moduleOrigin(fileOf(node), node.parent.source.value, "default");
  if (node.type === "ImportNamespaceSpecifier") return moduleOrigin(fileOf(node), node.parent.source.value, "*");
  if (node.type === "TSImportEqualsDeclaration") {
    const reference = node.moduleReference;
    if (reference.type === "TSExternalModuleReference") {
      const specifier = staticString(reference.expression);
      return specifier === undefined ? undefined : moduleOrigin(fileOf(node), specifier, "*");
    }
    return originOf(reference);
  }
  if (node.type === "VariableDeclarator") {
    const value = valueOfVariable(variable);
    return value && originOfPart(value.node, value.path);
  }
  return undefined;
}

export function isBare(specifier: string): boolean {
  return !specifier.startsWith(".") && !specifier.startsWith("/") && !specifier.startsWith("#");
}

/** `npm:langchain@1.2/x`, `node:fs`, `https://esm.sh/langchain@1` all name the package that they lead to. */
export function canonicalModule(specifier: string): string {
  let module = canonical.get(specifier);
  if (module === undefined) canonical.set(specifier, (module = readSpecifier(specifier)));
  return module;
}

const canonical = new Map<string, string>();

function readSpecifier(specifier: string): string {
  const name = specifier.startsWith("https://") ? packageInUrl(specifier) : specifier.replace(/^(?:node|npm|jsr):\/?/u, "");
  const parts = /^(?<package>@[^/]+\/[^/@]+|[^/@]+)(?:@[^/]+)?(?<path>\/.*)?$/u.exec(name)?.groups;
  // An extension belongs to a path; `discord.js` is the name of a package.
  return parts ? `${parts.package ?? ""}${(parts.path ?? "").replace(/\.js$/u, "")}` : name;
}

/** What a content delivery network serves under an address; its own prefixes, marks and queries belong to no package. */
function packageInUrl(url: string): string {
  const path = /^https:\/\/(?:esm\.sh|cdn\.skypack\.dev|cdn\.jsdelivr\.net\/npm|unpkg\.com)\/([^?#]+)/u.exec(url)?.[1];
  return path === undefined ? url : path.replace(/^(?:v\d+|stable)\//u, "").replace(/^\*/u, "").replace(/\/\+esm$/u, "");
}

/** The expression that a variable holds, and the keys by which it was taken apart; `undefined` where more than one write competes. */
export function valueOfVariable(variable: Variable): VariableValue | undefined {
  let value = values.get(variable);
  if (value === undefined) values.set(variable, (value = readVariable(variable) ?? null));
  return value ?? undefined;
}

interface VariableValue {
  readonly node: Node;
  readonly path: readonly string[];
}

const values = fileMemo<Variable, VariableValue | null>();

function readVariable(variable: Variable): VariableValue | undefined {
  const definition = variable.defs[0];
  const declarator = definition?.node as Node | undefined;
  if (variable.defs.length !== 1 || declarator?.type !== "VariableDeclarator") return undefined;
  const writes = variable.references.filter((reference) => reference.isWrite() && !reference.init).map((reference) => assignedValue(reference.identifier as Node));
  // `let client = null; … client ??= new Client()`: nothing is no value, so a lazy singleton has one write.
  const competing = writes.filter((value) => value === undefined || !isNothing(value));
  if (declarator.init && (!isNothing(declarator.init) || competing.length === 0)) {
    if (competing.length > 0) return undefined;
    const path = patternPath(declarator.id, variable.name);
    return path && { node: declarator.init, path };
  }
  const [only] = competing;
  return competing.length === 1 && only ? { node: only, path: [] } : undefined;
}

/** The right side of `name = value` and of its lazy forms; `undefined` for every other way to write a variable. */
function assignedValue(target: Node): Node | undefined {
  const assignment = target.parent;
  return assignment?.type === "AssignmentExpression" && assignment.left === target && isLazy(assignment) ? assignment.right : undefined;
}

function isLazy(assignment: TSESTree.AssignmentExpression): boolean {
  return ["=", "??=", "||=", "&&="].includes(assignment.operator);
}

/** The keys that lead from a destructured value to the variable: `{ a: { b: x } }` is `["a", "b"]` for x. */
export function patternPath(pattern: Node, name: string): readonly string[] | undefined {
  switch (pattern.type) {
    case "Identifier":
      return pattern.name === name ? [] : undefined;
    case "AssignmentPattern":
      return patternPath(pattern.left, name);
    case "ObjectPattern":
      for (const property of pattern.properties) {
        if (property.type !== "Property") {
          // What is left of an object has the object's own keys.
          if (property.argument.type === "Identifier" && property.argument.name === name) return [];
          continue;
        }
        const rest = patternPath(property.value, name);
        const key = keyName(property);
        if (rest && key !== undefined) return [key, ...rest];
      }
      return undefined;
    case "ArrayPattern":
      for (const [index, element] of pattern.elements.entries()) {
        const rest = element && patternPath(element, name);
        if (rest) return [String(index), ...rest];
      }
      return undefined;
    default:
      return undefined;
  }
}

/** What a class sets a field of its instances to: the initializer, or the one assignment in its methods. */
export function fieldOfClass(owner: ClassNode, name: string): Node | undefined {
  const values: Node[] = [];
  for (const member of owner.body.body) {
    if (member.type === "PropertyDefinition" && member.value && keyName(member) === name) values.push(member.value);
  }
  for (const write of fileOf(owner).index.memberWrites.get(name) ?? []) {
    if (write.left.type === "MemberExpression" && write.left.object.type === "ThisExpression" && ownerOfThis(write) === owner) values.push(write.right);
  }
  const competing = values.filter((value) => !isNothing(value));
  return competing.length === 1 ? competing[0] : competing.length === 0 ? values[0] : undefined;
}
