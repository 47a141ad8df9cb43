import type { TSESTree } from "@typescript-eslint/utils";
import { findInterruptedNodes, isApproving, type Agent, type GraphNode } from "../facts/agents.js";
import type { Frame, ReachedCall } from "../facts/reach.js";
import type { Tool } from "../facts/tools.js";
import { containsThrow, decides, standsBefore } from "../flow/dominance.js";
import { isExport, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { fileOf } from "../project/source-file.js";
import { isFunction, isWithin, parameterPattern, unwrap, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";

/** Whether a confirmed approval stands before an effect; `unknown` where a part that may hold it cannot be seen. */
export type Approval = "guarded" | "unguarded" | "unknown";

export interface ApprovalPolicy {
  /** Whether the policy names that function as one that asks for approval and throws on a refusal. */
  isApproval(call: CallNode): boolean;
}

export interface ApprovalSurroundings {
  readonly agents: readonly Agent[];
  readonly graphNodes: readonly GraphNode[];
  readonly policy: ApprovalPolicy;
  /** Brands of a value's type, where type information is there. */
  brandsOf(node: Node): readonly string[] | undefined;
}

const INTERRUPT = { modules: ["@langchain/langgraph", "@langchain/langgraph/web", "langchain"], path: ["interrupt"] } as const;
const GUARD = { modules: ["agent-guardrails/approval"], path: ["approve"] } as const;

/** Whether the code on the way to the effect asks first, and heeds the answer. */
export function approvalOnTheWay(reached: ReachedCall, surroundings: ApprovalSurroundings): Approval {
  let place: Node = reached.call;
  for (let frame: Frame | undefined = reached.frame; frame; frame = frame.caller) {
    if (takesApprovedAction(frame, surroundings)) return "guarded";
    if (isInsideExternalAction(place)) return "guarded";
    for (const guard of guardsIn(frame.fn, surroundings.policy)) {
      if (standsBefore(guard.call, place) && (guard.refuses || decides(guard.call, place))) return "guarded";
    }
    if (!frame.call) break;
    place = frame.call;
  }
  return "unguarded";
}

interface GuardCall {
  readonly call: CallNode;
  /** Whether it throws on a refusal by itself, so that its answer need not be read. */
  readonly refuses: boolean;
}

const guardsOfFunction = new WeakMap<FunctionNode, GuardCall[]>();

function guardsIn(fn: FunctionNode, policy: ApprovalPolicy, depth = 0): GuardCall[] {
  const cached = guardsOfFunction.get(fn);
  if (cached) return cached;
  const guards: GuardCall[] = [];
  // A recursive helper finds the list that is being filled.
  guardsOfFunction.set(fn, guards);
  for (const call of fileOf(fn).index.bodies.get(fn)?.calls ?? []) {
    const origin = originOf(call.callee);
    if (isExport(origin, INTERRUPT.modules, INTERRUPT.path)) guards.push({ call, refuses: false });
    else if (isExport(origin, GUARD.modules, GUARD.path) || policy.isApproval(call)) guards.push({ call, refuses: true });
    else if (depth < 3) {
      // A helper of the project that asks: it counts as asking; it refuses by itself where it throws on the answer.
      const helper = definitionOf(call.callee);
      if (!isFunction(helper) || helper === fn) continue;
      const inner = guardsIn(helper, policy, depth + 1);
      if (inner.length === 0) continue;
      guards.push({ call, refuses: inner.some((guard) => guard.refuses || throwsOn(guard.call, helper)) });
    }
  }
  return guards;
}

/** Whether a helper throws depending on the answer that it asked for. */
function throwsOn(guard: CallNode, helper: FunctionNode): boolean {
  if (!containsThrow(helper) || helper.body.type !== "BlockStatement") return false;
  return throwStatements(helper.body).some((statement) => decides(guard, statement));
}

function throwStatements(block: TSESTree.BlockStatement): Node[] {
  const found: Node[] = [];
  const pending: Node[] = [...block.body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "ThrowStatement") found.push(node);
    else if (node.type === "IfStatement") pending.push(node.consequent, ...(node.alternate ? [node.alternate] : []));
    else if (node.type === "BlockStatement") pending.push(...node.body);
    else if (node.type === "SwitchStatement") pending.push(...node.cases.flatMap((each) => each.consequent));
    else if (node.type === "TryStatement") pending.push(node.block);
  }
  return found;
}

/** A function that takes an `ApprovedAction` can run only behind an approval; a forged one is no approval. */
function takesApprovedAction(frame: Frame, surroundings: ApprovalSurroundings): boolean {
  return frame.fn.params.some((parameter, index) => {
    const pattern = parameterPattern(parameter);
    if (!isApprovedAction(pattern, surroundings)) return false;
    const argument = frame.call?.arguments[index];
    return !argument || !isForged(argument);
  });
}

function isApprovedAction(pattern: Node, surroundings: ApprovalSurroundings): boolean {
  const annotation = "typeAnnotation" in pattern ? pattern.typeAnnotation : undefined;
  if (annotation?.type === "TSTypeAnnotation" && annotation.typeAnnotation.type === "TSTypeReference") {
    const origin = originOf(annotation.typeAnnotation);
    if (origin?.module !== undefined && /^agent-guardrails(?:\/|$)/u.test(origin.module) && origin.path.at(-1) === "ApprovedAction") return true;
  }
  return surroundings.brandsOf(pattern)?.includes("ApprovedAction") ?? false;
}

/** `{…} as ApprovedAction`, `x as any`. */
function isForged(node: Node): boolean {
  const value = node.type === "AwaitExpression" ? node.argument : node;
  return value !== unwrap(value) && (value.type === "TSAsExpression" || value.type === "TSTypeAssertion");
}

/** The effect given to `externalAction(…)` runs only with an approval that the guard has checked. */
function isInsideExternalAction(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) {
    if (at.type === "CallExpression" && isExport(originOf(at.callee), ["agent-guardrails/approval"], ["externalAction"]) && at.arguments.some((argument) => isWithin(node, argument))) return true;
  }
  return false;
}

