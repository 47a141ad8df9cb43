import type { TSESTree } from "@typescript-eslint/utils";
import { isGlobal, originOf } from "../origin/origin.js";
import type { SourceFile } from "../project/source-file.js";
import { unwrap, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import type { BrandReader } from "../types/brands.js";
import { brandOfType, BRANDS, GUARDS, type BrandAssertion } from "./brand-types.js";

/** With type information: `any` that becomes a guard's type, and calls that put one on whatever they are given. */
export function findLaundered(file: SourceFile, brandsOf: BrandReader): BrandAssertion[] {
  if (!brandsOf.typed) return [];
  const found: BrandAssertion[] = [];
  const becomes = (value: Node | null | undefined): void => {
    for (const part of partsOf(value)) {
      const brand = brandsOf.becomes(part).find((name) => BRANDS.has(name));
      if (brand !== undefined) found.push({ node: part, brand, how: "any" });
    }
  };
  for (const call of file.index.calls) {
    for (const argument of call.arguments) {
      becomes(argument);
      found.push(...givenToCallback(argument, brandsOf));
    }
    const brand = laundersTo(call, brandsOf);
    if (brand !== undefined) found.push({ node: call, brand, how: "laundered" });
  }
  for (const body of file.index.bodies.values()) {
    const promised = body.node.type === "FunctionDeclaration" ? overloadBrand(body.node) : undefined;
    for (const value of body.returned) {
      becomes(value);
      if (promised !== undefined && brandsOf.isAny(value)) found.push({ node: value, brand: promised, how: "any" });
    }
  }
  for (const declaration of file.index.annotated) becomes(declaration.type === "VariableDeclarator" ? declaration.init : declaration.value);
  for (const writes of file.index.memberWrites.values()) for (const { operator, right } of writes) if (operator === "=") becomes(right);
  for (const fallback of file.index.fallbacks) if (fallback.type === "AssignmentPattern" || fallback.type === "AssignmentExpression") becomes(fallback.right);
  return found;
}

/** A value, or what stands in the literal that it is: there the report belongs. */
function partsOf(value: Node | null | undefined): readonly Node[] {
  if (!value || value.type === "SpreadElement") return [];
  if (value.type === "ObjectExpression") return value.properties.flatMap((property) => (property.type === "Property" ? partsOf(property.value) : []));
  if (value.type === "ArrayExpression") return value.elements.flatMap((element) => partsOf(element));
  return [value];
}

/** A listener, or a callback of an `any[]`, that says of what it is given that a guard made it. */
function givenToCallback(argument: Node, brandsOf: BrandReader): BrandAssertion[] {
  if (argument.type !== "ArrowFunctionExpression" && argument.type !== "FunctionExpression") return [];
  return argument.params.flatMap((parameter, position) => {
    const brand = parameter.type === "Identifier" && parameter.typeAnnotation ? brandOfType(parameter.typeAnnotation.typeAnnotation) : undefined;
    return brand !== undefined && brandsOf.isGivenAny(argument, position) ? [{ node: parameter, brand, how: "any" as const }] : [];
  });
}

/** The guard's type that an overload in front of a function promises. */
function overloadBrand(fn: FunctionNode & TSESTree.FunctionDeclaration): string | undefined {
  const statement = fn.parent.type === "ExportNamedDeclaration" ? fn.parent : fn;
  const around = statement.parent;
  if (around.type !== "Program" && around.type !== "BlockStatement") return undefined;
  for (const other of around.body) {
    const declared = other.type === "ExportNamedDeclaration" ? other.declaration : other;
    if (declared?.type !== "TSDeclareFunction" || declared.declare || declared.id?.name !== fn.id?.name || !declared.returnType) continue;
    const brand = brandOfType(declared.returnType.typeAnnotation);
    if (brand !== undefined) return brand;
  }
  return undefined;
}

/** `Object.assign(cfg, patch)`, `structuredClone(cfg)`, and a generic function of the project whose type argument nothing proves. */
function laundersTo(call: CallNode, brandsOf: BrandReader): string | undefined {
  if (call.type !== "CallExpression") return undefined;
  const origin = originOf(call.callee);
  if (origin?.module !== undefined && GUARDS.test(origin.module)) return undefined;
  const brand = brandsOf(call)?.find((name) => BRANDS.has(name));
  if (brand === undefined) return undefined;
  if (isGlobal(origin, "Object", "assign") || isGlobal(origin, "structuredClone")) return brand;
  return call.typeArguments?.params.some((type) => brandOfType(type) === brand) === true && !call.arguments.some((argument) => brandsOf(unwrap(argument))?.includes(brand)) ? brand : undefined;
}
