import { SHELL } from "../effects/sinks.js";
import type { GuardedEffect, AgentModel } from "../model.js";
import { gatesOnTheWay, type GateReader, type WayStep } from "../flow/gates.js";
import { toolQuotas } from "../frameworks/quotas.js";
import { namesOf } from "../frameworks/satisfier.js";
import { foreignCalls } from "../origin/calls.js";
import { isExport, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { argumentAt, staticString, type CallNode, type Node } from "../syntax/expression.js";
import { hasMiddleware, middlewareOf } from "./agent-middleware.js";
import { isPartOfAnother } from "./agent-nesting.js";
import type { Agent } from "./agents.js";
import { limiterReader } from "./limiters.js";
import type { ReachedCall, ReachedTag } from "./reach.js";
import { toolOf, type Tool } from "./tools.js";

/** A tool that acts outside as often as the model likes. */
export interface UnboundedTool {
  readonly tool: Tool;
  readonly effect: GuardedEffect["effect"];
}

export function findUnboundedTools(model: AgentModel): readonly UnboundedTool[] {
  const { quotaCalls, limiterCalls } = model.policy;
  const limiters = limiterReader([...quotaCalls, ...limiterCalls]);
  const gate: GateReader = (call) => limiters.gate(call) ?? (isTaken(call) ? { refuses: false } : undefined);
  return model.agentCode.flatMap((code): UnboundedTool[] => {
    const { tool } = code;
    if (!tool) return [];
    const found = actsOf(model.effectsOf(code)).find(({ effect }) => isCounted(effect) && gatesOnTheWay(wayTo(effect.reached), gate).length === 0);
    return found && !isBoundedByAgents(tool, model) && !isBoundedByGuard(tool, model) ? [{ tool, effect: found.effect }] : [];
  });
}

/** A shell of a coding agent is asked for its tenth listing as a matter of course: what it may do is a question, how often is none. */
function isCounted(effect: GuardedEffect["effect"]): boolean {
  return effect.does !== SHELL;
}

/** The effects outside that are certain. */
export function actsOf(effects: readonly GuardedEffect[]): readonly GuardedEffect[] {
  return effects.filter(({ effect }) => effect.certainty === "certain" && effect.kind !== "write");
}

/** The functions between a tool's handler and what it reaches, each with the place where the way goes on. */
export function wayTo({ call, frame }: ReachedCall | ReachedTag): WayStep[] {
  const way: WayStep[] = [];
  let place: Node = call;
  for (let at: ReachedCall["frame"] | undefined = frame; at; at = at.caller) {
    way.push({ fn: at.fn, place });
    place = at.call ?? place;
  }
  return way;
}

const [QUOTA, LIMIT] = toolQuotas as readonly [(typeof toolQuotas)[number], (typeof toolQuotas)[number]];

/** `await mailQuota.take(call)` of the guard. */
function isTaken(call: CallNode): boolean {
  return isExport(originOf(call.callee), QUOTA.modules, [QUOTA.name, "()", "take"]);
}

/** Whether every agent of the file that holds the tool limits its calls, or may do so out of sight. */
function isBoundedByAgents(tool: Tool, model: AgentModel): boolean {
  const holders = model.agents.filter((agent) => !isPartOfAnother(agent, model) && agent.tools.some((held) => held.tool?.node === tool.node));
  return holders.length > 0 && holders.every((agent) => limits(agent, tool) !== "no");
}

function limits(agent: Agent, tool: Tool): "yes" | "no" | "unknown" {
  const names = namesOf(toolQuotas, "middleware");
  const answers = middlewareOf(agent).calls.flatMap(({ name, call }): ("yes" | "no" | "unknown")[] => {
    if (!names.has(name) || !isExport(originOf(call.callee), LIMIT.modules, [name])) return [];
    const argument = argumentAt(call, 0);
    const options = argument && definitionOf(argument);
    if (options?.type !== "ObjectExpression") return ["unknown"];
    const named = propertyValue(options, "toolName");
    if (!named) return [options.properties.every((property) => property.type === "Property") ? "yes" : "unknown"];
    const text = staticString(definitionOf(named));
    return [text === undefined || tool.name === undefined ? "unknown" : text === tool.name ? "yes" : "no"];
  });
  if (answers.includes("yes")) return "yes";
  return answers.includes("unknown") ? "unknown" : hasMiddleware(agent, []);
}

/** `classify(tool, { quota })` of the guards. */
function isBoundedByGuard(tool: Tool, model: AgentModel): boolean {
  return foreignCalls(model.file).some((call) => {
    if (!isExport(originOf(call.callee), ["agent-guardrails/tools"], ["classify"])) return false;
    const [first, second] = [argumentAt(call, 0), argumentAt(call, 1)];
    return first !== undefined && second !== undefined && toolOf(first)?.node === tool.node && propertyValue(definitionOf(second), QUOTA.name) !== undefined;
  });
}
