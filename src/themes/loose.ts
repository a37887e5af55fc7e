import type { Corpus, Kept } from "./corpus.ts";
import type { Learning } from "./learning.ts";
import { surprise } from "./surprise.ts";

/** A group of entries with how alike they are on average: the mean cosine of all pairs. */
export interface LooseGroup {
  readonly entries: readonly Kept[];
  readonly cohesion: number;
}

/** Cosines of all pairs of a pool, by place. */
type Likes = readonly Float64Array[];

/**
 * Groups entries by likeness: the two most alike groups become one as long as the mean cosine
 * between them is at least `bar` (average linkage). A pair that `together` refuses keeps its groups
 * apart. Only entries of `pool` are looked at; the caller keeps it small, for time grows with its square.
 */
export function looseGroups(
  pool: readonly Kept[],
  corpus: Corpus,
  learning: Learning,
  bar: number,
  together: (a: Kept, b: Kept) => boolean,
): readonly LooseGroup[] {
  const entries = [...pool].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const likes = likesOf(entries, corpus, learning);
  const pairs: { a: number; b: number; like: number }[] = [];
  likes.forEach((row, a) => {
    for (let b = a + 1; b < entries.length; b += 1) {
      const like = row[b] ?? 0;
      const one = entries[a];
      const other = entries[b];
      if (one !== undefined && other !== undefined && !together(one, other)) refuse(likes, a, b);
      else if (like >= bar) pairs.push({ a, b, like });
    }
  });
  pairs.sort((x, y) => y.like - x.like || x.a - y.a || x.b - y.b);
  return joined(entries, likes, pairs, bar);
}

/** So unlike that no group of this size comes over the bar with the two in it. */
const refuse = (likes: Likes, a: number, b: number): void => {
  const never = -(likes.length ** 2);
  likes[a]?.fill(never, b, b + 1);
  likes[b]?.fill(never, a, a + 1);
};

function likesOf(entries: readonly Kept[], corpus: Corpus, learning: Learning): Likes {
  const saying = new Map<number, { place: number; load: number }[]>();
  const norms = entries.map((entry, place) => {
    let sum = 0;
    entry.terms.forEach((term, index) => {
      const telling = surprise(corpus.keyOf(term), corpus.saying(term).length, corpus.size());
      const load = telling * learning.trust(term) * (1 + Math.log(entry.counts[index] ?? 1));
      sum += load * load;
      const said = saying.get(term);
      if (said === undefined) saying.set(term, [{ place, load }]);
      else said.push({ place, load });
    });
    return Math.sqrt(sum);
  });
  const likes = entries.map(() => new Float64Array(entries.length));
  for (const said of saying.values()) {
    for (const one of said) {
      const row = likes[one.place];
      if (row === undefined || said.length === 1) continue;
      for (const other of said) row[other.place] = (row[other.place] ?? 0) + one.load * other.load;
    }
  }
  likes.forEach((row, a) => {
    for (let b = 0; b < row.length; b += 1) {
      const length = (norms[a] ?? 0) * (norms[b] ?? 0);
      row[b] = length > 0 ? (row[b] ?? 0) / length : 0;
    }
  });
  return likes;
}

/** Joins along the pairs in their order; two groups only where the mean over all their pairs is enough. */
function joined(
  entries: readonly Kept[],
  likes: Likes,
  pairs: readonly { a: number; b: number }[],
  bar: number,
): readonly LooseGroup[] {
  const groupOf: (readonly number[])[] = entries.map((_, place) => [place]);
  const sumBetween = (a: readonly number[], b: readonly number[]): number => {
    let sum = 0;
    for (const one of a) for (const other of b) sum += likes[one]?.[other] ?? 0;
    return sum;
  };
  for (const { a, b } of pairs) {
    const one = groupOf[a] ?? [];
    const other = groupOf[b] ?? [];
    if (one === other || sumBetween(one, other) < bar * one.length * other.length) continue;
    const both = [...one, ...other];
    for (const place of both) groupOf[place] = both;
  }
  return [...new Set(groupOf)]
    .filter((group) => group.length > 1)
    .map((group) => ({
      entries: [...group].sort((a, b) => a - b).flatMap((place) => entries[place] ?? []),
      cohesion:
        (sumBetween(group, group) - group.reduce((sum, at) => sum + (likes[at]?.[at] ?? 0), 0)) /
        (group.length * (group.length - 1)),
    }));
}
