import { interrupt } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { approve, approveRequest, editRequest, externalAction, memoryLedger, rejectRequest } from "../../types/approval.js";
import { authedTool } from "../../types/tools.js";
import { ada, auth, bob, bounds, harnesses, verify } from "./scenario.js";
import { edgeAuth, idempotencyKey, threadId } from "../../types/index.js";

const address = z.object({ to: z.string() });

/** A mail action and its tool; `sent` tells which effects happened. */
function mailing() {
  const sent: string[] = [];
  const ledger = memoryLedger();
  const mail = externalAction({ name: "send_email", schema: address, ledger }, ({ to }) => {
    sent.push(to);
    return Promise.resolve({ number: sent.length });
  });
  const tool = authedTool(async (args, cfg) => mail.execute(approve(cfg, mail, args)), { ...bounds, name: "send_email", description: "Sends.", auth, schema: address });
  return { sent, ledger, mail, tool };
}

function editOf(to: string) {
  return (request: Parameters<typeof editRequest>[0]) => editRequest(request, { to });
}

describe.each(Object.entries(harnesses))("approval through %s", (_, converse) => {
  it("pauses before the effect and carries it out after an approval", async () => {
    const { sent, tool } = mailing();
    const talk = converse([tool], [[{ name: "send_email", args: { to: "x" } }]]);
    const { pending: [first], results } = await talk.start();
    expect(first?.request).toMatchObject({ action: "send_email", args: { to: "x" } });
    expect([sent, results]).toEqual([[], []]);
    const { results: after, pending } = await talk.resume(approveRequest(first!.request));
    expect([sent, after, pending]).toEqual([["x"], ['{"number":1}'], []]);
  });

  it("tells the model of a rejection and does nothing", async () => {
    const { sent, tool } = mailing();
    const talk = converse([tool], [[{ name: "send_email", args: { to: "x" } }]]);
    const { pending: [first] } = await talk.start();
    const { results } = await talk.resume(rejectRequest(first!.request, "not to that address"));
    expect(results).toEqual(["ERROR: send_email: a reviewer rejected this action: not to that address. Do not try it again."]);
    expect(sent).toEqual([]);
  });

  it("runs the edited arguments, and only if the schema takes them", async () => {
    const { sent, tool } = mailing();
    const talk = converse([tool], [[{ name: "send_email", args: { to: "x" } }]]);
    const { pending: [first] } = await talk.start();
    await talk.resume(editRequest(first!.request, { to: "y", bcc: "z" }));
    expect(sent).toEqual(["y"]);
    const again = converse([tool], [[{ name: "send_email", args: { to: "x" } }]]);
    const { pending: [second] } = await again.start();
    const { results } = await again.resume(editRequest(second!.request, { to: 5 }));
    expect(results).toEqual([expect.stringContaining("ERROR: send_email failed (ZodError).")]);
    expect(sent).toEqual(["y"]);
  });

  it.each([true, "yes", { decision: "approve" }, { decision: "approve", digest: "0".repeat(64) }, { decisions: [{ type: "approve" }] }, null])("takes %j for no approval", async (value) => {
    const { sent, tool } = mailing();
    const talk = converse([tool], [[{ name: "send_email", args: { to: "x" } }]]);
    await talk.start();
    const { results, pending } = await talk.resume(value).catch((error: unknown) => ({ results: [`ERROR: ${String(error)}`], pending: [] }));
    expect([results.join(), pending.length]).not.toEqual(["", 0]);
    expect(sent).toEqual([]);
  });

  it("does nothing twice when a decision is replayed from a checkpoint", async () => {
    const { sent, tool } = mailing();
    const talk = converse([tool], [[{ name: "send_email", args: { to: "x" } }]]);
    const { pending: [first] } = await talk.start();
    const decision = approveRequest(first!.request);
    const original = await talk.resume(decision);
    const checkpoints = await talk.history();
    let replays = 0;
    for (const checkpoint of checkpoints) {
      const configurable = { ...talk.stamped.configurable, ...(checkpoint as { configurable: object }).configurable };
      const { results } = await talk.resume(decision, { configurable });
      if (results.includes('{"number":1}')) replays++;
    }
    expect(original.results).toEqual(['{"number":1}']);
    expect(replays).toBeGreaterThan(0);
    expect(sent).toEqual(["x"]);
  });

  it("carries out one request once, whatever two reviewers decide at the same time", async () => {
    for (const late of [editOf("y"), editOf("z"), approveRequest]) {
      const { sent, tool, ledger } = mailing();
      const talk = converse([tool], [[{ name: "send_email", args: { to: "x" } }]]);
      const { pending: [first] } = await talk.start();
      // Two processes resume the same checkpoint.
      const outcomes = await Promise.allSettled([talk.resume(approveRequest(first!.request)), talk.resume(late(first!.request))]);
      expect(sent).toHaveLength(1);
      expect(outcomes.filter(({ status }) => status === "fulfilled")).not.toEqual([]);
      expect(await ledger.inDoubt(new Date(Date.now() + 1))).toEqual([]);
    }
  });

  it("takes no approval for the same call in a later turn, even if the model repeats the id of its call", async () => {
    const { sent, tool } = mailing();
    const same = { name: "send_email", args: { to: "x" }, id: "call_0" };
    const talk = converse([tool], [[same], [same]]);
    const { pending: [first] } = await talk.start();
    // createAgent asks again; ToolNode sees the id answered and does not run the call.
    const { pending } = await talk.resume(approveRequest(first!.request));
    expect(pending.map(({ request }) => request.digest)).not.toContain(first!.request.digest);
    expect(sent).toEqual(["x"]);
    if (pending[0]) await talk.resume(approveRequest(pending[0].request));
    expect(sent).toHaveLength(1 + pending.length);
  });

  it("gives a tool that runs again the same idempotency key, and the same call in a later turn another, even if the model repeats its id", async () => {
    const keys: string[] = [];
    const remind = authedTool((args, cfg) => {
      keys.push(idempotencyKey(cfg, "remind", args));
      return Promise.resolve(String(interrupt("sure?")));
    }, { ...bounds, name: "remind", description: "Reminds.", auth, schema: address });
    const same = { name: "remind", args: { to: "x" }, id: "call_0" };
    const talk = converse([remind], [[same], [same]]);
    await expect(talk.start()).rejects.toThrow("no approval request");
    await talk.resume("yes").catch(() => undefined);
    await talk.resume("yes");
    expect(new Set(keys).size).toBe(keys.length / 2);
    expect(keys.filter((key, index) => keys.indexOf(key) === index)).toEqual(keys.filter((_, index) => index % 2 === 0));
  });

  it("refuses an approval when the arguments differ on the second run", async () => {
    const { sent, mail } = mailing();
    let runs = 0;
    const drifting = authedTool(async (_args, cfg) => mail.execute(approve(cfg, mail, { to: `x${runs++}` })), { ...bounds, name: "drifting", description: "Drifts.", auth, schema: z.object({}) });
    const talk = converse([drifting], [[{ name: "drifting", args: {} }]]);
    const { pending: [first] } = await talk.start();
    const { results } = await talk.resume(approveRequest(first!.request));
    expect(results).toEqual(["ERROR: drifting: this decision was made about another request"]);
    expect([sent, runs]).toEqual([[], 2]);
  });

  it("never approves two actions with one click", async () => {
    const { sent, tool } = mailing();
    const talk = converse([tool], [[{ name: "send_email", args: { to: "x" } }, { name: "send_email", args: { to: "y" } }]]);
    const { pending: [first] } = await talk.start();
    // A bare resume value reaches every pending interrupt.
    await talk.resume(approveRequest(first!.request)).catch(() => undefined);
    expect(sent).toEqual([(first!.request.args as { to: string }).to]);
  });

  it("carries out two pending actions after a decision about each", async () => {
    const { sent, tool } = mailing();
    const talk = converse([tool], [[{ name: "send_email", args: { to: "x" } }, { name: "send_email", args: { to: "y" } }]]);
    let { pending, results } = await talk.start();
    const asked = new Set<string>();
    for (let clicks = 0; pending.length > 0 && clicks < 4; clicks++) {
      for (const { request } of pending) asked.add(request.digest);
      ({ pending, results } = await talk.resume(Object.fromEntries(pending.map(({ id, request }) => [id, approveRequest(request)]))));
    }
    expect(asked.size).toBe(2);
    expect([...sent].sort()).toEqual(["x", "y"]);
    expect(results).toHaveLength(2);
  });

  it("tells two equal requests in one turn apart", async () => {
    const { sent, tool } = mailing();
    const talk = converse([tool], [[{ name: "send_email", args: { to: "x" } }, { name: "send_email", args: { to: "x" } }]]);
    let { pending } = await talk.start();
    const digests = new Set<string>();
    for (let clicks = 0; pending.length > 0 && clicks < 4; clicks++) {
      for (const { request } of pending) digests.add(request.digest);
      ({ pending } = await talk.resume(Object.fromEntries(pending.map(({ id, request }) => [id, approveRequest(request)]))));
    }
    expect([digests.size, sent]).toEqual([2, ["x", "x"]]);
  });

  it("refuses the click of another user who resumes under their own name", async () => {
    const { sent, tool } = mailing();
    const talk = converse([tool], [[{ name: "send_email", args: { to: "x" } }]]);
    const { pending: [first] } = await talk.start();
    const bobs = auth.stamp(bob, { threadId: threadId(bob, "s") });
    const mixed = { configurable: { ...bobs.configurable, thread_id: talk.stamped.configurable.thread_id } };
    const { results } = await talk.resume(approveRequest(first!.request), mixed);
    expect(results).toEqual([expect.stringContaining("stamp of another thread")]);
    expect(sent).toEqual([]);
    expect(() => auth.stamp(bob, { threadId: threadId(ada, "s") })).toThrow("not the caller's");
  });

  it("refuses the click of another user whom LangGraph Server lets into the thread", async () => {
    const sent: string[] = [];
    const server = edgeAuth({ verify, langgraphServerAuth: ({ identity }) => ({ orgId: "acme", userId: identity, role: "staff" }) });
    const mail = externalAction({ name: "send_email", schema: address, ledger: memoryLedger() }, ({ to }) => Promise.resolve(sent.push(to)));
    const tool = authedTool(async (args, cfg) => mail.execute(approve(cfg, mail, args)), { ...bounds, name: "send_email", description: "Sends.", auth: server, schema: address });
    const as = (identity: string) => ({ configurable: { thread_id: "0b2c", langgraph_auth_user: { identity } } });
    const talk = converse([tool], [[{ name: "send_email", args: { to: "x" } }]]);
    const { pending: [first] } = await talk.start(as("ada"));
    const { results } = await talk.resume(approveRequest(first!.request), as("bob"));
    expect(results).toEqual(["ERROR: send_email: this decision was made about another request"]);
    expect(sent).toEqual([]);
  });

  it("fires each of two effects once although the node runs three times", async () => {
    const { sent, mail, ledger } = mailing();
    const pay = externalAction({ name: "pay", schema: z.object({ cents: z.number() }), ledger }, ({ cents }) => {
      sent.push(`paid ${cents}`);
      return Promise.resolve(`receipt ${sent.length}`);
    });
    let runs = 0;
    const both = authedTool(async (args, cfg) => {
      runs++;
      const receipt = await pay.execute(approve(cfg, pay, { cents: 5 }));
      await mail.execute(approve(cfg, mail, args));
      return receipt;
    }, { ...bounds, name: "both", description: "Pays and mails.", auth, schema: address });
    const talk = converse([both], [[{ name: "both", args: { to: "x" } }]]);
    const { pending: [first] } = await talk.start();
    const { pending: [second] } = await talk.resume(approveRequest(first!.request));
    expect([first?.request.action, second?.request.action]).toEqual(["pay", "send_email"]);
    const { results } = await talk.resume(approveRequest(second!.request));
    expect([runs, sent, results]).toEqual([3, ["paid 5", "x"], ["receipt 1"]]);
  });
});
