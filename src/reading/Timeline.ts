import type { Entry } from "#core/entry/Entry.ts";
import { knownMoment } from "#core/entry/knownMoment.ts";
import type { EntryList } from "#core/journal/Reader.ts";

/** Fewer than this many new entries are put in their place one by one; more are sorted in together. */
const fewEntries = 32;

/**
 * Entries newest first by when they happened, then by when they were written, then by id, so that
 * the order is the same on every device.
 */
export class Timeline {
  #sorted: Entry[] = [];
  #arrived: Entry[] = [];
  #list: EntryList | null = null;

  add(entry: Entry): void {
    this.#list = null;
    this.#arrived.push(entry);
  }

  /** Takes out exactly this entry object. */
  remove(entry: Entry): void {
    this.#list = null;
    this.#settle();
    const place = this.#placeOf(entry);
    if (this.#sorted[place]?.id === entry.id) this.#sorted.splice(place, 1);
  }

  /** All entries, newest first. Valid until the next change. */
  entries(): readonly Entry[] {
    this.#settle();
    return this.#sorted;
  }

  /** The same as ids and moments, made once for all questions until the next change: a search goes through it at every letter. */
  list(): EntryList {
    if (this.#list !== null) return this.#list;
    const entries = this.entries();
    this.#list = {
      ids: entries.map(({ id }) => id),
      at: entries.map(({ happened }) => knownMoment(happened)),
    };
    return this.#list;
  }

  #settle(): void {
    if (this.#arrived.length === 0) return;
    if (this.#arrived.length < fewEntries) {
      for (const entry of this.#arrived) this.#sorted.splice(this.#placeOf(entry), 0, entry);
    } else {
      this.#sorted = [...this.#sorted, ...this.#arrived].sort(newestFirst);
    }
    this.#arrived = [];
  }

  #placeOf(entry: Entry): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = this.#sorted[middle];
      if (there !== undefined && newestFirst(there, entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Compares two entries for a timeline; 0 only for the same entry. */
export const newestFirst = (a: Entry, b: Entry): number =>
  b.happened.at - a.happened.at ||
  b.createdAt - a.createdAt ||
  (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
