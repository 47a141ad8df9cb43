import { langgraphServer } from "../frameworks/langgraph-server.js";
import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { matchesModule, perOrigin } from "../origin/origin.js";
import type { CallNode } from "../syntax/expression.js";

/** Where code makes a new assistant on a LangGraph server, as a deploy does that leaves the old one alone. */
export function findAssistantCreations(model: AgentModel): readonly CallNode[] {
  return callsFrom(model.file, isCreation);
}

const isCreation = perOrigin(({ module, path }) => path.at(-2) === langgraphServer.assistants && path.at(-1) === langgraphServer.creating && matchesModule(module ?? "", langgraphServer.modules));
