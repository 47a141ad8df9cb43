import { fileURLToPath } from "node:url";
import rule from "../../rules/no-unverified-identity.js";
import { ruleTester } from "../support/rule-tester.js";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

ruleTester.run("no-unverified-identity: requests", rule, {
  valid: [
    {
      name: "is silent about the user that an auth layer put on the request",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: req.body.messages }, { configurable: { user_id: req.user.id, tenant_id: req.auth.orgId } }));
});
      `,
    },
    {
      name: "is silent about the session of Clerk",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { userId, orgId } = await auth();
  const { messages } = await req.json();
  return Response.json(await graph.invoke({ messages }, { configurable: { user_id: userId, org_id: orgId } }));
}
      `,
    },
    {
      name: "is silent about the session of NextAuth",
      code: `
import { getServerSession } from "next-auth";
import { options } from "@/auth";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const session = await getServerSession(options);
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: session!.user.id } }));
}
      `,
    },
    {
      name: "is silent about the claims that a gateway has verified for a Lambda function",
      code: `
import { graph } from "./graph.js";

export const handler = async (event) => {
  const answer = await graph.invoke({ messages: [event.body] }, { configurable: { user_id: event.requestContext.authorizer.claims.sub } });
  return { statusCode: 200, body: JSON.stringify(answer) };
};
      `,
    },
    {
      name: "is silent about the user that Supabase confirms",
      code: `
import { supabase } from "@/supabase";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { data } = await supabase.auth.getUser(req.headers.get("authorization")!);
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: data.user!.id } }));
}
      `,
    },
    {
      name: "is silent about a token whose signature was verified",
      code: `
import { jwtVerify } from "jose";
import { KEY } from "@/keys";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { payload } = await jwtVerify(req.headers.get("authorization")!, KEY);
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: payload.sub } }));
}
      `,
    },
    {
      name: "is silent about a function that the policy names",
      settings: { "agent-guardrails": { verifiedIdentityCalls: ["./caller.js#whoIs"] } },
      code: `
import express from "express";
import { whoIs } from "./caller.js";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: whoIs(req.headers.authorization).id } }));
});
      `,
    },
    {
      name: "is silent about a function out of sight that is given the request",
      code: `
import express from "express";
import { loadCaller } from "./caller.js";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  const caller = await loadCaller(req);
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: caller.id } }));
});
      `,
    },
    {
      name: "is silent about a row that was looked up by a token",
      code: `
import express from "express";
import { db } from "./db.js";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  const session = await db.session.findUnique({ where: { token: req.cookies.sid } });
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: session.userId } }));
});
      `,
    },
    {
      name: "is silent about an id that is compared with the session's user",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  if (req.body.userId !== req.user.id) return res.status(403).end();
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.body.userId } }));
});
      `,
    },
    {
      name: "is silent about an organisation whose membership is looked up",
      code: `
import express from "express";
import { assertMember } from "./members.js";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  await assertMember(req.user.id, req.params.org);
  res.json(await agent.invoke({ messages: [] }, { configurable: { org_id: req.params.org } }));
});
      `,
    },
    {
      name: "is silent about a service that shows the secret of the server",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  if (req.headers["x-internal-key"] !== process.env.INTERNAL_KEY) return res.status(401).end();
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.body.userId } }));
});
      `,
    },
    {
      name: "is silent about a webhook whose signature is verified",
      code: `
import { verifySignature } from "@/webhooks";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const body = await req.text();
  if (!verifySignature(body, req.headers.get("x-signature"))) return new Response(null, { status: 401 });
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: JSON.parse(body).user.id } }));
}
      `,
    },
    {
      name: "is silent about an administrator who acts for somebody else",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  if (req.user.role !== "admin") return res.status(403).end();
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.body.userId } }));
});
      `,
    },
    {
      name: "is silent about a flag of the session that lets somebody act for others",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  if (!req.user.isAdmin) return res.status(403).end();
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.body.userId } }));
});
      `,
    },
    {
      name: "is silent inside of a branch for administrators",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  const id = req.user.roles.includes("support") ? req.body.userId : req.user.id;
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: id } }));
});
      `,
    },
    {
      name: "is silent where a function is asked for a right",
      code: `
import { requirePermission } from "@/rights";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  await requirePermission("impersonate");
  const { userId } = await req.json();
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: userId } }));
}
      `,
    },
    {
      name: "is silent about a webhook that a middleware of the route verifies",
      code: `
