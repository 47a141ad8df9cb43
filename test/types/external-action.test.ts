import { END, MemorySaver, Command, START, StateGraph, MessagesAnnotation, InMemoryStore } from "@langchain/langgraph";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { approve, approveRequest, editRequest, externalAction, rejectRequest, InDoubtError, memoryLedger, NotPerformed, resolveDoubt, type ApprovalRequest, type ApprovedAction } from "../../types/approval.js";
import { IdentityError, idempotencyKey, sharedNamespace, tenantNamespace, tenantStore, threadId, withConfig, type AuthedConfig } from "../../types/index.js";
import { killSwitch } from "../../types/operations.js";
import { ada, auth, bob, forged } from "./scenario.js";

let threads = 0;

/** Runs a node until its approvals are given; a node that fails ends the run. */
async function approved(body: (cfg: AuthedConfig) => unknown, retry = false): Promise<void> {
  const graph = new StateGraph(MessagesAnnotation)
    .addNode("act", async (_state, config) => { await body(auth.require(config)); return {}; }, retry ? { retryPolicy: { maxAttempts: 3, initialInterval: 1, jitter: false, logWarning: false } } : {})
    .addEdge(START, "act").addEdge("act", END).compile({ checkpointer: new MemorySaver() });
  const stamped = auth.stamp(ada, { threadId: threadId(ada, `x${threads++}`) });
  let input: unknown = { messages: [] };
  for (let click = 0; click < 5; click++) {
    const { __interrupt__: [interrupt] = [] } = (await graph.invoke(input as never, stamped)) as { __interrupt__?: { value: ApprovalRequest }[] };
    if (!interrupt) return;
    input = new Command({ resume: approveRequest(interrupt.value) });
  }
  throw new Error("the run asks and asks");
}

const schema = z.object({ cents: z.number() });

