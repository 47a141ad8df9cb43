import { conditionsOn } from "../flow/conditions.js";
import { isGlobal, originOf } from "../origin/origin.js";
import type { Body } from "../project/file-index.js";
import { fileOf, variableOf, type Variable } from "../project/source-file.js";
import { enclosingFunction, isWithin, memberName, unwrapAwaited, wrapped, type CallNode, type Node } from "../syntax/expression.js";
import { isModelOutput } from "./models.js";

type Loop = Body["loops"][number];

/** `while (!done)`, where nothing but what the model answers sets `done`. */
export function endsWithFlag(loop: Loop, body: Body): boolean {
  if (!loop.test) return false;
  const flags = flagsOf(loop.test);
  if (!flags || flags.length === 0) return false;
  const answers = answersIn(loop, body);
  return answers.size > 0 && flags.every((flag) => isSetByModel(flag, loop, answers)) && !isLeftOtherwise(loop, body, answers);
}

/** The variables that a test consists of: `!done`, `running === true && !finished`; `undefined` where there is anything else in it. */
function flagsOf(test: Node): readonly Variable[] | undefined {
  const node = unwrapAwaited(test);
  switch (node.type) {
    case "Identifier": {
      const variable = variableOf(node);
      return variable?.defs[0]?.type === "Variable" ? [variable] : undefined;
    }
    case "UnaryExpression":
      return node.operator === "!" ? flagsOf(node.argument) : undefined;
    case "LogicalExpression": {
      const sides = [flagsOf(node.left), flagsOf(node.right)];
      return sides.every((side) => side !== undefined) ? sides.flat() : undefined;
    }
    case "BinaryExpression": {
      const isConstant = node.right.type === "Literal" && typeof node.right.value === "boolean";
      return isConstant && node.operator.length === 3 ? flagsOf(node.left) : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether each write of a flag in the loop is, or stands under, a question to an answer of the model. */
function isSetByModel(flag: Variable, loop: Loop, answers: ReadonlySet<Variable>): boolean {
  const asks = (test: Node): boolean => asksOnly(test, answers);
  const writes = flag.references.filter((reference) => reference.isWrite() && !reference.init).map(({ identifier }) => identifier as Node);
  const inside = writes.filter((write) => isWithin(write, loop));
  // A write from another function is how somebody stops the loop.
  if (inside.length === 0 || writes.some((write) => enclosingFunction(write) !== enclosingFunction(loop))) return false;
  return inside.every((write) => {
    const assignment = write.parent;
    if (assignment?.type !== "AssignmentExpression") return false;
    const tests = conditionsOn(assignment).filter((test) => isWithin(test, loop.body));
    if (assignment.right.type === "Literal") return tests.length > 0 && tests.every(asks);
    return asks(assignment.right) && tests.every(asks);
  });
}

/** Whether there is a way out of a loop that something else than the model's answer opens. */
function isLeftOtherwise(loop: Loop, body: Body, answers: ReadonlySet<Variable>): boolean {
  if (/\bbreak\b/u.test(fileOf(loop).text.slice(...loop.body.range))) return true;
  const exits = [...body.returned, ...body.throws].filter((exit) => isWithin(exit, loop.body));
  return exits.some((exit) => !conditionsOn(exit).some((test) => isWithin(test, loop.body) && asksOnly(test, answers)));
}

/** The variables of a loop that hold what the model answers, or a part of it; what somebody else makes of an answer is theirs. */
function answersIn(loop: Loop, body: Body): ReadonlySet<Variable> {
  const answers = new Set<Variable>();
  const bind = (place: Node): void => {
    const outer = partAround(place);
    const { parent } = outer;
    if (parent?.type === "VariableDeclarator" && parent.init === outer) for (const variable of fileOf(parent).declaredBy(parent)) answers.add(variable);
    if (parent?.type === "AssignmentExpression" && parent.right === outer && parent.left.type === "Identifier") {
      const variable = variableOf(parent.left);
      if (variable) answers.add(variable);
    }
    if (parent?.type === "ForOfStatement" && parent.right === outer && parent.left.type === "VariableDeclaration") for (const variable of fileOf(parent).declaredBy(parent.left)) answers.add(variable);
  };
  for (const call of body.calls) if (isWithin(call, loop.body) && isModelOutput(call)) bind(call);
  for (const { references } of answers) {
    for (const reference of references) if (reference.isRead() && isWithin(reference.identifier, loop)) bind(reference.identifier);
  }
  return answers;
}

/** Methods that give a part of what they are called on, or say something about it. */
const PARTS = new Set(["filter", "find", "some", "every", "at", "map", "includes", "startsWith", "endsWith", "trim", "toLowerCase", "toUpperCase", "slice", "match"]);

/** The outermost expression that says nothing but what a value says: its members, `?? []`, `.filter(…)`, `JSON.parse(…)`, `!`. */
function partAround(place: Node): Node {
  let at = wrapped(place);
  for (;;) {
    const parent: Node | undefined = at.parent;
    if (parent?.type === "MemberExpression" && parent.object === at) at = wrapped(parent);
    else if (parent?.type === "CallExpression" && (parent.callee === at ? isPartOf(at) : isParse(parent))) at = wrapped(parent);
    else if (parent?.type === "LogicalExpression" || parent?.type === "UnaryExpression" || parent?.type === "BinaryExpression") at = wrapped(parent);
    else return at;
  }
}

function isPartOf(callee: Node): boolean {
  return callee.type === "MemberExpression" && PARTS.has(memberName(callee) ?? "");
}

function isParse(call: CallNode): boolean {
  return isGlobal(originOf(call.callee), "JSON", "parse");
}

/** Whether a condition, or each side of it, asks about an answer, and no call in it asks anybody else. */
function asksOnly(test: Node, answers: ReadonlySet<Variable>): boolean {
  const node = unwrapAwaited(test);
  if (node.type === "LogicalExpression" && node.operator !== "??") return asksOnly(node.left, answers) && asksOnly(node.right, answers);
  if (node.type === "UnaryExpression") return asksOnly(node.argument, answers);
  const asks = [...answers].some(({ references }) => references.some(({ identifier }) => isWithin(identifier, node)));
  return asks && fileOf(node).index.calls.every((call) => !isWithin(call, node) || isParse(call) || isPartOf(unwrapAwaited(call.callee)));
}