import express from "express";
import twilio from "twilio";
import { agent } from "./agent.js";

const app = express();
app.post("/sms", twilio.webhook(), async (req, res) => {
  res.json(await agent.invoke({ messages: [req.body.Body] }, { configurable: { user_id: req.body.From } }));
});
      `,
    },
    {
      name: "is silent about a header that only the server's environment switches on",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  const userId = process.env.NODE_ENV === "development" ? req.headers["x-user"] : req.user.id;
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: userId } }));
});
      `,
    },
    {
      name: "is silent about a bot's event, which no route of the file receives",
      code: `
import { App } from "@slack/bolt";
import { graph } from "./graph.js";

const app = new App({ token: process.env.SLACK_TOKEN });
app.event("app_mention", async ({ event, say }) => {
  const answer = await graph.invoke({ messages: [event.text] }, { configurable: { user_id: event.user } });
  await say(answer.messages.at(-1));
});
      `,
    },
    {
      name: "is silent about keys that name nobody",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { locale: req.body.locale, assistant_id: req.body.assistant, email: req.body.email } }));
});
      `,
    },
    {
      name: "is silent about a credential that is passed on",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { access_token: req.headers.authorization } }));
});
      `,
    },
    {
      name: "is silent about a session id made here",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: req.body.messages }, { configurable: { user_id: crypto.randomUUID() } }));
});
      `,
    },
    {
      name: "is silent about a parameter of a function that no handler of the file calls",
      code: `
import { graph } from "./graph.js";

