import type { Corpus, Kept } from "./corpus.ts";
import { isConcept, isPair, termPlaces } from "./gist.ts";
import { isCommon } from "./isCommon.ts";
import { surprise } from "./surprise.ts";

/** An entry speaks of a title if it says at least this part of it, by surprise. */
const enough = 0.5;

/** A title is read up to here. */
const titleAtMost = 500;

/** One word of a title: any of its keys says it, for a thing may be named in other words. */
interface TitleWord {
  readonly keys: readonly string[];
}

/** The different telling words of a title. */
function wordsOf(title: string): readonly TitleWord[] {
  const places = [...termPlaces(title.slice(0, titleAtMost))].filter(({ key }) => !isPair(key));
  const things = places.filter(({ key }) => isConcept(key));
  const words = new Map<string, TitleWord>();
  for (const { key, start, end } of places) {
    if (isConcept(key)) continue;
    const covering = things.filter((thing) => thing.start <= start && thing.end >= end);
    words.set(key, { keys: [key, ...covering.map((thing) => thing.key)] });
  }
  for (const thing of things) {
    const isTold = [...words.values()].some(({ keys }) => keys.includes(thing.key));
    if (!isTold) words.set(thing.key, { keys: [thing.key] });
  }
  return [...words.values()];
}

/**
 * The entries of this journal that speak of what a short text names, in order of time: for a question
 * such as "Does this keep coming back for you?". An entry counts that says at least half of the title, each
 * word weighed by how surprising it is for this writer, in the same words or in others of the trade;
 * never by a common word alone. A title without a telling word matches nothing.
 */
export function countMatches(title: string, corpus: Corpus): readonly Kept[] {
  const words = wordsOf(title).map(({ keys }) => {
    const terms = keys.flatMap((key) => corpus.termOf(key) ?? []);
    const saying = new Set(terms.flatMap((term) => corpus.saying(term)));
    const weight = Math.max(...keys.map((key) => surprise(key, saying.size, corpus.size())));
    return { saying, weight, isCommon: keys.every((key) => isCommon(key, corpus)) };
  });
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  const said = new Map<Kept, { weight: number; telling: number }>();
  for (const { saying, weight, isCommon: common } of words) {
    for (const entry of saying) {
      const { weight: sum, telling } = said.get(entry) ?? { weight: 0, telling: 0 };
      said.set(entry, { weight: sum + weight, telling: telling + (common ? 0.5 : 1) });
    }
  }
  return [...said]
    .filter(([, { weight, telling }]) => weight >= enough * whole && telling >= 1)
    .map(([entry]) => entry)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}
