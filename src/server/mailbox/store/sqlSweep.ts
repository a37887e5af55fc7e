import { countBytes, emptyRows, unnamed } from "./emptyRows.ts";
import type { MailboxStore } from "./MailboxStore.ts";
import { blob, type SqlDatabase, whole } from "./SqlDatabase.ts";

/** Segments that no manifest came to name are let go after a day. */
const unnamedMilliseconds = 86_400_000;

/** So long, about a year, does what every device needs wait for one that stays away. */
const forAllMilliseconds = 366 * 86_400_000;

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
      "select space, max(up_to) as up_to from coverings where at < $1 group by space",
      coveredBefore,
    );
    const orphaned = await run(
      `select distinct space from segments where at < $1 and ${unnamed}`,
      now - unnamedMilliseconds,
    );
    const spaces = [
      ...covered.map((row) => ({ space: blob(row, "space"), upTo: whole(row, "up_to") })),
      ...orphaned.map((row) => ({ space: blob(row, "space"), upTo: null })),
    ];
    for (const { space, upTo } of spaces) {
      await transaction(async (run) => {
        await run(`select space from spaces where space = $1${forUpdate}`, space);
        await run(
          `delete from segments where space = $1 and at < $2 and ${unnamed}`,
          space,
          now - unnamedMilliseconds,
        );
        if (upTo === null) await countBytes(run, space);
        else await emptyRows(run, space, upTo);
      });
    }
  };
}