export async function ask(userId: string, text: string) {
  return graph.invoke({ messages: [text] }, { configurable: { user_id: userId } });
}
      `,
    },
    {
      name: "is silent in a test",
      filename: at("src/chat.test.ts"),
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.body.userId } }));
});
      `,
    },
    {
      name: "is silent about a token that was taken out of its header and verified",
      code: `
import jwt from "jsonwebtoken";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const token = req.headers.get("authorization")!.split(" ")[1]!;
  const claims = jwt.verify(token, process.env.JWT_SECRET!) as { sub: string };
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: claims.sub } }));
}
      `,
    },
  ],
  invalid: [
    {
      name: "reports a user id from the body of an Express request",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: req.body.messages }, { configurable: { user_id: req.body.userId, thread_id: req.id } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 7,
          column: 82,
          endLine: 7,
          endColumn: 106,
        },
      ],
    },
    {
      name: "reports a tenant id from the path",
      code: `
import { Router } from "express";
import { createAgent } from "langchain";

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export const router = Router();
router.post("/:org/chat", async (req, res) => {
  const answer = await agent.invoke({ messages: req.body.messages }, { context: { tenantId: req.params.org } });
  res.json(answer);
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "tenantId", holder: "context", source: "req.params.org" },
          line: 8,
          column: 83,
          endLine: 8,
          endColumn: 107,
        },
      ],
    },
    {
      name: "reports a user id from the query",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { userId: String(req.query.user) } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "userId", holder: "configurable", source: "req.query.user" },
          line: 7,
          column: 67,
          endLine: 7,
          endColumn: 97,
        },
      ],
    },
    {
      name: "reports a user id from a raw header",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  const config = { configurable: { user_id: req.headers["x-user-id"] as string } };
  res.json(await agent.invoke({ messages: req.body.messages }, config));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.headers[\"x-user-id\"]" },
          line: 7,
          column: 36,
          endLine: 7,
          endColumn: 79,
        },
      ],
    },
    {
      name: "reports a user id that is taken apart from the JSON of a Next route",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { messages, userId } = await req.json();
  return Response.json(await graph.invoke({ messages }, { configurable: { userId } }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "userId", holder: "configurable", source: "userId" },
          line: 6,
          column: 75,
          endLine: 6,
          endColumn: 81,
        },
      ],
    },
    {
      name: "reports a user id from the search parameters of the address",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const url = new URL(req.url);
  const user = url.searchParams.get("user")!;
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: user } }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "url.searchParams.get(\"user\")" },
          line: 7,
          column: 79,
          endLine: 7,
          endColumn: 92,
        },
      ],
    },
    {
      name: "reports a header that a Fetch request carries",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { org_id: req.headers.get("x-org-id") } }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "org_id", holder: "configurable", source: "req.headers.get(\"x-org-id\")" },
          line: 5,
          column: 79,
          endLine: 5,
          endColumn: 114,
        },
      ],
    },
    {
      name: "reports a cookie that nobody signed",
      code: `
import { cookies } from "next/headers";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const jar = await cookies();
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: jar.get("uid")?.value } }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "jar.get(\"uid\")?.value" },
          line: 7,
          column: 79,
          endLine: 7,
          endColumn: 109,
        },
      ],
    },
    {
      name: "reports a token that was decoded and not verified",
      code: `
import { jwtDecode } from "jwt-decode";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const claims = jwtDecode(req.headers.get("authorization")!);
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: claims.sub } }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "claims.sub" },
          line: 7,
          column: 79,
          endLine: 7,
          endColumn: 98,
        },
      ],
    },
    {
      name: "reports a token that was taken out of its header and decoded",
      code: `
import jwt from "jsonwebtoken";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const token = req.headers.get("authorization")!.split(" ")[1]!;
  const claims = jwt.decode(token) as { sub: string };
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: claims.sub } }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "claims.sub" },
          line: 8,
          column: 79,
          endLine: 8,
          endColumn: 98,
        },
      ],
    },
    {
      name: "reports the first part of a header",
      code: `
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const [userId] = req.headers.get("x-forwarded-user")!.split(",");
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: userId } }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: 'userId' },
          line: 6,
          column: 79,
          endLine: 6,
          endColumn: 94,
        },
      ],
    },
    {
      name: "reports a body that a schema has checked for its form",
      code: `
import { z } from "zod";
import { graph } from "@/agents/graph";

const Body = z.object({ email: z.email() });

export async function POST(req: Request) {
  const body = Body.parse(await req.json());
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_email: body.email } }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_email", holder: "configurable", source: "body.email" },
          line: 9,
          column: 79,
          endLine: 9,
          endColumn: 101,
        },
      ],
    },
    {
      name: "reports a claim behind a literal for a missing token",
      code: `
import { jwtDecode } from "jwt-decode";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const { sub } = jwtDecode(req.headers.get("authorization") ?? "");
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: sub } }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "sub" },
          line: 7,
          column: 79,
          endLine: 7,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports a path parameter of a Lambda function",
      code: `
import { graph } from "./graph.js";

export const handler = async (event) => {
  const answer = await graph.invoke({ messages: [event.body] }, { configurable: { user_id: event.pathParameters.user } });
  return { statusCode: 200, body: JSON.stringify(answer) };
};
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "event.pathParameters.user" },
          line: 5,
          column: 83,
          endLine: 5,
          endColumn: 117,
        },
      ],
    },
    {
      name: "reports the parameter of a server action",
      code: `
"use server";

import { graph } from "@/agents/graph";

export async function ask(userId: string, text: string) {
  return graph.invoke({ messages: [text] }, { configurable: { user_id: userId } });
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "userId" },
          line: 7,
          column: 63,
          endLine: 7,
          endColumn: 78,
        },
      ],
    },
    {
      name: "reports a Hono handler's JSON",
      code: `
import { Hono } from "hono";
import { graph } from "./graph.js";

const app = new Hono();
app.post("/chat", async (c) => {
  const body = await c.req.json();
  return c.json(await graph.invoke({ messages: body.messages }, { configurable: { user_id: body.user.id } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "body.user.id" },
          line: 8,
          column: 83,
          endLine: 8,
          endColumn: 104,
        },
      ],
    },
    {
      name: "reports a Fastify handler's body",
      code: `
import Fastify from "fastify";
import { graph } from "./graph.js";

const app = Fastify();
app.post("/chat", async (request) => graph.invoke({ messages: [] }, { configurable: { workspace_id: (request.body as { workspace: string }).workspace } }));
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "workspace_id", holder: "configurable", source: "(request.body as { workspace: string }).workspace" },
          line: 6,
          column: 87,
          endLine: 6,
          endColumn: 150,
        },
      ],
    },
    {
      name: "reports an id that falls back to the client's where there is no session",
      code: `
import { auth } from "@clerk/nextjs/server";
import { graph } from "@/agents/graph";

export async function POST(req: Request) {
  const session = await auth();
  const { userId } = await req.json();
  return Response.json(await graph.invoke({ messages: [] }, { configurable: { user_id: session?.user?.id ?? userId } }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "userId" },
          line: 8,
          column: 79,
          endLine: 8,
          endColumn: 115,
        },
      ],
    },
    {
      name: "reports an id where the session was only looked at",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  if (!req.user) return res.status(401).end();
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.body.userId } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 8,
          column: 67,
          endLine: 8,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports an id where another handler of the file asks for an administrator",
      code: `
import express from "express";
import { agent } from "./agent.js";

export function mount(app: express.Express) {
  app.post("/admin", async (req, res) => {
    if (!req.user.isAdmin) return res.status(403).end();
    res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.user.id } }));
  });
  const router = express.Router();
  router.post("/chat", async (req, res) => {
    res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.body.userId } }));
  });
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 12,
          column: 69,
          endLine: 12,
          endColumn: 93,
        },
      ],
    },
    {
      name: "reports an id behind a middleware that only signs in",
      code: `
import express from "express";
import { signIn } from "./sign-in.js";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", signIn, async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.body.userId } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 8,
          column: 67,
          endLine: 8,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports a role that the client sent itself",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  if (req.body.role !== "admin") return res.status(403).end();
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.body.userId } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 8,
          column: 67,
          endLine: 8,
          endColumn: 91,
        },
      ],
    },
    {
      name: "reports a name that is composed of the client's value and literals",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: \`user-\${req.body.userId}\` } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 7,
          column: 67,
          endLine: 7,
          endColumn: 101,
        },
      ],
    },
  ],
});

ruleTester.run("no-unverified-identity: where identities are stamped", rule, {
  valid: [
    {
      name: "is silent about the word context in a call of something else",
      code: `
import express from "express";
import { createAgent } from "langchain";
import { mailer } from "./mailer.js";

export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
const app = express();
app.post("/welcome", async (req, res) => {
  await mailer.send("welcome", { context: { userId: req.body.userId } });
  res.end();
});
      `,
    },
    {
      name: "is silent about a function called run of another library",
      code: `
import { createAgent } from "langchain";
import { run } from "./jobs.js";

export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export async function POST(request: Request) {
  const body = await request.json();
  return Response.json(await run(agent, body.text, { context: { userId: body.userId } }));
}
      `,
    },
    {
      name: "is silent about a shadowed run",
      code: `
import { Agent, run } from "@openai/agents";

export const agent = new Agent({ name: "Support", tools: [] });
export const start = run;
export async function POST(request: Request) {
  const run = async (...all: unknown[]) => all.length;
  const body = await request.json();
  return Response.json(await run(agent, body.text, { context: { userId: body.userId } }));
}
      `,
    },
    {
      name: "is silent about metadata of a run",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { metadata: { user_id: req.body.userId }, configurable: { user_id: req.user.id } }));
});
      `,
    },
    {
      name: "is silent about a helper that handlers give the session's user",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, configFor(req.user.id)));
});

