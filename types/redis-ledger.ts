import { claimOf, type Ledger } from "./ledger.js";

/** Sends one command: `(command) => client.sendCommand(command)` with `redis`, `([name, ...args]) => client.call(name, ...args)` with ioredis. */
export type RedisCommand = (command: [name: string, ...args: string[]]) => Promise<unknown>;

/** Where in Redis a ledger lies. */
export interface RedisLedgerOptions {
  /** Stands before every key. The braces keep a ledger on one node of a cluster. "{agent-guardrails}" unless told. */
  prefix?: string;
  /** Milliseconds since 1970, for tests. */
  now?: () => number;
}

// Each script is atomic. An entry is a hash; the unsettled ones are listed by time in a sorted set beside it.
const claimScript = `
if redis.call("EXISTS", KEYS[1]) == 1 then return redis.call("HMGET", KEYS[1], "claimed_at", "result") end
redis.call("HSET", KEYS[1], "action", ARGV[2], "claimed_at", ARGV[3])
redis.call("ZADD", KEYS[2], ARGV[3], ARGV[1])
return "claimed"`;
const settleScript = `
if redis.call("EXISTS", KEYS[1]) == 0 or redis.call("HEXISTS", KEYS[1], "result") == 1 then return 0 end
redis.call("HSET", KEYS[1], "result", ARGV[2])
redis.call("ZREM", KEYS[2], ARGV[1])
return 1`;
const releaseScript = `
if redis.call("EXISTS", KEYS[1]) == 0 or redis.call("HEXISTS", KEYS[1], "result") == 1 then return 0 end
redis.call("DEL", KEYS[1])
redis.call("ZREM", KEYS[2], ARGV[1])
return 1`;

/** A ledger in Redis. It must not evict or expire the entries: an approval could then be carried out again. */
export function redisLedger(send: RedisCommand, options: RedisLedgerOptions = {}): Ledger {
  const { prefix = "{agent-guardrails}", now = Date.now } = options;
  const index = `${prefix}:unsettled`;
  const entry = (approvalId: string): string => `${prefix}:entry:${approvalId}`;
  const run = (script: string, approvalId: string, ...values: string[]): Promise<unknown> =>
    send(["EVAL", script, "2", entry(approvalId), index, approvalId, ...values]);
  return {
    async claim(approvalId, action) {
      const reply = await run(claimScript, approvalId, action, String(now()));
      if (String(reply) === "claimed") return { state: "claimed" };
      const [claimedAt, result] = Array.isArray(reply) ? (reply as (string | Uint8Array | null)[]) : [null];
      // A client that queues, or whose `send` returns nothing, must not free an effect.
      if (!claimedAt) throw new TypeError("unexpected reply of Redis to a claim");
      return claimOf(result && String(result), Number(claimedAt));
    },
    settle: async (approvalId, result) => Number(await run(settleScript, approvalId, result)) === 1,
    release: async (approvalId) => Number(await run(releaseScript, approvalId)) === 1,
    async inDoubt(claimedBefore) {
      const ids = (await send(["ZRANGEBYSCORE", index, "-inf", `(${claimedBefore.getTime()}`])) as string[];
      const rows = await Promise.all(ids.map((id) => send(["HMGET", entry(id), "action", "claimed_at"]) as Promise<[string | null, string | null]>));
      return ids.flatMap((approvalId, at) => {
        const [action, claimedAt] = rows[at] ?? [null, null];
        return action === null ? [] : [{ approvalId, action, claimedAt: new Date(Number(claimedAt)) }];
      });
    },
  };
}
