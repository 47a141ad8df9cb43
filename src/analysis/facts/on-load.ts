import { isGlobal, originOf } from "../origin/origin.js";
import { variableOf, type Variable } from "../project/source-file.js";
import { enclosingFunction, memberName, unwrap, wrapped, type FunctionNode, type Node } from "../syntax/expression.js";

const DEEPEST = 6;
/** Methods that run a function where they are called, or as soon as a promise is settled. */
const AT_ONCE = new Set(["then", "catch", "finally", "map", "forEach", "flatMap", "filter", "reduce", "some", "every"]);

/** Whether a place runs only while its module is loaded, in a program from the first line to the last: nothing but the module's own statements leads to it. */
export function runsOnLoad(place: Node, entered: readonly FunctionNode[] = []): boolean {
  const fn = enclosingFunction(place);
  if (!fn) return true;
  if (entered.includes(fn) || entered.length >= DEEPEST) return false;
  const starts = startsOf(fn);
  return starts !== undefined && starts.length > 0 && starts.every((start) => runsOnLoad(start, [...entered, fn]));
}

/** Where a function is run; `undefined` where it is handed to somebody who may run it at any time. */
function startsOf(fn: FunctionNode): readonly Node[] | undefined {
  const variable = variableOfFunction(fn);
  if (variable === undefined) return isRunInPlace(fn) ? [wrapped(fn)] : undefined;
  const starts: Node[] = [];
  for (const reference of variable.references) {
    if (reference.init === true) continue;
    const name = wrapped(reference.identifier);
    if (name.parent?.type !== "CallExpression" || name.parent.callee !== name) return undefined;
    starts.push(name.parent);
  }
  return starts;
}

/** The name of a function that only its own file can call. */
function variableOfFunction(fn: FunctionNode): Variable | undefined {
  if (fn.type === "FunctionDeclaration") return fn.id && !isExported(fn) ? variableOf(fn.id) : undefined;
  const declarator = wrapped(fn).parent;
  return declarator?.type === "VariableDeclarator" && declarator.id.type === "Identifier" && !isExported(declarator.parent) ? variableOf(declarator.id) : undefined;
}

function isExported(declaration: Node): boolean {
  return declaration.parent?.type === "ExportNamedDeclaration" || declaration.parent?.type === "ExportDefaultDeclaration";
}

/** `(async () => { … })()`, `new Promise((resolve) => …)`, `list.map((each) => …)`. */
function isRunInPlace(fn: FunctionNode): boolean {
  const given = wrapped(fn);
  const call = given.parent;
  if (call?.type !== "CallExpression" && call?.type !== "NewExpression") return false;
  if (call.type === "NewExpression") return isGlobal(originOf(call.callee), "Promise");
  if (call.callee === given) return true;
  const callee = unwrap(call.callee);
  return callee.type === "MemberExpression" && AT_ONCE.has(memberName(callee) ?? "");
}
