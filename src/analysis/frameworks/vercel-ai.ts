import type { Framework } from "./framework.js";

const form = {
  options: 0,
  handler: { argument: 0, key: "execute" },
  schema: [
    { argument: 0, key: "inputSchema" },
    { argument: 0, key: "parameters" },
  ],
  name: { argument: 0, key: "name" },
} as const;

/** Vercel AI SDK 4 to 7. */
export const vercelAi: Framework = {
  id: "vercel-ai",
  title: "Vercel AI SDK",
  modules: ["ai", "ai/*", "@ai-sdk/*"],
  toolFactories: [
    { modules: ["ai"], path: ["tool"], forms: [form] },
    { modules: ["ai"], path: ["dynamicTool"], forms: [form] },
  ],
  toolClasses: [],
  agents: [
    { modules: ["ai"], path: ["generateText"], options: 0, toolsKeys: ["tools"] },
    { modules: ["ai"], path: ["streamText"], options: 0, toolsKeys: ["tools"] },
    { modules: ["ai"], path: ["ToolLoopAgent", "new"], options: 0, toolsKeys: ["tools"] },
    { modules: ["ai"], path: ["Experimental_Agent", "new"], options: 0, toolsKeys: ["tools"] },
  ],
  context: { parameter: 1, parameterName: "options", identity: "$.context.KEY", typedIdentity: "($.context.KEY as TYPE)", contextSchemaKey: "contextSchema", signal: ["abortSignal"] },
  approval: { toolKeys: ["needsApproval"], agentKeys: ["toolApproval"], supported: true },
};
