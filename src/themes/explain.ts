import { conceptOf } from "./concepts.ts";
import type { Corpus, Kept } from "./corpus.ts";
import { isConcept, isTag } from "./gist.ts";
import type { Learning } from "./learning.ts";
import { stopWords } from "./stopWords.ts";
import { surprise } from "./surprise.ts";

/** Something entries share: `key` is the engine's own name for it, `shown` the writer's own word or words. */
export interface SharedTerm {
  readonly key: string;
  readonly shown: string;
}

const termsAtMost = 8;

/** Words of the clock and the calendar and of order: they say when or how many, not what comes back. */
const whenWords: ReadonlySet<string> = new Set(
  `second third fourth fifth sixth seventh eighth ninth tenth double single couple dozen pair day days daily night nights nightly
  morning mornings afternoon afternoons evening evenings noon midday midnight tonight today yesterday tomorrow week weeks weekly weekend
  weekends fortnight month months monthly year years yearly hour hours hourly minute minutes mins second seconds time times date dates am pm
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  mondays tuesdays wednesdays thursdays fridays saturdays sundays`.split(/\s+/u),
);

/** Whether all that is shown only says when or how many: "two nights", "late evening". */
const saysOnlyWhen = (words: readonly string[]): boolean =>
  words.every((word) => whenWords.has(word) || stopWords.has(word) || /^\p{N}/u.test(word));

/** The form used most among these entries for a term; of equals the first in the alphabet, capitals first. */
const usualForm = (entries: readonly Kept[], term: number): string => {
  const used = new Map<string, number>();
  for (const entry of entries) {
    const form = entry.forms[entry.terms.indexOf(term)];
    if (form !== undefined) used.set(form, (used.get(form) ?? 0) + 1);
  }
  return [...used].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "";
};

/**
 * What these entries share, at most eight terms, the most surprising for this writer first: a term
 * counts for its surprise and for how many of them say it. Nothing is said twice: of "take home" and
 * "home" only the better one is given. Words that only say when or how many are not given. Tags are not given, for they need not stand in the text.
 */
export function sharedTerms(
  entries: readonly Kept[],
  corpus: Corpus,
  learning: Learning,
): readonly SharedTerm[] {
  const saying = new Map<number, number>();
  for (const entry of entries) {
    for (const term of entry.terms) saying.set(term, (saying.get(term) ?? 0) + 1);
  }
  const ranked = [...saying]
    .filter(([term, times]) => times > 1 && !isTag(corpus.keyOf(term)))
    .map(([term, times]) => {
      const key = corpus.keyOf(term);
      const telling = surprise(key, corpus.saying(term).length, corpus.size());
      return { term, key, worth: telling * learning.trust(term) * Math.log2(times) };
    })
    .map((each) => ({ ...each, worth: each.worth + everySays(each.term) }))
    .filter((each) => each.worth > 0)
    .sort((a, b) => b.worth - a.worth || (a.key < b.key ? -1 : 1));

  const given: SharedTerm[] = [];
  const said = new Set<string>();
  for (const { term, key } of ranked) {
    if (given.length === termsAtMost) break;
    const shown = usualForm(entries, term);
    const words = shown.toLowerCase().split(/[\s-]+/u);
    if (saysOnlyWhen(words)) continue;
    if (words.some((word) => said.has(word)) || isToldBy(given, term, key)) continue;
    for (const word of words) said.add(word);
    given.push({ key, shown });
  }
  return given;

  /** Whether each entry that names a thing does so with a word already given: "quiet" tells what "noise" would. */
  function isToldBy(terms: readonly SharedTerm[], term: number, key: string): boolean {
    if (!isConcept(key)) return false;
    const telling = terms
      .filter((each) => `=${conceptOf(each.key)}` === key)
      .map((each) => corpus.termOf(each.key));
    return entries
      .filter((entry) => entry.terms.includes(term))
      .every((entry) => telling.some((each) => each !== undefined && entry.terms.includes(each)));
  }

  /** Entries that are all alike share terms that surprise nobody; those are still what they share. */
  function everySays(term: number): number {
    return saying.get(term) === entries.length && entries.length > 1 ? 1e-6 : 0;
  }
}
