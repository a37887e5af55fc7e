import type { Instant } from "#base/Clock.ts";
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
    return picked(this.#shelves.timeline.list(), (id) => (passes(id) ? 0 : undefined));
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
    const found = picked(this.#shelves.timeline.list(), (id) => matches.scores.get(id));
    return { ...found, words: [...matches.words] };
  }

  /** See `Reader.onThisDay`. */
  onThisDay(day: Instant, dayOffset: number, offset: (at: number) => number): readonly EntryLine[] {
    const present = this.#shelves.timeline.entries().filter((entry) => entry.deletedAt === null);
    return onThisDay(present, day, dayOffset, offset).map(entryLine);
  }

  #passes(filter: EntryFilter): (id: EntryId) => boolean {
    const { binned } = this.#shelves;
    // Most searches filter nothing: looking at each entry would take longer than finding it.
    if (isEmpty(filter)) return (id) => !binned.has(id);
    const passes = entryFilter(filter);
    return (id) => {
      const shelved = this.#shelves.entries.get(id);
      return shelved !== undefined && passes(shelved);
    };
  }
}

const isEmpty = (filter: EntryFilter) => Object.values(filter).every((of) => of === undefined);

/** The entries of a timeline that have a score, best first, and newest first of those that match alike. */
function picked({ ids, at }: EntryList, scoreOf: (id: EntryId) => number | undefined): EntryList {
  const places: number[] = [];
  const scores: number[] = [];
  for (const [place, id] of ids.entries()) {
    const score = scoreOf(id);
    if (score === undefined) continue;
    places.push(place);
    scores[place] = Math.round(score * finestScore);
  }
  places.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const found = { ids: [] as EntryId[], at: [] as (Instant | null)[] };
  for (const place of places) {
    const [id, moment] = [ids[place], at[place]];
    if (id === undefined || moment === undefined) continue;
    found.ids.push(id);
    found.at.push(moment);
  }
  return found;
}
