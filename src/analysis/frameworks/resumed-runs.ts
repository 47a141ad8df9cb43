/** How a run that has stopped goes on, and what must not come from a client there. */
export const resumedRuns = {
  /** Functions that read a run from a text, with the number of that argument: what was approved and the context stand in it. */
  states: [
    { modules: ["@openai/agents", "@openai/agents-core"], path: ["RunState", "fromString"], text: 1 },
    { modules: ["@openai/agents", "@openai/agents-core"], path: ["RunState", "fromStringWithContext"], text: 1 },
  ],
  /** The command that a graph goes on with. `resume` is the client's answer; what the keys here hold is the application's to say. */
  command: { modules: ["@langchain/langgraph", "@langchain/langgraph/*"], path: ["Command"], next: "goto", state: "update" },
} as const;
