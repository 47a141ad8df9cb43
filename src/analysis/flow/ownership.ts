import type { TSESTree } from "@typescript-eslint/utils";
import { originOf } from "../origin/origin.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { enclosingFunction, findAncestor, isFunction, isWithin, memberChain, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { leaves } from "./dominance.js";
import type { TraceContext } from "./sources.js";
import { traceSources } from "./trace.js";

/**
 * Whether a function brings the client's value and a verified identity together before a place:
 * `db.thread.findFirst({ where: { id, userId: session.user.id } })`, `thread.ownerId !== req.user.id`, `own.includes(id)`.
 * That proves the owner, and the client's id is fine from there on.
 */
export function isCheckedWithIdentity(place: Node, value: Node, runs: readonly Node[], context: TraceContext): boolean {
  const file = fileOf(value);
  let fn = enclosingFunction(value);
  while (fn && enclosingFunction(fn)) fn = enclosingFunction(fn);
  if (!fn || fileOf(place) !== file) return false;
  const within = fn;
  const text = file.text.slice(value.range[0], value.range[1]);
  const carrier = carrierOf(place);

  /** What an expression holds: the client's value, an identity, or something that was looked up by either. */
  const holds = (node: Node, depth = 0): { client: boolean; identity: boolean } => {
    const found = { client: false, identity: false };
    for (const part of leavesOf([node])) {
      if (file.text.slice(part.range[0], part.range[1]) === text) found.client = true;
      for (const source of traceSources(part, context)) {
        if (source.kind === "tenant" || source.kind === "user") found.identity = true;
        if (source.node === value) found.client = true;
      }
      const lookup = depth < 2 ? lookupOf(part) : undefined;
      // `id.split(":")`: what is taken out of a value holds it as what is looked up by it does.
      const subject = lookup?.callee.type === "MemberExpression" ? [lookup.callee.object] : [];
      for (const given of [...subject, ...(lookup?.arguments ?? [])]) {
        const inner = holds(given, depth + 1);
        found.client ||= inner.client;
        found.identity ||= inner.identity;
      }
    }
    return found;
  };
  const together = (nodes: readonly Node[], client: boolean): boolean => {
    const all = nodes.map((node) => holds(node));
    return (client || all.some((each) => each.client)) && all.some((each) => each.identity);
  };

  const isRead = runs.some((run) => readsState(run));
  const compared = file.index.comparisons.some((comparison) => {
    if (!isWithin(comparison, within) || !together([comparison.left, comparison.right], false)) return false;
    // What is read of a thread tells whose it is; who is not the owner gets nothing of it.
    return comparison.range[0] < place.range[0] || (isRead && turnsAway(comparison));
  });
  if (compared) return true;
  return file.index.calls.some((call) => {
    if (!isWithin(call, within) || runs.includes(call) || isLog(call)) return false;
    // A store that is given the caller's auth beside the thread checks it itself; a run does not.
    const around = isWithin(place, call) || (carrier !== undefined && call.range[0] > place.range[0] && call.arguments.some((argument) => argument.type === "Identifier" && argument.name === carrier));
    if (!around && call.range[0] >= place.range[0]) return false;
    if (around && runs.some((run) => isWithin(run, call))) return false;
    const { callee } = call;
    const subject = callee.type === "MemberExpression" && !isWithin(place, callee) ? [callee.object] : [];
    return together([...subject, ...call.arguments.filter((argument) => !isWithin(place, argument))], around);
  });
}

const READS = new Set(["getState", "getStateHistory", "getHistory"]);

/** Whether a run only reads what a thread holds. */
function readsState(run: Node): boolean {
  return run.type === "CallExpression" && run.callee.type === "MemberExpression" && READS.has(memberName(run.callee) ?? "");
}

/** Whether a comparison ends the function for one of its outcomes: `if (values.owner !== user.id) return forbidden();`. */
function turnsAway(comparison: Node): boolean {
  let test = comparison;
  while (test.parent?.type === "LogicalExpression" || test.parent?.type === "UnaryExpression") test = test.parent;
  return test.parent?.type === "IfStatement" && test.parent.test === test && [test.parent.consequent, test.parent.alternate].some((branch) => branch !== null && leaves(branch));
}

/** The constant that holds a place: `config` in `const config = { configurable: { thread_id } }`. */
function carrierOf(place: Node): string | undefined {
  const declarator = findAncestor(place, (node): node is TSESTree.VariableDeclarator => node.type === "VariableDeclarator", enclosingFunction(place));
  return declarator?.id.type === "Identifier" ? declarator.id.name : undefined;
}

/** The values inside arguments: literals, conditions of a query (`and(eq(threads.id, id), …)`) and its chain (`.eq("id", id).eq(…)`) taken apart. */
function leavesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type === "ObjectExpression") return leavesOf(node.properties.map((property) => (property.type === "SpreadElement" ? property.argument : property.value)));
    if (node.type === "ArrayExpression") return leavesOf(node.elements.filter((element) => element !== null));
    if (node.type === "SpreadElement") return leavesOf([node.argument]);
    if (node.type === "CallExpression") {
      const before = node.callee.type === "MemberExpression" && node.callee.object.type === "CallExpression" ? [node.callee.object] : [];
      return [node, ...leavesOf([...before, ...node.arguments])];
    }
    return isFunction(node) ? [] : [node];
  });
}

/** The call that a value came from: `threads.load(id)` for `thread.ownerId` after `const thread = await threads.load(id)`, also by way of `const { owner } = thread`. */
function lookupOf(node: Node, steps = 0): CallNode | undefined {
  const { root } = memberChain(node);
  if (root.type !== "Identifier") return undefined;
  const declarator = variableOf(root)?.defs[0]?.node as Node | undefined;
  const init = declarator?.type === "VariableDeclarator" && declarator.init ? unwrapAwaited(declarator.init) : undefined;
  if (init?.type === "CallExpression") return init;
  return init && steps < 3 ? lookupOf(init, steps + 1) : undefined;
}

/** A line of a log: it checks nothing and keeps nothing. */
export function isLog(call: CallNode): boolean {
  const origin = originOf(call.callee);
  if (origin?.module === undefined && origin?.path[0] === "console") return true;
  const { root } = memberChain(call.callee);
  return root.type === "Identifier" && /^(?:log|logger)$/u.test(root.name);
}
