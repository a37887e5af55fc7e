import type { MembershipStore, SpaceLevel } from "./MembershipStore.ts";
import { blob, type SqlDatabase, type SqlRow, whole } from "./SqlDatabase.ts";
import { tablesOfSpace } from "./schema.ts";

/** The columns of `spaces` that `levelOf` reads. */
export const levelColumns = "log_id, head, floor, membership, bytes, gone";

/** A row of `spaces`, read. */
export const levelOf = (row: SqlRow): SpaceLevel | "gone" =>
  whole(row, "gone") === 1
    ? "gone"
    : {
        logId: blob(row, "log_id"),
        head: whole(row, "head"),
        floor: whole(row, "floor"),
        membership: whole(row, "membership"),
        bytes: whole(row, "bytes"),
      };

/** How many bytes of entries one answer holds, about. */
const mostEntryBytes = 1024 * 1024;

/** Membership logs, in statements that both databases run. `newLogId` gives 16 random bytes. */
export function sqlMemberships(database: SqlDatabase, newLogId: () => Uint8Array): MembershipStore {
  const { run, transaction, forUpdate } = database;

  const level: MembershipStore["level"] = async (space) => {
    const [row] = await run(`select ${levelColumns} from spaces where space = $1`, space);
    return row ? levelOf(row) : null;
  };

  return {
    level,

    begin: (space, entry) =>
      transaction(async (run) => {
        const made = await run(
          `insert into spaces (space, log_id, head, floor, membership, bytes, voices, gone)
           values ($1, $2, 0, 0, 1, $3, 0, 0) on conflict (space) do nothing returning space`,
          space,
          newLogId(),
          entry.length,
        );
        if (made.length > 0) {
          await run("insert into entries (space, number, entry) values ($1, 1, $2)", space, entry);
        }
        const [row] = await run(`select ${levelColumns} from spaces where space = $1`, space);
        if (!row) throw new Error("a space that was just made is not there");
        return levelOf(row);
      }),

    entriesAfter: async (space, after) => {
      const rows = await run(
        `select entry from (
           select number, entry, sum(length(entry)) over (order by number) as so_far
           from (
             select number, entry from entries where space = $1 and number > $2
             order by number limit 1000
           ) as page
         ) as counted
         where so_far - length(entry) < $3 order by number`,
        space,
        after,
        mostEntryBytes,
      );
      return rows.map((row) => blob(row, "entry"));
    },

    append: (space, number, entry, invitation, leaving) =>
      transaction(async (run) => {
        const [row] = await run(
          `select ${levelColumns} from spaces where space = $1${forUpdate}`,
          space,
        );
        const level = row ? levelOf(row) : "gone";
        if (level === "gone") return { type: "moved", number: 0 };
        if (level.membership !== number - 1) return { type: "moved", number: level.membership };
        await run(
          "insert into entries (space, number, entry) values ($1, $2, $3)",
          space,
          number,
          entry,
        );
        await run(
          "update spaces set membership = $2, bytes = bytes + $3 where space = $1",
          space,
          number,
          entry.length,
        );
        if (invitation) {
          await run(
            "delete from invitations where space = $1 and invitation = $2",
            space,
            invitation,
          );
        }
        for (const device of leaving) {
          await run("delete from voice_readers where space = $1 and device = $2", space, device);
        }
        return { type: "appended" };
      }),

    remove: (space) =>
      transaction(async (run) => {
        await run(
          "update spaces set gone = 1, head = 0, floor = 0, bytes = 0, voices = 0 where space = $1",
          space,
        );
        for (const table of tablesOfSpace) {
          await run(`delete from ${table} where space = $1`, space);
        }
      }),
  };
}
