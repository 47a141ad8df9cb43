import type { TSESTree } from "@typescript-eslint/utils";
import { standsBefore } from "../flow/dominance.js";
import { handlerAround } from "../flow/trace.js";
import type { ClientServers, ExportPlace } from "../frameworks/framework.js";
import { frameworks } from "../frameworks/registry.js";
import type { AgentModel } from "../model.js";
import { callsFrom, methodCalls } from "../origin/calls.js";
import { isExport, originOf, valueOfVariable, type Origin } from "../origin/origin.js";
import { definitionOf, functionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { fileOf, returnedFrom, type Variable, variableOf } from "../project/source-file.js";
import { argumentAt, enclosingFunction, isClass, isUndefined, isWithin, keyName, memberName, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { outermostOf, type Frame } from "./reach.js";

/** A server or a transport for one client that every client is given. */
export interface SharedServer {
  /** Where it is given to a client. */
  readonly place: Node;
  /** The object that is shared, as the code names it. */
  readonly object: Node;
  /** A server that a handler connects, one that a function gives back at each request, or a transport that a handler answers by. */
  readonly what: "connected" | "returned" | "transport";
  readonly call: CallNode;
}

export function findSharedServers(model: AgentModel): readonly SharedServer[] {
  return frameworks.flatMap(({ clientServers }) => (clientServers ? [...usedByHandlers(model, clientServers), ...connectedAtEachRequest(model, clientServers), ...givenAtEachRequest(model, clientServers)] : []));
}

/** What is looked for behind a name. */
interface Wanted {
  /** Whether it is made there. */
  readonly isKind: (made: Node) => boolean;
  /** Whether a function runs anew for each request, and what it declares with it. */
  readonly isOfRequest?: (fn: FunctionNode) => boolean;
}

function usedByHandlers(model: AgentModel, table: ClientServers): SharedServer[] {
  return methodCalls(model.file, [table.connect, table.handle, table.exchange]).flatMap((call): SharedServer[] => {
    const callee = unwrapAwaited(call.callee);
    const answering = answeringFunctions(call, model);
    if (callee.type !== "MemberExpression" || answering.length === 0) return [];
    const { object } = callee;
    const isOfRequest = (fn: FunctionNode): boolean => answering.some((each) => isWithin(fn, each));
    const method = memberName(callee);
    if (method === table.connect) {
      const transport = argumentAt(call, 0);
      if (transport && isMadeBy(transport, table.alone)) return [];
      return isShared(object, { isKind: (node) => isMadeBy(node, table.servers), isOfRequest }, 0) ? [{ place: callee, object, what: "connected", call }] : [];
    }
    const isKind = method === table.exchange ? (node: Node) => isMadeBy(node, table.single) : (node: Node) => isWithoutSessions(node, table);
    return isShared(object, { isKind, isOfRequest }, 0) ? [{ place: callee, object, what: "transport", call }] : [];
  });
}

/** The servers that are given once to what connects them at each request. */
function connectedAtEachRequest(model: AgentModel, table: ClientServers): SharedServer[] {
  const placeIn = (origin: Origin): ClientServers["perServer"][number] | undefined => table.perServer.find(({ modules, path }) => isExport(origin, modules, path));
  const isServer = (node: Node): boolean => isMadeBy(node, table.servers);
  return callsFrom(model.file, (origin) => placeIn(origin) !== undefined).flatMap((call): SharedServer[] => {
    const origin = originOf(call.callee);
    const place = origin && placeIn(origin);
    const object = place && argumentAt(call, place.server);
    // What an instance has may be one client's: there can be one for each session.
    if (!object || isOfInstance(object) || mayHave(argumentAt(call, place.options), place.transportKey)) return [];
    const isOfModule = enclosingFunction(call) === undefined && object.type === "NewExpression" && isServer(object);
    return isOfModule || isShared(object, { isKind: isServer }, 0) ? [{ place: object, object, what: "connected", call }] : [];
  });
}

function isOfInstance(node: Node): boolean {
  const value = unwrapAwaited(node);
  return value.type === "MemberExpression" && value.object.type === "ThisExpression";
}

/** Whether options have a key, or may have it out of sight. */
function mayHave(options: Node | undefined, key: string): boolean {
  const value = options && definitionOf(options);
  return value !== undefined && (!isWholeLiteral(value) || propertyValue(value, key) !== undefined);
}

/** The servers that functions give back which are asked for a new one at each request. */
function givenAtEachRequest(model: AgentModel, table: ClientServers): SharedServer[] {
  const makerOf = (origin: Origin): number | undefined => table.perRequest.find(({ modules, path }) => isExport(origin, modules, path))?.maker;
  return callsFrom(model.file, (origin) => makerOf(origin) !== undefined).flatMap((call): SharedServer[] => {
    const origin = originOf(call.callee);
    const given = origin && argumentAt(call, makerOf(origin) ?? 0);
    const maker = given && functionOf(given);
    if (!maker) return [];
    // A handler that is made for one request may have its server beside it.
    const isOfOneRequest = answeringFunctions(call, model).length > 0 || isUsedAtOnce(call);
    const isServer = (node: Node): boolean => isMadeBy(node, table.servers) && !(isOfOneRequest && enclosingFunction(node));
    return returnedFrom(maker)
      .flatMap(alternatives)
      .filter((returned) => isShared(returned, { isKind: isServer }, 0))
      .map((object) => ({ place: isWithin(object, given) ? object : given, object, what: "returned", call }));
  });
}

/** Whether what a call makes is called in the function that makes it. */
function isUsedAtOnce(made: CallNode): boolean {
  const owner = enclosingFunction(made);
  const calls = owner ? (fileOf(owner).index.bodies.get(owner)?.calls ?? []) : [];
  return calls.some(({ callee }) => {
    const called = unwrapAwaited(callee);
    return called !== made && definitionOf(called.type === "MemberExpression" ? called.object : called) === made;
  });
}

function alternatives(node: Node): readonly Node[] {
  const value = unwrapAwaited(node);
  return value.type === "ConditionalExpression" ? [value.consequent, value.alternate].flatMap(alternatives) : [value];
}

/** The functions that run for a request when a call does: the handler around it, or one with the helpers that lead from it to the call. */
function answeringFunctions(call: CallNode, model: AgentModel): readonly FunctionNode[] {
  const handler = handlerAround(call, model.handlers);
  if (handler) return [handler.fn];
  return model.framesOf(call).flatMap((frame) => {
    const ways: FunctionNode[] = [];
    for (let at: Frame | undefined = frame; at; at = at.caller) ways.push(at.fn);
    return model.handlers.some(({ fn }) => fn === outermostOf(frame).fn) ? ways : [];
  });
}

/** Whether an expression in a handler stands for something that was made before the request: at the top of a module, or around the handler. */
function isShared(node: Node, wanted: Wanted, depth: number): boolean {
  const { isKind } = wanted;
  const value = unwrapAwaited(node);
  if (depth > 4) return false;
  // server ??= createServer()
  if (value.type === "AssignmentExpression") return value.operator !== "=" && isShared(value.left, wanted, depth + 1);
  if (value.type === "CallExpression") {
    // getServer(), which makes it once and keeps it
    const maker = functionOf(value.callee);
    const returned = returnedFrom(maker);
    return returned.length > 0 && returned.every((each) => isShared(each, wanted, depth + 1));
  }
  if (value.type === "MemberExpression") {
    const made = staticField(value) ?? definitionOf(value);
    return made !== value && enclosingFunction(made) === undefined && isKind(made);
  }
  if (value.type !== "Identifier") return false;
  const variable = variableOf(value);
  const definition = variable?.defs[0];
  if (!variable || !definition) return false;
  if (definition.type === "ImportBinding") {
    const made = definitionOf(value);
    return made !== value && enclosingFunction(made) === undefined && isKind(made);
  }
  return isSharedName(value, variable, wanted, depth);
}

/** `Desk.server`: one for the class, and so for everybody. */
function staticField(member: TSESTree.MemberExpression): Node | undefined {
  const owner = definitionOf(member.object);
  const field = isClass(owner) ? owner.body.body.find((each): each is TSESTree.PropertyDefinition => each.type === "PropertyDefinition" && each.static && keyName(each) === memberName(member)) : undefined;
  return field?.value ?? undefined;
}

function isSharedName(value: Node, variable: Variable, wanted: Wanted, depth: number): boolean {
  const declarator = variable.defs[0]?.node;
  if (declarator?.type !== "VariableDeclarator") return false;
  const owner = enclosingFunction(declarator);
  const isBefore = owner === undefined || (isAround(owner, value) && wanted.isOfRequest?.(owner) !== true);
  if (declarator.id.type !== "Identifier") return isBefore && isTakenFrom(variable, wanted);
  const here = enclosingFunction(value);
  // const server = getServer()
  if (owner && owner === here) return declarator.init !== null && variable.references.every((reference) => reference.init ?? !reference.isWrite()) && isShared(declarator.init, wanted, depth + 1);
  if (!isBefore) return false;
  const writes = variable.references.flatMap(({ identifier, init, writeExpr }) => (writeExpr && !init ? [{ at: identifier, made: writeExpr }] : []));
  if (writes.some(({ at, made }) => at.parent.type === "AssignmentExpression" && at.parent.operator === "=" && enclosingFunction(at) === here && standsBefore(at, value) && isAlwaysAnew(made, wanted, depth))) return false;
  return [declarator.init, ...writes.map(({ made }) => made)].some((each) => each && wanted.isKind(each));
}

/** Whether an expression makes a thing each time: `new McpServer()`, or a function that makes one and does not keep it. */
function isAlwaysAnew(node: Node, wanted: Wanted, depth: number): boolean {
  return wanted.isKind(node) && !isShared(node, wanted, depth + 1);
}

/** `const { server } = await start()`, where `start` returns `{ server, registry }`. */
function isTakenFrom(variable: Variable, { isKind }: Wanted): boolean {
  const taken = valueOfVariable(variable);
  const key = taken?.path[0];
  if (!taken || key === undefined || taken.path.length > 1) return false;
  const made = definitionOf(taken.node);
  const returned = made.type === "CallExpression" ? returnedFrom(functionOf(made.callee)) : [];
  const parts = returned.map((each) => propertyValue(definitionOf(each), key));
  return parts.length > 0 && parts.every((part) => part !== undefined && isKind(part));
}

/** Whether a function makes the handler that a place stands in: what it makes beside the handler, all requests see. */
function isAround(owner: FunctionNode, place: Node): boolean {
  const inner = enclosingFunction(place);
  return inner !== undefined && inner !== owner && isWithin(inner, owner);
}

function isMadeBy(node: Node, exports: readonly ExportPlace[]): boolean {
  return madeOf(node, exports, 0) !== undefined;
}

/** The `new` at the end of a value: written there, behind constants, or in a function that returns it. */
function madeOf(node: Node, exports: readonly ExportPlace[], depth: number): CallNode | undefined {
  const made = definitionOf(node);
  if (made.type === "NewExpression") {
    const origin = originOf(made.callee);
    return exports.some(({ modules, path }) => isExport(origin, modules, path)) ? made : undefined;
  }
  const maker = made.type === "CallExpression" && depth < 3 ? functionOf(made.callee) : undefined;
  for (const returned of returnedFrom(maker)) {
    const inner = madeOf(returned, exports, depth + 1);
    if (inner) return inner;
  }
  return undefined;
}

/** Whether a transport tells its clients apart by nothing; for certain only, so an option that cannot be seen is one. */
function isWithoutSessions(node: Node, { transports, sessionKey }: ClientServers): boolean {
  const made = madeOf(node, transports, 0);
  if (!made) return false;
  const argument = argumentAt(made, 0);
  const options = argument && definitionOf(argument);
  if (!options) return made.arguments.length === 0;
  if (options.type !== "ObjectExpression" || !isWholeLiteral(options)) return false;
  const session = propertyValue(options, sessionKey);
  return session === undefined || isUndefined(definitionOf(session));
}
