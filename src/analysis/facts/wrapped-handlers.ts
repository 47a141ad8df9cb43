import { definitionOf, functionOf } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { isFunction, type FunctionNode, type Node } from "../syntax/expression.js";

/** Words in a wrapper that may end a call in time, ask somebody, or hold it back: what it makes of the handler is then unknown. */
const CHANGING = /time|abort|signal|race|approv|confirm|interrupt|permi|allow|guard|elicit|retry|limit|quota|cache|memo/iu;

/** The function that handles a tool's calls, also inside of one wrapper of the project that only calls it: `withErrors(async (input) => …)`. */
export function handlerFunction(node: Node): FunctionNode | undefined {
  const direct = functionOf(node);
  if (direct) return direct;
  const call = definitionOf(node);
  if (call.type !== "CallExpression") return undefined;
  const inner = call.arguments.filter((argument) => isFunction(argument));
  const [only] = inner;
  return inner.length === 1 && only && isFunction(only) && isPlainWrapper(call.callee) ? only : undefined;
}

function isPlainWrapper(callee: Node): boolean {
  const wrapper = functionOf(callee);
  if (!wrapper) return false;
  const { text } = fileOf(wrapper);
  return !CHANGING.test(text.slice(wrapper.range[0], wrapper.range[1]));
}

/** Whether a handler is given to a wrapper of the project that catches what it throws. */
export function isCaughtByWrapper(handler: FunctionNode): boolean {
  const { parent } = handler;
  if (parent.type !== "CallExpression" || !parent.arguments.some((argument) => argument === (handler as Node))) return false;
  const wrapper = functionOf(parent.callee);
  const { text } = wrapper ? fileOf(wrapper) : { text: "" };
  return wrapper !== undefined && /\bcatch\b/u.test(text.slice(wrapper.range[0], wrapper.range[1]));
}
