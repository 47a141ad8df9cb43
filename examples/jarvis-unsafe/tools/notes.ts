import { tool } from "@langchain/core/tools";
import { getStore, type LangGraphRunnableConfig } from "@langchain/langgraph";
import { z } from "zod";

export const remember = tool(
  async ({ topic, note }, config: LangGraphRunnableConfig) => {
    const userId = config.configurable?.user_id ?? "default";
    await config.store?.put(["notes", userId], topic, { note });
    return "Noted";
  },
  { name: "remember", description: "Remembers a note", schema: z.object({ topic: z.string(), note: z.string() }) },
);

export const recall = tool(
  async ({ query }) => {
    const found = await getStore()?.search(["notes"], { query, limit: 5 });
    return JSON.stringify(found?.map(({ value }) => value));
  },
  { name: "recall", description: "Looks notes up", schema: z.object({ query: z.string() }) },
);
