import { sameBytes } from "#wire/sameBytes.ts";
import type { SnapshotStore } from "./MailboxStore.ts";
import { blob, type SqlDatabase, whole } from "./SqlDatabase.ts";

/** Snapshots, in statements that both databases run. */
export function sqlSnapshots({ run, transaction, forUpdate }: SqlDatabase): SnapshotStore {
  return {
    lease: (space, device, now, until) =>
      transaction(async (run) => {
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
        if (held) return { holds: true, until };
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
        if (!level || whole(level, "bytes") + bytes.length > quota) return "quota";
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

    putSnapshot: (snapshot, now) =>
      transaction(async (run) => {
        const { space, hash, manifest, upTo, purge, by } = snapshot;
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
        await run(
          `insert into snapshots (space, hash, manifest, up_to, purge, confirmed, at)
           values ($1, $2, $3, $4, $5, 0, $6) on conflict (space, hash) do nothing`,
          space,
          hash,
          manifest,
          upTo,
          purge ? 1 : 0,
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
        await run(
          `insert into confirmations (space, snapshot, device) values ($1, $2, $3)
           on conflict (space, snapshot, device) do nothing`,
          space,
          hash,
          by,
        );
        return "kept";
      }),

    snapshot: async (space, hash) => {
      const [row] = hash
        ? await run("select manifest from snapshots where space = $1 and hash = $2", space, hash)
        : await run(
            "select manifest from snapshots where space = $1 order by up_to desc, at desc limit 1",
            space,
          );
      return row ? blob(row, "manifest") : null;
    },

    confirm: (space, hash, device, needed) =>
      transaction(async (run) => {
        const [there] = await run(
          `select hash from snapshots where space = $1 and hash = $2${forUpdate}`,
          space,
          hash,
        );
        if (!there) return false;
        await run(
          `insert into confirmations (space, snapshot, device) values ($1, $2, $3)
           on conflict (space, snapshot, device) do nothing`,
          space,
          hash,
          device,
        );
        const confirmed = await run(
          "select device from confirmations where space = $1 and snapshot = $2",
          space,
          hash,
        );
        if (confirmed.length >= needed) {
          await run(
            "update snapshots set confirmed = 1 where space = $1 and hash = $2",
            space,
            hash,
          );
        }
        return true;
      }),
  };
}
