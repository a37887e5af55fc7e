import { err, ok, type Result } from "#base/Result.ts";
import type { StorageFailure } from "#core/journal/Door.ts";
import { commitAll } from "./commitAll.ts";
import type { Database } from "./Database.ts";
import { type SpaceTableRow, tablesOf } from "./journalTables.ts";
import type { SealedWrite, SpaceChange } from "./SealedWrite.ts";

/** Somebody else wrote one of the records meanwhile. */
interface Conflict {
  readonly type: "Conflict";
}

/** The writing half of a journal's records: one transaction each. */
export function recordWrites({ db, attempt }: Database) {
  const { documents, views, versions, spaceRows } = tablesOf(db);

  /** Puts documents, views and versions in place. Inside a transaction. */
  const put = async (writes: readonly SealedWrite[]): Promise<readonly number[]> => {
    const earlier = writes.flatMap(({ id, versions: states }) =>
      states.map((sealed) => ({ of: id, sealed })),
    );
    const stored = await Promise.all([
      views.bulkAdd(
        writes.map(({ id, view }) => ({ id, sealed: view })),
        { allKeys: true },
      ),
      documents.bulkPut(
        writes.map(({ id, expected, document }) => ({
          id,
          rev: (expected ?? 0) + 1,
          sealed: document,
        })),
      ),
      earlier.length > 0 ? versions.bulkAdd(earlier) : null,
    ]);
    return stored[0];
  };

  const commit = async (
    writes: readonly SealedWrite[],
    dropDraft: string | null,
    alongside?: SpaceChange,
  ): Promise<Result<readonly number[], Conflict | StorageFailure>> => {
    const committed = await attempt(async () => {
      try {
        return await commitAll(db, writes, dropDraft, alongside);
      } catch (error) {
        // A record that should be new is there already.
        if (error instanceof DOMException && error.name === "ConstraintError") return null;
        throw error;
      }
    });
    if (!committed.ok) return committed;
    return committed.value === null ? err({ type: "Conflict" }) : ok(committed.value);
  };

  return {
    commit,
    addMissing: (writes: readonly SealedWrite[], space: string | null = null) =>
      attempt(() =>
        db.transaction("rw", [documents, views, versions, spaceRows], async () => {
          const there = new Set(await documents.toCollection().primaryKeys());
          const missing = writes
            .filter(({ id }) => !there.has(id))
            .map((write) => ({ ...write, expected: null }));
          // A view may have outlived its document.
          if ((await views.count()) !== there.size)
            await views
              .where("id")
              .anyOf(missing.map(({ id }) => id))
              .delete();
          const orders = missing.length > 0 ? await put(missing) : [];
          if (space !== null) await spaceRows.bulkPut(missing.map(({ id }) => unsent(space, id)));
          return { added: missing.map(({ id }) => id), mark: orders.at(-1) ?? 0 };
        }),
      ),
    remove: (ids: readonly string[], marks: readonly SpaceTableRow[] = []) =>
      attempt(() =>
        db.transaction("rw", [documents, views, versions, spaceRows], async () => {
          await Promise.all([
            spaceRows.bulkPut([...marks]),
            documents.bulkDelete([...ids]),
            views.where("id").anyOf(ids).delete(),
            versions.where("of").anyOf(ids).delete(),
          ]);
          // Removing leaves no row behind, but must have a place among the writes: one is drawn and not used.
          const mark = await views.add({ id: "", sealed: new Uint8Array() });
          await views.delete(mark);
          return mark;
        }),
      ),
  };
}

/** The mark of a record that is new and has not been sent in its space. */
const unsent = (space: string, id: string): SpaceTableRow => ({
  space,
  part: "unsent",
  key: id,
  stamp: 1,
  sealed: new Uint8Array(),
});
