import type { TSESTree } from "@typescript-eslint/utils";
import type { ApprovalReplay } from "../frameworks/framework.js";
import { frameworks } from "../frameworks/registry.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { argumentAt, isFunction, isUndefined, memberName, staticString, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";
import { agentOf, isApproving, type Agent } from "./agents.js";
import type { Frame } from "./reach.js";
import { leavesOpen } from "./validations.js";

/** Messages of a client that may bring the approval of a tool with them, on a run that takes them at their word. */
export interface ReplayedApproval {
  /** The messages, as the run is given them. */
  readonly messages: Node;
  /** What the client sent. */
  readonly sent: Node;
  /** The tool that asks; `undefined` where a function decides for all. */
  readonly tool: string | undefined;
  readonly secretKey: string;
}

const REPLAYING = frameworks.filter(({ approval }) => approval.replay !== undefined);
const METHODS = new Set(REPLAYING.flatMap(({ approval }) => approval.replay?.methods ?? []));
/** What a framework exports whose runs take approvals from the messages that they are given. */
const mayReplay = perOrigin(({ module }) => module !== undefined && REPLAYING.some(({ modules }) => matchesModule(module, modules)));

export function findReplayedApprovals(model: AgentModel): readonly ReplayedApproval[] {
  return callsFrom(model.file, mayReplay, METHODS).flatMap((call): ReplayedApproval[] => {
    const run = runOnMessages(call);
    if (!run) return [];
    const { agent, replay, messages } = run;
    const asked = askedTool(agent);
    if (!asked || !isUnsigned(agent, replay) || fileOf(messages) !== model.file) return [];
    for (const frame of [undefined, ...model.framesOf(call)]) {
      const sent = sentMessages(messages, replay, frame, model, 0);
      if (sent) return [{ messages, sent, tool: asked.name, secretKey: replay.secretKey }];
    }
    return [];
  });
}

interface RunOnMessages {
  readonly agent: Agent;
  readonly replay: ApprovalReplay;
  readonly messages: Node;
}

/** `streamText({ messages })`, `agent.stream({ messages })`, `createAgentUIStreamResponse({ agent, uiMessages })`. */
function runOnMessages(call: CallNode): RunOnMessages | undefined {
  if (call.type !== "CallExpression") return undefined;
  const own = agentOf(call);
  if (own?.call === call) return messagesIn(own, own.options);
  const callee = unwrapAwaited(call.callee);
  const held = callee.type === "MemberExpression" ? agentOf(callee.object) : undefined;
  const method = callee.type === "MemberExpression" ? (memberName(callee) ?? "") : "";
  if (held?.framework.approval.replay?.methods.includes(method)) return messagesIn(held, argumentAt(call, 0));
  return runOnAgent(call);
}

/** A function that is given the agent and the messages. */
function runOnAgent(call: CallNode): RunOnMessages | undefined {
  const origin = originOf(call.callee);
  if (origin?.module === undefined) return undefined;
  for (const { approval } of frameworks) {
    const run = approval.replay?.runs.find((each) => isExport(origin, each.modules, each.path));
    const argument = run && argumentAt(call, run.options);
    const options = argument && definitionOf(argument);
    const given = options && propertyValue(options, run.agentKey);
    const agent = given && agentOf(given);
    const messages = options && propertyValue(options, run.messagesKey);
    const replay = agent?.framework.approval.replay;
    if (agent && replay && messages) return { agent, replay, messages };
  }
  return undefined;
}

function messagesIn(agent: Agent, argument: Node | undefined): RunOnMessages | undefined {
  const { replay } = agent.framework.approval;
  const options = argument && definitionOf(argument);
  const messages = options && replay?.messagesKeys.map((key) => propertyValue(options, key)).find((value) => value !== undefined);
  return replay && messages ? { agent, replay, messages } : undefined;
}

