import Database from "better-sqlite3";
import pg from "pg";
import { createClient } from "redis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ledgerTable, memoryLedger, postgresLedger, redisLedger, resolveDoubt, sqliteLedger, type Ledger } from "../../types/approval.js";
import { startPostgres, startRedis, type Server } from "./servers.js";

/** A ledger, and another one over the same entries as a second process would have it. */
interface Ledgers {
  one: Ledger;
  other: Ledger;
}
let time = 1_700_000_000_000;
const now = () => time;
const closers: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

async function openPostgres(): Promise<Ledgers | undefined> {
  const server = await startPostgres();
  if (!server) { absent("PostgreSQL", "postgresql"); return; }
  closers.push(() => server.stop());
  const pool = () => {
    const opened = new pg.Pool({ host: server.folder, user: "postgres", database: "postgres" });
    closers.push(async () => { await opened.end(); });
    return opened;
  };
  const [first, second] = [pool(), pool()];
  await first.query(ledgerTable());
  return { one: postgresLedger(first, { now }), other: postgresLedger(second, { now }) };
}

async function openRedis(): Promise<Ledgers | undefined> {
  const server: Server | undefined = await startRedis();
  if (!server) { absent("Redis", "redis-server"); return; }
  closers.push(() => server.stop());
  const ledger = async () => {
    const client = createClient({ socket: { path: `${server.folder}/redis.sock`, tls: false } });
    await client.connect();
    closers.push(() => { client.destroy(); });
    return redisLedger((command) => client.sendCommand(command), { now });
  };
  return { one: await ledger(), other: await ledger() };
}

function absent(name: string, debianPackage: string): undefined {
  console.log(`SKIPPED: the ledger in ${name} is not tested, because Debian's package ${debianPackage} is not installed`);
  return undefined;
}

const kinds: Record<string, () => Promise<Ledgers | undefined>> = {
  memory: () => {
    const ledger = memoryLedger(now);
    return Promise.resolve({ one: ledger, other: ledger });
  },
  "SQLite (better-sqlite3)": () => {
    const database = new Database(":memory:");
    database.exec(ledgerTable("approvals"));
    const open = () => sqliteLedger(database, { table: "approvals", now });
    return Promise.resolve({ one: open(), other: open() });
  },
  PostgreSQL: openPostgres,
  Redis: openRedis,
};

