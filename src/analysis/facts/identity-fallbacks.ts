import type { TSESTree } from "@typescript-eslint/utils";
import { isLog } from "../flow/ownership.js";
import type { TraceContext } from "../flow/sources.js";
import { traceSources } from "../flow/trace.js";
import { isGlobal, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import type { Fallback } from "../project/file-index.js";
import { fileOf, type SourceFile, type Variable, variableOf } from "../project/source-file.js";
import { enclosingFunction, findAncestor, isWithin, keyName, memberName, unwrapAwaited, wrapped, type CallNode, type Node } from "../syntax/expression.js";
import { foldKey } from "./identity.js";
import { runPathOf } from "./identity-reads.js";
import type { StampedValue } from "./run-configs.js";

/** A default that stands in for a missing identity. */
export interface IdentityFallback {
  readonly node: Node;
  readonly key: string;
  readonly fallback: Node;
}

/**
 * `config.configurable?.user_id ?? "default"` in all its forms: `||`, `x ? x : "y"`, defaults of destructuring, `??=`,
 * `if (!x) x = "y"`; read from a run, or stamped on one.
 */
export function findIdentityFallbacks(file: SourceFile, stamped: readonly StampedValue[], context: TraceContext): IdentityFallback[] {
  const choices = stampedChoices(stamped, context);
  const found = new Map<Node, IdentityFallback>();
  for (const candidate of file.index.fallbacks) {
    for (const { value, fallback, node, test } of choicesOf(candidate)) {
      // Whether the fallback is written down is the cheap question, and mostly answered with no.
      const isWhole = standsForSomebody(fallback);
      const literal = isWhole ? fallback : choices.partOf(candidate, fallback);
      if (!literal) continue;
      const key = (isWhole ? keyRead(value, context) : undefined) ?? choices.keyOf(candidate, value, isWhole);
      if (key === undefined || found.has(node) || (test && asksForAnother(test, value, context)) || isRefused(node, literal) || isOnlyLogged(node)) continue;
      found.set(node, { node, key, fallback });
    }
  }
  return [...found.values()];
}

interface Choice {
  /** The value that may be missing. */
  readonly value: Node;
  readonly fallback: Node;
  /** Where to report. */
  readonly node: Node;
  /** The condition that chooses, where one is written down. */
  readonly test?: Node;
}

function choicesOf(candidate: Fallback): Choice[] {
  switch (candidate.type) {
    case "LogicalExpression":
      return [{ value: candidate.left, fallback: candidate.right, node: candidate }];
    case "ConditionalExpression":
      return [
        { value: candidate.consequent, fallback: candidate.alternate, node: candidate, test: candidate.test },
        { value: candidate.alternate, fallback: candidate.consequent, node: candidate, test: candidate.test },
      ];
    case "AssignmentPattern":
      return candidate.left.type === "Identifier" ? [{ value: candidate.left, fallback: candidate.right, node: candidate }] : [];
    default:
      return candidate.left.type === "Identifier" ? choicesOfWrite(candidate, candidate.left) : [];
  }
}

/** `x ??= "y"`, `if (!x) x = "y"`, and `let x = "y"; if (known) x = known`. */
function choicesOfWrite(write: TSESTree.AssignmentExpression, name: TSESTree.Identifier): Choice[] {
  if (write.operator === "??=" || write.operator === "||=") return [{ value: name, fallback: write.right, node: write }];
  const test = findAncestor(write, (node): node is TSESTree.IfStatement => node.type === "IfStatement", enclosingFunction(write))?.test;
  const variable = variableOf(name);
  if (write.operator !== "=" || !test || !variable) return [];
  const declarator = variable.defs[0]?.node as Node | undefined;
  const init = declarator?.type === "VariableDeclarator" && declarator.id.type === "Identifier" ? declarator.init : undefined;
  const asked = variable.references.some((reference) => isWithin(reference.identifier, test));
  return [...(asked ? [{ value: name, fallback: write.right, node: write }] : []), ...(init ? [{ value: write.right, fallback: init, node: init, test }] : [])];
}

/** `config.configurable.cron ? "system" : config.configurable.user_id`: another part of the run or the deployment chooses, not whether the identity is there. */
function asksForAnother(test: Node, value: Node, context: TraceContext): boolean {
  const path = runPathOf(value, context);
  const asked = operandsOf(test).filter((operand) => unwrapAwaited(operand).type !== "Literal");
  return asked.length > 0 && asked.every((operand) => isOfDeployment(operand) || (path !== undefined && isAnother(runPathOf(operand, context), path)));
}

/** A variable of the environment, or a setting from another file: `MULTI_TENANT`. */
function isOfDeployment(operand: Node): boolean {
  const value = definitionOf(operand);
  if (value.type === "Identifier") return variableOf(value)?.defs[0]?.type === "ImportBinding";
  if (value.type === "MemberExpression") return isGlobal(originOf(value.object), "process", "env");
  const inner = operandsOf(value);
  return inner[0] !== value && inner.every((each) => unwrapAwaited(each).type === "Literal" || isOfDeployment(each));
}

/** Whether a part of the run neither is the value, nor holds it. What comes from elsewhere may say whether it is there. */
function isAnother(asked: readonly string[] | undefined, path: readonly string[]): boolean {
  return asked?.some((key, index) => key !== path[index]) ?? false;
}

/** What a condition asks about: the sides of its operators. */
function operandsOf(test: Node): Node[] {
  const condition = unwrapAwaited(test);
  if (condition.type === "UnaryExpression") return operandsOf(condition.argument);
  if (condition.type === "LogicalExpression" || condition.type === "BinaryExpression") return [...operandsOf(condition.left), ...operandsOf(condition.right)];
  return [condition];
}

/** The identity key by which a value is read from the run. */
export function keyRead(value: Node, context: TraceContext): string | undefined {
  const path = runPathOf(value, context);
  const key = path?.at(-1);
  return key !== undefined && namesWhoseData(key, context) ? key : undefined;
}

/** A credential opens nobody's data by itself, and a display name files none. */
export function namesWhoseData(key: string, { vocabulary }: TraceContext): boolean {
  const kind = vocabulary.classify(key, "certain");
  return kind !== undefined && kind !== "credential" && foldKey(key) !== "username";
}

/** What is stamped on runs of choices between a verified identity and a default, or of a part of both: `(req.user ?? { id: "demo" }).id`. */
function stampedChoices(stamped: readonly StampedValue[], context: TraceContext): { keyOf(candidate: Node, value: Node, isWhole: boolean): string | undefined; partOf(candidate: Node, fallback: Node): Node | undefined } {
  const choices = new Map<Node, { readonly key: string; readonly part: string | undefined }>();
  for (const { key, value } of stamped) {
    if (!namesWhoseData(key, context)) continue;
    const chosen = definitionOf(value);
    if (chosen.type === "MemberExpression") choices.set(definitionOf(chosen.object), { key, part: memberName(chosen) });
    else choices.set(chosen, { key, part: undefined });
  }
  return {
    keyOf(candidate, value, isWhole) {
      const choice = choices.get(candidate);
      return choice && isWhole === (choice.part === undefined) && traceSources(value, context).every(({ kind }) => kind === "user" || kind === "tenant") ? choice.key : undefined;
    },
    partOf(candidate, fallback) {
      const name = choices.get(candidate)?.part;
      const part = name === undefined ? undefined : propertyValue(definitionOf(fallback), name);
      return part && standsForSomebody(part) ? part : undefined;
    },
  };
}

/** A literal that other code takes for an identity; an empty string, `null` and `undefined` are refused further on. */
export function standsForSomebody(fallback: Node): boolean {
  const value = definitionOf(fallback);
  if (value.type === "Literal") return (typeof value.value === "string" || typeof value.value === "number") && Boolean(value.value);
  return value.type === "TemplateLiteral" && value.expressions.length === 0;
}

/** Whether a function tells the default from an identity: `if (userId === "anonymous") return …`. */
export function isRefused(node: Node, fallback: Node, fn: Node | undefined = enclosingFunction(node)): boolean {
  const file = fileOf(node);
  const same = textOf(definitionOf(fallback));
  return file.index.comparisons.some((each) => (!fn || isWithin(each, fn)) && !isWithin(each, node) && [each.left, each.right].some((side) => textOf(definitionOf(side)) === same));
}

function textOf(node: Node): string {
  const { text } = fileOf(node);
  return text.slice(node.range[0], node.range[1]);
}

/** Methods by which traces and error reports are told who was calling. */
const TELEMETRY = new Set(["setAttribute", "setAttributes", "setUser", "setTag", "addEvent", "addBreadcrumb"]);
const TELEMETRY_MODULES = /^(?:langfuse|@langfuse\/|langsmith|@sentry\/|@opentelemetry\/|posthog|dd-trace|prom-client|hot-shots)/u;
/** Methods that count calls: all callers without an identity share one allowance. */
const COUNTING = new Set(["limit", "consume", "increment"]);
/** Keys of what is kept about a run for people to look at. */
const DESCRIBING = new Set(["metadata", "tags", "attributes"]);

/** Whether what a choice comes to is written to a log and nowhere else. */
function isOnlyLogged(node: Node): boolean {
  const outer = wrapped(node);
  const holder = outer.parent;
  if (holder?.type === "VariableDeclarator" && holder.init === outer && holder.id.type === "Identifier") return isVariableOnlyLogged(variableOf(holder.id));
  return isInLog(node);
}

export function isVariableOnlyLogged(variable: Variable | undefined): boolean {
  const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
  return reads.length > 0 && reads.every((reference) => isInLog(reference.identifier as Node));
}

export function isInLog(node: Node): boolean {
  const holder = findAncestor(node, (each): each is CallNode | TSESTree.Property => each.type === "CallExpression" || each.type === "NewExpression" || each.type === "Property", enclosingFunction(node));
  if (!holder) return false;
  if (holder.type === "Property") return DESCRIBING.has(keyName(holder) ?? "") || isInLog(holder);
  // logger.info(JSON.stringify({ user })), logger.info(String(user))
  return keepsNothing(holder) || isInLog(holder);
}

/** Whether what a call is given goes to logs, traces, errors or counters. */
function keepsNothing(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  const method = callee.type === "MemberExpression" ? (memberName(callee) ?? "") : "";
  if (isLog(call) || TELEMETRY.has(method) || COUNTING.has(method)) return true;
  return TELEMETRY_MODULES.test(originOf(callee)?.module ?? "") || (callee.type === "Identifier" && callee.name.endsWith("Error"));
}
