import { frameworks } from "../frameworks/registry.js";
import { methodCalls } from "../origin/calls.js";
import { matchesModule, originOf } from "../origin/origin.js";
import { fileOf, type SourceFile } from "../project/source-file.js";
import { argumentAt, unwrapAwaited, type Node } from "../syntax/expression.js";
import type { Agent } from "./agents.js";
import { elementsOf } from "./listed-tools.js";
import { declaredToolOf, type Tool } from "./tools.js";
import { findTypedTools } from "./typed-tools.js";

/** Tools that are written down as objects: in an agent's list, bound to a model, or called so by their type; without those that a server answers for. */
export function findDeclaredTools(file: SourceFile, agents: readonly Agent[], served: readonly Tool[]): Tool[] {
  const tools = new Map<Node, Tool>();
  const answered = new Set(served.map(({ node }) => node));
  const add = (tool: Tool | undefined): void => {
    if (tool && fileOf(tool.node) === file && !tools.has(tool.node) && !answered.has(tool.node)) tools.set(tool.node, tool);
  };
  for (const agent of agents) for (const held of agent.tools) if (held.tool?.form === "declaration") add(held.tool);
  const framework = frameworks.find(({ id }) => id === "langchain");
  for (const call of framework ? methodCalls(file, ["bindTools"]) : []) {
    const callee = unwrapAwaited(call.callee);
    const list = argumentAt(call, 0);
    if (!framework || !list || callee.type !== "MemberExpression") continue;
    // The method is LangChain's, unless the object is known to be somebody else's.
    const module = originOf(callee.object)?.module;
    if (module !== undefined && !matchesModule(module, framework.modules)) continue;
    for (const { node } of elementsOf(list)) add(declaredToolOf(node, framework));
  }
  for (const tool of findTypedTools(file)) add(tool);
  return [...tools.values()];
}
