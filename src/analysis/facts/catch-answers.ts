import type { TSESTree } from "@typescript-eslint/utils";
import { leaves } from "../flow/dominance.js";
import { isGlobal, originOf } from "../origin/origin.js";
import { fileOf, variableOf, type Variable } from "../project/source-file.js";
import { enclosingFunction, findAncestor, isFunction, isWithin, staticString, unwrap, type FunctionNode, type Node } from "../syntax/expression.js";

/** What catches a failure: a clause, or the callback of a promise's `catch`. */
export type Catching = FunctionNode | TSESTree.CatchClause;

/** What a catch answers: the value, and where it stands. A bare `return` has none. */
export interface CatchAnswer {
  readonly value: Node | undefined;
  readonly place: Node;
}

/**
 * What a catch answers whatever has failed, or because a service was not reached. What it answers to one kind of failure, such as `[]` for
 * an entry that is not found, is what the tool means to say.
 */
export function answersToAnything(catching: Catching): readonly CatchAnswer[] {
  if (catching.body.type !== "BlockStatement") return [{ value: catching.body, place: catching.body }];
  const found: CatchAnswer[] = [];
  follow(catching.body.body, { failure: failureIn(catching), isGrave: isOutage, found });
  return found;
}

/** Whether a catch lets a failure pass by which nobody knows whether the work was done, so that what stands behind it, or the next round, runs. */
export function goesOnUnknowing(catching: TSESTree.CatchClause): boolean {
  return follow(catching.body.body, { failure: failureIn(catching), isGrave: isUndecided, found: [] });
}

/** The variables that hold what was thrown, and what is made of it. */
export function failureIn(catching: Catching): ReadonlySet<Variable> {
  const file = fileOf(catching);
  const [thrown] = catching.type === "CatchClause" ? [catching.param] : catching.params;
  return withWhatIsMadeOf(thrown ? file.declaredBy(catching).filter(({ identifiers }) => identifiers.some((name) => isWithin(name, thrown))) : [], catching);
}

/** Whether a value is made of what a catch has waited for: it tried another way, and answers what that gave. */
export function isRecovered(value: Node, catching: Catching): boolean {
  const fn = isFunction(catching) ? catching : enclosingFunction(catching);
  const waits = (fn && fileOf(catching).index.bodies.get(fn)?.awaits.filter((wait) => isWithin(wait, catching.body))) ?? [];
  if (waits.some((wait) => isWithin(wait, value))) return true;
  return waits.length > 0 && tells(withWhatIsMadeOf(waits.flatMap((wait) => heldBy(wait, catching)), catching), value);
}

/** Variables of a catch, and those that are made of them. */
function withWhatIsMadeOf(variables: readonly Variable[], catching: Catching): ReadonlySet<Variable> {
  const all = new Set(variables);
  for (const { references } of all) for (const { identifier } of references) for (const variable of heldBy(identifier, catching)) all.add(variable);
  return all;
}

/** The variables that a part of an expression is written to. */
function heldBy(part: Node, catching: Catching): readonly Variable[] {
  const write = findAncestor(part, (node): node is TSESTree.AssignmentExpression | TSESTree.VariableDeclarator => node.type === "VariableDeclarator" || node.type === "AssignmentExpression", catching);
  if (write?.type === "VariableDeclarator") return fileOf(catching).declaredBy(write);
  const variable = write?.left.type === "Identifier" ? variableOf(write.left) : undefined;
  return variable ? [variable] : [];
}

/** Whether a value is made of what was thrown. */
export function tells(failure: ReadonlySet<Variable>, value: Node): boolean {
  return [...failure].some(({ references }) => references.some(({ identifier }) => isWithin(identifier, value)));
}

interface Following {
  readonly failure: ReadonlySet<Variable>;
  /** Whether a code stands for failures that count even where only they are answered. */
  readonly isGrave: (code: Node) => boolean;
  readonly found: CatchAnswer[];
}

