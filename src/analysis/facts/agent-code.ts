import type { SourceFile } from "../project/source-file.js";
import { isClass, type ClassNode, type FunctionNode, type Node } from "../syntax/expression.js";
import type { GraphNode } from "./agents.js";
import type { Body } from "../project/file-index.js";
import { fileOf } from "../project/source-file.js";
import { findNodeFunctions } from "./nodes.js";
import type { Tool } from "./tools.js";

/** A function that runs as part of an agent, with everything it reaches. */
export interface AgentCode {
  readonly kind: "tool" | "node";
  readonly fn: FunctionNode;
  readonly self: ClassNode | undefined;
  readonly tool: Tool | undefined;
  /** The tool's or the node's name, for messages. */
  readonly name: string | undefined;
}

/** The same, or the function of a workflow's step. */
export interface WorkflowCode extends Omit<AgentCode, "kind"> {
  readonly kind: AgentCode["kind"] | "step";
}

/** The handlers of tools, or the parts of them that are a tool's own, and the functions of graph nodes. */
export function findAgentCode(file: SourceFile, tools: readonly Tool[], graphNodes: readonly GraphNode[]): readonly AgentCode[] {
  const code = new Map<Node | Tool, AgentCode>();
  for (const tool of tools) {
    const own = codeOfTool(tool);
    // Two tools that are answered in one place: what it does is neither's alone.
    const shared = tool.part && code.get(tool.part.node);
    if (own) code.set(tool.part?.node ?? tool, shared ? { ...shared, name: undefined } : own);
  }
  return [...code.values(), ...findNodeFunctions(file, graphNodes).map(({ fn, name }): AgentCode => ({ kind: "node", fn, self: undefined, tool: undefined, name }))];
}

export function codeOfTool(tool: Tool): AgentCode | undefined {
  return tool.handler && { kind: "tool", fn: tool.handler, self: isClass(tool.node) ? tool.node : undefined, tool, name: tool.name };
}

/** What stands for the code where something is kept about it. */
export function keyOf({ fn, tool }: AgentCode): Node {
  return tool?.part?.node ?? fn;
}

/** The function that the code stands in, which is the handler or one that the handler hands the request on to. */
export function functionOfCode({ fn, tool }: AgentCode): FunctionNode {
  return tool?.part?.frame.fn ?? fn;
}

export function bodyOfCode(code: AgentCode): Body | undefined {
  const fn = functionOfCode(code);
  return fileOf(fn).index.bodies.get(fn);
}
