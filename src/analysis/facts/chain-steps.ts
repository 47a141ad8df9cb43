import { isExport, originOf, patternPath } from "../origin/origin.js";
import { returnedFrom, variableOf } from "../project/source-file.js";
import { isFunction, memberChain, parameterPattern, wrapped, type FunctionNode, type Node } from "../syntax/expression.js";
import { functionIn, isSequence, MAPS, RUNNABLES, stepsOf, variablesBefore } from "./chained-prompts.js";
import { hasModel } from "./models.js";

const DEEPEST = 4;

/** Whether a step of a chain takes a value over from a model before it: `(input) => db.run(input.query)` behind `{ query: prompt.pipe(model) }`. */
export function isOfModelStep(node: Node, depth = 0): boolean {
  const read = readOf(node);
  const before = read && stepsBefore(read.fn);
  if (!read || !before || depth > DEEPEST) return false;
  const [key] = read.path;
  const last = before.at(-1);
  if (key === undefined) return last !== undefined && hasModel(last);
  const step = variablesBefore(before).find(({ name }) => name === key)?.step;
  const fn = step && functionIn(step);
  // { query: (input) => input.query } hands on what the step before has made.
  if (fn) return returnedFrom(fn).some((value) => isOfModelStep(value, depth + 1));
  return step !== undefined && hasModel(step);
}

/** The first parameter of a function, and the keys by which a value is read from it. */
function readOf(node: Node): { readonly fn: FunctionNode; readonly path: readonly string[] } | undefined {
  const { root, keys: path } = memberChain(node);
  const definition = root.type === "Identifier" ? variableOf(root)?.defs[0] : undefined;
  const fn = definition?.type === "Parameter" ? (definition.node as Node) : undefined;
  const [first] = isFunction(fn) ? fn.params : [];
  const keys = first && root.type === "Identifier" ? patternPath(parameterPattern(first), root.name) : undefined;
  return isFunction(fn) && keys ? { fn, path: [...keys, ...path] } : undefined;
}

/** The steps in front of the one that a function is, or is a part of. */
function stepsBefore(fn: FunctionNode): readonly Node[] | undefined {
  let step = wrapped(fn);
  if (step.parent?.type === "Property" && step.parent.value === step && step.parent.parent.type === "ObjectExpression") step = wrapped(step.parent.parent);
  const maker = step.parent;
  if (maker?.type === "CallExpression" && maker.arguments[0] === step && MAPS.some((path) => isExport(originOf(maker.callee), RUNNABLES, path))) step = wrapped(maker);
  const list = step.parent;
  const call = list?.type === "ArrayExpression" ? list.parent : undefined;
  const origin = call?.type === "CallExpression" ? originOf(call.callee) : undefined;
  if (call?.type !== "CallExpression" || !origin || !isSequence(origin)) return undefined;
  const steps = stepsOf(call);
  const at = steps.findIndex((each) => wrapped(each) === step);
  return at < 0 ? undefined : steps.slice(0, at);
}
