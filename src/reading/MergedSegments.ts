import type { AsPlainObject } from "minisearch";
import type { EntryId } from "#core/identifiers.ts";
import { searchFields } from "./SearchDocument.ts";
import type { SearchSegment } from "./searchSegment.ts";

type Postings = AsPlainObject["index"][number][1];

/**
 * Stored segments joined into one index. They must be added last first: where a document was
 * written again, only its latest form counts.
 */
export class MergedSegments {
  readonly ids = new Set<EntryId>();
  /** How many documents the segments held, out-of-date forms included. */
  stored = 0;
  #nextId = 0;
  readonly #documentIds: Record<string, EntryId> = {};
  readonly #fieldLength: Record<string, number[]> = {};
  readonly #lengths = searchFields.map(() => 0);
  readonly #terms = new Map<string, Postings>();

  /** Joins a segment; `seen` is told of every document and word that counts. */
  add(segment: SearchSegment, seen: (id: EntryId, word: string) => void): void {
    const base = this.#nextId;
    const fresh = new Map<string, EntryId>();
    for (const [short, id] of Object.entries(segment.documentIds)) {
      this.stored += 1;
      const lengths = segment.fieldLength[short];
      if (this.ids.has(id) || lengths === undefined) continue;
      this.ids.add(id);
      fresh.set(short, id);
      const number = base + Number(short);
      this.#documentIds[number] = id;
      this.#fieldLength[number] = lengths;
      lengths.forEach((length, field) => {
        this.#lengths[field] = (this.#lengths[field] ?? 0) + length;
      });
    }
    for (const [term, fields] of segment.index) this.#addTerm(term, fields, base, fresh, seen);
    this.#nextId = base + segment.nextId;
  }

  #addTerm(
    term: string,
    fields: Postings,
    base: number,
    fresh: ReadonlyMap<string, EntryId>,
    seen: (id: EntryId, word: string) => void,
  ): void {
    const postings: Postings = this.#terms.get(term) ?? {};
    let used = false;
    for (const [field, documents] of Object.entries(fields)) {
      for (const [short, times] of Object.entries(documents)) {
        const id = fresh.get(short);
        if (id === undefined) continue;
        used = true;
        postings[field] ??= {};
        postings[field][base + Number(short)] = times;
        seen(id, term);
      }
    }
    if (used) this.#terms.set(term, postings);
  }

  /** The joined index in the form that `MiniSearch.loadJS` takes. */
  toPlainObject(): AsPlainObject {
    const count = this.ids.size;
    return {
      documentCount: count,
      nextId: this.#nextId,
      documentIds: this.#documentIds,
      fieldIds: Object.fromEntries(searchFields.map((field, number) => [field, number])),
      fieldLength: this.#fieldLength,
      averageFieldLength: this.#lengths.map((length) => (count === 0 ? 0 : length / count)),
      storedFields: {},
      dirtCount: 0,
      index: [...this.#terms],
      serializationVersion: 2,
    };
  }
}