describe.each(Object.entries(kinds))("the ledger in %s", (_, open) => {
  let ledgers: Ledgers | undefined;
  beforeAll(async () => { ledgers = await open(); }, 200_000);
  /** Each test has an entry of its own. */
  const test = (name: string, body: (ledgers: Ledgers, id: string) => Promise<void>): void => {
    it(name, async (context) => {
      if (!ledgers) context.skip();
      else await body(ledgers, `id-${name}`);
    });
  };

  test("gives a claim once, and the stored result ever after", async ({ one, other }, id) => {
    expect(await one.claim(id, "pay")).toEqual({ state: "claimed" });
    expect(await other.claim(id, "pay")).toEqual({ state: "in doubt", claimedAt: new Date(time) });
    expect(await one.settle(id, '{"result":"ü 🦊 \\"x\\""}')).toBe(true);
    expect(await other.claim(id, "pay")).toEqual({ state: "settled", result: '{"result":"ü 🦊 \\"x\\""}' });
  });

  test("gives one of fifty simultaneous claims", async ({ one, other }, id) => {
    const claims = await Promise.all(Array.from({ length: 50 }, (_item, index) => (index % 2 ? one : other).claim(id, "pay")));
    expect(claims.filter(({ state }) => state === "claimed")).toHaveLength(1);
    expect(claims.filter(({ state }) => state === "in doubt")).toHaveLength(49);
  });

  test("settles once, and nothing that is unknown", async ({ one, other }, id) => {
    expect(await one.settle(id, "{}")).toBe(false);
    await one.claim(id, "pay");
    expect([await one.settle(id, '{"result":1}'), await other.settle(id, '{"result":2}')]).toEqual([true, false]);
    expect(await one.claim(id, "pay")).toEqual({ state: "settled", result: '{"result":1}' });
  });

  test("releases an unsettled claim and nothing else", async ({ one, other }, id) => {
    expect(await one.release(id)).toBe(false);
    await one.claim(id, "pay");
    expect(await other.release(id)).toBe(true);
    expect(await one.claim(id, "pay")).toEqual({ state: "claimed" });
    await one.settle(id, "{}");
    expect(await one.release(id)).toBe(false);
    expect(await one.claim(id, "pay")).toEqual({ state: "settled", result: "{}" });
  });

  test("lists what is in doubt since a moment, oldest first", async ({ one, other }, id) => {
    const begin = time;
    for (const name of ["late", "early"]) {
      time = name === "late" ? begin + 5_000 : begin + 1_000;
      await one.claim(`${id}-${name}`, name);
    }
    await one.claim(`${id}-done`, "done");
    await one.settle(`${id}-done`, "{}");
    const found = (await other.inDoubt(new Date(begin + 6_000))).filter(({ approvalId }) => approvalId.startsWith(id));
    expect(found).toEqual([
      { approvalId: `${id}-early`, action: "early", claimedAt: new Date(begin + 1_000) },
      { approvalId: `${id}-late`, action: "late", claimedAt: new Date(begin + 5_000) },
    ]);
    expect((await other.inDoubt(new Date(begin + 1_000))).filter(({ approvalId }) => approvalId.startsWith(id))).toEqual([]);
    time = begin;
  });

  test("lets an operator settle a doubt, or free the action, once", async ({ one, other }, id) => {
    await one.claim(id, "pay");
    await resolveDoubt(other, id, { performed: true, result: { receipt: 7 } });
    expect(await one.claim(id, "pay")).toEqual({ state: "settled", result: '{"result":{"receipt":7}}' });
    await expect(resolveDoubt(other, id, { performed: false })).rejects.toThrow("not in doubt");
    await one.claim(`${id}-2`, "pay");
    await resolveDoubt(one, `${id}-2`, { performed: false });
    expect(await other.claim(`${id}-2`, "pay")).toEqual({ state: "claimed" });
    await expect(resolveDoubt(one, `${id}-3`, { performed: true })).rejects.toThrow("not in doubt");
  });
});

describe("the Redis ledger", () => {
  it.each([[undefined], [null], ["OK"], ["QUEUED"], [1], [[]], [[null, null]]])("takes the reply %j for no claim", async (reply) => {
    await expect(redisLedger(() => Promise.resolve(reply)).claim("id", "pay")).rejects.toThrow("unexpected reply");
  });

  it("reads replies of a client that gives bytes", async () => {
    const replying = (reply: unknown) => redisLedger(() => Promise.resolve(reply)).claim("id", "pay");
    expect(await replying(Buffer.from("claimed"))).toEqual({ state: "claimed" });
    expect(await replying([Buffer.from("5"), Buffer.from("{}")])).toEqual({ state: "settled", result: "{}" });
    expect(await replying([Buffer.from("5"), null])).toEqual({ state: "in doubt", claimedAt: new Date(5) });
  });
});

describe("the SQL ledgers", () => {
  it("refuse a table name that would need quoting", () => {
    for (const table of ["a b", 'x"; DROP TABLE y', "1a", "", "a.b.c", "ä"]) {
      expect(() => ledgerTable(table), table).toThrow(TypeError);
      expect(() => sqliteLedger(new Database(":memory:"), { table }), table).toThrow(TypeError);
    }
    expect(ledgerTable("app.ledger_2")).toContain("app.ledger_2");
  });

  it("reject when the database fails", async () => {
    await expect(sqliteLedger(new Database(":memory:")).claim("id", "pay")).rejects.toThrow("no such table");
  });
});
