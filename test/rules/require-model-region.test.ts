import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-model-region.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-model-region", rule, {
  valid: [
    {
      name: "is silent without a policy",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI({ model: "gpt-5" });
      `,
    },
    {
      name: "is silent about an endpoint in the region",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI({ model: "gpt-5", configuration: { baseURL: "https://eu.api.openai.com/v1" } });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about an address of the environment",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI({ model: "gpt-5", configuration: { baseURL: process.env.LLM_URL } });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about settings that cannot be seen",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { settings } from "@acme/llm";
        export const model = new ChatOpenAI({ model: "gpt-5", ...settings });
        export const other = new ChatOpenAI(settings);
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about a configuration that cannot be seen",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { configuration } from "@acme/llm";
        export const model = new ChatOpenAI({ model: "gpt-5", configuration });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about an address that nobody knows, where the policy names a region",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI({ model: "gpt-5", configuration: { baseURL: "https://llm.acme.example/v1" } });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about options that get their address later",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export function build(baseURL) {
          const options = { model: "gpt-5" };
          options.configuration = { baseURL };
          return new ChatOpenAI(options);
        }
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about options of a provider's client that get their address later",
      code: `
        import OpenAI from "openai";
        import { tool } from "@langchain/core/tools";
        export function build(baseURL) {
          const options = { apiKey: process.env.KEY };
          if (baseURL) options.baseURL = baseURL;
          return new OpenAI(options);
        }
        export { tool };
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about a configuration that a spread may complete",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const build = (more) => new ChatOpenAI({ model: "gpt-5", configuration: { timeout: 10_000, ...more } });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about a host of the policy",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI({ model: "gpt-5", configuration: { baseURL: "https://llm.acme.example/v1" } });
      `,
      settings: { "agent-guardrails": { residency: "llm.acme.example, acme-eu.openai.azure.com" } },
    },
    {
      name: "is silent about a machine of the team's own",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI({ model: "acme", configuration: { baseURL: "http://localhost:8000/v1" } });
      `,
      settings: { "agent-guardrails": { residency: "llm.acme.example, acme-eu.openai.azure.com" } },
    },
    {
      name: "is silent about a region of Bedrock",
      code: `
        import { ChatBedrockConverse } from "@langchain/aws";
        export const model = new ChatBedrockConverse({ model: "eu.anthropic.claude-sonnet-4-5-20250929-v1:0", region: "eu-central-1" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about Bedrock without a region, which the environment names",
      code: `
        import { ChatBedrockConverse } from "@langchain/aws";
        export const model = new ChatBedrockConverse({ model: "anthropic.claude-3-haiku-20240307-v1:0" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about a location of Vertex AI",
      code: `
        import { ChatVertexAI } from "@langchain/google-vertexai";
        export const model = new ChatVertexAI({ model: "gemini-2.5-pro", location: "europe-west4" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about Vertex AI at home",
      code: `
        import { ChatVertexAI } from "@langchain/google-vertexai";
        export const model = new ChatVertexAI({ model: "gemini-2.5-pro" });
      `,
      settings: { "agent-guardrails": { residency: "us" } },
    },
    {
      name: "is silent about Anthropic in the United States",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        export const model = new ChatAnthropic({ model: "claude-sonnet-5", inferenceGeo: "us" });
      `,
      settings: { "agent-guardrails": { residency: "us" } },
    },
    {
      name: "is silent about Mistral, which is at home in the region",
      code: `
        import { ChatMistralAI } from "@langchain/mistralai";
        export const model = new ChatMistralAI({ model: "mistral-large-latest" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about a resource of Azure, whose name says nothing",
      code: `
        import { AzureChatOpenAI } from "@langchain/openai";
        export const model = new AzureChatOpenAI({ azureOpenAIApiInstanceName: "acme", azureOpenAIApiDeploymentName: "gpt-5" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about an instance that is a host of the policy",
      code: `
        import { AzureChatOpenAI } from "@langchain/openai";
        export const model = new AzureChatOpenAI({ azureOpenAIApiInstanceName: "acme-eu", azureOpenAIApiDeploymentName: "gpt-5" });
      `,
      settings: { "agent-guardrails": { residency: "llm.acme.example, acme-eu.openai.azure.com" } },
    },
    {
      name: "is silent about a provider that nobody knows",
      code: `
        import { ChatCohere } from "@langchain/cohere";
        export const model = new ChatCohere({ model: "command-a-03-2025" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about a class of that name from elsewhere",
      code: `
        import { tool } from "@langchain/core/tools";
        import { ChatOpenAI } from "./models";
        export const model = new ChatOpenAI({ model: "gpt-5" });
        export { tool };
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about a shadowed class",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export { ChatOpenAI };
        export const make = (ChatOpenAI) => new ChatOpenAI({ model: "gpt-5" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent about requests of Anthropic's client that say where",
      code: `
        import Anthropic from "@anthropic-ai/sdk";
        import { tool } from "@langchain/core/tools";
        const client = new Anthropic();
        export const ask = tool(async ({ text }) => client.messages.create({ model: "claude-sonnet-5", max_tokens: 1024, inference_geo: "us", messages: [{ role: "user", content: text }] }), { name: "ask" });
      `,
      settings: { "agent-guardrails": { residency: "us" } },
    },
    {
      name: "is silent in a test",
      filename: at("test/model.test.ts"),
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI({ model: "gpt-5" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
    },
    {
      name: "is silent where the policy says why",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI({ model: "gpt-5" });
      `,
      settings: { "agent-guardrails": { residency: "eu", satisfied: { privacy: "the proxy of the network reroutes to the region" } } },
    },
  ],
  invalid: [
    {
      name: "reports OpenAI without a region",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI({ model: "gpt-5" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "gpt-5", where: "in \"us\", because it names no other region", residency: "eu", remedy: "Set `configuration.baseURL` to an endpoint there, such as https://eu.api.openai.com/v1" },
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 44,
        },
      ],
    },
    {
      name: "reports an endpoint elsewhere",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        export const model = new ChatOpenAI({ model: "gpt-5", configuration: { baseURL: "https://us.api.openai.com/v1" } });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "gpt-5", where: "at us.api.openai.com", residency: "eu", remedy: "Set `configuration.baseURL` to an endpoint there, such as https://eu.api.openai.com/v1" },
          line: 3,
          column: 63,
          endLine: 3,
          endColumn: 121,
        },
      ],
    },
    {
      name: "reports a host that the policy does not name",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        const baseURL = "https://api.other.example/v1";
        export const model = new ChatOpenAI({ model: "gpt-5", configuration: { baseURL } });
      `,
      settings: { "agent-guardrails": { residency: "llm.acme.example, acme-eu.openai.azure.com" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "gpt-5", where: "at api.other.example", residency: "llm.acme.example, acme-eu.openai.azure.com", remedy: "Ask it at a host of the policy" },
          line: 4,
          column: 63,
          endLine: 4,
          endColumn: 89,
        },
      ],
    },
    {
      name: "reports a provider's own host under a policy of hosts",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        export const model = new ChatAnthropic({ model: "claude-sonnet-5" });
      `,
      settings: { "agent-guardrails": { residency: "llm.acme.example, acme-eu.openai.azure.com" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "claude-sonnet-5", where: "anywhere in the world, because it names no region", residency: "llm.acme.example, acme-eu.openai.azure.com", remedy: "Ask it at a host of the policy" },
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 47,
        },
      ],
    },
    {
      name: "reports Anthropic without a geography",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        export const model = new ChatAnthropic("claude-sonnet-5");
      `,
      settings: { "agent-guardrails": { residency: "us" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "claude-sonnet-5", where: "anywhere in the world, because it names no region", residency: "us", remedy: "Set `inferenceGeo`, which knows \"us\" alone, or ask the model through Amazon Bedrock or Vertex AI" },
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 47,
        },
      ],
    },
    {
      name: "reports Anthropic in another geography",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";
        export const model = new ChatAnthropic({ model: "claude-sonnet-5", inferenceGeo: "us" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "claude-sonnet-5", where: "in \"us\"", residency: "eu", remedy: "Set `inferenceGeo`, which knows \"us\" alone, or ask the model through Amazon Bedrock or Vertex AI" },
          line: 3,
          column: 76,
          endLine: 3,
          endColumn: 94,
        },
      ],
    },
    {
      name: "reports a region of Bedrock",
      code: `
        import { ChatBedrockConverse } from "@langchain/aws";
        export const model = new ChatBedrockConverse({ model: "anthropic.claude-3-haiku-20240307-v1:0", region: "us-east-1" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "anthropic.claude-3-haiku-20240307-v1:0", where: "in \"us-east-1\"", residency: "eu", remedy: "Set `region`, and use an inference profile that stays there" },
          line: 3,
          column: 105,
          endLine: 3,
          endColumn: 124,
        },
      ],
    },
    {
      name: "reports London, which lies outside",
      code: `
        import { ChatBedrockConverse } from "@langchain/aws";
        export const model = new ChatBedrockConverse({ model: "anthropic.claude-3-haiku-20240307-v1:0", region: "eu-west-2" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "anthropic.claude-3-haiku-20240307-v1:0", where: "in \"eu-west-2\"", residency: "eu", remedy: "Set `region`, and use an inference profile that stays there" },
          line: 3,
          column: 105,
          endLine: 3,
          endColumn: 124,
        },
      ],
    },
    {
      name: "reports an inference profile that leaves the region",
      code: `
        import { ChatBedrockConverse } from "@langchain/aws";
        export const model = new ChatBedrockConverse({ model: "global.anthropic.claude-sonnet-4-5-20250929-v1:0", region: "eu-central-1" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "global.anthropic.claude-sonnet-4-5-20250929-v1:0", where: "with an inference profile for \"global\"", residency: "eu", remedy: "Set `region`, and use an inference profile that stays there" },
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 53,
        },
      ],
    },
    {
      name: "reports Vertex AI without a location",
      code: `
        import { ChatVertexAI } from "@langchain/google-vertexai";
        export const model = new ChatVertexAI({ model: "gemini-2.5-pro" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "gemini-2.5-pro", where: "in \"us-central1\", because it names no other region", residency: "eu", remedy: "Set `location` to a region there" },
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports a location elsewhere",
      code: `
        import { initChatModel } from "langchain";
        export const model = await initChatModel("google-vertexai:gemini-2.5-pro", { location: "us-central1" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "google-vertexai:gemini-2.5-pro", where: "in \"us-central1\"", residency: "eu", remedy: "Set `location` to a region there" },
          line: 3,
          column: 86,
          endLine: 3,
          endColumn: 109,
        },
      ],
    },
    {
      name: "reports Gemini without Vertex AI",
      code: `
        import { ChatGoogleGenerativeAI } from "@langchain/google-genai";
        export const model = new ChatGoogleGenerativeAI({ model: "gemini-2.5-pro" });
      `,
      settings: { "agent-guardrails": { residency: "us" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "gemini-2.5-pro", where: "anywhere in the world, because it names no region", residency: "us", remedy: "Ask the model through Vertex AI with a `location` there" },
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports an instance of Azure that the policy does not name",
      code: `
        import { AzureChatOpenAI } from "@langchain/openai";
        export const model = new AzureChatOpenAI({ azureOpenAIApiInstanceName: "acme-us", azureOpenAIApiDeploymentName: "gpt-5" });
      `,
      settings: { "agent-guardrails": { residency: "llm.acme.example, acme-eu.openai.azure.com" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "A model of azure", where: "at acme-us.openai.azure.com", residency: "llm.acme.example, acme-eu.openai.azure.com", remedy: "Ask it at a host of the policy" },
          line: 3,
          column: 52,
          endLine: 3,
          endColumn: 89,
        },
      ],
    },
    {
      name: "reports an endpoint of Azure that names another region",
      code: `
        import { AzureChatOpenAI } from "@langchain/openai";
        export const model = new AzureChatOpenAI({ azureOpenAIEndpoint: "https://eastus.api.cognitive.microsoft.com/", azureOpenAIApiDeploymentName: "gpt-5" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "A model of azure", where: "at eastus.api.cognitive.microsoft.com", residency: "eu", remedy: "Use a resource there" },
          line: 3,
          column: 52,
          endLine: 3,
          endColumn: 118,
        },
      ],
    },
    {
      name: "reports a model that an agent names",
      code: `
        import { createAgent } from "langchain";
        export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "openai:gpt-5", where: "in \"us\", because it names no other region", residency: "eu", remedy: "Set `configuration.baseURL` to an endpoint there, such as https://eu.api.openai.com/v1" },
          line: 3,
          column: 51,
          endLine: 3,
          endColumn: 65,
        },
      ],
    },
    {
      name: "reports a model elsewhere by default",
      code: `
        import { ChatDeepSeek } from "@langchain/deepseek";
        export const model = new ChatDeepSeek({ model: "deepseek-chat" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "deepseek-chat", where: "in \"cn\", because it names no other region", residency: "eu", remedy: "Ask the model through a provider there" },
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports a client of the provider's own, in a script as well",
      filename: at("scripts/embed.ts"),
      code: `
        import OpenAI from "openai";
        import { tool } from "@langchain/core/tools";
        const client = new OpenAI();
        export const embed = (text) => client.embeddings.create({ model: "text-embedding-3-small", input: text });
        export { tool };
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "A model of openai", where: "in \"us\", because it names no other region", residency: "eu", remedy: "Set `configuration.baseURL` to an endpoint there, such as https://eu.api.openai.com/v1" },
          line: 4,
          column: 28,
          endLine: 4,
          endColumn: 34,
        },
      ],
    },
    {
      name: "reports a name by its namespace",
      code: `
        import * as openai from "@langchain/openai";
        export const model = new openai.ChatOpenAI({ model: "gpt-5" });
      `,
      settings: { "agent-guardrails": { residency: "eu" } },
      errors: [
        {
          messageId: "misplacedModel",
          data: { model: "gpt-5", where: "in \"us\", because it names no other region", residency: "eu", remedy: "Set `configuration.baseURL` to an endpoint there, such as https://eu.api.openai.com/v1" },
          line: 3,
          column: 34,
          endLine: 3,
          endColumn: 51,
        },
      ],
    },
  ],
});
