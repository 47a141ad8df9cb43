import { isSkippedWithout, runsWithout, type Missing } from "../flow/absence.js";
import { traceSources } from "../flow/trace.js";
import type { AgentModel } from "../model.js";
import { patternPath } from "../origin/origin.js";
import { definitionOf, functionOf } from "../origin/value.js";
import { fileOf, type Variable, variableOf } from "../project/source-file.js";
import { enclosingFunction, isFunction, memberName, staticString, unwrapAwaited, type FunctionNode, type Node } from "../syntax/expression.js";
import { isInLog, isRefused, isVariableOnlyLogged, keyRead, namesWhoseData, standsForSomebody, type IdentityFallback } from "./identity-fallbacks.js";
import { runPathOf } from "./identity-reads.js";
import type { Frame } from "./reach.js";

/** Values of which the code takes one, by the branch that it runs through. */
interface Choice {
  /** The variable that is written, or the function that returns them. */
  readonly owner: FunctionNode | Variable;
  readonly around: Node;
  readonly alternatives: readonly Alternative[];
}

interface Alternative {
  readonly value: Node;
  /** Where to report. */
  readonly node: Node;
  /** A variable's first value, which holds unless another one is written. */
  readonly first: boolean;
}

const MOST_ALTERNATIVES = 8;

/** Defaults for a missing identity that a branch chooses: `default: userId = "demo"`, `if (user) return user.id; return "demo"`, `catch { userId = "demo" }`. */
export function findBranchedFallbacks(model: AgentModel): readonly IdentityFallback[] {
  const choices = [...returnedChoices(model), ...writtenChoices(model)];
  if (choices.length === 0) return [];
  const known = new Set(model.identityFallbacks.map(({ node }) => node));
  const stamps = stampedOwners(model);
  return choices.flatMap((choice) => fallbacksOf(choice, stamps.get(choice.owner), model)).filter(({ node }) => !known.has(node));
}

function returnedChoices({ file, agentCode, handlers }: AgentModel): Choice[] {
  return [...file.index.bodies.values()].flatMap(({ node, returned }): Choice[] => {
    if (!isFunction(node) || !isChoice(returned) || agentCode.some(({ fn }) => fn === node) || handlers.some(({ fn }) => fn === node)) return [];
    return [{ owner: node, around: node, alternatives: returned.map((value) => ({ value, node: value, first: false })) }];
  });
}

