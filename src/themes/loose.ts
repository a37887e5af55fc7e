import type { Corpus, Kept } from "./corpus.ts";
import type { Learning } from "./learning.ts";
import { compare } from "./likeness.ts";

/** A group of entries with how alike they are on average: the mean cosine of all pairs. */
export interface LooseGroup {
  readonly entries: readonly Kept[];
  readonly cohesion: number;
}

interface Cluster {
  readonly members: readonly number[];
  alive: boolean;
}

/**
 * Groups entries by likeness: the two most alike groups become one as long as the mean cosine
 * between them is at least `bar` (average linkage) and `together` allows it. Only entries of `pool`
 * are looked at; the caller keeps it small, for time grows with its square.
 */
export function looseGroups(
  pool: readonly Kept[],
  corpus: Corpus,
  learning: Learning,
  bar: number,
  together: (a: Kept, b: Kept) => boolean,
): readonly LooseGroup[] {
  const entries = [...pool].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const place = new Map(entries.map((entry, index) => [entry.id, index]));
  const likes: number[][] = entries.map(() => new Array<number>(entries.length).fill(0));
  const pairs: { a: number; b: number; like: number }[] = [];
  entries.forEach((entry, a) => {
    const comparison = compare(corpus, learning, entry);
    const others = comparison.nearest(entries.length, (other) => (place.get(other.id) ?? -1) > a);
    for (const other of others) {
      const b = place.get(other.id) ?? a;
      const like = together(entry, other) ? comparison.with(other).cosine : -entries.length;
      set(likes, a, b, like);
      set(likes, b, a, like);
      if (like >= bar) pairs.push({ a, b, like });
    }
  });
  return merge(entries, likes, pairs, bar);
}

const set = (table: number[][], row: number, column: number, value: number): void => {
  const cells = table[row];
  if (cells !== undefined) cells[column] = value;
};

/** Joins along the pairs, most alike first; two groups only where the mean over all their pairs is enough. */
function merge(
  entries: readonly Kept[],
  likes: readonly (readonly number[])[],
  pairs: readonly { a: number; b: number; like: number }[],
  bar: number,
): readonly LooseGroup[] {
  const of: Cluster[] = entries.map((_, index) => ({ members: [index], alive: true }));
  const between = (a: Cluster, b: Cluster): number => {
    let sum = 0;
    for (const one of a.members) for (const other of b.members) sum += likes[one]?.[other] ?? 0;
    return sum / (a.members.length * b.members.length);
  };
  for (const { a, b } of [...pairs].sort((x, y) => y.like - x.like || x.a - y.a || x.b - y.b)) {
    const one = of[a];
    const other = of[b];
    if (one === undefined || other === undefined || one === other) continue;
    if (between(one, other) < bar) continue;
    const joined: Cluster = { members: [...one.members, ...other.members], alive: true };
    one.alive = false;
    other.alive = false;
    for (const member of joined.members) of[member] = joined;
  }
  return [...new Set(of)]
    .filter((cluster) => cluster.alive && cluster.members.length > 1)
    .map(({ members }) => {
      let sum = 0;
      for (const one of members) {
        for (const other of members) if (one < other) sum += likes[one]?.[other] ?? 0;
      }
      return {
        entries: [...members].sort((a, b) => a - b).flatMap((index) => entries[index] ?? []),
        cohesion: (2 * sum) / (members.length * (members.length - 1)),
      };
    });
}
