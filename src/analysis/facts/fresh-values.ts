import { freshValues } from "../frameworks/idempotency.js";
import { isExport, isGlobal, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { isWithin, unwrapAwaited, type Node } from "../syntax/expression.js";

const isFresh = perOrigin((origin) => freshValues.globals.some((path) => isGlobal(origin, ...path)) || freshValues.exports.some(({ modules, paths }) => paths.some((path) => isExport(origin, modules, path))));

/** Whether a value is another one each time that one of these functions runs: it holds something random, or the time, that is taken inside. */
export function isAnotherEachTime(node: Node, fns: readonly Node[], depth = 0): boolean {
  if (depth > 6) return false;
  const value = definitionOf(node);
  const next = (inner: Node): boolean => isAnotherEachTime(inner, fns, depth + 1);
  switch (value.type) {
    case "TemplateLiteral":
      return value.expressions.some(next);
    case "BinaryExpression":
      return next(value.left) || next(value.right);
    case "CallExpression":
    case "NewExpression": {
      const origin = originOf(value.callee);
      // new Date(day) is the same day again
      if (origin && isFresh(origin) && !(isGlobal(origin, "Date") && value.arguments.length > 0)) return fns.some((fn) => isWithin(value, fn));
      const callee = unwrapAwaited(value.callee);
      return (callee.type === "MemberExpression" && next(callee.object)) || value.arguments.some((argument) => argument.type !== "SpreadElement" && next(argument));
    }
    default:
      return false;
  }
}
