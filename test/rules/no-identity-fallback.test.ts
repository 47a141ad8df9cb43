import { fileURLToPath } from "node:url";
import rule from "../../rules/no-identity-fallback.js";
import { ruleTester } from "../support/rule-tester.js";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

ruleTester.run("no-identity-fallback: in tools and nodes", rule, {
  valid: [
    {
      name: "is silent about a default for the whole caller that holds no identity, a fresh one, or one that is refused",
      code: `
import express from "express";
import { Agent, run } from "@openai/agents";

const agent = new Agent({ name: "desk", instructions: "Help." });
const app = express();
app.post("/none", async (req, res) => {
  const user = req.user ?? { name: "Guest", id: null };
  res.json(await run(agent, req.body.text, { context: { userId: user.id } }));
});
app.post("/fresh", async (req, res) => {
  const user = req.user ?? { id: \`guest-\${crypto.randomUUID()}\` };
  res.json(await run(agent, req.body.text, { context: { userId: user.id } }));
});
app.post("/refused", async (req, res) => {
  const user = req.user ?? { id: "guest" };
  if (user.id === "guest") return res.status(401).end();
  res.json(await run(agent, req.body.text, { context: { userId: user.id } }));
});
app.post("/locale", async (req, res) => {
  const user = req.user ?? { id: "demo", locale: "en" };
  res.json(await run(agent, req.body.text, { context: { locale: user.locale } }));
});
      `,
    },
    {
      name: "is silent where the call is refused",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    const id = config.configurable?.user_id;
    if (!id) return "ERROR: nobody is signed in.";
    return db.orders(id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent where an error is thrown",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

function refuse(): never {
  throw new Error("Nobody is signed in.");
}

export const orders = tool(
  async (input, config) => {
    const id = config.configurable?.user_id ?? refuse();
    return db.orders(id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about an empty string, which is refused further on",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? "");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about an empty string of another file",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { MISSING } from "./test/fixtures/no-identity-fallback/nobody.js";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? MISSING);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about null and undefined",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    const user = config.configurable?.user_id ?? null;
    const org = config.configurable?.org_id || undefined;
    return db.orders(user, org);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about an id of one's own for each call",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? crypto.randomUUID());
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about another part of the run",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? config.configurable?.thread_id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a value of the environment, which a deployment for one user sets",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? process.env.USER_ID);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about an imported default that cannot be seen",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { NOBODY } from "@acme/identities";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? NOBODY);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a key that names nobody",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.locale ?? "en", config.configurable?.model ?? "small");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a display name",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const orders = tool(
  async (input, config) => {
    return \`Hello \${config.configurable?.userName ?? "there"}\`;
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a credential of a local model",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.apiKey ?? "none");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about what the model wrote",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(input.user_id ?? "default");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about an identity that is no part of a run",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";
import { row } from "./row.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(row.user_id ?? "default");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a default that is told from an identity afterwards",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    const id = config.configurable?.user_id ?? "anonymous";
    if (id === "anonymous") return "ERROR: nobody is signed in.";
    return db.orders(id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a default that is told from an identity by its constant",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

const NOBODY = "nobody";

export const orders = tool(
  async (input, config) => {
    const id = config.configurable?.user_id ?? NOBODY;
    return id !== NOBODY ? db.orders(id) : "ERROR: nobody is signed in.";
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a line of a log",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    console.info("orders", config.configurable?.user_id ?? "anonymous");
    return db.orders(config.configurable.user_id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a name that is only logged",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { logger } from "./logger.js";

export const orders = tool(
  async (input, config) => {
    const who = config.configurable?.user_id ?? "anonymous";
    logger.info({ who }, "orders");
    return "Done.";
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about an attribute of a trace",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { span } from "./trace.js";

export const orders = tool(
  async (input, config) => {
    span.setAttribute("user.id", config.configurable?.user_id ?? "unknown");
    return "Done.";
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about the label of a metric",
      code: `
import { tool } from "@langchain/core/tools";
import { Counter } from "prom-client";
import { z } from "zod";

const calls = new Counter({ name: "calls", help: "Calls", labelNames: ["tenant"] });
export const orders = tool(
  async (input, config) => {
    calls.inc({ tenant: config.configurable?.tenant_id ?? "unknown" });
    return "Done.";
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent where another part of the run says who acts",
      code: `
import type { LangGraphRunnableConfig } from "@langchain/langgraph";

export function actorOf(config: LangGraphRunnableConfig): string {
  const kind = config.configurable?.kind;
  const actor = kind === "cron" ? "system" : config.configurable?.user_id;
  if (!actor) throw new Error("The run has no identity.");
  return actor;
}
      `,
    },
    {
      name: "is silent about the text of an error",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const orders = tool(
  async (input, config) => {
    if (!input.topic) throw new Error(\`No topic from \${config.configurable?.user_id ?? "nobody"}.\`);
    return "Done.";
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about the metadata of a run",
      code: `
import { StateGraph, MessagesAnnotation, type LangGraphRunnableConfig } from "@langchain/langgraph";
import { db } from "./db.js";

async function recall(state: typeof MessagesAnnotation.State, config: LangGraphRunnableConfig) {
  const rows = await db.run(state, { metadata: { user_id: config.configurable?.user_id ?? "anonymous" } });
  return { messages: rows };
}

export const graph = new StateGraph(MessagesAnnotation).addNode("recall", recall).compile();
      `,
    },
    {
      name: "is silent about a client that only records runs",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { CallbackHandler } from "langfuse-langchain";

export const orders = tool(
  async (input, config) => {
    const recorder = new CallbackHandler({ userId: config.configurable?.user_id ?? "anonymous" });
    return String(recorder);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about an allowance that all strangers share",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";
import { limiter } from "./limiter.js";

export const orders = tool(
  async (input, config) => {
    const { success } = await limiter.limit(config.configurable?.user_id ?? "anonymous");
    return success ? db.orders(config.configurable.user_id) : "ERROR: too many calls.";
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a config that the code itself wrote down",
      code: `
import { createAgent } from "langchain";

export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
const config = { configurable: { user_id: process.env.USER_ID } };
export const user = config.configurable.user_id ?? "local";
      `,
    },
    {
      name: "is silent about a shadowed config",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    const settings = { user_id: input.topic };
    {
      const config = settings;
      return db.orders(config.user_id ?? "default");
    }
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a function called getConfig of another library",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { getConfig } from "./settings.js";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    const config2 = getConfig();
    return db.orders(config2.user_id ?? "default");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about the second parameter of another library's tool",
      code: `
import { createAgent } from "langchain";
import { tool } from "./commands.js";
import { db } from "./db.js";

export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export const orders = tool(async (_input, run) => db.orders(run.context.userId ?? "default"), {});
      `,
    },
    {
      name: "is silent about a guard that gives the id or throws",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { identityOf } from "agent-guardrails";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(identityOf(config).userId);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about a key that the policy takes from the identities",
      settings: { "agent-guardrails": { notIdentityKeys: ["team_id"] } },
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.team_id ?? "all");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent in a test",
      filename: at("src/orders.test.ts"),
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? "default");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent in a script",
      filename: at("scripts/orders.ts"),
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? "default");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
    },
    {
      name: "is silent about what the model wrote for a Mastra tool from before version 1",
      code: `
        import { createTool } from "@mastra/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        export const orders = createTool({
          id: "orders",
          description: "Lists orders.",
          inputSchema: z.object({ filters: z.any() }),
          execute: async ({ context }) => db.orders(context.filters.get("userId") ?? "demo"),
        });
      `,
    },
    {
      name: "is silent about an object that is called like the run of an older Mastra",
      code: `
        import { createTool } from "@mastra/core/tools";
        import { z } from "zod";
        import { db, runtimeContext } from "./db.js";
        export const orders = createTool({
          id: "orders",
          description: "Lists orders.",
          inputSchema: z.object({ topic: z.string() }),
          execute: async ({ topic }) => db.orders(runtimeContext.get("userId") ?? "demo", topic),
        });
      `,
    },
    {
      name: "is silent about an arm for another part of the run",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        export const orders = tool(async (_input, config) => {
          let userId: string;
          switch (config.configurable.channel) {
            case "web":
              userId = config.configurable.user_id;
              break;
            default:
              userId = "scheduler";
          }
          return db.orders(userId);
        }, { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
    },
    {
      name: "is silent about arms that rename some tenants",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        function schemaOf(config) {
          switch (config.configurable.tenant_id) {
            case "acme":
              return "acme-prod";
            default:
              return config.configurable.tenant_id;
          }
        }
        export const orders = tool(async (_input, config) => db.orders(schemaOf(config)), { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper that renames one tenant",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        function schemaOf(config) {
          const tenant = config.configurable.tenant_id;
          if (tenant === "legacy") return "acme";
          return tenant;
        }
        export const orders = tool(async (_input, config) => db.orders(schemaOf(config)), { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper whose callers tell the default from an id",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        function ownerOf(config) {
          if (config.configurable?.user_id) return config.configurable.user_id;
          return "nobody";
        }
        export const orders = tool(async (_input, config) => {
          const owner = ownerOf(config);
          return owner === "nobody" ? "ERROR: sign in first" : db.orders(owner);
        }, { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
    },
    {
      name: "is silent about a tool that tells who asks",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const whoami = tool(async (_input, config) => {
          if (!config.configurable?.user_id) return "anonymous";
          return config.configurable.user_id;
        }, { name: "whoami", description: "Says who asks.", schema: z.object({}) });
      `,
    },
    {
      name: "is silent about a helper that refuses",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        function ownerOf(config) {
          const { user_id: userId, cron } = config.configurable;
          if (cron) return "scheduler";
          if (!userId) throw new Error("Not signed in");
          return userId;
        }
        export const orders = tool(async (_input, config) => db.orders(ownerOf(config)), { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
    },
    {
      name: "is silent where something else says who acts without an id",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        function ownerOf(config) {
          if (config.configurable?.user_id) return config.configurable.user_id;
          if (!isCron(config)) throw new Error("Not signed in");
          return "scheduler";
        }
        export const orders = tool(async (_input, config) => db.orders(ownerOf(config)), { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
    },
    {
      name: "is silent about a helper whose answer is only logged",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        function labelOf(config) {
          if (config.configurable?.user_id) return config.configurable.user_id;
          return "anonymous";
        }
        export const orders = tool(async ({ topic }, config) => {
          console.log(labelOf(config), topic);
          return db.orders(topic);
        }, { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
    },
    {
      name: "is silent about a router of a graph",
      code: `
        import { StateGraph } from "@langchain/langgraph";
        function next(state, config) {
          if (!config.configurable.user_id) return "login";
          return "agent";
        }
        export const graph = new StateGraph(State).addNode("agent", act).addConditionalEdges("agent", next).compile();
      `,
    },
    {
      name: "is silent about a refused token",
      code: `
        import { jwtVerify } from "jose";
        import { agent } from "./agent.js";
        export async function POST(req: Request) {
          let owner = "";
          try {
            const { payload } = await jwtVerify(req.headers.get("authorization"), key);
            owner = payload.sub;
          } catch {
            return new Response("Unauthorized", { status: 401 });
          }
          return Response.json(await agent.invoke(await req.json(), { configurable: { user_id: owner } }));
        }
      `,
    },
    {
      name: "is silent about another way to sign in",
      code: `
        import { auth } from "@clerk/nextjs/server";
        import { agent } from "./agent.js";
        export async function POST(req: Request) {
          const { userId } = await auth();
          let owner;
          if (userId) {
            owner = userId;
          } else if (isInternal(req)) {
            owner = "scheduler";
          } else {
            return new Response("Unauthorized", { status: 401 });
          }
          return Response.json(await agent.invoke(await req.json(), { configurable: { user_id: owner } }));
        }
      `,
    },
    {
      name: "is silent about what the hook of a middleware finds in the state",
      code: `
        import { createMiddleware } from "langchain";
        import { memories } from "./memories.js";
        export const memory = createMiddleware({
          name: "memory",
          beforeModel: async (state) => ({ memories: await memories.of(state.userId ?? "guest") }),
        });
      `,
    },
    {
      name: "is silent where the environment says that there are tenants",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        const hosted = process.env.EDITION === "hosted";
        export const orders = tool(async ({ topic }, config) => db.orders(hosted ? config.configurable.tenant_id : "default", topic), { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
    },
    {
      name: "is silent where a setting says that there are tenants",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        import { MULTI_TENANT } from "./settings.js";
        export const orders = tool(async ({ topic }, config) => {
          let tenant = "default";
          if (MULTI_TENANT) tenant = config.configurable.tenant_id;
          return db.orders(tenant, topic);
        }, { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a default for the whole caller whose id is stamped on a run",
      code: `
import express from "express";
import { Agent, run } from "@openai/agents";

const agent = new Agent({ name: "desk", instructions: "Help." });
const app = express();
app.post("/chat", async (req, res) => {
  const user = req.user || { id: "default_user" };
  res.json(await run(agent, req.body.text, { context: { userId: user.id } }));
});
app.post("/once", async (req, res) => {
  res.json(await run(agent, req.body.text, { context: { orgId: (req.user ?? { id: 1, orgId: "acme" }).orgId } }));
});
      `,
      errors: [
        { messageId: "identityFallback", data: { key: "userId", fallback: '{ id: "default_user" }' }, line: 8, column: 16, endLine: 8, endColumn: 50 },
        { messageId: "identityFallback", data: { key: "orgId", fallback: '{ id: 1, orgId: "acme" }' }, line: 12, column: 65, endLine: 12, endColumn: 101 },
      ],
    },
    {
      name: "reports a default behind ??",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? "default");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 63,
        },
      ],
    },
    {
      name: "reports a default behind ||",
      code: `
import { StateGraph, MessagesAnnotation, type LangGraphRunnableConfig } from "@langchain/langgraph";
import { db } from "./db.js";

async function recall(state: typeof MessagesAnnotation.State, config: LangGraphRunnableConfig) {
  const userId = config.configurable?.userId || "anonymous";
  return { messages: [await db.orders(userId)] };
}

export const graph = new StateGraph(MessagesAnnotation).addNode("recall", recall).compile();
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"anonymous\"" },
          line: 6,
          column: 18,
          endLine: 6,
          endColumn: 60,
        },
      ],
    },
    {
      name: "reports a default tenant",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable.org_id ?? "main");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "org_id", fallback: "\"main\"" },
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 58,
        },
      ],
    },
    {
      name: "reports a default for an id of the runtime's context",
      code: `
import { tool, type ToolRuntime } from "langchain";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(async (_input, runtime: ToolRuntime) => db.orders(runtime.context?.userId ?? "guest"), { name: "orders", description: "Lists orders.", schema: z.object({}) });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"guest\"" },
          line: 6,
          column: 78,
          endLine: 6,
          endColumn: 112,
        },
      ],
    },
    {
      name: "reports a default of destructuring",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    const { user_id = "default" } = config.configurable ?? {};
    return db.orders(user_id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 8,
          column: 13,
          endLine: 8,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports a default in the parameter list",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (_input, { configurable: { userId = "local" } = {} }) => {
    return db.orders(userId);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"local\"" },
          line: 7,
          column: 36,
          endLine: 7,
          endColumn: 52,
        },
      ],
    },
    {
      name: "reports a default where the name is used",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    const { userId } = config.configurable ?? {};
    return db.orders(userId ?? "default");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"default\"" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 41,
        },
      ],
    },
    {
      name: "reports a condition",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ? config.configurable.user_id : "default");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 92,
        },
      ],
    },
    {
      name: "reports a condition that asks for what holds the identity",
      code: `
import type { LangGraphRunnableConfig } from "@langchain/langgraph";

export function userOf(config: LangGraphRunnableConfig): string {
  return config.configurable && config.configurable.kind ? config.configurable.user_id : "default";
}
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 5,
          column: 10,
          endLine: 5,
          endColumn: 99,
        },
      ],
    },
    {
      name: "reports a default in the schema of the context",
      code: `
import { createAgent } from "langchain";
import { z } from "zod";

const contextSchema = z.object({
  userId: z.string().min(1).default("anonymous"),
  locale: z.string().default("en"),
});
export const agent = createAgent({ model: "openai:gpt-5", tools: [], contextSchema });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"anonymous\"" },
          line: 6,
          column: 3,
          endLine: 6,
          endColumn: 49,
        },
      ],
    },
    {
      name: "reports a default in the schema of a middleware's context",
      code: `
import { createMiddleware } from "langchain";
import { z } from "zod";

const NOBODY = "main";
export const memory = createMiddleware({ name: "memory", contextSchema: z.object({ tenant_id: z.string().catch(NOBODY).optional() }) });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "tenant_id", fallback: "NOBODY" },
          line: 6,
          column: 84,
          endLine: 6,
          endColumn: 130,
        },
      ],
    },
    {
      name: "reports a negated condition",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    const id = config.configurable?.user_id;
    return db.orders(!id ? "default" : id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 42,
        },
      ],
    },
    {
      name: "reports a default that is assigned where the id is missing",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    let id = config.configurable?.user_id;
    if (!id) id = "default";
    return db.orders(id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 9,
          column: 14,
          endLine: 9,
          endColumn: 28,
        },
      ],
    },
    {
      name: "reports a default that is assigned by an operator",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    let id = config.configurable?.user_id;
    id ??= "default";
    return db.orders(id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 9,
          column: 5,
          endLine: 9,
          endColumn: 21,
        },
      ],
    },
    {
      name: "reports a default that stands first and is overwritten where there is an id",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    let id = "default";
    if (config.configurable?.user_id) id = config.configurable.user_id;
    return db.orders(id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 8,
          column: 14,
          endLine: 8,
          endColumn: 23,
        },
      ],
    },
    {
      name: "reports a default behind a constant",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

const NOBODY = "nobody";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? NOBODY);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "NOBODY" },
          line: 10,
          column: 22,
          endLine: 10,
          endColumn: 60,
        },
      ],
    },
    {
      name: "reports a default that stands in another file of the project",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { NOBODY } from "./test/fixtures/no-identity-fallback/nobody.js";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? NOBODY);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "NOBODY" },
          line: 9,
          column: 22,
          endLine: 9,
          endColumn: 60,
        },
      ],
    },
    {
      name: "reports a default behind the environment",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? process.env.USER_ID ?? "local");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"local\"" },
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 84,
        },
      ],
    },
    {
      name: "reports a number",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.accountId || 1);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "accountId", fallback: "1" },
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports a template without holes",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders(config.configurable?.user_id ?? \`default\`);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "`default`" },
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 63,
        },
      ],
    },
    {
      name: "reports a part of a namespace",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

export const orders = tool(
  async (input, config) => {
    return JSON.stringify(await config.store.search(["memories", config.configurable?.user_id ?? "default"]));
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 7,
          column: 66,
          endLine: 7,
          endColumn: 107,
        },
      ],
    },
    {
      name: "looks through casts, String and non-null marks",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    return db.orders((String(config!.configurable!["user_id"]) as string | undefined) ?? ("default" as const));
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\" as const" },
          line: 8,
          column: 22,
          endLine: 8,
          endColumn: 110,
        },
      ],
    },
    {
      name: "reports a helper that is given the config under its type",
      code: `
import type { RunnableConfig } from "@langchain/core/runnables";

export function callerOf(config: RunnableConfig): string {
  return config.configurable?.userId ?? "default";
}
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"default\"" },
          line: 5,
          column: 10,
          endLine: 5,
          endColumn: 50,
        },
      ],
    },
    {
      name: "reports a helper of plain JavaScript by the key that only a run has",
      code: `
const { tool } = require("@langchain/core/tools");

exports.tool = tool;
exports.callerOf = (config) => config?.configurable?.user_id || "default";
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 5,
          column: 32,
          endLine: 5,
          endColumn: 74,
        },
      ],
    },
    {
      name: "reports the config that LangGraph has at hand",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { getConfig } from "@langchain/langgraph";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    const { configurable } = getConfig();
    return db.orders(configurable?.user_id ?? "default");
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 10,
          column: 22,
          endLine: 10,
          endColumn: 56,
        },
      ],
    },
    {
      name: "reports a tool of a namespace import",
      code: `
import * as tools from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tools.tool(async (_input, run) => db.orders(run.context.userId ?? "default"), { name: "orders", description: "Lists orders.", schema: z.object({}) });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"default\"" },
          line: 6,
          column: 67,
          endLine: 6,
          endColumn: 98,
        },
      ],
    },
    {
      name: "reports a tool under an alias",
      code: `
import { tool as define } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = define(async (_input, run) => db.orders(run.context.userId ?? "default"), { name: "orders", description: "Lists orders.", schema: z.object({}) });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"default\"" },
          line: 6,
          column: 63,
          endLine: 6,
          endColumn: 94,
        },
      ],
    },
    {
      name: "reports a default that is compared with something else later",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    const id = config.configurable?.user_id ?? "default";
    if (id === "admin") return "No.";
    return db.orders(id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 57,
        },
      ],
    },
    {
      name: "reports a default that is logged and used",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool(
  async (input, config) => {
    const id = config.configurable?.user_id ?? "default";
    console.log(id);
    return db.orders(id);
  },
  { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) },
);
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"default\"" },
          line: 8,
          column: 16,
          endLine: 8,
          endColumn: 57,
        },
      ],
    },
  ],
});

ruleTester.run("no-identity-fallback: where a run is started", rule, {
  valid: [
    {
      name: "is silent about a context whose schema gives other parts a default",
      code: `
import { createAgent } from "langchain";
import { z } from "zod";

const contextSchema = z.object({ userId: z.string().min(1), userName: z.string().default("there"), locale: z.string().default("en"), tenantId: z.string().nullable().default(null) });
export const agent = createAgent({ model: "openai:gpt-5", tools: [], contextSchema });
      `,
    },
    {
      name: "is silent about a schema that belongs to no run",
      code: `
import { createAgent } from "langchain";
import { z } from "zod";

export const row = z.object({ userId: z.string().default("anonymous") });
export const agent = createAgent({ model: "openai:gpt-5", tools: [], contextSchema: z.object({ userId: z.string() }) });
      `,
    },
    {
      name: "is silent about a context whose default is made for each run",
      code: `
import { createAgent } from "langchain";
import { z } from "zod";

export const agent = createAgent({ model: "openai:gpt-5", tools: [], contextSchema: z.object({ userId: z.string().default(() => crypto.randomUUID()) }) });
      `,
    },
    {
      name: "is silent about a default for a part that names nobody",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.user.id, locale: req.user.locale ?? "en" } }));
});
      `,
    },
    {
      name: "leaves a default for what the client sent to the rule about that",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.body.userId ?? "default" } }));
});
      `,
    },
    {
      name: "is silent about a row of a database",
      code: `
