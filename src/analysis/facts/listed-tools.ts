import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { returnedFrom } from "../project/source-file.js";
import { isGlobal, originOf } from "../origin/origin.js";
import { argumentAt, isFunction, keyName, memberName, type FunctionNode, type Node } from "../syntax/expression.js";

/** What stands for a tool in a list: an object with its parts, and the key where it is the entry of a record. */
export interface Listed {
  readonly node: Node;
  readonly key: string | undefined;
}

const DEEPEST = 6;
/** Methods that give the same list, or some of it. */
const SOME = new Set(["filter", "slice", "sort", "toSorted", "reverse", "toReversed", "flat"]);

/** What a server answers when it is asked for its tools: `{ tools: […] }`. */
export function listedBy(answer: FunctionNode): readonly Listed[] {
  return answersOf(answer, 0).flatMap((value) => {
    const tools = propertyValue(definitionOf(value), "tools");
    return tools ? elementsOf(tools) : [];
  });
}

/** What a function returns, also by one of the project that it asks. */
function answersOf(fn: FunctionNode, depth: number): readonly Node[] {
  return returnedFrom(fn).flatMap((value) => {
    const returned = definitionOf(value);
    const asked = returned.type === "CallExpression" && depth < 2 ? functionOf(returned.callee) : undefined;
    return asked ? answersOf(asked, depth + 1) : [value];
  });
}

/** The elements of a list that is written down, through spreads, and through what is made of other lists. */
export function elementsOf(node: Node, depth = 0): readonly Listed[] {
  const list = definitionOf(node);
  if (depth > DEEPEST) return [];
  switch (list.type) {
    case "ArrayExpression":
      return list.elements.flatMap((element) => (element === null ? [] : element.type === "SpreadElement" ? elementsOf(element.argument, depth + 1) : [{ node: element, key: undefined }]));
    case "ConditionalExpression":
      return [list.consequent, list.alternate].flatMap((each) => elementsOf(each, depth + 1));
    case "CallExpression":
      return elementsOfCall(list.callee, argumentAt(list, 0), depth + 1);
    default:
      return [];
  }
}

function elementsOfCall(callee: Node, first: Node | undefined, depth: number): readonly Listed[] {
  const origin = originOf(callee);
  if (first && (isGlobal(origin, "Object", "values") || isGlobal(origin, "Object", "entries"))) return entriesOf(first, depth);
  const maker = functionOf(callee);
  if (maker) return answersOf(maker, 1).flatMap((value) => elementsOf(value, depth));
  if (callee.type !== "MemberExpression") return [];
  const method = memberName(callee) ?? "";
  if (SOME.has(method)) return elementsOf(callee.object, depth);
  if (method === "concat") return [callee.object, ...(first ? [first] : [])].flatMap((each) => elementsOf(each, depth));
  // `.map((tool) => ({ name: tool.name, inputSchema: zodToJsonSchema(tool.schema) }))`: the parts are the element's own, under its own keys.
  return method === "map" && first && isFunction(first) ? elementsOf(callee.object, depth) : [];
}

/** The values of a record that is written down, each with its key. */
export function entriesOf(record: Node, depth = 0): readonly Listed[] {
  const object = definitionOf(record);
  if (object.type !== "ObjectExpression" || depth > DEEPEST) return [];
  return object.properties.flatMap((property) => (property.type === "Property" ? [{ node: property.value, key: keyName(property) }] : entriesOf(property.argument, depth + 1)));
}
