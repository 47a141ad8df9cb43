import { InMemoryStore, type MemorySaver } from "@langchain/langgraph";
import { FakeToolCallingModel } from "langchain";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { edgeAuth, IdentityError, isVerified, ownThreadId, provideDigests, tenantStore, threadId, withConfig } from "../../types/index.js";
import { reviewedIdentity } from "../../types/reviewed.js";
import { authedTool } from "../../types/tools.js";
import { ada, auth, bob, forged, harnesses, verify, type Conversation } from "./scenario.js";
import { createHash, createHmac } from "node:crypto";

const key = "k".repeat(32);
const hop = <Data>(data: Data): Data => JSON.parse(JSON.stringify(data)) as Data;

describe("authenticate", () => {
  it("mints frozen claims and drops the others", async () => {
    const identity = await edgeAuth({ verify: () => ({ orgId: "acme", userId: "u", role: "r", email: "u@example.org", iat: 1 }) }).authenticate("x");
    expect(identity).toEqual({ orgId: "acme", userId: "u", role: "r" });
    expect(isVerified(identity)).toBe(true);
    expect(Object.isFrozen(identity)).toBe(true);
  });

  it.each([undefined, null, "ada", 5, {}, { orgId: "acme", userId: "u" }, { orgId: "", userId: "u", role: "r" }, { orgId: 1, userId: "u", role: "r" }, { orgId: "o".repeat(257), userId: "u", role: "r" }])("refuses the claims %j", async (claims) => {
    await expect(edgeAuth({ verify: () => claims }).authenticate("x")).rejects.toThrow(IdentityError);
  });

  it("takes no claim from a polluted prototype", async () => {
    await polluted({ role: "admin" }, async () => {
      await expect(edgeAuth({ verify: () => ({ orgId: "acme", userId: "u" }) }).authenticate("x")).rejects.toThrow(IdentityError);
    });
  });

  it("wraps what the verifier throws, without the credential", async () => {
    const failing = edgeAuth({ verify: () => { throw new Error("expired"); } });
    const error = await failing.authenticate("secret-credential").catch((thrown: unknown) => thrown as Error);
    expect(error).toBeInstanceOf(IdentityError);
    expect(error).toMatchObject({ message: "credential refused", cause: new Error("expired") });
  });
});

describe("stamp and require", () => {
  const stamped = auth.stamp(ada, { threadId: threadId(ada, "s") });

  it("finds the identity again in this process", () => {
    const cfg = auth.require(stamped);
    expect(cfg.identity).toBe(ada);
    expect(Object.isFrozen(cfg)).toBe(true);
  });

  it("keeps the identity of a config where nobody can put another", () => {
    const cfg = auth.require(stamped);
    for (const holder of [cfg, Object.getPrototypeOf(cfg) as object]) {
      Reflect.setPrototypeOf(holder, { identity: bob });
      Reflect.defineProperty(holder, "identity", { value: bob });
      Reflect.set(holder, "identity", bob);
    }
    expect(cfg.identity).toBe(ada);
  });

  it("counts for the stamped thread only, like a token", () => {
    for (const thread of [threadId(bob, "s"), threadId(ada, "other"), undefined]) {
      expect(() => auth.require({ configurable: { ...stamped.configurable, thread_id: thread } })).toThrow("stamp of another thread");
    }
  });

  it("gives a config that it gave before again, with all that the run brought", () => {
    const cfg = auth.require({ ...stamped, store: new InMemoryStore(), toolCallId: "call-1", tags: ["x"] });
    const again = auth.require(cfg);
    expect([again.identity, again.toolCallId, again.tags]).toEqual([ada, "call-1", ["x"]]);
    expect(() => tenantStore(again)).not.toThrow();
  });

  it("takes nothing of a run from a polluted prototype", async () => {
    const server = edgeAuth({ verify, langgraphServerAuth: ({ identity }) => ({ orgId: "acme", userId: identity, role: "r" }) });
    await polluted({ langgraph_auth_user: { identity: "eve" }, ...stamped.configurable }, () => {
      for (const config of [{}, { configurable: {} }]) expect(() => server.require(config)).toThrow("no verified identity");
      expect(() => server.require({ configurable: { langgraph_auth_user: {} } })).toThrow(IdentityError);
    });
  });

  it("refuses to stamp a copy, or the thread of somebody else", () => {
    expect(() => auth.stamp(forged(structuredClone(ada)), { threadId: threadId(ada, "s") })).toThrow(IdentityError);
    expect(() => auth.stamp(bob, { threadId: threadId(ada, "s") })).toThrow(IdentityError);
    expect(() => auth.stamp(ada, { threadId: "chat-1" as ReturnType<typeof threadId> })).toThrow(IdentityError);
  });

  it("stamps threads of an app whose name is escaped", () => {
    expect(auth.stamp(ada, { threadId: threadId(ada, "s", "my-app") }).configurable.thread_id).toBe("my~2d~app-acme-ada-s");
  });

  it.each([
    ["nothing", undefined], ["an empty config", {}], ["client claims", { configurable: { user_id: "ada", org_id: "acme", role: "admin" } }],
    ["a client's server user", { configurable: { langgraph_auth_user: { identity: "ada" }, langgraph_auth_user_id: "ada" } }],
    ["a client's identity key", { configurable: { __agent_guardrails_identity: { orgId: "acme", userId: "ada", role: "admin" } } }],
    ["an identity at the top", { identity: { orgId: "acme", userId: "ada", role: "admin" } }],
    ["a token without a key of ours", { configurable: { __agent_guardrails_token: "x.y" } }],
  ])("finds no identity in %s", (_, config) => {
    expect(() => auth.require(config)).toThrow(IdentityError);
  });

  it("reads the server's user only where it was told that an auth handler writes it", () => {
    const server = edgeAuth({ verify, langgraphServerAuth: ({ identity, permissions }) => ({ orgId: "acme", userId: identity, role: String(permissions) }) });
    expect(server.require({ configurable: { langgraph_auth_user: { identity: "ada", permissions: ["x"] } } }).identity.userId).toBe("ada");
    expect(() => server.require({ configurable: { langgraph_auth_user: {} } })).toThrow(IdentityError);
  });
});

