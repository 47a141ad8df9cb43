import type { TSESTree } from "@typescript-eslint/utils";
import { variableOf } from "../project/source-file.js";
import { isClass, keyName, memberName, ownerOfThis, parameterPattern, unwrapAwaited, type ClassNode, type Node } from "../syntax/expression.js";

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

/** The annotation around a name, through the pattern that takes it out: `client` in `({ client }: { client: Client })`. */
function typeOfPattern(name: Node, depth: number): TSESTree.TypeNode | undefined {
  const path: string[] = [];
  for (let at: Node | undefined = name; at; at = at.parent) {
    const annotation = annotationOf(at);
    if (annotation) return path.reduce<TSESTree.TypeNode | undefined>((type, key) => type && memberOfType(type, key, depth + 1), annotation);
    const { parent }: Node = at;
    if (parent?.type === "Property" && parent.value === at && parent.parent.type === "ObjectPattern") {
      const key = keyName(parent);
      if (key === undefined) return undefined;
      path.unshift(key);
    } else if (parent?.type !== "ObjectPattern" && !(parent?.type === "AssignmentPattern" && parent.left === at)) return undefined;
  }
  return undefined;
}

function annotationOf(pattern: Node): TSESTree.TypeNode | undefined {
  const annotation = "typeAnnotation" in pattern ? pattern.typeAnnotation : undefined;
  return annotation?.type === "TSTypeAnnotation" ? withoutNothing(annotation.typeAnnotation) : undefined;
}

/** `Client | null` is a Client wherever it is used as one. */
function withoutNothing(type: TSESTree.TypeNode): TSESTree.TypeNode {
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

/** The members of an object type that is written in the same file, in place or under a name. */
function membersOfType(type: TSESTree.TypeNode, depth: number): readonly TSESTree.TypeElement[] | undefined {
  if (type.type === "TSTypeLiteral") return type.members;
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier" || depth > DEEPEST) return undefined;
  const declaration = namedType(type.typeName);
  if (declaration?.type === "TSInterfaceDeclaration") return declaration.body.body;
  return declaration?.type === "TSTypeAliasDeclaration" ? membersOfType(declaration.typeAnnotation, depth + 1) : undefined;
}

function namedType(name: TSESTree.Identifier): Node | undefined {
  const declaration = variableOf(name)?.defs[0]?.node as Node | undefined;
  return isClass(declaration) ? undefined : declaration;
}
