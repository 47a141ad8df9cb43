import rule from "../../../rules/no-unverified-identity.js";
import { unverified } from "../cases/no-unverified-identity.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

const HEAD = `import { getServerSession } from "next-auth";\nimport { mastra } from "../mastra";\n`;
const route = (body: string): string => `${HEAD}export async function POST(request: Request) {\nconst { text, thread, user } = await request.json();\nconst session = await getServerSession();\n${body}\n}`;
const sent = (key: string, holder: string, source = "user") => ({ messageId: "unverifiedIdentity", data: { key, holder, source } });

testRule(rule, unverified(mastra), {
  reported: [
    { name: "reports whose memory an agent reads, from the body", code: route(`return mastra.getAgent("desk").generate(text, { memory: { thread, ⟦resource: user⟧ } });`), ...sent("resource", "memory") },
    { name: "reports the keys that came before", code: route(`return mastra.getAgent("desk").stream(text, { threadId: thread, ⟦resourceId: user⟧ });`), ...sent("resourceId", "stream") },
    { name: "reports a memory in a constant, with a fallback", code: route(`const memory = { thread, ⟦resource: user ?? "guest"⟧ };\nconst agent = mastra.getAgent("desk");\nreturn agent.network(text, { memory });`), ...sent("resource", "memory") },
    { name: "reports a memory in a helper of the file", code: `${route("return reply(text, thread, user);")}\nasync function reply(text: string, thread: string, owner: string) {\nreturn mastra.getAgent("desk").generate(text, { memory: { thread, ⟦resource: owner⟧ } });\n}`, ...sent("resource", "memory") },
    { name: "reports whose memory a chat of the AI SDK reads", code: route(`return handleChatStream({ mastra, agentId: "desk", params: { messages: text, memory: { thread, ⟦resource: user⟧ } } });`).replace("import", 'import { handleChatStream } from "@mastra/ai-sdk";\nimport'), ...sent("resource", "memory") },
    { name: "reports a memory that is there under a condition", code: route(`const memory = thread && user ? { thread, ⟦resource: user⟧ } : undefined;\nreturn mastra.getAgent("desk").generate(text, { memory });`), ...sent("resource", "memory") },
    { name: "reports an owner that is only checked to be a text", code: route(`const owner = typeof user === "string" && user.length > 0 ? user : undefined;\nreturn mastra.getAgent("desk").generate(text, { memory: owner && { thread, ⟦resource: owner⟧ } });`), ...sent("resource", "memory") },
    { name: "reports it in a route that describes itself", code: `import { createRoute, OpenAPIHono } from "@hono/zod-openapi";\n${HEAD}const app = new OpenAPIHono();\nconst chat = createRoute({ method: "post", path: "/" });\napp.openapi(chat, async (c) => {\nconst { text, thread, user } = c.req.valid("json");\nreturn c.json(await mastra.getAgent("desk").generate(text, { memory: { thread, ⟦resource: user⟧ } }));\n});`, ...sent("resource", "memory") },
  ],
  silent: [
    { name: "is silent about the memory of the session's user", code: route(`return mastra.getAgent("desk").generate(text, { memory: { thread, resource: session.user.id } });`) },
    { name: "is silent about the memory of the session's user under a condition", code: route(`const memory = thread ? { thread, resource: session.user.id } : undefined;\nreturn mastra.getAgent("desk").generate(text, { memory });`) },
    { name: "is silent about a memory that one user has", code: route(`return mastra.getAgent("desk").generate(text, { memory: { thread, resource: "me" } });`) },
    { name: "is silent about the memory of a user who is compared with the session's", code: route(`if (user !== session.user.id) return new Response("no", { status: 403 });\nreturn mastra.getAgent("desk").generate(text, { memory: { thread, resource: user } });`) },
    { name: "is silent about what a workflow's step is given", code: `import { createStep, createWorkflow } from "@mastra/core/workflows";\nconst chat = createStep({ id: "chat", execute: async ({ inputData, mastra }) => mastra.getAgent("desk").stream(inputData.messages, { memory: { thread: inputData.threadId, resource: inputData.userId } }) });\nexport const flow = createWorkflow({ id: "flow" }).then(chat).commit();` },
    { name: "is silent about what a workflow's step hands on to a helper", code: `import { createStep, createWorkflow } from "@mastra/core/workflows";\nasync function converse(params) {\nreturn params.desk.generate(params.input.text, { memory: { thread: params.input.thread, resource: params.input.resource } });\n}\nconst chat = createStep({ id: "chat", execute: async ({ inputData: input, mastra }) => converse({ input, desk: mastra.getAgent("desk") }) });\nexport const flow = createWorkflow({ id: "flow" }).then(chat).commit();` },
    { name: "is silent about a method that is called as Hono's, without a route", code: `${HEAD}docs.openapi({ path: "/" }, async (c) => {\nconst { text, thread, user } = c.req.valid("json");\nreturn mastra.getAgent("desk").generate(text, { memory: { thread, resource: user } });\n});` },
    { name: "is silent about a resource that is no memory's", code: `import "@mastra/core";\nexport async function POST(request: Request) {\nconst { thread, user } = await request.json();\nawait pdf.generate({ memory: { limit: 512, resource: user } });\nreturn pdf.stream(thread, { resourceId: user });\n}` },
  ],
});
