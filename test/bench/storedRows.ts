import type { Page } from "playwright";

/** A stored row: where it is, how many bytes, and a mark that changes whenever it is sealed again. */
export interface StoredRow {
  readonly place: string;
  readonly bytes: number;
  readonly mark: string;
}

/** Every sealed row of documents, views and versions on this device. Nothing of it is readable. */
export const storedRows = (page: Page): Promise<readonly StoredRow[]> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const rows: { place: string; bytes: number; mark: string }[] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of ["documents", "views", "versions"]) {
        if (!database.objectStoreNames.contains(store)) continue;
        const table = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          settled(table.getAllKeys()),
          settled(table.getAll()),
        ]);
        for (const [at, value] of values.entries()) {
          const sealed = (value as { readonly sealed: Uint8Array }).sealed;
          rows.push({
            place: `${name}/${store}/${String(keys[at])}`,
            bytes: sealed.byteLength,
            mark: String(sealed.slice(42, 54)),
          });
        }
      }
      database.close();
    }
    return rows;
  });

/** Sizes of the rows that were written between two looks. */
export function writtenBetween(
  before: readonly StoredRow[],
  after: readonly StoredRow[],
): readonly number[] {
  const known = new Set(before.map(({ place, mark }) => `${place} ${mark}`));
  return after.filter(({ place, mark }) => !known.has(`${place} ${mark}`)).map((row) => row.bytes);
}
