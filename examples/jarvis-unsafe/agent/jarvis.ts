import { SystemMessage } from "@langchain/core/messages";
import { Annotation, END, InMemoryStore, MemorySaver, MessagesAnnotation, START, StateGraph, type LangGraphRunnableConfig } from "@langchain/langgraph";
import { createAgent, modelCallLimitMiddleware, summarizationMiddleware } from "langchain";
import { z } from "zod";
import * as tools from "../tools/index.js";
import { getPayslip } from "../tools/payslip.js";
import { it } from "./it.js";
import { large, small } from "./models.js";

const response = await fetch("https://handbook.acme.example/pages/assistant");
const houseRules = await response.text();

const hr = createAgent({
  model: large,
  tools: [getPayslip],
  systemPrompt: `You answer questions about pay.\n\n${houseRules}`,
});

const knowledge = createAgent({
  model: small,
  tools: Object.values(tools),
  systemPrompt: "You answer from the handbook and remember what people tell you.",
  middleware: [summarizationMiddleware({ model: small }), modelCallLimitMiddleware()],
});

const routing = z.object({ route: z.enum(["hr", "it", "knowledge"]) });
const State = Annotation.Root({ ...MessagesAnnotation.spec, route: Annotation<z.infer<typeof routing>["route"]> });

async function supervise({ messages }: typeof State.State, config: LangGraphRunnableConfig) {
  const { user_id, role } = config.configurable ?? {};
  return large.withStructuredOutput(routing).invoke([new SystemMessage(`Route the request of user ${user_id} (${role}).`), ...messages]);
}

export const jarvis = new StateGraph(State)
  .addNode("supervisor", supervise)
  .addNode("hr", async ({ messages }, config) => hr.invoke({ messages }, config))
  .addNode("it", async ({ messages }, config) => it.invoke({ messages }, config))
  .addNode("knowledge", async ({ messages }, config) => knowledge.invoke({ messages }, config))
  .addEdge(START, "supervisor")
  .addConditionalEdges("supervisor", ({ route }) => route)
  .addEdge("hr", END)
  .addEdge("it", END)
  .addEdge("knowledge", END)
  .compile({ checkpointer: new MemorySaver(), store: new InMemoryStore() });
