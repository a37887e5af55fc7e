import { Dexie } from "dexie";
import type { Database } from "./Database.ts";
import { tablesOf } from "./journalTables.ts";
import { sealedOf } from "./sealedOf.ts";

/** A change to an index: `expected` null replaces all of it, else the generation that must be stored. */
interface IndexWrite {
  readonly through: number;
  readonly count: number;
  readonly segments: readonly { readonly number: number; readonly sealed: Uint8Array }[];
  readonly expected: number | null;
}

/** The reader's indexes: segments by number, and a head that says how far they reach. */
export function derivedRows({ db, attempt }: Database) {
  const { derived, derivedHeads } = tablesOf(db);
  const from = (name: string, number: number) =>
    derived.where("[name+number]").between([name, number], [name, Dexie.maxKey]);

  return {
    index: (name: string) =>
      attempt(() =>
        db.transaction("r", derived, derivedHeads, async () => {
          const head = await derivedHeads.get(name);
          if (head === undefined) return null;
          const segments = await from(name, 0).toArray();
          if (segments.length !== head.count) return null;
          const { through, generation } = head;
          return { through, generation, segments: segments.map((row) => sealedOf(row).sealed) };
        }),
      ),
    writeIndex: (name: string, { through, count, segments, expected }: IndexWrite) =>
      attempt(() =>
        db.transaction("rw", derived, derivedHeads, async () => {
          const head = await derivedHeads.get(name);
          if (expected !== null && head?.generation !== expected) return null;
          const generation = (head?.generation ?? 0) + 1;
          await Promise.all([
            derived.bulkPut(segments.map(({ number, sealed }) => ({ name, number, sealed }))),
            from(name, count).delete(),
            derivedHeads.put({ name, through, generation, count }),
          ]);
          return generation;
        }),
      ),
  };
}