describe("execute", () => {
  it("takes an approval once, for its own action, and as the very object", async () => {
    let effects = 0;
    const action = (name: string) => externalAction({ name, schema, ledger: memoryLedger() }, () => Promise.resolve(++effects));
    const [pay, refund] = [action("pay"), action("refund")];
    await approved(async (cfg) => {
      const token = approve(cfg, pay, { cents: 1 });
      expect(Object.isFrozen(token) && Object.isFrozen(token.args)).toBe(true);
      await expect(refund.execute(forged(token))).rejects.toThrow("not given for this action");
      for (const copy of [structuredClone(Object.assign({}, token)), Object.assign({}, token), Object.create(token), undefined]) {
        await expect(pay.execute(forged(copy))).rejects.toThrow("not given for this action");
      }
      expect(await pay.execute(token)).toBe(1);
      await expect(pay.execute(token)).rejects.toThrow("this approval is used");
    });
    expect(effects).toBe(1);
  });

  it("takes one of two uses at the same time", async () => {
    let effects = 0;
    const pay = externalAction({ name: "pay", schema, ledger: memoryLedger(), killSwitch: killSwitch(() => Promise.resolve(false)) }, () => Promise.resolve(++effects));
    await approved(async (cfg) => {
      const token = approve(cfg, pay, { cents: 1 });
      const uses = await Promise.allSettled([pay.execute(token), pay.execute(token)]);
      expect(uses).toMatchObject([{ status: "fulfilled", value: 1 }, { status: "rejected", reason: { message: "this approval is used" } }]);
    });
    expect(effects).toBe(1);
  });

  it("keeps an approval for later while its switch is off", async () => {
    let off = true;
    const pay = externalAction({ name: "pay", schema, ledger: memoryLedger(), killSwitch: killSwitch(() => off) }, () => Promise.resolve("paid"));
    await approved(async (cfg) => {
      const token = approve(cfg, pay, { cents: 1 });
      await expect(pay.execute(token)).rejects.toThrow("off (switched off by an operator)");
      off = false;
      expect(await pay.execute(token)).toBe("paid");
    });
  });

  it("leaves nothing in doubt that never began", async () => {
    const ledger = memoryLedger();
    let effects = 0;
    const pay = externalAction({ name: "pay", schema, ledger }, () => Promise.resolve(++effects));
    await approved(async (cfg) => {
      const run = new AbortController();
      const token = approve(withConfig(cfg, { signal: run.signal }), pay, { cents: 1 });
      run.abort(new Error("user left"));
      await expect(pay.execute(token)).rejects.toThrow("user left");
    });
    expect([effects, await ledger.inDoubt(new Date(Date.now() + 1))]).toEqual([0, []]);
  });

  it("refuses other arguments for a request that was carried out", async () => {
    const ledger = memoryLedger();
    const paid: number[] = [];
    const pay = externalAction({ name: "pay", schema, ledger }, ({ cents }) => Promise.resolve(paid.push(cents)));
    let runs = 0;
    const graph = new StateGraph(MessagesAnnotation)
      .addNode("act", async (_state, config) => { runs++; await pay.execute(approve(auth.require(config), pay, { cents: 1 })); return {}; })
      .addEdge(START, "act").addEdge("act", END);
    const stamped = auth.stamp(ada, { threadId: threadId(ada, `x${threads++}`) });
    // The same checkpoint in two places, as after a restore from a backup.
    const [saver, backup] = [new MemorySaver(), new MemorySaver()];
    const { __interrupt__: [interrupt] = [] } = (await graph.compile({ checkpointer: saver }).invoke({ messages: [] }, stamped)) as { __interrupt__?: { value: ApprovalRequest }[] };
    Object.assign(backup, structuredClone({ storage: saver.storage, writes: saver.writes }));
    await graph.compile({ checkpointer: saver }).invoke(new Command({ resume: approveRequest(interrupt!.value) }), stamped);
    await expect(graph.compile({ checkpointer: backup }).invoke(new Command({ resume: editRequest(interrupt!.value, { cents: 900 }) }), stamped)).rejects.toThrow("was carried out with other arguments");
    expect([paid, runs]).toEqual([[1], 3]);
  });

  it("leaves a failed effect in doubt until an operator has looked", async () => {
    const ledger = memoryLedger();
    let effects = 0;
    const pay = externalAction({ name: "pay", schema, ledger }, () => { effects++; return Promise.reject(new Error("lost")); });
    await expect(approved(async (cfg) => pay.execute(approve(cfg, pay, { cents: 1 })), true)).rejects.toThrow(InDoubtError);
    expect(effects).toBe(1);
    const [entry] = await ledger.inDoubt(new Date(Date.now() + 1));
    expect(entry?.action).toBe("pay");
    await resolveDoubt(ledger, entry?.approvalId ?? "", { performed: true, result: "found" });
    expect(await ledger.claim(entry?.approvalId ?? "", "pay")).toEqual({ state: "settled", result: '{"result":"found"}' });
  });

  it("tries again after an effect that knows that nothing happened, under the same approval", async () => {
    const keys: string[] = [];
    const pay = externalAction({ name: "pay", schema, ledger: memoryLedger() }, (_args, { idempotencyKey: key }) => {
      keys.push(key);
      return keys.length === 1 ? Promise.reject(new NotPerformed("refused at the door")) : Promise.resolve("paid");
    });
    const results: unknown[] = [];
    await approved(async (cfg) => { results.push(await pay.execute(approve(cfg, pay, { cents: 1 }))); }, true);
    expect(results).toEqual(["paid"]);
    expect([keys.length, new Set(keys).size]).toEqual([2, 1]);
  });

  it("fires once when the node fails after the effect and is retried", async () => {
    let [effects, runs] = [0, 0];
    const pay = externalAction({ name: "pay", schema, ledger: memoryLedger() }, () => Promise.resolve(++effects));
    const results: unknown[] = [];
    await approved(async (cfg) => {
      results.push(await pay.execute(approve(cfg, pay, { cents: 1 })));
      if (++runs === 1) throw new Error("later step failed");
    }, true);
    expect([effects, results]).toEqual([1, [1, 1]]);
  });

  it("stays in doubt when its result is no JSON or its time is up", async () => {
    for (const [effect, message] of [[() => Promise.resolve(1n), "BigInt"], [() => new Promise<never>(() => undefined), "no answer within 20 ms"]] as const) {
      const ledger = memoryLedger();
      const pay = externalAction({ name: "pay", schema, ledger, timeoutMs: 20 }, () => effect() as Promise<unknown>);
      await expect(approved(async (cfg) => pay.execute(approve(cfg, pay, { cents: 1 })))).rejects.toThrow(message);
      expect(await ledger.inDoubt(new Date(Date.now() + 1))).toHaveLength(1);
    }
  });
});