function configFor(userId: string) {
  return { configurable: { user_id: userId } };
}
      `,
    },
    {
      name: "is silent about an identity that is spread in from out of sight",
      code: `
import express from "express";
import { callerOf } from "./caller.js";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  const caller = await callerOf(req);
  res.json(await agent.invoke({ messages: [] }, { configurable: { ...caller, thread_id: req.id } }));
});
      `,
    },
    {
      name: "is silent about a run inside of a tool",
      code: `
import { tool } from "@langchain/core/tools";
import { z } from "zod";
import { graph } from "./graph.js";

export const ask = tool(async ({ question }, config) => JSON.stringify(await graph.invoke({ messages: [question] }, { configurable: { user_id: config.configurable.user_id } })), {
  name: "ask",
  description: "Asks.",
  schema: z.object({ question: z.string() }),
});
      `,
    },
    {
      name: "is silent about what Hono's middleware has put on the context",
      code: `
import { Hono } from "hono";
import { graph } from "./graph.js";

const app = new Hono();
app.post("/chat", async (c) => c.json(await graph.invoke(await c.req.json(), { configurable: { user_id: c.get("userId") } })));
      `,
    },
    {
      name: "is silent about the verified user set on the request context of Mastra",
      code: `
import { RequestContext } from "@mastra/core/request-context";
import { getSession } from "./session.js";
import { mastra } from "./mastra.js";

