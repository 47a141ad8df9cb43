import type { AgentModel } from "../model.js";
import { callsFrom } from "../origin/calls.js";
import { isExport, matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { assistantChoices, labelsOfAssistants } from "../frameworks/assistants.js";
import { langgraphServer } from "../frameworks/langgraph-server.js";
import { namesOf } from "../frameworks/satisfier.js";
import { definitionOf, isWholeLiteral, propertyValue } from "../origin/value.js";
import { argumentAt, keyName, staticString, type CallNode, type Node } from "../syntax/expression.js";
import { isDeployedWith } from "./deployments.js";

/** A change of a deployed assistant where it stands. */
export interface AssistantChange {
  readonly call: CallNode;
  readonly how: (typeof langgraphServer.changing)[number];
}

/** A run that names a graph of another deployment, and so whatever version of it is the latest there. */
export interface UnpinnedRun {
  readonly node: Node;
  readonly graph: string;
}

const LABELS = namesOf(labelsOfAssistants, "option");
const REMOTE = assistantChoices[3];
/** Methods whose second argument is the assistant. */
const RUNS = new Set<string>(assistantChoices.map(({ of }) => of));
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu;

const isOfServer = perOrigin(({ module }) => module !== undefined && matchesModule(module, langgraphServer.modules));
const isRemote = perOrigin((origin) => isExport(origin, langgraphServer.remoteGraph.modules, langgraphServer.remoteGraph.path));

export function findAssistantChanges(model: AgentModel): readonly AssistantChange[] {
  return callsFrom(model.file, isOfServer).flatMap((call): AssistantChange[] => {
    const origin = originOf(call.callee);
    const method = langgraphServer.changing.find((name) => name === origin?.path.at(-1));
    if (method === undefined || origin?.path.at(-2) !== langgraphServer.assistants) return [];
    return method === "update" && (isRelabelled(call) || isOfOneUser(call, model)) ? [] : [{ call, how: method }];
  });
}

/** `assistants.update(id, { config, metadata: { user_id: userId } })`: an assistant that says whose it is changes for that user alone. */
function isOfOneUser(call: CallNode, { vocabulary }: AgentModel): boolean {
  const argument = argumentAt(call, 1);
  const metadata = argument && propertyValue(definitionOf(argument), "metadata");
  const owner = metadata && definitionOf(metadata);
  return owner?.type === "ObjectExpression" && owner.properties.some((property) => property.type === "Property" && vocabulary.classify(keyName(property) ?? "", "certain") === "user" && staticString(definitionOf(property.value)) === undefined);
}

/** `assistants.update(id, { name })` changes what people read, not what a run does. */
function isRelabelled(call: CallNode): boolean {
  const argument = argumentAt(call, 1);
  const changes = argument && definitionOf(argument);
  return changes?.type === "ObjectExpression" && isWholeLiteral(changes) && changes.properties.length > 0 && changes.properties.every((property) => property.type === "Property" && LABELS.has(keyName(property) ?? ""));
}

export function findUnpinnedRuns(model: AgentModel): readonly UnpinnedRun[] {
  return callsFrom(model.file, (origin) => isRemote(origin) || isOfServer(origin)).flatMap((call): UnpinnedRun[] => {
    const origin = originOf(call.callee);
    if (origin && isRemote(origin) && call.type === "NewExpression") {
      const argument = argumentAt(call, 0);
      const graph = argument && propertyValue(definitionOf(argument), REMOTE.name);
      return graph ? named(graph, model) : [];
    }
    if (!origin || !RUNS.has(origin.path.slice(-2).join("."))) return [];
    const assistant = argumentAt(call, langgraphServer.starting.assistant);
    return assistant ? named(assistant, model) : [];
  });
}

function named(node: Node, { file }: AgentModel): UnpinnedRun[] {
  const graph = staticString(definitionOf(node));
  return graph !== undefined && !UUID.test(graph) && !isDeployedWith(graph, file.path) ? [{ node, graph }] : [];
}
