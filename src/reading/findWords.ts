import type MiniSearch from "minisearch";
import type { SearchOptions } from "minisearch";
import type { EntryId } from "#core/identifiers.ts";
import { type Beginnings, shortBeginning } from "./Beginnings.ts";
import type { SearchDocument } from "./SearchDocument.ts";

/** Entries that match all typed words with how well, and the words of the journal that matched. */
export interface WordMatches {
  readonly scores: ReadonlyMap<EntryId, number>;
  readonly words: ReadonlySet<string>;
}

/** More words than a person types; the rest is not looked at. */
const mostWords = 16;
/** From this length, a typed word may be the beginning of a word wherever it stands. */
const beginningLength = 3;

/**
 * Entries that match every typed word: the word itself, one that begins with it, one with the two
 * letters swapped that were typed the wrong way round, or one that differs by a letter (from five
 * letters; at four only if nothing else matches) or two (from nine). A last word of one or two
 * letters is looked up by beginnings. `allowed` only ever takes entries away.
 */
export function findWords(
  index: MiniSearch<SearchDocument>,
  beginnings: Beginnings,
  typed: readonly string[],
  allowed: (id: EntryId) => boolean,
): WordMatches {
  const all = [...new Set(typed.slice(0, mostWords))];
  const last = typed.slice(0, mostWords).at(-1) ?? "";
  const short = last.length <= shortBeginning ? last : null;
  const whole = all.filter((word) => word !== short).sort((a, b) => b.length - a.length);

  const words = new Set<string>();
  let scores: Map<EntryId, number> | null = null;
  for (const word of whole) scores = narrow(index, word, scores, allowed, words);
  if (short !== null && short !== "")
    scores = narrowShort(index, beginnings, short, scores, allowed, words);
  return { scores: scores ?? new Map(), words };
}

function narrow(
  index: MiniSearch<SearchDocument>,
  word: string,
  before: ReadonlyMap<EntryId, number> | null,
  allowed: (id: EntryId) => boolean,
  words: Set<string>,
): Map<EntryId, number> {
  const passes = (id: EntryId) => (before === null ? allowed(id) : before.has(id));
  const prefix = word.length >= beginningLength;
  const boostDocument = (id: EntryId) => (passes(id) ? 1 : 0);
  if (word.length !== 4) {
    const fuzzy = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
    return collect(search(index, word, { prefix, fuzzy, boostDocument }), before, passes, words);
  }
  const near = search(index, word, { prefix });
  const found = near.length > 0 ? near : search(index, word, { prefix, fuzzy: 1 });
  return collect(found, before, passes, words);
}

function search(index: MiniSearch<SearchDocument>, word: string, options: SearchOptions) {
  const swapped = word.length >= 4 ? swaps(word) : [];
  if (swapped.length === 0) return index.search(word, options);
  return index.search(
    {
      combineWith: "OR",
      queries: [
        word,
        { queries: swapped, combineWith: "OR", prefix: false, fuzzy: false, boostTerm: () => 0.2 },
      ],
    },
    options,
  );
}

/** The word with each two neighbouring letters in the other order, all different from it. */
function swaps(word: string): string[] {
  const found: string[] = [];
  for (let i = 0; i + 1 < word.length; i += 1) {
    const [a = "", b = ""] = [word[i], word[i + 1]];
    if (a !== b) found.push(word.slice(0, i) + b + a + word.slice(i + 2));
  }
  return found;
}

function collect(
  results: ReturnType<MiniSearch["search"]>,
  before: ReadonlyMap<EntryId, number> | null,
  passes: (id: EntryId) => boolean,
  words: Set<string>,
): Map<EntryId, number> {
  const scores = new Map<EntryId, number>();
  for (const { id, score, terms } of results) {
    if (!passes(id)) continue;
    scores.set(id, (before?.get(id) ?? 0) + score);
    for (const term of terms) words.add(term);
  }
  return scores;
}

function narrowShort(
  index: MiniSearch<SearchDocument>,
  beginnings: Beginnings,
  word: string,
  before: ReadonlyMap<EntryId, number> | null,
  allowed: (id: EntryId) => boolean,
  words: Set<string>,
): Map<EntryId, number> {
  const scores = new Map<EntryId, number>();
  const begun = beginnings.entries(word);
  if (before === null) {
    for (const id of begun) if (allowed(id)) scores.set(id, 0);
  } else {
    for (const [id, score] of before) if (begun.has(id)) scores.set(id, score);
  }
  const boostDocument = (id: EntryId) => (scores.has(id) ? 1 : 0);
  for (const { id, score } of index.search(word, { boostDocument })) {
    scores.set(id, (scores.get(id) ?? 0) + score);
  }
  for (const found of beginnings.words(word)) words.add(found);
  return scores;
}
