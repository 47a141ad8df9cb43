import type { TSESTree } from "@typescript-eslint/utils";
import type { RunEntry } from "../frameworks/framework.js";
import { langgraphServer } from "../frameworks/langgraph-server.js";
import { mastraRoutes } from "../frameworks/mastra-routes.js";
import { mergingFunctions } from "../frameworks/merging.js";
import { frameworks } from "../frameworks/registry.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, isGlobal, matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf, returnedFrom, type SourceFile, variableOf } from "../project/source-file.js";
import { argumentAt, isFunction, keyName, memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { argumentOf, type Frame } from "./reach.js";

/** The config that a run of an agent or a graph is started with. */
export interface RunConfig {
  /** The run: `agent.invoke(input, config)`. */
  readonly run: CallNode;
  /** The config as it is written at the call. */
  readonly config: Node;
  /** Whether the code shows that it is an agent's run: it is called on a framework's export, or its config has keys that only runs have. */
  readonly evident: boolean;
}

/** A value that is stamped on a run under a key: `configurable: { user_id: … }`. */
export interface StampedValue {
  /** The key that the values of the run stand under: `configurable`, `context`, `requestContext`. */
  readonly holder: string;
  readonly key: string;
  /** Where the key is written. */
  readonly place: Node;
  readonly value: Node;
  /** The run, where it can be told. */
  readonly run: CallNode | undefined;
  readonly frame: Frame | undefined;
}

/** A part of a config that is taken over whole, with the expressions that it can come to. */
export interface WholePart {
  readonly node: Node;
  readonly what: string;
  readonly values: readonly Value[];
}

/** An expression, and the call in whose light its parameters are to be read. */
interface Value {
  readonly node: Node;
  readonly frame: Frame | undefined;
}

const RUNS = new Set(["invoke", "stream", "streamEvents", "batch", "streamLog"]);
const AGENT_MODULES = ["langchain", "langchain/*", "@langchain/*", "deepagents", "@mastra/*", "@openai/agents", "@openai/agents-core"];
/** Keys that only the config of a run has. */
const RUN_KEYS = new Set(["configurable", "streamMode", "context", "recursionLimit", "callbacks", "version", "runName", "interruptBefore", "durability", "requestContext", "runtimeContext"]);
/** The keys of a config under which tools and middleware find the values of a run. */
const HOLDERS = new Set(frameworks.flatMap(({ contextKeys }) => contextKeys));
/** Keys whose value holds what each tool finds, by the tool's name. */
const HOLDERS_BY_TOOL = new Set(frameworks.flatMap(({ contextsByTool }) => contextsByTool ?? []));

/** Functions that run an agent, with the number of the argument that carries the config. */
const RUN_FUNCTIONS: readonly (Pick<RunEntry, "modules" | "path" | "config"> & { readonly key?: string })[] = [
  ...frameworks.flatMap(({ runs }) => runs),
  ...mastraRoutes.functions.map((name) => ({ modules: mastraRoutes.modules, path: [name], config: 0, key: mastraRoutes.config })),
  // The client of a LangGraph server: client.runs.stream(threadId, assistantId, { config, context }).
  ...langgraphServer.starting.methods.map((method) => ({ modules: langgraphServer.modules, path: [langgraphServer.client, "new", langgraphServer.runs, method], config: langgraphServer.starting.options })),
];

const runFunction = perOrigin((origin) => RUN_FUNCTIONS.find((each) => isExport(origin, each.modules, each.path)));

/** The run of every agent that a file starts with a config. */
export function findRunConfigs(file: SourceFile): RunConfig[] {
  const found: RunConfig[] = [];
  for (const call of callsFrom(file, (origin) => runFunction(origin) !== undefined, RUNS)) {
    const origin = originOf(call.callee);
    const known = origin && runFunction(origin);
    const callee = unwrapAwaited(call.callee);
    if (!known && (callee.type !== "MemberExpression" || !RUNS.has(memberName(callee) ?? ""))) continue;
    const given = argumentAt(call, known?.config ?? 1);
    const config = given && known?.key !== undefined ? propertyValue(definitionOf(given), known.key) : given;
    if (config) found.push({ run: call, config, evident: known !== undefined || matchesModule(origin?.module ?? "", AGENT_MODULES) || isRunShaped(config) });
  }
  return found;
}

function isRunShaped(config: Node): boolean {
  return valuesOf(config).some(({ node }) => node.type === "ObjectExpression" && node.properties.some((property) => property.type === "Property" && RUN_KEYS.has(keyName(property) ?? "")));
}

/** Every value that the file stamps on a run: in its config, on a `configurable` anywhere, on the request context of Mastra. */
export function findStampedValues(file: SourceFile, runs: readonly RunConfig[]): StampedValue[] {
  const found: StampedValue[] = [];
  const add = (value: StampedValue): void => {
    // What is known with its run is not said once more without it.
    if (fileOf(value.place) === file && (value.run !== undefined || !found.some((other) => other.place === value.place))) found.push(value);
  };
  for (const { run, config, evident } of runs) if (evident) for (const level of levelsOf(config)) for (const value of stampedIn(level, run)) add(value);
  for (const property of file.index.properties.get("configurable") ?? []) {
    if (property.parent.type === "ObjectExpression") for (const value of stampedIn({ node: property.value, frame: undefined, holder: "configurable" }, undefined)) add(value);
  }
  for (const writes of file.index.memberWrites.values()) {
    for (const write of writes) {
      // config.configurable.user_id = …
      const target = write.left.type === "MemberExpression" ? write.left : undefined;
      const owner = target && unwrapAwaited(target.object);
      const key = target && memberName(target);
      if (owner?.type === "MemberExpression" && memberName(owner) === "configurable" && key !== undefined) add({ holder: "configurable", key, place: write.left, value: write.right, run: undefined, frame: undefined });
    }
  }
  for (const call of callsFrom(file, isRequestContext, SETTERS)) for (const value of putOnRequestContext(call)) add(value);
  return found;
}

interface Level extends Value {
  readonly holder: string;
}

/** The values of a config that hold what tools read: `configurable`, `context`, also of a `config` inside of it, and each tool's own. */
function levelsOf(config: Node, frame?: Frame, depth = 0): Level[] {
  if (depth > 3) return [];
  return propertiesOf({ node: config, frame }).flatMap(({ key, value, frame: within }) => {
    if (HOLDERS.has(key)) return [{ node: value, frame: within, holder: key }];
    if (key === "config") return levelsOf(value, within, depth + 1);
    if (HOLDERS_BY_TOOL.has(key)) return propertiesOf({ node: value, frame: within }).map((each) => ({ node: each.value, frame: each.frame, holder: key }));
    return [];
  });
}

function stampedIn(level: Level, run: CallNode | undefined): StampedValue[] {
  return propertiesOf(level).map(({ key, property, value, frame }) => ({ holder: level.holder, key, place: property, value, run, frame }));
}

const REQUEST_CONTEXTS = ["RequestContext", "RuntimeContext"];
const REQUEST_CONTEXT_MODULES = ["@mastra/core", "@mastra/core/*"];
const SETTERS = new Set(["set"]);
/** Under which names the server of Mastra hands the request context on to middleware and routes. */
const HANDED_ON_AS = new Set(["requestContext", "runtimeContext"]);
const isRequestContext = perOrigin((origin) => REQUEST_CONTEXTS.some((name) => isExport(origin, REQUEST_CONTEXT_MODULES, [name])));

/** `requestContext.set("userId", …)` and `new RequestContext([["userId", …]])`. */
function putOnRequestContext(call: CallNode): StampedValue[] {
  const origin = originOf(call.callee);
  const isMade = REQUEST_CONTEXTS.some((name) => isExport(origin, REQUEST_CONTEXT_MODULES, [name]));
  const isSet = REQUEST_CONTEXTS.some((name) => isExport(origin, REQUEST_CONTEXT_MODULES, [name, "new", "set"])) || isSetOnHandedOn(call);
  const pairs = isSet ? [call.arguments] : isMade ? listOf(call.arguments[0]).map((pair) => listOf(pair)) : [];
  return pairs.flatMap(([name, value]) => {
    const key = name && name.type !== "SpreadElement" ? staticString(definitionOf(name)) : undefined;
    return key === undefined || !value || value.type === "SpreadElement" ? [] : [{ holder: "requestContext", key, place: value, value, run: undefined, frame: undefined }];
  });
}

/** `c.get("requestContext").set(…)` in a route or a middleware, and `setContext: (c, requestContext) => requestContext.set(…)`. */
function isSetOnHandedOn(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || memberName(callee) !== "set") return false;
  const holder = definitionOf(callee.object);
  if (holder.type === "Identifier") return HANDED_ON_AS.has(holder.name) && isSecondParameter(holder);
  const getter = holder.type === "CallExpression" ? unwrapAwaited(holder.callee) : undefined;
  const name = holder.type === "CallExpression" ? argumentAt(holder, 0) : undefined;
  return getter?.type === "MemberExpression" && memberName(getter) === "get" && name !== undefined && HANDED_ON_AS.has(staticString(name) ?? "");
}

