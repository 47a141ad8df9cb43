/** Agent files that hold, between them, every construct that the analysis looks at. */
export const seeds: Readonly<Record<string, string>> = {
  "langchain.ts": `
import { tool, createAgent, humanInTheLoopMiddleware } from "langchain";
import { StructuredTool } from "@langchain/core/tools";
import { interrupt, StateGraph, Annotation, type LangGraphRunnableConfig } from "@langchain/langgraph";
import { ToolNode } from "@langchain/langgraph/prebuilt";
import Stripe from "stripe";
import axios from "axios";
import { z } from "zod";
import { Base } from "./base";

const stripe = new Stripe(process.env.KEY!);
const http = axios.create({ baseURL: "https://api.example.com" });
const Refund = z.object({ userId: z.string(), nested: z.object({ tenant_id: z.string().optional() }).array() }).extend({ amount: z.number() }).strict();
const Tree: z.ZodType = z.lazy(() => z.object({ children: z.array(Tree), orgId: z.string() }));

async function load(url: string, { method = "GET", ...init }: RequestInit = {}) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 1_000);
  try {
    return await fetch(\`https://api.example.com/\${url}\`, { ...init, method, signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
}

export const refund = tool(
  async ({ userId, amount }, config) => {
    const answer = interrupt({ userId, amount });
    if (answer !== "yes") return "refused";
    await stripe.refunds.create({ amount });
    const page = await Promise.race([load("x", { method: "POST" }), new Promise((_, reject) => setTimeout(reject, 500))]);
    return \`\${config.configurable?.user_id ?? "default"} \${page}\`;
  },
  { name: "refund", description: "Refunds.", schema: Refund },
);

class Lookup extends StructuredTool {
  name = "lookup";
  description = "Looks up.";
  schema = Tree as any;
  #client = http;
  constructor(private readonly base: Base = new Base()) { super(); }
  protected async _call({ q }: { q: string }): Promise<string> {
    const { data } = await this.#client.post("/search", { q }, { timeout: 0 });
    return this.base.send(data) ?? (await this.again(q))!;
  }
  private again = async (q: string) => (q ? this._call({ q }) : "");
}

const agent = createAgent({ model: "openai:gpt", tools: [refund, new Lookup(), ...[]], middleware: [humanInTheLoopMiddleware({ interruptOn: { refund: { allowedDecisions: ["approve"] }, lookup: false } })] });
const State = Annotation.Root({ q: Annotation<string>() });
const plan = async (state: typeof State.State, config: LangGraphRunnableConfig) => {
  await config.store?.put(["memories", state.q], "k", { v: 1 });
  return { ...state };
};
export const graph = new StateGraph(State).addNode("plan", plan).addNode({ tools: new ToolNode([refund]) }).addEdge("__start__", "plan").compile({ interruptBefore: ["tools"] });

export async function POST(req: Request) {
  const { thread_id, messages } = await req.json();
  for (const message of messages) if (message.role === "system") continue;
  const prompt = [["system", \`You are \${messages[0]}\`]];
  const config = { configurable: { thread_id } };
  switch (req.method) { case "POST": return agent.invoke({ messages, prompt }, config); default: return graph.stream({}, { configurable: { thread_id: "fixed" } }); }
}
`,
  "others.ts": `
import { tool, streamText, jsonSchema } from "ai";
import { tool as agentTool, Agent } from "@openai/agents";
import { createTool } from "@mastra/core/tools";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import nodemailer from "nodemailer";
import { z } from "zod";
import got from "got";

enum Kind { A = "a", B = "b" }
namespace Mail { export const transport = nodemailer.createTransport({}); }
declare module "x" { export const y: number }
abstract class Sender<T extends object> { abstract send(to: T): void; static { Sender.count = 1; } static count = 0; accessor x = 1; get kind(): Kind { return Kind.A; } }

function sealed(target: unknown, _context?: unknown) {}
@sealed
class Service { @sealed send(to: string) { return Mail.transport.sendMail({ to }); } }

const send = tool({ inputSchema: jsonSchema({ type: "object", properties: { user_id: { type: "string" } }, anyOf: [{ properties: {} }] }), async execute({ user_id }, { abortSignal }) { return got.post("https://x.example", { json: { user_id }, signal: abortSignal }); } });
export const makeTools = (userId: string) => ({ send, remove: agentTool({ name: "remove", parameters: z.object({ id: z.string() }), needsApproval: async () => true, execute: async ({ id }) => new Service().send(id) }) });
export const weather = createTool({ id: "weather", inputSchema: z.union([z.object({ a: z.string() }), z.discriminatedUnion("k", [z.object({ k: z.literal(1) })])]), execute: async ({ context }) => fetch("https://w.example?q=" + context.city) });
const server = new McpServer({ name: "s", version: "1" });
server.registerTool("delete", { inputSchema: { account_id: z.string() } }, async ({ account_id }, extra) => { await fetch(\`https://x.example/\${account_id}\`, { method: "DELETE" }); return { content: [] }; });
new Agent({ name: "n", instructions: \`Hello \${globalThis.name}\`, tools: Object.values(makeTools("u")) });
export default { fetch: async (request: Request, env: Env) => streamText({ model, tools: makeTools(env.USER), toolApproval: { send: "user-approval" }, system: await request.text() }).toResponse() };
const db = { query: (text: TemplateStringsArray, ...parts: unknown[]) => parts };
db.query\`DELETE FROM users\`;
label: for (let i = 0, j = 1; i < j; i++) { do { if (i) continue label; else break label; } while (i) }
export * from "ai"; export * as everything from "@openai/agents"; export { send as default2 };
`,
  "plain.jsx": `
const { tool } = require("@langchain/core/tools");
const { z } = require("zod");
const options = { name: "send", schema: z.object({ userId: z.string() }) };
exports.send = tool(async ({ userId }, config) => { const response = await fetch("https://api.example.com", { method: "POST" }); return response.json(); }, options);
module.exports.View = ({ items }) => <ul className="x" {...items}>{items.map((item) => <li key={item.id} onClick={() => exports.send.invoke(item)}>{item.name ?? <>none</>}</li>)}</ul>;
`,
};
