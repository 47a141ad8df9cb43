import { basename } from "node:path";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Policy } from "../policy/policy.js";
import { approvalOfNode, approvalOfTool, approvalOnTheWay, isAsking, type Approval, type ApprovalSurroundings } from "./effects/approval.js";
import { classifyEffect, classifyTag, type Effect } from "./effects/effects.js";
import { foreignTextOf, hasOwnScreening, isForeignRead, isScreening } from "./effects/foreign-text.js";
import { HTTP_HINT, isDirectoryHost } from "./effects/http-clients.js";
import { sinkHint } from "./effects/sinks.js";
import { findAgents, findGraphNodes, isRunOf, type Agent, type GraphNode } from "./facts/agents.js";
import { findDeclaredTools } from "./facts/declared-tools.js";
import { findHandlers, type Handler } from "./facts/edge.js";
import { parseHttpCall, type HttpCall } from "./facts/http.js";
import { identityVocabulary, type IdentityVocabulary } from "./facts/identity.js";
import { findIdentityReads, type IdentityRead } from "./facts/identity-reads.js";
import { findInterrupts, type Interrupt } from "./facts/interrupts.js";
import { findThreadIds, type ThreadId } from "./facts/invocations.js";
import { findNodeFunctions } from "./facts/nodes.js";
import { reach, type Reach, type ReachedCall, type ReachedTag } from "./facts/reach.js";
import { hasRunDeadline } from "./facts/run-deadline.js";
import { classifySetting, type FileSetting } from "./facts/setting.js";
import { isModelCall, isModelOutput } from "./facts/models.js";
import { findPrompts, type Prompt } from "./facts/prompts.js";
import { findExecutions, type Execution } from "./facts/execution.js";
import { findRunConfigs, findStampedValues, wholeParts, type RunConfig, type StampedValue, type WholePart } from "./facts/run-configs.js";
import { approvalEntries, type ApprovalEntry } from "./facts/agent-approvals.js";
import { findBrandAssertions, findUnreasonedEscapes, type BrandAssertion, type UnreasonedEscape } from "./facts/brand-assertions.js";
import { checkpointerOf, findCompiledGraphs, isDeployedByPlatform, type CompiledGraph } from "./facts/graphs.js";
import { findIdentityFallbacks, type IdentityFallback } from "./facts/identity-fallbacks.js";
import { mayPrecede } from "./flow/dominance.js";
import { findOwnInertApprovals, ignoresAnswer, toolNames } from "./facts/inert-approvals.js";
import { findOpenBindings, findOpenToolLists, type OpenToolList } from "./facts/tool-lists.js";
import { powersOf, type ToolPower } from "./facts/tool-powers.js";
import { annotatedConfigParameter } from "./facts/config-types.js";
import { findStoreCalls, type StoreCall } from "./facts/stores.js";
import { findTools, toolOf, type Tool } from "./facts/tools.js";
import { limitsOf } from "./facts/validations.js";
import { isCheckedWithIdentity } from "./flow/ownership.js";
import { isClosedValue } from "./flow/closed-values.js";
import { isFromKnownService } from "./flow/known-service.js";
import { handlerAround, isAllFrom, traceAlternatives, traceSources, type Source, type TraceContext } from "./flow/trace.js";
import { isAgentFile } from "./gate.js";
import { originOf } from "./origin/origin.js";
import { definitionOf } from "./origin/value.js";
import { namedCalls } from "./origin/named-call.js";
import { functionOf } from "./origin/value.js";
import { Project, type FileParser } from "./project/project.js";
import { fileOf, SourceFile } from "./project/source-file.js";
import { enclosingFunction, isClass, isWithin, memberName, unwrapAwaited, type CallNode, type ClassNode, type FunctionNode, type Node } from "./syntax/expression.js";
import { brandReader, type BrandReader, type TypeServices } from "./types/brands.js";

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/** A function that runs as part of an agent, with everything it reaches. */
export interface AgentCode {
  readonly kind: "tool" | "node";
  readonly fn: FunctionNode;
  readonly self: ClassNode | undefined;
  readonly tool: Tool | undefined;
  /** The tool's or the node's name, for messages. */
  readonly name: string | undefined;
}

/** An effect with what guards it. */
export interface GuardedEffect {
  readonly code: AgentCode;
  readonly effect: Effect;
  readonly approval: Approval;
}

