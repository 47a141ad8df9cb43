import { matchesModule, originOf } from "../origin/origin.js";
import { memberName, unwrapAwaited, type CallNode } from "../syntax/expression.js";

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
