import { variableOf } from "../project/source-file.js";
import { keyName, unwrapAwaited, type Node } from "../syntax/expression.js";

/** `shape` in `const { tenantId, ...shape } = Row.shape`: what is left of an object when some keys are taken out. */
export function remainderOf(node: Node): { readonly of: Node; readonly without: ReadonlySet<string> } | undefined {
  const name = unwrapAwaited(node);
  const declarator = name.type === "Identifier" ? (variableOf(name)?.defs[0]?.node as Node | undefined) : undefined;
  if (name.type !== "Identifier" || declarator?.type !== "VariableDeclarator" || declarator.id.type !== "ObjectPattern" || !declarator.init) return undefined;
  const { properties } = declarator.id;
  if (!properties.some((property) => property.type === "RestElement" && property.argument.type === "Identifier" && property.argument.name === name.name)) return undefined;
  return { of: declarator.init, without: new Set(properties.flatMap((property) => (property.type === "Property" ? (keyName(property) ?? []) : []))) };
}
