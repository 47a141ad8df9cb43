import { Client } from "@langchain/langgraph-sdk";

const client = new Client({ apiUrl: "https://agents.acme.example" });

export async function release(assistantId: string, model: string): Promise<void> {
  await client.assistants.update(assistantId, { config: { configurable: { model } } });
}

export async function askInBackground(threadId: string, text: string): Promise<void> {
  await client.runs.create(threadId, "jarvis", { input: { messages: [{ role: "user", content: text }] } });
}
