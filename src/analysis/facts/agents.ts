import type { TSESTree } from "@typescript-eslint/utils";
import type { AgentFactory, Framework } from "../frameworks/framework.js";
import { editionFor } from "../frameworks/editions.js";
import { frameworks } from "../frameworks/registry.js";
import { addedLater, isFilledLater } from "../flow/later-writes.js";
import { callsFrom, methodCalls } from "../origin/calls.js";
import { isExport, matchesModule, originOf, perOrigin, step } from "../origin/origin.js";
import { creationOf, definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { fileOf, returnedFrom, type SourceFile } from "../project/source-file.js";
import { argumentAt, isFunction, keyName, memberName, staticString, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { agentOption, isWholeOptions } from "./guarded-options.js";
import { methodOfInstance } from "./instance-classes.js";
import { functionOfNode } from "./nodes.js";
import { declaredToolOf, toolOf, type Tool } from "./tools.js";

/** A tool in an agent's list. */
export interface HeldTool {
  /** The element of the list. */
  readonly node: Node;
  /** The key it is listed under, where the list is a record. */
  readonly key: string | undefined;
  readonly tool: Tool | undefined;
}

/** An agent, or a node that runs tools. */
export interface Agent {
  readonly framework: Framework;
  readonly factory: AgentFactory;
  readonly call: CallNode;
  readonly options: Node | undefined;
  readonly tools: readonly HeldTool[];
  /** False where part of the list cannot be seen. */
  readonly toolsComplete: boolean;
  /** Tool names with an approval, by the middleware or option that gives it; `"unknown"` where a part cannot be seen. */
  readonly approvals: ReadonlyMap<string, Node> | "unknown";
}

/** A node of a LangGraph graph. */
export interface GraphNode {
  readonly name: string | undefined;
  readonly call: CallNode;
  readonly fn: FunctionNode | undefined;
  /** What the node is, where it is no function in sight: a ToolNode, an agent. */
  readonly value: Node;
}

export function findAgents(file: SourceFile): Agent[] {
  const agents: Agent[] = [];
  for (const call of callsFrom(file, mayMakeAgent)) {
    const agent = parseAgent(call);
    if (agent) agents.push(agent);
  }
  return agents;
}

/** The agent that an expression stands for, wherever it is made. */
export function agentOf(node: Node): Agent | undefined {
  const made = creationOf(node);
  return made.type === "NewExpression" || made.type === "CallExpression" ? parseAgent(made) : undefined;
}

function parseAgent(call: CallNode): Agent | undefined {
  const origin = step(originOf(call.callee), call.type === "NewExpression" ? "new" : "()");
  const made = origin && factoryOf(origin);
  if (!made) return undefined;
  const { factory } = made;
  const framework = editionFor(made.framework, fileOf(call).path);
  const argument = argumentAt(call, factory.options);
  const options = argument && definitionOf(argument);
  const list = toolsNode(call, factory, options);
  const held = list ? listTools(list, 0) : { tools: [], complete: options === undefined || (options.type === "ObjectExpression" && isWholeOptions(options)) };
  return { framework, factory, call, options, tools: held.tools.map((each) => (each.tool ? each : { ...each, tool: declaredToolOf(each.node, framework, each.key) })), toolsComplete: held.complete, approvals: readApprovals(framework, factory.toolsArgument === undefined || options?.type === "ObjectExpression" ? options : undefined) };
}

/** What makes an agent, by the origin of what it makes: `new ToolNode(…)` ends in the step "new", `createAgent(…)` in "()". */
const factoryOf = perOrigin(({ module, path }): { readonly framework: Framework; readonly factory: AgentFactory } | undefined => {
  if (module === undefined) return undefined;
  const maker = { module, path: path.at(-1) === "()" ? path.slice(0, -1) : path };
  for (const framework of frameworks) {
    for (const factory of framework.agents) if (isExport(maker, factory.modules, factory.path)) return { framework, factory };
  }
  return undefined;
});
const mayMakeAgent = perOrigin((callee) => [step(callee, "()"), step(callee, "new")].some((made) => made !== undefined && factoryOf(made) !== undefined));

function toolsNode(call: CallNode, factory: AgentFactory, options: Node | undefined): Node | undefined {
  if (factory.toolsArgument !== undefined) {
    const list = argumentAt(call, factory.toolsArgument);
    const definition = list && definitionOf(list);
    if (definition?.type === "ArrayExpression" || definition?.type === "Identifier") return list;
  }
  if (options?.type !== "ObjectExpression") return undefined;
  return factory.toolsKeys.map((key) => agentOption(options, key)).find((value) => value !== undefined);
}

/** The tools of a list, through constants, spreads, records and functions that return a list, and what is pushed onto it. */
function listTools(node: Node, depth: number): { tools: HeldTool[]; complete: boolean } {
  const list = definitionOf(node);
  if (depth > 5) return { tools: [], complete: false };
  const added = addedLater(node);
  if (list.type === "ArrayExpression") {
    const tools: HeldTool[] = [];
    let complete = added !== undefined;
    for (const element of [...list.elements, ...(added ?? [])]) {
      if (!element) continue;
      if (element.type === "SpreadElement") {
        const inner = listTools(element.argument, depth + 1);
        tools.push(...inner.tools);
        complete &&= inner.complete;
      } else tools.push({ node: element, key: undefined, tool: toolOf(element) });
    }
    return { tools, complete };
  }
  if (list.type === "ObjectExpression") {
    const tools: HeldTool[] = [];
    let complete = added !== undefined;
    for (const property of list.properties) {
      if (property.type === "SpreadElement") {
        const inner = listTools(property.argument, depth + 1);
        tools.push(...inner.tools);
        complete &&= inner.complete;
      } else tools.push({ node: property.value, key: keyName(property), tool: toolOf(property.value) });
    }
    return { tools, complete };
  }
  if (list.type === "Program") {
    // import * as tools from "./tools": a record by the names of its exports.
    const { exportedNames, stars } = fileOf(list);
    const values = exportedNames.map((name) => ({ name, value: propertyValue(list, name) }));
    return {
      tools: values.flatMap(({ name, value }) => (value ? [{ node: value, key: name, tool: toolOf(value) }] : [])),
      complete: stars.length === 0 && values.every(({ value }) => value !== undefined),
    };
  }
  // The tools of another holder: createReactAgent({ tools: new ToolNode([…]) }).
  const holder = list.type === "NewExpression" ? parseAgent(list) : undefined;
  if (holder) return { tools: [...holder.tools], complete: holder.toolsComplete };
  const maker = list.type === "CallExpression" ? (functionOf(list.callee) ?? methodOfInstance(list.callee)) : undefined;
  const returned = returnedFrom(maker);
  return returned.length === 1 && returned[0] ? listTools(returned[0], depth + 1) : { tools: [], complete: false };
}

const HITL = { modules: ["langchain", "langchain/middleware"], path: ["humanInTheLoopMiddleware"] } as const;

function readApprovals(framework: Framework, options: Node | undefined): Agent["approvals"] {
  const approvals = new Map<string, Node>();
  if (!options) return approvals;
  if (options.type !== "ObjectExpression") return "unknown";
  for (const key of framework.approval.agentKeys) {
    const value = propertyValue(options, key);
    if (value && !addApprovals(value, approvals)) return "unknown";
  }
  // What asks before every tool knows no names.
  if (asksInRuns(framework, options)) return "unknown";
  const middleware = propertyValue(options, "middleware");
  if (!middleware) {
    // A spread that cannot be seen may bring the middleware.
    return options.properties.every((property) => property.type === "Property" || definitionOf(property.argument).type === "ObjectExpression") ? approvals : "unknown";
  }
  return addMiddleware(middleware, approvals, 0) ? approvals : "unknown";
}

/** Whether the options of a run ask before every tool: those that the agent gives all its runs, or those of a run in the same file. */
function asksInRuns({ approval }: Framework, options: TSESTree.ObjectExpression): boolean {
  return (approval.runKeys ?? []).some((key) => {
    const defaults = (approval.runDefaults ?? []).flatMap((holder) => propertyValue(options, holder) ?? []).map((value) => propertyValue(definitionOf(value), key) ?? (definitionOf(value).type === "ObjectExpression" ? undefined : value));
    const runs = (fileOf(options).index.properties.get(key) ?? []).map(({ value }) => value);
    return [...defaults, ...runs].some((value) => value !== undefined && isApproving(value));
  });
}

/** False where a part cannot be seen. */
function addMiddleware(node: Node, approvals: Map<string, Node>, depth: number): boolean {
  const list = definitionOf(node);
  if (list.type !== "ArrayExpression" || depth > 3) return false;
  let whole = !isFilledLater(node);
  for (const element of list.elements) {
    if (!element) continue;
    if (element.type === "SpreadElement") {
      whole = addMiddleware(element.argument, approvals, depth + 1) && whole;
      continue;
    }
    const middleware = definitionOf(element);
    if (middleware.type !== "CallExpression") {
      whole = false;
      continue;
    }
    const origin = originOf(middleware.callee);
    if (!isExport(origin, HITL.modules, HITL.path)) {
      // Middleware of the framework is known to give no approval; the project's own may.
      if (!matchesModule(origin?.module ?? "", ["langchain", "langchain/*", "@langchain/*", "deepagents"]) || origin?.path.at(-1) === "createMiddleware") whole = false;
      continue;
    }
    const argument = argumentAt(middleware, 0);
    const settings = argument && definitionOf(argument);
    const interruptOn = settings && propertyValue(settings, "interruptOn");
    if (settings?.type !== "ObjectExpression") whole = false;
    else if (interruptOn) whole = addApprovals(interruptOn, approvals) && whole;
  }
  return whole;
}

function addApprovals(node: Node, approvals: Map<string, Node>): boolean {
  const table = definitionOf(node);
  if (table.type !== "ObjectExpression") return false;
  let whole = !isFilledLater(node);
  for (const property of table.properties) {
    const key = property.type === "Property" ? tableKey(property) : undefined;
    if (property.type !== "Property" || key === undefined) whole = false;
    else if (isApproving(property.value)) approvals.set(key, property.value);
  }
  return whole;
}

/** The tool that an entry of an approval table names: `refund`, `[REFUND]`, `[refund.name]`. */
export function tableKey(property: TSESTree.Property): string | undefined {
  const written = keyName(property);
  if (written !== undefined || !property.computed) return written;
  const key = unwrapAwaited(property.key);
  const constant = staticString(definitionOf(key));
  if (constant !== undefined) return constant;
  return key.type === "MemberExpression" && memberName(key) === "name" ? toolOf(key.object)?.name : undefined;
}

/** `false`, `when: () => false` and "approved" let the call through without asking anybody. */
export function isApproving(node: Node, depth = 0): boolean {
  if (depth > 5) return true;
  const value = definitionOf(node);
  if (value.type === "Literal") return value.value !== false && value.value !== null && value.value !== "approved" && value.value !== "not-applicable";
  if (isFunction(value)) {
    const returned = returnedFrom(value);
    return returned.length === 0 || returned.some((answer) => isFunction(definitionOf(answer)) || isApproving(answer, depth + 1));
  }
  if (value.type === "ObjectExpression") {
    const condition = propertyValue(value, "when") ?? propertyValue(value, "type");
    return condition ? isApproving(condition, depth + 1) : true;
  }
  return true;
}

/** Whether a call runs an agent: a method of it, `run(agent, input)`, a run of the graph that its node belongs to, or the call that makes it. */
export function isRunOf(call: CallNode, agent: Agent): boolean {
  // streamText({ tools, messages }) makes and runs it at once.
  if (call === agent.call) return true;
  const callee = unwrapAwaited(call.callee);
  if (callee.type === "MemberExpression" && RUNS.has(memberName(callee) ?? "")) {
    if (definitionOf(callee.object) === agent.call) return true;
    const origin = originOf(callee.object);
    return agent.factory.path[0] === "ToolNode" && origin?.module !== undefined && matchesModule(origin.module, GRAPH) && origin.path.includes("compile");
  }
  const first = argumentAt(call, 0);
  return first !== undefined && definitionOf(first) === agent.call && isRunFunction(call, agent.framework);
}

/** `run(agent, input)`, `runner.run(agent, input)`: what is run is the first argument, before the user's text. */
function isRunFunction(call: CallNode, framework: Framework): boolean {
  const origin = originOf(call.callee);
  return framework.runs.some((each) => each.text === 1 && isExport(origin, each.modules, each.path));
}

const RUNS = new Set(["invoke", "stream", "streamEvents", "generate", "batch", "run", "respond"]);
const GRAPH = ["@langchain/langgraph", "@langchain/langgraph/web"];

/** Every `addNode` of the graphs that a file builds. */
export function findGraphNodes(file: SourceFile): GraphNode[] {
  return methodCalls(file, ["addNode"]).flatMap((call) => {
    const callee = unwrapAwaited(call.callee);
    if (callee.type !== "MemberExpression") return [];
    const origin = originOf(callee.object);
    if (!origin || !matchesModule(origin.module ?? "", GRAPH) || !GRAPHS.has(origin.path.find((part) => part !== "default") ?? "")) return [];
    return namedValues(call).map(({ name, value }) => ({ name, call, fn: functionOfNode(value), value }));
  });
}

const GRAPHS = new Set(["StateGraph", "MessageGraph", "Graph"]);

/** `addNode("plan", plan)`, `addNode({ plan, act })` and `addNode([["plan", plan]])`. */
function namedValues(call: CallNode): { name: string | undefined; value: Node }[] {
  const first = argumentAt(call, 0);
  const second = argumentAt(call, 1);
  const record = first && definitionOf(first);
  if (record?.type === "ObjectExpression") return record.properties.flatMap((property) => (property.type === "Property" ? [{ name: keyName(property), value: property.value }] : []));
  if (record?.type === "ArrayExpression") {
    return record.elements.flatMap((element) => {
      const pair = element && definitionOf(element);
      const [name, value] = pair?.type === "ArrayExpression" ? pair.elements : [];
      return name && value && name.type !== "SpreadElement" && value.type !== "SpreadElement" ? [{ name: staticString(definitionOf(name)), value }] : [];
    });
  }
  return first && second ? [{ name: staticString(definitionOf(first)), value: second }] : [];
}

/** Names of nodes before which a graph stops: `compile({ interruptBefore: [...] })`; `*` stands for all. */
export function findInterruptedNodes(file: SourceFile): ReadonlySet<string> {
  const names = new Set<string>();
  for (const property of file.index.properties.get("interruptBefore") ?? []) {
    const value = definitionOf(property.value);
    if (value.type === "ArrayExpression") {
      for (const element of value.elements) {
        const name = element && element.type !== "SpreadElement" ? staticString(definitionOf(element)) : undefined;
        if (name !== undefined) names.add(name);
      }
    } else if (staticString(value) === "*") names.add("*");
  }
  return names;
}
