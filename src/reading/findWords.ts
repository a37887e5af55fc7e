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
/** A word written more often than this says nothing about which entry is meant, so it is not scored. */
const commonUses = 2_000;

/**
 * Entries that match every typed word: the word itself, one that begins with it (a last word from
 * its first letter, others from three), one with two neighbouring letters in the other order, or one
 * that differs by a letter (from five letters; at four only if nothing else matches) or two (from
 * nine). `allowed` only ever takes entries away.
 */
export function findWords(
  index: MiniSearch<SearchDocument>,
  beginnings: Beginnings,
  typed: readonly string[],
  allowed: (id: EntryId) => boolean,
): WordMatches {
  const some = typed.slice(0, mostWords);
  const last = some.at(-1) ?? "";
  const asked = [...new Set(some)]
    .map((word) => ({ word, uses: beginnings.usesOfBeginning(word) }))
    .sort((a, b) => a.uses - b.uses);

  const words = new Set<string>();
  let scores: Map<EntryId, number> | null = null;
  for (const { word } of asked) {
    const begins = word === last || word.length >= beginningLength;
    scores =
      begins && word.length <= shortBeginning
        ? narrowShort(index, beginnings, word, scores, allowed, words)
        : narrow(index, word, begins, scores, allowed, words);
  }
  return { scores: scores ?? new Map(), words };
}

function narrow(
  index: MiniSearch<SearchDocument>,
  word: string,
  prefix: boolean,
  before: ReadonlyMap<EntryId, number> | null,
  allowed: (id: EntryId) => boolean,
  words: Set<string>,
): Map<EntryId, number> {
  const within = onlyIn(before);
  if (word.length !== 4) {
    const fuzzy = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0;
    return collect(search(index, word, { prefix, fuzzy, ...within }), before, allowed, words);
  }
  const near = search(index, word, { prefix });
  const found = near.length > 0 ? near : search(index, word, { prefix, fuzzy: 1 });
  return collect(found, before, allowed, words);
}

/** Has MiniSearch pass over entries that an earlier word left out, before it scores them. */
const onlyIn = (before: ReadonlyMap<EntryId, number> | null): SearchOptions =>
  before === null ? {} : { boostDocument: (id: EntryId) => (before.has(id) ? 1 : 0) };

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
  allowed: (id: EntryId) => boolean,
  words: Set<string>,
): Map<EntryId, number> {
  const scores = new Map<EntryId, number>();
  for (const { id, score, terms } of results) {
    const earlier = before === null ? (allowed(id) ? 0 : undefined) : before.get(id);
    if (earlier === undefined) continue;
    scores.set(id, earlier + score);
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
  if (before === null) {
    for (const id of beginnings.entriesHaving(word)) if (allowed(id)) scores.set(id, 0);
  } else {
    const has = beginnings.having(word);
    for (const [id, score] of before) if (has(id)) scores.set(id, score);
  }
  if (beginnings.uses(word) <= commonUses) {
    for (const { id, score } of index.search(word, onlyIn(scores))) {
      scores.set(id, (scores.get(id) ?? 0) + score);
    }
  }
  for (const found of beginnings.words(word)) words.add(found);
  return scores;
}
