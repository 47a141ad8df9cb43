import { matchesModule, originOf, type Origin } from "../origin/origin.js";
import { parameterPattern, type FunctionNode, type Node } from "../syntax/expression.js";

/** The types that a run's config, runtime or context has, by package. */
const CONFIG_TYPES: readonly { readonly modules: readonly string[]; readonly names: readonly string[] }[] = [
  { modules: ["langchain", "@langchain/core", "@langchain/core/*", "@langchain/langgraph", "@langchain/langgraph/*"], names: ["LangGraphRunnableConfig", "RunnableConfig", "ToolRunnableConfig", "ToolRuntime", "Runtime"] },
  { modules: ["@openai/agents", "@openai/agents-core"], names: ["RunContext"] },
  { modules: ["@mastra/core", "@mastra/core/*"], names: ["ToolExecutionContext"] },
];

/** Whether an origin is a value that is annotated as the config of a run. */
export function isRunConfigType(origin: Origin | undefined): boolean {
  return origin?.path.at(-1) === "new" && isTypeName({ ...origin, path: origin.path.slice(0, -1) });
}

/** Number of the parameter that is annotated as a run's config: `(key: string, config: LangGraphRunnableConfig)`. */
export function annotatedConfigParameter(fn: FunctionNode): number | undefined {
  const index = fn.params.findIndex((parameter) => isAnnotated(parameterPattern(parameter)));
  return index < 0 ? undefined : index;
}

function isAnnotated(pattern: Node): boolean {
  const type = "typeAnnotation" in pattern && pattern.typeAnnotation?.type === "TSTypeAnnotation" ? pattern.typeAnnotation.typeAnnotation : undefined;
  const types = type?.type === "TSUnionType" ? type.types : type ? [type] : [];
  return types.some((each) => each.type === "TSTypeReference" && isTypeName(originOf(each)));
}

function isTypeName(origin: Origin | undefined): boolean {
  return origin?.module !== undefined && CONFIG_TYPES.some(({ modules, names }) => matchesModule(origin.module ?? "", modules) && names.includes(origin.path.at(-1) ?? ""));
}
