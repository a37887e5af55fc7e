import { Dexie } from "dexie";
import { changeSpaces } from "./changeSpaces.ts";
import type { Database } from "./Database.ts";
import { tablesOf } from "./journalTables.ts";
import type { SpaceChange } from "./SealedWrite.ts";
import { sealedOf } from "./sealedOf.ts";
import { strictTransaction } from "./strictTransaction.ts";

/** What spaces keep on this device. */
export function spaceRows({ db, attempt }: Database) {
  const { spaceRows: table } = tablesOf(db);
  return {
    spaceRows: (space: string, part: string, limit = Number.POSITIVE_INFINITY) =>
      attempt(async () => {
        const rows = await table
          .where("[space+part+key]")
          .between([space, part, Dexie.minKey], [space, part, Dexie.maxKey])
          .limit(limit)
          .toArray();
        return rows.map(sealedOf);
      }),
    writeSpace: (change: SpaceChange) =>
      attempt(() =>
        strictTransaction(db, ["spaceRows"], async (store) => {
          await changeSpaces(store("spaceRows"), change);
          return null;
        }),
      ),
    forgetSpace: (space: string) =>
      attempt(async () => {
        await db.transaction("rw", table, () =>
          table
            .where("[space+part+key]")
            .between([space, Dexie.minKey, Dexie.minKey], [space, Dexie.maxKey, Dexie.maxKey])
            .delete(),
        );
        return null;
      }),
  };
}
