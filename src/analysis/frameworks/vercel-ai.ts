import type { ApprovalReplay, Framework } from "./framework.js";

const form = {
  options: 0,
  handler: { argument: 0, key: "execute" },
  schema: [
    { argument: 0, key: "inputSchema" },
    { argument: 0, key: "parameters" },
  ],
  name: { argument: 0, key: "name" },
} as const;

const REPLAY: ApprovalReplay = {
  secretKey: "experimental_toolApprovalSecret",
  hookKeys: ["prepareCall"],
  messagesKeys: ["messages"],
  methods: ["generate", "stream"],
  converters: [
    { modules: ["ai"], path: ["convertToModelMessages"], place: { argument: 0 } },
    { modules: ["ai"], path: ["validateUIMessages"], place: { argument: 0, key: "messages" } },
    { modules: ["ai"], path: ["safeValidateUIMessages"], place: { argument: 0, key: "messages" } },
    { modules: ["ai"], path: ["pruneMessages"], place: { argument: 0, key: "messages" } },
  ],
  runs: ["createAgentUIStreamResponse", "createAgentUIStream", "pipeAgentUIStreamToResponse"].map((name) => ({ modules: ["ai"], path: [name], options: 0, agentKey: "agent", messagesKey: "uiMessages" })),
};

const AGENTS = ["ToolLoopAgent", "Experimental_Agent"];

/** Vercel AI SDK 4 to 7; 4 is read as far as its names are the same. */
export const vercelAi: Framework = {
  id: "vercel-ai",
  title: "Vercel AI SDK",
  package: "ai",
  editions: [
    {
      below: 6,
      context: { parameter: 1, parameterName: "options", identity: "$.experimental_context?.KEY", typedIdentity: "($.experimental_context as { KEY: TYPE }).KEY", signal: ["abortSignal"] },
      approval: { toolKeys: [], agentKeys: [], supported: true },
    },
    {
      below: 7,
      context: { parameter: 1, parameterName: "options", identity: "$.experimental_context?.KEY", typedIdentity: "($.experimental_context as { KEY: TYPE }).KEY", signal: ["abortSignal"] },
      approval: { toolKeys: ["needsApproval"], agentKeys: [], replay: REPLAY, supported: true },
    },
  ],
  only: {
    parameters: [4],
    Experimental_Agent: [5, 6, 7],
    ToolLoopAgent: [6, 7],
    needsApproval: [6, 7],
    toolApproval: [7],
    contextSchema: [7],
    context: [7],
    runtimeContext: [7],
    toolsContext: [7],
    experimental_context: [5, 6],
    instructions: [6, 7],
  },
  modules: ["ai", "ai/*", "@ai-sdk/*"],
  toolFactories: [
    { modules: ["ai"], path: ["tool"], forms: [form] },
    { modules: ["ai"], path: ["dynamicTool"], forms: [form] },
  ],
  toolClasses: [],
  toolTypes: [
    { modules: ["ai"], name: "Tool" },
    { modules: ["ai"], name: "ToolSet", record: true },
  ],
  agents: [
    { modules: ["ai"], path: ["generateText"], options: 0, toolsKeys: ["tools"] },
    { modules: ["ai"], path: ["streamText"], options: 0, toolsKeys: ["tools"] },
    ...AGENTS.map((name) => ({ modules: ["ai"], path: [name, "new"], options: 0, toolsKeys: ["tools"] })),
  ],
  context: { parameter: 1, parameterName: "options", identity: "$.context.KEY", typedIdentity: "($.context.KEY as TYPE)", contextSchemaKey: "contextSchema", signal: ["abortSignal"] },
  approval: { toolKeys: ["needsApproval"], agentKeys: ["toolApproval"], asking: { key: "toolApproval", answer: "user-approval" }, replay: REPLAY, supported: true },
  runs: [
    ...["generateText", "streamText", "generateObject", "streamObject"].map((name) => ({ modules: ["ai"], path: [name], config: 0 })),
    ...AGENTS.flatMap((name) => ["generate", "stream"].map((method) => ({ modules: ["ai"], path: [name, "new", method], config: 0 }))),
  ],
  contextKeys: ["experimental_context", "runtimeContext"],
  contextsByTool: ["toolsContext"],
  prompts: { system: ["system", "instructions"], user: ["prompt"] },
};
