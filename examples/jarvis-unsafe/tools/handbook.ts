import { HumanMessage } from "@langchain/core/messages";
import { tool } from "@langchain/core/tools";
import { initChatModel } from "langchain";
import { z } from "zod";

export const readHandbook = tool(
  async ({ topic, question }) => {
    const response = await fetch(`https://handbook.acme.example/pages/${topic}`);
    const page = await response.text();
    const model = await initChatModel("openai:gpt-5-mini", { temperature: 0 });
    const answer = await model.invoke([new HumanMessage(`Answer "${question}" from this page:\n${page}`)]);
    return answer.text;
  },
  {
    name: "read_handbook",
    description: "Answers a question from the employee handbook",
    schema: z.object({ topic: z.string(), question: z.string() }),
  },
);

export const readPage = tool(
  async ({ url }) => {
    const response = await fetch(url);
    return response.text();
  },
  { name: "read_page", description: "Reads a web page", schema: z.object({ url: z.string() }) },
);
