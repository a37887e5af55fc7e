import { sameBytes } from "#wire/sameBytes.ts";
import { countBytes, emptyRows, unnamed } from "./emptyRows.ts";
import type { SnapshotOutcome, SnapshotStore } from "./MailboxStore.ts";
import { blob, type SqlDatabase, type SqlRun, whole } from "./SqlDatabase.ts";

/** Snapshots, in statements that both databases run. */
export function sqlSnapshots({ run, transaction, forUpdate }: SqlDatabase): SnapshotStore {
  return {
    lease: (space, device, now, until) =>
      transaction(async (run) => {
        await run(`select space from spaces where space = $1${forUpdate}`, space);
        const [held] = await run(
          `insert into leases (space, device, until) values ($1, $2, $4)
           on conflict (space) do update set device = $2, until = $4
           where leases.device = $2 or leases.until < $3
           returning until`,
          space,
          device,
          now,
          until,
        );
        if (held) {
          // What another, or this one before, began and did not end.
          const left = await run(
            `delete from segments where space = $1 and ${unnamed} returning hash`,
            space,
          );
          if (left.length > 0) await countBytes(run, space);
          return { holds: true, until };
        }
        const [other] = await run("select until from leases where space = $1", space);
        return { holds: false, until: other ? whole(other, "until") : now };
      }),

    putSegment: (space, hash, bytes, now, quota) =>
      transaction(async (run) => {
        const there = await run(
          "update segments set at = $3 where space = $1 and hash = $2 returning hash",
          space,
          hash,
          now,
        );
        if (there.length > 0) return "kept";
        const [level] = await run(`select bytes from spaces where space = $1${forUpdate}`, space);
        if (!level || whole(level, "bytes") + bytes.length > 2 * quota) return "quota";
        const made = await run(
          `insert into segments (space, hash, bytes, at) values ($1, $2, $3, $4)
           on conflict (space, hash) do nothing returning hash`,
          space,
          hash,
          bytes,
          now,
        );
        if (made.length > 0) {
          await run("update spaces set bytes = bytes + $2 where space = $1", space, bytes.length);
        }
        return "kept";
      }),

    segment: async (space, hash) => {
      const [row] = await run(
        "select bytes from segments where space = $1 and hash = $2",
        space,
        hash,
      );
      return row ? blob(row, "bytes") : null;
    },

    putSnapshot: (snapshot, needed, now) =>
      transaction(async (run) => {
        const { space, hash, manifest, upTo, by } = snapshot;
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
        await dropSnapshots(run, space, hash, "and confirmed = 0");
        const outcome = await confirmed(run, space, hash, by, needed, now);
        if (outcome === "none") throw new Error("a snapshot was not kept");
        return outcome;
      }),

    snapshot: async (space, which) => {
      const [row] =
        typeof which === "string"
          ? await run(
              `select manifest from snapshots where space = $1 and confirmed >= $2
               order by up_to desc, confirmed limit 1`,
              space,
              which === "confirmed" ? 1 : 0,
            )
          : await run(
              "select manifest from snapshots where space = $1 and hash = $2",
              space,
              which,
            );
      return row ? blob(row, "manifest") : null;
    },

    confirm: (space, hash, device, needed, now) =>
      transaction(async (run) => {
        await run(`select space from spaces where space = $1${forUpdate}`, space);
        return confirmed(run, space, hash, device, needed, now);
      }),
  };
}

/** Lets go of snapshots other than `keep`, and of segments that only they named. */
async function dropSnapshots(
  run: SqlRun,
  space: Uint8Array,
  keep: Uint8Array,
  which: "" | "and confirmed = 0",
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

/** Notes that a device vouches for a snapshot, and what follows once enough do [N2]. */
async function confirmed(
  run: SqlRun,
  space: Uint8Array,
  hash: Uint8Array,
  device: Uint8Array,
  needed: number,
  now: number,
): Promise<SnapshotOutcome | "none"> {
  const [there] = await run(
    "select up_to, purge, confirmed from snapshots where space = $1 and hash = $2",
    space,
    hash,
  );
  if (!there) return "none";
  await run(
    `insert into confirmations (space, snapshot, device) values ($1, $2, $3)
     on conflict (space, snapshot, device) do nothing`,
    space,
    hash,
    device,
  );
  if (whole(there, "confirmed") === 1) return "kept";
  const vouching = await run(
    "select device from confirmations where space = $1 and snapshot = $2",
    space,
    hash,
  );
  if (vouching.length < needed) return "kept";
  await run("update snapshots set confirmed = 1 where space = $1 and hash = $2", space, hash);
  await dropSnapshots(run, space, hash, "");
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
