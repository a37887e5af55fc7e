import type { RowStore } from "./RowStore.ts";
import { blob, type SqlDatabase, whole } from "./SqlDatabase.ts";

/** What a row takes in an answer besides its body, at most. */
const rowOverhead = 32;
/** Rows that one answer lists at most; with the smallest real rows this is about a page. */
const mostRows = 4_000;

/** Reading the log, in a statement that both databases run. */
export function sqlRowsAfter({ run }: SqlDatabase): RowStore["rowsAfter"] {
  return async (space, after, mostBytes) => {
    const rows = await run(
      `select seq, uid, body from (
         select seq, uid, body,
           sum(length(body) + ${rowOverhead}) over (order by seq) as so_far
         from (
           select seq, uid, body from log_rows
           where space = $1 and seq > $2 and body is not null
           order by seq limit ${mostRows}
         ) as page
       ) as counted
       where so_far <= $3 or so_far = length(body) + ${rowOverhead}
       order by seq`,
      space,
      after,
      mostBytes,
    );
    return rows.map((row) => ({
      seq: whole(row, "seq"),
      uid: blob(row, "uid"),
      body: blob(row, "body"),
    }));
  };
}

/** Finding one row by its uid, in a statement that both databases run. */
export function sqlKnownRow({ run }: SqlDatabase): RowStore["knownRow"] {
  return async (space, uid) => {
    const [row] = await run(
      "select seq, hash from log_rows where space = $1 and uid = $2",
      space,
      uid,
    );
    return row ? { uid, seq: whole(row, "seq"), hash: blob(row, "hash") } : null;
  };
}
