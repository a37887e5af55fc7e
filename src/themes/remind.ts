import type { Candidate } from "./candidates.ts";
import { chanceOf } from "./chance.ts";

/** A candidate with the chance that it is the same thing. */
export interface Reminded {
  readonly candidate: Candidate;
  readonly chance: number;
}

const remindersAtMost = 3;
/** Asking is worth a person's attention from this chance on that one of the reminders is right. */
const worthAsking = 0.065;
/** Beside better ones, a reminder less likely than this is not worth its line. */
const worthShowing = 0.012;

/** The chance that at least one of several is right, taken as independent. */
const chanceOfAny = (chances: readonly number[]): number =>
  1 - chances.reduce((none, chance) => none * (1 - chance), 1);

/** The best three candidates, best first, or none where it is too unlikely that one of them is right. */
export function remind(candidates: readonly Candidate[]): readonly Reminded[] {
  const best = candidates
    .map((candidate) => ({ candidate, chance: chanceOf(candidate.signs) }))
    .sort(
      (a, b) =>
        b.chance - a.chance ||
        b.candidate.entry.at - a.candidate.entry.at ||
        (a.candidate.entry.id < b.candidate.entry.id ? -1 : 1),
    )
    .slice(0, remindersAtMost);
  return chanceOfAny(best.map(({ chance }) => chance)) >= worthAsking
    ? best.filter(({ chance }) => chance >= worthShowing)
    : [];
}