/** Whether the tool itself, the agents that hold it, or the graph around them ask before it runs. */
export function approvalOfTool(tool: Tool, surroundings: ApprovalSurroundings): Approval {
  if (!tool.framework.approval.supported) return "unknown";
  const own = ownApproval(tool);
  if (own !== "unguarded") return own;
  const holding = surroundings.agents.filter((agent) => holds(agent, tool));
  const interrupted = findInterruptedNodes(fileOf(tool.node));
  const states = holding.map((agent): Approval => {
    if (agent.approvals === "unknown") return "unknown";
    if (tool.name !== undefined && agent.approvals.has(tool.name)) return "guarded";
    if (tool.binding !== undefined && agent.framework.id === "vercel-ai" && agent.approvals.has(tool.binding)) return "guarded";
    return stopsBefore(agent, surroundings.graphNodes, interrupted) ? "guarded" : "unguarded";
  });
  if (states.length > 0) return states.includes("unguarded") ? "unguarded" : states.includes("unknown") ? "unknown" : "guarded";
  return namedElsewhere(tool) ? "guarded" : "unguarded";
}

function ownApproval(tool: Tool): Approval {
  for (const key of tool.framework.approval.toolKeys) {
    const value = tool.options && propertyValue(tool.options, key);
    if (value) return isApproving(value) ? "guarded" : "unguarded";
    // tool.needsApproval = …
    const later = (fileOf(tool.node).index.memberWrites.get(key) ?? []).find((write) => {
      const target = write.left.type === "MemberExpression" ? unwrapAwaited(write.left.object) : undefined;
      return target?.type === "Identifier" && target.name === tool.binding;
    });
    if (later) return isApproving(later.right) ? "guarded" : "unguarded";
  }
  if (tool.options?.properties.some((property) => property.type === "SpreadElement") && tool.framework.approval.toolKeys.length > 0) return "unknown";
  return "unguarded";
}

function holds(agent: Agent, tool: Tool): boolean {
  return agent.tools.some((held) => held.tool?.node === tool.node);
}

/** `createReactAgent({ interruptBefore: ["tools"] })`, or a graph that stops before the node that holds the tools. */
function stopsBefore(agent: Agent, graphNodes: readonly GraphNode[], interrupted: ReadonlySet<string>): boolean {
  if (interrupted.size === 0) return false;
  if (interrupted.has("*")) return true;
  if (agent.options && propertyValue(agent.options, "interruptBefore") && interrupted.has("tools")) return true;
  return graphNodes.some((node) => node.name !== undefined && interrupted.has(node.name) && definitionOf(node.value) === agent.call);
}

/** An approval table of the same file that names the tool, while the agent that holds it is made elsewhere. */
function namedElsewhere(tool: Tool): boolean {
  if (tool.name === undefined) return false;
  const { index } = fileOf(tool.node);
  for (const key of ["interruptOn", "toolApproval"]) {
    for (const property of index.properties.get(key) ?? []) {
      const table = definitionOf(property.value);
      const value = propertyValue(table, tool.name);
      if (value && isApproving(value)) return true;
    }
  }
  return false;
}
