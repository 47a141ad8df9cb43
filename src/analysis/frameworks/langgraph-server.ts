/** What talks to a graph on a LangGraph server: the client of its API, and the graph that stands for one over there. */
export const langgraphServer = {
  modules: ["@langchain/langgraph-sdk", "@langchain/langgraph-sdk/*"],
  client: "Client",
  /** The parts of a client. */
  runs: "runs",
  assistants: "assistants",
  store: "store",
  /** Methods of `runs` that start one: thread, assistant, options. */
  starting: { methods: ["stream", "wait", "create"], assistant: 1, options: 2 },
  /** Methods of `assistants`: a new one, and those that change a deployed one where it stands. */
  creating: "create",
  changing: ["update", "setLatest"],
  remoteGraph: { modules: ["@langchain/langgraph/remote"], path: ["RemoteGraph"] },
} as const;
