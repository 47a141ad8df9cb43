/** What talks to a graph on a LangGraph server: the client of its API, and the graph that stands for one over there. */
export const langgraphServer = {
  modules: ["@langchain/langgraph-sdk", "@langchain/langgraph-sdk/*"],
  client: "Client",
  /** The parts of a client. */
  runs: "runs",
  assistants: "assistants",
  store: "store",
  /** What works on a thread, by its id in the first argument; not `threads.get`, which is how one asks whose it is. */
  onThread: {
    runs: ["stream", "wait", "create", "list", "get", "cancel", "join", "joinStream", "delete"],
    threads: ["copy", "update", "delete", "getState", "updateState", "patchState", "getHistory", "joinStream"],
  },
  /** Options of a client that may make it speak for one caller, and the one of its own key. */
  ofCaller: ["defaultHeaders", "onRequest"],
  key: "apiKey",
  /** Methods of `runs` that start one: thread, assistant, options. */
  starting: { methods: ["stream", "wait", "create"], assistant: 1, options: 2 },
  /** Methods of `assistants`: a new one, and those that change a deployed one where it stands. */
  creating: "create",
  changing: ["update", "setLatest"],
  remoteGraph: { modules: ["@langchain/langgraph/remote"], path: ["RemoteGraph"] },
} as const;
