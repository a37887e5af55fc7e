import type { Corpus, Kept } from "./corpus.ts";
import { compare } from "./likeness.ts";
import type { KnownTheme, Links } from "./links.ts";
import { type Compared, type Signs, signsOf } from "./signs.ts";
import type { Weighing } from "./weighing.ts";
import { writtenUpWithin } from "./writtenUpWithin.ts";

const entriesAtMost = 60;
/** Of a large theme only the latest members are looked at. */
const membersAtMost = 30;
/** How many of the most alike entries say what is usual. */
const usualOf = 10;

/** Something an entry may be the same thing as: an earlier entry alone, or a theme through its most fitting member. */
export interface Candidate {
  readonly entry: Kept;
  readonly theme: KnownTheme | null;
  readonly signs: Signs;
}

/** What there is to compare an entry with. */
export interface Known {
  readonly corpus: Corpus;
  readonly links: Links;
  readonly weighing: Weighing;
}

/**
 * What an entry may be the same thing as, in no particular order: entries that happened earlier
 * or at the same moment and share a word with it, those of one theme as one. Left out are entries that
 * the person said differ, themes that it is in or was taken out of, and themes dismissed.
 */
export function candidatesFor(
  entry: Kept,
  { corpus, links, weighing }: Known,
): readonly Candidate[] {
  const comparison = compare(corpus, weighing, entry);
  const closed = new Map<KnownTheme, boolean>();
  const isClosed = (theme: KnownTheme): boolean => {
    const known = closed.get(theme);
    if (known !== undefined) return known;
    const found =
      theme.dismissed ||
      theme.members.includes(entry.id) ||
      theme.takenOut.includes(entry.id) ||
      theme.members.some((member) => links.apart(entry.id, member));
    closed.set(theme, found);
    return found;
  };
  const allowed = (other: Kept): boolean =>
    !links.apart(entry.id, other.id) && !links.themesOf(other.id).some(isClosed);

  const near: readonly Compared[] = comparison
    .nearest(entriesAtMost, allowed)
    .map((kept) => ({ kept, like: comparison.with(kept) }));
  const likes = near.map((each) => each.like.cosine).slice(0, usualOf);
  const usual = likes.reduce((sum, each) => sum + each, 0) / Math.max(1, usualOf);

  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  for (const [before, best] of near.entries()) {
    const theme = links.themesOf(best.kept.id)[0] ?? null;
    if (theme !== null && seen.has(theme.id)) continue;
    if (theme !== null) seen.add(theme.id);
    const members = theme === null ? [best] : earlierMembers(theme);
    candidates.push({
      entry: best.kept,
      theme,
      signs: signsOf({
        at: entry.at,
        best,
        before,
        members,
        usual,
        refusals: refusals(members),
      }),
    });
  }
  return candidates;

  function refusals(members: readonly Compared[]): number {
    return members.reduce((sum, { kept }) => sum + links.refused(kept.id, entry.id), 0);
  }

  function earlierMembers(theme: KnownTheme): readonly Compared[] {
    return theme.members
      .map((member) => corpus.get(member))
      .filter((kept) => kept !== undefined)
      .filter((kept) => kept.id !== entry.id && kept.at <= entry.at + writtenUpWithin)
      .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1))
      .slice(0, membersAtMost)
      .map((kept) => ({ kept, like: comparison.with(kept) }));
  }
}
