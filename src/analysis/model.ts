import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { AgentFile, type GuardedEffect } from "./agent-file.js";
import { policyOf, type Policy } from "../policy/policy.js";
import { type Effect } from "./effects/effects.js";
import { hasOwnScreening, isScreening } from "./effects/foreign-text.js";
import { isDirectoryHost } from "./effects/http-clients.js";
import { awaitsOnlyDirectories } from "./effects/directory-clients.js";
import { functionOfCode } from "./facts/agent-code.js";
import { isRunOf, type Agent } from "./facts/agents.js";
import { parseHttpCall } from "./facts/http.js";
import { holds } from "./facts/handler-parts.js";
import { findIdentityReads, runPathOf, type IdentityRead } from "./facts/identity-reads.js";
import { findInterrupts, type Interrupt } from "./facts/interrupts.js";
import { type ReachedCall } from "./facts/reach.js";
import { findChainedPrompts } from "./facts/chained-prompts.js";
import { findPrompts, type Prompt } from "./facts/prompts.js";
import type { Surroundings } from "./facts/prompt-text.js";
import { findExecutions, type Execution } from "./facts/execution.js";
import { findRunConfigs, findStampedValues, wholeParts, type RunConfig, type StampedValue, type WholePart } from "./facts/run-configs.js";
import { approvalEntries, type ApprovalEntry } from "./facts/agent-approvals.js";
import { findBrandAssertions, findUnreasonedEscapes, type UnreasonedEscape } from "./facts/brand-assertions.js";
import type { BrandAssertion } from "./facts/brand-types.js";
import { findCompiledGraphs, isDeployedByPlatform, type CompiledGraph } from "./facts/graphs.js";
import { findIdentityFallbacks, type IdentityFallback } from "./facts/identity-fallbacks.js";
import { mayPrecede, mayPrecedeInLoop } from "./flow/dominance.js";
import { findOwnInertApprovals, ignoresAnswer, toolNames } from "./facts/inert-approvals.js";
import { findOpenBindings, findOpenToolLists, type OpenToolList } from "./facts/tool-lists.js";
import { powersOf, type ToolPower } from "./facts/tool-powers.js";
import { findStoreCalls, type StoreCall } from "./facts/stores.js";
import { type Tool } from "./facts/tools.js";
import { limitsOf } from "./facts/validations.js";
import { isCheckedWithIdentity } from "./flow/ownership.js";
import { isFromEntitledCaller } from "./flow/entitled-callers.js";
import { isAllFrom } from "./flow/sources.js";
import { handlerAround } from "./flow/trace.js";
import { isAgentFile } from "./gate.js";
import { samePath } from "./origin/origin.js";
import { followingParser } from "./project/following-parser.js";
import { Project, type FileParser } from "./project/project.js";
import { SourceFile } from "./project/source-file.js";
import { enclosingFunction, isWithin, type CallNode, type FunctionNode, type Node } from "./syntax/expression.js";

type Context = Readonly<TSESLint.RuleContext<string, readonly unknown[]>>;

/** What one file says about agents. Built once, lazily, and shared by all rules. */
export class AgentModel extends AgentFile {
  get storeCalls(): readonly StoreCall[] {
    return this.once("storeCalls", () => findStoreCalls(this.file, (fn) => this.configParameter(fn)));
  }

  /** Where tools and nodes of the file read who is calling from the run's config. */
  get identityReads(): readonly IdentityRead[] {
    return this.once("identityReads", () => [...new Map(this.agentCode.map((code) => [code.fn, code])).values()].flatMap((code) => findIdentityReads(code.fn, code.tool?.contextParameter ?? 1, this.vocabulary)));
  }

