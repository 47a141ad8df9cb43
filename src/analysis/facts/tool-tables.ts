import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { valueOfVariable } from "../origin/origin.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { isFunction, isWithin, memberName, staticString, unwrapAwaited, type FunctionNode, type Node } from "../syntax/expression.js";
import { elementsOf, entriesOf } from "./listed-tools.js";
import { asksForName, requestPathOf, type Station } from "./tool-arms.js";
import { handlerFunction } from "./wrapped-handlers.js";

/** A function that a handler looks up by the name of the tool. */
export interface TableEntry {
  readonly name: string;
  /** What stands in the table. */
  readonly node: Node;
  readonly fn: FunctionNode;
  /** The keys that lead from the request to what the function is given first. */
  readonly given: readonly string[];
}

/** `handlers[request.params.name](request.params.arguments)`, `tools.find((tool) => tool.name === name).execute(args)`. */
export function findTableEntries({ frame, arms }: Station): readonly TableEntry[] {
  const { index } = fileOf(frame.fn);
  return index.calls.flatMap((call): TableEntry[] => {
    if (!isWithin(call, frame.fn) || arms.some(({ part }) => isWithin(call, part))) return [];
    const [first] = call.arguments;
    const given = first && first.type !== "SpreadElement" ? requestPathOf(first, frame) : undefined;
    if (!given) return [];
    const callee = unwrapAwaited(call.callee);
    const whole = lookedUpBy(callee, (node) => asksForName(node, frame));
    if (whole) return whole.flatMap((entry) => entryOf(entry, handlerFunction(entry.node), given));
    if (callee.type !== "MemberExpression") return [];
    const method = memberName(callee);
    const parts = method === undefined ? undefined : lookedUpBy(callee.object, (node) => asksForName(node, frame));
    return (parts ?? []).flatMap((entry) => {
      const part = propertyValue(definitionOf(entry.node), method ?? "");
      return part ? entryOf(entry, functionOf(part), given) : [];
    });
  });
}

interface Found {
  readonly node: Node;
  readonly key: string | undefined;
}

function entryOf({ node, key }: Found, fn: FunctionNode | undefined, given: readonly string[]): TableEntry[] {
  const named = propertyValue(definitionOf(node), "name");
  const name = (named && staticString(definitionOf(named))) ?? key;
  return fn && name !== undefined ? [{ name, node, fn, given }] : [];
}

/** What a value may be that is looked up in a table by the name of the tool. */
function lookedUpBy(node: Node, isName: (node: Node) => boolean): readonly Found[] | undefined {
  const value = valueOf(node);
  if (value.type === "MemberExpression") return value.computed && isName(value.property) ? entriesOf(value.object) : undefined;
  const [callback] = value.type === "CallExpression" ? value.arguments : [];
  const callee = value.type === "CallExpression" ? unwrapAwaited(value.callee) : undefined;
  if (callee?.type !== "MemberExpression" || memberName(callee) !== "find" || !isFunction(callback)) return undefined;
  const compares = fileOf(callback).index.comparisons.some((each) => isWithin(each, callback) && (isName(each.left) || isName(each.right)));
  return compares ? elementsOf(callee.object) : undefined;
}

/** What a constant is given, one step far: a literal behind it would be the whole table. */
function valueOf(node: Node): Node {
  const value = unwrapAwaited(node);
  const variable = value.type === "Identifier" ? variableOf(value) : undefined;
  const known = variable && valueOfVariable(variable);
  return known?.path.length === 0 ? unwrapAwaited(known.node) : value;
}
