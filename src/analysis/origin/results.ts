import { CLIENT_HINT } from "../effects/client-hint.js";
import { returnedFrom, variableOf } from "../project/source-file.js";
import { isFunction, isNothing, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { namesFramework, withoutNothing } from "./declared-type.js";
import { better, originOf } from "./origin.js";
import { isGlobal, samePath, step, type Origin } from "./steps.js";
import { definitionOf, functionOf, ownExportOf } from "./value.js";

/** What a function of the project gives to those who call it: `function client() { return new Octokit({ auth: token }) }`. */
export function resultsOf(call: CallNode): readonly Node[] {
  const fn = call.type === "CallExpression" ? calledFunction(unwrapAwaited(call.callee)) : undefined;
  return fn ? givenBy(fn) : [];
}

/** The origin of what a function of the project gives: what it returns, or what it says that it returns. */
export function originOfResult(call: CallNode): Origin | undefined {
  const fn = call.type === "CallExpression" ? calledFunction(unwrapAwaited(call.callee)) : undefined;
  return fn && better(commonOrigin(givenBy(fn)), originOfReturnType(fn));
}

/** What `this.client` is, where a getter makes it. */
export function resultsOfGetter(fn: FunctionNode): readonly Node[] {
  return fn.parent.type === "MethodDefinition" && fn.parent.kind === "get" ? givenBy(fn) : [];
}

/** What all of them come from: `test ? new Client(a) : new Client(b)`, and `url ? new Client(url) : undefined`. */
export function commonOrigin(values: readonly Node[]): Origin | undefined {
  const [value, ...others] = values.filter((each) => !isNothing(each));
  const origin = value && originOf(value);
  return origin && others.every((other) => isSame(origin, originOf(other))) ? origin : undefined;
}

function isSame(origin: Origin, other: Origin | undefined): boolean {
  return other !== undefined && origin.module === other.module && samePath(origin.path, other.path);
}

function givenBy(fn: FunctionNode): readonly Node[] {
  return fn.generator ? [] : returnedFrom(fn);
}

/** `function client(): Stripe`, `async function client(): Promise<Stripe>`. */
function originOfReturnType({ returnType }: FunctionNode): Origin | undefined {
  const type = returnType && withoutNothing(returnType.typeAnnotation);
  if (type?.type !== "TSTypeReference") return undefined;
  const origin = originOf(type);
  const promised = isGlobal(origin, "Promise") ? type.typeArguments?.params[0] : type;
  return promised === type ? step(origin, "new") : promised?.type === "TSTypeReference" ? step(originOf(promised), "new") : undefined;
}

function calledFunction(callee: Node): FunctionNode | undefined {
  if (callee.type === "MemberExpression") {
    const method = callee.object.type === "ThisExpression" ? definitionOf(callee) : undefined;
    return isFunction(method) && !(method.parent.type === "MethodDefinition" && method.parent.kind !== "method") ? method : undefined;
  }
  if (callee.type !== "Identifier") return undefined;
  const variable = variableOf(callee);
  return variable?.defs.length === 1 && (variable.defs[0]?.type !== "ImportBinding" || mayMakeClient(callee)) ? functionOf(callee) : undefined;
}

/** Whether the file that makes an imported function can make a client or an agent at all: asked of its text, before it is parsed. */
function mayMakeClient(name: Node): boolean {
  const made = ownExportOf(name);
  if (!made) return true;
  const { project, path } = made.from;
  return namesFramework(project, path) || project.once(`clients in ${path}`, () => CLIENT_HINT.test(project.text(path) ?? ""));
}
