import pg from "pg";

/** How many partitions; each may have a disk of its own (a tablespace), or be a foreign server's. */
const partitions = 16;

/**
 * Turns the log of rows, which is nearly all that a mailbox holds, into partitions by hash of the space.
 * On an empty mailbox whose tables exist, while no node runs; `docs/scale.md` says when it is worth it.
 */
export const partitioning: readonly string[] = [
  "alter table log_rows rename to log_rows_whole",
  "create table log_rows (like log_rows_whole including storage, primary key (space, seq), unique (space, uid)) partition by hash (space)",
  ...Array.from(
    { length: partitions },
    (_, at) =>
      `create table log_rows_${at} partition of log_rows for values with (modulus ${partitions}, remainder ${at})`,
  ),
  "insert into log_rows select * from log_rows_whole",
  "drop table log_rows_whole",
];

/** Does that to the mailbox at `url`, all or nothing. */
export async function partitionLog(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("begin");
    for (const statement of partitioning) await client.query(statement);
    await client.query("commit");
  } finally {
    await client.end();
  }
}
