import type { Entry } from "#core/entry/Entry.ts";
import type { EntryId } from "#core/identifiers.ts";
import type { Reader } from "#core/journal/Reader.ts";

type Batch = Awaited<ReturnType<Reader["batches"]>>[number];

/** Imports and examples by batch, latest first; `at` is when its last entry was made. Entries in the bin count. */
export function batches(entries: Iterable<Entry>): readonly Batch[] {
  const found = new Map<string, Batch & { readonly entries: EntryId[] }>();
  for (const { id, origin, createdAt } of entries) {
    if (origin.type === "written") continue;
    const batch = found.get(origin.batch);
    if (batch === undefined) {
      found.set(origin.batch, {
        batch: origin.batch,
        type: origin.type,
        entries: [id],
        at: createdAt,
      });
    } else {
      batch.entries.push(id);
      if (createdAt > batch.at) found.set(origin.batch, { ...batch, at: createdAt });
    }
  }
  return [...found.values()].sort((a, b) => b.at - a.at);
}