  /** Whether a place runs for a user: in a tool, a node, or a handler. */
  isServing(node: Node): boolean {
    const fns = this.once("servingFunctions", () => new Set<Node>([...this.agentCode.flatMap((code) => [code.fn, functionOfCode(code)]), ...this.runFunctions.keys(), ...this.handlers.map((handler) => handler.fn)]));
    for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) if (fns.has(fn)) return true;
    return false;
  }

  /** The ways by which tools, nodes and handlers of the file reach a call in a helper of theirs. */
  framesOf(call: CallNode): readonly ReachedCall["frame"][] {
    const fns = this.once("entryPoints", () => [...new Map([...this.agentCode.map((code) => [code.fn, code.self] as const), ...this.handlers.map((handler) => [handler.fn, undefined] as const)])]);
    return this.of("frames", call, () => fns.flatMap(([fn, self]) => this.reachOf({ fn, self, tool: undefined }).calls.flatMap((reached) => (reached.call === call && reached.frame.caller ? [reached.frame] : []))));
  }

  get prompts(): readonly Prompt[] {
    return this.once("prompts", () => {
      const surroundings: Surroundings = { isOpaque: (call) => this.calls.delimiterCalls(call) || this.calls.untrustedCalls(call), isClosed: (name) => this.textContext.isClosed?.(name) === true };
      return [...findPrompts(this.file, this.agents, this.tools, surroundings), ...findChainedPrompts(this.file, surroundings)];
    });
  }

  get runConfigs(): readonly RunConfig[] {
    return this.once("runConfigs", () => findRunConfigs(this.file));
  }

  get stampedValues(): readonly StampedValue[] {
    return this.once("stampedValues", () => findStampedValues(this.file, this.runConfigs));
  }

  /** The ways by which handlers reach the place where a value is stamped on a run. */
  framesOfStamp(stamped: StampedValue): readonly (ReachedCall["frame"] | undefined)[] {
    if (stamped.frame) return [stamped.frame];
    const frames = stamped.run ? this.framesOf(stamped.run) : [];
    return frames.length > 0 ? frames : [undefined];
  }

  /**
   * Whether what the client or the model wrote may be believed at a place: it is checked against the caller's identity
   * before, or the caller has proved to be somebody who may speak for others. `uses` are the calls that are to be guarded; they check nothing.
   */
  isVouchedFor(value: Node, written: Node, uses: readonly CallNode[], frame: ReachedCall["frame"] | undefined): boolean {
    let place = written;
    for (let at = frame; at; at = at.caller) place = at.call ?? place;
    // What a step of a workflow is given, whoever starts the workflow answers for.
    if ([value, place].some((node) => handlerAround(node, this.handlers)?.kind === "step")) return true;
    return isCheckedWithIdentity(place, value, uses, this.traceContext) || isFromEntitledCaller(place, this.traceContext) || isFromEntitledCaller(value, this.traceContext);
  }

  /** Whether the model can only pick a value from a list that the tool's schema writes down. */
  isChoiceOfModel(value: Node): boolean {
    const tool = this.tools.find(({ handler }) => handler && isWithin(value, handler));
    const path = tool && runPathOf(value, { configParameter: (fn) => (fn === tool.handler ? 0 : undefined) });
    const field = path && tool.schema?.fields.find((each) => samePath(each.path, path));
    return field?.choice === true;
  }

  get executions(): readonly Execution[] {
    return this.once("executions", () => findExecutions(this.file));
  }

  get identityFallbacks(): readonly IdentityFallback[] {
    return this.once("identityFallbacks", () => findIdentityFallbacks(this.file, this.stampedValues, this.traceContext));
  }

  /** Where tools read an identity from the run without a guard that verifies it. */
  get toolIdentityReads(): readonly { readonly read: IdentityRead; readonly tool: Tool }[] {
    return this.once("toolIdentityReads", () =>
      this.agentCode.flatMap((code) => {
        const { tool } = code;
        return tool ? findIdentityReads(code.fn, tool.contextParameter, this.vocabulary).flatMap((read) => (holds(tool.part, read.node) && tool.framework.context.verified?.includes(read.path[0] ?? "") !== true ? [{ read, tool }] : [])) : [];
      }),
    );
  }

  /** What runs take over whole for their config. */
  get wholeConfigParts(): readonly WholePart[] {
    return this.once("wholeConfigParts", () => this.runConfigs.flatMap((run) => (run.evident ? wholeParts(run) : [])));
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
    return this.once("effectsBeforeInterrupts", () => {
      return this.interrupts.flatMap((interrupt) => {
        const effects = interrupt.fn ? this.#effectsIn(interrupt.fn) : [];
        return effects.filter(({ effect, place }) => effect.kind !== "write" && place !== interrupt.call && (mayPrecede(place, interrupt.call) || mayPrecedeInLoop(place, interrupt.call))).map((found) => ({ ...found, interrupt }));
      });
    });
  }

  /** The effects that a function reaches, each with its place in the function itself. */
  #effectsIn(fn: FunctionNode): readonly { readonly effect: Effect; readonly place: Node }[] {
    return this.of("effectsIn", fn, () => this.effectsReachedFrom({ fn, self: undefined, tool: undefined }).map((effect) => ({ effect, place: this.placeInCode(effect.reached) })));
  }

  /** The entries of all approval tables of the file. */
  get approvalEntries(): readonly ApprovalEntry[] {
    return this.once("approvalEntries", () => this.agents.flatMap((agent) => approvalEntries(agent)));
  }

  get compiledGraphs(): readonly CompiledGraph[] {
    return this.once("compiledGraphs", () => findCompiledGraphs(this.file));
  }

  get brandAssertions(): readonly BrandAssertion[] {
    return this.once("brandAssertions", () => findBrandAssertions(this.file, this.brandsOf));
  }

  get unreasonedEscapes(): readonly UnreasonedEscape[] {
    return this.once("unreasonedEscapes", () => findUnreasonedEscapes(this.file));
  }

  /** Whether all that a tool asks over HTTP, or through clients, are services with a directory of their own, where an id names an entry of theirs. */
  asksOnlyDirectories(tool: Tool): boolean {
    const code = this.codeOf(tool);
    // A tool that is only declared is answered by other code of its file.
    const calls = code ? this.reachedFrom(code).flatMap((reached) => parseHttpCall(reached.call, reached.frame) ?? []) : this.httpCalls;
    return calls.length > 0 ? calls.every((http) => isDirectoryHost(http.urlText)) : code !== undefined && awaitsOnlyDirectories(this.reachedFrom(code));
  }

  /** The effects of a tool as that agent holds it: another agent's approval guards nothing here. */
  effectsInHandsOf(agent: Agent, tool: Tool): readonly GuardedEffect[] {
    const code = this.codeOf(tool);
    return code ? this.effectsOf(code).map(({ effect }) => ({ code, effect, approval: this.approvalOf(code, effect.reached, [agent]) })) : [];
  }

  /** What an agent's tools can do. */
  powersOf(agent: Agent): readonly ToolPower[] {
    return this.of("powers", agent.call, () => powersOf(agent, this));
  }

  /** Whether a person is asked before a tool or node comes to a call. */
  isApproved(call: Node): boolean {
    const ways = this.agentCode.flatMap((code) => this.reachedFrom(code).flatMap((reached) => (reached.call === call ? [this.approvalOf(code, reached)] : [])));
    return ways.length > 0 && ways.every((approval) => approval === "guarded");
  }

  /** Whether a detector runs on what an agent gets: in the file, or as a part of the agent. */
  isScreened(agent: Agent): boolean {
    return this.once("screens", () => this.file.index.calls.some((call) => this.calls.screeningCalls(call) || isScreening(call))) || hasOwnScreening(agent.options);
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
    return this.once("ownInertApprovals", () => findOwnInertApprovals(this.tools));
  }

  /** Interrupts whose answer has no say in an effect behind them. */
  get ignoredAnswers(): readonly { readonly interrupt: Interrupt; readonly effect: Effect }[] {
    return this.once("ignoredAnswers", () =>
      this.interrupts.flatMap((interrupt) => {
        const found = interrupt.fn && this.#effectsIn(interrupt.fn).find(({ effect, place }) => effect.certainty === "certain" && effect.kind !== "write" && ignoresAnswer(interrupt, place));
        return found ? [{ interrupt, effect: found.effect }] : [];
      }),
    );
  }

  get isDeployedByPlatform(): boolean {
    return this.once("isDeployedByPlatform", () => isDeployedByPlatform(this.file.path));
  }

  get openToolLists(): readonly OpenToolList[] {
    return this.once("openToolLists", () => [...this.agents.flatMap((agent) => findOpenToolLists(agent)), ...findOpenBindings(this.file)]);
  }

  /** Whether an agent of this file is run in a handler on what the client sent. */
  isRunForClients(agent: Agent): boolean {
    return this.handlers.length > 0 && this.file.index.calls.some((call) => {
      if (!isRunOf(call, agent) || !handlerAround(call, this.handlers)) return false;
      return call.arguments.some((argument) => argument.type !== "SpreadElement" && this.textSourcesOf(argument).some((source) => source.kind === "client"));
    });
  }

  get interrupts(): readonly Interrupt[] {
    return this.once("interrupts", () => findInterrupts(this.file));
  }

  /** What a finder makes of this file, asked once and kept: facts that only some rules need live in files of their own. */
  derive<Value>(find: (model: AgentModel) => Value): Value {
    let value = this.#derived.get(find) as Value | undefined;
    if (value === undefined && !this.#derived.has(find)) this.#derived.set(find, (value = find(this)));
    return value as Value;
  }

  readonly #derived = new Map<unknown, unknown>();
}

