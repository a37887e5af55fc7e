import type { Corpus, Kept } from "./corpus.ts";
import type { Learning } from "./learning.ts";
import type { Links } from "./links.ts";
import { type LooseGroup, looseGroups } from "./loose.ts";

/** Only the latest entries outside any theme are looked at, so that time stays bounded. */
const poolAtMost = 240;
const threadsAtMost = 8;
/** How alike entries of a thread are at least, on average (cosine). */
const threadBar = 0.14;
const entriesAtLeast = 3;

/** The latest entries that are in no theme, dismissed ones included. */
export const unlinked = (corpus: Corpus, links: Links, atMost: number): readonly Kept[] =>
  [...corpus.all()]
    .filter((kept) => links.themesOf(kept.id).length === 0)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
    .slice(0, atMost);

/** Loose possibilities among the latest unlinked entries, strongest first: three or more that say much the same. */
export function threadsOf(corpus: Corpus, links: Links, learning: Learning): readonly LooseGroup[] {
  const pool = unlinked(corpus, links, poolAtMost);
  return looseGroups(pool, corpus, learning, threadBar, (a, b) => !links.apart(a.id, b.id))
    .filter((group) => group.entries.length >= entriesAtLeast)
    .sort((a, b) => strength(b) - strength(a) || (first(a) < first(b) ? -1 : 1))
    .slice(0, threadsAtMost);
}

const strength = (group: LooseGroup): number => group.cohesion * Math.log(group.entries.length);
const first = (group: LooseGroup): string => group.entries[0]?.id ?? "";
