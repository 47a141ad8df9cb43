import { langgraphServer } from "./langgraph-server.js";
import type { Satisfier } from "./satisfier.js";

const NOTHING_ELSE = "is changed, and nothing else that a run would notice";

/** Parts of an assistant that say what it is called, not what it does. */
export const labelsOfAssistants = [
  { kind: "option", name: "name", of: "assistants.update", modules: langgraphServer.modules, versions: ">=0.0.30", when: NOTHING_ELSE },
  { kind: "option", name: "description", of: "assistants.update", modules: langgraphServer.modules, versions: ">=0.0.30", when: NOTHING_ELSE },
  { kind: "option", name: "metadata", of: "assistants.update", modules: langgraphServer.modules, versions: ">=0.0.30", when: NOTHING_ELSE },
] as const satisfies readonly Satisfier[];

const CHOSEN = "is a UUID, or comes from elsewhere, such as the configuration";

/** The calls that choose an assistant, by what they call it. */
export const assistantChoices = [
  { kind: "option", name: "assistantId", of: "runs.stream", modules: langgraphServer.modules, versions: ">=0.0.30", when: CHOSEN },
  { kind: "option", name: "assistantId", of: "runs.wait", modules: langgraphServer.modules, versions: ">=0.0.30", when: CHOSEN },
  { kind: "option", name: "assistantId", of: "runs.create", modules: langgraphServer.modules, versions: ">=0.0.30", when: CHOSEN },
  { kind: "option", name: "graphId", of: "RemoteGraph", modules: langgraphServer.remoteGraph.modules, versions: ">=0.2", when: CHOSEN },
] as const satisfies readonly Satisfier[];
