import { frameworks } from "../frameworks/registry.js";
import { methodCalls } from "../origin/calls.js";
import { isExport, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { fileOf, type SourceFile } from "../project/source-file.js";
import { argumentAt, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import type { Framework } from "../frameworks/framework.js";
import type { Agent } from "./agents.js";
import { declaredToolOf, type Tool } from "./tools.js";

/** Tools that are written down as objects: in an agent's list, bound to a model, or told to the clients of an MCP server. */
export function findDeclaredTools(file: SourceFile, agents: readonly Agent[]): Tool[] {
  const tools = new Map<Node, Tool>();
  const add = (tool: Tool | undefined): void => {
    if (tool && fileOf(tool.node) === file && !tools.has(tool.node)) tools.set(tool.node, tool);
  };
  for (const agent of agents) for (const held of agent.tools) if (held.tool?.form === "declaration") add(held.tool);
  for (const call of methodCalls(file, ["bindTools", "setRequestHandler"])) {
    const callee = unwrapAwaited(call.callee);
    if (callee.type !== "MemberExpression") continue;
    const listed = memberName(callee) === "bindTools" ? boundTools(call, callee.object) : toldTools(call);
    if (!listed) continue;
    for (const element of elementsOf(listed.list)) add(declaredToolOf(element, listed.framework));
  }
  return [...tools.values()];
}

interface Listed {
  readonly list: Node;
  readonly framework: Framework;
}

/** `model.bindTools([…])`: the method is LangChain's, unless the object is known to be somebody else's. */
function boundTools(call: CallNode, model: Node): Listed | undefined {
  const framework = frameworks.find(({ id }) => id === "langchain");
  const module = originOf(model)?.module;
  const list = argumentAt(call, 0);
  return framework && list && (module === undefined || matchesModule(module, framework.modules)) ? { list, framework } : undefined;
}

/** `server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: […] }))`. */
function toldTools(call: CallNode): Listed | undefined {
  const framework = frameworks.find(({ id }) => id === "mcp");
  const request = argumentAt(call, 0);
  const answer = argumentAt(call, 1);
  const fn = answer && functionOf(answer);
  if (!framework || !request || !fn || !isExport(originOf(request), framework.modules, ["ListToolsRequestSchema"])) return undefined;
  const lists = (fileOf(fn).index.bodies.get(fn)?.returned ?? []).flatMap((value) => propertyValue(definitionOf(value), "tools") ?? []);
  return lists[0] && { list: lists[0], framework };
}

function elementsOf(node: Node): readonly Node[] {
  const list = definitionOf(node);
  if (list.type !== "ArrayExpression") return [];
  return list.elements.flatMap((element) => (element === null ? [] : element.type === "SpreadElement" ? elementsOf(element.argument) : [element]));
}