/** A tool of the agent that asks a person before it acts. */
function askedTool(agent: Agent): { readonly name: string | undefined } | undefined {
  const { toolKeys, agentKeys } = agent.framework.approval;
  for (const key of agentKeys) {
    const value = agent.options && propertyValue(agent.options, key);
    const table = value && definitionOf(value);
    if (table && isFunction(table) && isApproving(table)) return { name: undefined };
  }
  if (agent.approvals !== "unknown") for (const name of agent.approvals.keys()) return { name };
  for (const { tool, key } of agent.tools) {
    const asks = toolKeys.some((own) => {
      const value = tool?.options && propertyValue(tool.options, own);
      return value !== undefined && isApproving(value);
    });
    if (asks) return { name: key ?? tool?.name };
  }
  return undefined;
}

/** Whether the secret is missing for certain: no spread brings it, and no hook may set it. */
function isUnsigned({ options }: Agent, { secretKey, hookKeys }: ApprovalReplay): boolean {
  if (options?.type !== "ObjectExpression" || !isWholeLiteral(options)) return false;
  const secret = propertyValue(options, secretKey);
  if (secret) return isUndefined(definitionOf(secret));
  return hookKeys.every((key) => {
    const hook = propertyValue(options, key);
    const fn = hook && definitionOf(hook);
    if (!fn) return true;
    // What a hook passes on is what it was given, with its own changes.
    return isFunction(fn) && !fileOf(fn).text.slice(fn.range[0], fn.range[1]).includes(secretKey);
  });
}

/** What of a list of messages brings an approval with it. */
const PARTS = ["[]", "parts"];

/** Steps that keep the messages as they are. */
const SAME_MESSAGES = new Set(["slice", "concat", "toReversed", "reverse", "at", "flat"]);

/** The part of a list of messages that is, whole, what the client sent. A message whose role is written down approves nothing. */
function sentMessages(node: Node, replay: ApprovalReplay, frame: Frame | undefined, model: AgentModel, depth: number): Node | undefined {
  if (depth > 10) return undefined;
  const next = (inner: Node): Node | undefined => sentMessages(inner, replay, frame, model, depth + 1);
  const first = (nodes: readonly (Node | null | undefined)[]): Node | undefined => {
    for (const each of nodes) {
      const found = each ? next(each.type === "SpreadElement" ? each.argument : each) : undefined;
      if (found) return found;
    }
    return undefined;
  };
  const value = unwrapAwaited(node);
  switch (value.type) {
    case "ArrayExpression":
      return first(value.elements);
    case "ConditionalExpression":
      return first([value.consequent, value.alternate]);
    case "LogicalExpression":
      return first([value.left, value.right]);
    case "ObjectExpression":
    case "TemplateLiteral":
      return undefined;
    case "CallExpression":
      return sentByCall(value, replay, first);
    case "MemberExpression": {
      // The result of a validation has the messages under `data`.
      const holder = definitionOf(value.object);
      if (holder.type === "CallExpression" && converterOf(holder, replay)) return next(holder);
      break;
    }
    default:
  }
  const definition = definitionOf(value);
  if (definition !== value && definition.type !== "Identifier") return next(definition);
  if (staticString(definition) !== undefined) return undefined;
  return model.isSentByClient(value, frame) && (model.isUnlimited(value) || leavesOpen(value, PARTS)) ? value : undefined;
}

function sentByCall(call: TSESTree.CallExpression, replay: ApprovalReplay, first: (nodes: readonly (Node | null | undefined)[]) => Node | undefined): Node | undefined {
  const converter = converterOf(call, replay);
  if (converter) {
    const argument = argumentAt(call, converter.place.argument);
    return first([argument && converter.place.key !== undefined ? propertyValue(definitionOf(argument), converter.place.key) : argument]);
  }
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || !SAME_MESSAGES.has(memberName(callee) ?? "")) return undefined;
  return first([callee.object, ...(memberName(callee) === "concat" ? call.arguments : [])]);
}

function converterOf(call: TSESTree.CallExpression, replay: ApprovalReplay): ApprovalReplay["converters"][number] | undefined {
  const origin = originOf(call.callee);
  return replay.converters.find((each) => isExport(origin, each.modules, each.path));
}