export async function POST(request: Request) {
  const { text } = await request.json();
  const session = await getSession(request);
  const requestContext = new RequestContext();
  requestContext.set("user-id", session.user.id);
  return Response.json(await mastra.getAgent("support").generate(text, { requestContext }));
}
      `,
    },
    {
      name: "is silent about a Map that is set like a request context",
      code: `
import { createAgent } from "langchain";

export const agent = createAgent({ model: "openai:gpt-5", tools: [] });
export async function POST(request: Request) {
  const { userId } = await request.json();
  const requestContext = new Map<string, string>();
  requestContext.set("userId", userId);
  return Response.json([...requestContext]);
}
      `,
    },
    {
      name: "is silent about a key that the policy takes from the identities",
      settings: { "agent-guardrails": { notIdentityKeys: ["team_id"] } },
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { team_id: req.body.team } }));
});
      `,
    },
  ],
  invalid: [
    {
      name: "reports a const that is given as configurable",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  const configurable = { user_id: req.body.userId };
  res.json(await agent.invoke({ messages: [] }, { configurable, recursionLimit: 20 }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 7,
          column: 26,
          endLine: 7,
          endColumn: 50,
        },
      ],
    },
    {
      name: "reports an identity that is spread into configurable",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  const caller = { tenant_id: req.body.tenant, locale: "en" };
  res.json(await agent.invoke({ messages: [] }, { configurable: { ...caller, thread_id: req.id } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "tenant_id", holder: "configurable", source: "req.body.tenant" },
          line: 7,
          column: 20,
          endLine: 7,
          endColumn: 46,
        },
      ],
    },
    {
      name: "reports an assignment to configurable",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  const config = { configurable: {} as Record<string, unknown> };
  config.configurable.user_id = req.body.userId;
  res.json(await agent.invoke({ messages: [] }, config));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 8,
          column: 3,
          endLine: 8,
          endColumn: 30,
        },
      ],
    },
    {
      name: "reports one branch of a condition",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, req.body.guest ? { configurable: { guest: true } } : { configurable: { user_id: req.body.userId } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 7,
          column: 120,
          endLine: 7,
          endColumn: 144,
        },
      ],
    },
    {
      name: "reports a helper that makes the config of what a handler gives it",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, configFor(req.body.userId)));
});

function configFor(userId: string) {
  return { configurable: { user_id: userId } } satisfies object;
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 11,
          column: 28,
          endLine: 11,
          endColumn: 43,
        },
      ],
    },
    {
      name: "reports a helper that runs the agent for what a handler gives it",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await ask({ userId: req.body.userId, text: req.body.text }));
});

