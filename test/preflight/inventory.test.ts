import { describe, expect, it } from "vitest";
import { preflight } from "../../src/preflight/index.js";
import { rowOf } from "./rows.js";
import { tree } from "./tree.js";

const TOOL = `import { tool } from "@langchain/core/tools";\nimport { z } from "zod";\n`;
const MAIL = `${TOOL}import nodemailer from "nodemailer";
const transport = nodemailer.createTransport("smtp://mail");
export const sendMail = tool(async ({ to, text }) => { await transport.sendMail({ to, text }); return "Sent"; }, { name: "send_mail", description: "Sends.", schema: z.object({ to: z.string(), text: z.string() }) });
`;
const READER = `${TOOL}
export const readPage = tool(async ({ url }) => { const response = await fetch(url); return response.text(); }, { name: "read_page", description: "Reads.", schema: z.object({ url: z.string() }) });
export const openTicket = tool(async ({ title }) => { await fetch("https://desk.example/tickets", { method: "POST", body: title, headers: { "Idempotency-Key": title }, signal: AbortSignal.timeout(5_000) }); return "ok"; }, { name: "open_ticket", description: "Opens.", schema: z.object({ title: z.string() }) });
`;

async function inventory(files: Readonly<Record<string, string>>) {
  return (await preflight({ cwd: tree(files) })).inventory;
}

describe("the inventory of tools", () => {
  it("says what each does, and what stands before it", async () => {
    const { tools } = await inventory({ "src/mail.ts": MAIL, "src/reader.ts": READER });

    expect(tools.map(({ name, effects, readsUntrusted, approval, deadline, quota, idempotency }) => ({ name, effects, readsUntrusted, approval, deadline, quota, idempotency }))).toEqual([
      { name: "send_mail", effects: [{ kind: "external", label: "sends mail", approval: "unguarded" }], readsUntrusted: false, approval: "unguarded", deadline: "none-needed", quota: "unguarded", idempotency: "none-needed" },
      { name: "read_page", effects: [], readsUntrusted: true, approval: "none-needed", deadline: "unguarded", quota: "none-needed", idempotency: "none-needed" },
      { name: "open_ticket", effects: [{ kind: "external", label: "sends a POST to another host", approval: "unguarded" }], readsUntrusted: false, approval: "unguarded", deadline: "guarded", quota: "unguarded", idempotency: "guarded" },
    ]);
  });

  it("names each by its place, which is the same in every report", async () => {
    const { tools } = await inventory({ "src/mail.ts": MAIL });

    expect(tools[0]).toMatchObject({ id: "src/mail.ts:5:25", file: "src/mail.ts", line: 5, column: 25, framework: "langchain" });
  });

  it("does not know what a tool does whose code is elsewhere", async () => {
    const { tools } = await inventory({ "src/a.ts": `${TOOL}import { run } from "@acme/tools";\nexport const a = tool(run, { name: "a", description: "A.", schema: z.object({}) });\n` });

    expect(tools[0]).toMatchObject({ effects: [], approval: "unknown", deadline: "unknown", quota: "unknown", idempotency: "unknown" });
  });

  it("leaves out what tests make", async () => {
    expect((await inventory({ "src/mail.test.ts": MAIL, "src/reader.ts": READER })).tools.map(({ name }) => name)).toEqual(["read_page", "open_ticket"]);
  });

  it("takes a tool of the guards for what it says it is", async () => {
    const { tools } = await inventory({
      "src/a.ts": `import { approve } from "agent-guardrails/approval";
import { authedTool } from "agent-guardrails/tools";
import { z } from "zod";
import { auth, sending, tools, quota } from "./ops.js";
export const sendMail = authedTool(async (args, cfg) => sending.execute(approve(cfg, sending, args)), { name: "send_mail", description: "Sends.", schema: z.object({}), auth, effect: "external", killSwitch: tools, quota, timeoutMs: 20_000 });
export const readBoard = authedTool(async () => "text", { name: "read_board", description: "Reads.", schema: z.object({}), auth, effect: "read", reads: "untrusted" });
export const wipe = authedTool(async () => "gone", { name: "wipe", description: "Wipes.", schema: z.object({}), auth, effect: "destructive", killSwitch: tools, timeoutMs: 1_000 });
`,
    });

    expect(tools.map(({ name, effects, readsUntrusted, approval, deadline, quota }) => ({ name, kinds: effects.map(({ kind }) => kind), readsUntrusted, approval, deadline, quota }))).toEqual([
      { name: "send_mail", kinds: ["external"], readsUntrusted: false, approval: "guarded", deadline: "guarded", quota: "guarded" },
      { name: "read_board", kinds: [], readsUntrusted: true, approval: "none-needed", deadline: "none-needed", quota: "none-needed" },
      { name: "wipe", kinds: ["destructive"], readsUntrusted: false, approval: "unknown", deadline: "guarded", quota: "unguarded" },
    ]);
  });
});

