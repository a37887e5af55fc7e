import type { Corpus, Kept } from "./corpus.ts";
import type { Learning } from "./learning.ts";
import { surprise } from "./surprise.ts";

/** What terms and entries weigh for this writer as of now: each is worked out once and then remembered. */
export interface Weighing {
  /** How much a term tells: its surprise and what was learnt of it. */
  readonly weight: (term: number) => number;
  /** What the term at a place of an entry adds to it: its weight, more where it is said often. */
  readonly loadOf: (kept: Kept, place: number) => number;
  /** The length of an entry as a vector of its loads. */
  readonly norm: (kept: Kept) => number;
}

/** Begins weighing. Valid until the corpus or what was learnt changes. */
export function createWeighing(corpus: Corpus, learning: Learning): Weighing {
  const size = corpus.size();
  const weights = new Map<number, number>();
  const norms = new Map<Kept, number>();

  const weight = (term: number): number => {
    const known = weights.get(term);
    if (known !== undefined) return known;
    const found =
      surprise(corpus.keyOf(term), corpus.saying(term).length, size) * learning.trust(term);
    weights.set(term, found);
    return found;
  };

  const loadOf = (kept: Kept, place: number): number =>
    weight(kept.terms[place] ?? -1) * (1 + Math.log(kept.counts[place] ?? 1));

  const norm = (kept: Kept): number => {
    const known = norms.get(kept);
    if (known !== undefined) return known;
    let sum = 0;
    for (let place = 0; place < kept.terms.length; place += 1) sum += loadOf(kept, place) ** 2;
    const found = Math.sqrt(sum);
    norms.set(kept, found);
    return found;
  };

  return { weight, loadOf, norm };
}
