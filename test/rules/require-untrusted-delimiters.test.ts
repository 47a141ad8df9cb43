import { fileURLToPath } from "node:url";
import rule from "../../rules/require-untrusted-delimiters.js";
import { ruleTester } from "../support/rule-tester.js";

ruleTester.run("require-untrusted-delimiters: marks around a text", rule, {
  valid: [
    {
      name: "accepts a tag that is closed behind the text",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask(question: string) {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise for: \${question}\\n<page>\\n\${page}\\n</page>\`);
}
      `,
    },
    {
      name: "accepts several texts inside of one tag",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const mail = await (await fetch("https://mail.acme.com/last")).json();
  return new HumanMessage(\`Sort this mail.\\n<mail>\\nFrom: \${mail.from}\\nSubject: \${mail.subject}\\n</mail>\`);
}
      `,
    },
    {
      name: "accepts a fence of backticks",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage("Summarise:\\n\`\`\`\\n" + page + "\\n\`\`\`");
}
      `,
    },
    {
      name: "accepts rulers with a word in them",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise.\\n--- BEGIN PAGE ---\\n\${page}\\n--- END PAGE ---\`);
}
      `,
    },
    {
      name: "accepts brackets that name the document",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise.\\n[DOCUMENT]\\n\${page}\\n[/DOCUMENT]\`);
}
      `,
    },
    {
      name: "accepts a tag whose name is drawn for each call",
      code: `
import { randomUUID } from "node:crypto";
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const mark = randomUUID();
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise. <\${mark}>\${page}</\${mark}>\`);
}
      `,
    },
    {
      name: "accepts a message that is the text and nothing else",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return [new HumanMessage("Summarise the page that follows."), new HumanMessage(page)];
}
      `,
    },
    {
      name: "accepts a content block that is the text and nothing else",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage({ content: [{ type: "text", text: "Summarise the page that follows." }, { type: "text", text: page }] });
}
      `,
    },
    {
      name: "accepts documents that a mapper wraps one by one",
      code: `
import { MemoryVectorStore } from "@langchain/classic/vectorstores/memory";
import { OpenAIEmbeddings } from "@langchain/openai";
import { HumanMessage } from "@langchain/core/messages";

const store = new MemoryVectorStore(new OpenAIEmbeddings());
export async function ask(question: string) {
  const docs = await store.similaritySearch(question);
  return new HumanMessage(\`Answer from these:\\n\${docs.map((doc) => \`<doc>\${doc.pageContent}</doc>\`).join("\\n")}\`);
}
      `,
    },
    {
      name: "accepts documents that a function of the file wraps one by one",
      code: `
import { MemoryVectorStore } from "@langchain/classic/vectorstores/memory";
import { OpenAIEmbeddings } from "@langchain/openai";
import { HumanMessage } from "@langchain/core/messages";

const store = new MemoryVectorStore(new OpenAIEmbeddings());
const wrap = (doc: { pageContent: string }) => \`<doc>\${doc.pageContent}</doc>\`;
export async function ask(question: string) {
  const docs = await store.similaritySearch(question);
  return new HumanMessage(\`Answer from these:\\n\${docs.map(wrap).join("\\n")}\`);
}
      `,
    },
    {
      name: "accepts a tag that the template around a variable has",
      code: `
import { PromptTemplate } from "@langchain/core/prompts";

const prompt = PromptTemplate.fromTemplate("Answer from this:\\n<context>\\n{context}\\n</context>");
export async function ask() {
  const context = await (await fetch("https://news.acme.com")).text();
  return prompt.format({ context });
}
      `,
    },
    {
      name: "accepts a tag in the elements of a list that is joined",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(["Summarise.", "<page>", page, "</page>"].join("\\n"));
}
      `,
    },
    {
      name: "accepts a mark in a template with a tag around it",
      code: `
import { HumanMessage } from "@langchain/core/messages";

const TEMPLATE = "Summarise. <page>{{page}}</page>";
export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(TEMPLATE.replace("{{page}}", page));
}
      `,
    },
    {
      name: "accepts the guards",
      code: `
import { delimit, untrusted } from "agent-guardrails";
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  const block = delimit(untrusted(page, "web"));
  return new HumanMessage({ content: [{ type: "text", text: "Summarise." }, { type: "text", text: \`Data: \${block.text}\` }] });
}
      `,
    },
    {
      name: "accepts a delimiter that the policy names",
      code: `
import { HumanMessage } from "@langchain/core/messages";
import { fence } from "@acme/prompts";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise. \${fence(page)}\`);
}
      `,
      settings: { "agent-guardrails": { delimiterCalls: ["@acme/prompts#fence"] } },
    },
    {
      name: "is silent about a helper out of sight, which may mark the text",
      code: `
import { HumanMessage } from "@langchain/core/messages";
import { fence } from "@acme/prompts";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise. \${fence(page)}\`);
}
      `,
    },
  ],
  invalid: [
    {
      name: "reports a page behind a heading",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise.\\n\\n# Page\\n\${page}\`);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`HumanMessage`" },
          line: 6,
          column: 52,
          endLine: 6,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports a page between quotation marks",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise "\${page}" in a sentence.\`);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`HumanMessage`" },
          line: 6,
          column: 41,
          endLine: 6,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a text that is added with a plus",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage("Summarise: " + page);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`HumanMessage`" },
          line: 6,
          column: 43,
          endLine: 6,
          endColumn: 47,
        },
      ],
    },
    {
      name: "reports a text behind a tag that was closed before it",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`<task>Summarise.</task>\\n\${page}\`);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`HumanMessage`" },
          line: 6,
          column: 55,
          endLine: 6,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports a text whose tag another one closes",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise. <page>\${page}</document>\`);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`HumanMessage`" },
          line: 6,
          column: 47,
          endLine: 6,
          endColumn: 51,
        },
      ],
    },
    {
      name: "reports the one of two texts that has no marks",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  const notes = await (await fetch("https://notes.acme.com")).text();
  return new HumanMessage(\`<page>\${page}</page>\\nNotes: \${notes}\`);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`notes`", who: "somebody else", label: "`HumanMessage`" },
          line: 7,
          column: 59,
          endLine: 7,
          endColumn: 64,
        },
      ],
    },
    {
      name: "reports documents that are joined bare",
      code: `
import { MemoryVectorStore } from "@langchain/classic/vectorstores/memory";
import { OpenAIEmbeddings } from "@langchain/openai";
import { HumanMessage } from "@langchain/core/messages";

const store = new MemoryVectorStore(new OpenAIEmbeddings());
export async function ask(question: string) {
  const docs = await store.similaritySearch(question);
  return new HumanMessage(\`Answer from these:\\n\${docs.map((doc) => doc.pageContent).join("\\n")}\`);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`doc.pageContent`", who: "somebody else", label: "`HumanMessage`" },
          line: 9,
          column: 68,
          endLine: 9,
          endColumn: 83,
        },
      ],
    },
    {
      name: "reports documents that a function of the file writes out",
      code: `
import { MemoryVectorStore } from "@langchain/classic/vectorstores/memory";
import { OpenAIEmbeddings } from "@langchain/openai";
import { HumanMessage } from "@langchain/core/messages";

const store = new MemoryVectorStore(new OpenAIEmbeddings());
const title = (doc: { pageContent: string }) => \`Document: \${doc.pageContent}\`;
export async function ask(question: string) {
  const docs = await store.similaritySearch(question);
  return new HumanMessage(\`Answer from these:\\n\${docs.map(title).join("\\n")}\`);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`docs.map(title)`", who: "somebody else", label: "`HumanMessage`" },
          line: 10,
          column: 50,
          endLine: 10,
          endColumn: 65,
        },
      ],
    },
    {
      name: "reports a helper's text where the prompt takes it over",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

const textOf = (messages: { text: string }[]) => messages.map((each) => each.text).join("");
export async function POST(request: Request) {
  const { messages } = await request.json();
  const question = textOf(messages);
  const { text } = await generateText({ model: openai("gpt-5"), prompt: \`Answer this: \${question}\` });
  return Response.json({ text });
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`question`", who: "the client", label: "`prompt`" },
          line: 9,
          column: 89,
          endLine: 9,
          endColumn: 97,
        },
      ],
    },
    {
      name: "reports a variable of a template without marks",
      code: `
import { PromptTemplate } from "@langchain/core/prompts";

const prompt = PromptTemplate.fromTemplate("Answer from this: {context}");
export async function ask() {
  const context = await (await fetch("https://news.acme.com")).text();
  return prompt.format({ context: context });
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`context`", who: "somebody else", label: "the prompt template" },
          line: 7,
          column: 35,
          endLine: 7,
          endColumn: 42,
        },
      ],
    },
    {
      name: "reports documents that a chain puts into a prompt",
      code: `
import { PromptTemplate } from "@langchain/core/prompts";
import { RunnablePassthrough, RunnableSequence } from "@langchain/core/runnables";

export const chainOf = (vectorStore, model) => RunnableSequence.from([
  { context: vectorStore.asRetriever(), question: new RunnablePassthrough() },
  PromptTemplate.fromTemplate("Answer {question} from this: {context}"),
  model,
]);
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`vectorStore.asRetriever()`", who: "somebody else", label: "the prompt template" },
          line: 6,
          column: 14,
          endLine: 6,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports a variable of a template that is made with new and piped on",
      code: `
import { PromptTemplate } from "@langchain/core/prompts";
import { ChatOpenAI } from "@langchain/openai";

const prompt = new PromptTemplate({ template: "Answer from this: {context}", inputVariables: ["context"] });
const chain = prompt.pipe(new ChatOpenAI({ model: "gpt-5" }));
export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return chain.invoke({ context: page });
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "the prompt template" },
          line: 9,
          column: 34,
          endLine: 9,
          endColumn: 38,
        },
      ],
    },
    {
      name: "reports a variable of a human message among prompt templates",
      code: `
import { ChatPromptTemplate, HumanMessagePromptTemplate } from "@langchain/core/prompts";

const prompt = ChatPromptTemplate.fromMessages([["system", "You summarise."], HumanMessagePromptTemplate.fromTemplate("The page: {page}")]);
export async function ask() {
  return prompt.formatMessages({ page: await (await fetch("https://news.acme.com")).text() });
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`await (await fetch(\"https://news.acme.com\")).text()`", who: "somebody else", label: "the prompt template" },
          line: 6,
          column: 40,
          endLine: 6,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports an element of a list that is joined",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(["Summarise.", page].join("\\n"));
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`HumanMessage`" },
          line: 6,
          column: 42,
          endLine: 6,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports a mark in a template without a tag",
      code: `
import { HumanMessage } from "@langchain/core/messages";

const TEMPLATE = "Summarise. {{page}}";
export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(TEMPLATE.replace(/\\{\\{page\\}\\}/u, page));
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`HumanMessage`" },
          line: 7,
          column: 61,
          endLine: 7,
          endColumn: 65,
        },
      ],
    },
  ],
});

ruleTester.run("require-untrusted-delimiters: roles and frameworks", rule, {
  valid: [
    {
      name: "leaves the system prompt to the rule that is about it",
      code: `
import { createAgent } from "langchain";

export async function make() {
  const page = await (await fetch("https://news.acme.com")).text();
  return createAgent({ model: "openai:gpt-5", systemPrompt: \`Summarise: \${page}\`, tools: [] });
}
      `,
    },
    {
      name: "accepts the client's question as the whole prompt",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function POST(request: Request) {
  const { question } = await request.json();
  const { text } = await generateText({ model: openai("gpt-5"), prompt: question });
  return Response.json({ text });
}
      `,
    },
    {
      name: "accepts a choice of constants that the client makes",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";
import { z } from "zod";

const Body = z.object({ size: z.enum(["short", "long"]) });
export async function POST(request: Request) {
  const { size } = Body.parse(await request.json());
  const { text } = await generateText({ model: openai("gpt-5"), prompt: \`Write a \${size} poem.\` });
  return Response.json({ text });
}
      `,
    },
    {
      name: "is silent about a text that comes in as a parameter",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function summarise(page: string) {
  return generateText({ model: openai("gpt-5"), prompt: \`Summarise: \${page}\` });
}
      `,
    },
  ],
  invalid: [
    {
      name: "reports what the client sent inside of the application's prompt",
      code: `
import { generateText } from "ai";
import { openai } from "@ai-sdk/openai";

export async function POST(request: Request) {
  const { document } = await request.json();
  const { text } = await generateText({ model: openai("gpt-5"), prompt: \`Summarise this document: \${document}\` });
  return Response.json({ text });
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`document`", who: "the client", label: "`prompt`" },
          line: 7,
          column: 101,
          endLine: 7,
          endColumn: 109,
        },
      ],
    },
    {
      name: "reports the prompt of generateObject",
      code: `
import { generateObject } from "ai";
import { openai } from "@ai-sdk/openai";
import { z } from "zod";

export async function sort() {
  const mail = await (await fetch("https://mail.acme.com/last")).json();
  return generateObject({ model: openai("gpt-5"), schema: z.object({ label: z.string() }), prompt: \`Sort this mail: \${mail.body}\` });
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`mail.body`", who: "somebody else", label: "`prompt`" },
          line: 8,
          column: 119,
          endLine: 8,
          endColumn: 128,
        },
      ],
    },
    {
      name: "reports a message of the user in a list",
      code: `
import express from "express";
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
const app = express();
app.post("/review", async (req, res) => {
  res.json(await agent.invoke({ messages: [{ role: "user", content: \`Review this text: \${req.body.text}\` }] }));
});
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`req.body.text`", who: "the client", label: "the user message" },
          line: 8,
          column: 90,
          endLine: 8,
          endColumn: 103,
        },
      ],
    },
    {
      name: "reports a text that a model is invoked with",
      code: `
import { ChatOpenAI } from "@langchain/openai";

const model = new ChatOpenAI({ model: "gpt-5" });
export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return model.invoke(\`Summarise: \${page}\`);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "the prompt" },
          line: 7,
          column: 37,
          endLine: 7,
          endColumn: 41,
        },
      ],
    },
    {
      name: "reports a text that an agent of the OpenAI SDK is run with",
      code: `
import { Agent, run } from "@openai/agents";

const agent = new Agent({ name: "Reader", instructions: "You summarise." });
export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return run(agent, \`Summarise: \${page}\`);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "the prompt" },
          line: 7,
          column: 35,
          endLine: 7,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports the input of a workflow's step",
      code: `
import { Agent } from "@mastra/core/agent";
import { createStep } from "@mastra/core/workflows";
import { z } from "zod";

const agent = new Agent({ name: "reader", instructions: "You summarise.", model: "openai/gpt-5" });
export const review = createStep({
  id: "review",
  inputSchema: z.object({ text: z.string() }),
  outputSchema: z.object({ answer: z.string() }),
  execute: async ({ inputData }) => {
    const { text } = await agent.generate([{ role: "user", content: \`Review this:\\n\${inputData.text}\\nBe brief.\` }]);
    return { answer: text };
  },
});
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`inputData.text`", who: "the client", label: "the user message" },
          line: 12,
          column: 86,
          endLine: 12,
          endColumn: 100,
        },
      ],
    },
    {
      name: "reports a tool's message that adds words of its own",
      code: `
import { ToolMessage } from "@langchain/core/messages";

export async function answer(id: string) {
  const page = await (await fetch("https://news.acme.com")).text();
  return new ToolMessage({ tool_call_id: id, content: \`The page says: \${page}\` });
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`ToolMessage`" },
          line: 6,
          column: 73,
          endLine: 6,
          endColumn: 77,
        },
      ],
    },
    {
      name: "reports a source that the policy names",
      code: `
import { HumanMessage } from "@langchain/core/messages";
import { readTicket } from "./tickets.js";

export async function ask(id: string) {
  return new HumanMessage(\`Sort this ticket: \${await readTicket(id)}\`);
}
      `,
      settings: { "agent-guardrails": { untrustedCalls: ["readTicket"] } },
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`await readTicket(id)`", who: "somebody else", label: "`HumanMessage`" },
          line: 6,
          column: 48,
          endLine: 6,
          endColumn: 68,
        },
      ],
    },
  ],
});

ruleTester.run("require-untrusted-delimiters: names, wrappers and settings", rule, {
  valid: [
    {
      name: "is silent about a message class of another library",
      code: `
import { HumanMessage } from "@acme/chat";
import { createAgent } from "langchain";

export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise: \${page}\`);
}
      `,
    },
    {
      name: "is silent about a class of that name that shadows the import",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask(HumanMessage: new (text: string) => object) {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise: \${page}\`);
}
export const first = new HumanMessage("Hello.");
      `,
    },
    {
      name: "is silent in a test",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise: \${page}\`);
}
      `,
      filename: fileURLToPath(new URL("../../prompts.test.ts", import.meta.url)),
    },
  ],
  invalid: [
    {
      name: "reports an aliased import",
      code: `
import { HumanMessage as Human } from "@langchain/core/messages";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new Human(\`Summarise: \${page}\`);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`HumanMessage`" },
          line: 6,
          column: 34,
          endLine: 6,
          endColumn: 38,
        },
      ],
    },
    {
      name: "reports a namespace import",
      code: `
import * as langchain from "langchain";

export async function ask() {
  const page = await (await fetch("https://news.acme.com")).text();
  return new langchain.HumanMessage(\`Summarise: \${page}\`);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`HumanMessage`" },
          line: 6,
          column: 51,
          endLine: 6,
          endColumn: 55,
        },
      ],
    },
    {
      name: "reports a package that is required",
      code: `
const { HumanMessage } = require("@langchain/core/messages");

exports.ask = async () => {
  const page = await (await fetch("https://news.acme.com")).text();
  return new HumanMessage(\`Summarise: \${page}\`);
};
      `,
      languageOptions: { sourceType: "commonjs" },
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`HumanMessage`" },
          line: 6,
          column: 41,
          endLine: 6,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a value behind type assertions",
      code: `
import { HumanMessage } from "@langchain/core/messages";

export async function ask() {
  const mail = (await (await fetch("https://mail.acme.com/last")).json()) as { body?: string };
  return new HumanMessage(\`Sort this: \${mail.body!}\` as string);
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`mail.body!`", who: "somebody else", label: "`HumanMessage`" },
          line: 6,
          column: 41,
          endLine: 6,
          endColumn: 51,
        },
      ],
    },
  ],
});

ruleTester.run("require-untrusted-delimiters: a text that is handed to the function around the prompt", rule, {
  valid: [
    {
      name: "accepts marks that the caller has put around the text",
      code: `
import { generateText } from "ai";

async function answer(question: string) {
  return generateText({ model: "openai/gpt-5-mini", prompt: \`Answer: \${question}\` });
}

export async function POST(request: Request) {
  const { text } = await request.json();
  return Response.json(await answer(\`<question>\${text}</question>\`));
}
      `,
    },
    {
      name: "accepts a choice that the function checks against a list",
      code: `
import { generateText } from "ai";

const TOPICS = ["news", "sport"] as const;

async function answer(topic: string) {
  if (topic !== "news" && topic !== "sport") throw new Error("no such topic");
  return generateText({ model: "openai/gpt-5-mini", prompt: \`Write about: \${topic}\` });
}

export async function POST(request: Request) {
  const { topic } = await request.json();
  return Response.json(await answer(topic));
}
      `,
    },
    {
      name: "is silent about a function that is handed constants",
      code: `
import { generateText } from "ai";

async function answer(topic: string) {
  return generateText({ model: "openai/gpt-5-mini", prompt: \`Write about: \${topic}\` });
}

export async function POST(request: Request) {
  await request.json();
  return Response.json(await answer("the weather"));
}
      `,
    },
    {
      name: "is silent about a function of that name in an inner scope",
      code: `
import { generateText } from "ai";

async function answer(question: string) {
  return generateText({ model: "openai/gpt-5-mini", prompt: \`Answer: \${question}\` });
}

export async function POST(request: Request) {
  const { text } = await request.json();
  const answer = async (given: string) => given;
  return Response.json(await answer(text));
}
      `,
    },
    {
      name: "is silent about what a function of another place has made of the text",
      code: `
import { generateText } from "ai";

import { classify } from "./classify";

async function answer(topic: string) {
  return generateText({ model: "openai/gpt-5-mini", prompt: \`Write about: \${topic}\` });
}

export async function POST(request: Request) {
  const { text } = await request.json();
  return Response.json(await answer(classify(text)));
}
      `,
    },
  ],
  invalid: [
    {
      name: "reports what a handler hands to the function that writes the prompt",
      code: `
import { generateText } from "ai";

async function titleOf(text) {
  const snippet = text.slice(0, 3000);
  return generateText({ model: "openai/gpt-5-mini", prompt: \`What is the title of this: \${snippet}\` });
}

export async function POST(request: Request) {
  const { text } = await request.json();
  return Response.json(await titleOf(text));
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`snippet`", who: "the client", label: "`prompt`" },
          line: 6,
          column: 91,
          endLine: 6,
          endColumn: 98,
        },
      ],
    },
    {
      name: "reports what is handed over under a key, through two functions",
      code: `
import { generateText } from "ai";

const ask = ({ page, topic }) => generateText({ model: "openai/gpt-5-mini", prompt: \`Read this for \${topic}: \${page}\` });

async function summarise(url: string, topic: string) {
  const page = await (await fetch(url)).text();
  return ask({ page, topic });
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`page`", who: "somebody else", label: "`prompt`" },
          line: 4,
          column: 112,
          endLine: 4,
          endColumn: 116,
        },
      ],
    },
    {
      name: "reports once what several callers hand over",
      code: `
import { generateText } from "ai";

async function answer(question: string) {
  return generateText({ model: "openai/gpt-5-mini", prompt: \`Answer: \${question}\` });
}

export async function POST(request: Request) {
  const body = await request.json();
  await answer(body.first);
  return Response.json(await answer(body.second));
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`question`", who: "the client", label: "`prompt`" },
          line: 5,
          column: 72,
          endLine: 5,
          endColumn: 80,
        },
      ],
    },
    {
      name: "reports what one caller hands over without the marks of another",
      code: `
import { generateText } from "ai";

async function answer(question: string) {
  return generateText({ model: "openai/gpt-5-mini", prompt: \`Answer: \${question}\` });
}

export async function POST(request: Request) {
  const body = await request.json();
  await answer(\`<question>\${body.first}</question>\`);
  return Response.json(await answer(body.second));
}
      `,
      errors: [
        {
          messageId: "undelimited",
          data: { source: "`question`", who: "the client", label: "`prompt`" },
          line: 5,
          column: 72,
          endLine: 5,
          endColumn: 80,
        },
      ],
    },
  ],
});
