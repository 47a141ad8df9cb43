import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Agent } from "../../src/analysis/facts/agents.js";
import { probe, project } from "../support/probe.js";

/** `framework:path [tool, …]` and the approvals of each agent; `…` where the list goes on out of sight. */
function agentsIn(code: string, path?: string): string[] {
  return probe(code, (model) => model.agents.map(describeAgent), path === undefined ? {} : { path });
}

function describeAgent(agent: Agent): string {
  const names = agent.tools.map((held) => `${held.key === undefined ? "" : `${held.key}: `}${held.tool?.name ?? "?"}`);
  const approvals = agent.approvals === "unknown" ? " approvals?" : agent.approvals.size > 0 ? ` approves ${[...agent.approvals.keys()].join(", ")}` : "";
  return `${agent.factory.path.join(".")} [${[...names, ...(agent.toolsComplete ? [] : ["…"])].join(", ")}]${approvals}`;
}

type Row = readonly [title: string, code: string, ...agents: string[]];

const lc = `import { createAgent, tool, humanInTheLoopMiddleware, summarizationMiddleware, createMiddleware } from "langchain"; import { ToolNode, createReactAgent } from "@langchain/langgraph/prebuilt"; const a = tool(() => "", { name: "a" }); const b = tool(() => "", { name: "b" });`;

describe("the tools of an agent", () => {
  it.each<Row>([
    ["in a list", `${lc} createAgent({ model, tools: [a, b] });`, "createAgent [a, b]"],
    ["in a const", `${lc} const tools = [a, b]; createAgent({ model, tools });`, "createAgent [a, b]"],
    ["in a const with as const", `${lc} const tools = [a, b] as const; createAgent({ model, tools });`, "createAgent [a, b]"],
    ["in a list of lists", `${lc} const base = [a]; createAgent({ model, tools: [...base, b] });`, "createAgent [a, b]"],
    ["in a spread of a literal", `${lc} createAgent({ model, tools: [...[a, b]] });`, "createAgent [a, b]"],
    ["made in place", `${lc} createAgent({ model, tools: [tool(() => "", { name: "c" })] });`, "createAgent [c]"],
    ["with a spread that nobody sees", `${lc} createAgent({ model, tools: [a, ...await client.getTools()] });`, "createAgent [a, …]"],
    ["from a call", `${lc} createAgent({ model, tools: await client.getTools() });`, "createAgent […]"],
    ["from a parameter", `${lc} const make = (tools) => createAgent({ model, tools });`, "createAgent […]"],
    ["with one that nobody sees", `${lc} import { c } from "./gone"; createAgent({ model, tools: [a, c] });`, "createAgent [a, ?]"],
    ["from a factory of the project", `${lc} const make = (userId) => tool(() => userId, { name: "c" }); createAgent({ model, tools: [make(id)] });`, "createAgent [c]"],
    ["from a function with a body", `${lc} function make(userId) { return tool(() => userId, { name: "c" }); } createAgent({ model, tools: [make(id)] });`, "createAgent [c]"],
    ["from a function that returns the list", `${lc} const list = () => [a, b]; createAgent({ model, tools: list() });`, "createAgent [a, b]"],
    ["of a class of the project", `${lc} import { StructuredTool } from "@langchain/core/tools"; class C extends StructuredTool { name = "c"; async _call() {} } createAgent({ model, tools: [new C()] });`, "createAgent [c]"],
    ["one of two", `${lc} createAgent({ model, tools: dry ? [a] : [a, b] });`, "createAgent […]"],
    ["none", `${lc} createAgent({ model });`, "createAgent []"],
    ["with options in a const", `${lc} const options = { model, tools: [a] }; createAgent(options);`, "createAgent [a]"],
    ["with options that nobody sees", `${lc} createAgent(options);`, "createAgent […] approvals?"],
    ["with options spread from elsewhere", `${lc} createAgent({ ...options, tools: [a] });`, "createAgent [a] approvals?"],
    ["of createReactAgent", `${lc} createReactAgent({ llm, tools: [a] });`, "createReactAgent [a]"],
    ["of a ToolNode", `${lc} new ToolNode([a, b]);`, "ToolNode.new [a, b]"],
    ["of a ToolNode in a const", `${lc} const tools = [a]; new ToolNode(tools);`, "ToolNode.new [a]"],
    ["of a ToolNode in options", `${lc} new ToolNode({ tools: [a] });`, "ToolNode.new [a]"],
    ["of a ToolNode in createReactAgent", `${lc} createReactAgent({ llm, tools: new ToolNode([a]) });`, "createReactAgent [a]", "ToolNode.new [a]"],
    ["of an AgentExecutor", `${lc} import { AgentExecutor } from "langchain/agents"; new AgentExecutor({ agent, tools: [a] });`, "AgentExecutor.new [a]"],
    ["of AgentExecutor's factory", `${lc} import { AgentExecutor } from "langchain/agents"; AgentExecutor.fromAgentAndTools({ agent, tools: [a] });`, "AgentExecutor.fromAgentAndTools [a]"],
    ["of createDeepAgent", `${lc} import { createDeepAgent } from "deepagents"; createDeepAgent({ tools: [a] });`, "createDeepAgent [a]"],
    ["of a record", `import { tool, streamText } from "ai"; const x = tool({ execute: async () => "" }); streamText({ model, tools: { x, y: x } });`, "streamText [x: x, y: x]"],
    ["of a record in a const with a spread", `import { tool, generateText } from "ai"; const x = tool({ execute: async () => "" }); const base = { x }; generateText({ model, tools: { ...base, y: tool({ execute: async () => "" }) } });`, "generateText [x: x, y: y]"],
    ["of a ToolLoopAgent", `import { tool, ToolLoopAgent } from "ai"; const x = tool({ execute: async () => "" }); new ToolLoopAgent({ model, tools: { x } });`, "ToolLoopAgent.new [x: x]"],
    ["of OpenAI's Agent", `import { Agent, tool } from "@openai/agents"; const x = tool({ name: "x", execute: async () => "" }); new Agent({ name: "n", tools: [x] });`, "Agent.new [x]"],
    ["of Mastra's Agent", `import { Agent } from "@mastra/core/agent"; import { createTool } from "@mastra/core/tools"; const x = createTool({ id: "x", execute: async () => "" }); new Agent({ name: "n", tools: { x } });`, "Agent.new [x: x]"],
    ["of an agent of somebody else", `import { createAgent } from "spies"; createAgent({ tools: [a] });`],
    ["of a list that holds itself", `${lc} const tools = [a, ...tools]; createAgent({ model, tools });`, "createAgent [a, a, a, a, a, a, …]"],
  ])("%s", (_title, code, ...agents) => {
    expect(agentsIn(code)).toEqual(agents);
  });

  it("in other files", () => {
    const folder = project({
      "mail.ts": `import { tool } from "langchain"; export const send = tool(() => "", { name: "send_mail" });`,
      "index.ts": `export * from "./mail"; import { send } from "./mail"; export const all = [send];`,
    });
    const path = join(folder, "agent.ts");
    expect(agentsIn(`import { createAgent } from "langchain"; import { send } from "./mail"; createAgent({ model, tools: [send] });`, path)).toEqual(["createAgent [send_mail]"]);
    expect(agentsIn(`import { createAgent } from "langchain"; import { all } from "."; createAgent({ model, tools: all });`, path)).toEqual(["createAgent [send_mail]"]);
    expect(agentsIn(`import { createAgent } from "langchain"; import * as mail from "./mail"; createAgent({ model, tools: [mail.send] });`, path)).toEqual(["createAgent [send_mail]"]);
    expect(agentsIn(`import { streamText } from "ai"; import * as tools from "./mail"; streamText({ model, tools });`, path)).toEqual(["streamText [send: send_mail]"]);
  });
});