/** The file that was asked for last: all rules ask for the same one, one after the other. */
let latest: { readonly ast: object; readonly model: AgentModel | undefined } | undefined;

/** The model of the file that ESLint lints, or `undefined` where no agent is in sight. */
export function modelOf(context: Context, policy?: Policy): AgentModel | undefined {
  const { ast } = context.sourceCode;
  if (latest?.ast !== ast) latest = { ast, model: findModel(context, policy ?? policyOf(context.settings)) };
  return latest.model;
}

function findModel(context: Context, policy: Policy): AgentModel | undefined {
  const { sourceCode } = context;
  // A preset without `files` reaches what other languages of ESLint lint as well.
  if (!isProgram(sourceCode.ast)) return undefined;
  const path = context.physicalFilename;
  let project: Project | undefined;
  const projectOf = (): Project => (project ??= Project.of(followingParser((context.languageOptions as { parser?: FileParser } | undefined)?.parser, path)));
  return isAgentFile({ ast: sourceCode.ast, text: sourceCode.text, path, scopes: sourceCode.scopeManager }, projectOf, policy) ? buildModel(context, policy, projectOf(), path) : undefined;
}

/** The trees of JSON, Markdown and CSS look otherwise. */
function isProgram(ast: unknown): boolean {
  return Array.isArray((ast as { readonly body?: unknown }).body);
}

function buildModel(context: Context, policy: Policy, project: Project, path: string): AgentModel | undefined {
  const { sourceCode } = context;
  // Without scopes (a processor's virtual file, a foreign language) nothing can be resolved.
  if (!sourceCode.scopeManager) return undefined;
  const file = new SourceFile({ path, ast: sourceCode.ast, text: sourceCode.text, scopes: sourceCode.scopeManager, visitorKeys: sourceCode.visitorKeys, project, linted: true });
  return new AgentModel(file, policy, context.cwd, sourceCode.parserServices);
}

export type { AgentCode } from "./facts/agent-code.js";
export type { GuardedEffect } from "./agent-file.js";
