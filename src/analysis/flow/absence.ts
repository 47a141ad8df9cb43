import type { TSESTree } from "@typescript-eslint/utils";
import { isGlobal, originOf } from "../origin/origin.js";
import { isUndefined, isWithin, staticString, unwrapAwaited, type Node } from "../syntax/expression.js";
import { leaves } from "./dominance.js";

/** A value that may be missing. */
export interface Missing {
  /** Whether an expression is the value, or something that holds it. */
  is(node: Node): boolean;
  /** Places where the value is asked for; in a `try`, each may throw instead. */
  readonly reads: readonly Node[];
  /** All values between which the code chooses. A way out without one of them is a refusal. */
  readonly choices: readonly Node[];
}

/** Whether a place surely runs where a value is missing, because a condition says so. */
export function runsWithout(place: Node, stop: Node, missing: Missing): boolean {
  let decided = false;
  for (let at: Node = place; at.parent && at !== stop; at = at.parent) {
    const verdict = verdictAt(at.parent, at, missing);
    if (verdict === "never" || verdict === "unknown") return false;
    if (verdict === "always") decided = true;
  }
  return decided;
}

/** Whether a place is surely passed by where a value is missing. */
export function isSkippedWithout(place: Node, stop: Node, missing: Missing): boolean {
  for (let at: Node = place; at.parent && at !== stop; at = at.parent) {
    if (verdictAt(at.parent, at, missing) === "never") return true;
    if (at.parent.type === "TryStatement" && at.parent.block === at && at.parent.handler && !leaves(at.parent.handler.body)) return true;
  }
  return false;
}

/** What a parent says about a child: whether it runs without the value, or has nothing to do with it. */
type Verdict = "always" | "indifferent" | "never" | "unknown";

function verdictAt(parent: Node, child: Node, missing: Missing): Verdict {
  switch (parent.type) {
    case "ConditionalExpression":
    case "IfStatement":
      return parent.test === child ? "indifferent" : verdictOf(truthOf(parent.test, missing), child === parent.consequent);
    case "LogicalExpression":
      return parent.right === child && parent.operator !== "??" ? verdictOf(truthOf(parent.left, missing), parent.operator === "&&") : "indifferent";
    case "SwitchCase":
      return parent.test === child ? "indifferent" : strongest([verdictOfArm(parent, missing), verdictBehind(parent.consequent, child, missing)]);
    case "BlockStatement":
    case "Program":
      return verdictBehind(parent.body, child, missing);
    case "CatchClause":
      return missing.reads.some((read) => isWithin(read, parent.parent.block)) ? "always" : "unknown";
    case "DoWhileStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "ForStatement":
    case "WhileStatement":
      return "unknown";
    default:
      return "indifferent";
  }
}

function verdictOf(truth: boolean | undefined, wanted: boolean): Verdict {
  return truth === undefined ? "unknown" : truth === wanted ? "always" : "never";
}

function strongest(verdicts: readonly Verdict[]): Verdict {
  return (["never", "unknown", "always"] as const).find((verdict) => verdicts.includes(verdict)) ?? "indifferent";
}

/** What the statements before one say that may leave: `if (user) return user.id;`. Those that ask something else, and choose another value, take nothing away. */
function verdictBehind(statements: readonly Node[], child: Node, missing: Missing): Verdict {
  let verdict: Verdict = "indifferent";
  for (const statement of statements) {
    if (statement === child) break;
    if (statement.type === "IfStatement") {
      const truth = truthOf(statement.test, missing);
      const taken = truth === true ? statement.consequent : truth === false ? statement.alternate : undefined;
      if (taken && leaves(taken)) return "never";
      if (!leaves(statement.consequent) && !(statement.alternate && leaves(statement.alternate))) continue;
      if (truth === undefined && !missing.choices.some((choice) => isWithin(choice, statement))) return "unknown";
      if (truth !== undefined) verdict = "always";
    } else if (statement.type === "SwitchStatement") {
      const arm = armWithout(statement, missing);
      if (arm && ends(statement, arm)) return "never";
      if (arm !== undefined && statement.cases.some((each) => ends(statement, each))) verdict = "always";
    }
  }
  return verdict;
}

