import { isGlobal, originOf, patternPath } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { isFunction, isWithin, memberChain, memberName, parameterPattern, type CallNode, type Node } from "../syntax/expression.js";
import { elementsOf, type Listed } from "./listed-tools.js";

/** One round of the loop that a call stands in. */
export interface LoopElement {
  /** The object of the list. */
  readonly object: Node;
  readonly key: string | undefined;
  /** What an expression stands for in this round, such as `each.handler`; `undefined` where it is not made of the object. */
  valueOf(node: Node): Node | undefined;
}

const NONE: readonly LoopElement[] = [];
const ITERATING = new Set(["forEach", "map", "flatMap"]);
const HIGHEST = 12;

/** The rounds of the nearest loop around a call over a list of objects of its file: `for (const each of list) server.registerTool(each.name, each.options, each.handler)`. */
export function elementsAround(call: CallNode): readonly LoopElement[] {
  const loop = loopAround(call);
  if (!loop) return NONE;
  const listed = elementsOf(loop.list);
  const elements = listed.map((each) => ({ ...each, node: definitionOf(each.node) }));
  // What stands in another file is not judged here.
  return elements.every(({ node }) => node.type === "ObjectExpression" && fileOf(node) === fileOf(call)) ? elements.map((each) => elementOf(each, loop)) : NONE;
}

interface Loop {
  readonly pattern: Node;
  readonly list: Node;
  /** Whether each round gets key and object: `Object.entries(record)`. */
  readonly pairs: boolean;
}

function loopAround(call: CallNode): Loop | undefined {
  let at: Node | undefined = call.parent;
  for (let steps = 0; at && steps < HIGHEST; steps += 1, at = at.parent) {
    if (at.type === "ForOfStatement") {
      const pattern = at.left.type === "VariableDeclaration" ? at.left.declarations[0].id : undefined;
      return pattern && loopOver(pattern, at.right);
    }
    if (!isFunction(at)) continue;
    const { parent } = at;
    const first = at.params[0] && parameterPattern(at.params[0]);
    if (parent.type !== "CallExpression" || parent.arguments[0] !== at || parent.callee.type !== "MemberExpression" || !ITERATING.has(memberName(parent.callee) ?? "")) return undefined;
    return first && loopOver(first, parent.callee.object);
  }
  return undefined;
}

function loopOver(pattern: Node, list: Node): Loop {
  const made = definitionOf(list);
  return { pattern, list, pairs: made.type === "CallExpression" && isGlobal(originOf(made.callee), "Object", "entries") };
}

function elementOf({ node, key }: Listed, { pattern, pairs }: Loop): LoopElement {
  return {
    object: node,
    key,
    valueOf: (expression) => {
      const path = pathFrom(pattern, expression);
      if (!path || (pairs && path[0] !== "1")) return undefined;
      return (pairs ? path.slice(1) : path).reduce<Node | undefined>((value, name) => value && propertyValue(definitionOf(value), name), node);
    },
  };
}

/** The steps from what a round gets to an expression: `["handler"]` for `each.handler`, and for `handler` of `{ handler }`. */
function pathFrom(pattern: Node, expression: Node): readonly string[] | undefined {
  const { root, keys } = memberChain(expression);
  const binding = root.type === "Identifier" ? (variableOf(root)?.defs[0]?.name as Node | undefined) : undefined;
  const path = root.type === "Identifier" && binding && isWithin(binding, pattern) ? patternPath(pattern, root.name) : undefined;
  return path && [...path, ...keys];
}