describe("the approvals of an agent", () => {
  it.each<Row>([
    ["by middleware", `${lc} createAgent({ model, tools: [a], middleware: [humanInTheLoopMiddleware({ interruptOn: { a: true } })] });`, "createAgent [a] approves a"],
    ["by middleware in a const", `${lc} const hitl = humanInTheLoopMiddleware({ interruptOn: { a: { allowedDecisions: ["approve"] } } }); createAgent({ model, tools: [a], middleware: [hitl] });`, "createAgent [a] approves a"],
    ["by a list of middleware in a const", `${lc} const middleware = [summarizationMiddleware({}), humanInTheLoopMiddleware({ interruptOn: { a: true } })]; createAgent({ model, tools: [a], middleware });`, "createAgent [a] approves a"],
    ["by a key in brackets", `${lc} const NAME = "a"; createAgent({ model, tools: [a], middleware: [humanInTheLoopMiddleware({ interruptOn: { [NAME]: true } })] });`, "createAgent [a] approves a"],
    ["switched off", `${lc} createAgent({ model, tools: [a], middleware: [humanInTheLoopMiddleware({ interruptOn: { a: false } })] });`, "createAgent [a]"],
    ["that never ask", `${lc} createAgent({ model, tools: [a], middleware: [humanInTheLoopMiddleware({ interruptOn: { a: { when: () => false } } })] });`, "createAgent [a]"],
    ["with a spread", `${lc} createAgent({ model, tools: [a], middleware: [humanInTheLoopMiddleware({ interruptOn: { ...rules } })] });`, "createAgent [a] approvals?"],
    ["by middleware of the project", `${lc} import { ours } from "./gone"; createAgent({ model, tools: [a], middleware: [ours] });`, "createAgent [a] approvals?"],
    ["by middleware made here", `${lc} createAgent({ model, tools: [a], middleware: [createMiddleware({ name: "x" })] });`, "createAgent [a] approvals?"],
    ["by middleware of the framework that approves nothing", `${lc} createAgent({ model, tools: [a], middleware: [summarizationMiddleware({ model })] });`, "createAgent [a]"],
    ["by createDeepAgent", `${lc} import { createDeepAgent } from "deepagents"; createDeepAgent({ tools: [a], interruptOn: { a: true } });`, "createDeepAgent [a] approves a"],
    ["of the AI SDK", `import { tool, streamText } from "ai"; const x = tool({ execute: async () => "" }); streamText({ model, tools: { x }, toolApproval: { x: "user-approval", y: "approved" } });`, "streamText [x: x] approves x"],
  ])("%s", (_title, code, ...agents) => {
    expect(agentsIn(code)).toEqual(agents);
  });
});

