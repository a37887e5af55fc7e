import type { SqlRun } from "./SqlDatabase.ts";

/** Lets go of the bodies of rows up to a place, which a confirmed snapshot holds [N2]. */
export async function emptyRows(run: SqlRun, space: Uint8Array, upTo: number): Promise<void> {
  await run("update spaces set floor = $2 where space = $1 and floor < $2", space, upTo);
  await run(
    "update log_rows set body = null where space = $1 and seq <= $2 and body is not null",
    space,
    upTo,
  );
  await run("delete from coverings where space = $1 and up_to <= $2", space, upTo);
  await countBytes(run, space);
}

/** What a space keeps, counted anew. */
export const countBytes = (run: SqlRun, space: Uint8Array): Promise<unknown> =>
  run(
    `update spaces set bytes =
        coalesce((select sum(length(entry)) from entries where entries.space = $1), 0)
      + coalesce((select sum(length(body)) from log_rows where log_rows.space = $1), 0)
      + coalesce((select sum(length(segments.bytes)) from segments where segments.space = $1), 0)
      where space = $1`,
    space,
  );

/** Segments that no manifest names. */
export const unnamed = `not exists (
  select 1 from snapshot_segments
  where snapshot_segments.space = segments.space and segment = segments.hash)`;