describe("approve", () => {
  it("refuses arguments that a reviewer could not see as they run", async () => {
    const date = externalAction({ name: "a", schema: z.object({ at: z.date() }), ledger: memoryLedger() }, () => Promise.resolve(1));
    await expect(approved((cfg) => approve(cfg, date, { at: new Date(0) }))).rejects.toThrow("$.at is no JSON data");
    const doubling = externalAction({ name: "b", schema: z.object({ n: z.number().overwrite((n) => n * 2) }), ledger: memoryLedger() }, () => Promise.resolve(1));
    await expect(approved((cfg) => approve(cfg, doubling, { n: 1 }))).rejects.toThrow("may not change what it has parsed");
    const fine = externalAction({ name: "c", schema, ledger: memoryLedger() }, () => Promise.resolve(1));
    await expect(approved((cfg) => approve(cfg, fine, forged({ cents: "1" })))).rejects.toThrow(z.ZodError);
    await expect(approved((cfg) => approve(cfg, forged({ ...fine }), { cents: 1 }))).rejects.toThrow("not made by externalAction()");
    await expect(approved((cfg) => approve(forged(Object.assign({}, cfg)), fine, { cents: 1 }))).rejects.toThrow(IdentityError);
    expect(() => externalAction(forged({ name: "d", schema, ledger: memoryLedger(), fourEyes: true }), () => Promise.resolve(1))).toThrow("need a desk");
  });

  it("takes no reason that is longer than a reviewer may write", () => {
    const request: ApprovalRequest = { kind: "agent-guardrails.approval", action: "pay", args: {}, digest: "0" };
    expect(rejectRequest(request, "x".repeat(500))).toMatchObject({ decision: "reject" });
    expect(() => rejectRequest(request, "x".repeat(501))).toThrow(TypeError);
  });

  it("drops what the schema does not know before anybody is asked", async () => {
    const seen: ApprovedAction<"pay", { cents: number }>[] = [];
    const pay = externalAction({ name: "pay", schema, ledger: memoryLedger() }, () => Promise.resolve(1));
    await approved((cfg) => seen.push(approve(cfg, pay, forged({ cents: 1, to: "eve" }))));
    expect(seen[0]?.args).toEqual({ cents: 1 });
  });
});

describe("stores and keys", () => {
  const cfgOf = (identity: typeof ada) => auth.require(auth.stamp(identity, { threadId: threadId(identity, "s") }));

  it("keep users apart and share within a tenant", async () => {
    const store = tenantStore(new InMemoryStore());
    const [hers, his] = [cfgOf(ada), cfgOf(bob)];
    await store.put(tenantNamespace(hers, "facts"), "k", { of: "ada" });
    await store.put(sharedNamespace(hers, "facts"), "k", { of: "all" });
    expect((await store.get(tenantNamespace(hers, "facts"), "k"))?.value).toEqual({ of: "ada" });
    expect(await store.get(tenantNamespace(his, "facts"), "k")).toBeNull();
    expect((await store.search(sharedNamespace(his, "facts"))).map(({ value }) => value)).toEqual([{ of: "all" }]);
    await store.delete(tenantNamespace(hers, "facts"), "k");
    expect(await store.get(tenantNamespace(hers, "facts"), "k")).toBeNull();
    await expect(store.search(forged([]))).rejects.toThrow(TypeError);
    for (const leaf of ["", "a.b", "a:b", "a/b", "é"]) expect(() => tenantNamespace(hers, leaf), leaf).toThrow(TypeError);
    expect(() => tenantStore(hers)).toThrow("no store");
  });

  it("refuse a namespace that was kept from the run of somebody else", async () => {
    const inner = new InMemoryStore();
    const run = (identity: typeof ada) => auth.require({ ...auth.stamp(identity, { threadId: threadId(identity, "s") }), store: inner });
    const [hers, his] = [run(ada), run(bob)];
    const kept = [tenantNamespace(hers, "facts"), sharedNamespace(hers, "facts")];
    await tenantStore(hers).put(kept[0]!, "k", { of: "ada" });
    for (const namespace of kept) {
      await expect(tenantStore(his).get(namespace, "k")).rejects.toThrow("not the caller's namespace");
      await expect(tenantStore(his).search(namespace)).rejects.toThrow("not the caller's namespace");
    }
    expect((await tenantStore(run(ada)).get(kept[0]!, "k"))?.value).toEqual({ of: "ada" });
    expect(() => tenantStore(forged({ store: inner }))).toThrow(IdentityError);
  });

  it("make one key per effect", () => {
    const cfg = cfgOf(ada);
    const key = idempotencyKey(cfg, "pay", { a: 1, b: 2 });
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(idempotencyKey(cfg, "pay", { b: 2, a: 1 })).toBe(key);
    const others = [idempotencyKey(cfg, "pay", { a: 1 }), idempotencyKey(cfg, "refund", { a: 1, b: 2 }), idempotencyKey(cfgOf(bob), "pay", { a: 1, b: 2 }),
      idempotencyKey(auth.require(auth.stamp(ada, { threadId: threadId(ada, "t") })), "pay", { a: 1, b: 2 })];
    expect(new Set([key, ...others]).size).toBe(5);
  });
});