describe("the token", () => {
  let time = 1_000_000;
  const keyed = edgeAuth({ verify, key, now: () => time });
  const { configurable } = hop(keyed.stamp(ada, { threadId: threadId(ada, "s"), ttlSeconds: 60 }));
  const token = String(configurable.__agent_guardrails_token);
  const withToken = (changed: string, thread: string = configurable.thread_id) => ({ configurable: { thread_id: thread, __agent_guardrails_token: changed } });

  it("carries the identity through JSON", () => {
    const cfg = keyed.require({ configurable });
    expect(cfg.identity).toEqual({ orgId: "acme", userId: "ada", role: "staff-role" });
    expect(isVerified(cfg.identity)).toBe(true);
  });

  it("carries names beyond ASCII", () => {
    const identity = reviewedIdentity({ orgId: "Bücher & Söhne", userId: "🦊\ud800", role: "r" }, "a name for this test only");
    const stamped = hop(keyed.stamp(identity, { threadId: threadId(identity, "s") }));
    expect(keyed.require(stamped).identity).toEqual(identity);
  });

  it("counts for its thread only", () => {
    expect(() => keyed.require(withToken(token, threadId(ada, "other")))).toThrow("stamp of another thread");
    expect(() => keyed.require({ configurable: { __agent_guardrails_token: token } })).toThrow("stamp of another thread");
  });

  it("expires", () => {
    time += 60_001;
    expect(() => keyed.require(withToken(token))).toThrow("expired token");
    time -= 60_001;
  });

  it("is refused with any character changed, cut or added", () => {
    for (let at = 0; at < token.length; at++) {
      const changed = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
      expect(() => keyed.require(withToken(changed)), `position ${at}`).toThrow("foreign token");
    }
    for (const changed of [token.slice(0, -1), `${token}0`, `${token}.x`.replace(/\.x$/, "00"), ".", "", "x", token.split(".")[0] ?? ""]) {
      expect(() => keyed.require(withToken(changed)), changed).toThrow(IdentityError);
    }
  });

  it("is refused under another key, and taken under an older one", () => {
    const other = "o".repeat(32);
    expect(() => edgeAuth({ verify, key: other, now: () => time }).require(withToken(token))).toThrow("foreign token");
    expect(edgeAuth({ verify, key: [other, key], now: () => time }).require(withToken(token)).identity.userId).toBe("ada");
    expect(() => edgeAuth({ verify, key: "short" })).toThrow(TypeError);
    expect(() => edgeAuth({ verify, key: [key, new Uint8Array(8)] })).toThrow(TypeError);
  });

  it("is computed by other primitives where there is no node:crypto", () => {
    let asked = 0;
    provideDigests({
      sha256: (text) => createHash("sha256").update(text).digest("hex"),
      hmacSha256: (secret, text) => { asked++; return createHmac("sha256", secret).update(text).digest("hex"); },
    });
    expect(keyed.require(withToken(token)).identity.userId).toBe("ada");
    expect(asked).toBe(1);
  });
});

describe("withConfig", () => {
  const cfg = auth.require(auth.stamp(ada, { threadId: threadId(ada, "s") }));

  it("changes run options and keeps whose run it is", () => {
    const changed = withConfig(cfg, { tags: ["x"], configurable: { thread_id: "evil" }, identity: bob, toolCallId: "y" } as object);
    expect(changed.tags).toEqual(["x"]);
    expect(changed.identity).toBe(ada);
    expect(changed.configurable).toBe(cfg.configurable);
    expect(changed.toolCallId).toBeUndefined();
  });

  it("refuses what require() did not return", () => {
    for (const value of [{}, Object.assign({}, cfg), Object.create(cfg), { identity: ada }]) {
      expect(() => withConfig(forged(value), {})).toThrow(IdentityError);
    }
  });
});