function writtenChoices({ file }: AgentModel): Choice[] {
  const variables = new Set<Variable>();
  for (const write of file.index.fallbacks) {
    const variable = write.type === "AssignmentExpression" && write.operator === "=" && write.left.type === "Identifier" ? variableOf(write.left) : undefined;
    if (variable) variables.add(variable);
  }
  return [...variables].flatMap((variable): Choice[] => {
    const declarator = variable.defs[0]?.node as Node | undefined;
    if (variable.defs.length !== 1 || declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") return [];
    const writes = variable.references.filter((reference) => reference.isWrite() && !reference.init).map(({ identifier }) => identifier.parent as Node | undefined);
    const written = writes.flatMap((write): Alternative[] => (write?.type === "AssignmentExpression" && write.operator === "=" ? [{ value: write.right, node: write, first: false }] : []));
    if (written.length < writes.length) return [];
    const alternatives = declarator.init ? [{ value: declarator.init, node: declarator.init, first: true }, ...written] : written;
    return isChoice(alternatives.map(({ value }) => value)) ? [{ owner: variable, around: enclosingFunction(declarator) ?? fileOf(declarator).ast, alternatives }] : [];
  });
}

function isChoice(values: readonly Node[]): boolean {
  return values.length > 1 && values.length <= MOST_ALTERNATIVES && values.some((value) => isName(value));
}

/** A name that code takes for an identity, and no sentence for the model. */
function isName(value: Node): boolean {
  return standsForSomebody(value) && !/\s/u.test(staticString(definitionOf(value)) ?? "");
}

function fallbacksOf(choice: Choice, stamp: Stamp | undefined, model: AgentModel): IdentityFallback[] {
  const { owner, around, alternatives } = choice;
  const context = model.traceContext;
  const names = alternatives.filter(({ value }) => isName(value));
  const reads = alternatives.flatMap(({ value, node }) => {
    const key = keyRead(value, context) ?? (stamp && !isName(value) && traceSources(value, context, stamp.frame).every(({ kind }) => kind === "user" || kind === "tenant") ? stamp.key : undefined);
    return key === undefined ? [] : [{ value, node, key }];
  });
  const [read] = reads;
  if (!read || isKeptNowhere(choice)) return [];
  const path = pathOf(read.value, model);
  if (path === undefined) return [];
  const missing: Missing = {
    is: (node) => isSameOrHolder(pathOf(node, model), path) || (isVariable(owner) && node.type === "Identifier" && variableOf(node) === owner),
    reads: reads.map(({ value }) => value),
    choices: alternatives.map(({ value }) => value),
  };
  const others = alternatives.filter(({ first }) => !first).map(({ node }) => node);
  return names.flatMap(({ value, node, first }) => {
    const isDefault = first ? others.every((other) => isSkippedWithout(other, around, missing)) : runsWithout(node, around, missing);
    return isDefault && !isRefused(node, value, isVariable(owner) ? undefined : fileOf(node).ast) ? [{ node, key: read.key, fallback: value }] : [];
  });
}

function isVariable(owner: Choice["owner"]): owner is Variable {
  return "references" in owner;
}

/** Whether what is chosen is written to logs and nowhere else. */
function isKeptNowhere({ owner }: Choice): boolean {
  if (isVariable(owner)) return isVariableOnlyLogged(owner);
  const calls = fileOf(owner).index.calls.filter((call) => functionOf(call.callee) === owner);
  return calls.length > 0 && calls.every((call) => isInLog(call));
}

/** The key of an identity under which a value is stamped on a run, and the call that gives it. */
interface Stamp {
  readonly key: string;
  readonly frame: Frame | undefined;
}

function stampedOwners(model: AgentModel): ReadonlyMap<Choice["owner"], Stamp> {
  const owners = new Map<Choice["owner"], Stamp>();
  for (const { key, value, frame } of model.stampedValues) {
    if (!namesWhoseData(key, model.traceContext)) continue;
    const stamped = definitionOf(value);
    const variable = stamped.type === "Identifier" ? variableOf(stamped) : undefined;
    const fn = stamped.type === "CallExpression" ? functionOf(stamped.callee) : undefined;
    if (variable) owners.set(variable, { key, frame });
    if (fn && stamped.type === "CallExpression") owners.set(fn, { key, frame: { fn, call: stamped, caller: frame, self: undefined } });
  }
  return owners;
}

type Path = readonly unknown[];

/** What leads to a value: the run and its keys, or the variable, parameter or call that it is read from, and keys. */
function pathOf(node: Node, model: AgentModel): Path | undefined {
  const run = runPathOf(node, model.traceContext);
  return run ? ["run", ...run] : chainOf(node, [], 0);
}

function chainOf(node: Node, path: readonly string[], steps: number): Path | undefined {
  const value = unwrapAwaited(node);
  if (steps > MOST_ALTERNATIVES) return undefined;
  if (value.type === "MemberExpression") return chainOf(value.object, [memberName(value) ?? "*", ...path], steps + 1);
  if (value.type === "CallExpression") return [value, ...path];
  if (value.type !== "Identifier") return undefined;
  const variable = variableOf(value);
  const definition = variable?.defs[0];
  const declarator = definition?.node as Node | undefined;
  if (definition?.type === "Parameter") return [variable, ...path];
  if (!variable || declarator?.type !== "VariableDeclarator") return undefined;
  const keys = patternPath(declarator.id, value.name);
  return (declarator.init && keys && chainOf(declarator.init, [...keys, ...path], steps + 1)) ?? [variable, ...path];
}

/** Whether one path is the other's beginning: without the session there is no user of it, and no name of the user. */
function isSameOrHolder(asked: Path | undefined, path: Path): boolean {
  return asked?.slice(0, path.length).every((step, index) => step === path[index]) ?? false;
}
