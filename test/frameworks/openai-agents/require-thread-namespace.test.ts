import rule from "../../../rules/require-thread-namespace.js";
import { testRule, type Cases } from "../framework-tester.js";

const head = `
import express from "express";
import { Agent, OpenAIConversationsSession, run, Runner } from "@openai/agents";
import { chats } from "./chats.js";

const agent = new Agent({ name: "desk", instructions: "Help." });
const app = express();
`;

const conversations: Cases = {
  silent: [
    {
      name: "is silent about a conversation that is looked up together with its owner",
      code: `${head}
app.post("/chat", async (req, res) => {
  const chat = await chats.findFirst({ where: { conversation: req.body.conversation, owner: req.user.id } });
  if (!chat) return res.status(404).end();
  res.json(await run(agent, req.body.text, { conversationId: req.body.conversation }));
});`,
    },
    {
      name: "is silent about the conversation that the caller's own record names",
      code: `${head}
app.post("/chat", async (req, res) => {
  const chat = await chats.latestOf(req.user.id);
  res.json(await run(agent, req.body.text, { conversationId: chat.conversation, previousResponseId: chat.last }));
});`,
    },
    {
      name: "is silent about a conversation whose owner is compared with the caller",
      code: `${head}
app.post("/chat", async (req, res) => {
  const chat = await chats.get(req.body.conversation);
  if (chat.owner !== req.user.id) throw new Error("no such conversation");
  res.json(await run(agent, req.body.text, { session: new OpenAIConversationsSession({ conversationId: req.body.conversation }) }));
});`,
    },
    {
      name: "is silent about a conversation that starts here",
      code: `${head}
app.post("/chat", async (req, res) => {
  const session = new OpenAIConversationsSession();
  res.json(await run(agent, req.body.text, { session }));
});`,
    },
    {
      name: "is silent about an id that a function gets from its callers elsewhere",
      code: `${head}
export async function answer(text: string, conversationId: string) {
  return run(agent, text, { conversationId });
}`,
    },
    {
      name: "is silent about a run of the project's own, and about other options",
      code: `
import express from "express";
import { Agent, run as runAgent } from "@openai/agents";
import { run } from "./jobs.js";

const agent = new Agent({ name: "desk", instructions: "Help." });
express().post("/chat", async (req, res) => {
  await run(agent, req.body.text, { conversationId: req.body.conversation });
  res.json(await runAgent(agent, req.body.conversation, { maxTurns: 5 }));
});`,
    },
    {
      name: "is silent in a script",
      code: `
import { Agent, run } from "@openai/agents";

const agent = new Agent({ name: "desk", instructions: "Help." });
await run(agent, "Hello", { conversationId: process.argv[2] });`,
    },
  ],
  reported: [
    {
      name: "reports a conversation that the client names",
      code: `${head}
app.post("/chat", async (req, res) => {
  res.json(await run(agent, req.body.text, { conversationId: ⟦req.body.conversation⟧ }));
});`,
      messageId: "serverThread",
      data: { call: "run", source: "req.body.conversation" },
    },
    {
      name: "reports an answer of somebody's that the client wants to go on from",
      code: `${head}
const runner = new Runner();
app.post("/chat", async (req, res) => {
  const { text, last } = req.body;
  const options = { maxTurns: 5, previousResponseId: ⟦last⟧ };
  res.json(await runner.run(agent, text, options));
});`,
      messageId: "serverThread",
      data: { call: "runner.run", source: "last" },
    },
    {
      name: "reports a session that stands for a conversation of the client's choice",
      code: `${head}
app.post("/chat/:id", async (req, res) => {
  const session = new OpenAIConversationsSession({ conversationId: ⟦req.params.id⟧ });
  res.json(await run(agent, req.body.text, { session }));
});`,
      messageId: "serverThread",
      data: { call: "OpenAIConversationsSession", source: "req.params.id" },
    },
    {
      name: "reports the client's conversation where one of the caller's is the alternative",
      code: `${head}
app.post("/chat", async (req, res) => {
  const chat = await chats.latestOf(req.user.id);
  res.json(await run(agent, req.body.text, { conversationId: ⟦req.body.conversation ?? chat.conversation⟧ }));
});`,
      messageId: "serverThread",
      data: { call: "run", source: "req.body.conversation" },
    },
    {
      name: "reports a conversation that a handler hands to a helper of the file",
      code: `${head}
const answer = (text, id) => run(agent, text, { conversationId: ⟦id⟧ });
app.post("/chat", async (req, res) => {
  res.json(await answer(req.body.text, req.body.conversation));
});`,
      messageId: "serverThread",
      data: { call: "run", source: "req.body.conversation" },
    },
    {
      name: "reports a conversation whose owner is only written to the log",
      code: `${head}
app.post("/chat", async (req, res) => {
  console.log("chat", req.user.id, req.body.conversation);
  res.json(await run(agent, req.body.text, { conversationId: ⟦req.body.conversation⟧ }));
});`,
      messageId: "serverThread",
      data: { call: "run", source: "req.body.conversation" },
    },
    {
      name: "reports the conversation of a route of Next.js, taken literally too",
      code: `
import { Agent, run } from "@openai/agents";

const agent = new Agent({ name: "desk", instructions: "Help." });
export async function POST(request: Request) {
  const { text, conversationId } = await request.json();
  return Response.json(await run(agent, text, { conversationId: ⟦conversationId⟧ }));
}`,
      options: [{ policy: "literal" }],
      messageId: "serverThread",
      data: { call: "run", source: "conversationId" },
    },
  ],
};

testRule(rule, conversations);
