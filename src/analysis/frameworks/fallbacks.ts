import type { Satisfier } from "./satisfier.js";

/** What stands in for a model that does not answer. */
export const modelFallbacks = [
  { kind: "middleware", name: "modelFallbackMiddleware", modules: ["langchain"], versions: ">=1.0", when: "with at least one model" },
  { kind: "method", name: "withFallbacks", of: "Runnable", modules: ["@langchain/core/runnables"], versions: ">=0.1", when: "on the model, also behind `bindTools`" },
  { kind: "option", name: "baseURL", of: "ClientOptions", modules: ["@langchain/openai"], versions: ">=0.3", when: "leads to a gateway, which may route by itself" },
  { kind: "option", name: "anthropicApiUrl", of: "ChatAnthropic", modules: ["@langchain/anthropic"], versions: ">=0.3", when: "leads to a gateway, which may route by itself" },
] as const satisfies readonly Satisfier[];

/** Providers that route a call to another model or host by themselves, or that run on a machine of the team's own. */
export const ROUTING_PROVIDERS: ReadonlySet<string> = new Set(["openrouter", "langsmith", "ollama", "unknown"]);

/** Where the address of a gateway stands. */
export const gatewayPaths: readonly (readonly string[])[] = [["configuration", "baseURL"], ["clientOptions", "baseURL"], ["baseURL"], ["baseUrl"], ["basePath"], ["anthropicApiUrl"], ["serverURL"], ["endpoint"], ["azureOpenAIBasePath"], ["azureOpenAIEndpoint"], ["endpointHost"]];
