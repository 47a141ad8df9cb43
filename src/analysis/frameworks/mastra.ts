import type { Framework } from "./framework.js";

/** Mastra. */
export const mastra: Framework = {
  id: "mastra",
  title: "Mastra",
  modules: ["@mastra/*"],
  toolFactories: [
    {
      modules: ["@mastra/core/tools", "@mastra/core"],
      path: ["createTool"],
      forms: [{ options: 0, handler: { argument: 0, key: "execute" }, schema: [{ argument: 0, key: "inputSchema" }], name: { argument: 0, key: "id" } }],
    },
  ],
  toolClasses: [],
  agents: [{ modules: ["@mastra/core/agent", "@mastra/core"], path: ["Agent", "new"], options: 0, toolsKeys: ["tools"] }],
  context: { parameter: 1, parameterName: "context", identity: '$.requestContext.get("KEY")', signal: ["abortSignal"] },
  approval: { toolKeys: ["requireApproval"], agentKeys: ["requireToolApproval"], supported: true },
};
