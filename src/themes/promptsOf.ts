import type { Corpus, Kept } from "./corpus.ts";
import type { Learning } from "./learning.ts";
import type { Links } from "./links.ts";
import { looseGroups } from "./loose.ts";
import { unlinked } from "./threadsOf.ts";

/** Entries that a prompt would show; `theme` is null where the person has not linked them. */
export interface PromptGroup {
  readonly theme: string | null;
  readonly entries: readonly Kept[];
}

const day = 86_400_000;
const within = 90 * day;
const entriesAtLeast = 4;
/** Near certain: how alike unlinked entries are at least, on average (cosine). Copies of one text, hardly less. */
const certainBar = 0.6;
/** Only so many of the latest entries are looked at for what nobody linked. */
const poolAtMost = 150;

/**
 * The most entries that fall within 90 days, the latest such stretch of equals; none if fewer than four.
 * Entries are given and returned in order of time.
 */
function busiestStretch(entries: readonly Kept[]): readonly Kept[] {
  const sorted = [...entries].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  let best: readonly Kept[] = [];
  let from = 0;
  sorted.forEach((last, to) => {
    while ((sorted[from]?.at ?? last.at) < last.at - within) from += 1;
    if (to - from + 1 >= Math.max(best.length, entriesAtLeast)) best = sorted.slice(from, to + 1);
  });
  return best;
}

/**
 * Everything worth a prompt: themes with four or more entries within 90 days, the largest first; then
 * unlinked entries of the 90 days before `now` that are near certain to be the same thing. Entries that
 * `counts` does not let through, such as undated ones, count for neither.
 */
export function promptsOf(
  now: number,
  corpus: Corpus,
  links: Links,
  learning: Learning,
  counts: (kept: Kept) => boolean,
): readonly PromptGroup[] {
  const themes = [...links.themes()]
    .filter((theme) => !theme.dismissed)
    .map((theme) => ({
      theme: theme.id,
      entries: busiestStretch(
        theme.members.flatMap((member) => corpus.get(member) ?? []).filter(counts),
      ),
    }))
    .filter((group) => group.entries.length > 0)
    .sort((a, b) => b.entries.length - a.entries.length || (a.theme < b.theme ? -1 : 1));
  const lately = unlinked(corpus, links, poolAtMost).filter(
    (kept) => kept.at > now - within && kept.at <= now + day && counts(kept),
  );
  const found = looseGroups(
    lately,
    corpus,
    learning,
    certainBar,
    (a, b) => !links.apart(a.id, b.id),
  )
    .map((group) => busiestStretch(group.entries))
    .filter((entries) => entries.length > 0)
    .sort((a, b) => b.length - a.length || ((a[0]?.id ?? "") < (b[0]?.id ?? "") ? -1 : 1));
  return [...themes, ...found.map((entries) => ({ theme: null, entries }))];
}
