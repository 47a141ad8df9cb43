import type { TSESTree } from "@typescript-eslint/utils";
import { isFrameworkModule } from "../frameworks/registry.js";
import type { Project } from "../project/project.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { isClass, isFunction, keyName, memberName, ownerOfThis, parameterPattern, unwrapAwaited, wrapped, type ClassNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { importedName } from "./exports.js";
import { canonicalModule } from "./origin.js";

const DEEPEST = 6;

/** The type that the code writes for a value: of a variable, a parameter, a field, or a member of one of these. */
export function declaredType(node: Node, depth = 0): TSESTree.TypeNode | undefined {
  const value = unwrapAwaited(node);
  if (depth > DEEPEST) return undefined;
  if (value.type === "Identifier") {
    const name = variableOf(value)?.defs[0]?.name as Node | undefined;
    return name && typeOfPattern(name, depth);
  }
  if (value.type !== "MemberExpression") return undefined;
  const key = memberName(value);
  if (key === undefined) return undefined;
  if (value.object.type === "ThisExpression") {
    const owner = ownerOfThis(value);
    return owner && typeOfField(owner, key);
  }
  const holder = declaredType(value.object, depth + 1);
  return holder && memberOfType(holder, key, depth + 1);
}

/** The type that the code writes for what a function gives which is only known by its type: `context.mailbox()` where `mailbox: () => Mailbox`. */
export function declaredResult(callee: Node): TSESTree.TypeNode | undefined {
  const value = unwrapAwaited(callee);
  const type = declaredType(value);
  if (type) return type.type === "TSFunctionType" ? type.returnType?.typeAnnotation : undefined;
  const holder = value.type === "MemberExpression" ? declaredType(value.object) : undefined;
  const method = holder && membersOfType(holder, 0)?.find((member) => member.type === "TSMethodSignature" && value.type === "MemberExpression" && keyName(member) === memberName(value));
  return method?.type === "TSMethodSignature" ? method.returnType?.typeAnnotation : undefined;
}

/** The annotation around a name, through the pattern that takes it out: `client` in `({ client }: { client: Client })`. */
function typeOfPattern(name: Node, depth: number): TSESTree.TypeNode | undefined {
  const path: string[] = [];
  for (let at: Node | undefined = name; at; at = at.parent) {
    const annotation = annotationOf(at);
    if (annotation) return path.reduce<TSESTree.TypeNode | undefined>((type, key) => type && memberOfType(type, key, depth + 1), annotation);
    const { parent }: Node = at;
    if (parent && isFunction(parent)) {
      const parameter = parameterTypeOf(parent, parent.params.indexOf(at as TSESTree.Parameter), depth);
      return path.reduce<TSESTree.TypeNode | undefined>((type, key) => type && memberOfType(type, key, depth + 1), parameter);
    }
    if (parent?.type === "Property" && parent.value === at && parent.parent.type === "ObjectPattern") {
      const key = keyName(parent);
      if (key === undefined) return undefined;
      path.unshift(key);
    } else if (parent?.type !== "ObjectPattern" && !(parent?.type === "AssignmentPattern" && parent.left === at)) return undefined;
  }
  return undefined;
}

/** The type that a parameter has from the type of the variable that holds its function: `const register: Register = (server) => …`. */
function parameterTypeOf(fn: FunctionNode, index: number, depth: number): TSESTree.TypeNode | undefined {
  const holder = wrapped(fn).parent;
  const type = holder?.type === "VariableDeclarator" ? annotationOf(holder.id) : undefined;
  const parameter = type && parametersOfType(type, depth)?.[index];
  return parameter && annotationOf(parameter);
}

/** The parameters of a function type that is written in place or under a name. */
function parametersOfType(type: TSESTree.TypeNode, depth: number): readonly TSESTree.Parameter[] | undefined {
  if (type.type === "TSFunctionType") return type.params;
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier" || depth > DEEPEST) return undefined;
  const declaration = namedType(type.typeName);
  return declaration?.type === "TSTypeAliasDeclaration" ? parametersOfType(declaration.typeAnnotation, depth + 1) : undefined;
}

function annotationOf(pattern: Node): TSESTree.TypeNode | undefined {
  const annotation = "typeAnnotation" in pattern ? pattern.typeAnnotation : undefined;
  return annotation?.type === "TSTypeAnnotation" ? withoutNothing(annotation.typeAnnotation) : undefined;
}

/** `Client | null` is a Client wherever it is used as one. */
export function withoutNothing(type: TSESTree.TypeNode): TSESTree.TypeNode {
  if (type.type !== "TSUnionType") return type;
  const parts = type.types.filter((part) => part.type !== "TSNullKeyword" && part.type !== "TSUndefinedKeyword");
  return parts.length === 1 && parts[0] ? parts[0] : type;
}

/** A declared field, or a parameter of the constructor that is one: `constructor(private client: Client)`. */
function typeOfField(owner: ClassNode, name: string): TSESTree.TypeNode | undefined {
  for (const member of owner.body.body) {
    if ((member.type === "PropertyDefinition" || member.type === "TSAbstractPropertyDefinition") && keyName(member) === name) return annotationOf(member);
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") continue;
    for (const parameter of member.value.params) {
      const pattern = parameterPattern(parameter);
      if (parameter.type === "TSParameterProperty" && pattern.type === "Identifier" && pattern.name === name) return annotationOf(pattern);
    }
  }
  return undefined;
}

function memberOfType(type: TSESTree.TypeNode, key: string, depth: number): TSESTree.TypeNode | undefined {
  const members = membersOfType(type, depth);
  for (const member of members ?? []) {
    if (member.type === "TSPropertySignature" && keyName(member) === key) return annotationOf(member);
  }
  return undefined;
}

/** The members of an object type that is written in place or under a name. */
function membersOfType(type: TSESTree.TypeNode, depth: number): readonly TSESTree.TypeElement[] | undefined {
  if (type.type === "TSTypeLiteral") return type.members;
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier" || depth > DEEPEST) return undefined;
  const declaration = namedType(type.typeName);
  if (declaration?.type === "TSInterfaceDeclaration") return declaration.body.body;
  return declaration?.type === "TSTypeAliasDeclaration" ? membersOfType(declaration.typeAnnotation, depth + 1) : undefined;
}

/** What declares a type, also in another file where that one is about a framework, or is worth reading by its text: no other is read for its types. */
export function namedType(name: TSESTree.Identifier, mayMatter?: (text: string) => boolean): Node | undefined {
  const declaration = variableOf(name)?.defs[0]?.node as Node | undefined;
  if (declaration?.type !== "ImportSpecifier" || declaration.parent.type !== "ImportDeclaration") return isClass(declaration) ? undefined : declaration;
  const { project, path: from } = fileOf(name);
  const path = project.resolve(from, declaration.parent.source.value);
  if (path === undefined || !(mayMatter ? mayMatter(project.text(path) ?? "") : namesFramework(project, path))) return undefined;
  const exported = project.load(path)?.exported(importedName(declaration));
  return exported?.kind === "node" && !isClass(exported.node) ? exported.node : undefined;
}

const IMPORTED = /\bfrom\s*["']([^"'\n]+)["']/gu;

/** Whether a file imports from a framework: read in its text. */
export function namesFramework(project: Project, path: string): boolean {
  return project.once(`framework in ${path}`, () => Array.from((project.text(path) ?? "").matchAll(IMPORTED), (match) => match[1] ?? "").some((specifier) => isFrameworkModule(canonicalModule(specifier))));
}
