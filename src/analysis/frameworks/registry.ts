import { matchesModule } from "../origin/origin.js";
import type { Framework } from "./framework.js";
import { langchain } from "./langchain.js";
import { mastra } from "./mastra.js";
import { mcp } from "./mcp.js";
import { openaiAgents } from "./openai-agents.js";
import { vercelAi } from "./vercel-ai.js";

/** Every framework that the analysis knows. */
export const frameworks: readonly Framework[] = [langchain, vercelAi, openaiAgents, mastra, mcp];

/** Clients of model providers: code that talks to a model without a framework. */
const PROVIDERS = ["openai", "openai/*", "@anthropic-ai/sdk", "@anthropic-ai/sdk/*", "groq-sdk", "@google/genai", "@google/generative-ai", "@mistralai/mistralai", "cohere-ai"];

/** Guards of this project count as a sign of agents as well. */
const GUARDS = ["agent-guardrails", "agent-guardrails/*"];

const answers = new Map<string, boolean>();

export function isFrameworkModule(module: string): boolean {
  let answer = answers.get(module);
  if (answer === undefined) {
    answer = matchesModule(module, GUARDS) || matchesModule(module, PROVIDERS) || frameworks.some((framework) => matchesModule(module, framework.modules));
    answers.set(module, answer);
  }
  return answer;
}
