import type { AsPlainObject } from "minisearch";
import type { EntryId } from "#core/identifiers.ts";
import { searchFields } from "./SearchDocument.ts";
import type { SearchSegment } from "./searchSegment.ts";

type Fields = AsPlainObject["index"][number][1];

/**
 * Stored segments joined into one index. They must be added last first: where a document was
 * written again, only its latest form counts.
 */
export class MergedSegments {
  readonly ids = new Set<EntryId>();
  /** How many documents the segments took, out-of-date forms included. */
  taken = 0;
  #nextId = 0;
  readonly #documentIds: Record<string, EntryId> = {};
  readonly #fieldLength: Record<string, number[]> = {};
  readonly #lengths = searchFields.map(() => 0);
  readonly #terms = new Map<string, Fields>();

  /** Joins a segment; `seen` is told each word with the documents of this segment that have it. */
  add(segment: SearchSegment, seen: (word: string, ids: readonly EntryId[]) => void): void {
    const numbers: number[] = [];
    for (const document of segment.documents) {
      if (document === null || this.ids.has(document[0])) {
        numbers.push(-1);
        continue;
      }
      const [id, lengths] = document;
      this.ids.add(id);
      this.#documentIds[this.#nextId] = id;
      this.#fieldLength[this.#nextId] = lengths;
      for (const [field, length] of lengths.entries()) {
        this.#lengths[field] = (this.#lengths[field] ?? 0) + length;
      }
      numbers.push(this.#nextId);
      this.#nextId += 1;
    }
    this.taken += segment.documents.length;
    for (const [term, threes] of segment.terms) {
      const ids = this.#addTerm(term, threes, numbers);
      if (ids.length > 0) seen(term, ids);
    }
  }

  #addTerm(term: string, threes: readonly number[], numbers: readonly number[]): EntryId[] {
    const fields: Fields = this.#terms.get(term) ?? {};
    const ids: EntryId[] = [];
    for (let at = 0; at < threes.length; at += 3) {
      const number = numbers[threes[at + 1] ?? -1] ?? -1;
      const id = this.#documentIds[number];
      if (id === undefined) continue;
      const field = threes[at] ?? 0;
      fields[field] ??= {};
      fields[field][number] = threes[at + 2] ?? 1;
      ids.push(id);
    }
    if (ids.length > 0) this.#terms.set(term, fields);
    return ids;
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