import express from "express";
import { agent } from "./agent.js";
import { db } from "./db.js";

const app = express();
app.post("/chat", async (req, res) => {
  const row = await db.tickets.find(req.params.id);
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: row.owner ?? "nobody" } }));
});
      `,
    },
  ],
  invalid: [
    {
      name: "reports a default that is stamped for a missing session",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { userId } = await auth();
  const { messages } = await req.json();
  return Response.json(await graph.invoke({ messages }, { configurable: { user_id: userId ?? "anonymous" } }));
}
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"anonymous\"" },
          line: 8,
          column: 84,
          endLine: 8,
          endColumn: 105,
        },
      ],
    },
    {
      name: "reports a default that is held by a constant before it is stamped",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  const caller = req.user?.id || "guest";
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: caller } }));
});
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"guest\"" },
          line: 7,
          column: 18,
          endLine: 7,
          endColumn: 41,
        },
      ],
    },
  ],
});

ruleTester.run("no-identity-fallback: other frameworks", rule, {
  valid: [
    {
      name: "is silent about a Map in a tool of Mastra",
      code: `
import { createTool } from "@mastra/core/tools";
import { z } from "zod";
import { db } from "./db.js";

const known = new Map<string, string>();
export const orders = createTool({
  id: "orders",
  description: "Lists orders.",
  inputSchema: z.object({}),
  execute: async () => db.orders(known.get("user-id") ?? "default"),
});
      `,
    },
  ],
  invalid: [
    {
      name: "reports a tool of the AI SDK",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool({ description: "Lists orders.", inputSchema: z.object({}), execute: async (_input, { context }) => db.orders(context.userId ?? "default") });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"default\"" },
          line: 6,
          column: 137,
          endLine: 6,
          endColumn: 164,
        },
      ],
    },
    {
      name: "reports a tool of the OpenAI Agents SDK",
      code: `
