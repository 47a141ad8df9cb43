import type { TSESTree } from "@typescript-eslint/utils";
import type { AgentModel } from "../model.js";
import { leaves, standsBefore } from "../flow/dominance.js";
import { showsSecret } from "../flow/entitled-callers.js";
import { gatesOnTheWay, type WayStep } from "../flow/gates.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf, type Variable, variableOf } from "../project/source-file.js";
import { findAncestor, isFunction, isWithin, memberName, staticString, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { findHandlerRuns, type HandlerRun } from "./agent-runs.js";
import { wrappedFunction, type Handler } from "./edge.js";
import { entriesOf, entryPointOf } from "./entry-points.js";
import { isLimiterPlugin, limiterReader, type Limiter, type LimiterReader } from "./limiters.js";

/** A run that a request handler starts as often as anybody asks. */
export interface UnlimitedRun {
  readonly run: HandlerRun;
  /** The limiter that counts all callers together, where there is one. */
  readonly shared: Node | undefined;
}

/** The first run of each handler that no limiter stands before. */
export function findUnlimitedRuns(model: AgentModel): readonly UnlimitedRun[] {
  const reader = limiterReader(model.policy.limiterCalls);
  const seen = new Set<Handler>();
  return model.derive(findHandlerRuns).flatMap((run): UnlimitedRun[] => {
    // A limiter stands where a controller is registered.
    if (run.handler.kind === "step" || run.handler.kind === "controller" || seen.has(run.handler)) return [];
    // The project's own scheduler asks as often as it is told to.
    if (showsSecret(wayTo(run).at(-1)?.place ?? run.call, model.traceContext)) return [];
    const limiters = limitersBefore(run, model, reader);
    if (limiters.some(({ shared }) => !shared)) return [];
    seen.add(run.handler);
    return [{ run, shared: limiters[0]?.node }];
  });
}

function limitersBefore(run: HandlerRun, model: AgentModel, reader: LimiterReader): Limiter[] {
  const gates = gatesOnTheWay(wayTo(run), reader.gate).map(({ through }): Limiter => ({ node: through, shared: reader.isShared(through) }));
  const own = wayTo(run).flatMap((step) => countsOf(step, model)).map((node): Limiter => ({ node, shared: false }));
  return [...gates, ...own, ...limitersAround(run.handler.fn, model, reader, 0), ...limitersOfMastra(model, reader)];
}

/** The middleware of the server that a file makes with Mastra runs before every route of it. */
function limitersOfMastra({ file }: AgentModel, reader: LimiterReader): Limiter[] {
  return callsFrom(file, isMastra).flatMap((call) => {
    const origin = originOf(call.callee);
    const entry = origin && entryPointOf(origin);
    return entry ? entriesOf(call, entry).flatMap((middleware) => middlewareIn(middleware, reader)) : [];
  });
}

const isMastra = perOrigin((origin) => isExport(origin, ["@mastra/core", "@mastra/core/mastra"], ["Mastra"]));

/** `if ((await countMessagesOf(session.user.id)) > DAILY) return …`: what the caller has used up is looked up and compared. */
function countsOf({ fn, place }: WayStep, model: AgentModel): Node[] {
  const own = fileOf(fn).index.bodies.get(fn);
  const bodies = own ? [own] : [];
  for (const body of bodies) bodies.push(...body.functions);
  return bodies.flatMap((body) => body.comparisons).filter((comparison) => {
    const branch = findAncestor(comparison, (node): node is TSESTree.IfStatement => node.type === "IfStatement", fn);
    if (!branch || !isWithin(comparison, branch.test) || !leaves(branch.consequent) || !standsBefore(comparison, place)) return false;
    return [comparison.left, comparison.right].some((side) => isCountOfCaller(side, model));
  });
}

function isCountOfCaller(side: Node, model: AgentModel): boolean {
  let value = definitionOf(side);
  while (value.type === "MemberExpression") value = definitionOf(value.object);
  return value.type === "CallExpression" && value.arguments.some((argument) => argument.type !== "SpreadElement" && model.sourcesOf(argument).some(({ kind }) => kind === "user" || kind === "tenant"));
}

/** The functions between a handler and a run, each with the place where the way goes on. */
function wayTo({ handler, call, frame }: HandlerRun): WayStep[] {
  const way: WayStep[] = [];
  let place: Node = call;
  for (let at = frame; at; at = at.caller) {
    way.push({ fn: at.fn, place });
    place = at.call ?? place;
  }
  return frame ? way : [{ fn: handler.fn, place }];
}

const DEEPEST = 3;

/** What stands in front of a function where it is registered: wrappers, middleware of the route, of its router and of its app. */
function limitersAround(fn: FunctionNode, model: AgentModel, reader: LimiterReader, depth: number): Limiter[] {
  if (depth > DEEPEST) return [];
  return model.file.index.calls.flatMap((call) => {
    const place = call.arguments.find((argument) => argument.type !== "SpreadElement" && holds(argument, fn));
    if (!place) return [];
    const wrapper = reader.gate(call) ?? limiterIn(call, reader);
    const before = call.arguments.slice(0, call.arguments.indexOf(place));
    return [...(wrapper ? [{ node: call, shared: false }] : []), ...before.flatMap((argument) => middlewareIn(argument, reader)), ...routeOptions(call, reader), ...limitersOfChain(call, model, reader, depth)];
  });
}

/** Whether an argument is the handler, a wrapped one, or the options that hold it. */
function holds(argument: Node, fn: FunctionNode): boolean {
  if (wrappedFunction(argument) === fn) return true;
  const options = definitionOf(argument);
  return options.type === "ObjectExpression" && options.properties.some((property) => property.type === "Property" && property.value.type !== "CallExpression" && wrappedFunction(property.value) === fn);
}

/** `withLimit(handler)` of the project, where the function that it returns asks a limiter. */
function limiterIn(call: CallNode, reader: LimiterReader): Limiter | undefined {
  const maker = definitionOf(call.callee);
  return isFunction(maker) ? reader.middleware(maker) : undefined;
}

function middlewareIn(argument: Node, reader: LimiterReader): Limiter[] {
  const value = argument.type === "SpreadElement" ? definitionOf(argument.argument) : definitionOf(argument);
  if (value.type === "ArrayExpression") return value.elements.flatMap((element) => (element ? middlewareIn(element, reader) : []));
  const found = argument.type === "SpreadElement" ? undefined : reader.middleware(argument);
  return found ? [found] : [];
}

const HOOKS = ["preHandler", "onRequest", "preValidation", "beforeHandle", "middleware"];

/** `{ config: { rateLimit }, preHandler: […] }` of a route of Fastify, and `{ middleware: […] }` of one of Mastra. */
function routeOptions(call: CallNode, reader: LimiterReader): Limiter[] {
  return call.arguments.flatMap((argument) => {
    const options = definitionOf(argument);
    const config = propertyValue(options, "config");
    const own = config && propertyValue(definitionOf(config), "rateLimit");
    const isOn = own !== undefined && !(own.type === "Literal" && own.value === false);
    return [...(isOn ? [{ node: own, shared: false }] : []), ...HOOKS.flatMap((hook) => { const value = propertyValue(options, hook); return value ? middlewareIn(value, reader) : []; })];
  });
}

/** The middleware of the chain that a route is registered in, and of the app or router that the chain begins with. */
function limitersOfChain(call: CallNode, model: AgentModel, reader: LimiterReader, depth: number): Limiter[] {
  const found: Limiter[] = [];
  let callee = unwrapAwaited(call.callee);
  while (callee.type === "MemberExpression") {
    const object = unwrapAwaited(callee.object);
    if (object.type === "Identifier") {
      const variable = variableOf(object);
      return variable ? [...found, ...limitersOfApp(variable, call, model, reader, depth)] : found;
    }
    if (object.type !== "CallExpression") return found;
    found.push(...object.arguments.flatMap((argument) => middlewareIn(argument, reader)));
    callee = unwrapAwaited(object.callee);
  }
  return found;
}

const USES = new Set(["use", "register", "all"]);

function limitersOfApp(app: Variable, route: CallNode, model: AgentModel, reader: LimiterReader, depth: number): Limiter[] {
  const path = pathOf(route);
  const found: Limiter[] = [];
  // new Hono().use(limiter), kept in a constant.
  const made = app.defs[0]?.node as Node | undefined;
  const init = made?.type === "VariableDeclarator" && made.init ? unwrapAwaited(made.init) : undefined;
  for (let at = init; at?.type === "CallExpression"; at = at.callee.type === "MemberExpression" ? unwrapAwaited(at.callee.object) : undefined) found.push(...at.arguments.flatMap((argument) => middlewareIn(argument, reader)));
  for (const { identifier } of app.references) {
    const name = identifier as Node;
    const call = name.parent && usingCall(name);
    if (!call || call === route) continue;
    const isSubject = call.callee.type === "MemberExpression" && unwrapAwaited(call.callee.object) === name;
    if (isSubject && call.range[0] < route.range[0] && covers(pathOf(call), path)) found.push(...call.arguments.flatMap((argument) => [...middlewareIn(argument, reader), ...plugin(argument, call)]));
    // app.use("/chat", limiter, router): what stands before the router, there and on the app.
    if (!isSubject && depth < DEEPEST) {
      const before = call.arguments.slice(0, call.arguments.findIndex((argument) => unwrapAwaited(argument) === name));
      found.push(...before.flatMap((argument) => middlewareIn(argument, reader)), ...limitersOfChain(call, model, reader, depth + 1));
    }
  }
  return found;
}

/** `app.use(…)` for the app, and `app.use("/chat", router)` for the router. */
function usingCall(name: Node): CallNode | undefined {
  const call = findAncestor(name, (node): node is CallNode => node.type === "CallExpression");
  const callee = call && unwrapAwaited(call.callee);
  if (!call || callee?.type !== "MemberExpression") return undefined;
  const method = memberName(callee) ?? "";
  if (unwrapAwaited(callee.object) === name) return USES.has(method) ? call : undefined;
  return ["use", "route", "mount", "register", "basePath"].includes(method) && call.arguments.some((argument) => unwrapAwaited(argument) === name) ? call : undefined;
}

function plugin(argument: Node, call: CallNode): Limiter[] {
  if (!isLimiterPlugin(argument)) return [];
  const options = call.arguments[1] && definitionOf(call.arguments[1]);
  const everywhere = options && propertyValue(options, "global");
  return everywhere?.type === "Literal" && everywhere.value === false ? [] : [{ node: call, shared: false }];
}

function pathOf(call: CallNode): string | undefined {
  return call.arguments.slice(0, 2).map((argument) => staticString(argument)).find((text) => text?.startsWith("/") === true || text === "*");
}

/** Whether a middleware's path lies above a route's; what cannot be read may. */
function covers(middleware: string | undefined, route: string | undefined): boolean {
  if (middleware === undefined || route === undefined) return true;
  const prefix = middleware.replace(/\/?\*+$/u, "").replace(/\/$/u, "");
  return prefix === "" || route === prefix || route.startsWith(`${prefix}/`);
}
