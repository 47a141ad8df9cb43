import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/require-checkpointer.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("require-checkpointer", rule, {
  valid: [
    {
      name: "is silent where the graph has a checkpointer",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        const graph = new StateGraph(State).addNode("review", review).compile({ checkpointer: new MemorySaver() });
        await graph.invoke({}, { configurable: { thread_id: "1" } });
      `,
    },
    {
      name: "is silent where the checkpointer comes from elsewhere",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        import { checkpointer } from "./saver";
        const graph = new StateGraph(State).addNode("review", review).compile({ checkpointer });
        await graph.invoke({});
      `,
    },
    {
      name: "is silent where the options cannot be seen",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        import { options } from "./options";
        const graph = new StateGraph(State).addNode("review", review).compile(options);
        await graph.invoke({});
      `,
    },
    {
      name: "is silent where a spread may bring the checkpointer",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        import { options } from "./options";
        const graph = new StateGraph(State).addNode("review", review).compile({ ...options });
        await graph.invoke({});
      `,
    },
    {
      name: "is silent where nothing pauses",
      code: `
        import { Annotation, StateGraph } from "@langchain/langgraph";
        const graph = new StateGraph(Annotation.Root({})).addNode("plan", (state) => state).compile();
        await graph.invoke({});
      `,
    },
    {
      name: "is silent where the graph is only exported",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        export const graph = new StateGraph(State).addNode("review", review).compile();
      `,
    },
    {
      name: "is silent where a langgraph.json deploys the project",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        const graph = new StateGraph(State).addNode("review", review).compile();
        await graph.invoke({});
      `,
      filename: at("test/fixtures/require-checkpointer/deployed/src/graph.ts"),
    },
    {
      name: "is silent in a test",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        const graph = new StateGraph(State).addNode("review", review).compile();
        await graph.invoke({});
      `,
      filename: at("src/graph.test.ts"),
    },
    {
      name: "is silent about something else that is compiled",
      code: `
        import { interrupt } from "@langchain/langgraph";
        import handlebars from "handlebars";
        const render = handlebars.compile("x");
        export const review = (state) => interrupt(render(state));
        await render.invoke({});
      `,
    },
    {
      name: "is silent about an agent with a checkpointer",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const send = tool(async ({ to }) => to, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
        const agent = createAgent({ model: "openai:gpt-5", tools: [send], checkpointer: new MemorySaver(), middleware: [humanInTheLoopMiddleware({ interruptOn: { send: true } })] });
        await agent.invoke({ messages: [] });
      `,
    },
    {
      name: "is silent about an agent that asks nobody",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const send = tool(async ({ to }) => to, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
        export { humanInTheLoopMiddleware, MemorySaver };
        const agent = createAgent({ model: "openai:gpt-5", tools: [send] });
        await agent.invoke({ messages: [] });
      `,
    },
    {
      name: "is silent where the checkpointer is given behind a type assertion",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        const graph = new StateGraph(State).addNode("review", review).compile({ checkpointer: new MemorySaver() as never });
        await graph.invoke({});
      `,
    },
    {
      name: "is silent about an agent whose options cannot be seen",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const send = tool(async ({ to }) => to, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
        import { options } from "./options";
        export { humanInTheLoopMiddleware, MemorySaver };
        const agent = createAgent(options);
        await agent.invoke({ messages: [send] });
      `,
    },
    {
      name: "is silent about an interrupt of another library",
      code: `
        import { StateGraph, Annotation } from "@langchain/langgraph";
        import { interrupt } from "audio-context";
        const graph = new StateGraph(Annotation.Root({})).addNode("stop", () => interrupt()).compile();
        await graph.invoke({});
      `,
    },
    {
      name: "is silent about an agent that only a tool of a saved agent runs",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const send = tool(async ({ to }) => to, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
        const mailer = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [humanInTheLoopMiddleware({ interruptOn: { send: true } })] });
        const write = tool(async ({ request }) => (await mailer.invoke({ messages: [{ role: "user", content: request }] })).messages.at(-1).text, { name: "write", description: "Writes", schema: z.object({ request: z.string() }) });
        const supervisor = createAgent({ model: "openai:gpt-5", tools: [write], checkpointer: new MemorySaver() });
        await supervisor.invoke({ messages: [] }, { configurable: { thread_id: "1" } });
      `,
    },
    {
      name: "is silent about a graph that is a node of a saved one",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const inner = new StateGraph(State).addNode("review", (state) => ({ answer: interrupt(state.draft) })).compile();
        const outer = new StateGraph(State).addNode("inner", inner).compile({ checkpointer: new MemorySaver() });
        await outer.invoke({});
      `,
    },
    {
      name: "is silent about a graph that a node of a saved one runs",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const inner = new StateGraph(State).addNode("review", (state) => ({ answer: interrupt(state.draft) })).compile();
        const outer = new StateGraph(State).addNode("inner", async (state) => inner.invoke(state)).compile({ checkpointer: new MemorySaver() });
        await outer.invoke({});
      `,
    },
    {
      name: "is silent about a graph none of whose nodes and tools pauses, beside one that does",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const State = Annotation.Root({});
        const query = tool(async ({ sql }) => db.run(sql), { name: "query", description: "Queries", schema: z.object({ sql: z.string() }) });
        const asked = tool(async (input) => (interrupt(input) ? db.run(input.sql) : "no"), { name: "asked", description: "Asks and queries", schema: z.object({ sql: z.string() }) });
        const plan = async (state) => state;
        const quick = new StateGraph(State).addNode("plan", plan).addNode("query", new ToolNode([query])).compile();
        const careful = new StateGraph(State).addNode("plan", plan).addNode("query", new ToolNode([asked])).compile({ checkpointer: new MemorySaver() });
        await quick.invoke({});
        await careful.invoke({});
      `,
    },
    {
      name: "is silent about an agent none of whose tools pauses",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const State = Annotation.Root({});
        const query = tool(async ({ sql }) => db.run(sql), { name: "query", description: "Queries", schema: z.object({ sql: z.string() }) });
        const asked = tool(async (input) => (interrupt(input) ? db.run(input.sql) : "no"), { name: "asked", description: "Asks and queries", schema: z.object({ sql: z.string() }) });
        const plan = async (state) => state;
        import { createAgent } from "langchain";
        const quick = createAgent({ model: "openai:gpt-5", tools: [query] });
        const careful = createAgent({ model: "openai:gpt-5", tools: [asked], checkpointer: new MemorySaver() });
        await quick.invoke({ messages: [] });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a graph that pauses, is compiled without options, and runs",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        const graph = new StateGraph(State).addNode("review", review).compile();
        await graph.invoke({});
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 78,
        },
      ],
    },
    {
      name: "reports a graph that is compiled with other options",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        const graph = new StateGraph(State).addNode("review", review).compile({ name: "review" });
        await graph.invoke({}, { configurable: { thread_id: "1" } });
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 78,
        },
      ],
    },
    {
      name: "reports a checkpointer that is switched off",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        const graph = new StateGraph(State).addNode("review", review).compile({ checkpointer: false });
        await graph.invoke({}, { configurable: { thread_id: "1" } });
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 78,
        },
      ],
    },
    {
      name: "reports a builder held in a constant",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        const builder = new StateGraph(State).addNode("review", review);
        const graph = builder.compile();
        await graph.invoke({});
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 38,
        },
      ],
    },
    {
      name: "reports a graph that is streamed",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        const graph = new StateGraph(State).addNode("review", review).compile();
        for await (const part of await graph.stream({})) console.log(part);
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 5,
          column: 23,
          endLine: 5,
          endColumn: 78,
        },
      ],
    },
    {
      name: "reports an aliased graph class",
      code: `
        import { Annotation, StateGraph as Graph, interrupt } from "@langchain/langgraph";
        const graph = new Graph(Annotation.Root({})).addNode("review", (state) => interrupt(state)).compile();
        await graph.invoke({});
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 108,
        },
      ],
    },
    {
      name: "reports a namespace import",
      code: `
        import * as lg from "@langchain/langgraph";
        const graph = new lg.StateGraph(lg.Annotation.Root({})).addNode("review", (state) => lg.interrupt(state)).compile();
        await graph.invoke({});
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 122,
        },
      ],
    },
    {
      name: "reports required modules",
      code: `
        const { Annotation, StateGraph, interrupt } = require("@langchain/langgraph");
        const graph = new StateGraph(Annotation.Root({})).addNode("review", (state) => interrupt(state)).compile();
        graph.invoke({});
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 3,
          column: 23,
          endLine: 3,
          endColumn: 113,
        },
      ],
    },
    {
      name: "reports an agent that asks and has no checkpointer",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const send = tool(async ({ to }) => to, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
        export { MemorySaver };
        const agent = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [humanInTheLoopMiddleware({ interruptOn: { send: true } })] });
        await agent.invoke({ messages: [] });
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 7,
          column: 23,
          endLine: 7,
          endColumn: 34,
        },
      ],
    },
    {
      name: "reports an agent whose checkpointer is switched off",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const send = tool(async ({ to }) => to, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
        export { MemorySaver };
        const agent = createAgent({ model: "openai:gpt-5", tools: [send], checkpointer: false, middleware: [humanInTheLoopMiddleware({ interruptOn: { send: true } })] });
        await agent.invoke({ messages: [] });
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 7,
          column: 23,
          endLine: 7,
          endColumn: 34,
        },
      ],
    },
    {
      name: "reports an agent whose middleware is held in a constant",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const send = tool(async ({ to }) => to, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
        export { MemorySaver };
        const asking = humanInTheLoopMiddleware({ interruptOn: { send: true } });
        const agent = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [asking] });
        await agent.invoke({ messages: [] });
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 8,
          column: 23,
          endLine: 8,
          endColumn: 34,
        },
      ],
    },
    {
      name: "reports a graph that pauses in a tool it runs",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { Annotation, StateGraph, interrupt } from "@langchain/langgraph";
        import { ToolNode } from "@langchain/langgraph/prebuilt";
        const ask = tool(async ({ text }) => String(interrupt(text)), { name: "ask", description: "Asks", schema: z.object({ text: z.string() }) });
        const graph = new StateGraph(Annotation.Root({})).addNode("tools", new ToolNode([ask])).compile();
        await graph.invoke({});
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 7,
          column: 23,
          endLine: 7,
          endColumn: 104,
        },
      ],
    },
    {
      name: "reports the guard approve in a node",
      code: `
        import { Annotation, StateGraph } from "@langchain/langgraph";
        import { approve } from "agent-guardrails/approval";
        const graph = new StateGraph(Annotation.Root({})).addNode("mail", (state, config) => approve(config, state.action, state.args)).compile();
        await graph.invoke({});
      `,
      errors: [
        {
          messageId: "noCheckpointer",
          line: 4,
          column: 23,
          endLine: 4,
          endColumn: 144,
        },
      ],
    },
    {
      name: "reports an agent that a tool of an unsaved agent runs",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const send = tool(async ({ to }) => to, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
        const mailer = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [humanInTheLoopMiddleware({ interruptOn: { send: true } })] });
        const write = tool(async ({ request }) => (await mailer.invoke({ messages: [{ role: "user", content: request }] })).messages.at(-1).text, { name: "write", description: "Writes", schema: z.object({ request: z.string() }) });
        const supervisor = createAgent({ model: "openai:gpt-5", tools: [write] });
        await supervisor.invoke({ messages: [] });
      `,
      errors: [{ messageId: "noCheckpointer", line: 6, column: 24, endLine: 6, endColumn: 35 }],
    },
    {
      name: "reports an agent that a tool runs, and the program as well",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const send = tool(async ({ to }) => to, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
        const mailer = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [humanInTheLoopMiddleware({ interruptOn: { send: true } })] });
        const write = tool(async ({ request }) => (await mailer.invoke({ messages: [{ role: "user", content: request }] })).messages.at(-1).text, { name: "write", description: "Writes", schema: z.object({ request: z.string() }) });
        const supervisor = createAgent({ model: "openai:gpt-5", tools: [write], checkpointer: new MemorySaver() });
        await mailer.invoke({ messages: [] });
      `,
      errors: [{ messageId: "noCheckpointer", line: 6, column: 24, endLine: 6, endColumn: 35 }],
    },
    {
      name: "reports an agent that others may run as well",
      code: `
        import { MemorySaver } from "@langchain/langgraph";
        import { createAgent, humanInTheLoopMiddleware, tool } from "langchain";
        import { z } from "zod";
        const send = tool(async ({ to }) => to, { name: "send", description: "Sends", schema: z.object({ to: z.string() }) });
        export const mailer = createAgent({ model: "openai:gpt-5", tools: [send], middleware: [humanInTheLoopMiddleware({ interruptOn: { send: true } })] });
        const write = tool(async ({ request }) => (await mailer.invoke({ messages: [{ role: "user", content: request }] })).messages.at(-1).text, { name: "write", description: "Writes", schema: z.object({ request: z.string() }) });
        const supervisor = createAgent({ model: "openai:gpt-5", tools: [write], checkpointer: new MemorySaver() });
        await supervisor.invoke({ messages: [] });
      `,
      errors: [{ messageId: "noCheckpointer", line: 6, column: 31, endLine: 6, endColumn: 42 }],
    },
    {
      name: "reports the outer graph of one that pauses",
      code: `
        import { Annotation, StateGraph, interrupt } from "@langchain/langgraph";
        const State = Annotation.Root({});
        const inner = new StateGraph(State).addNode("review", (state) => ({ answer: interrupt(state.draft) })).compile({ checkpointer });
        const outer = new StateGraph(State).addNode("inner", inner).compile();
        await outer.invoke({});
      `,
      errors: [{ messageId: "noCheckpointer", line: 5, column: 23, endLine: 5, endColumn: 76 }],
    },
    {
      name: "reports a graph with a node that cannot be seen, beside an interrupt",
      code: `
        import { Annotation, MemorySaver, StateGraph, interrupt } from "@langchain/langgraph";
        import { nodes } from "./nodes";
        const State = Annotation.Root({});
        const review = (state) => ({ answer: interrupt(state.draft) });
        const graph = new StateGraph(State).addNode("review", nodes.wrap(review)).compile();
        await graph.invoke({});
      `,
      errors: [{ messageId: "noCheckpointer", line: 6, column: 23, endLine: 6, endColumn: 90 }],
    },
  ],
});
