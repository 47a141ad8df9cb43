import { initChatModel } from "langchain";

export const large = await initChatModel("anthropic:claude-opus-4-1", { maxTokens: 8_000, thinking: { type: "enabled", budget_tokens: 4_000 } });
export const small = await initChatModel("openai:gpt-5-mini");
