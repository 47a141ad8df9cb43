import { basename } from "node:path";
import type { TSESTree } from "@typescript-eslint/utils";
import type { Policy } from "../policy/policy.js";
import { isBehindRecord } from "./effects/recorded-approvals.js";
import { approvalOfNode, approvalOfTool, approvalOnTheWay, isAsking, type Approval, type ApprovalSurroundings } from "./effects/approval.js";
import { classifyEffect, classifyTag, type Effect } from "./effects/effects.js";
import { foreignTextOf, isForeignRead } from "./effects/foreign-text.js";
import { HTTP_HINT } from "./effects/http-clients.js";
import { sinkHint } from "./effects/sinks.js";
import { codeOfTool, findAgentCode, keyOf, type AgentCode } from "./facts/agent-code.js";
import { findAgentHttpCalls, type AgentHttpCall } from "./facts/agent-http-calls.js";
import { findAgents, findGraphNodes, type Agent, type GraphNode } from "./facts/agents.js";
import { findDeclaredTools } from "./facts/declared-tools.js";
import { findHandlers, type Handler } from "./facts/edge.js";
import { isHttpFunction, parseHttpCall, type HttpCall } from "./facts/http.js";
import type { IdentityVocabulary } from "./facts/identity.js";
import { findThreadIds, type ThreadId } from "./facts/invocations.js";
import { findRunFunctions } from "./facts/run-functions.js";
import { reach, type Reach, type ReachedCall, type ReachedTag } from "./facts/reach.js";
import { findServedTools, type ServedTools } from "./facts/served-tools.js";
import { classifySetting, pathInProject, type FileSetting } from "./facts/setting.js";
import { findStateWrites } from "./facts/state-channels.js";
import { isModelCall, isModelOutput } from "./facts/models.js";
import { annotatedConfigParameter } from "./facts/config-types.js";
import { findTools, toolOf, type Tool } from "./facts/tools.js";
import { isCheckedWithIdentity } from "./flow/ownership.js";
import { isClosedValue } from "./flow/closed-values.js";
import { isFromService } from "./flow/entitled-callers.js";
import type { Source, TraceContext } from "./flow/sources.js";
import { handlerAround, traceAlternatives, traceSources } from "./flow/trace.js";
import { callsFrom } from "./origin/calls.js";
import { definitionOf, functionOf } from "./origin/value.js";
import { wordsOf, type PolicyWords } from "./policy-words.js";
import { fileOf, type SourceFile } from "./project/source-file.js";
import { enclosingFunction, isWithin, memberName, unwrapAwaited, type CallNode, type FunctionNode, type Node } from "./syntax/expression.js";
import { brandReader, type BrandReader, type TypeServices } from "./types/brands.js";

/** An effect with what guards it. */
export interface GuardedEffect {
  readonly code: AgentCode;
  readonly effect: Effect;
  readonly approval: Approval;
}
/** The code of a file that runs as part of agents, what it reaches, and what its values are made from. */
export abstract class AgentFile {
  readonly file: SourceFile;
  readonly policy: Policy;
  /** Where the file lies, seen from the project: what the folders above are called says nothing of it. */
  readonly pathInProject: string;
  readonly setting: FileSetting;
  readonly brandsOf: BrandReader;
  readonly vocabulary: IdentityVocabulary;
  readonly #memo = new Map<string, unknown>();
  protected readonly calls: PolicyWords["calls"];

  constructor(file: SourceFile, policy: Policy, cwd: string, services: TypeServices | undefined) {
    this.file = file;
    this.policy = policy;
    this.pathInProject = pathInProject(file.path, cwd);
    this.setting = classifySetting(file, this.pathInProject);
    this.brandsOf = brandReader(services);
    const words = wordsOf(policy);
    this.vocabulary = words.vocabulary;
    this.calls = words.calls;
  }

