import MiniSearch from "minisearch";
import { type SearchDocument, searchFields } from "./SearchDocument.ts";
import { searchOptions } from "./searchOptions.ts";
import type { SearchSegment } from "./searchSegment.ts";

/** Where a word stands: by field, how often in which document. */
export type Fields = Map<number, Map<number, number>>;

/**
 * MiniSearch over entries, which can also take up documents that were indexed before. `loadJS` does
 * that for one whole index in MiniSearch's own form only; joining segments in that form took four
 * times as long as putting their numbers where MiniSearch keeps them (its protected members, which
 * it declares for subclasses; version 7, serialization 2).
 */
export class WordIndex extends MiniSearch<SearchDocument> {
  constructor() {
    super(searchOptions);
  }

  /**
   * Takes up those documents of a segment that `counts` names by place; none of them may be here.
   * `met` is where words met before in the same loading stand: looking each up again would cost most.
   */
  join(segment: SearchSegment, counts: readonly boolean[], met: Map<string, Fields>): void {
    const numbers = segment.documents.map((document, place) =>
      document !== null && counts[place] ? this.#joinDocument(...document) : -1,
    );
    for (const [word, threes] of segment.terms) {
      const fields = met.get(word) ?? this._index.get(word) ?? new Map();
      if (!joinPostings(fields, threes, numbers) || met.has(word)) continue;
      met.set(word, fields);
      this._index.set(word, fields);
    }
  }

  #joinDocument(id: string, lengths: readonly number[]): number {
    const number = this._nextId;
    this._nextId += 1;
    this._documentIds.set(number, id);
    this._idToShortId.set(id, number);
    this._fieldLength.set(number, [...lengths]);
    for (const [field, length] of lengths.entries()) {
      const sum = (this._avgFieldLength[field] ?? 0) * this._documentCount + length;
      this._avgFieldLength[field] = sum / (this._documentCount + 1);
    }
    this._documentCount += 1;
    return number;
  }
}

/** Adds where a word stands; false where none of it counts. */
function joinPostings(
  fields: Fields,
  threes: readonly number[],
  numbers: readonly number[],
): boolean {
  let counted = false;
  for (let at = 0; at < threes.length; at += 3) {
    const field = threes[at] ?? -1;
    const number = numbers[threes[at + 1] ?? -1] ?? -1;
    const times = threes[at + 2] ?? 0;
    if (number < 0 || searchFields[field] === undefined) continue;
    counted = true;
    const postings = fields.get(field);
    if (postings === undefined) fields.set(field, new Map([[number, times]]));
    else postings.set(number, times);
  }
  return counted;
}
