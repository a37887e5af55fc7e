import { limits } from "#wire/limits.ts";
import { sameBytes } from "#wire/sameBytes.ts";
import { countBytes, emptyRows, unnamed } from "./emptyRows.ts";
import type { SnapshotOutcome, SnapshotStore } from "./SnapshotStore.ts";
import { blob, type SqlDatabase, type SqlRun, whole } from "./SqlDatabase.ts";

/** Snapshots and who confirmed them, in statements that both databases run. */
export function sqlSnapshots({ run, transaction, forUpdate }: SqlDatabase): SnapshotStore {
  return {
    putSnapshot: (snapshot, needed, now) =>
      transaction(async (run) => {
        const { space, hash, manifest, upTo } = snapshot;
        const [level] = await run(
          `select log_id, head, floor from spaces where space = $1${forUpdate}`,
          space,
        );
        const isOfThisLog =
          level &&
          sameBytes(blob(level, "log_id"), snapshot.logId) &&
          upTo <= whole(level, "head") &&
          upTo >= whole(level, "floor");
        if (!isOfThisLog) return "otherLog";
        const [newer] = await run(
          "select up_to from snapshots where space = $1 and up_to > $2",
          space,
          upTo,
        );
        if (newer) return "otherLog";
        for (const segment of snapshot.segments) {
          const there = await run(
            "select hash from segments where space = $1 and hash = $2",
            space,
            segment,
          );
          if (there.length === 0) return "segmentsMissing";
        }
        const inherited = await run(
          "select hash from snapshots where space = $1 and confirmed = 0 and purge = 1",
          space,
        );
        await run(
          `insert into snapshots (space, hash, manifest, up_to, purge, confirmed, at)
           values ($1, $2, $3, $4, $5, 0, $6) on conflict (space, hash) do nothing`,
          space,
          hash,
          manifest,
          upTo,
          snapshot.purge || inherited.length > 0 ? 1 : 0,
          now,
        );
        for (const segment of snapshot.segments) {
          await run(
            `insert into snapshot_segments (space, snapshot, segment) values ($1, $2, $3)
             on conflict (space, snapshot, segment) do nothing`,
            space,
            hash,
            segment,
          );
        }
        await dropSnapshots(run, space, hash, unconfirmed);
        return countConfirmed(run, space, hash, needed, now);
      }),

    snapshot: async (space, which) => {
      const [row] =
        typeof which === "string"
          ? await run(
              `select hash, manifest from snapshots
               where space = $1 and (confirmed = 1 or $2 = 'latest')
               order by up_to desc, confirmed limit 1`,
              space,
              which,
            )
          : await run(
              "select hash, manifest from snapshots where space = $1 and hash = $2",
              space,
              which,
            );
      if (!row) return null;
      const confirmations = await run(
        `select device, signature from confirmations where space = $1 and snapshot = $2
         order by device limit $3`,
        space,
        blob(row, "hash"),
        limits.confirmations,
      );
      return {
        manifest: blob(row, "manifest"),
        confirmations: confirmations.map((one) => ({
          device: blob(one, "device"),
          signature: blob(one, "signature"),
        })),
      };
    },

    confirm: (space, hash, { device, signature }, needed, now) =>
      transaction(async (run) => {
        await run(`select space from spaces where space = $1${forUpdate}`, space);
        const [there] = await run(
          "select hash from snapshots where space = $1 and hash = $2",
          space,
          hash,
        );
        if (!there) return "none";
        await run(
          `insert into confirmations (space, snapshot, device, signature)
           values ($1, $2, $3, $4) on conflict (space, snapshot, device) do nothing`,
          space,
          hash,
          device,
          signature,
        );
        return countConfirmed(run, space, hash, needed, now);
      }),
  };
}

const unconfirmed = "and confirmed = 0";
const notNewer = `and up_to <= (
  select up_to from snapshots as kept where kept.space = $1 and kept.hash = $2)`;

/** Lets go of snapshots other than `keep`, and of segments that only they named. */
async function dropSnapshots(
  run: SqlRun,
  space: Uint8Array,
  keep: Uint8Array,
  which: typeof unconfirmed | typeof notNewer,
): Promise<void> {
  const others = `(select hash from snapshots where space = $1 and hash <> $2 ${which})`;
  const named = await run(
    `select segment from snapshot_segments where space = $1 and snapshot in ${others}`,
    space,
    keep,
  );
  for (const table of ["snapshot_segments", "confirmations"]) {
    await run(`delete from ${table} where space = $1 and snapshot in ${others}`, space, keep);
  }
  await run(`delete from snapshots where space = $1 and hash <> $2 ${which}`, space, keep);
  for (const row of named) {
    await run(
      `delete from segments where space = $1 and hash = $2 and ${unnamed}`,
      space,
      blob(row, "segment"),
    );
  }
  if (named.length > 0) await countBytes(run, space);
}

/** Counts who confirmed a snapshot besides its author, and does what follows once they are enough [N2]. */
async function countConfirmed(
  run: SqlRun,
  space: Uint8Array,
  hash: Uint8Array,
  needed: number,
  now: number,
): Promise<SnapshotOutcome> {
  const [there] = await run(
    "select up_to, purge, confirmed from snapshots where space = $1 and hash = $2",
    space,
    hash,
  );
  if (!there) throw new Error("a snapshot was not kept");
  if (whole(there, "confirmed") === 1) return "kept";
  const confirmers = await run(
    "select device from confirmations where space = $1 and snapshot = $2",
    space,
    hash,
  );
  if (confirmers.length < needed) return "kept";
  await run("update snapshots set confirmed = 1 where space = $1 and hash = $2", space, hash);
  await dropSnapshots(run, space, hash, notNewer);
  const upTo = whole(there, "up_to");
  if (whole(there, "purge") === 1) {
    await emptyRows(run, space, upTo);
    return "purged";
  }
  await run(
    `insert into coverings (space, up_to, at) values ($1, $2, $3)
     on conflict (space, up_to) do nothing`,
    space,
    upTo,
    now,
  );
  return "kept";
}