/** What one file says about agents. Built once, lazily, and shared by all rules. */
export class AgentModel {
  readonly file: SourceFile;
  readonly policy: Policy;
  readonly setting: FileSetting;
  readonly brandsOf: BrandReader;
  readonly vocabulary: IdentityVocabulary;
  readonly #memo = new Map<string, unknown>();
  readonly #calls: Readonly<Record<"externalCalls" | "readCalls" | "approvalCalls" | "deadlineClients" | "verifiedIdentityCalls" | "untrustedCalls" | "delimiterCalls" | "screeningCalls" | "retryCalls", ReturnType<typeof namedCalls>>>;

  constructor(file: SourceFile, policy: Policy, cwd: string, services: TypeServices | undefined) {
    this.file = file;
    this.policy = policy;
    this.setting = classifySetting(file, cwd);
    this.brandsOf = brandReader(services);
    this.vocabulary = identityVocabulary(policy.identityKeys, policy.notIdentityKeys);
    this.#calls = {
      externalCalls: namedCalls(policy.externalCalls),
      readCalls: namedCalls(policy.readCalls),
      approvalCalls: namedCalls(policy.approvalCalls),
      deadlineClients: namedCalls(policy.deadlineClients),
      verifiedIdentityCalls: namedCalls(policy.verifiedIdentityCalls),
      untrustedCalls: namedCalls(policy.untrustedCalls),
      delimiterCalls: namedCalls(policy.delimiterCalls),
      screeningCalls: namedCalls(policy.screeningCalls),
      retryCalls: namedCalls(policy.retryCalls),
    };
  }

  get tools(): readonly Tool[] {
    return this.#once("tools", () => [...findTools(this.file), ...findDeclaredTools(this.file, this.agents)]);
  }

  get agents(): readonly Agent[] {
    return this.#once("agents", () => findAgents(this.file));
  }

  get graphNodes(): readonly GraphNode[] {
    return this.#once("graphNodes", () => findGraphNodes(this.file));
  }

  get handlers(): readonly Handler[] {
    return this.#once("handlers", () => findHandlers(this.file));
  }

  get threadIds(): readonly ThreadId[] {
    return this.#once("threadIds", () => findThreadIds(this.file));
  }

  /** The handlers of tools and the functions of graph nodes. */
  get agentCode(): readonly AgentCode[] {
    return this.#once("agentCode", () => {
      const code: AgentCode[] = [];
      for (const tool of this.tools) {
        if (tool.handler) code.push({ kind: "tool", fn: tool.handler, self: isClass(tool.node) ? tool.node : undefined, tool, name: tool.name });
      }
      for (const node of findNodeFunctions(this.file, this.graphNodes)) code.push({ kind: "node", fn: node.fn, self: undefined, tool: undefined, name: node.name });
      return code;
    });
  }

  reachedFrom(code: AgentCode): readonly ReachedCall[] {
    return this.#reach(code.fn, code.self).calls;
  }

  #reach(fn: FunctionNode, self: ClassNode | undefined): Reach {
    return this.#of("reached", fn, () => {
      const apart = new Set<Node | undefined>(this.tools.map((tool) => tool.handler));
      return reach(fn, self, { mayMatter: (text) => HTTP_HINT.test(text) || SINK_HINT.test(text) || this.policy.externalCalls.length > 0, isApart: (inner) => apart.has(inner) });
    });
  }

  /** The effects of everything that a function reaches. */
  #effectsReachedFrom(fn: FunctionNode, self: ClassNode | undefined): readonly Effect[] {
    return this.#of("effectsReached", fn, () => {
      const policy = { isExternal: this.#calls.externalCalls, isRead: this.#calls.readCalls, isToolHandler: this.traceContext.isToolHandler };
      const { calls, tags } = this.#reach(fn, self);
      return [...calls.flatMap((reached) => classifyEffect(reached, policy) ?? []), ...tags.flatMap((reached) => classifyTag(reached) ?? [])];
    });
  }

  /** The HTTP calls that tools and nodes reach, each once, with the code that reaches it first. */
  get agentHttpCalls(): readonly { readonly http: HttpCall; readonly reached: ReachedCall; readonly code: AgentCode }[] {
    return this.#once("agentHttpCalls", () => {
      const calls = new Map<Node, { http: HttpCall; reached: ReachedCall; code: AgentCode }>();
      for (const code of this.agentCode) {
        for (const reached of this.reachedFrom(code)) {
          if (this.#endsInTime(reached) || hasRunDeadline(code.fn, code.tool, this.graphNodes)) continue;
          const http = parseHttpCall(reached.call, reached.frame);
          if (!http) continue;
          const known = calls.get(reached.call);
          // Reached twice with different options: the call without a deadline is the one that hangs.
          if (!known || (known.http.deadline !== "none" && http.deadline === "none")) calls.set(reached.call, { http, reached, code });
        }
      }
      for (const owner of this.file.index.classes) this.#methodCalls(owner, calls);
      return [...calls.values()];
    });
  }

  /** Whether the policy vouches for the call, or for one on the way to it. */
  #endsInTime(reached: ReachedCall): boolean {
    for (let at: ReachedCall["frame"] | undefined = reached.frame; at; at = at.caller) if (at.call && this.#calls.deadlineClients(at.call)) return true;
    return this.#calls.deadlineClients(reached.call);
  }

  /** Methods of a tool's base class are tool code even where no subclass of the file calls them. */
  #methodCalls(owner: ClassNode, calls: Map<Node, { http: HttpCall; reached: ReachedCall; code: AgentCode }>): void {
    const tool = this.tools.find((candidate) => candidate.node === owner);
    if (!tool) return;
    for (const call of this.file.index.calls) {
      if (calls.has(call)) continue;
      const fn = enclosingFunction(call);
      if (!fn || !isMethodOf(fn, owner) || this.#calls.deadlineClients(call)) continue;
      const frame = { fn, call: undefined, caller: undefined, self: owner };
      const http = parseHttpCall(call, frame);
      if (http) calls.set(call, { http, reached: { call, frame, place: call, hops: 0 }, code: { kind: "tool", fn, self: owner, tool, name: tool.name } });
    }
  }

  /** Every HTTP call of the file, whoever makes it. */
  get httpCalls(): readonly HttpCall[] {
    return this.#once("httpCalls", () => {
      const vouchedFor = this.file.index.calls.filter((call) => this.#calls.deadlineClients(call)).map((call) => functionOf(call.callee));
      return this.file.index.calls.filter((call) => !this.#calls.deadlineClients(call) && !vouchedFor.some((fn) => fn && isWithin(call, fn))).flatMap((call) => parseHttpCall(call, undefined) ?? []);
    });
  }

  /** The effects of a tool or node on the outside, with what guards them. */
  effectsOf(code: AgentCode): readonly GuardedEffect[] {
    return this.#of("effects", code.fn, () => this.#effectsReachedFrom(code.fn, code.self).map((effect) => ({ code, effect, approval: this.#approvalOf(code, effect.reached) })));
  }

  /** Whether the code asks somebody at all, on whatever way and with whatever consequence. */
  asks(code: AgentCode): boolean {
    return this.reachedFrom(code).some(({ call }) => isAsking(call));
  }

  #approvalOf(code: AgentCode, reached: ReachedCall | ReachedTag, agents: readonly Agent[] = this.agents): Approval {
    const surroundings: ApprovalSurroundings = { agents, graphNodes: this.graphNodes, policy: { isApproval: this.#calls.approvalCalls }, brandsOf: this.brandsOf };
    const onTheWay = approvalOnTheWay(reached, surroundings);
    if (onTheWay !== "unguarded") return onTheWay;
    return code.tool ? approvalOfTool(code.tool, surroundings) : approvalOfNode(code.fn, surroundings);
  }

  /** What a value is made from. */
  sourcesOf(node: Node, frame?: ReachedCall["frame"]): readonly Source[] {
    return traceSources(node, this.traceContext, frame);
  }

  /** The same where only text matters: a number, or one of a list of constants, carries nobody's words. */
  textSourcesOf(node: Node, frame?: ReachedCall["frame"]): readonly Source[] {
    return traceSources(node, this.#textContext, frame);
  }

  get #textContext(): TraceContext {
    return this.#once("textContext", () => {
      const schemas = new Map(this.tools.map((tool) => [tool.handler, tool.schemaNode]));
      return { ...this.traceContext, isClosed: (value) => isClosedValue(value, (fn) => schemas.get(fn)) };
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

  /** Whether the client's value is looked up together with the caller's verified identity before it is used, or passed on with it. */
  isOwnershipChecked(thread: ThreadId, value: Node): boolean {
    return this.#of("ownership", value, () => isCheckedWithIdentity(thread.place, value, thread.runs, this.traceContext));
  }

  /** A node of a graph that this file shows whole: the model's output can reach it. */
  isModelDrivenNode(code: AgentCode): boolean {
    return code.kind === "node" && this.graphNodes.some((node) => node.fn === code.fn) && this.file.index.calls.some((call) => isModelCall(call));
  }

  /** Where to point at for something that a tool or node reaches: in its own body. */
  placeInCode(reached: ReachedCall | ReachedTag): Node {
    let { frame } = reached;
    let place: Node = reached.call;
    while (frame.caller && frame.call) {
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
    const place = this.placeInCode(reached);
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
    return this.#calls.retryCalls(call);
  }

  /** Whether the file tells the framework to pass tool errors on: `handleToolErrors: false`. */
  get letsToolErrorsThrough(): boolean {
    return this.#once("letsToolErrorsThrough", () => (this.file.index.properties.get("handleToolErrors") ?? []).some((property) => property.value.type === "Literal" && property.value.value === false));
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
    return this.#once("traceContext", () => {
      const toolHandlers = new Set(this.tools.map((tool) => tool.handler));
      return { handlers: this.handlers, vocabulary: this.vocabulary, isVerifiedCall: this.#calls.verifiedIdentityCalls, foreignText: (call) => (this.#calls.untrustedCalls(call) ? "untrusted text" : (foreignTextOf(call) ?? this.#answerOfTool(call))), isDelimiter: this.#calls.delimiterCalls, isModelOutput, isToolHandler: (fn) => toolHandlers.has(fn), configParameter: (fn) => this.configParameter(fn) };
    });
  }

  /** `await readPage.invoke({ url })`: what a tool that reads text of others answers. */
  #answerOfTool(call: CallNode): string | undefined {
    const callee = unwrapAwaited(call.callee);
    if (callee.type !== "MemberExpression" || !["invoke", "call", "execute"].includes(memberName(callee) ?? "")) return undefined;
    const tool = toolOf(callee.object);
    return tool && this.readsForeignText(tool) ? "a tool's answer" : undefined;
  }

  /** Number of the parameter by which a tool's handler or a node gets the run's config. */
  configParameter(fn: FunctionNode): number | undefined {
    const table = this.#once("configParameters", () => new Map<FunctionNode, number>(this.agentCode.map((code) => [code.fn, code.tool?.contextParameter ?? 1])));
    return table.get(fn) ?? annotatedConfigParameter(fn);
  }

  get storeCalls(): readonly StoreCall[] {
    return this.#once("storeCalls", () => findStoreCalls(this.file, (fn) => this.configParameter(fn)));
  }

  /** Where tools and nodes of the file read who is calling from the run's config. */
  get identityReads(): readonly IdentityRead[] {
    return this.#once("identityReads", () => this.agentCode.flatMap((code) => findIdentityReads(code.fn, code.tool?.contextParameter ?? 1, this.vocabulary)));
  }

  /** Whether a place runs for a user: in a tool, a node, or a handler. */
  isServing(node: Node): boolean {
    const fns = this.#once("servingFunctions", () => new Set<Node>([...this.agentCode.map((code) => code.fn), ...this.handlers.map((handler) => handler.fn)]));
    for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (fns.has(fn)) return true;
    return false;
  }

  /** The ways by which tools, nodes and handlers of the file reach a call in a helper of theirs. */
  framesOf(call: CallNode): readonly ReachedCall["frame"][] {
    const fns = this.#once("entryPoints", () => [...new Map([...this.agentCode.map((code) => [code.fn, code.self] as const), ...this.handlers.map((handler) => [handler.fn, undefined] as const)])]);
    return this.#of("frames", call, () => fns.flatMap(([fn, self]) => this.#reach(fn, self).calls.flatMap((reached) => (reached.call === call && reached.frame.caller ? [reached.frame] : []))));
  }

  get prompts(): readonly Prompt[] {
    return this.#once("prompts", () => findPrompts(this.file, this.agents, this.tools, { isOpaque: (call) => this.#calls.delimiterCalls(call) || this.#calls.untrustedCalls(call), isClosed: (name) => this.#textContext.isClosed?.(name) === true }));
  }

  get runConfigs(): readonly RunConfig[] {
    return this.#once("runConfigs", () => findRunConfigs(this.file));
  }

  get stampedValues(): readonly StampedValue[] {
    return this.#once("stampedValues", () => findStampedValues(this.file, this.runConfigs));
  }

  /** The ways by which handlers reach the place where a value is stamped on a run. */
  framesOfStamp(stamped: StampedValue): readonly (ReachedCall["frame"] | undefined)[] {
    if (stamped.frame) return [stamped.frame];
    const frames = stamped.run ? this.framesOf(stamped.run) : [];
    return frames.length > 0 ? frames : [undefined];
  }

  /**
   * Whether what the client or the model wrote may be believed at a place: it is checked against the caller's identity
   * before, or the caller is a service that proved itself. `uses` are the calls that are to be guarded; they check nothing.
   */
  isVouchedFor(value: Node, written: Node, uses: readonly CallNode[], frame: ReachedCall["frame"] | undefined): boolean {
    let place = written;
    for (let at = frame; at; at = at.caller) place = at.call ?? place;
    return isCheckedWithIdentity(place, value, uses, this.traceContext) || isFromKnownService(place, this.traceContext);
  }

  get executions(): readonly Execution[] {
    return this.#once("executions", () => findExecutions(this.file));
  }

  get identityFallbacks(): readonly IdentityFallback[] {
    return this.#once("identityFallbacks", () => findIdentityFallbacks(this.file, this.stampedValues, this.traceContext));
  }

  /** Where tools read an identity from the run without a guard that verifies it. */
  get toolIdentityReads(): readonly { readonly read: IdentityRead; readonly tool: Tool }[] {
    return this.#once("toolIdentityReads", () =>
      this.agentCode.flatMap((code) => {
        const { tool } = code;
        return tool ? findIdentityReads(code.fn, tool.contextParameter, this.vocabulary).map((read) => ({ read, tool })) : [];
      }),
    );
  }

  /** What runs take over whole for their config. */
  get wholeConfigParts(): readonly WholePart[] {
    return this.#once("wholeConfigParts", () => this.runConfigs.flatMap((run) => (run.evident ? wholeParts(run) : [])));
  }

  /** Whether the client alone wrote a value. */
  isSentByClient(node: Node, frame?: ReachedCall["frame"]): boolean {
    return isAllFrom(this.sourcesOf(node, frame), "client");
  }

  /** Whether no schema limits the keys of an object, as far as that can be told. */
  isUnlimited(node: Node): boolean {
    const limits = limitsOf(node);
    return limits === undefined || limits === "any";
  }

  /** Effects that stand before an interrupt in the same function, on a way that leads to it. */
  get effectsBeforeInterrupts(): readonly { readonly effect: Effect; readonly interrupt: Interrupt; readonly place: Node }[] {
    return this.#once("effectsBeforeInterrupts", () => {
      return this.interrupts.flatMap((interrupt) => {
        const effects = interrupt.fn ? this.#effectsIn(interrupt.fn) : [];
        return effects.filter(({ effect, place }) => effect.kind !== "write" && place !== interrupt.call && mayPrecede(place, interrupt.call)).map((found) => ({ ...found, interrupt }));
      });
    });
  }

  /** The effects that a function reaches, each with its place in the function itself. */
  #effectsIn(fn: FunctionNode): readonly { readonly effect: Effect; readonly place: Node }[] {
    return this.#of("effectsIn", fn, () => this.#effectsReachedFrom(fn, undefined).map((effect) => ({ effect, place: this.placeInCode(effect.reached) })));
  }

  /** The entries of all approval tables of the file. */
  get approvalEntries(): readonly ApprovalEntry[] {
    return this.#once("approvalEntries", () => this.agents.flatMap((agent) => approvalEntries(agent)));
  }

  get compiledGraphs(): readonly CompiledGraph[] {
    return this.#once("compiledGraphs", () => findCompiledGraphs(this.file));
  }

  get brandAssertions(): readonly BrandAssertion[] {
    return this.#once("brandAssertions", () => findBrandAssertions(this.file, this.brandsOf));
  }

  get unreasonedEscapes(): readonly UnreasonedEscape[] {
    return this.#once("unreasonedEscapes", () => findUnreasonedEscapes(this.file));
  }

  /** The tool's own code, for a tool of this file. */
  codeOf(tool: Tool): AgentCode | undefined {
    return this.agentCode.find((code) => code.tool?.node === tool.node) ?? (tool.handler ? { kind: "tool", fn: tool.handler, self: isClass(tool.node) ? tool.node : undefined, tool, name: tool.name } : undefined);
  }

  /** Whether all that a tool asks over HTTP are services with a directory of their own, where an id names an entry of theirs. */
  asksOnlyDirectories(tool: Tool): boolean {
    const code = this.codeOf(tool);
    if (!code) return false;
    const calls = this.reachedFrom(code).flatMap((reached) => parseHttpCall(reached.call, reached.frame) ?? []);
    return calls.length > 0 && calls.every((http) => isDirectoryHost(http.urlText));
  }

  /** Whether a tool gives the model text that somebody else wrote: a page it chose, documents, mail. */
  readsForeignText(tool: Tool): boolean {
    const code = this.codeOf(tool);
    if (!code) return false;
    return this.#of("readsForeignText", code.fn, () => this.reachedFrom(code).some((reached) => isForeignRead(reached, this.#calls.untrustedCalls)));
  }

  /** The effects of a tool as that agent holds it: another agent's approval guards nothing here. */
  effectsInHandsOf(agent: Agent, tool: Tool): readonly GuardedEffect[] {
    const code = this.codeOf(tool);
    return code ? this.effectsOf(code).map(({ effect }) => ({ code, effect, approval: this.#approvalOf(code, effect.reached, [agent]) })) : [];
  }

  /** What an agent's tools can do. */
  powersOf(agent: Agent): readonly ToolPower[] {
    return this.#of("powers", agent.call, () => powersOf(agent, this));
  }

  /** Whether a person is asked before a tool or node comes to a call. */
  isApproved(call: Node): boolean {
    const ways = this.agentCode.flatMap((code) => this.reachedFrom(code).flatMap((reached) => (reached.call === call ? [this.#approvalOf(code, reached)] : [])));
    return ways.length > 0 && ways.every((approval) => approval === "guarded");
  }

  /** Whether a detector runs on what an agent gets: in the file, or as a part of the agent. */
  isScreened(agent: Agent): boolean {
    return this.#once("screens", () => this.file.index.calls.some((call) => this.#calls.screeningCalls(call) || isScreening(call))) || hasOwnScreening(agent.options);
  }

  isHere(node: Node): boolean {
    return fileOf(node) === this.file;
  }

  /** An identifier of the caller, not the caller's display name or an object around it. */
  isIdentityText(node: Node): boolean {
    const text = this.textOf(node);
    const last = /([\p{L}\p{N}_$]+)\W*$/u.exec(text)?.[1] ?? "";
    return this.vocabulary.classify(last, "certain") !== undefined || ["id", "sub", "uid", "role"].includes(last);
  }

  /** The head of a block, `catch (error)`, so that the squiggle does not cover the whole body. */
  headOf(clause: { readonly range: readonly [number, number]; readonly body: Node } & Pick<Node, "loc">): TSESTree.SourceLocation {
    return { start: clause.loc.start, end: clause.body.loc.start };
  }

  /** The names of an agent's tools; `undefined` where one cannot be seen. */
  toolNamesOf(agent: Agent): ReadonlySet<string> | undefined {
    return toolNames(agent);
  }

  get ownInertApprovals(): readonly { readonly property: TSESTree.Property; readonly tool: Tool }[] {
    return this.#once("ownInertApprovals", () => findOwnInertApprovals(this.tools));
  }

  /** Interrupts whose answer has no say in an effect behind them. */
  get ignoredAnswers(): readonly { readonly interrupt: Interrupt; readonly effect: Effect }[] {
    return this.#once("ignoredAnswers", () =>
      this.interrupts.flatMap((interrupt) => {
        const found = interrupt.fn && this.#effectsIn(interrupt.fn).find(({ effect, place }) => effect.certainty === "certain" && effect.kind !== "write" && ignoresAnswer(interrupt, place));
        return found ? [{ interrupt, effect: found.effect }] : [];
      }),
    );
  }

  /** Where a run is paused without a checkpointer to continue from. */
  get interruptedWithoutCheckpointer(): readonly { readonly node: Node }[] {
    return this.#once("interruptedWithoutCheckpointer", () => {
      const runs = this.runConfigs.length > 0 || this.file.index.calls.some((call) => this.#isLocalRun(call));
      if (!runs) return [];
      const graphs = this.interrupts.length > 0 ? this.compiledGraphs.filter((graph) => graph.checkpointer === "missing").map((graph) => ({ node: graph.call.callee })) : [];
      const agents = this.agents
        .filter((agent) => agent.factory.path.at(-1) !== "new" && (this.interrupts.length > 0 || (agent.approvals !== "unknown" && agent.approvals.size > 0)) && agent.framework.id === "langchain" && checkpointerOf(agent.options) === "missing")
        .map((agent) => ({ node: agent.call.callee }));
      return [...graphs, ...agents];
    });
  }

  #isLocalRun(call: CallNode): boolean {
    const origin = originOf(call.callee);
    return ["invoke", "stream", "streamEvents"].includes(origin?.path.at(-1) ?? "") && (origin?.path.includes("compile") === true || origin?.path.includes("createAgent") === true || origin?.path.includes("createReactAgent") === true);
  }

  get isDeployedByPlatform(): boolean {
    return this.#once("isDeployedByPlatform", () => isDeployedByPlatform(this.file.path));
  }

  get openToolLists(): readonly OpenToolList[] {
    return this.#once("openToolLists", () => [...this.agents.flatMap((agent) => findOpenToolLists(agent)), ...findOpenBindings(this.file)]);
  }

  /** Whether an agent of this file is run in a handler on what the client sent. */
  isRunForClients(agent: Agent): boolean {
    return this.handlers.length > 0 && this.file.index.calls.some((call) => {
      if (!isRunOf(call, agent) || !handlerAround(call, this.handlers)) return false;
      return call.arguments.some((argument) => argument.type !== "SpreadElement" && this.textSourcesOf(argument).some((source) => source.kind === "client"));
    });
  }

  get interrupts(): readonly Interrupt[] {
    return this.#once("interrupts", () => findInterrupts(this.file));
  }

  /** What a finder makes of this file, asked once and kept: facts that only some rules need live in files of their own. */
  derive<Value>(find: (model: AgentModel) => Value): Value {
    if (!this.#derived.has(find)) this.#derived.set(find, find(this));
    return this.#derived.get(find) as Value;
  }

  readonly #derived = new Map<unknown, unknown>();

  #once<Value>(key: string, make: () => Value): Value {
    if (!this.#memo.has(key)) this.#memo.set(key, make());
    return this.#memo.get(key) as Value;
  }

  readonly #perNode = new Map<string, WeakMap<Node, unknown>>();

  #of<Value>(key: string, node: Node, make: () => Value): Value {
    let table = this.#perNode.get(key);
    if (!table) this.#perNode.set(key, (table = new WeakMap()));
    if (!table.has(node)) table.set(node, make());
    return table.get(node) as Value;
  }
}

const SINK_HINT = sinkHint();

function isMethodOf(fn: FunctionNode, owner: ClassNode): boolean {
  for (let at: Node | undefined = fn; at; at = at.parent) {
    if (at.type === "MethodDefinition" || at.type === "PropertyDefinition") return at.parent.parent === owner && !(at.type === "MethodDefinition" && at.kind === "constructor");
  }
  return false;
}

const models = new WeakMap<object, AgentModel | null>();

/** The model of the file that ESLint lints, or `undefined` where no agent is in sight. */
export function modelOf(context: Context, policy: Policy): AgentModel | undefined {
  const { sourceCode } = context;
  const known = models.get(sourceCode);
  if (known !== undefined) return known ?? undefined;
  const parser = (context.languageOptions as { parser?: FileParser } | undefined)?.parser;
  const project = Project.of(parser);
  const path = context.physicalFilename;
  const model = isAgentFile({ ast: sourceCode.ast, text: sourceCode.text, path, scopes: sourceCode.scopeManager }, project, policy) ? buildModel(context, policy, project, path) : null;
  models.set(sourceCode, model);
  return model ?? undefined;
}

function buildModel(context: Context, policy: Policy, project: Project, path: string): AgentModel | null {
  const { sourceCode } = context;
  // Without scopes (a processor's virtual file, a foreign language) nothing can be resolved.
  if (!sourceCode.scopeManager) return null;
  const file = new SourceFile({ path, ast: sourceCode.ast, text: sourceCode.text, scopes: sourceCode.scopeManager, visitorKeys: sourceCode.visitorKeys, project, linted: true });
  return new AgentModel(file, policy, context.cwd, sourceCode.parserServices as TypeServices | undefined);
}
