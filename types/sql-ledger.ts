import { claimOf, type InDoubtEntry, type Ledger } from "./ledger.js";

/** better-sqlite3 or `node:sqlite`. */
export interface SqliteDatabase {
  prepare(sql: string): {
    run(...values: (string | number | null)[]): { changes: number | bigint };
    get(...values: (string | number | null)[]): unknown;
    all(...values: (string | number | null)[]): unknown[];
  };
}

/** A pool or client of `pg`. */
export interface PostgresClient {
  query(sql: string, values?: unknown[]): Promise<{ rows: unknown[]; rowCount: number | null }>;
}

/** Where in a database a ledger lies. */
export interface SqlLedgerOptions {
  /** Table name, with a schema if there is one. "agent_guardrails_ledger" unless told. */
  table?: string;
  /** Milliseconds since 1970, for tests. */
  now?: () => number;
}

interface Row {
  approval_id: string;
  action: string;
  /** Milliseconds since 1970. PostgreSQL gives a bigint as text. */
  claimed_at: number | string;
  result: string | null;
}

/**
 * The table of a ledger, for a migration. Works in SQLite and PostgreSQL.
 *
 * @throws {TypeError} for a table name that would need quoting.
 */
export function ledgerTable(table = "agent_guardrails_ledger"): string {
  return `CREATE TABLE IF NOT EXISTS ${plainTable(table)} (
  approval_id TEXT PRIMARY KEY,
  action TEXT NOT NULL,
  claimed_at BIGINT NOT NULL,
  result TEXT
)`;
}

/**
 * A ledger in SQLite: the primary key makes a claim atomic.
 *
 * @throws {TypeError} for a table name that would need quoting.
 */
export function sqliteLedger(database: SqliteDatabase, options: SqlLedgerOptions = {}): Ledger {
  const execute = (sql: string, values: (string | number)[]): { rows: Row[]; changed: number } => {
    const statement = database.prepare(sql);
    if (sql.startsWith("SELECT")) return { rows: statement.all(...values) as Row[], changed: 0 };
    return { rows: [], changed: Number(statement.run(...values).changes) };
  };
  // Async by contract: a failure of the synchronous driver is a rejection.
  return sqlLedger(options, () => "?", (sql, values) => Promise.resolve().then(() => execute(sql, values)));
}

/**
 * A ledger in PostgreSQL: the primary key makes a claim atomic over all processes.
 *
 * @throws {TypeError} for a table name that would need quoting.
 */
export function postgresLedger(client: PostgresClient, options: SqlLedgerOptions = {}): Ledger {
  return sqlLedger(options, (position) => `$${position}`, async (sql, values) => {
    const { rows, rowCount } = await client.query(sql, values);
    return { rows: rows as Row[], changed: rowCount ?? 0 };
  });
}

type Execute = (sql: string, values: (string | number)[]) => Promise<{ rows: Row[]; changed: number }>;

function sqlLedger(options: SqlLedgerOptions, parameter: (position: number) => string, execute: Execute): Ledger {
  const { now = Date.now } = options;
  const table = plainTable(options.table ?? "agent_guardrails_ledger");
  const [first, second, third] = [1, 2, 3].map(parameter);
  return {
    async claim(approvalId, action) {
      const insert = `INSERT INTO ${table} (approval_id, action, claimed_at) VALUES (${first}, ${second}, ${third}) ON CONFLICT DO NOTHING`;
      if ((await execute(insert, [approvalId, action, now()])).changed === 1) return { state: "claimed" };
      const { rows: [row] } = await execute(`SELECT result, claimed_at FROM ${table} WHERE approval_id = ${first}`, [approvalId]);
      // Released between the two statements: whoever asks again may claim it.
      return row ? claimOf(row.result, Number(row.claimed_at)) : claimOf(null, now());
    },
    async settle(approvalId, result) {
      const update = `UPDATE ${table} SET result = ${first} WHERE approval_id = ${second} AND result IS NULL`;
      return (await execute(update, [result, approvalId])).changed === 1;
    },
    async release(approvalId) {
      return (await execute(`DELETE FROM ${table} WHERE approval_id = ${first} AND result IS NULL`, [approvalId])).changed === 1;
    },
    async inDoubt(claimedBefore) {
      const select = `SELECT approval_id, action, claimed_at FROM ${table} WHERE result IS NULL AND claimed_at < ${first} ORDER BY claimed_at`;
      const { rows } = await execute(select, [claimedBefore.getTime()]);
      return rows.map((row): InDoubtEntry => ({ approvalId: row.approval_id, action: row.action, claimedAt: new Date(Number(row.claimed_at)) }));
    },
  };
}

/** @throws {TypeError} for a name that would need quoting: a table name cannot be a parameter of a statement. */
function plainTable(table: string): string {
  if (!/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?$/.test(table)) throw new TypeError("a table name takes ASCII letters, digits and _ only");
  return table;
}
