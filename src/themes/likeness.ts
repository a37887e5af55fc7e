import type { Corpus, Kept } from "./corpus.ts";
import type { Weighing } from "./weighing.ts";
import { writtenUpWithin } from "./writtenUpWithin.ts";

/** How alike two entries are in what they say. */
export interface Likeness {
  /** Cosine of their weighted terms, 0 to 1. */
  readonly cosine: number;
  /** Sum of the weights of the terms they share. */
  readonly shared: number;
}

/** Compares one entry with others. */
export interface Comparison {
  readonly with: (other: Kept) => Likeness;
  /** Entries not later than it that share the most with it, at most `atMost`, the most alike first. */
  readonly nearest: (atMost: number, allowed: (other: Kept) => boolean) => readonly Kept[];
}

/** Never look at more mentions than this for one entry, so that time stays bounded. */
const mentionsAtMost = 30_000;
/** Entries compared exactly, and those looked through for them: some are not to be named. */
const shortlist = 200;
const lookedThrough = 1000;

/** Entries by falling likeness, of equals by id; those with none are left out. */
function likeliest(
  entries: readonly Kept[],
  likeOf: (other: Kept) => number,
): readonly { readonly other: Kept; readonly like: number }[] {
  const likes = Float64Array.from(entries, likeOf);
  const enough = likes.toSorted().at(-lookedThrough) ?? 0;
  const found: { readonly other: Kept; readonly like: number }[] = [];
  for (const [index, other] of entries.entries()) {
    const like = likes[index] ?? 0;
    if (like > 0 && like >= enough) found.push({ other, like });
  }
  return found.sort((a, b) => b.like - a.like || (a.other.id < b.other.id ? -1 : 1));
}

/** Begins comparing `entry` with the rest of the corpus. */
export function compare(corpus: Corpus, weighing: Weighing, entry: Kept): Comparison {
  const { weight, loadOf, norm } = weighing;
  const mine = new Map(entry.terms.map((term, place) => [term, loadOf(entry, place)]));

  return {
    with: (other) => {
      let product = 0;
      let shared = 0;
      other.terms.forEach((term, place) => {
        const load = mine.get(term);
        if (load === undefined) return;
        product += load * loadOf(other, place);
        shared += weight(term);
      });
      const length = norm(entry) * norm(other);
      return { cosine: length > 0 ? product / length : 0, shared };
    },
    nearest: (atMost, allowed) => {
      const products = new Float64Array(corpus.slots());
      const touched: Kept[] = [];
      let mentions = 0;
      const strongestFirst = entry.terms
        .map((term, place) => ({ term, key: corpus.keyOf(term), load: loadOf(entry, place) }))
        .filter(({ load }) => load > 0)
        .sort((a, b) => b.load - a.load || (a.key < b.key ? -1 : 1));
      for (const { term, load } of strongestFirst) {
        const saying = corpus.saying(term);
        mentions += saying.length;
        if (mentions > mentionsAtMost) break;
        const each = load * weight(term);
        for (const other of saying) {
          const sum = products[other.slot] ?? 0;
          if (sum === 0) touched.push(other);
          products[other.slot] = sum + each;
        }
      }
      const rough = likeliest(touched, (other) =>
        other === entry || other.at > entry.at + writtenUpWithin
          ? 0
          : (products[other.slot] ?? 0) / Math.sqrt(other.terms.length),
      );
      const short: Kept[] = [];
      for (const { other } of rough) {
        if (short.length === shortlist) break;
        if (allowed(other)) short.push(other);
      }
      return short
        .map((other) => ({ other, like: product(other) }))
        .sort((a, b) => b.like - a.like || (a.other.id < b.other.id ? -1 : 1))
        .slice(0, atMost)
        .map(({ other }) => other);
    },
  };

  function product(other: Kept): number {
    let sum = 0;
    other.terms.forEach((term, place) => {
      const load = mine.get(term);
      if (load !== undefined) sum += load * loadOf(other, place);
    });
    const length = norm(entry) * norm(other);
    return length > 0 ? sum / length : 0;
  }
}
