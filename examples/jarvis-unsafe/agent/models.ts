import { initChatModel } from "langchain";

export const large = await initChatModel("anthropic:claude-opus-4-1", { maxTokens: 8_000 });
export const small = await initChatModel("openai:gpt-5-mini");
