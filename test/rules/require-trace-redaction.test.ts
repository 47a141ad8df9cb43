import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-trace-redaction.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-trace-redaction", rule, {
  valid: [
    {
      name: "is silent without a policy",
      code: `
        import { LangChainTracer } from "@langchain/core/tracers/tracer_langchain";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        const tracer = new LangChainTracer();
        export const ask = (messages) => payroll.invoke({ messages }, { callbacks: [tracer] });
      `,
    },
    {
      name: "is silent about an assistant that the policy does not name",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { LangChainTracer } from "@langchain/core/tracers/tracer_langchain";
        import { createAgent } from "langchain";
        const knowledge = createAgent({ model: "openai:gpt-5", tools: [] });
        const tracer = new LangChainTracer();
        export const ask = (messages) => knowledge.invoke({ messages }, { callbacks: [tracer] });
      `,
    },
    {
      name: "is silent about a name that only begins like one",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { createAgent } from "langchain";
        const payrolls = createAgent({ model: "openai:gpt-5", tools: [] });
        export { payrolls };
      `,
    },
    {
      name: "is silent where the tracer's client hides both sides",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { LangChainTracer } from "@langchain/core/tracers/tracer_langchain";
        import { Client } from "langsmith";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        const client = new Client({ hideInputs: true, hideOutputs: true });
        const tracer = new LangChainTracer({ client });
        export const ask = (messages) => payroll.invoke({ messages }, { callbacks: [tracer] });
      `,
    },
    {
      name: "is silent where the tracer's client anonymises",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { LangChainTracer } from "@langchain/core/tracers/tracer_langchain";
        import { Client } from "langsmith";
        import { createAnonymizer } from "langsmith/anonymizer";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        const tracer = new LangChainTracer({ client: new Client({ anonymizer: createAnonymizer([{ pattern: /x/ }]) }) });
        export const ask = (messages) => payroll.invoke({ messages }, { callbacks: [tracer] });
      `,
    },
    {
      name: "is silent where functions hide both sides",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { LangChainTracer } from "@langchain/core/tracers/tracer_langchain";
        import { Client } from "langsmith";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        const client = new Client({ hideInputs: (inputs) => redact(inputs), hideOutputs: (outputs) => redact(outputs) });
        const tracer = new LangChainTracer({ client, projectName: "payroll" });
        export const ask = (messages) => payroll.invoke({ messages }, { callbacks: [tracer] });
      `,
    },
    {
      name: "is silent where the client comes from elsewhere",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { LangChainTracer } from "@langchain/core/tracers/tracer_langchain";
        import { client } from "./langsmith";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        const tracer = new LangChainTracer({ client });
        export const ask = (messages) => payroll.invoke({ messages }, { callbacks: [tracer] });
      `,
    },
    {
      name: "is silent where the callbacks come from elsewhere",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { tracer } from "./tracing";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        export const ask = (messages) => payroll.invoke({ messages }, { callbacks: [tracer] });
      `,
    },
    {
      name: "is silent where a traceable function processes both sides",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { traceable } from "langsmith/traceable";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        export const ask = traceable(async (messages) => payroll.invoke({ messages }), { name: "ask", processInputs: redact, processOutputs: redact });
      `,
    },
    {
      name: "is silent where the program sets the environment",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        process.env.LANGSMITH_HIDE_INPUTS = "true";
        process.env.LANGSMITH_HIDE_OUTPUTS = "true";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        export const ask = (messages) => payroll.invoke({ messages });
      `,
    },
    {
      name: "is silent where the program switches tracing off",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        process.env.LANGSMITH_TRACING = "false";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        export const ask = (messages) => payroll.invoke({ messages });
      `,
    },
    {
      name: "is silent where the policy says how the environment hides it",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"], satisfied: { privacy: "LANGSMITH_HIDE_INPUTS and _OUTPUTS are set in the deployment of payroll" } } },
      code: `
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        export const ask = (messages) => payroll.invoke({ messages });
      `,
    },
    {
      name: "is silent about a class of the same name",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { LangChainTracer } from "@acme/tracing";
        export { LangChainTracer };
        import { createAgent } from "langchain";
        const knowledge = createAgent({ model: "openai:gpt-5", tools: [] });
        new LangChainTracer();
        export const ask = (messages) => knowledge.invoke({ messages }, { callbacks: [] });
      `,
    },
    {
      name: "is silent in a test",
      filename: at("test/payroll.test.ts"),
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        export const ask = (messages) => payroll.invoke({ messages });
      `,
    },
  ],

  invalid: [
    {
      name: "reports a tracer that hides nothing",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { LangChainTracer } from "@langchain/core/tracers/tracer_langchain";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        const tracer = new LangChainTracer();
        export const ask = (messages) => payroll.invoke({ messages }, { callbacks: [tracer] });
      `,
      errors: [
        { messageId: "open", data: { tracer: "LangChainTracer", assistant: "payroll" }, line: 5, column: 28, endLine: 5, endColumn: 43 },
      ],
    },
    {
      name: "reports a tracer with a client that hides nothing",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { LangChainTracer } from "@langchain/core/tracers/tracer_langchain";
        import { Client } from "langsmith";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        const tracer = new LangChainTracer({ client: new Client() });
        export const ask = (messages) => payroll.invoke({ messages }, { callbacks: [tracer] });
      `,
      errors: [
        { messageId: "open", data: { tracer: "LangChainTracer", assistant: "payroll" }, line: 6, column: 28, endLine: 6, endColumn: 43 },
      ],
    },
    {
      name: "reports a client that hides only what goes in",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { LangChainTracer } from "@langchain/core/tracers/tracer_langchain";
        import { Client } from "langsmith";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        const client = new Client({ hideInputs: true });
        const tracer = new LangChainTracer({ client });
        export const ask = (messages) => payroll.invoke({ messages }, { callbacks: [tracer] });
      `,
      errors: [
        { messageId: "open", data: { tracer: "LangChainTracer", assistant: "payroll" }, line: 7, column: 28, endLine: 7, endColumn: 43 },
      ],
    },
    {
      name: "reports a client on which hiding is switched off",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { LangChainTracer } from "@langchain/core/tracers/tracer_langchain";
        import { Client } from "langsmith";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        const client = new Client({ hideInputs: true, hideOutputs: false });
        const tracer = new LangChainTracer({ client });
        export const ask = (messages) => payroll.invoke({ messages }, { callbacks: [tracer] });
      `,
      errors: [
        { messageId: "open", data: { tracer: "LangChainTracer", assistant: "payroll" }, line: 7, column: 28, endLine: 7, endColumn: 43 },
      ],
    },
    {
      name: "reports a traceable function that processes only inputs",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { traceable } from "langsmith/traceable";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        export const ask = traceable(async (messages) => payroll.invoke({ messages }), { name: "ask", processInputs: redact });
      `,
      errors: [
        { messageId: "open", data: { tracer: "traceable", assistant: "payroll" }, line: 5, column: 28, endLine: 5, endColumn: 37 },
      ],
    },
    {
      name: "reports a wrapped provider",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { wrapOpenAI } from "langsmith/wrappers";
        import OpenAI from "openai";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        export const openai = wrapOpenAI(new OpenAI());
        export const ask = (messages) => payroll.invoke({ messages });
      `,
      errors: [
        { messageId: "open", data: { tracer: "wrapOpenAI", assistant: "payroll" }, line: 6, column: 31, endLine: 6, endColumn: 41 },
      ],
    },
    {
      name: "reports an assistant of which nothing is said",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        export const ask = (messages) => payroll.invoke({ messages });
      `,
      errors: [
        { messageId: "untold", data: { assistant: "payroll" }, line: 3, column: 25, endLine: 3, endColumn: 36 },
      ],
    },
    {
      name: "reports an assistant by its own name",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { createAgent } from "langchain";
        const one = createAgent({ model: "openai:gpt-5", tools: [], name: "hr-assistant" });
        export { one };
      `,
      errors: [
        { messageId: "untold", data: { assistant: "hr-assistant" }, line: 3, column: 21, endLine: 3, endColumn: 32 },
      ],
    },
    {
      name: "reports a graph by its constant",
      settings: { "agent-guardrails": { sensitiveAssistants: ["cli?ic"] } },
      code: `
        import { StateGraph } from "@langchain/langgraph";
        export const clinic = new StateGraph(State).addNode("a", a).compile();
      `,
      errors: [
        { messageId: "untold", data: { assistant: "clinic" }, line: 3, column: 31, endLine: 3, endColumn: 76 },
      ],
    },
    {
      name: "reports a graph by the name that it is compiled with",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { StateGraph } from "@langchain/langgraph";
        export const graph = new StateGraph(State).addNode("a", a).compile({ name: "payroll" });
      `,
      errors: [
        { messageId: "untold", data: { assistant: "payroll" }, line: 3, column: 30, endLine: 3, endColumn: 75 },
      ],
    },
    {
      name: "reports an assistant by its path",
      filename: at("agents/clinic/intake/agent.ts"),
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { createAgent } from "langchain";
        const one = createAgent({ model: "openai:gpt-5", tools: [] });
        export { one };
      `,
      errors: [
        { messageId: "untold", data: { assistant: "agents/clinic/**" }, line: 3, column: 21, endLine: 3, endColumn: 32 },
      ],
    },
    {
      name: "reports a run of a deployed assistant by its graph id",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { Client } from "@langchain/langgraph-sdk";
        const client = new Client();
        export const ask = (thread, input) => client.runs.create(thread, "payroll", { input });
      `,
      errors: [
        { messageId: "untold", data: { assistant: "payroll" }, line: 4, column: 47, endLine: 4, endColumn: 65 },
      ],
    },
    {
      name: "reports a remote graph",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        import { RemoteGraph } from "@langchain/langgraph/remote";
        export const graph = new RemoteGraph({ graphId: "hr-salaries", url });
      `,
      errors: [
        { messageId: "untold", data: { assistant: "hr-salaries" }, line: 3, column: 34, endLine: 3, endColumn: 45 },
      ],
    },
    {
      name: "reports an environment that hides only what comes out",
      settings: { "agent-guardrails": { sensitiveAssistants: ["payroll", "hr-*", "agents/clinic/**"] } },
      code: `
        process.env.LANGSMITH_HIDE_OUTPUTS = "true";
        import { createAgent } from "langchain";
        const payroll = createAgent({ model: "openai:gpt-5", tools: [] });
        export const ask = (messages) => payroll.invoke({ messages });
      `,
      errors: [
        { messageId: "untold", data: { assistant: "payroll" }, line: 4, column: 25, endLine: 4, endColumn: 36 },
      ],
    },
  ],
});
