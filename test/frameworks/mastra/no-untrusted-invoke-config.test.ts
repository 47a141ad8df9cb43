import rule from "../../../rules/no-untrusted-invoke-config.js";
import { wholeConfigs } from "../cases/no-untrusted-invoke-config.js";
import { mastra } from "../dialects.js";
import { testRule } from "../framework-tester.js";

const route = (body: string): string => `import { handleChatStream } from "@mastra/ai-sdk";\nimport { createUIMessageStreamResponse } from "ai";\nimport { mastra } from "@/mastra";\nexport async function POST(request: Request) {\nconst sent = await request.json();\n${body}\nreturn createUIMessageStreamResponse({ stream });\n}`;
const taken = { messageId: "untrustedConfig", data: { what: "The config", source: "request.json()" } };

testRule(rule, wholeConfigs(mastra), {
  reported: [
    { name: "reports a body that becomes the options of a run behind a chat of the AI SDK", code: route(`const stream = await handleChatStream({ mastra, agentId: "desk", params: ⟦sent⟧ });`), ...taken },
    { name: "reports a body that is spread into them", code: route(`const stream = await handleChatStream({ mastra, agentId: "desk", params: { ...⟦sent⟧, maxSteps: 5 } });`), ...taken },
  ],
  silent: [
    { name: "is silent about messages that are picked out of the body", code: route(`const stream = await handleChatStream({ mastra, agentId: "desk", params: { messages: sent.messages } });`) },
    { name: "is silent about a function of that name from elsewhere", code: route(`const stream = await handleChatStream({ mastra, agentId: "desk", params: sent });`).replace("@mastra/ai-sdk", "./chat") },
  ],
});
