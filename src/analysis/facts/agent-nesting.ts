import type { AgentModel } from "../model.js";
import type { Agent } from "./agents.js";

/** Factories whose result is run by an executor, which holds the same tools. */
const PARTS = new Set(["createToolCallingAgent"]);

/** Whether an agent is only a part of another one: `createReactAgent({ tools: new ToolNode([…]) })` is one agent, written as two. */
export function isPartOfAnother(agent: Agent, model: AgentModel): boolean {
  if (agent.factory.path.some((step) => PARTS.has(step))) return true;
  return isToolNode(agent) && model.agents.some((other) => !isToolNode(other) && other.tools.length > 0 && other.tools.every((held) => agent.tools.some((own) => own.node === held.node)));
}

function isToolNode(agent: Agent): boolean {
  return agent.factory.path[0] === "ToolNode";
}
