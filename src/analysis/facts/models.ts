import { langgraphServer } from "../frameworks/langgraph-server.js";
import { frameworks } from "../frameworks/registry.js";
import { isExport, matchesModule, originOf } from "../origin/origin.js";
import { definitionOf } from "../origin/value.js";
import { argumentAt, memberName, unwrapAwaited, type CallNode, type Node } from "../syntax/expression.js";

/** Packages whose exports are chat models, or make them. */
const MODEL_PACKAGES = ["@langchain/openai", "@langchain/anthropic", "@langchain/google-genai", "@langchain/google-vertexai", "@langchain/google-vertexai-web", "@langchain/aws", "@langchain/groq", "@langchain/mistralai", "@langchain/ollama", "@langchain/cohere", "@langchain/deepseek", "@langchain/xai", "@langchain/openrouter", "@langchain/community/chat_models/*", "langchain/chat_models/universal"];

/** `model.invoke(…)`, also behind `bindTools`, `withStructuredOutput` and the like. */
export function isModelCall(call: CallNode): boolean {
  const callee = unwrapAwaited(call.callee);
  if (callee.type !== "MemberExpression" || !["invoke", "stream", "batch", "generate"].includes(memberName(callee) ?? "")) return false;
  const origin = originOf(callee.object);
  if (origin?.module === undefined) return false;
  if (matchesModule(origin.module, MODEL_PACKAGES)) return true;
  return origin.module === "langchain" && origin.path.includes("initChatModel");
}

/** Clients of model providers: methods whose result holds what a model wrote. */
const PROVIDER_CALLS: readonly (readonly [modules: readonly string[], path: RegExp])[] = [
  [["openai"], /(?:^|\.)(?:chat\.completions\.create|responses\.create|completions\.create)$/u],
  [["@anthropic-ai/sdk"], /(?:^|\.)messages\.create$/u],
  [["@google/genai", "@google/generative-ai"], /generateContent$/u],
];

/** A run of a model, or of an agent that was made here: its answer is the model's text. */
export function isModelOutput(call: CallNode): boolean {
  if (isModelCall(call)) return true;
  const callee = unwrapAwaited(call.callee);
  if (callee.type === "MemberExpression" && ["invoke", "stream", "batch"].includes(memberName(callee) ?? "") && hasModel(callee.object)) return true;
  const origin = originOf(call.callee);
  if (origin?.module === undefined) return false;
  const path = origin.path.join(".");
  if (frameworks.some(({ runs }) => runs.some((run) => isExport(origin, run.modules, run.path)))) return true;
  if (PROVIDER_CALLS.some(([modules, pattern]) => matchesModule(origin.module ?? "", modules) && pattern.test(path))) return true;
  return ["invoke", "generate"].includes(origin.path.at(-1) ?? "") && AGENTS.some(([modules, name]) => matchesModule(origin.module ?? "", modules) && origin.path.includes(name));
}

/** Hooks of a client that hold what a model wrote, and the keys under which they do; what the user types there is under others. */
const CHAT_HOOKS: readonly { readonly modules: readonly string[]; readonly hook: string; readonly keys: readonly string[] }[] = [
  { modules: ["@ai-sdk/react", "ai/react"], hook: "useChat", keys: ["messages"] },
  { modules: ["@ai-sdk/react", "ai/react"], hook: "useCompletion", keys: ["completion"] },
  { modules: ["@ai-sdk/react", "ai/react"], hook: "useObject", keys: ["object"] },
  { modules: ["@ai-sdk/react", "ai/react"], hook: "experimental_useObject", keys: ["object"] },
  { modules: langgraphServer.modules, hook: "useStream", keys: ["messages", "values"] },
];

/** Whether a part of what a call gives is what a model wrote: `useChat().messages`. */
export function isModelPart(call: CallNode, path: readonly string[]): boolean {
  const [key = ""] = path;
  return CHAT_HOOKS.some(({ modules, hook, keys }) => keys.includes(key) && isExport(originOf(call.callee), modules, [hook]));
}

/** Functions that make a chain of a model and a prompt of their own. */
const CHAIN_MAKERS: readonly (readonly [modules: readonly string[], name: string])[] = [[["langchain/chains/sql_db", "@langchain/classic/chains/sql_db"], "createSqlQueryChain"]];

/** `prompt.pipe(model).pipe(parser)`, `RunnableSequence.from([prompt, model])`: a chain that a model is part of. */
export function hasModel(node: Node, depth = 0): boolean {
  const chain = definitionOf(node);
  if (chain.type !== "CallExpression" || depth > 6) return false;
  const callee = unwrapAwaited(chain.callee);
  if (CHAIN_MAKERS.some(([modules, name]) => isExport(originOf(callee), modules, [name]))) return true;
  if (callee.type !== "MemberExpression") return false;
  const isPart = (part: Node): boolean => isModel(part) || hasModel(part, depth + 1);
  const first = argumentAt(chain, 0);
  if (memberName(callee) === "pipe") return (first !== undefined && isPart(first)) || isPart(callee.object);
  const members = first && memberName(callee) === "from" && originOf(callee)?.module === "@langchain/core/runnables" ? definitionOf(first) : undefined;
  return members?.type === "ArrayExpression" && members.elements.some((element) => element !== null && element.type !== "SpreadElement" && isPart(element));
}

function isModel(node: Node): boolean {
  const origin = originOf(node);
  if (origin?.module === undefined) return false;
  return matchesModule(origin.module, MODEL_PACKAGES) || (origin.module === "langchain" && origin.path.includes("initChatModel"));
}

const AGENTS: readonly (readonly [modules: readonly string[], name: string])[] = [
  [["langchain", "langchain/*", "@langchain/langgraph/*", "@langchain/classic/*"], "createAgent"],
  [["langchain", "@langchain/langgraph/*"], "createReactAgent"],
  [["langchain/agents", "@langchain/classic/agents"], "AgentExecutor"],
  [["deepagents"], "createDeepAgent"],
];