async function ask({ userId, text }: { userId: string; text: string }) {
  return agent.invoke({ messages: [text] }, { configurable: { user_id: userId } });
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 11,
          column: 63,
          endLine: 11,
          endColumn: 78,
        },
      ],
    },
    {
      name: "reports a bound config",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  const mine = agent.withConfig({ configurable: { user_id: req.body.userId } });
  res.json(await mine.invoke({ messages: [] }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 7,
          column: 51,
          endLine: 7,
          endColumn: 75,
        },
      ],
    },
    {
      name: "reports a run of a LangGraph server",
      code: `
import { Client } from "@langchain/langgraph-sdk";

const client = new Client({ apiUrl: process.env.LANGGRAPH_URL });

export async function POST(request: Request) {
  const { threadId, userId, input } = await request.json();
  const run = await client.runs.wait(threadId, "agent", { input, context: { user_id: userId } });
  return Response.json(run);
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "context", source: "userId" },
          line: 8,
          column: 77,
          endLine: 8,
          endColumn: 92,
        },
      ],
    },
    {
      name: "reports the context of an OpenAI agent's run under another name",
      code: `
import { Agent, run as start } from "@openai/agents";

const agent = new Agent({ name: "Support", tools: [] });

export async function POST(request: Request) {
  const body = await request.json();
  const result = await start(agent, body.text, { context: { userId: body.userId } });
  return Response.json(result.finalOutput);
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "userId", holder: "context", source: "body.userId" },
          line: 8,
          column: 61,
          endLine: 8,
          endColumn: 80,
        },
      ],
    },
    {
      name: "reports the context of the AI SDK's tools in a namespace import",
      code: `
import * as ai from "ai";
import { model, tools } from "@/ai";

export async function POST(request: Request) {
  const { messages, accountId } = await request.json();
  return ai.streamText({ model, tools, messages, experimental_context: { accountId } }).toUIMessageStreamResponse();
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "accountId", holder: "experimental_context", source: "accountId" },
          line: 7,
          column: 74,
          endLine: 7,
          endColumn: 83,
        },
      ],
    },
    {
      name: "reports one tool's own context",
      code: `
import { generateText } from "ai";
import { model, tools } from "@/ai";

export async function POST(request: Request) {
  const { prompt, userId } = await request.json();
  const { text } = await generateText({ model, tools, prompt, toolsContext: { orders: { userId } } });
  return new Response(text);
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "userId", holder: "toolsContext", source: "userId" },
          line: 7,
          column: 89,
          endLine: 7,
          endColumn: 95,
        },
      ],
    },
    {
      name: "reports what is set on the request context of Mastra",
      code: `
import { RequestContext } from "@mastra/core/request-context";
import { mastra } from "./mastra.js";

export async function POST(request: Request) {
  const { text, userId } = await request.json();
  const requestContext = new RequestContext();
  requestContext.set("user-id", userId);
  return Response.json(await mastra.getAgent("support").generate(text, { requestContext }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user-id", holder: "requestContext", source: "userId" },
          line: 8,
          column: 33,
          endLine: 8,
          endColumn: 39,
        },
      ],
    },
    {
      name: "reports what a request context of Mastra is made with",
      code: `
import { RuntimeContext } from "@mastra/core/runtime-context";
import { mastra } from "./mastra.js";

export async function POST(request: Request) {
  const { text, org } = await request.json();
  const runtimeContext = new RuntimeContext([["orgId", org]]);
  return Response.json(await mastra.getAgent("support").generate(text, { runtimeContext }));
}
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "orgId", holder: "requestContext", source: "org" },
          line: 7,
          column: 56,
          endLine: 7,
          endColumn: 59,
        },
      ],
    },
    {
      name: "reports a handler in CommonJS",
      code: `
const express = require("express");
const { createAgent } = require("langchain");

const agent = createAgent({ model: "openai:gpt-5", tools: [] });
const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { user_id: req.body.userId } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "user_id", holder: "configurable", source: "req.body.userId" },
          line: 8,
          column: 67,
          endLine: 8,
          endColumn: 91,
        },
      ],
    },
  ],
});

ruleTester.run("no-unverified-identity: the policy's keys", rule, {
  valid: [
    {
      name: "is silent about that key where the policy does not name it",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { mandant: req.body.mandant } }));
});
      `,
    },
  ],
  invalid: [
    {
      name: "reports a key that the policy adds to the identities",
      settings: { "agent-guardrails": { identityKeys: ["mandant"] } },
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { mandant: req.body.mandant } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "mandant", holder: "configurable", source: "req.body.mandant" },
          line: 7,
          column: 67,
          endLine: 7,
          endColumn: 92,
        },
      ],
    },
    {
      name: "reports a key in any spelling",
      code: `
import express from "express";
import { agent } from "./agent.js";

const app = express();
app.post("/chat", async (req, res) => {
  res.json(await agent.invoke({ messages: [] }, { configurable: { "USER-ID": req.body.id } }));
});
      `,
      errors: [
        {
          messageId: "unverifiedIdentity",
          data: { key: "USER-ID", holder: "configurable", source: "req.body.id" },
          line: 7,
          column: 67,
          endLine: 7,
          endColumn: 89,
        },
      ],
    },
  ],
});

