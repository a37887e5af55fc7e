import type pg from "pg";
import { schemaSteps } from "../schema.ts";
import { pushFunction } from "./pushFunction.ts";

/** Any number; nodes that start together migrate one after another. */
const migrationLock = 7_233_190_846_514;

/** What PostgreSQL should know of the tables that libSQL needs no telling of. */
const postgresOnly: readonly (readonly string[])[] = [
  [
    // Sealed bytes do not compress.
    "alter table log_rows alter column body set storage external",
    "alter table segments alter column bytes set storage external",
    // Lost in a crash, which costs a second try at most: no write-ahead log for them.
    "alter table nonces set unlogged",
    "alter table tickets set unlogged",
    pushFunction,
  ],
];

/** Identity of the data on disk: what a restored dump, a promoted standby or a new cluster changes. */
const fingerprintQuery = `select concat_ws('/',
  (select system_identifier from pg_control_system()),
  (select timeline_id from pg_control_checkpoint()),
  (select oid from pg_database where datname = current_database()),
  'spaces'::regclass::oid) as fingerprint`;

/**
 * Brings the tables up to date and gives logs new ids if this is not the database that was last
 * served [V3]: restored from a dump, recovered to a point in time, or a standby that took over.
 */
export async function migrate(client: pg.PoolClient): Promise<{ readonly wasPutBack: boolean }> {
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [migrationLock]);
    await client.query("create table if not exists migrations (number int primary key)");
    const { rows } = await client.query("select coalesce(max(number), 0) as done from migrations");
    const done = Number(rows[0]?.done ?? 0);
    if (done > schemaSteps.length) throw new Error("the mailbox was written by a newer Headroom");
    for (let number = done + 1; number <= schemaSteps.length; number += 1) {
      const statements = [...(schemaSteps[number - 1] ?? []), ...(postgresOnly[number - 1] ?? [])];
      for (const statement of statements) await client.query(statement);
      await client.query("insert into migrations (number) values ($1)", [number]);
    }
    const fingerprint: unknown = (await client.query(fingerprintQuery)).rows[0]?.fingerprint;
    const known = await client.query("select value from facts where name = 'fingerprint'");
    const before: unknown = known.rows[0]?.value;
    const wasPutBack = before !== undefined && before !== fingerprint;
    if (wasPutBack) {
      await client.query("update spaces set log_id = uuid_send(gen_random_uuid())");
    }
    await client.query(
      `insert into facts (name, value) values ('fingerprint', $1)
       on conflict (name) do update set value = excluded.value`,
      [fingerprint],
    );
    await client.query("commit");
    return { wasPutBack };
  } catch (failure) {
    await client.query("rollback");
    throw failure;
  }
}
