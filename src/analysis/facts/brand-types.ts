import type { TSESTree } from "@typescript-eslint/utils";
import { originOf } from "../origin/origin.js";
import { variableOf } from "../project/source-file.js";
import { staticString, type Node } from "../syntax/expression.js";

/** A guard's type put on a value that the guard did not make. */
export interface BrandAssertion {
  readonly node: Node;
  readonly brand: string;
  readonly how: "assertion" | "custom" | "predicate" | "any" | "laundered" | "widened";
}

export const GUARDS = /^agent-guardrails(?:\/|$)/u;
/** Types of the guards that say something about where a value came from. */
export const BRANDS = new Set(["AuthedConfig", "VerifiedIdentity", "UntrustedText", "ApprovedAction", "ThreadId", "TenantNamespace", "IdempotencyKey", "SystemPromptText", "DelimitedBlock", "ScreenedText", "SealedText", "Plan", "LogSafe", "GuardedTool"]);

const DEEPEST = 8;

/** The guard's type that a type annotation names, also inside `Readonly<…>`, arrays and unions, and behind a name of the file. */
export function brandOfType(type: TSESTree.TypeNode): string | undefined {
  return brandIn(type, false, 0);
}

/** The same, also where it is the type of a field: `{ action: ApprovedAction }`, and the interface that has it. */
export function brandHeldBy(type: TSESTree.TypeNode): string | undefined {
  return brandIn(type, true, 0);
}

function brandIn(type: TSESTree.TypeNode, fields: boolean, depth: number): string | undefined {
  if (depth > DEEPEST) return undefined;
  const next = (inner: TSESTree.TypeNode): string | undefined => brandIn(inner, fields, depth + 1);
  switch (type.type) {
    case "TSTypeReference":
      return brandOfReference(type, fields, depth);
    case "TSImportType": {
      const module = staticString(type.source);
      const name = type.qualifier?.type === "Identifier" ? type.qualifier.name : undefined;
      return module !== undefined && GUARDS.test(module) && name !== undefined && BRANDS.has(name) ? name : undefined;
    }
    case "TSArrayType":
      return next(type.elementType);
    case "TSUnionType":
    case "TSIntersectionType":
      return firstOf(type.types, next);
    case "TSTypeLiteral":
      return fields ? firstOf(fieldTypes(type.members), next) : undefined;
    default:
      return undefined;
  }
}

function brandOfReference(type: TSESTree.TSTypeReference, fields: boolean, depth: number): string | undefined {
  const origin = originOf(type);
  const name = origin?.path.at(-1);
  if (origin?.module !== undefined && GUARDS.test(origin.module) && name !== undefined && BRANDS.has(name)) return name;
  const next = (inner: TSESTree.TypeNode): string | undefined => brandIn(inner, fields, depth + 1);
  const given = type.typeArguments?.params ?? [];
  const declaration = declarationOf(type);
  if (!declaration) return firstOf(given, next);
  // Of a type of the file's own it can be seen what becomes of an argument: one that only its functions give or take says nothing of the value.
  const held = given.filter((_, index) => isHeld(declaration.typeParameters?.params[index]?.name.name, declaration, depth));
  const own = declaration.type === "TSTypeAliasDeclaration" ? [declaration.typeAnnotation] : fields ? fieldTypes(declaration.body.body) : [];
  return firstOf(held, next) ?? firstOf(own, next);
}

/** Whether a value of a type holds one of its parameters: as the type itself, of its items, or of a field. */
function isHeld(parameter: string | undefined, declaration: TypeDeclaration, depth: number): boolean {
  if (parameter === undefined || depth > DEEPEST) return false;
  const holds = (type: TSESTree.TypeNode): boolean => {
    switch (type.type) {
      case "TSTypeReference": {
        if (type.typeName.type === "Identifier" && type.typeName.name === parameter) return true;
        const inner = declarationOf(type);
        return (type.typeArguments?.params ?? []).some((given, index) => holds(given) && (!inner || isHeld(inner.typeParameters?.params[index]?.name.name, inner, depth + 1)));
      }
      case "TSArrayType":
        return holds(type.elementType);
      case "TSUnionType":
      case "TSIntersectionType":
        return type.types.some(holds);
      case "TSTypeLiteral":
        return fieldTypes(type.members).some(holds);
      default:
        return false;
    }
  };
  return declaration.type === "TSTypeAliasDeclaration" ? holds(declaration.typeAnnotation) : fieldTypes(declaration.body.body).some(holds);
}

type TypeDeclaration = TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;

/** The interface or alias of the same file that a type names. */
function declarationOf(type: TSESTree.TSTypeReference): TypeDeclaration | undefined {
  const declaration = type.typeName.type === "Identifier" ? (variableOf(type.typeName)?.defs[0]?.node as Node | undefined) : undefined;
  return declaration?.type === "TSInterfaceDeclaration" || declaration?.type === "TSTypeAliasDeclaration" ? declaration : undefined;
}

function fieldTypes(members: readonly TSESTree.TypeElement[]): readonly TSESTree.TypeNode[] {
  return members.flatMap((member) => (member.type === "TSPropertySignature" && member.typeAnnotation ? [member.typeAnnotation.typeAnnotation] : []));
}

function firstOf(types: readonly TSESTree.TypeNode[], ask: (type: TSESTree.TypeNode) => string | undefined): string | undefined {
  for (const type of types) {
    const brand = ask(type);
    if (brand !== undefined) return brand;
  }
  return undefined;
}
