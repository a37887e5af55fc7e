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

/**
 * Waits until the open journal's search and theme indexes are stored up to its last write, as they are
 * some seconds after it: whoever unlocks tomorrow finds them there. At most two minutes.
 */
export const indexesStored = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const isStored = async (name: string) => {
      const database = await settled(indexedDB.open(name));
      try {
        if (!database.objectStoreNames.contains("derivedHeads")) return true;
        const tables = database.transaction(["derivedHeads", "views"]);
        const heads = settled(tables.objectStore("derivedHeads").getAll());
        const views = await settled(tables.objectStore("views").openCursor(null, "prev"));
        const last = Number(views?.key ?? 0);
        return (
          (await heads).filter((head: { readonly through: number }) => head.through >= last)
            .length >= 2
        );
      } finally {
        database.close();
      }
    };
    const deadline = performance.now() + 120_000;
    for (const { name = "" } of await indexedDB.databases()) {
      while (!(await isStored(name))) {
        if (performance.now() > deadline) throw new Error("the indexes were never stored");
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    }
  });

/** Sizes of the rows that were written between two looks. */
export function writtenBetween(
  before: readonly StoredRow[],
  after: readonly StoredRow[],
): readonly number[] {
  const known = new Set(before.map(({ place, mark }) => `${place} ${mark}`));
  return after.filter(({ place, mark }) => !known.has(`${place} ${mark}`)).map((row) => row.bytes);
}
