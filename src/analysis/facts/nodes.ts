import { callsFrom } from "../origin/calls.js";
import { isExport, matchesModule, originOf, perOrigin } from "../origin/origin.js";
import { definitionOf, functionOf, propertyValue } from "../origin/value.js";
import { fileOf, type SourceFile } from "../project/source-file.js";
import { argumentAt, bindingOf, isFunction, parameterPattern, staticString, type FunctionNode, type Node } from "../syntax/expression.js";
import type { GraphNode } from "./agents.js";
import { isTypedAsNode } from "./state-types.js";

/** A function that runs as a node of a graph. */
export interface NodeFunction {
  readonly fn: FunctionNode;
  readonly name: string | undefined;
}

/** The functions of a file that graphs run: added with `addNode`, given to `task` or `entrypoint`, or typed as nodes are. */
export function findNodeFunctions(file: SourceFile, graphNodes: readonly GraphNode[]): NodeFunction[] {
  const found = new Map<FunctionNode, NodeFunction>();
  for (const node of graphNodes) if (node.fn && fileOf(node.fn) === file) found.set(node.fn, { fn: node.fn, name: node.name });
  for (const node of functionalNodes(file)) if (!found.has(node.fn)) found.set(node.fn, node);
  for (const fn of file.index.bodies.keys()) {
    if (!isFunction(fn) || found.has(fn) || fn.params.length === 0 || fn.params.length > 2) continue;
    const config = fn.params[1] && parameterPattern(fn.params[1]);
    if ((config && isRunConfig(config) && !isCallArgument(fn)) || isTypedAsNode(fn)) found.set(fn, { fn, name: nameOf(fn) });
  }
  return [...found.values()];
}

const isFunctional = perOrigin((origin) => isExport(origin, LANGGRAPH, ["task"]) || isExport(origin, LANGGRAPH, ["entrypoint"]));

/** `task("load", async (id) => …)`, `entrypoint({ name: "flow", checkpointer }, async (input) => …)`. */
function functionalNodes(file: SourceFile): NodeFunction[] {
  return callsFrom(file, isFunctional).flatMap((call) => {
    const [first, second] = [argumentAt(call, 0), argumentAt(call, 1)];
    const fn = second && functionOf(second);
    if (!first || !fn || fileOf(fn) !== file) return [];
    const options = definitionOf(first);
    return [{ fn, name: staticString(options.type === "ObjectExpression" ? propertyValue(options, "name") : options) }];
  });
}

/** `(state, config: LangGraphRunnableConfig)` is the signature of a node; a callback of that shape belongs to what it is given to. */
function isRunConfig(pattern: Node): boolean {
  const annotation = "typeAnnotation" in pattern ? pattern.typeAnnotation : undefined;
  if (annotation?.type !== "TSTypeAnnotation" || annotation.typeAnnotation.type !== "TSTypeReference") return false;
  const origin = originOf(annotation.typeAnnotation);
  return origin !== undefined && matchesModule(origin.module ?? "", LANGGRAPH) && ["LangGraphRunnableConfig", "Runtime"].includes(origin.path.at(-1) ?? "");
}

function isCallArgument(fn: FunctionNode): boolean {
  return (fn.parent.type === "CallExpression" || fn.parent.type === "NewExpression") && fn.parent.callee !== fn;
}

function nameOf(fn: FunctionNode): string | undefined {
  return fn.type === "FunctionDeclaration" ? fn.id?.name : bindingOf(fn);
}

const LANGGRAPH = ["@langchain/langgraph", "@langchain/langgraph/*"];
const RUNNABLES = ["@langchain/core/runnables"];

/** The function that a node runs: itself, `new RunnableLambda({ func })` or `RunnableLambda.from(func)`. */
export function functionOfNode(value: Node): FunctionNode | undefined {
  const direct = functionOf(value);
  if (direct) return direct;
  const made = definitionOf(value);
  if (made.type !== "NewExpression" && made.type !== "CallExpression") return undefined;
  const first = argumentAt(made, 0);
  const origin = originOf(made.callee);
  if (!first || !origin) return undefined;
  if (made.type === "CallExpression") return isExport(origin, RUNNABLES, ["RunnableLambda", "from"]) ? functionOf(first) : undefined;
  const func = isExport(origin, RUNNABLES, ["RunnableLambda"]) ? propertyValue(definitionOf(first), "func") : undefined;
  return func && functionOf(func);
}
