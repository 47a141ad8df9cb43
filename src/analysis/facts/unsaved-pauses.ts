import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { perOrigin } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { variableOf } from "../project/source-file.js";
import { isWithin, memberName, unwrapAwaited, wrapped, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";
import { functionOfCode, type AgentCode } from "./agent-code.js";
import { agentOf, type Agent } from "./agents.js";
import { checkpointerOf } from "./graphs.js";

/** Where a graph or an agent is made that pauses, without a checkpointer to continue from. */
export function findUnsavedPauses(model: AgentModel): readonly Node[] {
  const runs = model.runConfigs.length > 0 || callsFrom(model.file, isLocalRun).length > 0;
  if (!runs) return [];
  const graphs = model.compiledGraphs.filter(({ call, checkpointer }) => checkpointer === "missing" && graphMayPause(call, model) && !continuesWithAnother(call, model));
  const agents = model.agents.filter((agent) => isUnsaved(agent) && agentMayPause(agent, model) && !continuesWithAnother(agent.call, model));
  return [...graphs, ...agents].map(({ call }) => call.callee);
}

/** A run of a graph or an agent that was made in sight. */
const isLocalRun = perOrigin(({ path }) => ["invoke", "stream", "streamEvents"].includes(path.at(-1) ?? "") && ["compile", "createAgent", "createReactAgent"].some((maker) => path.includes(maker)));

function isUnsaved(agent: Agent): boolean {
  return agent.factory.path.at(-1) !== "new" && agent.framework.id === "langchain" && checkpointerOf(agent.options) === "missing";
}

function agentMayPause(agent: Agent, model: AgentModel): boolean {
  if (agent.approvals !== "unknown" && agent.approvals.size > 0) return true;
  return model.interrupts.length > 0 && toolsMayPause(agent, model);
}

function graphMayPause(compile: CallNode, model: AgentModel): boolean {
  if (model.interrupts.length === 0) return false;
  const builder = builderOf(compile);
  const nodes = model.graphNodes.filter((node) => builderOf(node.call) === builder);
  return nodes.length === 0 || nodes.some(({ fn, value }) => (fn ? functionMayPause(fn, model) : toolsMayPause(agentOf(value), model)));
}

function toolsMayPause(agent: Agent | undefined, model: AgentModel): boolean {
  return !agent?.toolsComplete || agent.tools.some(({ tool }) => !tool?.handler || functionMayPause(tool.handler, model));
}

/** Whether a function of a node or a tool comes to an interrupt; one that nobody in sight comes to may be anybody's. */
function functionMayPause(fn: FunctionNode, model: AgentModel): boolean {
  const pausing = model.derive(findPausing);
  return pausing === "unknown" || pausing.has(fn);
}

/** The functions of tools and nodes that pause, or that run another graph. */
function findPausing(model: AgentModel): ReadonlySet<FunctionNode> | "unknown" {
  const pausing = new Set<FunctionNode>();
  const local = new Set<CallNode>(callsFrom(model.file, isLocalRun));
  const owned = new Set<Node>();
  for (const code of model.agentCode) {
    for (const { call } of model.reachedFrom(code)) {
      const interrupts = model.interrupts.some((interrupt) => interrupt.call === call);
      if (interrupts) owned.add(call);
      if (interrupts || local.has(call)) pausing.add(code.fn);
    }
  }
  return model.interrupts.every(({ call }) => owned.has(call)) ? pausing : "unknown";
}

const RUNS = new Set(["invoke", "stream", "streamEvents", "batch"]);

/** Whether all that runs a graph are tools and nodes of another one: it pauses with that one, and continues from its checkpointer. */
function continuesWithAnother(made: CallNode, model: AgentModel): boolean {
  const declarator = wrapped(made).parent;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || declarator.parent.parent.type === "ExportNamedDeclaration") return false;
  const uses = (variableOf(declarator.id)?.references ?? []).filter((reference) => reference.init !== true).map(({ identifier }) => wrapped(identifier));
  return uses.length > 0 && uses.every((use) => isStepOfSaved(use, model));
}

/** `agent.invoke(…)` in a tool or a node, `addNode("research", agent)`, where a graph around it keeps the thread or may do so. */
function isStepOfSaved(use: Node, model: AgentModel): boolean {
  const node = model.graphNodes.find(({ value }) => wrapped(value) === use);
  if (node) return isSavedGraph(builderOf(node.call), model);
  const member = use.parent;
  const call = member?.type === "MemberExpression" && member.object === use && RUNS.has(memberName(member) ?? "") ? member.parent : undefined;
  const code = call?.type === "CallExpression" ? model.agentCode.find((each) => isWithin(call, functionOfCode(each))) : undefined;
  return code !== undefined && isSaved(code, model);
}

function isSaved({ tool, fn }: AgentCode, model: AgentModel): boolean {
  if (!tool) return model.graphNodes.filter((node) => node.fn === fn).every((node) => isSavedGraph(builderOf(node.call), model));
  const holders = model.agents.filter((agent) => agent.tools.some((held) => held.tool?.node === tool.node));
  return holders.length === 0 || holders.some((agent) => !isUnsaved(agent));
}

function isSavedGraph(builder: Node, model: AgentModel): boolean {
  const graphs = model.compiledGraphs.filter(({ call }) => builderOf(call) === builder);
  return graphs.length === 0 || graphs.some(({ checkpointer }) => checkpointer !== "missing");
}

/** The `new StateGraph(…)` that a chain of calls goes back to. */
function builderOf(call: CallNode): Node {
  let at: Node = call;
  for (let steps = 0; at.type === "CallExpression" && steps < 200; steps += 1) {
    const callee = unwrapAwaited(at.callee);
    if (callee.type !== "MemberExpression") return at;
    at = definitionOf(callee.object);
  }
  return at;
}