describe("threads", () => {
  it("accepts the caller's own and refuses look-alikes", () => {
    const own = threadId(ada, "chat 1");
    expect(own).toBe("agent-acme-ada-chat~20~1");
    expect(ownThreadId(ada, own)).toBe(own);
    const ad = reviewedIdentity({ orgId: "acme", userId: "ad", role: "r" }, "a prefix of another user's id");
    const org = reviewedIdentity({ orgId: "acme-ada", userId: "chat", role: "r" }, "an org that ends like a user");
    for (const foreign of ["", "agent-acme-ada", "agent-acme-ada-", "agent-acme-ada-x-y", "agent-acme-adab-x", "other-acme-ada-x", "agent-acme-bob-x", "agent-acme-ada-x\n", "agent-acme-ada-ä", threadId(ad, "a"), threadId(org, "1"), `${own}-`]) {
      expect(() => ownThreadId(ada, foreign), foreign).toThrow(IdentityError);
    }
    for (const value of [undefined, null, 5, {}, [], new Date(0)]) expect(() => ownThreadId(ada, forged(value))).toThrow(IdentityError);
    expect(ownThreadId(ada, forged([own]))).toBe(own);
    expect(() => ownThreadId(ada, own, "other")).toThrow(IdentityError);
    expect(() => ownThreadId(forged(structuredClone(ada)), own)).toThrow(IdentityError);
    expect(() => threadId(ada, "")).toThrow(TypeError);
  });
});

describe.each(Object.entries(harnesses))("traces and checkpoints of %s", (_, converse) => {
  it("hold the identity nowhere, neither by object nor by token", async () => {
    const secretive = edgeAuth({ verify, key });
    const seen: unknown[] = [];
    const handler = {
      handleChainStart: (...event: unknown[]) => void seen.push(event), handleChatModelStart: (...event: unknown[]) => void seen.push(event),
      handleToolStart: (...event: unknown[]) => void seen.push(event), handleToolEnd: (...event: unknown[]) => void seen.push(event), handleChainEnd: (...event: unknown[]) => void seen.push(event),
    };
    const model = new FakeToolCallingModel({});
    const asked = authedTool(async (_args, cfg) => {
      await model.invoke("from the tool", cfg);
      await model.invoke("from the tool", withConfig(cfg, { tags: ["inner"] }));
      return "done";
    }, { name: "ask", description: "Asks.", auth: secretive, schema: z.object({}), effect: "read" });
    const talk = converse([asked], [[{ name: "ask", args: {} }]], { auth: secretive });
    const { results } = await talk.start({ ...talk.stamped, callbacks: [handler], tags: ["outer"] });
    expect(results).toEqual(["done"]);
    const traced = shown(seen);
    const saved = shown(storageOf(talk.saver));
    expect([traced.includes("outer"), traced.includes("inner"), traced.includes("thread_id"), saved.includes("messages")]).toEqual([true, true, true, true]);
    for (const text of [traced, saved]) expect(secretsIn(text, talk)).toEqual([]);
  });

  it.each(["values", "updates", "messages", "tasks", "custom"])("are as silent as what the mode %s streams to a user", async (mode) => {
    const secretive = edgeAuth({ verify, key });
    const look = authedTool((_args, cfg) => Promise.resolve(cfg.identity.role.length), { name: "look", description: "Looks.", auth: secretive, schema: z.object({}), effect: "read" });
    const talk = converse([look], [[{ name: "look", args: {} }]], { auth: secretive });
    const chunks = await talk.stream(mode);
    expect(secretsIn(shown(chunks), talk)).toEqual([]);
    expect(chunks.length > 0 || mode === "custom").toBe(true);
  });
});

/** What a text holds of the caller. The thread's own name holds tenant and user, on purpose; nothing else may. */
function secretsIn(text: string, { stamped }: Conversation): string[] {
  const { thread_id: thread, __agent_guardrails_token: token } = stamped.configurable;
  const rest = text.replaceAll(thread, "");
  return ["staff-role", "orgId", "userId", "__agent_guardrails", String(token), "acme", '"ada"'].filter((secret) => rest.includes(secret));
}

/** Runs a test while every object inherits some properties, as after an attack on a careless merge. */
async function polluted(properties: object, test: () => unknown): Promise<void> {
  Object.assign(Object.prototype, properties);
  try {
    await test();
  } finally {
    for (const name of Object.keys(properties)) Reflect.deleteProperty(Object.prototype, name);
  }
}

function storageOf({ storage, writes }: MemorySaver): unknown {
  return [storage, writes];
}

/** Everything that is in a value, bytes decoded, cycles cut. */
function shown(value: unknown): string {
  const seen = new Set<object>();
  return JSON.stringify(value, (_key, item: unknown) => {
    if (item instanceof Uint8Array) return new TextDecoder().decode(item);
    if (item instanceof Map) return [...(item as Map<unknown, unknown>)];
    if (typeof item === "object" && item !== null) {
      if (seen.has(item)) return "[again]";
      seen.add(item);
    }
    return item;
  });
}
