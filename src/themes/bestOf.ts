import type { Candidate } from "./candidates.ts";
import { type Chances, chancesOf, rankOf } from "./chance.ts";

/** A candidate with its chances of being the same thing. */
export interface Reminded {
  readonly candidate: Candidate;
  readonly chances: Chances;
}

const remindersAtMost = 3;

/** The best three of the candidates that may be shown, best first; of equals the latest. */
export function bestOf(
  candidates: readonly Candidate[],
  mayShow: (candidate: Candidate) => boolean,
): readonly Reminded[] {
  const ranked = candidates
    .map((candidate) => ({ candidate, chances: chancesOf(candidate.signs) }))
    .map((each) => ({ ...each, rank: rankOf(each.chances) }))
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        b.candidate.entry.at - a.candidate.entry.at ||
        (a.candidate.entry.id < b.candidate.entry.id ? -1 : 1),
    );
  const best: Reminded[] = [];
  for (const each of ranked) {
    if (best.length === remindersAtMost) break;
    if (mayShow(each.candidate)) best.push(each);
  }
  return best;
}
