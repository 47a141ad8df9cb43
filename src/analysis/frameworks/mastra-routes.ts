/** What answers a request with a run of Mastra: the options of the run stand under `params`, and go to the agent as they are. */
export const mastraRoutes = {
  modules: ["@mastra/ai-sdk"],
  functions: ["handleChatStream", "handleNetworkStream"],
  config: "params",
} as const;
