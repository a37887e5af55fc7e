import type { Table } from "dexie";
import type { Database } from "./Database.ts";
import { tablesOf } from "./journalTables.ts";
import { sealedOf } from "./sealedOf.ts";

type RowClass = "documents" | "views" | "versions" | "drafts" | "derived" | "spaceRows";
type Place = string | number | readonly (string | number)[];

/** Sealed bytes and where they stand; `id` is what they are bound to. */
interface PlacedRow {
  readonly place: Place;
  readonly id: string;
  readonly sealed: Uint8Array;
}

interface AnyRow {
  readonly sealed: Uint8Array;
  readonly [field: string]: unknown;
}

/** The fields of a row that name it; joined by a stroke they are the id that it was sealed with. */
const naming: Readonly<Record<RowClass, readonly string[]>> = {
  documents: ["id"],
  views: ["id"],
  versions: ["of"],
  drafts: ["id"],
  derived: ["name", "number"],
  spaceRows: ["space", "part", "key"],
};

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** Rows of whatever class, for sealing them anew. */
export function placedRows({ db, attempt }: Database) {
  const tables = tablesOf(db);
  const table = (of: RowClass): Table<AnyRow, Place> => db.table(of);

  return {
    placed: (of: RowClass, after: Place | null, limit: number) =>
      attempt(async () => {
        const range =
          after === null ? table(of).toCollection() : table(of).where(":id").above(after);
        const places = await range.limit(limit).primaryKeys();
        const rows: PlacedRow[] = [];
        let unread = 0;
        for (const place of places) {
          const row = await table(of)
            .get(place)
            .catch(() => null);
          if (row === null) unread += 1;
          if (!row) continue;
          const id = naming[of].map((field) => String(row[field])).join("/");
          rows.push({ place, id, sealed: sealedOf(row).sealed });
        }
        return { rows, unread, next: places.length < limit ? null : (places.at(-1) ?? null) };
      }),
    renew: (of: RowClass, renewed: readonly (PlacedRow & { readonly renewed: Uint8Array })[]) =>
      attempt(async () => {
        await db.transaction("rw", table(of), async () => {
          for (const { place, sealed, renewed: next } of renewed) {
            const row = await table(of).get(place);
            if (row === undefined || !sameBytes(sealedOf(row).sealed, sealed)) continue;
            await table(of).put({ ...row, sealed: next });
          }
        });
        return null;
      }),
    count: () =>
      attempt(async () => {
        const { documents, views, versions, drafts, derived, spaceRows } = tables;
        const counts = [documents, views, versions, drafts, derived, spaceRows].map((one) =>
          one.count(),
        );
        return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
      }),
  };
}
