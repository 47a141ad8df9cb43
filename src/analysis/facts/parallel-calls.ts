import type { TSESTree } from "@typescript-eslint/utils";
import { isFrameworkModule } from "../frameworks/registry.js";
import { parallelOptions } from "../frameworks/parallel-calls.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { argumentAt, findAncestor, isWithin, memberName, staticString, unwrapAwaited, type CallNode } from "../syntax/expression.js";
import { toolOf, type Tool } from "./tools.js";

/** A model that is told to call one tool at a time, without a reason in sight. */
export interface ForbiddenParallelCalls {
  readonly property: TSESTree.Property;
}

/** Methods of models and runnables that take the options of a call. */
const BINDING = new Set(["bindTools", "bind", "withConfig", "invoke", "stream"]);

export function findForbiddenParallelCalls(model: AgentModel): readonly ForbiddenParallelCalls[] {
  const properties = parallelOptions.flatMap(({ name }) => model.file.index.properties.get(name) ?? []);
  return properties.flatMap((property): ForbiddenParallelCalls[] => {
    if (property.parent.type !== "ObjectExpression") return [];
    const value = definitionOf(property.value);
    if (value.type !== "Literal" || value.value !== false) return [];
    const call = callOf(property);
    return call && !hasReason(call, property.parent, model) ? [{ property }] : [];
  });
}

/** The call of a framework or a model that is given the option. */
function callOf(property: TSESTree.Property): CallNode | undefined {
  const call = findAncestor(property, (node): node is CallNode => node.type === "CallExpression" || node.type === "NewExpression");
  if (!call || isWithin(property, call.callee)) return undefined;
  const origin = originOf(call.callee);
  const callee = unwrapAwaited(call.callee);
  const isBinding = callee.type === "MemberExpression" && BINDING.has(memberName(callee) ?? "");
  return isBinding || (origin?.module !== undefined && isFrameworkModule(origin.module)) ? call : undefined;
}

/** Functions that hand a conversation over: two handovers at once have no answer. */
const HANDOVERS = new Set(["createSupervisor", "createSwarm", "createHandoffTool"]);

function hasReason(call: CallNode, options: TSESTree.ObjectExpression, model: AgentModel): boolean {
  if (model.interrupts.length > 0 || choosesOne(options) || handsOver(model)) return true;
  const agent = model.agents.find((candidate) => candidate.call === call);
  if (agent && (agent.approvals === "unknown" || agent.approvals.size > 0)) return true;
  const tools = agent ? (agent.toolsComplete ? agent.tools.map(({ tool }) => tool) : []) : listOf(call, model);
  // One tool has nothing to run beside, and of a tool that cannot be seen nobody knows what it does.
  return tools.length < 2 || tools.some((tool) => !tool || actsOrAsks(tool, model));
}

/** `tool_choice: "route"`: the model has to call that one. */
function choosesOne(options: TSESTree.ObjectExpression): boolean {
  const choice = propertyValue(options, "tool_choice") ?? propertyValue(options, "toolChoice");
  return choice !== undefined && staticString(definitionOf(choice)) !== "auto";
}

const mayHandOver = perOrigin(({ module, path }) => module !== undefined && (path.at(-1) === "Command" || path.some((part) => HANDOVERS.has(part))));

function handsOver(model: AgentModel): boolean {
  return callsFrom(model.file, mayHandOver).some((call) => call.type === "NewExpression" || originOf(call.callee)?.path.at(-1) !== "Command");
}

/** The tools in `bindTools([…])`; where a call is given none, those of the file. */
function listOf(call: CallNode, model: AgentModel): readonly (Tool | undefined)[] {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || memberName(callee) !== "bindTools") return model.tools;
  const first = argumentAt(call, 0);
  const list = first && definitionOf(first);
  if (list?.type !== "ArrayExpression") return [];
  return list.elements.map((element) => (element && element.type !== "SpreadElement" ? toolOf(element) : undefined));
}

/** What acts may need its turn, and whoever is asked should be asked one thing at a time. */
function actsOrAsks(tool: Tool, model: AgentModel): boolean {
  const code = model.codeOf(tool);
  return code === undefined || model.asks(code) || model.effectsOf(code).length > 0;
}
