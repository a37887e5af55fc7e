import { countBytes, unnamed } from "./emptyRows.ts";
import type { SegmentStore } from "./SegmentStore.ts";
import { blob, type SqlDatabase, whole } from "./SqlDatabase.ts";

/** Who makes a snapshot, and its segments, in statements that both databases run. */
export function sqlSegments({ run, transaction, forUpdate }: SqlDatabase): SegmentStore {
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
  };
}
