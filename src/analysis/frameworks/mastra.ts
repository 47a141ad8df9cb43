import type { Framework } from "./framework.js";

const AGENT = ["@mastra/core/agent", "@mastra/core"];
const TOOLS = ["@mastra/core/tools", "@mastra/core"];

/** Mastra 1; before it, a tool got one object with its input as `context`, which is not read, and the run's values as `runtimeContext`. */
export const mastra: Framework = {
  id: "mastra",
  title: "Mastra",
  package: "@mastra/core",
  modules: ["@mastra/*"],
  toolFactories: [
    {
      modules: TOOLS,
      path: ["createTool"],
      forms: [{ options: 0, handler: { argument: 0, key: "execute" }, schema: [{ argument: 0, key: "inputSchema" }], name: { argument: 0, key: "id" } }],
    },
  ],
  toolClasses: [{ modules: TOOLS, name: "Tool", method: "execute", handlerKey: "execute", schemaKey: "inputSchema", nameKey: "id" }],
  agents: [{ modules: AGENT, path: ["Agent", "new"], options: 0, toolsKeys: ["tools"] }],
  context: { parameter: 1, formerKey: "runtimeContext", parameterName: "context", identity: '$.requestContext?.get("KEY")', typedIdentity: '($.requestContext?.get("KEY") as TYPE)', signal: ["abortSignal"] },
  approval: { toolKeys: ["requireApproval"], agentKeys: [], runKeys: ["requireToolApproval"], runDefaults: ["defaultOptions"], supported: true },
  runs: [
    ...["generate", "stream", "generateLegacy", "streamLegacy"].map((method) => ({ modules: AGENT, path: ["Agent", "new", method], config: 1, text: 0 })),
    ...["getAgent", "getAgentById"].flatMap((getter) => ["generate", "stream"].map((method) => ({ modules: ["@mastra/core/mastra", "@mastra/core"], path: ["Mastra", "new", getter, "()", method], config: 1, text: 0 }))),
  ],
  contextKeys: ["requestContext"],
  prompts: { system: ["instructions"], user: [], run: 0 },
};
