import { prebuiltToolOf } from "../effects/prebuilt-tools.js";
import type { AgentModel } from "../model.js";
import { conditionsOn } from "../flow/conditions.js";
import { gatesOnTheWay } from "../flow/gates.js";
import { namedCalls } from "../origin/named-call.js";
import { propertyValue } from "../origin/value.js";
import { variableOf } from "../project/source-file.js";
import { enclosingFunction, findAncestor, isWithin, wrapped, type CallNode, type Node } from "../syntax/expression.js";
import { hasMiddleware } from "./agent-middleware.js";
import { isPartOfAnother } from "./agent-nesting.js";
import type { Agent } from "./agents.js";
import { flagTest, type FlagTest } from "./flags.js";
import { actsOf, wayTo } from "./tool-quotas.js";

/** An agent whose tools act outside until it is deployed anew. */
export interface UnstoppableAgent {
  readonly agent: Agent;
  /** The tool that acts, and what it does, to be read after "which". */
  readonly actor: string;
  readonly does: string;
}

/** Options by which frameworks choose among an agent's tools while it runs. */
const CHOOSING = ["activeTools", "prepareStep", "prepareCall", "dynamicTools"];

export function findUnstoppableAgents(model: AgentModel): readonly UnstoppableAgent[] {
  const isNamed = namedCalls(model.policy.killSwitchCalls);
  const isFlag = flagTest(isNamed);
  return model.agents.flatMap((agent): UnstoppableAgent[] => {
    if (isPartOfAnother(agent, model)) return [];
    const actor = model.powersOf(agent).find(({ acts }) => acts !== undefined);
    if (actor?.acts === undefined || isChosenAtRunTime(agent) || hasMiddleware(agent, []) === "unknown") return [];
    if (isSwitched(agent, model, isNamed, isFlag) || areToolsSwitched(agent, model, isNamed, isFlag)) return [];
    return [{ agent, actor: actor.name, does: actor.acts }];
  });
}

function isChosenAtRunTime(agent: Agent): boolean {
  const { options } = agent;
  return options !== undefined && CHOOSING.some((key) => propertyValue(options, key) !== undefined);
}

/** Whether a flag decides that the agent is made, or every time that it is used. */
function isSwitched(agent: Agent, model: AgentModel, isNamed: (call: CallNode) => boolean, isFlag: FlagTest): boolean {
  const isGated = (place: Node): boolean => conditionsOn(place).some(isFlag) || findAncestor(place, (node): node is CallNode => node.type === "CallExpression" && isNamed(node)) !== undefined || calledBehind(place, isNamed);
  if (isGated(agent.call)) return true;
  const frames = model.framesOf(agent.call);
  if (frames.length > 0 && frames.every((frame) => wayTo({ call: agent.call, frame, place: agent.call, hops: 0 }).some(({ place }) => isGated(place)))) return true;
  const uses = usesOf(agent);
  return uses !== undefined && uses.length > 0 && uses.every(isGated);
}

/** A function of the policy that has run before, and throws where the switch is thrown. */
function calledBehind(place: Node, isNamed: (call: CallNode) => boolean): boolean {
  const fn = enclosingFunction(place);
  return fn !== undefined && gatesOnTheWay([{ fn, place }], (call) => (isNamed(call) ? { refuses: true } : undefined)).length > 0;
}

/** Where the constant of an agent is read; `undefined` where other files may do so. */
function usesOf(agent: Agent): readonly Node[] | undefined {
  const declarator = wrapped(agent.call).parent;
  if (declarator?.type !== "VariableDeclarator" || declarator.id.type !== "Identifier" || declarator.parent.parent.type === "ExportNamedDeclaration") return undefined;
  const variable = variableOf(declarator.id);
  const reads = variable?.references.filter((reference) => reference.isRead()).map((reference): Node => reference.identifier) ?? [];
  return reads.some((read) => read.parent?.type === "ExportSpecifier" || read.parent?.type === "ExportDefaultDeclaration") ? undefined : reads;
}

/** Whether every tool of the agent that acts asks a switch before it does. */
function areToolsSwitched(agent: Agent, model: AgentModel, isNamed: (call: CallNode) => boolean, isFlag: FlagTest): boolean {
  return agent.tools.every(({ tool, node }) => {
    if (!tool) return prebuiltToolOf(node)?.does === undefined;
    const enabled = tool.options && propertyValue(tool.options, "isEnabled");
    if (enabled && enabled.type !== "Literal") return true;
    return actsOf(model.effectsInHandsOf(agent, tool)).every(({ effect }) => {
      const way = wayTo(effect.reached);
      // Only what stands in the function counts: a condition around the tool's definition is asked once.
      return way.some(({ fn, place }) => conditionsOn(place).some((test) => isWithin(test, fn) && isFlag(test))) || gatesOnTheWay(way, (call) => (isNamed(call) ? { refuses: true } : undefined)).length > 0;
    });
  });
}