/** Behind the context of the request, and of no tool's or step's own. */
function isSecondParameter(name: TSESTree.Identifier): boolean {
  const definition = variableOf(name)?.defs[0];
  const fn = definition?.type === "Parameter" ? (definition.node as Node) : undefined;
  return fn !== undefined && isFunction(fn) && fn.params[1] === (definition?.name as Node);
}

function listOf(node: Node | null | undefined): readonly (TSESTree.Expression | TSESTree.SpreadElement)[] {
  const list = node && definitionOf(node);
  return list?.type === "ArrayExpression" ? list.elements.filter((element) => element !== null) : [];
}

/** The parts of a config that are taken over whole: the config itself, its `configurable`, its `context`, and what is spread into these. */
export function wholeParts(run: RunConfig): WholePart[] {
  const parts: WholePart[] = [];
  const visit = (part: Value, what: string, isConfig: boolean, depth: number): void => {
    const values = valuesOf(part.node, part.frame);
    const whole = values.filter(({ node }) => node.type !== "ObjectExpression");
    if (whole.length > 0) parts.push({ node: part.node, what, values: whole });
    if (depth > 4) return;
    for (const { node, frame } of values) {
      if (node.type !== "ObjectExpression") continue;
      for (const property of node.properties) {
        if (property.type === "SpreadElement") visit({ node: property.argument, frame }, what, isConfig, depth + 1);
        else if (isConfig) visitKey(keyName(property), { node: property.value, frame }, depth);
      }
    }
  };
  const visitKey = (key: string | undefined, value: Value, depth: number): void => {
    if (key === undefined) return;
    if (HOLDERS.has(key)) visit(value, `\`${key}\``, false, depth + 1);
    if (key === "config") visit(value, "the config", true, depth + 1);
    if (HOLDERS_BY_TOOL.has(key)) for (const each of propertiesOf(value)) visit({ node: each.value, frame: each.frame }, `\`${key}\``, false, depth + 1);
  };
  visit({ node: run.config, frame: undefined }, "the config", true, 0);
  const file = fileOf(run.config);
  return parts.filter((part, index) => fileOf(part.node) === file && parts.findIndex((other) => other.node === part.node) === index);
}

