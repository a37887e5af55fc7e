import type { SpaceTableRow } from "./journalTables.ts";
import type { SpaceChange } from "./SealedWrite.ts";
import { answered } from "./strictTransaction.ts";

/** Makes a change to what spaces keep, inside a transaction that has the store `spaceRows`. */
export async function changeSpaces(
  store: IDBObjectStore,
  { put, drop }: SpaceChange,
): Promise<void> {
  for (const row of put) store.put(row);
  await Promise.all(
    drop.map(async ({ space, part, key, stamp }) => {
      const name = [space, part, key];
      if (stamp !== undefined) {
        const there = await answered<SpaceTableRow | undefined>(store.get(name));
        if (there === undefined || there.stamp > stamp) return;
      }
      store.delete(name);
    }),
  );
}