describe("the inventory of agents", () => {
  const agent = (options: string, imports = "") => `import { createAgent, humanInTheLoopMiddleware, summarizationMiddleware } from "langchain";
import { MemorySaver } from "@langchain/langgraph";
import { sendMail } from "./mail.js";
import { readPage } from "./reader.js";
${imports}
export const helper = createAgent({ ${options} });
`;

  it("names the tools by their places in other files", async () => {
    const { agents, tools } = await inventory({ "src/agent.ts": agent(`model: "openai:gpt-5-mini", tools: [readPage, sendMail]`), "src/mail.ts": MAIL, "src/reader.ts": READER });

    expect(agents).toEqual([expect.objectContaining({ name: "helper", framework: "langchain", tools: ["src/reader.ts:4:25", "src/mail.ts:5:25"], otherTools: [], toolsComplete: true, model: "openai:gpt-5-mini", middleware: [], checkpointer: "missing" })]);
    expect(tools.map(({ id }) => id)).toEqual(expect.arrayContaining([...agents[0]!.tools]));
  });

  it("says before which of them the agent asks, and what else it is made of", async () => {
    const options = `name: "it", model: "openai:gpt-5-mini", tools: [readPage, sendMail], checkpointer: new MemorySaver(), middleware: [humanInTheLoopMiddleware({ interruptOn: { send_mail: true } }), summarizationMiddleware({ model: "openai:gpt-5-mini", trigger: { tokens: 4000 } })]`;
    const { agents } = await inventory({ "src/agent.ts": agent(options), "src/mail.ts": MAIL, "src/reader.ts": READER });

    expect(agents[0]).toMatchObject({ name: "it", asksFor: ["src/mail.ts:5:25"], middleware: ["humanInTheLoopMiddleware", "summarizationMiddleware"], checkpointer: "given" });
  });

  it("names what it cannot look into, and leaves the rows open that depend on it", async () => {
    const report = await preflight({ cwd: tree({ "src/agent.ts": agent("model, tools: [readPage, search, ...more]", 'import { model, more, search } from "@acme/parts";'), "src/mail.ts": MAIL, "src/reader.ts": READER.split("\n").slice(0, 4).join("\n") }) });

    expect(report.inventory.agents[0]).toMatchObject({ tools: ["src/reader.ts:4:25"], otherTools: ["search"], toolsComplete: false });
    expect(rowOf(report, "injection").parts.at(-1)).toMatchObject({ state: expect.stringMatching(/open|fails/u) });
  });

  it("knows the tools of packages that only read", async () => {
    const imports = `import { TavilySearch } from "@langchain/tavily";
import { GmailSendMessage } from "@langchain/community/tools/gmail";
import { search } from "@acme/parts";`;
    const { agents } = await inventory({ "src/agent.ts": agent('model: "openai:gpt-5-mini", tools: [new TavilySearch(), new GmailSendMessage(), search]', imports), "src/mail.ts": MAIL, "src/reader.ts": READER });

    expect(agents[0]).toMatchObject({ tools: [], otherTools: ["new TavilySearch()", "gmail_send_message", "search"], readers: ["new TavilySearch()"] });
  });

  it("looks through the guard that its tools are handed to", async () => {
    const { agents } = await inventory({
      "src/agent.ts": agent(`model: "openai:gpt-5-mini", ...guard({ systemPrompt, tools: [readPage, sendMail] })`, 'import { guard } from "agent-guardrails/tools";\nimport { systemPrompt } from "./prompt.js";'),
      "src/mail.ts": MAIL,
      "src/reader.ts": READER,
    });

    expect(agents[0]).toMatchObject({ tools: ["src/reader.ts:4:25", "src/mail.ts:5:25"], toolsComplete: true, model: "openai:gpt-5-mini" });
  });

  it("does not claim to see all tools behind another spread", async () => {
    const { agents } = await inventory({ "src/agent.ts": agent("model: 'openai:gpt-5-mini', ...defaults()", 'import { defaults } from "@acme/parts";'), "src/mail.ts": MAIL, "src/reader.ts": READER });

    expect(agents[0]).toMatchObject({ tools: [], toolsComplete: false });
  });

  it("knows a model that is a fake", async () => {
    const { subjects } = await inventory({
      "src/agent.ts": agent("model: fake, tools: [readPage]", 'import { fakeModel } from "@langchain/core/testing";\nconst fake = fakeModel();'),
      "src/mail.ts": MAIL,
      "src/reader.ts": READER,
    });

    expect(subjects.filter(({ kind }) => kind === "fakes").map(({ id }) => id)).toEqual(["fakes@src/agent.ts:7:23"]);
  });
});

describe("the inventory of everything else", () => {
  it("holds models, runs, store calls and what rows count", async () => {
    const found = await inventory({
      "src/route.ts": `import { ChatOpenAI } from "@langchain/openai";
import { createAgent } from "langchain";
import { InMemoryStore } from "@langchain/langgraph";
const store = new InMemoryStore();
const agent = createAgent({ model: new ChatOpenAI({ model: "gpt-5-mini" }), tools: [] });
export async function POST(request: Request) {
  const user = await session(request);
  await store.put([user.orgId, user.userId], "last", {});
  return agent.invoke({ messages: [] }, { configurable: { thread_id: user.orgId + user.userId } });
}
`,
    });

    expect(found.models).toEqual([expect.objectContaining({ provider: "openai", name: "gpt-5-mini", size: "small" })]);
    expect(found.stores).toEqual([expect.objectContaining({ operation: "put", line: 8 })]);
    expect(found.invocations).toEqual([expect.objectContaining({ line: 9, inHandler: true })]);
    expect(found.subjects.filter(({ kind }) => kind === "threads")).toEqual([expect.objectContaining({ line: 9, label: "thread_id" })]);
  });
});
