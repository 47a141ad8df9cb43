import type { TSESTree } from "@typescript-eslint/utils";
import { type Variable, variableOf } from "../project/source-file.js";
import { definitionOf } from "../origin/value.js";
import { holdsInProduction } from "./environment.js";
import { isFunction, isWithin, memberChain, unwrapAwaited, wrapped, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";

/** Whether `first` has run on every path that leads to `then`. Both stand in one function. */
export function standsBefore(first: Node, then: Node): boolean {
  const common = commonAncestor(first, then);
  if (!common) return false;
  if (common === then || common === first) return common === then;
  const firstChild = childTowards(first, common);
  const thenChild = childTowards(then, common);
  if (!firstChild || !thenChild || firstChild.range[0] >= thenChild.range[0]) return false;
  // Alternatives of one statement never run both.
  if (isAlternative(common, firstChild) || isAlternative(common, thenChild)) {
    if (!isCondition(common, firstChild)) return false;
  }
  for (let at: Node = first; at !== firstChild && at.parent; at = at.parent) if (!runsWith(at.parent, at, then)) return false;
  return common === firstChild.parent ? runsWithin(common, firstChild, then) : true;
}

/** Whether a node runs whenever its function comes to its end: it is in no branch, and in no `try` that may be left half-way. */
export function runsAlways(node: Node, fn: FunctionNode): boolean {
  for (let at: Node = node; at.parent && at !== fn; at = at.parent) if (at.parent !== fn && !runsWith(at.parent, at, fn)) return false;
  return true;
}

/** Whether the child runs whenever the parent does. */
function runsWith(parent: Node, child: Node, then: Node): boolean {
  if (isFunction(parent)) return false;
  if (isAlternative(parent, child)) return false;
  return runsWithin(parent, child, then);
}

/** A `try` block may be left half-way: then what follows the statement runs without it, unless every catch leaves. */
function runsWithin(parent: Node, child: Node, then: Node): boolean {
  if (parent.type === "TryStatement" && child === parent.block && !isWithin(then, parent.block)) {
    if (parent.handler && isWithin(then, parent.handler)) return false;
    return parent.handler === null || leaves(parent.handler.body);
  }
  return true;
}

function isAlternative(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case "IfStatement":
      // What is left out in development alone runs for everybody else.
      return child !== parent.test && !(child === parent.consequent && holdsInProduction(parent.test));
    case "ConditionalExpression":
      return child !== parent.test;
    case "LogicalExpression":
      return child === parent.right;
    case "WhileStatement":
    case "ForStatement":
      return child === parent.body || (parent.type === "ForStatement" && child === parent.update);
    case "ForInStatement":
    case "ForOfStatement":
      return child === parent.body;
    case "SwitchStatement":
      return child !== parent.discriminant;
    case "SwitchCase":
    case "CatchClause":
      return true;
    default:
      return false;
  }
}

function isCondition(parent: Node, child: Node): boolean {
  return ("test" in parent && parent.test === child) || (parent.type === "SwitchStatement" && parent.discriminant === child) || (parent.type === "LogicalExpression" && parent.left === child);
}

/** Whether some path runs `first` and later `then`: not in alternatives of one statement, and not behind a way out. */
export function mayPrecede(first: Node, then: Node): boolean {
  const common = commonAncestor(first, then);
  if (!common || common === first) return false;
  // An argument runs before the call that it is given to.
  if (common === then) return isWithin(first, then);
  const firstChild = childTowards(first, common);
  const thenChild = childTowards(then, common);
  if (!firstChild || !thenChild || firstChild.range[0] >= thenChild.range[0]) return false;
  if (isAlternative(common, firstChild) && isAlternative(common, thenChild) && common.type !== "SwitchStatement") return false;
  // `if (done) { await send(); return; }` never comes to what follows.
  for (let at: Node = first; at !== firstChild && at.parent; at = at.parent) {
    // A function that is given to a call runs with it: `drafts.map((draft) => send(draft))`; one that is only defined does not.
    if (isFunction(at.parent) && at.parent.parent.type !== "CallExpression") return false;
    if (at.parent.type === "SwitchCase" && common.type === "SwitchStatement" && at.parent.consequent.some((statement) => statement.range[0] >= at.range[0] && leaves(statement))) return false;
    if (at.parent.type === "BlockStatement" && !isFunction(at.parent.parent) && at.parent.body.some((statement) => statement.range[0] >= at.range[0] && leaves(statement))) return false;
  }
  return firstChild.type === "ReturnStatement" || firstChild.type === "ThrowStatement" ? false : !leavesWith(firstChild);
}

