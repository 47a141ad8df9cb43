import type { TSESTree } from "@typescript-eslint/utils";
import { fileOf } from "../project/source-file.js";
import { enclosingFunction, findAncestor, isFunction, isWithin, type Node } from "../syntax/expression.js";
import { traceSources, type TraceContext } from "./trace.js";

/**
 * Whether a function calls something with both the client's value and a verified identity before a place:
 * `db.thread.findFirst({ where: { id, userId: session.user.id } })` proves the owner, and the client's id is fine from there on.
 */
export function isCheckedWithIdentity(place: Node, value: Node, run: Node | undefined, context: TraceContext): boolean {
  const file = fileOf(value);
  let fn = enclosingFunction(value);
  while (fn && enclosingFunction(fn)) fn = enclosingFunction(fn);
  if (!fn || fileOf(place) !== file) return false;
  const text = file.text.slice(value.range[0], value.range[1]);
  const carrier = carrierOf(place);
  return file.index.calls.some((call) => {
    if (!isWithin(call, fn) || call === run) return false;
    // A store that is given the caller's auth beside the thread checks it itself; a run does not.
    const around = isWithin(place, call) || (carrier !== undefined && call.range[0] > place.range[0] && call.arguments.some((argument) => argument.type === "Identifier" && argument.name === carrier));
    if (!around && call.range[0] >= place.range[0]) return false;
    if (around && run && isWithin(run, call)) return false;
    let fromClient = around;
    let identified = false;
    for (const part of leavesOf(call.arguments.filter((argument) => !isWithin(place, argument)))) {
      if (file.text.slice(part.range[0], part.range[1]) === text) fromClient = true;
      for (const source of traceSources(part, context)) {
        if (source.kind === "tenant" || source.kind === "user") identified = true;
        if (source.node === value) fromClient = true;
      }
    }
    return fromClient && identified;
  });
}

/** The constant that holds a place: `config` in `const config = { configurable: { thread_id } }`. */
function carrierOf(place: Node): string | undefined {
  const declarator = findAncestor(place, (node): node is TSESTree.VariableDeclarator => node.type === "VariableDeclarator", enclosingFunction(place));
  return declarator?.id.type === "Identifier" ? declarator.id.name : undefined;
}

/** The values inside arguments, object and array literals taken apart. */
function leavesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (node.type === "ObjectExpression") return leavesOf(node.properties.map((property) => (property.type === "SpreadElement" ? property.argument : property.value)));
    if (node.type === "ArrayExpression") return leavesOf(node.elements.filter((element) => element !== null));
    if (node.type === "SpreadElement") return leavesOf([node.argument]);
    return isFunction(node) ? [] : [node];
  });
}
