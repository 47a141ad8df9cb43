import type { Dialect } from "../dialects.js";
import type { Cases } from "../framework-tester.js";

/** Clients of model providers that a tool builds on every call. */
export function rebuiltClients(dialect: Dialect): Cases {
  const tool = (body: string, imports = 'import OpenAI from "openai";\n'): string => `${dialect.head}${imports}${dialect.tool("summarise", { body })}`;
  const rebuilt = (name: string) => ({ messageId: "rebuiltClient", data: { name, place: "every call of this tool" } });
  return {
    reported: [
      { name: "reports a client of OpenAI", code: tool("const client = ⟦new OpenAI()⟧;\nreturn client.responses.create({ model, input: query });"), ...rebuilt("openai") },
      { name: "reports a client with constant settings", code: tool('const client = ⟦new Anthropic({ apiKey: process.env.KEY })⟧;\nreturn client.messages.create({ model, messages: [{ role: "user", content: query }] });', 'import Anthropic from "@anthropic-ai/sdk";\n'), ...rebuilt("@anthropic-ai/sdk") },
      { name: "reports a chat model", code: tool('const chat = ⟦new ChatOpenAI({ model: "gpt-5" })⟧;\nreturn String(await chat.invoke(query));', 'import { ChatOpenAI } from "@langchain/openai";\n'), ...rebuilt("ChatOpenAI") },
    ],
    silent: [
      { name: "is silent about a client of the module", code: tool("return client.responses.create({ model, input: query });", 'import OpenAI from "openai";\nconst client = new OpenAI();\n') },
      { name: "is silent about a client whose settings differ", code: tool("const client = new OpenAI({ apiKey: query });\nreturn client.models.list();") },
      { name: "is silent about a client of something else", code: tool("const client = new Redis();\nreturn client.get(query);", 'import { Redis } from "ioredis";\n') },
    ],
  };
}
