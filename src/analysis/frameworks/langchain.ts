import type { Framework } from "./framework.js";

const TOOLS = ["@langchain/core/tools", "langchain", "langchain/tools", "@langchain/classic/tools"];
const options = (argument: number, handler: number | undefined): Framework["toolFactories"][number]["forms"][number] => ({
  options: argument,
  ...(handler === undefined ? {} : { handler: { argument: handler } }),
  schema: [{ argument, key: "schema" }],
  name: { argument, key: "name" },
});

/** LangChain.js and LangGraph.js, 0.3 and 1.x. */
export const langchain: Framework = {
  id: "langchain",
  title: "LangChain.js",
  package: "langchain",
  modules: ["langchain", "langchain/*", "@langchain/*", "deepagents", "deepagents/*"],
  toolFactories: [
    {
      modules: TOOLS,
      path: ["tool"],
      // With one argument it is the headless tool of `langchain`, whose handler is given later by `.implement`.
      forms: [
        { ...options(0, undefined), arity: [1] },
        { ...options(1, 0), arity: [2] },
      ],
    },
  ],
  toolClasses: [
    { modules: TOOLS, name: "DynamicStructuredTool", method: "_call", handlerKey: "func", schemaKey: "schema" },
    { modules: TOOLS, name: "DynamicTool", method: "_call", handlerKey: "func", schemaKey: "schema" },
    { modules: TOOLS, name: "StructuredTool", method: "_call", schemaKey: "schema" },
    { modules: TOOLS, name: "Tool", method: "_call", schemaKey: "schema" },
  ],
  agents: [
    { modules: ["langchain"], path: ["createAgent"], options: 0, toolsKeys: ["tools"] },
    { modules: ["langchain"], path: ["createReactAgent"], options: 0, toolsKeys: ["tools"] },
    { modules: ["@langchain/langgraph/prebuilt", "@langchain/langgraph"], path: ["createReactAgent"], options: 0, toolsKeys: ["tools"] },
    { modules: ["@langchain/langgraph/prebuilt", "@langchain/langgraph"], path: ["ToolNode", "new"], options: 0, toolsKeys: ["tools"], toolsArgument: 0 },
    { modules: ["deepagents"], path: ["createDeepAgent"], options: 0, toolsKeys: ["tools"] },
    { modules: ["langchain/agents", "@langchain/classic/agents"], path: ["AgentExecutor", "new"], options: 0, toolsKeys: ["tools"] },
    { modules: ["langchain/agents", "@langchain/classic/agents"], path: ["AgentExecutor", "fromAgentAndTools"], options: 0, toolsKeys: ["tools"] },
    { modules: ["langchain/agents", "@langchain/classic/agents"], path: ["createToolCallingAgent"], options: 0, toolsKeys: ["tools"] },
  ],
  context: { parameter: 1, methodParameter: 2, parameterName: "config", identity: "$.configurable?.KEY", signal: ["signal"] },
  approval: { toolKeys: [], agentKeys: ["interruptOn"], supported: true },
  // Runs are methods that many things have; the shape of their config tells them.
  runs: [],
  contextKeys: ["configurable", "context"],
  prompts: { system: ["systemPrompt", "prompt", "stateModifier", "messageModifier"], user: [], run: 1 },
};
