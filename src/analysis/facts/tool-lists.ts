import type { TSESTree } from "@typescript-eslint/utils";
import { methodCalls } from "../origin/calls.js";
import { isExport, isGlobal, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, functionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { fileOf, type SourceFile, variableOf } from "../project/source-file.js";
import { argumentAt, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import type { Agent } from "./agents.js";

/** A list of tools that is not written down. */
export interface OpenToolList {
  readonly node: Node;
  /** What brings the tools, to be read after "whatever tools there are": ` on that server`. */
  readonly where: string;
}

const SERVER = " on that server";
const OBJECT = " in that object";
const MODULE = " in that module";

/** Clients of tool servers, by package and method; `schemas` among the options names the tools that are wanted. */
const SERVER_LISTS: readonly { readonly modules: readonly string[]; readonly methods: readonly string[] }[] = [
  { modules: ["@langchain/mcp-adapters", "@langchain/mcp-adapters/*"], methods: ["getTools", "loadMcpTools"] },
  { modules: ["@ai-sdk/mcp", "ai"], methods: ["tools"] },
  { modules: ["@mastra/mcp"], methods: ["getTools", "listTools", "getToolsets", "listToolsets"] },
  { modules: ["@modelcontextprotocol/*"], methods: ["listTools"] },
  { modules: ["@openai/agents", "@openai/agents-core"], methods: ["getAllMcpTools"] },
];
/** Servers that an agent of the OpenAI SDK takes its tools from, unless they are filtered. */
const SERVERS = ["MCPServerStdio", "MCPServerStreamableHttp", "MCPServerSSE"];
const OPENAI = ["@openai/agents", "@openai/agents-core"];
/** Steps that keep the whole list. */
const SAME_LIST = new Set(["map", "concat", "flat", "sort", "toSorted", "reverse", "toReversed"]);

/** The parts of an agent's tool list that take over whatever a server or a registry holds. */
export function findOpenToolLists(agent: Agent): OpenToolList[] {
  const { options } = agent;
  const given = agent.factory.toolsArgument === undefined ? undefined : argumentAt(agent.call, agent.factory.toolsArgument);
  const own = options?.type === "ObjectExpression" ? agent.factory.toolsKeys.map((key) => propertyValue(options, key)).find((value) => value !== undefined) : undefined;
  const list = own ?? (options?.type === "ObjectExpression" ? undefined : given);
  const servers = options && agent.framework.id === "openai-agents" ? propertyValue(options, "mcpServers") : undefined;
  return [...(list ? openParts(list, 0) : []), ...(servers ? openServers(servers) : [])];
}

/** `model.bindTools(await client.getTools())`: what a model is told of is what it may call. */
export function findOpenBindings(file: SourceFile): OpenToolList[] {
  return methodCalls(file, ["bindTools"]).flatMap((call) => {
    const list = argumentAt(call, 0);
    return list ? openParts(list, 0) : [];
  });
}

function openParts(node: Node, depth: number): OpenToolList[] {
  const value = definitionOf(node);
  if (depth > 4) return [];
  if (value.type === "ArrayExpression") return value.elements.flatMap((element) => (element?.type === "SpreadElement" ? spreadParts(element.argument, depth) : element ? openServerTool(element) : []));
  if (value.type === "ObjectExpression") return value.properties.flatMap((property) => (property.type === "SpreadElement" ? spreadParts(property.argument, depth) : []));
  if (value.type === "Program") return [{ node, where: MODULE }];
  if (value.type === "CallExpression") return openCall(value, node, depth);
  // const { tools } = await client.listTools()
  if (value.type === "Identifier") return isTakenFromServer(value) ? [{ node, where: SERVER }] : [];
  return [];
}

function openCall(call: TSESTree.CallExpression, node: Node, depth: number): OpenToolList[] {
  const origin = originOf(call.callee);
  if (isGlobal(origin, "Object", "values") || isGlobal(origin, "Object", "entries") || isGlobal(origin, "Object", "fromEntries")) {
    const object = argumentAt(call, 0);
    if (!object) return [];
    const registry = definitionOf(object);
    // A record that stands in the same file is a list that is written down.
    if (registry.type === "ObjectExpression" && fileOf(registry) === fileOf(call) && isWholeLiteral(registry)) return [];
    const inner = registry.type === "CallExpression" ? openCall(registry, node, depth + 1) : [];
    // A function in sight makes what it says.
    if (inner.length > 0 || (registry.type === "CallExpression" && functionOf(registry.callee))) return inner;
    return origin?.path.at(-1) === "fromEntries" ? [] : [{ node, where: registry.type === "Program" ? MODULE : OBJECT }];
  }
  if (isServerList(call)) return [{ node, where: SERVER }];
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || !SAME_LIST.has(memberName(callee) ?? "")) return [];
  const own = openParts(callee.object, depth + 1);
  const added = memberName(callee) === "concat" ? call.arguments.flatMap((argument) => (argument.type === "SpreadElement" ? [] : openParts(argument, depth + 1))) : [];
  return own.length > 0 ? own.map((part) => ({ ...part, node })) : added;
}

function isServerList(call: CallNode): boolean {
  const origin = originOf(call.callee);
  const name = origin?.path.at(-1) ?? "";
  if (!origin || !SERVER_LISTS.some(({ modules, methods }) => methods.includes(name) && matchesModule(origin.module ?? "", modules))) return false;
  const options = argumentAt(call, 0);
  return !options || propertyValue(definitionOf(options), "schemas") === undefined;
}

function isTakenFromServer(name: TSESTree.Identifier): boolean {
  const declarator = variableOf(name)?.defs[0]?.node as Node | undefined;
  const init = declarator?.type === "VariableDeclarator" && declarator.init ? unwrapAwaited(declarator.init) : undefined;
  return init?.type === "CallExpression" && isServerList(init);
}

/** `hostedMCPTool({ serverLabel, serverUrl })` without `allowedTools`. */
function openServerTool(node: Node): OpenToolList[] {
  const value = definitionOf(node);
  if (value.type !== "CallExpression" || !isExport(originOf(value.callee), OPENAI, ["hostedMCPTool"])) return [];
  const options = argumentAt(value, 0);
  const literal = options && definitionOf(options);
  return literal && isWholeLiteral(literal) && !propertyValue(literal, "allowedTools") ? [{ node, where: SERVER }] : [];
}

function openServers(node: Node): OpenToolList[] {
  const list = definitionOf(node);
  if (list.type !== "ArrayExpression") return [];
  return list.elements.flatMap((element) => {
    const server = element && element.type !== "SpreadElement" ? definitionOf(element) : undefined;
    if (!element || server?.type !== "NewExpression" || !SERVERS.some((name) => isExport(originOf(server.callee), OPENAI, [name]))) return [];
    const options = argumentAt(server, 0);
    const literal = options && definitionOf(options);
    return literal && isWholeLiteral(literal) && !propertyValue(literal, "toolFilter") ? [{ node: element, where: SERVER }] : [];
  });
}

/** `...registry`: open where the registry is imported and cannot be seen whole. */
function spreadParts(node: Node, depth: number): OpenToolList[] {
  const value = definitionOf(node);
  if (value.type !== "Identifier" && value.type !== "MemberExpression") return openParts(node, depth + 1).map((part) => ({ ...part, node }));
  if (value.type === "MemberExpression") return [];
  if (isTakenFromServer(value)) return [{ node, where: SERVER }];
  const definition = variableOf(value)?.defs[0];
  return definition?.type === "ImportBinding" ? [{ node, where: MODULE }] : [];
}
