import { Command } from "@langchain/langgraph";
import { IdentityError, ownThreadId, threadId, type StampedConfig } from "agent-guardrails";
import { isApprovalRequest, type ApprovalRequest } from "agent-guardrails/approval";
import { z } from "zod";
import { jarvis } from "./agents.js";
import { auth } from "./auth.js";
import { talkLimiter } from "./operations.js";

const APP = "jarvis";

const question = z.object({ session: z.string().min(1).max(64), text: z.string().min(1).max(4_000) });
const decision = z.object({ thread: z.string(), decision: z.enum(["approve", "reject"]), digest: z.string() });

/** One line of an answer. */
export type Event = { thread: string } | { answer: string } | { asks: ApprovalRequest };

/** `POST /messages` talks to Jarvis, `POST /decisions` answers what Jarvis asks. Both stream lines of JSON. */
export async function handle(request: Request): Promise<Response> {
  try {
    const caller = await auth.authenticate(request.headers.get("Authorization")?.replace("Bearer ", "") ?? "");
    await talkLimiter.consume(`${caller.orgId}/${caller.userId}`);
    switch (new URL(request.url).pathname) {
      case "/messages": {
        const { session, text } = question.parse(await request.json());
        return await reply(auth.stamp(caller, { threadId: threadId(caller, session, APP) }), { question: text });
      }
      case "/decisions": {
        const { thread, ...answer } = decision.parse(await request.json());
        return await reply(auth.stamp(caller, { threadId: ownThreadId(caller, thread, APP) }), new Command({ resume: answer }));
      }
      default:
        return new Response("no such page", { status: 404 });
    }
  } catch (error) {
    if (error instanceof IdentityError) return new Response(error.message, { status: 403 });
    if (error instanceof z.ZodError) return new Response(z.prettifyError(error), { status: 400 });
    if (error instanceof Error) throw error;
    return new Response("too many messages", { status: 429 });
  }
}

async function reply(run: StampedConfig, input: Parameters<typeof jarvis.stream>[0]): Promise<Response> {
  const updates = await jarvis.stream(input, { ...run, streamMode: "updates", signal: AbortSignal.timeout(60_000) });
  return new Response(lines(run.configurable.thread_id, updates), { headers: { "Content-Type": "application/x-ndjson" } });
}

async function* lines(thread: string, updates: AsyncIterable<Record<string, unknown>>) {
  const encoder = new TextEncoder();
  const line = (event: Event) => encoder.encode(`${JSON.stringify(event)}\n`);
  yield line({ thread });
  for await (const update of updates) {
    for (const change of Object.values(update)) {
      if (Array.isArray(change)) {
        for (const { value } of change as { value: unknown }[]) if (isApprovalRequest(value)) yield line({ asks: value });
      } else if (typeof change === "object" && change !== null && "answer" in change) {
        yield line({ answer: String(change.answer) });
      }
    }
  }
}