describe("the nodes of a graph", () => {
  const nodesIn = (code: string): string[] => probe(code, (model) => model.graphNodes.map((node) => `${node.name ?? "?"}: ${node.fn ? "function" : node.value.type}`));
  const lg = `import { StateGraph, Annotation, START, MessagesAnnotation } from "@langchain/langgraph"; const plan = async (state) => ({}); function act(state) {}`;
  it.each<readonly [string, string, ...string[]]>([
    ["in a chain", `${lg} new StateGraph(S).addNode("plan", plan).addNode("act", act).addEdge(START, "plan");`, "act: function", "plan: function"],
    ["on a const", `${lg} const graph = new StateGraph(S); graph.addNode("plan", plan); graph.addNode("act", act);`, "plan: function", "act: function"],
    ["with a name in a const", `${lg} const PLAN = "plan"; new StateGraph(S).addNode(PLAN, plan);`, "plan: function"],
    ["in a record", `${lg} new StateGraph(S).addNode({ plan, act });`, "plan: function", "act: function"],
    ["in a list of pairs", `${lg} new StateGraph(S).addNode([["plan", plan], ["act", act]]);`, "plan: function", "act: function"],
    ["with a function in place", `${lg} new StateGraph(S).addNode("plan", async (state) => ({}));`, "plan: function"],
    ["with options", `${lg} new StateGraph(S).addNode("plan", plan, { retryPolicy: {} });`, "plan: function"],
    ["that is a ToolNode", `${lg} import { ToolNode } from "@langchain/langgraph/prebuilt"; new StateGraph(S).addNode("tools", new ToolNode([]));`, "tools: NewExpression"],
    ["that is a graph", `${lg} const inner = new StateGraph(S).compile(); new StateGraph(S).addNode("inner", inner);`, "inner: Identifier"],
    ["that is a lambda", `${lg} import { RunnableLambda } from "@langchain/core/runnables"; new StateGraph(S).addNode("plan", new RunnableLambda({ func: plan }) as any).addNode("act", RunnableLambda.from(act));`, "plan: function", "act: function"],
    ["that is a lambda of somebody else", `${lg} import { RunnableLambda } from "@acme/lambdas"; new StateGraph(S).addNode("plan", new RunnableLambda({ func: plan }));`, "plan: NewExpression"],
    ["that is a bound method", `${lg} class C { plan(state) {} build() { return new StateGraph(S).addNode("plan", this.plan.bind(this)); } }`, "plan: function"],
    ["of a graph as a parameter", `${lg} function add(graph: StateGraph<any>) { graph.addNode("plan", plan); }`, "plan: function"],
    ["of a graph of somebody else", `import { StateGraph } from "dot"; new StateGraph().addNode("plan", plan);`],
    ["of anything else", `graph.addNode("plan", plan);`],
  ])("%s", (_title, code, ...nodes) => {
    expect(nodesIn(code).sort()).toEqual(nodes.sort());
  });
});