interface Entry extends Value {
  readonly key: string;
  readonly property: TSESTree.Property;
  readonly value: Node;
}

/** The entries of the object literals that a value can come to, with those of the literals spread into them. */
function propertiesOf({ node, frame }: Value, depth = 0): Entry[] {
  if (depth > 4) return [];
  return valuesOf(node, frame).flatMap(({ node: object, frame: within }) => {
    if (object.type !== "ObjectExpression") return [];
    return object.properties.flatMap((property): Entry[] => {
      if (property.type === "SpreadElement") return propertiesOf({ node: property.argument, frame: within }, depth + 1);
      const key = keyName(property);
      return key === undefined ? [] : [{ key, property, value: property.value, node: property.value, frame: within }];
    });
  });
}

/** The expressions that a value can come to: through constants, alternatives, copies, and one helper of the file. */
function valuesOf(node: Node, frame?: Frame, depth = 0): Value[] {
  const definition = definitionOf(node);
  const passed = argumentOf(definition, frame);
  const next = (inner: Node, within = frame): Value[] => valuesOf(inner, within, depth + 1);
  if (depth > 6) return [{ node: definition, frame }];
  if (passed) return next(passed.node, passed.frame);
  switch (definition.type) {
    case "LogicalExpression":
      return definition.operator === "&&" ? next(definition.right) : [...next(definition.left), ...next(definition.right)];
    case "ConditionalExpression":
      return [...next(definition.consequent), ...next(definition.alternate)];
    case "Identifier":
      return writesOf(definition)?.flatMap((value) => next(value)) ?? [{ node: definition, frame }];
    case "CallExpression": {
      const copied = copiedBy(definition);
      if (copied) return copied.flatMap((each) => next(each));
      const helper = definitionOf(definition.callee);
      const returned = isFunction(helper) && fileOf(helper) === fileOf(definition) ? returnedFrom(helper) : [];
      if (!isFunction(helper) || returned.length === 0) return [{ node: definition, frame }];
      return returned.flatMap((value) => next(value, { fn: helper, call: definition, caller: frame, self: undefined }));
    }
    case "NewExpression": {
      const given = entriesGiven(definition);
      return given ? next(given) : [{ node: definition, frame }];
    }
    default:
      return [{ node: definition, frame }];
  }
}

