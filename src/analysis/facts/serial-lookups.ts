import type { TSESTree } from "@typescript-eslint/utils";
import { isReadingUrl } from "../effects/reading-path.js";
import type { AgentCode, AgentModel } from "../model.js";
import { functionOf } from "../origin/value.js";
import { fileOf, type SourceFile, type Variable } from "../project/source-file.js";
import { enclosingFunction, isWithin, unwrap, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import type { HttpCall } from "./http.js";
import type { Frame, ReachedCall } from "./reach.js";
import { findRequests } from "./requests.js";
import type { StoreOperation } from "./stores.js";

/** `const a = await load(x);` that asks another server, or a store, and changes nothing. */
export interface Lookup {
  readonly statement: TSESTree.VariableDeclaration;
  readonly declarator: TSESTree.VariableDeclarator;
  readonly place: CallNode;
}

/** Lookups that wait for each other although none needs what another one found. */
export interface SerialLookups {
  readonly code: AgentCode;
  readonly lookups: readonly [Lookup, Lookup, ...Lookup[]];
  /** Whether nothing else stands between them. */
  readonly adjacent: boolean;
}

/** What a call in a function comes to. */
interface Account {
  readonly code: AgentCode;
  reads: number;
  others: number;
}

export function findSerialLookups(model: AgentModel): readonly SerialLookups[] {
  const found: SerialLookups[] = [];
  for (const [fn, places] of accountsOf(model)) {
    const lookups = [...places].flatMap(([place, { reads, others, code }]) => (reads > 0 && others === 0 && fileOf(fn) === model.file ? lookupAt(place, fn, code) : []));
    found.push(...groupsOf(lookups));
  }
  return found;
}

type Accounts = Map<FunctionNode, Map<CallNode, Account>>;

/** For each function on the way from a tool to a request, which of its calls only read, and which do more. */
function accountsOf(model: AgentModel): Accounts {
  const accounts: Accounts = new Map();
  const enter = (code: AgentCode, start: CallNode, first: Frame, kind: "reads" | "others"): void => {
    let call = start;
    for (let frame: Frame | undefined = first; frame; frame = frame.caller) {
      let places = accounts.get(frame.fn);
      if (!places) accounts.set(frame.fn, (places = new Map<CallNode, Account>()));
      const account = places.get(call) ?? { code, reads: 0, others: 0 };
      account[kind] += 1;
      places.set(call, account);
      if (!frame.call) return;
      call = frame.call;
    }
  };
  const requests = model.derive(findRequests).filter(({ code }) => code.kind === "tool");
  const memories = model.storeCalls.length > 1 ? memoriesOf(model) : [];
  if (requests.length + memories.length < 2) return accounts;
  for (const { code, http, reached } of requests) enter(code, reached.call, reached.frame, isRead(http) ? "reads" : "others");
  for (const { code, reached, operation } of memories) enter(code, reached.call, reached.frame, operation === "put" || operation === "delete" ? "others" : "reads");
  for (const code of new Set([...requests, ...memories].map((each) => each.code))) {
    for (const { effect } of model.effectsOf(code)) if (effect.reached.call.type !== "TaggedTemplateExpression") enter(code, effect.reached.call, effect.reached.frame, "others");
  }
  return accounts;
}

/** The calls of a LangGraph store that tools come to. */
function memoriesOf(model: AgentModel): readonly { readonly code: AgentCode; readonly reached: ReachedCall; readonly operation: StoreOperation }[] {
  const operations = new Map(model.storeCalls.map(({ call, operation }) => [call, operation]));
  return model.agentCode.flatMap((code) => {
    if (code.kind !== "tool") return [];
    return model.reachedFrom(code).flatMap((reached) => {
      const operation = operations.get(reached.call);
      return operation ? [{ code, reached, operation }] : [];
    });
  });
}

function isRead(http: HttpCall): boolean {
  if (http.method === "GET" || http.method === "HEAD") return true;
  return http.method === "POST" && isReadingUrl(http.urlText);
}

function lookupAt(place: CallNode, fn: FunctionNode, code: AgentCode): (Lookup & { readonly code: AgentCode })[] {
  if (enclosingFunction(place) !== fn || changesOuter(functionOf(place.callee))) return [];
  let waits = false;
  for (let at: Node = place; at.parent && at !== fn; at = at.parent) {
    if (at.type === "AwaitExpression") waits = true;
    // What runs under a condition is not a lookup of its own.
    if (at.type === "ConditionalExpression" || at.type === "LogicalExpression") return [];
    if (at.type === "VariableDeclarator" && at.parent.kind === "const" && at.parent.declarations.length === 1 && at.parent.parent.type === "BlockStatement") return waits ? [{ statement: at.parent, declarator: at, place, code }] : [];
  }
  return [];
}

/** A helper that writes to a variable or a field outside of itself may prepare the next call: a token, a session. */
function changesOuter(helper: FunctionNode | undefined): boolean {
  if (!helper) return false;
  const { index } = fileOf(helper);
  const writes = [...index.fallbacks.filter((node) => node.type === "AssignmentExpression"), ...[...index.memberWrites.values()].flat()];
  return writes.some((write) => isWithin(write, helper));
}

/** Lookups of one block that follow each other, with nothing but constants between them, and of which none needs another. */
function groupsOf(lookups: readonly (Lookup & { readonly code: AgentCode })[]): SerialLookups[] {
  const ordered = [...new Map(lookups.map((lookup) => [lookup.statement, lookup])).values()].sort((one, other) => one.statement.range[0] - other.statement.range[0]);
  const groups: SerialLookups[] = [];
  let group: (Lookup & { readonly code: AgentCode })[] = [];
  let adjacent = true;
  const close = (): void => {
    const [first, second, ...rest] = group;
    if (first && second) groups.push({ code: first.code, lookups: [first, second, ...rest], adjacent });
    group = [];
    adjacent = true;
  };
  for (const lookup of ordered) {
    const [first] = group;
    const between = first && statementsBetween(group.at(-1)?.statement, lookup.statement);
    if (!first || !between?.every(isConstant) || dependsOn(lookup.statement, first.statement)) {
      close();
      group = [lookup];
      continue;
    }
    if (between.length > 0) adjacent = false;
    group.push(lookup);
  }
  close();
  return groups;
}

/** The statements between two of one block; `undefined` where they stand in different ones. */
function statementsBetween(first: TSESTree.VariableDeclaration | undefined, then: TSESTree.VariableDeclaration): readonly Node[] | undefined {
  const block = then.parent;
  if (first?.parent !== block || block.type !== "BlockStatement") return undefined;
  return block.body.slice(block.body.indexOf(first) + 1, block.body.indexOf(then));
}

/** A refusal, a wait or an effect between two lookups is a reason for their order. */
function isConstant(statement: Node): boolean {
  return statement.type === "VariableDeclaration" && statement.kind === "const";
}

/** Whether a statement uses what is declared from `first` on. */
function dependsOn(statement: TSESTree.VariableDeclaration, first: TSESTree.VariableDeclaration): boolean {
  return declaredBetween(fileOf(statement), first, statement).some((variable) => variable.references.some((reference) => isWithin(reference.identifier, statement)));
}

function declaredBetween(file: SourceFile, first: Node, end: Node): readonly Variable[] {
  return (file.scopeOf(first)?.variables ?? []).filter((variable) => variable.defs.some(({ name }) => name.range[0] >= first.range[0] && name.range[1] <= end.range[0]));
}

/** `const [a, b] = await Promise.all([x, y]);`, where that is the same program: the lookups stand side by side, and each waits only for its own. */
export function togetherOf({ lookups, adjacent }: SerialLookups): string | undefined {
  const file = fileOf(lookups[0].statement);
  const text = (node: Node): string => file.text.slice(node.range[0], node.range[1]);
  const start = lookups[0].statement.range[0];
  const end = lookups.at(-1)?.statement.range[1] ?? start;
  // A comment belongs to one of them, and would be lost.
  if (!adjacent || file.ast.comments?.some(({ range }) => range[0] >= start && range[1] <= end) !== false) return undefined;
  const parts = lookups.map(({ declarator }) => {
    const init = declarator.init && unwrap(declarator.init);
    const awaited = init?.type === "AwaitExpression" && init === declarator.init ? init.argument : undefined;
    const alone = awaited && !("typeAnnotation" in declarator.id && declarator.id.typeAnnotation) && !/\bawait\b/u.test(text(awaited));
    return alone ? { id: text(declarator.id), value: text(awaited) } : undefined;
  });
  if (parts.some((part) => part === undefined)) return undefined;
  const known = parts.flatMap((part) => part ?? []);
  return `const [${known.map(({ id }) => id).join(", ")}] = await Promise.all([${known.map(({ value }) => value).join(", ")}]);`;
}