/** Whether a loop over things runs `first` in one round and `then` in a later one: nothing behind `first` leaves the loop. */
export function mayPrecedeInLoop(first: Node, then: Node): boolean {
  for (let at: Node = first; at.parent && !isFunction(at.parent); at = at.parent) {
    const { parent } = at;
    if (isRoundOf(parent, at) && isWithin(then, at)) return true;
    const statements = parent.type === "BlockStatement" ? parent.body : parent.type === "SwitchCase" ? parent.consequent : [];
    const end = statements.find((statement) => statement.range[0] >= at.range[0] && leaves(statement));
    if (end && end.type !== "ContinueStatement" && !(end.type === "BreakStatement" && parent.type === "SwitchCase")) return false;
  }
  return false;
}

/** Whether a child is what a loop runs for each of its things, so that no condition in it ends the loop. */
function isRoundOf(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case "ForInStatement":
    case "ForOfStatement":
      return parent.body === child;
    case "ForStatement":
      return parent.body === child && (parent.test === null || (parent.test.type === "BinaryExpression" && parent.update !== null));
    case "WhileStatement":
      return parent.body === child && parent.test.type === "Literal";
    default:
      return false;
  }
}

/** A statement that itself ends the way. */
function leavesWith(statement: Node): boolean {
  return statement.type.endsWith("Statement") && leaves(statement);
}

function commonAncestor(a: Node, b: Node): Node | undefined {
  for (let at: Node | undefined = a; at; at = at.parent) if (isWithin(b, at)) return at;
  return undefined;
}

function childTowards(node: Node, ancestor: Node): Node | undefined {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.parent === ancestor) return at;
  return undefined;
}

/** Whether a statement never lets control go on behind it. */
export function leaves(statement: Node): boolean {
  switch (statement.type) {
    case "ReturnStatement":
    case "ThrowStatement":
    case "ContinueStatement":
    case "BreakStatement":
      return true;
    case "BlockStatement":
      return statement.body.some(leaves);
    case "IfStatement":
      return statement.alternate !== null && leaves(statement.consequent) && leaves(statement.alternate);
    case "TryStatement":
      return (statement.finalizer !== null && leaves(statement.finalizer)) || (leaves(statement.block) && (statement.handler === null || leaves(statement.handler.body)));
    default:
      return false;
  }
}

/** The variables that hold the value of an expression, and those computed from them. */
function variablesOf(expression: Node): Set<Variable> {
  const found = new Set<Variable>();
  const collect = (at: Node): void => {
    const holder = at.parent;
    const pattern = holder?.type === "VariableDeclarator" && holder.init === at ? holder.id : holder?.type === "AssignmentExpression" && holder.right === at ? holder.left : undefined;
    if (pattern) for (const name of patternNames(pattern)) {
      const variable = variableOf(name);
      if (!variable || found.has(variable)) continue;
      found.add(variable);
      for (const reference of variable.references) {
        if (!reference.isRead()) continue;
        const declarator = enclosingInitializer(reference.identifier);
        if (declarator) collect(declarator);
      }
    }
  };
  collect(enclosingInitializer(expression) ?? wrapped(expression));
  return found;
}

function enclosingInitializer(node: Node): Node | undefined {
  for (let at: Node = node; at.parent; at = at.parent) {
    if (at.parent.type === "VariableDeclarator" && at.parent.init === at) return at;
    if (at.parent.type === "AssignmentExpression" && at.parent.right === at) return at;
    if (isFunction(at) || at.type.endsWith("Statement")) return undefined;
  }
  return undefined;
}

