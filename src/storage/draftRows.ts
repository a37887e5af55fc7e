import type { Database } from "./Database.ts";
import { tablesOf } from "./journalTables.ts";
import { rowsOneByOne } from "./rowsOneByOne.ts";
import { sealedOf } from "./sealedOf.ts";
import { strictTransaction } from "./strictTransaction.ts";

/** Words not yet kept, sealed. */
export function draftRows({ db, attempt }: Database) {
  const { drafts } = tablesOf(db);
  return {
    drafts: () =>
      attempt(async () => {
        const rows = await rowsOneByOne({
          all: () => drafts.toArray(),
          keys: () => drafts.toCollection().primaryKeys(),
          one: (id) => drafts.get(id),
          lost: async (id) => ({ id, sealed: new Uint8Array() }),
        });
        return rows.map(sealedOf);
      }),
    putDraft: (id: string, sealed: Uint8Array) =>
      attempt(() =>
        strictTransaction(db, ["drafts"], (store, asked) => {
          store("drafts").put({ id, sealed });
          asked();
          return null;
        }),
      ),
    dropDraft: (id: string) =>
      attempt(async () => {
        await drafts.delete(id);
        return null;
      }),
  };
}
