import type { AgentModel } from "../model.js";
import { foreignCalls } from "../origin/calls.js";
import { isExport, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import { argumentAt, staticString, type CallNode, type Node } from "../syntax/expression.js";

/** A change of a deployed assistant where it stands. */
export interface AssistantChange {
  readonly call: CallNode;
  readonly how: "update" | "setLatest";
}

/** A run that names a graph, and so whatever version of it is the latest. */
export interface UnpinnedRun {
  readonly node: Node;
  readonly graph: string;
}

const SDK = ["@langchain/langgraph-sdk", "@langchain/langgraph-sdk/*"];
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu;

export function findAssistantChanges(model: AgentModel): readonly AssistantChange[] {
  return foreignCalls(model.file).flatMap((call): AssistantChange[] => {
    const origin = originOf(call.callee);
    if (!origin || !matchesModule(origin.module ?? "", SDK)) return [];
    const method = origin.path.at(-1);
    return origin.path.at(-2) === "assistants" && (method === "update" || method === "setLatest") ? [{ call, how: method }] : [];
  });
}

export function findUnpinnedRuns(model: AgentModel): readonly UnpinnedRun[] {
  return foreignCalls(model.file).flatMap((call): UnpinnedRun[] => {
    const origin = originOf(call.callee);
    if (isExport(origin, ["@langchain/langgraph/remote", "@langchain/langgraph"], ["RemoteGraph"]) && call.type === "NewExpression") {
      const argument = argumentAt(call, 0);
      const graph = argument && propertyValue(definitionOf(argument), "graphId");
      return graph ? named(graph) : [];
    }
    if (!origin || !matchesModule(origin.module ?? "", SDK) || origin.path.at(-2) !== "runs" || !["stream", "wait", "create", "joinStream"].includes(origin.path.at(-1) ?? "")) return [];
    const assistant = argumentAt(call, 1);
    return assistant ? named(assistant) : [];
  });
}

function named(node: Node): UnpinnedRun[] {
  const graph = staticString(definitionOf(node));
  return graph !== undefined && !UUID.test(graph) ? [{ node, graph }] : [];
}
