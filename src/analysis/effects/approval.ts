import type { TSESTree } from "@typescript-eslint/utils";
import { findInterruptedNodes, isApproving, type Agent, type GraphNode } from "../facts/agents.js";
import type { Frame, ReachedCall, ReachedTag } from "../facts/reach.js";
import type { Tool } from "../facts/tools.js";
import { containsThrow, decides, leaves, runsAlways, standsBefore } from "../flow/dominance.js";
import { callsWithin } from "../flow/gates.js";
import { isExport, originOf } from "../origin/origin.js";
import { definitionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { fileOf, variableOf } from "../project/source-file.js";
import { enclosingFunction, findAncestor, isFunction, isWithin, memberName, parameterPattern, unwrap, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "../syntax/expression.js";

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
export function approvalOnTheWay(reached: ReachedCall | ReachedTag, surroundings: ApprovalSurroundings): Approval {
  let place: Node = reached.call;
  for (let frame: Frame | undefined = reached.frame; frame; frame = frame.caller) {
    if (takesApprovedAction(frame, surroundings)) return "guarded";
    if (isInsideExternalAction(place)) return "guarded";
    for (const guard of guardsIn(frame.fn, surroundings.policy)) {
      if (standsBefore(guard.at, place) && (guard.refuses || decides(guard.call, place))) return "guarded";
    }
    if (!frame.call) break;
    place = frame.call;
  }
  return "unguarded";
}

/** Whether a call asks somebody, whatever comes of it. */
export function isAsking(call: CallNode): boolean {
  const origin = originOf(call.callee);
  return isExport(origin, INTERRUPT.modules, INTERRUPT.path) || isExport(origin, GUARD.modules, GUARD.path) || isOfTheRun(call, "interrupt");
}

interface GuardCall {
  readonly call: CallNode;
  /** What must have run before the effect: the call itself, or the test of the branch that it ends. */
  readonly at: Node;
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
  for (const call of callsWithin(fn)) {
    const origin = originOf(call.callee);
    if (isExport(origin, INTERRUPT.modules, INTERRUPT.path) || isOfTheRun(call, "interrupt")) guards.push({ call, at: call, refuses: false });
    else if (isExport(origin, GUARD.modules, GUARD.path) || policy.isApproval(call)) guards.push({ call, at: call, refuses: true });
    else if (isOfTheRun(call, "suspend")) guards.push(...suspensions(call));
    else if (depth < 3) {
      // A helper of the project that asks on every path counts as asking; it refuses by itself where it throws on the answer.
      const helper = definitionOf(call.callee);
      if (!isFunction(helper) || helper === fn) continue;
      const inner = guardsIn(helper, policy, depth + 1).filter((guard) => enclosingFunction(guard.call) === helper && runsAlways(guard.at, helper));
      if (inner.length === 0) continue;
      guards.push({ call, at: call, refuses: inner.some((guard) => guard.refuses || throwsOn(guard.call, helper)) });
    }
  }
  return guards;
}

/** `config.interrupt(…)`, `context.suspend(…)`, or the same taken apart: what the run brings along in a parameter behind the first. */
function isOfTheRun(call: CallNode, name: string): boolean {
  const callee = unwrapAwaited(call.callee);
  let root = callee;
  let called: string | undefined;
  while (root.type === "MemberExpression") {
    called ??= memberName(root);
    root = unwrapAwaited(root.object);
  }
  if (root.type !== "Identifier" || (called ?? root.name) !== name) return false;
  const variable = variableOf(root);
  let definition = variable?.defs[0];
  const declarator = definition?.node as Node | undefined;
  if (declarator?.type === "VariableDeclarator" && declarator.init) {
    // const { suspend } = context.agent ?? {}
    let init = unwrapAwaited(declarator.init);
    if (init.type === "LogicalExpression") init = unwrapAwaited(init.left);
    while (init.type === "MemberExpression") init = unwrapAwaited(init.object);
    definition = init.type === "Identifier" ? variableOf(init)?.defs[0] : undefined;
  }
  if (definition?.type !== "Parameter") return false;
  const owner = definition.node as Node;
  const bound = definition.name as Node;
  return isFunction(owner) && owner.params.slice(1).some((parameter) => isWithin(bound, parameter));
}

/** `if (!resumeData?.approved) return suspend(…)`: whoever resumes the tool has decided. */
function suspensions(call: CallNode): GuardCall[] {
  const branch = findAncestor(call, (node): node is TSESTree.IfStatement => node.type === "IfStatement", enclosingFunction(call));
  return branch && isWithin(call, branch.consequent) && leaves(branch.consequent) ? [{ call, at: branch.test, refuses: true }] : [];
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
  const states = holding.filter((agent) => !isPartOf(agent, holding)).map((agent): Approval => {
    if (agent.approvals === "unknown") return "unknown";
    // A record names its tools by key.
    const name = agent.tools.find((held) => held.tool?.node === tool.node)?.key ?? tool.name;
    if (name !== undefined && agent.approvals.has(name)) return "guarded";
    if (stopsBefore(agent, surroundings.graphNodes, interrupted)) return "guarded";
    return isNodeOf(agent, surroundings.graphNodes) && mayAskElsewhere(surroundings, undefined) ? "unknown" : "unguarded";
  });
  if (states.length > 0) return states.includes("unguarded") ? "unguarded" : states.includes("unknown") ? "unknown" : "guarded";
  return namedElsewhere(tool) ? "guarded" : "unguarded";
}

/** Whether the graph around a node asks before it runs; where another node asks, the edges decide. */
export function approvalOfNode(fn: FunctionNode, surroundings: ApprovalSurroundings): Approval {
  const nodes = surroundings.graphNodes.filter((node) => node.fn === fn);
  const interrupted = findInterruptedNodes(fileOf(fn));
  if (nodes.length > 0 && nodes.every((node) => interrupted.has("*") || (node.name !== undefined && interrupted.has(node.name)))) return "guarded";
  return mayAskElsewhere(surroundings, fn) ? "unknown" : "unguarded";
}

/** Whether a node of the graphs in sight asks somebody, or is out of sight and named as if it did. */
function mayAskElsewhere(surroundings: ApprovalSurroundings, fn: FunctionNode | undefined): boolean {
  return surroundings.graphNodes.some((node) => (node.fn ? node.fn !== fn && guardsIn(node.fn, surroundings.policy).length > 0 : /human|review|approv|confirm/iu.test(node.name ?? "")));
}

/** A list of tools that another agent holds whole: `createReactAgent({ tools: new ToolNode([…]) })`. */
function isPartOf(agent: Agent, others: readonly Agent[]): boolean {
  return others.some((other) => other !== agent && other.options?.type === "ObjectExpression" && other.factory.toolsKeys.some((key) => other.options && definitionOf(propertyValue(other.options, key) ?? other.call) === agent.call));
}

function isNodeOf(agent: Agent, graphNodes: readonly GraphNode[]): boolean {
  return graphNodes.some((node) => runsAgent(node, agent));
}

/** Whether a node is an agent, or a function that runs it. */
function runsAgent(node: GraphNode, agent: Agent): boolean {
  if (definitionOf(node.value) === agent.call) return true;
  const calls = node.fn ? callsWithin(node.fn) : [];
  return calls.some((call) => call.callee.type === "MemberExpression" && definitionOf(call.callee.object) === agent.call);
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
  if (tool.options && !isWholeLiteral(tool.options) && tool.framework.approval.toolKeys.length > 0) return "unknown";
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
  const running = graphNodes.filter((node) => runsAgent(node, agent));
  return running.length > 0 && running.every((node) => node.name !== undefined && interrupted.has(node.name));
}

/** An approval table of the same file that names the tool, while the agent that holds it is made elsewhere. */
function namedElsewhere(tool: Tool): boolean {
  if (tool.name === undefined) return false;
  const { index } = fileOf(tool.node);
  for (const key of tool.framework.approval.agentKeys) {
    for (const property of index.properties.get(key) ?? []) {
      const table = definitionOf(property.value);
      const value = propertyValue(table, tool.name);
      if (value && isApproving(value)) return true;
    }
  }
  return false;
}