function* patternNames(pattern: Node): Generator<TSESTree.Identifier> {
  switch (pattern.type) {
    case "Identifier":
      yield pattern;
      break;
    case "AssignmentPattern":
      yield* patternNames(pattern.left);
      break;
    case "RestElement":
      yield* patternNames(pattern.argument);
      break;
    case "ObjectPattern":
      for (const property of pattern.properties) yield* patternNames(property.type === "Property" ? property.value : property.argument);
      break;
    case "ArrayPattern":
      for (const element of pattern.elements) if (element) yield* patternNames(element);
      break;
    default:
  }
}

/** Whether the value of `guard` has a say in whether, or with what, `then` runs. */
export function decides(guard: CallNode, then: Node): boolean {
  if (isWithin(guard, then)) return true;
  const uses = [guard as Node, ...[...variablesOf(guard)].flatMap((variable) => variable.references.filter((reference) => reference.isRead()).map((reference) => reference.identifier as Node))];
  return uses.some((use) => isWithin(use, then) || decidesAt(use, then, guard));
}

function decidesAt(use: Node, then: Node, guard: CallNode): boolean {
  for (let at: Node = use; at.parent; at = at.parent) {
    const parent = at.parent;
    if (isFunction(parent)) return false;
    if (branchesOn(parent, at, then)) return true;
    // A function that is given the answer may throw on a refusal: assertApproved(answer), schema.parse(answer).
    if ((parent.type === "CallExpression" || parent.type === "NewExpression") && parent !== guard && parent.callee !== at && use !== guard && standsBefore(parent, then) && mayThrow(parent)) return true;
  }
  return false;
}

/** Whether a statement or expression tests a value and thereby opens or closes the way to `then`. */
function branchesOn(parent: Node, test: Node, then: Node): boolean {
  switch (parent.type) {
    case "IfStatement":
      if (parent.test !== test) return false;
      return isWithin(then, parent.consequent) || (parent.alternate !== null && isWithin(then, parent.alternate)) || (standsBefore(test, then) && [parent.consequent, parent.alternate].some((branch) => branch !== null && leaves(branch)));
    case "ConditionalExpression":
      return parent.test === test && (isWithin(then, parent.consequent) || isWithin(then, parent.alternate));
    case "SwitchStatement":
      return parent.discriminant === test && (isWithin(then, parent) || (standsBefore(test, then) && parent.cases.some((each) => each.consequent.some(leaves))));
    case "LogicalExpression":
      return parent.left === test && isWithin(then, parent.right);
    case "WhileStatement":
      return parent.test === test && isWithin(then, parent.body);
    default:
      return false;
  }
}

function mayThrow(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  const definition = definitionOf(callee);
  if (isFunction(definition)) return containsThrow(definition);
  // console.log(answer) and the like never refuse.
  const root = rootName(callee);
  return root !== "console" && root !== "logger" && root !== "log" && root !== "JSON" && root !== "String";
}

function rootName(node: Node): string | undefined {
  const { root } = memberChain(node);
  return root.type === "Identifier" ? root.name : undefined;
}

/** Whether a function can refuse by throwing. */
export function containsThrow(fn: FunctionNode): boolean {
  const pending: Node[] = [fn.body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "ThrowStatement") return true;
    if (isFunction(node)) continue;
    for (const statement of childStatements(node)) pending.push(statement);
  }
  return false;
}

function childStatements(node: Node): readonly Node[] {
  switch (node.type) {
    case "BlockStatement":
      return node.body;
    case "IfStatement":
      return node.alternate ? [node.consequent, node.alternate] : [node.consequent];
    case "TryStatement":
      return [node.block, ...(node.handler ? [node.handler.body] : []), ...(node.finalizer ? [node.finalizer] : [])];
    case "SwitchStatement":
      return node.cases.flatMap((each) => each.consequent);
    case "ForStatement":
    case "ForInStatement":
    case "ForOfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "LabeledStatement":
      return [node.body];
    default:
      return [];
  }
}