describe("a function that runs as a node", () => {
  const codeIn = (code: string): string[] => probe(code, (model) => model.agentCode.filter(({ kind }) => kind === "node").map(({ name }) => name ?? "?"));
  it.each<readonly [string, string, ...string[]]>([
    ["by its config", `import type { LangGraphRunnableConfig } from "@langchain/langgraph"; export async function plan(state: S, config: LangGraphRunnableConfig) {}`, "plan"],
    ["by its config, as a const", `import { LangGraphRunnableConfig as C } from "@langchain/langgraph"; export const plan = async (state: S, config: C) => {};`, "plan"],
    ["by its runtime", `import type { Runtime } from "@langchain/langgraph"; export const plan = async (state: S, runtime: Runtime<Ctx>) => {};`, "plan"],
    ["by its config that may be missing", `import type { LangGraphRunnableConfig } from "@langchain/langgraph"; export async function plan(state: S, config?: LangGraphRunnableConfig) {}`, "plan"],
    ["not by a config of its own", `export async function plan(state: S, config: LangGraphRunnableConfig) {}`],
    ["not as a callback", `import type { LangGraphRunnableConfig } from "@langchain/langgraph"; wrap(async (state: S, config: LangGraphRunnableConfig) => {});`],
    ["not with a third parameter", `import type { LangGraphRunnableConfig } from "@langchain/langgraph"; export async function plan(a: A, config: LangGraphRunnableConfig, b: B) {}`],
  ])("%s", (_title, code, ...nodes) => {
    expect(codeIn(code)).toEqual(nodes);
  });

  const state = `import { Annotation, Command, MessagesAnnotation } from "@langchain/langgraph"; const S = Annotation.Root({ topic: Annotation<string> }); type State = typeof S.State;`;
  it.each<readonly [string, string, ...string[]]>([
    ["by its state", `${state} export async function plan(state: typeof S.State): Promise<Partial<typeof S.State>> {}`, "plan"],
    ["by its state under a name", `${state} export const plan = async (state: State): Promise<Partial<State>> => ({});`, "plan"],
    ["by its state taken apart", `${state} export async function plan({ topic }: State) { return { topic }; }`, "plan"],
    ["by its state and a config of another package", `${state} import type { RunnableConfig } from "@langchain/core/runnables"; export async function plan(state: State, config: RunnableConfig) { return {}; }`, "plan"],
    ["by the state of messages", `${state} export async function plan(state: typeof MessagesAnnotation.State) { return { messages: [] }; }`, "plan"],
    ["by a schema of its state", `import { StateSchema } from "@langchain/langgraph"; const S = new StateSchema({ topic: z.string() }); export async function plan(state: typeof S.State) { return {}; }`, "plan"],
    ["by the type of nodes", `import { type GraphNode } from "@langchain/langgraph"; const plan: GraphNode<typeof S> = async (state) => ({}); graphs.register(plan);`, "plan"],
    ["by a command", `${state} export async function plan(state: State): Promise<Command> { return new Command({ goto: "act" }); }`, "plan"],
    ["by an update", `${state} type Update = typeof S.Update; export async function plan(state: State): Promise<Update> {}`, "plan"],
    ["by an export at the end", `${state} async function plan(state: State) { return {}; } export { plan };`, "plan"],
    ["not one that routes", `${state} export function route(state: State): "plan" | "act" { return "plan"; }`],
    ["not one that routes without a type", `${state} export function route(state: State) { return state.topic ? "plan" : "act"; }`],
    ["not one that writes a text", `${state} export function describe(state: State): string { return state.topic; }`],
    ["not one that gives back nothing", `${state} export async function send(state: State) { await post(state.topic); }`],
    ["not one that the file keeps", `${state} async function load(state: State) { return {}; }`],
    ["not one that the file calls", `${state} export async function load(state: State) { return {}; } export const all = (state: State) => load(state);`],
    ["not by a state of its own", `type State = { topic: string }; export async function plan(state: State): Promise<Partial<State>> { return {}; }`],
    ["not by an annotation of somebody else", `import { Annotation } from "@acme/forms"; const S = Annotation.Root({}); export async function plan(state: typeof S.State): Promise<Partial<typeof S.State>> { return {}; }`],
    ["not by a type of that name of somebody else", `import { type GraphNode } from "@acme/graphs"; export const plan: GraphNode<S> = async (state) => ({});`],
    ["not one that routes by its type", `import { type ConditionalEdgeRouter } from "@langchain/langgraph"; export const route: ConditionalEdgeRouter<typeof S> = (state) => "plan";`],
    ["not by another member of an annotation", `${state} export async function plan(spec: typeof S.spec) { return {}; }`],
    ["not with a third parameter", `${state} export async function plan(state: State, a: A, b: B) { return {}; }`],
  ])("%s", (_title, code, ...nodes) => {
    expect(codeIn(code)).toEqual(nodes);
  });

  it("knows a state by the type that another file gives it", () => {
    const folder = project({
      "state.ts": `import { Annotation } from "@langchain/langgraph"; export const PlanAnnotation = Annotation.Root({ topic: Annotation<string> });`,
      "types.ts": `import { PlanAnnotation } from "./state.js"; export type PlanState = typeof PlanAnnotation.State; export type PlanUpdate = typeof PlanAnnotation.Update; export type Note = { topic: string };`,
    });
    const code = `import type { PlanState, PlanUpdate, Note } from "./types.js"; export async function plan(state: PlanState): Promise<PlanUpdate> { return {}; } export async function note(note: Note): Promise<Partial<Note>> { return {}; }`;
    expect(probe(code, (model) => model.agentCode.map(({ name }) => name), { path: join(folder, "plan.ts") })).toEqual(["plan"]);
  });
});