/** `new RequestContext(Object.entries(values))`: the object whose keys it takes over. */
function entriesGiven(made: TSESTree.NewExpression): Node | undefined {
  if (!REQUEST_CONTEXTS.some((name) => isExport(originOf(made.callee), REQUEST_CONTEXT_MODULES, [name]))) return undefined;
  const argument = argumentAt(made, 0);
  const entries = argument && definitionOf(argument);
  return entries?.type === "CallExpression" && isGlobal(originOf(entries.callee), "Object", "entries") ? argumentAt(entries, 0) : undefined;
}

/** What a variable holds that is written more than once. */
function writesOf(name: TSESTree.Identifier): Node[] | undefined {
  const variable = variableOf(name);
  const declarator = variable?.defs[0]?.node as Node | undefined;
  if (!variable || declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier") return undefined;
  const writes = variable.references.flatMap((reference) => (reference.isWrite() && reference.writeExpr ? [reference.writeExpr] : []));
  return writes.length > 1 && writes.length <= 4 ? writes : undefined;
}

const isMerging = perOrigin((origin) => mergingFunctions.some(({ modules, path }) => isExport(origin, modules, path)));

/** `Object.assign({}, a, b)`, `merge(a, b)` of lodash, `structuredClone(a)`, `Object.fromEntries(url.searchParams)`: objects with the same keys. */
function copiedBy(call: TSESTree.CallExpression): Node[] | undefined {
  const origin = originOf(call.callee);
  if (origin === undefined) return undefined;
  const given = call.arguments.filter((argument) => argument.type !== "SpreadElement");
  if (origin.module !== undefined) return isMerging(origin) ? given : undefined;
  const name = origin.path.join(".");
  if (name === "Object.assign" || name === "structuredClone" || name === "Object.freeze") return given;
  // Of a list that was gone through before, some keys may have been left out.
  const entries = name === "Object.fromEntries" && given[0] ? unwrapAwaited(given[0]) : undefined;
  return entries && (entries.type === "MemberExpression" || entries.type === "Identifier" || isForm(entries)) ? [entries] : undefined;
}

function isForm(node: Node): boolean {
  return node.type === "CallExpression" && node.callee.type === "MemberExpression" && memberName(node.callee) === "formData";
}
