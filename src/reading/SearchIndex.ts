import type { EntryId } from "#core/identifiers.ts";
import { Beginnings } from "./Beginnings.ts";
import { findWords, type WordMatches } from "./findWords.ts";
import type { ChangedSegments, KeptIndex } from "./KeptIndex.ts";
import { NewestSegment } from "./NewestSegment.ts";
import type { ReaderPlatform } from "./ReaderPlatform.ts";
import { type SearchDocument, searchFields } from "./SearchDocument.ts";
import { decodeSegment, encodeSegment, type SearchSegment } from "./searchSegment.ts";
import { type Fields, WordIndex } from "./WordIndex.ts";

/** Documents to a stored segment; a full one is never written again. */
export const segmentSize = 500;

/**
 * The words of all entries. In memory it is one MiniSearch index, so that scores compare. It is
 * stored in segments like a log: a document written again goes to the newest segment, and when
 * loading the newest form counts; what is no longer in the journal is dropped by the reader. So a
 * save touches one segment, however much has been written.
 */
export class SearchIndex implements KeptIndex<SearchDocument> {
  readonly #platform: ReaderPlatform;
  #all = new WordIndex();
  readonly #ids = new Set<EntryId>();
  readonly #beginnings = new Beginnings();
  #newest = new NewestSegment();
  /** How many segments are full; the newest has this number. */
  #full = 0;
  #newestChanged = false;
  #unsaved: { readonly number: number; readonly bytes: Uint8Array }[] = [];

  constructor(platform: ReaderPlatform) {
    this.#platform = platform;
  }

  readonly load = async (stored: readonly Uint8Array[]): Promise<boolean> => {
    let newest: SearchSegment | null = null;
    let taken = 0;
    const met = new Map<string, Fields>();
    for (const bytes of stored.toReversed()) {
      const segment = decodeSegment(bytes, this.#platform);
      if (segment === null) return this.#refuse();
      newest ??= segment;
      taken += segment.documents.length;
      const counts = segment.documents.map((document) => this.#isNew(document?.[0]));
      this.#all.join(segment, counts, met);
      this.#beginnings.join(segment, counts);
      await this.#platform.turn();
    }
    if (taken > 2 * this.#ids.size + segmentSize) return this.#refuse();
    this.#full = stored.length;
    if (newest !== null && newest.documents.length < segmentSize) {
      this.#full -= 1;
      this.#newest = new NewestSegment(newest);
    }
    return true;
  };

  /** Whether a document is met for the first time; remembers that it was. */
  #isNew(id: EntryId | undefined): boolean {
    if (id === undefined || this.#ids.has(id)) return false;
    this.#ids.add(id);
    return true;
  }

  #refuse(): false {
    this.clear();
    return false;
  }

  readonly changed = (): ChangedSegments => {
    const segments = this.#unsaved;
    this.#unsaved = [];
    // A newest segment that nothing was put in yet is none: counted, it would be missing among the stored.
    const begun = this.#newest.taken > 0;
    if (this.#newestChanged && begun) segments.push(this.#encodeNewest());
    this.#newestChanged = false;
    return { segments, count: this.#full + (begun ? 1 : 0) };
  };

  readonly ids = (): Iterable<EntryId> => [...this.#ids];

  readonly has = (id: EntryId): boolean => this.#ids.has(id);

  readonly put = (document: SearchDocument): void => {
    this.drop(document.id);
    this.#all.add(document);
    this.#ids.add(document.id);
    this.#newest.put(document);
    this.#newestChanged = true;
    for (const field of searchFields) {
      const words = document[field];
      if (words !== "") this.#beginnings.add(document.id, new Set(words.split(" ")));
    }
    if (this.#newest.taken >= segmentSize) this.#fill();
  };

  readonly drop = (id: EntryId): void => {
    if (!this.#ids.delete(id)) return;
    this.#all.discard(id);
    this.#beginnings.drop(id);
    if (this.#newest.drop(id)) this.#newestChanged = true;
  };

  readonly clear = (): void => {
    this.#all = new WordIndex();
    this.#ids.clear();
    this.#beginnings.clear();
    this.#newest = new NewestSegment();
    this.#full = 0;
    this.#newestChanged = true;
    this.#unsaved = [];
  };

  /** Which entries match all typed words; see `findWords`. */
  find(typed: readonly string[], allowed: (id: EntryId) => boolean): WordMatches {
    return findWords(this.#all, this.#beginnings, typed, allowed);
  }

  #fill(): void {
    this.#unsaved.push(this.#encodeNewest());
    this.#full += 1;
    this.#newest = new NewestSegment();
    this.#newestChanged = false;
  }

  #encodeNewest() {
    const bytes = encodeSegment(this.#newest.contents(), this.#platform);
    return { number: this.#full, bytes };
  }
}
