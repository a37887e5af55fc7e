import type { Entry } from "#core/entry/Entry.ts";
import { entryText } from "#core/entry/entryText.ts";
import { sameWords } from "#core/entry/sameWords.ts";
import type { FoundWords } from "#core/exchange/Importing.ts";
import type { Shelves } from "./Shelves.ts";

/** Entries that say the same words of the same moment: one of them, and how many. */
interface Group {
  readonly one: Entry;
  times: number;
}

/** FNV-1a over UTF-16 code units: small, quick, and never trusted alone. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash;
}

const keyOf = (entry: Entry): string => sameWords(entryText(entry), entry.happened);

/**
 * Knows how often the journal holds the same words of the same moment, for an import to leave alone
 * what is there. A number for each entry is made when it is first asked, in memory only, and made
 * anew once the journal has changed; equal numbers are compared word by word.
 */
export class KeptWords {
  readonly #shelves: Shelves;
  #groups = new Map<number, Group[]>();
  #madeAt = -1;

  constructor(shelves: Shelves) {
    this.#shelves = shelves;
  }

  /** See `Reader.timesKept`. */
  times(found: readonly FoundWords[]): readonly number[] {
    if (this.#madeAt !== this.#shelves.changes) this.#make();
    return found.map(({ text, happened }) => {
      const key = sameWords(text, happened);
      return this.#groupOf(key)?.times ?? 0;
    });
  }

  #make(): void {
    this.#groups = new Map();
    this.#madeAt = this.#shelves.changes;
    for (const { entry } of this.#shelves.entries.values()) {
      if (entry.deletedAt !== null) continue;
      const key = keyOf(entry);
      const group = this.#groupOf(key);
      if (group) group.times += 1;
      else {
        const hash = hashOf(key);
        this.#groups.set(hash, [...(this.#groups.get(hash) ?? []), { one: entry, times: 1 }]);
      }
    }
  }

  #groupOf(key: string): Group | undefined {
    return this.#groups.get(hashOf(key))?.find(({ one }) => keyOf(one) === key);
  }
}
