import type { AIMessage} from "@langchain/core/messages";
import { HumanMessage, ToolMessage, type BaseMessage } from "@langchain/core/messages";
import { Command, END, MemorySaver, MessagesAnnotation, START, StateGraph } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import { createAgent, FakeToolCallingModel } from "langchain";
import { edgeAuth, systemPrompt, threadId, type EdgeAuth, type StampedConfig, type VerifiedIdentity } from "../../types/index.js";
import { isApprovalRequest, type ApprovalRequest } from "../../types/approval.js";
import type { GuardedTool } from "../../types/guarded-tool.js";
import { killSwitch, quota } from "../../types/operations.js";
import { guard, toolSet } from "../../types/tools.js";

export const claimsOf = { ada: { orgId: "acme", userId: "ada", role: "staff-role" }, bob: { orgId: "acme", userId: "bob", role: "manager" } };
export const verify = (credential: string): unknown => claimsOf[credential as keyof typeof claimsOf];
export const auth: EdgeAuth = edgeAuth({ verify });
export const ada: VerifiedIdentity = await auth.authenticate("ada");
export const bob: VerifiedIdentity = await auth.authenticate("bob");

const on = killSwitch(() => false);
const plenty = quota({ perTool: { consume: () => Promise.resolve() } });
export const bounds = { effect: "external", killSwitch: on, quota: plenty, timeoutMs: 60_000 } as const;

/** A value that got past the compiler. */
export function forged(value: unknown): never {
  return value as never;
}

export interface Call {
  name: string;
  args: Record<string, unknown>;
  id?: string;
}

export interface Outcome {
  /** Contents of the tool messages, in order. */
  readonly results: readonly string[];
  readonly pending: readonly { readonly id: string; readonly request: ApprovalRequest }[];
  readonly messages: readonly BaseMessage[];
}

/** One conversation with an agent whose fake model makes the given calls, turn by turn, and then answers. */
export interface Conversation {
  start(config?: object): Promise<Outcome>;
  resume(value: unknown, config?: object): Promise<Outcome>;
  /** What a first run streams in one of LangGraph's modes. */
  stream(mode: string): Promise<unknown[]>;
  /** Configs of the checkpoints, newest first. */
  history(): Promise<object[]>;
  readonly stamped: StampedConfig;
  readonly saver: MemorySaver;
}

export type Harness = (tools: readonly GuardedTool[], turns: readonly (readonly Call[])[], options?: { auth?: EdgeAuth; session?: string }) => Conversation;

let sessions = 0;

/** The two ways in which LangChain runs tools. */
export const harnesses: Record<string, Harness> = {
  createAgent(tools, turns, options) {
    return conversation(options, (saver) => {
      const agent = createAgent({ model: modelOf(turns), ...guard({ systemPrompt: systemPrompt`You help.`, tools: tools as never[] }), checkpointer: saver });
      return agent;
    });
  },
  "StateGraph with ToolNode"(tools, turns, options) {
    return conversation(options, (saver) => {
      const model = modelOf(turns).bindTools(toolSet(tools as never[]));
      return new StateGraph(MessagesAnnotation)
        .addNode("model", async ({ messages }, config) => ({ messages: [await model.invoke(messages, config)] }))
        .addNode("tools", new ToolNode(toolSet(tools as never[])))
        .addEdge(START, "model")
        .addConditionalEdges("model", ({ messages }) => ((messages.at(-1) as AIMessage).tool_calls?.length ? "tools" : END))
        .addEdge("tools", "model")
        .compile({ checkpointer: saver });
    });
  },
};

interface Runnable {
  invoke(input: unknown, config: object): Promise<{ messages: BaseMessage[]; __interrupt__?: { id: string; value: unknown }[] }>;
  stream(input: unknown, config: object): Promise<AsyncIterable<unknown>>;
  getState(config: object): Promise<{ values: { messages: BaseMessage[] } }>;
  getStateHistory?(config: object): AsyncIterable<{ config: object }>;
  graph?: { getStateHistory(config: object): AsyncIterable<{ config: object }> };
}

function modelOf(turns: readonly (readonly Call[])[]): FakeToolCallingModel {
  const toolCalls = turns.map((calls, turn) => calls.map((call, index) => ({ id: `call-${turn}-${index}`, ...call, type: "tool_call" as const })));
  return new FakeToolCallingModel({ toolCalls: [...toolCalls, []] });
}

function conversation(options: { auth?: EdgeAuth; session?: string } = {}, build: (saver: MemorySaver) => Runnable): Conversation {
  const saver = new MemorySaver();
  const runnable = build(saver);
  const by = options.auth ?? auth;
  const stamped = by.stamp(ada, { threadId: threadId(ada, options.session ?? `s${sessions++}`) });
  const run = async (input: unknown, config: object): Promise<Outcome> => outcomeOf(await runnable.invoke(input, config));
  return {
    stamped, saver,
    start: (config = stamped) => run({ messages: [new HumanMessage("go")] }, config),
    resume: (value, config = stamped) => run(new Command({ resume: value as never }), config),
    async stream(mode) {
      const chunks: unknown[] = [];
      for await (const chunk of await runnable.stream({ messages: [new HumanMessage("go")] }, { ...stamped, streamMode: mode })) chunks.push(chunk);
      return chunks;
    },
    async history() {
      const source = runnable.getStateHistory ? runnable as Required<Runnable> : runnable.graph;
      const configs: object[] = [];
      for await (const { config } of source?.getStateHistory(stamped) ?? []) configs.push(config);
      return configs;
    },
  };
}

function outcomeOf({ messages, __interrupt__: interrupts = [] }: Awaited<ReturnType<Runnable["invoke"]>>): Outcome {
  return {
    messages,
    results: messages.filter((message) => ToolMessage.isInstance(message)).map(({ content }) => (typeof content === "string" ? content : JSON.stringify(content))),
    pending: interrupts.map(({ id, value }) => {
      if (!isApprovalRequest(value)) throw new Error("an interrupt of the test is no approval request");
      return { id, request: value };
    }),
  };
}
