import type { TSESTree } from "@typescript-eslint/utils";
import { namesOf } from "../frameworks/satisfier.js";
import { stepLimits } from "../frameworks/step-limits.js";
import type { AgentModel } from "../model.js";
import { originOf } from "../origin/origin.js";
import type { Body } from "../project/file-index.js";
import { fileOf, variableOf, type Variable } from "../project/source-file.js";
import { isWithin, memberName, unwrapAwaited, wrapped, type CallNode, type Node } from "../syntax/expression.js";
import { isModelOutput } from "./models.js";

const ENDING = namesOf(stepLimits, "method");

/** Whether something beside the model ends a loop: a counter, a comparison with a limit, a deadline, an abort signal. */
export function isBounded(loop: Node, model: AgentModel): boolean {
  return (
    model.comparisonsIn(loop).some((comparison) => isCounting(comparison)) ||
    model.file.index.comparisons.some((comparison) => isWithin(comparison, loop) && isCountedDown(comparison, loop)) ||
    model.file.index.calls.some((call) => isWithin(call, loop) && ENDING.has(originOf(call.callee)?.path.at(-1) ?? "")) ||
    mentionsSignal(loop)
  );
}

function isCounting(comparison: TSESTree.BinaryExpression): boolean {
  if (!["<", "<=", ">", ">="].includes(comparison.operator)) return false;
  // `tool_calls.length > 0` is what the model says, not a count of rounds.
  const left = withoutDefault(comparison.left);
  const right = withoutDefault(comparison.right);
  const length = [left, right].some((side) => side.type === "MemberExpression" && memberName(side) === "length");
  const zero = [left, right].some((side) => side.type === "Literal" && (side.value === 0 || side.value === 1));
  return !(length && zero);
}

/** `tool_calls?.length ?? 0`. */
function withoutDefault(side: Node): Node {
  const value = unwrapAwaited(side);
  return value.type === "LogicalExpression" ? unwrapAwaited(value.left) : value;
}

/** `--left === 0`, and `left === 0` of a number that each round changes. */
function isCountedDown({ left, right }: TSESTree.BinaryExpression, loop: Node): boolean {
  return [left, right].some((side) => {
    const counted = unwrapAwaited(side);
    if (counted.type === "UpdateExpression") return true;
    return counted.type === "Identifier" && (variableOf(counted)?.references ?? []).some(({ identifier }) => isStep(identifier) && isWithin(identifier, loop));
  });
}

/** `n++`, `n += 1`. */
function isStep({ parent }: Node): boolean {
  if (parent?.type === "UpdateExpression") return true;
  return parent?.type === "AssignmentExpression" && ["+=", "-="].includes(parent.operator) && parent.right.type === "Literal" && typeof parent.right.value === "number";
}

function mentionsSignal(loop: Node): boolean {
  return /\baborted\b/u.test(fileOf(loop).text.slice(loop.range[0], loop.range[1]));
}

/**
 * A worker: each round waits for something that the model has no part in, such as the next job of a queue or a timer, and
 * nothing that the model answers decides whether there is a next round.
 */
export function isFedFromOutside(loop: Node, call: CallNode, body: Body): boolean {
  const answers = answersIn(loop, call);
  if (!answers) return false;
  const isOfModel = (node: Node): boolean => answers.some((answer) => answer.references.some(({ identifier }) => isWithin(identifier, node)));
  return body.awaits.some(({ argument }) => {
    const awaited = unwrapAwaited(argument);
    return isWithin(argument, loop) && awaited.type === "CallExpression" && !isWithin(call, awaited) && !isModelOutput(awaited) && !isOfModel(awaited);
  });
}

/** The variables that hold what a model answers, and what is made of it; `undefined` where a test asks one. */
function answersIn(loop: Node, call: CallNode): readonly Variable[] | undefined {
  const answers = new Set(boundBy(call, loop));
  if (isTested(call, loop)) return undefined;
  for (const answer of answers) {
    for (const { identifier } of answer.references) {
      const name = identifier as Node;
      if (!isWithin(name, loop)) continue;
      if (isTested(name, loop)) return undefined;
      for (const further of boundBy(name, loop)) answers.add(further);
    }
  }
  return [...answers];
}

/** The variables that a statement of the loop binds or writes with a value in it. */
function boundBy(value: Node, loop: Node): Variable[] {
  for (let at: Node | undefined = wrapped(value); at && at !== loop; at = at.parent) {
    const { parent }: Node = at;
    if (parent?.type === "VariableDeclarator" && parent.init === at) return [...fileOf(parent).declaredBy(parent)];
    if (parent?.type === "AssignmentExpression" && parent.right === at && parent.left.type === "Identifier") return [variableOf(parent.left)].flatMap((variable) => variable ?? []);
    if (parent?.type === "ForOfStatement" && parent.right === at) return parent.left.type === "VariableDeclaration" ? [...fileOf(parent).declaredBy(parent.left)] : [];
  }
  return [];
}

/** Whether a value decides if there is a next round: in the test of a branch or a loop, as what is returned, or in a `try` that leaves the loop where nothing fails. */
function isTested(value: Node, loop: Node): boolean {
  for (let at = value; at.parent && at !== loop; at = at.parent) {
    const { parent } = at;
    if ((parent.type === "IfStatement" || parent.type === "WhileStatement" || parent.type === "DoWhileStatement" || parent.type === "ConditionalExpression") && parent.test === at) return true;
    if ((parent.type === "SwitchStatement" && parent.discriminant === at) || parent.type === "ReturnStatement") return true;
    if (parent.type === "TryStatement" && parent.block === at && parent.handler && /\b(?:break|return)\b/u.test(fileOf(at).text.slice(...at.range))) return true;
  }
  return false;
}
