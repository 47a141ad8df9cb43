import { isUndefined, keyName, unwrapAwaited, type Node } from "../syntax/expression.js";
import { definitionIn, firstValueIn, isLeftOut, type Frame } from "./reach.js";

/** `undefined`, or a parameter that the caller leaves out. */
export function isAbsent(node: Node, frame: Frame | undefined): boolean {
  return isUndefined(node) || isLeftOut(node, frame);
}

type LookUp = { readonly node: Node; readonly frame: Frame | undefined } | "unknown" | undefined;

/**
 * The value under a key of options; "unknown" where a spread or a part that cannot be seen may hold it. With the call that uses
 * them, options that a loop changes for its next round are what they are in the first.
 */
export function lookUp(options: Node, key: string, frame: Frame | undefined, use?: Node): LookUp {
  let object = definitionIn(options, frame);
  if (use && object.node.type === "Identifier") object = { node: firstValueIn(object.node, use, object.frame), frame: object.frame };
  if (object.node.type === "ConditionalExpression") {
    const yes = lookUp(object.node.consequent, key, object.frame, use);
    const no = lookUp(object.node.alternate, key, object.frame, use);
    return yes === undefined || no === undefined ? (yes === no ? undefined : "unknown") : yes;
  }
  if (isAbsent(object.node, object.frame)) return undefined;
  if (object.node.type !== "ObjectExpression") return "unknown";
  for (let i = object.node.properties.length - 1; i >= 0; i -= 1) {
    const property = object.node.properties[i];
    if (!property) continue;
    if (property.type === "Property") {
      const name = keyName(property);
      if (name === key) return { node: property.value, frame: object.frame };
      if (name === undefined) return "unknown";
      continue;
    }
    const argument = unwrapAwaited(property.argument);
    // `...(key && { key })`: what is spread is the right side, or nothing.
    const inner = argument.type === "LogicalExpression" ? argument.right : argument;
    const found = lookUp(inner, key, object.frame, use);
    if (found !== undefined) return argument.type === "LogicalExpression" && found !== "unknown" ? "unknown" : found;
  }
  return undefined;
}
