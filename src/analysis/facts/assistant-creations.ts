import type { AgentModel } from "../model.js";
import { foreignCalls } from "../origin/calls.js";
import { matchesModule, originOf } from "../origin/origin.js";
import type { CallNode } from "../syntax/expression.js";

/** Where code makes a new assistant on a LangGraph server, as a deploy does that leaves the old one alone. */
export function findAssistantCreations(model: AgentModel): readonly CallNode[] {
  return foreignCalls(model.file).filter((call) => {
    const origin = originOf(call.callee);
    return matchesModule(origin?.module ?? "", ["@langchain/langgraph-sdk", "@langchain/langgraph-sdk/*"]) && origin?.path.at(-2) === "assistants" && origin.path.at(-1) === "create";
  });
}
