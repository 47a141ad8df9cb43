import { conditionsOn } from "../flow/conditions.js";
import { definitionOf } from "../origin/value.js";
import { variableOf } from "../project/source-file.js";
import { isWithin, memberChain, memberName, parameterPattern, staticString, unwrapAwaited, type FunctionNode, type Node } from "../syntax/expression.js";
import { argumentOf, outermostOf, type Frame, type ReachedCall, type ReachedTag } from "../facts/reach.js";

/** What a value is called that says whether somebody approved, and what a state is then. The words only ever silence a report. */
const APPROVAL = /approv(?:ed|al)/iu;
const APPROVED = /^approved$/iu;

/**
 * Whether an effect runs only where something that was kept says that it is approved: `if (approval?.status !== "approved") return …`.
 * Who approved that, and when, stands elsewhere. What the model itself passes is no approval.
 */
export function isBehindRecord(reached: ReachedCall | ReachedTag): boolean {
  let place: Node = reached.call;
  for (let frame: Frame | undefined = reached.frame; frame; frame = frame.caller) {
    const { fn } = frame;
    const here: Frame = frame;
    if (conditionsOn(place).some((test) => isWithin(test, fn) && saysApproved(test, here, 0))) return true;
    if (!frame.call) break;
    place = frame.call;
  }
  return false;
}

const DEEPEST = 8;

function saysApproved(node: Node, frame: Frame, depth: number): boolean {
  const value = unwrapAwaited(node);
  if (depth > DEEPEST) return false;
  const inner = (part: Node): boolean => saysApproved(part, frame, depth + 1);
  switch (value.type) {
    case "UnaryExpression":
      return inner(value.argument);
    case "LogicalExpression":
      return inner(value.left) || inner(value.right);
    case "BinaryExpression":
      return [value.left, value.right].some((side, index, sides) => {
        const other = sides[1 - index];
        return inner(side) || (other !== undefined && APPROVED.test(staticString(definitionOf(other)) ?? "") && isKept(side, frame, depth));
      });
    case "MemberExpression":
      return APPROVAL.test(memberName(value) ?? "") && isKept(value, frame, depth);
    case "Identifier":
      return APPROVAL.test(value.name) && isKept(value, frame, depth);
    default:
      return false;
  }
}

/** Whether a value comes from somewhere else than the arguments by which the model calls. */
function isKept(node: Node, frame: Frame, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const { root } = memberChain(node);
  if (root.type === "ThisExpression" || root.type === "CallExpression") return true;
  if (root.type !== "Identifier") return false;
  const passed = argumentOf(root, frame);
  if (passed) return passed.frame !== undefined && isKept(passed.node, passed.frame, depth + 1);
  const definition = variableOf(root)?.defs[0];
  const declarator = definition?.node as Node | undefined;
  if (declarator?.type === "VariableDeclarator") return declarator.init !== null && isKept(declarator.init, frame, depth + 1);
  return definition?.type === "Parameter" ? !isOfModel(definition.name, outermostOf(frame).fn) : definition !== undefined;
}

/** The first parameter of what the model calls. */
function isOfModel(name: Node, handler: FunctionNode): boolean {
  const input = handler.params[0];
  return input !== undefined && isWithin(name, parameterPattern(input));
}
