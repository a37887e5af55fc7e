import type { Dexie } from "dexie";
import { changeSpaces } from "./changeSpaces.ts";
import { type DocumentRow, lostRev } from "./journalTables.ts";
import type { SealedWrite, SpaceChange } from "./SealedWrite.ts";
import { answered, answeredOrLost, strictTransaction } from "./strictTransaction.ts";

/**
 * Writes all or nothing in one transaction, in as few turns as there can be: one for new records,
 * two where revisions have to be looked at first. `lostRev` is expected of a document that is gone or
 * that the browser cannot read, with its view still there. Returns the orders of the views, or null where a
 * revision is not the expected one; a record that should be new and is not ends in ConstraintError.
 */
export const commitAll = (
  db: Dexie,
  writes: readonly SealedWrite[],
  dropDraft: string | null,
  alongside?: SpaceChange,
): Promise<readonly number[] | null> =>
  strictTransaction(db, storesFor(alongside), async (store, asked) => {
    const [documents, views] = [store("documents"), store("views")];
    const replaced = writes.filter(({ expected }) => expected !== null);
    const there = await Promise.all(
      replaced.map(async ({ id, expected }) => {
        const [row, order] = await Promise.all([
          answeredOrLost<DocumentRow | undefined>(documents.get(id)),
          answered(views.index("id").getKey(id)),
        ]);
        return { current: (row?.rev ?? lostRev) === expected, order };
      }),
    );
    if (!there.every(({ current }) => current)) return null;

    for (const { order } of there) if (order !== undefined) views.delete(order);
    const orders = writes.map(({ id, expected, document, view, versions }) => {
      const row: DocumentRow = { id, rev: (expected ?? 0) + 1, sealed: document };
      if (expected === null) documents.add(row);
      else documents.put(row);
      for (const sealed of versions) store("versions").add({ of: id, sealed });
      return views.add({ id, sealed: view });
    });
    if (dropDraft !== null) store("drafts").delete(dropDraft);
    if (alongside !== undefined) await changeSpaces(store("spaceRows"), alongside);
    asked();
    return Promise.all(orders.map((request) => answered(request).then(Number)));
  });

const own = ["documents", "views", "versions", "drafts"];
/** A journal that is in no space pays nothing for those that are. */
const storesFor = (alongside: SpaceChange | undefined): string[] =>
  alongside === undefined ? own : [...own, "spaceRows"];
