import type { TSESTree } from "@typescript-eslint/utils";
import { callsFrom } from "../origin/calls.js";
import { isExport, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import type { SourceFile } from "../project/source-file.js";
import { enclosingFunction, isFunction, isWithin, memberName, staticString, triesAround, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";

/** A call that pauses the run: `interrupt()`, the guard `approve()`, or a helper of the file that holds one. */
export interface Interrupt {
  readonly call: CallNode;
  readonly fn: FunctionNode | undefined;
  /** False for a call of a helper that holds the pausing call. */
  readonly direct: boolean;
  /** Whether it throws on a refusal by itself, as the guard `approve()` does. */
  readonly refuses: boolean;
  /** What catches what the call throws to pause the run, and does not let it through: a clause, or the callback of a promise's `catch`. */
  readonly swallowedBy: Swallowing | undefined;
}

export type Swallowing = FunctionNode | TSESTree.CatchClause;

const PAUSING = [
  { modules: ["@langchain/langgraph", "@langchain/langgraph/web", "langchain"], path: ["interrupt"] },
  { modules: ["agent-guardrails/approval"], path: ["approve"] },
] as const;
const BUBBLE_TESTS = new Set(["isGraphInterrupt", "isGraphBubbleUp", "isParentCommand", "GraphInterrupt", "GraphBubbleUp", "NodeInterrupt"]);

export function findInterrupts(file: SourceFile): Interrupt[] {
  const direct = callsFrom(file, isPausing);
  if (direct.length === 0) return [];
  const helpers = new Set(direct.map((call) => enclosingFunction(call)).filter((fn) => fn !== undefined));
  const indirect = file.index.calls.filter((call) => {
    const callee = unwrapAwaited(call.callee);
    if (callee.type !== "Identifier" || direct.includes(call)) return false;
    const fn = definitionOf(callee);
    return isFunction(fn) && helpers.has(fn);
  });
  return [...direct, ...indirect].map((call) => ({
    call,
    fn: enclosingFunction(call),
    direct: direct.includes(call),
    refuses: isExport(originOf(call.callee), PAUSING[1].modules, PAUSING[1].path),
    swallowedBy: findSwallowing(call),
  }));
}

const isPausing = perOrigin((origin) => PAUSING.some((each) => isExport(origin, each.modules, each.path)));

function findSwallowing(call: CallNode): Swallowing | undefined {
  for (let at: Node = call; ; ) {
    const { last, caught } = followChain(at);
    if (caught) return caught;
    const fn = enclosingFunction(last);
    // What is returned leaves the `try` before it fails; what is awaited, or called at once, fails in it.
    const failsHere = at === call || last.parent?.type === "AwaitExpression";
    if (failsHere) for (const { handler, block } of triesAround(last, fn)) if (handler && isWithin(last, block) && !letsThrough(handler)) return handler;
    const step = fn && isPromiseStep(fn) ? fn.parent : undefined;
    if (!step) return undefined;
    at = step;
  }
}

const STEPS = new Set(["then", "finally"]);

/** `.then(() => interrupt(…))`: the promise that the call gives fails with what its callback throws. */
function isPromiseStep(fn: FunctionNode): boolean {
  const { parent } = fn;
  return parent.type === "CallExpression" && parent.arguments[0] === fn && STEPS.has(methodOf(parent) ?? "");
}

/** Follows a promise along `.then(…)`, `.finally(…)` and `.catch(…)`, up to a `catch` that keeps what fails. */
function followChain(start: Node): { readonly last: Node; readonly caught: FunctionNode | undefined } {
  let last = start;
  for (;;) {
    const callee: Node | undefined = last.parent;
    const step = callee?.type === "MemberExpression" && callee.object === last ? callee.parent : undefined;
    if (step?.type !== "CallExpression" || step.callee !== callee) return { last, caught: undefined };
    const [callback] = step.arguments;
    const method = methodOf(step);
    if (method === "catch") {
      if (isFunction(callback) && !letsThrough(callback)) return { last: step, caught: callback };
    } else if (!STEPS.has(method ?? "")) return { last, caught: undefined };
    last = step;
  }
}

function methodOf({ callee }: TSESTree.CallExpression): string | undefined {
  return callee.type === "MemberExpression" ? memberName(callee) : undefined;
}

/** A catch that rethrows on every path, or that tests for the interrupt and rethrows then; a function that is given the failure may do so. */
function letsThrough(catching: Swallowing): boolean {
  const { body } = catching;
  if (body.type === "BlockStatement") return body.body.some((statement) => rethrows(statement));
  const answer = unwrapAwaited(body);
  return answer.type === "CallExpression" && originOf(answer.callee)?.path[0] !== "console" && answer.arguments.some((argument) => argument.type === "Identifier" && isFunction(catching) && catching.params[0]?.type === "Identifier" && argument.name === catching.params[0].name);
}

function rethrows(statement: Node): boolean {
  if (statement.type === "ThrowStatement") return true;
  if (statement.type === "BlockStatement") return statement.body.some((inner) => rethrows(inner));
  if (statement.type !== "IfStatement") return false;
  const inConsequent = rethrows(statement.consequent);
  const inAlternate = statement.alternate !== null && rethrows(statement.alternate);
  if (inConsequent && inAlternate) return true;
  return (inConsequent && holdsForInterrupt(statement.test)) || (inAlternate && failsForInterrupt(statement.test));
}

/** A test that is true for what pauses a run: `isGraphBubbleUp(e)`, `e instanceof GraphInterrupt`, `e.name === "GraphInterrupt"`, or that or more. */
function holdsForInterrupt(test: Node): boolean {
  const node = unwrapAwaited(test);
  if (node.type === "UnaryExpression" && node.operator === "!") return failsForInterrupt(node.argument);
  if (node.type === "LogicalExpression") return holdsForInterrupt(node.left) || holdsForInterrupt(node.right);
  if (node.type === "CallExpression") return isBubbleName(node.callee);
  if (node.type !== "BinaryExpression") return false;
  if (node.operator === "instanceof") return isBubbleName(node.right);
  return node.operator.startsWith("==") && [node.left, node.right].some((side) => BUBBLE_TESTS.has(staticString(side) ?? ""));
}

/** A test that is false for what pauses a run. */
function failsForInterrupt(test: Node): boolean {
  const node = unwrapAwaited(test);
  if (node.type === "UnaryExpression" && node.operator === "!") return holdsForInterrupt(node.argument);
  if (node.type === "LogicalExpression") return node.operator === "&&" && (failsForInterrupt(node.left) || failsForInterrupt(node.right));
  return node.type === "BinaryExpression" && node.operator.startsWith("!=") && [node.left, node.right].some((side) => BUBBLE_TESTS.has(staticString(side) ?? ""));
}

function isBubbleName(node: Node): boolean {
  const origin = originOf(node);
  // A tester of the project's own can only be taken by its name; it silences, it never reports.
  const name = origin?.path.at(-1) ?? (node.type === "Identifier" ? node.name : "");
  return BUBBLE_TESTS.has(name);
}
