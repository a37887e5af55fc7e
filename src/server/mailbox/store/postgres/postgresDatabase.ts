import pg from "pg";
import type { SqlDatabase, SqlRun } from "../SqlDatabase.ts";

/** PostgreSQL's int8, numeric sums of it included, as numbers: nothing here comes near 2^53. */
const types = {
  getTypeParser: (id: number, format?: "text" | "binary") =>
    id === pg.types.builtins.INT8 || id === pg.types.builtins.NUMERIC
      ? Number
      : pg.types.getTypeParser(id, format),
};

const asParameter = (value: unknown): unknown =>
  value instanceof Uint8Array && !Buffer.isBuffer(value)
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : value;

const runOn =
  (client: pg.Pool | pg.PoolClient): SqlRun =>
  async (text, ...values) =>
    (await client.query(text, values.map(asParameter))).rows;

/** A pool of connections; `failed` hears of connections that broke while nobody used them. */
export function postgresPool(url: string, failed: () => void): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: "headroom",
  });
  pool.on("error", failed);
  return pool;
}

/** PostgreSQL as a `SqlDatabase`. */
export function postgresDatabase(pool: pg.Pool): SqlDatabase {
  return {
    forUpdate: " for update",
    run: runOn(pool),
    transaction: async (work) => {
      const client = await pool.connect();
      try {
        await client.query("begin");
        const value = await work(runOn(client));
        await client.query("commit");
        client.release();
        return value;
      } catch (failure) {
        // A connection that cannot even roll back is not given to anyone again.
        const rolledBack = await client.query("rollback").then(
          () => true,
          () => false,
        );
        client.release(!rolledBack);
        throw failure;
      }
    },
  };
}