import { tool } from "@openai/agents";
import { z } from "zod";
import { db } from "./db.js";

export const orders = tool({ name: "orders", description: "Lists orders.", parameters: z.object({}), execute: async (_input, runContext) => db.orders(runContext?.context.userId ?? "default") });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"default\"" },
          line: 6,
          column: 151,
          endLine: 6,
          endColumn: 190,
        },
      ],
    },
    {
      name: "reports a tool of Mastra",
      code: `
import { createTool } from "@mastra/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const orders = createTool({
  id: "orders",
  description: "Lists orders.",
  inputSchema: z.object({}),
  execute: async (_input, { requestContext }) => db.orders(requestContext.get("user-id") ?? "default"),
});
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user-id", fallback: "\"default\"" },
          line: 10,
          column: 60,
          endLine: 10,
          endColumn: 102,
        },
      ],
    },
    {
      name: "reports a tool of an MCP server",
      code: `
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { db } from "./db.js";

const server = new McpServer({ name: "orders", version: "1.0.0" });
server.registerTool("orders", { description: "Lists orders.", inputSchema: { topic: z.string() } }, async ({ topic }, extra) => db.orders(topic, extra.authInfo?.extra?.userId ?? "default"));
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"default\"" },
          line: 7,
          column: 146,
          endLine: 7,
          endColumn: 188,
        },
      ],
    },
    {
      name: "reports a typed runtime of a middleware",
      code: `
import { createMiddleware, type Runtime } from "langchain";
import { db } from "./db.js";

export const memories = createMiddleware({
  name: "memories",
  beforeModel: async (_state, runtime: Runtime<{ userId?: string }>) => db.load(runtime.context?.userId ?? "default"),
});
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"default\"" },
          line: 7,
          column: 81,
          endLine: 7,
          endColumn: 117,
        },
      ],
    },
    {
      name: "reports the arm of a switch for a missing id",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        export const orders = tool(async (_input, config) => {
          let userId = config.configurable?.user_id;
          switch (typeof userId) {
            case "string":
              break;
            default:
              userId = "demo";
          }
          return db.orders(userId);
        }, { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"demo\"" },
          line: 11,
          column: 15,
          endLine: 11,
          endColumn: 30,
        },
      ],
    },
    {
      name: "reports an arm that is written for nobody",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        export const orders = tool(async (_input, config) => {
          let owner: string;
          switch (config.configurable?.tenant_id) {
            case undefined:
            case "":
              owner = "public";
              break;
            default:
              owner = config.configurable.tenant_id;
          }
          return db.orders(owner);
        }, { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "tenant_id", fallback: "\"public\"" },
          line: 10,
          column: 15,
          endLine: 10,
          endColumn: 31,
        },
      ],
    },
    {
      name: "reports the default of a helper's switch",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        function ownerOf(config) {
          const { user_id: userId } = config.configurable ?? {};
          switch (typeof userId) {
            case "string":
              return userId;
            default:
              return "demo";
          }
        }
        export const orders = tool(async (_input, config) => db.orders(ownerOf(config)), { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"demo\"" },
          line: 11,
          column: 22,
          endLine: 11,
          endColumn: 28,
        },
      ],
    },
    {
      name: "reports what a helper returns behind the id",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        const ownerOf = (config) => {
          if (config.configurable?.user_id) return config.configurable.user_id;
          return "demo";
        };
        export const orders = tool(async (_input, config) => db.orders(ownerOf(config)), { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"demo\"" },
          line: 7,
          column: 18,
          endLine: 7,
          endColumn: 24,
        },
      ],
    },
    {
      name: "reports what a helper returns first where the id is missing",
      code: `
        import { getConfig } from "@langchain/langgraph";
        import { db } from "./db.js";
        function tenant() {
          const id = getConfig().configurable?.tenant_id;
          if (id === undefined || id === "") return "default";
          return id;
        }
        export const load = async () => db.rows(tenant());
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "tenant_id", fallback: "\"default\"" },
          line: 6,
          column: 53,
          endLine: 6,
          endColumn: 62,
        },
      ],
    },
    {
      name: "reports a helper that chooses between two ids and a default",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        function ownerOf(config) {
          const { configurable = {} } = config;
          if (configurable.user_id) return configurable.user_id;
          if (configurable.employee_id) return configurable.employee_id;
          return "guest";
        }
        export const orders = tool(async (_input, config) => db.orders(ownerOf(config)), { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"guest\"" },
          line: 9,
          column: 18,
          endLine: 9,
          endColumn: 25,
        },
      ],
    },
    {
      name: "reports a default that stands before a session is asked for",
      code: `
        import { agent } from "./agent.js";
        import { auth } from "@clerk/nextjs/server";
        export async function POST(req: Request) {
          const { userId } = await auth();
          let owner = "anonymous";
          if (userId) {
            owner = userId;
          }
          return Response.json(await agent.invoke(await req.json(), { configurable: { user_id: owner } }));
        }
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"anonymous\"" },
          line: 6,
          column: 23,
          endLine: 6,
          endColumn: 34,
        },
      ],
    },
    {
      name: "reports a default for a token that cannot be verified",
      code: `
        import { jwtVerify } from "jose";
        import { agent } from "./agent.js";
        export async function POST(req: Request) {
          let owner;
          try {
            const { payload } = await jwtVerify(req.headers.get("authorization"), key);
            owner = payload.sub;
          } catch {
            owner = "anonymous";
          }
          return Response.json(await agent.invoke(await req.json(), { configurable: { user_id: owner } }));
        }
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"anonymous\"" },
          line: 10,
          column: 13,
          endLine: 10,
          endColumn: 32,
        },
      ],
    },
    {
      name: "reports a default of the helper that is asked for the caller",
      code: `
        import { getServerSession } from "next-auth";
        import { agent } from "./agent.js";
        async function callerOf() {
          const session = await getServerSession();
          if (!session?.user) return "demo-user";
          return session.user.id;
        }
        export async function POST(req: Request) {
          return Response.json(await agent.invoke(await req.json(), { configurable: { user_id: await callerOf() } }));
        }
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "user_id", fallback: "\"demo-user\"" },
          line: 6,
          column: 38,
          endLine: 6,
          endColumn: 49,
        },
      ],
    },
    {
      name: "reports a default of a Mastra tool from before version 1",
      code: `
        import { createTool } from "@mastra/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        export const orders = createTool({
          id: "orders",
          description: "Lists orders.",
          inputSchema: z.object({ topic: z.string() }),
          execute: async ({ context, runtimeContext }) => db.orders(runtimeContext.get("userId") ?? "demo", context.topic),
        });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"demo\"" },
          line: 9,
          column: 69,
          endLine: 9,
          endColumn: 107,
        },
      ],
    },
    {
      name: "reports a default of a Mastra tool from before version 1 that takes its argument whole",
      code: `
        import { createTool } from "@mastra/core";
        import { z } from "zod";
        import { db } from "./db.js";
        export const orders = createTool({
          id: "orders",
          description: "Lists orders.",
          inputSchema: z.object({ topic: z.string() }),
          execute: async (run) => {
            const tenant = (run.runtimeContext?.get("tenant-id") as string) || "acme";
            return db.orders(tenant, run.context.topic);
          },
        });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "tenant-id", fallback: "\"acme\"" },
          line: 10,
          column: 28,
          endLine: 10,
          endColumn: 86,
        },
      ],
    },
    {
      name: "reports a default in the hook of a middleware",
      code: `
        import { createMiddleware } from "langchain";
        import { memories } from "./memories.js";
        export const memory = createMiddleware({
          name: "memory",
          beforeModel: async (_state, runtime) => ({ memories: await memories.of(runtime.context?.userId ?? "guest") }),
        });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "userId", fallback: "\"guest\"" },
          line: 6,
          column: 82,
          endLine: 6,
          endColumn: 116,
        },
      ],
    },
    {
      name: "reports a default where the environment is asked beside the id",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { db } from "./db.js";
        export const orders = tool(async ({ topic }, config) => {
          let tenant = "default";
          if (process.env.EDITION === "hosted" && config.configurable?.tenant_id) tenant = config.configurable.tenant_id;
          return db.orders(tenant, topic);
        }, { name: "orders", description: "Lists orders.", schema: z.object({ topic: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityFallback",
          data: { key: "tenant_id", fallback: "\"default\"" },
          line: 6,
          column: 24,
          endLine: 6,
          endColumn: 33,
        },
      ],
    },
  ],
});
