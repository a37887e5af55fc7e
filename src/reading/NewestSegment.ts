import type { EntryId } from "#core/identifiers.ts";
import { type SearchDocument, searchFields } from "./SearchDocument.ts";
import type { SearchSegment } from "./searchSegment.ts";

/** The segment that is still being written: documents in the form in which they are stored. */
export class NewestSegment {
  readonly #documents: SearchSegment["documents"] = [];
  readonly #places = new Map<EntryId, number>();
  readonly #terms = new Map<string, number[]>();

  /** An empty one, or the one that was stored last. */
  constructor(stored?: SearchSegment) {
    if (stored === undefined) return;
    this.#documents = [...stored.documents];
    for (const [place, document] of stored.documents.entries()) {
      if (document !== null) this.#places.set(document[0], place);
    }
    for (const [term, threes] of stored.terms) this.#terms.set(term, [...threes]);
  }

  /** Documents it was given, those that are gone or were written again included. */
  get taken(): number {
    return this.#documents.length;
  }

  /** Adds a document, or its next form. */
  put(document: SearchDocument): void {
    this.drop(document.id);
    const place = this.#documents.length;
    const lengths = searchFields.map((field, number) => {
      const times = timesOf(document[field]);
      for (const [word, count] of times) {
        const threes = this.#terms.get(word);
        if (threes === undefined) this.#terms.set(word, [number, place, count]);
        else threes.push(number, place, count);
      }
      return times.size;
    });
    this.#documents.push([document.id, lengths]);
    this.#places.set(document.id, place);
  }

  /** Forgets a document; true where it was here. */
  drop(id: EntryId): boolean {
    const place = this.#places.get(id);
    if (place === undefined) return false;
    this.#documents[place] = null;
    return this.#places.delete(id);
  }

  /** What is to be stored. */
  contents(): Pick<SearchSegment, "documents" | "terms"> {
    const terms: SearchSegment["terms"] = [];
    for (const [term, threes] of this.#terms) {
      const present = this.#present(threes);
      if (present.length > 0) terms.push([term, present]);
    }
    return { documents: this.#documents, terms };
  }

  #present(threes: readonly number[]): readonly number[] {
    if (this.#places.size === this.#documents.length) return threes;
    return threes.filter((_, at) => this.#documents[threes[at - (at % 3) + 1] ?? -1] != null);
  }
}

function timesOf(words: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  if (words === "") return times;
  for (const word of words.split(" ")) times.set(word, (times.get(word) ?? 0) + 1);
  return times;
}