  get tools(): readonly Tool[] {
    return this.once("tools", () => [...findTools(this.file), ...findDeclaredTools(this.file, this.agents, this.#served.tools), ...this.#served.tools]);
  }

  get #served(): ServedTools {
    return this.once("served", () => findServedTools(this.file));
  }

  get agents(): readonly Agent[] {
    return this.once("agents", () => findAgents(this.file));
  }

  get graphNodes(): readonly GraphNode[] {
    return this.once("graphNodes", () => findGraphNodes(this.file));
  }

  get handlers(): readonly Handler[] {
    return this.once("handlers", () => findHandlers(this.file));
  }

  get threadIds(): readonly ThreadId[] {
    return this.once("threadIds", () => findThreadIds(this.file));
  }

  /** The handlers of tools and the functions of graph nodes. */
  get agentCode(): readonly AgentCode[] {
    return this.once("agentCode", () => findAgentCode(this.file, [...this.tools, ...this.#served.others], this.graphNodes));
  }

  reachedFrom(code: Pick<AgentCode, "fn" | "self" | "tool">): readonly ReachedCall[] {
    return this.reachOf(code).calls;
  }

  protected reachOf({ fn, self, tool }: Pick<AgentCode, "fn" | "self" | "tool">): Reach {
    const part = tool?.part;
    return this.of(part ? "reachedInPart" : "reached", part?.node ?? fn, () => {
      const apart = new Set<Node | undefined>(this.tools.map((each) => each.handler));
      return reach(fn, self, { mayMatter: (text) => HTTP_HINT.test(text) || SINK_HINT.test(text) || this.policy.externalCalls.length > 0, isApart: (inner) => apart.has(inner), part });
    });
  }

  /** The effects of everything that some code reaches. */
  protected effectsReachedFrom(code: Pick<AgentCode, "fn" | "self" | "tool">): readonly Effect[] {
    const part = code.tool?.part;
    return this.of(part ? "effectsInPart" : "effectsReached", part?.node ?? code.fn, () => {
      const policy = { isExternal: this.calls.externalCalls, isRead: this.calls.readCalls, toolOf: (handler: FunctionNode) => this.tools.find((tool) => tool.handler === handler) };
      const { calls, tags } = this.reachOf(code);
      return [...calls.flatMap((reached) => classifyEffect(reached, policy) ?? []), ...tags.flatMap((reached) => classifyTag(reached) ?? [])];
    });
  }

  get agentHttpCalls(): readonly AgentHttpCall[] {
    return this.once("agentHttpCalls", () => findAgentHttpCalls(this, this.calls.deadlineClients));
  }

  /** Every HTTP call of the file, whoever makes it. */
  get httpCalls(): readonly HttpCall[] {
    return this.once("httpCalls", () => {
      const vouchedFor = this.policy.deadlineClients.length === 0 ? [] : this.file.index.calls.filter((call) => this.calls.deadlineClients(call)).map((call) => functionOf(call.callee));
      return callsFrom(this.file, isHttpFunction).filter((call) => !this.calls.deadlineClients(call) && !vouchedFor.some((fn) => fn && isWithin(call, fn))).flatMap((call) => parseHttpCall(call, undefined) ?? []);
    });
  }

  /** The effects of a tool or node on the outside, with what guards them. */
  effectsOf(code: AgentCode): readonly GuardedEffect[] {
    return this.of("effects", keyOf(code), () => this.effectsReachedFrom(code).map((effect) => ({ code, effect, approval: this.approvalOf(code, effect.reached) })));
  }

  /** Whether the code asks somebody at all, on whatever way and with whatever consequence. */
  asks(code: AgentCode): boolean {
    return this.reachedFrom(code).some(({ call }) => isAsking(call));
  }

  protected approvalOf(code: AgentCode, reached: ReachedCall | ReachedTag, agents: readonly Agent[] = this.agents): Approval {
    const surroundings: ApprovalSurroundings = { agents, graphNodes: this.graphNodes, policy: { isApproval: this.calls.approvalCalls }, brandsOf: this.brandsOf };
    const onTheWay = approvalOnTheWay(reached, surroundings);
    if (onTheWay !== "unguarded") return onTheWay;
    const around = code.tool ? approvalOfTool(code.tool, surroundings) : approvalOfNode(code.fn, surroundings);
    return around === "unguarded" && isBehindRecord(reached) ? "unknown" : around;
  }

  /** What a value is made from. */
  sourcesOf(node: Node, frame?: ReachedCall["frame"]): readonly Source[] {
    return traceSources(node, this.traceContext, frame);
  }

  /** The same where only text matters: a number, or one of a list of constants, carries nobody's words. */
  textSourcesOf(node: Node, frame?: ReachedCall["frame"]): readonly Source[] {
    return traceSources(node, this.textContext, frame);
  }

  protected get textContext(): TraceContext {
    return this.once("textContext", () => {
      // A handler that is given a whole request is given it unchecked.
      const schemas = new Map(this.tools.flatMap((tool) => (tool.part ? [] : [[tool.handler, tool.schemaNode] as const])));
      return { ...this.traceContext, isClosed: (value) => isClosedValue(value, (fn) => schemas.get(fn)), stateWrites: findStateWrites(this.agentCode, this.graphNodes) };
    });
  }

  /** The values that an expression can come to, each with what it is made from. */
  alternativesOf(node: Node, frame?: ReachedCall["frame"]): readonly (readonly Source[])[] {
    return traceAlternatives(node, this.traceContext, frame);
  }

  /** Whether the outside world reaches a thread id through a handler of this file. */
  isInHandler(thread: ThreadId): boolean {
    const places: Node[] = [thread.property, thread.place, ...thread.runs];
    for (let frame = thread.frame; frame; frame = frame.caller) if (frame.call) places.push(frame.call);
    return places.some((place) => handlerAround(place, this.handlers) !== undefined);
  }

  /** Whether the client's value is looked up together with the caller's verified identity before it is used, or passed on with it; or the caller has proved to be a service. */
  isOwnershipChecked(thread: ThreadId, value: Node): boolean {
    return this.of("ownership", value, () => isCheckedWithIdentity(thread.place, value, thread.runs, this.traceContext) || isFromService(value, this.traceContext));
  }

  /** A node of a graph that this file shows whole: the model's output can reach it. */
  isModelDrivenNode(code: AgentCode): boolean {
    return code.kind === "node" && this.graphNodes.some((node) => node.fn === code.fn) && this.file.index.calls.some((call) => isModelCall(call));
  }

  /** Where to point at for something that a tool or node reaches: in its own body. */
  placeInCode(reached: ReachedCall | ReachedTag, start?: ReachedCall["frame"]): Node {
    let { frame } = reached;
    let place: Node = reached.call;
    while (frame.caller && frame.call && frame !== start) {
      place = frame.call;
      frame = frame.caller;
    }
    return place;
  }

  /** What a call calls, or a template's tag: the part to point at where the rest is long. */
  calleeOf(place: Node): Node {
    return place.type === "CallExpression" || place.type === "NewExpression" ? place.callee : place.type === "TaggedTemplateExpression" ? place.tag : place;
  }

  /** Where to report something that a tool or node reaches: what runs in a handler of another file is the tool's. */
  reportPlace(code: AgentCode, reached: ReachedCall | ReachedTag): Node {
    const place = this.placeInCode(reached, code.tool?.part?.frame);
    if (this.isHere(place) || !code.tool) return place;
    return this.isHere(code.tool.nameNode) ? code.tool.nameNode : code.tool.node;
  }

  /** `<`, `<=`, `>`, `>=` inside a node, nested functions apart. */
  comparisonsIn(node: Node): readonly TSESTree.BinaryExpression[] {
    const body = this.file.index.bodies.get(enclosingFunction(node) ?? this.file.ast);
    return (body?.comparisons ?? []).filter((comparison) => isWithin(comparison, node));
  }

  /** The first word of a statement, so that the squiggle does not cover its body. */
  keywordOf(statement: Node): TSESTree.SourceLocation {
    const word = /^\w+/u.exec(fileOf(statement).text.slice(statement.range[0]))?.[0] ?? "";
    return { start: statement.loc.start, end: { line: statement.loc.start.line, column: statement.loc.start.column + word.length } };
  }

  isRetryCall(call: CallNode): boolean {
    return this.calls.retryCalls(call);
  }

  /** Whether the file tells the framework to pass tool errors on: `handleToolErrors: false`. */
  get letsToolErrorsThrough(): boolean {
    return this.once("letsToolErrorsThrough", () => (this.file.index.properties.get("handleToolErrors") ?? []).some((property) => property.value.type === "Literal" && property.value.value === false));
  }

  /** What a `return` gives back, for messages. */
  resultOf(statement: Node): string {
    if (statement.type !== "ReturnStatement") return this.textOf(statement);
    return statement.argument ? this.textOf(statement.argument) : "nothing";
  }

  /** `[]`, also behind a constant. */
  isEmptyList(node: Node): boolean {
    const list = definitionOf(node);
    return list.type === "ArrayExpression" && list.elements.length === 0;
  }

  /** The source text of a node on one line. */
  textOf(node: Node): string {
    const text = fileOf(node).text.slice(node.range[0], node.range[1]).replace(/\s+/gu, " ");
    return text.length > 80 ? `${text.slice(0, 77)}…` : text;
  }

  fileNameOf(node: Node): string {
    return basename(fileOf(node).path);
  }

  get traceContext(): TraceContext {
    return this.once("traceContext", () => {
      const toolHandlers = new Set(this.agentCode.flatMap(({ kind, fn }) => (kind === "tool" ? [fn] : [])));
      return { handlers: this.handlers, vocabulary: this.vocabulary, isVerifiedCall: this.calls.verifiedIdentityCalls, foreignText: (call) => (this.calls.untrustedCalls(call) ? "untrusted text" : (foreignTextOf(call) ?? this.#answerOfTool(call))), isDelimiter: this.calls.delimiterCalls, isModelOutput, isToolHandler: (fn) => toolHandlers.has(fn), configParameter: (fn) => this.configParameter(fn), formerKey: (fn) => this.tools.find((tool) => tool.handler === fn)?.framework.context.formerKey };
    });
  }

  /** `await readPage.invoke({ url })`: what a tool that reads text of others answers. */
  #answerOfTool(call: CallNode): string | undefined {
    const callee = unwrapAwaited(call.callee);
    if (callee.type !== "MemberExpression" || !["invoke", "call", "execute"].includes(memberName(callee) ?? "")) return undefined;
    const tool = toolOf(callee.object);
    return tool && this.readsForeignText(tool) ? "a tool's answer" : undefined;
  }

  /** The functions beside tools and nodes that are called in a run, with the number of the parameter by which they get it. */
  get runFunctions(): ReadonlyMap<FunctionNode, number> {
    return this.once("runFunctions", () => findRunFunctions(this.file, this.agents));
  }

  /** Number of the parameter by which a tool's handler or a node gets the run's config. */
  configParameter(fn: FunctionNode): number | undefined {
    const table = this.once("configParameters", () => new Map<FunctionNode, number>([...this.runFunctions, ...this.agentCode.map((code): [FunctionNode, number] => [code.fn, code.tool?.contextParameter ?? 1])]));
    return table.get(fn) ?? annotatedConfigParameter(fn);
  }

  isHere(node: Node): boolean {
    return fileOf(node) === this.file;
  }

  /** Whether a tool gives the model text that somebody else wrote: a page it chose, documents, mail. */
  readsForeignText(tool: Tool): boolean {
    const code = this.codeOf(tool);
    if (!code) return false;
    return this.of("readsForeignText", keyOf(code), () => this.reachedFrom(code).some((reached) => isForeignRead(reached, this.calls.untrustedCalls)));
  }

  /** The tool's own code, for a tool of this file. */
  codeOf(tool: Tool): AgentCode | undefined {
    return this.agentCode.find((code) => code.tool?.node === tool.node) ?? codeOfTool(tool);
  }

  protected once<Value>(key: string, make: () => Value): Value {
    let value = this.#memo.get(key) as Value | undefined;
    if (value === undefined && !this.#memo.has(key)) this.#memo.set(key, (value = make()));
    return value as Value;
  }

  readonly #perNode = new Map<string, WeakMap<Node, unknown>>();

  protected of<Value>(key: string, node: Node, make: () => Value): Value {
    let table = this.#perNode.get(key);
    if (!table) this.#perNode.set(key, (table = new WeakMap()));
    if (!table.has(node)) table.set(node, make());
    return table.get(node) as Value;
  }
}

const SINK_HINT = sinkHint();
