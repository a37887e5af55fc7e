import type { Instant } from "#base/Clock.ts";
import type { Entry } from "#core/entry/Entry.ts";
import type { EntryId } from "#core/identifiers.ts";
import type { EntryFilter, EntryLine, EntryList, Found } from "#core/journal/Reader.ts";
import { wordsIn } from "#core/words/wordsIn.ts";
import { entryFilter } from "./entryFilter.ts";
import { entryLine } from "./entryLine.ts";
import { onThisDay } from "./onThisDay.ts";
import type { SearchIndex } from "./SearchIndex.ts";
import type { Shelves } from "./Shelves.ts";

/** Scores closer than a tenth count as the same, so that the newer entry comes first. */
const finestScore = 10;

/** Answers about entries: lists, lines, search. */
export class EntryReading {
  readonly #shelves: Shelves;
  readonly #search: SearchIndex;

  constructor(shelves: Shelves, search: SearchIndex) {
    this.#shelves = shelves;
    this.#search = search;
  }

  /** See `Reader.timeline`. */
  timeline(filter: EntryFilter): EntryList {
    const passes = this.#passes(filter);
    return list(this.#shelves.timeline.entries().filter((entry) => passes(entry.id)));
  }

  /** See `Reader.lines`: unknown ids are left out. */
  lines(ids: readonly EntryId[]): readonly EntryLine[] {
    return ids.flatMap((id) => {
      const shelved = this.#shelves.entries.get(id);
      return shelved === undefined ? [] : [entryLine(shelved.entry)];
    });
  }

  /** See `Reader.find`: best first, and the newer first of those that match alike. */
  find(typed: string, filter: EntryFilter): Found {
    const words = [...wordsIn(typed)].map(({ word }) => word);
    if (words.length === 0) return { ...this.timeline(filter), words: [] };
    const matches = this.#search.find(words, this.#passes(filter));
    const scored: { readonly entry: Entry; readonly score: number }[] = [];
    for (const entry of this.#shelves.timeline.entries()) {
      const score = matches.scores.get(entry.id);
      if (score !== undefined) scored.push({ entry, score: Math.round(score * finestScore) });
    }
    scored.sort((a, b) => b.score - a.score);
    return { ...list(scored.map(({ entry }) => entry)), words: [...matches.words] };
  }

  /** See `Reader.onThisDay`. */
  onThisDay(day: Instant, dayOffset: number, offset: (at: number) => number): readonly EntryLine[] {
    const present = this.#shelves.timeline.entries().filter((entry) => entry.deletedAt === null);
    return onThisDay(present, day, dayOffset, offset).map(entryLine);
  }

  #passes(filter: EntryFilter): (id: EntryId) => boolean {
    const passes = entryFilter(filter);
    return (id) => {
      const shelved = this.#shelves.entries.get(id);
      return shelved !== undefined && passes(shelved);
    };
  }
}

const list = (entries: readonly Entry[]): EntryList => ({
  ids: entries.map((entry) => entry.id),
  at: entries.map((entry) => entry.happened.at),
});
