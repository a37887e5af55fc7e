import type { Database } from "./Database.ts";
import { type DocumentRow, lostRev, tablesOf } from "./journalTables.ts";
import { rowsOneByOne } from "./rowsOneByOne.ts";
import { sealedOf } from "./sealedOf.ts";
import { answered, answeredOrLost, readTransaction } from "./strictTransaction.ts";

/** Stands for a document that is gone or cannot be read, and must be made again from its view. */
const lostDocument = (id: string): DocumentRow => ({
  id,
  rev: lostRev,
  sealed: new Uint8Array(),
});

/** The reading half of a journal's records. */
export function recordReads({ db, attempt }: Database) {
  const { documents, views, versions } = tablesOf(db);
  /** The id of a view whose row cannot be read: the index has it. */
  const idAt = async (order: number): Promise<string | undefined> => {
    let found: string | undefined;
    await views.orderBy("id").eachKey((id, { primaryKey }) => {
      if (primaryKey === order) found = String(id);
    });
    return found;
  };

  return {
    document: (id: string) =>
      attempt(async () => {
        const row = await documents.get(id).catch(async (cause: unknown) => {
          // Where it is not this value but the database, asking for the keys fails too, and says why.
          const [key] = await documents.where("id").equals(id).primaryKeys();
          if (key === undefined) throw cause;
          return lostDocument(id);
        });
        if (row !== undefined) return sealedOf(row);
        const [view] = await views.where("id").equals(id).primaryKeys();
        return view === undefined ? null : lostDocument(id);
      }),
    documents: (ids: readonly string[]) =>
      attempt(() =>
        readTransaction(db, ["documents", "views"], (store) => {
          const [rows, viewIds] = [store("documents"), store("views").index("id")];
          return Promise.all(
            ids.map(async (id) => {
              const [key, view] = await Promise.all([
                answered(rows.getKey(id)),
                answered(viewIds.getKey(id)),
              ]);
              const row =
                key === undefined
                  ? undefined
                  : await answeredOrLost<DocumentRow | undefined>(rows.get(id));
              if (row !== undefined) return sealedOf(row);
              return key === undefined && view === undefined ? null : lostDocument(id);
            }),
          );
        }),
      ),
    view: (id: string) =>
      attempt(async () => {
        const row = await views.where("id").equals(id).first();
        return row === undefined ? null : sealedOf(row);
      }),
    versions: (of: readonly string[]) =>
      attempt(async () => {
        const range = versions.where("of").anyOf(of);
        const rows = await rowsOneByOne({
          all: () => range.toArray(),
          keys: () => range.primaryKeys(),
          one: (number) => versions.get(number),
          lost: async () => null,
        });
        return rows.map(sealedOf).sort((a, b) => a.number - b.number);
      }),
    views: (after: number, before: number, limit: number) =>
      attempt(async () => {
        const range = views.where(":id").between(after, before, false, false).limit(limit);
        const rows = await rowsOneByOne({
          all: () => range.toArray(),
          keys: () => range.primaryKeys(),
          one: (order) => views.get(order),
          lost: async (order) => {
            const id = await idAt(order);
            return id === undefined ? null : { order, id, sealed: new Uint8Array() };
          },
        });
        return rows.map(sealedOf);
      }),
    extent: () =>
      attempt(() =>
        db.transaction("r", views, async () => {
          const [highest] = await views.toCollection().reverse().limit(1).primaryKeys();
          return { total: await views.count(), highest: highest ?? 0 };
        }),
      ),
  };
}