/** Follows what runs for any failure; tells whether what stands behind it does as well. */
function follow(statements: readonly Node[], following: Following): boolean {
  for (const statement of statements) {
    if (!followOne(statement, following)) return false;
  }
  return true;
}

function followOne(statement: Node, following: Following): boolean {
  switch (statement.type) {
    case "ReturnStatement":
      following.found.push({ value: statement.argument ?? undefined, place: statement });
      return false;
    case "BlockStatement":
      return follow(statement.body, following);
    case "IfStatement": {
      const kept = keeps(statement.test, following);
      const behindYes = kept.yes && followOne(statement.consequent, following);
      const behindNo = kept.no && (statement.alternate === null || followOne(statement.alternate, following));
      return behindYes || behindNo;
    }
    case "SwitchStatement":
      return followArms(statement, following);
    case "ContinueStatement":
      return true;
    default:
      return !leaves(statement);
  }
}

function followArms({ cases }: TSESTree.SwitchStatement, following: Following): boolean {
  let comesIn = false;
  let named = true;
  for (const { test, consequent } of cases) {
    // `case "ECONNRESET": default:` share what follows them.
    comesIn ||= test === null || following.isGrave(test);
    named &&= test !== null;
    if (consequent.length === 0) continue;
    const ends = consequent.some(leaves);
    if (comesIn) follow(consequent, following);
    if (ends) comesIn = false;
  }
  return named || !cases.some(({ test, consequent }) => test === null && consequent.some((each) => each.type !== "BreakStatement" && leaves(each)));
}

/** Whether a test lets any failure through where it holds, and where it does not. */
interface Kept {
  readonly yes: boolean;
  readonly no: boolean;
}

function keeps(test: Node, following: Following): Kept {
  const { failure, isGrave } = following;
  const node = unwrap(test);
  // Where something else than the failure decides, such as an option of the tool, somebody has chosen that answer.
  if (!tells(failure, node)) return { yes: false, no: true };
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const { yes, no } = keeps(node.argument, following);
    return { yes: no, no: yes };
  }
  if (node.type === "LogicalExpression") {
    const [left, right] = [keeps(node.left, following), keeps(node.right, following)];
    return node.operator === "&&" ? { yes: left.yes && right.yes, no: left.no || right.no } : { yes: left.yes || right.yes, no: left.no && right.no };
  }
  if (node.type !== "BinaryExpression") return { yes: false, no: true };
  // All that is thrown is an `Error`, or should be.
  if (node.operator === "instanceof") return isGlobal(originOf(node.right), "Error") ? { yes: true, no: false } : { yes: false, no: true };
  const outage = !node.operator.startsWith("<") && (isGrave(node.left) || isGrave(node.right));
  return node.operator === "!==" || node.operator === "!=" ? { yes: true, no: outage } : { yes: outage, no: true };
}

/** Codes of Node by which a failure says that a service was not reached: then there is no answer, whatever was asked. */
const UNREACHED = new Set(["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN", "EPIPE", "EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_SOCKET"]);
const TOO_MANY = 429;
const BUSY = new Set([408, TOO_MANY]);
const LEAST_OF_SERVER = 500;
const MOST_OF_SERVER = 599;

function isOutage(node: Node): boolean {
  const code = unwrap(node);
  if (code.type !== "Literal" || typeof code.value !== "number") return UNREACHED.has(staticString(code) ?? "");
  return BUSY.has(code.value) || (code.value >= LEAST_OF_SERVER && code.value <= MOST_OF_SERVER);
}

/** Refused before anything was done: too many requests, and a service that was not found or took no connection. */
const REFUSED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"]);

function isUndecided(node: Node): boolean {
  const code = unwrap(node);
  return isOutage(code) && !REFUSED.has(staticString(code) ?? "") && !(code.type === "Literal" && code.value === TOO_MANY);
}
