import { careWords } from "./careWords.ts";
import { isConcept, isPair, isTag } from "./gist.ts";
import { wordRanks } from "./wordRanks.ts";

/** Entries of other people that a writer is taken to have written before, so that the first few count right. */
const writtenBefore = 100;

/** The share of entries by anyone that say a term: by its place among everyday words, or by its kind. */
export function usualShare(key: string): number {
  if (isConcept(key) || isTag(key)) return 0.02;
  if (isPair(key)) return 0.0004;
  const inCare = careWords.get(key);
  if (inCare !== undefined) return inCare;
  const rank = wordRanks.get(key);
  return rank === undefined ? 0.0012 : Math.min(0.2, 5 / (rank + 20));
}

/** How much terms of each kind count beside plain words. */
function kindWeight(key: string): number {
  if (isConcept(key)) return 1;
  if (isPair(key)) return 0.5;
  return 1;
}

/**
 * How surprising it is that an entry says a term, for this writer: the inverse of how many of `size`
 * entries say it, `saying`, on a log scale, leaning on everyday English while there are few. Never
 * negative; 0 for what everything says.
 */
export function surprise(key: string, saying: number, size: number): number {
  const share = writtenBefore * usualShare(key);
  const odds = (size + writtenBefore + 1) / (saying + share + 0.5);
  return kindWeight(key) * Math.max(0, Math.log(odds));
}
