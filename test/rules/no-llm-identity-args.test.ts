import { join } from "node:path";
import { fileURLToPath } from "node:url";
import rule from "../../rules/no-llm-identity-args.js";
import { ruleTester } from "../support/rule-tester.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const at = (path: string): string => join(root, path);

ruleTester.run("no-llm-identity-args", rule, {
  valid: [
    {
      name: "is silent about the tool of a test",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const orders = tool(async ({ userId }) => "[]", { name: "orders", description: "Lists orders", schema: z.object({ userId: z.string() }) });
      `,
      filename: at("src/middleware/tests/selector.test.ts"),
    },
    {
      name: "is silent about the tool of a test, also when taken literally",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const orders = tool(async ({ customerId }) => "[]", { name: "orders", description: "Lists orders", schema: z.object({ customerId: z.string() }) });
      `,
      filename: at("test/orders.ts"),
      options: [{ policy: "literal" }],
    },
    // one caller, many users
    {
      name: "is silent about the users that a search of traces is narrowed to",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { traces } from "./traces.js";

const Filters = z.object({ tags: z.array(z.string()).optional(), userId: z.array(z.string().min(1)).max(10).optional(), workspaceId: z.string().array() });
export const search = tool({ description: "Searches traces", inputSchema: z.object({ filters: Filters }), execute: async ({ filters }) => traces.search(filters) });
      `,
    },
    {
      name: "is silent about the users that a search is narrowed to, in JSON Schema",
      code: `
import { tool, jsonSchema } from "ai";
import { traces } from "./traces.js";

export const search = tool({ description: "Searches traces", inputSchema: jsonSchema({ type: "object", properties: { userId: { type: "array", items: { type: "string" } } } }), execute: async ({ userId }) => traces.search(userId) });
      `,
    },
    // somebody who is given work
    {
      name: "is silent about the colleague to whom a tool gives a lead",
      code: `
import { DynamicStructuredTool } from "@langchain/core/tools";
import { z } from "zod";
import { crm } from "./crm.js";

export const assign = new DynamicStructuredTool({
  name: "assign_lead",
  description: "Gives a lead to a colleague.",
  schema: z.object({ leadId: z.number(), userId: z.number() }),
  func: async ({ leadId, userId }) => {
    await crm.setLeadResponsible(leadId, userId);
    return "OK";
  },
});
      `,
    },
    {
      name: "is silent about the colleague whom a tool writes into a ticket as its assignee",
      code: `
import { createTool } from "@mastra/core/tools";
import { z } from "zod";
import { db } from "./db.js";

export const reassign = createTool({
  id: "reassign-ticket",
  description: "Gives a ticket to a colleague.",
  inputSchema: z.object({ ticketId: z.string(), userId: z.string() }),
  execute: async ({ context }) => db.ticket.update({ where: { id: context.ticketId }, data: { assigneeId: context.userId } }),
});
      `,
    },
    // whose directory an id belongs to
    {
      name: "is silent about a declared tool of a server that asks one service with a directory of its own",
      code: `
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";

const profile = { name: "profile", description: "Reads a profile.", inputSchema: { type: "object", properties: { user_id: { type: "string" } }, required: ["user_id"] } };
const server = new Server({ name: "chat", version: "1.0.0" }, { capabilities: { tools: {} } });
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [profile] }));
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  const answer = await fetch(\`https://slack.com/api/users.profile.get?user=\${params.arguments.user_id}\`, { headers });
  return { content: [{ type: "text", text: await answer.text() }] };
});
      `,
    },
    {
      name: "is silent about the role of a message, under the literal reading",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "ai";
import { z } from "zod";

export const research = tool({ description: "Researches", inputSchema: z.object({ query: z.string(), history: z.array(z.object({ role: z.string(), content: z.string() })) }), execute: async ({ query, history }) => search(query, history) });
      `,
    },
    {
      name: "is silent about the user of a tool that a server only lists, since what answers its calls stands elsewhere",
      code: `
import type { Tool } from "@modelcontextprotocol/sdk/types.js";
import type { Registration } from "../registry.js";
import { deleteDatabaseUser } from "../../commands/database.js";

const tool: Tool = { name: "delete_database_user", description: "Deletes a user of a database.", inputSchema: { type: "object", properties: { user_id: { type: "string" } }, required: ["user_id"] } };
export const registration: Registration = { tool, run: deleteDatabaseUser };
      `,
    },
    {
      name: "is silent about the id of an entry in the directory of a service that the tool asks through its client",
      code: `
import { tool } from "@langchain/core/tools";
import { LinearClient } from "@linear/sdk";
import { WebClient } from "@slack/web-api";
import { z } from "zod";

const linear = new LinearClient({ apiKey: process.env.LINEAR_KEY });
const slack = new WebClient(process.env.SLACK_TOKEN);
export const issues = tool(async ({ teamId }) => JSON.stringify(await linear.issues({ filter: { team: { id: { eq: teamId } } } })), { name: "issues", description: "Issues of a team", schema: z.object({ teamId: z.string() }) });
async function profileOf(user: string) {
  const { profile } = await slack.users.profile.get({ user });
  return profile?.display_name ?? "nobody";
}
async function pages<T>(load: (cursor?: string) => Promise<T>) {
  return [await load()];
}
export const teams = tool(async ({ userId }) => JSON.stringify(await pages((cursor) => slack.usergroups.users.list({ usergroup: userId }))), { name: "teams", description: "The groups of a member", schema: z.object({ userId: z.string() }) });
export const profile = tool(async ({ userId }) => {
  const name = await profileOf(userId);
  return name.toUpperCase();
}, { name: "profile", description: "The name of a member", schema: z.object({ userId: z.string() }) });
      `,
    },
    {
      name: "is silent about the account of a service whose client a helper makes with a token that somebody else gives",
      code: `
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { tagmanager } from "@googleapis/tagmanager";
import { z } from "zod";

async function clientOf(auth) {
  const token = await auth.getAccessToken();
  return tagmanager({ version: "v2", headers: { Authorization: \`Bearer \${token}\` } });
}
export const registerTags = (server: McpServer, { auth }) => {
  server.tool("list_tags", "Lists tags", { accountId: z.string(), workspaceId: z.string() }, async ({ accountId, workspaceId }) => {
    const client = await clientOf(auth);
    const { data } = await client.accounts.containers.workspaces.tags.list({ parent: \`accounts/\${accountId}/containers/1/workspaces/\${workspaceId}\` });
    return { content: [{ type: "text", text: JSON.stringify(data) }] };
  });
};
      `,
    },
    {
      name: "is silent about a member of the CRM that a tool asks over HTTP",
      code: `
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";

const base = process.env.ZOHO_API_DOMAIN ?? "https://www.zohoapis.eu";
export const register = (server: McpServer) => {
  server.registerTool("get_member", { description: "Reads a member", inputSchema: { user_id: z.string() } }, async ({ user_id }) => {
    const answer = await fetch(\`\${base}/crm/v7/users/\${user_id}\`, { signal: AbortSignal.timeout(5_000) });
    return { content: [{ type: "text", text: await answer.text() }] };
  });
};
      `,
    },
    {
      name: "is silent about the id of an entry in the directory of a service that the tool asks",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const member = tool(async ({ userId }) => (await fetch(\`https://graph.microsoft.com/v1.0/users/\${userId}\`)).text(), {
          name: "get_member",
          description: "Reads a member of a team.",
          schema: z.object({ userId: z.string() }),
        });
      `,
    },
    {
      name: "is silent about an account in a Jira that is asked through a helper which follows redirects",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { z } from "zod";
        async function careful(url: string, init?: RequestInit) {
          let current = url;
          for (let hops = 0; hops < 5; hops += 1) {
            const response = await fetch(current, { ...init, redirect: "manual" });
            const location = response.headers.get("location");
            if (!location) return response;
            current = new URL(location, current).toString();
          }
          throw new Error("too many redirects");
        }
        export class DeleteUser extends StructuredTool {
          name = "delete_user";
          description = "Deletes a user.";
          schema = z.object({ accountId: z.string() });
          async _call({ accountId }) {
            const query = new URLSearchParams({ accountId });
            return (await careful(\`\${this.host}/rest/api/\${this.version}/user?\${query.toString()}\`, { method: "DELETE" })).text();
          }
        }
      `,
    },
    {
      name: "is silent about an account in a Jira that runs on a host of the company",
      code: `
        import { DynamicStructuredTool } from "@langchain/core/tools";
        import { z } from "zod";

        export class JiraUser extends DynamicStructuredTool {
          schema = z.object({ accountId: z.string() });
          async _call({ accountId }) {
            return (await fetch(\`\${this.host}/rest/api/3/user?accountId=\${accountId}\`)).text();
          }
        }
      `,
    },

    // where the tool comes from
    {
      name: "is silent about a tool whose arguments name nobody",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const listOrders = tool(async ({ status }, config) => JSON.stringify(await orders.find({ userId: config.configurable?.userId, status })), {
          name: "list_orders",
          description: "Lists orders",
          schema: z.object({ status: z.string() }),
        });
      `,
    },
    {
      name: "is silent about a function of the project that is called tool",
      code: `
        import { StateGraph } from "@langchain/langgraph";
        import { z } from "zod";
        import { tool } from "./test/fixtures/no-llm-identity-args/own-tool.js";

        export const graph = new StateGraph(state);
        export const notes = tool(({ userId }) => userId, { schema: z.object({ userId: z.string() }) });
      `,
    },
    {
      name: "is silent about a shadowed name",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export { tool };
        export function register(tool: (options: object) => void) {
          tool({ name: "notes", schema: z.object({ userId: z.string() }) });
        }
      `,
    },
    {
      name: "is silent about the same word in another library",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { tool } from "@acme/toolbox";
        import { z } from "zod";

        export const model = new ChatOpenAI();
        export const hammer = tool(async ({ userId }) => userId, { name: "hammer", schema: z.object({ userId: z.string() }) });
      `,
    },
    {
      name: "is silent where a same-named zod of the project makes the schema",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "@acme/forms";

        export const notes = tool(load, { name: "notes", schema: z.object({ userId: z.string() }) });
      `,
    },
    {
      name: "is silent in a file without agents",
      code: `
        import { z } from "zod";

        export const tool = (run: unknown, options: unknown) => ({ run, options });
        export const notes = tool(load, { name: "notes", schema: z.object({ userId: z.string() }) });
      `,
    },
    // which keys name the caller
    {
      name: "takes an account name that only looks like the caller's for somebody's",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const profile = tool(load, { name: "profile", schema: z.object({ username: z.string(), userAgent: z.string(), name: z.string() }) });
      `,
    },
    {
      name: "leaves recipients alone",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const mail = tool(send, {
          name: "mail",
          schema: z.object({ to: z.string(), recipient: z.string(), cc: z.array(z.string()), assignee_id: z.string(), requester_email: z.string() }),
        });
      `,
    },
    {
      name: "leaves the people inside a recipient field alone",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const invite = tool(send, { name: "invite", schema: z.object({ attendees: z.array(z.object({ userId: z.string() })) }) });
      `,
    },
    {
      name: "is quiet about words that are identity only now and then",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const crm = tool(load, { name: "crm", schema: z.object({ email: z.string(), role: z.string(), customerId: z.string(), sessionId: z.string() }) });
      `,
    },
    {
      name: "leaves a key alone that the policy takes away",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const ledger = tool(load, { name: "ledger", schema: z.object({ account_id: z.string() }) });
      `,
      settings: { "agent-guardrails": { notIdentityKeys: ["accountId"] } },
    },
    {
      name: "leaves a field alone in which the model has no choice",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const notes = tool(load, { name: "notes", schema: z.object({ tenantId: z.literal("acme").describe("fixed"), userId: z.never() }) });
      `,
    },
    // how schemas are written
    {
      name: "is silent where omit took the field out",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const order = z.object({ userId: z.string(), item: z.string() });
        export const buy = tool(place, { name: "buy", schema: order.omit({ userId: true }) });
      `,
    },
    {
      name: "is silent where pick left the field out",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const order = z.object({ userId: z.string(), item: z.string() });
        export const buy = tool(place, { name: "buy", schema: order.pick({ item: true }) });
      `,
    },
    {
      name: "is silent where the mask of pick cannot be seen",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { visible } from "@acme/fields";

        const order = z.object({ userId: z.string(), item: z.string() });
        export const buy = tool(place, { name: "buy", schema: order.pick(visible) });
      `,
    },
    {
      name: "is silent about a shape that is spread in from out of sight",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { owner } from "@acme/schemas";

        export const buy = tool(place, { name: "buy", schema: z.object({ ...owner.shape, item: z.string() }) });
      `,
    },
    {
      name: "is silent about an imported schema that names nobody",
      code: `
        import { tool } from "@langchain/core/tools";
        import { searchArguments } from "./test/fixtures/no-llm-identity-args/schemas.js";

        export const search = tool(async ({ query }) => find(query), { name: "search", schema: searchArguments });
      `,
    },
    {
      name: "is silent about an imported schema that cannot be found",
      code: `
        import { tool } from "@langchain/core/tools";
        import { userScoped } from "./missing.js";

        export const search = tool(async ({ userId }) => find(userId), { name: "search", schema: userScoped });
      `,
    },
    {
      name: "leaves a constant of a JSON Schema alone",
      code: `
        import { tool } from "@langchain/core/tools";

        export const move = tool(run, { name: "move", schema: { type: "object", properties: { tenant_id: { const: "acme" }, user_id: { enum: ["bot"] } } } });
      `,
    },
    {
      name: "is silent about what a handler parses later",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const Row = z.object({ userId: z.string() });
        export const search = tool(async (input) => {
          const row = await find(input);
          const parsed = Row.parse(row);
          return parsed.userId;
        }, { name: "search" });
      `,
    },
    // schemas of no tool
    {
      name: "is silent about a schema for structured output",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";

        export const extract = new ChatOpenAI().withStructuredOutput(z.object({ userId: z.string(), tenantId: z.string() }));
      `,
    },
    {
      name: "is silent about the schema of a response, of the context and of the state",
      code: `
        import { createAgent, tool } from "langchain";
        import { z } from "zod";

        export const agent = createAgent({
          model: "openai:gpt-5",
          tools: [],
          contextSchema: z.object({ userId: z.string() }),
          stateSchema: z.object({ tenantId: z.string() }),
          responseFormat: z.object({ accountId: z.string() }),
        });
      `,
    },
    {
      name: "is silent about what a tool gives back",
      code: `
        import { createTool } from "@mastra/core/tools";
        import { z } from "zod";

        export const whoami = createTool({
          id: "whoami",
          inputSchema: z.object({}),
          outputSchema: z.object({ userId: z.string() }),
          requestContextSchema: z.object({ tenantId: z.string() }),
          execute: async () => ({ userId: "u" }),
        });
      `,
    },
    {
      name: "is silent about a route's own schema",
      code: `
        import { createAgent } from "langchain";
        import { z } from "zod";

        const Body = z.object({ userId: z.string() });
        export async function POST(request: Request) {
          const body = Body.parse(await request.json());
          return Response.json(body);
        }
        export const agent = createAgent({ model: "m", tools: [] });
      `,
    },
    // tools without a handler
    {
      name: "is silent about bindTools of something else",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { Workbench } from "@acme/workbench";
        import { z } from "zod";

        export const model = new ChatOpenAI();
        export const bench = new Workbench().bindTools([{ name: "saw", schema: z.object({ userId: z.string() }) }]);
      `,
    },
    // tools that are classes
    {
      name: "is silent about a class with such a field that is no tool",
      code: `
        import { createAgent } from "langchain";
        import { Form } from "@acme/forms";
        import { z } from "zod";

        export const agent = createAgent({ model: "m", tools: [] });
        export class Orders extends Form {
          schema = z.object({ userId: z.string() });
        }
      `,
    },
    // other frameworks
    {
      name: "is silent about the AI SDK's context schema",
      code: `
        import { tool } from "ai";
        import { z } from "zod";

        export const orders = tool({
          inputSchema: z.object({ status: z.string() }),
          contextSchema: z.object({ userId: z.string() }),
          execute: async ({ status }, { context }) => load(context.userId, status),
        });
      `,
    },
    {
      name: "is silent about MCP tools that take the caller from the token",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { z } from "zod";

        export function register(server: McpServer) {
          server.registerTool("orders", { inputSchema: { status: z.string() } }, async ({ status }, extra) => load(extra.authInfo?.extra?.userId, status));
        }
      `,
    },
    {
      name: "leaves a word that may pick a record alone where certainty is asked for",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { invoices } from "./invoices.js";

        export const listInvoices = tool(async ({ customer_id: customer, status }) => invoices.where(customer, status), { name: "list_invoices", description: "Lists invoices.", schema: z.object({ status: z.enum(["open", "paid"]), customer_id: z.string() }) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports the user in the items of a list, and a list of users when taken literally",
      code: `
import { tool } from "ai";
import { z } from "zod";
import { orders } from "./orders.js";

export const list = tool({ description: "Lists orders", inputSchema: z.object({ userId: z.array(z.string()), parts: z.array(z.object({ tenantId: z.string() })) }), execute: async (input) => orders.list(input) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        { messageId: "identityArgument", data: { tool: 'Tool "list"', path: "userId", named: "the caller" }, line: 6, column: 81, endLine: 6, endColumn: 87 },
        { messageId: "identityArgument", data: { tool: 'Tool "list"', path: "parts[].tenantId", named: "the tenant" }, line: 6, column: 136, endLine: 6, endColumn: 144 },
      ],
    },
    {
      name: "reports the one to whom a tool gives a right",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { roles } from "./roles.js";

export const promote = tool(async ({ userId, role }) => roles.assignRole(userId, role), { name: "promote", description: "Gives a role", schema: z.object({ userId: z.string(), role: z.string() }) });
      `,
      errors: [{ messageId: "identityArgument", data: { tool: 'Tool "promote"', path: "userId", named: "the caller" }, line: 6, column: 156, endLine: 6, endColumn: 162, suggestions: 1 }],
    },
    {
      name: "reports whose tickets are read beside an assignment of somebody else",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { tickets } from "./tickets.js";

export const take = tool(async ({ userId, agent }) => {
  const [first] = await tickets.of(userId);
  await tickets.assign(first.id, agent);
  return "taken";
}, { name: "take", description: "Takes a ticket", schema: z.object({ userId: z.string(), agent: z.string() }) });
      `,
      errors: [{ messageId: "identityArgument", data: { tool: 'Tool "take"', path: "userId", named: "the caller" }, line: 10, column: 70, endLine: 10, endColumn: 76, suggestions: 1 }],
    },
    {
      name: "reports an id that a repository was made with, which is asked for all that it holds beside a directory",
      code: `
import { tool } from "@langchain/core/tools";
import { WebClient } from "@slack/web-api";
import { z } from "zod";
import { Orders } from "@acme/orders";

const slack = new WebClient(process.env.SLACK_TOKEN);
export const orders = tool(async ({ userId }) => {
  const mine = new Orders(userId);
  const found = await mine.all();
  await slack.chat.getPermalink({ channel: "C1", message_ts: "1" });
  return JSON.stringify(found);
}, { name: "orders", description: "Orders", schema: z.object({ userId: z.string() }) });
      `,
      errors: [{ messageId: "identityArgument", data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" }, line: 13, column: 64, endLine: 13, endColumn: 70, suggestions: 1 }],
    },
    {
      name: "reports an id that is also asked of somebody else, beside the client of a service with a directory",
      code: `
import { tool } from "@langchain/core/tools";
import { WebClient } from "@slack/web-api";
import { z } from "zod";
import { loadOrders } from "./orders.js";

const slack = new WebClient(process.env.SLACK_TOKEN);
export const orders = tool(async ({ userId }) => {
  const found = await loadOrders(userId);
  await slack.users.info({ user: "U1" });
  return JSON.stringify(found);
}, { name: "orders", description: "Orders", schema: z.object({ userId: z.string() }) });
      `,
      errors: [{ messageId: "identityArgument", data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" }, line: 12, column: 64, endLine: 12, endColumn: 70, suggestions: 1 }],
    },
    {
      name: "reports a declared tool of a server that asks a host of the company",
      code: `
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { CallToolRequestSchema, ListToolsRequestSchema } from "@modelcontextprotocol/sdk/types.js";

const profile = { name: "profile", description: "Reads a profile.", inputSchema: { type: "object", properties: { user_id: { type: "string" } }, required: ["user_id"] } };
const server = new Server({ name: "chat", version: "1.0.0" }, { capabilities: { tools: {} } });
server.setRequestHandler(ListToolsRequestSchema, async () => ({ tools: [profile] }));
server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
  const answer = await fetch(\`https://hr.acme.com/users/\${params.arguments.user_id}\`, { headers });
  return { content: [{ type: "text", text: await answer.text() }] };
});
      `,
      errors: [{ messageId: "identityArgument", data: { tool: 'Tool "profile"', path: "user_id", named: "the caller" }, line: 5, column: 114, endLine: 5, endColumn: 121, suggestions: [] }],
    },
    {
      name: "reports the caller in the schema of a tool that a loop makes of an object",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const specs = [{ name: "payslip", schema: z.object({ user_id: z.string(), month: z.string() }), run: async ({ user_id, month }) => db.payslips.find(user_id, month) }];
export const tools = specs.map((spec) => tool(spec.run, { name: spec.name, schema: spec.schema }));
      `,
      errors: [
        {
          messageId: "identityArgument", data: { tool: 'Tool "payslip"', path: "user_id", named: "the caller" }, line: 5, column: 54, endLine: 5, endColumn: 61,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "user_id", expression: "config.configurable?.user_id" },
              output: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";

const specs = [{ name: "payslip", schema: z.object({ month: z.string() }), run: async ({ month }, config) => db.payslips.find(config.configurable?.user_id, month) }];
export const tools = specs.map((spec) => tool(spec.run, { name: spec.name, schema: spec.schema }));
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a role beside messages, under the literal reading",
      options: [{ policy: "literal" }],
      code: `
import { tool } from "ai";
import { z } from "zod";

export const research = tool({ description: "Researches", inputSchema: z.object({ role: z.string(), history: z.array(z.object({ content: z.string() })) }), execute: async ({ role, history }) => search(role, history) });
      `,
      errors: [{ messageId: "possibleIdentityArgument", data: { tool: 'Tool "research"', path: "role" }, line: 5, column: 83, endLine: 5, endColumn: 87, suggestions: 1 }],
    },
    {
      name: "reports the user of a tool that a server only lists, under the literal reading",
      options: [{ policy: "literal" }],
      code: `
import type { Tool } from "@modelcontextprotocol/sdk/types.js";
export const tools: readonly Tool[] = [{ name: "payslip", description: "Reads a payslip.", inputSchema: { type: "object", properties: { user_id: { type: "string" } } } }];
      `,
      errors: [{ messageId: "identityArgument", data: { tool: 'Tool "payslip"', path: "user_id", named: "the caller" }, line: 3, column: 137, endLine: 3, endColumn: 144, suggestions: [] }],
    },
    {
      name: "reports the token that a tool takes which a server only lists",
      code: `
import type { Tool } from "@modelcontextprotocol/sdk/types.js";
export const tool = { name: "payslip", description: "Reads a payslip.", inputSchema: { type: "object", properties: { access_token: { type: "string" } } } } satisfies Tool;
      `,
      errors: [{ messageId: "identityArgument", data: { tool: 'Tool "payslip"', path: "access_token", named: "the caller's credentials" }, line: 3, column: 118, endLine: 3, endColumn: 130, suggestions: [] }],
    },
    {
      name: "reports the caller of a tool that the AI SDK's type makes of an object",
      code: `
import type { ToolSet } from "ai";
import { z } from "zod";
export const tools: ToolSet = { payslip: { description: "Reads a payslip.", inputSchema: z.object({ user_id: z.string() }), execute: async ({ user_id }) => db.payslips.find(user_id) } };
      `,
      errors: [{ messageId: "identityArgument", data: { tool: 'Tool "payslip"', path: "user_id", named: "the caller" }, line: 4, column: 101, endLine: 4, endColumn: 108, suggestions: 1 }],
    },
    {
      name: "reports the id of a user whom the tool looks up in the company's own service",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const payslip = tool(async ({ userId }) => (await fetch(\`https://hr.acme.example/users/\${userId}/payslip\`)).text(), {
          name: "get_payslip",
          description: "Reads a payslip.",
          schema: z.object({ userId: z.string() }),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: 'Tool "get_payslip"', path: "userId", named: "the caller" },
          line: 8,
          column: 30,
          endLine: 8,
          endColumn: 36,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "userId", expression: "config.configurable?.userId" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const payslip = tool(async ({}, config) => (await fetch(\`https://hr.acme.example/users/\${config.configurable?.userId}/payslip\`)).text(), {
          name: "get_payslip",
          description: "Reads a payslip.",
          schema: z.object({}),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a token that the model would write, whatever service it is for",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const member = tool(async ({ access_token }) => (await fetch("https://graph.microsoft.com/v1.0/me", { headers: { Authorization: access_token } })).text(), {
          name: "who_am_i",
          description: "Reads the profile.",
          schema: z.object({ access_token: z.string() }),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: 'Tool "who_am_i"', path: "access_token", named: "the caller's credentials" },
          line: 8,
          column: 30,
          endLine: 8,
          endColumn: 42,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "access_token", expression: "config.configurable?.access_token" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const member = tool(async ({}, config) => (await fetch("https://graph.microsoft.com/v1.0/me", { headers: { Authorization: config.configurable?.access_token } })).text(), {
          name: "who_am_i",
          description: "Reads the profile.",
          schema: z.object({}),
        });
      `,
            },
          ],
        },
      ],
    },
    // where the tool comes from
    {
      name: "reports the caller's id among a tool's arguments",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const listOrders = tool(async ({ userId, status }) => JSON.stringify(await orders.find({ userId, status })), {
          name: "list_orders",
          description: "Lists orders",
          schema: z.object({ userId: z.string(), status: z.string() }),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"list_orders\"", path: "userId", named: "the caller" },
          line: 8,
          column: 30,
          endLine: 8,
          endColumn: 36,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "userId", expression: "config.configurable?.userId" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const listOrders = tool(async ({ status }, config) => JSON.stringify(await orders.find({ userId: config.configurable?.userId, status })), {
          name: "list_orders",
          description: "Lists orders",
          schema: z.object({ status: z.string() }),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "knows an aliased import",
      code: `
        import { tool as makeTool } from "langchain";
        import { z as schema } from "zod";

        export const notes = makeTool(async (input) => load(input.tenantId, input.topic), {
          name: "notes",
          schema: schema.object({ tenantId: schema.string(), topic: schema.string() }),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "tenantId", named: "the tenant" },
          line: 7,
          column: 35,
          endLine: 7,
          endColumn: 43,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "tenantId", expression: "config.configurable?.tenantId" },
              output: `
        import { tool as makeTool } from "langchain";
        import { z as schema } from "zod";

        export const notes = makeTool(async (input, config) => load(config.configurable?.tenantId, input.topic), {
          name: "notes",
          schema: schema.object({ topic: schema.string() }),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "knows namespace imports",
      code: `
        import * as tools from "@langchain/core/tools";
        import * as z from "zod";

        export const notes = tools.tool(async (input) => load(input.topic), {
          name: "notes",
          schema: z.object({ topic: z.string(), orgId: z.string() }),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "orgId", named: "the tenant" },
          line: 7,
          column: 49,
          endLine: 7,
          endColumn: 54,
          suggestions: [
            {
              messageId: "removeField",
              data: { path: "orgId" },
              output: `
        import * as tools from "@langchain/core/tools";
        import * as z from "zod";

        export const notes = tools.tool(async (input) => load(input.topic), {
          name: "notes",
          schema: z.object({ topic: z.string() }),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "knows require",
      filename: at("agent.cjs"),
      code: `
        const { tool } = require("@langchain/core/tools");
        const { z } = require("zod");

        module.exports.notes = tool(async ({ accountId }) => { return load(accountId); }, {
          name: "notes",
          schema: z.object({ accountId: z.string() }),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "accountId", named: "the tenant" },
          line: 7,
          column: 30,
          endLine: 7,
          endColumn: 39,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "accountId", expression: "config.configurable?.accountId" },
              output: `
        const { tool } = require("@langchain/core/tools");
        const { z } = require("zod");

        module.exports.notes = tool(async ({}, config) => { const accountId = config.configurable?.accountId; return load(accountId); }, {
          name: "notes",
          schema: z.object({}),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "knows a default import of zod",
      code: `
        import { tool } from "@langchain/core/tools";
        import z from "zod";

        export const notes = tool(load, { name: "notes", schema: z.object({ companyId: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "companyId", named: "the tenant" },
          line: 5,
          column: 77,
          endLine: 5,
          endColumn: 86,
        },
      ],
    },
    {
      name: "knows a tool function that a file of the project hands on",
      code: `
        import { tool as defineTool, z } from "./test/fixtures/no-llm-identity-args/toolkit.js";

        export const notes = defineTool(async ({ workspaceId }) => load(workspaceId), {
          name: "notes",
          schema: z.object({ workspaceId: z.string() }),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "workspaceId", named: "the tenant" },
          line: 6,
          column: 30,
          endLine: 6,
          endColumn: 41,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "workspaceId", expression: "config.configurable?.workspaceId" },
              output: `
        import { tool as defineTool, z } from "./test/fixtures/no-llm-identity-args/toolkit.js";

        export const notes = defineTool(async ({}, config) => load(config.configurable?.workspaceId), {
          name: "notes",
          schema: z.object({}),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "knows an import of a Deno specifier",
      code: `
        import { tool } from "npm:@langchain/core@1.4/tools";
        import { z } from "npm:zod@4";

        export const notes = tool(load, { name: "notes", schema: z.object({ teamId: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "teamId", named: "the tenant" },
          line: 5,
          column: 77,
          endLine: 5,
          endColumn: 83,
        },
      ],
    },
    // which keys name the caller
    {
      name: "folds case and separators of the key",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const notes = tool(load, {
          name: "notes",
          schema: z.object({ user_id: z.string(), "TENANT-ID": z.string(), organisationId: z.string(), Employee_ID: z.string() }),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "user_id", named: "the caller" },
          line: 7,
          column: 30,
          endLine: 7,
          endColumn: 37,
        },
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "TENANT-ID", named: "the tenant" },
          line: 7,
          column: 51,
          endLine: 7,
          endColumn: 62,
        },
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "organisationId", named: "the tenant" },
          line: 7,
          column: 76,
          endLine: 7,
          endColumn: 90,
        },
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "Employee_ID", named: "the caller" },
          line: 7,
          column: 104,
          endLine: 7,
          endColumn: 115,
        },
      ],
    },
    {
      name: "reports credentials that the model would have to hold",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const notes = tool(load, {
          name: "notes",
          schema: z.object({ apiKey: z.string(), access_token: z.string(), jwt: z.string() }),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "apiKey", named: "the caller's credentials" },
          line: 7,
          column: 30,
          endLine: 7,
          endColumn: 36,
        },
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "access_token", named: "the caller's credentials" },
          line: 7,
          column: 50,
          endLine: 7,
          endColumn: 62,
        },
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "jwt", named: "the caller's credentials" },
          line: 7,
          column: 76,
          endLine: 7,
          endColumn: 79,
        },
      ],
    },
    {
      name: "reports acting on behalf of somebody",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const notes = tool(load, { name: "notes", schema: z.object({ onBehalfOf: z.string(), currentUser: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "onBehalfOf", named: "the caller" },
          line: 5,
          column: 77,
          endLine: 5,
          endColumn: 87,
        },
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "currentUser", named: "the caller" },
          line: 5,
          column: 101,
          endLine: 5,
          endColumn: 112,
        },
      ],
    },
    {
      name: "reports the same id outside of a recipient field",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const invite = tool(send, { name: "invite", schema: z.object({ organizer: z.object({ userId: z.string() }) }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"invite\"", path: "organizer.userId", named: "the caller" },
          line: 5,
          column: 101,
          endLine: 5,
          endColumn: 107,
        },
      ],
    },
    {
      name: "reports these words when the checklist is taken literally",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const crm = tool(load, { name: "crm", schema: z.object({ email: z.string(), role: z.string(), customerId: z.string(), sessionId: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "possibleIdentityArgument",
          data: { tool: "Tool \"crm\"", path: "email" },
          line: 5,
          column: 73,
          endLine: 5,
          endColumn: 78,
        },
        {
          messageId: "possibleIdentityArgument",
          data: { tool: "Tool \"crm\"", path: "role" },
          line: 5,
          column: 92,
          endLine: 5,
          endColumn: 96,
        },
        {
          messageId: "possibleIdentityArgument",
          data: { tool: "Tool \"crm\"", path: "customerId" },
          line: 5,
          column: 110,
          endLine: 5,
          endColumn: 120,
        },
        {
          messageId: "possibleIdentityArgument",
          data: { tool: "Tool \"crm\"", path: "sessionId" },
          line: 5,
          column: 134,
          endLine: 5,
          endColumn: 143,
        },
      ],
    },
    {
      name: "reports a certain key under both policies",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const crm = tool(load, { name: "crm", schema: z.object({ tenantId: z.string(), to: z.string() }) });
      `,
      options: [{ policy: "literal" }],
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"crm\"", path: "tenantId", named: "the tenant" },
          line: 5,
          column: 73,
          endLine: 5,
          endColumn: 81,
        },
      ],
    },
    {
      name: "reports a key that the policy adds",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const chart = tool(load, { name: "chart", schema: z.object({ patient_number: z.string() }) });
      `,
      settings: { "agent-guardrails": { identityKeys: ["patientNumber"] } },
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"chart\"", path: "patient_number", named: "the caller" },
          line: 5,
          column: 77,
          endLine: 5,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports a field in which the model chooses among tenants",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const notes = tool(load, { name: "notes", schema: z.object({ tenantId: z.enum(["acme", "globex"]) }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"notes\"", path: "tenantId", named: "the tenant" },
          line: 5,
          column: 77,
          endLine: 5,
          endColumn: 85,
        },
      ],
    },
    // how schemas are written
    {
      name: "follows a schema constant through TypeScript's wrappers",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const schema = (z.object({ query: z.string(), userId: z.string() }) satisfies z.ZodType) as z.ZodObject;
        export const search = tool(find as never, { name: "search", schema: schema! } as const);
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"search\"", path: "userId", named: "the caller" },
          line: 5,
          column: 55,
          endLine: 5,
          endColumn: 61,
        },
      ],
    },
    {
      name: "follows extend, merge, strict, describe and optional",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const base = z.object({ userId: z.string() });
        const paged = z.object({ page: z.number() });
        export const search = tool(find, { name: "search", schema: base.merge(paged).extend({ query: z.string() }).strict().describe("Arguments").optional() });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"search\"", path: "userId", named: "the caller" },
          line: 5,
          column: 33,
          endLine: 5,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports what omit left in",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const order = z.object({ userId: z.string(), item: z.string() });
        export const buy = tool(place, { name: "buy", schema: order.omit({ item: true }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"buy\"", path: "userId", named: "the caller" },
          line: 5,
          column: 34,
          endLine: 5,
          endColumn: 40,
        },
      ],
    },
    {
      name: "reports what pick took, and suggests nothing that would break it",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const buy = tool(async ({ userId }) => place(userId), { name: "buy", schema: z.object({ userId: z.string(), item: z.string() }).pick({ userId: true }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"buy\"", path: "userId", named: "the caller" },
          line: 5,
          column: 104,
          endLine: 5,
          endColumn: 110,
        },
      ],
    },
    {
      name: "follows the shape of another schema that is spread in",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const owner = z.object({ tenantId: z.string() });
        export const buy = tool(place, { name: "buy", schema: z.object({ ...owner.shape, item: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"buy\"", path: "tenantId", named: "the tenant" },
          line: 5,
          column: 34,
          endLine: 5,
          endColumn: 42,
        },
      ],
    },
    {
      name: "looks into nested objects, arrays and records",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const sync = tool(run, { name: "sync", schema: z.object({ batches: z.array(z.record(z.string(), z.object({ owner: z.object({ user_id: z.string() }) }))) }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"sync\"", path: "batches[].*.owner.user_id", named: "the caller" },
          line: 5,
          column: 141,
          endLine: 5,
          endColumn: 148,
        },
      ],
    },
    {
      name: "looks into unions",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const byUser = z.object({ userId: z.string() });
        export const find = tool(run, { name: "find", schema: z.union([byUser, z.object({ orgId: z.string() })]).or(z.object({ query: z.string() })) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"find\"", path: "userId", named: "the caller" },
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 41,
        },
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"find\"", path: "orgId", named: "the tenant" },
          line: 6,
          column: 91,
          endLine: 6,
          endColumn: 96,
        },
      ],
    },
    {
      name: "looks into discriminated unions",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const act = tool(run, {
          name: "act",
          schema: z.discriminatedUnion("kind", [
            z.object({ kind: z.literal("read"), path: z.string() }),
            z.object({ kind: z.literal("share"), actingUser: z.string() }),
          ]),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"act\"", path: "actingUser", named: "the caller" },
          line: 9,
          column: 50,
          endLine: 9,
          endColumn: 60,
        },
      ],
    },
    {
      name: "ends on a schema that contains itself",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const Node: z.ZodType = z.lazy(() => z.object({ userId: z.string(), children: z.array(Node), parent: Node.optional() }));
        export const tree = tool(run, { name: "tree", schema: z.object({ root: Node }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"tree\"", path: "root.userId", named: "the caller" },
          line: 5,
          column: 57,
          endLine: 5,
          endColumn: 63,
        },
      ],
    },
    {
      name: "ends on a schema that contains itself by a getter",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const Comment = z.object({ text: z.string(), get replies() { return z.array(Comment); }, get author() { return z.object({ user_id: z.string() }); } });
        export const thread = tool(run, { name: "thread", schema: Comment });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"thread\"", path: "author.user_id", named: "the caller" },
          line: 5,
          column: 131,
          endLine: 5,
          endColumn: 138,
        },
      ],
    },
    {
      name: "ends on schemas that contain each other many times over",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const A = z.lazy(() => z.object({ a: B, b: C, c: D, d: B, e: C, f: D }));
        const B = z.lazy(() => z.object({ a: A, b: C, c: D, d: A, e: C, f: D }));
        const C = z.lazy(() => z.object({ a: A, b: B, c: D, d: A, e: B, f: D }));
        const D = z.lazy(() => z.object({ a: A, b: B, c: C, d: A, e: B, f: C }));
        export const graph = tool(run, { name: "graph", schema: z.object({ userId: z.string(), a: A, b: B, c: C, d: D }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"graph\"", path: "userId", named: "the caller" },
          line: 9,
          column: 76,
          endLine: 9,
          endColumn: 82,
        },
      ],
    },
    {
      name: "follows a function of the project that makes the schema",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        function scoped(shape: z.ZodRawShape) {
          return z.object({ tenantId: z.string(), ...shape });
        }
        export const search = tool(run, { name: "search", schema: scoped({ query: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"search\"", path: "tenantId", named: "the tenant" },
          line: 6,
          column: 29,
          endLine: 6,
          endColumn: 37,
        },
      ],
    },
    {
      name: "reports an imported schema where the tool takes it",
      code: `
        import { tool } from "@langchain/core/tools";
        import { noteArguments } from "./test/fixtures/no-llm-identity-args/schemas.js";

        export const addNote = tool(async ({ tenantId, note }) => save(tenantId, note), { name: "add_note", schema: noteArguments });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"add_note\"", path: "tenantId", named: "the tenant" },
          line: 5,
          column: 117,
          endLine: 5,
          endColumn: 130,
        },
      ],
    },
    {
      name: "reports a field of a shared schema once",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const byUser = z.object({ userId: z.string() });
        export const first = tool(async ({ userId }) => one(userId), { name: "first", schema: byUser });
        export const second = tool(async ({ userId }) => two(userId), { name: "second", schema: byUser });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"first\"", path: "userId", named: "the caller" },
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 41,
        },
      ],
    },
    {
      name: "reads a JSON Schema, and frees its list of required keys with the field",
      code: `
        import { tool } from "@langchain/core/tools";

        export const search = tool(async ({ query, user_id }) => find(query, user_id), {
          name: "search",
          schema: {
            type: "object",
            properties: {
              query: { type: "string" },
              user_id: { type: "string" },
              filter: { type: ["object", "null"], properties: { org_id: { type: "string" } } },
            },
            required: ["query", "user_id"],
            additionalProperties: false,
          },
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"search\"", path: "user_id", named: "the caller" },
          line: 10,
          column: 15,
          endLine: 10,
          endColumn: 22,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "user_id", expression: "config.configurable?.user_id" },
              output: `
        import { tool } from "@langchain/core/tools";

        export const search = tool(async ({ query }, config) => find(query, config.configurable?.user_id), {
          name: "search",
          schema: {
            type: "object",
            properties: {
              query: { type: "string" },
              filter: { type: ["object", "null"], properties: { org_id: { type: "string" } } },
            },
            required: ["query"],
            additionalProperties: false,
          },
        });
      `,
            },
          ],
        },
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"search\"", path: "filter.org_id", named: "the tenant" },
          line: 11,
          column: 65,
          endLine: 11,
          endColumn: 71,
        },
      ],
    },
    {
      name: "follows definitions and alternatives of a JSON Schema",
      code: `
        import { tool } from "@langchain/core/tools";

        const schema = {
          type: "object",
          properties: { owner: { $ref: "#/$defs/Owner" }, target: { anyOf: [{ type: "string" }, { type: "object", properties: { tenantId: { type: "string" } } }] } },
          $defs: { Owner: { type: "object", properties: { userId: { type: "string" }, backup: { $ref: "#/$defs/Owner" } } } },
        };
        export const move = tool(run, { name: "move", schema });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"move\"", path: "target.tenantId", named: "the tenant" },
          line: 6,
          column: 129,
          endLine: 6,
          endColumn: 137,
        },
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"move\"", path: "owner.userId", named: "the caller" },
          line: 7,
          column: 59,
          endLine: 7,
          endColumn: 65,
        },
      ],
    },
    {
      name: "follows properties that are spread into a JSON Schema",
      code: `
        import { tool } from "@langchain/core/tools";

        const common = { user_id: { type: "string" } };
        export const move = tool(run, { name: "move", schema: { type: "object", properties: { ...common, query: { type: "string" } } } });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"move\"", path: "user_id", named: "the caller" },
          line: 4,
          column: 26,
          endLine: 4,
          endColumn: 33,
        },
      ],
    },
    {
      name: "reads a schema that the handler parses first where the tool has none",
      code: `
        import { DynamicTool } from "@langchain/core/tools";
        import { z } from "zod";

        const Input = z.object({ userId: z.string(), query: z.string() });
        export const search = new DynamicTool({
          name: "search",
          description: "Searches",
          func: async (input: any) => {
            const { userId, query } = Input.parse(input);
            return find(userId, query);
          },
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"search\"", path: "userId", named: "the caller" },
          line: 5,
          column: 34,
          endLine: 5,
          endColumn: 40,
        },
      ],
    },
    // tools without a handler
    {
      name: "reports a pseudo-tool that is bound to a model",
      code: `
        import { ChatOpenAI } from "@langchain/openai";
        import { z } from "zod";

        const model = new ChatOpenAI();
        export const bound = model.bindTools([{ name: "upsert_memory", description: "Stores", schema: z.object({ userId: z.string(), text: z.string() }) }]);
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"upsert_memory\"", path: "userId", named: "the caller" },
          line: 6,
          column: 114,
          endLine: 6,
          endColumn: 120,
        },
      ],
    },
    {
      name: "reports a function declaration that is bound to a model",
      code: `
        import { ChatAnthropic } from "@langchain/anthropic";

        const declarations = [{ type: "function", function: { name: "lookup", parameters: { type: "object", properties: { user_id: { type: "string" } } } } }];
        export const bound = new ChatAnthropic().bindTools(declarations);
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"lookup\"", path: "user_id", named: "the caller" },
          line: 4,
          column: 123,
          endLine: 4,
          endColumn: 130,
        },
      ],
    },
    {
      name: "reports a headless tool of langchain",
      code: `
        import { tool } from "langchain";
        import { z } from "zod";

        export const locate = tool({ name: "locate", description: "Runs in the browser", schema: z.object({ userId: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"locate\"", path: "userId", named: "the caller" },
          line: 5,
          column: 109,
          endLine: 5,
          endColumn: 115,
        },
      ],
    },
    // tools that are classes
    {
      name: "reports a field schema of a class",
      code: `
        import { StructuredTool } from "@langchain/core/tools";
        import { z } from "zod";

        export class Orders extends StructuredTool {
          name = "orders";
          description = "Lists orders";
          schema = z.object({ userId: z.string() });
          async _call(input: { userId: string }) {
            return load(input.userId);
          }
        }
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 8,
          column: 31,
          endLine: 8,
          endColumn: 37,
        },
      ],
    },
    {
      name: "reports a schema that a class hands to its base",
      code: `
        import { DynamicStructuredTool } from "@langchain/core/tools";
        import { z } from "zod";

        export class Orders extends DynamicStructuredTool {
          constructor() {
            super({ name: "orders", description: "Lists orders", schema: z.object({ tenant_id: z.string() }), func: async (input) => load(input.tenant_id) });
          }
        }
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "tenant_id", named: "the tenant" },
          line: 7,
          column: 85,
          endLine: 7,
          endColumn: 94,
        },
      ],
    },
    {
      name: "follows a base class of the project",
      code: `
        import { BaseTool } from "./test/fixtures/no-llm-identity-args/base-tool.js";
        import { z } from "zod";

        export class Orders extends BaseTool {
          name = "orders";
          description = "Lists orders";
          schema = z.object({ organizationId: z.string() });
          async _call() {
            return "";
          }
        }
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "organizationId", named: "the tenant" },
          line: 8,
          column: 31,
          endLine: 8,
          endColumn: 45,
        },
      ],
    },
    {
      name: "reports a structured tool that is made directly, and adds the parameters before its config",
      code: `
        import { DynamicStructuredTool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = new DynamicStructuredTool({
          name: "orders",
          description: "Lists orders",
          schema: z.object({ userId: z.string(), status: z.string() }),
          func: async ({ userId, status }) => {
            return load(userId, status);
          },
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 8,
          column: 30,
          endLine: 8,
          endColumn: 36,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "userId", expression: "config?.configurable?.userId" },
              output: `
        import { DynamicStructuredTool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = new DynamicStructuredTool({
          name: "orders",
          description: "Lists orders",
          schema: z.object({ status: z.string() }),
          func: async ({ status }, _runManager, config) => {
            const userId = config?.configurable?.userId;
            return load(userId, status);
          },
        });
      `,
            },
          ],
        },
      ],
    },
    // other frameworks
    {
      name: "reports a tool of the AI SDK",
      code: `
        import { tool } from "ai";
        import { z } from "zod";

        export const orders = tool({
          description: "Lists orders",
          inputSchema: z.object({ userId: z.string(), status: z.string() }),
          execute: async ({ userId, status }) => load(userId.trim(), status),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 7,
          column: 35,
          endLine: 7,
          endColumn: 41,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "userId", expression: "options.context.userId as string" },
              output: `
        import { tool } from "ai";
        import { z } from "zod";

        export const orders = tool({
          description: "Lists orders",
          inputSchema: z.object({ status: z.string() }),
          execute: async ({ status }, options) => load((options.context.userId as string).trim(), status),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "uses the AI SDK's typed context where the tool declares one",
      code: `
        import { tool } from "ai";
        import { z } from "zod";

        export const orders = tool({
          inputSchema: z.object({ userId: z.string() }),
          contextSchema: z.object({ userId: z.string() }),
          async execute({ userId }, options) {
            return load(userId);
          },
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 6,
          column: 35,
          endLine: 6,
          endColumn: 41,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "userId", expression: "options.context.userId" },
              output: `
        import { tool } from "ai";
        import { z } from "zod";

        export const orders = tool({
          inputSchema: z.object({}),
          contextSchema: z.object({ userId: z.string() }),
          async execute({}, options) {
            const userId = options.context.userId;
            return load(userId);
          },
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool that the AI SDK takes as a plain object",
      code: `
        import { generateText } from "ai";
        import { z } from "zod";

        export const answer = await generateText({
          model: "openai/gpt-5",
          tools: { orders: { description: "Lists orders", inputSchema: z.object({ tenantId: z.string() }), execute: async ({ tenantId }) => load(tenantId) } },
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "tenantId", named: "the tenant" },
          line: 7,
          column: 83,
          endLine: 7,
          endColumn: 91,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "tenantId", expression: "options.context.tenantId as string" },
              output: `
        import { generateText } from "ai";
        import { z } from "zod";

        export const answer = await generateText({
          model: "openai/gpt-5",
          tools: { orders: { description: "Lists orders", inputSchema: z.object({}), execute: async ({}, options) => load(options.context.tenantId as string) } },
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "looks into the AI SDK's wrapper for JSON Schema",
      code: `
        import { jsonSchema, tool } from "ai";

        export const orders = tool({
          inputSchema: jsonSchema<{ account_id: number }>({ type: "object", properties: { account_id: { type: "number" } } }),
          execute: async (input) => load(input.account_id),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "account_id", named: "the tenant" },
          line: 5,
          column: 91,
          endLine: 5,
          endColumn: 101,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "account_id", expression: "options.context.account_id as number" },
              output: `
        import { jsonSchema, tool } from "ai";

        export const orders = tool({
          inputSchema: jsonSchema<{ account_id: number }>({ type: "object", properties: {} }),
          execute: async (input, options) => load(options.context.account_id as number),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool of the OpenAI Agents SDK",
      code: `
        import { tool } from "@openai/agents";
        import { z } from "zod";

        export const orders = tool({
          name: "orders",
          description: "Lists orders",
          parameters: z.object({ companyId: z.string() }),
          execute: async ({ companyId }) => load(companyId),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "companyId", named: "the tenant" },
          line: 8,
          column: 34,
          endLine: 8,
          endColumn: 43,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "companyId", expression: "(runContext?.context as { companyId: string }).companyId" },
              output: `
        import { tool } from "@openai/agents";
        import { z } from "zod";

        export const orders = tool({
          name: "orders",
          description: "Lists orders",
          parameters: z.object({}),
          execute: async ({}, runContext) => load((runContext?.context as { companyId: string }).companyId),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool of Mastra",
      code: `
        import { createTool } from "@mastra/core/tools";
        import { z } from "zod";

        export const orders = createTool({
          id: "orders",
          description: "Lists orders",
          inputSchema: z.object({ workspace_id: z.string() }),
          execute: async (inputData) => load(inputData.workspace_id),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "workspace_id", named: "the tenant" },
          line: 8,
          column: 35,
          endLine: 8,
          endColumn: 47,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "workspace_id", expression: "context.requestContext?.get(\"workspace_id\") as string" },
              output: `
        import { createTool } from "@mastra/core/tools";
        import { z } from "zod";

        export const orders = createTool({
          id: "orders",
          description: "Lists orders",
          inputSchema: z.object({}),
          execute: async (inputData, context) => load(context.requestContext?.get("workspace_id") as string),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool of an MCP server with a raw shape",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { z } from "zod";

        const server = new McpServer({ name: "orders", version: "1.0.0" });
        server.registerTool("orders", { description: "Lists orders", inputSchema: { userId: z.string() } }, async ({ userId }) => ({ content: [{ type: "text", text: await load(userId) }] }));
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 6,
          column: 85,
          endLine: 6,
          endColumn: 91,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "userId", expression: "extra.authInfo?.extra?.userId as string" },
              output: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { z } from "zod";

        const server = new McpServer({ name: "orders", version: "1.0.0" });
        server.registerTool("orders", { description: "Lists orders", inputSchema: {} }, async ({}, extra) => ({ content: [{ type: "text", text: await load(extra.authInfo?.extra?.userId as string) }] }));
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a tool of an MCP server in the older form",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { z } from "zod";

        export function register(server: McpServer) {
          server.tool("orders", "Lists orders", { tenantId: z.string() }, async (args) => ({ content: [{ type: "text", text: await load(args.tenantId) }] }));
        }
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "tenantId", named: "the tenant" },
          line: 6,
          column: 51,
          endLine: 6,
          endColumn: 59,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "tenantId", expression: "extra.authInfo?.extra?.tenantId as string" },
              output: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { z } from "zod";

        export function register(server: McpServer) {
          server.tool("orders", "Lists orders", {}, async (args, extra) => ({ content: [{ type: "text", text: await load(extra.authInfo?.extra?.tenantId as string) }] }));
        }
      `,
            },
          ],
        },
      ],
    },
    // what the suggestion may change
    {
      name: "keeps comments, and removes the line of the field",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(
          async (input, config) => {
            // only open ones
            return load(input.userId, "open" /* status */);
          },
          {
            name: "orders",
            schema: z.object({
              status: z.string(), // open or closed
              // whose orders
              userId: z.string(),
            }),
          },
        );
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 15,
          column: 15,
          endLine: 15,
          endColumn: 21,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "userId", expression: "config.configurable?.userId" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(
          async (input, config) => {
            // only open ones
            return load(config.configurable?.userId, "open" /* status */);
          },
          {
            name: "orders",
            schema: z.object({
              status: z.string(), // open or closed
              // whose orders
            }),
          },
        );
      `,
            },
          ],
        },
      ],
    },
    {
      name: "keeps a comment between the field and its comma",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(async (input, runtime) => load(input.userId), {
          name: "orders",
          schema: z.object({ userId: z.string() /* whose */, status: z.string() }),
        });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 7,
          column: 30,
          endLine: 7,
          endColumn: 36,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "userId", expression: "runtime.configurable?.userId" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(async (input, runtime) => load(runtime.configurable?.userId), {
          name: "orders",
          schema: z.object({ /* whose */ status: z.string() }),
        });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "removes a field that the handler never reads, and nothing else",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(async ({ status }) => load(status), { name: "orders", schema: z.object({ status: z.string(), userId: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 5,
          column: 129,
          endLine: 5,
          endColumn: 135,
          suggestions: [
            {
              messageId: "removeField",
              data: { path: "userId" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(async ({ status }) => load(status), { name: "orders", schema: z.object({ status: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "gives a handler without parentheses its second parameter",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(async input => load(input.userId), { name: "orders", schema: z.object({ userId: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 5,
          column: 108,
          endLine: 5,
          endColumn: 114,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "userId", expression: "config.configurable?.userId" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(async (input, config) => load(config.configurable?.userId), { name: "orders", schema: z.object({}) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reads a key that is no identifier by its name",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(async (input) => load(input["user-id"]), { name: "orders", schema: z.object({ "user-id": z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "user-id", named: "the caller" },
          line: 5,
          column: 114,
          endLine: 5,
          endColumn: 123,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "user-id", expression: "config.configurable?.[\"user-id\"]" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(async (input, config) => load(config.configurable?.["user-id"]), { name: "orders", schema: z.object({}) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reads an optional config with care",
      code: `
        import { tool } from "@langchain/core/tools";
        import type { RunnableConfig } from "@langchain/core/runnables";
        import { z } from "zod";

        export const orders = tool(async ({ userId }, config?: RunnableConfig) => load({ userId }), { name: "orders", schema: z.object({ userId: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 6,
          column: 138,
          endLine: 6,
          endColumn: 144,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "userId", expression: "config?.configurable?.userId" },
              output: `
        import { tool } from "@langchain/core/tools";
        import type { RunnableConfig } from "@langchain/core/runnables";
        import { z } from "zod";

        export const orders = tool(async ({}, config?: RunnableConfig) => load({ userId: config?.configurable?.userId }), { name: "orders", schema: z.object({}) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "follows an input whose type is inferred from the schema",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const schema = z.object({ userId: z.string(), status: z.string() });
        type Input = z.infer<typeof schema>;
        export const orders = tool(async ({ userId, status }: Input) => load(userId, status), { name: "orders", schema });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 5,
          column: 35,
          endLine: 5,
          endColumn: 41,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "userId", expression: "config.configurable?.userId" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        const schema = z.object({ status: z.string() });
        type Input = z.infer<typeof schema>;
        export const orders = tool(async ({ status }: Input, config) => load(config.configurable?.userId, status), { name: "orders", schema });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "suggests nothing where the input's type demands the field",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        interface Input { userId: string }
        export const orders = tool(async ({ userId }: Input) => load(userId), { name: "orders", schema: z.object({ userId: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 6,
          column: 116,
          endLine: 6,
          endColumn: 122,
        },
      ],
    },
    {
      name: "suggests nothing where the input is passed on whole",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(async (input) => load(input), { name: "orders", schema: z.object({ userId: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 5,
          column: 103,
          endLine: 5,
          endColumn: 109,
        },
      ],
    },
    {
      name: "suggests nothing where the handler writes to the field",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(async (input) => {
          input.userId = input.userId.trim();
          return load(input.userId);
        }, { name: "orders", schema: z.object({ userId: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 8,
          column: 49,
          endLine: 8,
          endColumn: 55,
        },
      ],
    },
    {
      name: "suggests nothing where a check of the schema reads the field",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool(async ({ userId }) => load(userId), { name: "orders", schema: z.object({ userId: z.string() }).refine((value) => value.userId !== "") });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 5,
          column: 109,
          endLine: 5,
          endColumn: 115,
        },
      ],
    },
    {
      name: "suggests nothing where others call the handler",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        async function loadOrders({ userId }) {
          return load(userId);
        }
        export const orders = tool(loadOrders, { name: "orders", schema: z.object({ userId: z.string() }) });
        export const mine = () => loadOrders({ userId: "me" });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 8,
          column: 85,
          endLine: 8,
          endColumn: 91,
        },
      ],
    },
    {
      name: "suggests nothing where the name of the config is taken inside",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";

        export const orders = tool((input) => regions.map((config) => load(config, input.userId)), { name: "orders", schema: z.object({ userId: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument",
          data: { tool: "Tool \"orders\"", path: "userId", named: "the caller" },
          line: 5,
          column: 137,
          endLine: 5,
          endColumn: 143,
        },
      ],
    },
  ],
});

ruleTester.run("no-llm-identity-args: what is left of a shape", rule, {
  valid: [
    {
      name: "is silent about what is left of a shape when the tenant is taken out",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const Row = z.object({ tenantId: z.string(), number: z.string(), owner: z.object({ userId: z.string() }) });
        const { tenantId, owner, ...shape } = Row.shape;
        export const add = tool(async (invoice, config) => save(config.configurable.tenantId, invoice), { name: "add", description: "Adds", schema: z.object({ ...shape, note: z.string() }) });
      `,
    },
    {
      name: "is silent about a raw shape from which the tenant is taken out",
      code: `
        import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
        import { z } from "zod";
        const Row = z.object({ tenantId: z.string(), number: z.string() });
        const { tenantId: _tenant, ...shape } = Row.shape;
        new McpServer({ name: "desk", version: "1.0.0" }).registerTool("add", { inputSchema: shape }, async () => ({ content: [] }));
      `,
    },
  ],
  invalid: [
    {
      name: "reports what is left of a shape when something else is taken out",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const Row = z.object({ tenantId: z.string(), number: z.string(), total: z.number() });
        const { total, ...shape } = Row.shape;
        export const find = tool(async (invoice) => load(invoice), { name: "find", description: "Finds", schema: z.object(shape) });
      `,
      errors: [{ messageId: "identityArgument", data: { tool: "Tool \"find\"", path: "tenantId", named: "the tenant" }, line: 4, column: 32, endLine: 4, endColumn: 40 }],
    },
    {
      name: "says of a word that may pick a record what to do in both cases",
      options: [{ policy: "literal" }],
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { invoices } from "./invoices.js";

        export const listInvoices = tool(async ({ customer_id: customer, status }) => invoices.where(customer, status), { name: "list_invoices", description: "Lists invoices.", schema: z.object({ status: z.enum(["open", "paid"]), customer_id: z.string().describe("Only those of this customer") }) });
      `,
      errors: [
        {
          messageId: "possibleIdentityArgument",
          data: { tool: "Tool \"list_invoices\"", path: "customer_id" },
          line: 6,
          column: 231,
          endLine: 6,
          endColumn: 242,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "customer_id", expression: "config.configurable?.customer_id" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        import { invoices } from "./invoices.js";

        export const listInvoices = tool(async ({ status }, config) => invoices.where(config.configurable?.customer_id, status), { name: "list_invoices", description: "Lists invoices.", schema: z.object({ status: z.enum(["open", "paid"]) }) });
      `,
            },
          ],
        },
      ],
    },
  ],
});

ruleTester.run("no-llm-identity-args: what the handler makes of a field", rule, {
  valid: [
    {
      name: "is silent about the directory of a service whose host begins with the account",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        const base = \`https://\${process.env.ZENDESK_ACCOUNT}.zendesk.com/api/v2\`;
        export const tickets = tool(async ({ requester_id }) => (await fetch(\`\${base}/tickets.json?requester=\${requester_id}\`)).text(), { name: "tickets", description: "Lists tickets", schema: z.object({ requester_id: z.number() }) });
      `,
    },
    {
      name: "is silent about a schema of Valibot for what a tool reads",
      code: `
        import { tool } from "ai";
        import * as v from "valibot";
        const Row = v.object({ userId: v.string() });
        export const read = tool({ description: "Reads", inputSchema: v.object({ query: v.string(), userId: v.literal("me") }), execute: async ({ query }) => v.parse(Row, await load(query)) });
      `,
    },
    {
      name: "is silent about a field that the handler compares with the caller before anything else",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ user_id, month }, config) => { if (user_id !== config.configurable.user_id) throw new Error("not yours"); return load(user_id, month); }, { name: "read", description: "Reads a payslip", schema: z.object({ user_id: z.string(), month: z.string() }) });
      `,
    },
    {
      name: "is silent about a field that is compared under a missing caller",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async (input, { configurable }) => { const me = configurable?.user_id; if (!me || input.user_id !== me) return "ERROR: not yours"; return load(input); }, { name: "read", description: "Reads a payslip", schema: z.object({ user_id: z.string(), month: z.string() }) });
      `,
    },
    {
      name: "is silent about a field of which only administrators may choose another",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ user_id, month }, config) => { const { user_id: me, role } = config.configurable; if (user_id !== me && role !== "admin") throw new Error("not yours"); return load(user_id, month); }, { name: "read", description: "Reads a payslip", schema: z.object({ user_id: z.string(), month: z.string() }) });
      `,
    },
    {
      name: "is silent about a field that is used only where it is the caller's",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ user_id, month }, config) => (user_id === config.configurable.user_id ? load(user_id, month) : "ERROR: not yours"), { name: "read", description: "Reads a payslip", schema: z.object({ user_id: z.string(), month: z.string() }) });
      `,
    },
    {
      name: "is silent about a field that the caller's id overwrites",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async (input, config) => load({ ...input, user_id: config.configurable.user_id }), { name: "read", description: "Reads a payslip", schema: z.object({ user_id: z.string(), month: z.string() }) });
      `,
    },
    {
      name: "is silent about a field that is compared with the caller of the tool's maker",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        export const toolsOf = (session: { userId: string }) => ({
          read: tool({ description: "Reads", inputSchema: z.object({ userId: z.string() }), execute: async ({ userId }) => { if (userId !== session.userId) return { error: "not yours" }; return load(userId); } }),
        });
      `,
    },
    {
      name: "is silent about a field that is compared with the caller of an older Mastra tool",
      code: `
        import { createTool } from "@mastra/core/tools";
        import { z } from "zod";
        export const read = createTool({ id: "read", description: "Reads", inputSchema: z.object({ userId: z.string() }), execute: async ({ context, runtimeContext }) => { if (context.userId !== runtimeContext.get("userId")) throw new Error("not yours"); return load(context.userId); } });
      `,
    },
    {
      name: "is silent about the id of something else that is an object",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        export const orders = tool({ description: "Lists orders", inputSchema: z.object({ product: z.object({ id: z.string() }), users: z.array(z.object({ id: z.string() })) }), execute: ({ product }) => load(product.id) });
      `,
    },
  ],
  invalid: [
    {
      name: "reports a field of a schema of Valibot",
      code: `
        import { tool } from "ai";
        import { valibotSchema } from "@ai-sdk/valibot";
        import * as v from "valibot";
        const Base = v.object({ tenantId: v.pipe(v.string(), v.uuid()) });
        export const read = tool({ description: "Reads", inputSchema: valibotSchema(v.object({ ...Base.entries, query: v.optional(v.string()) })), execute: (input) => load(input) });
      `,
      errors: [{ messageId: "identityArgument", data: { tool: "Tool \"read\"", path: "tenantId", named: "the tenant" }, line: 5, column: 33, endLine: 5, endColumn: 41 }],
    },
    {
      name: "reports a field that is compared with the caller only afterwards",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ user_id, month }, config) => { const slip = await load(user_id, month); if (user_id !== config.configurable.user_id) throw new Error("not yours"); return slip; }, { name: "read", description: "Reads a payslip", schema: z.object({ user_id: z.string(), month: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument", data: { tool: "Tool \"read\"", path: "user_id", named: "the caller" }, line: 4, column: 273, endLine: 4, endColumn: 280,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "user_id", expression: "config.configurable?.user_id" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ month }, config) => { const user_id = config.configurable?.user_id; const slip = await load(user_id, month); if (user_id !== config.configurable.user_id) throw new Error("not yours"); return slip; }, { name: "read", description: "Reads a payslip", schema: z.object({ month: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a field whose difference from the caller is only logged",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ user_id, month }, config) => { if (user_id !== config.configurable.user_id) console.warn("another user"); return load(user_id, month); }, { name: "read", description: "Reads a payslip", schema: z.object({ user_id: z.string(), month: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument", data: { tool: "Tool \"read\"", path: "user_id", named: "the caller" }, line: 4, column: 248, endLine: 4, endColumn: 255,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "user_id", expression: "config.configurable?.user_id" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ month }, config) => { const user_id = config.configurable?.user_id; if (user_id !== config.configurable.user_id) console.warn("another user"); return load(user_id, month); }, { name: "read", description: "Reads a payslip", schema: z.object({ month: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a field that the model can have passed without the comparison",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ user_id, month }, config) => { if (user_id !== config.configurable.user_id && month !== "all") throw new Error("not yours"); return load(user_id, month); }, { name: "read", description: "Reads a payslip", schema: z.object({ user_id: z.string(), month: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument", data: { tool: "Tool \"read\"", path: "user_id", named: "the caller" }, line: 4, column: 267, endLine: 4, endColumn: 274,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "user_id", expression: "config.configurable?.user_id" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ month }, config) => { const user_id = config.configurable?.user_id; if (user_id !== config.configurable.user_id && month !== "all") throw new Error("not yours"); return load(user_id, month); }, { name: "read", description: "Reads a payslip", schema: z.object({ month: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a field that is used only where it is not the caller's",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ user_id, month }, config) => (user_id !== config.configurable.user_id ? load(user_id, month) : "ERROR: yours"), { name: "read", description: "Reads a payslip", schema: z.object({ user_id: z.string(), month: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument", data: { tool: "Tool \"read\"", path: "user_id", named: "the caller" }, line: 4, column: 222, endLine: 4, endColumn: 229,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "user_id", expression: "config.configurable?.user_id" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ month }, config) => (config.configurable?.user_id !== config.configurable.user_id ? load(config.configurable?.user_id, month) : "ERROR: yours"), { name: "read", description: "Reads a payslip", schema: z.object({ month: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports a field that overwrites the caller's id",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async (input, config) => load({ user_id: config.configurable.user_id, ...input }), { name: "read", description: "Reads a payslip", schema: z.object({ user_id: z.string(), month: z.string() }) });
      `,
      errors: [{ messageId: "identityArgument", data: { tool: "Tool \"read\"", path: "user_id", named: "the caller" }, line: 4, column: 184, endLine: 4, endColumn: 191 }],
    },
    {
      name: "reports a field that is compared in a branch alone",
      code: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ user_id, month }, config) => { if (month === "13") { if (user_id !== config.configurable.user_id) throw new Error("not yours"); } return load(user_id, month); }, { name: "read", description: "Reads a payslip", schema: z.object({ user_id: z.string(), month: z.string() }) });
      `,
      errors: [
        {
          messageId: "identityArgument", data: { tool: "Tool \"read\"", path: "user_id", named: "the caller" }, line: 4, column: 272, endLine: 4, endColumn: 279,
          suggestions: [
            {
              messageId: "readFromContext",
              data: { path: "user_id", expression: "config.configurable?.user_id" },
              output: `
        import { tool } from "@langchain/core/tools";
        import { z } from "zod";
        export const read = tool(async ({ month }, config) => { const user_id = config.configurable?.user_id; if (month === "13") { if (user_id !== config.configurable.user_id) throw new Error("not yours"); } return load(user_id, month); }, { name: "read", description: "Reads a payslip", schema: z.object({ month: z.string() }) });
      `,
            },
          ],
        },
      ],
    },
    {
      name: "reports the id of a user who is an object",
      code: `
        import { tool } from "ai";
        import { z } from "zod";
        export const orders = tool({ description: "Lists orders", inputSchema: z.object({ user: z.object({ id: z.string(), name: z.string() }) }), execute: ({ user }) => load(user.id) });
      `,
      errors: [{ messageId: "identityArgument", data: { tool: "Tool \"orders\"", path: "user.id", named: "the caller" }, line: 4, column: 108, endLine: 4, endColumn: 110 }],
    },
  ],
});