ruleTester.run("no-unverified-identity: the server of Mastra, and handlers that another file registers", rule, {
  valid: [
    {
      name: "is silent about a middleware that stamps what it has verified",
      code: `
import { Mastra } from "@mastra/core/mastra";
import { jwtVerify } from "jose";
import { keys } from "./keys.js";

export const mastra = new Mastra({
  server: {
    middleware: [
      async (c, next) => {
        const { payload } = await jwtVerify(c.req.header("authorization"), keys);
        c.get("requestContext").set("userId", payload.sub);
        await next();
      },
    ],
  },
});
      `,
    },
    {
      name: "is silent about a context of another name",
      code: `
import { Mastra } from "@mastra/core/mastra";

export const mastra = new Mastra({
  server: { middleware: [async (c, next) => { c.get("metrics").set("userId", c.req.header("x-user-id")); await next(); }] },
});
      `,
    },
    {
      name: "is silent about a value of the client that names nobody",
      code: `
import { Mastra } from "@mastra/core/mastra";

export const mastra = new Mastra({
  server: { middleware: [async (c, next) => { c.get("requestContext").set("language", c.req.header("accept-language")); await next(); }] },
});
      `,
    },
    {
      name: "is silent about a step that hands the identity of its run on",
      code: `
import { createStep } from "@mastra/core/workflows";
import { z } from "zod";

export const start = createStep({
  id: "start",
  inputSchema: z.object({ owner: z.string() }),
  outputSchema: z.object({}),
  execute: async ({ inputData, requestContext }) => {
    requestContext.set("userId", inputData.owner);
    return {};
  },
});
      `,
    },
    {
      name: "is silent about the user that an auth layer put on a typed request",
      code: `
import type { Request, Response } from "express";
import { mastra } from "./mastra.js";

export async function chat(req: Request, res: Response) {
  const agent = mastra.getAgent("support");
  const answer = await agent.generate(req.body.messages, { memory: { thread: req.body.threadId, resource: req.user.id } });
  res.json({ text: answer.text });
}
      `,
    },
  ],
  invalid: [
    {
      name: "reports an identity that a middleware of Mastra takes from a raw header",
      code: `
import { Mastra } from "@mastra/core/mastra";

export const mastra = new Mastra({
  server: {
    middleware: [
      async (c, next) => {
        const requestContext = c.get("requestContext");
        requestContext.set("user-id", c.req.header("x-user-id"));
        await next();
      },
    ],
  },
});
      `,
      errors: [{ messageId: "unverifiedIdentity", data: { key: "user-id", holder: "requestContext", source: 'c.req.header("x-user-id")' }, line: 9, column: 39, endLine: 9, endColumn: 64 }],
    },
    {
      name: "reports it under the older name of the context, with a stand-in",
      code: `
import { Mastra } from "@mastra/core";

export const mastra = new Mastra({
  server: { middleware: [{ path: "/api/*", handler: async (c, next) => { c.get("runtimeContext").set("tenantId", c.req.query("tenant") ?? "acme"); await next(); } }] },
});
      `,
      errors: [{ messageId: "unverifiedIdentity", data: { key: "tenantId", holder: "requestContext", source: 'c.req.query("tenant")' }, line: 5, column: 114, endLine: 5, endColumn: 145 }],
    },
    {
      name: "reports an identity that fills the context of CopilotKit's runs",
      code: `
import { registerCopilotKit } from "@ag-ui/mastra/copilotkit";
import { Mastra } from "@mastra/core/mastra";

const route = registerCopilotKit({
  path: "/copilotkit",
  setContext: (c, requestContext) => {
    requestContext.set("userId", c.req.header("X-User-ID") || "anonymous");
  },
});
export const mastra = new Mastra({ server: { apiRoutes: [route] } });
      `,
      errors: [{ messageId: "unverifiedIdentity", data: { key: "userId", holder: "requestContext", source: 'c.req.header("X-User-ID")' }, line: 8, column: 34, endLine: 8, endColumn: 74 }],
    },
    {
      name: "reports the owner of a memory that a route of Mastra takes from the body",
      code: `
import { registerApiRoute } from "@mastra/core/server";
import { supportAgent } from "./agents.js";

export const chat = registerApiRoute("/chat", {
  method: "POST",
  handler: async (c) => {
    const body = await c.req.json();
    const answer = await supportAgent.generate(body.text, { threadId: body.id, resourceId: body.userId });
    return c.json({ text: answer.text });
  },
});
      `,
      errors: [{ messageId: "unverifiedIdentity", data: { key: "resourceId", holder: "generate", source: "body.userId" }, line: 9, column: 80, endLine: 9, endColumn: 103 }],
    },
    {
      name: "reports the body of a typed handler that another file registers",
      code: `
import type { Request, Response } from "express";
import { mastra } from "./mastra.js";

export class ChatController {
  chat = async (req: Request, res: Response) => {
    const agent = mastra.getAgent("support");
    const answer = await agent.generate(req.body.messages, { memory: { thread: req.body.threadId, resource: req.body.userId } });
    res.json({ text: answer.text });
  };
}
      `,
      errors: [{ messageId: "unverifiedIdentity", data: { key: "resource", holder: "memory", source: "req.body.userId" }, line: 8, column: 99, endLine: 8, endColumn: 124 }],
    },
  ],
});
