import type { TSESTree } from "@typescript-eslint/utils";
import { foreignCalls } from "../origin/calls.js";
import { isGlobal, originOf } from "../origin/origin.js";
import { argumentAt, staticString, unwrap, type CallNode, type Node } from "../syntax/expression.js";
import type { SourceFile } from "../project/source-file.js";
import type { BrandReader } from "../types/brands.js";

/** A guard's type put on a value that the guard did not make. */
export interface BrandAssertion {
  readonly node: Node;
  readonly brand: string;
  readonly how: "assertion" | "custom" | "predicate" | "any" | "laundered";
}

/** An escape hatch of the guards that is imported or used without a reason. */
export interface UnreasonedEscape {
  readonly node: Node;
  readonly name: string;
}

const GUARDS = /^agent-guardrails(?:\/|$)/u;
/** Types of the guards that say something about where a value came from. */
const BRANDS = new Set(["AuthedConfig", "VerifiedIdentity", "UntrustedText", "ApprovedAction", "ThreadId", "TenantNamespace", "IdempotencyKey", "SystemPromptText", "DelimitedBlock", "ScreenedText", "SealedText", "Plan", "LogSafe", "GuardedTool"]);

export function findBrandAssertions(file: SourceFile, brandsOf: BrandReader): BrandAssertion[] {
  const found: BrandAssertion[] = findLaundered(file, brandsOf);
  for (const assertion of file.index.assertions) {
    if (assertion.parent.type === "TSAsExpression" && assertion.parent.expression === assertion) continue;
    const brand = brandOfType(assertion.typeAnnotation) ?? brandsOf(assertion)?.find((name) => BRANDS.has(name));
    if (brand === undefined) continue;
    const from = unwrap(assertion);
    // Saying of a branded value what it is already forges nothing.
    if (brandsOf(from)?.includes(brand) === true) continue;
    found.push({ node: assertion, brand, how: "assertion" });
  }
  for (const call of file.index.calls) {
    if (call.type !== "CallExpression" || !call.typeArguments) continue;
    const origin = originOf(call.callee);
    if (origin?.module === undefined || !/^zod(?:\/|$)/u.test(origin.module) || origin.path.at(-1) !== "custom") continue;
    const brand = call.typeArguments.params.map((type) => brandOfType(type)).find((name) => name !== undefined);
    if (brand !== undefined) found.push({ node: call, brand, how: "custom" });
  }
  for (const predicate of file.index.predicates) {
    const brand = predicate.typeAnnotation ? brandOfType(predicate.typeAnnotation.typeAnnotation) : undefined;
    if (brand !== undefined) found.push({ node: predicate, brand, how: "predicate" });
  }
  return found;
}

/** With type information: `any` that becomes a guard's type, and calls that put one on whatever they are given. */
function findLaundered(file: SourceFile, brandsOf: BrandReader): BrandAssertion[] {
  if (!brandsOf.typed) return [];
  const found: BrandAssertion[] = [];
  const becomes = (value: Node | null | undefined): void => {
    if (!value || value.type === "SpreadElement" || !brandsOf.isAny(value)) return;
    const brand = brandsOf.wanted(value)?.find((name) => BRANDS.has(name));
    if (brand !== undefined) found.push({ node: value, brand, how: "any" });
  };
  for (const call of file.index.calls) {
    for (const argument of call.arguments) becomes(argument);
    const brand = laundersTo(call, brandsOf);
    if (brand !== undefined) found.push({ node: call, brand, how: "laundered" });
  }
  for (const body of file.index.bodies.values()) for (const value of body.returned) becomes(value);
  for (const declarator of file.index.annotated) becomes(declarator.init);
  for (const fallback of file.index.fallbacks) if (fallback.type === "AssignmentPattern") becomes(fallback.right);
  return found;
}

/** `Object.assign(cfg, patch)`, `structuredClone(cfg)`, and a generic function of the project whose type argument nothing proves. */
function laundersTo(call: CallNode, brandsOf: BrandReader): string | undefined {
  if (call.type !== "CallExpression") return undefined;
  const origin = originOf(call.callee);
  if (origin?.module !== undefined && GUARDS.test(origin.module)) return undefined;
  const brand = brandsOf(call)?.find((name) => BRANDS.has(name));
  if (brand === undefined) return undefined;
  if (isGlobal(origin, "Object", "assign") || isGlobal(origin, "structuredClone")) return brand;
  return call.typeArguments?.params.some((type) => brandOfType(type) === brand) === true && !call.arguments.some((argument) => brandsOf(argument)?.includes(brand)) ? brand : undefined;
}

/** The guard's type that a type annotation names, also inside `Readonly<…>`, arrays and unions. */
function brandOfType(type: TSESTree.TypeNode): string | undefined {
  switch (type.type) {
    case "TSTypeReference": {
      const origin = originOf(type);
      const name = origin?.path.at(-1);
      if (origin?.module !== undefined && GUARDS.test(origin.module) && name !== undefined && BRANDS.has(name)) return name;
      return type.typeArguments?.params.map((inner) => brandOfType(inner)).find((inner) => inner !== undefined);
    }
    case "TSImportType": {
      const module = staticString(type.source);
      const name = type.qualifier?.type === "Identifier" ? type.qualifier.name : undefined;
      return module !== undefined && GUARDS.test(module) && name !== undefined && BRANDS.has(name) ? name : undefined;
    }
    case "TSArrayType":
      return brandOfType(type.elementType);
    case "TSUnionType":
    case "TSIntersectionType":
      return type.types.map((inner) => brandOfType(inner)).find((inner) => inner !== undefined);
    default:
      return undefined;
  }
}

/** Calls of the guards' escape hatches whose reason is missing, empty, or not written down. */
export function findUnreasonedEscapes(file: SourceFile): UnreasonedEscape[] {
  const found: UnreasonedEscape[] = [];
  for (const call of foreignCalls(file)) {
    const origin = originOf(call.callee);
    if (origin?.module !== "agent-guardrails/reviewed") continue;
    const reason = argumentAt(call, call.arguments.length - 1);
    const text = reason && staticString(reason);
    if (call.arguments.length < 2 || text === undefined || text.trim().length < 10) found.push({ node: call, name: origin.path.at(-1) ?? "" });
  }
  return found;
}
