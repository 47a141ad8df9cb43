import type { Framework } from "./framework.js";

const MODULES = ["@openai/agents", "@openai/agents-core", "@openai/agents-realtime", "@openai/agents/realtime"];

/** OpenAI Agents SDK for JavaScript. */
export const openaiAgents: Framework = {
  id: "openai-agents",
  title: "OpenAI Agents SDK",
  package: "@openai/agents",
  modules: ["@openai/agents", "@openai/agents/*", "@openai/agents-*"],
  toolFactories: [
    {
      modules: MODULES,
      path: ["tool"],
      forms: [{ options: 0, handler: { argument: 0, key: "execute" }, schema: [{ argument: 0, key: "parameters" }], name: { argument: 0, key: "name" } }],
    },
  ],
  toolClasses: [],
  agents: [
    { modules: MODULES, path: ["Agent", "new"], options: 0, toolsKeys: ["tools"] },
    { modules: MODULES, path: ["RealtimeAgent", "new"], options: 0, toolsKeys: ["tools"] },
    { modules: MODULES, path: ["Agent", "create"], options: 0, toolsKeys: ["tools"] },
  ],
  context: { parameter: 1, parameterName: "runContext", identity: "$?.context.KEY", typedIdentity: "($?.context as { KEY: TYPE }).KEY", signal: ["signal"], signalParameter: 2 },
  timeoutKeys: ["timeoutMs"],
  approval: { toolKeys: ["needsApproval"], agentKeys: [], supported: true },
  runs: [
    { modules: MODULES, path: ["run"], config: 2, text: 1 },
    { modules: MODULES, path: ["Runner", "new", "run"], config: 2, text: 1 },
  ],
  unlimitedKeys: ["maxTurns"],
  conversations: {
    runKeys: ["conversationId", "previousResponseId"],
    sessions: [{ modules: ["@openai/agents", "@openai/agents-openai"], path: ["OpenAIConversationsSession"], options: 0, key: "conversationId" }],
  },
  contextKeys: ["context"],
  prompts: { system: ["instructions", "handoffDescription"], user: [], run: 0 },
};
