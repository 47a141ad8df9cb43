import type { TSESTree } from "@typescript-eslint/utils";
import { fileMemo } from "../project/memo.js";
import { fileOf, type Variable, variableOf } from "../project/source-file.js";
import { isClass, isFunction, isNothing, keyName, memberName, ownerOfThis, staticString, unwrapAwaited, type ClassNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { findExport, importedName, type Place } from "./exports.js";
import { fieldOfClass, valueOfVariable } from "./origin.js";
import { resultsOf } from "./results.js";
import { watchedFunction } from "./watchers.js";

/** How many steps a value is followed before it is given up: aliases of aliases are real, chains of ten are not. */
const MOST_STEPS = 12;

/**
 * The expression that defines a value: through wrappers, constants, destructuring of literals, members of
 * literals, class fields, and imports of local files. Ends at the first node that is none of these, which
 * may be the node itself, or a parameter's name; the namespace of a local file is its `Program`.
 */
export function definitionOf(node: Node, steps = 0): Node {
  const expression = unwrapAwaited(node);
  if (steps > MOST_STEPS) return expression;
  if (expression.type === "Identifier") return definitionOfName(expression, steps) ?? expression;
  if (expression.type === "MemberExpression") {
    const name = memberName(expression);
    if (name === undefined) return expression;
    if (expression.object.type === "ThisExpression") {
      const owner = ownerOfThis(expression);
      const value = owner && memberOfClass(owner, name);
      return value ? definitionOf(value, steps + 1) : expression;
    }
    const holder = definitionOf(expression.object, steps + 1);
    const value = propertyValue(holder, name, steps);
    return value ? definitionOf(value, steps + 1) : expression;
  }
  const module = loadedModule(expression);
  return (module === undefined ? undefined : namespaceOf(fileOf(expression), module, steps)) ?? expression;
}

/** The expression that makes a value: its definition, or what a function of the project returns that is called for it. */
export function creationOf(node: Node): Node {
  let made = definitionOf(node);
  for (let steps = 0; steps < MOST_STEPS && (made.type === "CallExpression" || made.type === "NewExpression"); steps += 1) {
    const [result, ...others] = resultsOf(made).filter((each) => !isNothing(each));
    if (!result || others.length > 0) break;
    made = definitionOf(result);
  }
  return made;
}

/** The module in `require("…")` and `import("…")`. */
export function loadedModule(node: Node): string | undefined {
  if (node.type === "ImportExpression") return staticString(node.source);
  if (node.type !== "CallExpression" || node.callee.type !== "Identifier" || node.callee.name !== "require" || node.arguments.length !== 1) return undefined;
  return fileOf(node).variableOf("require", node) ? undefined : staticString(node.arguments[0]);
}

/** What a local module is as a whole. */
function namespaceOf(from: Place, specifier: string, steps: number): Node | undefined {
  const path = from.project.resolve(from.path, specifier);
  const file = path === undefined ? undefined : from.project.load(path);
  return file?.whole ? definitionOf(file.whole, steps + 1) : file?.ast;
}

/** What names have been found to stand for; `null` where there is nothing behind them. */
const known = fileMemo<Variable, Node | null>();

function definitionOfName(name: TSESTree.Identifier, steps: number): Node | undefined {
  const variable = variableOf(name);
  if (!variable) return undefined;
  const cached = known.get(variable);
  if (cached !== undefined) return cached ?? undefined;
  const definition = definitionOfVariable(variable, steps);
  // Further down the way may have ended too early.
  if (steps === 0) known.set(variable, definition ?? null);
  return definition;
}

function definitionOfVariable(variable: Variable, steps: number): Node | undefined {
  const definition = variable.defs[0];
  if (!definition) return undefined;
  const node = definition.node as Node;
  if (node.type === "ImportSpecifier" || node.type === "ImportDefaultSpecifier") {
    if (node.parent.type !== "ImportDeclaration") return undefined;
    return importedDefinition(fileOf(node), node.parent.source.value, importedName(node), steps);
  }
  if (node.type === "ImportNamespaceSpecifier") return namespaceOf(fileOf(node), node.parent.source.value, steps);
  if (node.type === "TSImportEqualsDeclaration" && node.moduleReference.type === "TSExternalModuleReference") {
    const module = staticString(node.moduleReference.expression);
    return module === undefined ? undefined : namespaceOf(fileOf(node), module, steps);
  }
  if (isFunction(node)) return definition.type === "FunctionName" ? node : undefined;
  if (isClass(node) || node.type === "TSEnumDeclaration") return node;
  const value = valueOfVariable(variable);
  if (!value) return undefined;
  let found = definitionOf(value.node, steps + 1);
  for (const key of value.path) {
    const next = propertyValue(found, key, steps);
    if (!next) return undefined;
    found = definitionOf(next, steps + 1);
  }
  return found;
}

function importedDefinition(from: Place, specifier: string, name: string, steps: number): Node | undefined {
  const path = from.project.resolve(from.path, specifier);
  return path === undefined ? undefined : exportedDefinition({ project: from.project, path }, name, steps);
}

function exportedDefinition(place: Place, name: string, steps: number): Node | undefined {
  const found = findExport(place, name);
  if (!found) return undefined;
  if (found.kind === "own") {
    const exported = found.from.project.load(found.from.path)?.exported(name);
    return exported?.kind === "node" ? definitionOf(exported.node, steps + 1) : undefined;
  }
  if (found.kind === "node") return definitionOf(found.node, steps + 1);
  if (steps > MOST_STEPS) return undefined;
  return found.name === "*" ? namespaceOf(found.from, found.source, steps + 1) : importedDefinition(found.from, found.source, found.name, steps + 1);
}

/** The value under a key of an object literal or an enum, looking into spreads that can be resolved (`undefined` also where one cannot), or an export of a local file. */
export function propertyValue(object: Node, name: string, steps = 0): Node | undefined {
  if (object.type === "Program") return exportedDefinition(fileOf(object), name, steps);
  if (object.type === "TSEnumDeclaration") return object.body.members.find(({ id }) => keyName({ key: id }) === name)?.initializer;
  if (object.type !== "ObjectExpression" || steps > MOST_STEPS) return undefined;
  for (let i = object.properties.length - 1; i >= 0; i -= 1) {
    const property = object.properties[i];
    if (property === undefined) continue;
    if (property.type === "SpreadElement") {
      const spread = definitionOf(property.argument, steps + 1);
      if (spread.type !== "ObjectExpression") return undefined;
      const value = propertyValue(spread, name, steps + 1);
      if (value) return value;
    } else if (keyName(property) === name) return property.value;
  }
  return undefined;
}

/** Whether an object literal can be seen whole: every spread in it resolves to a literal as well. */
export function isWholeLiteral(object: Node, steps = 0): boolean {
  return steps <= MOST_STEPS && object.type === "ObjectExpression" && object.properties.every((property) => property.type === "Property" ? !property.computed || keyName(property) !== undefined : isWholeLiteral(definitionOf(property.argument), steps + 1));
}

const members = fileMemo<ClassNode, Map<string, Node | null>>();

/** A method or field of a class, or of the classes it extends as far as they can be seen. */
export function memberOfClass(owner: ClassNode, name: string): Node | undefined {
  let found = members.get(owner);
  if (!found) members.set(owner, (found = new Map<string, Node | null>()));
  let member = found.get(name);
  if (member === undefined) found.set(name, (member = findMember(owner, name) ?? null));
  return member ?? undefined;
}

function findMember(owner: ClassNode, name: string): Node | undefined {
  const seen = new Set<ClassNode>();
  for (let at: ClassNode | undefined = owner; at && !seen.has(at); at = mayInherit(at, name) ? superClassOf(at) : undefined) {
    seen.add(at);
    for (const member of at.body.body) {
      if (member.type === "MethodDefinition" && keyName(member) === name) return member.value;
    }
    const field = fieldOfClass(at, name);
    if (field) return field;
  }
  return undefined;
}

/** Whether a class may have a member of that name, or with no name given another base, from the class that it extends: asked before that class's file is parsed. */
export function mayInherit(owner: ClassNode, name?: string): boolean {
  const base = owner.superClass && ownExportOf(owner.superClass);
  if (!base) return owner.superClass !== null;
  const outline = base.from.project.outline(base.from.path);
  return !outline.isBaseClass(base.name) || (name !== undefined && outline.mentions(name));
}

/** The file of the project that makes what an imported name stands for, where the texts on the way tell. */
export function ownExportOf(node: Node): { readonly from: Place; readonly name: string } | undefined {
  const name = unwrapAwaited(node);
  if (name.type !== "Identifier") return undefined;
  const file = fileOf(name);
  const specifier = variableOf(name)?.defs[0]?.node as Node | undefined;
  if (specifier?.parent?.type !== "ImportDeclaration" || (specifier.type !== "ImportSpecifier" && specifier.type !== "ImportDefaultSpecifier")) return undefined;
  let from: Place = file;
  let source = specifier.parent.source.value;
  let exported = importedName(specifier);
  for (let hops = 0; hops < MOST_STEPS; hops += 1) {
    const path = from.project.resolve(from.path, source);
    const found = path === undefined ? undefined : findExport({ project: from.project, path }, exported);
    if (found?.kind === "own") return { from: found.from, name: exported };
    if (found?.kind !== "reexport") return undefined;
    ({ from, source, name: exported } = found);
  }
  return undefined;
}

/** The class that a class extends, where it is source of the project. */
export function superClassOf(owner: ClassNode): ClassNode | undefined {
  if (!owner.superClass) return undefined;
  const parent = definitionOf(owner.superClass);
  return isClass(parent) ? parent : undefined;
}

/** The function that an expression stands for; looks through `fn.bind(…)` and `traceable(fn)`. */
export function functionOf(node: Node): FunctionNode | undefined {
  const expression = definitionOf(node);
  const inner = expression.type === "CallExpression" ? (boundFunction(expression) ?? watchedFunction(expression)) : undefined;
  const fn = inner ? definitionOf(inner) : expression;
  return isFunction(fn) ? fn : undefined;
}

function boundFunction({ callee }: TSESTree.CallExpression): Node | undefined {
  return callee.type === "MemberExpression" && memberName(callee) === "bind" ? callee.object : undefined;
}