/** Whether an arm, or those that it falls into, leaves the function. */
function ends({ cases }: TSESTree.SwitchStatement, arm: TSESTree.SwitchCase): boolean {
  for (const { consequent } of cases.slice(cases.indexOf(arm))) {
    const last = consequent.find((each) => leaves(each));
    if (last) return last.type === "ReturnStatement" || last.type === "ThrowStatement" || (last.type === "BlockStatement" && last.body.some((each) => each.type === "ReturnStatement" || each.type === "ThrowStatement"));
  }
  return false;
}

function verdictOfArm(arm: TSESTree.SwitchCase, missing: Missing): Verdict {
  const { parent } = arm;
  const taken = armWithout(parent, missing);
  if (taken === undefined) return "unknown";
  if (taken === null) return "never";
  const between = parent.cases.slice(parent.cases.indexOf(taken), Math.max(parent.cases.indexOf(arm), 0));
  return taken === arm || (between.length > 0 && between.every(({ consequent }) => !consequent.some((each) => leaves(each)))) ? "always" : "never";
}

/** The arm that is taken where the value is missing; `null` for none, `undefined` where that cannot be told. */
function armWithout({ discriminant, cases }: TSESTree.SwitchStatement, missing: Missing): TSESTree.SwitchCase | null | undefined {
  const matches = (test: Node): boolean | undefined => {
    const asked = unwrapAwaited(discriminant);
    const choice = unwrapAwaited(test);
    if (missing.is(asked)) return isNothing(choice);
    if (asked.type === "UnaryExpression" && asked.operator === "typeof" && missing.is(asked.argument)) return staticString(choice) === "undefined";
    const truth = asked.type === "Literal" && typeof asked.value === "boolean" ? truthOf(choice, missing) : truthOf(asked, missing);
    const wanted = asked.type === "Literal" ? asked.value : choice.type === "Literal" ? choice.value : undefined;
    return truth === undefined || typeof wanted !== "boolean" ? undefined : truth === wanted;
  };
  for (const arm of cases) {
    if (!arm.test) continue;
    const match = matches(arm.test);
    if (match !== false) return match === undefined ? undefined : arm;
  }
  return cases.find(({ test }) => test === null) ?? null;
}

/** What a test comes to where the value is missing; `undefined` where it asks something else. */
function truthOf(node: Node, missing: Missing): boolean | undefined {
  const test = unwrapAwaited(node);
  if (missing.is(test)) return false;
  switch (test.type) {
    case "UnaryExpression": {
      const truth = test.operator === "!" ? truthOf(test.argument, missing) : undefined;
      return truth === undefined ? undefined : !truth;
    }
    case "LogicalExpression": {
      if (test.operator === "??") return undefined;
      const sides = [truthOf(test.left, missing), truthOf(test.right, missing)];
      const deciding = test.operator === "||";
      return sides.includes(deciding) ? deciding : sides.includes(undefined) ? undefined : !deciding;
    }
    case "BinaryExpression":
      return truthOfComparison(test, missing);
    case "CallExpression": {
      const [argument] = test.arguments;
      return argument && isGlobal(originOf(test.callee), "Boolean") ? truthOf(argument, missing) : undefined;
    }
    default:
      return undefined;
  }
}

/** `x === undefined`, `x != null`, `typeof x === "string"`, `x.length > 0`. */
function truthOfComparison({ operator, left, right }: TSESTree.BinaryExpression, missing: Missing): boolean | undefined {
  for (const [one, other] of [[unwrapAwaited(left), unwrapAwaited(right)], [unwrapAwaited(right), unwrapAwaited(left)]] as const) {
    const isType = one.type === "UnaryExpression" && one.operator === "typeof" && missing.is(one.argument);
    if (!isType && !missing.is(one)) continue;
    if (operator === ">" || operator === ">=" || operator === "<" || operator === "<=") return false;
    const equal = isType ? staticString(other) === "undefined" : isNothing(other);
    if (operator.startsWith("==")) return equal;
    if (operator.startsWith("!=")) return !equal;
  }
  return undefined;
}

/** `undefined`, `null`, `""`. */
function isNothing(node: Node): boolean {
  return isUndefined(node) || (node.type === "Literal" && (node.value === null || node.value === ""));
}
