import { authedToolAt } from "../../analysis/facts/authed-tools.js";
import { agentPartsOf } from "../../analysis/facts/agent-parts.js";
import type { Agent, HeldTool } from "../../analysis/facts/agents.js";
import { prebuiltToolOf } from "../../analysis/effects/prebuilt-tools.js";
import type { AgentModel } from "../../analysis/model.js";
import type { Node } from "../../analysis/syntax/expression.js";
import type { AgentEntry } from "../report.js";
import { placeOf } from "./places.js";

/** The agents that a file makes. */
export function agentEntries(model: AgentModel, root: string): readonly AgentEntry[] {
  return model.agents.map((agent) => agentEntry(agent, model, root));
}

function agentEntry(agent: Agent, model: AgentModel, root: string): AgentEntry {
  const parts = agentPartsOf(agent, model);
  const seen = agent.tools.flatMap((held) => definitionIn(held));
  const others = agent.tools.filter((held) => definitionIn(held).length === 0);
  const readers = others.filter(({ node }) => isReader(node));
  return {
    ...placeOf(agent.call, root),
    name: parts.name ?? null,
    framework: agent.framework.id,
    tools: [...new Set(seen.map(({ node }) => placeOf(node, root).id))],
    otherTools: [...new Set(others.map((held) => nameOf(held, model)))],
    ...(readers.length > 0 ? { readers: [...new Set(readers.map((held) => nameOf(held, model)))] } : {}),
    toolsComplete: agent.toolsComplete,
    asksFor: [...new Set(seen.filter(({ name }) => asksFor(agent, name)).map(({ node }) => placeOf(node, root).id))],
    model: parts.model ?? null,
    middleware: [...new Set(parts.middleware)],
    checkpointer: parts.checkpointer,
  };
}

/** Where a tool of the list is defined, and what the agent calls it by. */
function definitionIn({ node, key, tool }: HeldTool): { readonly node: Node; readonly name: string | undefined }[] {
  const authed = tool ? undefined : authedToolAt(node);
  return tool ? [{ node: tool.node, name: key ?? tool.name }] : authed ? [{ node: authed, name: undefined }] : [];
}

function asksFor(agent: Agent, name: string | undefined): boolean {
  return name !== undefined && agent.approvals !== "unknown" && agent.approvals.has(name);
}

function isReader(node: Node): boolean {
  const prebuilt = prebuiltToolOf(node);
  return prebuilt?.reads === true && prebuilt.does === undefined;
}

function nameOf(held: HeldTool, model: AgentModel): string {
  return held.key ?? prebuiltToolOf(held.node)?.name ?? model.textOf(held.node);
}
