import type { EntryId } from "#core/identifiers.ts";
import { BitSet } from "./BitSet.ts";
import type { SearchSegment } from "./searchSegment.ts";

/** Beginnings up to this many UTF-16 units are looked up here instead of in the index of words. */
export const shortBeginning = 3;

/** What is known of the words that begin with the same few letters. */
interface Begun {
  readonly entries: BitSet;
  /** How often each word was written, roughly: what is gone is not counted back. */
  readonly uses: Map<string, number>;
}

/**
 * Which entries have a word that begins with one, two or three given letters, and which words do. Such
 * beginnings match so much of a journal that scoring each match would take longer than a keystroke
 * may. Entries are numbered here; an entry that is written again gets a new number, so that
 * forgetting one costs nothing.
 */
export class Beginnings {
  readonly #begun = new Map<string, Begun>();
  readonly #numbers = new Map<EntryId, number>();
  /** The entries by number; null where the entry is gone or has got another number. */
  readonly #entries: (EntryId | null)[] = [null];
  /** An entry has these words, each named once; it must not be here yet, or be added to at once. */
  add(id: EntryId, words: Iterable<string>): void {
    const number = [this.#numberOf(id)];
    for (const word of words) this.#addWord(word, number);
  }

  /** Those documents of a stored segment that `counts` names by place. */
  join(segment: SearchSegment, counts: readonly boolean[]): void {
    const numbers = segment.documents.map((document, place) =>
      document !== null && counts[place] ? this.#numberOf(document[0]) : -1,
    );
    for (const [word, threes] of segment.terms) {
      const present: number[] = [];
      for (let at = 1; at < threes.length; at += 3) {
        const number = numbers[threes[at] ?? -1] ?? -1;
        if (number >= 0) present.push(number);
      }
      if (present.length > 0) this.#addWord(word, present);
    }
  }

  #addWord(word: string, numbers: readonly number[]): void {
    const longest = Math.min(shortBeginning, word.length);
    for (let length = 1; length <= longest; length += 1) {
      const { entries, uses } = this.#of(word.slice(0, length));
      for (const number of numbers) entries.add(number);
      uses.set(word, (uses.get(word) ?? 0) + numbers.length);
    }
  }

  /** An entry is gone, or about to be added anew. */
  drop(id: EntryId): void {
    const number = this.#numbers.get(id);
    if (number === undefined) return;
    this.#numbers.delete(id);
    this.#entries[number] = null;
  }

  clear(): void {
    this.#begun.clear();
    this.#numbers.clear();
    this.#entries.length = 1;
  }

  /** A test of whether an entry has a word with this beginning of up to three letters. */
  having(beginning: string): (id: EntryId) => boolean {
    const entries = this.#begun.get(beginning)?.entries;
    if (entries === undefined) return () => false;
    return (id) => {
      const number = this.#numbers.get(id);
      return number !== undefined && entries.has(number);
    };
  }

  /** The entries that have a word with this beginning of up to three letters. */
  entriesHaving(beginning: string): readonly EntryId[] {
    const found: EntryId[] = [];
    this.#begun.get(beginning)?.entries.each((number) => {
      const id = this.#entries[number];
      if (id) found.push(id);
    });
    return found;
  }

  /** The words with this beginning of up to three letters, some perhaps of entries that are gone. */
  words(beginning: string): Iterable<string> {
    return this.#begun.get(beginning)?.uses.keys() ?? [];
  }

  /** Roughly how often a word was written. */
  uses(word: string): number {
    return this.#begun.get(word.slice(0, shortBeginning))?.uses.get(word) ?? 0;
  }

  /** Roughly how often words that begin so were written: which typed word narrows most. */
  usesOfBeginning(beginning: string): number {
    let uses = 0;
    for (const [word, count] of this.#begun.get(beginning.slice(0, shortBeginning))?.uses ?? []) {
      if (word.startsWith(beginning)) uses += count;
    }
    return uses;
  }

  #of(beginning: string): Begun {
    const known = this.#begun.get(beginning);
    if (known !== undefined) return known;
    const fresh = { entries: new BitSet(), uses: new Map<string, number>() };
    this.#begun.set(beginning, fresh);
    return fresh;
  }

  #numberOf(id: EntryId): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    const fresh = this.#entries.push(id) - 1;
    this.#numbers.set(id, fresh);
    return fresh;
  }
}
