import type { TSESTree } from "@typescript-eslint/utils";
import { callsFrom } from "../origin/calls.js";
import { isExport, isGlobal, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { argumentAt, keyName, memberName, staticString, unwrap, unwrapAwaited, type Node } from "../syntax/expression.js";
import type { SourceFile } from "../project/source-file.js";
import type { BrandReader } from "../types/brands.js";
import { brandHeldBy, brandOfType, BRANDS, type BrandAssertion } from "./brand-types.js";
import { findLaundered } from "./laundered-brands.js";
import { findWidened } from "./widened-lists.js";

/** A template tag of the guards that is called like a function, with text of any origin where its own words belong. */
export interface CalledTag {
  readonly node: Node;
  readonly name: string;
}

/** An escape hatch of the guards that is imported or used without a reason. */
export interface UnreasonedEscape {
  readonly node: Node;
  readonly name: string;
}

const isCustomSchema = perOrigin(({ module, path }) => module !== undefined && /^zod(?:\/|$)/u.test(module) && path.at(-1) === "custom");

export function findBrandAssertions(file: SourceFile, brandsOf: BrandReader): BrandAssertion[] {
  const found: BrandAssertion[] = [...findLaundered(file, brandsOf), ...findWidened(file, brandsOf), ...findUnset(file)];
  for (const assertion of file.index.assertions) {
    if (assertion.parent.type === "TSAsExpression" && assertion.parent.expression === assertion) continue;
    const brand = brandOfType(assertion.typeAnnotation) ?? brandsOf(assertion)?.find((name) => BRANDS.has(name)) ?? (isUnchecked(assertion) ? brandHeldBy(assertion.typeAnnotation) : undefined);
    if (brand === undefined) continue;
    const from = unwrap(assertion);
    // Saying of a branded value what it is already forges nothing.
    if (brandsOf(from)?.includes(brand) === true) continue;
    found.push({ node: assertion, brand, how: "assertion" });
  }
  for (const call of callsFrom(file, isCustomSchema)) {
    if (call.type !== "CallExpression" || !call.typeArguments) continue;
    const brand = call.typeArguments.params.map((type) => brandOfType(type)).find((name) => name !== undefined);
    if (brand !== undefined) found.push({ node: call, brand, how: "custom" });
  }
  for (const predicate of file.index.predicates) {
    const brand = predicate.typeAnnotation ? brandOfType(predicate.typeAnnotation.typeAnnotation) : undefined;
    if (brand !== undefined) found.push({ node: predicate, brand, how: "predicate" });
  }
  return found;
}

const isParsed = perOrigin((origin) => isGlobal(origin, "JSON", "parse") || isExport(origin, ["@langchain/langgraph", "@langchain/langgraph/web"], ["interrupt"]));

/** Whether an assertion takes a value of no type: what was parsed, the body of a request or a response, and the answer to an interrupt. */
function isUnchecked({ expression }: TSESTree.TSAsExpression | TSESTree.TSTypeAssertion): boolean {
  const value = definitionOf(expression);
  if (value.type !== "CallExpression") return false;
  const origin = originOf(value.callee);
  if (origin && isParsed(origin)) return true;
  const callee = unwrapAwaited(value.callee);
  return callee.type === "MemberExpression" && memberName(callee) === "json" && value.arguments.length === 0;
}

/** Said to have a value that nobody sees: `let id!: T`, `declare const id: T`, and a field that no line of the file sets. */
function findUnset(file: SourceFile): BrandAssertion[] {
  return file.index.annotated.flatMap((declaration) => {
    const named = declaration.type === "VariableDeclarator" ? declaration.id : declaration;
    const name = declaration.type === "VariableDeclarator" ? (declaration.id.type === "Identifier" ? declaration.id.name : undefined) : keyName(declaration);
    const isAmbient = declaration.type === "VariableDeclarator" && declaration.parent.declare;
    if (!isAmbient && !(declaration.definite && name !== undefined && !isWritten(file, name))) return [];
    const brand = named.typeAnnotation && brandOfType(named.typeAnnotation.typeAnnotation);
    return brand === undefined ? [] : [{ node: declaration, brand, how: "assertion" as const }];
  });
}

function isWritten(file: SourceFile, name: string): boolean {
  if (file.index.memberWrites.has(name)) return true;
  return file.index.fallbacks.some((write) => write.type === "AssignmentExpression" && write.left.type === "Identifier" && write.left.name === name);
}

/** Calls of the guards' escape hatches whose reason is missing, empty, or not written down. */
export function findUnreasonedEscapes(file: SourceFile): UnreasonedEscape[] {
  const found: UnreasonedEscape[] = [];
  for (const call of callsFrom(file, ({ module }) => module === "agent-guardrails/reviewed")) {
    const origin = originOf(call.callee);
    const reason = argumentAt(call, call.arguments.length - 1);
    const text = reason && staticString(reason);
    if (call.arguments.length < 2 || text === undefined || text.trim().length < 10) found.push({ node: call, name: origin?.path.at(-1) ?? "" });
  }
  return found;
}

export function findCalledTags({ file }: { readonly file: SourceFile }): CalledTag[] {
  return callsFrom(file, (origin) => tagOf(origin) !== undefined).flatMap((node) => {
    const origin = originOf(node.callee);
    const name = origin && tagOf(origin);
    return name === undefined ? [] : [{ node, name }];
  });
}

const tagOf = perOrigin(({ module, path }) => {
  if (module === "agent-guardrails" && path.join(".") === "systemPrompt") return "systemPrompt";
  return module === "agent-guardrails/operations" && path.join(".") === "redactor.().line" ? "line" : undefined;
});
