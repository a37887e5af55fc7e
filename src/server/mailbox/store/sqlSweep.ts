import type { MailboxStore } from "./MailboxStore.ts";
import { blob, type SqlDatabase, type SqlRun, whole } from "./SqlDatabase.ts";

/** Segments that no manifest came to name are let go after a day. */
const unnamedMilliseconds = 86_400_000;

/** So long, about a year, does what every device needs wait for one that stays away. */
const forAllMilliseconds = 366 * 86_400_000;

/** Empties what one confirmed snapshot covers: bodies of rows, older snapshots, segments of theirs. */
async function empty(run: SqlRun, space: Uint8Array, upTo: number): Promise<void> {
  await run("update spaces set floor = $2 where space = $1 and floor < $2", space, upTo);
  await run(
    "update log_rows set body = null where space = $1 and seq <= $2 and body is not null",
    space,
    upTo,
  );
  const older = "(select hash from snapshots where space = $1 and up_to < $2)";
  // Their segments are as if long unnamed, unless a later manifest names them too.
  await run(
    `update segments set at = 0 where space = $1 and hash in
       (select segment from snapshot_segments where space = $1 and snapshot in ${older})`,
    space,
    upTo,
  );
  for (const table of ["snapshot_segments", "confirmations"]) {
    await run(`delete from ${table} where space = $1 and snapshot in ${older}`, space, upTo);
  }
  await run("delete from snapshots where space = $1 and up_to < $2", space, upTo);
}

/** What a space keeps, counted anew. */
const countBytes = `update spaces set bytes =
    coalesce((select sum(length(entry)) from entries where entries.space = $1), 0)
  + coalesce((select sum(length(body)) from log_rows where log_rows.space = $1), 0)
  + coalesce((select sum(length(segments.bytes)) from segments where segments.space = $1), 0)
  where space = $1`;

/** Lets go of what is past its time, one transaction a space, in statements that both databases run. */
export function sqlSweep({ run, transaction, forUpdate }: SqlDatabase): MailboxStore["sweep"] {
  return async (now, coveredBefore) => {
    await run("delete from invitations where until < $1", now);
    await run("delete from tickets where until < $1", now);
    await run("delete from nonces where until < $1", now);
    await run(
      `delete from voices where at < $1 and (for_all = 0 or at < $2) and 2 <= (
         select count(*) from voice_readers
         where voice_readers.space = voices.space and read_through >= number)`,
      coveredBefore,
      now - forAllMilliseconds,
    );
    const covered = await run(
      `select snapshots.space as space, max(up_to) as up_to from snapshots
       join spaces on spaces.space = snapshots.space
       where confirmed = 1 and up_to > floor and (purge = 1 or at < $1)
       group by snapshots.space`,
      coveredBefore,
    );
    const unnamed = await run(
      `select distinct space from segments where at < $1 and not exists (
         select 1 from snapshot_segments
         where snapshot_segments.space = segments.space and segment = segments.hash)`,
      now - unnamedMilliseconds,
    );
    const spaces = [
      ...covered.map((row) => ({ space: blob(row, "space"), upTo: whole(row, "up_to") })),
      ...unnamed.map((row) => ({ space: blob(row, "space"), upTo: null })),
    ];
    for (const { space, upTo } of spaces) {
      await transaction(async (run) => {
        await run(`select space from spaces where space = $1${forUpdate}`, space);
        if (upTo !== null) await empty(run, space, upTo);
        await run(
          `delete from segments where space = $1 and at < $2 and not exists (
             select 1 from snapshot_segments
             where snapshot_segments.space = $1 and segment = segments.hash)`,
          space,
          now - unnamedMilliseconds,
        );
        await run(countBytes, space);
      });
    }
  };
}
