import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { matchesModule, perOrigin } from "../origin/origin.js";
import type { CallNode } from "../syntax/expression.js";

/** Where code makes a new assistant on a LangGraph server, as a deploy does that leaves the old one alone. */
export function findAssistantCreations(model: AgentModel): readonly CallNode[] {
  return callsFrom(model.file, isCreation);
}

const isCreation = perOrigin(({ module, path }) => path.at(-2) === "assistants" && path.at(-1) === "create" && matchesModule(module ?? "", ["@langchain/langgraph-sdk", "@langchain/langgraph-sdk/*"]));
