import type { TSESTree } from "@typescript-eslint/utils";
import { declaredType } from "../origin/declared-type.js";
import { originOf } from "../origin/origin.js";
import { variableOf, type SourceFile } from "../project/source-file.js";
import { memberName, unwrap, type Node } from "../syntax/expression.js";
import type { BrandReader } from "../types/brands.js";
import { brandOfType, GUARDS, type BrandAssertion } from "./brand-types.js";

const ADDING = new Set(["push", "unshift", "splice", "fill"]);

/** `const wide: string[] = prompts; wide.push(text)`: what the language lets into a list of guarded values under another name. */
export function findWidened(file: SourceFile, brandsOf: BrandReader): BrandAssertion[] {
  return file.index.annotated.flatMap((declaration): BrandAssertion[] => {
    if (declaration.type !== "VariableDeclarator" || declaration.id.type !== "Identifier" || !declaration.init || !declaration.id.typeAnnotation) return [];
    const wide = itemOf(declaration.id.typeAnnotation.typeAnnotation);
    if (!wide || brandOfType(wide) !== undefined) return [];
    const list = declaredType(declaration.init);
    const item = list && itemOf(list);
    // A union may hold plain values by right.
    const brand = item?.type === "TSTypeReference" ? brandOfType(item) : undefined;
    if (brand === undefined) return [];
    const isMade = (value: Node): boolean => brandsOf(value)?.includes(brand) === true || isGuarded(value, brand);
    return (variableOf(declaration.id)?.references ?? []).flatMap((reference): BrandAssertion[] => {
      const added = addedAt(reference.identifier);
      return added && !added.values.every(isMade) ? [{ node: added.node, brand, how: "widened" }] : [];
    });
  });
}

/** The type of the items of a list that can be written to. */
function itemOf(type: TSESTree.TypeNode): TSESTree.TypeNode | undefined {
  if (type.type === "TSArrayType") return type.elementType;
  return type.type === "TSTypeReference" && type.typeName.type === "Identifier" && type.typeName.name === "Array" ? type.typeArguments?.params[0] : undefined;
}

/** What is put into a list where its name stands: `list.push(…)`, `list[0] = …`. */
function addedAt(name: Node): { readonly node: Node; readonly values: readonly Node[] } | undefined {
  const member = name.parent;
  if (member?.type !== "MemberExpression" || member.object !== name) return undefined;
  const { parent } = member;
  if (member.computed && parent.type === "AssignmentExpression" && parent.left === member) return { node: parent, values: [parent.right] };
  const method = memberName(member) ?? "";
  if (parent.type !== "CallExpression" || parent.callee !== member || !ADDING.has(method)) return undefined;
  const values = method === "splice" ? parent.arguments.slice(2) : method === "fill" ? parent.arguments.slice(0, 1) : parent.arguments;
  return values.length > 0 ? { node: parent, values } : undefined;
}

/** A value that a guard makes on the spot, or that is said to be one. */
function isGuarded(value: Node, brand: string): boolean {
  const made = unwrap(value);
  const maker = made.type === "TaggedTemplateExpression" ? made.tag : made.type === "CallExpression" ? made.callee : undefined;
  const type = maker ? undefined : declaredType(made);
  return type ? brandOfType(type) === brand : GUARDS.test((maker && originOf(maker)?.module) ?? "");
}
