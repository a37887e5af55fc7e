import type { Database } from "./Database.ts";
import { tablesOf } from "./journalTables.ts";
import { sealedOf } from "./sealedOf.ts";

/** The reading half of a journal's records. */
export function recordReads({ db, attempt }: Database) {
  const { documents, views, versions } = tablesOf(db);
  return {
    document: (id: string) =>
      attempt(async () => {
        const row = await documents.get(id);
        return row === undefined ? null : sealedOf(row);
      }),
    view: (id: string) =>
      attempt(async () => {
        const row = await views.where("id").equals(id).first();
        return row === undefined ? null : sealedOf(row);
      }),
    versions: (of: readonly string[]) =>
      attempt(async () => {
        const rows = await versions.where("of").anyOf(of).toArray();
        return rows.map(sealedOf).sort((a, b) => a.number - b.number);
      }),
    views: (after: number, before: number, limit: number) =>
      attempt(async () => {
        const rows = await views
          .where(":id")
          .between(after, before, false, false)
          .limit(limit)
          .toArray();
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
