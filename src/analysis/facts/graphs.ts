import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { methodCalls } from "../origin/calls.js";
import { matchesModule, originOf } from "../origin/origin.js";
import { definitionOf, propertyValue } from "../origin/value.js";
import type { SourceFile } from "../project/source-file.js";
import { argumentAt, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** A graph that is compiled: `builder.compile({ checkpointer })`. */
export interface CompiledGraph {
  readonly call: CallNode;
  readonly checkpointer: "given" | "missing" | "unknown";
}

export function findCompiledGraphs(file: SourceFile): CompiledGraph[] {
  const graphs: CompiledGraph[] = [];
  for (const call of methodCalls(file, ["compile"])) {
    const callee = unwrapAwaited(call.callee);
    const origin = callee.type === "MemberExpression" ? originOf(callee.object) : undefined;
    if (!origin || !matchesModule(origin.module ?? "", ["@langchain/langgraph", "@langchain/langgraph/*"]) || !origin.path.includes("StateGraph")) continue;
    graphs.push({ call, checkpointer: checkpointerOf(argumentAt(call, 0)) });
  }
  return graphs;
}

/** Whether options give a checkpointer; a spread or a value that cannot be seen may. */
export function checkpointerOf(options: Node | undefined): CompiledGraph["checkpointer"] {
  if (!options) return "missing";
  const object = definitionOf(options);
  if (object.type !== "ObjectExpression") return "unknown";
  const value = propertyValue(object, "checkpointer") ?? propertyValue(object, "checkpointSaver");
  if (value) return value.type === "Literal" && value.value === false ? "missing" : "given";
  return object.properties.every((property) => property.type === "Property") ? "missing" : "unknown";
}

const deployments = new Map<string, boolean>();

/** Whether a `langgraph.json` deploys the project: the platform brings its own checkpointer. */
export function isDeployedByPlatform(path: string): boolean {
  const directory = dirname(path);
  const known = deployments.get(directory);
  if (known !== undefined) return known;
  const parent = dirname(directory);
  const deployed = existsSync(join(directory, "langgraph.json")) || (parent !== directory && !existsSync(join(directory, ".git")) && isDeployedByPlatform(parent));
  deployments.set(directory, deployed);
  return deployed;
}
